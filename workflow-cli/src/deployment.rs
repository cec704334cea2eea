//! `export --format`: what deploys a definition. The commands `export` of both programs have these options.

use crate::check::{self, Older};
use crate::files;
use crate::output::visible;
use crate::stop::{Stop, say, tell};
use crate::terminal::{Terminal, WIDTH, cut, wrap};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use workflow_asl::Definition;
use workflow_asl::document::Text;
use workflow_deploy::parts::Kind;
use workflow_deploy::{
    Format, Notation, Problem, Request, Settings, Stack, completed, digest, document as checked,
    plan, write,
};
use workflow_runtime::Trigger;
use workflow_runtime::schedule::Schedule;

/// The options of a deployment.
#[derive(clap::Args)]
pub(crate) struct Deployment {
    /// `asl`, `sam`, `cloudformation`, `cdk`, `serverless` or `terraform`
    #[arg(long, value_name = "FORMAT", default_value = "asl", hide_possible_values = true)]
    format: Form,
    /// Writes JSON instead of YAML or HCL
    #[arg(long)]
    json: bool,
    /// Functions, logs, tags, triggers and more: a file in JSON or YAML
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// `standard` or `express`; by default that of the settings
    #[arg(long = "type", value_name = "TYPE", ignore_case = true, hide_possible_values = true)]
    kind: Option<Type>,
    /// The file to write (`asl`), or the folder; by default standard output, for formats of one file
    #[arg(long, value_name = "PATH")]
    pub(crate) out: Option<PathBuf>,
    /// Says what has changed since an older document, and what breaks running executions
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
}

/// A format of `export`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    Asl,
    Sam,
    #[value(name = "cloudformation")]
    CloudFormation,
    Cdk,
    Serverless,
    Terraform,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Type {
    Standard,
    Express,
}

impl Form {
    fn stack(self) -> Option<Format> {
        Some(match self {
            Form::Asl => return None,
            Form::Sam => Format::Sam,
            Form::CloudFormation => Format::CloudFormation,
            Form::Cdk => Format::Cdk,
            Form::Serverless => Format::Serverless,
            Form::Terraform => Format::Terraform,
        })
    }
}

/// The parts of a workflow of the program that no document has.
#[derive(Clone, Copy, Default)]
pub(crate) struct Known<'k> {
    /// The functions that are known to have large values.
    pub(crate) large: &'k [&'k str],
    /// The triggers that stand at the workflow.
    pub(crate) triggers: &'k [Trigger],
}

impl Deployment {
    /// Writes a definition in the format that is asked for; `read` are the files that it is from.
    pub(crate) fn write(
        &self,
        name: &str,
        definition: &Value,
        read: &[(&str, &Path)],
        known: Known<'_>,
    ) -> Result<(), Stop> {
        let older = self.against.as_deref().map(check::older).transpose()?;
        match self.format.stack() {
            Some(format) => self.stack(format, name, definition, known)?,
            None => {
                self.document(definition, read)?;
                left_out(known.triggers);
            }
        }
        older.map_or(Ok(()), |older| compared(&older, definition))
    }

    fn document(&self, definition: &Value, read: &[(&str, &Path)]) -> Result<(), Stop> {
        if self.settings.is_some() || self.json {
            let option = if self.json { "--json" } else { "--settings" };
            return Err(Stop::Usage(format!(
                "{option} is for stacks: give `--format sam` or another, too"
            )));
        }
        let kind = match self.kind {
            Some(Type::Express) => Kind::Express,
            _ => Kind::Standard,
        };
        let given = Given::read(None)?;
        let text = checked(definition, kind).map_err(|problems| given.refused(&problems))?;
        let text = text.trim_end();
        match &self.out {
            Some(file) => {
                // A program of workflows reads no file that it could overwrite.
                if !read.is_empty() {
                    files::writable("--out", file, read)?;
                }
                files::write(file, text)
            }
            None => say(text),
        }
    }

