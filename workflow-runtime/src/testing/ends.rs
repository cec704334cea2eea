//! The ends of the runs of a set.

use crate::failure::Failure;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// The error of a failure that nothing else has a name for: an answer that is missing, among others.
const RUNTIME: &str = "States.Runtime";

/// The number of runs that ended well, and the failures of the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ends {
    /// Their number.
    pub runs: usize,
    /// The number that ended well.
    pub well: usize,
    /// The number that failed with each error.
    pub failed: BTreeMap<String, usize>,
    /// The cause of the first that ended in `States.Runtime`.
    cause: Option<String>,
}

impl Ends {
    /// Counts a run.
    pub(super) fn add(&mut self, result: &Result<Value, Failure>) {
        self.runs += 1;
        match result {
            Ok(_) => self.well += 1,
            Err(failure) => {
                *self.failed.entry(failure.error().to_owned()).or_default() += 1;
                if failure.error() == RUNTIME {
                    self.cause.get_or_insert_with(|| failure.reported());
                }
            }
        }
    }

    /// The reason why these runs show nothing, if they do not.
    pub(super) fn prove_nothing(&self) -> Option<String> {
        if self.runs == 0 {
            return Some("there was no run: give it an input".to_owned());
        }
        let lost = self.failed.get(RUNTIME).is_some_and(|failed| *failed == self.runs);
        let cause = self.cause.as_deref().unwrap_or_default();
        lost.then(|| format!("all ended in `{RUNTIME}`: {cause}\n{self}"))
    }
}

/// `3 runs: 2 ended well, 1 failed with `Declined``
impl fmt::Display for Ends {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let runs = if self.runs == 1 { "run" } else { "runs" };
        write!(f, "{} {runs}: {} ended well", self.runs, self.well)?;
        self.failed
            .iter()
            .try_for_each(|(error, count)| write!(f, ", {count} failed with `{error}`"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_counted_by_their_ends() {
        let mut ends = Ends::default();
        assert!(ends.prove_nothing().is_some());
        ends.add(&Err(Failure::runtime("nobody answers")));
        assert_eq!(
            ends.prove_nothing().as_deref(),
            Some(
                "all ended in `States.Runtime`: nobody answers\n1 run: 0 ended well, 1 failed with `States.Runtime`"
            )
        );
        ends.add(&Err(Failure::new("Declined", "")));
        ends.add(&Ok(Value::Null));
        assert_eq!(ends.prove_nothing(), None);
        let text = "3 runs: 1 ended well, 1 failed with `Declined`, 1 failed with `States.Runtime`";
        assert_eq!(ends.to_string(), text);
    }
}
