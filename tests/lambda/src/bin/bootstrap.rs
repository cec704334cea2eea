//! The functions of the shop: what a user's `main` looks like.

use workflow_lambda_tests::shop::{asked, keys, resources, rest, spoilt, tour};

fn main() -> std::process::ExitCode {
    workflow::lambda()
        .workflow::<tour>()
        .workflow::<asked>()
        .workflow::<rest>()
        .workflow::<spoilt>()
        .workflow::<keys>()
        .resources(resources)
        .main()
}