    fn stack(
        &self,
        format: Format,
        name: &str,
        definition: &Value,
        known: Known<'_>,
    ) -> Result<(), Stop> {
        let mut given = Given::read(self.settings.as_deref())?;
        if let Some(kind) = self.kind {
            given.value["type"] =
                if matches!(kind, Type::Standard) { "STANDARD" } else { "EXPRESS" }.into();
        }
        let refused = |problems: Vec<Problem>| given.refused(&problems);
        let settings = given.settings()?;
        let settings = settings.with_triggers(known.triggers).map_err(refused)?;
        let settings = keeping(completed(settings, definition), known.large);
        let (settings, releases) = self.placed(settings)?;
        let request = Request { name, definition, settings: &settings, releases: &releases };
        let stack = planned(request).map_err(refused)?;
        let notation = if self.json { Notation::Json } else { Notation::Usual };
        let files = format.files(&stack, notation).map_err(refused)?;
        match (&self.out, &files[..]) {
            (Some(folder), files) => {
                write(folder, files).map_err(|error| {
                    Stop::Failed(format!("cannot write {}: {error}", files::shown(folder)))
                })?;
                told(&stack, folder, format, notation, files);
                Ok(())
            }
            (None, [only]) => {
                notes(&stack, format);
                say(only.text.trim_end())
            }
            (None, files) => {
                let names: Vec<&str> = files.iter().map(|it| it.name.as_str()).collect();
                Err(Stop::Usage(format!(
                    "this format has the files {}: give `--out FOLDER`",
                    names.join(", ")
                )))
            }
        }
    }

    /// The settings with the places of code seen from the folder, and the digests of code that is there.
    fn placed(&self, mut settings: Settings) -> Result<(Settings, BTreeMap<String, String>), Stop> {
        let (mut releases, mut missing) = (BTreeMap::new(), BTreeSet::new());
        for (name, function) in &mut settings.functions {
            let path = Path::new(&function.code).to_owned();
            if path.exists() {
                let digest = digest(&path).map_err(|error| {
                    Stop::Usage(format!("cannot read {}: {error}", files::shown(&path)))
                })?;
                releases.insert(name.clone(), digest);
            } else if !function.code.is_empty() {
                missing.insert(files::shown(&path));
            }
            if let (Some(folder), false) =
                (&self.out, path.is_absolute() || function.code.is_empty())
            {
                function.code = relative(&path, folder);
            }
        }
        for code in missing {
            tell(&format!("note: {code} is not there yet: build it before you deploy"));
        }
        Ok((settings, releases))
    }
}

/// The settings, in which these functions have large values.
fn keeping(mut settings: Settings, large: &[&str]) -> Settings {
    for name in large {
        match settings.functions.get_mut(*name) {
            Some(function) => function.large = true,
            None => tell(&format!(
                "note: the function {name} reads or writes large values, and is not deployed with the stack: give it the \
                 variable WORKFLOW_LARGE, and permissions on that bucket"
            )),
        }
    }
    settings
}

/// The stack, if its schedules can be read, too: as they are where the engine runs them.
fn planned(request: Request<'_>) -> Result<Stack, Vec<Problem>> {
    let (stack, mut problems) = match plan(request) {
        Ok(stack) => (Some(stack), vec![]),
        Err(problems) => (None, problems),
    };
    for (index, schedule) in request.settings.schedules.iter().enumerate() {
        let zone = schedule.zone.as_deref().unwrap_or("UTC");
        let place = format!("/schedules/{index}/");
        let told = problems.iter().any(|it| it.pointer.starts_with(&place));
        let pointer = format!("{place}expression");
        if let (false, Err(error)) = (told, Schedule::parse(&schedule.expression, zone)) {
            problems.push(Problem { pointer, in_definition: false, message: error.to_string() });
        }
    }
    stack.filter(|_| problems.is_empty()).ok_or(problems)
}

/// A path seen from a folder; both are seen from here.
fn relative(path: &Path, folder: &Path) -> String {
    let up = |path: &Path| {
        path.components().filter(|it| matches!(it, std::path::Component::Normal(_))).count()
    };
    let plain = |path: &Path| {
        !path.is_absolute()
            && !path.components().any(|it| matches!(it, std::path::Component::ParentDir))
    };
    match plain(folder) {
        true => {
            Path::new(&"../".repeat(up(folder))).join(path).to_string_lossy().replace("/./", "/")
        }
        false => std::path::absolute(path)
            .unwrap_or_else(|_| path.to_owned())
            .to_string_lossy()
            .into_owned(),
    }
}

/// Settings as a file has them.
pub(crate) struct Given {
    value: Value,
    file: String,
    text: Option<Text>,
}

impl Given {
    pub(crate) fn read(file: Option<&Path>) -> Result<Self, Stop> {
        let Some(file) = file else {
            return Ok(Given { value: json!({}), file: "the settings".to_owned(), text: None });
        };
        let (shown, text) = files::text(file)?;
        let read = match file.extension().is_some_and(|it| it == "yaml" || it == "yml") {
            #[cfg(feature = "yaml")]
            true => Text::yaml(&text),
            #[cfg(not(feature = "yaml"))]
            true => {
                return Err(Stop::Usage(format!(
                    "cannot read {shown}: this program was built without the feature `yaml`; give it JSON"
                )));
            }
            false => Text::json(&text),
        };
        let read = read.map_err(|problems| {
            let first = problems.first().map(|it| it.message.clone()).unwrap_or_default();
            Stop::Usage(format!("cannot read {shown}: {first}"))
        })?;
        Ok(Given { value: read.value().clone(), file: shown, text: Some(read) })
    }

