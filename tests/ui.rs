//! What the compiler says of each mistake: `tests/ui/<topic>/<mistake>.rs`, beside its `.stderr`.

#![allow(clippy::unwrap_used, reason = "tests")]

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/ui/pass/*.rs");
    let mut topics: Vec<_> =
        std::fs::read_dir("tests/ui").unwrap().map(|topic| topic.unwrap().file_name()).collect();
    topics.sort();
    for topic in topics.iter().filter(|topic| *topic != "pass") {
        cases.compile_fail(format!("tests/ui/{}/*.rs", topic.to_string_lossy()));
    }
}
