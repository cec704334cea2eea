//! A run of a distributed Map: reads, starts an execution for each item or batch, and gathers. Only the children that
//! run at the same time are in memory. It knows nothing of the kind of machine that its children are.

use super::children::Children;
use super::gather::Gather;
use super::inputs::{Inputs, Items};
use super::outside;
use super::settings::MapRunSettings;
use crate::engine::MapRun;
use crate::failure::Failure;
use crate::machine::distributed::{ItemProcessor, ItemSource, MapPlan, elements};
use serde_json::Value;
use std::sync::Arc;

/// After how many children that were not begun others have their turn.
const TURN: usize = 256;

/// Runs a distributed Map.
pub(crate) async fn run(
    plan: MapPlan,
    processor: Box<dyn ItemProcessor>,
    run: MapRun,
) -> Result<Arc<Value>, Failure> {
    let MapPlan { state, source, write, tolerated, width, .. } = plan;
    let settings = MapRunSettings { concurrency: width, tolerated };
    let (settings, _under_way) = run.engine.0.map_runs.begin(&run.arn, settings);
    let objects = outside::objects(&run.engine);
    let reads = matches!(source, ItemSource::Read(_));
    let items = match source {
        ItemSource::Read(read) => Items::Read(Box::new(read.rows(objects.clone()).await?)),
        ItemSource::Given(items) => Items::Given(elements(items)?.into_iter()),
    };
    let known = items.count();
    let mut inputs = Inputs::new(items, processor)?;
    let mut gather = Gather::new(write, objects, &run, &state)?;
    let mut children = Children::new(&run, settings, (known, reads));
    let outcome = children.all(&mut inputs, &mut gather).await;
    // Whoever goes on with it writes all of it, and may have done so by now.
    if let Err(failure) = &outcome
        && failure.is_interruption()
    {
        return Err(failure.clone());
    }
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
