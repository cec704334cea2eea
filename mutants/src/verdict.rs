//! The outcome of a mutant, and the sum of all.

use crate::explained::Explained;
use crate::site::Site;
use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

/// The outcome of one mutant.
pub enum Verdict {
    NotViable,
    /// Seen by this test or build.
    Killed(String),
    /// Seen by nothing but the sizes of expansions: it is other code.
    Sized,
    /// Seen by none; the word says how near they came.
    Survived(&'static str),
}

/// The share of viable mutants that must be killed, in percent; survivors with a reason do not count.
const ENOUGH: usize = 95;

/// The number of mutants with each verdict.
#[derive(Default)]
struct Counts {
    killed: usize,
    /// Of the killed ones.
    sized: usize,
    survived: usize,
    explained: usize,
    not_viable: usize,
}

/// The number of mutants with each verdict, for each folder and for all.
pub struct Tally<'a> {
    explained: &'a Explained,
    folders: BTreeMap<String, Counts>,
    all: Counts,
}

impl<'a> Tally<'a> {
    /// Returns one of no mutants.
    pub fn new(explained: &'a Explained) -> Self {
        Tally { explained, folders: BTreeMap::new(), all: Counts::default() }
    }

    /// Counts and prints a mutant.
    pub fn add(&mut self, site: &Site, verdict: &Verdict, took: Duration) {
        let reason = self.explained.reason(site);
        let folder = site.file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let here = self.folders.entry(folder.to_owned()).or_default();
        for counts in [here, &mut self.all] {
            *match (verdict, reason) {
                (Verdict::NotViable, _) => &mut counts.not_viable,
                (Verdict::Killed(_) | Verdict::Sized, _) => &mut counts.killed,
                (Verdict::Survived(_), Some(_)) => &mut counts.explained,
                (Verdict::Survived(_), None) => &mut counts.survived,
            } += 1;
            counts.sized += usize::from(matches!(verdict, Verdict::Sized));
        }
        let shown = match (verdict, reason) {
            (Verdict::NotViable, _) => "not viable".to_owned(),
            (Verdict::Killed(by), _) => format!("killed by {by}"),
            (Verdict::Sized, _) => "killed by the sizes of expansions alone".to_owned(),
            (Verdict::Survived(_), Some(reason)) => format!("SURVIVED ({reason})"),
            (Verdict::Survived(how), None) => format!("SURVIVED {how}"),
        };
        println!("{site}\n     {shown}  ({} s)", took.as_secs());
    }

    /// True if enough viable mutants were killed.
    pub fn enough(&self) -> bool {
        let viable = self.all.killed + self.all.survived;
        self.all.killed * 100 >= viable * ENOUGH
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts { killed, sized, survived, explained, not_viable } = self;
        let viable = killed + survived + explained;
        write!(
            f,
            "{killed} of {viable} viable mutants killed ({sized} by sizes alone); {survived} survived, {explained} survived with a reason, \
             {not_viable} did not compile"
        )
    }
}

impl fmt::Display for Tally<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (folder, counts) in &self.folders {
            writeln!(f, "{folder}: {counts}")?;
        }
        write!(f, "{}", self.all)
    }
}
