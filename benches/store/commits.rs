//! The shapes of commits.

use jiff::Timestamp;
use std::sync::Arc;
use workflow_runtime::store::{Begun, Chunk, Commit, Record, Status, Stored};

/// The sizes of what a commit holds.
pub struct Shape {
    pub name: &'static str,
    pub machine: usize,
    pub mark: usize,
    pub chunk: usize,
    pub payload: usize,
}

pub const SHAPES: &[Shape] = &[
    Shape { name: "compact, an integer", machine: 60, mark: 30, chunk: 60, payload: 0 },
    Shape { name: "compact, 273 B once", machine: 60, mark: 30, chunk: 60, payload: 273 },
    Shape { name: "1.1 KB in two rows", machine: 40, mark: 175, chunk: 877, payload: 0 },
    Shape { name: "3.1 KB in two rows", machine: 287, mark: 465, chunk: 2364, payload: 0 },
];

/// The number of the commit that ends a chain.
pub const LAST: u64 = 11;

impl Shape {
    /// Returns a commit of a chain.
    pub fn commit(&self, name: &str, number: u64) -> Commit {
        let id: Arc<str> =
            format!("arn:aws:states:us-east-1:123456789012:execution:chain10:{name}").into();
        let last = u32::try_from(number).unwrap_or(0) * 5;
        let ends = number == LAST;
        let machine = Some(text(self.machine, number).into());
        Commit {
            execution: id.clone(),
            epoch: 1,
            number,
            time: Timestamp::UNIX_EPOCH,
            redriven: false,
            begun: (number == 1).then(|| begun(id, name)),
            events: last,
            removed: vec![],
            records: if ends {
                vec![]
            } else {
                vec![Record {
                    path: vec![],
                    machine,
                    mark: text(self.mark, number).into_bytes().into(),
                }]
            },
            payloads: if ends || self.payload == 0 {
                vec![]
            } else {
                vec![Stored { number: last / 5, text: text(self.payload, number).into() }]
            },
            chunk: Some(Chunk {
                first: last - 4,
                last,
                bytes: text(self.chunk, number).into_bytes().into(),
            }),
            state: Some("Step".into()),
            wake: None,
            opened: vec![],
            closed: vec![],
            taken: vec![],
            status: if ends { Status::Succeeded } else { Status::Running },
            end: ends.then(|| Ok("10".into())),
            continued: None,
        }
    }
}

fn begun(id: Arc<str>, name: &str) -> Begun {
    Begun {
        id,
        name: name.into(),
        machine: "chain10".into(),
        input: Some("1".into()),
        started: Timestamp::UNIX_EPOCH,
        seed: 7,
        timeout: None,
        item: false,
    }
}

/// A text of a length.
pub fn text(length: usize, number: u64) -> String {
    let mut text = number.to_string();
    text.extend(std::iter::repeat_n('x', length.saturating_sub(text.len())));
    text
}
