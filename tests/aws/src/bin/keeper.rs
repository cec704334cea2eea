//! Tasks with large values, as Lambda functions: `keeper TASK < payload.json` calls one.

fn main() -> std::process::ExitCode {
    workflow::lambda![workflow_aws_tests::bind]
}
