//! The control-flow graph of a workflow: plain data, made by `lower`, read by all passes after it.
//!
//! Straight code stands in blocks, between states. Shape and names depend on syntax alone.

use super::called::Called;
use super::ex::Ex;
use proc_macro2::Span;
use syn::{Expr, Ident, Pat, Path, Type};

pub type VarId = usize;
pub type BlockId = usize;
pub type StateId = usize;
pub type ScopeId = usize;
pub type ProbeId = usize;

/// A whole workflow.
#[derive(Default)]
pub struct Graph {
    pub vars: Vec<Var>,
    pub blocks: Vec<Block>,
    pub states: Vec<State>,
    pub scopes: Vec<Scope>,
    /// The probes by which the exporter learns types from rustc.
    pub probes: Vec<Probe>,
    /// The names of the parameters, as they stand in the input.
    pub parameters: Vec<String>,
    /// The heads of loops over ranges: the variable that counts, and the most turns, if syntax tells.
    pub counters: Vec<(StateId, VarId, Option<u64>)>,
    /// The variables that hold where such a loop stops.
    pub limits: Vec<VarId>,
    /// The variables that keep the value of what the code borrows.
    pub lent: Vec<(VarId, Lent)>,
    /// Paths to constants, as the user wrote them.
    pub constants: Vec<Expr>,
    /// Tasks and pure functions.
    pub called: Called,
    /// The calls of methods of the user's own, by their probes.
    pub methods: Vec<ProbeId>,
    /// The seconds that an execution may take.
    pub timeout: Option<u32>,
}

/// The way in which a type is learnt.
pub enum Probe {
    /// By inference, from the expression at this place.
    Infer(Span),
    /// The same, with the value of the type's `Default`.
    Default(Span),
    /// The error of a task.
    ErrorOf(Path),
    /// An error enum, under its path.
    Error(Path),
    /// `Failure`.
    Failure,
    /// `usize`: the index of a `for` loop.
    Index,
    /// The type that has a method, by the number of its name: by inference, from what it is called on.
    Own(u64),
}

/// The workflow, a branch or an item.
pub struct Scope {
    pub parent: Option<(ScopeId, StateId)>,
    pub start: BlockId,
    /// The variable of an item, bound at the start.
    pub item: Option<VarId>,
    /// Of an execution of a distributed Map: the variables of its input, bound at the start. First the item, then
    /// what it captures.
    pub inputs: Vec<VarId>,
    /// True if the code says what it would end with: `Err::<(), _>(..)`.
    pub typed: bool,
    /// Of a branch: its code up to the first call, as text.
    pub begins: Option<String>,
    /// Of a branch of `race!`: its position. Its value ends the race.
    pub wins: Option<usize>,
}

impl Scope {
    pub fn new(parent: Option<(ScopeId, StateId)>, start: BlockId) -> Self {
        Scope { parent, start, item: None, inputs: vec![], typed: false, begins: None, wins: None }
    }

    /// True if a variable is bound by the start.
    pub fn binds(&self, var: VarId) -> bool {
        self.item == Some(var) || self.inputs.contains(&var)
    }
}

/// A variable, under a name that is unique in the function.
pub struct Var {
    pub ident: Ident,
    /// The name that the document gives it if it can: the user gave it no name.
    pub wish: Option<String>,
    pub scope: ScopeId,
    pub mutable: bool,
    /// Its type, where it stands in the syntax and names all of it.
    pub ty: Option<Type>,
    /// Its type as it was written, `Vec<_>` included.
    pub written: Option<Type>,
    pub kind: VarKind,
    pub probe: ProbeId,
    /// The number of statements that define or change it.
    pub writes: usize,
}

/// The form in which the code sees a value that a variable keeps for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lent {
    /// `&T`, kept as a `T`.
    Value,
    /// `Option<&T>`, kept as an `Option<T>`.
    Option,
    /// `&str`, kept as a `String`.
    Text,
    /// `Option<&str>`, kept as an `Option<String>`.
    OptionalText,
    /// `&[T]`, kept as a `Vec<T>`.
    Slice,
}

