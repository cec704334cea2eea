//! How the workflow is tested: with mocks in virtual time, and with real databases whose connections break and
//! processes that crash.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::common::exported::assert_exported;
use super::databases::{Breaks, Databases};
use super::tasks::*;
use super::workflow::{Books, Joined, NewUser, SignUp, join_users};
use workflow::Workflow;
use workflow::prelude::*;
use workflow::testing::{Coverage, Test};
use workflow_runtime::simulate::{CrashingStore, crashing};
use workflow_runtime::store::MemoryStore;

fn user(name: &str, region: &str, projects: u32) -> NewUser {
    NewUser { name: name.to_owned(), region: region.to_owned(), projects }
}

fn sign_up() -> SignUp {
    let users = vec![user("Ada", "north", 3), user("Grace", "south", 5), user("Alan", "north", 2)];
    SignUp { users }
}

/// Each project once in every database: 3 and 2 in the north, 5 in the south.
fn assert_once(databases: &Databases) {
    assert_eq!(databases.active("north").unwrap(), [105, 105, 105, 5]);
    assert_eq!(databases.active("south").unwrap(), [205, 205, 205, 5]);
    assert_eq!(databases.letters().unwrap(), 3);
}

fn gone() -> Failure {
    Failure::new("Disconnected", "once")
}

fn databases(weather: impl Fn(u32) -> Breaks + Send + Sync + 'static) -> Databases {
    Databases::open(None, weather).unwrap()
}

fn mocked() -> Test<join_users> {
    Test::of::<join_users>()
        .mock::<register>(|call| call.answers(|user| Ok(format!("U-{}", user.name))))
        .mock::<count>(|call| call.answers(|(_, _, number)| Ok(100 + number)))
        .mock::<welcome>(|call| call.returns(()))
}

#[test]
fn the_document_does_the_same() {
    assert_exported("project_counts/join_users.asl.json", join_users::definition());
    let run = mocked().run(sign_up());
    let ada = Joined { user: "U-Ada".to_owned(), active: vec![103, 103, 103] };
    assert_eq!(run.output()[0], ada);
    assert_eq!(run.calls::<count>().inputs()[0].0, Books::Billing);
    let coverage = Coverage::of::<join_users>();
    for seed in 0..40 {
        let test = mocked().covering(&coverage).faults(seed).check_same().crash_everywhere();
        let run = test.run(sign_up());
        assert!(run.calls::<register>().count() <= 3 && run.calls::<count>().count() <= 9);
    }
    for books in [Books::Billing, Books::Quotas, Books::Statistics] {
        let test = mocked().mock::<count>(|call| {
            let call = call.with(move |input| input.0 == books);
            call.fails(gone()).times(1).then().returns(7)
        });
        let test = test.mock::<register>(|call| call.fails(gone()).then().returns("U".to_owned()));
        let test = test.mock::<welcome>(|call| call.fails(gone()).then().returns(()));
        test.covering(&coverage).assert_same([sign_up()]);
    }
    coverage.assert_all();
}

/// A break in each of the changes, one after the other: before it, and after its commit.
#[test]
fn a_change_that_was_not_confirmed_is_not_made_twice() {
    for breaks in [Breaks::Before, Breaks::AfterCommit] {
        for broken in 1..=15 {
            let weather = move |change| if change == broken { breaks } else { Breaks::No };
            let databases = databases(weather);
            let run = Test::of::<join_users>().resource(databases.clone()).run(sign_up());
            assert_eq!(run.output().len(), 3);
            assert_once(&databases);
        }
    }
}

/// The process dies after every commit of its state; what it was doing is done again, with connections that break.
#[tokio::test]
async fn a_process_that_crashes_counts_nothing_twice() {
    for every in [1, 2, 3, 5] {
        let weather = |change| if change % 3 == 0 { Breaks::AfterCommit } else { Breaks::No };
        let databases = databases(weather);
        let store = CrashingStore::new(MemoryStore::default(), every);
        let engine = Engine::builder().virtual_time().store(store).resource(databases.clone());
        let input = serde_json::to_string(&sign_up()).unwrap();
        let open = |_: &_| join_users::machine(workflow::Payload::live(sign_up()));
        let revive = |_: &_, saved| join_users::revive(saved);
        let ended = crashing(&engine.build(), open, revive, "join_users", Some(input.into())).await;
        assert!(ended.result.is_ok() && ended.crashes > 0, "{} crashes", ended.crashes);
        assert_once(&databases);
    }
}
