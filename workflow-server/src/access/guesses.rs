//! Wrong secrets: whoever has sent some waits before the next one is looked at.

use super::Credentials;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// The wrong secrets that cost nothing: everybody mistypes.
const FREE: u32 = 5;
/// The pause after the first that costs one; it doubles with each.
const PAUSE: Duration = Duration::from_millis(250);
/// The longest pause.
const LONGEST: Duration = Duration::from_secs(4);
/// The longest time that a caller waits in line; one that would wait longer is refused.
const LINE: Duration = Duration::from_secs(12);
/// Wrong secrets are forgotten after so long.
const MEMORY: Duration = Duration::from_secs(5 * 60);
/// The most pairs of peer and key that are remembered.
const MOST: usize = 10_000;

/// The wrong secrets that were sent lately, by who sent them and for which key.
#[derive(Default)]
pub(crate) struct Guesses(Mutex<HashMap<Guess, Wrong>>);

/// A peer, and the key whose secret it says to know: whoever guesses that of one key keeps nobody from using another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Guess {
    peer: IpAddr,
    /// Empty for all keys that there are not.
    key: String,
}

struct Wrong {
    count: u32,
    last: Instant,
    /// The time from which the next secret may be looked at.
    next: Instant,
}

impl Guess {
    pub(crate) fn new(peer: IpAddr, key: &str, credentials: &Credentials) -> Self {
        let key = if credentials.find(key).is_some() { key.to_owned() } else { String::new() };
        Guess { peer: network(peer), key }
    }
}

impl Guesses {
    fn lock(&self) -> MutexGuard<'_, HashMap<Guess, Wrong>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a place in line, and returns how long its secret has to wait; `None` if the line is too long.
    pub(crate) fn wait(&self, guess: &Guess) -> Option<Duration> {
        let now = Instant::now();
        let mut all = self.lock();
        let Some(wrong) = all.get_mut(guess) else { return Some(Duration::ZERO) };
        if now.duration_since(wrong.last) >= MEMORY {
            all.remove(guess);
            return Some(Duration::ZERO);
        }
        let Some(over) = wrong.count.checked_sub(FREE) else { return Some(Duration::ZERO) };
        let turn = wrong.next.max(now) + LONGEST.min(PAUSE * 2_u32.saturating_pow(over.min(10)));
        let wait = turn - now;
        (wait <= LINE).then(|| {
            wrong.next = turn;
            wait
        })
    }

    /// Remembers that a secret was wrong.
    pub(crate) fn wrong(&self, guess: Guess) {
        let now = Instant::now();
        let mut all = self.lock();
        if all.len() >= MOST && !all.contains_key(&guess) {
            all.retain(|_, wrong| now.duration_since(wrong.last) < MEMORY);
            // Of whoever has many addresses the oldest guesses are forgotten.
            let oldest = all.iter().min_by_key(|(_, wrong)| wrong.last).map(|it| it.0.clone());
            if let Some(oldest) = oldest.filter(|_| all.len() >= MOST) {
                all.remove(&oldest);
            }
        }
        let wrong = all.entry(guess).or_insert(Wrong { count: 0, last: now, next: now });
        wrong.count = wrong.count.saturating_add(1);
        wrong.last = now;
    }
}

/// The address of a peer; of IPv6 the network that one customer has, in which all addresses are theirs.
pub(crate) fn network(peer: IpAddr) -> IpAddr {
    match peer.to_canonical() {
        IpAddr::V6(it) if !it.is_loopback() => {
            let mask = Ipv6Addr::from(u128::MAX << 64);
            Ipv6Addr::from(u128::from(it) & u128::from(mask)).into()
        }
        it => it,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn guess(peer: &str, key: &str) -> Guess {
        let text = r#"{ "A": { "secret": "01234567890123456789", "role": "reader" },
                        "B": { "secret": "01234567890123456789", "role": "reader" } }"#;
        Guess::new(peer.parse().unwrap(), key, &Credentials::read(text).unwrap())
    }

    #[tokio::test(start_paused = true)]
    async fn guesses_are_looked_at_ever_later() {
        let (guesses, one) = (Guesses::default(), guess("203.0.113.7", "A"));
        let mut waits = vec![];
        for _ in 0..12 {
            let wait = guesses.wait(&one).unwrap();
            tokio::time::sleep(wait).await;
            guesses.wrong(one.clone());
            waits.push(wait.as_millis());
        }
        assert_eq!(waits, [0, 0, 0, 0, 0, 250, 500, 1_000, 2_000, 4_000, 4_000, 4_000]);
        // Many at once stand in one line, which is bounded.
        let line: Vec<_> = (0..5).map(|_| guesses.wait(&one).map(|it| it.as_secs())).collect();
        assert_eq!(line, [Some(4), Some(8), Some(12), None, None]);
        // Another key, and another peer, are not kept waiting.
        for other in [guess("203.0.113.7", "B"), guess("203.0.113.8", "A")] {
            assert_eq!(guesses.wait(&other), Some(Duration::ZERO));
        }
        tokio::time::sleep(MEMORY).await;
        assert_eq!(guesses.wait(&one), Some(Duration::ZERO));
    }

    #[test]
    fn names_and_addresses_that_can_be_made_up_are_one() {
        assert_eq!(guess("203.0.113.7", "C"), guess("203.0.113.7", "D"));
        assert_eq!(guess("2001:db8::1", "A"), guess("2001:db8::ffff:1", "A"));
        assert_ne!(guess("2001:db8::1", "A"), guess("2001:db8:0:1::1", "A"));
        assert_eq!(guess("::ffff:203.0.113.7", "A"), guess("203.0.113.7", "A"));
        assert!(network("::1".parse().unwrap()).is_loopback());
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_remembered_is_bounded() {
        let guesses = Guesses::default();
        for number in 0..=u32::try_from(MOST).unwrap() {
            guesses
                .wrong(Guess { peer: std::net::Ipv4Addr::from(number).into(), key: String::new() });
            tokio::time::advance(Duration::from_micros(1)).await;
        }
        assert_eq!(guesses.lock().len(), MOST);
        assert!(!guesses.lock().contains_key(&guess("0.0.0.0", "")));
    }
}
