//! The executions of the items: as many at once as may be, each dropped when it has ended.

use super::end::{Child, End};
use super::gather::Gather;
use super::inputs::Inputs;
use super::read::failed;
use super::settings::MapRunSettings;
use crate::engine::redrive::NOT_REDRIVABLE;
use crate::engine::{Engine, Execution, FailedItem, Identity, MapRun, Start};
use crate::failure::Failure;
use crate::history::ItemFailed;
use crate::machine::distributed::{ItemProcessor, exceeded};
use crate::store::{Described, StoreError};
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::watch;
use tokio::task::{JoinError, JoinSet};

/// So often the redrive of a child is tried while other engines have it.
const TRIES: u32 = 10;

pub(super) struct Children<'a> {
    run: &'a MapRun,
    /// The ARN of their state machine.
    machine_arn: Arc<str>,
    settings: watch::Receiver<MapRunSettings>,
    /// The number of items, once that is known.
    all: Option<u64>,
    /// True if they are read: by the next run of the Map after a crash, others may lie there.
    reads: bool,
    running: JoinSet<(usize, End)>,
    /// Tells those that run to end.
    stop: watch::Sender<bool>,
    /// The numbers of children, and of items in them, that were begun.
    begun: (usize, u64),
    /// The number of items that are in children that failed, and the last one that did.
    failed: (u64, Option<Arc<ItemFailed>>),
}

impl<'a> Children<'a> {
    pub(super) fn new(
        run: &'a MapRun,
        settings: watch::Receiver<MapRunSettings>,
        (all, reads): (Option<u64>, bool),
    ) -> Self {
        Children {
            run,
            machine_arn: run.machine_arn(),
            settings,
            all,
            reads,
            running: JoinSet::new(),
            stop: watch::Sender::new(false),
            begun: (0, 0),
            failed: (0, None),
        }
    }

    /// True if there is nothing to tell of them.
    pub(super) fn none_begun(&self) -> bool {
        self.begun.0 == 0
    }

    /// Runs them all. Where too many fail, those that run are stopped; after an interruption they are left to the store, as
    /// the execution around them is.
    pub(super) async fn all(
        &mut self,
        inputs: &mut Inputs,
        gather: &mut Gather,
    ) -> Result<(), Failure> {
        let outcome = self.until_exceeded(inputs, gather).await;
        match &outcome {
            Ok(()) => {}
            // Before any of them is dropped.
            Err(failure) if failure.is_interruption() => {
                self.run.left.store(true, Ordering::Relaxed);
            }
            Err(_) => {
                self.stop.send_replace(true);
                while let Some((index, end)) = self.joined().await? {
                    gather.add(index, end).await?;
                }
            }
        }
        outcome
    }

    async fn until_exceeded(
        &mut self,
        inputs: &mut Inputs,
        gather: &mut Gather,
    ) -> Result<(), Failure> {
        let mut complete = false;
        loop {
            while !complete && self.running.len() < self.width() {
                match inputs.next().await? {
                    Some((input, items)) => {
                        self.begin(input, items, &mut *inputs.processor).await?
                    }
                    None => {
                        complete = true;
                        self.all = Some(self.begun.1);
                        self.tolerated()?;
                    }
                }
            }
            let Some(joined) = self.joined_or_changed().await else {
                self.tolerated()?;
                continue;
            };
            let Some((index, end)) = joined? else { return Ok(()) };
            if let Err(failure) = &end.result
                && failure.is_interruption()
            {
                return Err(failure.clone());
            }
            if end.by_former && self.run.again {
                self.go_on(index, end.child, &mut *inputs.processor).await?;
                continue;
            }
            if let Some(failed) = end.failed(index) {
                self.failed = (self.failed.0 + end.child.items, Some(failed));
            }
            gather.add(index, end).await?;
            self.tolerated()?;
        }
    }

    fn width(&self) -> usize {
        self.settings.borrow().width()
    }

    /// The next child that ends; `None` where the settings have changed before.
    async fn joined_or_changed(&mut self) -> Option<Result<Option<(usize, End)>, Failure>> {
        let joined = tokio::select! {
            biased;
            joined = self.running.join_next() => joined,
            Ok(()) = self.settings.changed() => return None,
        };
        Some(whole(joined))
    }

    fn tolerated(&self) -> Result<(), Failure> {
        let tolerated = self.settings.borrow().tolerated;
        let (failed, last) = &self.failed;
        if tolerated.is_exceeded(*failed, self.all) {
            if let Some(last) = last {
                // Once set, it stays: it was the first.
                let _ = self.run.failed.set(last.clone());
            }
            return Err(exceeded());
        }
        Ok(())
    }

