//! Functions of text. Positions and lengths count code points, as in jsonata 2.0.6.

use super::{LENGTH, too_long};
use crate::jsonata::fault::Fault;

/// `$length`.
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// `$substring`: from the start on, from the end if it is negative; fractions are cut off.
pub fn substring(text: &str, start: f64, length: Option<f64>) -> String {
    let count = text.chars().count() as f64;
    let start = if count + start < 0.0 { 0.0 } else { start };
    let end = match length {
        Some(length) if length <= 0.0 => return String::new(),
        Some(length) if start >= 0.0 => start + length,
        Some(length) => count + start + length,
        None => count,
    };
    let (start, end) = (position(start, count), position(end, count));
    text.chars().skip(start).take(end.saturating_sub(start)).collect()
}

/// An index, from the end if it is negative; what is not a number is 0.
fn position(index: f64, count: f64) -> usize {
    let index = index.trunc();
    // The cast makes 0 of what is not a number.
    if index < 0.0 {
        (count + index).max(0.0) as usize
    } else if index > count {
        count as usize
    } else {
        index as usize
    }
}

/// `$substringBefore`: the text before the first place of another, or all of it.
pub fn substring_before<'a>(text: &'a str, other: &str) -> &'a str {
    text.split_once(other).map_or(text, |(before, _)| before)
}

/// `$substringAfter`: the text behind the first place of another, or all of it.
pub fn substring_after<'a>(text: &'a str, other: &str) -> &'a str {
    text.split_once(other).map_or(text, |(_, after)| after)
}

/// `$lowercase`.
pub fn lowercase(text: &str) -> String {
    text.to_lowercase()
}

/// `$uppercase`.
pub fn uppercase(text: &str) -> String {
    text.to_uppercase()
}

/// `$trim`: each row of blanks, tabs and line ends as one blank, none at the ends.
pub fn trim(text: &str) -> String {
    let mut words = text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty());
    let mut trimmed = words.next().unwrap_or_default().to_owned();
    for word in words {
        trimmed.push(' ');
        trimmed.push_str(word);
    }
    trimmed
}

/// `$pad`: filled up to a width, on the left if it is negative. Of a fraction of a width the integer counts
/// (judgement; jsonata 2.0.6 comes to an error without a code).
///
/// # Errors
///
/// A text longer than [`LENGTH`].
pub fn pad(text: &str, width: f64, fill: Option<&str>) -> Result<String, Fault> {
    let fill = fill.filter(|fill| !fill.is_empty()).unwrap_or(" ");
    let missing = width.abs().trunc() - length(text) as f64;
    if missing > LENGTH as f64 {
        return Err(too_long());
    }
    let padding: String = fill.chars().cycle().take(missing.max(0.0) as usize).collect();
    Ok(if width < 0.0 { padding + text } else { text.to_owned() + &padding })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn substrings_count_code_points() {
        for (text, start, length, result) in [
            ("h😀llo", 1.0, Some(1.0), "😀"),
            ("hello", -3.0, Some(2.0), "ll"),
            ("hello", -30.0, Some(2.0), "he"),
            ("hello", 1.5, Some(2.7), "ell"),
            ("hello", 1.0, Some(0.0), ""),
            ("hello", 1.0, Some(-1.0), ""),
            ("hello", -10.0, None, "hello"),
            ("hello", -10.0, Some(7.0), "hello"),
            ("hello", 9.0, None, ""),
            ("hello", f64::INFINITY, Some(f64::INFINITY), ""),
            ("hello", f64::NAN, None, "hello"),
            ("hello", -0.5, Some(2.0), "hello"),
            ("hello", -1.5, Some(1.0), ""),
            ("", 0.0, Some(1.0), ""),
        ] {
            assert_eq!(substring(text, start, length), result, "{text} {start} {length:?}");
        }
    }

    #[test]
    fn text_before_and_after() {
        assert_eq!(substring_before("hello", "l"), "he");
        assert_eq!(substring_before("hello", "x"), "hello");
        assert_eq!(substring_before("hello", ""), "");
        assert_eq!(substring_after("hello", "l"), "lo");
        assert_eq!(substring_after("hello", ""), "hello");
    }

    #[test]
    fn blanks_are_four_characters() {
        assert_eq!(trim("  a \n\t b\r "), "a b");
        assert_eq!(trim("\u{a0} a \u{a0}"), "\u{a0} a \u{a0}");
        assert_eq!(trim(" "), "");
    }

    #[test]
    fn padding_counts_code_points() {
        for (text, width, fill, result) in [
            ("a", 3.5, None, "a  "),
            ("a", -3.5, Some("xyz"), "xya"),
            ("a", -6.0, Some("xyz"), "xyzxya"),
            ("😀", 4.0, Some("é😀"), "😀é😀é"),
            ("abc", 6.0, Some(""), "abc   "),
            ("abc", f64::NAN, None, "abc"),
            ("", 3.0, Some("x"), "xxx"),
        ] {
            assert_eq!(pad(text, width, fill).as_deref(), Ok(result));
        }
        assert!(pad("x", 1e9, None).is_err());
        assert!(pad("x", f64::INFINITY, Some("xyz")).is_err());
    }
}
