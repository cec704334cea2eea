//! The roles that `export` derives, at a server that enforces IAM: what a definition calls is allowed, and each action of
//! its role is needed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#![cfg(feature = "aws")]

mod common;

use std::path::Path;
use std::process::Command;

/// Documents of examples, each with an input.
fn examples() -> Vec<String> {
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    let one = |document: &str| {
        let document = all.join(document);
        let inputs = std::fs::read_dir(document.parent().unwrap().join("inputs")).unwrap();
        let mut inputs: Vec<_> = inputs.map(|it| it.unwrap().path()).collect();
        inputs.sort();
        format!("{}={}", document.display(), inputs[0].display())
    };
    ["etl/load_orders.asl.json", "image_sizes/publish.asl.json", "payments/pay.asl.json"]
        .map(one)
        .into()
}

#[test]
fn each_call_is_allowed_and_each_action_is_needed() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let python = own.join("../tests/aws/tools/.venv/bin/python");
    let has = Command::new(&python).args(["-c", "import moto.server"]).output();
    if !has.is_ok_and(|it| it.status.success()) {
        println!("SKIPPED: moto is not installed (.ci/run does)");
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("roles");
    std::fs::create_dir_all(&folder).unwrap();
    let ran = Command::new(python)
        .arg(own.join("tests/clients/roles.py"))
        .arg(env!("CARGO_BIN_EXE_workflow"))
        .arg(own.join("tests/clients/roles.json"))
        .arg(folder)
        .args(examples())
        .output()
        .unwrap();
    let (out, err) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{out}{err}");
    println!("{out}");
    let count =
        out.lines().find_map(|it| it.strip_prefix("actions: ")).expect("a number of actions");
    assert!(count.parse::<usize>().unwrap() > 15, "{out}");
}
