//! What the compiler says of each mistake: `<topic>/<mistake>.rs`, beside its `.stderr`.

/// A topic joins when every one of its messages has been read and stands in its `.stderr`.
const TOPICS: &[&str] = &["aws", "data", "task", "task_error", "testing", "workflow"];

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("pass/*.rs");
    for topic in TOPICS {
        cases.compile_fail(format!("{topic}/*.rs"));
    }
}
