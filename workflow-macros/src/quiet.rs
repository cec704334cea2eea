//! Names that lints do not speak of: a user may forbid a lint, and then no attribute allows it.

use proc_macro2::{Ident, Span};

/// The name at its place, but as one that a macro wrote: rustc's lints leave those alone.
pub(crate) fn quiet(name: &Ident) -> Ident {
    crate::ident::at(name, Span::call_site().located_at(name.span()))
}
