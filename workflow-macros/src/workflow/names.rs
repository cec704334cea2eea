//! Names of states: made from the code, unique in the machine.

use std::collections::BTreeMap;

/// The most characters that a name may have (Developer Guide, "Quotas").
const LONGEST: usize = 80;

#[derive(Default)]
pub struct Names(BTreeMap<String, usize>);

impl Names {
    /// The name, or the name with a number where it is taken.
    pub fn state(&mut self, name: &str) -> String {
        let name = shorten(name);
        let count = self.0.entry(name.clone()).or_insert(0);
        *count += 1;
        if *count == 1 {
            return name;
        }
        let numbered = format!("{} {count}", shorten_to(&name, LONGEST - 5));
        self.state(&numbered)
    }

    /// A name that the user chose; `false` if it is taken.
    pub fn claim(&mut self, name: &str) -> bool {
        self.0.insert(name.to_owned(), 1).is_none()
    }
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

/// `tell_customer` → `TellCustomer`.
pub fn pascal(name: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        chars
            .next()
            .map(|first| first.to_uppercase().chain(chars).collect::<String>())
            .unwrap_or_default()
    };
    name.trim_start_matches("r#").split('_').map(word).collect()
}

/// Source text as a person writes it: `quote . total > 500.0 && ! ok` → `quote.total > 500.0 and not ok`.
pub fn source(tokens: impl quote::ToTokens) -> String {
    let text = tokens.to_token_stream().to_string();
    let text = text.replace(" . ", ".").replace(". ", ".").replace(" .", ".");
    let text = text.replace(" (", "(").replace("( ", "(").replace(" )", ")").replace(" ,", ",");
    let text = text
        .replace(" :: ", "::")
        .replace("&&", "and")
        .replace("& ", "")
        .replace(".await", "")
        .replace(" ?", "")
        .replace(" [", "[")
        .replace("[ ", "[")
        .replace(" ]", "]");
    let text = text.replace("||", "or").replace("! ", "not ").replace(" =and", " =");
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(".clone()", "").replace('\\', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn source_is_written_as_a_person_writes_it() {
        for (code, name) in [
            ("quote.total > 500.0 && !ok", "quote.total > 500.0 and not ok"),
            ("a::B == *b || c && d", "a::B == * b or c and d"),
            ("find(&request.email.clone()).await?", "find(request.email)"),
        ] {
            let code: proc_macro2::TokenStream = code.parse().unwrap_or_default();
            assert_eq!(source(code), name);
        }
    }
}
