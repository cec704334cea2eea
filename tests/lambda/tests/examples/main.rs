//! Documents of examples, run by the interpreter in real time: their functions are processes, which call the same
//! services as the tasks do in the engine.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod programs;

use programs::{Client, Ledger, Luck, Services, Shop, fulfil, pay, service};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use workflow::{Definition, Engine, Failure, Workflow};
use workflow_lambda_tests::Lambdas;
use workflow_runtime::engine::{Identity, Start};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;

const PROGRAM: &str = env!("CARGO_BIN_EXE_shops");

/// A file that is not there yet.
fn file(name: &str) -> PathBuf {
    let path =
        std::env::temp_dir().join(format!("workflow-functions-{}-{name}", std::process::id()));
    let _ = std::fs::remove_file(&path);
    path
}

/// An input that comes with an example.
fn input(example: &str, name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::read_to_string(root.join(format!("examples/{example}/inputs/{name}.json"))).unwrap()
}

type Ended = Result<Value, (String, String)>;

fn told(failure: Failure) -> (String, String) {
    (failure.error().to_owned(), failure.cause())
}

/// Runs a workflow in an engine; its tasks are their bodies.
async fn here<W: Workflow>(engine: &Engine, input: &str) -> Ended {
    let output = engine.run_json::<W>(input).await.map_err(told)?;
    Ok(serde_json::from_str(&output).unwrap())
}

/// Runs the document of a workflow; its functions are processes.
async fn there<W: Workflow>(lambdas: Lambdas, input: &str) -> Ended {
    let engine = Engine::builder().connector(lambdas.in_real_time()).build();
    let text = W::definition().unwrap().to_json_pretty();
    let document = Arc::new(Compiled::connected(Definition::from_json(&text).unwrap()).unwrap());
    let value = Arc::new(serde_json::from_str(input).unwrap());
    let open = move |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        Ok(Interpreted::start(document, value, Context::from(identity)))
    };
    let start = Start { machine: W::NAME, input: Some(input.into()), ..Start::default() };
    let output = engine.start_with(open, start).await.map_err(told)?;
    Ok(Value::clone(&*output.json().unwrap()))
}

/// An end without the number of the receipt, which is made of the key of its call: the engine's keys are others.
fn without_receipt(ended: Ended) -> Ended {
    ended.map(|mut output| {
        let receipt = output.as_object_mut().and_then(|output| output.remove("receipt"));
        output["has_receipt"] = receipt.is_some_and(|it| it.is_string()).into();
        output
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn orders_are_fulfilled_as_in_the_engine() {
    for name in ["default", "declined", "out_of_stock"] {
        let (ours, theirs) = (file(&format!("ours-{name}")), file(&format!("theirs-{name}")));
        let (shop, other) = (Shop::open(&ours, true).unwrap(), Shop::open(&theirs, true).unwrap());
        let client = Client::new(service::start(&shop).await.unwrap());
        let engine = Engine::builder().resource(shop.clone()).resource(client).build();
        let services = service::start(&other).await.unwrap().to_string();
        let variables = [("SERVICES", &*services), ("SHOP", theirs.to_str().unwrap())];
        let lambdas = Lambdas::of(PROGRAM, &variables);
        let text = input("order_fulfilment", name);
        let (here, there) =
            tokio::join!(here::<fulfil>(&engine, &text), there::<fulfil>(lambdas, &text));
        assert_eq!(there, here, "{name}");
        assert_eq!(other.summary().unwrap(), shop.summary().unwrap(), "the books of {name}");
        println!("{name}: {here:?}");
        for path in [ours, theirs] {
            std::fs::remove_file(path).unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn payments_are_taken_as_in_the_engine() {
    for name in ["default", "declined", "suspicious", "unknown_merchant"] {
        let (ours, theirs) = (file(&format!("own-{name}")), file(&format!("other-{name}")));
        let (services, others) = (Services::default(), Services::default());
        let client = Client::new(services.start().await.unwrap());
        let ledger = Ledger::open(&ours, Luck::default()).unwrap();
        let engine = Engine::builder().resource(ledger).resource(client).build();
        let address = others.start().await.unwrap().to_string();
        let variables = [("SERVICES", &*address), ("LEDGER", theirs.to_str().unwrap())];
        let lambdas = Lambdas::of(PROGRAM, &variables);
        let text = input("payments", name);
        let (here, there) = tokio::join!(here::<pay>(&engine, &text), there::<pay>(lambdas, &text));
        let (here, there) = (without_receipt(here), without_receipt(there));
        assert_eq!(there, here, "{name}");
        assert_eq!(others.taken(), services.taken(), "the money of {name}");
        println!("{name}: {here:?}");
        for path in [ours, theirs] {
            // A function that was not called has made no books.
            let _ = std::fs::remove_file(path);
        }
    }
}
