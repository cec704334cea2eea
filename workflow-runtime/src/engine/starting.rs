//! The start of executions: of typed workflows, of JSON, of any machine; awaited here, or in a tokio task of their own.

use super::control::Control;
use super::directory::{Duty, Live};
use super::epoch;
use super::execution::{Attached, Ends};
use super::identity::random;
use super::ledger::Ledger;
use super::resume::{Again, same_input};
use super::run::Run;
use super::scope::Text;
use super::{Engine, Execution, Identity, Revive, ending, shutdown};
use crate::failure::Failure;
use crate::input;
use crate::machine::{History, Machine};
use crate::payload::{Durable, Payload};
use crate::store::{Begun, Status};
use crate::texts::Payloads;
use crate::workflow::Workflow;
use std::sync::Arc;
use workflow_asl::document::MachineType;

/// The arguments with which an execution starts.
#[derive(Clone, Debug, Default)]
pub struct Start<'a> {
    /// The name of the state machine.
    pub machine: &'a str,
    /// The name of the execution; without it one is made up.
    pub name: Option<&'a str>,
    /// The input as the history shows it.
    pub input: Option<Arc<str>>,
    /// The longest time of the whole execution in seconds.
    pub timeout: Option<u32>,
    /// Its ARN; without it one is made of the names.
    pub arn: Option<&'a str>,
    /// The ARN of its role; without it that of the engine's place. It lasts until the execution leaves memory.
    pub role: Option<&'a str>,
    /// True if the result is that of this execution, as on AWS. Otherwise it is that of the execution that continues in its
    /// place, if there is one.
    pub alone: bool,
    /// The position of the execution, if it is one of a distributed Map.
    pub within: Within,
    /// The ARN of the execution around this one, if this one runs an item of its distributed Map. After a crash, that
    /// execution starts this one again.
    pub around: Option<Arc<str>>,
    /// The ARN of the execution that waits for the end of this one, or that this one follows: until that one knows of the
    /// end, this one is not removed by its age.
    pub caller: Option<Arc<str>>,
    /// True if another execution starts this one. While the store stalls, the first commit is then sent again, as later
    /// commits are.
    pub inside: bool,
}

/// The position of an execution of a distributed Map, from the outermost workflow on.
#[derive(Clone, Debug, Default)]
pub struct Within {
    /// The ordinal of each Parallel or Map around it, and the index of the branch or item.
    pub path: Vec<(u32, u32)>,
    /// The attempt of each Parallel or Map around it.
    pub forks: Vec<u32>,
    /// The type of the execution.
    pub kind: MachineType,
    /// The number of redrives of the execution around it.
    pub round: u32,
}

impl Engine {
    /// Runs a workflow to its end and returns its output. Dropping the future ends the execution. Without a store, the
    /// execution runs inside the returned future; with a store, it runs in a tokio task of its own, so that its end is
    /// written even if the future is dropped.
    ///
    /// # Errors
    /// The failure that the workflow ended with; or `States.Runtime`, before anything runs, if a resource that a task
    /// needs is not registered.
    pub async fn run<W: Workflow>(&self, input: W::Input) -> Result<W::Output, Failure> {
        let text = self.text(&input)?;
        let open = |_: &Identity| W::machine(Payload::live(input));
        self.drive(open, W::NAME, text).await?.take()
    }

    /// Runs a workflow on an input in JSON, which is first checked against the type of the workflow's input. Returns
    /// the output as JSON.
    ///
    /// # Errors
    /// `InvalidExecutionInput` if the text does not fit the type; otherwise as [`Engine::run`].
    pub async fn run_json<W: Workflow>(&self, input: &str) -> Result<Arc<str>, Failure> {
        let machine = self.machine::<W>(input)?;
        self.drive(|_| Ok(machine), W::NAME, Some(input.into())).await?.text()
    }

    /// Runs any machine to its end, like [`Engine::run`]. `input` is the text of the input in the history.
    ///
    /// # Errors
    /// As [`Engine::run`].
    pub async fn drive(
        &self,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        name: &str,
        input: Option<Arc<str>>,
    ) -> Result<Payload, Failure> {
        let start = Start { machine: name, input, ..Start::default() };
        if self.0.store.is_some() {
            let mut attached = Attached(self.spawn(open, start, None, Ok));
            return (&mut attached.0).await;
        }
        let identity = Arc::new(self.identify(name, None, None));
        let run = self.prepare(open, identity, Arc::new(Control::new(false)), start)?;
        run.await
    }

