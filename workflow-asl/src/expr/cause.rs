//! The cause of a failure without Lambda's form around it, as `ops::cause` reads it.

use super::Refused;
use super::code::Code;
use super::compose::many;
use super::ty::Ty;
use crate::ops::cause::is_form;

/// The cause that a workflow reads. `$parse` fails on what is no JSON, therefore the form is told first.
pub(super) fn read(failure: Code) -> Result<Code, Refused> {
    many("failure", failure, |failure| {
        let [error, cause] = ["Error", "Cause"].map(|name| failure.step(name, Ty::STRING));
        let (error, cause) = (error.text(), cause.text());
        let form = is_form(cause);
        let message = format!("$parse({cause})[errorType = {error}].errorMessage");
        Ok(Code::call(format!("[{form} ? {message}, {cause}][0]"), Ty::STRING))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::jsonata::{Entropy, Expression, Scope};
    use crate::ops::cause::unwrapped;
    use serde_json::{Value, json};

    /// Returns what the document makes of a cause.
    fn document(error: &str, cause: &str) -> Value {
        let code = read(Code::path("$failure", Ty::Unknown)).unwrap();
        let failure = json!({ "Error": error, "Cause": cause });
        let mut scope = Scope::new();
        scope.bind("failure", &failure);
        let expression = Expression::parse(code.text()).unwrap();
        expression.evaluate(&scope, &mut Entropy::default()).unwrap().unwrap()
    }

    #[test]
    fn what_a_function_writes_is_unwrapped() {
        let messages =
            ["", "plain", "é \"q\" \\ \n\t\u{1}\u{1f}\u{7f}", "{\"a\":1}", "\u{1f600}/", "null"];
        for (error, message) in messages.iter().flat_map(|it| [("Odd", it), ("A \"b\"\\", it)]) {
            let cause = json!({ "errorType": error, "errorMessage": message }).to_string();
            assert_eq!(unwrapped(error, &cause).as_deref(), Some(*message), "{cause}");
            assert_eq!(document(error, &cause), json!(message), "{cause}");
            assert_eq!(document("Other", &cause), json!(cause), "{cause}");
            let other = json!({ "errorMessage": message, "errorType": error }).to_string();
            assert_eq!(unwrapped(error, &other).as_deref(), Some(*message), "{other}");
            assert_eq!(document(error, &other), json!(message), "{other}");
        }
    }

    /// Parts that the form is made of, and that break it, in any order.
    #[test]
    fn both_halves_tell_the_form_alike() {
        const PARTS: &[&str] = &[
            "{",
            "}",
            "\"errorType\":",
            "\"errorMessage\":",
            "\"E\"",
            "\"m\"",
            ",",
            "\"",
            "\\",
            "\\n",
            "\\\"",
            "\\\\",
            "\\q",
            "\\u0041",
            "\\u00e9",
            "\\ud800",
            " ",
            "\n",
            "\u{1}",
            "E",
            "é",
            "[]",
            "{\"errorType\":\"E\",\"errorMessage\":\"",
            "\"}",
            "\"stack\":[],",
            "null",
        ];
        let (mut state, mut wrapped) = (7_u64, 0);
        let mut below = |bound: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % bound
        };
        for _ in 0..3_000 {
            let mut cause: String = (0..below(6)).map(|_| PARTS[below(PARTS.len())]).collect();
            if below(2) == 0 {
                cause = format!("{{\"errorType\":\"E\",\"errorMessage\":\"{cause}\"}}");
            }
            let ours = unwrapped("E", &cause);
            wrapped += u32::from(ours.is_some());
            assert_eq!(
                document("E", &cause),
                json!(ours.unwrap_or_else(|| cause.clone())),
                "{cause}"
            );
        }
        assert!((200..2_500).contains(&wrapped), "{wrapped} of the texts are of the form");
    }
}
