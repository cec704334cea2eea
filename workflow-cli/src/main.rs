//! The command `workflow`.

fn main() -> std::process::ExitCode {
    workflow_cli::documents()
}
