//! Durations as people write them: `"30s"`, `"5m"`, `"2h"`, `"1d"`, or a number of seconds.

use syn::{Expr, ExprLit, Lit};

/// The longest that the States Language takes.
pub(crate) const LONGEST: u64 = 99_999_999;

/// The seconds that an expression says, or why it cannot and what to write instead.
pub(crate) fn read(expression: &Expr) -> Result<u32, (String, &'static str)> {
    let seconds = match expression {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => text_seconds(text.value().trim())?,
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => {
            number.base10_parse().map_err(|error| (error.to_string(), REMEDY))?
        }
        _ => return Err(("this duration must be a literal".to_owned(), REMEDY)),
    };
    match u32::try_from(seconds) {
        Ok(0) => {
            Err(("a timeout of 0 seconds always runs out".to_owned(), "write at least `\"1s\"`"))
        }
        Ok(seconds) if u64::from(seconds) <= LONGEST => Ok(seconds),
        _ => Err((
            format!("the States Language takes at most {LONGEST} seconds"),
            "write `\"1157d\"` or less",
        )),
    }
}

const REMEDY: &str = "write `\"30s\"`, `\"5m\"`, `\"2h\"`, `\"1d\"`, or a number of seconds";

fn text_seconds(text: &str) -> Result<u64, (String, &'static str)> {
    let digits = text.trim_end_matches(|character: char| !character.is_ascii_digit());
    let unit = match text[digits.len()..].trim() {
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        "d" => 86_400,
        "ms" | "us" | "ns" => {
            return Err((
                "the States Language counts whole seconds".to_owned(),
                "write `\"1s\"` or more",
            ));
        }
        _ => return Err((format!("`{text}` is not a duration"), REMEDY)),
    };
    let whole = digits.trim_end();
    if whole.contains('.') {
        return Err((
            "the States Language counts whole seconds".to_owned(),
            "write a whole number of a smaller unit, as `\"90s\"` for a minute and a half",
        ));
    }
    let count: u64 = whole.parse().map_err(|_| (format!("`{text}` is not a duration"), REMEDY))?;
    Ok(count.saturating_mul(unit))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn whole_seconds() {
        for (text, expected) in [
            (r#""30s""#, 30),
            (r#""5m""#, 300),
            (r#""2h""#, 7200),
            (r#""1d""#, 86_400),
            (r#"" 30 s ""#, 30),
            ("45", 45),
            (r#""1157d""#, 99_964_800),
            ("99_999_999", 99_999_999),
            ("1", 1),
        ] {
            assert_eq!(read(&syn::parse_str(text).unwrap()), Ok(expected), "{text}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for (text, expected) in [
            (r#""500ms""#, "whole seconds"),
            (r#""1.5s""#, "whole seconds"),
            (r#""0s""#, "runs out"),
            ("0", "runs out"),
            (r#""30""#, "not a duration"),
            (r#""s""#, "not a duration"),
            (r#""-1s""#, "not a duration"),
            (r#""soon""#, "not a duration"),
            (r#""1158d""#, "at most"),
            ("100_000_000", "at most"),
            (r#""5us""#, "whole seconds"),
            (r#""5ns""#, "whole seconds"),
            ("99999999999999999999", "number too large"),
            ("TIMEOUT", "must be a literal"),
            ("1.5", "must be a literal"),
        ] {
            let (why, _) = read(&syn::parse_str(text).unwrap()).unwrap_err();
            assert!(why.contains(expected), "{text}: {why}");
        }
    }
}
