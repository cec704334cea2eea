//! Which fields of the context object a state reads: others are not made.

use workflow_asl::document::State;

/// Fields of the context object.
#[derive(Default)]
pub(super) struct Reads {
    pub(super) execution: bool,
    pub(super) machine: bool,
    pub(super) state: bool,
    pub(super) map: bool,
}

/// Which fields of the context the expressions of a state read.
pub(super) fn reads(state: &State) -> Reads {
    let mut reads = Reads::default();
    state.templates(&mut |_, template| {
        template.mentions(&mut |_, mentions| {
            let field = |name| mentions.reads(&["states", "context", name]);
            reads.execution |= field("Execution");
            reads.machine |= field("StateMachine");
            reads.state |= field("State");
            reads.map |= field("Map");
        });
    });
    reads
}
