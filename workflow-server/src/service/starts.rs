//! The starts of executions.

use super::Service;
use crate::catalog::{Code, Machine, Revision, Run};
use crate::refusal::Refusal;
use jiff::Timestamp;
use serde_json::Value;
use std::sync::Arc;
use workflow_asl::document::{self, MachineType, Options, validate};
use workflow_runtime::engine::{Identity, Start, Within};
use workflow_runtime::store::{Status, StoreError};
use workflow_runtime::{Engine, Execution, Failure};

/// The machine that an execution is started of: a revision of it.
pub(crate) struct Target {
    pub(crate) machine: Arc<Machine>,
    pub(crate) revision: Revision,
    pub(crate) version: Option<u64>,
    pub(crate) alias: Option<String>,
}

/// The arguments of a start.
pub(crate) struct Begin<'a> {
    /// The ARN of the machine, which may name a version or an alias.
    pub(crate) machine: &'a str,
    pub(crate) name: Option<&'a str>,
    pub(crate) input: Arc<str>,
    pub(crate) value: Arc<Value>,
    pub(crate) trace: Option<&'a str>,
    /// The test case of the mocks.
    pub(crate) case: Option<&'a str>,
    /// The mark of the call of another execution that starts it.
    pub(crate) by: Option<&'a str>,
    /// Checks the machine.
    pub(crate) check: fn(&Machine) -> Result<(), Refusal>,
}

/// An execution that was started.
pub(crate) struct Started {
    /// Its handle; `None` if it was started before, and is only told again.
    pub(crate) execution: Option<Execution>,
    pub(crate) name: String,
    pub(crate) arn: String,
    pub(crate) began: Timestamp,
}

/// A start that did not come to be.
pub(crate) enum Unstarted {
    Refused(Refusal),
    Store(StoreError),
    Failed(Failure),
}

impl From<Refusal> for Unstarted {
    fn from(refusal: Refusal) -> Self {
        Unstarted::Refused(refusal)
    }
}

impl From<StoreError> for Unstarted {
    fn from(error: StoreError) -> Self {
        Unstarted::Store(error)
    }
}

impl Target {
    /// True if it is a workflow of this program, but of another build.
    fn is_of_another_build(&self) -> bool {
        let current = self.machine.current().map(|it| it.document);
        self.revision.typed && current != Some(self.revision.document)
    }

    /// The longest time of an execution.
    fn timeout(&self, code: &Code) -> Option<u32> {
        self.kind().limits(code.timeout())
    }

    fn kind(&self) -> MachineType {
        if self.machine.express { MachineType::Express } else { MachineType::Standard }
    }
}

impl Service {
    /// The machine of an ARN, which may name a version or an alias.
    pub(crate) fn target(&self, given: &str) -> Result<Target, Refusal> {
        let (name, _) = self.qualified(given)?;
        let missing = || self.unless_deleting(name, given, Refusal::machine(given));
        self.target_in(self.catalog().machine(name).ok_or_else(missing)?, given)
    }

