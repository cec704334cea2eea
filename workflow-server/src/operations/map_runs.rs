//! Map Runs: the executions of the items of a distributed Map.

use super::nothing;
use crate::arn;
use crate::catalog::refused;
use crate::model::Request;
use crate::moment::seconds;
use crate::page;
use crate::refusal::{Answer, Refusal};
use crate::service::Service;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::sync::Arc;
use workflow_runtime::engine::{MapRun as Run, MapRunSettings};
use workflow_runtime::history::{Details, EventType, HistoryEvent};
use workflow_runtime::store::{Described, Query, Status};

/// The executions of a machine, and the events, in which a Map Run without items is looked for, the latest first.
const LOOKED_AT: usize = 1_000;
const EVENTS: u64 = 100_000;
/// The items that are looked at for one page.
const ITEMS: u64 = 1_000;
/// So many items in a row that are not there end the list: those of a run begin nearly in their order.
const GAP: u64 = 100;
/// The events that are read at once.
const SLICE: u32 = 100;

/// A Map Run.
struct MapRun {
    arn: Arc<str>,
    execution: Arc<str>,
    status: &'static str,
    started: Timestamp,
    stopped: Option<Timestamp>,
    /// The number of items, where the Map says it.
    length: u64,
    redrives: u32,
    redriven: Option<Timestamp>,
}

impl Service {
    pub(super) async fn list_map_runs(&self, request: &Request) -> Answer {
        let known = self.known_execution(request).await?;
        let list = format!("map runs {}", known.begun.id);
        let after = self.after(request, &list)?;
        let runs: Vec<_> = (0..).zip(self.map_runs(&known).await?).collect();
        // Runs come in the order of the history, to which nothing is added but at its end.
        let key = |(index, _): &(u64, MapRun)| page::number(*index);
        let (page, next) = page::cut(runs, after.as_deref(), request.most(), key);
        let one = |(_, run): &(u64, MapRun)| {
            let machine = run.arn.replacen(":mapRun:", ":stateMachine:", 1);
            let machine = machine.rsplit_once(':').map_or(&*machine, |(machine, _)| machine);
            let mut told = json!({
                "executionArn": *run.execution,
                "mapRunArn": *run.arn,
                "stateMachineArn": machine,
                "startDate": seconds(run.started),
            });
            if let Some(stopped) = run.stopped {
                told["stopDate"] = seconds(stopped);
            }
            told
        };
        Ok(self.page("mapRuns", page.iter().map(one).collect(), &list, next))
    }

    /// The Map Runs of an execution, by its history.
    async fn map_runs(&self, known: &Described) -> Result<Vec<MapRun>, Refusal> {
        let id = &known.begun.id;
        if !self.has_map_runs(&known.begun.machine) {
            return Ok(vec![]);
        }
        let mut runs: Vec<MapRun> = vec![];
        // The run that an event follows from.
        let mut of = HashMap::new();
        let mut lengths = HashMap::new();
        for from in (1..=known.events).step_by(SLICE as usize) {
            let events = self.0.engine.events(id, from, SLICE).await.map_err(refused)?;
            for event in &events {
                match &event.details {
                    Details::MapStateStarted { length } => {
                        lengths.insert(event.id, *length);
                    }
                    Details::MapRunStarted { arn } => {
                        of.insert(event.id, runs.len());
                        let length = lengths.get(&event.previous).copied().unwrap_or(0);
                        runs.push(begun(event, arn, id, length));
                    }
                    _ => follow(event, &mut of, &mut runs),
                }
            }
        }
        if known.end.is_some() {
            for run in runs.iter_mut().filter(|run| run.stopped.is_none()) {
                (run.status, run.stopped) = ("ABORTED", Some(known.time));
            }
        }
        Ok(runs)
    }

    /// True if a definition of the machine has a distributed Map: else no history is read.
    fn has_map_runs(&self, machine: &str) -> bool {
        let machine = self.catalog().record(machine.split('/').next().unwrap_or(machine));
        machine.is_some_and(|it| it.documents.values().any(|it| it.text().contains("DISTRIBUTED")))
    }

    /// Finds a Map Run by its ARN: its first item names the execution around it. One without items is looked for in the
    /// latest executions of its machine.
    async fn map_run(&self, arn: &str) -> Result<MapRun, Refusal> {
        let (machine, _) = arn::map_run(arn)?;
        let own = |runs: Vec<MapRun>| runs.into_iter().find(|run| *run.arn == *arn);
        let first = self.0.engine.describe(&self.item(arn, 0)?).await.map_err(refused)?;
        if let Some(around) = first.and_then(|it| it.begun.around)
            && let Some(known) = self.0.engine.describe(&around).await.map_err(refused)?
            && let Some(run) = own(self.map_runs(&known).await?)
        {
            return Ok(run);
        }
        let mut query = Query { machine: Some(machine.into()), latest: true, ..Query::default() };
        let (mut looked_at, mut events) = (0, 0);
        loop {
            let page = self.0.engine.executions(query.clone()).await.map_err(refused)?;
            for known in &page.executions {
                events += u64::from(known.events);
                if events > EVENTS {
                    return Err(Refusal::reference(arn));
                }
                if let Some(run) = own(self.map_runs(known).await?) {
                    return Ok(run);
                }
            }
            looked_at += page.executions.len();
            match page.next {
                Some(next) if looked_at < LOOKED_AT => query.after = Some(next),
                _ => return Err(Refusal::reference(arn)),
            }
        }
    }

