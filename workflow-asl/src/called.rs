//! What generated code calls by path, and what a plain function is there: a mistake that says what to write.

/// The type that stands under the path of a call, carried out of the block that imports it.
pub trait Called {
    /// A task, a workflow, a pure function; or something [`Plain`].
    type Type;
}

/// What `#[task]`, `#[workflow]` and `#[pure]` make of a function: a type of its name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither `#[pure]` nor a `#[task]`, and not listed in `steps(..)`: a workflow cannot call it",
    label = "a plain function cannot be called here",
    note = "where it computes a value: write `#[pure]` above the function",
    note = "where it does anything else: make it a `#[task]` (an `async fn` that returns `Result<.., Failure>`), and call it with `.await?`",
    note = "where it calls tasks itself: make it `#[steps]`, and list what is `#[steps]`: `#[workflow(steps({Self}))]`"
)]
pub trait Marked {
    /// The type itself. It is nothing that rustc could speak of where a function is plain.
    type Itself;
}

/// A type that generated code has made of a function. What is marked is not listed where something is not.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither `#[pure]` nor a `#[task]`, and not listed in `steps(..)`: a workflow cannot call it",
    label = "a plain function cannot be called here",
    note = "where it computes a value: write `#[pure]` above the function",
    note = "where it does anything else: make it a `#[task]` (an `async fn` that returns `Result<.., Failure>`), and call it with `.await?`",
    note = "where it calls tasks itself: make it `#[steps]`, and list what is `#[steps]`: `#[workflow(steps({Self}))]`"
)]
pub trait Named {
    /// The type itself.
    type Itself;
}

#[diagnostic::do_not_recommend]
impl<T: Named> Marked for T {
    type Itself = <T as Named>::Itself;
}

/// In place of the type of a function that has none.
pub trait Plain: 'static {}