    async fn joined(&mut self) -> Result<Option<(usize, End)>, Failure> {
        whole(self.running.join_next().await)
    }

    /// The child that has this input.
    pub(super) fn next_child(&mut self, input: Arc<Value>, items: u64) -> (usize, Child) {
        let index = self.begun.0;
        self.begun = (index + 1, self.begun.1 + items);
        let name: Arc<str> = self.run.child(index).into();
        let engine = &self.run.engine;
        let arn = engine.place().execution(&self.run.machine, &name);
        let (machine, started) = (self.machine_arn.clone(), engine.now());
        let (ended, state, redrives) = (None, None, 0);
        (index, Child { arn, name, machine, input, items, started, ended, state, redrives })
    }

    async fn begin(
        &mut self,
        input: Arc<Value>,
        items: u64,
        processor: &mut dyn ItemProcessor,
    ) -> Result<(), Failure> {
        let (index, child) = self.next_child(input, items);
        self.go_on(index, child, processor).await
    }

    /// Runs a child: what there is of it goes on, or it begins.
    async fn go_on(
        &mut self,
        index: usize,
        mut child: Child,
        processor: &mut dyn ItemProcessor,
    ) -> Result<(), Failure> {
        let execution = match self.found(index, &mut child, processor).await? {
            Some(execution) => execution,
            None => self.started(index, &child, processor),
        };
        let (engine, stop) = (self.run.engine.clone(), self.stop.subscribe());
        let running = Running { execution, left: self.run.left.clone() };
        self.running.spawn(ended(index, child, running, engine, stop));
        Ok(())
    }

    /// Goes on with a child that had begun before a crash.
    async fn found(
        &self,
        index: usize,
        child: &mut Child,
        processor: &mut dyn ItemProcessor,
    ) -> Result<Option<Execution>, Failure> {
        if !self.run.again {
            return Ok(None);
        }
        let engine = &self.run.engine;
        for _ in 0..TRIES {
            let known = engine.describe(&child.arn).await.map_err(|error| error.interruption())?;
            let Some(known) = known else { return Ok(None) };
            let begun = begun_with(&known);
            self.check_same(index, (begun.as_ref(), &child.input), processor)?;
            let again = self.is_to_be_redriven(&known);
            child.found(&known, again);
            if let Some(begun) = begun {
                child.input = Arc::new(begun);
            }
            let input = child.input.clone();
            let revive = |identity: &Identity, record| processor.revive(identity, input, record);
            let within = self.run.below(u32::try_from(index).unwrap_or(u32::MAX));
            if !again {
                return engine.resume_item(known, within, revive).await.map(Some);
            }
            engine.check_redrivable(&known, Some(&within))?;
            match engine.redrive_within(known, Some(within), revive).await {
                // An engine that had the execution around it before was faster; or it has claimed the child just now, and will
                // find that it has lost it.
                Err(failure) if failure.error() == NOT_REDRIVABLE => {
                    tokio::task::yield_now().await;
                }
                redriven => return redriven.map(Some),
            }
        }
        // No failure of the Map: whoever has the execution around it then goes on from the store.
        let why = format!("other engines redrive `{}` at the same time", child.arn);
        Err(StoreError::Stalled(why).interruption())
    }

    /// Refuses a child that has begun with another input: it is the item that lay in this place before. Where what was done
    /// with an item has taken it away, those behind it have moved up, and would be taken for done.
    fn check_same(
        &self,
        index: usize,
        (begun, input): (Option<&Value>, &Value),
        processor: &dyn ItemProcessor,
    ) -> Result<(), Failure> {
        let of = |input| processor.told_by(input);
        if !self.reads || begun.is_some_and(|begun| is_same_item(of(begun), of(input))) {
            return Ok(());
        }
        let why = "what is read has changed since the run of the Map began";
        Err(failed(format!("{why}: execution {index} had another input before")))
    }

    /// True if a child failed before the last redrive of the execution around it. The store knows which one the child began
    /// after, or was redriven in: times do not tell, for the clocks of two engines differ.
    fn is_to_be_redriven(&self, known: &Described) -> bool {
        matches!(known.end, Some(Err(_))) && known.round < self.run.at.round
    }

