//! Workflows with a deadline: the machine and its document end alike.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::sync::Arc;
use workflow::Payload;
use workflow::prelude::*;
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};

#[task]
async fn look(n: u64) -> Result<u64, Failure> {
    Ok(n + 1)
}

#[steps]
async fn wait(n: u64) -> Result<u64, Failure> {
    sleep(Duration::from_secs(n)).await;
    look(n).await
}

/// Waits, within an hour.
#[workflow(steps(wait), timeout = "1h")]
async fn slow(n: u64) -> Result<u64, Failure> {
    wait(n).await
}

async fn machine(n: u64) -> Result<u64, Failure> {
    Engine::builder().virtual_time().build().run::<slow>(n).await
}

async fn document(n: u64) -> Result<u64, Failure> {
    let definition = slow::definition().unwrap();
    let timeout = definition.timeout();
    let compiled =
        Arc::new(Compiled::new(definition, &[<look as workflow::Task>::DEFINITION]).unwrap());
    let engine = Engine::builder().virtual_time().build();
    let open = |identity: &_| {
        Ok(Interpreted::start(compiled, Arc::new(n.into()), Context::from(identity)) as _)
    };
    let start = workflow::engine::Start { machine: "slow", timeout, ..Default::default() };
    let ended: Payload = engine.start_with(open, start).await?;
    Ok(ended.json()?.as_u64().unwrap())
}

#[tokio::test]
async fn an_execution_ends_at_its_deadline() {
    assert_eq!(slow::definition().unwrap().timeout(), Some(3600));
    for n in [0, 3599] {
        assert_eq!((machine(n).await, document(n).await), (Ok(n + 1), Ok(n + 1)));
    }
    let [machine, document] = [machine(3601).await, document(3601).await].map(|it| it.unwrap_err());
    assert_eq!((machine.error(), document.error()), ("States.Timeout", "States.Timeout"));
}
