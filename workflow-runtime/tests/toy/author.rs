//! Programs written at random.

use crate::toy::*;
use serde_json::{Value, json};
use std::sync::Arc;
use workflow_runtime::Retry;
use workflow_runtime::machine::{Kind, StateInfo, Until};

/// A state with retriers for `A`, and for `B` and timeouts.
pub fn retried(info: StateInfo) -> StateInfo {
    let jitter = Retry::on(&["B", "States.Timeout"]).interval(5).max_attempts(2).jitter();
    retry(info, &[Retry::on(&["A"]).max_attempts(2), jitter])
}

/// Writes a program at random: states in a row, some of them with children.
struct Author {
    seed: u64,
    states: Vec<(StateInfo, Node)>,
}

impl Author {
    fn draw(&mut self, below: u64) -> u64 {
        self.seed = self
            .seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.seed >> 33) % below
    }
    fn name(&mut self) -> &'static str {
        // The names of states are static in this machine; a test may leak some.
        format!("s{}", self.states.len()).leak()
    }
    /// A row of states that goes on to `next`; its start.
    fn row(&mut self, depth: u64, mut next: usize) -> usize {
        for _ in 0..=self.draw(3) {
            next = self.state(depth, next);
        }
        next
    }
    fn state(&mut self, depth: u64, next: usize) -> usize {
        let kinds = if depth == 0 { 4 } else { 8 };
        let (kind, caught) = (self.draw(kinds), self.draw(2) == 0);
        let target = if caught { self.push_pass(next) } else { next };
        let catch_all: &[&'static [&'static str]] = if caught { &[&["A", "B"]] } else { &[] };
        let catches = if caught { vec![target] } else { vec![] };
        let (info, node) = match kind {
            0 | 1 => {
                let mut info = task(self.name());
                info.timeout = (self.draw(2) == 0).then_some(10);
                (info, Node::Task { next, catch: catches })
            }
            2 => {
                let until = Until::Seconds(self.draw(4) as f64 / 2.0);
                (state(self.name(), Kind::Wait), Node::Wait(until, next))
            }
            3 => (state(self.name(), Kind::Pass), Node::Pass(|value| json!([value]), next)),
            4 | 5 => {
                let starts = (0..=self.draw(2)).map(|_| self.row(depth - 1, END)).collect();
                let info = state(self.name(), Kind::Parallel);
                (info, Node::Parallel { starts, next, catch: catches })
            }
            _ => {
                let start = self.row(depth - 1, END);
                let width = self.draw(3) as usize;
                let info = state(self.name(), Kind::Map);
                let map =
                    self.push((info, Node::Map { start, width, next, catch: catches }), catch_all);
                let list = |_: &Value| json!([1, 2, 3]);
                let info = state(self.name(), Kind::Pass);
                return self.push((info, Node::Pass(list, map)), &[]);
            }
        };
        self.push((info, node), catch_all)
    }
    fn push_pass(&mut self, next: usize) -> usize {
        let info = state(self.name(), Kind::Pass);
        self.push((info, Node::Pass(Value::clone, next)), &[])
    }
    fn push(
        &mut self,
        (info, node): (StateInfo, Node),
        names: &[&'static [&'static str]],
    ) -> usize {
        let retries = matches!(info.kind, Kind::Task | Kind::Parallel | Kind::Map);
        let info = if retries && self.draw(2) == 0 { retried(info) } else { info };
        self.states.push((catch(info, names), node));
        self.states.len() - 1
    }
}

/// The program starts in its first state: a Pass is put there.
pub fn write(seed: u64) -> Arc<Program> {
    let first = (state("first", Kind::Pass), Node::Pass(Value::clone, 0));
    let mut author = Author { seed, states: vec![first] };
    let start = author.row(2, END);
    author.states[0].1 = Node::Pass(Value::clone, start);
    Program::new(author.states)
}
