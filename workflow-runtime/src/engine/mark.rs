//! The engine's position in a scope, as it is kept beside the record of the scope's machine: version 1.

use crate::binary::{Reader, put, put_signed, put_time};
use crate::engine::scope::{Scope, Text, Trace};
use crate::engine::told::Told;
use crate::failure::Failure;
use crate::texts::{Payloads, put_literal, put_pieces, read_pieces};
use jiff::Timestamp;
use std::sync::Arc;

const VERSION: u8 = 1;

/// The engine's position in a scope.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Mark {
    pub(crate) ordinal: u32,
    pub(crate) attempt: u32,
    /// The number of states that it has entered.
    pub(crate) visits: u32,
    pub(crate) used: Vec<u32>,
    pub(crate) entered_at: Option<Timestamp>,
    pub(crate) begun_at: Option<Timestamp>,
    pub(crate) retry_at: Option<Timestamp>,
    /// True if the call of the attempt was taken.
    pub(crate) submitted: bool,
    /// The number of the engine that wrote the attempt down; 0 for the first one.
    pub(crate) owner: u64,
    pub(crate) trace: (u32, u32, u32),
    /// The data that flows from state to state. A long one is written once, and mentioned.
    pub(crate) data: Option<Text>,
    /// The events that began its children, and that the next one follows from.
    pub(crate) fork: Option<(u32, u32)>,
    /// Of a scope whose step failed, and its execution with it: the event that it was told.
    pub(crate) told: Option<Told>,
}

/// The bits for the parts that are there.
mod part {
    pub(super) const ATTEMPT: u64 = 1;
    pub(super) const USED: u64 = 1 << 1;
    pub(super) const ENTERED: u64 = 1 << 2;
    pub(super) const BEGUN: u64 = 1 << 3;
    pub(super) const RETRY: u64 = 1 << 4;
    pub(super) const DATA: u64 = 1 << 5;
    pub(super) const FORK: u64 = 1 << 6;
    pub(super) const SUBMITTED: u64 = 1 << 7;
    pub(super) const OWNER: u64 = 1 << 8;
    pub(super) const TOLD: u64 = 1 << 9;
    pub(super) const ALL: u64 = (1 << 10) - 1;
}

impl Mark {
    pub(crate) fn of(scope: &Scope) -> Self {
        let Trace { last, entered, before, data, .. } = &scope.trace;
        let times = scope.times();
        Mark {
            ordinal: scope.ordinal,
            attempt: scope.attempt,
            visits: scope.visits,
            used: scope.used.clone(),
            entered_at: times.entered,
            begun_at: times.begun,
            retry_at: times.retry,
            submitted: times.submitted,
            owner: if times.owner > 1 { times.owner } else { 0 },
            trace: (*last, *entered, *before),
            data: data.clone(),
            fork: scope.fork.as_ref().map(|fork| (fork.begun, fork.room)),
            told: None,
        }
    }

    /// Returns its bytes, with the data as a payload if that is long.
    pub(crate) fn bytes(&self, payloads: &mut Payloads) -> Arc<[u8]> {
        let mut to = self.head();
        if let Some(data) = &self.data {
            put_pieces(&mut to, &payloads.divide_shared(data));
        }
        to.into()
    }

    /// Returns its bytes, with the data itself.
    pub(crate) fn whole(&self) -> Arc<[u8]> {
        let mut to = self.head();
        if let Some(data) = &self.data {
            put_literal(&mut to, data);
        }
        to.into()
    }

    /// All but the data.
    fn head(&self) -> Vec<u8> {
        let mut to = Vec::with_capacity(64);
        to.push(VERSION);
        put(&mut to, self.parts());
        put(&mut to, self.ordinal.into());
        put(&mut to, self.visits.into());
        let (last, entered, before) = self.trace;
        put(&mut to, last.into());
        put_signed(&mut to, i64::from(last) - i64::from(entered));
        put_signed(&mut to, i64::from(entered) - i64::from(before));
        if self.attempt != 0 {
            put(&mut to, self.attempt.into());
        }
        if !self.used.is_empty() {
            put(&mut to, self.used.len() as u64);
            self.used.iter().for_each(|used| put(&mut to, (*used).into()));
        }
        if self.owner != 0 {
            put(&mut to, self.owner);
        }
        let mut from = Timestamp::UNIX_EPOCH;
        for time in [self.entered_at, self.begun_at, self.retry_at].into_iter().flatten() {
            put_time(&mut to, time, from);
            from = time;
        }
        if let Some((begun, room)) = self.fork {
            put(&mut to, begun.into());
            put_signed(&mut to, i64::from(room) - i64::from(begun));
        }
        if let Some(told) = &self.told {
            told.put(&mut to);
        }
        to
    }

