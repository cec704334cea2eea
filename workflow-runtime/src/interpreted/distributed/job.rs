//! A run of a distributed Map: reads, starts an execution for each item or batch, and gathers. Only the children that
//! run at the same time are in memory.

use super::children::Children;
use super::gather::Gather;
use super::inputs::{Inputs, Items};
use super::outside;
use super::read::Read;
use super::writer::Write;
use super::{Distribution, Tolerated};
use crate::engine::MapRun;
use crate::failure::Failure;
use crate::interpreted::items::{elements, listed};
use crate::interpreted::plan::MapWork;
use crate::interpreted::view::View;
use crate::interpreted::work::whole;
use crate::interpreted::{Interpreted, Position};
use crate::machine::{Distributed, Effect, Job};
use serde_json::Value;
use std::sync::Arc;

/// How many children run at once, at most.
const WIDTH: usize = 1_000;
/// After how many children that were not begun others have their turn.
const TURN: usize = 256;

/// A run with its fields evaluated, but for those of items.
struct Ready {
    machine: Interpreted,
    state: Arc<str>,
    items: Option<Value>,
    read: Option<Read>,
    write: Option<Write>,
    tolerated: Tolerated,
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
        state: view.node.name.clone(),
        items,
        tolerated: distribution.tolerated(view)?,
        read: distribution.reading.as_ref().map(|it| it.evaluated(view)).transpose()?,
        write: distribution.writing.as_ref().map(|it| it.evaluated(view)).transpose()?,
        width: if width == 0 { WIDTH } else { width.min(WIDTH) },
    })
}

impl Ready {
    async fn run(self, run: MapRun) -> Result<Arc<Value>, Failure> {
        let Ready { machine, state, items, read, write, tolerated, width } = self;
        let objects = outside::objects(&run.engine);
        let items = match read {
            Some(read) => Items::Read(Box::new(read.rows(objects.clone()).await?)),
            None => Items::Given(elements(items.unwrap_or_default())?.into_iter()),
        };
        let known = items.count();
        let mut inputs = Inputs::new(machine.snapshot(), items)?;
        let mut gather = Gather::new(write, objects, &run, &state)?;
        let mut children = Children::new(machine, &run, tolerated, width, known);
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
            seed: self.seed,
            visits: self.visits,
            fork: Default::default(),
            ended: Vec::new(),
        }
    }
}
