//! The measurements.

use crate::client::Client;
use crate::machines;
use crate::server::Server;
use crate::settings::Settings;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// The figures of a case: name, value and unit. Or the reason why there is none.
pub type Figures = Result<Vec<(&'static str, f64)>, String>;

pub struct Case {
    pub name: &'static str,
    /// Its name in the table.
    pub title: &'static str,
    pub measure: fn(&Server, &Settings) -> Figures,
}

pub const ALL: &[Case] = &[
    Case { name: "start", title: "start of the process to the first answer", measure: start },
    Case { name: "call", title: "the cheapest call", measure: call },
    Case { name: "chain", title: "chain of 10, one client", measure: chain },
    Case { name: "chain16", title: "chain of 10, 16 clients", measure: chain16 },
    Case { name: "starts", title: "StartExecution, 16 clients", measure: starts },
    Case { name: "sync", title: "StartSyncExecution, chain of 10, 16 clients", measure: sync },
    Case { name: "loop", title: "loop of 1,000", measure: rounds },
    Case { name: "map", title: "Map of 1,000", measure: map },
    Case { name: "large", title: "Map of 40,000 (EXPRESS)", measure: large },
    Case { name: "memory", title: "after 100,000 executions", measure: memory },
];

/// The clients at the same time.
const CLIENTS: usize = 16;
/// The longest time until an execution has ended.
const PATIENCE: Duration = Duration::from_secs(240);

fn start(server: &Server, _: &Settings) -> Figures {
    let mut figures = vec![];
    figures.extend(server.first_answer.map(|time| ("ms", millis(time))));
    figures.extend(server.memory().map(|memory| ("MB idle", memory)));
    Ok(figures)
}

fn call(server: &Server, settings: &Settings) -> Figures {
    let mut client = server.client()?;
    let times = repeat(settings.length, || {
        client.call("ListStateMachines", &json!({ "maxResults": 1 })).map(drop)
    })?;
    Ok(vec![("ms", median(times))])
}

fn chain(server: &Server, settings: &Settings) -> Figures {
    one_by_one(server, settings.length, &machines::chain(), &json!({ "n": 0 }))
}

fn rounds(server: &Server, settings: &Settings) -> Figures {
    one_by_one(server, settings.length, &machines::rounds(), &json!({ "n": 0 }))
}

fn map(server: &Server, settings: &Settings) -> Figures {
    one_by_one(server, settings.length, &machines::items(), &machines::numbers(1_000))
}

fn large(server: &Server, _: &Settings) -> Figures {
    // EXPRESS: a STANDARD execution fails beyond 25,000 events, on AWS and here. Once: with some servers it takes minutes.
    let machine = server.machine(&machines::items(), "EXPRESS")?;
    let (mut client, input) = (server.client()?, machines::numbers(40_000).to_string());
    let times = repeat(Duration::ZERO, || run_sync(&mut client, &machine, &input))?;
    Ok(vec![("ms", median(times))])
}

fn chain16(server: &Server, settings: &Settings) -> Figures {
    let machine = server.machine(&machines::chain(), "STANDARD")?;
    let rate =
        at_once(server, settings.length, |client| run(client, &machine, "{\"n\":0}").map(drop))?;
    Ok(vec![("executions/s", rate)])
}

fn starts(server: &Server, settings: &Settings) -> Figures {
    let machine = server.machine(&machines::chain(), "STANDARD")?;
    let rate = at_once(server, settings.length, |client| {
        let start = json!({ "stateMachineArn": machine, "input": "{\"n\":0}" });
        client.call("StartExecution", &start).map(drop)
    })?;
    Ok(vec![("starts/s", rate)])
}

fn sync(server: &Server, settings: &Settings) -> Figures {
    let machine = server.machine(&machines::chain(), "EXPRESS")?;
    let rate = at_once(server, settings.length, |client| run_sync(client, &machine, "{\"n\":0}"))?;
    Ok(vec![("executions/s", rate)])
}

fn memory(server: &Server, _: &Settings) -> Figures {
    let machine = server.machine(&machines::chain(), "STANDARD")?;
    let left = AtomicU64::new(100_000);
    let begin = Instant::now();
    each_client(server, |client| {
        let start = json!({ "stateMachineArn": machine, "input": "{\"n\":0}" });
        while left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |it| it.checked_sub(1))
            .is_ok()
        {
            client.call("StartExecution", &start)?;
        }
        Ok(())
    })?;
    let time = begin.elapsed();
    thread::sleep(Duration::from_secs(1));
    let mut figures = vec![("s", time.as_secs_f64())];
    figures.extend(server.memory().map(|memory| ("MB", memory)));
    Ok(figures)
}

