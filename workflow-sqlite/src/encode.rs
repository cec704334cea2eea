//! The forms of values in columns: those of paths and times have the order of the values.

use jiff::Timestamp;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Value, ValueRef};
use workflow_runtime::store::{Path, Status};

/// A time: nanoseconds in nine bytes, most significant first, for eight do not reach beyond the year 2262.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    pub time: Timestamp,
    bytes: [u8; 9],
}

/// Half of the range of nine bytes: times before 1970 are below it.
const ZERO: i128 = 1 << 71;

impl From<Timestamp> for Time {
    fn from(time: Timestamp) -> Self {
        let mut bytes = [0; 9];
        bytes.copy_from_slice(&(time.as_nanosecond() + ZERO).to_be_bytes()[7..]);
        Time { time, bytes }
    }
}

impl From<Time> for Value {
    fn from(time: Time) -> Self {
        Value::Blob(time.bytes.to_vec())
    }
}

impl ToSql for Time {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(&self.bytes)))
    }
}

impl FromSql for Time {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let wrong = |_| FromSqlError::InvalidType;
        let bytes: [u8; 9] = value.as_blob()?.try_into().map_err(wrong)?;
        let mut wide = [0; 16];
        wide[7..].copy_from_slice(&bytes);
        let time = Timestamp::from_nanosecond(i128::from_be_bytes(wide) - ZERO);
        time.map(|time| Time { time, bytes }).map_err(|_| FromSqlError::InvalidType)
    }
}

/// A path: eight bytes for each step, most significant first. A path comes right before those below it.
pub fn path(path: &[(u32, u32)]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(8 * path.len());
    for (fork, child) in path {
        bytes.extend(fork.to_be_bytes());
        bytes.extend(child.to_be_bytes());
    }
    bytes
}

/// The first path after all that are below one; `None` if none comes after them.
pub fn after(path: &[u8]) -> Option<Vec<u8>> {
    let mut next = path.to_vec();
    while let Some(last) = next.pop() {
        if let Some(more) = last.checked_add(1) {
            next.push(more);
            return Some(next);
        }
    }
    None
}

/// Reads a path.
pub fn read_path(bytes: &[u8]) -> FromSqlResult<Path> {
    let (steps, rest) = bytes.as_chunks::<8>();
    if !rest.is_empty() {
        return Err(FromSqlError::InvalidType);
    }
    let step = |[a, b, c, d, e, f, g, h]: &[u8; 8]| {
        (u32::from_be_bytes([*a, *b, *c, *d]), u32::from_be_bytes([*e, *f, *g, *h]))
    };
    Ok(steps.iter().map(step).collect())
}

/// The number of a status.
pub fn status(status: Status) -> i64 {
    match status {
        Status::Running => 0,
        Status::Succeeded => 1,
        Status::Failed => 2,
        Status::TimedOut => 3,
        Status::Aborted => 4,
    }
}

/// Reads the number of a status.
pub fn read_status(number: i64) -> FromSqlResult<Status> {
    let found = Status::ALL.into_iter().find(|it| status(*it) == number);
    found.ok_or(FromSqlError::OutOfRange(number))
}

/// A number without sign in a column, which has one: its bits.
#[expect(clippy::cast_possible_wrap, reason = "the bits are kept")]
pub fn bits(number: u64) -> i64 {
    number as i64
}

/// Reads a number without sign from its bits.
#[expect(clippy::cast_sign_loss, reason = "the bits are kept")]
pub fn read_bits(number: i64) -> u64 {
    number as u64
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn times_keep_their_order() {
        let now = Timestamp::from_nanosecond(1_700_000_000_123_456_789).unwrap();
        let times = [Timestamp::MIN, Timestamp::UNIX_EPOCH, now, Timestamp::MAX];
        let bytes: Vec<_> = times.iter().map(|time| Time::from(*time).bytes).collect();
        assert!(bytes.is_sorted_by(|a, b| a < b), "{bytes:?}");
        let read = |bytes: &[u8]| Time::column_result(ValueRef::Blob(bytes)).map(|it| it.time);
        for (time, bytes) in times.iter().zip(bytes) {
            assert_eq!(read(&bytes).unwrap(), *time);
        }
        assert!(read(&[255; 9]).is_err());
        assert!(read(&[0; 8]).is_err());
    }

    #[test]
    fn paths_keep_their_order() {
        let mut paths: Vec<Path> = vec![vec![]];
        for step in [(0, 0), (0, 1), (0, u32::MAX), (1, 0), (256, 2), (u32::MAX, u32::MAX)] {
            paths.push(vec![step]);
            paths.push(vec![step, (0, 0)]);
            paths.push(vec![step, (u32::MAX, u32::MAX)]);
        }
        paths.sort();
        let bytes: Vec<_> = paths.iter().map(|it| path(it)).collect();
        assert!(bytes.is_sorted_by(|a, b| a < b));
        for (it, bytes) in paths.iter().zip(&bytes) {
            assert_eq!(&read_path(bytes).unwrap(), it);
        }
        assert!(read_path(&[0; 7]).is_err());
    }

    #[test]
    fn all_below_is_a_range() {
        let paths = [vec![], vec![(0, 0)], vec![(0, u32::MAX)], vec![(u32::MAX, u32::MAX)]];
        let below = |it: &Path| it.iter().copied().chain([(u32::MAX, 7)]).collect::<Path>();
        let all: Vec<_> = paths.iter().flat_map(|it| [it.clone(), below(it)]).collect();
        for it in &all {
            let (from, to) = (path(it), after(&path(it)));
            let within = |other: &&Path| {
                let other = path(other);
                other > from && to.as_ref().is_none_or(|to| other < *to)
            };
            let found: Vec<_> = all.iter().filter(within).collect();
            let right = |other: &&Path| other.len() > it.len() && other.starts_with(it);
            assert_eq!(found, all.iter().filter(right).collect::<Vec<_>>(), "{it:?}");
        }
    }

    #[test]
    fn every_status_has_its_number() {
        for it in Status::ALL {
            assert_eq!(read_status(status(it)).unwrap(), it);
        }
        assert!(read_status(5).is_err());
    }
}
