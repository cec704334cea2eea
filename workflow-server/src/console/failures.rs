//! Executions that failed, grouped by the state and the error.

use super::executions::short;
use super::{Asked, Console};
use crate::catalog::refused;
use crate::moment::seconds;
use crate::refusal::{Answer, Refusal};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::Arc;
use workflow_runtime::store::{Described, Query, Status};

/// The failures of each status that are read, and those that are read at once.
const READ: usize = 2_000;
const SLICE: usize = 250;
/// The most groups that are told.
const GROUPS: usize = 100;
/// The spans of time in which failures are counted.
const SPANS: usize = 24;
/// The most characters of the cause of an example.
const CAUSE: usize = 1_000;
/// The longest time that is looked back, in hours.
const HOURS: u32 = 24 * 400;

/// The span of time that is looked at.
struct Span {
    from: Timestamp,
    to: Timestamp,
}

impl Span {
    fn hours(to: Timestamp, hours: u32) -> Self {
        let length = SignedDuration::from_hours(i64::from(hours));
        Span { from: to.checked_sub(length).unwrap_or(Timestamp::MIN), to }
    }

    /// The part of the span in which a time is.
    fn part(&self, time: Timestamp) -> usize {
        let all = self.to.duration_since(self.from).as_secs_f64().max(1.0);
        let since = time.duration_since(self.from).as_secs_f64().max(0.0);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "from 0 to the number of spans"
        )]
        let part = (since / all * SPANS as f64) as usize;
        part.min(SPANS - 1)
    }
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    machine: Arc<str>,
    state: Option<Arc<str>>,
    error: String,
    status: Status,
}

/// Failures of one kind.
struct Group {
    count: u64,
    counts: [u64; SPANS],
    first: Timestamp,
    last: Timestamp,
    /// The latest that began.
    example: Value,
}

impl Group {
    fn of(known: &Described) -> Self {
        let cause = match &known.end {
            Some(Err(failure)) => short(&failure.reported(), CAUSE),
            _ => String::new(),
        };
        let example = json!({
            "executionArn": *known.begun.id,
            "name": *known.begun.name,
            "stopDate": seconds(known.time),
            "cause": cause,
        });
        let (first, last) = (known.time, known.time);
        Group { count: 0, counts: [0; SPANS], first, last, example }
    }

    fn add(&mut self, known: &Described, span: &Span) {
        self.count += 1;
        self.counts[span.part(known.time)] += 1;
        self.first = self.first.min(known.time);
        self.last = self.last.max(known.time);
    }

    fn told(&self, key: &Key) -> Value {
        json!({
            "machine": *key.machine,
            "state": key.state.as_deref(),
            "error": key.error,
            "status": key.status.name(),
            "count": self.count,
            "counts": self.counts,
            "first": seconds(self.first),
            "last": seconds(self.last),
            "example": self.example,
        })
    }
}

impl Console {
    /// The failures of one machine, or of all, that began within so many hours.
    pub(super) async fn failures(&self, asked: &Asked<'_>) -> Answer {
        let machine = asked.shared("machine");
        let hours = asked.number::<u32>("hours")?.unwrap_or(24).clamp(1, HOURS);
        let key = format!("{hours} {}", machine.as_deref().unwrap_or_default());
        self.0.failures.get(&key, self.make_failures(machine, hours)).await
    }

    async fn make_failures(&self, machine: Option<Arc<str>>, hours: u32) -> Answer {
        let span = Span::hours(self.service().now(), hours);
        let mut groups = HashMap::new();
        let mut whole = true;
        for status in [Status::Failed, Status::TimedOut, Status::Aborted] {
            let since = Some(span.from);
            let query =
                Query { machine: machine.clone(), status: Some(status), since, ..Query::default() };
            whole &= self.group(query, &span, &mut groups).await?;
        }
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_by_key(|(_, it)| (std::cmp::Reverse(it.count), std::cmp::Reverse(it.last)));
        let counted: u64 = groups.iter().map(|(_, it)| it.count).sum();
        let told: Vec<_> = groups.iter().take(GROUPS).map(|(key, it)| it.told(key)).collect();
        Ok(json!({
            "from": seconds(span.from),
            "to": seconds(span.to),
            "groups": told,
            "left": groups.len().saturating_sub(GROUPS),
            "counted": counted,
            "whole": whole,
        }))
    }

    /// Puts the executions of a query into groups. Returns true if these are all.
    async fn group(
        &self,
        mut query: Query,
        span: &Span,
        groups: &mut HashMap<Key, Group>,
    ) -> Result<bool, Refusal> {
        (query.latest, query.limit) = (true, SLICE);
        let mut number = 0;
        loop {
            let page = self.service().engine().executions(query.clone()).await.map_err(refused)?;
            number += page.executions.len();
            for known in &page.executions {
                let Some(Err(failure)) = &known.end else { continue };
                let (machine, state) = (known.begun.machine.clone(), known.state.clone());
                let key =
                    Key { machine, state, error: failure.error().to_owned(), status: known.status };
                groups.entry(key).or_insert_with(|| Group::of(known)).add(known, span);
            }
            match page.next {
                None => return Ok(true),
                Some(_) if number >= READ => return Ok(false),
                next => query.after = next,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn times_are_in_the_parts_of_their_span() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let span = Span::hours(at(24 * 3600), 24);
        for (time, part) in [(-5, 0), (0, 0), (3599, 0), (3600, 1), (86_399, 23), (90_000, 23)] {
            assert_eq!(span.part(at(time)), part, "{time}");
        }
    }
}
