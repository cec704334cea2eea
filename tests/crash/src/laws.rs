//! The laws that hold over kills, and the journal held against them.

use crate::journal::{Line, Written};
use crate::mark::Mark;
use crate::plan::Plan;
use crate::soak::FULL;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The most violations that are kept as text.
const TOLD: usize = 30;

/// The facts that the journal holds.
#[derive(Default)]
pub struct Known {
    pub round: u64,
    /// True if the store stalls now and then, and forgets what has ended.
    pub soak: bool,
    /// The commits that were refused for the moment.
    pub stalled: u64,
    /// Executions that were asked for, and those of which the start was acknowledged.
    pub started: BTreeMap<u64, bool>,
    /// The last acknowledged commit, by execution.
    commits: HashMap<String, u64>,
    /// The commits that the store was asked to write, and has not acknowledged.
    pub asked: HashMap<u64, Written>,
    /// Those of killed processes: the next process finds them or not.
    cut: HashMap<String, Vec<Written>>,
    /// The results that are written.
    committed: HashSet<Mark>,
    /// The effects of this process.
    pub effects: BTreeSet<Mark>,
    /// The number of times that each attempt took effect, in all processes.
    pub times: BTreeMap<Mark, u32>,
    keys: HashMap<u64, String>,
    calls: HashMap<String, u64>,
    tokens: HashMap<u64, String>,
    asking: HashMap<String, u64>,
    /// The answers that were given to a call, and the one that was acknowledged.
    answers: HashMap<u64, (Vec<String>, Option<String>)>,
    /// The answers that are on their way, and those that were acknowledged: their calls.
    pub answering: BTreeSet<u64>,
    pub answered: BTreeSet<u64>,
    pub stopping: BTreeSet<String>,
    pub stopped: BTreeSet<String>,
    /// The executions that have begun and not ended, with the names of their state machines.
    pub open: BTreeMap<String, String>,
    pub items: BTreeSet<String>,
    /// The executions that the process has found, and the states of those that were open.
    found: HashSet<String>,
    /// Those that were found as ended, and how many there were before this process.
    ended: HashSet<String>,
    ended_before: usize,
    pub waiting: usize,
    pub ready: bool,
    pub done: bool,
    pub violations: Vec<String>,
    pub violated: u64,
    /// The commits that a kill met, by what became of them.
    pub written: u64,
    pub lost: u64,
}

impl Known {
    pub fn wrong(&mut self, why: String) {
        self.violated += 1;
        if self.violations.len() < TOLD {
            self.violations.push(format!("process {}: {why}", self.round));
        }
    }

    pub fn read(&mut self, line: Line) {
        match line {
            Line::Round(round) => self.begin(round),
            Line::Found { id, number, ended, state } => self.find(id, number, ended, &state),
            Line::FoundAll(again) => self.found_all(again),
            Line::Ready => self.ready = true,
            Line::Start(number) => drop(self.started.entry(number).or_insert(false)),
            Line::Started(number) => drop(self.started.insert(number, true)),
            Line::Commit(commit) => drop(self.asked.insert(commit.call, commit)),
            Line::Acknowledged(call) => self.acknowledge(call),
            Line::Existed(call) => drop(self.asked.remove(&call)),
            Line::Refused(call, why) => {
                self.asked.remove(&call);
                // It goes on by itself, in the same process.
                if self.soak && why.contains(FULL) {
                    self.stalled += 1;
                } else {
                    self.wrong(format!("a commit was refused: {why}"));
                }
            }
            Line::Effect { mark, key, after } => self.effect(mark, key, &after),
            Line::Token { call, token } => self.token(call, token),
            Line::Answer { token, value } => self.answer(&token, value),
            Line::Answered { token, value } => self.take(&token, value),
            Line::Declined { token } => {
                let call = self.call(&token);
                self.answering.remove(&call);
            }
            Line::Stop(id) => drop(self.stopping.insert(id)),
            Line::Stopped(id) => {
                self.stopping.remove(&id);
                self.stopped.insert(id);
            }
            Line::Wrong(why) => self.wrong(why),
            Line::Done => self.done = true,
        }
    }

    /// A process begins: the one before may have been cut off.
    pub fn begin(&mut self, round: u64) {
        self.round = round;
        self.ended_before = self.ended.len();
        for (_, commit) in self.asked.drain() {
            self.cut.entry(commit.id.clone()).or_default().push(commit);
        }
        self.effects.clear();
        self.answering.clear();
        self.stopping.clear();
        self.found.clear();
        (self.waiting, self.ready, self.done) = (0, false, false);
    }

    fn find(&mut self, id: String, number: u64, ended: bool, state: &str) {
        let mut cut = self.cut.remove(&id).unwrap_or_default();
        // Of two with one number, an older engine's is refused.
        cut.sort_by_key(|commit| (commit.number, std::cmp::Reverse(commit.epoch)));
        for commit in cut {
            let before = self.commits.get(&id).copied().unwrap_or(0);
            if before < commit.number && commit.number <= number {
                self.write(&commit);
                self.written += 1;
            } else {
                self.lost += 1;
            }
        }
        let acknowledged = self.commits.get(&id).copied().unwrap_or(0);
        if number < acknowledged {
            self.wrong(format!("{id} has {number} commits, {acknowledged} were acknowledged"));
        }
        if !ended && state == "Sleep" {
            self.waiting += 1;
        }
        if ended {
            self.ended.insert(id.clone());
        }
        self.found.insert(id);
    }

