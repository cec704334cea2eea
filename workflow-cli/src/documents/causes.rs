//! One message for one cause: what follows from another mistake stands apart, and what is said of many places is
//! said once.

use workflow_asl::document::{Code, Diagnostic, Severity};
use workflow_asl::nearest::near;

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
    let found = Found::of(&all);
    all.into_iter().partition(|it| found.follows(it))
}

/// The mistakes from which others follow.
#[derive(Default)]
struct Found {
    /// The scopes in which a transition leads nowhere, or is not read.
    cut: Vec<String>,
    /// The places of mistakes: a state with another one is not told to be unreachable as well.
    wrong: Vec<String>,
    /// The fields that no object of theirs has: their places and their names.
    misspelt: Vec<(String, String)>,
    /// True if the query language stands among the states.
    misplaced: bool,
}

impl Found {
    fn of(all: &[Diagnostic]) -> Self {
        let mut found = Found::default();
        for it in all {
            if let Some(field) = misspelt(it) {
                found.misspelt.push((it.pointer.clone(), field.to_owned()));
                if near(field, TRANSITIONS.iter().copied()).is_some() {
                    found.cut.extend([scope(it), it.pointer.clone()]);
                }
            }
            if is_dangling(it) || has_no_kind(it) || ends_nowhere(it) {
                found.cut.push(scope(it));
            }
            if !is_unreached(it) {
                found.wrong.push(it.pointer.clone());
            }
            found.misplaced |= it.pointer.ends_with("/States/QueryLanguage");
        }
        found
    }

    fn follows(&self, it: &Diagnostic) -> bool {
        let unreached = is_unreached(it);
        (it.code == Code::NoEnd && !self.cut.is_empty())
            || (unreached && (self.cut.contains(&scope(it)) || self.wrong.contains(&it.pointer)))
            || (self.misplaced && is_language(it))
            || self.is_missing(it)
    }

    /// True if what is missing is there, misspelt.
    fn is_missing(&self, it: &Diagnostic) -> bool {
        // What a call must have is asked for at its resource.
        let asked = it.pointer.strip_suffix("/Resource").unwrap_or(&it.pointer);
        let here = |(place, _): &&(String, String)| *place == it.pointer || place == asked;
        let mut here = self.misspelt.iter().filter(here).map(|(_, field)| field.as_str());
        if it.message.starts_with("A Choice rule must have") {
            return here.next().is_some();
        }
        let here: Vec<&str> = here.collect();
        let meant = |field: &str| here.iter().any(|it| near(it, [field].into_iter()).is_some());
        if let Some((field, _)) = it.message.split_once(" field is required for resource ARN") {
            return meant(field);
        }
        let mut missing = listed(&it.message);
        if it.message.starts_with("These fields are required: [") {
            missing.all(meant)
        } else {
            it.message.starts_with("This object should have only one of") && missing.any(meant)
        }
    }
}

/// The fields that lead to states.
const TRANSITIONS: &[&str] = &["StartAt", "States", "Next", "End", "Choices", "Default", "Catch"];

/// The names in the brackets of a message.
fn listed(message: &str) -> impl Iterator<Item = &str> {
    let names = message.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
    names.map_or("", |(names, _)| names).split(", ")
}

/// The field that is told to be none.
fn misspelt(found: &Diagnostic) -> Option<&str> {
    let named = found.message.strip_prefix("Field '")?;
    named.strip_suffix("' is not supported")
}

/// A state that leads nowhere, and is no end.
fn ends_nowhere(found: &Diagnostic) -> bool {
    found.message.ends_with("of the following fields: [Next, End]")
}

/// A state without a `Type`, whose transitions are not read.
fn has_no_kind(found: &Diagnostic) -> bool {
    let missing = found.message.starts_with("These fields are required: [Type");
    missing || (found.code == Code::Schema && found.pointer.ends_with("/Type"))
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
    fn a_misspelt_field_has_one_message() {
        let next = r#""Next": "B""#;
        let task = |fields: &str| {
            format!(
                r#"{{ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {{ "FunctionName": "f" }}, {fields} }}"#
            )
        };
        let inner = r#"{ "StartAt": "X", "States": { "X": { "Type": "Succeed" } } }"#;
        for (state, field) in [
            (r#"{ "Type": "Pass", "Nxt": "B" }"#.to_owned(), "Nxt"),
            (format!(r#"{{ "Type": "Task", "Resouce": "x", {next} }}"#), "Resouce"),
            (format!(r#"{{ "Type": "Map", "ItemProccessor": {inner}, {next} }}"#), "ItemProccessor"),
            (format!(r#"{{ "Type": "Map", "ItemProcessor": {}, {next} }}"#, inner.replace("States", "Sates")), "Sates"),
            (
                r#"{ "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsNull": true, "Nxt": "B" }] }"#.to_owned(),
                "Nxt",
            ),
            (task(r#""End": true, "Catch": [{ "ErrorEquals": ["States.ALL"], "Nxt": "B" }]"#), "Nxt"),
            (task(&format!(r#"{next}, "Catch": [{{ "ErrorEqual": ["States.ALL"], "Next": "B" }}]"#)), "ErrorEqual"),
            (task(next).replace("Parameters", "Paramters"), "Paramters"),
            (r#"{ "Typ": "Pass", "Next": "B" }"#.to_owned(), "Typ"),
        ] {
            let text = format!(
                r#"{{ "StartAt": "A", "States": {{ "A": {state}, "B": {{ "Type": "Succeed" }} }} }}"#
            );
            let found = Causes::of(validate(&text, &Options::default()).diagnostics).causes;
            assert!(found.len() == 1 && found[0].field.as_deref() == Some(field), "{text}\n{found:?}");
        }
        let text = r#"{ "StartAt": "B", "Sates": { "B": { "Type": "Succeed" } } }"#;
        assert_eq!(left(text), ["Field 'Sates' is not supported"]);
    }

    #[test]
    fn what_is_missing_besides_is_told() {
        let text = r#"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Foo": 1 } } }"#;
        let found = left(text);
        assert!(found.len() == 2 && found.iter().any(|it| it.contains("[Next, End]")), "{found:?}");
        let text = r#"{ "Sates": { "B": { "Type": "Succeed" } } }"#;
        assert!(left(text).iter().any(|it| it.contains("StartAt")), "{:?}", left(text));
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
