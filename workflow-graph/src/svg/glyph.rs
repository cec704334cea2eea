//! The signs of the kinds of states, around the point 0.

use crate::model::NodeKind;

/// An arrow around: it tries again.
pub(super) const RETRY: &str = "M3.2-1.6A3.6 3.6 0 1 0 3.4 1.2M3.6-4.2V-1.4H.8";

/// The lines of a sign.
pub(super) fn path(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Task => "M1.2-6 -3.8 1H0L-1.2 6 3.8-1H0Z",
        NodeKind::Choice => "M0-5.6 5.6 0 0 5.6-5.6 0Z",
        NodeKind::Pass => "M-5 0H4.6M1-3.6 4.6 0 1 3.6",
        NodeKind::Wait => "M5.4 0A5.4 5.4 0 1 1 5.4-.01ZM0-3V.2L2.4 1.6",
        NodeKind::Parallel => "M-4.4-5V5M0-5V5M4.4-5V5",
        NodeKind::Map => "M-5-5H-1.2V-1.2H-5ZM1.2-5H5V-1.2H1.2ZM-5 1.2H-1.2V5H-5ZM1.2 1.2H5V5H1.2Z",
        NodeKind::Succeed => "M-4.8.4-1.4 3.8 4.8-3.4",
        NodeKind::Fail => "M-4-4 4 4M4-4-4 4",
        NodeKind::Unknown => "M-2.6-2.6C-2.6-6.4 2.8-6.2 2.8-2.8 2.8-.4 0-.6 0 1.8M0 4.6V5",
    }
}