    fn parts(&self) -> u64 {
        let bit = |is: bool, bit| if is { bit } else { 0 };
        bit(self.attempt != 0, part::ATTEMPT)
            | bit(!self.used.is_empty(), part::USED)
            | bit(self.entered_at.is_some(), part::ENTERED)
            | bit(self.begun_at.is_some(), part::BEGUN)
            | bit(self.retry_at.is_some(), part::RETRY)
            | bit(self.data.is_some(), part::DATA)
            | bit(self.fork.is_some(), part::FORK)
            | bit(self.submitted, part::SUBMITTED)
            | bit(self.owner != 0, part::OWNER)
            | bit(self.told.is_some(), part::TOLD)
    }

    /// Reads a mark. `payload` finds a payload by its number.
    pub(crate) fn read(
        bytes: &[u8],
        payload: &mut dyn FnMut(u32) -> Result<Text, Failure>,
    ) -> Result<Self, Failure> {
        let mut from = Reader::new(bytes, VERSION, "the mark of a scope")?;
        let parts = from.number()?;
        if parts & !part::ALL != 0 {
            return Err(from.unknown("it has parts that are not known"));
        }
        let has = |part| parts & part != 0;
        let (ordinal, visits, last) = (from.small()?, from.small()?, from.small()?);
        let entered = before(&mut from, last)?;
        let mark = Mark {
            ordinal,
            visits,
            trace: (last, entered, before(&mut from, entered)?),
            attempt: if has(part::ATTEMPT) { from.small()? } else { 0 },
            used: if has(part::USED) { used(&mut from)? } else { vec![] },
            submitted: has(part::SUBMITTED),
            owner: if has(part::OWNER) { from.number()? } else { 0 },
            ..Mark::default()
        };
        let mut known = Timestamp::UNIX_EPOCH;
        let mut time = |is: bool, from: &mut Reader<'_>| {
            let time = is.then(|| from.time(known)).transpose()?;
            known = time.unwrap_or(known);
            Ok::<_, Failure>(time)
        };
        let entered_at = time(has(part::ENTERED), &mut from)?;
        let begun_at = time(has(part::BEGUN), &mut from)?;
        let retry_at = time(has(part::RETRY), &mut from)?;
        let fork = has(part::FORK).then(|| fork(&mut from)).transpose()?;
        let told = has(part::TOLD).then(|| Told::read(&mut from)).transpose()?;
        let data = has(part::DATA).then(|| data(&mut from, payload)).transpose()?;
        from.end()?;
        Ok(Mark { entered_at, begun_at, retry_at, fork, told, data, ..mark })
    }
}

/// A number as the distance to a later one.
fn before(from: &mut Reader<'_>, later: u32) -> Result<u32, Failure> {
    let number = i64::from(later).checked_sub(from.signed()?);
    let number = number.and_then(|number| u32::try_from(number).ok());
    number.ok_or_else(|| from.damaged("a number is out of range"))
}

fn data(
    from: &mut Reader<'_>,
    payload: &mut dyn FnMut(u32) -> Result<Text, Failure>,
) -> Result<Text, Failure> {
    let head = from.number()?;
    read_pieces(head, from, payload)
}

fn used(from: &mut Reader<'_>) -> Result<Vec<u32>, Failure> {
    let count = from.count()?;
    (0..count).map(|_| from.small()).collect()
}

