//! The files of the crate of a service.

use super::super::new::filled;
use super::Service;
use super::project::{Crate, Module};
use crate::files::shown;
use serde_json::{Map, Value, json};
use std::path::Path;
use workflow_import::OwnFunction;

impl Crate {
    /// The path and the text of each file.
    pub(super) fn files(
        &self,
        service: &Service,
        package: &str,
        dependency: &str,
        folder: &Path,
    ) -> Vec<(String, String)> {
        let manifest = filled("Cargo.toml", package, &featured(dependency), folder);
        let manifest = manifest
            .replace(
                "publish = false\n",
                &format!("publish = false\ndefault-run = \"{package}\"\n"),
            )
            .replace("[dependencies]\n", "[dependencies]\nserde_json = \"1\"\n")
            + "\n[profile.release]\nstrip = true\n";
        let library = package.replace('-', "_");
        let mut files = vec![
            ("Cargo.toml".to_owned(), manifest),
            (".gitignore".to_owned(), filled(".gitignore", package, dependency, folder)),
            ("README.md".to_owned(), self.readme(service, package)),
            ("src/lib.rs".to_owned(), self.library(service)),
            ("src/main.rs".to_owned(), self.main(&library)),
            ("src/bin/bootstrap.rs".to_owned(), self.bootstrap(&library)),
        ];
        if !self.alone.is_empty() {
            files.push(("src/functions.rs".to_owned(), alone(&self.alone)));
        }
        for Module { name, imported, settings } in &self.modules {
            let example = imported.clone().example(0);
            let mocks = example.answers.iter().map(|(state, answers)| {
                let returns = answers.first().cloned().unwrap_or_default();
                (state.clone(), json!([{ "returns": returns }]))
            });
            let mocks: Map<String, Value> = mocks.collect();
            files.extend([
                (format!("src/{name}.rs"), imported.text.clone()),
                (format!("deploy/{name}.json"), format!("{settings:#}\n")),
                (format!("inputs/{name}.json"), format!("{:#}\n", example.input)),
                (format!("mocks/{name}.json"), format!("{:#}\n", Value::Object(mocks))),
            ]);
        }
        let kept = self.left.iter();
        files.extend(
            kept.map(|(name, it)| (format!("definitions/{name}.asl.json"), format!("{it:#}\n"))),
        );
        files
    }

    /// The paths of the workflows within the crate: `pay::pay`.
    fn workflows(&self) -> Vec<String> {
        self.modules.iter().map(|it| format!("{}::{}", it.name, it.imported.name)).collect()
    }

    fn main(&self, library: &str) -> String {
        let all = self.workflows().iter().map(|it| format!("{library}::{it}")).collect::<Vec<_>>();
        format!(
            "//! The workflows on a command line: `cargo run -- --help`.\n\nfn main() -> std::process::ExitCode {{\n    \
             workflow::cli![{}]\n}}\n",
            all.join(", ")
        )
    }

    fn bootstrap(&self, library: &str) -> String {
        let workflows = self.workflows();
        let workflows =
            workflows.iter().map(|it| format!("        .workflow::<{library}::{it}>()\n"));
        let tasks = self
            .alone
            .iter()
            .map(|it| format!("        .task::<{library}::functions::{}>()\n", it.name));
        let all: String = workflows.chain(tasks).collect();
        format!(
            "//! The functions on AWS Lambda: the handler of each says which task it runs.\n\nfn main() -> std::process::ExitCode {{\n    \
             workflow::lambda()\n{all}        .main()\n}}\n"
        )
    }

