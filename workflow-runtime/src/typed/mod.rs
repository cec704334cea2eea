//! The typed machine: what the code that `#[workflow]` writes is made of.
//!
//! The macro writes an enum of states, an implementation of [`State`] for it (one line a state and method),
//! and one closure that moves a state on. Everything else is here.

mod cx;
mod describe;
mod distribution;
mod draws;
mod items;
mod machine;
mod probe;
mod read;
mod saved;
mod sent;
mod state;

pub use cx::{Cx, astray, reclaim, wins, won};
pub use describe::{Held, HeldAt, Of, Unknown, describe, duration};
pub use distribution::{Distribution, DistributionOptions, Inputs, Ready};
pub use draws::{Draws, Known};
pub use items::{Again, Cursor, Each, Forked, Items};
pub use machine::{Answer, Ask, answer, answer_with_methods, machine, tasks, types};
pub use probe::{Probe, input_schema, method, never, probe, twin};
pub use read::{ObjectSource, Read, list_objects, read_csv, read_json, read_jsonl};
pub use saved::{Kept, Saved, lost, outside};
pub use sent::{Moment, Sends, Sent, failed, seconds, send};
pub use state::{Place, State};
