//! The command `workflow`: documents in files are run, checked, drawn and tested, without any code.

mod answers;
mod document;
mod run;
mod state;

use crate::cli::say;
use crate::command::{self, Asked, Command, flag, value};
use crate::stop::{Stop, end};
use crate::terminal::Terminal;
use document::Document;
use std::process::ExitCode;
use workflow_asl::document::Severity;
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
            flag("--quiet", "shows nothing but the result, as JSON"),
        ],
    },
    Command {
        name: "validate",
        what: "says what AWS would say of a document",
        arguments: &["FILE"],
        options: &[flag("--warnings", "and what is allowed, but hardly meant"), TYPE],
    },
    Command {
        name: "graph",
        what: "draws a document as a Mermaid flowchart",
        arguments: &["FILE"],
        options: &[],
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
        ],
    },
];

/// The command line `workflow`, for documents in files.
///
/// | command | |
/// |---|---|
/// | `run FILE --input FILE --mocks FILE` | runs a document; `--objects FOLDER`, `--mocks-template`, `--real-time`, `--history FILE`, `--seed N`, `--type`, `--quiet` |
/// | `validate FILE` | what AWS would say; `--warnings`, `--type` |
/// | `graph FILE` | a Mermaid flowchart |
/// | `test-state FILE STATE --input FILE` | one state; `--variables`, `--mocks FILE`, `--retries N` |
///
/// Exit codes: 0 all went well, 1 the execution, the state or the document failed, 2 the program was called or fed
/// wrongly, and nothing has run.
#[must_use = "return it from `main`"]
pub fn documents() -> ExitCode {
    end(answer(&std::env::args().skip(1).collect::<Vec<_>>()))
}

fn answer(words: &[String]) -> Result<(), Stop> {
    let called = command::program();
    let asks_help = |word: &String| word == "--help" || word == "-h";
    let Some(word) = words.first().filter(|word| *word != "help") else {
        return say(&help(&called));
    };
    if words.iter().any(asks_help) {
        return say(&help(&called));
    }
    let asked = Asked::read(command::named(COMMANDS, word)?, &words[1..], &called)?;
    let file = asked.needed(0, &called)?;
    match asked.command.name {
        "run" => run::run(&asked, &Document::read(file)?),
        "validate" => validate(&asked, &Document::read(file)?),
        "graph" => say(graph::mermaid(&Document::read(file)?.value()?).trim_end()),
        _ => state::test(&asked, asked.needed(1, &called)?, &Document::read(file)?),
    }
}

fn help(called: &str) -> String {
    let about = "Runs, checks, draws and tests documents in the States Language (JSON or YAML).";
    [about, &format!("Usage: {called} COMMAND FILE"), &command::help(COMMANDS)].join("\n\n")
}

fn validate(asked: &Asked, document: &Document) -> Result<(), Stop> {
    let warnings = asked.option("--warnings").map_or(Severity::Error, |_| Severity::Warning);
    let report = document.report(run::machine_type(asked)?, warnings);
    let terminal = Terminal::stdout();
    terminal.print(document.explain(&report.diagnostics).trim_end());
    if report.truncated {
        terminal.print("… and more");
    }
    if report.is_ok() {
        return say(&format!("{} is valid", document.file));
    }
    Err(Stop::Reported)
}