/// Runs executions one after the other, and one before that. The figure is the median time.
fn one_by_one(server: &Server, length: Duration, machine: &Value, input: &Value) -> Figures {
    let machine = server.machine(machine, "STANDARD")?;
    let (mut client, input) = (server.client()?, input.to_string());
    run(&mut client, &machine, &input)?;
    let times = repeat(length, || run(&mut client, &machine, &input).map(drop))?;
    Ok(vec![("ms", median(times))])
}

/// Starts an execution, and asks for it until it has ended.
fn run(client: &mut Client, machine: &str, input: &str) -> Result<Value, String> {
    let start = json!({ "stateMachineArn": machine, "input": input });
    let begun = client.call("StartExecution", &start)?;
    let asked = json!({ "executionArn": begun["executionArn"] });
    let begin = Instant::now();
    loop {
        let known = client.call("DescribeExecution", &asked)?;
        match known["status"].as_str() {
            Some("SUCCEEDED") => return Ok(known),
            Some("RUNNING") if begin.elapsed() < PATIENCE => {
                // A longer execution is asked for less often.
                thread::sleep((begin.elapsed() / 8).min(Duration::from_millis(5)));
            }
            _ => return Err(format!("it did not succeed: {known}").chars().take(300).collect()),
        }
    }
}

/// Runs an execution in one call.
fn run_sync(client: &mut Client, machine: &str, input: &str) -> Result<(), String> {
    let start = json!({ "stateMachineArn": machine, "input": input });
    let ended = client.call("StartSyncExecution", &start)?;
    let short = || format!("it did not succeed: {ended}").chars().take(300).collect();
    if ended["status"] == "SUCCEEDED" { Ok(()) } else { Err(short()) }
}

/// Does the same again and again, at least once. Returns the times in milliseconds.
fn repeat(
    length: Duration,
    mut work: impl FnMut() -> Result<(), String>,
) -> Result<Vec<f64>, String> {
    let (begin, mut times) = (Instant::now(), vec![]);
    while times.is_empty() || begin.elapsed() < length {
        let before = Instant::now();
        work()?;
        times.push(millis(before.elapsed()));
    }
    Ok(times)
}

/// Does the same with all clients at the same time. Returns how often in a second.
#[expect(clippy::cast_precision_loss, reason = "figures")]
fn at_once(
    server: &Server,
    length: Duration,
    work: impl Fn(&mut Client) -> Result<(), String> + Sync,
) -> Result<f64, String> {
    let (begin, done) = (Instant::now(), AtomicU64::new(0));
    each_client(server, |client| {
        while begin.elapsed() < length {
            work(client)?;
            done.fetch_add(1, Ordering::Relaxed);
        }
        Ok(())
    })?;
    Ok(done.into_inner() as f64 / begin.elapsed().as_secs_f64())
}

fn each_client(
    server: &Server,
    work: impl Fn(&mut Client) -> Result<(), String> + Sync,
) -> Result<(), String> {
    thread::scope(|scope| {
        let clients: Vec<_> =
            (0..CLIENTS).map(|_| scope.spawn(|| work(&mut server.client()?))).collect();
        let mut joined = clients.into_iter().map(|client| client.join());
        joined.try_for_each(|done| done.map_err(|_| "a client panicked".to_owned())?)
    })
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
