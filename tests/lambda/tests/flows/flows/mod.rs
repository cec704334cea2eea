//! Workflows of the equivalence tests.

#[path = "../../../../equivalence/flows/enums.rs"]
pub mod enums;
#[path = "../../../../equivalence/flows/errors.rs"]
pub mod errors;
#[path = "../../../../equivalence/flows/first.rs"]
pub mod first;
#[path = "../../../../equivalence/flows/forks.rs"]
pub mod forks;
#[path = "../../../../equivalence/flows/loops.rs"]
pub mod loops;
#[path = "../../../../equivalence/flows/matches.rs"]
pub mod matches;
#[path = "../../../../equivalence/flows/outcomes.rs"]
pub mod outcomes;
#[path = "../../../../equivalence/flows/tasks.rs"]
pub mod tasks;
