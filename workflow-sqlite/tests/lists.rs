//! Lists of so many executions that the indexes are asked.

#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::sync::Arc;
use support::{arn, commit, end, time, wait};
use workflow_runtime::Failure;
use workflow_runtime::store::{Commit, MemoryStore, Query, Status, Store};
use workflow_sqlite::Sqlite;

const MANY: usize = 7000;

/// Numbers that look random.
struct Random(usize);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// The commits of an execution: most are items or have succeeded, so that few fit what is asked for.
fn commits(random: &mut Random, number: usize) -> Vec<Commit> {
    let name = format!("{:03} {number}", random.below(500));
    let mut first = commit(&name, 1, "1");
    let begun = first.begun.as_mut().unwrap();
    begun.machine = format!("machine {}", random.below(4) * random.below(2)).into();
    begun.started = time(i64::try_from(number + random.below(50)).unwrap());
    let item = (2500..5500).contains(&number) || random.below(9) == 0;
    begun.around = item.then(|| arn("around"));
    first.state = Some(format!("State {}", random.below(40) / 13).into());
    if random.below(30) == 0 {
        first.wake = (random.below(2) == 0).then(|| time(9));
        return vec![first];
    }
    let mut last = end(&name, 2);
    last.state = None;
    if random.below(40) == 0 {
        last.status = Status::ALL[2 + random.below(3)];
        last.end = Some(Err(Failure::new(["A", "B"][random.below(2)], "")));
    }
    vec![first, last]
}

fn query(random: &mut Random) -> Query {
    let mut query = Query {
        items: random.below(5) == 0,
        busy: random.below(7) == 0,
        latest: random.below(2) == 0,
        limit: [1, 7, 100, 1000, 5000][random.below(5)],
        ..Query::default()
    };
    let text = |it: String| Some(Arc::from(it));
    let mut when = |times: usize| random.below(times) == 0;
    let (machine, status, prefix, times, state, error) =
        (when(3), when(3), when(5), when(5), when(5), when(8));
    if machine {
        query.machine = text(format!("machine {}", random.below(5)));
    }
    if status {
        query.status = Some(Status::ALL[random.below(5)]);
    }
    if prefix {
        query.prefix = text(format!("{:03}", random.below(500))[..1 + random.below(3)].to_owned());
    }
    if times {
        let from = i64::try_from(random.below(MANY)).unwrap();
        query.since = Some(time(from));
        query.until = Some(time(from + i64::try_from(random.below(3000)).unwrap()));
    }
    if state {
        query.state = text(format!("State {}", random.below(5)));
    }
    if error {
        query.error = text(["A", "B", "C"][random.below(3)].to_owned());
    }
    query
}

/// The names on all pages.
async fn pages(store: &dyn Store, mut query: Query) -> Vec<Vec<Arc<str>>> {
    let mut pages = vec![];
    loop {
        let page = store.list(query.clone()).await.unwrap();
        pages.push(page.executions.into_iter().map(|it| it.begun.name).collect());
        query.after = page.next;
        if page.next.is_none() || pages.len() > 20 {
            return pages;
        }
    }
}

#[test]
fn long_lists_are_those_of_the_model() {
    let (store, model) = (Sqlite::in_memory().unwrap(), MemoryStore::default());
    let mut random = Random(7);
    wait(async {
        let around = commit("around", 1, "1");
        model.commit(around.clone()).await.unwrap();
        let mut calls = vec![store.commit(around)];
        for number in 0..MANY {
            for commit in commits(&mut random, number) {
                model.commit(commit.clone()).await.unwrap();
                calls.push(store.commit(commit));
            }
            if calls.len() > 500 || number + 1 == MANY {
                for call in calls.drain(..) {
                    call.await.unwrap();
                }
            }
        }
        for _ in 0..100 {
            let query = query(&mut random);
            assert_eq!(
                pages(&store, query.clone()).await,
                pages(&model, query.clone()).await,
                "{query:?}"
            );
        }
        // More machines than are put together.
        for number in 0..120 {
            let mut first = commit(&format!("new {number}"), 1, "1");
            first.begun.as_mut().unwrap().machine = format!("new {number}").into();
            model.commit(first.clone()).await.unwrap();
            store.commit(first).await.unwrap();
        }
        for _ in 0..40 {
            let query = query(&mut random);
            assert_eq!(
                pages(&store, query.clone()).await,
                pages(&model, query.clone()).await,
                "{query:?}"
            );
        }
        assert!(store.describe(&arn("new 7")).await.unwrap().is_some());
    });
}
