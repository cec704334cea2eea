//! `validate`: what AWS would say of a document.

use super::Documents;
use super::document::Document;
use super::given::{Given, Type, notes};
use crate::command::{Command, Group};
use crate::stop::{Stop, fitting, say, tell};
use crate::terminal::{Terminal, Tone};
use serde_json::{Value, json};
use std::io::IsTerminal;
use workflow_asl::document::{Diagnostic, Severity};

/// Checks a document as AWS does
#[derive(clap::Args)]
pub(super) struct Validate {
    #[command(flatten)]
    given: Given,
    /// Also reports what is allowed, but hardly meant
    #[arg(long)]
    warnings: bool,
    /// `standard`, or `express`
    #[arg(long = "type", value_name = "TYPE", ignore_case = true, default_value = "standard")]
    #[arg(hide_possible_values = true)]
    kind: Type,
    /// Prints it as JSON
    #[arg(long)]
    json: bool,
}

impl Command<Documents> for Validate {
    const NAME: &'static str = "validate";
    const GROUP: Group = Group::Definitions;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("validate order.asl.yaml --warnings", "line, column and source of each mistake"),
        ("validate template.yaml#Orders", "a state machine inside a template"),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        let (document, _) = self.given.read()?;
        notes(&document);
        let severity = if self.warnings { Severity::Warning } else { Severity::Error };
        let (report, effects) = document.judged(self.kind.into(), severity);
        if self.json {
            let all: Vec<Value> = report
                .diagnostics
                .iter()
                .map(|it| diagnostic(&document, it, false))
                .chain(effects.iter().map(|it| diagnostic(&document, it, true)))
                .collect();
            let result = if report.is_ok() { "OK" } else { "FAIL" };
            let told =
                json!({ "result": result, "diagnostics": all, "truncated": report.truncated });
            say(&format!("{told:#}"))?;
            return if report.is_ok() { Ok(()) } else { Err(Stop::Reported) };
        }
        let terminal = Terminal::stdout();
        let explain = |found: &[Diagnostic]| {
            let explained = document.explain(found);
            let explained = fitting(explained.trim_end(), std::io::stdout().is_terminal());
            explained.lines().for_each(|line| show(&terminal, line));
        };
        if !report.diagnostics.is_empty() {
            explain(&report.diagnostics);
        }
        if !effects.is_empty() {
            terminal.print("note: for this, AWS says besides");
            explain(&effects);
        }
        if report.truncated {
            terminal.print("… and more");
        }
        if !self.warnings {
            hints(&document, self.kind);
        }
        if report.is_ok() {
            let once =
                if document.is_filled() { "" } else { ", once its placeholders are replaced" };
            return say(&format!("{}{} is valid{once}", document.file, self.chosen(&document)));
        }
        Err(Stop::Reported)
    }
}

impl Validate {
    /// The name behind the file, where one of its state machines was asked for, and no other file has it.
    fn chosen(&self, document: &Document) -> String {
        let name = format!("#{}", document.name);
        let asked = self.given.file.ends_with(&name) && document.read.len() == 1;
        if asked { name } else { String::new() }
    }
}

/// Tells how many hints there are, where they are not asked for.
fn hints(document: &Document, kind: Type) {
    let all = document.report(kind.into(), Severity::Warning).diagnostics;
    match all.iter().filter(|it| it.severity == Severity::Warning).count() {
        0 => {}
        1 => tell("note: there is 1 hint; `--warnings` shows it"),
        many => tell(&format!("note: there are {many} hints; `--warnings` shows them")),
    }
}

/// Shows a line of an explanation: its parts have colours where somebody looks.
fn show(terminal: &Terminal, line: &str) {
    let trimmed = line.trim_start();
    let is_mark = line.split_once(" | ").is_some_and(|(_, marks)| {
        marks.contains('^') && marks.chars().all(|it| matches!(it, '^' | ' ' | '\t'))
    });
    let tone = match trimmed {
        it if it.starts_with("ERROR: ") => Tone::Bad,
        it if it.starts_with("WARNING: ") => Tone::Again,
        it if it.starts_with("--> ") => Tone::Dim,
        it if it.starts_with("= help: ") => Tone::Good,
        _ if is_mark => Tone::Bad,
        _ => Tone::Plain,
    };
    terminal.print(&terminal.paint(tone, line));
}

/// A diagnostic with the names that AWS has for its parts, and its line; `follows` if it is gone with another one.
fn diagnostic(document: &Document, it: &Diagnostic, follows: bool) -> Value {
    json!({
        "severity": it.severity.to_string(),
        "code": it.code.name(),
        "message": it.message,
        "location": it.location,
        "line": document.line(it),
        "help": it.help,
        "follows": follows,
    })
}