#[derive(Clone, PartialEq)]
pub enum VarKind {
    /// A parameter of the function.
    Parameter,
    /// The item of a Map.
    Item,
    /// A part of the input of an execution of a distributed Map: the item, or what it captures, a variable outside.
    Input { of: Option<VarId> },
    /// Bound by the code.
    Local,
    /// The list of a `for` loop, natively an iterator; in the document a list and an index.
    /// A list of pairs may be a map, which the document makes a list of.
    Each { list: VarId, index: VarId, pairs: bool },
    /// In the document only: belongs to the `for` loop's iterator.
    Shadow { of: VarId },
}

/// Straight code.
pub struct Block {
    pub scope: ScopeId,
    pub code: Vec<Stmt>,
    /// Evaluated in the phase of the state it leads to: part of that state's own expressions.
    pub late: Vec<Stmt>,
    /// Nothing precedes this block whose phase could hold its code: the document inlines the code in the
    /// state it leads to, and assigns what is needed later when it leaves that state.
    pub deferred: bool,
    pub end: End,
    /// The position of its end among the states.
    pub order: usize,
}

pub enum End {
    Goto(BlockId),
    /// Into a state.
    Enter(StateId),
    /// `Ok(value)` at the end of the scope.
    Return(Ex),
    /// After a race that nobody won: a branch that wins fails, and is caught.
    Raced,
    /// Not written yet.
    Open,
    /// Nothing leads here.
    Unreachable,
}

/// A statement between states.
#[derive(Clone)]
pub enum Stmt {
    /// `let pattern: type = value;`. Where it is `bound`, the pattern of a native `match` has bound it already.
    Let { pat: Pat, binds: Vec<VarId>, ty: Option<Type>, value: Ex, bound: bool },
    /// `place = value;` `place op= value;`
    Assign { place: Ex, op: Option<syn::BinOp>, value: Ex },
    /// `place.push(..);`
    Mutate { place: Ex, method: Ident, args: Vec<Ex> },
    /// Evaluated, its value dropped.
    Drop(Ex),
    /// The iterator of a `for` loop takes its next item (its Choice has seen that there is one).
    Take { each: VarId, pat: Pat, binds: Vec<VarId> },
    /// The document assigns the variable here; natively it holds the value already.
    /// The variables are those that the document does assign: they must be whole here.
    Late(Box<Stmt>, Vec<VarId>),
}

pub struct State {
    pub name: String,
    pub scope: ScopeId,
    pub span: Span,
    pub kind: Kind,
    /// Its position in the code.
    pub order: usize,
    /// The digest of its call, if its name is made of the code; 0: there is none.
    pub code: u32,
}

pub enum Kind {
    Task(Task),
    Choice(Choice),
    Pass { next: BlockId },
    Wait { until: Until, next: BlockId },
    Fork(Fork),
    Succeed { value: Ex },
    Fail { failure: FailValue },
}

/// The end of a Wait.
pub enum Until {
    /// After a `Duration`.
    After(Ex),
    /// At a point in time, which is text.
    At(Ex),
}

impl Until {
    pub fn ex(&self) -> &Ex {
        match self {
            Until::After(ex) | Until::At(ex) => ex,
        }
    }
}

pub struct Task {
    pub path: Path,
    pub paren: syn::token::Paren,
    pub args: Vec<Ex>,
    pub retry: Vec<Expr>,
    pub timeout: Option<Expr>,
    pub heartbeat: Option<Expr>,
    pub outcome: Outcome,
    /// It goes on in place of this execution: `continue_as(..)`.
    pub continues: bool,
}

/// The blocks to which an effect leads.
pub struct Outcome {
    /// The block after success: `Ex::Result` is what came out.
    pub ok: BlockId,
    pub catch: Vec<Catch>,
}

/// An arm of the user's `match` for failures.
pub struct Catch {
    /// The pattern inside `Err(..)`, and its alternatives, one for each catcher.
    pub pat: Pat,
    pub names: Vec<CatchName>,
    pub binds: Vec<VarId>,
    /// The variable that takes the failure as it came, beside what the pattern of a variant binds.
    pub whole: Option<VarId>,
    pub block: BlockId,
}

