//! The result of a run, and the assertions of a test on it.

use super::calls::{Called, Calls};
use super::diff;
use super::drive::Ran;
use super::expect::{Expected, Seen};
use super::script::Script;
use crate::failure::Failure;
use crate::history::{Details, HistoryEvent, Trace};
use crate::task::Task;
use crate::workflow::Workflow;
use serde_json::Value;
use std::marker::PhantomData;
use std::time::Duration;

/// A run of a workflow in a test.
pub struct Run<W: Workflow> {
    ran: Ran,
    calls: Vec<Called>,
    unused: Vec<String>,
    trace: Trace,
    story: String,
    crashes: u32,
    of: PhantomData<fn() -> W>,
}

impl<W: Workflow> Run<W> {
    pub(super) fn new(ran: Ran, script: &Script) -> Self {
        let trace = Trace::of(&ran.history);
        let unused = unused(script);
        let story = story(&ran, &trace);
        let calls = script.calls();
        // What fails at random cuts paths short.
        if !script.has_faults() {
            let (name, input) = (W::NAME, input(&ran.history));
            unused.iter().for_each(|line| eprintln!("note: `{name}` on {input}: {line}"));
        }
        Run { ran, calls, unused, trace, story, crashes: 0, of: PhantomData }
    }

    pub(super) fn survived(self, crashes: u32) -> Self {
        Run { crashes, ..self }
    }

    pub(super) fn ran(&self) -> &Ran {
        &self.ran
    }

    /// The path and the end, for messages.
    pub(super) fn story(&self) -> &str {
        &self.story
    }

    /// Returns the output, or the failure that the workflow ended with.
    ///
    /// # Errors
    /// That failure.
    ///
    /// # Panics
    /// If the output cannot be read as its type: only for a type whose `Deserialize` does not accept what its
    /// `Serialize` writes.
    #[track_caller]
    pub fn result(&self) -> Result<W::Output, Failure> {
        self.ran.result.clone().map(|output| match serde_json::from_value(output.clone()) {
            Ok(output) => output,
            Err(error) => panic!("the output of `{}`: {error}: {output}", W::NAME),
        })
    }

    /// Returns the output.
    ///
    /// # Panics
    /// If the workflow failed.
    #[must_use]
    #[track_caller]
    pub fn output(&self) -> W::Output {
        match self.result() {
            Ok(output) => output,
            Err(_) => panic!("`{}` was expected to succeed\n{}", W::NAME, self.story),
        }
    }

    /// Returns the failure.
    ///
    /// # Panics
    /// If the workflow succeeded.
    #[must_use]
    #[track_caller]
    pub fn failure(&self) -> Failure {
        match &self.ran.result {
            Err(failure) => failure.clone(),
            Ok(_) => panic!("`{}` was expected to fail\n{}", W::NAME, self.story),
        }
    }

    /// Asserts that the workflow succeeded with this output, compared as JSON.
    ///
    /// # Panics
    /// If it did not.
    #[track_caller]
    pub fn assert_output(&self, expected: &W::Output) {
        let expected = serde_json::to_value(expected).unwrap_or_default();
        let Ok(seen) = &self.ran.result else {
            panic!("`{}` was expected to return {expected}\n{}", W::NAME, self.story);
        };
        let lines =
            |value: &Value| format!("{value:#}").lines().map(str::to_owned).collect::<Vec<_>>();
        if let Some(diff) = diff::lines(&lines(&expected), &lines(seen)) {
            panic!("`{}` returned something else:\n{diff}\n{}", W::NAME, self.story);
        }
    }

    /// Asserts that the workflow failed with an error of this name.
    ///
    /// # Panics
    /// If it did not.
    #[track_caller]
    pub fn assert_fails(&self, error: &str) {
        let failed = self.ran.result.as_ref().is_err_and(|failure| failure.error() == error);
        assert!(failed, "`{}` was expected to fail with `{error}`\n{}", W::NAME, self.story);
    }

