//! The fields of the context object that a state reads, and the clock: others are not made, or not looked at.

use super::plan::{Plan, Seen};
use workflow_asl::jsonpath::{Path, Root};

/// Fields of the context object, and the time.
#[derive(Clone, Copy, Default)]
pub(super) struct Reads {
    pub(super) execution: bool,
    pub(super) machine: bool,
    pub(super) state: bool,
    pub(super) map: bool,
    pub(super) task: bool,
    /// True for `$now`, `$millis`, and `$toMillis`, which completes a time. When its state was entered is a field of the context's `State`.
    pub(super) clock: bool,
}

/// Returns which fields of the context the expressions of a state read.
pub(super) fn reads(plan: &Plan) -> Reads {
    let mut reads = Reads::default();
    plan.visit(&mut |seen| match seen {
        Seen::Jsonata(template) => template.mentions(&mut |_, mentions| {
            let field = |name| mentions.reads(&["states", "context", name]);
            reads.execution |= field("Execution");
            reads.machine |= field("StateMachine");
            reads.state |= field("State");
            reads.map |= field("Map");
            reads.task |= field("Task");
            reads.clock |= ["now", "millis", "toMillis"].iter().any(|name| mentions.name(name));
        }),
        Seen::Path(path) if *path.root() == Root::Context => {
            let name = first(path);
            let field = |field| name.as_deref().is_none_or(|name| name == field);
            reads.execution |= field("Execution");
            reads.machine |= field("StateMachine");
            reads.state |= field("State");
            reads.map |= field("Map");
            reads.task |= field("Task");
        }
        Seen::Path(_) => {}
    });
    reads
}

/// The first name of a path; `None` where it is no plain name: then everything is read.
fn first(path: &Path) -> Option<String> {
    // In the form `$$['name'][0]`.
    let text = path.to_string();
    let rest = text.strip_prefix("$$['")?;
    let (name, _) = rest.split_once("']")?;
    name.bytes().all(|byte| byte.is_ascii_alphanumeric()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn the_first_name_of_a_path() {
        for (path, name) in [
            ("$$.Execution.Input", Some("Execution")),
            ("$$['Map'].Item", Some("Map")),
            ("$$", None),
            ("$$.*", None),
            ("$$..Id", None),
            ("$$['a','b']", None),
        ] {
            assert_eq!(first(&Path::parse(path).unwrap()).as_deref(), name, "{path}");
        }
    }
}
