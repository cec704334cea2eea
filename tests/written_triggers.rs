//! Triggers that stand at workflows: what they say, and the schedules that an engine makes of them.

#![allow(clippy::unwrap_used, reason = "tests")]

use workflow::prelude::*;
use workflow_runtime::clock::{Clock, VirtualClock};
use workflow_runtime::schedule::Schedule;
use workflow_runtime::store::MemoryStore;
use workflow_runtime::{Engine, StartOn, Trigger, Workflow};

#[task]
async fn sum_up(day: String) -> Result<String, Failure> {
    Ok(format!("the report of {day}"))
}

#[steps]
async fn summed(day: String) -> Result<String, Failure> {
    let report = sum_up(day).await?;
    Ok(report)
}

/// Reports, on working days and for each upload.
#[workflow(
    timeout = "1h",
    steps(summed),
    triggers(
        schedule(
            "0 8 * * MON-FRI",
            "Europe/Zurich",
            name = "mornings",
            input = "<aws.scheduler.scheduled-time>",
        ),
        schedule("rate(1 day)", name = "rests", window = 15, disabled = true),
        event({ "source": ["shop"], "detail": { "total": [{ "numeric": [">", -1.5] }] } }, bus = "orders"),
        objects("incoming", prefix = "days/", events = ["Object Created", "Object Deleted"]),
        queue("arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:days", batch = 100, window = 20),
        request("POST", "/reports"),
    )
)]
async fn report(day: String) -> Result<String, Failure> {
    let report = summed(day).await?;
    Ok(report)
}

/// Its input has no default.
#[workflow(triggers(schedule("0 8 * * *")))]
async fn unfit(day: String) -> Result<String, Failure> {
    let report = sum_up(day).await?;
    Ok(report)
}

/// Reports once.
#[workflow(triggers(schedule("at(2026-01-05T08:00:00)", "Europe/Zurich", input = "a day")))]
async fn once(day: String) -> Result<String, Failure> {
    let report = sum_up(day).await?;
    Ok(report)
}

#[workflow]
async fn untriggered(day: String) -> Result<String, Failure> {
    let report = sum_up(day).await?;
    Ok(report)
}

#[test]
fn they_say_what_is_written() {
    let told: Vec<String> =
        <report as Workflow>::TRIGGERS.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "mornings: 0 8 * * MON-FRI Europe/Zurich",
            "rests: rate(1 day) UTC, disabled",
            "event: events {\"source\":[\"shop\"],\"detail\":{\"total\":[{\"numeric\":[\">\",-1.5]}]}} of the bus orders",
            "objects: Object Created, Object Deleted in incoming/days/",
            "queue: messages of arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:days",
            "request: POST /reports",
        ]
    );
    let queue = Trigger {
        name: "queue",
        start: StartOn::Queue {
            arn: "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:days",
            batch: Some(100),
            window: Some(20),
        },
    };
    assert_eq!(<report as Workflow>::TRIGGERS[4], queue);
    assert!(<untriggered as Workflow>::TRIGGERS.is_empty());
    // They are no part of the document.
    assert_eq!(report::definition().unwrap().as_value()["TimeoutSeconds"], 3600);
}

async fn engine(clock: &VirtualClock) -> Engine {
    let builder = Engine::builder().workflow::<report>().workflow::<unfit>().workflow::<once>();
    builder.store(MemoryStore::default()).clock(clock.clone()).build()
}

#[tokio::test]
async fn an_engine_makes_their_schedules() {
    let clock = VirtualClock::at("2026-01-02T12:00:00Z".parse().unwrap());
    let engine = engine(&clock).await;
    // It was made by an older version of the program.
    let older = Schedule::parse("rate(1 day)", "UTC").unwrap();
    engine.schedule::<report>("report-rests", older).input("x".to_owned()).await.unwrap();
    assert_eq!(engine.schedule_triggers::<report>().await.unwrap(), ["report-mornings"]);
    assert_eq!(engine.schedule_triggers::<untriggered>().await.unwrap(), [] as [String; 0]);
    let all = engine.schedules().await.unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!((&*all[0].name, &*all[0].workflow), ("report-mornings", "report"));
    assert_eq!(all[0].schedule.to_string(), "0 8 * * MON-FRI Europe/Zurich");
    assert_eq!(all[0].next, Some("2026-01-05T07:00:00Z".parse().unwrap()));
    assert_eq!(&*all[0].input, "\"<aws.scheduler.scheduled-time>\"");
    // A program says them each time that it begins; one that is paused stays so.
    assert!(engine.pause_schedule("report-mornings").await.unwrap());
    engine.schedule_triggers::<report>().await.unwrap();
    assert!(engine.schedules().await.unwrap()[0].paused);
}

#[tokio::test]
async fn an_input_that_does_not_fit_is_refused() {
    let clock = VirtualClock::at("2026-01-02T12:00:00Z".parse().unwrap());
    let engine = engine(&clock).await;
    let failure = engine.schedule_triggers::<unfit>().await.unwrap_err();
    assert!(failure.cause().contains("string"), "{failure}");
    assert!(engine.schedules().await.unwrap().is_empty());
    let without = Engine::builder().build();
    assert!(without.schedule_triggers::<report>().await.is_err());
}

#[tokio::test]
async fn one_whose_time_is_over_stops_nothing() {
    let made = async |engine: &Engine| engine.schedule_triggers::<once>().await.unwrap();
    let clock = VirtualClock::at("2026-01-05T06:59:00Z".parse().unwrap());
    let before = engine(&clock).await;
    assert_eq!(made(&before).await, ["once-schedule"]);
    // The program begins again, a day later, with the same store and with another one.
    let later = "2026-01-06T06:59:00Z".parse().unwrap();
    while clock.now() < later {
        clock.jump(Some(later));
        tokio::task::yield_now().await;
    }
    assert_eq!(made(&before).await, ["once-schedule"]);
    let after = engine(&clock).await;
    assert_eq!(made(&after).await, [] as [String; 0]);
    assert!(after.schedules().await.unwrap().is_empty());
    // It had another time before, which is not asked for any more.
    let older = Schedule::parse("at(2027-01-01T00:00:00)", "UTC").unwrap();
    after.schedule::<once>("once-schedule", older).input("x".to_owned()).await.unwrap();
    assert_eq!(made(&after).await, [] as [String; 0]);
    assert!(after.schedules().await.unwrap().is_empty());
}