pub enum CatchName {
    /// `Enum::Variant`
    Variant(Path),
    /// A branch of the race has won: its position.
    Won(usize),
    /// Whatever is left of the task's errors.
    Rest,
    /// Every failure: the state stands in a block that handles it.
    All,
}

pub struct Choice {
    pub rules: Vec<Rule>,
    pub default: BlockId,
    /// The list of rules, as Rust writes it.
    pub form: Form,
}

pub struct Rule {
    pub test: Test,
    pub next: BlockId,
}

pub enum Test {
    When(Ex),
    Fits(Pat, Option<Ex>),
    /// A `for` loop's iterator has an item.
    HasNext,
}

/// The form in which the native machine writes the choice.
pub enum Form {
    If,
    /// With the scrutinee; the default's pattern, if it has one, and what it binds.
    Match {
        on: Ex,
        default: Pat,
    },
    /// The iterator.
    For {
        each: VarId,
    },
}

pub struct Fork {
    pub kind: ForkKind,
    pub retry: Vec<Expr>,
    pub outcome: Outcome,
}

pub enum ForkKind {
    Parallel { branches: Vec<ScopeId> },
    Map { list: Ex, item: ScopeId, width: u32, distribution: Option<Distribution> },
}

/// A Map whose items are executions of their own.
pub struct Distribution {
    /// The outer values that they read: a variable of theirs, and its value.
    pub captures: Vec<(VarId, Ex)>,
    pub tolerated_count: Option<u64>,
    pub tolerated_percentage: Option<f64>,
    /// True if the executions are EXPRESS ones.
    pub express: bool,
    /// The reader of an object: the list is then a tuple of the bucket and the key.
    pub reader: Option<Reader>,
    /// The number of items that are put together.
    pub batch: Option<u32>,
    /// The bucket that results are written to, and what the keys there begin with.
    pub writer: Option<(Ex, Ex)>,
}

/// `read_csv::<Row>(bucket, key).max_items(10)`
pub struct Reader {
    pub path: syn::ExprPath,
    /// The form of the object's content, as the program names it.
    pub form: &'static str,
    pub max_items: Option<u32>,
}

impl Distribution {
    /// Returns what the state evaluates for it, besides the items.
    pub fn exprs(&self) -> impl Iterator<Item = &Ex> {
        let to = self.writer.iter().flat_map(|(bucket, prefix)| [bucket, prefix]);
        self.captures.iter().map(|(_, value)| value).chain(to)
    }
}

/// The error and the cause of a Fail state.
pub enum FailValue {
    /// `Failure::new(error, cause)`
    New(Box<Ex>, Box<Ex>),
    /// A failure, or a caught error that becomes one.
    Caught(Ex),
    /// The value of a branch that wins its race: the branch, and its position.
    Won { scope: ScopeId, position: usize, value: Box<Ex> },
}

impl Graph {
    /// Adds a probe for the type of the expression at this place.
    pub fn probe(&mut self, span: Span) -> ProbeId {
        self.add_probe(Probe::Infer(span))
    }

    /// Adds a call of a method of the user's own, by the number of its name.
    pub fn method(&mut self, name: u64) -> usize {
        let probe = self.add_probe(Probe::Own(name));
        self.methods.push(probe);
        self.methods.len() - 1
    }

    /// Adds a probe for the type of a default.
    pub fn default_probe(&mut self, span: Span) -> ProbeId {
        self.add_probe(Probe::Default(span))
    }

    pub fn add_probe(&mut self, probe: Probe) -> ProbeId {
        self.probes.push(probe);
        self.probes.len() - 1
    }

    /// True in the EXPRESS executions of a Map.
    pub fn is_express(&self, scope: ScopeId) -> bool {
        let around =
            std::iter::successors(Some(scope), |scope| Some(self.scopes[*scope].parent?.0));
        let mut forks = around.filter_map(|scope| self.scopes[scope].parent);
        forks.any(|(_, fork)| match &self.states[fork].kind {
            Kind::Fork(Fork { kind: ForkKind::Map { distribution: Some(it), .. }, .. }) => {
                it.express
            }
            _ => false,
        })
    }

