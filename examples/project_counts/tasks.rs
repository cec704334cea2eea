//! The tasks. A database may commit and then fail to say so: each change goes under the idempotency key, in the same
//! transaction, so that the next attempt finds it done.

use super::databases::Databases;
use super::workflow::{Books, NewUser};
use workflow::prelude::*;

/// For a database that is gone for a moment: again after 1, 2, 4, 8 and 10 seconds.
const BACK_SOON: Retry =
    Retry::on(&["Disconnected"]).interval(1).backoff_rate(2.0).max_attempts(5).max_delay(10);

/// Writes a user down: the id.
#[task(timeout = "10s", retry = BACK_SOON)]
pub fn register(
    databases: Res<Databases>,
    context: TaskContext,
    user: NewUser,
) -> Result<String, Failure> {
    databases.register(&context.idempotency_key.to_string(), &user)
}

/// Adds to the active projects of a region: how many there are now.
#[task(timeout = "10s", retry = BACK_SOON)]
pub fn count(
    databases: Res<Databases>,
    context: TaskContext,
    books: Books,
    region: String,
    projects: u32,
) -> Result<u32, Failure> {
    databases.count(&context.idempotency_key.to_string(), books, &region, projects)
}

/// Writes the letter that welcomes a user.
#[task(timeout = "10s", retry = BACK_SOON)]
pub fn welcome(
    databases: Res<Databases>,
    context: TaskContext,
    user: String,
) -> Result<(), Failure> {
    databases.welcome(&context.idempotency_key.to_string(), &user)
}