    fn library(&self, service: &Service) -> String {
        let mut modules: Vec<&str> = self.modules.iter().map(|it| it.name.as_str()).collect();
        if !self.alone.is_empty() {
            modules.push("functions");
        }
        modules.sort_unstable();
        let modules: String = modules.iter().map(|it| format!("pub mod {it};\n")).collect();
        let cases = self.modules.iter().map(|it| {
            let tasks: Vec<String> =
                it.imported.functions.iter().map(|(_, task)| format!("{task:?}")).collect();
            format!(
                "            ({:?}, {}::{}::definition(), vec![{}]),\n",
                it.name,
                it.name,
                it.imported.name,
                tasks.join(", ")
            )
        });
        let cases: String = cases.collect();
        format!(
            "//! The state machines of `{}` as workflows, imported by `workflow import`; their functions are tasks, whose\n\
             //! bodies are to be written.\n\n{modules}\n\
             #[cfg(test)]\nmod tests {{\n    use super::*;\n\n    #[test]\n    fn each_workflow_has_a_document_that_calls_its_functions() {{\n        \
             let cases: Vec<(_, _, Vec<&str>)> = vec![\n{cases}        ];\n        for (name, document, functions) in cases {{\n            \
             let text = document.map(|it| it.to_json_pretty());\n            for function in functions {{\n                \
             let call = format!(\"\\\"FunctionName\\\": \\\"{{function}}\\\"\");\n                \
             assert!(text.as_ref().is_ok_and(|it| it.contains(&call)), \"{{name}}: {{text:?}}\");\n            }}\n            \
             assert!(text.is_ok(), \"{{name}}: {{text:?}}\");\n        }}\n    }}\n}}\n",
            service
                .path
                .file_name()
                .map_or_else(String::new, |it| it.to_string_lossy().into_owned())
        )
    }

    fn readme(&self, service: &Service, package: &str) -> String {
        let rows = self.modules.iter().map(|it| {
            let tasks: Vec<String> =
                it.imported.functions.iter().map(|(_, task)| format!("`{task}`")).collect();
            format!("| `{}` | {} |\n", it.name, tasks.join(", "))
        });
        let rows: String = rows.collect();
        let first = &self.modules.first().map_or("", |it| it.name.as_str());
        format!(
            "# {package}\n\nThe state machines of `{}` as workflows, and their functions as tasks. Each task fails with the error\n\
             `NotWritten` until its body is written.\n\n| workflow | tasks |\n|---|---|\n{rows}\n```sh\n\
             cargo test\ncargo run -- run {first} --input inputs/{first}.json\n\
             cargo lambda build --release --arm64 --bin bootstrap --output-format zip\n\
             cargo run -- export {first} --settings deploy/{first}.json --format serverless --out aws\n```\n\n\
             `deploy` has the settings of each stack, made of the events, tags, logs and functions of the file; `mocks` has an\n\
             answer for each call, for `workflow run` on an exported document.\n",
            shown(&service.path)
        )
    }
}

/// The dependency with the feature for Lambda.
fn featured(dependency: &str) -> String {
    match dependency.strip_suffix(" }") {
        Some(rest) => format!("{rest}, features = [\"lambda\"] }}"),
        None => dependency.to_owned(),
    }
}

/// The module of functions that no workflow calls.
fn alone(functions: &[OwnFunction]) -> String {
    let mut text = "//! Functions that no workflow calls.\n\nuse workflow::prelude::*;\n\n/// Any JSON.\n\
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]\n#[data(opaque)]\n#[serde(transparent)]\n\
        pub struct Json(pub serde_json::Value);\n"
        .to_owned();
    for OwnFunction { name, about, .. } in functions {
        text.push('\n');
        let lines = about.lines().map(str::trim).filter(|it| !it.is_empty());
        lines.for_each(|it| text.push_str(&format!("/// {}\n", it.replace(['[', ']'], "`"))));
        text.push_str(&format!(
            "#[task]\npub async fn {name}(event: Json) -> Result<Json, Failure> {{\n    let _ = event;\n    \
             Err(Failure::new(\"NotWritten\", \"the task `{name}` is not written yet: write its body in this module\"))\n}}\n"
        ));
    }
    text
}
