//! Files of the Serverless Framework that are split up: `${file(machines.yml):stateMachines}` in the place of machines.

use super::placeholders::{escaped, text_of};
use super::{Found, Machines, Resolver, machine};
use crate::stop::Stop;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Files that name files, one within the other.
const DEEPEST: usize = 8;
/// The files that are read for one document.
const MOST: usize = 64;

/// A value in another file: `${file(PATH):ADDRESS}`.
#[derive(Debug, PartialEq)]
pub(in super::super) struct Elsewhere {
    /// The path, as it is written.
    pub(in super::super) path: String,
    /// The place in the file: a JSON pointer.
    pub(in super::super) pointer: String,
}

impl Elsewhere {
    /// Reads it; `None` of another text.
    pub(in super::super) fn of(text: &str) -> Option<Self> {
        let (path, rest) = text.trim().strip_prefix("${file(")?.split_once(')')?;
        // What stands behind a comma counts where there is no such file.
        let address =
            rest.strip_prefix(':').map_or("", |it| it.split([',', '}']).next().unwrap_or(it));
        let step = |step: &str| format!("/{}", escaped(step.trim()));
        let pointer = address.split('.').filter(|it| !it.is_empty()).map(step).collect();
        Some(Elsewhere { path: path.trim().to_owned(), pointer })
    }
}

/// True if something else stands for a text.
fn is_variable(text: &str) -> bool {
    text.trim_start().starts_with("${")
}

/// The value of a file.
pub(in super::super) type Load<'l> = &'l mut dyn FnMut(&Path) -> Result<Value, Stop>;

/// Finds the machines of a file and of those it names.
pub(super) struct Split<'s> {
    resolver: Resolver<'s>,
    /// The folder of the file: paths begin there.
    folder: &'s Path,
    load: Load<'s>,
    read: usize,
    found: Vec<Found>,
    /// The reason why the first files that hold machines, of no known names, could not be read.
    unread: Option<String>,
}

/// The kind of a value: what holds machines under their names, or what holds that.
#[derive(Clone, Copy, PartialEq)]
enum Holds {
    Plugin,
    Machines,
}

/// A value, and where it stands.
struct Here<'h> {
    file: Option<&'h Path>,
    pointer: String,
    depth: usize,
}

impl<'s> Split<'s> {
    pub(super) fn new(resolver: Resolver<'s>, folder: &'s Path, load: Load<'s>) -> Self {
        Split { resolver, folder, load, read: 0, found: vec![], unread: None }
    }

    /// The machines, in the order of the files. One that cannot be read hides no other.
    pub(super) fn find(mut self, file: &Value) -> Result<Machines, Stop> {
        for (field, holds) in [("stepFunctions", Holds::Plugin), ("stateMachines", Holds::Machines)]
        {
            if let Some(value) = file.get(field) {
                let here = Here { file: None, pointer: format!("/{field}"), depth: DEEPEST };
                self.within(value, holds, &here)?;
            }
        }
        Ok(Machines { found: self.found, unread: self.unread })
    }

    fn within(&mut self, value: &Value, holds: Holds, here: &Here<'_>) -> Result<(), Stop> {
        let step =
            |key: &str| Here { pointer: format!("{}/{}", here.pointer, escaped(key)), ..*here };
        match (holds, value) {
            (_, Value::String(text)) if is_variable(text) => {
                let (value, path, pointer) = match self.loaded(text, here) {
                    Err(Stop::Usage(why)) => {
                        self.unread.get_or_insert(why);
                        return Ok(());
                    }
                    loaded => loaded?,
                };
                let there = Here { file: Some(&path), pointer, depth: here.depth - 1 };
                self.within(&value, holds, &there)
            }
            (Holds::Plugin, value) => match value.get("stateMachines") {
                Some(machines) => self.within(machines, Holds::Machines, &step("stateMachines")),
                None => Ok(()),
            },
            // The plugin takes a list of objects, and puts them together.
            (Holds::Machines, Value::Array(items)) => {
                let mut items = items.iter().enumerate();
                items.try_for_each(|(at, item)| self.within(item, holds, &step(&at.to_string())))
            }
            (Holds::Machines, Value::Object(all)) => {
                let mut all = all.iter();
                all.try_for_each(|(name, value)| self.machine(name, value, &step(name)))
            }
            _ => Ok(()),
        }
    }

    fn machine(&mut self, name: &str, value: &Value, here: &Here<'_>) -> Result<(), Stop> {
        if let Value::String(text) = value
            && is_variable(text)
        {
            let (value, path, pointer) = match self.loaded(text, here) {
                Err(Stop::Usage(why)) => {
                    self.found.push(Found::unread(name, why));
                    return Ok(());
                }
                loaded => loaded?,
            };
            let there = Here { file: Some(&path), pointer, depth: here.depth - 1 };
            return self.machine(name, &value, &there);
        }
        self.found.extend(machine(name, value, &here.pointer, here.file));
        Ok(())
    }

