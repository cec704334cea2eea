//! Names of states: made from the code, unique in the machine.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeMap;

/// The most characters that a name may have (Developer Guide, "Quotas").
const LONGEST: usize = 80;

#[derive(Default)]
pub struct Names {
    /// The last number that was given to each name.
    taken: BTreeMap<String, usize>,
    /// Names that the user chooses, and whether a state has it yet.
    chosen: BTreeMap<String, bool>,
}

impl Names {
    /// The name, or the name with a number where it is taken.
    pub fn state(&mut self, name: &str) -> String {
        let name = shorten(name);
        if self.is_free(&name) {
            self.taken.insert(name.clone(), 1);
            return name;
        }
        let mut count = self.taken.get(&name).map_or(1, |count| *count);
        let stem = shorten_to(&name, LONGEST - 5);
        let numbered = loop {
            count += 1;
            let numbered = format!("{stem} {count}");
            if self.is_free(&numbered) {
                break numbered;
            }
        };
        self.taken.insert(name, count);
        self.taken.insert(numbered.clone(), 1);
        numbered
    }

    fn is_free(&self, name: &str) -> bool {
        !self.taken.contains_key(name) && !self.chosen.contains_key(name)
    }

    /// Keeps the names that `.named("..")` chooses in some code, whatever stands before it.
    pub fn reserve(&mut self, code: TokenStream, prefix: &str) {
        for name in chosen(code) {
            self.chosen.entry(format!("{prefix}{name}")).or_insert(false);
        }
    }

    /// A name that the user chose; `false` if another state has it.
    pub fn choose(&mut self, name: &str) -> bool {
        !self.chosen.insert(name.to_owned(), true).unwrap_or_default()
    }
}

/// The texts in `.named("..")`, in macros as well.
fn chosen(code: TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = code.into_iter().collect();
    let mut found = vec![];
    for (index, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let named =
            |token: &TokenTree| matches!(token, TokenTree::Ident(ident) if ident == "named");
        match syn::parse2::<syn::LitStr>(group.stream()) {
            Ok(text) if index > 0 && named(&tokens[index - 1]) => found.push(text.value()),
            _ => found.extend(chosen(group.stream())),
        }
    }
    found
}

fn shorten(name: &str) -> String {
    shorten_to(name, LONGEST)
}

fn shorten_to(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    name.chars().take(most - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_name_stays_free() {
        let code: TokenStream = r#"join!(f(a).named("Pay"), async { g(x).named("Tell").await })"#
            .parse()
            .unwrap_or_default();
        let mut names = Names::default();
        names.reserve(code, "");
        assert_eq!(names.state("Pay"), "Pay 2");
        assert_eq!(names.state("Ask"), "Ask");
        assert!(names.choose("Pay") && !names.choose("Pay") && names.choose("Tell"));
        assert_eq!(names.state("Pay"), "Pay 3");
        assert_eq!(names.state("Ask"), "Ask 2");
    }

    #[test]
    fn a_long_name_is_cut_and_still_has_its_number() {
        let mut names = Names::default();
        let (fits, long) = ("ä".repeat(LONGEST), "ä".repeat(LONGEST + 1));
        let cut = format!("{}…", "ä".repeat(LONGEST - 1));
        assert_eq!(names.state(&fits), fits);
        assert_eq!(names.state(&long), cut);
        let stem = format!("{}…", "ä".repeat(LONGEST - 6));
        assert_eq!(names.state(&long), format!("{stem} 2"));
        assert_eq!(names.state(&format!("{long}?")), format!("{stem} 3"));
        assert_eq!(names.state(&fits), format!("{stem} 4"));
    }

    #[test]
    fn only_the_text_of_a_name_is_reserved() {
        let code =
            r#"("A", named("B"), x.named("C"), named(d), unnamed("E"), ("F",), named("G", 1))"#;
        let found = chosen(code.parse().unwrap_or_default());
        assert_eq!(found, ["B", "C"]);
    }
}
