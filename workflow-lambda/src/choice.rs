//! The task that a function runs: its configuration says it.

use std::fmt;
use workflow_task::TaskDefinition;
use workflow_task::way::Way;

/// The names by which a function may say which task it runs, in the order in which they are asked.
///
/// The variable `WORKFLOW_TASK`, which names a task of the program or is an error; else the handler of the function
/// (`_HANDLER`: `charge`, or `anything.charge`), else the function's own name (`AWS_LAMBDA_FUNCTION_NAME`), where these
/// are the names of tasks. A program with a single task needs none of them.
#[derive(Clone, Debug, Default)]
pub struct TaskChoice {
    /// The variable `WORKFLOW_TASK`.
    pub task: Option<String>,
    /// The handler.
    pub handler: Option<String>,
    /// The name of the function.
    pub function: Option<String>,
}

/// The refusal of a function whose configuration names no task of its program.
#[derive(Debug, PartialEq)]
pub(crate) struct NoTask {
    named: Option<String>,
    known: Vec<&'static str>,
}

impl TaskChoice {
    /// Reads the variables that Lambda sets.
    #[must_use]
    pub fn from_env() -> Self {
        let read = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        TaskChoice {
            task: read("WORKFLOW_TASK"),
            handler: read("_HANDLER"),
            function: read("AWS_LAMBDA_FUNCTION_NAME"),
        }
    }

    /// The task that is meant.
    pub(crate) fn task(&self, tasks: &[TaskDefinition]) -> Result<TaskDefinition, NoTask> {
        let tasks: Vec<_> = tasks.iter().filter(|task| runs_here(task)).copied().collect();
        let find = |name: &str| tasks.iter().find(|task| task.name == name).copied();
        let known = || tasks.iter().map(|task| task.name).collect();
        if let Some(name) = &self.task {
            return find(name).ok_or_else(|| NoTask { named: Some(name.clone()), known: known() });
        }
        let handler = self.handler.as_deref().map(|it| it.rsplit(['.', ':']).next().unwrap_or(it));
        let named = [handler, self.function.as_deref()].into_iter().flatten().find_map(find);
        let only = match &tasks[..] {
            [task] => Some(*task),
            _ => None,
        };
        named.or(only).ok_or_else(|| NoTask { named: None, known: known() })
    }
}

/// True if a task is a function here: it has a body.
fn runs_here(task: &TaskDefinition) -> bool {
    matches!(task.way, Way::Function | Way::Callback)
}

impl fmt::Display for NoTask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.named {
            Some(name) => write!(f, "WORKFLOW_TASK names no task of this program: `{name}`")?,
            None => write!(f, "the function does not say which task it runs")?,
        }
        match &self.known[..] {
            [] => write!(f, "; the program has none: list its workflows, `workflow::lambda![pay]`"),
            known => write!(
                f,
                "; set its variable WORKFLOW_TASK, or its handler, to one of: {}",
                known.join(", ")
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use workflow_task::body::not_a_task;

    const TASKS: [TaskDefinition; 3] = [
        not_a_task("charge"),
        not_a_task("ship"),
        TaskDefinition {
            way: Way::Resource("arn:aws:states:::sqs:sendMessage"),
            ..not_a_task("send")
        },
    ];

    fn chosen(task: &str, handler: &str, function: &str, tasks: &[TaskDefinition]) -> String {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let choice =
            TaskChoice { task: given(task), handler: given(handler), function: given(function) };
        choice.task(tasks).map_or_else(|error| error.to_string(), |task| task.name.to_owned())
    }

    #[test]
    fn the_first_name_of_a_task_counts() {
        for (task, handler, function, expected) in [
            ("ship", "charge", "charge", "ship"),
            ("", "ship", "charge", "ship"),
            ("", "bootstrap.ship", "charge", "ship"),
            ("", "bootstrap", "charge", "charge"),
            ("", "", "charge", "charge"),
        ] {
            assert_eq!(chosen(task, handler, function, &TASKS), expected);
        }
        assert_eq!(chosen("", "bootstrap", "stack-F1", &TASKS[..1]), "charge");
    }

    #[test]
    fn a_function_without_a_task_is_told_what_to_set() {
        let told = chosen("charg", "charge", "charge", &TASKS);
        assert_eq!(
            told,
            "WORKFLOW_TASK names no task of this program: `charg`; set its variable WORKFLOW_TASK, or its handler, to one of: charge, ship"
        );
        assert!(chosen("send", "", "", &TASKS).starts_with("WORKFLOW_TASK names no task"));
        let told = chosen("", "bootstrap", "stack-F1", &TASKS);
        assert!(told.starts_with("the function does not say which task it runs; set"), "{told}");
        assert!(chosen("", "bootstrap", "f", &TASKS[2..]).contains("workflow::lambda!["));
    }
}
