//! Lists.

use crate::hand::{Hand, arn, begun, describe, names, time};
use crate::run::Shared;
use std::sync::Arc;
use workflow_runtime::store::{Begun, Commit, Page, Query, Status};

fn text(text: &str) -> Option<Arc<str>> {
    Some(text.into())
}

async fn page(store: &Shared, query: Query) -> Page {
    store.list(query).await.unwrap_or_else(|error| panic!("{error}"))
}

pub async fn pages_have_no_gaps_and_no_repeats(store: Shared) {
    assert_eq!(page(&store, Query::default()).await, Page::default());
    let mut all = vec![];
    for number in 0..25 {
        // The order is neither that of names nor that of times.
        let name = format!("{:02}", number * 7 % 25);
        let started = time(number * 11 % 25);
        Hand::begin_as(&store, Begun { started, ..begun(&name) }).await;
        all.push(name);
    }
    for limit in [1, 2, 7, 24, 25, 26, 0] {
        for latest in [false, true] {
            let mut right = all.clone();
            if latest {
                right.reverse();
            }
            let query = Query { limit, latest, ..Query::default() };
            assert_eq!(names(&store, query.clone()).await, right, "{query:?}");
            let first = page(&store, query).await;
            let most = if limit == 0 { 100 } else { limit };
            assert_eq!(first.executions.len(), most.min(25));
            assert_eq!(first.next.is_some(), most < 25, "a next page of {limit}");
        }
    }
    let first = page(&store, Query { limit: 1, ..Query::default() }).await.executions;
    assert_eq!(first[0], describe(&store, &first[0].begun.id).await);
}

pub async fn pages_hold_while_others_begin(store: Shared) {
    for latest in [false, true] {
        let before: Vec<_> = (0..10).map(|it| format!("{latest} {it}")).collect();
        for name in &before {
            Hand::begin(&store, name).await;
        }
        let prefix = text(&format!("{latest}"));
        let mut query = Query { prefix, latest, limit: 3, ..Query::default() };
        let mut found = vec![];
        for round in 0.. {
            let page = page(&store, query.clone()).await;
            found.extend(page.executions.iter().map(|it| it.begun.name.to_string()));
            let Some(next) = page.next else { break };
            query.after = Some(next);
            if round < 4 {
                let mut new = Hand::begin(&store, &format!("{latest} new {round}")).await;
                new.end(1).await;
            }
            // The one that the page ended with is removed.
            if round == 1 {
                let mut last = Hand::begin(&store, &format!("{latest} removed")).await;
                last.end(1).await;
                assert_eq!(store.purge(&last.execution).await, Ok(true));
            }
        }
        let mut right = before;
        if latest {
            right.reverse();
        } else {
            right.extend((0..4).map(|it| format!("{latest} new {it}")));
        }
        assert_eq!(found, right);
    }
}

/// Executions of two machines with every status, in two states.
async fn some(store: &Shared) {
    for machine in ["orders", "refunds"] {
        for (place, status) in (0..).zip(Status::ALL) {
            for (state, error) in [("Pay", "Declined"), ("Ship", "Lost")] {
                let name = format!("{machine} {} {state}", status.name());
                let started = time(place);
                let begun = Begun { machine: machine.into(), started, ..begun(&name) };
                let mut hand = Hand::begin_as(store, begun).await;
                hand.write(Commit { state: text("Start"), ..hand.next() }).await;
                hand.write(Commit { state: text(state), ..hand.next() }).await;
                match status {
                    Status::Running => {}
                    Status::Succeeded => hand.end(9).await,
                    status => hand.fail(status, error, 9).await,
                }
            }
        }
    }
}

/// Asserts that a query finds the executions whose names fit.
async fn finds(store: &Shared, query: Query, fits: impl Fn(&str) -> bool) {
    let all = names(store, Query::default()).await;
    assert_eq!(all.len(), 20);
    for (latest, limit) in [(false, 0), (true, 0), (false, 1), (true, 3)] {
        let query = Query { latest, limit, ..query.clone() };
        let mut right: Vec<_> = all.iter().filter(|it| fits(it)).cloned().collect();
        if latest {
            right.reverse();
        }
        assert_eq!(names(store, query.clone()).await, right, "{query:?}");
    }
}

