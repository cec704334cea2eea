//! Large values in a folder: what is written, found, refused and removed.

#![allow(clippy::unwrap_used, reason = "tests")]

use super::{Folder, LOCK};
use crate::failure::Failure;
use crate::large::{DAMAGED, LargeStore, MISSING, REFUSED, UNAVAILABLE};
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

const HOUR: Duration = Duration::from_secs(3600);

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

    /// The lock, as another process opens it.
    fn lock(&self) -> File {
        File::options().write(true).open(self.0.join("large").join(LOCK)).unwrap()
    }

    /// Makes all values two hours older than they are.
    fn age(&self) {
        let then = SystemTime::now() - 2 * HOUR;
        for name in self.names() {
            let file = File::options().write(true).open(self.0.join("large").join(name));
            file.unwrap().set_modified(then).unwrap();
        }
    }

    /// The names in the folder of values, without the lock.
    fn names(&self) -> Vec<String> {
        let files = fs::read_dir(self.0.join("large")).unwrap();
        let names = files.map(|it| it.unwrap().file_name().to_string_lossy().into_owned());
        names.filter(|name| name != LOCK).collect()
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

#[test]
fn a_second_put_renews_the_age() {
    let dir = Dir::new("renews");
    let (renewed, old) = run(async { (dir.store().put(&1).await, dir.store().put(&2).await) });
    dir.age();
    run(dir.store().put(&1)).unwrap();
    assert_eq!(run(dir.store().prune(HOUR)).unwrap(), 1);
    assert_eq!(run(dir.store().get(&renewed.unwrap())).unwrap(), 1);
    assert_eq!(error(run(dir.store().get(&old.unwrap()))), MISSING);
}

#[test]
fn a_value_that_is_being_renewed_is_not_pruned() {
    let dir = Dir::new("guarded");
    let large = run(dir.store().put(&1)).unwrap();
    dir.age();
    // Another process is about to give it its name.
    let lock = dir.lock();
    lock.lock_shared().unwrap();
    let store = dir.store();
    let pruned = std::thread::spawn(move || run(store.prune(HOUR)));
    std::thread::sleep(Duration::from_millis(50));
    assert_eq!((pruned.is_finished(), dir.names()), (false, vec![large.key()]));
    let file = File::options().write(true).open(dir.0.join("large").join(large.key())).unwrap();
    file.set_modified(SystemTime::now()).unwrap();
    lock.unlock().unwrap();
    assert_eq!(pruned.join().unwrap().unwrap(), 0);
    assert_eq!(run(dir.store().get(&large)).unwrap(), 1);
}

#[test]
fn nothing_is_named_while_another_prunes() {
    let dir = Dir::new("named");
    let other = run(dir.store().put(&1)).unwrap();
    let lock = dir.lock();
    lock.lock().unwrap();
    let store = dir.store();
    let put = std::thread::spawn(move || run(store.put(&2)));
    std::thread::sleep(Duration::from_millis(50));
    assert!(!put.is_finished());
    lock.unlock().unwrap();
    let large = put.join().unwrap().unwrap();
    assert_eq!(run(dir.store().get(&large)).unwrap(), 2);
    assert!(dir.names().contains(&other.key()));
}

#[test]
fn stores_of_one_folder_prune_and_write_at_once() {
    let dir = Dir::new("at-once");
    let old: Vec<_> = (0..50_usize).map(|value| run(dir.store().put(&value)).unwrap()).collect();
    dir.age();
    let all = std::thread::scope(|scope| {
        let prune = || (0..20).map(|_| run(dir.store().prune(HOUR)).unwrap()).sum::<usize>();
        let pruners = [scope.spawn(prune), scope.spawn(prune)];
        // Two writers of the same keys.
        let put =
            || (0..20_usize).map(|value| run(dir.store().put(&value)).unwrap()).collect::<Vec<_>>();
        let writers = [scope.spawn(put), scope.spawn(put)];
        let written = writers.map(|it| it.join().unwrap());
        assert_eq!(written[0], written[1]);
        pruners.map(|it| it.join().unwrap()).iter().sum::<usize>()
    });
    assert!((30..=50).contains(&all), "each old value is counted once: {all}");
    for (value, large) in old.iter().enumerate() {
        let found = run(dir.store().get(large));
        assert_eq!(found.ok(), (value < 20).then_some(value), "{value}");
    }
    assert_eq!(dir.names().len(), 20, "{:?}", dir.names());
}

#[test]
fn folders_are_made_as_deep_as_they_are_named() {
    let dir = Dir::new("deep");
    let deep = LargeStore::folder(dir.0.join("a/b/c"));
    let large = run(deep.put(&1)).unwrap();
    assert_eq!(run(deep.get(&large)).unwrap(), 1);
}

#[test]
fn a_folder_that_may_not_be_written_refuses() {
    let inner = Folder::new(PathBuf::from("values"));
    for (kind, expected) in [
        (ErrorKind::PermissionDenied, REFUSED),
        (ErrorKind::ReadOnlyFilesystem, REFUSED),
        (ErrorKind::StorageFull, UNAVAILABLE),
        (ErrorKind::Other, UNAVAILABLE),
    ] {
        let failure = inner.failed("write", &io::Error::from(kind));
        assert_eq!(failure.error(), expected, "{failure}");
        assert!(
            failure.cause().starts_with("cannot write large values in `values`: "),
            "{failure}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_lock_that_is_a_link_is_refused() {
    let dir = Dir::new("lock");
    fs::create_dir(dir.0.join("large")).unwrap();
    std::os::unix::fs::symlink(dir.0.join("outside"), dir.0.join("large").join(LOCK)).unwrap();
    assert_eq!(error(run(dir.store().put(&1))), REFUSED);
    assert!(!dir.0.join("outside").exists());
    assert!(dir.names().is_empty(), "{:?}", dir.names());
}
