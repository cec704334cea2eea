//! The costs that are asked for, put together.

use super::bill::{Bill, Hosting, Plan, Usage, break_even};
use super::money::Money;
use super::prices::Prices;
use super::tasks::Tasks;
use super::usage::{Taken, Unknown, long_for_express, not_express, of_recordings, of_way, others};
use super::walk::{Assumed, Range, range};
use crate::command::number;
use crate::files;
use crate::replay;
use crate::stop::Stop;
use std::collections::BTreeMap;
use std::path::PathBuf;
use workflow_asl::Definition;
use workflow_asl::nearest;
use workflow_runtime::mocks::{Needed, needed};

/// The options of the command.
#[derive(clap::Args)]
pub(crate) struct Asked {
    /// The number of executions a month
    #[arg(long, value_name = "N", default_value = "1000000", value_parser = number::<u64>)]
    executions: u64,
    /// The number of items of a Map; repeatable, as are all options with a `=`
    #[arg(long, value_name = "STATE=N")]
    items: Vec<String>,
    /// The greatest number of turns of the loop around a state
    #[arg(long, value_name = "STATE=N")]
    iterations: Vec<String>,
    /// The greatest number of retries of a state
    #[arg(long, value_name = "STATE=N")]
    retries: Vec<String>,
    /// A recorded execution: transitions and durations are exact; repeatable
    #[arg(long, value_name = "FILE|FOLDER")]
    recorded: Vec<PathBuf>,
    /// The memory of a function, or of all functions
    #[arg(long, value_name = "[TASK=]MB")]
    memory: Vec<String>,
    /// The time of an attempt, such as 120ms
    #[arg(long, value_name = "[TASK=]TIME")]
    duration: Vec<String>,
    /// Memory and duration of tasks, as JSON
    #[arg(long, value_name = "FILE")]
    tasks: Option<PathBuf>,
    /// The cost of data transfer, a month
    #[arg(long, value_name = "DOLLARS")]
    transfer: Option<String>,
    /// Another flat cost, a month
    #[arg(long = "extra", value_name = "NAME=DOLLARS")]
    extras: Vec<String>,
    /// The price of a machine of your own, a month
    #[arg(long, value_name = "DOLLARS")]
    host: Option<String>,
    /// Runs the tasks on that machine in place of Lambda
    #[arg(long)]
    tasks_on_host: bool,
    /// The memory of an EXPRESS execution
    #[arg(long, value_name = "MB", default_value = "64", value_parser = number::<u64>)]
    express_memory: u64,
    /// Reads other prices from a file
    #[arg(long, value_name = "FILE")]
    prices: Option<PathBuf>,
    /// Prints the prices, as a file to begin with
    #[arg(long)]
    pub(super) prices_template: bool,
    /// Subtracts the free part of each month
    #[arg(long)]
    free: bool,
    /// Prints all results as JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// The costs of a workflow.
pub(crate) struct Estimate {
    pub(crate) name: String,
    pub(crate) range: Range,
    /// The usage of the least execution; likewise of the most, if it is bounded, and of the recorded ones.
    pub(crate) least: Usage,
    pub(crate) most: Option<Usage>,
    pub(crate) recorded: Option<Usage>,
    pub(crate) plan: Plan,
    pub(crate) prices: Prices,
    /// The functions with an unknown figure.
    pub(crate) unknown: Unknown,
    /// The reason why it cannot run as EXPRESS.
    pub(crate) not_express: Vec<String>,
    /// The services whose calls cost something that is not known.
    pub(crate) others: Vec<String>,
}

/// The basis of the costs of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Basis {
    Recorded,
    Most,
    Least,
}

impl Estimate {
    /// The usage that a month is made of: what was recorded, else the most, else the least.
    pub(crate) fn basis(&self) -> (Basis, &Usage) {
        match (&self.recorded, &self.most) {
            (Some(recorded), _) => (Basis::Recorded, recorded),
            (None, Some(most)) => (Basis::Most, most),
            (None, None) => (Basis::Least, &self.least),
        }
    }

    /// Returns from how many executions a month on self-hosting costs no more.
    pub(crate) fn break_even(&self, against: Hosting) -> Option<u64> {
        break_even(self.basis().1, &self.plan, &self.prices, against)
    }

    /// The bill of a month.
    pub(crate) fn bill(&self) -> Bill {
        Bill::of(self.basis().1, &self.plan, &self.prices)
    }
}

