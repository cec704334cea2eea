//! Restate beside it: its own driver runs the same chain against its server, where both are at hand.

use crate::rows::{Row, Rows};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folder with `run.sh` and the server: `RESTATE_PEER`, or that of the peers beside this repository.
fn folder() -> PathBuf {
    std::env::var_os("RESTATE_PEER").map_or_else(|| "../shared/peers/restate".into(), PathBuf::from)
}

/// The cases that stand beside ours: ten steps in sequence, and a loop and a Map of a thousand.
const CASES: [(&str, &str); 3] = [
    ("chain10", "chain10 of Restate"),
    ("loop1000", "turns of Restate"),
    ("map1000", "map of Restate"),
];

pub fn run(rows: &mut Rows) {
    let folder = folder();
    match measure(&folder) {
        Ok(lines) => {
            for line in &lines {
                for (_, title) in CASES.iter().filter(|(case, _)| line["case"] == *case) {
                    add(rows, title, line);
                }
            }
        }
        Err(why) => rows.note(&format!(
            "Restate was not run: {why}. `RESTATE_PEER` names a copy of the folder `peers/restate` in which \
             `npm i @restatedev/restate-server` and `cargo build --release -p restate-peer` were run."
        )),
    }
}

fn measure(folder: &Path) -> Result<Vec<Value>, String> {
    let needed = ["run.sh", "node_modules/@restatedev/restate-server-linux-x64/bin/restate-server"];
    if let Some(lacking) = needed.iter().find(|it| !folder.join(it).exists()) {
        return Err(format!("`{}` is not there", folder.join(lacking).display()));
    }
    let mut command = Command::new("bash");
    let output = command.arg("run.sh").current_dir(folder).stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout);
    let lines: Vec<_> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    if lines.is_empty() {
        return Err("`run.sh` printed no figures".to_owned());
    }
    Ok(lines)
}

fn add(rows: &mut Rows, title: &'static str, line: &Value) {
    let number = |name: &str| line[name].as_f64().unwrap_or(f64::NAN);
    rows.add(
        Row::new(title)
            .with("mode", line["mode"].clone())
            .with("at_once", line["conc"].clone())
            .with("steps_per_s", number("trans_s"))
            .with("median_ms", number("median_us") / 1e3)
            .with("least_ms", number("min_us") / 1e3),
    );
}
