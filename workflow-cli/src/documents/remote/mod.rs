//! Executions of a server, or of AWS, by the API of Step Functions.

mod executions;
mod failed;
mod history;
mod redrive;
mod start;
mod stop;

pub(super) use executions::Executions;
pub(super) use history::History;
pub(super) use redrive::Redrive;
pub(super) use start::Start;
pub(super) use stop::StopExecution;

use crate::interpret::single;
use crate::moment::When;
use crate::stop::{Stop, several};
use serde_json::{Value, json};
use std::time::Duration;
use workflow_asl::nearest;
use workflow_runtime::Timestamp;
use workflow_runtime::connector::Services;

/// The default address: that of `workflow serve`.
const ADDRESS: &str = "http://localhost:8083";
/// The machines that are looked at, and the executions of each, to find one by its name.
const MACHINES: usize = 1_000;
const EXECUTIONS: usize = 2_000;
/// The most executions of a machine that are looked at for those that began before some time.
const LOOKED: usize = 100_000;
/// The most that is asked for at once.
const PAGE: usize = 1_000;

/// The longest that the end of an EXPRESS execution is waited for: it runs five minutes at most (documented).
const EXPRESS: Duration = Duration::from_secs(330);

/// The options of commands that ask a server.
#[derive(clap::Args)]
pub(super) struct Server {
    /// The server; by default `AWS_ENDPOINT_URL`, or http://localhost:8083
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,
}

/// A server that is asked.
pub(super) struct Api {
    services: Services,
    address: String,
}

impl Server {
    /// Does something with the server, to its end.
    fn ask<T>(&self, with: impl AsyncFnOnce(&Api) -> Result<T, Stop>) -> Result<T, Stop> {
        let variable = ["AWS_ENDPOINT_URL_SFN", "AWS_ENDPOINT_URL"].into_iter();
        let mut variable = variable.filter_map(|name| std::env::var(name).ok());
        let address = self.endpoint.clone().or_else(|| variable.find(|it| !it.is_empty()));
        let address = address.unwrap_or_else(|| ADDRESS.to_owned());
        Services::check(&address).map_err(|why| Stop::Usage(format!("--endpoint: {why}")))?;
        let services = Services::from_env().endpoint(&address);
        single()?.block_on(with(&Api { services, address }))
    }
}

impl Api {
    /// Calls an operation.
    async fn call(&self, operation: &str, params: Value) -> Result<Value, Stop> {
        called(&self.services, &self.address, operation, params).await
    }

    /// Runs an EXPRESS execution to its end. AWS has another address for this call alone.
    async fn run_express(&self, params: Value) -> Result<Value, Stop> {
        let address = self.address.replacen("://states.", "://sync-states.", 1);
        let services = self.services.clone().endpoint(&address).patience(EXPRESS);
        called(&services, &address, "startSyncExecution", params).await
    }

    /// True if a machine, by an ARN of it, a version or an alias, is of the type EXPRESS.
    async fn is_express(&self, arn: &str) -> Result<bool, Stop> {
        let plain = arn.split('#').next().unwrap_or(arn);
        let plain: Vec<&str> = plain.split(':').take(7).collect();
        let asked = json!({ "stateMachineArn": plain.join(":") });
        Ok(self.call("describeStateMachine", asked).await?["type"] == "EXPRESS")
    }

    /// Calls an operation that lists, page after page: at most so many.
    async fn list(
        &self,
        operation: &str,
        params: Value,
        member: &str,
        most: usize,
    ) -> Result<Vec<Value>, Stop> {
        self.list_until(operation, params, member, most, |_| false).await
    }

    /// Lists executions that began at some time, the latest first: at most so many. The API does not know of times, and
    /// lists the latest first.
    async fn executions(
        &self,
        params: Value,
        when: &When,
        most: usize,
    ) -> Result<Vec<Value>, Stop> {
        let began = |it: &Value| time(it, "startDate").unwrap_or(Timestamp::UNIX_EPOCH);
        let early = |it: &Value| when.since.is_some_and(|since| began(it) < since);
        let late = |it: &Value| when.until.is_some_and(|until| began(it) >= until);
        let looked = if when.until.is_some() { LOOKED } else { most };
        let operation = "listExecutions";
        let mut all = self.list_until(operation, params, "executions", looked, early).await?;
        all.retain(|it| !early(it) && !late(it));
        all.truncate(most);
        Ok(all)
    }

