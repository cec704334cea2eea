//! The tasks: what has an effect in the three systems. Each may be called again, and then finds its work done.

use super::systems::{Person, Systems};
use super::workflow::{Removed, System};
use workflow::prelude::*;

/// For systems that are locked for a moment: two more attempts, after 1 and 2 seconds.
const WHEN_BUSY: Retry = Retry::on(&["Busy"]).interval(1).backoff_rate(2.0).max_attempts(2);

/// A copy of what a system has of a person.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Copy {
    pub system: System,
    /// The file in the archive.
    pub file: String,
    pub records: u32,
}

/// Looks a person up by the e-mail address.
#[task]
pub fn find(systems: Res<Systems>, email: String) -> Result<Option<Person>, Failure> {
    systems.find(&email)
}

/// Copies what a system has of a person into the archive.
#[task]
pub fn copy(
    systems: Res<Systems>,
    request: String,
    system: System,
    person: Person,
) -> Result<Copy, Failure> {
    let records = systems.records(system, &person)?;
    let file = systems.archive(&format!("{request}-{system:?}.json"), &records)?;
    Ok(Copy { system, file, records: u32::try_from(records.len()).unwrap_or(u32::MAX) })
}

/// Deletes an account.
#[task(timeout = "10s", retry = WHEN_BUSY)]
pub fn delete_account(systems: Res<Systems>, person: u32) -> Result<u32, Failure> {
    systems.delete_account(person)
}

/// Takes the name off orders, which the tax office wants to be kept.
#[task(timeout = "10s", retry = WHEN_BUSY)]
pub fn anonymise_orders(systems: Res<Systems>, person: u32) -> Result<u32, Failure> {
    systems.anonymise_orders(person)
}

/// Deletes the files of a person.
#[task(timeout = "10s", retry = WHEN_BUSY)]
pub fn delete_files(systems: Res<Systems>, person: Person) -> Result<u32, Failure> {
    systems.delete_files(&person)
}

/// Puts back what was copied from a system.
#[task(timeout = "10s", retry = WHEN_BUSY)]
pub fn restore(systems: Res<Systems>, copy: Copy) -> Result<u32, Failure> {
    systems.restore(copy.system, &copy.file)
}

/// Destroys the copies.
#[task]
pub fn destroy(systems: Res<Systems>, copies: Vec<Copy>) -> Result<(), Failure> {
    copies.iter().try_for_each(|copy| systems.destroy(&copy.file))
}

/// Writes to a person.
#[task]
pub fn tell(systems: Res<Systems>, person: Person, text: String) -> Result<String, Failure> {
    systems.write(&person, &text)
}

/// Writes a letter about what was removed, and returns its place.
#[task]
pub fn confirm(systems: Res<Systems>, person: Person, removed: Removed) -> Result<String, Failure> {
    let Removed { accounts, orders, files } = removed;
    let text =
        format!("We removed {accounts} account, your name from {orders} orders, {files} files.");
    systems.write(&person, &text)
}
