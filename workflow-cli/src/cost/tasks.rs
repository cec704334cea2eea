//! Memory and duration of tasks, as they are given.

use serde_json::Value;
use std::collections::BTreeMap;
use workflow_runtime::mocks::Needed;

/// The memory of a task in megabytes, and the time of an attempt in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Task {
    pub(crate) memory: Option<u64>,
    pub(crate) duration: Option<u64>,
}

/// The tasks that something is known of, by the name of a state or of a function.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tasks {
    /// The numbers that hold for all others.
    all: Task,
    named: BTreeMap<String, Task>,
}

impl Tasks {
    /// Adds `[NAME=]MEGABYTES`.
    pub(crate) fn memory(&mut self, text: &str) -> Result<(), String> {
        let (name, value) = split(text);
        let memory = value.parse().ok().filter(|memory| (1..=10_240).contains(memory));
        let wrong = || {
            format!(
                "`{value}` is no memory: write megabytes from 1 to 10240, as --memory 512 or --memory charge=512"
            )
        };
        self.entry(name).memory = Some(memory.ok_or_else(wrong)?);
        Ok(())
    }

    /// Adds `[NAME=]TIME`.
    pub(crate) fn duration(&mut self, text: &str) -> Result<(), String> {
        let (name, value) = split(text);
        let duration = milliseconds(value)?;
        self.entry(name).duration = Some(duration);
        Ok(())
    }

    /// Adds a file: `{"NAME": {"memory": 512, "duration": "120ms"}}`; `*` stands for all others.
    pub(crate) fn file(&mut self, text: &str) -> Result<(), String> {
        let read: Value =
            serde_json::from_str(text).map_err(|error| format!("is not JSON: {error}"))?;
        let form = r#"must be {"NAME": {"memory": 512, "duration": "120ms"}}"#;
        for (name, task) in read.as_object().ok_or(form)? {
            let fields = task.as_object().ok_or_else(|| format!("`{name}` {form}"))?;
            for (field, value) in fields {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                let named = if name == "*" { text } else { format!("{name}={text}") };
                let set = match field.as_str() {
                    "memory" => self.memory(&named),
                    "duration" => self.duration(&named),
                    other => {
                        Err(format!("has no field `{other}`: a task has `memory` and `duration`"))
                    }
                };
                set.map_err(|why| format!("`{name}`: {why}"))?;
            }
        }
        Ok(())
    }

    fn entry(&mut self, name: Option<&str>) -> &mut Task {
        match name {
            None => &mut self.all,
            Some(name) => self.named.entry(name.to_owned()).or_default(),
        }
    }

    /// Returns what is known of a state and its function.
    pub(crate) fn of(&self, state: &str, function: Option<&str>) -> Task {
        let mut found = self.all;
        // A state goes before its function.
        for name in function.into_iter().chain([state]) {
            if let Some(task) = self.named.get(name) {
                found.memory = task.memory.or(found.memory);
                found.duration = task.duration.or(found.duration);
            }
        }
        found
    }

    /// The names that no Task state and no function has.
    pub(crate) fn strange(&self, needed: &[Needed]) -> Vec<&str> {
        let is = |it: &Needed, name: &str| it.state == name || it.function.as_deref() == Some(name);
        let names = self.named.keys().map(String::as_str);
        names.filter(|name| !needed.iter().any(|it| is(it, name))).collect()
    }
}

fn split(text: &str) -> (Option<&str>, &str) {
    text.rsplit_once('=').map_or((None, text), |(name, value)| (Some(name), value))
}

/// A time as people write it, in milliseconds: rounded up, as Lambda does.
pub(crate) fn milliseconds(text: &str) -> Result<u64, String> {
    let wrong = || format!("`{text}` is no duration: write it as 120ms, 1.5s or 2min");
    let at = text.find(|it: char| it.is_ascii_alphabetic()).ok_or_else(wrong)?;
    let (number, unit) = text.split_at(at);
    let unit: u64 = match unit {
        "ms" => 1,
        "s" => 1000,
        "min" => 60_000,
        "h" => 3_600_000,
        _ => return Err(wrong()),
    };
    // Three digits behind the point, and whether there are more: no float.
    let (whole, rest) = number.split_once('.').unwrap_or((number, ""));
    let digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    if (whole.is_empty() && rest.is_empty()) || !digits(whole) || !digits(rest) || rest.len() > 9 {
        return Err(wrong());
    }
    let number = |text: &str| if text.is_empty() { Some(0) } else { text.parse::<u64>().ok() };
    let parts = u32::try_from(rest.len()).map(|length| 10_u64.pow(length)).map_err(|_| wrong())?;
    let whole = number(whole).and_then(|it| it.checked_mul(unit)).ok_or_else(wrong)?;
    let rest = number(rest).and_then(|it| it.checked_mul(unit)).ok_or_else(wrong)?;
    whole.checked_add(rest.div_ceil(parts)).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn durations_are_rounded_up_to_milliseconds() {
        for (text, expected) in [
            ("120ms", 120),
            ("1.5s", 1500),
            ("0.0001s", 1),
            (".25s", 250),
            ("2min", 120_000),
            ("0ms", 0),
        ] {
            assert_eq!(milliseconds(text), Ok(expected), "{text}");
        }
        for text in ["120", "ms", "1,5s", "-1s", "5 days", "1e3s", "99999999999999999999s"] {
            assert!(milliseconds(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_state_goes_before_its_function_and_that_before_all() {
        let mut tasks = Tasks::default();
        tasks.memory("128").unwrap();
        tasks
            .file(r#"{ "charge": { "memory": 512, "duration": "1s" }, "*": { "duration": "2s" } }"#)
            .unwrap();
        tasks.memory("Pay=1024").unwrap();
        tasks.memory("Py=1024").unwrap();
        let task = |memory, duration| Task { memory: Some(memory), duration: Some(duration) };
        assert_eq!(tasks.of("Pay", Some("charge")), task(1024, 1000));
        assert_eq!(tasks.of("Other", None), task(128, 2000));
        let needed = |state: &str, function: Option<&str>| Needed {
            state: state.to_owned(),
            resource: String::new(),
            function: function.map(str::to_owned),
        };
        let all = [needed("Pay", Some("charge")), needed("Other", None)];
        assert_eq!(tasks.strange(&all), ["Py"]);
        assert!(tasks.memory("x=0").is_err());
        assert!(tasks.file(r#"{ "a": { "mem": 1 } }"#).unwrap_err().contains("no field `mem`"));
    }
}
