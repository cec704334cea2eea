//! The signs of the kinds of states, around the point 0.

use crate::model::Kind;

/// An arrow around: it tries again.
pub(super) const RETRY: &str = "M3.2-1.6A3.6 3.6 0 1 0 3.4 1.2M3.6-4.2V-1.4H.8";

/// The lines of a sign.
pub(super) fn path(kind: Kind) -> &'static str {
    match kind {
        Kind::Task => "M1.2-6 -3.8 1H0L-1.2 6 3.8-1H0Z",
        Kind::Choice => "M0-5.6 5.6 0 0 5.6-5.6 0Z",
        Kind::Pass => "M-5 0H4.6M1-3.6 4.6 0 1 3.6",
        Kind::Wait => "M5.4 0A5.4 5.4 0 1 1 5.4-.01ZM0-3V.2L2.4 1.6",
        Kind::Parallel => "M-4.4-5V5M0-5V5M4.4-5V5",
        Kind::Map => "M-5-5H-1.2V-1.2H-5ZM1.2-5H5V-1.2H1.2ZM-5 1.2H-1.2V5H-5ZM1.2 1.2H5V5H1.2Z",
        Kind::Succeed => "M-4.8.4-1.4 3.8 4.8-3.4",
        Kind::Fail => "M-4-4 4 4M4-4-4 4",
        Kind::Unknown => "M-2.6-2.6C-2.6-6.4 2.8-6.2 2.8-2.8 2.8-.4 0-.6 0 1.8M0 4.6V5",
    }
}
