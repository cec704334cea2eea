//! Source text as a person writes it, for the names of states.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

/// Words after which an expression begins.
const BEFORE: &[&str] =
    &["in", "return", "match", "if", "else", "as", "mut", "ref", "move", "async"];

/// Source text without the space that tokens have, with `and`, `or` and `not`, and without borrows, clones, `?` and
/// `.await`: `quote . total > 500.0 && ! ok` is `quote.total > 500.0 and not ok`.
pub fn source(code: impl quote::ToTokens) -> String {
    let mut text = Text::default();
    text.all(code.to_token_stream());
    crate::ident::unraw(text.written.trim()).replace(".clone()", "").replace('\\', "")
}

/// Text that grows by tokens.
#[derive(Default)]
struct Text {
    written: String,
    /// The last token ends a value, so that an operator that follows has two sides.
    value: bool,
    /// Nothing stands between the last token and the next.
    tight: bool,
    /// The parameters of a closure are open.
    closure: bool,
    /// The arguments of a path that are open, `::<`.
    arguments: usize,
}

impl Text {
    fn all(&mut self, code: TokenStream) {
        let mut operator = String::new();
        for token in code {
            match token {
                TokenTree::Punct(punct) => {
                    operator.push(punct.as_char());
                    if punct.spacing() == Spacing::Alone {
                        operators(&std::mem::take(&mut operator)).for_each(|it| self.operator(it));
                    }
                }
                TokenTree::Ident(ident) => self.word(&ident.to_string()),
                TokenTree::Literal(literal) => self.word(&literal.to_string()),
                TokenTree::Group(group) => self.group(&group),
            }
        }
    }

    fn word(&mut self, word: &str) {
        if word == "await" && self.written.ends_with('.') {
            self.written.pop();
            return;
        }
        self.push(word, false);
        self.value = !BEFORE.contains(&word);
    }

    fn group(&mut self, group: &Group) {
        let (open, close) = match group.delimiter() {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => ("{ ", " }"),
            Delimiter::None => ("", ""),
        };
        // Of a call or an index nothing stands before the bracket.
        self.tight |= self.value && !open.is_empty() && open != "{ ";
        let mut inner = Text::default();
        inner.all(group.stream());
        self.push(&format!("{open}{}{close}", inner.written.trim()), false);
        self.value = true;
    }

    fn operator(&mut self, operator: &str) {
        let prefix = !self.value;
        match operator {
            "." | "::" | ".." | "..=" | "'" => self.push_tight(operator),
            "?" => return,
            "," | ";" | ":" => {
                self.tight = true;
                self.push(operator, false);
            }
            "|" if self.closure => {
                self.closure = false;
                self.tight = true;
                self.push(operator, false);
            }
            "|" if prefix => {
                self.closure = true;
                self.push(operator, true);
            }
            "<" if self.written.ends_with("::") => {
                self.arguments += 1;
                self.push(operator, true);
            }
            ">" if self.arguments > 0 => {
                self.arguments -= 1;
                self.tight = true;
                self.push(operator, false);
                self.value = true;
                return;
            }
            "!" if prefix => self.push("not", false),
            "!" => {
                // The name of a macro.
                self.tight = true;
                self.push(operator, false);
                self.value = true;
                return;
            }
            "&" | "&&" if prefix => return,
            "-" | "*" if prefix => self.push(operator, true),
            "&&" => self.push("and", false),
            "||" if !prefix => self.push("or", false),
            _ => self.push(operator, false),
        }
        self.value = false;
    }

    fn push_tight(&mut self, text: &str) {
        self.tight |= self.value;
        self.push(text, true);
    }

    /// Writes a text, and a space before it where one is due.
    fn push(&mut self, text: &str, tight: bool) {
        if !self.tight && !self.written.is_empty() {
            self.written.push(' ');
        }
        self.written.push_str(text);
        self.tight = tight;
    }
}

/// The operators in punctuation that stands together: `&&!` is two.
fn operators(mut together: &str) -> impl Iterator<Item = &str> {
    const LONG: &[&str] = &[
        "..=", "<<=", ">>=", "&&", "||", "==", "!=", "<=", ">=", "..", "::", "->", "=>", "+=",
        "-=", "*=", "/=", "%=", "^=", "&=", "|=", "<<", ">>",
    ];
    std::iter::from_fn(move || {
        let long = LONG.iter().find(|long| together.starts_with(**long)).map(|long| long.len());
        let end = long.or(together.chars().next().map(char::len_utf8))?;
        let (first, rest) = together.split_at(end);
        together = rest;
        Some(first)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn source_is_written_as_a_person_writes_it() {
        for (code, name) in [
            ("quote.total > 500.0 && !ok", "quote.total > 500.0 and not ok"),
            ("a::B == *b || c && d", "a::B == *b or c and d"),
            ("find(&request.email.clone()).await?", "find(request.email)"),
            ("1..=n * 2", "1..=n * 2"),
            ("..3", "..3"),
            ("list[i] - 1 < -(x + y)", "list[i] - 1 < -(x + y)"),
            (
                "list.iter().map(|x| *x * 2).any(|(a, b)| a == &b)",
                "list.iter().map(|x| *x * 2).any(|(a, b)| a == b)",
            ),
            ("found.is_some_and(|| true)", "found.is_some_and(|| true)"),
            (
                "matches!(order.state, State::Paid { .. } | State::Sent(_))",
                "matches!(order.state, State::Paid { .. } | State::Sent(_))",
            ),
            ("!a&&!b||*c==-1", "not a and not b or *c == -1"),
            ("Vec::<u32>::new()", "Vec::<u32>::new()"),
            ("x as u64 % 2", "x as u64 % 2"),
            ("if r#type { 1 } else { 2 }", "if type { 1 } else { 2 }"),
            ("vec![1, 2].len() != [a].len()", "vec![1, 2].len() != [a].len()"),
            ("Some((key, &mut value))", "Some((key, mut value))"),
        ] {
            let code: TokenStream = code.parse().unwrap_or_default();
            assert_eq!(source(code), name);
        }
    }
}
