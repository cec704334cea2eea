//! Failures of a server, counted by what they have in common.

use super::{Api, machine_of, text, time};
use crate::bar::Bar;
use crate::failures::{self, By, Failed};
use crate::moment::When;
use crate::stop::{Stop, say};
use crate::terminal::Terminal;
use serde_json::{Value, json};
use workflow_runtime::Timestamp;

/// The statuses of failures.
pub(super) const STATUSES: [&str; 3] = ["FAILED", "TIMED_OUT", "ABORTED"];
/// The number of failures that are counted by default. Each costs a call of its own.
const COUNTED: usize = 200;
/// The last events of an execution, in which the state that failed is looked for.
const EVENTS: usize = 200;

/// Counts the latest failures of these machines.
pub(super) async fn count(
    api: &Api,
    machines: &[String],
    (by, when): (By, &When),
    limit: Option<usize>,
    json: bool,
) -> Result<(), Stop> {
    let most = limit.unwrap_or(COUNTED);
    let (found, whole) = latest(api, machines, when, most).await?;
    let bar = Bar::new("failures", found.len());
    let mut all = vec![];
    for it in &found {
        all.push(known(api, it, by).await?);
        bar.step();
    }
    drop(bar);
    let groups = failures::groups(by, all);
    if json {
        return say(&format!("{:#}", failures::json(&groups, whole)));
    }
    failures::show(&Terminal::stdout(), &groups, if whole { None } else { Some(most) });
    Ok(())
}

/// The latest failures, at most so many; true if these are all.
async fn latest(
    api: &Api,
    machines: &[String],
    when: &When,
    most: usize,
) -> Result<(Vec<Value>, bool), Stop> {
    let mut found = vec![];
    for machine in machines {
        for status in STATUSES {
            let by = json!({ "stateMachineArn": machine, "statusFilter": status });
            found.extend(api.executions(by, when, most + 1).await?);
        }
    }
    let whole = found.len() <= most;
    let ended = |it: &Value| it["stopDate"].as_f64().unwrap_or_default();
    found.sort_by(|one, other| ended(other).total_cmp(&ended(one)));
    found.truncate(most);
    Ok((found, whole))
}

/// The error of a failure, and the state that it was in, if that is asked for.
async fn known(api: &Api, it: &Value, by: By) -> Result<Failed, Stop> {
    let arn = text(it, "executionArn");
    let told = api.call("describeExecution", json!({ "executionArn": arn })).await?;
    let state = if by == By::State { state(api, &arn).await? } else { String::new() };
    // Of an execution that took too long no error is told.
    let error = match (told["error"].as_str(), told["status"].as_str()) {
        (None, Some("TIMED_OUT")) => "States.Timeout",
        (error, _) => error.unwrap_or_default(),
    };
    Ok(Failed {
        name: text(it, "name"),
        workflow: machine_of(&arn).to_owned(),
        state,
        error: error.to_owned(),
        time: time(it, "stopDate").unwrap_or(Timestamp::UNIX_EPOCH),
    })
}

/// The state in which an execution failed.
async fn state(api: &Api, arn: &str) -> Result<String, Stop> {
    let params = json!({
        "executionArn": arn,
        "reverseOrder": true,
        "includeExecutionData": false,
        "maxResults": EVENTS,
    });
    let page = api.call("getExecutionHistory", params).await?;
    let events = page["events"].as_array().map_or(&[][..], Vec::as_slice);
    Ok(state_in(events).unwrap_or_default().to_owned())
}

/// The state from which the end of an execution follows, by events with the latest first. Where that is not told (nothing
/// leads to the end of one that was stopped), it is the state that was entered last: of parallel ones it may be another.
fn state_in(events: &[Value]) -> Option<&str> {
    let named = |it: &'_ Value| it.pointer("/stateEnteredEventDetails/name").is_some();
    let before = |event: &&Value| {
        let id = event["previousEventId"].as_u64()?;
        events.iter().find(|it| it["id"] == id && it["id"].as_u64() < event["id"].as_u64())
    };
    let led = std::iter::successors(events.first(), before).find(|it| named(it));
    let last = || events.iter().find(|it| named(it));
    led.or_else(last)?["stateEnteredEventDetails"]["name"].as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_that_failed_is_told_and_not_the_one_entered_last() {
        let entered = |id: u64, name: &str| json!({ "id": id, "previousEventId": 1, "stateEnteredEventDetails": { "name": name } });
        let event = |id: u64, previous: u64| json!({ "id": id, "previousEventId": previous });
        let mut events =
            vec![event(5, 4), event(4, 2), entered(3, "other"), entered(2, "failed"), event(1, 0)];
        assert_eq!(state_in(&events), Some("failed"));
        // Nothing leads to the end, or what does is not among the events.
        for previous in [0, 9] {
            events[0] = event(5, previous);
            assert_eq!(state_in(&events), Some("other"));
        }
        assert_eq!(state_in(&[event(2, 1), event(1, 0)]), None);
        assert_eq!(state_in(&[]), None);
    }
}
