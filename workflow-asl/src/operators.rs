//! The one table of operators and methods: what is exact in JSONata and with which text, and what is
//! refused, why, and what to write instead.
//!
//! The table is data: the documentation is printed from it, and every row of it is a test that compares
//! native Rust with two engines (`tests/operators`).

mod table;

pub use table::TABLE;
pub use workflow_methods::{METHODS, Method, REFUSED};

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operator {
    /// The area of the language.
    pub area: &'static str,
    /// The expression in Rust; a statement changes its place.
    pub rust: &'static str,
    /// The variables and their types.
    pub types: &'static str,
    /// The number of other types of items that have the same row.
    pub more: usize,
    /// The verdict: its text in JSONata, or a refusal.
    pub verdict: Verdict,
}

/// The verdict on an operator: its text in JSONata, or a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The same, with this text; of a statement, the new value of the place.
    Exact(&'static str),
    /// Refused.
    Refused {
        /// The refused construct.
        what: &'static str,
        /// The remedy.
        remedy: &'static str,
    },
}

const fn exact(
    area: &'static str,
    rust: &'static str,
    types: &'static str,
    more: usize,
    text: &'static str,
) -> Operator {
    Operator { area, rust, types, more, verdict: Verdict::Exact(text) }
}

const fn refused(
    area: &'static str,
    rust: &'static str,
    types: &'static str,
    what: &'static str,
    remedy: &'static str,
) -> Operator {
    Operator { area, rust, types, more: 0, verdict: Verdict::Refused { what, remedy } }
}

/// The table as Markdown.
#[must_use]
pub fn markdown() -> String {
    let mut text = String::from(HEAD);
    let mut area = "";
    for row in TABLE {
        if row.area != area {
            area = row.area;
            text += &format!("\n## {area}\n\n| Rust | with | JSONata |\n|---|---|---|\n");
        }
        let more = match row.more {
            0 => String::new(),
            more => format!(" and {more} more types"),
        };
        let verdict = match row.verdict {
            Verdict::Exact(text) => code(text),
            Verdict::Refused { what, remedy } => {
                format!("refused: {}; {}", cell(what), cell(remedy))
            }
        };
        text += &format!("| {} | {}{more} | {verdict} |\n", code(row.rust), cell(row.types));
    }
    text += "\n## Methods refused by name\n\n| method | instead |\n|---|---|\n";
    for (name, remedy) in REFUSED {
        text += &format!("| `{name}` | {} |\n", cell(remedy));
    }
    text
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;").replace('\n', " ")
}

fn code(text: &str) -> String {
    format!("`` {} ``", text.replace('|', "\\|").replace('\n', "⏎"))
}

const HEAD: &str = "\
# Operators and methods

What an expression of a workflow is in JSONata. Printed from the table of `workflow_asl::operators` by the
test `operators` of `workflow-asl`, which compares every exact row with native Rust on hard values, in
our evaluator and (where node is there) in jsonata 2.0.6. Do not edit: `WORKFLOW_OPERATORS=write cargo test
-p workflow-asl --test operators` writes it anew.

- Every variable `x` is `$x`. Of a statement the text is the new value of the place.
- Integers are exact within ±(2^53 − 1): every result is checked against the range of its type, cut to
  that; the check stands only where the values can leave it. What leaves it, a division by zero and a
  number that is not finite fail the evaluation (`States.QueryEvaluationError`), natively as on AWS.
  `checked_add` and its like give `None` outside ±(2^53 − 1). Integers of 64 bits that were read may be beyond
  that: they pass, but arithmetic with them, their text, `try_from` of them, and a comparison of two of them (as
  `max`, `sort` and `contains` make it) fail likewise.
- A key that JSON may lack is undefined, which stands for `None` or for the default of its field; `==` of structs
  compares them as their types write them.
- `-0.0` is written as `0`; no operator shows the difference.
- Strings are ordered by code points; JSONata orders UTF-16 units, hence the `$replace` on both sides.
- A list item that is itself a list is written `[v]`, and `[call[]]` keeps a list of one item a list.
- `f32` has no arithmetic (its JSON is read as another double). `f64` has no text: `to_string`, `{}` and
  `{:.2}` do not compile. `<` of anything but numbers, characters and strings does not compile.
- A field or variant whose name in JSON every JavaScript object has (`constructor`, `toString`, ..) is
  refused, and a map must not have the key `__proto__`; constants beyond ±(2^53 − 1) are refused.
- Iterators are whole lists in JSONata: after a closure that can fail, what stops early is refused.
";
