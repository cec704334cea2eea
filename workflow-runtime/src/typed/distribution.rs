//! Distributed Maps: what their states hold, and what the executions of their items begin with.

use super::sent::Sent;
use crate::engine::Identity;
use crate::failure::Failure;
use crate::interpreted::distributed::{self, Inputs as Children, Source, Tolerated};
use crate::machine::{Effect, Machine};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::marker::PhantomData;
use std::sync::Arc;
use workflow_asl::ops;

/// How much of an item is shown where it does not fit its type.
const SHOWN: usize = 200;

/// What is known of a distributed Map before anything runs.
#[derive(Debug)]
pub struct DistributionOptions {
    /// The name of the state.
    pub state: &'static str,
    /// What the item is called where children get more than that.
    pub item: &'static str,
    /// How many items run at the same time; 0: as many as may be.
    pub max_concurrency: usize,
    /// `ToleratedFailureCount`
    pub tolerated_failure_count: Option<u64>,
    /// `ToleratedFailurePercentage`
    pub tolerated_failure_percentage: Option<f64>,
}

/// The items of a distributed Map, and what they capture: as JSON, which is what their executions get. `T` is the
/// type of an item, `C` are those of what is captured.
#[derive(Debug, Serialize, Deserialize)]
pub struct Distribution<T, C> {
    items: Arc<Value>,
    captured: Map<String, Value>,
    #[serde(skip)]
    types: PhantomData<fn() -> (T, C)>,
}

impl<T: Serialize> Distribution<T, ()> {
    /// All items of a list.
    pub fn new(list: impl IntoIterator<Item = T>) -> Self {
        let items = list.into_iter().map(|item| json(&item)).collect();
        let items = Arc::new(Value::Array(items));
        Distribution { items, captured: Map::new(), types: PhantomData }
    }
}

impl<T, C> Distribution<T, C> {
    /// Children read this, too.
    #[must_use]
    pub fn capture<V: Serialize>(mut self, name: &str, value: &V) -> Distribution<T, (C, V)> {
        self.captured.insert(name.to_owned(), json(value));
        Distribution { items: self.items, captured: self.captured, types: PhantomData }
    }

    fn ready(&self, state: usize, options: &DistributionOptions) -> Ready {
        Ready {
            state,
            name: options.state.into(),
            item: options.item,
            items: self.items.clone(),
            captured: self.captured.clone(),
            width: options.max_concurrency,
            tolerated: Tolerated {
                count: options.tolerated_failure_count,
                percentage: options.tolerated_failure_percentage,
            },
        }
    }
}

fn json(value: &impl Serialize) -> Value {
    let unfit = |error| ops::fault(format!("a value has no JSON form: {error}"));
    serde_json::to_value(value).unwrap_or_else(unfit)
}

impl<T, C> Sent<Distribution<T, C>> {
    /// The run of the state of this number.
    ///
    /// # Errors
    /// The fault.
    pub fn distributed(
        &self,
        state: usize,
        options: &DistributionOptions,
    ) -> Result<Ready, Failure> {
        Ok(self.value()?.ready(state, options))
    }
}

/// A run of a distributed Map that lacks only who makes the machines of its children.
pub struct Ready {
    state: usize,
    name: Arc<str>,
    item: &'static str,
    items: Arc<Value>,
    captured: Map<String, Value>,
    width: usize,
    tolerated: Tolerated,
}

impl Ready {
    /// The effect of the state. `open` makes the machine of a child of this state from its input.
    pub(super) fn effect(
        self,
        open: impl Fn(usize, Inputs) -> Result<Box<dyn Machine>, Failure> + Send + 'static,
    ) -> Effect {
        let Ready { state, name, item, items, captured, width, tolerated } = self;
        let length = items.as_array().map_or(0, Vec::len);
        let mut number = 0_u64;
        let ready = distributed::Ready {
            state: name,
            source: Source::Given(Arc::unwrap_or_clone(items)),
            inputs: Box::new(move |items| Ok(Children::new(items, select(item, captured), None))),
            open: Box::new(move |_: &Identity, input| {
                number += 1;
                open(state, Inputs { value: Value::clone(&*input), number })
            }),
            write: None,
            tolerated,
            width,
        };
        distributed::effect(length, None, Ok(ready))
    }
}

/// What a child gets: the item, or an object of it and what is captured. The document's `ItemSelector` says the same.
fn select(item: &'static str, captured: Map<String, Value>) -> distributed::Select {
    Box::new(move |value, _| {
        if captured.is_empty() {
            return Ok(Arc::new(value));
        }
        let all = captured.iter().map(|(name, value)| (name.clone(), value.clone()));
        let all = std::iter::once((item.to_owned(), value)).chain(all);
        Ok(Arc::new(Value::Object(all.collect())))
    })
}

/// What the execution of an item begins with: the first one has number 1.
pub struct Inputs {
    value: Value,
    number: u64,
}

impl Inputs {
    /// All of it.
    ///
    /// # Errors
    /// Where it does not fit its type.
    pub fn whole<T: DeserializeOwned>(&mut self) -> Result<T, Failure> {
        let value = self.value.take();
        self.fit(value)
    }

    /// A part of it.
    ///
    /// # Errors
    /// Where it does not fit its type.
    pub fn part<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, Failure> {
        let value = self.value.get_mut(name).map(Value::take).unwrap_or_default();
        self.fit(value)
    }

    fn fit<T: DeserializeOwned>(&self, value: Value) -> Result<T, Failure> {
        serde_path_to_error::deserialize(&value).map_err(|error| {
            let path = match error.path().to_string() {
                path if path == "." || path == "?" => String::new(),
                path => format!("`{path}` of "),
            };
            let (number, shown) = (self.number, value.to_string());
            let shown: String = shown.chars().take(SHOWN).collect();
            let cause = format!(
                "{path}item {number} does not fit its type: {}: {shown}",
                error.into_inner()
            );
            Failure::new("InvalidExecutionInput", cause)
        })
    }
}
