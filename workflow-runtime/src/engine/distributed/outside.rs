//! Objects, during whose work a patient clock stands still.

use crate::connector::{Listed, Objects, Part, Upload};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::task::BoxFuture;
use std::sync::Arc;

/// The objects of an engine, if it has any.
pub(super) fn objects(engine: &Engine) -> Option<Arc<dyn Objects>> {
    let objects = engine.objects()?.clone();
    Some(Arc::new(Outside { objects, engine: engine.clone() }))
}

struct Outside<T> {
    objects: T,
    engine: Engine,
}

impl<T> Outside<T> {
    fn during<R: Send + 'static>(&self, work: BoxFuture<R>) -> BoxFuture<R> {
        let engine = self.engine.clone();
        Box::pin(async move { engine.outside(work).await })
    }
}

impl Objects for Outside<Arc<dyn Objects>> {
    fn part(&self, bucket: &str, key: &str, from: u64) -> BoxFuture<Result<Option<Part>, Failure>> {
        self.during(self.objects.part(bucket, key, from))
    }

    fn list(&self, bucket: &str, prefix: &str) -> BoxFuture<Result<Vec<Listed>, Failure>> {
        self.during(self.objects.list(bucket, prefix))
    }

    fn write(&self, bucket: &str, key: &str) -> BoxFuture<Result<Box<dyn Upload>, Failure>> {
        let (work, engine) = (self.during(self.objects.write(bucket, key)), self.engine.clone());
        Box::pin(async move {
            let objects = work.await?;
            Ok(Box::new(Outside { objects, engine }) as Box<dyn Upload>)
        })
    }
}

impl Upload for Outside<Box<dyn Upload>> {
    fn add(&mut self, bytes: Vec<u8>) -> BoxFuture<Result<(), Failure>> {
        let work = self.objects.add(bytes);
        self.during(work)
    }

    fn finish(self: Box<Self>) -> BoxFuture<Result<(), Failure>> {
        let Outside { objects, engine } = *self;
        Box::pin(async move { engine.outside(objects.finish()).await })
    }
}
