//! Cases on an account of AWS: a state machine or a stack is made, runs them, and is deleted; each execution is then run again here
//! from its recorded history, and compared by the rules of recordings. The command `verify` of both programs.

mod calls;
mod function;
mod made;
mod report;
mod stack;

pub(crate) use stack::{Subject, beside};

use super::compare::{Difference, compared};
use super::{Case, Cases};
use crate::files;
use crate::run::{runtime, steps};
use crate::stop::{Stop, say};
use calls::Account;
use made::Made;
use serde_json::Value;
use std::path::PathBuf;
use std::time::Duration;
use workflow_replay::{Recording, ReplayOptions, Replayed, replay};
use workflow_runtime::Failure;
use workflow_runtime::connector::Services;

/// The options of the command.
#[derive(clap::Args)]
pub(crate) struct Asked {
    /// The cases, in YAML or JSON
    #[arg(value_name = "CASES")]
    pub(crate) cases: PathBuf,
    /// Uses the AWS account of the environment: makes a state machine there, and deletes it
    #[arg(long)]
    aws: bool,
    /// The ARN of the role for the new state machine
    #[arg(long, value_name = "ARN", required_unless_present_any = ["machine", "stack"])]
    role: Option<String>,
    /// The ARN of a deployed state machine: it runs as it is, and nothing is made
    #[arg(long, value_name = "ARN", conflicts_with_all = ["role", "functions"])]
    machine: Option<String>,
    /// The ARN of a function that the definition names; repeatable
    #[arg(long = "function", value_name = "NAME=ARN", value_parser = pair)]
    functions: Vec<(String, String)>,
    #[command(flatten)]
    stack: stack::Options,
    /// Runs only cases whose name has this text
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    filter: Option<String>,
    /// The longest wait for an execution, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 600)]
    patience: u64,
    /// The region; by default that of the environment
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// The address of the API; by default that of AWS
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,
    /// Writes a report in Markdown
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Prints it as JSON
    #[arg(long)]
    json: bool,
}

impl Asked {
    /// True if a whole stack is deployed: its definition keeps its placeholders.
    pub(crate) fn is_stack(&self) -> bool {
        self.stack.stack
    }
}

fn pair(given: &str) -> Result<(String, String), &'static str> {
    let (name, arn) = given.split_once('=').ok_or("it has no `=`: write NAME=ARN")?;
    Ok((name.to_owned(), arn.to_owned()))
}

/// All that came of the cases.
struct Verified {
    /// The file of the cases, and what they are of.
    cases: String,
    subject: String,
    region: String,
    /// The ARN of the state machine.
    machine: String,
    ran: Vec<Ran>,
    /// The reason why not all cases ran.
    broken: Option<Broken>,
    /// Things that could not be deleted, each with the reason.
    left: Vec<String>,
    /// Things that were made.
    made: Vec<String>,
}

impl Verified {
    fn is_good(&self) -> bool {
        self.broken.is_none() && self.left.is_empty() && self.ran.iter().all(Ran::is_good)
    }
}

