//! The browsers that have logged in.

use super::signature::hex;
use super::{Caller, Credentials};
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
#[cfg(feature = "console")]
use std::time::Duration;
#[cfg(feature = "console")]
use tokio::sync::watch;

/// The longest time of a session.
const LENGTH: SignedDuration = SignedDuration::from_hours(12);
/// The most sessions of one key: the oldest one ends for another.
const MOST: usize = 100;

/// Sessions by their secret names.
#[derive(Default)]
pub(crate) struct Sessions(Mutex<HashMap<String, Session>>);

struct Session {
    caller: Caller,
    until: Timestamp,
    /// Dropped when it ends: whoever watches is told.
    #[cfg(feature = "console")]
    alive: watch::Sender<()>,
}

/// The end of a session, for work that lasts longer than a request.
#[cfg(feature = "console")]
pub(crate) struct Ending {
    alive: watch::Receiver<()>,
    /// The time that is left of it.
    left: Duration,
}

#[cfg(feature = "console")]
impl Ending {
    /// Waits until the session has ended: by its time, a logout, or a later one that took its place.
    pub(crate) async fn wait(mut self) {
        let ended = async { while self.alive.changed().await.is_ok() {} };
        // In time or not, it has ended.
        let _ = tokio::time::timeout(self.left, ended).await;
    }
}

impl Sessions {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, Session>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins a session for whoever knows the secret of a key. Returns its name; `None` if the secret is another, or nothing
    /// random can be had.
    pub(crate) fn begin(
        &self,
        credentials: &Credentials,
        key: &str,
        secret: &str,
        now: Timestamp,
    ) -> Option<(String, Caller)> {
        let (caller, right) = credentials.find(key)?;
        if !is_same(secret.as_bytes(), right.as_bytes()) {
            return None;
        }
        let mut random = [0; 32];
        getrandom::fill(&mut random).ok()?;
        let name = hex(&random);
        let mut all = self.lock();
        all.retain(|_, session| session.until > now);
        let own = || all.iter().filter(|(_, it)| it.caller.key == caller.key);
        let full = own().count() >= MOST;
        let oldest = own().min_by_key(|(_, it)| it.until).map(|it| it.0.clone());
        oldest.filter(|_| full).into_iter().for_each(|oldest| drop(all.remove(&oldest)));
        let until = now.saturating_add(LENGTH).ok()?;
        let session = Session {
            caller: caller.clone(),
            until,
            #[cfg(feature = "console")]
            alive: watch::Sender::default(),
        };
        all.insert(name.clone(), session);
        Some((name, caller))
    }

    /// Finds the caller of a session.
    pub(crate) fn find(&self, name: &str, now: Timestamp) -> Option<Caller> {
        let all = self.lock();
        all.get(name).filter(|session| session.until > now).map(|session| session.caller.clone())
    }

    /// The end of a session; `None` if there is no such session.
    #[cfg(feature = "console")]
    pub(crate) fn ending(&self, name: &str, now: Timestamp) -> Option<Ending> {
        let all = self.lock();
        let session = all.get(name).filter(|session| session.until > now)?;
        let left = session.until.duration_since(now).unsigned_abs();
        Some(Ending { alive: session.alive.subscribe(), left })
    }

    /// Ends a session.
    pub(crate) fn end(&self, name: &str) {
        self.lock().remove(name);
    }
}

/// Compares without telling by its time where they differ.
fn is_same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::super::Role;
    use super::*;

    #[cfg(feature = "console")]
    #[tokio::test(start_paused = true)]
    async fn whoever_watches_a_session_is_told_of_its_end() {
        let text = r#"{ "A": { "secret": "01234567890123456789", "role": "reader" } }"#;
        let credentials = Credentials::read(text).unwrap();
        let (sessions, now) = (Sessions::default(), Timestamp::UNIX_EPOCH);
        let begin = || sessions.begin(&credentials, "A", "01234567890123456789", now).unwrap().0;
        let (one, other) = (begin(), begin());
        let begun = tokio::time::Instant::now();
        sessions.ending(&one, now).unwrap().wait().await;
        assert_eq!(begun.elapsed().as_secs(), LENGTH.unsigned_abs().as_secs());
        let ending = sessions.ending(&other, now).unwrap();
        let watched = tokio::spawn(ending.wait());
        tokio::task::yield_now().await;
        assert!(!watched.is_finished());
        sessions.end(&other);
        watched.await.unwrap();
        assert!(sessions.ending(&other, now).is_none());
    }

    #[test]
    fn a_session_begins_with_the_secret_and_ends_in_time() {
        let secret = "0123456789012345678901234567890123456789";
        let text = format!("{{\"A\": {{\"secret\": \"{secret}\", \"role\": \"reader\"}}}}");
        let credentials = Credentials::read(&text).unwrap();
        let (sessions, now) = (Sessions::default(), Timestamp::UNIX_EPOCH);
        let begin = |key: &str, secret: &str| {
            sessions.begin(&credentials, key, secret, now).map(|begun| begun.0)
        };
        for (key, secret) in [("A", ""), ("A", "x"), ("B", secret), ("A", &secret[1..])] {
            assert_eq!(begin(key, secret), None);
        }
        let (one, other) = (begin("A", secret).unwrap(), begin("A", secret).unwrap());
        assert!(one != other && one.len() == 64);
        assert_eq!(sessions.find(&one, now).unwrap().role, Role::Reader);
        sessions.end(&other);
        assert_eq!(sessions.find(&other, now), None);
        assert_eq!(sessions.find("", now), None);
        let late = now.saturating_add(LENGTH).unwrap();
        assert_eq!(sessions.find(&one, late), None);
        // The oldest ends for the one that is too many.
        let names: Vec<_> = (0..MOST).map(|_| begin("A", secret).unwrap()).collect();
        assert_eq!(sessions.lock().len(), MOST);
        assert!(sessions.find(names.last().unwrap(), now).is_some());
    }
}
