//! From state to state, until one waits or the scope ends.

use super::call::{Call, envelope};
use super::view::{View, fault, json_path};
use super::{Interpreted, Position, Visit};
use crate::engine::ENTERED_AT;
use crate::failure::Failure;
use crate::machine::{Event, Machine, Stop, Trail};
use crate::payload::Payload;
use serde_json::{Value, json};
use std::sync::Arc;
use workflow_asl::document::{
    Choice, Condition, Data, Fail, Handover, Outcome, Setting, StateKind,
};
use workflow_asl::jsonata::{Entropy, Scope, States, Template};

/// The most states that one step passes; then others have their turn. The engine counts events, and ends a loop
/// that neither calls nor waits.
const TURN: u32 = 100;

/// What is known when a state is left.
enum Known {
    /// Its input only.
    Nothing,
    /// The result of its work. If it was wrapped, history has to be told what is handed on.
    Result { value: Arc<Value>, wrapped: bool },
    /// The error output, in the catcher of this index.
    Error(usize, Value),
}

/// What a state leaves behind.
struct Left {
    assigned: Vec<(Arc<str>, Arc<Value>)>,
    output: Arc<Value>,
    /// Whether history knows the output without being told.
    plain: bool,
    next: Option<usize>,
}

impl Interpreted {
    pub(super) fn advance(&mut self, event: Event, trail: &mut Trail) -> Result<(), Stop> {
        let mut moved = match event {
            Event::Start => self.begin(trail)?,
            Event::Done(result) => self.done(result, trail)?,
            Event::Waited => self.waited(trail)?,
            Event::Caught(catcher, failure) => self.caught(catcher, &failure, trail)?,
            Event::Children(children) => self.joined(children, trail)?,
        };
        let before = trail.entered;
        while moved && trail.entered - before < TURN {
            moved = self.pass(trail)?;
        }
        Ok(())
    }

    fn waited(&mut self, trail: &mut Trail) -> Result<bool, Stop> {
        let state = self.visit().map_err(Stop::Failed)?.state;
        match &self.program.node(state).kind {
            StateKind::Wait(_) => self.leave(Known::Nothing, trail),
            // It waited for its turn.
            _ => self.pass(trail),
        }
    }

    fn begin(&mut self, trail: &mut Trail) -> Result<bool, Stop> {
        match &self.at {
            Position::Start(input) => {
                let input = input.clone();
                if self.variables.is_inner() {
                    // The engine knows the input of the execution, but not that of a child.
                    trail.output(|| text(&input));
                }
                self.enter(self.start, input, trail);
                Ok(true)
            }
            _ => Err(self.lost("a machine that has begun cannot begin")),
        }
    }

    fn done(&mut self, result: Payload, trail: &mut Trail) -> Result<bool, Stop> {
        let value = result.json().map_err(Stop::Failed)?;
        // The payload is often held by nobody else: then it is moved.
        drop(result);
        let wrapped = self.call().is_some_and(|call| call.wrapped);
        let value = if wrapped { Arc::new(envelope(Arc::unwrap_or_clone(value))) } else { value };
        self.leave(Known::Result { value, wrapped }, trail)
    }

    fn caught(
        &mut self,
        catcher: usize,
        failure: &Failure,
        trail: &mut Trail,
    ) -> Result<bool, Stop> {
        let output = json!({ "Error": failure.error(), "Cause": failure.cause() });
        let left = self.leave(Known::Error(catcher, output), trail);
        if left.is_err() {
            // A fault in a catcher: caught again, it would come back for ever.
            self.at = Position::Gone;
        }
        left
    }

    fn joined(&mut self, children: Vec<Box<dyn Machine>>, trail: &mut Trail) -> Result<bool, Stop> {
        let values =
            children.into_iter().map(|child| Ok(Arc::unwrap_or_clone(child.into_output().json()?)));
        let values = values.collect::<Result<_, Failure>>().map_err(Stop::Failed)?;
        self.leave(Known::Result { value: Arc::new(Value::Array(values)), wrapped: false }, trail)
    }

    /// Goes through a state that waits for nothing. Whether it has come to another.
    fn pass(&mut self, trail: &mut Trail) -> Result<bool, Stop> {
        let Position::State(visit) = &self.at else { return Ok(false) };
        match &self.program.node(visit.state).kind {
            StateKind::Pass(_) | StateKind::Choice(_) | StateKind::Succeed => {
                self.leave(Known::Nothing, trail)
            }
            StateKind::Fail(fail) => {
                let failure = failure(&self.view(visit), fail).map_err(Stop::Fault)?;
                self.at = Position::Gone;
                Err(Stop::Failed(failure))
            }
            StateKind::Task(_)
            | StateKind::Wait(_)
            | StateKind::Parallel(_)
            | StateKind::Map(_) => Ok(false),
        }
    }

    /// Leaves the state: evaluates `Assign` and `Output`, both of one snapshot, sets the variables, and moves on.
    fn leave(&mut self, known: Known, trail: &mut Trail) -> Result<bool, Stop> {
        let visit = self.visit().map_err(Stop::Failed)?.clone();
        let left = left(&self.view(&visit), &visit.input, known);
        let Left { assigned, output, plain, next } = match left {
            Ok(left) => left,
            Err(Stop::Failed(failure)) => {
                self.at = Position::Gone;
                return Err(Stop::Failed(failure));
            }
            fault => fault?,
        };
        self.assign(assigned, trail);
        if !plain {
            trail.output(|| text(&output));
        }
        match next {
            Some(state) => self.enter(state, output, trail),
            None => self.at = Position::Done(output),
        }
        Ok(next.is_some())
    }

