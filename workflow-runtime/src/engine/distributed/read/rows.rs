//! The items of a reader, one after another: no more of them are in memory than were asked for, and those of the
//! part of the object at hand.

use super::file::File;
use super::parts::{Location, Parts};
use super::{failed, manifest, most};
use crate::connector::{Listed, Objects};
use crate::engine::distributed::named;
use crate::failure::Failure;
use crate::machine::distributed::{Element, ObjectForm, ReadFrom, Reader};
use serde_json::{Value, json};
use std::sync::Arc;

const NO_PLACE: &str = "the engine has no place to read from: give it one with `Engine::builder().objects(..)`, \
    or `workflow run --objects FOLDER`";

pub(crate) struct Rows {
    objects: Arc<dyn Objects>,
    listed: std::vec::IntoIter<Listed>,
    /// The objects to read after the one at hand.
    waiting: std::vec::IntoIter<Location>,
    form: ObjectForm,
    open: Option<File>,
    /// The source of the item at hand.
    source: Arc<str>,
    /// The number of items that may still come.
    left: u64,
}

impl Reader {
    /// Begins to read.
    pub(crate) async fn rows(self, objects: Option<Arc<dyn Objects>>) -> Result<Rows, Failure> {
        let left = most(self.max_items)?;
        let objects = objects.ok_or_else(|| failed(NO_PLACE))?;
        let (mut listed, mut waiting) = (vec![], vec![]);
        let form = match &self.source {
            ReadFrom::Listing => {
                listed = self.list(&*objects).await?;
                ObjectForm::Lines
            }
            ReadFrom::Listed(form) => {
                let bucket = self.text("Bucket")?;
                let here = |it: Listed| Location { bucket: bucket.to_owned(), key: it.key };
                // Folders have objects of their own, where they were made by hand.
                let found = self.list(&*objects).await?.into_iter().filter(|it| it.size > 0);
                waiting = found.map(here).collect();
                form.clone()
            }
            ReadFrom::Object(form) => {
                waiting.push(self.location()?);
                form.clone()
            }
            ReadFrom::Inventory => {
                let whole = Parts::new(objects.clone(), self.location()?).whole().await?;
                let (files, form) = manifest::inventory(&whole)?;
                waiting = files;
                form
            }
            ReadFrom::Unloaded(form) => {
                let whole = Parts::new(objects.clone(), self.location()?).whole().await?;
                waiting = manifest::unloaded(&whole)?;
                form.clone()
            }
        };
        let (listed, waiting) = (listed.into_iter(), waiting.into_iter());
        let source = format!("S3://{}", self.text("Bucket")?).into();
        Ok(Rows { objects, listed, waiting, form, open: None, source, left })
    }

    fn text(&self, field: &str) -> Result<&str, Failure> {
        named(&self.arguments, field, "ItemReader").map_err(failed)
    }

    fn location(&self) -> Result<Location, Failure> {
        let (bucket, key) = (self.text("Bucket")?.to_owned(), self.text("Key")?.to_owned());
        Ok(Location { bucket, key })
    }

    async fn list(&self, objects: &dyn Objects) -> Result<Vec<Listed>, Failure> {
        let prefix = self.arguments["Prefix"].as_str().unwrap_or_default();
        let found = objects.list(self.text("Bucket")?, prefix).await;
        found.map_err(|failure| failed(failure.reported()))
    }
}

impl Rows {
    /// Returns the source of the item at hand: the bucket of a list, or an object.
    pub(in crate::engine::distributed) fn source(&self) -> Arc<str> {
        self.source.clone()
    }

    /// Returns what an iteration begins with for the next item; `None` at the end.
    pub(crate) async fn next(&mut self) -> Result<Option<Value>, Failure> {
        Ok(self.next_element().await?.map(Element::input))
    }

    /// The next item; `None` at the end.
    pub(crate) async fn next_element(&mut self) -> Result<Option<Element>, Failure> {
        if self.left == 0 {
            return Ok(None);
        }
        let item = match self.listed.next() {
            Some(listed) => Some(Element::of(described(&listed))),
            None => self.read().await?,
        };
        self.left -= 1;
        Ok(item)
    }

    async fn read(&mut self) -> Result<Option<Element>, Failure> {
        loop {
            if let Some(open) = &mut self.open {
                if let Some(item) = open.next().await? {
                    return Ok(Some(item));
                }
                self.open = None;
            }
            let Some(location) = self.waiting.next() else { return Ok(None) };
            self.source = format!("S3://{}/{}", location.bucket, location.key).into();
            self.open = Some(File::open(self.objects.clone(), location, &self.form)?);
        }
    }
}

/// An object of a list, as S3 describes it; its time is no integer (measured).
fn described(object: &Listed) -> Value {
    json!({
        "Etag": object.tag,
        "Key": object.key,
        "LastModified": object.modified.as_second() as f64,
        "Size": object.size,
        "StorageClass": "STANDARD",
    })
}
