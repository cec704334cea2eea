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

#[cfg(test)]
mod tests {
    use super::*;
    use quote::ToTokens;

    #[test]
    fn each_attribute_goes_where_it_is_read() {
        let function: syn::ItemFn = syn::parse_quote! {
            /// Charges a card.
            ///
            /// Once.
            #[cfg(test)]
            #[deprecated]
            #[allow(unused)]
            #[tracing::instrument]
            #[cfg_attr(test, ignore)]
            fn f() {}
        };
        let sorted = Attributes::sort(&function.attrs);
        let names = |all: &[Attribute]| -> Vec<String> {
            all.iter().map(|it| it.path().to_token_stream().to_string()).collect()
        };
        assert_eq!(names(&sorted.everywhere), ["cfg"]);
        assert_eq!(names(&sorted.call), ["doc", "doc", "doc", "deprecated"]);
        assert_eq!(names(&sorted.body), ["allow", "tracing :: instrument", "cfg_attr"]);
        assert_eq!(sorted.comment, "Charges a card.");
    }
}
