//! `worker`: answers the tasks of activities by the tasks of the program.

use crate::command::{Command, Group, number};
use crate::log;
use crate::program::Program;
use crate::ready::ready;
use crate::run::runtime;
use crate::signals::Streams;
use crate::stop::{Stop, failed, say, tell};
use serde_json::json;
use std::time::Duration;
use workflow_asl::nearest;
use workflow_runtime::way::served;
use workflow_runtime::{Resources, TaskDefinition};
use workflow_worker::{Client, Endpoint, Keys, Worker as Work};

/// The exit code of a program that a second signal ends.
const INTERRUPTED: u8 = 130;
/// The account of a server on this machine.
const ACCOUNT: &str = "123456789012";

/// Works on tasks of activities, of a server or of AWS
#[derive(clap::Args)]
pub(crate) struct Worker {
    /// The address of the API; by default AWS_ENDPOINT_URL_SFN, AWS_ENDPOINT_URL, or AWS itself
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,
    /// An activity: its ARN or name, if its task has the same name; or ACTIVITY=TASK
    #[arg(long, value_name = "ACTIVITY", required = true)]
    activity: Vec<String>,
    /// The HeartbeatSeconds of the states: a heartbeat is sent after each third of it
    #[arg(long, value_name = "SECONDS", value_parser = number::<u64>)]
    heartbeat: Option<u64>,
    /// The number of tasks that run at once, for each activity; 1 by default
    #[arg(long, value_name = "N", value_parser = number::<usize>)]
    concurrency: Option<usize>,
    /// The seconds in which running tasks may end after a signal; 30 by default
    #[arg(long, value_name = "SECONDS", value_parser = number::<u64>)]
    patience: Option<u64>,
    /// The name of the worker in histories; by default that of the program
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The region; by default AWS_REGION, AWS_DEFAULT_REGION, or us-east-1
    #[arg(long, value_name = "NAME")]
    region: Option<String>,
    /// The account of activities given by name; by default AWS_ACCESS_KEY_ID if it has 12 digits, or 123456789012
    #[arg(long, value_name = "N")]
    account: Option<String>,
    /// Prints its activities as a line of JSON
    #[arg(long)]
    json: bool,
}

impl Command<Program> for Worker {
    const NAME: &'static str = "worker";
    const GROUP: Group = Group::Run;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("worker --endpoint http://localhost:8083 --activity charge", "by the task `charge`"),
        ("worker --activity arn:aws:states:…:activity:pay=charge", "another name, on AWS"),
    ];

    fn run(self, mut program: Program) -> Result<(), Stop> {
        let tasks = served(program.workflows.iter().flat_map(|it| (it.tasks)()).collect());
        let activities = self.activities(&tasks)?;
        let client = self.client()?;
        log::begin(false);
        let runtime = runtime()?;
        let ended = runtime.block_on(async {
            let resources = resources(&mut program).await?;
            check(&activities, &resources)?;
            let name = self.name.clone().unwrap_or_else(crate::command::program);
            let work = Work::new(client).resources(&resources).name(name);
            let work = work.concurrency(self.concurrency.unwrap_or(1));
            let heartbeat = self.heartbeat.map(Duration::from_secs);
            let work = heartbeat.into_iter().fold(work, Work::heartbeat);
            let told = if self.json { told(&activities) } else { "working".to_owned() };
            let add = |work: Work, (arn, task): (String, TaskDefinition)| work.activity(arn, task);
            let work = activities.into_iter().fold(work, add);
            follow(work, self.patience.unwrap_or(30), &told).await
        });
        // A task that goes on is left to its heartbeat.
        runtime.shutdown_background();
        ended
    }
}

impl Worker {
    fn client(&self) -> Result<Client, Stop> {
        let read = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let endpoint = self.endpoint.clone();
        let endpoint = endpoint.or_else(|| read("AWS_ENDPOINT_URL_SFN"));
        let endpoint = endpoint.or_else(|| read("AWS_ENDPOINT_URL"));
        let region = self.region();
        let address = endpoint.unwrap_or_else(|| format!("https://states.{region}.amazonaws.com"));
        let parsed = Endpoint::parse(&address);
        let parsed = parsed.map_err(|why| Stop::Usage(format!("--endpoint: {why}")))?;
        let keys = Keys::from_env();
        if keys.is_none() && address.contains("amazonaws.com") {
            let text = "calls of AWS need keys: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (`aws configure export-credentials --format env` prints them)";
            return Err(Stop::Usage(text.to_owned()));
        }
        Ok(Client::new(parsed, region).keys(keys))
    }

