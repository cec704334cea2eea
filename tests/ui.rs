//! What the compiler says of each mistake: `tests/ui/<topic>/<mistake>.rs`, beside its `.stderr`.

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/ui/pass/*.rs");
    for topic in ["data", "task", "task_error"] {
        cases.compile_fail(format!("tests/ui/{topic}/*.rs"));
    }
}
