//! The store, once everything has ended: read by this process, which was not there.

use crate::folder::Folder;
use crate::laws::Known;
use crate::mark::Mark;
use crate::plan::{End, HOPS, Kind, Plan, SPREAD};
use std::collections::BTreeMap;
use workflow::Engine;
use workflow::history::EventType;
use workflow_runtime::store::{Described, Query, Status, Store, StoreResult};
use workflow_sqlite::Sqlite;

/// The figures of what was found.
#[derive(Default)]
pub struct Audit {
    pub executions: u64,
    pub events: u64,
}

/// Holds what is in the store against the laws.
pub fn audit(folder: &Folder, known: &mut Known) -> Result<Audit, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    let store = Sqlite::open(folder.store()).map_err(|error| error.to_string())?;
    let audit = async {
        for damage in store.check().await? {
            known.wrong(format!("the file: {damage}"));
        }
        let engine = Engine::builder().store(store.clone()).build();
        let mut auditor = Auditor { store, engine, known, audit: Audit::default() };
        auditor.all().await?;
        Ok(auditor.audit)
    };
    runtime.block_on(audit).map_err(|error: workflow_runtime::store::StoreError| error.to_string())
}

struct Auditor<'a> {
    store: Sqlite,
    engine: Engine,
    known: &'a mut Known,
    audit: Audit,
}

impl Auditor<'_> {
    async fn all(&mut self) -> StoreResult<()> {
        let mut kinds = BTreeMap::<String, u64>::new();
        let mut named = BTreeMap::new();
        let mut query = Query { items: true, limit: 1_000, ..Query::default() };
        loop {
            let page = self.store.list(query.clone()).await?;
            for known in page.executions {
                self.execution(&known).await?;
                let item = if known.begun.is_item() { "items" } else { &*known.begun.machine };
                *kinds.entry(item.to_owned()).or_default() += 1;
                named.insert(known.begun.id.to_string(), known);
            }
            query.after = page.next;
            if query.after.is_none() {
                break;
            }
        }
        let begun: Vec<u64> =
            self.known.started.iter().filter(|it| *it.1).map(|it| *it.0).collect();
        for number in &begun {
            self.plan(Plan::new(*number), &named);
        }
        self.count(&begun, &kinds);
        Ok(())
    }

    /// Each execution has ended, and its history is whole.
    async fn execution(&mut self, known: &Described) -> StoreResult<()> {
        let id = &known.begun.id;
        self.audit.executions += 1;
        if known.status == Status::Running || known.end.is_none() {
            self.known.wrong(format!("{id} has not ended"));
        }
        let mut next = 1;
        for chunk in self.store.history(id, 0, u32::MAX).await? {
            if chunk.first != next {
                self.known.wrong(format!("{id} has event {} after {}", chunk.first, next - 1));
            }
            next = chunk.last + 1;
        }
        let events = self.engine.events(id, 1, u32::MAX).await?;
        self.audit.events += events.len() as u64;
        if events.len() != known.events as usize || next != known.events + 1 {
            let (some, all) = (events.len(), known.events);
            self.known.wrong(format!("{id} has {some} of {all} events"));
        }
        for (event, number) in events.iter().zip(1..) {
            if event.id != number || event.previous >= number {
                let (id_of, before) = (event.id, event.previous);
                self.known.wrong(format!("{id}: event {number} is {id_of}, after {before}"));
            }
        }
        let last = match known.status {
            Status::Succeeded => EventType::ExecutionSucceeded,
            Status::Aborted => EventType::ExecutionAborted,
            _ => EventType::ExecutionFailed,
        };
        let ends = (events.first().map(|it| it.kind), events.last().map(|it| it.kind));
        if ends != (Some(EventType::ExecutionStarted), Some(last)) {
            self.known.wrong(format!("{id} is {:?}, from {ends:?}", known.status));
        }
        let ended = events.iter().filter(|it| it.kind == last).count();
        let times = |kind| events.iter().filter(|event| event.kind == kind).count();
        let submitted = times(EventType::TaskSubmitted);
        if ended != 1
            || (times(EventType::TaskSucceeded) < submitted && known.status == Status::Succeeded)
        {
            self.known.wrong(format!("{id} ends {ended} times, and submits {submitted}"));
        }
        Ok(())
    }

    /// An execution ended as it must, and its tasks took effect.
    fn plan(&mut self, plan: Plan, named: &BTreeMap<String, Described>) {
        let id = plan.id();
        let Some(first) = named.get(&id) else {
            return self.known.wrong(format!("{id} is gone, its start was acknowledged"));
        };
        let mut last = first;
        while let Some(next) = last.continued.as_ref().and_then(|next| named.get(&**next)) {
            last = next;
        }
        let end = last.end.clone().map(|end| {
            end.map(|text| serde_json::from_str::<serde_json::Value>(&text).unwrap_or_default())
        });
        let right = match (plan.end(), &end, last.status) {
            (End::Failed(cause), Some(Err(failure)), Status::Failed) => failure.cause() == cause,
            (End::Stopped, Some(Err(failure)), Status::Aborted) => failure.error() == "Enough",
            (End::Answered(..), Some(Ok(output)), Status::Succeeded) => {
                self.known.judge_answer(plan, output.as_str().unwrap_or_default());
                plan.end().fits(output)
            }
            (expected, Some(Ok(output)), Status::Succeeded) => expected.fits(output),
            _ => false,
        };
        if !right {
            let status = last.status;
            self.known.wrong(format!("{id} is {status:?}: {end:?}, expected {:?}", plan.end()));
        }
        for (call, attempts) in plan.calls() {
            for mark in (1..=attempts).map(|attempt| Mark(call, attempt)) {
                if !self.known.times.contains_key(&mark) || !self.known.has(mark) {
                    self.known
                        .wrong(format!("{mark} of {id} never took effect, or was not written"));
                }
            }
            let more = Mark(call, attempts + 1);
            if self.known.times.contains_key(&more) {
                self.known.wrong(format!("{more} of {id} took effect: one attempt too many"));
            }
        }
    }

    /// There are as many executions as must be: none was started twice.
    fn count(&mut self, begun: &[u64], kinds: &BTreeMap<String, u64>) {
        let plans = |kind: Kind| {
            begun.iter().filter(|number| Plan::new(**number).kind == kind).count() as u64
        };
        let expected = [
            ("inner", plans(Kind::Outer)),
            ("outer", plans(Kind::Outer)),
            ("items", SPREAD * plans(Kind::Spread)),
            ("relay", (HOPS + 1) * plans(Kind::Relay)),
        ];
        for (name, expected) in expected {
            let found = kinds.get(name).copied().unwrap_or(0);
            if found != expected {
                self.known.wrong(format!("there are {found} executions of {name}, not {expected}"));
            }
        }
        if let Some((number, _)) = self.known.started.iter().find(|(_, begun)| !**begun) {
            self.known.wrong(format!("the start of {number} was never acknowledged"));
        }
    }
}
