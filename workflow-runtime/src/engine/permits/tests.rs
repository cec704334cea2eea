#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;
use std::task::Waker;

/// Permits for so many tasks at once: gate 1 lets one pass, gate 2 two.
fn permits(all: usize) -> Arc<Permits> {
    let tasks = HashMap::from([("one", 1), ("two", 2)]);
    let permits = Room { all: Some(all), tasks, ..Room::default() }.permits().unwrap();
    permits.lock().free = vec![all, 1, 2];
    permits
}

fn gates(own: &[usize]) -> Gates {
    std::iter::once(&0).chain(own).copied().collect()
}

fn is_served(wait: &mut Wait) -> bool {
    Pin::new(wait).poll(&mut Context::from_waker(Waker::noop())).is_ready()
}

fn take(permits: &Arc<Permits>, own: &[usize]) -> Permit {
    permits.take(&gates(own), 0).ok().unwrap()
}

fn wait(permits: &Arc<Permits>, own: &[usize], priority: i32) -> Wait {
    permits.take(&gates(own), priority).err().unwrap()
}

#[test]
fn without_limits_there_are_no_permits() {
    assert!(Room::default().permits().is_none());
}

#[test]
fn the_first_is_served_first() {
    let permits = permits(1);
    let permit = take(&permits, &[1]);
    let (mut one, mut two) = (wait(&permits, &[2], 0), wait(&permits, &[1], 0));
    assert!(!is_served(&mut one) && !is_served(&mut two));
    drop(permit);
    assert!(is_served(&mut one) && !is_served(&mut two));
    permits.give_back(&one.gates);
    assert!(is_served(&mut two));
    permits.give_back(&two.gates);
    take(&permits, &[]);
}

#[test]
fn the_most_urgent_is_served_before_the_first() {
    let permits = permits(1);
    let permit = take(&permits, &[]);
    let mut waits = [0, 7, -1, 7].map(|priority| (wait(&permits, &[], priority), false));
    drop(permit);
    for next in [1, 3, 0, 2] {
        let served = |(at, (wait, had)): (usize, &mut (Wait, bool))| {
            let served = !*had && is_served(wait);
            *had |= served;
            served.then_some(at)
        };
        let served: Vec<_> = waits.iter_mut().enumerate().filter_map(served).collect();
        assert_eq!(served, [next]);
        permits.give_back(&gates(&[]));
    }
}

#[test]
fn one_without_room_lets_others_pass() {
    let permits = permits(2);
    let first = take(&permits, &[1]);
    let mut second = wait(&permits, &[1], 9);
    let other = take(&permits, &[]);
    let mut third = wait(&permits, &[], 0);
    drop(other);
    assert!(is_served(&mut third) && !is_served(&mut second));
    drop(first);
    assert!(is_served(&mut second));
}

/// One that needs two gates takes neither while the other is closed.
#[test]
fn all_gates_are_passed_at_once() {
    let permits = permits(9);
    let one = take(&permits, &[1]);
    let mut both = wait(&permits, &[1, 2], 0);
    let (two, three) = (take(&permits, &[2]), take(&permits, &[2]));
    drop(one);
    assert!(!is_served(&mut both));
    let again = take(&permits, &[1]);
    drop((two, three));
    assert!(!is_served(&mut both));
    drop(again);
    assert!(is_served(&mut both));
    wait(&permits, &[1], 0);
    take(&permits, &[2]);
}

#[test]
fn those_that_leave_give_their_places_back() {
    let permits = permits(9);
    let permit = take(&permits, &[1]);
    let (one, two) = (wait(&permits, &[1], 0), wait(&permits, &[1], 0));
    drop(one);
    drop(permit);
    // It was served, and leaves before it knows.
    drop(two);
    take(&permits, &[1]);
    assert!(permits.lock().queues.is_empty());
    assert_eq!(permits.lock().free, [9, 1, 2]);
}
