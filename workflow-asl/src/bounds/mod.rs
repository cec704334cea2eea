//! The limits of the size and depth of data, and of the evaluation of one state.
//!
//! Every walk over data recurses as deep as the data is: reading, writing, copying, comparing, dropping it. So data
//! has a limit of depth, which is checked where data is made, before anything else walks over it.

mod allowance;

pub use allowance::{Allowance, MEMORY, Spent};
pub(crate) use allowance::{ENTRY, OBJECT, UNTIMED, VALUE};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::cell::Cell;
use std::fmt;
use std::io;

/// The deepest nesting of arrays and objects in data (judgement: AWS has not been measured; what is kept of a state
/// puts some levels around its data, and JSON is read to 127 levels).
pub const DEPTH: usize = 100;
/// The most bytes of the JSON of one value, if no smaller limit holds.
pub const SIZE: usize = 64 << 20;

/// The reason why a value cannot be data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Excess {
    /// Its JSON has more than so many bytes.
    Size(usize),
    /// It is nested deeper than [`DEPTH`].
    Depth,
    /// It has no JSON form: why.
    Form(String),
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Excess::Size(most) => write!(f, "has more than {most} bytes as JSON"),
            Excess::Depth => write!(f, "is nested deeper than {DEPTH} levels"),
            Excess::Form(why) => write!(f, "has no JSON form: {why}"),
        }
    }
}
impl std::error::Error for Excess {}

/// Returns the JSON text of a value, of at most `most` bytes.
///
/// ```
/// use workflow_asl::bounds::{Excess, text};
/// assert_eq!(text(&[1, 2], 5).as_deref(), Ok("[1,2]"));
/// assert_eq!(text(&[1, 2], 4), Err(Excess::Size(4)));
/// ```
///
/// # Errors
/// See [`Excess`]. No more is written than the limits allow.
pub fn text<T: Serialize + ?Sized>(value: &T, most: usize) -> Result<String, Excess> {
    let mut bytes = Vec::with_capacity(128.min(most));
    write(value, most, Some(&mut bytes))?;
    String::from_utf8(bytes).map_err(|error| Excess::Form(error.to_string()))
}

/// Appends the JSON text of a value, of at most `most` bytes, to other bytes.
///
/// # Errors
/// See [`Excess`]. Then nothing is written.
pub fn append<T: Serialize + ?Sized>(
    value: &T,
    most: usize,
    to: &mut Vec<u8>,
) -> Result<(), Excess> {
    let before = to.len();
    let written = write(value, most, Some(to));
    if written.is_err() {
        to.truncate(before);
    }
    written.map(drop)
}

/// Counts the bytes of the JSON text of a value, without writing it.
///
/// # Errors
/// See [`Excess`].
pub fn size<T: Serialize + ?Sized>(value: &T, most: usize) -> Result<usize, Excess> {
    write(value, most, None)
}

/// True if arrays and objects are nested deeper in a JSON text than data may be. It need not be JSON.
#[must_use]
pub fn is_deep(text: &str) -> bool {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => {
                depth += 1;
                if depth > DEPTH {
                    return true;
                }
            }
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

/// Says why a text was not read as JSON: it is not JSON, or it is nested too deep.
///
/// ```
/// # use workflow_asl::bounds::unread;
/// let read = |text| serde_json::from_str::<serde_json::Value>(text).unwrap_err();
/// assert_eq!(unread(&read("[")), "is not JSON: EOF while parsing a list at line 1 column 1");
/// assert_eq!(unread(&read(&"[".repeat(200))), "is nested deeper than 100 levels");
/// ```
#[must_use]
pub fn unread(error: &serde_json::Error) -> String {
    let told = error.to_string();
    if told.starts_with("recursion limit exceeded") {
        return format!("is nested deeper than {DEPTH} levels");
    }
    format!("is not JSON: {told}")
}

fn write<T: Serialize + ?Sized>(
    value: &T,
    most: usize,
    to: Option<&mut Vec<u8>>,
) -> Result<usize, Excess> {
    let excess = Cell::new(None);
    let bounded = Bounded { to, written: 0, most, excess: &excess };
    let shallow = Shallow { depth: 0, excess: &excess };
    let mut serializer = Serializer::with_formatter(bounded, shallow);
    let result = value.serialize(&mut serializer);
    match (result, excess.take()) {
        (Ok(()), None) => Ok(serializer.into_inner().written),
        (_, Some(excess)) => Err(excess),
        (Err(error), None) => Err(Excess::Form(error.to_string())),
    }
}

fn stop() -> io::Error {
    io::Error::other("beyond a limit")
}

/// Writes so many bytes at most, or counts them alone. Each name, text and comma comes by itself: the call is to vanish in
/// the code that makes it.
struct Bounded<'a> {
    to: Option<&'a mut Vec<u8>>,
    written: usize,
    most: usize,
    excess: &'a Cell<Option<Excess>>,
}

