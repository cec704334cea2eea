//! The arguments of a task that are not part of its payload.

use crate::failure::Failure;
use crate::resource::{Res, Resources};
use crate::task::{Heartbeat, Need, TaskContext};
use std::any::{TypeId, type_name};

/// An argument that is injected: [`Res`] and [`TaskContext`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not something that tasks are given",
    note = "only `workflow::Res<T>` and `workflow::TaskContext` are injected; a trait object is `Res<Box<dyn Trait>>`, and a type of your own that is called `Res` or `TaskContext` needs another name"
)]
pub trait Inject: Sized {
    /// The value, for one call.
    ///
    /// # Errors
    /// `States.Runtime` if the resource is not registered.
    fn inject(context: &TaskContext) -> Result<Self, Failure>;
    /// Returns what must be registered for it.
    fn need() -> Option<Need>;
}

impl<T: Send + Sync + 'static> Inject for Res<T> {
    fn inject(context: &TaskContext) -> Result<Self, Failure> {
        context.resources.get()
    }
    fn need() -> Option<Need> {
        Some(Need { id: TypeId::of::<T>(), name: type_name::<T>() })
    }
}

impl Inject for TaskContext {
    fn inject(context: &TaskContext) -> Result<Self, Failure> {
        Ok(context.clone())
    }
    fn need() -> Option<Need> {
        None
    }
}

impl TaskContext {
    /// A context for a direct call of a task's body, as in a test.
    #[must_use]
    pub fn test(resources: Resources) -> Self {
        TaskContext {
            execution: "test".into(),
            state: "test".into(),
            attempt: 1,
            idempotency_key: "test".into(),
            resources,
            heartbeat: Heartbeat::default(),
            token: None,
        }
    }
}

/// The resources among what is injected.
pub fn needs<const N: usize>(all: [Option<Need>; N]) -> Vec<Need> {
    all.into_iter().flatten().collect()
}
