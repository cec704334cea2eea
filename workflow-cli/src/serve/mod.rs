//! A server in this program: the API of Step Functions, for definitions and the program's own workflows.

mod options;

pub(crate) use options::Options;

use crate::log;
use crate::run::runtime;
use crate::signals::Streams;
use crate::stop::{Stop, failed, say, tell};
use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;
use workflow_runtime::engine::EngineBuilder;
use workflow_runtime::task::BoxFuture;
use workflow_runtime::{Engine, Failure, Trigger};
use workflow_server::http::{self, Server};
use workflow_server::{Builder, Service};

/// The longest time for tasks that run when the server is told to end.
const PATIENCE: Duration = Duration::from_secs(5);
/// The exit code of a program that a second signal ends.
const INTERRUPTED: u8 = 130;

/// Makes schedules: returns their names.
pub(crate) type Schedules = fn(Engine) -> BoxFuture<Result<Vec<String>, Failure>>;

/// The parts of a server that a program brings itself.
pub(crate) struct Own {
    /// The set-up of its engine.
    pub(crate) engine: EngineBuilder,
    /// The names of its tasks.
    pub(crate) tasks: Vec<&'static str>,
    /// Adds a workflow each.
    pub(crate) workflows: Vec<fn(Builder) -> Builder>,
    /// Makes the schedules that stand at a workflow each, by its name and its triggers.
    pub(crate) schedules: Vec<(&'static str, &'static [Trigger], Schedules)>,
}

/// Serves until a signal comes.
pub(crate) fn serve(
    asked: &Options,
    own: impl AsyncFnOnce() -> Result<Own, Stop>,
) -> Result<(), Stop> {
    let options = options::options(asked)?;
    log::begin(options.credentials.is_some());
    runtime()?.block_on(async move {
        let Own { mut engine, tasks, workflows, schedules } = own().await?;
        let kept = asked.store.is_some() || engine.current_store().is_some();
        let retention = options::retention(asked, kept, engine.take_retention());
        let builder = options::builder(asked, engine, &tasks)?;
        let builder = workflows.into_iter().fold(builder, |builder, add| add(builder));
        let service = builder.open().await.map_err(failed)?;
        for (workflow, triggers, make) in schedules {
            scheduled(service.engine(), workflow, triggers, make).await?;
        }
        let server = bind(&service, options, asked.json).await?;
        let mut signals = Streams::new().map_err(failed)?;
        let told = async {
            tokio::select! {
                _ = signals.next() => {}
                () = service.retain(retention) => {}
            }
        };
        server.run(told).await;
        tell("stopping: another signal ends the program at once");
        tokio::select! {
            () = service.shutdown(PATIENCE) => {}
            _ = signals.next() => {
                return Err(Stop::Signal("stopped before all was written".into(), INTERRUPTED));
            }
        }
        // Where the store cannot be read the log has said so.
        tell_left(service.running().await.unwrap_or(0), kept);
        Ok(())
    })
}

/// Makes the schedules of a workflow, and names them; those whose time is over, too.
async fn scheduled(
    engine: &Engine,
    workflow: &str,
    triggers: &[Trigger],
    make: Schedules,
) -> Result<(), Stop> {
    let refused = |failure: Failure| {
        Stop::Failed(format!("the schedules of `{workflow}`: {}", failure.cause()))
    };
    let made = make(engine.clone()).await.map_err(refused)?;
    if !made.is_empty() {
        tell(&format!("schedules of `{workflow}`: {}", made.join(", ")));
    }
    for trigger in triggers {
        let name = format!("{workflow}-{}", trigger.name);
        if let (Some((times, zone, _)), false) = (trigger.schedule(), made.contains(&name)) {
            tell(&format!("note: the schedule `{name}` is over: {times} {zone}"));
        }
    }
    Ok(())
}

/// Listens, and says where.
async fn bind(service: &Service, options: http::Options, json: bool) -> Result<Server, Stop> {
    let port = options.address.port();
    let scheme = if options.is_encrypted() { "https" } else { "http" };
    let server = Server::bind(service.clone(), options).await.map_err(|error| {
        if error.kind() == ErrorKind::AddrInUse {
            let line = format!(
                "the port {port} is taken: another program listens there; `--port` names another one"
            );
            return Stop::Failed(line);
        }
        Stop::Failed(format!("cannot listen on the port {port}: {error}"))
    })?;
    let url = format!("{scheme}://{}", shown(server.address()));
    // In one line, for whoever waits for it.
    let told = serde_json::json!({ "listening": url });
    say(&if json { told.to_string() } else { format!("listening on {url}") })?;
    Ok(server)
}

/// Says what becomes of executions that have not ended.
fn tell_left(left: usize, kept: bool) {
    if left == 0 {
        return;
    }
    let one = left == 1;
    let noun = if one { "execution" } else { "executions" };
    let then = match (kept, one) {
        (true, true) => "continues at the next start",
        (true, false) => "continue at the next start",
        (false, true) => "is gone",
        (false, false) => "are gone",
    };
    tell(&format!("{left} {noun} {then}"));
}

/// The host and port of an address, as one writes them in a URL.
fn shown(address: SocketAddr) -> String {
    if address.ip() == IpAddr::from(Ipv4Addr::LOCALHOST) {
        return format!("localhost:{}", address.port());
    }
    address.to_string()
}
