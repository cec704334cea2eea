//! The program that `#[workflow]` makes of a function: its control-flow graph, as plain static data.
//!
//! Read it like a grammar. The macro writes it, [`crate::export`] makes the document from it. Nothing
//! here knows types: [`Types`] holds what rustc inferred, by the numbers of probes.

use crate::schema::Schema;
use serde_json::Value;

/// The index of a probe in [`Types::probes`]. An expression without one has the type that follows from its parts.
pub type ProbeId = usize;

/// One workflow.
#[derive(Debug)]
pub struct Program {
    /// The name of the function.
    pub name: &'static str,
    /// Its doc comment.
    pub comment: &'static str,
    /// Its parameters: one is the input itself, several are the fields of an object.
    pub parameters: &'static [usize],
    /// Its variables; expressions speak of them by index.
    pub variables: &'static [Variable],
    /// Its states, those of branches and items included; same order as the machine's own table.
    pub states: &'static [State],
    /// Straight code between states.
    pub blocks: &'static [Block],
    /// The block that the function begins with.
    pub start: usize,
}

/// The types that only rustc knows: filled in when a document is exported.
#[derive(Debug, Default)]
pub struct Types {
    /// The schema of each probe.
    pub probes: Vec<Schema>,
    /// The value of each constant, as JSON.
    pub constants: Vec<Value>,
    /// The path to each constant, as it was written: patterns speak of them by it.
    pub paths: Vec<&'static str>,
    /// The methods that [`Expr::Own`] calls.
    pub methods: Vec<&'static Twin>,
}

/// A variable of the function, under a name that is unique in it.
#[derive(Debug)]
pub struct Variable {
    /// The name in the document.
    pub name: &'static str,
    /// The probe that knows its type.
    pub probe: ProbeId,
    /// The place of its value.
    pub root: Root,
}

/// The place of a variable's value.
#[derive(Clone, Copy, Debug)]
pub enum Root {
    /// A parameter that is never assigned, or a part of the input of a distributed Map's execution: read from the
    /// execution's input.
    Input,
    /// A variable of the States Language.
    Assigned,
    /// Another name for a path in a variable that never changes, or for a literal.
    Alias(&'static Expr),
    /// The item of a Map: the input of the item's first state.
    Item,
}

/// Straight code, then where it leads.
#[derive(Debug)]
pub struct Block {
    /// Evaluated at the end of the state that leads here (its `Assign`).
    pub code: &'static [Stmt],
    /// Evaluated at the beginning of the state it leads to: inlined in its expressions.
    pub late: &'static [Stmt],
    /// Its target.
    pub end: End,
}

/// The end of a block: where it leads.
#[derive(Debug)]
pub enum End {
    /// To another block, which others lead to as well.
    Goto(usize),
    /// Into a state.
    Enter(usize),
    /// The end of the workflow, branch or item, with its value: the state that leads here is the last one.
    Return(Expr),
}

/// A statement without effect.
#[derive(Debug)]
pub enum Stmt {
    /// `let pattern = value;`
    Let(Pattern, Expr),
    /// `place = value;`, and `place += x` as `place = place + x`.
    Assign(Place, Expr),
    /// `place.push(x);` and the other methods that change their receiver.
    Mutate(Place, &'static str, &'static [Expr]),
}

/// A variable, or a field in one: `variable.field.field`.
#[derive(Debug)]
pub struct Place {
    /// The variable.
    pub variable: usize,
    /// The fields below it, by their Rust names.
    pub fields: &'static [&'static str],
}

/// A state.
#[derive(Debug)]
pub struct State {
    /// Its name, unique in the whole machine.
    pub name: &'static str,
    /// The place in the source: shown as `Comment`.
    pub comment: &'static str,
    /// The variables that may still be read in it or after it.
    pub live: &'static [usize],
    /// The kind of its work.
    pub kind: Kind,
}