    fn found_all(&mut self, again: usize) {
        if self.soak {
            // What has ended is forgotten; what had begun and not ended is there.
            let open = self.open.keys().filter(|id| !self.found.contains(*id));
            let gone: Vec<_> = open.cloned().collect();
            gone.into_iter().for_each(|id| self.wrong(format!("{id} is gone, and was open")));
            self.commits.retain(|id, _| self.open.contains_key(id));
            self.lost += self.cut.drain().map(|(_, cut)| cut.len() as u64).sum::<u64>();
            return;
        }
        if again != self.ended_before {
            self.wrong(format!("{again} of {} that had ended are there", self.ended_before));
        }
        let is = |id: &String| self.found.contains(id) || self.ended.contains(id);
        let gone = |(id, _): &(&String, &u64)| !is(id);
        let gone: Vec<_> = self.commits.iter().filter(gone).map(|(id, _)| id.clone()).collect();
        for id in gone {
            self.wrong(format!("{id} is gone, its start was acknowledged"));
        }
        // What was not found was not written.
        self.lost += self.cut.drain().map(|(_, cut)| cut.len() as u64).sum::<u64>();
    }

    fn acknowledge(&mut self, call: u64) {
        match self.asked.remove(&call) {
            Some(commit) => self.write(&commit),
            None => self.wrong("a commit was acknowledged, and not asked for".to_owned()),
        }
    }

    /// A commit is in the store.
    fn write(&mut self, commit: &Written) {
        let before = self.commits.insert(commit.id.clone(), commit.number).unwrap_or(0);
        if before + 1 != commit.number {
            let Written { id, number, .. } = commit;
            self.wrong(format!("commit {number} of {id} follows commit {before}"));
        }
        for mark in &commit.marks {
            self.committed.insert(*mark);
            self.answered.remove(&mark.0);
        }
        if let Some(machine) = &commit.begins {
            self.open.insert(commit.id.clone(), machine.clone());
        }
        if commit.begins.is_some() && commit.item {
            self.items.insert(commit.id.clone());
        }
        if commit.ends {
            self.open.remove(&commit.id);
            self.items.remove(&commit.id);
        }
    }

    /// True if a result is in the store.
    pub fn has(&self, mark: Mark) -> bool {
        self.committed.contains(&mark)
    }

    fn effect(&mut self, mark: Mark, key: String, after: &[Mark]) {
        if self.has(mark) {
            self.wrong(format!("{mark} took effect again, its result was written"));
        }
        if !self.effects.insert(mark) && !self.soak {
            self.wrong(format!("{mark} took effect twice in one process"));
        }
        for led in after.iter().chain(mark.before().as_ref()) {
            if !self.has(*led) {
                self.wrong(format!("{mark} took effect before {led} was written"));
            }
        }
        *self.times.entry(mark).or_default() += 1;
        let Mark(call, _) = mark;
        match self.keys.get(&call) {
            Some(known) if *known != key => {
                self.wrong(format!("call {call} has the keys {known} and {key}"));
            }
            Some(_) => {}
            None => drop(self.keys.insert(call, key.clone())),
        }
        if let Some(other) = self.calls.insert(key, call).filter(|other| *other != call) {
            self.wrong(format!("calls {call} and {other} have one key"));
        }
    }

    fn token(&mut self, call: u64, token: String) {
        self.asking.insert(token.clone(), call);
        match self.tokens.insert(call, token.clone()) {
            Some(known) if known != token => {
                self.wrong(format!("call {call} has the tokens {known} and {token}"));
            }
            _ => {}
        }
    }

    fn call(&self, token: &str) -> u64 {
        self.asking.get(token).copied().unwrap_or(0)
    }

    fn answer(&mut self, token: &str, value: String) {
        let call = self.call(token);
        self.answers.entry(call).or_default().0.push(value);
        self.answering.insert(call);
    }

    fn take(&mut self, token: &str, value: String) {
        let call = self.call(token);
        self.answering.remove(&call);
        if !self.has(Mark(call, 1)) {
            self.answered.insert(call);
        }
        let before = self.answers.entry(call).or_default().1.replace(value);
        if before.is_some() {
            self.wrong(format!("call {call} took two answers"));
        }
    }

    /// Holds the answer that an output has against those that were given.
    pub fn judge_answer(&mut self, plan: Plan, output: &str) {
        let call = plan.number * 100 + 2;
        let Some((given, taken)) = self.answers.get(&call) else {
            return self.wrong(format!("{} has an answer that nobody gave", plan.id()));
        };
        let has = |value: &String| output.contains(value.as_str());
        let right = taken.as_ref().map_or_else(|| given.iter().any(has), has);
        if !right {
            let why = format!(
                "{} ended with {output}, answered were {given:?}, taken {taken:?}",
                plan.id()
            );
            self.wrong(why);
        }
    }
}
