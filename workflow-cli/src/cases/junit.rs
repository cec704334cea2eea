//! The report of a run of cases as JUnit has it, for services that show tests.

use super::Cases;
use super::run::{Ran, Tested};
use std::fmt::Write as _;

/// Writes the report: a suite, and each case.
pub(super) fn report(cases: &Cases, tested: &Tested) -> String {
    let (name, failed) = (escaped(&cases.file.name), tested.failed());
    let (count, seconds) = (tested.cases.len(), tested.took.as_secs_f64());
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing to a string cannot fail.
    let _ = writeln!(
        text,
        "<testsuites tests=\"{count}\" failures=\"{failed}\" time=\"{seconds:.3}\">\n  \
         <testsuite name=\"{name}\" tests=\"{count}\" failures=\"{failed}\" errors=\"0\" \
         skipped=\"0\" time=\"{seconds:.3}\">"
    );
    tested.cases.iter().for_each(|ran| case(&mut text, ran, cases, tested));
    text += "  </testsuite>\n</testsuites>";
    text
}

fn case(text: &mut String, ran: &Ran, cases: &Cases, tested: &Tested) {
    let (name, of) = (escaped(&ran.name), escaped(&tested.subject));
    let (file, line, seconds) = (escaped(&cases.file.name), ran.line, ran.took.as_secs_f64());
    let _ = write!(
        text,
        "    <testcase name=\"{name}\" classname=\"{of}\" file=\"{file}\" line=\"{line}\" time=\"{seconds:.3}\""
    );
    if ran.differences.is_empty() {
        *text += "/>\n";
        return;
    }
    *text += ">\n";
    let what: Vec<_> = ran.differences.iter().map(|it| it.what).collect();
    let told: Vec<_> =
        ran.differences.iter().map(|it| format!("{} differs:\n{}", it.what, it.text)).collect();
    let (what, told) = (what.join(", "), escaped(&told.join("\n")));
    let _ = writeln!(
        text,
        "      <failure message=\"{what} differs\" type=\"difference\">{told}</failure>\n    </testcase>"
    );
}

/// A text as XML takes it: without colours, and without characters that XML cannot have.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '&' => out += "&amp;",
            '"' => out += "&quot;",
            '\n' | '\t' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_xml_cannot_have_is_replaced() {
        for (text, expected) in [
            ("a < b && \"c\"", "a &lt; b &amp;&amp; &quot;c&quot;"),
            ("\u{1b}[1m\u{0}x\ny", "\u{fffd}[1m\u{fffd}x\ny"),
            ("ä ✓", "ä ✓"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
