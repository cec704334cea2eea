//! The paths of a state in JSONPath, with their places.

use super::data::{Assign, DataFlow, DataTemplate, Handover, Items, JsonPathData, Setting};
use super::states::{Condition, MapState, State, StateKind, WaitUntil};
use super::variables::VisitPath;
use crate::jsonpath::{Expression, PayloadTemplate, ReferencePath};

impl State {
    /// Visits each path of the state itself, not those of the states within; the place is a JSON pointer within
    /// the state, without the first `/`, to the field that holds it.
    pub fn paths(&self, visit: VisitPath<'_>) {
        let DataFlow::JsonPath(data) = &self.data else { return };
        flow(data, visit);
        match &self.kind {
            StateKind::Task(task) => {
                payload("Credentials", task.credentials.as_ref(), visit);
                setting("TimeoutSeconds", task.timeout.as_ref(), visit);
                setting("HeartbeatSeconds", task.heartbeat.as_ref(), visit);
            }
            StateKind::Wait(wait) => match &wait.until {
                WaitUntil::Seconds(seconds) => setting("Seconds", Some(seconds), visit),
                WaitUntil::Timestamp(timestamp) => setting("Timestamp", Some(timestamp), visit),
            },
            StateKind::Map(map) => mapped(map, visit),
            StateKind::Fail(fail) => {
                text("ErrorPath", fail.error.as_ref(), visit);
                text("CausePath", fail.cause.as_ref(), visit);
            }
            StateKind::Choice(_)
            | StateKind::Pass(_)
            | StateKind::Parallel(_)
            | StateKind::Succeed => {}
        }
        for (index, rule) in self.kind.rules().iter().enumerate() {
            let place = format!("Choices/{index}");
            if let Condition::JsonPath(test) = &rule.condition {
                test.paths(&mut |path| visit(&place, path));
            }
            handed(&rule.handover, &place, visit);
        }
        for (index, catcher) in self.kind.catchers().iter().enumerate() {
            handed(&catcher.handover, &format!("Catch/{index}"), visit);
        }
    }
}

fn flow(data: &JsonPathData, visit: VisitPath<'_>) {
    for (place, path) in [("InputPath", &data.input), ("OutputPath", &data.output)] {
        if let Some(path) = path {
            visit(place, path);
        }
    }
    template("Parameters", data.parameters.as_ref(), visit);
    template("ResultSelector", data.selector.as_ref(), visit);
    assign("Assign", data.assign.as_ref(), visit);
}

fn handed(handover: &Handover, place: &str, visit: VisitPath<'_>) {
    if let Handover::JsonPath { assign: own, .. } = handover {
        assign(&format!("{place}/Assign"), own.as_ref(), visit);
    }
}

fn mapped(map: &MapState, visit: VisitPath<'_>) {
    if let Some(Items::Path(path)) = &map.items {
        visit("ItemsPath", path.path());
    }
    payload("ItemSelector", map.selector.as_ref(), visit);
    setting("MaxConcurrency", map.concurrency.as_ref(), visit);
    setting("ToleratedFailureCount", map.tolerated_count.as_ref(), visit);
    setting("ToleratedFailurePercentage", map.tolerated_percentage.as_ref(), visit);
    if let Some(reader) = &map.reader {
        payload("ItemReader/Parameters", reader.arguments.as_ref(), visit);
        setting("ItemReader/ReaderConfig/MaxItems", reader.config.max_items.as_ref(), visit);
    }
    if let Some(batcher) = &map.batcher {
        setting("ItemBatcher/MaxItemsPerBatch", batcher.max_items.as_ref(), visit);
        setting("ItemBatcher/MaxInputBytesPerBatch", batcher.max_bytes.as_ref(), visit);
        payload("ItemBatcher/BatchInput", batcher.input.as_ref(), visit);
    }
    if let Some(writer) = &map.writer {
        payload("ResultWriter/Parameters", writer.arguments.as_ref(), visit);
    }
}

fn setting<T>(key: &str, setting: Option<&Setting<T, ReferencePath>>, visit: VisitPath<'_>) {
    if let Some(Setting::Path(path)) = setting {
        visit(&format!("{key}Path"), path.path());
    }
}

fn text(key: &str, setting: Option<&Setting<String, Expression>>, visit: VisitPath<'_>) {
    if let Some(Setting::Path(expression)) = setting {
        expression.paths(&mut |path| visit(key, path));
    }
}

fn payload(place: &str, payload: Option<&DataTemplate>, visit: VisitPath<'_>) {
    if let Some(DataTemplate::JsonPath(own)) = payload {
        template(place, Some(own), visit);
    }
}

fn assign(place: &str, assign: Option<&Assign>, visit: VisitPath<'_>) {
    template(place, assign.map(|assign| &assign.values), visit);
}

fn template(place: &str, template: Option<&PayloadTemplate>, visit: VisitPath<'_>) {
    if let Some(template) = template {
        template.paths(&mut |path| visit(place, path));
    }
}
