//! Text that is laid out in lines of at most 100 columns.

/// The longest line.
const WIDTH: usize = 100;

/// A piece of code.
#[derive(Clone, Debug)]
pub(crate) enum Doc {
    Text(String),
    Cat(Vec<Doc>),
    /// Items between brackets, with commas: on one line, or one a line.
    List {
        open: String,
        items: Vec<Doc>,
        close: &'static str,
        spaced: bool,
    },
    /// `{`, lines, `}`: never on one line.
    Block(Vec<Doc>),
    /// Method calls after a head: each on a line of its own where they do not fit.
    Chain(Box<Doc>, Vec<String>),
}

/// A text.
pub(crate) fn text(text: impl Into<String>) -> Doc {
    Doc::Text(text.into())
}

/// Pieces one after the other.
pub(crate) fn cat<const N: usize>(docs: [Doc; N]) -> Doc {
    Doc::Cat(docs.into())
}

/// `open a, b close`
pub(crate) fn list(open: impl Into<String>, items: Vec<Doc>, close: &'static str) -> Doc {
    Doc::List { open: open.into(), items, close, spaced: false }
}

/// `open { a, b }`
pub(crate) fn braces(open: impl Into<String>, items: Vec<Doc>) -> Doc {
    Doc::List { open: open.into(), items, close: "}", spaced: true }
}

impl Doc {
    /// The text on one line, if it has such a form.
    pub fn flat(&self) -> Option<String> {
        match self {
            Doc::Text(text) => Some(text.clone()),
            Doc::Cat(docs) => docs.iter().map(Doc::flat).collect(),
            Doc::List { open, items, close, spaced } => {
                let items: Vec<String> = items.iter().map(Doc::flat).collect::<Option<_>>()?;
                let space = if *spaced && !items.is_empty() { " " } else { "" };
                Some(format!("{open}{space}{}{space}{close}", items.join(", ")))
            }
            Doc::Block(lines) if lines.is_empty() => Some("{}".to_owned()),
            Doc::Block(_) => None,
            Doc::Chain(head, calls) => Some(head.flat()? + &calls.concat()),
        }
    }

    /// Appends it to lines that are indented so far, with room for what follows.
    pub fn write(&self, indent: usize, after: usize, out: &mut String) {
        let column = out.rsplit('\n').next().map_or(0, |line| line.chars().count());
        if let Some(flat) =
            self.flat().filter(|flat| column + flat.chars().count() + after <= WIDTH)
        {
            out.push_str(&flat);
            return;
        }
        let inner = indent + 4;
        match self {
            Doc::Text(text) => out.push_str(text),
            Doc::Cat(docs) => {
                for (at, doc) in docs.iter().enumerate() {
                    let rest: usize = docs[at + 1..].iter().map(Doc::least).sum();
                    doc.write(indent, after + rest, out);
                }
            }
            Doc::List { open, items, close, .. } => {
                out.push_str(open);
                for item in items {
                    line(inner, out);
                    item.write(inner, 1, out);
                    if !item.is_rest() {
                        out.push(',');
                    }
                }
                line(indent, out);
                out.push_str(close);
            }
            Doc::Block(lines) => {
                out.push('{');
                for doc in lines {
                    line(inner, out);
                    doc.write(inner, 0, out);
                }
                line(indent, out);
                out.push('}');
            }
            Doc::Chain(head, calls) => {
                head.write(indent, 0, out);
                let broken = head.flat().is_none_or(|flat| column + flat.chars().count() > WIDTH);
                let tail: usize = calls.iter().map(|call| call.chars().count()).sum();
                let last = out.rsplit('\n').next().map_or(0, |line| line.chars().count());
                if broken && last + tail + after <= WIDTH {
                    calls.iter().for_each(|call| out.push_str(call));
                    return;
                }
                for call in calls {
                    match call.as_str() {
                        "?" => out.push('?'),
                        call => {
                            line(inner, out);
                            out.push_str(call);
                        }
                    }
                }
            }
        }
    }

    /// The columns that it needs at least on the line that is begun.
    fn least(&self) -> usize {
        match self {
            Doc::Text(text) => text.chars().count(),
            Doc::List { open, .. } => open.chars().count(),
            Doc::Cat(docs) => docs.first().map_or(0, Doc::least),
            Doc::Block(_) => 1,
            Doc::Chain(head, _) => head.least(),
        }
    }

    /// True for `..base`, which has no comma.
    fn is_rest(&self) -> bool {
        self.flat().is_some_and(|flat| flat.starts_with(".."))
    }
}

fn line(indent: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
}
