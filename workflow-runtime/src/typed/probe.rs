//! Probes: how the exporter learns a type that only rustc knows.

use serde::Serialize;
use std::marker::PhantomData;
use workflow_asl::own::{Bound, Receiver};
use workflow_asl::program::Twin;
use workflow_asl::{Data, Schema};

/// Tied by inference to the type of an expression of the machine. Zero-sized, and does nothing when it runs.
pub struct Probe<T: ?Sized>(PhantomData<fn() -> Box<T>>);

impl<T: ?Sized> Clone for Probe<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> Copy for Probe<T> {}

/// A probe for a type that is inferred.
#[must_use]
pub fn probe<T: ?Sized>() -> Probe<T> {
    Probe(PhantomData)
}

impl<T> Probe<T> {
    /// The type of a value.
    #[inline(always)]
    pub fn see(self, value: T) -> T {
        value
    }
    /// The type inside `Ok`.
    #[inline(always)]
    pub fn fine<E>(self, value: Result<T, E>) -> Result<T, E> {
        value
    }
}

impl<T: ?Sized> Probe<T> {
    /// The type of a place.
    #[inline(always)]
    pub fn of(self, _: &T) {}
}

impl<T: Data + ?Sized> Probe<T> {
    /// Returns the schema that was learnt.
    #[must_use]
    pub fn schema(self) -> Schema {
        T::schema()
    }
}

impl<T: Data + Default + Serialize> Probe<T> {
    /// The type of a default, with the value of `T::default()`.
    #[must_use]
    pub fn with_default(self) -> Schema {
        Schema::with_default(T::schema, || crate::export::constant(&T::default()))
    }
}

/// A value that stands where only types matter.
///
/// # Panics
/// Always: it stands in code that is never run.
#[must_use]
pub fn never<T>() -> T {
    unreachable!("this code is there for its types")
}

/// The schema of a workflow's input.
#[must_use]
pub fn input_schema<W: crate::Workflow>() -> Schema {
    <W::Input as Data>::schema()
}

/// A method of the user's own, and what it is called on: the probe learns whose it is.
#[inline(always)]
pub fn method<'a, const NAME: u64, T, F>(_: Probe<(T::Of, F)>, receiver: &'a T) -> (T::To<'a>, F)
where
    T: Receiver<NAME> + ?Sized,
    T::Of: Bound<NAME, F>,
{
    (receiver.to(), <T::Of as Bound<NAME, F>>::BOUND)
}

/// Returns the method that was learnt, as data.
#[must_use]
pub fn twin<const NAME: u64, T: Bound<NAME, F>, F>(_: Probe<(T, F)>) -> &'static Twin {
    T::METHOD
}