    /// Returns the states that were visited, in the order of the code: all of one branch, then all of the next. States
    /// in a Map have the index of their item: `Pack[1]`.
    #[must_use]
    pub fn path(&self) -> Vec<String> {
        path(&self.trace)
    }

    /// Asserts that the workflow visited these states. See [`Run::path`].
    ///
    /// # Panics
    /// If it did not.
    #[track_caller]
    pub fn assert_path<S: Into<String>>(&self, expected: impl IntoIterator<Item = S>) {
        let expected: Vec<String> = expected.into_iter().map(Into::into).collect();
        if let Some(diff) = diff::lines(&expected, &self.path()) {
            panic!("`{}` went another way:\n{diff}\n{}", W::NAME, end(&self.ran.result));
        }
    }

    /// Asserts that the workflow visited this state.
    ///
    /// # Panics
    /// If it did not, or has no state of this name.
    #[track_caller]
    pub fn assert_visited(&self, state: &str) {
        assert!(self.visited(state), "`{}` was never in `{state}`\n{}", W::NAME, self.story);
    }

    /// Asserts that the workflow did not visit this state.
    ///
    /// # Panics
    /// If it did, or has no state of this name.
    #[track_caller]
    pub fn assert_not_visited(&self, state: &str) {
        assert!(!self.visited(state), "`{}` was in `{state}`\n{}", W::NAME, self.story);
    }

    #[track_caller]
    fn visited(&self, state: &str) -> bool {
        if !W::states().iter().any(|info| info.name == state) {
            let names: Vec<String> =
                W::states().iter().map(|info| format!("`{}`", info.name)).collect();
            panic!("`{}` has no state `{state}`; it has {}", W::NAME, names.join(", "));
        }
        self.trace.visits.iter().any(|visit| *visit.state == *state)
    }

    /// Returns all events, as AWS records them.
    #[must_use]
    pub fn history(&self) -> &[HistoryEvent] {
        &self.ran.history
    }

    /// Returns a line for each event: `TaskFailed Charge, attempt 1: Declined`.
    #[must_use]
    pub fn events(&self) -> Vec<String> {
        Seen::all(&self.ran.history).iter().map(ToString::to_string).collect()
    }

    /// Asserts that the history has exactly these events, in the form of [`Run::events`].
    ///
    /// # Panics
    /// If it has others.
    #[track_caller]
    pub fn assert_history<S: Into<String>>(&self, expected: impl IntoIterator<Item = S>) {
        let expected: Vec<String> = expected.into_iter().map(Into::into).collect();
        if let Some(diff) = diff::lines(&expected, &self.events()) {
            panic!("`{}` has another history:\n{diff}", W::NAME);
        }
    }

    /// Asserts that the history has these events in this order; others may be between them.
    ///
    /// # Panics
    /// If one is missing, or they are in another order.
    #[track_caller]
    pub fn assert_events(&self, expected: impl IntoIterator<Item = Expected>) {
        let seen = Seen::all(&self.ran.history);
        let mut from = 0;
        for event in expected {
            match seen[from..].iter().position(|seen| event.is(seen)) {
                Some(at) => from += at + 1,
                None => panic!("{}", self.misses(&event, &seen, from)),
            }
        }
    }

    /// Asserts that the history has `expected` such events.
    ///
    /// # Panics
    /// If the number is another one.
    #[track_caller]
    pub fn assert_event_count(&self, event: &Expected, expected: usize) {
        let seen = Seen::all(&self.ran.history);
        let count = seen.iter().filter(|seen| event.is(seen)).count();
        assert!(
            count == expected,
            "`{}`: {expected} events `{event}` were expected, there are {count}:\n{}",
            W::NAME,
            listed(&seen)
        );
    }

    fn misses(&self, event: &Expected, seen: &[Seen], from: usize) -> String {
        let after = match from.checked_sub(1).and_then(|last| seen.get(last)) {
            Some(last) => format!(" after `{last}`"),
            None => String::new(),
        };
        let events = listed(seen.get(from..).unwrap_or_default());
        format!("`{}`: there is no event `{event}`{after}:\n{events}\n{}", W::NAME, self.story)
    }

