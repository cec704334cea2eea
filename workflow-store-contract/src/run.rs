//! The runs of cases.

use crate::{CASES, REOPENED};
use std::any::Any;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;
use workflow_runtime::store::Store;
use workflow_runtime::task::BoxFuture;

/// The time after which a case has failed.
const PATIENCE: Duration = Duration::from_secs(120);

/// A store of any kind.
pub type Shared = Arc<dyn Store>;

/// A place where a store is kept: opens it, once the one before is dropped.
pub type Place = Arc<dyn Fn() -> Shared + Send + Sync>;

/// A case.
pub struct Case {
    pub name: &'static str,
    pub run: fn(Shared) -> BoxFuture<()>,
}

/// A case in which a store is opened again.
pub struct Reopened {
    pub name: &'static str,
    pub run: fn(Place) -> BoxFuture<()>,
}

/// Runs a case with a new store.
///
/// # Panics
/// If the store breaks the contract, or there is no such case.
pub fn run<S: Store>(case: &str, open: impl FnOnce() -> S) {
    let found = CASES.iter().find(|it| it.name == case);
    let found = found.unwrap_or_else(|| panic!("there is no case `{case}`"));
    wait((found.run)(Arc::new(open())));
}

/// Runs a case in which a store is opened again, at a new place.
///
/// # Panics
/// If the store breaks the contract, or there is no such case.
pub fn run_reopened<S: Store, O: Fn() -> S + Send + Sync + 'static>(
    case: &str,
    place: impl FnOnce() -> O,
) {
    let found = REOPENED.iter().find(|it| it.name == case);
    let found = found.unwrap_or_else(|| panic!("there is no case `{case}`"));
    let open = place();
    wait((found.run)(Arc::new(move || Arc::new(open()))));
}

/// Runs all cases, each with a new store, and returns the names of those that fail, with their messages.
pub fn check<S: Store>(open: impl Fn() -> S) -> Vec<(&'static str, String)> {
    let names = CASES.iter().map(|it| it.name);
    names.filter_map(|name| Some((name, failure(|| run(name, &open))?))).collect()
}

/// Runs all cases in which a store is opened again, as [`check`] does.
pub fn check_reopened<S: Store, O: Fn() -> S + Send + Sync + 'static>(
    place: impl Fn() -> O,
) -> Vec<(&'static str, String)> {
    let names = REOPENED.iter().map(|it| it.name);
    names.filter_map(|name| Some((name, failure(|| run_reopened(name, &place))?))).collect()
}

/// Returns the names of all cases with a new store.
#[must_use]
pub fn names() -> Vec<&'static str> {
    CASES.iter().map(|it| it.name).collect()
}

fn wait(case: impl Future<Output = ()> + Send + 'static) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_time().build();
    let runtime = runtime.unwrap_or_else(|error| panic!("a runtime could not be made: {error}"));
    let ended = runtime.block_on(async { tokio::time::timeout(PATIENCE, case).await });
    ended.unwrap_or_else(|_| panic!("the store does not answer"));
}

/// The message of a panic, if there is one.
fn failure(run: impl FnOnce()) -> Option<String> {
    let panic = catch_unwind(AssertUnwindSafe(run)).err()?;
    Some(text(&*panic).unwrap_or("a panic without a message").to_owned())
}

fn text(panic: &(dyn Any + Send)) -> Option<&str> {
    panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied())
}
