//! From the function to the graph: statements in order, control flow to blocks and states.

mod alternatives;
mod asked;
mod assign;
mod at_once;
mod attempt;
pub mod block;
pub mod borrowed;
mod branch;
mod call;
mod catch;
mod counted;
mod distributed;
mod entry;
mod folded;
mod fork;
mod guarded;
mod handler;
mod hoist;
mod inline;
mod item;
mod late;
mod loops;
mod modified;
mod onward;
pub mod outcome;
mod pauses;
mod race;
mod side;
mod taken;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tells;
pub mod tried;
pub mod typed;
mod undo;
pub mod value;
mod variables;

use super::advice;
use super::env::{Binding, Env};
use super::ex::{Callee, Ex, ExKind};
use super::model::{
    BlockId, End, Graph, Kind, Scope, ScopeId, State, StateId, Stmt, VarId, VarKind,
};
use super::names::Names;
use super::resolve::{Resolver, typed};
use super::steps::Steps;
use crate::errors::Errors;
pub use assign::base;
pub use assign::{is_compound, mutates};
pub use entry::{changed as changed_entry, is as changes_entry, opened as opened_entry};
use inline::Inlined;
pub use item::changed_item;
use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, Pat, Type};
pub use taken::taken_first;
pub use variables::plain;
use variables::{hint, nameable};

/// The destination of the value of an expression.
#[derive(Clone, Copy)]
pub enum Dest {
    Drop,
    Var(VarId),
    /// The end of the scope: `Ok(..)` or `Err(..)`.
    Return,
}

/// A loop that `break` and `continue` may speak of, or a block that has a label.
struct Loop {
    label: Option<String>,
    /// The block of the next turn, if it is a loop.
    head: Option<BlockId>,
    after: BlockId,
    /// The destination of the value of `break value`.
    dest: Dest,
    left: bool,
}

pub struct Lower<'a> {
    pub graph: Graph,
    pub errors: &'a mut Errors,
    env: Env,
    names: Names,
    /// The block being written; `None` after `return`, `break` and the like.
    here: Option<BlockId>,
    scope: ScopeId,
    loops: Vec<Loop>,
    /// The future name of the value that is being made: names states.
    hint: Option<String>,
    /// The state whose failure is being handled: names Fail states.
    failing: Option<String>,
    /// The functions that are written out where they are called.
    steps: Vec<Steps>,
    /// Those that are being written out, and blocks that handle what fails in them.
    inlined: Vec<Inlined>,
    /// The error of the function's own, if it names one.
    own: Option<Type>,
    /// Variables that were declared without a value.
    late: Vec<VarId>,
    /// The help for a bare value that ends the scope.
    ending: Option<String>,
    /// The block to come is the body of a scope: an undo in it is registered for the rest of it.
    undoable: bool,
    /// The variable that the value of steps is bound to.
    target: Option<VarId>,
    /// Variables that hold the number in a `Duration`, and the function that makes it one.
    pauses: Vec<(VarId, syn::ExprPath)>,
}

/// The graph of a function.
pub fn lower(function: &syn::ItemFn, steps: Vec<Steps>, errors: &mut Errors) -> (Graph, Names) {
    let mut function = written_out(function, errors);
    // They stand beside the machine.
    super::inputs::constants(&mut function.block);
    let function = &function;
    let steps = steps.into_iter();
    let steps =
        steps.map(|of| Steps { function: written_out(&of.function, errors), ..of }).collect();
    let mut lower = Lower {
        graph: Graph::default(),
        errors,
        env: Env::new(function.to_token_stream()),
        names: Names::default(),
        here: None,
        scope: 0,
        loops: vec![],
        hint: None,
        failing: None,
        steps,
        inlined: vec![],
        late: vec![],
        ending: None,
        own: super::signature::own_error(&function.sig.output).cloned(),
        undoable: false,
        target: None,
        pauses: vec![],
    };
    lower.env.declare(function);
    lower.names.reserve(function.block.to_token_stream(), "");
    let start = lower.graph.block(0);
    lower.graph.scopes.push(Scope::new(None, start));
    lower.here = Some(start);
    function.sig.inputs.iter().for_each(|input| lower.parameter(input));
    lower.undoable = true;
    lower.block(&function.block, Dest::Return);
    lower.check_late();
    (lower.graph, lower.names)
}

/// A function without borrows that are used up before it waits, without methods on results, and without loops that
/// return from turns that only compute.
fn written_out(function: &syn::ItemFn, errors: &mut Errors) -> syn::ItemFn {
    let mut function = outcome::written_out(function);
    super::labelled::written_out(&mut function.block);
    super::aliases::written_out(&mut function.block, errors);
    super::left::in_workflow(&function)
}

