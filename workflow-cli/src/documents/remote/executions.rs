//! `executions`: those of a server.

use super::{Api, Server, failed, machine_of, text, time};
use crate::command::{Command, Group, count, statuses};
use crate::documents::Documents;
use crate::failures::By;
use crate::moment::When;
use crate::stop::{Stop, say};
use crate::terminal::{Terminal, Tone, cell, width};
use serde_json::{Value, json};
use workflow_runtime::store::Status;

/// The number of executions that are listed by default.
const LISTED: usize = 20;

/// Lists the executions of a server, the latest first
#[derive(clap::Args)]
pub(in crate::documents) struct Executions {
    /// Only executions of this state machine: its name, its ARN, or that of a version or an alias
    #[arg(value_name = "MACHINE")]
    machine: Option<String>,
    /// Only executions with this status
    #[arg(long, value_name = "STATUS", conflicts_with = "failed")]
    #[arg(ignore_case = true, value_parser = statuses())]
    status: Option<Status>,
    /// Only executions that failed, timed out, or were stopped
    #[arg(long)]
    failed: bool,
    /// Counts failures by what they have in common: `state`, `error` or `workflow`
    #[arg(long, value_name = "WHAT", requires = "failed", hide_possible_values = true)]
    by: Option<By>,
    #[command(flatten)]
    when: When,
    /// The number of executions: 20 by default, 200 for --by
    #[arg(long, value_name = "N", value_parser = count)]
    limit: Option<usize>,
    #[command(flatten)]
    server: Server,
    /// Prints JSON
    #[arg(long)]
    json: bool,
}

impl Command<Documents> for Executions {
    const NAME: &'static str = "executions";
    const GROUP: Group = Group::Executions;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("executions order --status failed", "those of one state machine"),
        ("executions --failed --by state --since 7d", "failures of a week, counted"),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        self.server.ask(async |api| match self.by {
            Some(by) => {
                let machines = self.machines(api).await?;
                failed::count(api, &machines, (by, &self.when), self.limit, self.json).await
            }
            None => self.list(api).await,
        })
    }
}

impl Executions {
    /// The ARNs of the machines that are asked for.
    async fn machines(&self, api: &Api) -> Result<Vec<String>, Stop> {
        match &self.machine {
            Some(named) => {
                let machine = api.machine(named).await?;
                if api.is_express(&machine).await? {
                    return Err(Stop::Usage(unkept(named)));
                }
                Ok(vec![machine])
            }
            None => {
                let all = api.machines(true).await?;
                Ok(all.iter().map(|it| text(it, "stateMachineArn")).collect())
            }
        }
    }

    /// The statuses that are asked for: each is a call of its own; `None` for all.
    fn statuses(&self) -> Vec<Option<String>> {
        if self.failed {
            return failed::STATUSES.map(|it| Some(it.to_owned())).to_vec();
        }
        vec![self.status.map(|it| it.name().to_owned())]
    }

    async fn list(&self, api: &Api) -> Result<(), Stop> {
        let most = self.limit.unwrap_or(LISTED);
        let mut all = vec![];
        for machine in self.machines(api).await? {
            for status in self.statuses() {
                let mut by = json!({ "stateMachineArn": machine });
                if let Some(status) = status {
                    by["statusFilter"] = json!(status);
                }
                all.extend(api.executions(by, &self.when, most).await?);
            }
        }
        let began = |it: &Value| it["startDate"].as_f64().unwrap_or_default();
        all.sort_by(|one, other| began(other).total_cmp(&began(one)));
        all.truncate(most);
        if self.json {
            return say(&format!("{:#}", json!({ "executions": all })));
        }
        if all.is_empty() {
            return say("no executions");
        }
        show(&all);
        Ok(())
    }
}

/// Says why there is no list of a machine.
fn unkept(named: &str) -> String {
    format!(
        "`{named}` is an EXPRESS state machine, whose executions are not kept: run one with `start {named} --wait`; the latest are in the console of `workflow serve`, on AWS they are in the logs of the machine"
    )
}

/// Shows executions, a line each.
fn show(all: &[Value]) {
    let terminal = Terminal::stdout();
    let machine = |it: &Value| machine_of(&text(it, "executionArn")).to_owned();
    let wide = |of: &dyn Fn(&Value) -> String, most: usize| {
        all.iter().map(|it| width(&of(it))).max().unwrap_or(0).min(most)
    };
    let name = |it: &Value| text(it, "name");
    // With a made-up name of 36 characters, a line of 80 has room for the longest status.
    let (names, machines) = (wide(&name, 36), wide(&machine, 15));
    for it in all {
        let status = text(it, "status");
        let tone = match &*status {
            "SUCCEEDED" => Tone::Good,
            "RUNNING" => Tone::Plain,
            _ => Tone::Bad,
        };
        let began = time(it, "startDate").map(|it| it.strftime("%m-%d %H:%M:%S").to_string());
        let (label, of) = (cell(&name(it), names), cell(&machine(it), machines));
        let began = began.unwrap_or_default();
        terminal.line(tone, &format!("{label}  {of}  {began}  {status}"));
    }
}