/// The reason why not all cases ran.
enum Broken {
    Failed(String),
    /// A signal, and the exit code that it makes.
    Signal(&'static str, u8),
}

/// A case that ran on the account.
struct Ran {
    name: String,
    arn: String,
    status: String,
    events: usize,
    milliseconds: u64,
    /// The differences from what the case expects; it is not asked where its answers are mocks.
    unexpected: Vec<Difference>,
    /// The run here of what was recorded there; or why there is none.
    replayed: Result<Replayed, String>,
}

impl Ran {
    fn is_good(&self) -> bool {
        self.unexpected.is_empty() && self.replayed.as_ref().is_ok_and(Replayed::is_same)
    }
}

/// A machine that is there, with the definition that it has.
struct There {
    machine: String,
    definition: Value,
}

/// Runs cases on an account, and tells what came of them. The last of the subjects is that of the cases; the others are
/// those that it starts, which a stack of it needs beside it.
pub(crate) fn verify(asked: &Asked, cases: &Cases, subjects: &[Subject]) -> Result<(), Stop> {
    let Some(subject) = subjects.last() else { return Ok(()) };
    let mut definition = subject.definition.clone();
    function::named(&mut definition, &asked.functions).map_err(Stop::Usage)?;
    if let Some(file) = &asked.report {
        files::writable("--report", file, &[("the cases", asked.cases.as_path())])?;
    }
    let services = services(asked)?;
    let chosen = chosen(asked, cases)?;
    let stacks = match asked.stack.stack {
        true => stack::planned(&asked.stack, subjects, &made::name)?,
        false => vec![],
    };
    let account = Account::new(services);
    let verified = runtime()?.block_on(async {
        let mut made = Made::default();
        // From here on a signal waits until what is made can be deleted.
        let signals = tokio::spawn(signal());
        tokio::task::yield_now().await;
        let mut there = match stacks.is_empty() {
            true => Some(there(&account, asked, subject, definition, &mut made).await?),
            false => None,
        };
        let mut ran = vec![];
        let work = async {
            if there.is_none() {
                let machine = stack::deployed(&account, &stacks, &mut made).await?;
                let definition = account.definition(&machine).await?;
                if asked.endpoint.is_none() {
                    tokio::time::sleep(stack::SETTLING).await;
                }
                there = Some(There { machine, definition });
            }
            let Some(there) = &there else { return Ok(()) };
            all(&account, asked, cases, there, &chosen, &mut made, &mut ran).await
        };
        let broken = tokio::select! {
            ended = work => ended.err().map(Broken::Failed),
            Ok((name, code)) = signals => Some(Broken::Signal(name, code)),
        };
        let names = made.names();
        let left = made.delete(&account).await;
        let (subject, region) = (subject.name.clone(), account.region().to_owned());
        let cases = cases.file.name.clone();
        let machine = there.map(|it| it.machine).unwrap_or_default();
        Ok::<_, Stop>(Verified { cases, subject, region, machine, ran, broken, left, made: names })
    })?;
    told(asked, verified)
}

/// Finds the machine that is deployed, or makes one.
async fn there(
    account: &Account,
    asked: &Asked,
    subject: &Subject,
    definition: Value,
    made: &mut Made,
) -> Result<There, Stop> {
    if let Some(machine) = &asked.machine {
        let definition = account.definition(machine).await.map_err(Stop::Failed)?;
        return Ok(There { machine: machine.clone(), definition });
    }
    let role = asked.role.as_deref().unwrap_or_default();
    let machine = made.machine(account, &subject.name, &definition, role).await;
    Ok(There { machine: machine.map_err(Stop::Failed)?, definition })
}

fn told(asked: &Asked, verified: Verified) -> Result<(), Stop> {
    if asked.json {
        say(&format!("{:#}", report::json(&verified)))?;
    } else {
        report::show(&verified);
    }
    if let Some(file) = &asked.report {
        files::write(file, &report::markdown(&verified))?;
    }
    match verified.broken {
        Some(Broken::Signal(name, code)) => Err(Stop::Signal(format!("stopped by {name}"), code)),
        _ if verified.is_good() => Ok(()),
        _ => Err(Stop::Reported),
    }
}

fn chosen<'c>(asked: &Asked, cases: &'c Cases) -> Result<Vec<&'c Case>, Stop> {
    let filter = asked.filter.as_deref();
    let is_asked = |case: &&Case| filter.is_none_or(|filter| case.name.contains(filter));
    let chosen: Vec<&Case> = cases.cases.iter().filter(is_asked).collect();
    match (filter, chosen.is_empty()) {
        (Some(filter), true) => {
            let file = &cases.file.name;
            Err(Stop::Usage(format!("no case of {file} has `{filter}` in its name")))
        }
        _ => Ok(chosen),
    }
}

fn services(asked: &Asked) -> Result<Services, Stop> {
    let mut services = Services::from_env();
    if let Some(region) = &asked.region {
        services = services.region(region);
    }
    match &asked.endpoint {
        Some(address) => {
            Services::check(address).map_err(|why| Stop::Usage(format!("--endpoint: {why}")))?;
            Ok(services.endpoint(address))
        }
        None if asked.aws => Ok(services),
        None => {
            let text = "it runs executions, and what their tasks do is done: say `--aws` for the account that the \
                        environment names, or `--endpoint URL`";
            Err(Stop::Usage(text.to_owned()))
        }
    }
}

/// Runs the cases one after the other. Those that have run are in `ran`, even if a later one fails.
async fn all(
    account: &Account,
    asked: &Asked,
    cases: &Cases,
    There { machine, definition }: &There,
    chosen: &[&Case],
    made: &mut Made,
    ran: &mut Vec<Ran>,
) -> Result<(), String> {
    let patience = Duration::from_secs(asked.patience);
    for case in chosen {
        let of = |why| format!("the case `{}`: {why}", case.name);
        let arn = made.execution(account, machine, &case.input).await.map_err(of)?;
        let files = account.recorded(&arn, patience).await.map_err(of)?;
        made.ended(&arn);
        let recording = Recording::read(&files).map_err(of)?;
        let is_mocked = cases.mocks.is_some() || case.mocks.is_some();
        let unexpected = if is_mocked { vec![] } else { unexpected(case, &recording) };
        ran.push(Ran {
            name: case.name.clone(),
            arn,
            status: recording.status.clone(),
            events: recording.events.len(),
            milliseconds: recording.milliseconds(),
            unexpected,
            replayed: replay(&recording, definition, &ReplayOptions::default()),
        });
    }
    Ok(())
}

/// The differences of a recorded end from the expected one.
fn unexpected(case: &Case, recording: &Recording) -> Vec<Difference> {
    let result = match recording.output() {
        Some(output) => Ok(output.clone()),
        None => {
            let (error, cause) = recording.failure();
            Err(Failure::new(error, cause))
        }
    };
    compared(case, &result, &steps(&recording.trace))
}

/// A signal that asks the program to end, and its exit code: everything is deleted first.
async fn signal() -> (&'static str, u8) {
    const INTERRUPT: (&str, u8) = ("SIGINT", 130);
    #[cfg(unix)]
    if let Ok(mut terminate) =
        tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
    {
        return tokio::select! {
            _ = terminate.recv() => ("SIGTERM", 143),
            _ = tokio::signal::ctrl_c() => INTERRUPT,
        };
    }
    match tokio::signal::ctrl_c().await {
        Ok(()) => INTERRUPT,
        Err(_) => std::future::pending().await,
    }
}
