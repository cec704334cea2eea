//! The description of a generated workflow, from its tables and the types that rustc knows.

use super::machine::Answer;
use crate::description::{Branch, Description, KeptVariable};
use crate::failure::Failure;
use crate::machine::StateInfo;
use std::marker::PhantomData;
use workflow_asl::form::DataForm;
use workflow_asl::schema::Lazy;
use workflow_asl::{Data, Schema};

/// The values that a record of a state, of the start or of the end of a scope has.
#[derive(Debug)]
pub struct Held {
    /// The place that has the record.
    pub place: HeldAt,
    /// Their names, and the numbers of their types; true for a list of values of that type.
    pub kept: &'static [(&'static str, usize, bool)],
}

/// A place in a workflow that has a record. A scope is given by its state and the number of the branch.
#[derive(Clone, Copy, Debug)]
pub enum HeldAt {
    /// A state.
    State(usize),
    /// The start of a scope; without one, of the workflow.
    Start(Option<(usize, usize)>),
    /// The end of a branch or item.
    End(usize, usize),
}

/// The description of a workflow with these states and records.
#[must_use]
pub fn describe(
    name: &str,
    states: &[StateInfo],
    held: &[Held],
    types: Result<Answer, Failure>,
) -> Description {
    let types = match types {
        Ok(Answer::Kept(types)) => types,
        _ => vec![],
    };
    let form = |of: usize| types.get(of).map(|schema| DataForm::of(&schema()));
    let kept = |held: &Held| -> Vec<KeptVariable> {
        let kept = held.kept.iter().map(|(name, of, list)| {
            let form =
                if *list { form(*of).map(|it| DataForm::List(Box::new(it))) } else { form(*of) };
            KeptVariable {
                name: (*name).to_owned(),
                form,
                sometimes: false,
                each: *list,
                unread: false,
            }
        });
        kept.collect()
    };
    let mut description = Description::of_states(name, states);
    for held in held {
        match held.place {
            HeldAt::Start(None) => description.start = kept(held),
            HeldAt::Start(Some((state, number))) => {
                if let Some(branch) = branch(&mut description, state, number) {
                    branch.start = kept(held);
                }
            }
            HeldAt::End(state, number) => {
                if let Some(branch) = branch(&mut description, state, number) {
                    branch.end = held.kept.first().and_then(|(_, of, _)| form(*of));
                }
            }
            HeldAt::State(state) => {
                if let Some(state) = description.states.get_mut(state) {
                    state.kept = kept(held);
                }
            }
        }
    }
    description
}

/// A type that is asked for its schema, whether it has one or not: of one that has none rustc says so elsewhere.
pub struct Of<T>(PhantomData<fn() -> T>);

impl<T> Of<T> {
    /// The question.
    #[must_use]
    #[allow(clippy::new_without_default, reason = "generated code alone makes it")]
    pub fn new() -> Self {
        Of(PhantomData)
    }
}

impl<T: Data> Of<T> {
    /// The schema.
    #[must_use]
    pub fn schema(&self) -> Lazy {
        T::schema
    }
}

/// The answer for a type without a schema.
pub trait Unknown {
    /// The schema of any JSON.
    fn schema(&self) -> Lazy {
        || Schema::Any
    }
}

impl<T> Unknown for Of<T> {}

fn branch(of: &mut Description, state: usize, number: usize) -> Option<&mut Branch> {
    of.states.get_mut(state)?.branches.get_mut(number)
}

/// The form of a `Duration`, as serde writes it.
#[must_use]
pub fn duration() -> Schema {
    let field = |name, schema: Lazy| workflow_asl::schema::Field::new(name, name, schema);
    Schema::Struct {
        name: "Duration",
        fields: vec![field("secs", u64::schema), field("nanos", u32::schema)],
    }
}