    fn started(&self, index: usize, child: &Child, processor: &mut dyn ItemProcessor) -> Execution {
        let input = child.input.clone();
        let text = input.to_string().into();
        let open = |identity: &Identity| processor.open(identity, input);
        let start = Start {
            machine: &self.run.machine,
            name: Some(&child.name),
            input: Some(text),
            timeout: self.run.at.kind.most_seconds(),
            within: self.run.below(u32::try_from(index).unwrap_or(u32::MAX)),
            around: Some(self.run.around.clone()),
            role: Some(&self.run.role),
            inside: true,
            ..Start::default()
        };
        self.run.engine.start_unwatched(open, start)
    }
}

/// A child that has ended, if its task has not panicked.
fn whole(joined: Option<Result<(usize, End), JoinError>>) -> Result<Option<(usize, End)>, Failure> {
    let gone = |error| Failure::runtime(format!("a child is gone: {error}"));
    joined.transpose().map_err(gone)
}

/// An execution that is stopped if nobody waits for it any more.
struct Running {
    execution: Execution,
    /// True if the execution around it is left to the store: so is this one.
    left: Arc<AtomicBool>,
}

/// The error of those that are stopped because others failed.
const ABORTED: &str = "States.MapRunAborted";

impl Running {
    fn stop(&self) {
        self.execution.stop(ABORTED, "the run of its Map has ended");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if !self.left.load(Ordering::Relaxed) {
            self.stop();
        }
    }
}

async fn ended(
    index: usize,
    mut child: Child,
    mut running: Running,
    engine: Engine,
    mut stop: watch::Receiver<bool>,
) -> (usize, End) {
    let asked = async {
        // The sender is gone where the run is.
        let _ = stop.wait_for(|stop| *stop).await.is_ok();
    };
    let outcome = tokio::select! {
        biased;
        outcome = &mut running.execution => outcome,
        () = asked => {
            running.stop();
            (&mut running.execution).await
        }
    };
    let result = outcome.and_then(|output| output.json());
    if let Some(state) = running.execution.last_state() {
        child.state = Some(state);
    }
    if let Err(failure) = &result
        && failure.error() != ABORTED
    {
        let (error, cause) = (failure.error().to_owned(), failure.reported());
        let (input, state) = (child.input.clone(), child.state.clone());
        engine.item_failed(FailedItem { index, input, state, error, cause });
    }
    let aborted = result.as_ref().is_err_and(|failure| failure.error() == ABORTED);
    let by_former = aborted && child.ended.is_none() && !*stop.borrow();
    let (stopped, status) =
        (child.ended.unwrap_or_else(|| engine.now()), running.execution.status());
    (index, End { child, stopped, status, result, by_former })
}

/// The input that a child has begun with.
fn begun_with(known: &Described) -> Option<Value> {
    known.begun.input.as_deref().and_then(|text| serde_json::from_str(text).ok())
}

/// True if two inputs are of one item. What is done with a listed object changes all but its key, and a redrive changes what
/// the context says of redrives.
fn is_same_item(known: &Value, input: &Value) -> bool {
    if known == input {
        return true;
    }
    let (mut known, mut input) = (known.clone(), input.clone());
    keep_what_lasts(&mut known);
    keep_what_lasts(&mut input);
    known == input
}

fn keep_what_lasts(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            let listed = ["Key", "Etag", "LastModified"].iter().all(|it| fields.contains_key(*it));
            fields.retain(|name, _| match name.as_str() {
                "Etag" | "LastModified" | "Size" | "StorageClass" => !listed,
                "RedriveCount" | "RedriveTime" => false,
                _ => true,
            });
            fields.values_mut().for_each(keep_what_lasts);
        }
        Value::Array(items) => items.iter_mut().for_each(keep_what_lasts),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_item_is_known_by_what_lasts() {
        let listed = |key: &str, tag: &str, time: Value| json!({ "o": { "Key": key, "Etag": tag, "LastModified": time, "Size": 1 } });
        let context = |count: u32| json!({ "all": { "Execution": { "RedriveCount": count } } });
        for (known, input, same) in [
            (json!({ "a": 1 }), json!({ "a": 1 }), true),
            (json!({ "a": 1 }), json!({ "a": 2 }), false),
            (listed("k", "x", json!(17)), listed("k", "y", json!(18.0)), true),
            (listed("k", "x", json!(17)), listed("l", "x", json!(17)), false),
            (context(0), context(1), true),
            (json!({ "Size": 1 }), json!({ "Size": 2 }), false),
        ] {
            assert_eq!(is_same_item(&known, &input), same, "{known} {input}");
        }
    }
}
