//! Resources: what tasks need besides their payload (a database, a client), registered by type.

use crate::failure::Failure;
use std::any::{Any, TypeId, type_name};
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

/// A registered resource, such as a connection that tasks share. The engine fills in each argument of this type.
pub struct Res<T: ?Sized>(Arc<T>);

impl<T: ?Sized> Deref for Res<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}
impl<T: ?Sized> Clone for Res<T> {
    fn clone(&self) -> Self {
        Res(self.0.clone())
    }
}
impl<T> Res<T> {
    /// Makes a resource for a direct call of a task's body, as in a test.
    pub fn new(value: T) -> Self {
        Res(Arc::new(value))
    }
}

/// The registered resources, by type.
#[derive(Clone, Default)]
pub struct Resources(Arc<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

impl Resources {
    /// Registers a resource. A second one of the same type replaces the first.
    pub fn insert<T: Send + Sync + 'static>(&mut self, value: T) {
        Arc::make_mut(&mut self.0).insert(TypeId::of::<T>(), Arc::new(value));
    }

    /// Registers all resources of another set. Each replaces one of the same type.
    pub fn extend(&mut self, more: &Resources) {
        let more = more.0.iter().map(|(id, resource)| (*id, resource.clone()));
        Arc::make_mut(&mut self.0).extend(more);
    }

    /// True if there is a resource of this type.
    #[must_use]
    pub fn has(&self, id: TypeId) -> bool {
        self.0.contains_key(&id)
    }

    /// Returns the resource of a type.
    ///
    /// # Errors
    /// `States.Runtime` if none is registered.
    pub fn get<T: Send + Sync + 'static>(&self) -> Result<Res<T>, Failure> {
        let missing = || {
            Failure::runtime(format!("no resource of type `{}` is registered", type_name::<T>()))
        };
        let value = self.0.get(&TypeId::of::<T>()).ok_or_else(missing)?;
        value.clone().downcast().map(Res).map_err(|_| missing())
    }
}
