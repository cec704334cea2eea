//! Mocks from a file: each execution has its own count of what was answered.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use workflow_runtime::connector::Request;
use workflow_runtime::mocks::{Mocks, MocksError};

/// The most executions whose count is kept.
const MOST: usize = 10_000;

/// The text of a file of mocks, as `workflow_runtime::mocks` reads it.
///
/// The answers of our own form are those of every execution. Those of Step Functions Local are of the executions that
/// are started with `#CASE` behind the ARN of their machine.
#[derive(Clone, Debug)]
pub struct MockFile {
    text: Arc<str>,
    local: bool,
}

impl MockFile {
    /// Reads a file.
    ///
    /// # Errors
    /// All that is wrong with the answers of our own form; of Step Functions Local's, a text that is no JSON.
    pub fn read(text: &str) -> Result<Self, Vec<MocksError>> {
        let document = serde_json::from_str::<serde_json::Value>(text);
        let local = document.is_ok_and(|it| it.get("StateMachines").is_some());
        if !local {
            Mocks::read(text, None, "")?;
        }
        Ok(MockFile { text: text.into(), local })
    }

    /// The answers of an execution: `None` if nothing of it is mocked.
    pub(crate) fn of(
        &self,
        machine: &str,
        case: Option<&str>,
    ) -> Result<Option<Mocks>, Vec<MocksError>> {
        match (self.local, case) {
            (true, None) => Ok(None),
            (true, Some(case)) => {
                Mocks::read(&self.text, Some(&format!("{machine}#{case}")), machine).map(Some)
            }
            (false, case) => Mocks::read(&self.text, case, machine).map(Some),
        }
    }
}

/// Finds the test case of an execution.
type CaseOf = dyn Fn(&str) -> Option<String> + Send + Sync;

/// The answers of the executions that run.
#[derive(Clone)]
pub(crate) struct Mocked {
    file: MockFile,
    case_of: Arc<CaseOf>,
    counts: Arc<Mutex<Counts>>,
}

#[derive(Default)]
struct Counts {
    of: HashMap<Arc<str>, Option<Mocks>>,
    order: VecDeque<Arc<str>>,
}

impl Mocked {
    pub(crate) fn new(
        file: MockFile,
        case_of: impl Fn(&str) -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        Mocked { file, case_of: Arc::new(case_of), counts: Arc::default() }
    }

    /// Sets the answers of an execution before it begins.
    pub(crate) fn set(&self, execution: &str, mocks: Option<Mocks>) {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner).add(execution.into(), mocks);
    }

    pub(crate) fn file(&self) -> &MockFile {
        &self.file
    }

    /// The answers of an execution, counted on from where they are.
    pub(crate) fn of(&self, request: &Request) -> Option<Mocks> {
        let execution = &request.context.execution;
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = counts.of.get(execution) {
            return known.clone();
        }
        let name = execution.split(':').nth(6).unwrap_or_default();
        let machine = name.split('/').next().unwrap_or_default();
        let case = (self.case_of)(execution);
        // A case that is not there any more was there when the execution began: nothing is mocked.
        let mocks = self.file.of(machine, case.as_deref()).ok().flatten();
        counts.add(execution.clone(), mocks.clone());
        mocks
    }
}

impl Counts {
    fn add(&mut self, execution: Arc<str>, mocks: Option<Mocks>) {
        self.of.insert(execution.clone(), mocks);
        self.order.push_back(execution);
        if self.order.len() > MOST
            && let Some(oldest) = self.order.pop_front()
        {
            self.of.remove(&oldest);
        }
    }
}
