//! Runs of the document beside the machine, and differences that are found.

use crate::flows::*;
use workflow::machine::{Machine, StateInfo};
use workflow::prelude::*;
use workflow::testing::Test;
use workflow::{Definition, Payload, TaskDefinition, Workflow};
use workflow_runtime::export::ExportError;

#[test]
fn the_document_does_the_same() {
    test().assert_same([order(), Order { lines: vec![], ..order() }]);
    for seed in 0..20 {
        let run = test().seed(seed).check_same().crash_everywhere().faults(seed).run(order());
        assert!(run.calls::<charge>().count() <= 1);
    }
}

/// A workflow whose document, or whose checkpoints, are not its own.
macro_rules! wrong {
    ($name:ident, $definition:expr, $revive:expr) => {
        struct $name;
        impl Workflow for $name {
            type Input = Order;
            type Values = Order;
            type Output = Vec<String>;
            const NAME: &'static str = stringify!($name);
            fn machine(input: Payload) -> Result<Box<dyn Machine>, Failure> {
                <fulfil as Workflow>::machine(input)
            }
            fn revive(record: serde_json::Value) -> Result<Box<dyn Machine>, Failure> {
                $revive(record)
            }
            fn states() -> &'static [StateInfo] {
                <fulfil as Workflow>::states()
            }
            fn tasks() -> Vec<TaskDefinition> {
                <fulfil as Workflow>::tasks()
            }
            fn definition() -> Result<Definition, ExportError> {
                $definition
            }
        }
    };
}

fn altered() -> Result<Definition, ExportError> {
    let text = fulfil::definition()?.to_json_pretty().replace("$total > 500", "$total > 600.5");
    Ok(Definition::from_json(&text).unwrap())
}

wrong!(Drifted, altered(), <fulfil as Workflow>::revive);
// After a crash it begins again.
wrong!(Forgetful, fulfil::definition(), |_| <fulfil as Workflow>::machine(Payload::live(order())));

fn answered<W: Workflow>() -> Test<W> {
    Test::of::<W>()
        .mock::<price>(|call| call.returns(600.0))
        .mock::<approve>(|call| call.returns(()))
        .mock::<charge>(|call| call.returns("receipt".to_owned()))
        .mock::<pick>(|call| call.answers(Ok))
        .mock::<pack>(|call| call.answers(Ok))
}

#[test]
fn a_document_that_differs_is_found() {
    says(
        || answered::<Drifted>().seed(3).assert_same([order()]),
        "Drifted: the exported document does not do the same: histories differ, after
  TaskStateExited Total
  ChoiceStateEntered total > 500.0?
  ChoiceStateExited total > 500.0?
in event 9:
    … 3 the same
      \"id\": 9,
      \"previousEventId\": 8,
      \"stateEnteredEventDetails\": {
  -     \"name\": \"Approve\",
  +     \"name\": \"Charge\",
        \"input\": {
          \"ExecutedVersion\": \"$LATEST\",
          \"Payload\": 600,
    … 4 the same
  (- generated, + interpreted)
failures: None / None
its path: Total → total > 500.0? → Approve → Charge → EachLine → Picked[0] → Pack[0] → Picked[1] → Pack[1]
it returned [\"tea\",\"cup\"]
before this run, 0 runs: 0 ended well",
    );
}

#[test]
fn a_workflow_that_does_not_survive_is_found() {
    says(
        || answered::<Forgetful>().crash_everywhere().run(order()),
        "Forgetful: it does not survive crashes: results differ: without crashes Ok(Array [String(\"tea\"), \
         String(\"cup\")]), with crashes Err(States.Runtime: the checkpoint lacks an effect)
its path: Total → total > 500.0? → Approve → Charge → EachLine → Picked[0] → Pack[0] → Picked[1] → Pack[1]
it returned [\"tea\",\"cup\"]",
    );
}
