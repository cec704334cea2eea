//! The limits of a server.

use crate::access::Credentials;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

/// Settings of a server.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// The address on which it listens: one of the loopback, unless there are credentials.
    pub address: SocketAddr,
    /// The keys with which callers sign. Without them calls are not authenticated.
    pub credentials: Option<Credentials>,
    /// The certificate with which connections are encrypted. Without it they are not.
    #[cfg(feature = "tls")]
    pub tls: Option<super::Tls>,
    /// The most connections at once; others wait until one ends.
    pub connections: usize,
    /// The most connections of one peer, which is no program of this machine; more are refused.
    pub each: usize,
    /// The longest time for the head of a request, and for its body.
    pub reading: Duration,
    /// The longest time for which a client takes nothing of a response.
    pub writing: Duration,
    /// The longest time for which calls may go on after the server is told to stop.
    pub stopping: Duration,
}

impl Options {
    /// The port of Step Functions Local.
    pub const PORT: u16 = 8083;

    /// True if connections are encrypted.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        #[cfg(feature = "tls")]
        return self.tls.is_some();
        #[cfg(not(feature = "tls"))]
        false
    }
}

impl Default for Options {
    fn default() -> Self {
        Options {
            address: (Ipv4Addr::LOCALHOST, Options::PORT).into(),
            credentials: None,
            #[cfg(feature = "tls")]
            tls: None,
            connections: 2_048,
            each: 128,
            reading: Duration::from_secs(20),
            writing: Duration::from_secs(30),
            stopping: Duration::from_secs(5),
        }
    }
}
