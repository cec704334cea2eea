//! Finds a byte of a string in the text that the string was read from.

/// The place in `raw`, a text that begins at a string or before it, of the byte `at` of that string. `None` where
/// the text does not follow the string (a folded one with blank lines, say).
pub(super) fn inside(raw: &str, string: &str, at: usize) -> Option<usize> {
    let begin: String = string.chars().take(2).collect();
    let mut place = raw.find(&begin)?;
    let escapes = raw[..place].ends_with('"');
    for (offset, c) in string.char_indices() {
        if offset >= at {
            return Some(place);
        }
        place += step(raw.get(place..)?, c, escapes)?;
        // The indentation of a block of YAML.
        if c == '\n' && !escapes {
            let spaces = |text: &str| text.len() - text.trim_start_matches(' ').len();
            place += spaces(raw.get(place..)?).saturating_sub(spaces(&string[offset + 1..]));
        }
    }
    Some(place)
}

/// Returns how many bytes of the text a character of the string takes.
fn step(raw: &str, c: char, escapes: bool) -> Option<usize> {
    let first = raw.chars().next()?;
    if escapes && first == '\\' {
        let wide = if c > '\u{ffff}' { 12 } else { 6 };
        return Some(if raw[1..].starts_with('u') { wide } else { 2 })
            .filter(|it| *it <= raw.len());
    }
    if first == c {
        // `''` in single quotes of YAML.
        return Some(if c == '\'' && !escapes && raw[1..].starts_with('\'') {
            2
        } else {
            c.len_utf8()
        });
    }
    // A line break that YAML folds to a space.
    (c == ' ' && first == '\n').then(|| raw.len() - raw.trim_start().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_strings_are_found() {
        for (raw, string, marked) in [
            (r#""{% $a + é! %}", "x""#, "{% $a + é! %}", "!"),
            (r#""{% \"q\" & $b! %}""#, "{% \"q\" & $b! %}", "!"),
            (r#""{% '\u00e9\n' & ! %}""#, "{% 'é\n' & ! %}", "!"),
            ("'{% $x = ''a'' ! %}'", "{% $x = 'a' ! %}", "!"),
            ("|-\n    {% $a\n      + ! %}\n", "{% $a\n  + ! %}", "!"),
            (">-\n    {% $a\n    + ! %}\n", "{% $a + ! %}", "!"),
            ("{% plain ! %}", "{% plain ! %}", "!"),
        ] {
            let place = string.find(marked).and_then(|at| inside(raw, string, at));
            assert_eq!(place, raw.find(marked), "{raw}");
        }
        assert_eq!(inside("\"other\"", "{% x %}", 3), None);
        assert_eq!(inside("\"{% a", "{% abc %}", 6), None);
    }
}
