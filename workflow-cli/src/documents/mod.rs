//! The command `workflow`: documents in files are run, checked, drawn and tested, without any code.

mod answers;
mod causes;
mod document;
mod help;
mod run;
#[cfg(feature = "serve")]
mod serve;
mod state;
mod substitutions;
mod template;

use crate::cli::say;
use crate::command::{self, Asked, Command, flag, value};
use crate::output::visible;
use crate::stop::{Stop, end, tell};
use crate::terminal::Terminal;
use document::Document;
use std::process::ExitCode;
use substitutions::{SUBSTITUTE, SUBSTITUTIONS, Substitutions};
use workflow_asl::document::{Diagnostic, Severity};
use workflow_asl::graph;

const INPUT: &str = "FILE|-|JSON";
const TYPE: command::Opt = value("--type", "TYPE", "`standard` or `express`");

/// All commands.
const COMMANDS: &[Command] = &[
    Command {
        name: "run",
        what: "runs a document, and shows what it does",
        arguments: &["FILE"],
        options: &[
            value("--input", INPUT, "the input; else it is {}"),
            value("--mocks", "FILE[#CASE]", "what tasks answer"),
            value("--objects", "FOLDER", "where Maps read and write: FOLDER/BUCKET/KEY"),
            flag("--mocks-template", "prints a file of mocks to begin with"),
            flag("--real-time", "waits take their time; else time is virtual"),
            value("--history", "FILE", "where to write the history, as AWS has it"),
            value("--seed", "N", "what randomness is drawn from; else 0"),
            TYPE,
            SUBSTITUTE,
            SUBSTITUTIONS,
            flag("--quiet", "shows nothing but the result, as JSON"),
        ],
    },
    Command {
        name: "validate",
        what: "says what AWS would say of a document",
        arguments: &["FILE"],
        options: &[
            flag("--warnings", "and what is allowed, but hardly meant"),
            TYPE,
            SUBSTITUTE,
            SUBSTITUTIONS,
        ],
    },
    Command {
        name: "graph",
        what: "draws a document as a Mermaid flowchart",
        arguments: &["FILE"],
        options: &[SUBSTITUTE, SUBSTITUTIONS],
    },
    Command {
        name: "test-state",
        what: "tests one state, as AWS's TestState does",
        arguments: &["FILE", "STATE"],
        options: &[
            value("--input", INPUT, "the input of the state; else it is {}"),
            value("--variables", INPUT, "the variables: an object"),
            value("--mocks", "FILE[#CASE]", "what the state comes to: its first answer"),
            value("--retries", "N", "how often it was retried before"),
            SUBSTITUTE,
            SUBSTITUTIONS,
        ],
    },
    #[cfg(feature = "serve")]
    serve::COMMAND,
];

/// The command line `workflow`, for documents in files.
///
/// | command | |
/// |---|---|
/// | `run FILE --input FILE --mocks FILE` | runs a document; `--objects FOLDER`, `--mocks-template`, `--real-time`, `--history FILE`, `--seed N`, `--type`, `--quiet` |
/// | `validate FILE` | what AWS would say; `--warnings`, `--type` |
/// | `graph FILE` | a Mermaid flowchart |
/// | `test-state FILE STATE --input FILE` | one state; `--variables`, `--mocks FILE`, `--retries N` |
/// | `serve --port N` | the API of Step Functions on this machine; `--store FILE`, `--mocks FILE`, `--functions FILE`, `--objects FOLDER`, `--region`, `--account`, `--days N`, `--keep N` |
///
/// A file is a definition in JSON or YAML, or has some within: a template of CloudFormation or SAM, or a file of the
/// Serverless Framework. `FILE#NAME` is one of several. `--substitute NAME=VALUE` and `--substitutions FILE` say what
/// stands for `${NAME}`.
///
/// Exit codes: 0 all went well, 1 the execution, the state or the document failed, or a result could not be written,
/// 2 the program was called or fed wrongly, and nothing has run; 130 and 143 where SIGINT or SIGTERM ended it. `serve` ends
/// with 0 after such a signal, once the calls are answered that it has, and what runs is written.
#[must_use = "return it from `main`"]
pub fn documents() -> ExitCode {
    end(command::words(std::env::args_os()).and_then(|words| answer(&words)))
}

fn answer(words: &[String]) -> Result<(), Stop> {
    let called = command::program();
    if command::asks(words, &["--version", "-V"]) {
        return say(&format!("{called} {}", env!("CARGO_PKG_VERSION")));
    }
    let Some(word) = words.first().filter(|word| *word != "help") else {
        return say(&help(&called));
    };
    if command::asks(words, &["--help", "-h"]) {
        return say(&help(&called));
    }
    let asked = Asked::read(command::named(COMMANDS, word)?, &words[1..], &called)?;
    #[cfg(feature = "serve")]
    if asked.command.name == serve::COMMAND.name {
        return serve::serve(&asked);
    }
    let file = asked.needed(0, &called)?;
    let substitutions = Substitutions::read(&asked)?;
    let document = Document::read(file, &substitutions)?;
    if asked.option("--quiet").is_none() && asked.command.name != "graph" {
        document.notes().iter().for_each(|note| tell(note));
        let slips = if asked.command.name == "validate" { vec![] } else { document.slips() };
        slips.iter().for_each(|slip| tell(slip));
    }
    match asked.command.name {
        "run" => run::run(&asked, &document, &substitutions),
        "validate" => validate(&asked, &document),
        "graph" => say(graph::mermaid(document.value()?).trim_end()),
        _ => state::test(&asked, asked.needed(1, &called)?, &document),
    }
}

fn help(called: &str) -> String {
    let about = "Runs, checks, draws, tests and serves documents in the States Language.";
    [about, &format!("Usage: {called} COMMAND [FILE]"), &command::help(COMMANDS)].join("\n\n")
}

fn validate(asked: &Asked, document: &Document) -> Result<(), Stop> {
    let warnings = asked.option("--warnings").map_or(Severity::Error, |_| Severity::Warning);
    let (report, effects) = document.judged(run::machine_type(asked)?, warnings);
    let terminal = Terminal::stdout();
    let explain = |found: &[Diagnostic]| {
        terminal.print(visible(&document.explain(found)).trim_end());
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
    if report.is_ok() {
        let once = if document.is_filled() { "" } else { ", once its placeholders are replaced" };
        return say(&format!("{} is valid{once}", document.file));
    }
    Err(Stop::Reported)
}
