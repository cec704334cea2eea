//! The functions of the shop: what a user's `main` looks like.

use workflow_lambda_tests::shop::{asked, resources, rest, tour};

fn main() -> std::process::ExitCode {
    workflow::lambda()
        .workflow::<tour>()
        .workflow::<asked>()
        .workflow::<rest>()
        .resources(resources)
        .main()
}
