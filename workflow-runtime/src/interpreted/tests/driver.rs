//! A toy engine, which runs a document with tasks that are made up.

use super::*;

/// A toy engine: no time, no retries; children one after the other. `crash`: it forgets everything but the records
/// before each effect.
pub(super) struct Driver<'a> {
    answer: &'a dyn Fn(&str, &Value) -> Result<Value, Failure>,
    crash: bool,
    /// The events: states entered, variables assigned, waits.
    seen: Vec<String>,
}

impl Driver<'_> {
    fn run(
        &mut self,
        mut machine: Box<dyn Machine>,
        revive: &dyn Fn(Value) -> Box<dyn Machine>,
    ) -> Result<Box<dyn Machine>, Failure> {
        let mut event = Event::Start;
        loop {
            let mut trace = StepTrace::new(History::Full, None);
            let stepped = machine.step(event, &StepContext::default(), &mut trace);
            let names: Vec<_> =
                machine.states().iter().map(|state| state.name.to_string()).collect();
            for entry in trace.entries {
                self.seen.extend(entry.state.map(|state| names[state].clone()));
                self.seen
                    .extend(entry.assigned.iter().map(|(name, text)| format!("{name}={text}")));
                self.seen.extend(entry.output.map(|output| format!("-> {output}")));
            }
            let result = match stepped {
                Err(Stop::Failed(failure)) => return Err(failure),
                Err(Stop::Fault(failure)) => Err(failure),
                Ok(()) if machine.at() == At::Done => return Ok(machine),
                Ok(()) => {
                    if self.crash {
                        let text = machine.save()?;
                        machine = revive(serde_json::from_str(&text).unwrap());
                    }
                    self.effect(&mut *machine)
                }
            };
            event = match result {
                Ok(event) => event,
                Err(failure) => {
                    Event::Caught(catcher(&*machine, &failure).ok_or(failure.clone())?, failure)
                }
            };
        }
    }

    fn effect(&mut self, machine: &mut dyn Machine) -> Result<Event, Failure> {
        match machine.effect(&StepContext::default())? {
            Effect::Wait(until) => {
                self.seen.push(format!("{until:?}"));
                Ok(Event::Waited)
            }
            Effect::Task { input, .. } => {
                let At::State(state) = machine.at() else { panic!("in a state") };
                let name = machine.states()[state].task.unwrap().name;
                (self.answer)(name, &*input.json()?)
                    .map(|value| Event::Done(Payload::Json(value.into())))
            }
            Effect::Call(called) => {
                let name = crate::functions::function_name(&called.target.resource).unwrap();
                (self.answer)(name, &called.arguments)
                    .map(|value| Event::Done(Payload::Json(value.into())))
            }
            Effect::Distribute(_) => panic!("the toy engine has no executions"),
            Effect::Fork { count, .. } => {
                for index in 0..count {
                    let child = machine.child(index)?;
                    let end = self.run(child, &|record| machine.revive(index, record).unwrap())?;
                    // The end of a child is committed, too.
                    let end = if self.crash {
                        machine.revive(index, serde_json::from_str(&end.save()?).unwrap())?
                    } else {
                        end
                    };
                    machine.take_in(index, end);
                }
                Ok(Event::Children)
            }
        }
    }
}

pub(super) fn catcher(machine: &dyn Machine, failure: &Failure) -> Option<usize> {
    let At::State(state) = machine.at() else { return None };
    machine.states()[state].catch.iter().position(|names: &Names| names.take(failure.error()))
}

pub(super) fn task(name: &'static str) -> TaskDefinition {
    let run = |_: &TaskContext, _: Payload| -> crate::task::BoxFuture<Result<Payload, Failure>> {
        Box::pin(async { Err(Failure::runtime("never called")) })
    };
    let needs = Vec::new;
    TaskDefinition {
        way: crate::way::Way::Function,
        context: false,
        name,
        comment: "",
        arguments: &[],
        retry: &[],
        timeout: None,
        heartbeat: None,
        needs,
        run,
    }
}

/// The tasks: what they do is in [`answer`].
pub(super) fn tasks() -> Vec<TaskDefinition> {
    ["echo", "double", "fail", "next"].map(task).into()
}

pub(super) fn answer(name: &str, input: &Value) -> Result<Value, Failure> {
    match name {
        "echo" => Ok(input.clone()),
        "double" => Ok(json!(input.as_f64().unwrap() as i64 * 2)),
        "next" => Ok(json!(input.as_i64().unwrap_or_default() + 1)),
        _ => Err(Failure::new("Broken", input.to_string())),
    }
}

pub(super) fn compile(states: Value) -> Arc<Compiled> {
    let value = json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": states });
    let definition =
        Definition::from_value(value).unwrap_or_else(|problems| panic!("{problems:#?}"));
    Arc::new(
        Compiled::new(definition, &tasks()).unwrap_or_else(|unresolved| panic!("{unresolved:?}")),
    )
}

pub(super) fn context() -> Context {
    Context { execution: "arn:e".into(), name: "e".into(), ..Context::default() }
}

/// The outcome, twice: straight, and with a crash at every effect; they must agree.
pub(super) fn run(states: Value, input: Value) -> (Result<Value, String>, Vec<String>) {
    outcome(compile(states), input)
}

pub(super) fn outcome(
    program: Arc<Compiled>,
    input: Value,
) -> (Result<Value, String>, Vec<String>) {
    let input = Arc::new(input);
    let [straight, crashed] = [false, true].map(|crash| {
        let mut driver = Driver { answer: &answer, crash, seen: vec![] };
        let machine = Interpreted::start(program.clone(), input.clone(), context());
        let revive = |record| {
            Interpreted::resume(program.clone(), input.clone(), context(), record).unwrap()
        };
        let end = driver.run(machine, &revive);
        let end = end.map(|machine| (*machine.into_output().json().unwrap()).clone());
        (end.map_err(|failure| failure.to_string()), driver.seen)
    });
    assert_eq!(straight, crashed);
    straight
}

pub(super) fn output(states: Value, input: Value) -> Result<Value, String> {
    run(states, input).0
}

/// A Task state that calls `name` with a payload.
pub(super) fn call(name: &str, payload: Value, rest: Value) -> Value {
    let mut state = json!({
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Arguments": { "FunctionName": name, "Payload": payload },
    });
    state.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    state
}
