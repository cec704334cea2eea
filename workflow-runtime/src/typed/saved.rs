//! The record of a state: its name, what it does, and what it keeps under the names of the user's variables.

use super::items::{Cursor, Forked};
use super::state::State;
use crate::blocked::Reason;
use crate::failure::Failure;
use crate::machine::StateInfo;
use crate::payload::Payload;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The start and the end of a scope, in its record: which scope it is says the state that it was begun by.
pub(super) const START: &str = "<start>";
pub(super) const END: &str = "<end>";

/// Writes a record as text: `{"state":…,"kept":{"order":…,"quote":…},"does":…}`, of a Parallel with its `branches`.
#[derive(Default)]
pub struct Saved {
    text: Vec<u8>,
    /// True if the record has a value.
    keeps: bool,
    does: Option<String>,
    code: u32,
    branches: Vec<String>,
    failure: Option<Failure>,
}

impl Saved {
    /// The name of the state, which comes first.
    pub fn state(&mut self, name: &str) -> &mut Self {
        self.text.reserve(256);
        self.text.extend_from_slice(b"{\"state\":");
        self.write(name);
        self.text.extend_from_slice(b",\"kept\":{");
        self
    }

    /// Describes the state, by which changed code knows it; `branches` are in the order of its children.
    pub(super) fn work<'b>(&mut self, info: &StateInfo, branches: impl Iterator<Item = &'b str>) {
        self.does = Some(info.work().to_owned());
        self.code = info.code;
        self.branches = branches.map(str::to_owned).collect();
    }

    /// A value it keeps.
    pub fn keep<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> &mut Self {
        self.name(name);
        let kept = Payload::append(value, &mut self.text);
        self.kept(name, kept)
    }

    /// A list that a loop goes through.
    pub fn each(&mut self, name: &str, each: &impl Cursor) -> &mut Self {
        self.name(name);
        let kept = each.write(&mut self.text);
        self.kept(name, kept)
    }

    fn kept(&mut self, name: &str, kept: Result<(), Failure>) -> &mut Self {
        if let Err(failure) = kept {
            let cause = failure.reported();
            self.failure = Some(Failure::runtime(format!("`{name}` cannot be kept: {cause}")));
        }
        self
    }

    /// The starts of branches that it keeps: a list of records, with `null` for those that have been started.
    pub fn starts<S: State>(&mut self, name: &str, starts: &Forked<S>) -> &mut Self {
        self.name(name);
        let mut before = b'[';
        for start in starts.iter() {
            self.text.push(before);
            before = b',';
            let Some(start) = start else {
                self.text.extend_from_slice(b"null");
                continue;
            };
            let text = std::mem::take(&mut self.text);
            let mut inner = Saved { text, ..Saved::default() };
            start.save(&mut inner);
            self.failure = self.failure.take().or(inner.failure.take());
            self.text = inner.close();
        }
        self.text.extend_from_slice(if before == b'[' { b"[]" } else { b"]" });
        self
    }

    fn name(&mut self, name: &str) {
        if std::mem::replace(&mut self.keeps, true) {
            self.text.push(b',');
        }
        self.write(name);
        self.text.push(b':');
    }

    fn write(&mut self, name: &str) {
        if let Err(error) = serde_json::to_writer(&mut self.text, name) {
            self.failure = Some(Failure::runtime(format!("the name `{name}`: {error}")));
        }
    }

    fn close(mut self) -> Vec<u8> {
        self.text.push(b'}');
        if let Some(does) = self.does.take() {
            self.text.extend_from_slice(b",\"does\":");
            self.write(&does);
        }
        if self.code != 0 {
            self.text.extend_from_slice(format!(",\"code\":{}", self.code).as_bytes());
        }
        let mut before: &[u8] = b",\"branches\":[";
        for label in std::mem::take(&mut self.branches) {
            self.text.extend_from_slice(std::mem::replace(&mut before, b","));
            self.write(&label);
        }
        if before == b"," {
            self.text.push(b']');
        }
        self.text.push(b'}');
        self.text
    }

    /// The record.
    ///
    /// # Errors
    /// If a value had no JSON form.
    pub fn finish(mut self) -> Result<String, Failure> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        String::from_utf8(self.close())
            .map_err(|error| Failure::runtime(format!("a record is not text: {error}")))
    }
}

