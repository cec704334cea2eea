//! Losses of power under the store in a file.
//!
//! [`disk`] is a disk in memory, which forgets, tears and reorders what was not synced; [`system`] gives it to SQLite as a
//! file system, with memory that connections share ([`shm`]); [`run`] writes to a store on it until the power is lost, and looks at what is left.

pub mod disk;
pub mod run;
pub mod shm;
pub mod system;