    /// Starts a workflow in a tokio task of its own, and returns a handle to await its result.
    pub fn start_workflow<W: Workflow>(&self, input: W::Input) -> Execution<W::Output> {
        let (input_text, checked) = match self.text(&input) {
            Ok(text) => (text, Ok(())),
            Err(failure) => (None, Err(failure)),
        };
        let open = |_: &Identity| checked.and_then(|()| W::machine(Payload::live(input)));
        let start = Start { machine: W::NAME, input: input_text, ..Start::default() };
        self.spawn(open, start, None, Payload::take)
    }

    /// Starts a workflow under a name. If an execution of the workflow has this name and the same input already, this
    /// returns a handle of that execution instead; see [`Engine::start_json_as`].
    pub fn start_workflow_as<W: Workflow>(
        &self,
        input: W::Input,
        name: &str,
    ) -> Execution<W::Output> {
        // The name of an execution counts together with its input.
        let (input_text, checked) = match self.whole_text(&input) {
            Ok(text) => (Some(text), Ok(())),
            Err(failure) => (None, Err(failure)),
        };
        let open = |_: &Identity| checked.and_then(|()| W::machine(Payload::live(input)));
        let start =
            Start { machine: W::NAME, name: Some(name), input: input_text, ..Start::default() };
        self.spawn(open, start, Some(Again::of::<W>()), Payload::take)
    }

    /// Starts a workflow on an input in JSON, which is first checked against the type of the workflow's input.
    pub fn start_json<W: Workflow>(&self, input: &str) -> Execution<Arc<str>> {
        self.start_json_as::<W>(input, None)
    }

    /// Starts a workflow on an input in JSON, under a name. Without a name the engine makes one.
    ///
    /// If an execution of the workflow already has the name, in this engine or in its store, nothing is started: with
    /// the same input the result is another handle of that execution, with another input the handle fails with
    /// `ExecutionAlreadyExists`.
    pub fn start_json_as<W: Workflow>(
        &self,
        input: &str,
        name: Option<&str>,
    ) -> Execution<Arc<str>> {
        let machine = self.machine::<W>(input);
        let open = |_: &Identity| machine;
        let input = Some(input.into());
        let start = Start { machine: W::NAME, name, input, ..Start::default() };
        self.spawn(open, start, Some(Again::of::<W>()), |output| output.text())
    }

    /// Starts any machine in a tokio task of its own, under the name of a state machine. Without a name of the
    /// execution the engine makes one. `input` is the text of the input in the history.
    pub fn start(
        &self,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        machine: &str,
        name: Option<&str>,
        input: Option<Arc<str>>,
    ) -> Execution {
        self.start_with(open, Start { machine, name, input, ..Start::default() })
    }

    /// Starts any machine in a tokio task of its own.
    pub fn start_with(
        &self,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        start: Start<'_>,
    ) -> Execution {
        self.start_held(Control::new(true), open, start)
    }

    /// The same, of an execution whose history nobody will ask for: it is counted and checked, but not kept.
    pub(crate) fn start_unwatched(
        &self,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        start: Start<'_>,
    ) -> Execution {
        self.start_held(Control::new(false), open, start)
    }

    fn start_held(
        &self,
        control: Control,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        start: Start<'_>,
    ) -> Execution {
        let check = |text: &Arc<str>| input::fits(text, self.0.limits);
        let checked = start.input.as_ref().map_or(Ok(()), check);
        let open = |identity: &Identity| checked.and_then(|()| open(identity));
        self.spawn_with(control, open, start, None, Ok)
    }

    /// Starts the execution of a call: after a crash it is found again under its name, and goes on.
    pub(crate) fn start_called(
        &self,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        start: Start<'_>,
        revive: Revive,
    ) -> Execution {
        let check = |text: &Arc<str>| input::check(text, self.0.limits);
        let checked = start.input.as_ref().map_or(Ok(()), check);
        let open = |identity: &Identity| checked.and_then(|()| open(identity));
        self.spawn(open, start, Some(Again { revive, chain: None }), Ok)
    }

