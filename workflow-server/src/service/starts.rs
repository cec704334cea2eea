//! The starts of executions.

use super::Service;
use crate::arn;
use crate::catalog::{Document, Machine, Revision, Run};
use crate::refusal::Refusal;
use jiff::Timestamp;
use serde_json::Value;
use std::sync::Arc;
use workflow_asl::document::{Code, Options, validate};
use workflow_runtime::engine::{Identity, Start};
use workflow_runtime::interpreted::{Context, Interpreted};
use workflow_runtime::machine::Machine as Runs;
use workflow_runtime::{Execution, Failure};

/// The longest time of an EXPRESS execution in seconds (Developer Guide, "Quotas").
const EXPRESS: u32 = 300;

/// The machine that an execution is started of: a revision of it.
pub(crate) struct Target {
    pub(crate) machine: Arc<Machine>,
    pub(crate) revision: Revision,
    pub(crate) version: Option<u64>,
    pub(crate) alias: Option<String>,
}

/// The arguments of a start.
pub(crate) struct Begin<'a> {
    pub(crate) name: &'a str,
    pub(crate) arn: &'a str,
    pub(crate) input: Arc<str>,
    pub(crate) value: Value,
    pub(crate) trace: Option<&'a str>,
    /// The test case of the mocks.
    pub(crate) case: Option<&'a str>,
}

impl Target {
    /// The definition.
    pub(crate) fn document(&self) -> Result<&Arc<Document>, Refusal> {
        let missing = || Refusal::new("InternalFailure", "The definition is not there.");
        self.machine.document(&self.revision).ok_or_else(missing)
    }
}

impl Service {
    /// The machine of an ARN, which may name a version or an alias.
    pub(crate) fn target(&self, given: &str) -> Result<Target, Refusal> {
        let (name, qualifier) = arn::qualified(given)?;
        let missing = || Refusal::machine(given);
        let machine = self.catalog().machine(name).ok_or_else(missing)?;
        let (mut version, mut alias) = (None, None);
        if let Some(qualifier) = qualifier {
            version = match qualifier.parse::<u64>() {
                Ok(number) => Some(number),
                Err(_) => {
                    let found = machine.alias(qualifier).ok_or_else(missing)?;
                    alias = Some(qualifier.to_owned());
                    found.version(self.chance(100))
                }
            };
            let known = version.is_some_and(|version| machine.version(version).is_some());
            if !known {
                return Err(missing());
            }
        }
        let revision = match version.and_then(|version| machine.version(version)) {
            Some(version) => machine.revision(version.revision),
            None => machine.current(),
        };
        let revision = revision.ok_or_else(missing)?.clone();
        Ok(Target { machine, revision, version, alias })
    }

    /// Starts an execution, and returns its handle and the time at which it began.
    pub(crate) async fn begin(
        &self,
        target: &Target,
        begin: Begin<'_>,
    ) -> Result<(Execution, Timestamp), Refusal> {
        let document = target.document()?;
        let program = document.program()?;
        self.mock(target, &begin)?;
        let role: Arc<str> = target.revision.role.as_str().into();
        let own = program.definition().timeout();
        let express = target.machine.express;
        let timeout = if express { Some(own.map_or(EXPRESS, |own| own.min(EXPRESS))) } else { own };
        let start = Start {
            machine: &target.machine.name,
            name: Some(begin.name),
            input: Some(begin.input.clone()),
            timeout,
            arn: Some(begin.arn),
            role: Some(&role),
            alone: true,
            ..Start::default()
        };
        let value = Arc::new(begin.value);
        let open = move |identity: &Identity| -> Result<Box<dyn Runs>, Failure> {
            Ok(Interpreted::start(program, value, Context::from(identity)))
        };
        if express {
            let execution = self.0.express.start_with(open, start);
            let began = execution.began();
            return Ok((execution, began));
        }
        let run = || Ok(self.run(target, begin.arn, begin.trace, begin.case));
        let engine = &self.0.engine;
        self.catalog()
            .start(run, || {
                let execution = engine.start_with(open, start);
                let began = execution.began();
                // It began before, or now.
                ((execution, began), engine.now())
            })
            .await
    }

    /// Returns what is to be kept of a start: nothing, where its time says the revision.
    fn run(
        &self,
        target: &Target,
        execution: &str,
        trace: Option<&str>,
        case: Option<&str>,
    ) -> Option<Run> {
        let run = Run {
            execution: execution.to_owned(),
            revision: target.revision.number,
            version: target.version,
            alias: target.alias.clone(),
            trace: trace.map(str::to_owned),
            case: case.map(str::to_owned),
        };
        let current = self.catalog().machine(&target.machine.name);
        let same = current.is_some_and(|it| {
            it.revision_at(self.now()).is_some_and(|it| it.number == run.revision)
        });
        (!same || !run.is_plain()).then_some(run)
    }

    /// Gives the execution the answers of its mocks.
    fn mock(&self, target: &Target, begin: &Begin<'_>) -> Result<(), Refusal> {
        let Some(mocked) = &self.0.mocked else {
            return match begin.case {
                None => Ok(()),
                Some(case) => Err(Refusal::validation(format!(
                    "There is no test case '{case}': this server was started without mocks"
                ))),
            };
        };
        let mocks = mocked.file().of(&target.machine.name, begin.case).map_err(|problems| {
            let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
            Refusal::validation(format!("The mocks: {}", problems.join("; ")))
        })?;
        mocked.set(begin.arn, mocks);
        Ok(())
    }
}

/// Reads an input, in the words of AWS's JSON reader where it is none (recorded).
pub(crate) fn input(text: &str) -> Result<Value, Refusal> {
    serde_json::from_str(text).map_err(|_| {
        let why = json_problem(text);
        let why = why.as_deref().unwrap_or("Invalid execution input.");
        let message = format!("Invalid State Machine Execution Input: '{why}'");
        Refusal::new("InvalidExecutionInput", message)
    })
}

/// Returns why a text is no JSON; `None` where AWS's reader has no words of its own for it.
pub(crate) fn json_problem(text: &str) -> Option<String> {
    let report = validate(text, &Options::default());
    let found = report.diagnostics.into_iter().find(|found| found.code == Code::Json)?;
    found.message.lines().next().map(str::to_owned)
}