/// Puts together what is asked for.
pub(crate) fn estimate(
    asked: &Asked,
    name: &str,
    definition: &Definition,
) -> Result<Estimate, Stop> {
    let needed = needed(definition);
    let document = definition.as_value();
    let prices = prices(asked)?;
    let tasks = tasks(asked)?;
    let assumed = Assumed {
        items: counts(&asked.items, "--items")?,
        iterations: counts(&asked.iterations, "--iterations")?,
        retries: counts(&asked.retries, "--retries")?,
    };
    let range = range(document, &assumed);
    if let Some((one, other)) = range.doubled.first() {
        let why =
            format!("`{one}` and `{other}` are in one loop: give `--iterations` for one of them");
        return Err(Stop::Usage(why));
    }
    if let Some(strange) = range.strange.first() {
        return Err(Stop::Usage(strange_state(strange, document)));
    }
    let least = of_way(&range.least, &needed, &tasks);
    let most = of_way(&range.most, &needed, &tasks);
    let recorded = recorded(asked, &needed, &tasks)?;
    if let Some(strange) = tasks.strange(&needed).first() {
        return Err(Stop::Usage(strange_task(strange, &needed)));
    }
    let bounded = range.open.is_empty();
    let unknown = recorded.as_ref().map_or(&most.unknown, |it| &it.unknown).clone();
    let mut estimate = Estimate {
        name: name.to_owned(),
        least: least.usage,
        most: bounded.then_some(most.usage),
        recorded: recorded.map(|it| it.usage),
        plan: plan(asked)?,
        not_express: not_express(document, &needed),
        others: others(&needed),
        range,
        prices,
        unknown,
    };
    let too_long = long_for_express(estimate.basis());
    estimate.not_express.extend(too_long);
    estimate.plan.not_express = !estimate.not_express.is_empty();
    Ok(estimate)
}

fn recorded(asked: &Asked, needed: &[Needed], tasks: &Tasks) -> Result<Option<Taken>, Stop> {
    if asked.recorded.is_empty() {
        return Ok(None);
    }
    let read = asked.recorded.iter().map(|path| replay::recording(std::slice::from_ref(path)));
    let read = read.collect::<Result<Vec<_>, _>>()?;
    Ok(Some(of_recordings(&read, needed, tasks)))
}

fn prices(asked: &Asked) -> Result<Prices, Stop> {
    let Some(file) = &asked.prices else { return Prices::known().map_err(Stop::Failed) };
    let (name, text) = files::text(file)?;
    Prices::from_file(&text).map_err(|why| Stop::Usage(format!("{name} {why}")))
}

fn tasks(asked: &Asked) -> Result<Tasks, Stop> {
    let mut tasks = Tasks::default();
    if let Some(file) = &asked.tasks {
        let (name, text) = files::text(file)?;
        tasks.file(&text).map_err(|why| Stop::Usage(format!("{name} {why}")))?;
    }
    let memory = asked.memory.iter().try_for_each(|text| tasks.memory(text));
    memory.map_err(|why| Stop::Usage(format!("--memory: {why}")))?;
    let duration = asked.duration.iter().try_for_each(|text| tasks.duration(text));
    duration.map_err(|why| Stop::Usage(format!("--duration: {why}")))?;
    Ok(tasks)
}

fn plan(asked: &Asked) -> Result<Plan, Stop> {
    let dollars = |option: &str, text: &str| {
        Money::parse(text).map_err(|why| Stop::Usage(format!("{option}: {why}")))
    };
    let mut extras = vec![];
    if let Some(transfer) = &asked.transfer {
        extras.push(("transfer".to_owned(), dollars("--transfer", transfer)?));
    }
    for extra in &asked.extras {
        let (name, value) = extra
            .rsplit_once('=')
            .ok_or_else(|| Stop::Usage(format!("--extra needs NAME=DOLLARS, not `{extra}`")))?;
        extras.push((name.to_owned(), dollars("--extra", value)?));
    }
    Ok(Plan {
        executions: asked.executions,
        host: asked.host.as_deref().map(|host| dollars("--host", host)).transpose()?,
        tasks_on_host: asked.tasks_on_host,
        extras,
        express_memory: asked.express_memory,
        not_express: false,
        free: asked.free,
    })
}

/// Options that are `STATE=N` each.
fn counts(given: &[String], option: &str) -> Result<BTreeMap<String, u64>, Stop> {
    let read = |text: &String| {
        let wrong = || Stop::Usage(format!("{option} needs STATE=N, not `{text}`"));
        let (name, count) = text.rsplit_once('=').ok_or_else(wrong)?;
        Ok((name.to_owned(), count.parse().map_err(|_| wrong())?))
    };
    let mut counts = BTreeMap::new();
    for text in given {
        let (name, count) = read(text)?;
        if counts.insert(name.clone(), count).is_some() {
            return Err(Stop::Usage(format!("{option} is given twice for `{name}`")));
        }
    }
    Ok(counts)
}

fn strange_state(name: &str, document: &serde_json::Value) -> String {
    let states = crate::check::states(document);
    let names: Vec<&str> = states.iter().map(|state| state.name).collect();
    if names.contains(&name) {
        return format!(
            "nothing is counted by `{name}`: --items is for Maps, --iterations for states of a loop, --retries for states with `Retry`"
        );
    }
    let hint = nearest::hint(name, names.into_iter());
    format!("the definition has no state `{name}`{hint}")
}

fn strange_task(name: &str, needed: &[Needed]) -> String {
    let names = needed.iter().flat_map(|it| [Some(it.state.as_str()), it.function.as_deref()]);
    let hint = nearest::hint(name, names.flatten());
    format!("`{name}` is neither a Task state nor a function of the definition{hint}")
}