fn fork(from: &mut Reader<'_>) -> Result<(u32, u32), Failure> {
    let begun = from.small()?;
    Ok((begun, from.near(begun)?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use proptest::prelude::*;

    fn read(bytes: &[u8]) -> Result<Mark, Failure> {
        Mark::read(bytes, &mut |_| Err(Failure::runtime("a mark without payloads")))
    }

    fn some() -> Mark {
        let time = |second| Some(Timestamp::new(second, 250).unwrap());
        Mark {
            ordinal: 3,
            attempt: 1,
            visits: 300,
            used: vec![0, 2],
            entered_at: time(1_767_225_600),
            begun_at: time(1_767_225_600),
            retry_at: time(1_767_225_605),
            submitted: false,
            owner: 0,
            trace: (12, 10, 9),
            data: Some("[7]".into()),
            fork: Some((11, 12)),
            told: None,
        }
    }

    #[test]
    fn the_form_is_the_golden_one() {
        let bytes: Vec<u8> = vec![
            1, 127, 3, 172, 2, 12, 4, 2, 1, 2, 0, 2, // up to the retriers
            128, 228, 173, 149, 13, 244, 3, 0, 0, 10, 0, // the times
            11, 2, 12, b'[', b'7', b']',
        ];
        assert_eq!(&*some().bytes(&mut Payloads::default()), bytes);
        assert_eq!(read(&bytes).unwrap(), some());
        assert_eq!(&*Mark::default().whole(), [1, 0, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn long_data_is_mentioned() {
        let data: Text = format!("\"{}\"", "x".repeat(1_000)).into();
        let mark = Mark { data: Some(data.clone()), ..some() };
        let mut payloads = Payloads::default();
        let bytes = mark.bytes(&mut payloads);
        assert!(bytes.len() < 30, "{bytes:?}");
        assert_eq!(payloads.take_new(), [(1, data.clone())]);
        assert_eq!(mark.bytes(&mut payloads), bytes);
        assert_eq!(payloads.take_new(), []);
        assert_eq!(Mark::read(&bytes, &mut |_| Ok(data.clone())).unwrap(), mark);
        assert_eq!(read(&mark.whole()).unwrap(), mark);
    }

    #[test]
    fn damage_is_told() {
        let bytes = some().whole();
        for length in 0..bytes.len() {
            assert!(read(&bytes[..length]).is_err(), "{length}");
        }
        let later = [&[2], &bytes[1..]].concat();
        assert_eq!(
            read(&later).unwrap_err().reported(),
            "the mark of a scope has the form 2, made by a newer version of workflow: this one knows those up to 1"
        );
        let longer = [&bytes[..], &[0]].concat();
        assert_eq!(
            read(&longer).unwrap_err().reported(),
            "the mark of a scope is damaged: bytes are left over"
        );
        assert_eq!(
            read(&[1, 128, 8, 0, 0, 0, 0, 0]).unwrap_err().reported(),
            "the mark of a scope is damaged, or made by a newer version of workflow: it has parts that are not known"
        );
    }

    fn time() -> impl Strategy<Value = Option<Timestamp>> {
        let time = (-1_000_000_000_000_i64..1_000_000_000_000)
            .prop_map(|millisecond| Timestamp::from_millisecond(millisecond).unwrap());
        prop::option::of(time)
    }

    proptest! {
        #[test]
        fn any_mark_comes_back(
            numbers: (u32, u32, u32), trace: (u32, u32, u32), used: Vec<u32>,
            times in (time(), time(), time()), data: Option<String>, fork: Option<(u32, u32)>,
        ) {
            let mark = Mark {
                ordinal: numbers.0,
                attempt: numbers.1,
                visits: numbers.2,
                used,
                entered_at: times.0,
                begun_at: times.1,
                retry_at: times.2,
                submitted: numbers.0 % 2 == 1,
                owner: u64::from(numbers.1 % 300),
                trace,
                data: data.map(Text::from),
                fork,
                told: match numbers.0 % 5 {
                    0 => None,
                    1 => Some(Told::Waited),
                    2 => Some(Told::Children),
                    3 => Some(Told::Done(numbers.1.to_string().into())),
                    _ => Some(Told::Caught(numbers.2, "A".into(), numbers.1.to_string().into())),
                },
            };
            prop_assert_eq!(&read(&mark.whole()).unwrap(), &mark);
            prop_assert_eq!(&read(&mark.bytes(&mut Payloads::default())).unwrap(), &mark);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let _ = read(&[&[VERSION][..], &bytes].concat());
        }
    }
}
