//! A bucket: keys and bytes, in a folder. Of a prefix that is new it takes a few objects, and asks for the next one
//! again later, as those in the cloud do.

use super::pixels::Pixels;
use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use workflow::Failure;

/// So many objects a new prefix takes at once.
const FIRST: u32 = 3;

/// Cheap to clone.
#[derive(Clone)]
pub struct Bucket {
    pub root: PathBuf,
    writes: Arc<Mutex<HashMap<String, u32>>>,
}

impl Bucket {
    /// A new bucket with three uploads, in a new folder.
    pub fn open(root: &Path) -> std::io::Result<Self> {
        if root.exists() {
            fs::remove_dir_all(root)?;
        }
        for folder in ["uploads", "images", "pages"] {
            fs::create_dir_all(root.join(folder))?;
        }
        fs::write(root.join("uploads/sunset.ppm"), sunset(1_000, 750).to_ppm())?;
        fs::write(root.join("uploads/stamp.ppm"), sunset(40, 30).to_ppm())?;
        fs::write(root.join("uploads/letter.ppm"), "Dear Ada,")?;
        Ok(Bucket { root: root.to_owned(), writes: Arc::default() })
    }

    pub fn get(&self, key: &str) -> Result<Vec<u8>, Failure> {
        fs::read(self.root.join(key)).map_err(|error| match error.kind() {
            ErrorKind::NotFound => Failure::new("NoSuchKey", key.to_owned()),
            _ => broken(error),
        })
    }

    pub fn put(&self, key: &str, bytes: &[u8]) -> Result<(), Failure> {
        let prefix = key.split('/').next().unwrap_or_default();
        if !self.may_write(prefix) {
            let cause = format!("{key}: more than {FIRST} objects at once under {prefix}/");
            return Err(Failure::new("SlowDown", cause));
        }
        fs::write(self.root.join(key), bytes).map_err(broken)
    }

    /// A prefix that is new is on a machine of its own only after the first objects.
    fn may_write(&self, prefix: &str) -> bool {
        let mut writes = self.writes.lock().unwrap_or_else(PoisonError::into_inner);
        let writes = writes.entry(prefix.to_owned()).or_default();
        *writes += 1;
        *writes != FIRST + 1
    }

    /// Adds a line to an object, once.
    pub fn append(&self, key: &str, line: &str) -> Result<(), Failure> {
        let text = fs::read_to_string(self.root.join(key)).unwrap_or_default();
        if text.contains(line) {
            return Ok(());
        }
        fs::write(self.root.join(key), text + line).map_err(broken)
    }

    pub fn delete(&self, key: &str) -> Result<(), Failure> {
        match fs::remove_file(self.root.join(key)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(broken(error)),
            _ => Ok(()),
        }
    }

    /// Lists keys and sizes of the objects under a prefix.
    pub fn list(&self, prefix: &str) -> std::io::Result<Vec<(String, u64)>> {
        let files = fs::read_dir(self.root.join(prefix))?;
        let object = |file: std::io::Result<fs::DirEntry>| {
            let file = file?;
            Ok((format!("{prefix}/{}", file.file_name().display()), file.metadata()?.len()))
        };
        let mut objects: Vec<_> = files.map(object).collect::<std::io::Result<_>>()?;
        objects.sort();
        Ok(objects)
    }
}

fn broken(error: std::io::Error) -> Failure {
    Failure::new("Broken", error.to_string())
}

/// A sun above the sea.
pub fn sunset(width: u32, height: u32) -> Pixels {
    let pixel = |at: u32| {
        let (x, y) = (i64::from(at % width), i64::from(at / width));
        let (w, h) = (i64::from(width), i64::from(height));
        let down = 255 * y / h;
        let sun = (2 * x - w).pow(2) + (2 * y - h).pow(2) < (w.min(h) / 2).pow(2);
        let colour = match (sun, 3 * y > 2 * h) {
            (_, true) => [10, 40 + down / 4, 90 + (x + y) % 40],
            (true, _) => [255, 230 - down / 4, 120],
            _ => [250 - down / 3, 120 + down / 3, 160 - down / 2],
        };
        colour.map(|part| u8::try_from(part).unwrap_or(u8::MAX))
    };
    Pixels { width, height, bytes: (0..width * height).flat_map(pixel).collect() }
}