    /// The same of a machine that is there.
    pub(crate) fn target_in(&self, machine: Arc<Machine>, given: &str) -> Result<Target, Refusal> {
        let (_, qualifier) = self.qualified(given)?;
        let missing = || Refusal::machine(given);
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

    /// Starts an execution. Its start is written when this ends without an error: no machine changes meanwhile, so that it
    /// is of one revision, and who deletes its machine then sees it.
    pub(crate) async fn begin(&self, begin: Begin<'_>) -> Result<Started, Unstarted> {
        let _steady = self.catalog().steady().await;
        let target = self.target(begin.machine)?;
        (begin.check)(&target.machine)?;
        let given = begin.name.or(begin.by.filter(|_| !target.machine.express));
        let name = given.map_or_else(|| self.unique(), str::to_owned);
        let own = &target.machine.name;
        if target.machine.express {
            let arn = self.arn(&format!("express:{own}:{name}:{}", self.unique()));
            let (execution, began) =
                self.begin_on(&self.0.express, &target, &begin, &name, &arn)?;
            execution.started().await.map_err(Unstarted::Failed)?;
            self.0.logs.follow(&execution, &target.revision);
            #[cfg(feature = "console")]
            self.show(&execution, &target, &begin, &name);
            return Ok(Started { execution: Some(execution), name, arn, began });
        }
        let arn = self.arn(&format!("execution:{own}:{name}"));
        let _named = match given {
            Some(_) => Some(self.catalog().name(&arn).await),
            // Nobody else has this name.
            None => None,
        };
        if given.is_some()
            && let Some(began) = self.existing(&begin, &arn).await?
        {
            return Ok(Started { execution: None, name, arn, began });
        }
        let run = self.run(&target, &begin, &arn);
        self.catalog().keep_run(&arn, run).await?;
        let (execution, began) = self.begin_on(&self.0.engine, &target, &begin, &name, &arn)?;
        // It began before, or now.
        self.catalog().note_start(self.now());
        match execution.started().await {
            Ok(()) => Ok(Started { execution: Some(execution), name, arn, began }),
            Err(failure) => {
                if !failure.is_interruption() {
                    self.catalog().forget(&arn).await?;
                }
                Err(Unstarted::Failed(failure))
            }
        }
    }

    /// Starts an execution on one of the engines.
    fn begin_on(
        &self,
        engine: &Engine,
        target: &Target,
        begin: &Begin<'_>,
        name: &str,
        arn: &str,
    ) -> Result<(Execution, Timestamp), Refusal> {
        let code = self.code(target, begin)?;
        self.mock(target, begin.case, arn)?;
        let role: Arc<str> = target.revision.role.as_str().into();
        let start = Start {
            machine: &target.machine.name,
            name: Some(name),
            input: Some(begin.input.clone()),
            timeout: target.timeout(&code),
            arn: Some(arn),
            role: Some(&role),
            alone: true,
            within: Within { kind: target.kind(), ..Within::default() },
            ..Start::default()
        };
        let (text, value) = (&begin.input, begin.value.clone());
        let open = |identity: &Identity| code.open(engine, text, value, identity);
        let execution = engine.start_with(open, start);
        let began = execution.began();
        Ok((execution, began))
    }

    /// The code that an execution is started of.
    fn code(&self, target: &Target, begin: &Begin<'_>) -> Result<Code, Refusal> {
        let code = self.catalog().code(&target.machine, &target.revision)?;
        if let Code::Typed(typed) = &code {
            if target.is_of_another_build() {
                let version = target.version.unwrap_or_default();
                return Err(Refusal::validation(format!(
                    "Version {version} of '{}' is of another build of the program that serves: its code is not there",
                    typed.name
                )));
            }
            if begin.case.is_some() {
                return Err(Refusal::validation(format!(
                    "Test cases are for definitions: '{}' is a workflow of the program that serves, whose tasks would run",
                    typed.name
                )));
            }
        }
        Ok(code)
    }

    /// The start of the execution of this ARN, if the same was asked for: by the same call of another execution, or while it
    /// runs with the same input (documented). A refusal if another execution has its name.
    async fn existing(&self, begin: &Begin<'_>, arn: &str) -> Result<Option<Timestamp>, Unstarted> {
        let Some(known) = self.0.engine.describe(arn).await? else { return Ok(None) };
        let by = self.catalog().run(arn).and_then(|run| run.by.clone());
        // A name that is made of the mark of a call is that call's.
        let own = begin.by.is_some() && (begin.name.is_none() || by.as_deref() == begin.by);
        let text = known.begun.input.as_deref().unwrap_or("null");
        let same = || serde_json::from_str::<Value>(text).is_ok_and(|it| it == *begin.value);
        if own || known.status == Status::Running && same() {
            return Ok(Some(known.begun.started));
        }
        let message = format!("Execution Already Exists: '{arn}'");
        Err(Refusal::new("ExecutionAlreadyExists", message).into())
    }

    /// Returns what is to be kept of a start: nothing, where its time says the revision.
    fn run(&self, target: &Target, begin: &Begin<'_>, arn: &str) -> Option<Run> {
        let run = Run {
            execution: arn.to_owned(),
            revision: target.revision.number,
            version: target.version,
            alias: target.alias.clone(),
            trace: begin.trace.map(str::to_owned),
            case: begin.case.map(str::to_owned),
            by: begin.by.filter(|_| begin.name.is_some()).map(str::to_owned),
            ..Run::default()
        };
        let now = target.machine.revision_at(self.now());
        let same = now.is_some_and(|it| it.number == run.revision);
        (!same || !run.is_plain()).then_some(run)
    }

    /// Gives the execution the answers of its mocks.
    fn mock(&self, target: &Target, case: Option<&str>, arn: &str) -> Result<(), Refusal> {
        let Some(mocked) = &self.0.mocked else {
            return match case {
                None => Ok(()),
                Some(case) => Err(Refusal::validation(format!(
                    "There is no test case '{case}': this server was started without mocks"
                ))),
            };
        };
        let mocks = mocked.file().of(&target.machine.name, case).map_err(|problems| {
            let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
            Refusal::validation(format!("The mocks: {}", problems.join("; ")))
        })?;
        mocked.set(arn, mocks);
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
    let found = report.diagnostics.into_iter().find(|found| found.code == document::Code::Json)?;
    found.message.lines().next().map(str::to_owned)
}