impl Lower<'_> {
    pub fn resolver(&mut self) -> Resolver<'_> {
        Resolver { graph: &mut self.graph, env: &mut self.env, errors: self.errors }
    }

    fn push(&mut self, stmt: Stmt) {
        if let Some(here) = self.here {
            self.graph.blocks[here].code.push(stmt);
        }
    }

    /// Ends the block being written.
    fn end(&mut self, end: End) {
        if let Some(here) = self.here.take() {
            let block = &mut self.graph.blocks[here];
            (block.end, block.order) = (end, 2 * self.graph.states.len());
        }
    }

    fn finish(&mut self, value: Ex, dest: Dest) {
        match dest {
            Dest::Drop if matches!(value.kind, ExKind::Unit) => {}
            Dest::Drop => {
                if value.may_fault() {
                    self.unused(&value, "bind it with `let`, or remove it");
                }
                self.push(Stmt::Drop(value));
            }
            Dest::Var(var) => self.set(var, value),
            // What has a mistake has no value.
            Dest::Return if matches!(value.kind, ExKind::Unit) && !self.errors.is_empty() => {
                self.errors.echo();
                self.end(End::Unreachable);
            }
            Dest::Return => {
                let help = match &value.kind {
                    ExKind::Pure { path, of: Callee::Path | Callee::Type(_), .. } => {
                        advice::ended(path)
                    }
                    _ => self.ending.take().unwrap_or_else(|| "write `Ok(value)`".to_owned()),
                };
                self.errors.span(
                    value.span,
                    "a workflow, branch or item ends with `Ok(..)` or `Err(..)`",
                    help,
                );
                self.errors.echo();
                self.end(End::Unreachable);
            }
        }
    }

    /// A new state, entered by the block being written. Its kind is filled in by the caller.
    fn enter(&mut self, name: &str, span: Span, kind: Kind) -> StateId {
        let name = self.unique(name);
        self.enter_as(name, span, kind)
    }

    /// A name that no other state has.
    fn unique(&mut self, name: &str) -> String {
        self.names.state(&format!("{}{name}", self.prefix()))
    }

    /// Like [`Lower::enter`], under a name that is unique.
    fn enter_as(&mut self, name: String, span: Span, kind: Kind) -> StateId {
        let state = self.graph.states.len();
        // The block stands before its state.
        self.end(End::Enter(state));
        let order = 2 * state + 1;
        self.graph.states.push(State { name, scope: self.scope, span, kind, order, code: 0 });
        state
    }

    /// Statements, then the value.
    fn block(&mut self, block: &syn::Block, dest: Dest) {
        self.env.push();
        let undoable = std::mem::take(&mut self.undoable);
        let (mut ended, mut undos) = (false, vec![]);
        for (index, stmt) in block.stmts.iter().enumerate() {
            if self.here.is_none() {
                break;
            }
            let last = index + 1 == block.stmts.len();
            match stmt {
                stmt if undoable && self.compensates(stmt, &mut undos) => {}
                syn::Stmt::Expr(expr, None) if last => {
                    self.into(expr, dest);
                    ended = true;
                }
                syn::Stmt::Macro(stmt) if last && stmt.semi_token.is_none() => {
                    self.into(&macro_value(stmt), dest);
                    ended = true;
                }
                stmt => self.stmt(stmt),
            }
        }
        if !ended && self.here.is_some() {
            let span = block.brace_token.span.close();
            match dest {
                Dest::Return => {
                    self.errors.span(span, "the body ends without a value", "end with `Ok(..)`");
                    self.errors.echo();
                }
                dest => self.finish(Ex::new(ExKind::Unit, span), dest),
            }
        }
        self.run_undos(undos);
        self.env.pop();
    }

    fn stmt(&mut self, stmt: &syn::Stmt) {
        match stmt {
            syn::Stmt::Local(local) => self.local(local),
            stmt if is_empty(stmt) => {}
            syn::Stmt::Expr(expr, _) => self.into(expr, Dest::Drop),
            syn::Stmt::Macro(stmt) => self.into(&macro_value(stmt), Dest::Drop),
            syn::Stmt::Item(item) => self.errors.at(
                item,
                "a function or type cannot be declared in a workflow",
                "move it out of the function",
            ),
        }
    }

    fn local(&mut self, local: &syn::Local) {
        let Some(init) = &local.init else { return self.declared(&local.pat) };
        if let Some((_, otherwise)) = &init.diverge {
            return self.let_else(local, &init.expr, otherwise);
        }
        let (pat, ty) = typed(&local.pat);
        self.hint = hint(pat);
        if let Some(handled) = block::handled(&init.expr) {
            let init = syn::LocalInit { expr: Box::new(handled), ..init.clone() };
            return self.local(&syn::Local { init: Some(init), ..local.clone() });
        }
        if let (Pat::Ident(name), Expr::Closure(closure)) = (pat, &*init.expr)
            && closure.asyncness.is_none()
        {
            return self.resolver().bind_function(name, closure);
        }
        if let Expr::Async(block) = &*init.expr {
            return self.errors.at(
                block.async_token,
                "a future cannot be kept in a variable",
                "write it inside `join!(..)`",
            );
        }
        if let Expr::Try(attempt) = &*init.expr
            && let Some(tried) = self.trying(&attempt.expr)
        {
            self.tried_let(&tried, pat, ty, attempt.span());
        } else if self.pause_let(pat, &init.expr) || self.taken_let(pat, ty, &init.expr) {
            // It is bound.
        } else if let Pat::Ident(ident) = pat
            && self.branches(&init.expr)
        {
            let var =
                self.var(&ident.ident, VarKind::Local, ty.cloned(), ident.mutability.is_some());
            self.into(&init.expr, Dest::Var(var));
            self.env.bind(&ident.ident, Binding::Var(var));
        } else if let (Pat::Ident(ident), Expr::Try(attempt)) = (pat, &*init.expr)
            && let Expr::Await(call) = &*attempt.expr
            && self.is_steps(&call.base)
        {
            let var =
                self.var(&ident.ident, VarKind::Local, ty.cloned(), ident.mutability.is_some());
            self.target = Some(var);
            self.inline(&call.base);
            self.env.bind(&ident.ident, Binding::Var(var));
        } else if let (Pat::Ident(_), Some(value)) = (pat, Self::draw(&init.expr)) {
            self.bind_let(pat, ty.cloned(), value);
        } else if let Some(value) = self.direct(&init.expr) {
            self.bind_let(pat, ty.cloned(), value);
        }
        self.hint = None;
    }

    /// Evaluates an expression for its value or its effect.
    pub fn into(&mut self, expr: &Expr, dest: Dest) {
        if let Some(handled) = block::handled(expr) {
            return self.into(&handled, dest);
        }
        if matches!(dest, Dest::Drop) && self.entry(expr) {
            return;
        }
        if matches!(dest, Dest::Drop)
            && let Some(stmts) = changed_item(expr)
        {
            return self.block(&syn::Block { brace_token: Default::default(), stmts }, dest);
        }
        match expr {
            Expr::Paren(paren) => self.into(&paren.expr, dest),
            Expr::Group(group) => self.into(&group.expr, dest),
            Expr::Block(block) => self.labelled_block(block, dest),
            Expr::If(branch) if self.controls(expr, dest) => self.branch(branch, dest),
            Expr::Match(choice) if self.controls(expr, dest) => self.choice(choice, dest),
            Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_) => self.any_loop(expr, dest),
            Expr::Break(leave) => self.leave(leave),
            Expr::Continue(next) => self.next_turn(next),
            Expr::Return(back) => self.give_back(back),
            Expr::Assign(assign) => self.assign(&assign.left, None, &assign.right),
            Expr::Binary(binary) if is_compound(&binary.op) => {
                self.assign(&binary.left, Some(binary.op), &binary.right)
            }
            Expr::MethodCall(call) if matches!(dest, Dest::Drop) && mutates(call) => {
                self.mutate(call)
            }
            expr if matches!(dest, Dest::Return) => self.result(expr),
            expr => {
                let drawn = Self::draw(expr).filter(|_| matches!(dest, Dest::Var(_)));
                if let Some(value) = drawn.or_else(|| self.direct(expr)) {
                    self.finish(value, dest);
                }
            }
        }
    }

    fn labelled_block(&mut self, block: &syn::ExprBlock, dest: Dest) {
        let Some(label) = &block.label else { return self.block(&block.block, dest) };
        let after = self.graph.block(self.scope);
        let label = Some(label.name.ident.to_string());
        self.loops.push(Loop { label, head: None, after, dest, left: false });
        self.block(&block.block, dest);
        let left = self.loops.pop().is_some_and(|block| block.left);
        let reached = left || self.here.is_some();
        self.end(End::Goto(after));
        self.here = reached.then_some(after);
        if !reached {
            self.graph.blocks[after].end = End::Unreachable;
        }
    }

    /// True if control flow must become states: it has effects, or it ends the scope.
    fn controls(&self, expr: &Expr, dest: Dest) -> bool {
        matches!(dest, Dest::Return) || value::effectful(expr)
    }

    /// True if an expression with effects gives its value on several ways.
    fn branches(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::If(_) | Expr::Match(_) | Expr::Block(_) | Expr::Loop(_))
            && value::effectful(expr)
    }

    fn give_back(&mut self, back: &syn::ExprReturn) {
        match &back.expr {
            Some(value) => self.into(value, Dest::Return),
            None => {
                self.errors.at(back, "`return` without a value", "write `return Ok(..);`");
                self.errors.echo();
            }
        }
    }
}

/// A place whose name nothing has declared: rustc says so.
fn unknown(place: &Ex) -> bool {
    match &place.kind {
        ExKind::Local(_) => true,
        ExKind::Field(base, _) | ExKind::Paren(base) => unknown(base),
        _ => false,
    }
}

/// A lone `;`.
pub fn is_empty(stmt: &syn::Stmt) -> bool {
    matches!(stmt, syn::Stmt::Expr(Expr::Verbatim(tokens), _) if tokens.is_empty())
}

fn macro_value(stmt: &syn::StmtMacro) -> Expr {
    Expr::Macro(syn::ExprMacro { attrs: vec![], mac: stmt.mac.clone() })
}

/// The span of an expression, for a state.
fn at(tokens: &impl Spanned) -> Span {
    tokens.span()
}
