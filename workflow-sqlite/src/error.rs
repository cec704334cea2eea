//! Errors of SQLite, as the errors of a store that they are.

use rusqlite::{ErrorCode, ffi};
use workflow_runtime::store::StoreError;

/// The reason why a call ends without its result.
#[derive(Debug)]
pub enum Stop {
    /// The store refuses the call, which has written nothing.
    Refused(StoreError),
    /// The store refuses the call, which has written a part of it.
    Undone(StoreError),
    /// SQLite reports an error.
    Failed(rusqlite::Error),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Stop::Refused(error)
    }
}

impl From<rusqlite::Error> for Stop {
    fn from(error: rusqlite::Error) -> Self {
        Stop::Failed(error)
    }
}

impl From<rusqlite::types::FromSqlError> for Stop {
    fn from(error: rusqlite::types::FromSqlError) -> Self {
        Stop::Failed(error.into())
    }
}

/// The reach of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The call alone: it cannot be written, but others can.
    Call,
    /// All that is written now: it may be tried again.
    Now,
    /// The store from now on.
    Store,
}

impl Stop {
    /// Says what an error concerns.
    pub fn reach(&self) -> Reach {
        let Stop::Failed(error) = self else { return Reach::Call };
        match error {
            rusqlite::Error::SqliteFailure(error, _) => reach(*error),
            // A row of another form than any that is written.
            _ => Reach::Store,
        }
    }

    /// True if there is no room for what was to be written.
    pub fn is_full(&self) -> bool {
        let Stop::Failed(rusqlite::Error::SqliteFailure(error, _)) = self else { return false };
        error.code == ErrorCode::DiskFull
    }

    /// The error of the store, which is kept in the file of this name.
    pub fn into_error(self, name: &str) -> StoreError {
        let reach = self.reach();
        match self {
            Stop::Refused(error) | Stop::Undone(error) => error,
            Stop::Failed(error) if reach == Reach::Now => {
                StoreError::Stalled(format!("`{name}` cannot be used at the moment: {error}"))
            }
            Stop::Failed(error) => StoreError::Fatal(format!("`{name}`: {error}")),
        }
    }
}

fn reach(error: ffi::Error) -> Reach {
    use ErrorCode as Code;
    match (error.code, error.extended_code) {
        // The file was moved or deleted: whatever is written now is gone.
        (_, ffi::SQLITE_READONLY_DBMOVED) => Reach::Store,
        // The shared memory of the log holds no data of its own.
        (
            _,
            ffi::SQLITE_IOERR_NOMEM
            | ffi::SQLITE_IOERR_SHMOPEN
            | ffi::SQLITE_IOERR_SHMSIZE
            | ffi::SQLITE_IOERR_SHMMAP
            | ffi::SQLITE_IOERR_SHMLOCK,
        ) => Reach::Now,
        (
            Code::DiskFull
            | Code::DatabaseBusy
            | Code::DatabaseLocked
            | Code::ReadOnly
            | Code::CannotOpen
            | Code::PermissionDenied
            | Code::OutOfMemory
            | Code::OperationInterrupted
            | Code::FileLockingProtocolFailed,
            _,
        ) => Reach::Now,
        (
            Code::TooBig
            | Code::ConstraintViolation
            | Code::TypeMismatch
            | Code::ParameterOutOfRange
            | Code::ApiMisuse,
            _,
        ) => Reach::Call,
        // A failed write or sync leaves the data in doubt, and is never tried again.
        _ => Reach::Store,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_reach_as_far_as_their_causes() {
        for (code, expected) in [
            (ffi::SQLITE_FULL, Reach::Now),
            (ffi::SQLITE_BUSY, Reach::Now),
            (ffi::SQLITE_BUSY_SNAPSHOT, Reach::Now),
            (ffi::SQLITE_LOCKED, Reach::Now),
            (ffi::SQLITE_READONLY, Reach::Now),
            (ffi::SQLITE_READONLY_DBMOVED, Reach::Store),
            (ffi::SQLITE_IOERR_SHMSIZE, Reach::Now),
            (ffi::SQLITE_IOERR, Reach::Store),
            (ffi::SQLITE_IOERR_FSYNC, Reach::Store),
            (ffi::SQLITE_IOERR_WRITE, Reach::Store),
            (ffi::SQLITE_IOERR_READ, Reach::Store),
            (ffi::SQLITE_CORRUPT, Reach::Store),
            (ffi::SQLITE_CORRUPT_INDEX, Reach::Store),
            (ffi::SQLITE_NOTADB, Reach::Store),
            (ffi::SQLITE_TOOBIG, Reach::Call),
            (ffi::SQLITE_CONSTRAINT_UNIQUE, Reach::Call),
        ] {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            let stop = Stop::Failed(error);
            assert_eq!(stop.reach(), expected, "{code}");
            let stalled = matches!(stop.into_error("a.db"), StoreError::Stalled(_));
            assert_eq!(stalled, expected == Reach::Now);
        }
    }
}
