//! The cause of a failure without Lambda's form around it: `{"errorType": …, "errorMessage": …}`.

use serde::Deserialize;

/// Finds the escapes of JSON, in JSONata. One that is replaced leaves a letter, so nothing outside of a string is hidden.
pub const ESCAPES: &str = r#"/\\(["\\\/bfnrt]|u00[\da-fA-F]{2})/"#;

/// Tells Lambda's form, once its escapes are replaced.
const FORM: &str =
    r#"/^\{"error(Type|Message)":"[^"\\\x00-\x1f]*","error(Type|Message)":"[^"\\\x00-\x1f]*"\}$/"#;

/// The condition that a cause is of Lambda's form, in JSONata.
#[must_use]
pub fn is_form(cause: &str) -> String {
    format!("$contains($replace({cause}, {ESCAPES}, '.'), {FORM})")
}

/// The members that the form has, in either order.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wrapped {
    #[serde(rename = "errorType")]
    error: String,
    #[serde(rename = "errorMessage")]
    message: String,
}

/// The message in a cause that is the form of a Lambda function which fails with this error; `None` for another text.
///
/// The form is exactly what a function of this library writes: the two members, without spaces. So the document, where
/// a text that is no JSON must not be parsed, tells it by its letters (`expr::cause`).
#[must_use]
pub fn unwrapped(error: &str, cause: &str) -> Option<String> {
    if !has_form(cause) {
        return None;
    }
    let wrapped: Wrapped = serde_json::from_str(cause).ok()?;
    (wrapped.error == error).then_some(wrapped.message)
}

/// True if a cause is of Lambda's form, of whichever error.
#[must_use]
pub fn has_form(cause: &str) -> bool {
    let members = || {
        let inside = cause.strip_prefix('{')?.strip_suffix('}')?;
        member(member(inside)?.strip_prefix(',')?)
    };
    members().is_some_and(str::is_empty)
}

/// The text after a member.
fn member(text: &str) -> Option<&str> {
    let name = |name| text.strip_prefix(name);
    let value = name("\"errorType\":\"").or_else(|| name("\"errorMessage\":\""))?;
    let mut letters = value.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return value.get(at + 1..),
            '\\' => match letters.next()?.1 {
                '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' => {}
                'u' if control(value.get(at + 2..at + 6)?) => {}
                _ => return None,
            },
            '\0'..='\x1f' => return None,
            _ => {}
        }
    }
    None
}

/// True for `00` and two digits of hexadecimal numbers: no half of a pair.
fn control(digits: &str) -> bool {
    digits.strip_prefix("00").is_some_and(|low| low.bytes().all(|digit| digit.is_ascii_hexdigit()))
}