pub async fn lists_are_filtered(store: Shared) {
    some(&store).await;
    let any = Query::default;
    finds(&store, Query { machine: text("orders"), ..any() }, |it| it.starts_with("orders")).await;
    finds(&store, Query { machine: text("order"), ..any() }, |_| false).await;
    for status in Status::ALL {
        let query = Query { status: Some(status), ..any() };
        finds(&store, query, |it| it.contains(&format!(" {} ", status.name()))).await;
    }
    let query = Query { prefix: text("refunds F"), ..any() };
    finds(&store, query, |it| it.starts_with("refunds FAILED")).await;
    let running = |it: &str| it.contains("RUNNING");
    let failed = |it: &str| it.contains("FAILED");
    let since = Query { since: Some(time(1)), ..any() };
    finds(&store, since, |it| !running(it)).await;
    finds(&store, Query { until: Some(time(1)), ..any() }, running).await;
    let both = Query { since: Some(time(2)), until: Some(time(3)), ..any() };
    finds(&store, both, failed).await;
    let none = Query { since: Some(time(2)), until: Some(time(2)), ..any() };
    finds(&store, none, |_| false).await;
    let far =
        Query { since: Some(jiff::Timestamp::MIN), until: Some(jiff::Timestamp::MAX), ..any() };
    finds(&store, far, |_| true).await;
    finds(&store, Query { state: text("Ship"), ..any() }, |it| it.ends_with("Ship")).await;
    finds(&store, Query { state: text("Start"), ..any() }, |_| false).await;
    let lost = |it: &str| it.ends_with("Ship") && !running(it) && !it.contains("SUCCEEDED");
    finds(&store, Query { error: text("Lost"), ..any() }, lost).await;
}

pub async fn filters_work_together(store: Shared) {
    some(&store).await;
    let words = ["orders", "refunds"];
    for machine in words {
        for status in Status::ALL {
            for (state, error) in [("Pay", "Declined"), ("Ship", "Lost")] {
                let query = Query {
                    machine: text(machine),
                    status: Some(status),
                    state: text(state),
                    prefix: text(&machine[..3]),
                    since: Some(time(0)),
                    until: Some(time(10)),
                    ..Query::default()
                };
                let name = format!("{machine} {} {state}", status.name());
                finds(&store, query.clone(), |it| it == name).await;
                let fails = !matches!(status, Status::Running | Status::Succeeded);
                let failed = Query { error: text(error), ..query.clone() };
                finds(&store, failed, |it| it == name && fails).await;
                let other = if machine == "orders" { "refunds" } else { "orders" };
                finds(&store, Query { prefix: text(other), ..query }, |_| false).await;
            }
        }
    }
}

pub async fn prefixes_are_taken_as_they_are(store: Shared) {
    let all = [
        "a",
        "A",
        "ab",
        "aB",
        "a%",
        "a%b",
        "a_",
        "a*",
        "a?[",
        "a\u{10FFFF}",
        "a\u{10FFFF}b",
        "á",
        "",
        "'",
        "a'b",
        "\u{D7FF}x",
        "\u{E000}",
        "\u{10FFFF}",
        "b",
    ];
    for name in all {
        Hand::begin(&store, name).await;
    }
    for prefix in all {
        let query = Query { prefix: text(prefix), ..Query::default() };
        let right: Vec<_> = all.into_iter().filter(|it| it.starts_with(prefix)).collect();
        assert_eq!(names(&store, query).await, right, "{prefix:?}");
    }
}

pub async fn items_are_listed_where_asked_for(store: Shared) {
    for number in 0..6 {
        let around = (number % 2 == 1).then(|| arn("0"));
        Hand::begin_as(&store, Begun { around, ..begun(&format!("{number}")) }).await;
    }
    for latest in [false, true] {
        let query = Query { latest, limit: 2, ..Query::default() };
        assert_eq!(names(&store, query.clone()).await.len(), 3);
        let query = Query { items: true, ..query };
        assert_eq!(names(&store, query.clone()).await.len(), 6);
        let query = Query { prefix: text("3"), machine: text("orders"), ..query };
        assert_eq!(names(&store, query).await, ["3"]);
    }
}

pub async fn those_that_do_something_are_found(store: Shared) {
    let busy = || Query { busy: true, ..Query::default() };
    let mut works = Hand::begin(&store, "works").await;
    let mut waits = Hand::begin(&store, "waits").await;
    let mut ends = Hand::begin(&store, "ends").await;
    works.begin_item("item").await;
    assert_eq!(names(&store, busy()).await, ["works", "waits", "ends"]);
    waits.write(Commit { wake: Some(jiff::Timestamp::MAX), ..waits.next() }).await;
    ends.end(3).await;
    assert_eq!(names(&store, busy()).await, ["works"]);
    assert_eq!(names(&store, Query { items: true, ..busy() }).await, ["works", "item"]);
    waits.step().await;
    works.end(4).await;
    assert_eq!(names(&store, busy()).await, ["waits"]);
}

pub async fn a_page_has_a_limit(store: Shared) {
    for number in 0..101 {
        Hand::begin(&store, &format!("{number}")).await;
    }
    let all = page(&store, Query { limit: 101, ..Query::default() }).await;
    assert_eq!((all.executions.len(), all.next), (101, None));
    let first = page(&store, Query::default()).await;
    assert_eq!(first.executions.len(), 100);
    let rest = page(&store, Query { after: first.next, ..Query::default() }).await;
    assert_eq!((rest.executions.len(), rest.next), (1, None));
    let all = page(&store, Query { limit: usize::MAX, ..Query::default() }).await;
    assert_eq!((all.executions.len(), all.next), (101, None));
}
