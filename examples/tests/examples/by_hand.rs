//! What the exported documents cost, compared with documents that an expert wrote.

use super::common::http::Client;
use super::deletion_request::systems::Systems;
use super::deletion_request::workflow::forget;
use super::order_fulfilment::shop::Shop;
use super::order_fulfilment::workflow::fulfil;
use super::programs::inputs;
use super::support::Place;
use serde_json::Value;
use std::sync::Arc;
use workflow::history::Trace;
use workflow::{Definition, Engine, TaskDefinition, Workflow};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};

/// Runs a document with the tasks of an example: what it comes to, and what it costs.
async fn run(
    engine: &Engine,
    document: Definition,
    tasks: &[TaskDefinition],
    input: &str,
) -> (Value, u64) {
    let compiled = Arc::new(Compiled::new(document, tasks).unwrap());
    let value: Arc<Value> = Arc::new(serde_json::from_str(input).unwrap());
    let open = |identity: &_| Ok(Interpreted::start(compiled, value, Context::from(identity)));
    let mut execution = engine.start(open, "example", None, Some(input.into()));
    let output = (&mut execution).await.unwrap();
    (Value::clone(&*output.json().unwrap()), Trace::of(&execution.history()).billed_transitions())
}

fn written(example: &str) -> Definition {
    let path = inputs(example).with_file_name("by_hand.asl.json");
    Definition::from_json(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn compare(example: &str, exported: (Value, u64), by_hand: (Value, u64)) {
    assert_eq!(exported.0, by_hand.0, "{example}: the results");
    println!("{example}: {} transitions are billed, by hand {}", exported.1, by_hand.1);
    assert!(
        exported.1 <= by_hand.1,
        "{example}: {} transitions, by hand {}",
        exported.1,
        by_hand.1
    );
}

#[tokio::test]
async fn an_order_costs_no_more() {
    let place = Place::new("order-by-hand");
    let input = std::fs::read_to_string(inputs("order_fulfilment").join("default.json")).unwrap();
    let mut ends = vec![];
    for document in [fulfil::definition().unwrap(), written("order_fulfilment")] {
        let shop = Shop::open(&place.0.join("shop.db"), true).unwrap();
        let address = super::order_fulfilment::service::start(&shop).await.unwrap();
        let engine = Engine::builder().resource(shop).resource(Client::new(address)).build();
        ends.push(run(&engine, document, &fulfil::tasks(), &input).await);
    }
    let (by_hand, exported) = (ends.pop().unwrap(), ends.pop().unwrap());
    compare("order_fulfilment", exported, by_hand);
}

#[tokio::test]
async fn a_request_costs_no_more() {
    let place = Place::new("request-by-hand");
    let input = std::fs::read_to_string(inputs("deletion_request").join("default.json")).unwrap();
    let mut ends = vec![];
    for document in [forget::definition().unwrap(), written("deletion_request")] {
        let systems = Systems::open(&place.0.join("systems")).unwrap();
        let engine = Engine::builder().resource(systems).build();
        ends.push(run(&engine, document, &forget::tasks(), &input).await);
    }
    let (by_hand, exported) = (ends.pop().unwrap(), ends.pop().unwrap());
    compare("deletion_request", exported, by_hand);
}
