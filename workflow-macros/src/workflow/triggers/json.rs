//! JSON as it stands in an attribute: `{ "source": ["shop"] }`.

use proc_macro2::{Span, TokenStream};
use std::fmt::Write;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Ident, Lit, LitStr, Token};

/// The most levels of lists and objects in each other.
const DEEPEST: usize = 64;

/// A value with the place where it stands.
pub struct Json {
    pub span: Span,
    pub value: JsonValue,
}

/// A JSON value.
pub enum JsonValue {
    Object(Vec<(LitStr, Json)>),
    List(Vec<Json>),
    Text(String),
    /// A number, `true`, `false` or `null`.
    Plain(String),
}

/// Reads one value.
pub fn read(tokens: TokenStream) -> syn::Result<Json> {
    (|input: ParseStream<'_>| value(input, 0)).parse2(tokens)
}

fn value(input: ParseStream<'_>, depth: usize) -> syn::Result<Json> {
    let span = input.span();
    if depth > DEEPEST {
        let text = format!("JSON is at most {DEEPEST} levels deep here\nhelp: make it flatter");
        return Err(syn::Error::new(span, text));
    }
    if input.peek(syn::token::Brace) {
        let content;
        let brace = syn::braced!(content in input);
        let members = all(&content, &|input| member(input, depth))?;
        twice(&members)?;
        return Ok(Json { span: brace.span.join(), value: JsonValue::Object(members) });
    }
    if input.peek(syn::token::Bracket) {
        let content;
        let bracket = syn::bracketed!(content in input);
        let items = all(&content, &|input| value(input, depth + 1))?;
        return Ok(Json { span: bracket.span.join(), value: JsonValue::List(items) });
    }
    scalar(input)
}

/// Everything between commas.
fn all<T>(
    content: ParseStream<'_>,
    one: &dyn Fn(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<Vec<T>> {
    let mut all = vec![];
    while !content.is_empty() {
        all.push(one(content)?);
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
    }
    Ok(all)
}

fn member(input: ParseStream<'_>, depth: usize) -> syn::Result<(LitStr, Json)> {
    if !input.peek(LitStr) {
        return Err(
            input.error("a key of JSON is a text\nhelp: write `{ \"source\": [\"shop\"] }`")
        );
    }
    let key = input.parse()?;
    input.parse::<Token![:]>()?;
    Ok((key, value(input, depth + 1)?))
}

fn twice(members: &[(LitStr, Json)]) -> syn::Result<()> {
    for (index, (key, _)) in members.iter().enumerate() {
        if members[..index].iter().any(|(other, _)| other.value() == key.value()) {
            let text = "this key is written twice\nhelp: remove one of them";
            return Err(syn::Error::new(key.span(), text));
        }
    }
    Ok(())
}

fn scalar(input: ParseStream<'_>) -> syn::Result<Json> {
    let refused = "JSON has texts, numbers, `true`, `false`, `null`, `[..]` and `{ \"key\": .. }`\nhelp: write one of them, without names of Rust";
    let span = input.span();
    if input.peek(Ident::peek_any) && !input.peek(syn::LitBool) {
        let name = input.call(Ident::parse_any)?;
        if name != "null" {
            return Err(syn::Error::new(name.span(), refused));
        }
        return Ok(Json { span, value: JsonValue::Plain("null".to_owned()) });
    }
    let minus = input.parse::<Option<Token![-]>>()?.is_some();
    let literal = Lit::parse(input).map_err(|error| syn::Error::new(error.span(), refused))?;
    let sign = if minus { "-" } else { "" };
    let text = match &literal {
        Lit::Str(text) if !minus => {
            return Ok(Json { span, value: JsonValue::Text(text.value()) });
        }
        Lit::Bool(it) if !minus => it.value.to_string(),
        Lit::Int(it) if it.suffix().is_empty() => format!("{sign}{}", it.base10_digits()),
        Lit::Float(it) if it.suffix().is_empty() && !it.base10_digits().ends_with('.') => {
            format!("{sign}{}", it.base10_digits())
        }
        _ => return Err(syn::Error::new(literal.span(), refused)),
    };
    Ok(Json { span, value: JsonValue::Plain(text) })
}

impl Json {
    /// The text of the value.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, to: &mut String) {
        match &self.value {
            JsonValue::Plain(text) => to.push_str(text),
            JsonValue::Text(text) => quoted(text, to),
            JsonValue::List(items) => {
                to.push('[');
                for (index, item) in items.iter().enumerate() {
                    to.push_str(if index > 0 { "," } else { "" });
                    item.write(to);
                }
                to.push(']');
            }
            JsonValue::Object(members) => {
                to.push('{');
                for (index, (key, value)) in members.iter().enumerate() {
                    to.push_str(if index > 0 { "," } else { "" });
                    quoted(&key.value(), to);
                    to.push(':');
                    value.write(to);
                }
                to.push('}');
            }
        }
    }
}

fn quoted(text: &str, to: &mut String) {
    to.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => to.extend(['\\', c]),
            // Writing to a text does not fail.
            c if c < ' ' => drop(write!(to, "\\u{:04x}", u32::from(c))),
            c => to.push(c),
        }
    }
    to.push('"');
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn text(json: &str) -> Result<String, String> {
        let tokens = json.parse::<TokenStream>().unwrap();
        read(tokens).map(|it| it.text()).map_err(|error| error.to_string())
    }

    #[test]
    fn json_is_read_and_written() {
        for (json, expected) in [
            (
                r#"{ "source": ["shop", { "prefix": "a" }], }"#,
                r#"{"source":["shop",{"prefix":"a"}]}"#,
            ),
            ("[1, -2.5, 1e3, true, false, null]", "[1,-2.5,1e3,true,false,null]"),
            (r#""\u{1}\n\"\\ü""#, r#""\u0001\u000a\"\\ü""#),
            ("{}", "{}"),
        ] {
            assert_eq!(text(json).as_deref(), Ok(expected), "{json}");
        }
    }

    #[test]
    fn the_rest_is_refused() {
        for (json, expected) in [
            ("{ source: 1 }", "a key of JSON is a text"),
            ("[shop]", "JSON has texts"),
            ("None", "JSON has texts"),
            ("1u8", "JSON has texts"),
            ("-\"a\"", "JSON has texts"),
            ("'a'", "JSON has texts"),
            (r#"{ "a": 1, "a": 2 }"#, "is written twice"),
            ("1 2", "unexpected token"),
            ("", "JSON has texts"),
        ] {
            let found = text(json).unwrap_err();
            assert!(found.contains(expected), "{json}: {found}");
        }
    }

    #[test]
    fn it_is_as_deep_as_it_may_be() {
        for (open, close) in [("[", "]"), (r#"{ "a": "#, "}")] {
            let nested = |of: usize| text(&(open.repeat(of) + "1" + &close.repeat(of)));
            nested(64).unwrap();
            assert!(nested(65).unwrap_err().contains("64 levels"));
        }
    }
}
