//! `executions`: those in the store, a page at a time.

use crate::command::{Command, Group, count, number, statuses};
use crate::failures::{self, By, Failed};
use crate::moment::When;
use crate::program::Program;
use crate::stop::{Stop, failed, say};
use crate::stored::{described, place};
use crate::terminal::{Terminal, Tone, cell, width};
use serde_json::json;
use workflow_runtime::Engine;
use workflow_runtime::store::{Described, Page, Query, Status};

/// The number of executions that a page has where none is asked for.
const PAGE: usize = 20;

/// Lists the executions in the store, the latest first
#[derive(clap::Args)]
pub(crate) struct Executions {
    /// Only executions of this workflow
    #[arg(long = "workflow", value_name = "NAME")]
    of: Option<String>,
    /// Only executions with this status
    #[arg(long, value_name = "STATUS", ignore_case = true, value_parser = statuses())]
    status: Option<Status>,
    /// Only executions that failed, timed out, or were stopped
    #[arg(long, conflicts_with_all = ["status", "after"])]
    failed: bool,
    /// Counts failures by what they have in common: `state`, `error` or `workflow`
    #[arg(long, value_name = "WHAT", requires = "failed", hide_possible_values = true)]
    #[arg(conflicts_with = "limit")]
    by: Option<By>,
    /// Only executions that are in this state, or ended there
    #[arg(long, value_name = "NAME")]
    state: Option<String>,
    /// Only executions that ended with this error
    #[arg(long, value_name = "NAME")]
    error: Option<String>,
    /// Only executions whose name begins with this text
    #[arg(long, value_name = "TEXT")]
    prefix: Option<String>,
    #[command(flatten)]
    when: When,
    /// The number of executions; 20 by default
    #[arg(long, value_name = "N", value_parser = count)]
    limit: Option<usize>,
    /// The next page: the number that the page before printed
    #[arg(long, value_name = "N", value_parser = number::<u64>)]
    after: Option<u64>,
    /// Prints JSON
    #[arg(long)]
    json: bool,
}

impl Command<Program> for Executions {
    const NAME: &'static str = "executions";
    const GROUP: Group = Group::Executions;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("executions --status failed --limit 5", "the last five that failed"),
        ("executions --failed --by state --since 7d", "failures of a week, counted"),
        ("executions --state Charge --json", "those that are in `Charge`, for a program"),
    ];

    fn run(self, program: Program) -> Result<(), Stop> {
        program.stored(async |engine, _| self.list(engine).await)
    }
}

/// An execution that failed.
fn failure(it: &Described) -> Failed {
    let error = match &it.end {
        Some(Err(failure)) => failure.error().to_owned(),
        _ => String::new(),
    };
    Failed {
        name: it.begun.name.to_string(),
        workflow: it.begun.machine.to_string(),
        state: it.state.as_deref().unwrap_or_default().to_owned(),
        error,
        time: it.time,
    }
}

impl Executions {
    fn query(&self) -> Query {
        let text = |it: &Option<String>| it.as_deref().map(Into::into);
        Query {
            machine: text(&self.of),
            status: self.status,
            prefix: text(&self.prefix),
            state: text(&self.state),
            error: text(&self.error),
            since: self.when.since,
            until: self.when.until,
            latest: true,
            limit: self.limit.unwrap_or(PAGE),
            after: self.after,
            ..Query::default()
        }
    }

    /// Reads those that did not succeed, the latest first: at most so many. False if there are more.
    async fn failures(&self, engine: &Engine, most: usize) -> Result<(Vec<Described>, bool), Stop> {
        let (mut found, mut whole) = (vec![], true);
        for status in [Status::Failed, Status::TimedOut, Status::Aborted] {
            let mut query = Query { status: Some(status), ..self.query() };
            let begun = found.len();
            loop {
                query.limit = (most + begun - found.len()).min(1_000);
                let page = engine.executions(query.clone()).await.map_err(failed)?;
                found.extend(page.executions);
                match page.next {
                    None => break,
                    next if found.len() < most + begun => query.after = next,
                    _ => {
                        whole = false;
                        break;
                    }
                }
            }
        }
        found.sort_by_key(|it| std::cmp::Reverse(it.begun.started));
        whole &= found.len() <= most;
        found.truncate(most);
        Ok((found, whole))
    }

    /// Counts those that failed.
    async fn count(&self, engine: &Engine, by: By) -> Result<(), Stop> {
        let (found, whole) = self.failures(engine, failures::MOST).await?;
        let groups = failures::groups(by, found.iter().map(failure));
        if self.json {
            return say(&format!("{:#}", failures::json(&groups, whole)));
        }
        failures::show(&Terminal::stdout(), &groups, (!whole).then_some(failures::MOST));
        Ok(())
    }

    /// Lists executions, the latest first.
    async fn list(&self, engine: &Engine) -> Result<(), Stop> {
        if let Some(by) = self.by {
            return self.count(engine, by).await;
        }
        let page = if self.failed {
            let (executions, _) = self.failures(engine, self.limit.unwrap_or(PAGE)).await?;
            Page { executions, next: None }
        } else {
            engine.executions(self.query()).await.map_err(failed)?
        };
        if self.json {
            let all: Vec<_> = page.executions.iter().map(described).collect();
            return say(&format!("{:#}", json!({ "executions": all, "next": page.next })));
        }
        if page.executions.is_empty() {
            return say("no executions");
        }
        let terminal = Terminal::stdout();
        let wide = |of: fn(&Described) -> usize| page.executions.iter().map(of).max().unwrap_or(0);
        let name = wide(|it| width(&it.begun.name)).min(20);
        let machine = wide(|it| width(&it.begun.machine)).min(16);
        for it in &page.executions {
            let tone = match it.status {
                Status::Succeeded => Tone::Good,
                Status::Running => Tone::Plain,
                _ => Tone::Bad,
            };
            let began = it.begun.started.strftime("%m-%d %H:%M:%S");
            let (label, workflow) = (cell(&it.begun.name, name), cell(&it.begun.machine, machine));
            let line =
                format!("{label}  {workflow}  {began}  {:9}  {}", it.status.name(), place(it));
            terminal.line(tone, line.trim_end());
        }
        match page.next {
            Some(next) => say(&format!("more with --after {next}")),
            None => Ok(()),
        }
    }
}
