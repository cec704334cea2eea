//! A recording as a Rust test of a typed workflow.

use crate::answers::{Came, came};
use crate::recording::Recording;
use crate::step::RecordedStep;
use serde_json::Value;
use std::fmt::Write as _;

/// A test of a typed workflow: the recorded answers as mocks, the recorded input, and what must hold.
pub struct RustTest<'t> {
    /// The recording.
    pub recording: &'t Recording,
    /// The answers, in the order in which they were asked for.
    pub taken: &'t [RecordedStep],
    /// The output that it must have; else that it succeeds.
    pub expect: Option<Value>,
    /// The name of the workflow.
    pub workflow: &'t str,
    /// Finds the task that a state calls.
    pub task: &'t dyn Fn(&str) -> Option<String>,
    /// Finds the line of a state.
    pub source: &'t dyn Fn(&str) -> Option<String>,
}

const HEAD: &str = "\
/// A value as it was recorded.
fn recorded<T: serde::de::DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).expect(\"the recorded value fits its type\")
}
";

impl RustTest<'_> {
    /// Writes the test; it needs the workflow and its tasks in scope.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) -> std::fmt::Result {
        let workflow = self.workflow;
        writeln!(
            text,
            "// Made of a recorded execution. Put it beside the workflow, with its tasks in scope:"
        )?;
        writeln!(text, "// use crate::{{{workflow}, /* its tasks */}};")?;
        writeln!(text, "use workflow::prelude::*;\nuse workflow::testing::Test;\n\n{HEAD}")?;
        self.comment(text)?;
        writeln!(text, "#[test]\nfn {}() {{", self.name())?;
        write!(text, "    let test = Test::of::<{workflow}>()")?;
        for (task, steps) in self.tasks() {
            let steps: Vec<String> = steps.iter().map(|step| said(step)).collect();
            write!(
                text,
                "\n        .mock::<{task}>(|call| {{\n            call{}\n        }})",
                steps.join("\n                .then()\n                ")
            )?;
        }
        writeln!(
            text,
            ";\n    let run = test.run(recorded({}));",
            raw(&self.recording.input.to_string())
        )?;
        self.expectation(text)?;
        writeln!(text, "}}")
    }

    fn name(&self) -> String {
        let name = self.recording.arn.as_deref().and_then(|arn| arn.rsplit(':').next());
        let name: String = name.unwrap_or("execution").chars().take(60).collect();
        let word =
            |it: char| if it.is_ascii_alphanumeric() { it.to_ascii_lowercase() } else { '_' };
        format!("recorded_{}", name.chars().map(word).collect::<String>())
    }

    fn comment(&self, text: &mut String) -> std::fmt::Result {
        let Some(failed) = self.recording.failed() else {
            return writeln!(
                text,
                "/// An execution that was recorded as {}.",
                self.recording.status
            );
        };
        let line = (self.source)(&failed.state).map(|at| format!(" ({at})")).unwrap_or_default();
        writeln!(
            text,
            "/// Recorded: it failed in the state `{}`{line} with {}.",
            failed.state,
            one_line(&failed.error)
        )
    }

    fn expectation(&self, text: &mut String) -> std::fmt::Result {
        match &self.expect {
            Some(output) => {
                writeln!(text, "    run.assert_output(&recorded({}));", raw(&output.to_string()))
            }
            None => {
                writeln!(
                    text,
                    "    // Fails until the workflow is mended; better assert the output that it should have."
                )?;
                writeln!(text, "    if let Err(failure) = run.result() {{")?;
                writeln!(
                    text,
                    "        panic!(\"it failed as it was recorded: {{}}: {{}}\", failure.error(), failure.cause());"
                )?;
                writeln!(text, "    }}")
            }
        }
    }

    /// The answers of each task, of whatever states call it.
    fn tasks(&self) -> Vec<(String, Vec<&RecordedStep>)> {
        let mut tasks: Vec<(String, Vec<&RecordedStep>)> = vec![];
        for step in self.taken {
            let task = (self.task)(&step.state).unwrap_or_else(|| step.state.clone());
            match tasks.iter_mut().find(|(known, _)| *known == task) {
                Some((_, steps)) => steps.push(step),
                None => tasks.push((task, vec![step])),
            }
        }
        tasks
    }
}

/// An answer as a mock says it.
fn said(step: &RecordedStep) -> String {
    let millis = step.after.as_millis();
    let after = if millis == 0 {
        String::new()
    } else {
        format!("\n                .after(Duration::from_millis({millis}))")
    };
    match came(step) {
        Came::Returned(value) => format!(".returns(recorded({})){after}", raw(&value.to_string())),
        Came::Failed(error, cause) => {
            let failure = format!("Failure::new({}, {})", raw(&error), raw(&cause));
            format!(".fails_with({failure}){after}")
        }
        Came::Never => ".hangs()".to_owned(),
    }
}

/// A text as Rust has it: raw where it has quotes, escaped where it has what a raw string cannot have.
fn raw(text: &str) -> String {
    let plain = |it: char| {
        !it.is_control() && !matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.chars().all(plain) {
        return format!("{text:?}");
    }
    if !text.contains(['"', '\\']) {
        return format!("\"{text}\"");
    }
    let mut hashes = String::from("#");
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    format!("r{hashes}\"{text}\"{hashes}")
}

fn one_line(text: &str) -> String {
    Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_rust() {
        for (text, rust) in [
            ("a", r#""a""#),
            ("{\"a\":1}", r##"r#"{"a":1}"#"##),
            ("say \"#", r###"r##"say "#"##"###),
            ("a\nb", r#""a\nb""#),
        ] {
            assert_eq!(raw(text), rust);
        }
    }
}