    fn region(&self) -> String {
        let read = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let region = self.region.clone().or_else(|| read("AWS_REGION"));
        region.or_else(|| read("AWS_DEFAULT_REGION")).unwrap_or_else(|| "us-east-1".to_owned())
    }

    /// The ARNs of the activities, each with the task that answers it.
    fn activities(&self, tasks: &[TaskDefinition]) -> Result<Vec<(String, TaskDefinition)>, Stop> {
        let one = |given: &String| {
            let (activity, task) = given.split_once('=').unwrap_or((given, ""));
            let name = activity.rsplit(':').next().unwrap_or(activity);
            let named = if task.is_empty() { name } else { task };
            let task = tasks.iter().find(|it| it.name == named).copied();
            let task = task.ok_or_else(|| unknown(named, tasks))?;
            Ok((self.arn(activity)?, task))
        };
        self.activity.iter().map(one).collect()
    }

    fn arn(&self, activity: &str) -> Result<String, Stop> {
        if activity.starts_with("arn:") {
            let parts: Vec<_> = activity.split(':').collect();
            if parts.len() == 7 && parts[2] == "states" && parts[5] == "activity" {
                return Ok(activity.to_owned());
            }
            return Err(Stop::Usage(format!("--activity: `{activity}` is no ARN of an activity")));
        }
        let region = self.region();
        let key = std::env::var("AWS_ACCESS_KEY_ID").ok();
        let key = key.filter(|it| it.len() == 12 && it.bytes().all(|it| it.is_ascii_digit()));
        let account = self.account.as_deref().or(key.as_deref()).unwrap_or(ACCOUNT);
        Ok(format!("arn:aws:states:{region}:{account}:activity:{activity}"))
    }
}

fn unknown(named: &str, tasks: &[TaskDefinition]) -> Stop {
    let names: Vec<_> = tasks.iter().map(|it| it.name).collect();
    let hint = nearest::hint(named, names.iter().copied());
    let list = names.join(", ");
    Stop::Usage(format!(
        "--activity: the program has no task `{named}`{hint} (tasks: {list}); `ACTIVITY=TASK` names another one"
    ))
}

/// The resources of the program: those that it makes by themselves, or else those of its engine.
async fn resources(program: &mut Program) -> Result<Resources, Stop> {
    match program.resources.take() {
        Some(make) => make().await.map_err(failed),
        None => {
            let engine = ready(program.setup.take(), program.builder()).await?.engine;
            Ok(engine.current_resources().clone())
        }
    }
}

/// Refuses a task whose resources are not there.
fn check(activities: &[(String, TaskDefinition)], resources: &Resources) -> Result<(), Stop> {
    for (_, task) in activities {
        if let Some(need) = (task.needs)().into_iter().find(|need| !resources.has(need.id)) {
            let (task, name) = (task.name, need.name);
            let text = format!("the task `{task}` needs the resource `{name}`: register it");
            return Err(Stop::Failed(text));
        }
    }
    Ok(())
}

/// A line of JSON about the work.
fn told(activities: &[(String, TaskDefinition)]) -> String {
    let one =
        |(arn, task): &(String, TaskDefinition)| json!({ "activity": arn, "task": task.name });
    json!({ "working": activities.iter().map(one).collect::<Vec<_>>() }).to_string()
}

/// Works until a signal comes, and then until the tasks in hand are answered.
async fn follow(work: Work, patience: u64, told: &str) -> Result<(), Stop> {
    let mut signals = Streams::new().map_err(failed)?;
    say(told)?;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let work = work.run(async { drop(stopped.await) });
    tokio::pin!(work);
    tokio::select! {
        ended = &mut work => return ended.map_err(failed),
        _ = signals.next() => {}
    }
    tell("stopping: the tasks in hand are finished; another signal ends the program at once");
    drop(stop);
    let left = |why: &str| format!("{why}: tasks in hand are left to their timeouts");
    tokio::select! {
        ended = &mut work => ended.map_err(failed),
        _ = signals.next() => Err(Stop::Signal(left("stopped"), INTERRUPTED)),
        () = tokio::time::sleep(Duration::from_secs(patience)) => {
            Err(Stop::Failed(left(&format!("not finished within {patience} s"))))
        }
    }
}
