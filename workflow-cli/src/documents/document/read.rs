//! Reading: from a file to the definition in it, with its names replaced.

use super::super::substitutions::Substitutions;
use super::super::template::{self, Elsewhere, Found, Machines, Resolver};
use super::Document;
use super::source::{Source, text_of};
use crate::pretty::pretty;
use crate::stop::Stop;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use workflow_asl::document::Text;
use workflow_asl::nearest;
use workflow_runtime::connector::Target;

impl Document {
    /// Reads `FILE`, or `FILE#NAME` for one of several state machines in it.
    pub(in super::super) fn read(named: &str, given: &Substitutions) -> Result<Self, Stop> {
        let (file, chosen) = match named.rsplit_once('#') {
            Some((file, name)) if !Path::new(named).exists() => (file, Some(name)),
            _ => (named, None),
        };
        let none = Value::Null;
        let known = |name: &str| Resolver::new(&none, &given.names).name(name);
        let path = Path::new(file);
        let (source, shown, text) = Source::file(path, &known)?;
        let document = Document::whole(path, (shown, source, &text), given);
        let document = match document.choose(chosen, given)? {
            None => document.plain(given).filled(&known),
            Some(found) => document.within(found, given)?,
        };
        Ok(document)
    }

    /// The state machine that was found in a file whose text is here.
    pub(in super::super) fn found(
        path: &Path,
        (shown, text): (&str, &Text),
        found: Found,
        given: &Substitutions,
    ) -> Result<Self, Stop> {
        let source = Source::Read(Box::new(text.clone()));
        Document::whole(path, (shown.to_owned(), source, text.source()), given).within(found, given)
    }

    /// All of a file, before a state machine is chosen in it.
    fn whole(
        path: &Path,
        (file, source, text): (String, Source, &str),
        given: &Substitutions,
    ) -> Self {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("document");
        let name = name.split('.').find(|part| !part.is_empty()).unwrap_or("document").to_owned();
        Document {
            file,
            name,
            read: vec![path.to_owned()],
            definition: source.value().clone(),
            unfilled: Value::Null,
            source,
            base: String::new(),
            made_up: BTreeMap::new(),
            remarks: vec![],
            left: vec![],
            composed: false,
            unasked: given.said.iter().filter(|it| !text.contains(&***it)).cloned().collect(),
        }
    }

    /// The state machine of the file that is meant; `None` where the file is a definition itself.
    fn choose(&self, chosen: Option<&str>, given: &Substitutions) -> Result<Option<Found>, Stop> {
        let (file, value) = (&self.file, self.source.value());
        let plain = template::is_plain(value);
        let Machines { mut found, unread } =
            if plain { Machines::default() } else { self.find(given)? };
        // Its name may stand where nothing could be read.
        if found.is_empty()
            && let Some(why) = unread
        {
            return Err(Stop::Usage(why));
        }
        let names = || found.iter().map(|it| it.name.as_str()).collect::<Vec<_>>();
        let found = match chosen {
            Some(chosen) => match found.iter().position(|it| it.name == chosen) {
                Some(index) => Ok(Some(found.swap_remove(index))),
                None if found.is_empty() => Err(Stop::Usage(format!(
                    "{file} holds no state machines with names: leave out `#{chosen}`"
                ))),
                None => Err(Stop::Usage(format!(
                    "{file} holds no state machine `{chosen}`{} (there are {}){}",
                    nearest::hint(chosen, names().into_iter()),
                    names().join(", "),
                    unread.map_or_else(String::new, |why| format!("\n{why}")),
                ))),
            },
            None if found.len() > 1 => Err(Stop::Usage(format!(
                "{file} holds {} state machines: name one of them, as {file}#{}\n  {}",
                found.len(),
                found[0].name,
                names().join("\n  "),
            ))),
            None if found.is_empty() && template::is_template(value) => Err(Stop::Usage(format!(
                "{file} is a template without a state machine: {}",
                template::lacking(value)
            ))),
            None => Ok(found.pop()),
        }?;
        match found {
            Some(Found { unread: Some(why), .. }) => Err(Stop::Usage(why)),
            found => Ok(found),
        }
    }

    /// The state machines of the file, and of those that it names.
    fn find(&self, given: &Substitutions) -> Result<Machines, Stop> {
        let value = self.source.value();
        let mut load = |path: &Path| text_of(path).map(|(text, _)| text.value().clone());
        template::find(value, Resolver::new(value, &given.names), self.folder(), &mut load)
    }

    /// The folder of the file that was given: paths in it begin there.
    fn folder(&self) -> &Path {
        self.read.first().and_then(|it| it.parent()).unwrap_or(Path::new(""))
    }

    /// The same document with another file as its text.
    fn of_file(self, path: PathBuf, known: &dyn Fn(&str) -> Option<String>) -> Result<Self, Stop> {
        let (source, file, text) = Source::file(&path, known)?;
        let unasked = self.unasked.into_iter().filter(|it| !text.contains(&**it)).collect();
        let definition = source.value().clone();
        let mut read = self.read;
        read.push(path);
        Ok(Document { file, source, definition, read, unasked, ..self })
    }

