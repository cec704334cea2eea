//! A value on its way between a machine, the engine and a task.

use crate::failure::Failure;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::any::Any;
use std::fmt;
use std::sync::Arc;
use workflow_asl::Json;
use workflow_asl::bounds::{self, Excess};
use workflow_asl::panics::caught;

/// A value that a workflow can keep and send: its JSON form is known, and it can move between threads.
pub trait Durable: Json + Send + Sync + 'static {}
impl<T: Json + Send + Sync + 'static> Durable for T {}

/// A value on its way between a workflow and its tasks. It is encoded only when somebody needs its text.
pub enum Payload {
    /// A Rust value, not encoded.
    Live(Box<dyn Live>),
    /// JSON, shared.
    Json(Arc<Value>),
    /// JSON text, shared.
    Text(Arc<str>),
}

/// A Rust value that can be encoded later.
pub trait Live: Any + Send + Sync {
    /// Returns its JSON text.
    fn text(&self) -> Result<String, Failure>;
    /// Returns its JSON.
    fn json(&self) -> Result<Value, Failure>;
    /// The first number in it that JSON does not hold.
    fn infinite(&self) -> Option<f64>;
}

impl<T: Serialize + Send + Sync + 'static> Live for T {
    fn text(&self) -> Result<String, Failure> {
        written(self)
    }
    fn json(&self) -> Result<Value, Failure> {
        made(self)
    }
    fn infinite(&self) -> Option<f64> {
        own("Serialize", || crate::finite::infinite(self)).ok().flatten()
    }
}

/// The JSON of a value, whose `Serialize` may be anybody's.
fn made<T: Serialize + ?Sized>(value: &T) -> Result<Value, Failure> {
    // Its depth is known before anything recurses as deep.
    own("Serialize", || bounds::size(value, bounds::SIZE))?.map_err(|excess| over(&excess))?;
    own("Serialize", || serde_json::to_value(value))?
        .map_err(|error| unfit("a value has no JSON form", &error))
}

/// The JSON text of a value, whose `Serialize` may be anybody's.
#[doc(hidden)]
pub fn written<T: Serialize + ?Sized>(value: &T) -> Result<String, Failure> {
    own("Serialize", || bounds::text(value, bounds::SIZE))?.map_err(|excess| over(&excess))
}

fn over(excess: &Excess) -> Failure {
    Failure::runtime(format!("a value {excess}"))
}

/// Runs an implementation of a trait of serde's that may be anybody's, and may panic.
fn own<T>(what: &str, run: impl FnOnce() -> T) -> Result<T, Failure> {
    caught(run).map_err(|text| Failure::runtime(format!("`{what}` of a value panicked: {text}")))
}

fn unfit(what: &str, error: &serde_json::Error) -> Failure {
    Failure::runtime(format!("{what}: {error}"))
}

