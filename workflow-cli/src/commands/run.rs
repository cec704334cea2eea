//! `run`: a workflow on an input, with what it does while it does it, and what came of it.

use crate::command::{Command, Group};
use crate::entry::Entry;
use crate::files::{self, Input};
use crate::interrupted::{Interrupted, goes_on, open};
use crate::program::{PATIENCE, Program, leave};
use crate::ready::{After, ready};
use crate::run::{Form, Shown, input, named, refused, runtime, show_after, to_end};
use crate::stop::Stop;
use std::path::{Path, PathBuf};
use workflow_runtime::Engine;

/// Runs a workflow, and shows what it does
#[derive(clap::Args)]
pub(crate) struct Run {
    /// The workflow; needed if there are several
    #[arg(value_name = "NAME")]
    workflow: Option<String>,
    /// The input, as JSON; `-` is standard input
    #[arg(long, value_name = "FILE")]
    input: Option<PathBuf>,
    /// The name of the execution
    #[arg(long, value_name = "NAME", value_parser = named)]
    name: Option<String>,
    /// The file for the history, in the form of AWS
    #[arg(long, value_name = "FILE")]
    history: Option<PathBuf>,
    /// Uses virtual time: waits take no time
    #[arg(long)]
    virtual_time: bool,
    /// Shows only the result, as JSON
    #[arg(long)]
    quiet: bool,
    /// Shows only the end, as JSON: status, output or error, path
    #[arg(long, conflicts_with = "quiet")]
    json: bool,
}

impl Command<Program> for Run {
    const NAME: &'static str = "run";
    const GROUP: Group = Group::Run;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("run NAME --input order.json", "shows each step as it happens"),
        ("run NAME --input - --quiet < order.json", "prints the result, and nothing else"),
        ("run NAME --input order.json --virtual-time", "waits for days in no time"),
    ];

    fn run(self, mut program: Program) -> Result<(), Stop> {
        let setup = program.setup.take();
        let default = program.default_input();
        let first = program.workflows.first().filter(|_| default.is_some());
        let entry = match (&self.workflow, first) {
            (None, Some(first)) => first,
            (named, _) => program.entry(named.as_deref(), "run")?,
        };
        let file = self.input.clone().or(default);
        if let Some(history) = &self.history {
            let read = file.as_deref().map(|file| ("the input", file));
            files::writable("--history", history, read.as_slice())?;
        }
        let input = input(file.as_deref(), entry, "run")?;
        let engine = program.builder();
        let engine = if self.virtual_time { engine.virtual_time() } else { engine };
        to_end(runtime()?, async {
            let ready = ready(setup, engine).await?;
            let engine = ready.engine.build();
            let done = self.follow(entry, &input, &engine, ready.after).await;
            leave(&engine, PATIENCE, &done).await;
            done
        })
    }
}

impl Run {
    /// Goes on with what was interrupted, and runs the workflow where that is asked for.
    async fn follow(
        &self,
        entry: &Entry,
        input: &Input,
        engine: &Engine,
        mut after: Option<After>,
    ) -> Result<(), Stop> {
        if engine.has_store() {
            let asked = self.input.is_some() || self.name.is_some();
            // Virtual time passes for those that wait, too.
            let all = open(engine, Some(entry.name), self.virtual_time).await?;
            let mut all = Interrupted::go_on(engine, all);
            let (mut next, mut done) = (all.next_running().await, Ok(()));
            let ends = next.is_some() && !asked;
            while let Some((known, execution)) = next {
                let title = goes_on(&known);
                let shown = self.shown((entry, engine), (title, &known.begun.name), None);
                let one = shown.follow(|| execution, |output| output.text()).await;
                if matches!(one, Err(Stop::Signal(..))) {
                    return one;
                }
                done = done.and(one);
                next = all.next_running().await;
            }
            if ends {
                if let Some(after) = after.take() {
                    show_after(after, self.form())?;
                }
                return done;
            }
            done?;
        }
        (entry.check)(engine, &input.text).map_err(|failure| refused(&failure, &input.name))?;
        let start = || (entry.start)(engine, &input.text, self.name.as_deref());
        let title = format!("{}, with {}", entry.name, input.name);
        self.shown((entry, engine), (title, &input.name), after).follow(start, Ok).await
    }

    fn form(&self) -> Form {
        Form::of(self.quiet, self.json)
    }

    /// Shows an execution of a workflow as these options say.
    fn shown<'a>(
        &'a self,
        (entry, engine): (&Entry, &'a Engine),
        (title, input): (String, &'a str),
        after: Option<After>,
    ) -> Shown<'a> {
        Shown {
            title,
            input,
            states: (entry.states)(),
            history: self.history.as_deref().map(Path::new),
            form: self.form(),
            after,
            engine,
            help: &|_| vec![],
        }
    }
}