    /// The value that a text names, with its file and its place in there.
    fn loaded(&mut self, text: &str, here: &Here<'_>) -> Result<(Value, PathBuf, String), Stop> {
        let known =
            |name: &str| (!name.starts_with("file(")).then(|| self.resolver.name(name)).flatten();
        let named = text_of(text, &known);
        let place = here.pointer.trim_start_matches('/').replace('/', ".");
        let refused = |why: String| Err(Stop::Usage(format!("{place} is {named}: {why}")));
        let Some(Elsewhere { path, pointer }) = Elsewhere::of(&named) else {
            return refused("only `${file(PATH)}` and `${file(PATH):FIELD}` are read here".into());
        };
        if path.contains("${") {
            return refused("give its value with `--substitute NAME=VALUE`".into());
        }
        if path.ends_with(".js") || path.ends_with(".cjs") || path.ends_with(".ts") {
            return refused("a program is not run: give the YAML or JSON that it makes".into());
        }
        self.read += 1;
        if here.depth == 0 || self.read > MOST {
            return refused(format!(
                "more than {MOST} files, or {DEEPEST} one within the other, are not read"
            ));
        }
        let file = self.folder.join(&path);
        let value = match (self.load)(&file) {
            Ok(value) => value,
            Err(Stop::Usage(why)) => return refused(why),
            Err(other) => return Err(other),
        };
        match value.pointer(&pointer) {
            Some(value) => Ok((value.clone(), file, pointer)),
            None => refused(format!(
                "{path} has nothing at `{}`",
                pointer.trim_start_matches('/').replace('/', ".")
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::collections::BTreeMap;

    #[test]
    fn values_in_other_files_have_a_place() {
        for (text, path, pointer) in [
            ("${file(a.yml)}", "a.yml", ""),
            ("${file( ./a.yml ):x.y}", "./a.yml", "/x/y"),
            ("${file(a.yml):a/b, 'none'}", "a.yml", "/a~1b"),
        ] {
            let expected = Elsewhere { path: path.into(), pointer: pointer.into() };
            assert_eq!(Elsewhere::of(text), Some(expected), "{text}");
        }
        assert_eq!(Elsewhere::of("${self:custom.x}"), None);
    }

    /// The machines with their files, or why there are none.
    fn found(file: &Value, files: &Value) -> Result<Vec<(String, String)>, String> {
        let given = BTreeMap::new();
        let mut load = |path: &Path| {
            let value = files.get(path.to_str().unwrap_or_default());
            value.cloned().ok_or_else(|| Stop::Usage("it is not there".into()))
        };
        let split = Split::new(Resolver::new(file, &given), Path::new(""), &mut load);
        let place = |it: Found| {
            let file = it.file.as_ref().map_or(String::new(), |it| it.display().to_string());
            (it.name, format!("{file}#{}", it.pointer))
        };
        match split.find(file) {
            Ok(Machines { found, unread: Some(why) }) if found.is_empty() => Err(why),
            Ok(Machines { found, .. }) => Ok(found.into_iter().map(place).collect()),
            Err(Stop::Usage(why)) => Err(why),
            Err(_) => Err("failed".into()),
        }
    }

    #[test]
    fn machines_are_found_in_other_files() {
        let one = json!({ "definition": {} });
        let files = json!({
            "m.yml": { "stateMachines": { "a": one, "b": "${file(one.yml):deep.one}" } },
            "one.yml": { "deep": { "one": one } },
            "dev.yml": { "c": one },
            "round.yml": { "stateMachines": "${file(round.yml):stateMachines}" },
        });
        let inside =
            [("a", "m.yml#/stateMachines/a/definition"), ("b", "one.yml#/deep/one/definition")];
        let list = [
            inside[0],
            inside[1],
            ("c", "dev.yml#/c/definition"),
            ("d", "#/stepFunctions/stateMachines/2/d/definition"),
        ];
        for (file, expected) in [
            (
                json!({ "stepFunctions": { "stateMachines": "${file(m.yml):stateMachines}" } }),
                &inside[..],
            ),
            (json!({ "stepFunctions": "${file(m.yml)}" }), &inside),
            (json!({ "stateMachines": { "b": "${file(one.yml):deep.one}" } }), &inside[1..]),
            (
                json!({ "stepFunctions": { "stateMachines": [
                    "${file(m.yml):stateMachines}", "${file(${opt:stage, 'dev'}.yml)}", { "d": one } ] } }),
                &list,
            ),
        ] {
            let found = found(&file, &files);
            let expected =
                expected.iter().map(|(name, place)| ((*name).to_owned(), (*place).to_owned()));
            assert_eq!(found, Ok(expected.collect()), "{file}");
        }
        for (named, why) in [
            ("${file(gone.yml)}", "stateMachines is ${file(gone.yml)}: it is not there"),
            ("${file(m.yml):machines}", "m.yml has nothing at `machines`"),
            ("${file(m.js)}", "a program is not run"),
            ("${file(${opt:x}.yml)}", "--substitute NAME=VALUE"),
            ("${ssm:machines}", "only `${file(PATH)}`"),
            ("${file(round.yml):stateMachines}", "8 one within the other"),
        ] {
            let told = found(&json!({ "stateMachines": named }), &files).err().unwrap_or_default();
            assert!(told.contains(why), "{named}: {told}");
        }
    }

    #[test]
    fn one_that_cannot_be_read_hides_no_other() {
        let one = json!({ "definition": {} });
        for (machines, names, why) in [
            (json!({ "a": "${file(a.js)}", "b": one }), vec![("a", true), ("b", false)], None),
            (json!({ "a": one, "b": "${ssm:/b}" }), vec![("a", false), ("b", true)], None),
            (json!([{ "a": one }, "${file(gone.yml)}"]), vec![("a", false)], Some("not there")),
        ] {
            let file = json!({ "stateMachines": machines });
            let given = BTreeMap::new();
            let mut load = |_: &Path| Err(Stop::Usage("it is not there".into()));
            let split = Split::new(Resolver::new(&file, &given), Path::new(""), &mut load);
            let Ok(Machines { found, unread }) = split.find(&file) else { panic!("{file}") };
            let found: Vec<_> =
                found.iter().map(|it| (it.name.as_str(), it.unread.is_some())).collect();
            assert_eq!(found, names, "{file}");
            let told = unread.unwrap_or_default();
            assert!(why.map_or(told.is_empty(), |why| told.contains(why)), "{file}: {told}");
        }
    }
}
