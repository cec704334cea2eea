//! A second driver of machines: plain synchronous code, without the engine, tokio or a clock. It runs children one
//! after the other, on time lines of their own. After [`Host::crash`] it forgets every machine before each effect,
//! and goes on from its record.

use serde_json::Value;
use std::sync::Arc;
use workflow::{Failure, Payload};
use workflow_runtime::machine::distributed::{EXCEEDED, ItemSource, elements};
use workflow_runtime::machine::{
    At, Distributed, Effect, Event, History, Identity, Kind, Machine, StepContext, StepTrace, Stop,
    Until,
};

/// The path of a scope: the ordinal of each fork around it, and the index of the child.
pub type Path = Vec<(u32, u32)>;

/// The outcome of a call: of a task or a resource, with its input, at an attempt (from 1).
pub type Answers = fn(&str, &Value, u32) -> Result<Value, Failure>;

type Opened = Result<Box<dyn Machine>, Failure>;

/// Runs machines.
pub struct Host {
    pub answers: Answers,
    /// True if machines are forgotten before each effect.
    pub crash: bool,
    /// The records of all scopes: where a child begins, before each effect, and at the end.
    pub saved: Vec<(Path, String)>,
    /// The values that machines drew.
    pub drawn: Vec<(Path, Value)>,
}

/// One scope, beside its machine.
pub struct Scope<'a> {
    pub context: StepContext,
    pub path: Path,
    /// The number of effects that have ended.
    pub ordinal: u32,
    /// Makes the machine from its record; `None` for an item of a distributed Map, which is never saved here.
    pub revive: Option<&'a dyn Fn(Value) -> Opened>,
}

impl Host {
    /// Runs a machine to the end of its scope.
    pub fn run(&mut self, mut machine: Box<dyn Machine>, scope: &mut Scope<'_>) -> Opened {
        let mut event = Event::Start;
        loop {
            let first = matches!(event, Event::Start);
            let turn = matches!(kind(&*machine), Some(Kind::Choice | Kind::Pass));
            let mut trace = StepTrace::new(History::Off, None);
            let stepped = machine.step(event, &scope.context, &mut trace);
            let drawn = trace.drawn.iter().map(|value| (scope.path.clone(), value.clone()));
            self.drawn.extend(drawn);
            scope.context.advance(&trace, !first && !turn);
            scope.ordinal += u32::from(!first && !turn);
            let fault = match stepped {
                Err(Stop::Failed(failure)) => return Err(failure),
                Err(Stop::Fault(failure)) => Some(failure),
                Ok(()) if machine.at() == At::Done => {
                    self.save(&mut machine, scope)?;
                    return Ok(machine);
                }
                Ok(()) => None,
            };
            event = self.attempts(&mut machine, scope, fault)?;
        }
    }

    /// Performs the effect of a state as often as its retriers say: the event that the machine is told.
    fn attempts(
        &mut self,
        machine: &mut Box<dyn Machine>,
        scope: &mut Scope<'_>,
        mut fault: Option<Failure>,
    ) -> Result<Event, Failure> {
        let mut used: Vec<u32> = vec![];
        loop {
            let failure = match fault.take() {
                Some(failure) => failure,
                None => {
                    self.save(machine, scope)?;
                    match self.perform(&mut **machine, scope) {
                        Ok(event) => return Ok(event),
                        Err(failure) => failure,
                    }
                }
            };
            let At::State(state) = machine.at() else { return Err(failure) };
            let info = &machine.states()[state];
            let guarded = info.guarded && failure.error() == "States.QueryEvaluationError";
            used.resize(info.retry.len(), 0);
            match info.retrier_of(&failure).filter(|_| !guarded) {
                Some(index) if used[index] < info.retry[index].retry().max_attempts => {
                    let retry = info.retry[index].retry();
                    let pause =
                        f64::from(retry.interval) * retry.backoff_rate.powf(used[index].into());
                    let pause = retry.max_delay.map_or(pause, |most| pause.min(most.into()));
                    used[index] += 1;
                    scope.context.retries += 1;
                    later(&mut scope.context, pause);
                }
                _ => {
                    let catcher = info.catcher_of(&failure);
                    return catcher.map(|it| Event::Caught(it, failure.clone())).ok_or(failure);
                }
            }
        }
    }

