//! The starts that are kept: by execution, and by the machine, version or alias that started them.

use super::run::{MapRunChange, Run};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// The starts that are kept.
#[derive(Default)]
pub(super) struct Runs {
    /// By the ARN of the execution, with the number under which it is kept.
    known: HashMap<Arc<str>, (u64, Arc<Run>)>,
    /// The executions by those numbers: the oldest first.
    numbered: BTreeMap<u64, Arc<str>>,
    /// The numbers of those that a machine, `machine:version` or `machine:alias` has started.
    started: HashMap<String, BTreeSet<u64>>,
    /// The Map Runs that were changed, by their ARNs.
    changed: HashMap<String, MapRunChange>,
    last: u64,
}

impl Runs {
    /// The number of a start that is new.
    pub(super) fn number(&mut self) -> u64 {
        self.last += 1;
        self.last
    }

    /// Adds a start, in place of the one that is kept of its execution.
    pub(super) fn insert(&mut self, number: u64, run: Run) {
        let execution: Arc<str> = run.execution.as_str().into();
        self.remove(&execution);
        self.last = self.last.max(number);
        for place in places(&run) {
            self.started.entry(place).or_default().insert(number);
        }
        self.changed.extend(run.map_runs.iter().map(|(arn, change)| (arn.clone(), *change)));
        self.numbered.insert(number, execution.clone());
        self.known.insert(execution, (number, Arc::new(run)));
    }

    /// Removes the start of an execution.
    pub(super) fn remove(&mut self, execution: &str) {
        let Some((number, run)) = self.known.remove(execution) else { return };
        self.numbered.remove(&number);
        for arn in run.map_runs.keys() {
            self.changed.remove(arn);
        }
        for place in places(&run) {
            if let Some(numbers) = self.started.get_mut(&place) {
                numbers.remove(&number);
                if numbers.is_empty() {
                    self.started.remove(&place);
                }
            }
        }
    }

    /// The start of an execution, and its number.
    pub(super) fn of(&self, execution: &str) -> Option<(u64, Arc<Run>)> {
        self.known.get(execution).cloned()
    }

    /// The change of a Map Run.
    pub(super) fn changed(&self, arn: &str) -> Option<MapRunChange> {
        self.changed.get(arn).copied()
    }

    /// The executions whose starts are kept, the oldest first: at most `most`.
    pub(super) fn oldest(&self, most: usize) -> Vec<Arc<str>> {
        self.numbered.values().take(most).cloned().collect()
    }

    /// The executions that a machine, version or alias has started, the latest first: those with numbers below `below`, at
    /// most `most`.
    pub(super) fn latest(&self, place: &str, below: u64, most: usize) -> Vec<(u64, Arc<str>)> {
        let Some(numbers) = self.started.get(place) else { return vec![] };
        let found = numbers.range(..below).rev().take(most);
        found.filter_map(|number| Some((*number, self.numbered.get(number)?.clone()))).collect()
    }

    /// True if a start of this machine and revision is kept.
    pub(super) fn has(&self, machine: &str, revision: u64) -> bool {
        let of = |number| self.known.get(self.numbered.get(number)?).map(|(_, run)| run.revision);
        let numbers = self.started.get(machine);
        numbers.is_some_and(|numbers| numbers.iter().any(|it| of(it) == Some(revision)))
    }
}

/// The places of a start in the index.
fn places(run: &Run) -> impl Iterator<Item = String> {
    let machine = run.machine();
    let own = |qualifier: &str| format!("{machine}:{qualifier}");
    let version = run.version.map(|version| own(&version.to_string()));
    let alias = run.alias.as_deref().map(own);
    [Some(machine.to_owned()), version, alias].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(name: &str, version: Option<u64>, alias: Option<&str>) -> Run {
        let execution = format!("arn:aws:states:r:a:execution:m:{name}");
        let alias = alias.map(str::to_owned);
        Run { execution, revision: version.unwrap_or(0), version, alias, ..Run::default() }
    }

    #[test]
    fn changes_of_map_runs_are_there_as_long_as_their_execution() {
        let mut runs = Runs::default();
        let change = MapRunChange { concurrency: Some(3), ..MapRunChange::default() };
        let changed = |arn: &str, change| Run {
            map_runs: [(arn.to_owned(), change)].into(),
            ..run("a", None, None)
        };
        runs.insert(1, changed("one", change));
        assert_eq!((runs.changed("one"), runs.changed("two")), (Some(change), None));
        let later = change.and(MapRunChange { count: Some(1), ..MapRunChange::default() });
        assert_eq!((later.concurrency, later.count, later.percentage), (Some(3), Some(1), None));
        runs.insert(1, changed("one", later));
        assert_eq!(runs.changed("one"), Some(later));
        runs.oldest(9).iter().for_each(|it| runs.remove(it));
        assert!(runs.changed.is_empty());
    }

    #[test]
    fn starts_are_found_by_what_started_them() {
        let mut runs = Runs::default();
        for (name, version, alias) in
            [("a", Some(1), None), ("b", Some(2), Some("x")), ("c", Some(1), Some("x"))]
        {
            let number = runs.number();
            runs.insert(number, run(name, version, alias));
        }
        let names = |runs: &Runs, place: &str, below, most| {
            let found = runs.latest(place, below, most).into_iter();
            found.map(|(_, it)| it.rsplit(':').next().unwrap_or("").to_owned()).collect::<String>()
        };
        assert_eq!(names(&runs, "m", u64::MAX, 9), "cba");
        assert_eq!(names(&runs, "m:1", u64::MAX, 9), "ca");
        assert_eq!(names(&runs, "m:x", u64::MAX, 1), "c");
        assert_eq!(names(&runs, "m:x", 3, 9), "b");
        assert!(runs.has("m", 2) && !runs.has("m", 3) && !runs.has("n", 2));
        // Another start of the same execution takes its place.
        let number = runs.number();
        runs.insert(number, run("b", Some(1), None));
        assert_eq!(names(&runs, "m:1", u64::MAX, 9), "bca");
        assert_eq!(names(&runs, "m:x", u64::MAX, 9), "c");
        runs.oldest(9).iter().for_each(|it| runs.remove(it));
        assert!(runs.known.is_empty() && runs.numbered.is_empty() && runs.started.is_empty());
    }
}
