//! What only a distributed Map has.

use super::error::Error;
use super::state::Writer;
use super::template::template;
use crate::program::Distributed;
use serde_json::{Map, Value, json};

/// An item, in `ItemSelector`.
const ITEM: &str = "{% $states.context.Map.Item.Value %}";

impl Writer<'_, '_> {
    /// Writes what the state has, and gives the `ProcessorConfig`.
    pub fn distributed(&mut self, item: usize, map: &Distributed) -> Result<Value, Error> {
        if !map.captures.is_empty() {
            let selector = self.selector(item, map)?;
            self.set("ItemSelector", selector);
        }
        if let Some(count) = map.tolerated_count {
            self.set("ToleratedFailureCount", count);
        }
        if let Some(percentage) = map.tolerated_percentage {
            self.set("ToleratedFailurePercentage", percentage);
        }
        Ok(json!({ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }))
    }

    /// The item and what is captured: executions see nothing of what is outside.
    fn selector(&self, item: usize, map: &Distributed) -> Result<Value, Error> {
        let name = |variable: usize| self.export.base.program.variables[variable].name;
        let mut selector = Map::from_iter([(name(item).to_owned(), ITEM.into())]);
        for (variable, value) in map.captures {
            let field = format!("ItemSelector/{}", name(*variable));
            let code = self.code(&field, value)?;
            selector.insert(name(*variable).to_owned(), template(&code));
        }
        Ok(Value::Object(selector))
    }
}
