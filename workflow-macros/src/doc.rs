//! Documentation, as a comment of the document.

use syn::{Attribute, Expr, Lit, Meta};

/// The first paragraph of the documentation, in one line.
pub fn paragraph(attributes: &[Attribute]) -> String {
    // `/** .. */` is one attribute of many lines.
    let lines = attributes.iter().filter_map(text).flat_map(|text| {
        text.lines()
            .map(|line| line.trim().to_owned())
            .chain(text.is_empty().then(String::new))
            .collect::<Vec<_>>()
    });
    let paragraph: Vec<_> =
        lines.skip_while(String::is_empty).take_while(|line| !line.is_empty()).collect();
    paragraph.join(" ")
}

fn text(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            Expr::Lit(syn::ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_one_line() {
        let task: syn::ItemFn = syn::parse_quote! {
            /// Charges the card,
            /// once.
            ///
            /// Not more.
            fn charge() {}
        };
        assert_eq!(paragraph(&task.attrs), "Charges the card, once.");
        let block: syn::ItemFn = syn::parse_quote! {
            #[doc = "\n Ships\n it.\n\n Later."]
            fn ship() {}
        };
        assert_eq!(paragraph(&block.attrs), "Ships it.");
        assert_eq!(paragraph(&[]), "");
    }
}
