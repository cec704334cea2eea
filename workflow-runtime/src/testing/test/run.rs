//! The run of a test: the machine, then its document and its crashes, where the test asks for them.

use super::Test;
use crate::clock::RealClock;
use crate::engine::{Engine, EngineBuilder};
use crate::history::{HistoryEvent, Trace};
use crate::large::LargeStore;
use crate::machine::{History, Kind};
use crate::task::{Need, TaskDefinition};
use crate::testing::crash;
use crate::testing::drive::{Patience, Ran, drive};
use crate::testing::mock::MockOf;
use crate::testing::places::Places;
use crate::testing::ran::Run;
use crate::testing::random::Random;
use crate::testing::reached::{has_body, nested, reached};
use crate::testing::same::{document, interpreted, same};
use crate::testing::script::{Answered, Says, Script};
use crate::testing::spelling::{Defaults, respelt};
use crate::testing::watched::Watched;
use crate::workflow::Workflow;
use std::sync::Arc;
use std::time::Duration;
use workflow_asl::Data;

/// The longest time that a test waits for something that is not in virtual time.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

impl<W: Workflow> Test<W> {
    pub(super) fn attempt(&self, input: &W::Input) -> Result<Run<W>, String> {
        match tokio::runtime::Handle::try_current() {
            Err(_) => self.whole(input),
            // An async test: a runtime cannot wait within another.
            Ok(_) => std::thread::scope(|scope| {
                let thread = scope.spawn(|| self.whole(input));
                thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            }),
        }
    }

    fn whole(&self, input: &W::Input) -> Result<Run<W>, String> {
        let input = serde_json::to_string(input)
            .map_err(|error| format!("the input has no JSON form: {error}"))?;
        let says = self.complete()?;
        let script = Script::new(says.clone(), W::states(), Answered::new());
        let first = self.first(&script, &input);
        let complaints = script.complaints();
        let ran = match first {
            _ if !complaints.is_empty() => return Err(complaints.join("\n")),
            Ok(ran) => ran,
            Err(history) => return Err(hangs(&history)),
        };
        let run = Run::new(ran, &script);
        let answered = script.answered();
        let again = || Script::new(says.clone(), W::states(), answered.clone());
        if self.same {
            self.compare(&script, again, &run, &input).map_err(|why| {
                format!("the exported document does not do the same: {why}\n{}", run.story())
            })?;
        }
        let crashes = if self.crash {
            let losing = || Script::losing(says.clone(), W::states(), answered.clone());
            let found = crash::everywhere(self, again, losing, &input);
            found.map_err(|why| format!("it does not survive crashes: {why}\n{}", run.story()))?
        } else {
            0
        };
        Ok(run.survived(crashes))
    }

    /// The run itself.
    fn first(&self, script: &Arc<Script>, input: &str) -> Result<Ran, Vec<HistoryEvent>> {
        let native = self.native(input);
        let coverage = self.coverage.clone();
        let open = |identity: &_| {
            let inner = native(identity)?;
            Ok(match coverage {
                Some(coverage) => Box::new(Watched { inner, coverage }),
                None => inner,
            })
        };
        let ran = drive(&self.mocked(script), open, W::NAME, input, self.patience(script));
        if let Some(coverage) = &self.coverage {
            let history = ran.as_ref().map_or_else(|history| history, |ran| &ran.history);
            coverage.retried(history, &Trace::of(history));
        }
        ran
    }

    /// The document against the machine. Where bodies have run, both get what those answered.
    fn compare(
        &self,
        first: &Arc<Script>,
        again: impl Fn() -> Arc<Script>,
        run: &Run<W>,
        input: &str,
    ) -> Result<(), String> {
        let (document, defaults) = (document::<W>()?, &first.defaults());
        let places = &Places::of(document.definition().as_value());
        let value = serde_json::from_str(input).map_err(|error| error.to_string())?;
        // The document gets the input as others would write it.
        let mut random = Random::new(self.says.seed, &[3]);
        let value = respelt(value, &W::Input::schema(), &mut random, 0);
        let input = &*value.to_string();
        let never = |_| "it waits for something that never comes".to_owned();
        let open = |identity: &_| Ok(interpreted(&document, &value, identity));
        let script = again();
        let engine = self.mocked(&script);
        let theirs = drive(&engine, open, W::NAME, input, self.patience(&script)).map_err(never)?;
        if !first.ran_bodies() {
            same(run.ran(), &theirs, defaults, places)?;
            return first.same_apart(&script);
        }
        let document = script;
        let script = again();
        let (engine, open) = (self.mocked(&script), self.native(input));
        let ours = drive(&engine, open, W::NAME, input, self.patience(&script)).map_err(never)?;
        same(&ours, &theirs, defaults, places)?;
        script.same_apart(&document)
    }

