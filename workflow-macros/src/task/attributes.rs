//! Distributes the attributes of a task's function: it becomes a type, a function that makes a call, and a body.

use syn::Attribute;

/// The attributes of a function, by what they are for.
#[derive(Default)]
pub(super) struct Attributes {
    /// `cfg`: on every item.
    pub(super) everywhere: Vec<Attribute>,
    /// Documentation and `deprecated`: on the function that makes a call.
    pub(super) call: Vec<Attribute>,
    /// All others (lints, `cfg_attr`, `tracing::instrument`): on the body.
    pub(super) body: Vec<Attribute>,
    /// The first paragraph of the documentation.
    pub(super) comment: String,
}

impl Attributes {
    pub(super) fn sort(attributes: &[Attribute]) -> Self {
        let comment = crate::doc::paragraph(attributes);
        let mut sorted = Attributes { comment, ..Attributes::default() };
        for attribute in attributes.iter().cloned() {
            let path = attribute.path();
            if path.is_ident("cfg") {
                sorted.everywhere.push(attribute);
            } else if path.is_ident("doc") || path.is_ident("deprecated") {
                sorted.call.push(attribute);
            } else {
                sorted.body.push(attribute);
            }
        }
        sorted
    }
}
