//! Data of typed workflows that grows in a loop: its state fails, and the process lives on.
#![allow(clippy::unwrap_used, reason = "tests")]

use workflow::Workflow;
use workflow::engine::Limits;
use workflow::machine::History;
use workflow::prelude::*;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::store::MemoryStore;

#[workflow]
async fn doubling(text: String) -> Result<String, Failure> {
    let mut text = text;
    while text.len() > 1 {
        text = format!("{text}{text}");
        sleep(Duration::from_secs(1)).await;
    }
    Ok(text)
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Shell {
    inner: Vec<Shell>,
}

#[workflow]
async fn nesting(shell: Shell) -> Result<Shell, Failure> {
    let mut shell = shell;
    while shell.inner.len() < 2 {
        shell = Shell { inner: vec![shell] };
        sleep(Duration::from_secs(1)).await;
    }
    Ok(shell)
}

#[task]
async fn shells(depth: u32) -> Result<Shell, Failure> {
    Ok((0..depth).fold(Shell { inner: vec![] }, |inner, _| Shell { inner: vec![inner] }))
}

#[workflow]
async fn asking(depth: u32) -> Result<Shell, Failure> {
    shells(depth).await
}

fn engine(history: History, limits: Limits) -> workflow::engine::EngineBuilder {
    Engine::builder().history(history).limits(limits).clock(VirtualClock::default())
}

async fn run<W: Workflow>(history: History, limits: Limits, input: W::Input) -> Failure {
    engine(history, limits).build().run::<W>(input).await.err().unwrap()
}

#[tokio::test]
async fn what_doubles_ends_its_state() {
    let failure = run::<doubling>(History::Full, Limits::Aws, "ab".to_owned()).await;
    assert_eq!(failure.error(), "States.DataLimitExceeded");
    let failure = run::<doubling>(History::Full, Limits::Off, "ab".repeat(1 << 20)).await;
    assert!(failure.cause().contains("67108864 bytes"), "{failure}");
}

#[tokio::test]
async fn what_nests_ends_its_state() {
    let none = || Shell { inner: vec![] };
    let nested = "nested deeper than 100 levels";
    let failure = run::<nesting>(History::Full, Limits::Aws, none()).await;
    assert!(failure.cause().contains(nested), "{failure}");
    let stored = engine(History::Off, Limits::Off).store(MemoryStore::default()).build();
    let failure = stored.run::<nesting>(none()).await.unwrap_err();
    assert!(failure.cause().contains(nested), "{failure}");
    for history in [History::Events, History::Full] {
        let engine = engine(history, Limits::Aws).store(MemoryStore::default()).build();
        let failure = engine.run::<asking>(5_000).await.unwrap_err();
        assert!(failure.cause().contains(nested), "{failure}");
        assert!(engine.run::<asking>(20).await.is_ok());
    }
}
