//! The expressions of a state, with their places.

use super::data::{DataFlow, DataTemplate, Handover, Items, Setting, StateOutput};
use super::states::{Condition, MapState, State, StateKind, WaitUntil};
use crate::jsonata::Template;

/// The values that an expression at a place may read besides `$states.input` and `$states.context`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// Nothing more.
    Neither,
    /// `$states.result`: `Assign` and `Output` of a Task, Parallel or Map.
    Result,
    /// `$states.errorOutput`: `Assign` and `Output` of a catcher.
    ErrorOutput,
}

/// A template and its place in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// A JSON pointer within the state, without the first `/`.
    pub pointer: String,
    /// The values that it may read.
    pub reads: Reads,
}

impl State {
    /// Visits each template in JSONata of the state itself, not those of the states within.
    pub fn templates(&self, visit: &mut dyn FnMut(Site, &Template)) {
        let DataFlow::Jsonata(data) = &self.data else { return };
        let mut before = |pointer: &str, template: &Template| {
            visit(Site { pointer: pointer.to_owned(), reads: Reads::Neither }, template);
        };
        let arguments = data.arguments.as_ref().map(|arguments| ("Arguments", arguments));
        arguments.into_iter().chain(own(&self.kind)).for_each(|(at, it)| before(at, it));
        let works = self.kind.errors().is_some();
        let reads = if works { Reads::Result } else { Reads::Neither };
        outcome(&data.outcome, "", reads, visit);
        for (index, catcher) in self.kind.catchers().iter().enumerate() {
            handed(&catcher.handover, &format!("Catch/{index}/"), Reads::ErrorOutput, visit);
        }
        for (index, rule) in self.kind.rules().iter().enumerate() {
            let pointer = format!("Choices/{index}/");
            if let Condition::Jsonata(condition) = &rule.condition {
                let pointer = format!("{pointer}Condition");
                visit(Site { pointer, reads: Reads::Neither }, condition);
            }
            handed(&rule.handover, &pointer, Reads::Neither, visit);
        }
    }
}

type Visit<'a> = &'a mut dyn FnMut(Site, &Template);

fn handed(handover: &Handover, prefix: &str, reads: Reads, visit: Visit<'_>) {
    if let Some(own) = handover.jsonata() {
        outcome(own, prefix, reads, visit);
    }
}

fn outcome(outcome: &StateOutput, prefix: &str, reads: Reads, visit: Visit<'_>) {
    for (name, template) in &outcome.assign {
        let pointer = super::fields::join(&format!("{prefix}Assign"), name);
        visit(Site { pointer, reads }, template);
    }
    if let Some(output) = &outcome.output {
        visit(Site { pointer: format!("{prefix}Output"), reads }, output);
    }
}

type Found<'a> = (&'static str, &'a Template);

/// The fields of the kind that are evaluated before the work is done.
fn own(kind: &StateKind) -> Vec<Found<'_>> {
    let fields = match kind {
        StateKind::Task(task) => vec![
            ("Credentials", payload(&task.credentials)),
            ("TimeoutSeconds", expression(&task.timeout)),
            ("HeartbeatSeconds", expression(&task.heartbeat)),
        ],
        StateKind::Wait(wait) => vec![match &wait.until {
            WaitUntil::Seconds(seconds) => ("Seconds", seconds.expression()),
            WaitUntil::Timestamp(timestamp) => ("Timestamp", timestamp.expression()),
        }],
        StateKind::Map(map) => mapped(map),
        StateKind::Fail(fail) => {
            vec![("Error", expression(&fail.error)), ("Cause", expression(&fail.cause))]
        }
        StateKind::Choice(_) | StateKind::Pass(_) | StateKind::Parallel(_) | StateKind::Succeed => {
            vec![]
        }
    };
    fields.into_iter().filter_map(|(name, template)| Some((name, template?))).collect()
}

fn mapped(map: &MapState) -> Vec<(&'static str, Option<&Template>)> {
    let items = match &map.items {
        Some(Items::Jsonata(items)) => Some(items),
        _ => None,
    };
    let reader = map.reader.as_ref();
    let (batcher, writer) = (map.batcher.as_ref(), map.writer.as_ref());
    let most = reader.and_then(|it| expression(&it.config.max_items));
    vec![
        ("Items", items),
        ("ItemSelector", payload(&map.selector)),
        ("MaxConcurrency", expression(&map.concurrency)),
        ("ToleratedFailureCount", expression(&map.tolerated_count)),
        ("ToleratedFailurePercentage", expression(&map.tolerated_percentage)),
        ("ItemReader/Arguments", reader.and_then(|it| payload(&it.arguments))),
        ("ItemReader/ReaderConfig/MaxItems", most),
        ("ItemBatcher/MaxItemsPerBatch", batcher.and_then(|it| expression(&it.max_items))),
        ("ItemBatcher/MaxInputBytesPerBatch", batcher.and_then(|it| expression(&it.max_bytes))),
        ("ItemBatcher/BatchInput", batcher.and_then(|it| payload(&it.input))),
        ("ResultWriter/Arguments", writer.and_then(|it| payload(&it.arguments))),
    ]
}

fn expression<T, P>(setting: &Option<Setting<T, P>>) -> Option<&Template> {
    setting.as_ref()?.expression()
}

fn payload(payload: &Option<DataTemplate>) -> Option<&Template> {
    payload.as_ref()?.jsonata()
}