    /// The ARN of the execution of an item or a batch of a run.
    fn item(&self, run: &str, index: u64) -> Result<String, Refusal> {
        let (machine, label) = arn::map_run(run)?;
        let name = run.rsplit(':').next().unwrap_or_default();
        let name = Run::child_of(name, usize::try_from(index).unwrap_or(usize::MAX));
        Ok(self.arn(&format!("execution:{machine}/{label}:{name}")))
    }

    /// The executions of a Map Run: of those that began while it ran.
    async fn children(&self, run: &MapRun) -> Result<Vec<Described>, Refusal> {
        let (machine, label) = arn::map_run(&run.arn)?;
        let machine: Arc<str> = format!("{machine}/{label}").into();
        let until = run.stopped.filter(|_| run.redrives == 0);
        let mut query = Query {
            machine: Some(machine),
            items: true,
            since: Some(run.started),
            until: until.and_then(|it| it.checked_add(SignedDuration::from_millis(1)).ok()),
            limit: 1_000,
            ..Query::default()
        };
        let mut known = HashMap::new();
        loop {
            let page = self.0.engine.executions(query.clone()).await.map_err(refused)?;
            known.extend(page.executions.into_iter().map(|it| (it.begun.name.clone(), it)));
            match page.next {
                Some(next) => query.after = Some(next),
                None => break,
            }
        }
        // Others with the same label may have run meanwhile.
        let name = run.arn.rsplit(':').next().unwrap_or_default();
        let (mut children, mut index, mut gap) = (vec![], 0, 0);
        while gap < GAP && !known.is_empty() {
            let child = known.remove(&*Run::child_of(name, index));
            gap = if child.is_some() { 0 } else { gap + 1 };
            children.extend(child);
            index += 1;
        }
        Ok(children)
    }

    pub(super) async fn describe_map_run(&self, request: &Request) -> Answer {
        let arn = request.needed("mapRunArn");
        let run = self.map_run(arn).await?;
        let children = self.children(&run).await?;
        let (concurrency, count, percentage) = self.settings(&run).await?;
        let counts = counts(&children, run.length, run.status);
        let mut told = json!({
            "mapRunArn": arn,
            "executionArn": *run.execution,
            "status": run.status,
            "startDate": seconds(run.started),
            "maxConcurrency": concurrency,
            "toleratedFailureCount": count,
            "toleratedFailurePercentage": percentage,
            "itemCounts": counts,
            "executionCounts": counts,
            "redriveCount": run.redrives,
        });
        run.stopped.iter().for_each(|time| told["stopDate"] = seconds(*time));
        run.redriven.iter().for_each(|time| told["redriveDate"] = seconds(*time));
        Ok(told)
    }

    /// `MaxConcurrency` and what is tolerated: as it is under way, else where the definition says them in numbers.
    async fn settings(&self, run: &MapRun) -> Result<(u64, u64, f64), Refusal> {
        if let Some(settings) = self.0.engine.map_run_settings(&run.arn) {
            let MapRunSettings { concurrency, tolerated } = settings;
            let (count, percentage) = (tolerated.count, tolerated.percentage);
            return Ok((concurrency as u64, count.unwrap_or(0), percentage.unwrap_or(0.0)));
        }
        let known = self.0.engine.describe(&run.execution).await.map_err(refused)?;
        let found = known.and_then(|known| {
            let begun = &known.begun;
            self.catalog().of_execution(&begun.id, &begun.machine, begun.started)
        });
        let text = found.and_then(|(machine, revision)| {
            machine.document(&revision).map(|it| it.text().clone())
        });
        let document: Value =
            text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let (_, label) = arn::map_run(&run.arn)?;
        let state = labelled(&document, label).unwrap_or(&Value::Null);
        Ok((
            state["MaxConcurrency"].as_u64().unwrap_or(0),
            state["ToleratedFailureCount"].as_u64().unwrap_or(0),
            state["ToleratedFailurePercentage"].as_f64().unwrap_or(0.0),
        ))
    }

