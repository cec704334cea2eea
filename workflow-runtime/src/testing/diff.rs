//! Prints the expected beside the seen, line by line.

use std::io::IsTerminal;

/// Beyond this, only what is around the first difference is shown.
const MOST: usize = 1_000;
/// Lines that are the same are shown this far around a difference.
const AROUND: usize = 3;

enum Line<'a> {
    Same(&'a str),
    Missing(&'a str),
    Extra(&'a str),
}

/// The difference between two lists of lines; `None` if there is none. `-` was expected, `+` was seen.
pub(super) fn lines(expected: &[String], seen: &[String]) -> Option<String> {
    named(expected, seen, ("expected", "seen"))
}

/// The difference between two lists of lines, without colours: `-` was expected, `+` was seen.
#[must_use]
pub fn difference(expected: &[String], seen: &[String]) -> Option<String> {
    (expected != seen).then(|| written(expected, seen, false))
}

/// The difference between two lists of lines that have other names; `-` is the first.
pub(super) fn named(one: &[String], other: &[String], names: (&str, &str)) -> Option<String> {
    let names = format!("  (- {}, + {})", names.0, names.1);
    (one != other).then(|| written(one, other, coloured()) + &names)
}

/// Colours only where somebody looks (<https://no-color.org>).
fn coloured() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

fn written(expected: &[String], seen: &[String], colours: bool) -> String {
    let same = |(a, b): &(&String, &String)| a == b;
    let head = expected.iter().zip(seen).take_while(same).count();
    let rest = (&expected[head..], &seen[head..]);
    let tail = rest.0.iter().rev().zip(rest.1.iter().rev()).take_while(same).count();
    let (a, b) = (&rest.0[..rest.0.len() - tail], &rest.1[..rest.1.len() - tail]);
    let mut lines: Vec<Line<'_>> = expected[..head].iter().map(|line| Line::Same(line)).collect();
    lines.extend(middle(a, b));
    lines.extend(rest.0[rest.0.len() - tail..].iter().map(|line| Line::Same(line)));
    shown(&lines, colours)
}

/// The longest common subsequence, by the textbook's table.
fn middle<'a>(a: &'a [String], b: &'a [String]) -> Vec<Line<'a>> {
    if a.len() > MOST || b.len() > MOST {
        let a = a.iter().take(AROUND).map(|line| Line::Missing(line));
        return a.chain(b.iter().take(AROUND).map(|line| Line::Extra(line))).collect();
    }
    let mut common = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let either = common[i + 1][j].max(common[i][j + 1]);
            common[i][j] = if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { either };
        }
    }
    let (mut i, mut j, mut lines) = (0, 0, vec![]);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            lines.push(Line::Same(&a[i]));
            (i, j) = (i + 1, j + 1);
        } else if i < a.len() && (j == b.len() || common[i + 1][j] >= common[i][j + 1]) {
            lines.push(Line::Missing(&a[i]));
            i += 1;
        } else {
            lines.push(Line::Extra(&b[j]));
            j += 1;
        }
    }
    lines
}

fn shown(lines: &[Line<'_>], colours: bool) -> String {
    let changed: Vec<bool> = lines.iter().map(|line| !matches!(line, Line::Same(_))).collect();
    let near = |at: usize| {
        let range = at.saturating_sub(AROUND)..(at + AROUND + 1).min(lines.len());
        changed[range].contains(&true)
    };
    let (mut text, mut skipped) = (String::new(), 0);
    for (at, line) in lines.iter().enumerate() {
        if !near(at) {
            skipped += 1;
            continue;
        }
        text += &left_out(std::mem::take(&mut skipped));
        let (mark, colour, line) = match line {
            Line::Same(line) => (' ', None, line),
            Line::Missing(line) => ('-', Some("31"), line),
            Line::Extra(line) => ('+', Some("32"), line),
        };
        text += &match colour.filter(|_| colours) {
            Some(code) => format!("  \x1b[{code}m{mark} {line}\x1b[0m\n"),
            None => format!("  {mark} {line}\n"),
        };
    }
    text + &left_out(skipped)
}

fn left_out(lines: usize) -> String {
    if lines == 0 { String::new() } else { format!("    … {lines} the same\n") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn differences_are_shown_with_what_is_around_them() {
        let cases = [
            ("a b c", "a c", "    a\n  - b\n    c\n"),
            ("a", "", "  - a\n"),
            ("a b", "a x b y", "    a\n  + x\n    b\n  + y\n"),
            (
                "1 2 3 4 5 6 a",
                "1 2 3 4 5 6 b",
                "    … 3 the same\n    4\n    5\n    6\n  - a\n  + b\n",
            ),
        ];
        for (expected, seen, shown) in cases {
            let text = written(&list(expected), &list(seen), false);
            assert_eq!(text, shown, "{expected} / {seen}");
        }
        assert_eq!(lines(&list("a b"), &list("a b")), None);
        let named = named(&list("a"), &list("b"), ("here", "there")).unwrap_or_default();
        assert!(named.ends_with("\n  (- here, + there)"), "{named}");
        assert!(written(&list("a"), &list("b"), true).contains("\x1b[31m- a\x1b[0m"));
    }

    #[test]
    fn long_ones_show_the_first_difference() {
        let numbers = |from: usize| (from..from + 2_000).map(|n| n.to_string()).collect::<Vec<_>>();
        let text = written(&numbers(0), &numbers(5_000), false);
        assert!(text.starts_with("  - 0\n  - 1\n") && text.contains("  + 5000\n"), "{text}");
    }
}
