//! A run of a distributed Map: reads, starts an execution for each item or batch, and gathers.

use super::batch::Input;
use super::reader::Read;
use super::writer::{End, Write, plain};
use super::{Distribution, Tolerance};
use crate::engine::{Execution, Identity, MapRun, Start};
use crate::failure::Failure;
use crate::interpreted::items::{entries, listed};
use crate::interpreted::plan::{MapWork, Work};
use crate::interpreted::view::View;
use crate::interpreted::work::whole;
use crate::interpreted::{Interpreted, Position};
use crate::machine::{Distributed, Effect, Job, Machine};
use serde_json::Value;
use std::sync::Arc;
use tokio::task::JoinSet;

/// How many children run at once, at most.
const WIDTH: usize = 1_000;

/// A run with its fields evaluated, but for those of items.
struct Ready {
    machine: Interpreted,
    items: Option<Value>,
    read: Option<Read>,
    write: Option<Write>,
    tolerance: Tolerance,
    width: usize,
}

/// The effect of a distributed Map.
pub(in crate::interpreted) fn distribute(
    view: &View<'_>,
    map: &MapWork,
    distribution: &Distribution,
) -> Result<Effect, Failure> {
    // `ItemsPath` does not reach into what a reader reads (recorded).
    let items = match &distribution.reading {
        Some(_) => None,
        None => Some(listed(view, map, &*view.effective()?)?),
    };
    let length = items.as_ref().and_then(Value::as_array).map_or(0, Vec::len);
    let job = ready(view, map, distribution, items)
        .map(|ready| -> Job { Box::new(move |run| Box::pin(ready.run(run))) });
    let length = u32::try_from(length).unwrap_or(u32::MAX);
    let label = distribution.label.clone();
    Ok(Effect::Distribute(Box::new(Distributed { length, label, job })))
}

fn ready(
    view: &View<'_>,
    map: &MapWork,
    distribution: &Distribution,
    items: Option<Value>,
) -> Result<Ready, Failure> {
    let width = map.concurrency.as_ref().map_or(Ok(0), |width| whole(view, width, 0))? as usize;
    Ok(Ready {
        machine: view.machine.snapshot(),
        items,
        tolerance: Tolerance::of(view, distribution)?,
        read: distribution.reading.as_ref().map(|it| it.evaluated(view)).transpose()?,
        write: distribution.writing.as_ref().map(|it| it.evaluated(view)).transpose()?,
        width: if width == 0 { WIDTH } else { width.min(WIDTH) },
    })
}

impl Ready {
    async fn run(mut self, run: MapRun) -> Result<Arc<Value>, Failure> {
        let objects = run.engine.objects().cloned();
        let items = match self.read.take() {
            Some(read) => Value::Array(read.items(objects.clone()).await?),
            None => self.items.take().unwrap_or_default(),
        };
        let inputs = self.inputs(items)?;
        let ends = self.children(inputs, &run).await?;
        let result = match self.write.take() {
            None => plain(ends),
            Some(write) => write.write(ends, objects, &run.arn, &run.name).await?,
        };
        Ok(Arc::new(result))
    }

    /// What the children begin with: the items after `ItemSelector` and `ItemBatcher`.
    fn inputs(&self, items: Value) -> Result<Vec<Input>, Failure> {
        let view = self.machine.view(self.machine.visit()?);
        let Work::Map(map) = &view.node.plan.work else { return Ok(vec![]) };
        let entries = entries(&view, map, items)?.into_iter().map(|(_, input)| input);
        match map.distribution.as_ref().and_then(|it| it.batching.as_ref()) {
            Some(batching) => batching.batches(&view, entries.collect()),
            None => Ok(entries.map(|input| (input, 1)).collect()),
        }
    }

    /// Runs the children, as many at once as may be; in order, how each ended.
    async fn children(&self, inputs: Vec<Input>, run: &MapRun) -> Result<Vec<End>, Failure> {
        let all = inputs.iter().map(|(_, items)| items).sum();
        let mut ends: Vec<Option<End>> = inputs.iter().map(|_| None).collect();
        let mut waiting = inputs.into_iter().enumerate();
        let (mut running, mut failed) = (JoinSet::new(), 0);
        loop {
            while running.len() < self.width {
                let Some((index, (input, items))) = waiting.next() else { break };
                running.spawn(self.child(index, input, run).ended(index, items));
            }
            let Some(joined) = running.join_next().await else { break };
            let (index, items, end) =
                joined.map_err(|error| Failure::runtime(format!("a child is gone: {error}")))?;
            failed += if end.result.is_err() { items } else { 0 };
            ends[index] = Some(end);
            if self.tolerance.is_exceeded(failed, all) {
                // Recorded.
                let cause = "The specified tolerated failure threshold was exceeded";
                return Err(Failure::new("States.ExceedToleratedFailureThreshold", cause));
            }
        }
        Ok(ends.into_iter().flatten().collect())
    }

    fn child(&self, index: usize, input: Arc<Value>, run: &MapRun) -> Child {
        let machine = self.machine.snapshot();
        let begun = input.clone();
        let open = move |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
            Ok(Box::new(machine.as_execution(identity, begun)?))
        };
        let shown = input.to_string().into();
        let name = format!("{}-{index}", run.name);
        let start = Start {
            machine: &run.machine,
            name: Some(&name),
            input: Some(shown),
            ..Start::default()
        };
        let engine = run.engine.clone();
        Child {
            execution: engine.start_with(open, start),
            machine: run.machine.clone(),
            input,
            engine,
        }
    }
}

/// An execution of an item: stopped if nobody waits for it any more.
struct Child {
    execution: Execution,
    machine: Arc<str>,
    input: Arc<Value>,
    engine: crate::engine::Engine,
}

impl Child {
    async fn ended(mut self, index: usize, items: u64) -> (usize, u64, End) {
        let started = self.engine.now();
        let result = (&mut self.execution).await.and_then(|output| output.json());
        let end = End {
            arn: self.execution.id().to_owned(),
            name: self.execution.name().to_owned(),
            machine: self.machine.to_string(),
            input: self.input.clone(),
            started,
            stopped: self.engine.now(),
            result,
        };
        (index, items, end)
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.execution.stop("States.MapRunAborted", "the run of its Map has ended");
    }
}

impl Interpreted {
    /// The same machine at the same place, for those who evaluate later.
    pub(super) fn snapshot(&self) -> Interpreted {
        let at = match &self.at {
            Position::State(visit) => Position::State(visit.clone()),
            _ => Position::Gone,
        };
        Interpreted {
            program: self.program.clone(),
            run: self.run.clone(),
            start: self.start,
            at,
            variables: self.variables.clone(),
            item: self.item.clone(),
            seed: self.seed,
            visits: self.visits,
            fork: Default::default(),
            ended: Vec::new(),
        }
    }

    /// The execution of an item of the Map that this machine is in: it sees no variables from outside.
    fn as_execution(&self, identity: &Identity, input: Arc<Value>) -> Result<Interpreted, Failure> {
        let node = self.program.node(self.visit()?.state);
        let start = node.starts.first().copied();
        let start = start.ok_or_else(|| Failure::runtime("a Map without a processor"))?;
        let run = Arc::new(self.run.derived(identity, input.clone()));
        let mut machine = Self::root(self.program.clone(), run, Position::Start(input));
        machine.start = start;
        Ok(machine)
    }
}
