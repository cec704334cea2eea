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

This page lists the operators and methods that expressions of a workflow may use, with the JSONata that each
becomes in the document. If a row says `refused`, it also says what to write instead. You need the page rarely: error
messages give the same advice.

The page is printed from the table of `workflow_asl::operators` by the test `operators` of `workflow-asl`, which
compares every exact row with native Rust on hard values, in our evaluator and (with node) in jsonata 2.0.6. Do not
edit it: `WORKFLOW_OPERATORS=write cargo test -p workflow-asl --test operators` writes it.

How to read the rows:

- Every variable `x` is `$x`. For a statement, the text is the new value of the variable or field that it changes.
- Integers are exact within ±(2^53 − 1). Every result is checked against the range of its type, cut to that range;
  the check is left out if the values cannot leave it.
- A result out of range, a division by zero and a number that is not finite fail the evaluation
  (`States.QueryEvaluationError`), natively as on AWS. `checked_add` and the other `checked_` methods give `None`
  outside ±(2^53 − 1).
- Integers of 64 bits that were read may be beyond that range. They pass, but these fail: arithmetic with them,
  their text, `try_from`, and a comparison of two of them, also by `max`, `sort` or `contains`.
- A key that JSON may lack is undefined. That stands for `None`, or for the default of its field. `==` of structs
  compares them in the form in which their types write them.
- `-0.0` is written as `0`; no operator shows the difference.
- Strings are ordered by code points. JSONata orders UTF-16 units; therefore the `$replace` on both sides.
- A list item that is itself a list is written `[v]`, and `[call[]]` keeps a list of one item a list.
- `f32` has no arithmetic (its JSON is read as another double). `f64` has no text: `to_string`, `{}` and
  `{:.2}` do not compile. `<`, `cmp`, `max`, `sort` and keys are for numbers, characters, strings, `bool`s, and
  tuples and options of these: a tuple is compared part by part, `None` comes before `Some`.
- A field or variant is refused if every JavaScript object has its name in JSON (`constructor`, `toString`, ..). A map
  must not have the key `__proto__`. Constants beyond ±(2^53 − 1) are refused.
- Iterators are whole lists in JSONata: after a closure that can fail, a method that stops early is refused.
";
