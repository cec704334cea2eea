//! Intrinsic functions: `States.Format('Hello {}', $.name)`.

mod arrays;
mod base64;
mod call;
mod format;
mod numbers;
mod parse;
mod strings;

use super::error::{Failure, PathError, Reason};
use super::path::Path;
use super::scope::Scope;
use super::size::Room;
use crate::jsonata::Entropy;
use serde_json::Value;
use std::sync::Arc;

/// A call of an intrinsic function, parsed once.
#[derive(Clone, Debug, PartialEq)]
pub struct Intrinsic {
    text: Arc<str>,
    call: Call,
}

#[derive(Clone, Debug, PartialEq)]
struct Call {
    function: Function,
    arguments: Vec<Argument>,
}

#[derive(Clone, Debug, PartialEq)]
enum Argument {
    /// A text in quotes: as it is written, for the braces that are escaped, and what it means.
    Text(String, Value),
    Literal(Value),
    Path(Path),
    Call(Call),
}

macro_rules! functions {
    ($($function:ident $minimum:literal..=$maximum:literal,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(clippy::upper_case_acronyms, reason = "the names are AWS's own")]
        enum Function { $($function),* }

        impl Function {
            const ALL: &[(Function, &str, usize, usize)] =
                &[$((Function::$function, stringify!($function), $minimum, $maximum)),*];
        }

        /// The names of all intrinsic functions. AWS adds no more.
        pub const FUNCTIONS: &[&str] = &[$(concat!("States.", stringify!($function))),*];
    };
}

functions! {
    Format 1..=1000,
    StringToJson 1..=1,
    JsonToString 1..=1,
    Array 0..=1000,
    ArrayPartition 2..=2,
    ArrayContains 2..=2,
    ArrayRange 3..=3,
    ArrayGetItem 2..=2,
    ArrayLength 1..=1,
    ArrayUnique 1..=1,
    Base64Encode 1..=1,
    Base64Decode 1..=1,
    Hash 2..=2,
    JsonMerge 3..=3,
    MathRandom 2..=3,
    MathAdd 2..=2,
    StringSplit 2..=2,
    UUID 0..=0,
}

impl Function {
    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, ..)| *known == name).map(|(function, ..)| *function)
    }
    /// The name without `States.`, and how many arguments it takes.
    fn signature(self) -> (&'static str, usize, usize) {
        let found = Self::ALL.iter().find(|(function, ..)| *function == self);
        found.map_or(("", 0, 0), |(_, name, minimum, maximum)| (*name, *minimum, *maximum))
    }
}

impl Intrinsic {
    /// A call; nested calls are its arguments.
    ///
    /// # Errors
    /// A text that is none.
    pub fn parse(text: &str) -> Result<Self, PathError> {
        Ok(Intrinsic { text: text.into(), call: parse::whole(text)? })
    }

    /// The text it was parsed from.
    #[must_use]
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// Visits the paths among its arguments, in order.
    pub fn paths(&self, visit: &mut dyn FnMut(&Path)) {
        self.call.paths(visit);
    }

    /// The value.
    ///
    /// # Errors
    /// An argument that a function does not take, a path that leads to nothing, a limit. The cause names the
    /// whole call.
    pub fn eval(&self, scope: &Scope<'_>, entropy: &mut Entropy) -> Result<Value, Failure> {
        self.call.eval(scope, entropy, &Room::new()).map_err(|reason| {
            let cause =
                format!("The function '{}' had the following error: {}", self.text, reason.text());
            Failure { reason, expression: self.text.clone(), cause }
        })
    }
}

impl Call {
    fn paths(&self, visit: &mut dyn FnMut(&Path)) {
        for argument in &self.arguments {
            match argument {
                Argument::Path(path) => visit(path),
                Argument::Call(call) => call.paths(visit),
                Argument::Text(..) | Argument::Literal(_) => {}
            }
        }
    }
}

/// A failure of a function, with its name.
fn refuse<T>(function: Function, why: impl std::fmt::Display) -> Result<T, Reason> {
    let (name, ..) = function.signature();
    Err(Reason::Intrinsic(format!("Invalid arguments in States.{name}: {why}")))
}
