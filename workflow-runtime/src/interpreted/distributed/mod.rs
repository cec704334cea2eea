//! The parts that only a distributed Map has: where its items come from, how they are put together, and where results
//! go.

mod batch;
mod effect;
mod items;
mod made;
mod reading;
mod writing;

use super::plan::{Body, Seen, Setting, Wrong, body, setting};
use super::view::View;
use super::work::text;
use crate::failure::Failure;
use crate::machine::distributed::{Batch, ReadFrom, Tolerated};
use batch::Batching;
pub(super) use effect::distribute;
pub(super) use items::MapItems;
pub(super) use made::Made;
use reading::Reading;
use serde_json::Value;
use workflow_asl::document::{self, MachineType, Mode};
use writing::Writing;

/// The way in which the items of a distributed Map are read, put together and written.
pub(super) struct Distribution {
    kind: MachineType,
    label: Option<String>,
    tolerated_count: Option<Setting<u32>>,
    tolerated_percentage: Option<Setting<f64>>,
    reading: Option<Reading>,
    batching: Option<Batching>,
    writing: Option<Writing>,
}

impl Distribution {
    pub(super) fn new(map: &document::MapState) -> Result<Option<Self>, Wrong> {
        let Mode::Distributed(kind) = map.mode else { return Ok(None) };
        let percentage = map.tolerated_percentage.as_ref();
        Ok(Some(Distribution {
            kind,
            label: map.label.clone(),
            tolerated_count: setting(map.tolerated_count.as_ref(), "ToleratedFailureCountPath"),
            tolerated_percentage: setting(percentage, "ToleratedFailurePercentagePath"),
            reading: map.reader.as_ref().map(Reading::new).transpose()?,
            batching: map.batcher.as_ref().map(Batching::new).transpose()?,
            writing: map.writer.as_ref().map(Writing::new).transpose()?,
        }))
    }

    pub(super) fn visit(&self, see: &mut dyn FnMut(Seen<'_>)) {
        self.tolerated_count.iter().for_each(|it| it.visit(see));
        self.tolerated_percentage.iter().for_each(|it| it.visit(see));
        self.reading.iter().for_each(|it| it.visit(see));
        self.batching.iter().for_each(|it| it.visit(see));
        self.writing.iter().for_each(|it| it.arguments.iter().for_each(|it| it.visit(see)));
    }
}

impl Distribution {
    /// Returns what it reads its items from, if it does.
    pub(super) fn source(&self) -> Option<&ReadFrom> {
        self.reading.as_ref().map(Reading::source)
    }

    /// Returns how many items it reads at most; 0: all.
    pub(super) fn most(&self, view: &View<'_>) -> Result<i64, Failure> {
        self.reading.as_ref().map_or(Ok(0), |it| it.most(view))
    }

    /// Returns how items are put together, if they are.
    pub(super) fn batch(&self, view: &View<'_>) -> Result<Option<Batch>, Failure> {
        self.batching.as_ref().map(|it| it.evaluated(view)).transpose()
    }

    /// Returns how many items may fail.
    pub(super) fn tolerated(&self, view: &View<'_>) -> Result<Tolerated, Failure> {
        let Distribution { tolerated_count, tolerated_percentage, .. } = self;
        let count = match tolerated_count {
            None => None,
            Some(setting) => {
                let count = integer(view, setting)?;
                let negative = || view.runtime("ToleratedFailureCount cannot be negative.");
                Some(u64::try_from(count).map_err(|_| negative())?)
            }
        };
        let percentage = tolerated_percentage.as_ref().map(|it| float(view, it)).transpose()?;
        if percentage.is_some_and(|percentage| !(0.0..=100.0).contains(&percentage)) {
            // Recorded.
            return Err(view.runtime("ToleratedFailurePercentage must be between 0 and 100."));
        }
        Ok(Tolerated { count, percentage })
    }
}

/// An integer, negative ones too: each field says itself what is wrong with those.
fn integer(view: &View<'_>, setting: &Setting<u32>) -> Result<i64, Failure> {
    match setting {
        Setting::Literal(value) => Ok(i64::from(*value)),
        Setting::Jsonata(template) => {
            let whole = |value: &Value| {
                value.as_f64().filter(|it| it.fract() == 0.0).map(|it| it as i64)
            };
            view.typed(template, "number", whole)
        }
        Setting::Path(field, path) => view.at_path(path, whole, |_| None, |value, path| {
            let shown = text(value);
            format!("The {field} field refers to value \"{shown}\" which is not a valid integer: {path}")
        }),
    }
}

/// Recorded: a string with digits is an integer, too.
fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::String(text) => text.parse().ok(),
        value => value.as_f64().filter(|it| it.fract() == 0.0).map(|it| it as i64),
    }
}

fn float(view: &View<'_>, setting: &Setting<f64>) -> Result<f64, Failure> {
    let number = |value: &Value| match value {
        Value::String(text) => text.parse().ok(),
        value => value.as_f64(),
    };
    view.setting(setting, "number", number, |field, value, path| {
        let shown = text(value);
        format!("The {field} field refers to value \"{shown}\" which is not a valid float: {path}")
    })
}

/// The arguments of a reader or writer: `{}` where there are none.
fn arguments(view: &View<'_>, body: Option<&Body>) -> Result<Value, Failure> {
    let input = view.effective()?;
    match body {
        None => Ok(Value::Object(Default::default())),
        Some(body) => Ok((*view.body(body, &input)?).clone()),
    }
}