    fn spawn<O>(
        &self,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        start: Start<'_>,
        again: Option<Again>,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        self.spawn_with(Control::new(true), open, start, again, decode)
    }

    fn spawn_with<O>(
        &self,
        control: Control,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        start: Start<'_>,
        again: Option<Again>,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        let mut identity = self.identify(start.machine, start.name, start.arn);
        start.role.iter().for_each(|role| identity.role = Arc::from(*role));
        let identity = Arc::new(identity);
        let control = Arc::new(control);
        let live = Live::new(identity.clone(), control.clone(), start.input.clone());
        if self.0.store.is_none() {
            live.ending.begin();
        }
        let named = start.name.is_some() || self.0.store.is_some();
        if named && let Err((known, ticket)) = self.0.directory.enter(&live) {
            if same_input(known.input.as_ref(), live.input.as_ref()) {
                return Execution::joined(&known, ticket, decode);
            }
            control.ended(Status::Failed);
            let refused = Ends::Refused(Some(Failure::exists(&identity.id)));
            return Execution::new(identity, control, refused, decode);
        }
        let ticket = live.ticket().ok_or_else(ending::lost);
        let prepared = ticket.and_then(|ticket| {
            Ok((ticket, self.prepare(open, identity.clone(), control.clone(), start)?))
        });
        match prepared {
            Ok((ticket, run)) => {
                let execution = Execution::joined(&live, ticket, decode);
                self.carry(Box::new(run), live, again);
                execution
            }
            Err(failure) => {
                Duty::new(self.0.clone(), live.ending).end(Err(failure.clone()));
                control.ended(Status::Failed);
                Execution::new(identity, control, Ends::Refused(Some(failure)), decode)
            }
        }
    }

    pub(super) fn prepare(
        &self,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        identity: Arc<Identity>,
        control: Arc<Control>,
        start: Start<'_>,
    ) -> Result<Run, Failure> {
        if self.0.shutdown.is_closing() {
            return Err(shutdown::closing());
        }
        let machine = open(&identity)?;
        self.check_resources(&*machine)?;
        let timeout = start.timeout.or(machine.timeout());
        let seed = self.0.seed.unwrap_or_else(random);
        let mut run = Run::new(self.0.clone(), identity, control, seed);
        run.limit(timeout);
        run.origin.alone = start.alone;
        run.stand(start.within);
        run.origin.around = start.around;
        run.origin.caller = start.caller;
        run.origin.inside = start.inside;
        run.ledger = self.ledger(&run, start.input.clone(), timeout);
        run.open(machine, start.input.filter(|_| self.0.history == History::Full));
        Ok(run)
    }

    /// The ledger of a new execution.
    fn ledger(&self, run: &Run, input: Option<Text>, timeout: Option<u32>) -> Option<Ledger> {
        let store = self.0.store.clone()?;
        let Identity { id, name, machine_name, started, .. } = &*run.origin.identity;
        let begun = Begun {
            id: id.clone(),
            name: name.clone(),
            machine: machine_name.clone(),
            input,
            started: *started,
            seed: run.origin.seed,
            timeout,
            around: run.origin.around.clone(),
        };
        Some(Ledger::new(store, Some(begun), (epoch::first(), 0), Payloads::default()))
    }

    /// The text of a typed input, checked as JSON would be.
    fn whole_text<T: Durable>(&self, input: &T) -> Result<Arc<str>, Failure> {
        input::finite(input)?;
        let text = crate::payload::written(input)
            .map_err(|failure| Failure::runtime(format!("the input: {}", failure.reported())))?;
        input::check(&text, self.0.limits)?;
        Ok(text.into())
    }

    /// The same, if a full history or a store is to know it.
    fn text<T: Durable>(&self, input: &T) -> Result<Option<Arc<str>>, Failure> {
        if self.0.history != History::Full && self.0.store.is_none() {
            return input::finite(input).map(|()| None);
        }
        self.whole_text(input).map(Some)
    }
}