    /// The same, up to the first page with something that ends it.
    async fn list_until(
        &self,
        operation: &str,
        mut params: Value,
        member: &str,
        most: usize,
        ends: impl Fn(&Value) -> bool,
    ) -> Result<Vec<Value>, Stop> {
        let mut all: Vec<Value> = vec![];
        while all.len() < most {
            params["maxResults"] = json!((most - all.len()).min(PAGE));
            let mut page = self.call(operation, params.clone()).await?;
            if let Value::Array(found) = page[member].take() {
                all.extend(found);
            }
            match page["nextToken"].take() {
                Value::String(token) if !all.last().is_some_and(&ends) => {
                    params["nextToken"] = json!(token)
                }
                _ => break,
            }
        }
        all.truncate(most);
        Ok(all)
    }

    /// The machines; of all types, or those alone whose executions are kept.
    async fn machines(&self, kept: bool) -> Result<Vec<Value>, Stop> {
        let all = self.list("listStateMachines", json!({}), "stateMachines", MACHINES).await?;
        Ok(all.into_iter().filter(|it| !kept || it["type"] != "EXPRESS").collect())
    }

    /// The ARN of a machine that is named, or is an ARN already.
    async fn machine(&self, named: &str) -> Result<String, Stop> {
        if named.starts_with("arn:") {
            return Ok(named.to_owned());
        }
        let all = self.machines(false).await?;
        let found = all.iter().find(|it| it["name"] == named);
        found.map(|it| text(it, "stateMachineArn")).ok_or_else(|| {
            let names = all.iter().filter_map(|it| it["name"].as_str());
            let hint = nearest::hint(named, names);
            Stop::Usage(format!("{} has no state machine `{named}`{hint}", self.address))
        })
    }

    /// The executions of these machines that have this very name.
    async fn exactly(&self, machines: &[Value], named: &str) -> Vec<Value> {
        let mut found = vec![];
        for machine in machines {
            let machine =
                text(machine, "stateMachineArn").replacen(":stateMachine:", ":execution:", 1);
            let asked = json!({ "executionArn": format!("{machine}:{named}") });
            // An error says that there is none; one of the server comes again with the list.
            found.extend(self.call("describeExecution", asked).await.ok());
        }
        found
    }

    /// The ARN of an execution that is named, by the beginning of its name as well, or is an ARN already.
    async fn execution(&self, named: &str) -> Result<String, Stop> {
        if named.starts_with("arn:") {
            return Ok(named.to_owned());
        }
        let machines = self.machines(true).await?;
        let exact = self.exactly(&machines, named).await;
        let mut found = vec![];
        for machine in machines.iter().filter(|_| exact.is_empty()) {
            let by = json!({ "stateMachineArn": machine["stateMachineArn"] });
            let all = self.list("listExecutions", by, "executions", EXECUTIONS).await?;
            if all.len() >= EXECUTIONS {
                return Err(Stop::Usage(format!(
                    "`{named}` is no whole name, and there are more executions than the latest {EXECUTIONS} of a machine, which can be looked through: name one whole"
                )));
            }
            let fits = |it: &Value| it["name"].as_str().is_some_and(|it| it.starts_with(named));
            found.extend(all.into_iter().filter(fits));
        }
        found.extend(exact);
        match &found[..] {
            [] => Err(Stop::Usage(format!("{} has no execution `{named}`", self.address))),
            [one] => Ok(text(one, "executionArn")),
            more => {
                let arns: Vec<_> = more.iter().map(|it| text(it, "executionArn")).collect();
                Err(several(named, &arns, true))
            }
        }
    }
}

/// Calls an operation at an address.
async fn called(
    services: &Services,
    address: &str,
    operation: &str,
    params: Value,
) -> Result<Value, Stop> {
    let called = services.call_api("sfn", operation, &params).await;
    called.map_err(|error| {
        let why = error.to_string();
        // In the words of the system: nobody listens there.
        let nobody = why.contains("Connection refused");
        let hint =
            if nobody { "\nStart `workflow serve`, or name its address by --endpoint" } else { "" };
        Stop::Failed(format!("{address}: {why}{hint}"))
    })
}

/// A member that is a text.
fn text(of: &Value, member: &str) -> String {
    of[member].as_str().unwrap_or_default().to_owned()
}

/// A member that is a time: seconds, as the API has them.
fn time(of: &Value, member: &str) -> Option<Timestamp> {
    let seconds = of[member].as_f64()?;
    #[allow(clippy::cast_possible_truncation, reason = "what is too large is no time")]
    Timestamp::from_millisecond((seconds * 1000.0) as i64).ok()
}

/// The name of a machine, by its ARN.
fn machine_of(arn: &str) -> &str {
    arn.split(':').nth(6).unwrap_or_default()
}
