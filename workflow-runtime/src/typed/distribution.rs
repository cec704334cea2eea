//! Distributed Maps: what their states hold, and what the executions of their items begin with.

use super::read::{ObjectSource, Read};
use super::sent::Sent;
use crate::blocked::Reason;
use crate::failure::Failure;
use crate::input::parse;
use crate::limits::Limits;
use crate::machine::distributed::{
    Batch, Distributed, Element, ItemProcessor, ItemSource, MapPlan, Tolerated, Writer,
};
use crate::machine::{Effect, Identity, Machine};
use crate::payload::Durable;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::marker::PhantomData;
use std::sync::Arc;
use workflow_asl::document::MachineType;
use workflow_asl::ops;

/// The number of bytes of an item that are shown where it does not fit its type.
const SHOWN: usize = 200;

/// The options of a distributed Map that are known before anything runs.
#[derive(Debug)]
pub struct DistributionOptions {
    /// The name of the state.
    pub state: &'static str,
    /// The key of the item where children get more than that.
    pub item: &'static str,
    /// The number of items that run at the same time; 0: as many as may be.
    pub max_concurrency: usize,
    /// `ToleratedFailureCount`
    pub tolerated_failure_count: Option<u64>,
    /// `ToleratedFailurePercentage`
    pub tolerated_failure_percentage: Option<f64>,
    /// True if the executions of items are EXPRESS ones.
    pub express: bool,
}

/// The items of a distributed Map, and what they capture: as JSON, which is what their executions get. `T` is the
/// type of an item, `C` are those of what is captured.
#[derive(Debug, Serialize, Deserialize)]
pub struct Distribution<T, C> {
    items: Items,
    /// The number of items that are put together; 0: they are not.
    batch: usize,
    captured: Map<String, Value>,
    /// The bucket that results are written to, and what their keys begin with.
    to: Option<(String, String)>,
    #[serde(skip)]
    types: PhantomData<fn() -> (T, C)>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
enum Items {
    Given(Arc<Value>),
    Read(ObjectSource),
}

impl<T: Serialize> Distribution<T, ()> {
    /// All items of a list.
    pub fn new(list: impl IntoIterator<Item = T>) -> Self {
        let items = list.into_iter().map(|item| json(&item)).collect();
        Distribution::of(Items::Given(Arc::new(Value::Array(items))))
    }
}

impl<T> Distribution<T, ()> {
    /// The items of an object.
    pub fn read(read: Read<T>) -> Self {
        Distribution::of(Items::Read(read.from))
    }

    fn of(items: Items) -> Self {
        Distribution { items, batch: 0, captured: Map::new(), to: None, types: PhantomData }
    }

    /// Puts this many items together into one.
    #[must_use]
    pub fn batches(self, size: usize) -> Distribution<Vec<T>, ()> {
        let Distribution { items, captured, to, .. } = self;
        Distribution { items, batch: size, captured, to, types: PhantomData }
    }
}

impl<T, C> Distribution<T, C> {
    /// Children read this, too.
    #[must_use]
    pub fn capture<V: Serialize>(self, name: &str, value: &V) -> Distribution<T, (C, V)> {
        let Distribution { items, batch, mut captured, to, .. } = self;
        captured.insert(name.to_owned(), json(value));
        Distribution { items, batch, captured, to, types: PhantomData }
    }

    /// Results are written.
    #[must_use]
    pub fn write(self, bucket: impl Into<String>, prefix: impl Into<String>) -> Self {
        Distribution { to: Some((bucket.into(), prefix.into())), ..self }
    }

