//! Names of machines, executions, activities and aliases.

use crate::refusal::Refusal;
use workflow_runtime::connector::is_name;

/// Returns a name of a machine, an execution or an activity, if AWS takes it (API reference; the text is recorded).
pub(crate) fn checked(name: &str) -> Result<&str, Refusal> {
    let invalid = || Refusal::new("InvalidName", format!("Invalid Name: '{name}'"));
    is_name(name).then_some(name).ok_or_else(invalid)
}

/// True if it can be the name of an alias: not of digits alone, which name versions (API reference).
pub(crate) fn is_alias(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    name.chars().all(fits) && name.contains(|c: char| !c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn names_are_checked() {
        for good in ["a", "A-b_c.d", "ä", "a'b", "a+b=c@d!"] {
            assert_eq!(checked(good), Ok(good));
        }
        for bad in ["", "a b", "a\u{7f}", "a\u{85}", "a$b", "a/b", "a:b", "a\u{ffff}"] {
            assert_eq!(checked(bad).unwrap_err().message, format!("Invalid Name: '{bad}'"));
        }
        assert!(is_alias("v1") && is_alias("1-0") && is_alias("a"));
        assert!(!is_alias("10") && !is_alias("a b") && !is_alias(""));
    }
}
