//! The spans and events of `tracing` that an engine has: names and fields, and what is within what.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod toy;

use serde_json::json;
use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};
use toy::*;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::{Engine, Failure, Retry};

/// Writes spans and events down, with the spans around them.
#[derive(Clone, Default)]
struct Seen(Arc<Mutex<Notes>>);

#[derive(Default)]
struct Notes {
    spans: Vec<String>,
    within: Vec<u64>,
    lines: Vec<String>,
}

struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, " {field}={value:?}").unwrap();
    }
}

impl Subscriber for Seen {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = Fields(span.metadata().name().to_owned());
        span.record(&mut fields);
        let mut notes = self.0.lock().unwrap();
        notes.spans.push(fields.0);
        Id::from_u64(notes.spans.len() as u64)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields(String::new());
        event.record(&mut fields);
        let mut notes = self.0.lock().unwrap();
        let around = notes.within.iter().map(|id| notes.spans[*id as usize - 1].clone());
        let line = format!(
            "[{}] {}{}",
            around.collect::<Vec<_>>().join(" / "),
            event.metadata().level(),
            fields.0
        );
        notes.lines.push(line);
    }

    fn enter(&self, span: &Id) {
        self.0.lock().unwrap().within.push(span.into_u64());
    }

    fn exit(&self, span: &Id) {
        let left = self.0.lock().unwrap().within.pop();
        assert_eq!(left, Some(span.into_u64()));
    }
}

/// Runs an execution whose task fails once, and says so itself.
fn watched(seen: &Seen) {
    let pay = body("pay", |context, input| {
        let first = context.attempt == 1;
        Box::pin(async move { if first { Err(Failure::new("Busy", "")) } else { Ok(input) } })
    });
    let pay = retry(pay, &[Retry::on(&["Busy"]).interval(1).max_attempts(2)]);
    let program = Program::new(vec![(pay, next(END))]);
    let engine = Engine::builder().clock(VirtualClock::default()).seed(7).build();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    tracing::subscriber::with_default(seen.clone(), || {
        let played = play(&engine, &program, json!(1));
        runtime.block_on(played).0.unwrap();
    });
}

#[test]
fn an_execution_is_a_span_and_so_is_each_attempt() {
    let seen = Seen::default();
    watched(&seen);
    let notes = seen.0.lock().unwrap();
    let execution = notes.spans.iter().find(|it| it.starts_with("execution ")).expect("a span");
    assert!(execution.contains(" name=") && execution.ends_with(" machine=toy"), "{execution}");
    let attempts = notes.spans.iter().filter(|it| it.starts_with("attempt "));
    let attempts: Vec<_> = attempts.map(String::as_str).collect();
    assert_eq!(attempts, ["attempt state=\"pay\" task=\"pay\""; 2], "{:?}", notes.spans);
    let retried = format!("[{execution}] DEBUG");
    let retried =
        notes.lines.iter().find(|it| it.contains("tried again") && it.starts_with(&retried));
    let retried = retried.unwrap_or_else(|| panic!("{:#?}", notes.lines));
    assert!(retried.contains(" error=\"Busy\" attempt=1 pause=1"), "{retried}");
    assert!(notes.within.is_empty(), "all spans were left");
}
