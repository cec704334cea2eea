//! Who the execution is, time and chance: drawn once, and the same in the machine and in its document.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Ticket {
    id: String,
    at: String,
    share: f64,
}

/// The context object in arguments, conditions, closures and the result.
#[workflow]
pub async fn whose(names: Vec<String>) -> Result<Vec<String>, Failure> {
    let me = execution().name();
    let found = count(execution().id()).await?;
    if me == "run" && found > 2 {
        let machine = execution().state_machine();
        note(format!("{me} of {machine} since {}", execution().start_time())).await?;
    }
    Ok(names.iter().map(|name| format!("{name} of {}", execution().name())).collect())
}

/// Drawn before the first state, between states, and at the end.
#[workflow]
pub async fn tickets(of: String) -> Result<(Ticket, String), Failure> {
    let id = uuid();
    let name = text(id.clone()).await?;
    let (share, at) = (random(), now());
    let ticket = Ticket { id: format!("{of}-{id}"), at, share };
    two(ticket.id.clone(), 1).await?;
    let last = uuid();
    let again = uuid();
    Ok((ticket, format!("{name} {last} {again} {last}")))
}

/// In loops, branches, items and catchers; assigned again; drawn only on some ways.
#[workflow]
pub async fn everywhere(names: Vec<String>) -> Result<(Vec<String>, String, f64), Failure> {
    let mut id = uuid();
    let mut sum = 0.0;
    for name in names.clone() {
        id = uuid();
        let _unread = uuid();
        let most = if name.is_empty() { random() } else { 0.25 };
        sum += most;
        if count(format!("{name} {id}")).await? > 3 {
            note(now()).await?;
            break;
        }
    }
    let outer = id.clone();
    let (ids, other) = join!(
        map(names, async |name| {
            let own = uuid();
            let copy = own.clone();
            let found = text(format!("{copy} {name} {outer}")).await?;
            let end = uuid();
            Ok(format!("{own} {found} {end}"))
        }),
        async {
            let mine = uuid();
            match number(7).await {
                Ok(found) => Ok(format!("{mine} {found}")),
                Err(_) => {
                    let (lost, other) = (random(), uuid());
                    Ok(format!("{mine} {other} {}", lost < 0.5))
                }
            }
        },
    )
    .await?;
    Ok((ids, format!("{other} {id}"), sum))
}

/// A retried task gets the same number at each attempt.
#[workflow]
pub async fn retried_with(of: String) -> Result<String, Failure> {
    let key = uuid();
    let one = text(format!("{of} {key}")).retry(PATIENT).retry(ANY).await?;
    let two = text(uuid()).retry(ANY).await?;
    Ok(format!("{one} {two} {key}"))
}

/// Points in time: of the input, made from the context, over already, and none at all.
#[workflow]
pub async fn until(deadline: String) -> Result<String, Failure> {
    let begun = now();
    sleep_until(execution().start_time()).await;
    sleep_until("1970-01-02T00:00:00Z").await;
    let found = text(deadline.clone()).await?;
    sleep_until(deadline).named("Wait for the deadline").await;
    let late = now();
    Ok(format!("{begun} {found} {late}"))
}

#[test]
fn context_is_told() {
    prove!(whose(names): count, note;).run();
}
#[test]
fn what_is_drawn_is_drawn_once() {
    prove!(tickets(of): text, two;).run();
}
#[test]
fn what_is_drawn_belongs_to_its_visit() {
    let proof = prove!(everywhere(names): count, note, text, number; seeds = 300);
    proof.run();
    proof.survives(5);
}
#[test]
fn attempts_share_what_was_drawn() {
    let proof = prove!(retried_with(of): text; failing = 40);
    proof.run();
    proof.survives(10);
}
#[test]
fn points_in_time() {
    let words =
        &["1970-01-05T00:00:00Z", "1970-02-01T12:00:00.5+02:00", "1969-01-01T00:00:00Z", "soon"];
    prove!(until(deadline): text; words = words).run();
}

/// Each draw stands alone in an `Assign`; nothing but the context is read in place.
#[test]
fn drawn_in_an_assign() {
    for document in [tickets::definition(), everywhere::definition(), retried_with::definition()] {
        let document = document.map(|it| it.to_json_pretty()).unwrap();
        for line in
            document.lines().filter(|line| line.contains("$uuid()") || line.contains("$random()"))
        {
            let alone = [r#"": "{% $uuid() %}""#, r#"": "{% $random() %}""#];
            assert!(alone.iter().any(|text| line.trim_end_matches(',').ends_with(text)), "{line}");
        }
    }
}