    /// The settings, if they can be read.
    pub(crate) fn settings(&self) -> Result<Settings, Stop> {
        Settings::read(&self.value).map_err(|problem| self.refused(&[problem]))
    }

    /// Refuses what is wrong, with the lines of the settings and the places of the definition.
    pub(crate) fn refused(&self, problems: &[Problem]) -> Stop {
        const MOST: usize = 20;
        let line = |it: &Problem| match (&self.text, it.in_definition) {
            (Some(text), false) => {
                format!("{}:{}: {}", self.file, text.line(&it.pointer), it.message)
            }
            (_, true) if it.pointer.is_empty() => format!("definition: {}", it.message),
            (_, true) => format!("definition {}: {}", it.pointer, it.message),
            (None, false) => it.to_string(),
        };
        let mut lines: Vec<String> =
            problems.iter().take(MOST).flat_map(|it| wrap(&line(it), WIDTH)).collect();
        if problems.len() > MOST {
            lines.push(format!("… and {} more", problems.len() - MOST));
        }
        // What stands in the settings is refused here, before anything of it would reach AWS.
        let heading = match problems.iter().any(|it| it.in_definition) {
            true => "AWS would refuse this",
            false => "the settings cannot be deployed as they are",
        };
        Stop::Usage(format!("{heading}, so nothing is written:\n{}", lines.join("\n")))
    }
}

/// Tells what could not be narrowed, or has to be known.
fn notes(stack: &Stack, format: Format) {
    for note in stack.notes.iter().chain(&format.notes(stack)) {
        wrap(&format!("note: {note}"), WIDTH).iter().for_each(|line| tell(line));
    }
}

/// Tells the triggers of a workflow that a document does not have.
fn left_out(triggers: &[Trigger]) {
    let names: Vec<&str> = triggers.iter().map(|it| it.name).collect();
    if !names.is_empty() {
        let names = names.join(", ");
        let note =
            format!("note: a document has no triggers ({names}): `--format sam` and others have");
        wrap(&note, WIDTH).iter().for_each(|line| tell(line));
    }
}

/// Tells what was written, and what to type now.
fn told(
    stack: &Stack,
    folder: &Path,
    format: Format,
    notation: Notation,
    files: &[workflow_deploy::File],
) {
    notes(stack, format);
    let terminal = Terminal::stdout();
    let names: Vec<&str> = files.iter().map(|it| it.name.as_str()).collect();
    terminal.print(&visible(&format!("{} has {}", files::shown(folder), names.join(", "))));
    let starts = stack.starts();
    if !starts.is_empty() {
        terminal.print("It is started by:");
        starts.iter().for_each(|it| terminal.print(&cut(&visible(&format!("  {it}")), WIDTH)));
    }
    terminal.print("To deploy it:");
    terminal.print(&visible(&format!("  cd {}", files::shown(folder))));
    for command in format.commands(stack, notation, files) {
        terminal.print(&visible(&format!("  {command}")));
    }
}

/// Says what has changed; 1 where that breaks running executions.
fn compared(older: &Older, definition: &Value) -> Result<(), Stop> {
    let definition = Definition::from_value(definition.clone()).map_err(|_| {
        Stop::Failed("the definition cannot be compared: it cannot be run".to_owned())
    })?;
    if check::since(&Terminal::stdout(), older, &definition)? {
        Ok(())
    } else {
        Err(Stop::Reported)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_of_tasks_with_large_values_have_them() {
        let settings = json!({ "functions": { "keep": { "code": "f" }, "tell": { "code": "f" } } });
        let settings = keeping(Settings::read(&settings).unwrap_or_default(), &["keep", "away"]);
        let large = settings.functions.iter().map(|(name, it)| (name.as_str(), it.large));
        assert_eq!(large.collect::<Vec<_>>(), [("keep", true), ("tell", false)]);
    }

    #[test]
    fn code_is_seen_from_the_folder() {
        for (path, folder, expected) in [
            ("target/lambda/orders", "deploy", "../target/lambda/orders"),
            ("a.zip", "deploy/sam", "../../a.zip"),
            ("./a.zip", "deploy/", "../a.zip"),
        ] {
            assert_eq!(relative(Path::new(path), Path::new(folder)), expected);
        }
    }
}
