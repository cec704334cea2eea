//! The command `workflow`: documents in files are run, checked, drawn and tested, without any code.
//!
//! A new command is a file here, and a row in the table.

mod answers;
mod causes;
mod cost;
mod document;
mod export;
mod given;
mod graph;
mod help;
mod import;
mod new;
#[cfg(feature = "aws")]
mod remote;
mod replay;
mod run;
#[cfg(feature = "serve")]
mod serve;
mod service;
mod state;
mod substitutions;
mod template;
mod test;
mod validate;
#[cfg(feature = "aws")]
mod verify;

use crate::command::{self, About, Host, Row};
use crate::completions::Completions;
use crate::man::Man;
use crate::stop::end;
use std::process::ExitCode;

/// The program `workflow`.
pub(crate) struct Documents;

/// All commands; help lists those of a group in this order.
const COMMANDS: &[Row<Documents>] = &[
    Row::of::<run::Run>(),
    Row::of::<replay::Replay>(),
    Row::of::<test::Test>(),
    #[cfg(feature = "aws")]
    Row::of::<verify::Verify>(),
    Row::of::<state::TestState>(),
    #[cfg(feature = "serve")]
    Row::of::<serve::Serve>(),
    #[cfg(feature = "aws")]
    Row::of::<remote::Start>(),
    #[cfg(feature = "aws")]
    Row::of::<remote::Executions>(),
    #[cfg(feature = "aws")]
    Row::of::<remote::History>(),
    #[cfg(feature = "aws")]
    Row::of::<remote::StopExecution>(),
    #[cfg(feature = "aws")]
    Row::of::<remote::Redrive>(),
    Row::of::<validate::Validate>(),
    Row::of::<export::Export>(),
    Row::of::<graph::Graph>(),
    Row::of::<cost::Cost>(),
    Row::of::<new::New>(),
    Row::of::<import::Import>(),
    Row::of::<Completions>(),
    Row::of::<Man>(),
];

/// The command line `workflow`, for documents in files.
///
/// | command | |
/// |---|---|
/// | `run FILE --input FILE --mocks FILE` | runs a document; `--objects FOLDER`, `--mocks-template`, `--real-time`, `--history FILE`, `--seed N`, `--type`, `--quiet` |
/// | `test CASES [FILE]` | runs cases in a file; `--filter`, `--coverage`, `--junit FILE` |
/// | `verify CASES [FILE] --aws --role ARN` | runs cases on an account, and compares; `--machine ARN`, `--function NAME=ARN`, `--report FILE`, `--endpoint URL` |
/// | `new NAME` | makes a project; `--path FOLDER` or `--git URL` |
/// | `import FILE` | a definition as a Rust workflow, a file of the Serverless Framework as a crate; `--name`, `--input FILE`, `--out FOLDER` with `--path` or `--git`, `--json` |
/// | `validate FILE` | what AWS would say; `--warnings`, `--type` |
/// | `export FILE --format sam\|cloudformation\|cdk\|serverless\|terraform --out FOLDER` | what deploys it; `--settings FILE`, `--type`, `--json`, `--against FILE` |
/// | `graph FILE` | a drawing; `--format svg\|mermaid\|dot\|text`, `--ascii`, `-o FILE` |
/// | `replay FILE --recorded FILE` | runs an execution that AWS recorded again; `--from STATE`, `--to-test FILE`, `--mocks FILE`, `--json` |
/// | `cost FILE` | the transitions of an execution and the costs of a month; `--executions N`, `--host DOLLARS` and others |
/// | `test-state FILE STATE --input FILE` | one state; `--variables`, `--mocks FILE`, `--retries N` |
/// | `executions [MACHINE]`, `history`, `start`, `stop`, `redrive` | executions of a server, or of AWS: `--endpoint URL`, `--failed --by state`, `--json` |
/// | `completions SHELL` | completions for bash, elvish, fish, powershell or zsh |
/// | `man` | the manual page; with `--out FOLDER` one for each command |
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
    let words = command::words(std::env::args_os());
    end(words.and_then(|words| command::answer(COMMANDS, Documents, words)))
}

impl Host for Documents {
    fn line(&self) -> clap::Command {
        let about = About {
            called: command::program(),
            about: "Runs, tests, checks, draws and serves documents in the States Language."
                .to_owned(),
            usage: None,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            workflows: vec![],
            more: vec![],
        };
        command::line(about, COMMANDS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_answers_in_json() {
        command::all_know_json(&Documents);
    }
}
