//! `Assign` and `Output`.

use super::fields::{Fields, Problems, join, template};
use super::problem::{Code, Problem};
use super::states::Outcome;

pub(super) fn outcome(fields: &Fields<'_>, problems: &mut Problems) -> Outcome {
    outcome_at(fields, "", problems)
}

/// `Assign` and `Output`; `prefix` is where they stand in the state.
pub(super) fn outcome_at(fields: &Fields<'_>, prefix: &str, problems: &mut Problems) -> Outcome {
    let output = fields.get("Output").and_then(|value| {
        template(value, &fields.at("Output"), &format!("{prefix}Output"), problems)
    });
    let pointer = fields.at("Assign");
    let variables = fields
        .get("Assign")
        .and_then(|value| Fields::of(value, &pointer, problems).and(value.as_object()));
    let mut assign = vec![];
    for (name, value) in variables.into_iter().flatten() {
        let pointer = join(&pointer, name);
        if let Err(message) = variable_name(name) {
            problems.push(Problem::new(Code::Schema, pointer.as_str(), message));
        }
        if let Some(template) =
            template(value, &pointer, &format!("{prefix}Assign/{name}"), problems)
        {
            assign.push((name.clone(), template));
        }
    }
    Outcome { assign, output }
}

/// A name of a variable: a Unicode identifier of at most 80 characters (specification, "Variables").
fn variable_name(name: &str) -> Result<(), String> {
    let mut characters = name.chars();
    let begins = characters.next().is_some_and(|first| first.is_alphabetic() || first == '_');
    if name == "states" {
        return Err("the variable name `states` is reserved; choose another".into());
    }
    if !begins
        || !characters.all(|next| next.is_alphanumeric() || next == '_')
        || name.chars().count() > 80
    {
        return Err(format!(
            "\"{name}\" is not a variable name: a letter, then letters, digits and `_`, 80 characters at most"
        ));
    }
    Ok(())
}
