//! Map Runs and their items: by histories, and by names made from those of the runs.

use crate::arn;
use crate::catalog::refused;
use crate::refusal::Refusal;
use crate::service::Service;
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::sync::Arc;
use workflow_runtime::engine::MapRun as Run;
use workflow_runtime::history::{Details, EventType, HistoryEvent};
use workflow_runtime::store::{Begun, Described, Query, Status};

/// The executions of a machine, and the events, in which a Map Run without items is looked for, the latest first.
const LOOKED_AT: usize = 1_000;
const EVENTS: u64 = 100_000;
/// The number of missing items in a row that ends the list: those of a run begin nearly in their order.
pub(super) const GAP: u64 = 100;
/// The items of a run that one of them is looked for among.
const ITEMS: usize = 100_000;
/// The events that are read at once.
const SLICE: u32 = 100;

/// A Map Run.
pub(crate) struct MapRun {
    pub(super) arn: Arc<str>,
    /// The execution around it.
    pub(super) around: Begun,
    pub(super) status: &'static str,
    pub(super) started: Timestamp,
    pub(super) stopped: Option<Timestamp>,
    /// The number of items, where the Map says it.
    pub(super) length: u64,
    pub(super) redrives: u32,
    pub(super) redriven: Option<Timestamp>,
}

impl MapRun {
    /// The executions that it has at most, as far as one of them is looked for: no more than items, where their number is
    /// known.
    fn most_executions(&self) -> usize {
        match usize::try_from(self.length) {
            Ok(length @ 1..) => length.min(ITEMS),
            _ => ITEMS,
        }
    }

    /// True if an execution of it ended before it was redriven, without success, and it has not come to it again.
    fn has_not_redriven(&self, child: &Described) -> bool {
        let ended = !matches!(child.status, Status::Running | Status::Succeeded);
        let began = child.redriven.unwrap_or(child.begun.started);
        ended && self.status == "RUNNING" && self.redriven.is_some_and(|time| began < time)
    }
}

impl Service {
    /// The Map Runs of an execution, by its history.
    pub(super) async fn map_runs(&self, known: &Described) -> Result<Vec<MapRun>, Refusal> {
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
                        runs.push(begun(event, arn, &known.begun, length));
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
        let machine = self.catalog().record(arn::unlabelled(machine));
        machine.is_some_and(|it| it.documents.values().any(|it| it.text().contains("DISTRIBUTED")))
    }

    /// Finds a Map Run by its ARN: its first item names the execution around it. One without items is looked for in the
    /// latest executions of its machine.
    pub(crate) async fn map_run(&self, arn: &str) -> Result<MapRun, Refusal> {
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

    /// The ARN of the Map Run that has started an execution, if one has.
    pub(super) async fn run_around(&self, known: &Described) -> Result<Option<Arc<str>>, Refusal> {
        let Some(around) = &known.begun.around else { return Ok(None) };
        let around = self.0.engine.describe(around).await.map_err(refused)?;
        let Some(around) = around else { return Ok(None) };
        let own = |run: &MapRun| {
            let of = arn::map_run(&run.arn).map(|(machine, label)| format!("{machine}/{label}"));
            of.is_ok_and(|of| of == *known.begun.machine)
        };
        let runs: Vec<MapRun> = self.map_runs(&around).await?.into_iter().filter(own).collect();
        // Several attempts of one Map: the names of their items say which it was.
        let began = |run: &&MapRun| {
            let name = name_of(&run.arn);
            (0..run.most_executions()).any(|index| *Run::child_of(name, index) == *known.begun.name)
        };
        let found = match &runs[..] {
            [only] => Some(only),
            // The last one is the one that runs.
            several => several.iter().rfind(began),
        };
        Ok(found.map(|run| run.arn.clone()))
    }

    /// The ARN of the execution of an item or a batch of a run.
    pub(super) fn item(&self, run: &str, index: u64) -> Result<String, Refusal> {
        let (machine, label) = arn::map_run(run)?;
        let name = name_of(run);
        let name = Run::child_of(name, usize::try_from(index).unwrap_or(usize::MAX));
        Ok(self.arn(&format!("execution:{machine}/{label}:{name}")))
    }

    /// The executions of a Map Run: of those that began while it ran.
    pub(crate) async fn children(&self, run: &MapRun) -> Result<Vec<Described>, Refusal> {
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
        let name = name_of(&run.arn);
        let (mut children, mut index, mut gap) = (vec![], 0, 0);
        while gap < GAP && !known.is_empty() {
            let child = known.remove(&*Run::child_of(name, index));
            gap = if child.is_some() { 0 } else { gap + 1 };
            children.extend(child);
            index += 1;
        }
        Ok(children)
    }

    /// True if an execution waits until its run redrives it.
    pub(super) fn awaits_redrive(&self, run: &MapRun, child: &Described) -> bool {
        run.has_not_redriven(child) && !self.is_lost(child)
    }

    /// True if a run has an item of this number, or one of those behind it.
    pub(super) async fn follows(&self, run: &str, from: u64) -> Result<bool, Refusal> {
        for index in from..from + GAP {
            let known = self.0.engine.describe(&self.item(run, index)?).await;
            if known.map_err(refused)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// The name of a run, from which those of its items are made.
fn name_of(run: &str) -> &str {
    run.rsplit(':').next().unwrap_or_default()
}

fn begun(event: &HistoryEvent, arn: &Arc<str>, around: &Begun, length: u32) -> MapRun {
    MapRun {
        arn: arn.clone(),
        around: around.clone(),
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
