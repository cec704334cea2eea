//! The connections of each peer: none has all that there are.

use crate::access::network;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The open connections, by the address that opened them.
#[derive(Clone)]
pub(super) struct Peers {
    open: Arc<Mutex<HashMap<IpAddr, usize>>>,
    most: usize,
}

/// A connection of a peer, until it is dropped.
pub(super) struct Held {
    peers: Peers,
    peer: IpAddr,
    address: IpAddr,
}

impl Held {
    /// The address of the peer.
    pub(super) fn address(&self) -> IpAddr {
        self.address
    }
}

impl Peers {
    /// Lets each peer have so many connections at once.
    pub(super) fn new(most: usize) -> Self {
        Peers { open: Arc::default(), most: most.max(1) }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a connection; `None` if its peer has too many. This machine may have all: programs on it, and a proxy that
    /// stands for everybody, are trusted with that.
    pub(super) fn hold(&self, address: IpAddr) -> Option<Held> {
        let peer = network(address);
        let mut open = self.lock();
        let count = open.get(&peer).copied().unwrap_or(0);
        if count >= self.most && !peer.is_loopback() {
            return None;
        }
        open.insert(peer, count + 1);
        Some(Held { peers: self.clone(), peer, address })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut open = self.peers.lock();
        match open.get_mut(&self.peer) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(open.remove(&self.peer)),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_stranger_has_some_and_this_machine_all() {
        let peers = Peers::new(2);
        let hold = |address: &str| peers.hold(address.parse().unwrap());
        let held = [hold("2001:db8::1"), hold("2001:db8::2")];
        assert!(held.iter().all(Option::is_some));
        assert!(hold("2001:db8::3").is_none(), "its network has two");
        assert!(hold("203.0.113.7").is_some());
        let local: Vec<_> = (0..9).map(|_| hold("127.0.0.1")).collect();
        assert!(local.iter().all(Option::is_some));
        drop(held);
        assert!(hold("2001:db8::3").is_some());
        drop(local);
        assert!(peers.lock().is_empty());
    }
}