/// The action of a state, and the blocks that come next.
#[derive(Debug)]
pub enum Kind {
    /// Calls a task.
    Task {
        /// The arguments by name. One is the payload itself, several are the fields of an object.
        arguments: &'static [(&'static str, Expr)],
        /// The block after it.
        next: usize,
        /// One block for each catcher, in order.
        catch: &'static [usize],
    },
    /// Chooses.
    Choice {
        /// The first rule that holds is taken.
        rules: &'static [Rule],
        /// Taken when none holds.
        default: usize,
    },
    /// Holds the code of the block that leads to it where no other state can.
    Pass {
        /// The block after it.
        next: usize,
    },
    /// Waits for a number of whole seconds.
    Wait {
        /// The duration.
        seconds: Expr,
        /// The block after it.
        next: usize,
    },
    /// Waits until a point in time.
    WaitUntil {
        /// The time, in RFC 3339.
        timestamp: Expr,
        /// The block after it.
        next: usize,
    },
    /// Runs branches at the same time; its result is the list of their values.
    Parallel {
        /// The first block of each branch.
        branches: &'static [usize],
        /// The block after it.
        next: usize,
        /// One block for each catcher.
        catch: &'static [usize],
    },
    /// Runs one item after another, or many at the same time; its result is the list of their values.
    Map {
        /// The list.
        items: Expr,
        /// The variable that holds an item.
        item: usize,
        /// The first block of an item.
        start: usize,
        /// The number of items that run at the same time; 0: no limit.
        max_concurrency: u32,
        /// The options where the items are executions of their own.
        distributed: Option<&'static Distributed>,
        /// The block after it.
        next: usize,
        /// One block for each catcher.
        catch: &'static [usize],
    },
    /// Ends the workflow, branch or item with a value.
    Succeed {
        /// The value.
        output: Expr,
    },
    /// Ends the workflow, branch or item with a failure.
    Fail {
        /// Its name.
        error: Expr,
        /// Its cause.
        cause: Expr,
    },
}

/// The part of a Map that only a distributed one has. The input of an execution is its item; where it captures
/// something, an object of the item and that, by the names of their variables, which are of [`Root::Input`].
#[derive(Debug)]
pub struct Distributed {
    /// The captured values: the variable inside, and the value outside.
    pub captures: &'static [(usize, Expr)],
    /// `ToleratedFailureCount`
    pub tolerated_count: Option<u64>,
    /// `ToleratedFailurePercentage`
    pub tolerated_percentage: Option<f64>,
    /// True if the executions are EXPRESS ones.
    pub express: bool,
    /// The reader of an object: the items are then a tuple of the bucket and the key.
    pub reader: Option<Reader>,
    /// The number of items that are put together. The input of an execution is then `{"Items": …, "BatchInput": …}`.
    pub batch: Option<u32>,
    /// The bucket that results are written to, and what the keys there begin with.
    pub writer: Option<(Expr, Expr)>,
}

/// An object whose items are read.
#[derive(Debug)]
pub struct Reader {
    /// The contents of the object.
    pub form: Form,
    /// The number of items that are read, at most.
    pub max_items: Option<u32>,
}

/// The contents of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Rows of values, which are texts.
    Csv,
    /// A JSON array.
    Json,
    /// A JSON value a line.
    JsonLines,
    /// No contents: the items are the objects whose keys begin with the second value of the tuple.
    Listing,
}

/// A rule of a Choice.
#[derive(Debug)]
pub struct Rule {
    /// The condition that must hold.
    pub test: Test,
    /// The block that it leads to.
    pub next: usize,
}

/// The test of a rule.
#[derive(Debug)]
pub enum Test {
    /// A condition.
    When(Expr),
    /// The value fits the pattern, and the guard holds (it may use what the pattern binds).
    Fits(Expr, Pattern, Option<Expr>),
}