    fn ready(&self, state: usize, options: &DistributionOptions) -> Ready {
        Ready {
            state,
            name: options.state.into(),
            item: options.item,
            items: self.items.clone(),
            batch: self.batch,
            captured: self.captured.clone(),
            to: self.to.clone(),
            width: options.max_concurrency,
            tolerated: Tolerated {
                count: options.tolerated_failure_count,
                percentage: options.tolerated_failure_percentage,
            },
            kind: if options.express { MachineType::Express } else { MachineType::Standard },
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
    items: Items,
    batch: usize,
    captured: Map<String, Value>,
    to: Option<(String, String)>,
    width: usize,
    tolerated: Tolerated,
    kind: MachineType,
}

impl Ready {
    /// The effect of the state.
    pub(super) fn effect(self) -> Effect {
        let Ready { name, items, to, width, tolerated, kind, .. } = self;
        let (length, source) = match items {
            Items::Given(items) => {
                let items = Arc::unwrap_or_clone(items);
                (items.as_array().map_or(0, Vec::len), Ok(ItemSource::Given(items)))
            }
            Items::Read(from) => (0, from.reader().map(ItemSource::Read)),
        };
        let write = to.map(|(bucket, prefix)| Writer::to(&bucket, &prefix));
        let plan = source.map(|source| {
            let state = name;
            MapPlan { state, source, write, tolerated, width, kind }
        });
        Distributed::effect(length, None, plan)
    }

    /// Looks at whether all items that are known would begin, with what they capture.
    pub(super) fn fits(
        self,
        open: impl Fn(usize, Inputs) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let Items::Given(items) = &self.items else { return Ok(()) };
        for (number, item) in (1..).zip(items.as_array().into_iter().flatten()) {
            let captured = || self.captured.clone();
            let value = match (self.batch > 0, self.captured.is_empty()) {
                (true, true) => json!({ "Items": [item] }),
                (true, false) => json!({ "Items": [item], "BatchInput": captured() }),
                (false, true) => item.clone(),
                (false, false) => {
                    let item = (self.item.to_owned(), item.clone());
                    Value::Object(std::iter::once(item).chain(captured()).collect())
                }
            };
            open(self.state, Inputs { value, number }).map_err(|failure| {
                let expected = "an item that fits its type";
                Failure::unfit(Reason::new("", "input", failure.reported(), expected))
            })?;
        }
        Ok(())
    }

    /// The children of the state. `open` makes the machine of one from its input, and `revive` from its record.
    pub(super) fn processor<O, R>(self, open: O, revive: R) -> Box<dyn ItemProcessor>
    where
        O: Fn(usize, Inputs) -> Result<Box<dyn Machine>, Failure> + Send + 'static,
        R: Fn(Value) -> Result<Box<dyn Machine>, Failure> + Send + 'static,
    {
        let Ready { state, item, batch, captured, .. } = self;
        Box::new(MapItems { state, item, batch, captured, open, revive, number: 0 })
    }
}

/// The children of a distributed Map: with a batch, or an item, and what is captured. The document's `ItemBatcher`
/// and `ItemSelector` say the same.
struct MapItems<O, R> {
    state: usize,
    item: &'static str,
    batch: usize,
    captured: Map<String, Value>,
    open: O,
    revive: R,
    /// The number of children that were opened.
    number: u64,
}

impl<O, R> ItemProcessor for MapItems<O, R>
where
    O: Fn(usize, Inputs) -> Result<Box<dyn Machine>, Failure> + Send,
    R: Fn(Value) -> Result<Box<dyn Machine>, Failure> + Send,
{
    fn batch(&mut self) -> Result<Option<Batch>, Failure> {
        let captured = || Arc::new(Value::Object(self.captured.clone()));
        let beside = (!self.captured.is_empty()).then(captured);
        Ok((self.batch > 0).then(|| Batch::of(self.batch, beside)))
    }

    fn input(&mut self, item: Element, _: Arc<str>) -> Result<Arc<Value>, Failure> {
        let value = item.input();
        if self.batch > 0 || self.captured.is_empty() {
            return Ok(Arc::new(value));
        }
        let all = self.captured.iter().map(|(name, value)| (name.clone(), value.clone()));
        let all = std::iter::once((self.item.to_owned(), value)).chain(all);
        Ok(Arc::new(Value::Object(all.collect())))
    }

    /// The name of the variable for the item may have changed since.
    fn told_by<'v>(&self, input: &'v Value) -> &'v Value {
        let apart = self.batch == 0 && !self.captured.is_empty();
        let Some(fields) = input.as_object().filter(|_| apart) else { return input };
        let mut own = fields.iter().filter(|(name, _)| !self.captured.contains_key(*name));
        own.next().map_or(input, |(_, item)| item)
    }

    fn open(&mut self, _: &Identity, input: Arc<Value>) -> Result<Box<dyn Machine>, Failure> {
        self.number += 1;
        let inputs = Inputs { value: Value::clone(&input), number: self.number };
        (self.open)(self.state, inputs)
    }

    fn revive(
        &mut self,
        identity: &Identity,
        input: Arc<Value>,
        record: Value,
    ) -> Result<Box<dyn Machine>, Failure> {
        if record.is_null() {
            return self.open(identity, input);
        }
        self.number += 1;
        (self.revive)(record)
    }
}

/// The inputs with which the executions of items begin: the first one has number 1.
pub struct Inputs {
    value: Value,
    number: u64,
}

impl Inputs {
    /// All of it.
    ///
    /// # Errors
    /// If it does not fit its type.
    pub fn whole<T: Durable>(&mut self) -> Result<T, Failure> {
        let value = self.value.take();
        self.fit(value)
    }

    /// A part of it, by a JSON pointer.
    ///
    /// # Errors
    /// If it does not fit its type.
    pub fn part<T: Durable>(&mut self, pointer: &str) -> Result<T, Failure> {
        let value = self.value.pointer_mut(pointer).map(Value::take).unwrap_or_default();
        self.fit(value)
    }

    fn fit<T: Durable>(&self, value: Value) -> Result<T, Failure> {
        // What does not fit is read again, for what is said of it.
        let read = T::deserialize(&value).or_else(|_| parse(&value.to_string(), Limits::Off));
        read.map_err(|failure| {
            let shown: String = value.to_string().chars().take(SHOWN).collect();
            let cause = format!("item {}: {}: {shown}", self.number, failure.reported());
            Failure::new(failure.error().to_owned(), cause)
        })
    }
}
