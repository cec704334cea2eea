//! The names of states, a law of their own: short English, and never a piece of the code.

use serde_json::Value;
use workflow_asl::Definition;

/// The most letters of a name that the macro makes.
const LONGEST: usize = 60;

/// Pieces of code, which no name has.
const CODE: &[&str] = &[
    "(", ")", "[", "]", "{", "}", "|", "*", "&", "::", "..", ";", "\"", "\\", "=>", "->", "$",
    "__", "…", " ,", " .", "! ", "_?",
];

/// Refuses a document in which a state is named by a piece of code.
pub fn check(definition: &Definition) -> Result<(), String> {
    check_value(&definition.to_value())
}

/// Refuses a definition in which a state is named by a piece of code.
pub fn check_value(definition: &Value) -> Result<(), String> {
    let mut all = vec![];
    names(definition, &mut all);
    match all.iter().find_map(|name| Some((name, fragment(name)?))) {
        Some((name, why)) => Err(format!("the name `{name}` is a piece of code: {why}")),
        None => Ok(()),
    }
}

fn names(value: &Value, all: &mut Vec<String>) {
    if let Some(states) = value["States"].as_object() {
        all.extend(states.keys().cloned());
    }
    let inner = value.as_object().into_iter().flat_map(|fields| fields.values());
    inner.chain(value.as_array().into_iter().flatten()).for_each(|value| names(value, all));
}

/// Returns what is wrong with a name.
pub fn fragment(name: &str) -> Option<String> {
    let letters: Vec<char> = name.chars().collect();
    let is_place =
        |three: &[char]| three[1] == '.' && three[0].is_alphanumeric() && three[2].is_alphabetic();
    if letters.len() > LONGEST {
        return Some(format!("it has {} letters", letters.len()));
    }
    if let Some(code) = CODE.iter().find(|code| name.contains(*code)) {
        return Some(format!("`{code}`"));
    }
    if letters.windows(3).any(is_place) {
        return Some("a path of fields".to_owned());
    }
    let number = |rest: &str| rest.trim().bytes().all(|digit| digit.is_ascii_digit());
    let asks = name.split_once('?').is_some_and(|(_, rest)| !number(rest));
    asks.then(|| "`?` before its end".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_code_are_told_from_names() {
        for (name, fine) in [
            ("Charge", true),
            ("Has note?", true),
            ("Has note? 2", true),
            ("While day < days", true),
            ("total > 500.0?", true),
            ("For key, value in totals", true),
            ("Book: Pay", true),
            ("tank.fish.get(species) is Some(count)?", false),
            ("order.total > 5?", false),
            ("a && b?", false),
            ("kind? is Paid", false),
            ("quote . total", false),
            ("State::Paid", false),
            ("Set __value", false),
            ("x".repeat(61).as_str(), false),
        ] {
            assert_eq!(fragment(name).is_none(), fine, "{name}");
        }
    }
}