    fn perform(
        &mut self,
        machine: &mut dyn Machine,
        scope: &mut Scope<'_>,
    ) -> Result<Event, Failure> {
        let attempt = scope.context.retries + 1;
        let done = |value: Value| Event::Done(Payload::Json(Arc::new(value)));
        match machine.effect(&scope.context)? {
            Effect::Task { input, .. } => {
                let At::State(state) = machine.at() else { unreachable!("a task has a state") };
                let task = machine.states()[state].task.expect("a task");
                (self.answers)(task.name, &*input.json()?, attempt).map(done)
            }
            Effect::Call(call) => {
                (self.answers)(&call.target.resource, &call.arguments, attempt).map(done)
            }
            Effect::Wait(Until::Seconds(seconds)) => {
                later(&mut scope.context, seconds);
                Ok(Event::Waited)
            }
            Effect::Wait(Until::Timestamp(time)) => {
                scope.context.now = scope.context.now.max(time);
                Ok(Event::Waited)
            }
            Effect::Fork { count, .. } => self.fork(machine, scope, count),
            Effect::Distribute(run) => self.distribute(machine, scope, *run).map(done),
        }
    }

    /// Runs the children of a Parallel or Map. The first failure in time fails the state.
    fn fork(
        &mut self,
        machine: &mut dyn Machine,
        scope: &mut Scope<'_>,
        count: usize,
    ) -> Result<Event, Failure> {
        let (mut latest, mut failed) = (scope.context.now, None);
        for at in 0..count {
            let index = u32::try_from(at).expect("few children");
            let mut child = machine.child(at)?;
            let revive = |record| machine.revive(at, record);
            let mut below = Scope {
                context: scope.context.child(index),
                path: scope.path.iter().copied().chain([(scope.ordinal, index)]).collect(),
                ordinal: 0,
                revive: Some(&revive),
            };
            self.save(&mut child, &below)?;
            let ended = self.run(child, &mut below);
            let now = below.context.now;
            match ended {
                Ok(child) => machine.take_in(at, child),
                Err(failure) if failed.as_ref().is_none_or(|(first, _)| now < *first) => {
                    failed = Some((now, failure));
                }
                Err(_) => {}
            }
            latest = latest.max(now);
        }
        scope.context.now = failed.as_ref().map_or(latest, |(now, _)| *now);
        failed.map_or(Ok(Event::Children), |(_, failure)| Err(failure))
    }

    /// Runs a distributed Map over items that are at hand: each child is an execution of its own.
    fn distribute(
        &mut self,
        machine: &mut dyn Machine,
        scope: &Scope<'_>,
        run: Distributed,
    ) -> Result<Value, Failure> {
        let (plan, mut processor) = (run.plan?, machine.processor()?);
        let ItemSource::Given(items) = plan.source else { panic!("this driver reads no objects") };
        let (mut batch, mut inputs) = (processor.batch()?, vec![]);
        for item in elements(items)? {
            let input = processor.input(item, "STATE_DATA".into())?;
            match &mut batch {
                Some(batch) => inputs.extend(batch.add(input)),
                None => inputs.push((input, 1)),
            }
        }
        inputs.extend(batch.as_mut().and_then(|batch| batch.take()));
        let all = inputs.iter().map(|(_, items)| items).sum();
        let (mut failed, mut values) = (0, vec![]);
        for (index, (input, items)) in inputs.into_iter().enumerate() {
            let id = format!("{}/{index}", scope.context.execution.id);
            let execution = Identity { id: id.into(), ..Identity::clone(&scope.context.execution) };
            let child = processor.open(&execution, input)?;
            let context = StepContext {
                now: scope.context.now,
                ..StepContext::root(Arc::new(execution), scope.context.limits)
            };
            let mut below = Scope { context, path: vec![], ordinal: 0, revive: None };
            match self.run(child, &mut below) {
                Ok(child) => values.push(Value::clone(&*child.into_output().json()?)),
                Err(_) => failed += items,
            }
        }
        if plan.tolerated.is_exceeded(failed, Some(all)) {
            return Err(Failure::new(EXCEEDED.0, EXCEEDED.1));
        }
        Ok(Value::Array(values))
    }

    /// Writes down what a machine must keep; after a crash nothing else of it is left.
    fn save(&mut self, machine: &mut Box<dyn Machine>, scope: &Scope<'_>) -> Result<(), Failure> {
        let Some(revive) = scope.revive else { return Ok(()) };
        let text = machine.save()?;
        if self.crash {
            *machine = revive(serde_json::from_str(&text).expect("a record is JSON"))?;
            assert_eq!(machine.save()?, text, "what is revived saves the same");
        }
        self.saved.push((scope.path.clone(), text));
        Ok(())
    }
}

fn kind(machine: &dyn Machine) -> Option<Kind> {
    let At::State(state) = machine.at() else { return None };
    machine.states().get(state).map(|info| info.kind)
}

fn later(context: &mut StepContext, seconds: f64) {
    let pause = std::time::Duration::try_from_secs_f64(seconds).expect("a short pause");
    context.now = context.now.checked_add(pause).expect("a time");
}
