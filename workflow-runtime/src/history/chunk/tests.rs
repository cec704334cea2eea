#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;
use crate::failure::Failure;
use crate::history::{Details, EventType, HistoryEvent, ItemFailed};

use crate::target::{Pattern, Shape, Target};
use crate::texts::Payloads;
use jiff::Timestamp;
use proptest::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

type Known = BTreeMap<u32, Arc<str>>;

fn written(events: &[HistoryEvent], payloads: &mut Payloads, known: &mut Known) -> Vec<u8> {
    let bytes = encode(events, payloads);
    known.extend(payloads.take_new());
    bytes
}

fn read(bytes: &[u8], known: &Known) -> Result<Vec<HistoryEvent>, Failure> {
    let find = |number| known.get(&number).cloned().ok_or_else(|| Failure::runtime("missing"));
    decode(bytes, &mut { find })
}

fn payload() -> String {
    format!("{{\"order\":\"{}\"}}", "o".repeat(300))
}

/// One of each kind of details, with all that may be absent and without.
fn one_of_each() -> Vec<Details> {
    let text = |text: &str| -> Arc<str> { text.into() };
    let function = Target::parse("arn:aws:lambda:eu-west-1:1:function:f").unwrap();
    let queue = Target::parse("arn:aws:states:::sqs:sendMessage.waitForTaskToken").unwrap();
    let [function, queue] = [function, queue].map(Arc::new);
    let long = format!("{{\"FunctionName\":\"charge\",\"Payload\":{}}}", payload());
    let region = text("eu-west-1");
    let assigned: Vec<(Cow<'static, str>, Arc<str>)> =
        vec![("order".into(), payload().into()), ("n".into(), "7".into())];
    vec![
        Details::ExecutionStarted { input: Some(payload().into()), role: text("arn:role") },
        Details::StateEntered { name: text("Charge"), input: Some(payload().into()) },
        Details::TaskScheduled {
            function: "charge".into(),
            parameters: Some(long.into()),
            region: region.clone(),
            timeout: Some(60),
            heartbeat: Some(0),
        },
        Details::TaskStarted,
        Details::TaskSucceeded {
            output: Some(text(
                "{\"ExecutedVersion\":\"$LATEST\",\"Payload\":7,\"StatusCode\":200}",
            )),
        },
        Details::StateExited { name: text("Charge"), output: Some(text("7")), assigned },
        Details::Failed { error: Some(text("Declined")), cause: None, item: None },
        Details::Scheduled {
            target: queue.clone(),
            input: Some(text("{}")),
            region,
            timeout: None,
            heartbeat: Some(u32::MAX),
            role: Some(text("arn:role")),
        },
        Details::Started { target: queue.clone(), worker: Some(text("worker")) },
        Details::Returned { target: queue, output: None },
        Details::CallFailed { target: function, error: None, cause: Some(text("why")) },
        Details::MapStateStarted { length: 800 },
        Details::MapRunStarted { arn: text("arn:run") },
        Details::MapIteration { name: text("Each"), index: 128 },
        Details::EvaluationFailed {
            state: text("Charge"),
            location: Some(text("Output")),
            error: text("States.QueryEvaluationError"),
            cause: text("why not"),
        },
        Details::EvaluationFailed {
            state: text("ü"),
            location: None,
            error: text(""),
            cause: text(""),
        },
        Details::ExecutionSucceeded { output: None },
        Details::Redriven { count: 1, run: None },
        Details::Redriven { count: 300, run: Some(text("arn:run")) },
        Details::None,
    ]
}

/// Events with these details; every kind of event is among them, and some numbers, times and predecessors are odd.
fn events(details: Vec<Details>) -> Vec<HistoryEvent> {
    let every: Vec<_> = kinds::all().collect();
    let count = details.len().max(every.len());
    let all = (0..count).map(|at| (every[at % every.len()], details[at % details.len()].clone()));
    let event = |(index, (kind, details)): (u32, _)| {
        let time = Timestamp::new(1_767_225_600 + i64::from(index / 10), 5).unwrap();
        let id = index + 1 + index / 20 * 7;
        HistoryEvent {
            id,
            previous: if index % 9 == 8 { id / 2 } else { id - 1 },
            time,
            kind,
            details,
        }
    };
    (0..).zip(all).map(event).collect()
}

#[test]
fn the_form_is_the_golden_one() {
    let golden: Vec<u8> = include_str!("golden.hex")
        .split_whitespace()
        .flat_map(|line| {
            (0..line.len() / 2).map(|at| u8::from_str_radix(&line[2 * at..2 * at + 2], 16).unwrap())
        })
        .collect();
    let (events, mut known) = (events(one_of_each()), Known::new());
    let bytes = written(&events, &mut Payloads::default(), &mut known);
    let hex: Vec<_> = bytes
        .chunks(50)
        .map(|line| line.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
        .collect();
    assert!(
        bytes == golden,
        "the form has changed, and needs another version:\n{}",
        hex.join("\n")
    );
    assert_eq!(known.into_values().collect::<Vec<_>>(), [payload().into()]);
}

#[test]
fn each_kind_comes_back_and_a_payload_is_written_once() {
    let (events, mut known, mut payloads) =
        (events(one_of_each()), Known::new(), Payloads::default());
    for _ in 0..3 {
        let bytes = written(&events, &mut payloads, &mut known);
        assert_eq!(read(&bytes, &known).unwrap(), events);
        assert_eq!(mentioned(&bytes).unwrap().into_iter().collect::<Vec<_>>(), [1]);
        // The words of one_of_each, and little more.
        assert!(bytes.len() < 900, "{}", bytes.len());
    }
    assert_eq!(known.len(), 1);
}

#[test]
fn each_kind_of_event_has_a_number() {
    let all: Vec<_> = kinds::all().collect();
    assert_eq!(all.len(), 80);
    for (number, kind) in all.into_iter().enumerate() {
        assert_eq!(usize::from(kinds::number(kind)), number, "{kind:?}");
    }
}

#[test]
fn damage_is_told() {
    let (events, mut known) = (events(one_of_each()), Known::new());
    let bytes = written(&events, &mut Payloads::default(), &mut known);
    for length in 0..bytes.len() {
        assert!(read(&bytes[..length], &known).is_err(), "{length}");
    }
    for at in 0..bytes.len() {
        for flip in [1, 0x10, 0x80, 0xff] {
            let mut bytes = bytes.clone();
            bytes[at] ^= flip;
            let _ = read(&bytes, &known);
        }
    }
    let none = read(&[0], &known).unwrap_err().reported();
    assert_eq!(none, "a part of a history is damaged: no version has the form 0");
    assert_eq!(read(&bytes, &Known::new()).unwrap_err().reported(), "missing");
}

/// Parts that came later have another version: a program that knows the first alone says so.
#[test]
fn what_is_newer_is_told() {
    let failed = |item: Option<ItemFailed>| Details::Failed {
        error: Some("A".into()),
        cause: None,
        item: item.map(Arc::new),
    };
    let [name, error, cause] = ["one", "B", ""].map(Arc::from);
    let item = ItemFailed { index: 0, name, state: None, error, cause };
    for (details, version) in [(failed(None), 1), (failed(Some(item)), 2)] {
        let (events, mut known) = (events(vec![details]), Known::new());
        let bytes = written(&events, &mut Payloads::default(), &mut known);
        assert_eq!(bytes[0], version);
        assert_eq!(read(&bytes, &known).unwrap(), events);
    }
    let later: [(&[u8], &str); 3] = [
        (
            &[3],
            "a part of a history has the form 3, made by a newer version of workflow: this one knows those up to 2",
        ),
        (
            &[2, 1, 127, 0],
            "a part of a history is damaged, or made by a newer version of workflow: an event is of no known kind",
        ),
        (
            &[2, 1, USUAL, 6 | 1 << 4],
            "a part of a history is damaged, or made by a newer version of workflow: the details of an event have parts that are not known",
        ),
    ];
    for (bytes, right) in later {
        assert_eq!(read(bytes, &Known::new()).unwrap_err().reported(), right);
    }
}

fn text() -> impl Strategy<Value = Arc<str>> {
    let some = prop::sample::select(vec!["", "A", "Charge", "eu-west-1", "1", "{\"a\":[1]}"]);
    let long = (0_usize..4).prop_map(|number| payload().replace('o', ["a", "b", "c", "d"][number]));
    prop_oneof![
        4 => some.prop_map(Arc::from),
        2 => long.clone().prop_map(Arc::from),
        1 => long.clone().prop_map(|it| format!("{{\"FunctionName\":\"f\",\"Payload\":{it}}}").into()),
        1 => (long.clone(), long).prop_map(|(a, b)| format!("[{a},{b}]").into()),
        1 => any::<String>().prop_map(Arc::from),
    ]
}

fn target() -> impl Strategy<Value = Arc<Target>> {
    let pattern = prop::sample::select(vec![
        Pattern::RequestResponse,
        Pattern::Sync,
        Pattern::Sync2,
        Pattern::WaitForTaskToken,
    ]);
    let service = (text(), text(), pattern).prop_map(|(service, action, pattern)| Shape::Service {
        service,
        action,
        pattern,
    });
    let shape = prop_oneof![Just(Shape::Function), Just(Shape::Activity), service];
    (text(), shape).prop_map(|(resource, shape)| Arc::new(Target { resource, shape }))
}

fn item() -> impl Strategy<Value = Arc<ItemFailed>> {
    let texts = (text(), prop::option::of(text()), text(), text());
    (any::<u32>(), texts).prop_map(|(index, (name, state, error, cause))| {
        Arc::new(ItemFailed { index, name, state, error, cause })
    })
}

fn details() -> impl Strategy<Value = Details> {
    let maybe = || prop::option::of(text());
    let limit = || prop::option::of(any::<u32>());
    let name = || text().prop_map(|it| Cow::Owned::<'static, str>(it.to_string()));
    prop_oneof![
        Just(Details::None),
        Just(Details::TaskStarted),
        (maybe(), text()).prop_map(|(input, role)| Details::ExecutionStarted { input, role }),
        maybe().prop_map(|output| Details::ExecutionSucceeded { output }),
        maybe().prop_map(|output| Details::TaskSucceeded { output }),
        (text(), maybe()).prop_map(|(name, input)| Details::StateEntered { name, input }),
        (text(), maybe(), prop::collection::vec((name(), text()), 0..3))
            .prop_map(|(name, output, assigned)| Details::StateExited { name, output, assigned }),
        (name(), maybe(), text(), limit(), limit()).prop_map(
            |(function, parameters, region, timeout, heartbeat)| Details::TaskScheduled {
                function,
                parameters,
                region,
                timeout,
                heartbeat
            }
        ),
        (maybe(), maybe(), prop::option::of(item()))
            .prop_map(|(error, cause, item)| Details::Failed { error, cause, item }),
        (target(), maybe(), text(), limit(), limit(), maybe()).prop_map(
            |(target, input, region, timeout, heartbeat, role)| Details::Scheduled {
                target,
                input,
                region,
                timeout,
                heartbeat,
                role
            }
        ),
        (target(), maybe()).prop_map(|(target, worker)| Details::Started { target, worker }),
        (target(), maybe()).prop_map(|(target, output)| Details::Returned { target, output }),
        (target(), maybe(), maybe()).prop_map(|(target, error, cause)| Details::CallFailed {
            target,
            error,
            cause
        }),
        any::<u32>().prop_map(|length| Details::MapStateStarted { length }),
        text().prop_map(|arn| Details::MapRunStarted { arn }),
        (any::<u32>(), maybe()).prop_map(|(count, run)| Details::Redriven { count, run }),
        (text(), any::<u32>()).prop_map(|(name, index)| Details::MapIteration { name, index }),
        (text(), maybe(), text(), text()).prop_map(|(state, location, error, cause)| {
            Details::EvaluationFailed { state, location, error, cause }
        }),
    ]
}

fn event() -> impl Strategy<Value = HistoryEvent> {
    let kind = prop::sample::select(kinds::all().collect::<Vec<EventType>>());
    let number = || prop_oneof![0_u32..20, any::<u32>()];
    let second = prop_oneof![0_i64..3, -377_705_000_000_i64..253_000_000_000];
    let time = (second, -999_999_999..=999_999_999_i32).prop_map(|(second, part)| {
        Timestamp::new(second, if second < 0 { -part.abs() } else { part.abs() }).unwrap()
    });
    (number(), number(), time, kind, details()).prop_map(|(id, previous, time, kind, details)| {
        HistoryEvent { id, previous, time, kind, details }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_events_come_back(chunks in prop::collection::vec(prop::collection::vec(event(), 0..60), 1..4)) {
        let (mut known, mut payloads) = (Known::new(), Payloads::default());
        let all: Vec<_> = chunks.iter().map(|events| written(events, &mut payloads, &mut known)).collect();
        for (bytes, events) in all.iter().zip(&chunks) {
            prop_assert_eq!(&read(bytes, &known).unwrap(), events);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let _ = read(&[&[VERSION][..], &bytes].concat(), &Known::new());
    }

    #[test]
    fn usual_events_are_short(kinds in prop::collection::vec(any::<prop::sample::Index>(), 1..40)) {
        let all: Vec<_> = kinds::all().collect();
        let time = Timestamp::new(1_767_225_600, 1).unwrap();
        let events: Vec<_> = (1..).zip(&kinds).map(|(id, kind)| {
            HistoryEvent { id, previous: id - 1, time, kind: *kind.get(&all), details: Details::None }
        }).collect();
        prop_assert!(encode(&events, &mut Payloads::default()).len() <= 2 * events.len() + 12);
    }
}
