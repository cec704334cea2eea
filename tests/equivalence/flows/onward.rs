//! Executions that go on as others.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Turn {
    wait: u32,
    seen: Vec<String>,
}

/// Asks again and again, some times in one execution.
#[workflow]
pub async fn poll(turn: Turn) -> Result<Vec<String>, Failure> {
    let mut seen = turn.seen;
    for _ in 0..3 {
        let found = text(seen.len().to_string()).await?;
        if found.is_empty() {
            return Ok(seen);
        }
        seen.push(found);
        sleep(Duration::from_secs(u64::from(turn.wait % 10))).await;
    }
    continue_as(poll(Turn { wait: turn.wait.min(5), seen })).await
}

/// Goes on as another workflow, with several inputs, from within branches of its code.
#[workflow]
pub async fn handed_on(name: String, size: i64) -> Result<Vec<String>, Failure> {
    match risky(name.clone()).await {
        Ok(0) => {
            return continue_as(handed_on(name, size / 2)).retry(ANY).await;
        }
        Ok(found) => {
            if size > 0 {
                return continue_as(poll(Turn { wait: 1, seen: vec![found.to_string()] }))
                    .named("Poll instead")
                    .await;
            }
        }
        Err(Trouble::Bad { code, .. }) => {
            // An argument that may fail.
            return continue_as(handed_on(name, size / i64::from(code))).await;
        }
        Err(other) => return Err(other.into()),
    }
    Ok(vec![name])
}

#[test]
fn executions_go_on() {
    let proof = prove!(poll(turn): text, poll;);
    proof.run();
    proof.survives(10);
    prove!(handed_on(name, size): risky, poll, handed_on; failing = 20).run();
}

fn parsed(document: Result<workflow::Definition, impl std::fmt::Debug>) -> serde_json::Value {
    serde_json::from_str(&document.unwrap().to_json_pretty()).unwrap()
}

#[test]
fn documents_start_the_next_execution() {
    let document = parsed(poll::definition());
    let state = &document["States"]["ContinueAsPoll"];
    assert_eq!(state["Resource"], "arn:aws:states:::states:startExecution");
    assert_eq!(state["Arguments"]["StateMachineArn"], "{% $states.context.StateMachine.Id %}");
    assert_eq!(state["End"], true);
    let document = parsed(handed_on::definition());
    let machine =
        document["States"]["Poll instead"]["Arguments"]["StateMachineArn"].as_str().unwrap();
    assert!(machine.contains("':stateMachine:poll'"), "{machine}");
}
