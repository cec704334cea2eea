//! An object, part by part.

use super::failed;
use crate::connector::{Objects, Part};
use crate::failure::Failure;
use std::sync::Arc;

/// How many bytes a row, or a file that is read as a whole, may have.
pub(super) const LONGEST: usize = 16 << 20;

/// Where an object is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Location {
    pub(super) bucket: String,
    pub(super) key: String,
}

impl Location {
    /// What is wrong with the object.
    pub(super) fn fault(&self, what: &str) -> Failure {
        failed(format!("`{}` in the bucket `{}` {what}", self.key, self.bucket))
    }
}

/// Reads an object from its beginning.
pub(super) struct Parts {
    objects: Arc<dyn Objects>,
    location: Location,
    at: u64,
    /// The size and the tag of the object, once a part of it is known.
    known: Option<(u64, String)>,
}

impl Parts {
    pub(super) fn new(objects: Arc<dyn Objects>, location: Location) -> Self {
        Parts { objects, location, at: 0, known: None }
    }

    /// The next part; `None` at the end.
    pub(super) async fn next(&mut self) -> Result<Option<Vec<u8>>, Failure> {
        if self.known.as_ref().is_some_and(|(size, _)| self.at >= *size) {
            return Ok(None);
        }
        let Location { bucket, key } = &self.location;
        let read = self.objects.part(bucket, key, self.at).await;
        let part = read.map_err(|failure| failed(failure.cause()))?;
        let Part { bytes, size, tag } =
            part.ok_or_else(|| failed("The specified key does not exist."))?;
        if self.known.as_ref().is_some_and(|known| *known != (size, tag.clone())) {
            return Err(self.location.fault("has changed while it was read"));
        }
        if bytes.is_empty() && self.at < size {
            return Err(self.location.fault("has ended before its size was reached"));
        }
        self.at += bytes.len() as u64;
        self.known = Some((size, tag));
        Ok((!bytes.is_empty()).then_some(bytes))
    }

    /// The whole object, if it is a small one.
    pub(super) async fn whole(mut self) -> Result<Vec<u8>, Failure> {
        let mut whole = vec![];
        while let Some(mut part) = self.next().await? {
            whole.append(&mut part);
            if whole.len() > LONGEST {
                return Err(self.location.fault("is too large: more than 16 MiB"));
            }
        }
        Ok(whole)
    }
}