/// A pattern; `rust` names are as written, the last segment of a path only.
#[derive(Debug)]
pub enum Pattern {
    /// `_` and `..`
    Any,
    /// `name`, `name @ pattern`: by the index of the variable.
    Bind(usize, Option<&'static Pattern>),
    /// `name`, for a binding inside an expression: by its name.
    Local(&'static str, Option<&'static Pattern>),
    /// A literal.
    Literal(Literal),
    /// `a..=b`, `a..b`, `..=b`: bounds, and whether the end is included.
    Range(Option<Literal>, Option<Literal>, bool),
    /// `a | b`
    Or(&'static [Pattern]),
    /// `(a, b)`
    Tuple(&'static [Pattern]),
    /// `[a, rest @ .., b]`: the items before the rest, the rest, if there is one, and the items behind it.
    List(&'static [Pattern], Option<&'static Pattern>, &'static [Pattern]),
    /// `Some(a)`, `Enum::Variant(a, b)`, `Wrapper(a)`.
    TupleStruct(&'static str, &'static [Pattern]),
    /// `Enum::Variant { field: a, .. }`, `Point { x, y }`.
    Struct(&'static str, &'static [(&'static str, Pattern)]),
    /// `None`, `Enum::Variant`: a path without fields.
    Path(&'static str),
}

/// A literal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Literal {
    /// `()`
    Unit,
    /// `true`
    Bool(bool),
    /// `5`, `-5`
    Integer(i64),
    /// `5_u8`: with the smallest and the largest value of its type, within ±(2^53 − 1).
    Sized(i64, i64, i64),
    /// `1.5`
    Float(f64),
    /// `'c'`
    Char(char),
    /// `"text"`
    Str(&'static str),
    /// In a pattern: a constant, or a variant that looks like one; by its path in [`Types::paths`].
    Constant(&'static str),
}

/// An expression without effect.
#[derive(Debug)]
pub enum Expr {
    /// A variable.
    Var(usize),
    /// A name bound inside the expression: a closure's parameter, an inner `let`, a pattern of an inner `match`.
    Local(&'static str),
    /// The result of the state.
    Result,
    /// The failure that a catcher took. The probe knows the error type.
    Caught(ProbeId),
    /// The value of the branch that won the race whose catcher this is: [`Expr::Carried`], read back. The probe knows its
    /// type.
    Won(ProbeId),
    /// The value with which a branch wins a race, as the text that its Fail state has as a cause.
    Carried(&'static Expr),
    /// A literal.
    Literal(Literal),
    /// A constant (`LIMIT`, `config::LIMIT`), by its index in [`Types::constants`]; the probe knows its type.
    Constant(usize, ProbeId),
    /// A field of the context object: `Execution.Id`. Text.
    Context(&'static str),
    /// A value drawn once: the whole value of a `let` or an assignment.
    Draw(Draw),
    /// `base.field`, `base.0`
    Field(&'static Expr, &'static str),
    /// `base[index]`
    Index(&'static Expr, &'static Expr),
    /// `list[index]` where the index is known to be in the list: the item of a `for` loop.
    Item(&'static Expr, &'static Expr),
    /// `index + 1` where it is known to stay in range: the counter of a `for` loop.
    Next(&'static Expr),
    /// A counter, this many numbers further on.
    Further(&'static Expr, u32),
    /// One number back.
    Previous(&'static Expr),
    /// `-a`, `!a`. The probe, where there is one, knows the type.
    Unary(Unary, &'static Expr, Option<ProbeId>),
    /// `a + b`. The probe knows the type of the left side (for arithmetic: also of the result).
    ///
    /// Comparisons, `&&` and `||` have no probe: the type is then that of the operands.
    Binary(Binary, &'static Expr, &'static Expr, Option<ProbeId>),
    /// `a as T`; the probe knows `T`.
    Cast(&'static Expr, ProbeId),
    /// `if condition { then } else { otherwise }`
    If(&'static Expr, &'static Expr, &'static Expr),
    /// `match on { .. }`; the last arm is taken if no other is.
    Match(&'static Expr, &'static [Arm]),
    /// `{ let pattern = value; .. tail }`
    Block(&'static [(Pattern, Expr)], &'static Expr),
    /// `receiver.method(arguments)`. The probe, where there is one, knows the type of the value.
    Method(&'static Expr, &'static str, &'static [Expr], Option<ProbeId>),
    /// A name bound inside the expression, after a change of it or of a field in it: by a method, or by the value that is
    /// assigned where that is empty.
    Changed(&'static str, &'static [&'static str], &'static str, &'static [Expr]),
    /// `|a, b| body`
    Closure(&'static [Pattern], &'static Expr),
    /// `String::new()`, `Vec::new()`, `Failure::new(..)`: the last two segments of the path. The probe, where there is one,
    /// knows the type of the value.
    Call(&'static str, &'static [Expr], Option<ProbeId>),
    /// `price(a, b)`: a function of expressions, written out where it is called.
    Pure(&'static Twin, &'static [Expr]),
    /// `order.total(a)`: a method of the user's own, by its index in [`Types::methods`], and its receiver with what else it
    /// is given.
    Own(usize, &'static [Expr]),
    /// `Some(x)`, `Enum::Variant(a, b)`, `Wrapper(a)`, and without arguments `None`, `Enum::Variant`. The probe, where there
    /// is one, knows the type of the value.
    Construct(&'static str, &'static [Expr], Option<ProbeId>),
    /// `Point { x, y, ..base }`, `Enum::Variant { x }`. The probe knows the value's type.
    Struct(&'static str, &'static [(&'static str, Expr)], Option<&'static Expr>, ProbeId),
    /// `(a, b)`
    Tuple(&'static [Expr]),
    /// `vec![a, b]`, `[a, b]`
    List(&'static [Expr]),
    /// `vec![a; n]`
    Repeat(&'static Expr, &'static Expr),
    /// `a..b`, `a..=b`
    Range(&'static Expr, &'static Expr, bool),
    /// `format!("{a}-{b:05}")`
    Format(&'static [Piece]),
}

/// A parameter of a [`Twin`]: its name, and its type.
pub type Parameter = (&'static str, fn() -> Schema);

/// A `#[pure]` function as data.
#[derive(Debug)]
pub struct Twin {
    /// Its name.
    pub name: &'static str,
    /// Its parameters, by their names in the body: [`Expr::Local`].
    pub parameters: &'static [Parameter],
    /// Its value.
    pub body: Expr,
    /// The type of its value.
    pub output: fn() -> Schema,
    /// The types that the probes of its body know.
    pub types: fn() -> Types,
}

/// A function that may be called in an expression of a workflow, under its name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not awaited",
    label = "`.await` is missing behind this call",
    note = "a call of a task or of a workflow does nothing until it is awaited: `{Self}(..).await?`"
)]
pub trait Pure: 'static {
    /// The type of [`Pure::NATIVE`].
    type Native;
    /// The function, with the arithmetic of workflows.
    const NATIVE: Self::Native;
    /// The function as data. One that calls itself has none: rustc says so.
    const TWIN: &'static Twin;
}

/// Time and chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draw {
    /// `uuid()`: text.
    Uuid,
    /// `random()`: a float from 0 to less than 1.
    Random,
    /// `now()`: text, in RFC 3339.
    Now,
}

/// An arm of a `match` without effect.
#[derive(Debug)]
pub struct Arm {
    /// The pattern that must fit.
    pub pattern: Pattern,
    /// The guard that must hold besides.
    pub guard: Option<Expr>,
    /// The value.
    pub value: Expr,
}

/// A piece of a format string.
#[derive(Debug)]
pub enum Piece {
    /// Text, with `{{` already read as `{`.
    Text(&'static str),
    /// `{}`: a value, with what stands after the colon (empty, `x`, `b`, `o`, `05`, `*>8`).
    Value(Expr, &'static str),
}

/// `-` and `!`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unary {
    /// `-a`
    Negate,
    /// `!a`
    Not,
}

/// The binary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// `+` of numbers, and of strings
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Remainder,
    /// `&&`
    And,
    /// `||`
    Or,
    /// `&` of `bool`: the right side is evaluated, whatever the left one is.
    BothAnd,
    /// `|` of `bool`: the right side is evaluated, whatever the left one is.
    BothOr,
    /// `^` of `bool`
    Xor,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}
