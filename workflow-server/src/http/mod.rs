//! The server: HTTP/1.1 on a loopback address, or on another one for callers that it knows.
//!
//! - [`Server`] listens, and hands calls to a [`Service`](crate::Service).
//! - [`Options`] are its limits.

mod audit;
mod body;
mod connection;
mod entry;
mod exchange;
mod guard;
mod options;
#[cfg(feature = "console")]
mod page;
mod patient;
mod peers;
mod server;
#[cfg(feature = "tls")]
mod tls;

pub use options::Options;
pub use server::Server;
#[cfg(feature = "tls")]
pub use tls::Tls;
