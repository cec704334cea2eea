//! The effect of a distributed Map.

use super::Distribution;
use crate::failure::Failure;
use crate::interpreted::items::listed;
use crate::interpreted::plan::MapWork;
use crate::interpreted::view::View;
use crate::interpreted::work::whole;
use crate::machine::Effect;
use crate::machine::distributed::{Distributed, ItemSource, MapPlan};
use serde_json::Value;

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
    let plan = plan(view, map, distribution, items);
    Ok(Distributed::effect(length, distribution.label.clone(), plan))
}

fn plan(
    view: &View<'_>,
    map: &MapWork,
    distribution: &Distribution,
    items: Option<Value>,
) -> Result<MapPlan, Failure> {
    let width = map.concurrency.as_ref().map_or(Ok(0), |width| whole(view, width, 0))? as usize;
    let tolerated = distribution.tolerated(view)?;
    let read = distribution.reading.as_ref().map(|it| it.evaluated(view)).transpose()?;
    Ok(MapPlan {
        state: view.node.name.clone(),
        source: read.map_or_else(|| ItemSource::Given(items.unwrap_or_default()), ItemSource::Read),
        write: distribution.writing.as_ref().map(|it| it.evaluated(view)).transpose()?,
        tolerated,
        width,
        kind: distribution.kind,
    })
}
