//! `import`: a definition, written as a Rust workflow.

use super::Documents;
use super::given::{Given, input, notes};
use super::new::{From, filled, make, named};
use super::service::{Service, project};
use super::substitutions::Substitutions;
use crate::command::{Command, Group};
use crate::files::shown;
use crate::stop::{Stop, say, tell};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use workflow_import::{Imported, import};

/// Writes a definition as a Rust workflow
#[derive(clap::Args)]
pub(super) struct Import {
    #[command(flatten)]
    given: Given,
    /// The name of the workflow; by default that of the definition
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// A recorded input of an execution, from which types are made; repeatable
    #[arg(long = "input", value_name = "FILE")]
    inputs: Vec<String>,
    /// A folder for a project that builds; without it the module is written to standard output
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    #[command(flatten)]
    library: Library,
    /// Writes JSON: the module, or what stops it
    #[arg(long, conflicts_with = "out")]
    json: bool,
}

/// The place of the library `workflow`, for a project.
#[derive(clap::Args)]
#[group(multiple = false, requires = "out")]
struct Library {
    /// A checkout of `workflow`, for the project
    #[arg(long, value_name = "FOLDER")]
    path: Option<PathBuf>,
    /// Its repository
    #[arg(long, value_name = "URL")]
    git: Option<String>,
}

impl Command<Documents> for Import {
    const NAME: &'static str = "import";
    const GROUP: Group = Group::Project;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("import order.asl.json > order.rs", "the module of a workflow"),
        ("import order.asl.json --input order.json", "with types from a recorded input"),
        ("import template.yaml#Orders --out orders --path ../workflow", "a project that builds"),
        ("import serverless.yml --out shop --path ../workflow", "all machines and functions of it"),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        if let Some(folder) = &self.out
            && let Some((service, given)) = self.service()?
        {
            return project(&service, &given, &self.from()?, folder);
        }
        let document = self.given.read_keeping()?;
        let definition = document.unfilled()?;
        let mut samples = vec![];
        for given in &self.inputs {
            let read = input(Some(given), "--input")?;
            samples.push(
                serde_json::from_str::<Value>(&read.text)
                    .map_err(|error| Stop::Usage(format!("{} is no JSON: {error}", read.name)))?,
            );
        }
        let name = self.name.clone().unwrap_or_else(|| document.name.clone());
        let imported = import(definition, &name, &samples);
        if !self.json {
            notes(&document);
        }
        match (imported, &self.out) {
            (Ok(imported), Some(folder)) => self.project(imported, folder),
            (Ok(imported), None) if self.json => {
                say(&format!("{:#}", json!({ "name": imported.name, "module": imported.text })))
            }
            (Ok(imported), None) => say(imported.text.trim_end()),
            (Err(stops), _) => self.stopped(&stops),
        }
    }
}

impl Import {
    /// The file of the Serverless Framework, where all of one is asked for.
    fn service(&self) -> Result<Option<(Service, Substitutions)>, Stop> {
        let file = &self.given.file;
        let one = self.name.is_some() || !self.inputs.is_empty();
        if one || !Path::new(file).is_file() {
            return Ok(None);
        }
        let given = self.given.keeping()?;
        Ok(Service::read(file, &given)?.map(|it| (it, given)))
    }

    /// The library that a project depends on.
    fn from(&self) -> Result<From, Stop> {
        let from = From { path: self.library.path.clone(), git: self.library.git.clone() };
        match from.path.is_none() && from.git.is_none() {
            true => Err(Stop::Usage(
                "a project needs the library: --path FOLDER, a checkout of `workflow`, or --git URL".to_owned(),
            )),
            false => Ok(from),
        }
    }

    /// Says what stops a definition.
    fn stopped(&self, stops: &[workflow_import::ImportError]) -> Result<(), Stop> {
        if self.json {
            let all = stops.iter().map(|it| {
                json!({ "state": it.state, "field": it.field, "construct": it.construct, "detail": it.detail })
            });
            say(&format!("{:#}", json!({ "stops": all.collect::<Vec<_>>() })))?;
            return Err(Stop::Reported);
        }
        stops.iter().for_each(|it| tell(&it.to_string()));
        let what = if stops.len() == 1 { "one construct" } else { "constructs" };
        Err(Stop::Failed(format!(
            "the definition is not imported: {what} above would change its meaning"
        )))
    }

    /// Makes a project of a module.
    fn project(&self, mut imported: Imported, folder: &std::path::Path) -> Result<(), Stop> {
        let from = self.from()?;
        let package = named(folder)?;
        let dependency = from.dependency()?;
        let example = imported.example(0);
        let mocks = example.answers.iter().map(|(state, answers)| {
            let returns = answers.first().cloned().unwrap_or_default();
            (state.clone(), json!([{ "returns": returns }]))
        });
        let mocks: serde_json::Map<String, Value> = mocks.collect();
        let name = imported.name.trim_start_matches("r#");
        let main = format!(
            "//! The workflow `{name}`, on a command line.\n\nmod {name};\n\nfn main() -> std::process::ExitCode {{\n    \
             workflow::cli![{name}::{name}]\n}}\n"
        );
        let manifest = filled("Cargo.toml", &package, &dependency, folder);
        let manifest = manifest.replace("[dependencies]\n", "[dependencies]\nserde_json = \"1\"\n");
        let module = format!("src/{name}.rs");
        let files: Vec<(&str, String)> = vec![
            ("Cargo.toml", manifest),
            (".gitignore", filled(".gitignore", &package, &dependency, folder)),
            ("input.json", format!("{:#}\n", example.input)),
            ("mocks.json", format!("{:#}\n", Value::Object(mocks))),
            ("src/main.rs", main),
            (&module, imported.text.clone()),
        ];
        make(folder, &files)?;
        let folder = shown(folder);
        say(&format!(
            "{folder} is made: the workflow `{name}`\n\n  cd {folder}\n  cargo run -- export {name}"
        ))
    }
}
