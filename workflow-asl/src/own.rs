//! The functions of a type of the user's own: what `#[pure]` makes of an `impl` block.
//!
//! A function is found by its type and its name, of which Rust's generics take a number. Of a method's receiver a macro
//! knows no type: rustc infers it, and by it the method. So the type of a function is a parameter of the traits: as an
//! associated type it would have to be as visible as the user's type is.

use crate::Data;
use crate::program::{Expr, Twin, Types};

/// A type with a function of this name, called by its path.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no function of this name that a workflow may call",
    label = "not in a `#[pure]` block of `{Self}`",
    note = "of a type of your own: write `#[pure]` above the `impl` block that has the function",
    note = "else write a function with `#[pure]`, or compute it in a task: `let x = my_task(..).await?;`"
)]
pub trait Associated<const NAME: u64, F>: 'static {
    /// The function, with the arithmetic of workflows.
    const NATIVE: F;
    /// The function as data. One that calls itself has none: rustc says so.
    const TWIN: &'static Twin;
}

/// A type with a method of this name.
pub trait Bound<const NAME: u64, F>: 'static {
    /// The method, which borrows its receiver, with the arithmetic of workflows.
    const BOUND: F;
    /// The method as data.
    const METHOD: &'static Twin;
}

/// A receiver of a method of this name: the type itself, and what points to it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no method of this name that a workflow may call",
    label = "this method is not in a `#[pure]` block",
    note = "a method of your own: write `#[pure]` above the `impl` block that has it",
    note = "else it has no exact counterpart in JSONata: write a function with `#[pure]`, or compute it in a task: `let x = my_task(..).await?;`"
)]
pub trait Receiver<const NAME: u64> {
    /// The type that has the method.
    type Of: 'static;
    /// A reference to it, which lives as long as it may.
    type To<'a>
    where
        Self: 'a;
    /// Follows the pointers.
    fn to(&self) -> Self::To<'_>;
}

#[diagnostic::do_not_recommend]
impl<'b, const NAME: u64, T: Receiver<NAME> + ?Sized> Receiver<NAME> for &'b T {
    type Of = T::Of;
    type To<'a>
        = T::To<'b>
    where
        'b: 'a;
    #[inline(always)]
    fn to(&self) -> T::To<'b> {
        (**self).to()
    }
}

#[diagnostic::do_not_recommend]
impl<const NAME: u64, T: Receiver<NAME> + ?Sized> Receiver<NAME> for Box<T> {
    type Of = T::Of;
    type To<'a>
        = T::To<'a>
    where
        Self: 'a;
    #[inline(always)]
    fn to(&self) -> T::To<'_> {
        (**self).to()
    }
}

/// In place of a function with a mistake, of which nothing is written.
pub const NOTHING: &Twin = &Twin {
    name: "",
    parameters: &[],
    body: Expr::Result,
    output: <() as Data>::schema,
    types: Types::default,
};
