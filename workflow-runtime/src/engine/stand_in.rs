//! Mocks of tasks that are no Rust functions: they answer in place of a connector.

use crate::engine::call::Attempt;
use crate::engine::run::Run;
use crate::machine::ResourceCall;
use crate::task::TaskDefinition;
use crate::way::Calls;

impl Run {
    /// Asks the mock what the call of a resource comes to, if it is one of a task that is known by name.
    pub(crate) fn stand_in(&mut self, id: u32, task: TaskDefinition, called: &ResourceCall) {
        let input = task.input(&called.target, &called.arguments);
        let token = self.wait_for(id, called);
        if let Some(pending) = self.pending(id) {
            pending.mocked = Some(task);
        }
        if self.set_context(id, called.heartbeat).is_none() {
            return;
        }
        self.context.token = token;
        let (timeout, heartbeat) = (called.timeout, called.heartbeat);
        let attempt = Attempt { task: task.name, run: task.run, timeout, heartbeat };
        if let Some(event) = self.ask_mock(id, &attempt, input) {
            self.step_later(id, event);
        }
    }
}