    /// Returns what a part of the input of an execution of a distributed Map is called there: as the variable that it
    /// is the value of.
    pub fn input_name(&self, var: VarId, of: Option<VarId>) -> String {
        crate::ident::text(&self.vars[of.unwrap_or(var)].ident)
    }

    pub fn block(&mut self, scope: ScopeId) -> BlockId {
        self.blocks.push(Block {
            scope,
            code: vec![],
            late: vec![],
            deferred: false,
            end: End::Open,
            order: 0,
        });
        self.blocks.len() - 1
    }

    /// The blocks that a state leads to, in its own scope.
    pub fn next(&self, state: StateId) -> Vec<BlockId> {
        match &self.states[state].kind {
            Kind::Task(Task { outcome, .. }) | Kind::Fork(Fork { outcome, .. }) => {
                let catch = outcome.catch.iter().map(|catch| catch.block);
                std::iter::once(outcome.ok).chain(catch).collect()
            }
            Kind::Choice(choice) => {
                let rules = choice.rules.iter().map(|rule| rule.next);
                rules.chain([choice.default]).collect()
            }
            Kind::Pass { next } | Kind::Wait { next, .. } => vec![*next],
            Kind::Succeed { .. } | Kind::Fail { .. } => vec![],
        }
    }

    /// The scopes that a state forks into.
    pub fn children(&self, state: StateId) -> Vec<ScopeId> {
        match &self.states[state].kind {
            Kind::Fork(Fork { kind: ForkKind::Parallel { branches }, .. }) => branches.clone(),
            Kind::Fork(Fork { kind: ForkKind::Map { item, .. }, .. }) => vec![*item],
            _ => vec![],
        }
    }

    /// The blocks that a block leads to, through its state if it enters one.
    pub fn successors(&self, block: BlockId) -> Vec<BlockId> {
        match &self.blocks[block].end {
            End::Goto(next) => vec![*next],
            End::Enter(state) => self.next(*state),
            _ => vec![],
        }
    }

    /// Blocks in the order that a fix-point goes through them from the end: what a block leads to comes before it.
    pub fn last_first(&self) -> Vec<BlockId> {
        let mut seen = vec![false; self.blocks.len()];
        let mut order = Vec::with_capacity(self.blocks.len());
        for root in 0..self.blocks.len() {
            let mut todo = vec![(root, false)];
            while let Some((block, left)) = todo.pop() {
                if left {
                    order.push(block);
                } else if !std::mem::replace(&mut seen[block], true) {
                    todo.push((block, true));
                    todo.extend(self.beyond(block).into_iter().map(|next| (next, false)));
                }
            }
        }
        order
    }

    /// The blocks that a block leads to, those of its children first.
    fn beyond(&self, block: BlockId) -> Vec<BlockId> {
        let children = match self.blocks[block].end {
            End::Enter(state) => self.children(state),
            _ => vec![],
        };
        let starts = children.into_iter().map(|child| self.scopes[child].start);
        starts.chain(self.successors(block)).collect()
    }

    /// The state or end that straight code leads to at last.
    pub fn target(&self, mut block: BlockId) -> &End {
        for _ in 0..=self.blocks.len() {
            match &self.blocks[block].end {
                End::Goto(next) => block = *next,
                end => return end,
            }
        }
        &End::Unreachable
    }

    /// Returns how many scopes are around a scope.
    pub fn depth(&self, scope: ScopeId) -> isize {
        self.scopes[scope].parent.map_or(0, |(parent, _)| 1 + self.depth(parent))
    }

    /// True if a scope is another one or inside it.
    pub fn within(&self, mut scope: ScopeId, outer: ScopeId) -> bool {
        loop {
            if scope == outer {
                return true;
            }
            match self.scopes[scope].parent {
                Some((parent, _)) => scope = parent,
                None => return false,
            }
        }
    }
}
