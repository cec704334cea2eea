//! Locks of data that several threads share.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks a mutex. After a panic of a thread that held it, the data is used as it is.
pub(crate) fn lock<T: ?Sized>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}
