//! An object, part by part.

use super::failed;
use super::gzip::Gzip;
use crate::connector::{Objects, Part};
use crate::failure::Failure;
use std::sync::Arc;

/// The largest size in bytes of a row, or of a file that is read as a whole.
pub(super) const LONGEST: usize = 16 << 20;

/// The location of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Location {
    pub(super) bucket: String,
    pub(super) key: String,
}

impl Location {
    /// Returns what is wrong with the object.
    pub(super) fn fault(&self, what: &str) -> Failure {
        failed(format!("`{}` in the bucket `{}` {what}", self.key, self.bucket))
    }
}

/// Reads an object from its beginning, unpacked.
pub(super) struct Parts {
    object: Object,
    at: u64,
    gzip: Gzip,
    ended: bool,
}

/// An object that must not change while it is read.
pub(super) struct Object {
    objects: Arc<dyn Objects>,
    location: Location,
    /// The size and the tag of the object, once a part of it is known.
    known: Option<(u64, String)>,
}

impl Parts {
    pub(super) fn new(objects: Arc<dyn Objects>, location: Location) -> Self {
        let object = Object::new(objects, location);
        Parts { object, at: 0, gzip: Gzip::default(), ended: false }
    }

    /// The next bytes; `None` at the end.
    pub(super) async fn next(&mut self) -> Result<Option<Vec<u8>>, Failure> {
        let Parts { object, at, gzip, ended } = self;
        let wrong = |object: &Object, what: String| object.fault(&what);
        loop {
            if let Some(bytes) = gzip.next().map_err(|what| wrong(object, what))? {
                // A small object can be long: others have their turn.
                tokio::task::coop::consume_budget().await;
                return Ok(Some(bytes));
            }
            if *ended {
                return Ok(None);
            }
            let part = object.part(*at).await?;
            *at += part.len() as u64;
            if part.is_empty() {
                *ended = true;
                return gzip.end().map_err(|what| wrong(object, what));
            }
            gzip.push(part).map_err(|what| wrong(object, what))?;
        }
    }

    /// The whole object, if it is a small one.
    pub(super) async fn whole(mut self) -> Result<Vec<u8>, Failure> {
        let mut whole = vec![];
        while let Some(mut part) = self.next().await? {
            whole.append(&mut part);
            if whole.len() > LONGEST {
                return Err(self.object.fault("is too large: more than 16 MiB"));
            }
        }
        Ok(whole)
    }
}

impl Object {
    pub(super) fn new(objects: Arc<dyn Objects>, location: Location) -> Self {
        Object { objects, location, known: None }
    }

    /// Returns what is wrong with it.
    pub(super) fn fault(&self, what: &str) -> Failure {
        self.location.fault(what)
    }

    /// Returns how many bytes it has.
    #[cfg(feature = "parquet")]
    pub(super) async fn size(&mut self) -> Result<u64, Failure> {
        if self.known.is_none() {
            self.part(0).await?;
        }
        Ok(self.known.as_ref().map_or(0, |(size, _)| *size))
    }

    /// The bytes between two offsets, which it has.
    #[cfg(feature = "parquet")]
    pub(super) async fn range(&mut self, from: u64, to: u64) -> Result<Vec<u8>, Failure> {
        let mut bytes: Vec<u8> = vec![];
        while from + (bytes.len() as u64) < to {
            let at = from + bytes.len() as u64;
            let part = self.part(at).await?;
            if part.is_empty() {
                return Err(self.fault("has ended before its size was reached"));
            }
            let wanted = usize::try_from(to - at).unwrap_or(usize::MAX);
            bytes.extend_from_slice(&part[..part.len().min(wanted)]);
        }
        Ok(bytes)
    }

    /// The part that begins at an offset: no bytes at the end of the object.
    async fn part(&mut self, from: u64) -> Result<Vec<u8>, Failure> {
        if self.known.as_ref().is_some_and(|(size, _)| from >= *size) {
            return Ok(vec![]);
        }
        let Location { bucket, key } = &self.location;
        let read = self.objects.part(bucket, key, from).await;
        let part = read.map_err(|failure| failed(failure.reported()))?;
        let Part { bytes, size, tag } =
            part.ok_or_else(|| failed("The specified key does not exist."))?;
        if self.known.as_ref().is_some_and(|known| *known != (size, tag.clone())) {
            return Err(self.location.fault("has changed while it was read"));
        }
        if bytes.is_empty() && from < size {
            return Err(self.location.fault("has ended before its size was reached"));
        }
        self.known = Some((size, tag));
        Ok(bytes)
    }
}
