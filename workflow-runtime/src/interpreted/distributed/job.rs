//! A run of a distributed Map: reads, starts an execution for each item or batch, and gathers. Only the children that
//! run at the same time are in memory.

use super::children::Children;
use super::gather::Gather;
use super::inputs::{Inputs, Items};
use super::outside;
use super::read::Read;
use super::writer::Write;
use super::{Distribution, Tolerated};
use crate::engine::{Identity, MapRun};
use crate::failure::Failure;
use crate::interpreted::items::{elements, listed};
use crate::interpreted::plan::MapWork;
use crate::interpreted::view::View;
use crate::interpreted::work::whole;
use crate::interpreted::{Interpreted, Position};
use crate::machine::{Distributed, Effect, Job, Machine};
use serde_json::Value;
use std::sync::Arc;

/// The number of children that run at once, at most.
const WIDTH: usize = 1_000;
/// After how many children that were not begun others have their turn.
const TURN: usize = 256;

/// Makes the machine of a child from its input.
pub(crate) type Open =
    Box<dyn FnMut(&Identity, Arc<Value>) -> Result<Box<dyn Machine>, Failure> + Send>;

/// A run that is ready to begin: all fields are evaluated, but for those of items. It knows nothing of the kind of
/// machine that its children are.
pub(crate) struct Ready {
    pub(crate) state: Arc<str>,
    pub(crate) source: Source,
    /// The inputs of children, made from the items.
    pub(crate) inputs: Box<dyn FnOnce(Items) -> Result<Inputs, Failure> + Send>,
    pub(crate) open: Open,
    pub(crate) write: Option<Write>,
    pub(crate) tolerated: Tolerated,
    /// The number of children that run at once; 0: as many as may be.
    pub(crate) width: usize,
}

/// The source of items.
pub(crate) enum Source {
    /// They are there.
    Given(Value),
    /// They are read.
    Read(Read),
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
    let length = match &items {
        Some(Value::Array(items)) => items.len(),
        Some(Value::Object(fields)) => fields.len(),
        _ => 0,
    };
    let ready = ready(view, map, distribution, items);
    Ok(effect(length, distribution.label.clone(), ready))
}

/// The effect of a run, of so many items that are known before it begins.
pub(crate) fn effect(
    length: usize,
    label: Option<String>,
    ready: Result<Ready, Failure>,
) -> Effect {
    let job = ready.map(|ready| -> Job { Box::new(move |run| Box::pin(ready.run(run))) });
    let length = u32::try_from(length).unwrap_or(u32::MAX);
    Effect::Distribute(Box::new(Distributed { length, label, job, watch: None }))
}

fn ready(
    view: &View<'_>,
    map: &MapWork,
    distribution: &Distribution,
    items: Option<Value>,
) -> Result<Ready, Failure> {
    let width = map.concurrency.as_ref().map_or(Ok(0), |width| whole(view, width, 0))? as usize;
    let tolerated = distribution.tolerated(view)?;
    let read = distribution.reading.as_ref().map(|it| it.evaluated(view)).transpose()?;
    let (selecting, opening) = (view.machine.snapshot(), view.machine.snapshot());
    Ok(Ready {
        state: view.node.name.clone(),
        source: read.map_or_else(|| Source::Given(items.unwrap_or_default()), Source::Read),
        inputs: Box::new(move |items| selecting.inputs(items)),
        open: Box::new(move |identity, input| Ok(Box::new(opening.as_execution(identity, input)?))),
        write: distribution.writing.as_ref().map(|it| it.evaluated(view)).transpose()?,
        tolerated,
        width,
    })
}

impl Ready {
    async fn run(self, run: MapRun) -> Result<Arc<Value>, Failure> {
        let Ready { state, source, inputs, open, write, tolerated, width } = self;
        let width = if width == 0 { WIDTH } else { width.min(WIDTH) };
        let objects = outside::objects(&run.engine);
        let items = match source {
            Source::Read(read) => Items::Read(Box::new(read.rows(objects.clone()).await?)),
            Source::Given(items) => Items::Given(elements(items)?.into_iter()),
        };
        let known = items.count();
        let mut inputs = inputs(items)?;
        let mut gather = Gather::new(write, objects, &run, &state)?;
        let mut children = Children::new(open, &run, tolerated, width, known);
        let outcome = children.all(&mut inputs, &mut gather).await;
        if children.none_begun() {
            outcome?;
            return gather.result().await.map(Arc::new);
        }
        let pending = match &outcome {
            Err(_) if gather.wants_pending() => pending(&mut children, inputs, &mut gather).await,
            _ => Ok(()),
        };
        // What has come to an end is written, too, where others failed.
        let result = gather.result().await;
        outcome?;
        pending?;
        result.map(Arc::new)
    }
}

/// Writes down what was not begun.
async fn pending(
    children: &mut Children<'_>,
    mut inputs: Inputs,
    gather: &mut Gather,
) -> Result<(), Failure> {
    while let Some((input, items)) = inputs.next().await? {
        let (index, child) = children.next_child(input, items);
        gather.pending(&child).await?;
        if index % TURN == 0 {
            tokio::task::yield_now().await;
        }
    }
    Ok(())
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
            moment: self.moment,
            visits: self.visits,
            fork: Default::default(),
            ended: Vec::new(),
        }
    }
}