/// Reads a record.
pub struct Kept {
    state: String,
    does: Option<String>,
    code: u32,
    branches: Vec<String>,
    record: Map<String, Value>,
}

impl Kept {
    /// From a record.
    ///
    /// # Errors
    /// If it is not one.
    pub fn new(record: Value) -> Result<Self, Failure> {
        let Value::Object(mut record) = record else { return Err(lost("an object")) };
        let does = record.get("does").and_then(Value::as_str).map(str::to_owned);
        let code = record.get("code").and_then(Value::as_u64).unwrap_or_default();
        let code = u32::try_from(code).unwrap_or_default();
        let branches = record.get("branches").and_then(Value::as_array).into_iter().flatten();
        let branches = branches.filter_map(Value::as_str).map(str::to_owned).collect();
        match (record.remove("state"), record.remove("kept")) {
            (Some(Value::String(state)), Some(Value::Object(record))) => {
                Ok(Kept { state, does, code, branches, record })
            }
            _ => Err(lost("a state and what it keeps")),
        }
    }

    /// The name of the state.
    #[must_use]
    pub fn state(&self) -> String {
        self.state.clone()
    }

    /// The task that the state called, or its kind.
    pub(super) fn does(&self) -> Option<&str> {
        self.does.as_deref()
    }

    /// The digest of the call that the state was; 0: none.
    pub(super) fn code(&self) -> u32 {
        self.code
    }

    /// The labels of the branches of a Parallel, in the order of its children.
    pub(super) fn branches(&self) -> &[String] {
        &self.branches
    }

    /// A value it keeps.
    ///
    /// # Errors
    /// If it is missing or does not fit its type.
    pub fn take<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, Failure> {
        let reason = |found: String, expected: String| {
            Failure::unfit(Reason::new(&self.state, name, found, expected))
        };
        let ty = short(std::any::type_name::<T>());
        let Some(value) = self.record.remove(name) else {
            let names: Vec<_> = self.record.keys().map(|name| format!("`{name}`")).collect();
            let found = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
            return Err(reason(
                format!("nothing (it keeps {found})"),
                format!("a value of `{ty}`"),
            ));
        };
        let value = std::sync::Arc::new(value);
        Payload::Json(value.clone()).decoded().map_err(|failure| {
            let cause = failure.reported();
            let cause = cause.strip_prefix(UNFIT).unwrap_or(&cause);
            reason(shown(&value), format!("a value of `{ty}` ({cause})"))
        })
    }
}

/// A checkpoint that does not fit the code.
#[must_use]
pub fn lost(what: &str) -> Failure {
    Failure::runtime(format!("the checkpoint lacks {what}"))
}

/// The failure of a value that the record of the state around it should hold.
#[must_use]
pub fn outside(name: &str) -> Failure {
    Failure::unfit(Reason::new("", name, "nothing", "a value of the state around it"))
}

/// The beginning of the message about a value of another type.
const UNFIT: &str = "a value does not fit its type: ";

/// The most characters of a value that are shown.
const SHOWN: usize = 120;

fn shown(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= SHOWN {
        return text;
    }
    text.chars().take(SHOWN).chain(['…']).collect()
}