impl Bounded<'_> {
    #[cold]
    fn exceed(&self) -> io::Error {
        self.excess.set(Some(Excess::Size(self.most)));
        stop()
    }
}

impl io::Write for Bounded<'_> {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }
    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let written = self.written + bytes.len();
        if written > self.most {
            return Err(self.exceed());
        }
        self.written = written;
        if let Some(to) = &mut self.to {
            to.extend_from_slice(bytes);
        }
        Ok(())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// JSON without blanks, as deep as data may be.
struct Shallow<'a> {
    depth: usize,
    excess: &'a Cell<Option<Excess>>,
}

impl Shallow<'_> {
    fn enter(&mut self) -> io::Result<()> {
        self.depth += 1;
        if self.depth > DEPTH {
            self.excess.set(Some(Excess::Depth));
            return Err(stop());
        }
        Ok(())
    }
}

impl Formatter for Shallow<'_> {
    fn begin_array<W: ?Sized + io::Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.enter()?;
        to.write_all(b"[")
    }
    fn end_array<W: ?Sized + io::Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.depth -= 1;
        to.write_all(b"]")
    }
    fn begin_object<W: ?Sized + io::Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.enter()?;
        to.write_all(b"{")
    }
    fn end_object<W: ?Sized + io::Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.depth -= 1;
        to.write_all(b"}")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::{Value, json};

    fn nested(depth: usize) -> Value {
        (0..depth).fold(json!(1), |inner, level| {
            if level % 2 == 0 { json!([inner]) } else { json!({ "a": inner }) }
        })
    }

    #[test]
    fn the_text_is_that_of_serde_json() {
        for value in [
            json!(null),
            json!({ "a": [1, -2.5, "ü\"\\\u{1}\n", true, {}, []], "": { "b": 1e300 } }),
            nested(DEPTH),
        ] {
            let expected = value.to_string();
            assert_eq!(text(&value, expected.len()).unwrap(), expected);
            assert_eq!(size(&value, expected.len()).unwrap(), expected.len());
            let less = expected.len() - 1;
            assert_eq!(text(&value, less), Err(Excess::Size(less)));
            assert_eq!(size(&value, less), Err(Excess::Size(less)));
        }
    }

    #[test]
    fn depth_has_a_limit_in_values_in_types_and_in_texts() {
        #[derive(Serialize)]
        struct Tree(Option<Box<Tree>>, #[serde(skip)] ());
        #[derive(Serialize)]
        struct Node {
            inner: Option<Box<Node>>,
        }
        let deeper = nested(DEPTH + 1);
        assert_eq!(size(&deeper, SIZE), Err(Excess::Depth));
        assert!(is_deep(&deeper.to_string()) && !is_deep(&nested(DEPTH).to_string()));
        let node =
            |depth| (1..depth).fold(Node { inner: None }, |it, _| Node { inner: Some(it.into()) });
        assert!(text(&node(DEPTH), SIZE).is_ok());
        assert_eq!(text(&node(20_000), SIZE), Err(Excess::Depth));
        let tree = (0..DEPTH).fold(Tree(None, ()), |it, _| Tree(Some(it.into()), ()));
        assert_eq!(text(&tree, SIZE), Err(Excess::Depth));
        let brackets = "[".repeat(DEPTH + 1);
        assert!(!is_deep(&format!("\"{brackets}\\\"{brackets}\"")));
        assert!(!is_deep(&"[]".repeat(1000)));
        assert!(is_deep(&"{\"a\":[".repeat(100_000)));
    }

    #[test]
    fn a_value_without_a_json_form_is_named() {
        let map = std::collections::BTreeMap::from([(vec![1], 2)]);
        assert_eq!(text(&map, SIZE), Err(Excess::Form("key must be a string".to_owned())));
    }
}
