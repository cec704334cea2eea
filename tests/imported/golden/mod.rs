//! Modules of `workflow import`. Do not edit: `WRITE=1 cargo test --test imported` writes it anew.

use crate::compare::Module;

#[rustfmt::skip]
mod behind;
#[rustfmt::skip]
mod branches;
#[rustfmt::skip]
mod choices;
#[rustfmt::skip]
mod errors;
#[rustfmt::skip]
mod gathered;
#[rustfmt::skip]
mod items;
#[rustfmt::skip]
mod many;
#[rustfmt::skip]
mod objects;
#[rustfmt::skip]
mod pages;
#[rustfmt::skip]
mod polling;
#[rustfmt::skip]
mod sequence;
#[rustfmt::skip]
mod texts;
#[rustfmt::skip]
mod tokens;
#[rustfmt::skip]
mod variables;
#[rustfmt::skip]
mod waits;

macro_rules! module {
    ($name:ident) => {
        Module {
            name: stringify!($name),
            machine: <$name::$name as workflow::Workflow>::machine,
            definition: $name::$name::definition,
        }
    };
}

/// All of them.
#[rustfmt::skip]
pub fn modules() -> Vec<Module> {
    vec![module!(behind), module!(branches), module!(choices), module!(errors), module!(gathered), module!(items), module!(many), module!(objects), module!(pages), module!(polling), module!(sequence), module!(texts), module!(tokens), module!(variables), module!(waits), ]
}
