//! Executions of a program that went away while they ran.

use crate::stop::{Stop, failed, tell};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinSet;
use workflow_runtime::engine::Recovered;
use workflow_runtime::store::{Described, Query, Status};
use workflow_runtime::{Engine, Execution};

/// Lists the executions that were interrupted, of a workflow or all, the earliest first; with `waiting` also those that were
/// waiting. Others stay in the store, for `resume`.
pub(crate) async fn open(
    engine: &Engine,
    machine: Option<&str>,
    waiting: bool,
) -> Result<Vec<Described>, Stop> {
    let (machine, status) = (machine.map(Into::into), Some(Status::Running));
    let mut query = Query { machine, status, busy: !waiting, limit: 1_000, ..Query::default() };
    let mut all = vec![];
    loop {
        let page = engine.executions(query.clone()).await.map_err(failed)?;
        all.extend(page.executions);
        match page.next {
            Some(next) => query.after = Some(next),
            None => return Ok(all),
        }
    }
}

/// Executions that go on, each as soon as the engine has room for it.
pub(crate) struct Interrupted {
    taken: UnboundedReceiver<(Described, Recovered)>,
    /// Takes them up, until this is dropped.
    _work: JoinSet<()>,
}

impl Interrupted {
    /// Goes on with these executions, in their order.
    pub(crate) fn go_on(engine: &Engine, open: Vec<Described>) -> Self {
        let (engine, (sender, taken)) = (engine.clone(), unbounded_channel());
        let mut work = JoinSet::new();
        work.spawn(async move {
            for known in open {
                engine.ready().await;
                let recovered = one(&engine, &known).await;
                if sender.send((known, recovered)).is_err() {
                    return;
                }
            }
        });
        Interrupted { taken, _work: work }
    }

    /// The next one: it continues, or cannot.
    pub(crate) async fn next(&mut self) -> Option<(Described, Recovered)> {
        self.taken.recv().await
    }

    /// The next one that can continue. Reports those before it that cannot.
    pub(crate) async fn next_running(&mut self) -> Option<(Described, Execution)> {
        loop {
            let (known, mut recovered) = self.next().await?;
            refused_all(&recovered);
            if let Some(execution) = recovered.running.pop() {
                return Some((known, execution));
            }
        }
    }
}

/// Goes on with one execution.
pub(crate) async fn one(engine: &Engine, known: &Described) -> Recovered {
    let mut recovered = Recovered::default();
    match engine.recover_one(&known.begun.id).await {
        Ok(execution) => recovered.running.push(execution),
        Err(failure) => recovered.left.push((known.begun.clone(), failure)),
    }
    recovered
}

/// Says which executions cannot go on, and why.
pub(crate) fn refused_all(recovered: &Recovered) {
    for (begun, failure) in &recovered.left {
        tell(&format!(
            "`{}` of `{}` cannot continue: {}",
            begun.name,
            begun.machine,
            failure.reported()
        ));
    }
}

/// Prints the execution that a program continues, and its state.
pub(crate) fn goes_on(known: &Described) -> String {
    let state = known.state.as_deref().unwrap_or("its beginning");
    let Described { begun, events, .. } = known;
    format!(
        "{}, going on with `{}` from `{state}`, after {events} events",
        begun.machine, begun.name
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::json;
    use std::sync::{Arc, Mutex};
    use std::time::Duration;
    use workflow_asl::Definition;
    use workflow_runtime::Failure;
    use workflow_runtime::connector::{Reply, Request, connector};
    use workflow_runtime::engine::EngineBuilder;
    use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
    use workflow_runtime::machine::Identity;
    use workflow_runtime::store::MemoryStore;
    use workflow_runtime::task::BoxFuture;

    /// The tasks that run, and the most that ran at the same time.
    #[derive(Clone, Default)]
    struct Gauge(Arc<Mutex<(usize, usize)>>);

    impl Gauge {
        fn most(&self) -> usize {
            self.0.lock().unwrap().1
        }

        /// A task: it takes a while, and until so many have run at the same time.
        async fn pay(self, until: usize) -> Result<Reply, Failure> {
            let change = |by: isize| {
                let mut gauge = self.0.lock().unwrap();
                gauge.0 = gauge.0.strict_add_signed(by);
                gauge.1 = gauge.1.max(gauge.0);
            };
            change(1);
            tokio::time::sleep(Duration::from_millis(20)).await;
            while self.most() < until {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            change(-1);
            Ok(Reply::Done(Arc::new(json!({ "Payload": 1 }))))
        }
    }

    fn document() -> Arc<Compiled> {
        let pay = json!({
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": { "FunctionName": "pay", "Payload": {} },
            "End": true
        });
        let document = json!({ "StartAt": "Pay", "States": { "Pay": pay } });
        Arc::new(Compiled::connected(Definition::from_value(document).unwrap()).unwrap())
    }

    fn builder(store: &MemoryStore, gauge: &Gauge, until: usize) -> EngineBuilder {
        let gauge = gauge.clone();
        let pay = move |_: Request| -> BoxFuture<_> { Box::pin(gauge.clone().pay(until)) };
        let engine = Engine::builder().store(store.clone()).connector(connector(|_| true, pay));
        engine.document("orders", document())
    }

    /// Leaves executions in a store that have begun, and done nothing.
    async fn left(store: &MemoryStore, names: &[&str]) {
        let engine = builder(store, &Gauge::default(), 0).held().build();
        for name in names {
            let open = |identity: &Identity| {
                let context = Context::from(identity);
                Ok(Interpreted::start(document(), Arc::new(json!({})), context))
            };
            let execution = engine.start(open, "orders", Some(name), Some("{}".into()));
            execution.started().await.unwrap();
        }
        engine.shutdown(Duration::ZERO).await;
    }

    /// Goes on with three that were interrupted, and returns their names in order and how many ran at the same time.
    async fn gone_on(most: usize, until: usize) -> (Vec<String>, usize) {
        let (store, gauge) = (MemoryStore::default(), Gauge::default());
        left(&store, &["one", "two", "three"]).await;
        let engine = builder(&store, &gauge, until).executions(most).build();
        let others = open(&engine, Some("others"), false).await;
        assert!(others.is_ok_and(|others| others.is_empty()));
        let Ok(all) = open(&engine, Some("orders"), false).await else { panic!("no list") };
        let (mut all, mut names) = (Interrupted::go_on(&engine, all), vec![]);
        while let Some((known, execution)) = all.next_running().await {
            execution.await.unwrap();
            names.push(known.begun.name.to_string());
        }
        (names, gauge.most())
    }

    #[tokio::test]
    async fn no_more_go_on_than_there_is_room_for() {
        let names = ["one", "two", "three"].map(str::to_owned).to_vec();
        assert_eq!(gone_on(1, 1).await, (names.clone(), 1));
        assert_eq!(gone_on(2, 2).await, (names.clone(), 2));
        assert_eq!(gone_on(usize::MAX, 3).await, (names, 3), "without a limit");
    }
}