impl Payload {
    /// A Rust value, as it is.
    pub fn live<T: Serialize + Send + Sync + 'static>(value: T) -> Self {
        Payload::Live(Box::new(value))
    }

    /// The JSON of a value, which is not kept.
    #[doc(hidden)]
    pub fn live_json<T: Serialize + ?Sized>(value: &T) -> Result<Value, Failure> {
        made(value)
    }

    /// Writes the JSON text of a value behind other bytes. A number that JSON does not hold is refused.
    #[doc(hidden)]
    pub fn append<T: Serialize + ?Sized>(value: &T, to: &mut Vec<u8>) -> Result<(), Failure> {
        appended(value, to)?.map_err(|excess| over(&excess))
    }

    /// Refuses a number that JSON does not hold: it would be `null` there.
    #[doc(hidden)]
    pub fn finite(&self, whose: impl fmt::Display) -> Result<(), Failure> {
        let Payload::Live(value) = self else { return Ok(()) };
        value.infinite().map_or(Ok(()), |number| {
            Err(Failure::runtime(format!(
                "{whose} has the number {number}: JSON has finite numbers only; make it an `Option`"
            )))
        })
    }

    /// The JSON text.
    ///
    /// # Errors
    /// `States.Runtime` if the value has no JSON form.
    pub fn text(&self) -> Result<Arc<str>, Failure> {
        match self {
            Payload::Live(value) => Ok(value.text()?.into()),
            Payload::Json(value) => Ok(written(&**value)?.into()),
            Payload::Text(text) => Ok(text.clone()),
        }
    }

    /// The JSON.
    ///
    /// # Errors
    /// `States.Runtime` if the value has no JSON form.
    pub fn json(&self) -> Result<Arc<Value>, Failure> {
        match self {
            Payload::Live(value) => Ok(Arc::new(value.json()?)),
            Payload::Json(value) => Ok(value.clone()),
            Payload::Text(text) => serde_json::from_str(text)
                .map(Arc::new)
                .map_err(|error| unfit("a value is not JSON", &error)),
        }
    }

    /// The Rust value: itself if it is one of this type, decoded if it is not.
    ///
    /// # Errors
    /// `States.Runtime` if the JSON does not fit the type.
    pub fn take<T: DeserializeOwned + Send + Sync + 'static>(self) -> Result<T, Failure> {
        match self {
            // The coercion names `dyn Live`: `Box<dyn Live>` is itself `Any`.
            Payload::Live(value) if (&*value as &dyn Any).is::<T>() => {
                let value: Box<dyn Any> = value;
                value
                    .downcast()
                    .map(|value| *value)
                    .map_err(|_| Failure::runtime("a value changed its type"))
            }
            Payload::Live(value) => decode(value.json()?),
            Payload::Json(value) => decode(Arc::unwrap_or_clone(value)),
            Payload::Text(text) => own("Deserialize", || serde_json::from_str(&text))?
                .map_err(|error| unfit("a value does not fit its type", &error)),
        }
    }
}

impl Payload {
    /// The value of a type that need not be sent.
    #[doc(hidden)]
    pub fn decoded<T: DeserializeOwned>(self) -> Result<T, Failure> {
        decode(Arc::unwrap_or_clone(self.json()?))
    }
}

/// Writes the JSON text of a value behind other bytes, if it is no more than may be.
fn appended<T: Serialize + ?Sized>(
    value: &T,
    to: &mut Vec<u8>,
) -> Result<Result<(), Excess>, Failure> {
    let number = own("Serialize", || crate::finite::infinite(value));
    if let Some(number) = number? {
        let why = format!("it has the number {number}: JSON has finite numbers only");
        return Err(Failure::runtime(why));
    }
    let before = to.len();
    let written = own("Serialize", || bounds::append(value, bounds::SIZE, to));
    // A panic leaves a part of it there.
    if written.is_err() {
        to.truncate(before);
    }
    written
}

/// The JSON text of a value; `None` where it has more than [`bounds::SIZE`] bytes.
pub(crate) fn sized<T: Serialize + ?Sized>(value: &T) -> Result<Option<Vec<u8>>, Failure> {
    let mut json = vec![];
    match appended(value, &mut json)? {
        Ok(()) => Ok(Some(json)),
        Err(Excess::Size(_)) => Ok(None),
        Err(excess) => Err(over(&excess)),
    }
}

/// Reads the value of a type out of its JSON text.
pub(crate) fn read<T: DeserializeOwned>(json: &[u8]) -> Result<T, Failure> {
    own("Deserialize", || serde_json::from_slice(json))?
        .map_err(|error| unfit("a value does not fit its type", &error))
}

fn decode<T: DeserializeOwned>(value: Value) -> Result<T, Failure> {
    own("Deserialize", || serde_json::from_value(value))?
        .map_err(|error| unfit("a value does not fit its type", &error))
}

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text() {
            Ok(text) => f.write_str(&text),
            Err(failure) => write!(f, "{failure:?}"),
        }
    }
}
