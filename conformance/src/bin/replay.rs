//! Replays cases: JSON Lines in, JSON Lines out.
//!
//! Each line of the input is a case; each line of the output is `{id, status, output, error, cause, events}` in
//! the case's own shape; of a test of one state and of a validation what AWS answers; of calls of the API `{id, steps}`,
//! the answer to each. A line that is no case gives a line with an error, and the stream goes on.

use serde_json::{Value, json};
use std::io::{self, BufRead, Write};
use workflow_conformance::{Case, RecordedOutcome, bounded, replay, served, tested, validated};

fn main() -> io::Result<()> {
    // A panic is told in the line of its case.
    std::panic::set_hook(Box::new(|_| {}));
    let (input, mut output) = (io::stdin().lock(), io::stdout().lock());
    for line in input.split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        if !line.trim().is_empty() {
            writeln!(output, "{}", answer(&line))?;
            output.flush()?;
        }
    }
    Ok(())
}

const KINDS: &str = "api, execution, execution_log, test_state, validation";

/// Returns what came of a case, by its kind.
fn answered(case: &Case) -> Value {
    let owned = case.clone();
    let done = match case.kind.as_str() {
        "execution" | "execution_log" | "" => return replay(case).json(&case.id),
        "test_state" => bounded(move || tested(&owned)),
        "validation" => bounded(move || Ok(validated(&owned))),
        "api" => bounded(move || served(&owned)),
        kind => Err(format!("no cases of the kind {kind:?} are known here: {KINDS} are")),
    };
    let failed = |why| json!({ "exception": { "code": "Replay.Failed", "message": why } });
    let mut answer = done.unwrap_or_else(failed);
    answer["id"] = case.id.clone();
    answer
}

fn answer(line: &str) -> Value {
    match Case::parse(line) {
        Ok(case) => answered(&case),
        Err(error) => {
            let id = serde_json::from_str::<Value>(line).map_or(Value::Null, |it| it["id"].clone());
            let id = if id.is_null() { json!(null) } else { id };
            RecordedOutcome::failed("Replay.Failed", format!("the line is not a case: {error}"))
                .json(&id)
        }
    }
}