    /// Returns the calls of a task.
    pub fn calls<T: Task>(&self) -> Calls<'_, T> {
        let name = T::DEFINITION.name;
        let attempts = self.calls.iter().filter(|called| called.task == name).collect();
        Calls { run: &self.story, attempts, of: PhantomData }
    }

    /// Returns how many transitions AWS bills for the run: one for each state entered, and one for each retry.
    /// [`price::dollars`](crate::price::dollars) tells their price.
    #[must_use]
    pub fn billed_transitions(&self) -> u64 {
        self.trace.billed_transitions()
    }

    /// Returns the time that passed on the test's clock.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        Duration::try_from_secs_f64(self.trace.now).unwrap_or_default()
    }

    /// Returns the number of crashes, with [`Test::crash_everywhere`](crate::testing::Test::crash_everywhere).
    #[must_use]
    pub fn crashes(&self) -> u32 {
        self.crashes
    }

    /// Returns the mocks, and the steps of mocks, that were not used.
    #[must_use]
    pub fn unused_mocks(&self) -> &[String] {
        &self.unused
    }

    /// Asserts that every step of every mock was used.
    ///
    /// # Panics
    /// If one was not.
    #[track_caller]
    pub fn assert_mocks_used(&self) {
        let lines: String = self.unused.iter().map(|line| format!("\n  {line}")).collect();
        assert!(lines.is_empty(), "`{}` did not use all mocks:{lines}\n{}", W::NAME, self.story);
    }
}

impl<W: Workflow> std::fmt::Debug for Run<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.story)
    }
}

fn unused(script: &Script) -> Vec<String> {
    let used = script.used();
    let mut lines = vec![];
    for (task, mock) in script.mocks().filter(|(_, mock)| !mock.optional) {
        let Some(used) = used.get(task) else {
            lines.push(format!("the mock of `{task}` was never called"));
            continue;
        };
        let steps = used.iter().take(mock.steps.len()).enumerate();
        for (index, _) in steps.filter(|(_, used)| **used == 0) {
            let (step, all) = (index + 1, mock.steps.len());
            lines.push(format!("step {step} of {all} of the mock of `{task}` was never used"));
        }
    }
    lines
}

/// The input, as far as a line has room for it.
fn input(history: &[HistoryEvent]) -> String {
    const ROOM: usize = 60;
    let Some(Details::ExecutionStarted { input: Some(input), .. }) =
        history.first().map(|event| &event.details)
    else {
        return "its input".to_owned();
    };
    match input.char_indices().nth(ROOM) {
        Some((end, _)) => format!("{}…", &input[..end]),
        None => input.to_string(),
    }
}

fn path(trace: &Trace) -> Vec<String> {
    let name = |visit: &&crate::history::Visit| format!("{}{}", visit.state, trace.items(visit));
    trace.in_order().iter().map(name).collect()
}

fn story(ran: &Ran, trace: &Trace) -> String {
    const MOST: usize = 30;
    let mut path = path(trace);
    if path.len() > MOST {
        let more = path.len() - MOST;
        path.truncate(MOST);
        path.push(format!("… {more} more"));
    }
    format!("its path: {}\n{}", path.join(" → "), end(&ran.result))
}

fn end(result: &Result<Value, Failure>) -> String {
    match result {
        Ok(output) => format!("it returned {output}"),
        Err(failure) => format!("it failed: {failure}"),
    }
}

fn listed(seen: &[Seen]) -> String {
    const MOST: usize = 60;
    let lines: Vec<String> = seen.iter().take(MOST).map(|seen| format!("  {seen}")).collect();
    let more = seen.len().saturating_sub(MOST);
    let more = if more > 0 { format!("\n  … {more} more") } else { String::new() };
    lines.join("\n") + &more
}
