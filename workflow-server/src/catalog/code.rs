//! The code of a revision: what makes the machines of its executions.

use super::{Catalog, Machine, Revision};
use crate::refusal::Refusal;
use crate::typed::Typed;
use serde_json::Value;
use std::sync::Arc;
use workflow_runtime::engine::Identity;
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine as Runs;
use workflow_runtime::store::Begun;
use workflow_runtime::{Engine, Failure};

/// The code of a revision.
pub(crate) enum Code {
    /// A definition.
    Document(Arc<Compiled>),
    /// A workflow of this program.
    Typed(Typed),
}

impl Code {
    /// The longest time of an execution in seconds, where the code has one.
    pub(crate) fn timeout(&self) -> Option<u32> {
        match self {
            Code::Document(program) => program.definition().timeout(),
            Code::Typed(_) => None,
        }
    }

    /// Makes the machine of a new execution.
    pub(crate) fn open(
        self,
        engine: &Engine,
        text: &str,
        input: Arc<Value>,
        identity: &Identity,
    ) -> Result<Box<dyn Runs>, Failure> {
        match self {
            Code::Document(program) => {
                Ok(Interpreted::start(program, input, Context::from(identity)))
            }
            Code::Typed(typed) => (typed.open)(engine, text),
        }
    }

    /// Makes the machine of an execution from what it saved.
    fn revive(
        self,
        begun: &Begun,
        context: Context,
        record: Value,
    ) -> Result<Box<dyn Runs>, Failure> {
        let program = match self {
            Code::Document(program) => program,
            Code::Typed(typed) => return (typed.revive)(record),
        };
        let text = begun.input.as_deref().unwrap_or("null");
        let input = serde_json::from_str(text)
            .map_err(|error| Failure::runtime(format!("the stored input: {error}")))?;
        Interpreted::resume(program, Arc::new(input), context, record)
    }
}

impl Catalog {
    /// The workflow of this program that is the machine of this name.
    pub(crate) fn typed(&self, machine: &Machine) -> Option<&Typed> {
        let typed = machine.current().is_some_and(|it| it.typed) && !machine.deleted;
        self.typed.get(&*machine.name).filter(|_| typed)
    }

    /// The code of a revision. That of a workflow is what this program has now, whatever the revision was made of.
    pub(crate) fn code(&self, machine: &Machine, revision: &Revision) -> Result<Code, Refusal> {
        if revision.typed {
            let typed = self.typed.get(&*machine.name).copied();
            return typed.map(Code::Typed).ok_or_else(|| Refusal::without_program(&machine.name));
        }
        let missing = || Refusal::new("InternalFailure", "The definition is not there.");
        let document = machine.document(revision).ok_or_else(missing)?;
        document.program().map(Code::Document)
    }

    /// Makes an execution from what it saved: of the revision that it began with.
    pub(crate) fn revived(
        &self,
        begun: &Begun,
        identity: &Identity,
        record: Value,
    ) -> Result<Box<dyn Runs>, Failure> {
        let found = self.of_execution(begun);
        let (machine, revision) = found.ok_or_else(|| {
            Failure::runtime(format!("the server has no state machine `{}`", begun.machine))
        })?;
        let code = self.code(&machine, &revision);
        let code = code.map_err(|refusal| Failure::runtime(refusal.message))?;
        let mut context = Context::from(identity);
        context.role = revision.role.as_str().into();
        code.revive(begun, context, record)
    }
}