    fn mocked(&self, script: &Arc<Script>) -> Engine {
        let script = script.clone();
        self.engine().mock(move |call| script.answer(call)).build()
    }

    pub(in crate::testing) fn engine(&self) -> EngineBuilder {
        let builder = Engine::builder()
            .seed(self.says.seed)
            .limits(self.limits)
            .history(History::Full)
            .resource(LargeStore::new(self.large.clone()))
            .resources(&self.resources);
        let builder = match &self.objects {
            Some(objects) => builder.objects(objects.clone()),
            None => builder,
        };
        match self.real {
            Some(_) => builder.clock(RealClock),
            None => builder.virtual_time(),
        }
    }

    pub(in crate::testing) fn patience(
        &self,
        script: &Arc<Script>,
    ) -> Patience<impl Fn() -> u64 + use<W>> {
        let real = self.real.or(script.has_bodies().then_some(PATIENCE));
        let script = script.clone();
        Patience { life: move || script.life(), real }
    }

    /// Returns what the test says of tasks, with the bodies that are to run because they can.
    fn complete(&self) -> Result<Says, String> {
        let mut says = self.says.clone();
        let outputs = says.forms.values().map(|forms| (forms.output)());
        let own = [W::Input::schema(), W::Output::schema()];
        says.defaults = Defaults::of(outputs.chain(own));
        says.mocks.values().try_for_each(|mock| self.keep(mock))?;
        let mocked = |task: &TaskDefinition| says.mocks.contains_key(task.name);
        let runs = |task: &TaskDefinition| {
            !mocked(task) && (self.all_bodies || says.bodies.contains(task.name))
        };
        let mut tasks = reached(W::tasks(), runs);
        tasks.retain(|task| !mocked(task) && has_body(task));
        for task in &tasks {
            let needs = (task.needs)();
            let asked = says.bodies.contains(task.name) || self.all_bodies;
            let given = |need: &Need| self.resources.has(need.id);
            let missing = needs.iter().find(|it| !given(it) && it.id != LargeStore::id());
            if let Some(need) = missing.filter(|_| asked) {
                let (task, need) = (task.name, need.name);
                return Err(format!(
                    "the task `{task}` is to run its own body, which needs the resource `{need}`: give it with \
                     `.resource(..)`"
                ));
            }
            if self.all_bodies || (missing.is_none() && needs.iter().any(given)) {
                says.bodies.insert(task.name);
            }
            if nested(task).is_some() {
                says.children.insert(task.name);
            }
        }
        Ok(says)
    }

    /// Keeps the large values that a mock hands out.
    fn keep(&self, mock: &MockOf) -> Result<(), String> {
        if mock.large.is_empty() {
            return Ok(());
        }
        if self.resources.has(LargeStore::id()) {
            return Err("`.returns_large(..)` keeps its value in the test's own store, and the test was given another one: \
                 put the value there, and write `.returns(reference)`"
                .to_owned());
        }
        self.large.extend(&mock.large).map_err(|failure| failure.to_string())
    }
}

/// Returns what an execution that does not end waits for.
fn hangs(history: &[HistoryEvent]) -> String {
    let trace = Trace::of(history);
    let waits = |visit: &&crate::history::Visit| {
        visit.left.is_none() && matches!(visit.kind, Kind::Task | Kind::Wait)
    };
    let places = trace.visits.iter().filter(waits).map(|visit| {
        let items = trace.items(visit);
        format!("`{}{items}` (attempt {})", visit.state, visit.attempts)
    });
    let places: Vec<String> = places.take(5).collect();
    format!(
        "it waits for something that never comes, in {}: a mock that hangs needs a `timeout` of its task",
        places.join(", ")
    )
}