    pub(super) async fn list_of_map_run(&self, request: &Request, arn: &str) -> Answer {
        arn::map_run(arn)?;
        let words =
            ["statusFilter", "redriveFilter"].map(|it| request.text(it).unwrap_or_default());
        let list = format!("items {arn} {words:?}");
        let mut next = self.after_number(request, &list)?.map_or(0, |last| last.saturating_add(1));
        self.map_run(arn).await?;
        let [status, redrive] = words;
        let fits = |it: &Described| {
            (status.is_empty() || it.status.name() == status)
                && (redrive.is_empty() || (it.redrives > 0) == (redrive == "REDRIVEN"))
        };
        let (mut items, most, end, mut gap) = (vec![], request.most(), next + ITEMS, 0);
        // Where one follows there is another page.
        while items.len() < most && next < end && gap < GAP {
            let known = self.0.engine.describe(&self.item(arn, next)?).await.map_err(refused)?;
            gap = if known.is_some() { 0 } else { gap + 1 };
            if let Some(known) = known.filter(fits) {
                let mut told = self.summary(&known);
                told.insert("mapRunArn".into(), json!(arn));
                items.push(Value::Object(told));
            }
            next += 1;
        }
        let more = gap < GAP && self.follows(arn, next).await?;
        Ok(self.numbered_page("executions", items, &list, more.then(|| next - 1)))
    }

    /// True if a run has an item of this number, or one of those behind it.
    async fn follows(&self, run: &str, from: u64) -> Result<bool, Refusal> {
        for index in from..from + GAP {
            let known = self.0.engine.describe(&self.item(run, index)?).await;
            if known.map_err(refused)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Changes a run that is under way in this process.
    pub(super) async fn update_map_run(&self, request: &Request) -> Answer {
        let arn = request.needed("mapRunArn");
        let run = self.map_run(arn).await?;
        if run.status != "RUNNING" {
            let message = format!("Map Run is {} and cannot be updated", run.status);
            return Err(Refusal::because("CANNOT_UPDATE_COMPLETED_MAP_RUN", message));
        }
        let engine = &self.0.engine;
        // It has not begun yet, or ends right now.
        let missing = || Refusal::reference(arn);
        let mut settings = engine.map_run_settings(arn).ok_or_else(missing)?;
        if let Some(most) = request.number("maxConcurrency") {
            settings.concurrency = usize::try_from(most).unwrap_or(usize::MAX);
        }
        if let Some(count) = request.number("toleratedFailureCount") {
            settings.tolerated.count = Some(count);
        }
        if let Some(percentage) = request.value("toleratedFailurePercentage") {
            settings.tolerated.percentage = percentage.as_f64();
        }
        engine.set_map_run(arn, settings);
        Ok(nothing())
    }
}

fn begun(event: &HistoryEvent, arn: &Arc<str>, execution: &Arc<str>, length: u32) -> MapRun {
    MapRun {
        arn: arn.clone(),
        execution: execution.clone(),
        status: "RUNNING",
        started: event.time,
        stopped: None,
        length: u64::from(length),
        redrives: 0,
        redriven: None,
    }
}

/// Takes in an event that may end a run, or have it run again.
fn follow(event: &HistoryEvent, of: &mut HashMap<u32, usize>, runs: &mut [MapRun]) {
    if let Details::Redriven { run: Some(arn), .. } = &event.details
        && let Some(at) = runs.iter().position(|run| run.arn == *arn)
    {
        let run = &mut runs[at];
        (run.status, run.stopped) = ("RUNNING", None);
        (run.redrives, run.redriven) = (run.redrives + 1, Some(event.time));
        of.insert(event.id, at);
        return;
    }
    let status = match event.kind {
        EventType::MapRunSucceeded => "SUCCEEDED",
        EventType::MapRunFailed => "FAILED",
        _ => return,
    };
    if let Some(run) = of.get(&event.previous).and_then(|at| runs.get_mut(*at)) {
        (run.status, run.stopped) = (status, Some(event.time));
    }
}

/// The state with this label, at any depth.
fn labelled<'a>(value: &'a Value, label: &str) -> Option<&'a Value> {
    let fields = value.as_object()?;
    if fields.get("Label").is_some_and(|it| it == label) {
        return Some(value);
    }
    fields.values().find_map(|it| match it {
        Value::Array(items) => items.iter().find_map(|item| labelled(item, label)),
        it => labelled(it, label),
    })
}

/// The numbers of executions by their ends. One that runs an item is counted as that item.
fn counts(children: &[Described], length: u64, run: &str) -> Value {
    let number = |status: Status| children.iter().filter(|it| it.status == status).count() as u64;
    let total = length.max(children.len() as u64);
    let left = total - children.len() as u64;
    let (pending, skipped) = if run == "RUNNING" { (left, 0) } else { (0, left) };
    let mut counts = Map::new();
    for (name, count) in [
        ("pending", pending),
        ("running", number(Status::Running)),
        ("succeeded", number(Status::Succeeded)),
        ("failed", number(Status::Failed)),
        ("timedOut", number(Status::TimedOut)),
        ("aborted", number(Status::Aborted) + skipped),
        ("total", total),
        ("resultsWritten", 0),
        ("failuresNotRedrivable", 0),
        ("pendingRedrive", 0),
    ] {
        counts.insert(name.to_owned(), json!(count));
    }
    Value::Object(counts)
}
