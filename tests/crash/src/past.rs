//! The processes before: what they have begun, and whoever asked was not told.

use crate::journal::Line;
use crate::plan::{Kind, Plan};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The journal of the processes before, as the next one needs it.
#[derive(Default, Serialize, Deserialize)]
pub struct Past {
    /// The number of the first execution that nobody has started.
    pub next: u64,
    /// The executions that were started, and nobody was told that they have begun.
    begun: BTreeSet<u64>,
    /// Tokens that nobody is known to have answered, with their calls and the number of answers that were given.
    tokens: BTreeMap<String, (u64, usize)>,
    /// The executions that have begun and are to be stopped.
    endless: BTreeSet<u64>,
    /// The executions that were told as ended.
    pub ended: HashSet<String>,
}

impl Past {
    pub fn read(&mut self, line: &Line) {
        match line {
            Line::Start(number) => {
                self.next = self.next.max(number + 1);
                self.begun.insert(*number);
            }
            Line::Started(number) => {
                self.begun.remove(number);
                if Plan::new(*number).kind == Kind::Endless {
                    self.endless.insert(*number);
                }
            }
            Line::Token { call, token } if asks(*call) => {
                self.tokens.entry(token.clone()).or_insert((*call, 0));
            }
            Line::Answer { token, .. } => {
                self.tokens.entry(token.clone()).and_modify(|it| it.1 += 1);
            }
            Line::Answered { token, .. } | Line::Declined { token } => {
                self.tokens.remove(token);
            }
            Line::Found { id, ended: true, .. } => drop(self.ended.insert(id.clone())),
            Line::Stopped(id) => {
                let number = id.rsplit(":x").next().and_then(|number| number.parse().ok());
                number.map(|number: u64| self.endless.remove(&number));
            }
            _ => {}
        }
    }

    /// The executions that were started, and nobody was told that they have begun.
    pub fn unacknowledged(&self) -> Vec<Plan> {
        self.begun.iter().map(|number| Plan::new(*number)).collect()
    }

    /// The tokens that nobody is known to have answered, with their calls and the answers that were given.
    pub fn unanswered(&self) -> Vec<(u64, String, usize)> {
        let open = self.tokens.iter();
        open.map(|(token, (call, times))| (*call, token.clone(), *times)).collect()
    }

    /// The executions that are to be stopped.
    pub fn stoppable(&self) -> Vec<Plan> {
        self.endless.iter().map(|number| Plan::new(*number)).collect()
    }
}

fn asks(call: u64) -> bool {
    matches!(Plan::of_call(call).kind, Kind::Asking | Kind::AskingDocument)
}
