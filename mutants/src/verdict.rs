//! The outcome of a mutant, and the sum of all.

use crate::site::Site;
use std::fmt;

/// The outcome of one mutant.
pub enum Verdict {
    NotViable,
    /// Seen by this test or build.
    Killed(String),
    Survived,
}

/// The share of viable mutants that must be killed, in percent; survivors with a reason do not count.
const ENOUGH: usize = 95;

/// The number of mutants with each verdict.
#[derive(Default)]
pub struct Tally {
    killed: usize,
    survived: usize,
    explained: usize,
    not_viable: usize,
}

impl Tally {
    /// Counts and prints a mutant.
    pub fn add(&mut self, site: &Site, verdict: &Verdict, reason: Option<&str>) {
        let shown = match (verdict, reason) {
            (Verdict::NotViable, _) => {
                self.not_viable += 1;
                "not viable".to_owned()
            }
            (Verdict::Killed(by), _) => {
                self.killed += 1;
                format!("killed by {by}")
            }
            (Verdict::Survived, Some(reason)) => {
                self.explained += 1;
                format!("SURVIVED ({reason})")
            }
            (Verdict::Survived, None) => {
                self.survived += 1;
                "SURVIVED".to_owned()
            }
        };
        let Site { number, file, line, rule, text, .. } = site;
        println!("{number:4} {file}:{line}: {text}  [{rule}]\n     {shown}");
    }

    /// True if enough viable mutants were killed.
    pub fn enough(&self) -> bool {
        let viable = self.killed + self.survived;
        self.killed * 100 >= viable * ENOUGH
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally { killed, survived, explained, not_viable } = self;
        let viable = killed + survived + explained;
        write!(
            f,
            "{killed} of {viable} viable mutants killed; {survived} survived, {explained} survived with a reason, \
             {not_viable} did not compile"
        )
    }
}
