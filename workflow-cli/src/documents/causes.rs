//! One message for one cause: what follows from another mistake stands apart, and what is said of many places is
//! said once.

use workflow_asl::document::{Code, Diagnostic, Severity};

/// Diagnostics, sorted by what they are about.
#[derive(Debug, Default)]
pub(super) struct Causes {
    /// Mistakes: those that are worth reading.
    pub(super) causes: Vec<Diagnostic>,
    /// The diagnostics that AWS adds, and that are gone once the causes are mended.
    pub(super) effects: Vec<Diagnostic>,
}

impl Causes {
    /// Sorts what AWS says of a document.
    pub(super) fn of(all: Vec<Diagnostic>) -> Self {
        let (effects, causes) = sorted(all);
        Causes { causes: merged(causes), effects: merged(effects) }
    }
}

fn sorted(all: Vec<Diagnostic>) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let dangling: Vec<String> = all.iter().filter(|it| is_dangling(it)).map(scope).collect();
    // A state with another mistake is not told to be unreachable as well.
    let wrong: Vec<String> =
        all.iter().filter(|it| !is_unreached(it)).map(|it| it.pointer.clone()).collect();
    // A comparison that is misspelt is not told to be missing as well.
    let is_misspelt = |it: &&Diagnostic| it.message.starts_with("Field '");
    let misspelt: Vec<String> =
        all.iter().filter(is_misspelt).map(|it| it.pointer.clone()).collect();
    let misplaced = all.iter().any(|it| it.pointer.ends_with("/States/QueryLanguage"));
    let follows = |it: &Diagnostic| {
        let unreached = is_unreached(it);
        (it.code == Code::NoEnd && !dangling.is_empty())
            || (unreached && (dangling.contains(&scope(it)) || wrong.contains(&it.pointer)))
            || (misplaced && is_language(it))
            || (it.message.starts_with("A Choice rule must have") && misspelt.contains(&it.pointer))
    };
    all.into_iter().partition(follows)
}

/// The diagnostics, one for all that say the same of many places.
fn merged(all: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<(Diagnostic, usize)> = vec![];
    for found in all {
        let same = |(known, _): &&mut (Diagnostic, usize)| {
            (found.severity == Severity::Warning || is_language(&found))
                && (known.code, &known.message) == (found.code, &found.message)
        };
        match kept.iter_mut().find(same) {
            Some((_, again)) => *again += 1,
            None => kept.push((found, 0)),
        }
    }
    kept.into_iter().map(told).collect()
}

fn told((mut found, again): (Diagnostic, usize)) -> Diagnostic {
    if again > 0 {
        let places = if again == 1 { "place" } else { "places" };
        found.message = format!("{} (and so in {again} more {places})", found.message);
    }
    found
}

/// A field of the other query language.
fn is_language(found: &Diagnostic) -> bool {
    found.message.starts_with("The QueryLanguage is set to")
}

/// A transition to a state that is not there.
fn is_dangling(found: &Diagnostic) -> bool {
    found.code == Code::Target && found.message.starts_with("Missing 'Next' target")
}

/// A state that nothing leads to.
fn is_unreached(found: &Diagnostic) -> bool {
    found.code == Code::Target && found.message.ends_with("is not reachable.")
}

/// The scope that a state, or a field of one, stands in.
fn scope(found: &Diagnostic) -> String {
    let pointer = found.pointer.strip_suffix("/StartAt").map(|scope| format!("{scope}/States/"));
    let pointer = pointer.unwrap_or_else(|| found.pointer.clone());
    pointer.rsplit_once("/States/").map_or(String::new(), |(scope, _)| scope.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use workflow_asl::document::{Options, validate};

    fn left(text: &str) -> Vec<String> {
        let options = Options { severity: Severity::Warning, ..Options::default() };
        let found = Causes::of(validate(text, &options).diagnostics);
        found.causes.into_iter().map(|it| it.message).collect()
    }

    #[test]
    fn what_follows_stands_apart() {
        let text = r#"{ "StartAt": "Go", "States": { "Go": { "Type": "Pass", "Next": "Gone" } } }"#;
        let found = Causes::of(validate(text, &Options::default()).diagnostics);
        let told = |of: &[Diagnostic]| of.iter().map(|it| it.message.clone()).collect::<Vec<_>>();
        assert_eq!(told(&found.causes), ["Missing 'Next' target: Gone"]);
        assert_eq!(told(&found.effects), ["Workflow has no terminal state"]);
    }

    #[test]
    fn what_follows_is_not_told() {
        let text = r#"{ "StartAt": "A", "States": {
            "A": { "Type": "Pass", "Next": "Bx" }, "B": { "Type": "Succeed" } } }"#;
        assert_eq!(left(text), ["Missing 'Next' target: Bx"]);
        let text = r#"{ "StartAt": "Z", "States": {
            "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }"#;
        assert_eq!(left(text), ["Missing 'Next' target: Z"]);
        let text = r#"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "Z" } } }"#;
        assert_eq!(left(text), ["Missing 'Next' target: Z"]);
        let text = r#"{ "StartAt": "B", "States": {
            "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }"#;
        assert_eq!(left(text), ["State \"A\" is not reachable."]);
    }

    #[test]
    fn one_slip_has_one_message() {
        for (state, message) in [
            (
                r#"{ "Type": "Choice", "Default": "E", "Choices": [{ "Variable": "$.a", "NumericEqual": 1, "Next": "E" }] }"#,
                "Field 'NumericEqual' is not supported",
            ),
            (r#"1"#, "Expected value of type [OBJECT]"),
        ] {
            let text = format!(
                r#"{{ "StartAt": "S", "States": {{ "S": {state}, "E": {{ "Type": "Succeed" }} }} }}"#
            );
            let options = Options::default();
            let found = Causes::of(validate(&text, &options).diagnostics).causes;
            let told: Vec<_> =
                found.iter().filter(|it| it.pointer.starts_with("/States/S")).collect();
            assert!(told.len() == 1 && told[0].message == message, "{told:?}");
        }
        let text = r#"{ "StartAt": "A", "States": { "QueryLanguage": "JSONata",
            "A": { "Type": "Pass", "Output": 1, "End": true } } }"#;
        assert_eq!(left(text), ["Expected value of type [OBJECT]"]);
    }

    #[test]
    fn what_is_said_of_many_places_is_said_once() {
        let pass = |next: &str| {
            format!(r#"{{ "Type": "Pass", "Parameters": {{ "a": "{{% 1 %}}" }}, {next} }}"#)
        };
        let (a, b) = (pass(r#""Next": "B""#), pass(r#""End": true"#));
        let text = format!(r#"{{ "StartAt": "A", "States": {{ "A": {a}, "B": {b} }} }}"#);
        let said = left(&text);
        assert!(said.len() == 1 && said[0].ends_with("(and so in 1 more place)"), "{said:?}");
    }
}
