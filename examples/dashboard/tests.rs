//! How the workflow is tested: with mocks in virtual time, and with its real tasks and real time.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::common::exported::assert_exported;
use super::common::http::Client;
use super::known::Memory;
use super::tasks::*;
use super::trackers;
use super::workflow::{Item, Page, Team, refresh};
use std::path::Path;
use workflow::prelude::*;
use workflow::testing::{Coverage, Test};

fn team(trackers: &[&str]) -> Team {
    let trackers = trackers.iter().map(|tracker| (*tracker).to_owned()).collect();
    Team { name: "Shop & Co".to_owned(), trackers }
}

fn item(due: &str, tracker: &str) -> Item {
    Item { due: due.to_owned(), title: format!("due {due}"), tracker: tracker.to_owned() }
}

/// Nobody has been heard of before.
fn calm() -> Test<refresh> {
    Test::of::<refresh>()
        .mock::<fetch>(|call| call.answers(|tracker| Ok(vec![item("2026-11-25", &tracker)])))
        .mock::<remember>(|call| call.returns(()))
        .mock::<recall>(|call| call.returns(None))
        .mock::<write_page>(|call| call.returns("dashboard.html".to_owned()))
}

fn silent() -> Test<refresh> {
    calm().mock::<fetch>(|call| call.hangs())
}

fn page(items: usize, not_fresh: &[&str]) -> Page {
    let not_fresh = not_fresh.iter().map(|tracker| (*tracker).to_owned()).collect();
    Page { file: "dashboard.html".to_owned(), items, not_fresh }
}

#[test]
fn items_are_merged_by_the_day_they_are_due() {
    let day = |tracker: &str| if tracker == "a" { "2026-12-01" } else { "2026-11-30" };
    let test = calm()
        .mock::<fetch>(|call| call.answers(move |tracker| Ok(vec![item(day(&tracker), &tracker)])));
    let run = test.run(team(&["a", "b"]));
    run.assert_output(&page(2, &[]));
    let items = run.calls::<write_page>().inputs().remove(0).3;
    assert_eq!(items, [item("2026-11-30", "b"), item("2026-12-01", "a")]);
}

#[test]
fn a_tracker_that_is_silent_is_shown_as_it_was() {
    let known = Known { since: "yesterday".to_owned(), items: vec![item("2026-11-20", "a")] };
    let run = silent().mock::<recall>(|call| call.returns(Some(known))).run(team(&["a"]));
    run.assert_output(&page(1, &["a"]));
    run.calls::<fetch>().assert_attempts(2);
    run.calls::<remember>().assert_count(0);
    assert!(run.elapsed() < Duration::from_secs(5), "a page does not wait: {:?}", run.elapsed());
}

#[test]
fn where_nothing_is_known_there_is_no_page() {
    let run = silent().run(team(&["a", "b"]));
    run.assert_fails("NothingKnown");
    run.calls::<write_page>().assert_count(0);
    calm().run(team(&[])).assert_output(&page(0, &[]));
}

#[test]
fn the_document_does_the_same() {
    assert_exported("dashboard/refresh.asl.json", refresh::definition());
    let coverage = Coverage::of::<refresh>();
    let known = Known { since: "yesterday".to_owned(), items: vec![item("2026-11-20", "a")] };
    let down = Failure::new("Unavailable", "down");
    let tests = [
        calm(),
        calm().mock::<fetch>(|call| call.fails(down).then().returns(vec![])),
        silent(),
        silent().mock::<recall>(|call| call.returns(Some(known))),
    ];
    for test in tests {
        test.covering(&coverage).assert_same([team(&["a", "b"]), team(&[])]);
    }
    for seed in 0..40 {
        let test = calm().covering(&coverage).faults(seed).check_same().crash_everywhere();
        test.run(team(&["a", "b", "c"]));
    }
    coverage.assert_all();
}

#[tokio::test]
async fn three_of_four_real_trackers_are_shown() {
    let page = std::env::temp_dir().join(format!("dashboard-{}.html", std::process::id()));
    let memory = Memory::open(Path::new(":memory:"), page.clone()).unwrap();
    let client = Client::new(trackers::start().await.unwrap());
    let engine = Engine::builder().resource(client).resource(memory.clone()).build();
    let all = team(&["issues", "helpdesk", "reviews", "wiki"]);
    let shown = engine.run::<refresh>(all).await.unwrap();
    assert_eq!(
        (shown.items, &shown.not_fresh[..]),
        (4, &["reviews".to_owned(), "wiki".to_owned()][..])
    );
    let html = std::fs::read_to_string(&page).unwrap();
    std::fs::remove_file(page).unwrap();
    for text in [
        "<h1>Shop &amp; Co</h1>",
        "<li class=fresh>issues: 2 to do",
        "<li class=fresh>helpdesk: 1 to do",
        "<li class=stale>reviews: 1 to do; stale, of 2026-11-22T17:05:00.000Z (States.Timeout)",
        "<li class=unavailable>wiki: unavailable (NotFound)",
        "<tr><td>2026-11-23<td>Prices &lt; 0 are taken<td>issues",
    ] {
        assert!(html.contains(text), "{text} is missing in\n{html}");
    }
    assert_eq!(memory.read("helpdesk").unwrap().unwrap().items.len(), 1);
}
