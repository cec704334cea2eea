//! A document from a file, and what is wrong with it.

use super::causes::Causes;
use super::substitutions::Substitutions;
use super::template::{self, Elsewhere, Found, Machines, Resolver};
use crate::files;
use crate::pretty::pretty;
use crate::stop::Stop;
use crate::terminal::{WIDTH, wrap};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use workflow_asl::Definition;
use workflow_asl::document::{
    self, Code, Diagnostic, MachineType, Options, Report, Severity, Text,
};
use workflow_asl::nearest;
use workflow_runtime::connector::Target;

/// A definition, and the text it stands in.
pub(super) struct Document {
    /// The file, as it is shown.
    pub(super) file: String,
    /// The name of the state machine: its file, without extensions, or its name in the file.
    pub(super) name: String,
    /// The files that were read.
    pub(super) read: Vec<PathBuf>,
    source: Source,
    /// The place of the definition in the text.
    base: String,
    /// The definition with its names replaced.
    definition: Value,
    /// The same, with the placeholders of resources that nothing replaces.
    unfilled: Value,
    /// The values made up for names of the file.
    made_up: BTreeMap<String, String>,
    /// Lines about what the functions of the template could not say.
    remarks: Vec<String>,
    /// The placeholders that nothing replaces, with the places of their strings.
    left: Vec<(String, String)>,
    /// True if its text was put together, and so has lines that no file has.
    composed: bool,
    /// The names on the command line that no text has.
    unasked: Vec<String>,
}

/// A text that was read, or what is wrong with it.
enum Source {
    Read(Box<Text>),
    Broken {
        text: String,
        #[cfg_attr(not(feature = "yaml"), allow(dead_code, reason = "all texts are JSON"))]
        yaml: bool,
        problems: Vec<Diagnostic>,
    },
}

impl Source {
    /// Reads a text. In JSON, what stands for numbers is replaced before: `"Seconds": ${Wait}`.
    fn read(text: String, yaml: bool, known: &dyn Fn(&str) -> Option<String>) -> Self {
        #[cfg(feature = "yaml")]
        if yaml {
            return match Text::yaml(&text) {
                Ok(read) => Source::Read(Box::new(read)),
                Err(problems) => Source::Broken { text, yaml, problems },
            };
        }
        if let Ok(read) = Text::json(&text) {
            return Source::Read(Box::new(read));
        }
        let text = template::bare(&text, known);
        let mut problems = match Text::json(&text) {
            Ok(read) => return Source::Read(Box::new(read)),
            Err(problems) => problems,
        };
        if let (Some(name), Some(first)) = (template::stands_bare(&text), problems.first_mut()) {
            first.help = Some(format!(
                "`${{{name}}}` stands outside of a string: this is a template, and becomes JSON with `--substitute {name}=VALUE`"
            ));
        }
        Source::Broken { text, yaml, problems }
    }