/// A type's name without the paths to its parts: `Option<Order>`.
fn short(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut word = String::new();
    for letter in name.chars() {
        match letter {
            ':' => word.clear(),
            letter if letter.is_alphanumeric() || letter == '_' => word.push(letter),
            letter => {
                text.push_str(&std::mem::take(&mut word));
                text.push(letter);
            }
        }
    }
    text + &word
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde::Serializer;

    #[test]
    fn a_record_is_one_text() {
        let mut saved = Saved::default();
        saved.state("Say \"hi\"").keep("a.b", &[1, 2]).keep("ü", &"\n");
        let text = saved.finish().unwrap();
        assert_eq!(text, r#"{"state":"Say \"hi\"","kept":{"a.b":[1,2],"ü":"\n"}}"#);
        let mut kept = Kept::new(serde_json::from_str(&text).unwrap()).unwrap();
        assert_eq!(kept.state(), "Say \"hi\"");
        assert_eq!(kept.take::<Vec<i64>>("a.b").unwrap(), [1, 2]);
        assert_eq!(kept.take::<String>("ü").unwrap(), "\n");
    }

    #[test]
    fn a_record_may_keep_nothing() {
        let mut saved = Saved::default();
        saved.state("A");
        assert_eq!(saved.finish().unwrap(), r#"{"state":"A","kept":{}}"#);
    }

    #[test]
    fn a_record_says_what_its_state_does() {
        let written = |code, branches: &[&str]| {
            let mut saved = Saved::default();
            saved.state("A").keep("n", &1);
            saved.does = Some("a \"Parallel\"".to_owned());
            saved.code = code;
            saved.branches = branches.iter().map(|it| (*it).to_owned()).collect();
            saved.finish().unwrap()
        };
        let begin = r#"{"state":"A","kept":{"n":1},"does":"a \"Parallel\"""#;
        assert_eq!(written(0, &[]), format!("{begin}}}"));
        assert_eq!(written(7, &["x"]), format!(r#"{begin},"code":7,"branches":["x"]}}"#));
        let text = written(7, &["x", "y \"z\""]);
        assert_eq!(text, format!(r#"{begin},"code":7,"branches":["x","y \"z\""]}}"#));
        let kept = Kept::new(serde_json::from_str(&text).unwrap()).unwrap();
        assert_eq!((kept.does(), kept.code()), (Some("a \"Parallel\""), 7));
        assert_eq!(kept.branches(), ["x", "y \"z\""]);
        assert!(Kept::new(serde_json::json!({ "state": "A" })).is_err());
        assert!(Kept::new(serde_json::json!({ "state": 1, "kept": {} })).is_err());
    }

    /// Writes a part of itself, and panics.
    struct Half;
    impl Serialize for Half {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            let _ = to.serialize_str("half");
            panic!("the other half")
        }
    }

    #[test]
    fn a_value_without_json_is_named() {
        let refused = |keep: fn(&mut Saved) -> &mut Saved| {
            let mut saved = Saved::default();
            saved.state("A").keep("fine", &1);
            keep(&mut saved);
            saved.finish().unwrap_err().reported()
        };
        let nan = refused(|to| to.keep("mean", &[f64::NAN]));
        assert_eq!(
            nan,
            "`mean` cannot be kept: it has the number NaN: JSON has finite numbers only"
        );
        let half = refused(|to| to.keep("half", &Half));
        assert!(
            half.starts_with("`half` cannot be kept: `Serialize` of a value panicked"),
            "{half}"
        );
    }
    #[test]
    fn a_long_value_is_shown_in_part() {
        let text = |letters: usize| Value::String("ü".repeat(letters));
        let whole = shown(&text(SHOWN - 2));
        assert_eq!(whole, format!("\"{}\"", "ü".repeat(SHOWN - 2)));
        let cut = shown(&text(SHOWN - 1));
        assert_eq!(cut, format!("\"{}…", "ü".repeat(SHOWN - 1)));
    }

    #[test]
    fn types_are_named_without_paths() {
        for (name, expected) in [
            ("u64", "u64"),
            ("alloc::vec::Vec<shop::Order>", "Vec<Order>"),
            ("(core::option::Option<a::b_c::D>, &str)", "(Option<D>, &str)"),
        ] {
            assert_eq!(short(name), expected);
        }
    }
}
