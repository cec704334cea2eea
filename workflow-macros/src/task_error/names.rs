//! The names of errors.

use quote::format_ident;
use syn::Ident;
use syn::ext::IdentExt;

/// The beginning of the errors with which the branches of a race win.
pub(crate) const RACE: &str = "Race.";

/// Names of the States Language that a task can fail with and a catcher can take.
const RESERVED: &[&str] = &[
    "States.DataLimitExceeded",
    "States.HeartbeatTimeout",
    "States.Http.Socket",
    "States.Permissions",
    "States.QueryEvaluationError",
    "States.Timeout",
];

/// The reason why a name cannot be an error's, and what to write instead.
pub(super) fn refused(name: &str) -> Option<(&'static str, &'static str)> {
    match name {
        "" => Some(("an error name is not empty", "write the name as the task's service sends it")),
        "States.ALL" | "States.TaskFailed" => Some((
            "this name would also match the errors of other variants",
            "write `#[other]` above a variant that holds a `Failure`: it takes everything else",
        )),
        "States.Runtime" => Some((
            "`States.Runtime` can be neither retried nor caught",
            "remove the variant: such a failure ends the workflow",
        )),
        _ if RESERVED.contains(&name) || name.starts_with("States.Http.StatusCode.") => None,
        _ if name.starts_with(RACE) => Some((
            "names that begin with `Race.` belong to `race!`: they say which branch has won",
            "choose another name",
        )),
        _ if name.starts_with("States.") => Some((
            "names that begin with `States.` belong to the States Language, and no task fails with this one",
            "the names a task can fail with are `States.Timeout`, `States.HeartbeatTimeout`, `States.Permissions`, \
             `States.DataLimitExceeded`, `States.QueryEvaluationError`, `States.Http.Socket` and \
             `States.Http.StatusCode.404`",
        )),
        _ => None,
    }
}

/// The constant that holds a variant's error name: `__CARD_DECLINED` for `CardDeclined`. Variants that differ have
/// constants that differ: a capital has a `_` before it, and a `_` is two.
pub(crate) fn constant(variant: &Ident) -> Ident {
    let mut name = String::from("_");
    for character in variant.unraw().to_string().chars() {
        if character.is_uppercase() || character == '_' {
            name.push('_');
        }
        name.extend(character.to_uppercase());
    }
    crate::quiet::quiet(&format_ident!("{name}", span = variant.span()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proc_macro2::Span;

    #[test]
    fn constants_are_screaming() {
        let constants = [
            ("Declined", "__DECLINED"),
            ("CardDeclined", "__CARD_DECLINED"),
            ("Http404", "__HTTP404"),
            ("IO", "__I_O"),
        ];
        for (variant, expected) in constants {
            assert_eq!(constant(&Ident::new(variant, Span::call_site())), expected);
        }
    }

    #[test]
    fn variants_have_constants_of_their_own() {
        let variants = ["Io", "IO", "I_O", "I_o", "io", "iO", "i_O", "r#try", "Try"];
        let constants: std::collections::BTreeSet<_> = variants
            .iter()
            .filter_map(|name| syn::parse_str(name).ok())
            .map(|name| constant(&name).to_string())
            .collect();
        assert_eq!(constants.len(), variants.len());
    }

    #[test]
    fn only_names_that_a_catcher_can_take() {
        for name in ["Declined", "Lambda.Unknown", "States.Timeout", "States.Http.StatusCode.503"] {
            assert_eq!(refused(name), None, "{name}");
        }
        for name in
            ["", "States.ALL", "States.TaskFailed", "States.Runtime", "States.Mine", "Race.First"]
        {
            assert!(refused(name).is_some(), "{name}");
        }
    }
}
