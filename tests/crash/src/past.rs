//! The processes before: what they have begun, and whoever asked was not told.

use crate::journal::Line;
use crate::plan::{Kind, Plan};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The journal of the processes before, as the next one needs it.
#[derive(Default)]
pub struct Past {
    started: BTreeMap<u64, bool>,
    /// Tokens, by their calls: the answers given, and true if one was taken.
    tokens: BTreeMap<String, (u64, usize, bool)>,
    stopped: BTreeSet<String>,
    /// The executions that were told as ended.
    pub ended: HashSet<String>,
}

impl Past {
    pub fn of(lines: &[Line]) -> Self {
        let mut past = Past::default();
        lines.iter().for_each(|line| past.read(line));
        past
    }

    fn read(&mut self, line: &Line) {
        match line {
            Line::Start(number) => drop(self.started.entry(*number).or_insert(false)),
            Line::Started(number) => drop(self.started.insert(*number, true)),
            Line::Token { call, token } => {
                self.tokens.entry(token.clone()).or_insert((*call, 0, false));
            }
            Line::Answer { token, .. } => {
                self.tokens.entry(token.clone()).and_modify(|it| it.1 += 1);
            }
            Line::Answered { token, .. } | Line::Declined { token } => {
                self.tokens.entry(token.clone()).and_modify(|it| it.2 = true);
            }
            Line::Found { id, ended: true, .. } => drop(self.ended.insert(id.clone())),
            Line::Stopped(id) => drop(self.stopped.insert(id.clone())),
            _ => {}
        }
    }

    /// The number of the first execution that nobody has started.
    pub fn next(&self) -> u64 {
        self.started.last_key_value().map_or(0, |(number, _)| number + 1)
    }

    /// The executions that were started, and nobody was told that they have begun.
    pub fn unacknowledged(&self) -> Vec<Plan> {
        self.started.iter().filter(|(_, begun)| !**begun).map(|(it, _)| Plan::new(*it)).collect()
    }

    /// The tokens that nobody is known to have answered, with their calls and the answers that were given.
    pub fn unanswered(&self) -> Vec<(u64, String, usize)> {
        let asks = |call| {
            let kind = Plan::of_call(call).kind;
            matches!(kind, Kind::Asking | Kind::AskingDocument)
        };
        let open = self.tokens.iter().filter(|(_, (call, _, done))| !done && asks(*call));
        open.map(|(token, (call, times, _))| (*call, token.clone(), *times)).collect()
    }

    /// The executions that are to be stopped.
    pub fn stoppable(&self) -> Vec<Plan> {
        let begun = self.started.iter().filter(|(_, begun)| **begun).map(|(it, _)| Plan::new(*it));
        begun
            .filter(|plan| plan.kind == Kind::Endless && !self.stopped.contains(&plan.id()))
            .collect()
    }
}