    fn assign(&mut self, assigned: Vec<(Arc<str>, Arc<Value>)>, trail: &mut Trail) {
        if assigned.is_empty() {
            return;
        }
        // The children are gone: nobody else holds the variables, and nothing is copied.
        let variables = Arc::make_mut(&mut self.variables);
        for (name, value) in assigned {
            trail.assign(name.to_string(), || text(&value));
            variables.set(name, value);
        }
    }

    fn enter(&mut self, state: usize, input: Arc<Value>, trail: &mut Trail) {
        trail.enter(state);
        self.visits += 1;
        self.fork.take();
        self.at = Position::State(Visit { state, input, entered: self.run.now() });
    }

    /// `States.Runtime`: what nothing catches.
    fn lost(&mut self, cause: &str) -> Stop {
        self.at = Position::Gone;
        Stop::Failed(Failure::runtime(cause))
    }

    fn call(&self) -> Option<&Call> {
        self.program.node(self.visit().ok()?.state).call.as_ref()
    }
}

fn left(view: &View<'_>, input: &Arc<Value>, known: Known) -> Result<Left, Stop> {
    let node = view.node;
    let (mut scope, mut entropy) = (view.scope(), view.entropy());
    // Arguments drew the same numbers; those of the outcome are their own.
    entropy.skip();
    match (&node.kind, &known) {
        (StateKind::Choice(choice), _) => choose(view, choice, input),
        (kind, Known::Error(index, error)) => {
            let catcher = kind.catchers().get(*index);
            let catcher = catcher.zip(node.targets.get(*index));
            let (catcher, next) = catcher.ok_or_else(|| {
                Stop::Failed(Failure::runtime(format!(
                    "the state `{}` has no catcher {index}",
                    node.name
                )))
            })?;
            scope.bind_states(States::ErrorOutput, error);
            let left = outcome(
                handed(&catcher.handover)?,
                &Arc::new(error.clone()),
                Some(*next),
                &scope,
                &mut entropy,
            )?;
            Ok(Left { plain: false, ..left })
        }
        (_, Known::Result { value, wrapped }) => {
            scope.bind_states(States::Result, value);
            let left = outcome(own(&node.data)?, value, node.next, &scope, &mut entropy)?;
            Ok(Left { plain: left.plain && !wrapped, ..left })
        }
        (_, Known::Nothing) => outcome(own(&node.data)?, input, node.next, &scope, &mut entropy),
    }
}

/// `Assign` and `Output` of the state itself.
fn own(data: &Data) -> Result<&Outcome, Stop> {
    data.jsonata().map(|data| &data.outcome).ok_or_else(|| Stop::Failed(json_path()))
}

/// `Assign` and `Output` of a rule or a catcher.
fn handed(handover: &Handover) -> Result<&Outcome, Stop> {
    handover.jsonata().ok_or_else(|| Stop::Failed(json_path()))
}

fn outcome(
    outcome: &Outcome,
    default: &Arc<Value>,
    next: Option<usize>,
    scope: &Scope<'_>,
    entropy: &mut Entropy,
) -> Result<Left, Stop> {
    let mut assigned = Vec::with_capacity(outcome.assign.len());
    for (name, template) in &outcome.assign {
        let value =
            template.evaluate(scope, entropy).map_err(|error| Stop::Fault(fault(&error)))?;
        assigned.push((name.as_str().into(), value));
    }
    let (output, plain) = output_or(outcome.output.as_ref(), default, scope, entropy)?;
    Ok(Left { assigned, output, plain, next })
}

/// The output, and whether it is the default one.
fn output_or(
    output: Option<&Template>,
    default: &Arc<Value>,
    scope: &Scope<'_>,
    entropy: &mut Entropy,
) -> Result<(Arc<Value>, bool), Stop> {
    match output {
        None => Ok((default.clone(), true)),
        Some(template) => {
            let value =
                template.evaluate(scope, entropy).map_err(|error| Stop::Fault(fault(&error)))?;
            Ok((value, false))
        }
    }
}

/// The first rule that applies, or `Default`.
fn choose(view: &View<'_>, choice: &Choice, input: &Arc<Value>) -> Result<Left, Stop> {
    let node = view.node;
    let (scope, mut entropy) = (view.scope(), view.entropy());
    for (rule, next) in choice.rules.iter().zip(&node.targets) {
        let Condition::Jsonata(condition) = &rule.condition else {
            return Err(Stop::Failed(json_path()));
        };
        let value =
            condition.evaluate(&scope, &mut entropy).map_err(|error| Stop::Fault(fault(&error)))?;
        match *value {
            Value::Bool(true) => {
                return outcome(handed(&rule.handover)?, input, Some(*next), &scope, &mut entropy);
            }
            Value::Bool(false) => {}
            ref other => {
                return Err(Stop::Fault(fault(&condition.misfit("boolean", other.clone()))));
            }
        }
    }
    match node.default {
        Some(next) => outcome(own(&node.data)?, input, Some(next), &scope, &mut entropy),
        // `States.NoChoiceMatched` by the specification; AWS reports States.Runtime with this text.
        None => Err(Stop::Fault(Failure::runtime(format!(
            "An error occurred while executing the state '{}' {ENTERED_AT}. Failed to transition out of the state. The state does not point to a next state.",
            node.name
        )))),
    }
}

/// What a Fail state fails with.
fn failure(view: &View<'_>, fail: &Fail) -> Result<Failure, Failure> {
    let text = |setting: &Option<Setting<String>>| {
        let string = |value: &Value| value.as_str().map(str::to_owned);
        setting
            .as_ref()
            .map_or(Ok(String::new()), |setting| view.setting(setting, "string", string))
    };
    Ok(Failure::new(text(&fail.error)?, text(&fail.cause)?))
}

fn text(value: &Value) -> Arc<str> {
    value.to_string().into()
}
