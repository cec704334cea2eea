//! Large values in a folder: what is written, found, refused and removed.

#![allow(clippy::unwrap_used, reason = "tests")]

use crate::failure::Failure;
use crate::large::{DAMAGED, LargeStore, MISSING, REFUSED, UNAVAILABLE};
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

/// A folder of a test's own.
struct Dir(PathBuf);

impl Dir {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("large-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Dir(path)
    }

    fn store(&self) -> LargeStore {
        LargeStore::folder(self.0.join("large"))
    }

    /// The names in the folder of values.
    fn names(&self) -> Vec<String> {
        let files = fs::read_dir(self.0.join("large")).unwrap();
        files.map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }
}

impl Drop for Dir {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(work)
}

fn error<T>(outcome: Result<T, Failure>) -> String {
    outcome.err().map(|failure| failure.error().to_owned()).unwrap_or_default()
}

#[test]
fn a_value_is_one_file_of_the_name_of_its_digest() {
    let dir = Dir::new("one");
    let store = dir.store();
    let text = "ü".repeat(300_000);
    let first = run(store.put(&text)).unwrap();
    let again = run(store.put(&text)).unwrap();
    assert_eq!(first, again);
    assert_eq!(dir.names(), [first.key()]);
    assert_eq!(run(store.get(&first)).unwrap(), text);
    assert_eq!(first.bytes() as usize, text.len() + 2);
    // Another store of the same folder, as after a restart.
    assert_eq!(run(dir.store().get(&first)).unwrap(), text);
}

#[test]
fn what_is_missing_or_damaged_is_told_by_name() {
    let dir = Dir::new("damaged");
    let store = dir.store();
    let large = run(store.put(&"value")).unwrap();
    let large = large.to_string().parse::<crate::large::Large<String>>().unwrap();
    let path = dir.0.join("large").join(large.key());
    for wrong in ["", "\"valus\"", "\"value\" ", "\"value\"\"value\""] {
        fs::write(&path, wrong).unwrap();
        assert_eq!(error(run(store.get(&large))), DAMAGED, "{wrong}");
    }
    fs::remove_file(&path).unwrap();
    assert_eq!(error(run(store.get(&large))), MISSING);
    fs::remove_dir_all(dir.0.join("large")).unwrap();
    assert_eq!(error(run(store.get(&large))), MISSING);
    run(store.put(&"value")).unwrap();
    assert_eq!(run(store.get(&large)).unwrap(), "value");
}

#[test]
fn a_value_of_another_type_does_not_fit() {
    let dir = Dir::new("type");
    let large = run(dir.store().put(&"value")).unwrap();
    let other = large.to_string().parse::<crate::large::Large<u8>>().unwrap();
    assert_eq!(error(run(dir.store().get(&other))), "States.Runtime");
}

#[test]
fn a_folder_that_cannot_be_is_unavailable() {
    let dir = Dir::new("unavailable");
    fs::write(dir.0.join("large"), "a file").unwrap();
    assert_eq!(error(run(dir.store().put(&1))), UNAVAILABLE);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let dir = Dir::new("links");
    let store = dir.store();
    let large = run(store.put(&"value")).unwrap();
    let large = large.to_string().parse::<crate::large::Large<String>>().unwrap();
    let (path, outside) = (dir.0.join("large").join(large.key()), dir.0.join("outside"));
    fs::rename(&path, &outside).unwrap();
    symlink(&outside, &path).unwrap();
    assert_eq!(error(run(store.get(&large))), REFUSED);
    fs::write(&outside, "another's").unwrap();
    run(store.put(&"value")).unwrap();
    assert_eq!(fs::read_to_string(&outside).unwrap(), "another's", "the link was replaced");
    assert_eq!(run(store.get(&large)).unwrap(), "value");
}

#[test]
fn pruning_takes_old_values_and_nothing_else() {
    let dir = Dir::new("prune");
    let store = dir.store();
    assert_eq!(run(store.prune(Duration::ZERO)).unwrap(), 0);
    run(store.put(&"old")).unwrap();
    let folder = dir.0.join("large");
    fs::write(folder.join("notes.json"), "of somebody").unwrap();
    fs::write(folder.join(".x.unfinished"), "half").unwrap();
    assert_eq!(run(store.prune(Duration::from_secs(60))).unwrap(), 0);
    assert_eq!(run(store.prune(Duration::MAX)).unwrap(), 0);
    assert_eq!(dir.names().len(), 3);
    std::thread::sleep(Duration::from_millis(20));
    assert_eq!(run(store.prune(Duration::from_millis(1))).unwrap(), 1);
    assert_eq!(dir.names(), ["notes.json"]);
}
