//! The cases, by what they are about.

mod claims;
mod commits;
mod due;
mod ends;
mod history;
mod lists;
mod many;
mod messages;
mod model;
mod removals;
mod reopened;
mod scopes;
mod tokens;
mod values;

pub use claims::*;
pub use commits::*;
pub use due::*;
pub use ends::*;
pub use history::*;
pub use lists::*;
pub use many::*;
pub use messages::*;
pub use model::*;
pub use removals::*;
pub use reopened::*;
pub use scopes::*;
pub use tokens::*;
pub use values::*;