    /// The definition that was found in the file.
    fn within(self, found: Found, given: &Substitutions) -> Result<Self, Stop> {
        let file = self.source.value().clone();
        if let Some(why) = template::misread(&file, &given.names) {
            return Err(Stop::Usage(why));
        }
        let resolver = Resolver::new(&file, &given.names).keeping(given.keeps);
        let substitutions = file.pointer(&found.substitutions).map(|it| resolver.value(it));
        let framework = file.get("stepFunctions").is_some() || found.file.is_some();
        let own = |name: &str| {
            let own = substitutions.as_ref().and_then(|it| it.get(name));
            let own = own.map(|it| it.as_str().map_or_else(|| it.to_string(), str::to_owned));
            let global = || Resolver::new(&Value::Null, &given.names).name(name);
            let of_file = || framework.then(|| resolver.name(name)).flatten();
            given.names.get(name).cloned().or(own).or_else(of_file).or_else(global)
        };
        let document = match found.file {
            Some(path) => self.of_file(path, &|_| None)?,
            None => self,
        };
        let value = document.source.value().pointer(&found.pointer).cloned().unwrap_or_default();
        let document = if found.elsewhere {
            document.elsewhere(&resolver.value(&value), &own)?
        } else {
            match resolver.value(&value) {
                // Of an object the lines are known; a text that was put together has lines of its own.
                Value::String(text) => {
                    let source = Source::read(lines(text), false, &own);
                    let (source, composed) = document.source.block(&found.pointer, &value, source);
                    let definition = source.value().clone();
                    Document { source, definition, composed, ..document }
                }
                definition => Document { definition, base: found.pointer, ..document },
            }
        };
        let document = Document { name: found.name, ..document.filled(&own) };
        Ok(Document { made_up: resolver.made_up(), remarks: resolver.remarks(), ..document })
    }

    /// The definition in the file that this one names.
    fn elsewhere(
        self,
        named: &Value,
        known: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, Stop> {
        let text = named.as_str().unwrap_or_default();
        let plain = || Elsewhere { path: text.to_owned(), pointer: String::new() };
        let Elsewhere { path, pointer } = Elsewhere::of(text).unwrap_or_else(plain);
        if path.is_empty() || path.contains("://") || path.contains("${") {
            let (file, named) = (&self.file, named);
            return Err(Stop::Usage(format!(
                "the definition of {file} is in {named}: give the file itself"
            )));
        }
        let path = self.folder().join(path);
        let document = self.of_file(path, known)?;
        let Source::Read(text) = &document.source else { return Ok(document) };
        let Some(definition) = text.value().pointer(&pointer).cloned() else {
            let (file, field) = (&document.file, pointer.trim_start_matches('/').replace('/', "."));
            return Err(Stop::Usage(format!("{file} has nothing at `{field}`: {named} names it")));
        };
        Ok(Document { definition, base: pointer, ..document })
    }

    /// Replaces the placeholders without quotes in a file of YAML. In a template, each replaced value is a text.
    fn plain(mut self, given: &Substitutions) -> Self {
        if let Source::Read(text) = &self.source {
            let given = |name: &str| given.names.get(name).cloned();
            template::plain(&mut self.definition, "", &|it| text.is_plain(it), &given);
        }
        self
    }

    /// Replaces the placeholders that have a value, and finds those that have none.
    fn filled(self, known: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut definition = template::replaced(&self.definition, known);
        let left = template::left(&definition);
        let unfilled = definition.clone();
        resources(&mut definition);
        Document { definition, unfilled, left, ..self }
    }
}

/// Breaks a JSON text of one line, as programs write it, into many.
fn lines(text: String) -> String {
    let is_json = || serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
    if !text.trim().contains('\n') && is_json() { pretty(&text) } else { text }
}

/// Names a function where the resource of a Task is a placeholder: what a mock answers needs no ARN.
fn resources(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            let task = fields.get("Type").is_some_and(|it| it == "Task");
            if let Some(Value::String(resource)) = fields.get_mut("Resource").filter(|_| task)
                && resource.contains("${")
            {
                *resource = resource_of(resource);
            }
            fields.values_mut().for_each(resources);
        }
        Value::Array(items) => items.iter_mut().for_each(resources),
        _ => {}
    }
}

fn resource_of(placeholder: &str) -> String {
    let aws = match placeholder.split_once('}') {
        Some((_, rest)) if placeholder.starts_with("arn:${") => format!("arn:aws{rest}"),
        _ => placeholder.to_owned(),
    };
    if Target::parse(&aws).is_ok() {
        return aws;
    }
    let name = placeholder.rsplit("${").next().and_then(|it| it.split('}').next());
    template::function(name.unwrap_or_default())
}