    /// Reads a file: with its name as it is shown, and its text.
    fn file(
        path: &Path,
        known: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(Self, String, String), Stop> {
        let (shown, text) = files::text(path)?;
        let yaml = is_yaml(path, &shown, &text)?;
        Ok((Source::read(text.clone(), yaml, known), shown, text))
    }

    /// A text that stands in this one: with its lines, where it is a block of YAML, and whether it has lines of its
    /// own.
    fn block(&self, pointer: &str, value: &Value, inner: Source) -> (Source, bool) {
        let written =
            ["/Fn::Sub/0", "/Fn::Sub", ""].iter().find_map(|it| value.pointer(it)?.as_str());
        let (Source::Read(outer), Some(written), Source::Read(_)) = (self, written, &inner) else {
            return (inner, true);
        };
        let first = outer.line(pointer).saturating_sub(1);
        match (template::block(outer.source(), first, written), inner) {
            (Some((lines, columns)), Source::Read(inner)) => {
                (Source::Read(Box::new(inner.within(lines, columns))), false)
            }
            (_, inner) => (inner, true),
        }
    }

    fn value(&self) -> &Value {
        match self {
            Source::Read(text) => text.value(),
            Source::Broken { .. } => &Value::Null,
        }
    }
}

impl Document {
    /// Reads `FILE`, or `FILE#NAME` for one of several state machines in it.
    pub(super) fn read(named: &str, given: &Substitutions) -> Result<Self, Stop> {
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
    pub(super) fn found(
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

    /// Replaces what stands without quotes in a file of YAML. A template makes texts of all that it replaces in one.
    fn plain(mut self, given: &Substitutions) -> Self {
        if let Source::Read(text) = &self.source {
            let given = |name: &str| given.names.get(name).cloned();
            template::plain(&mut self.definition, "", &|it| text.is_plain(it), &given);
        }
        self
    }

    /// Replaces what has a value, and finds what has none.
    fn filled(self, known: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut definition = template::replaced(&self.definition, known);
        let left = template::left(&definition);
        let unfilled = definition.clone();
        resources(&mut definition);
        Document { definition, unfilled, left, ..self }
    }

    /// Returns what AWS would say of it.
    pub(super) fn report(&self, machine_type: MachineType, severity: Severity) -> Report {
        self.judged(machine_type, severity).0
    }

    /// Returns what AWS would say of it, and what it would add as a consequence of that.
    pub(super) fn judged(
        &self,
        machine_type: MachineType,
        severity: Severity,
    ) -> (Report, Vec<Diagnostic>) {
        let options = Options { machine_type, severity, max_results: 0 };
        let report = match &self.source {
            Source::Read(text) => text.report(&self.base, &self.definition, &options),
            Source::Broken { problems, .. } => {
                Report { diagnostics: problems.clone(), truncated: false }
            }
        };
        let Causes { causes, effects } = Causes::of(report.diagnostics);
        (Report { diagnostics: causes, ..report }, effects)
    }

    /// The definition, if AWS would take it.
    pub(super) fn definition(&self, machine_type: MachineType) -> Result<Definition, Stop> {
        let report = self.report(machine_type, Severity::Error);
        if !report.is_ok() {
            return Err(self.refused(&report.diagnostics));
        }
        Definition::from_value(self.definition.clone()).map_err(|problems| self.refused(&problems))
    }

    /// Its JSON with the placeholders that nothing replaces: what a deployment fills in.
    pub(super) fn placeholders(&self) -> Result<&Value, Stop> {
        if let Source::Broken { problems, .. } = &self.source {
            return Err(self.refused(problems));
        }
        let Some(name) = self.made_up.keys().next() else { return Ok(&self.unfilled) };
        let file = &self.file;
        Err(Stop::Usage(format!(
            "{file} is a template in which only a deployment knows {name}: deploy the template as it is, or export the definition alone"
        )))
    }

    /// Its JSON with all placeholders that nothing replaces, whatever is made up for a run.
    pub(super) fn unfilled(&self) -> Result<&Value, Stop> {
        self.value().map(|_| &self.unfilled)
    }

    /// Its JSON, whatever is wrong with it as a definition: a drawing helps to find that.
    pub(super) fn value(&self) -> Result<&Value, Stop> {
        match &self.source {
            Source::Read(_) => Ok(&self.definition),
            Source::Broken { problems, .. } => Err(self.refused(problems)),
        }
    }

    fn refused(&self, problems: &[Diagnostic]) -> Stop {
        let explained = self.explain(problems);
        Stop::Usage(format!("{} cannot be run:\n{}", self.file, explained.trim_end()))
    }

    /// Diagnostics with their lines.
    pub(super) fn explain(&self, diagnostics: &[Diagnostic]) -> String {
        let explained = match &self.source {
            // A text that was put together has lines that are in no file.
            Source::Read(text) if self.composed => text.explain(&self.base, diagnostics),
            Source::Read(text) => {
                let text = Text::clone(text).named(&self.file);
                text.explain(&self.base, diagnostics)
            }
            #[cfg(feature = "yaml")]
            Source::Broken { text, yaml: true, .. } => document::explain_yaml(text, diagnostics),
            Source::Broken { text, .. } => document::explain(text, diagnostics),
        };
        if self.composed && !diagnostics.is_empty() {
            let note = "note: these are lines of the text that the template puts together";
            return format!("{explained}{note}\n");
        }
        explained
    }

    /// Returns what is allowed, and hardly meant: a line each.
    pub(super) fn slips(&self) -> Vec<String> {
        let Source::Read(text) = &self.source else { return vec![] };
        let report = self.report(MachineType::Standard, Severity::Warning);
        let slips =
            report.diagnostics.iter().filter(|it| matches!(it.code, Code::Slip | Code::Parameter));
        let line = |it: &Diagnostic| text.line(&format!("{}{}", self.base, it.meant()));
        let told = |it: &Diagnostic| format!("warning: line {}: {}", line(it), it.message);
        slips.flat_map(|it| wrap(&told(it), WIDTH)).collect()
    }

    /// The line of a diagnostic; none where the text is not one that can be read.
    pub(super) fn line(&self, it: &Diagnostic) -> Option<usize> {
        match &self.source {
            Source::Read(text) => Some(text.line(&format!("{}{}", self.base, it.meant()))),
            Source::Broken { .. } => None,
        }
    }

    /// The file and the line of a field of a state; the file alone where its text has lines of its own.
    pub(super) fn place(&self, state: &str, field: &str) -> String {
        let Source::Read(text) = &self.source else { return self.file.clone() };
        if self.composed {
            return self.file.clone();
        }
        let state = pointer_of(&self.unfilled, state, "").unwrap_or_default();
        let state = format!("{}{state}", self.base);
        let field = format!("{state}/{field}");
        let known = if text.value().pointer(&field).is_some() { &field } else { &state };
        format!("{}:{}", self.file, text.line(known))
    }

    /// True if no placeholder is left.
    pub(super) fn is_filled(&self) -> bool {
        self.left.is_empty()
    }

    /// Returns what was not replaced, and what was made up: lines for people.
    pub(super) fn notes(&self) -> Vec<String> {
        let left = || self.left.iter().map(|(_, name)| name.as_str());
        let unasked = |name: &String| {
            let hint = nearest::hint(name, left());
            format!("warning: --substitute: nothing asks for `{name}` in {}{hint}", self.file)
        };
        let mut notes: Vec<String> = self.unasked.iter().map(unasked).collect();
        let mut lines: Vec<(&str, Vec<String>)> = vec![];
        for (pointer, name) in &self.left {
            let line = match &self.source {
                Source::Read(text) => text.line(&format!("{}{pointer}", self.base)).to_string(),
                Source::Broken { .. } => continue,
            };
            match lines.iter_mut().find(|(known, _)| known == name) {
                Some((_, lines)) if lines.contains(&line) => {}
                Some((_, lines)) => lines.push(line),
                None => lines.push((name, vec![line])),
            }
        }
        if !lines.is_empty() {
            notes.push(
                "note: nothing replaces (give values with `--substitute NAME=VALUE`)".to_owned(),
            );
            notes.extend(lines.iter().map(|(name, lines)| {
                let line = if lines.len() == 1 { "line" } else { "lines" };
                format!("  ${{{name}}}  {line} {}", lines.join(", "))
            }));
        }
        if !self.made_up.is_empty() {
            notes.push(
                "note: the template gives no value to these, and they are taken as".to_owned(),
            );
            notes.extend(self.made_up.iter().map(|(name, value)| format!("  {name} = {value}")));
        }
        notes.extend(self.remarks.iter().cloned());
        notes
    }
}

/// A text in one line, as programs write it, in many.
fn lines(text: String) -> String {
    let is_json = || serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
    if !text.trim().contains('\n') && is_json() { pretty(&text) } else { text }
}

/// The text of a file that holds definitions, or names them, and the file as it is shown.
pub(super) fn text_of(path: &Path) -> Result<(Text, String), Stop> {
    match Source::file(path, &|_| None)? {
        (Source::Read(text), shown, _) => Ok((*text, shown)),
        (Source::Broken { problems, .. }, shown, _) => {
            let why = problems.first().map(ToString::to_string).unwrap_or_default();
            Err(Stop::Usage(format!("{shown} cannot be read: {why}")))
        }
    }
}

/// True if a file is YAML: by its extension, or where it has none of JSON and does not begin as JSON.
fn is_yaml(path: &Path, shown: &str, text: &str) -> Result<bool, Stop> {
    let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
    let begins = text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[', '"']);
    let yaml = match extension {
        "yaml" | "yml" => true,
        "template" => !begins,
        _ => false,
    };
    if yaml && !cfg!(feature = "yaml") {
        let needs = "this program was built without the feature `yaml`";
        return Err(Stop::Usage(format!("cannot read {shown}: {needs}; give it JSON")));
    }
    Ok(yaml)
}

/// The place of a state, whichever scope it stands in.
fn pointer_of(value: &Value, state: &str, at: &str) -> Option<String> {
    let step = |key: &str| format!("{at}/{}", template::escaped(key));
    match value {
        Value::Object(fields) => {
            if fields.get("States").and_then(|it| it.get(state)).is_some() {
                return Some(format!("{at}/States/{}", template::escaped(state)));
            }
            fields.iter().find_map(|(key, value)| pointer_of(value, state, &step(key)))
        }
        Value::Array(items) => {
            let mut items = items.iter().enumerate();
            items.find_map(|(index, item)| pointer_of(item, state, &step(&index.to_string())))
        }
        _ => None,
    }
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
