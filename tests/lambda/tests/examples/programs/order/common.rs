//! The part that examples share.

#[path = "../../../../../../examples/common/http.rs"]
pub mod http;
