//! From the function to the graph: statements in order, control flow to blocks and states.

pub mod block;
pub mod borrowed;
mod branch;
mod call;
mod catch;
mod counted;
mod distributed;
mod fork;
mod function;
mod inline;
mod late;
mod loops;
mod onward;
pub mod outcome;
mod race;
mod taken;
pub mod tried;
pub mod typed;
mod undo;
pub mod value;

use super::advice;
use super::env::{Binding, Env};
use super::ex::{Ex, ExKind};
use super::model::{
    BlockId, End, Graph, Kind, Scope, ScopeId, State, StateId, Stmt, Var, VarId, VarKind,
};
use super::names::Names;
use super::resolve::{Resolver, typed};
use super::steps::Steps;
use crate::errors::Errors;
use inline::Inlined;
use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, Ident, Pat, Type};

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
    let function = &outcome::written_out(function);
    let written_out = |of: Steps| Steps { function: outcome::written_out(&of.function), ..of };
    let steps = steps.into_iter().map(written_out).collect();
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

impl Lower<'_> {
    pub fn resolver(&mut self) -> Resolver<'_> {
        Resolver { graph: &mut self.graph, env: &mut self.env, errors: self.errors }
    }

    fn parameter(&mut self, input: &syn::FnArg) {
        let syn::FnArg::Typed(input) = input else { return };
        let Pat::Ident(pat) = &*input.pat else { return };
        self.graph.parameters.push(crate::ident::text(&pat.ident));
        let var = self.var(&pat.ident, VarKind::Parameter, Some((*input.ty).clone()), false);
        self.env.bind(&pat.ident, Binding::Var(var));
        if pat.mutability.is_some() {
            // The input itself never changes.
            let value = super::resolve::var(var, pat.ident.span());
            self.bind_let(&Pat::Ident(pat.clone()), Some((*input.ty).clone()), value);
        }
    }

    /// A new variable, not in scope yet.
    fn var(&mut self, ident: &Ident, kind: VarKind, ty: Option<Type>, mutable: bool) -> VarId {
        let ident = self.env.unique(ident);
        let probe = self.graph.probe(ident.span());
        let written = ty.clone();
        let ty = ty.filter(nameable);
        let scope = self.scope;
        self.graph.vars.push(Var {
            ident,
            wish: None,
            scope,
            mutable,
            ty,
            written,
            kind,
            probe,
            writes: 0,
        });
        self.graph.vars.len() - 1
    }

    /// A variable for a value that the user gave no name.
    fn temporary(&mut self, name: &str, span: Span) -> VarId {
        let ident = self.env.fresh(name, span);
        let probe = self.graph.probe(span);
        let scope = self.scope;
        self.graph.vars.push(Var {
            ident,
            wish: Some(name.to_owned()),
            scope,
            mutable: false,
            ty: None,
            written: None,
            kind: VarKind::Local,
            probe,
            writes: 0,
        });
        self.graph.vars.len() - 1
    }

    /// Binds the names of a pattern as variables, from here on.
    fn pattern(&mut self, pat: &Pat, ty: Option<&Type>) -> (Pat, Vec<VarId>) {
        let mut binds = vec![];
        let simple = matches!(pat, Pat::Ident(_));
        let ty = ty.filter(|_| simple).cloned();
        let mutable = mutables(pat);
        let scope = self.scope;
        let pat = self.resolver().pat(pat, &mut |this, ident| {
            let unique = this.env.unique(ident);
            let probe = this.graph.probe(ident.span());
            let mutable = mutable.contains(&ident.to_string());
            let ty = ty.clone().filter(nameable);
            this.graph.vars.push(Var {
                ident: unique.clone(),
                wish: None,
                scope,
                mutable,
                ty,
                written: None,
                kind: VarKind::Local,
                probe,
                writes: 1,
            });
            let var = this.graph.vars.len() - 1;
            this.env.bind(ident, Binding::Var(var));
            binds.push(var);
            unique
        });
        (pat, binds)
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

    fn bind_let(&mut self, pat: &Pat, ty: Option<Type>, value: Ex) {
        if let Pat::Or(_) = pat {
            // `Ok(Some(_) | None) => ..`: behind a `let`, alternatives stand in parentheses.
            return self.bind_let(&syn::parse_quote!((#pat)), ty, value);
        }
        if matches!(pat, Pat::Wild(_)) && value.may_fault() {
            self.unused(&value, "bind it to a name, or remove it");
        }
        let value = match value {
            // A result is read whole: its type is known by the variable that holds it.
            Ex { kind: ExKind::Result(_) | ExKind::Won(..), span, .. } if !holds_whole(pat) => {
                let temporary = self.temporary("outcome", span);
                self.set(temporary, value);
                super::resolve::var(temporary, span)
            }
            value => value,
        };
        self.refuse_kept(&value);
        let (pat, binds) = self.pattern(pat, ty.as_ref());
        self.push(Stmt::Let { pat, binds, ty, value, bound: false });
    }

    /// `let var = value;` for a variable that exists.
    fn set(&mut self, var: VarId, value: Ex) {
        self.refuse_kept(&value);
        let v = &mut self.graph.vars[var];
        v.writes += 1;
        let (ident, mutable) =
            (v.ident.clone(), v.mutable.then(|| syn::Token![mut](v.ident.span())));
        let pat = Pat::Ident(syn::PatIdent {
            attrs: vec![],
            by_ref: None,
            mutability: mutable,
            ident,
            subpat: None,
        });
        let ty = self.graph.vars[var].written.clone();
        self.push(Stmt::Let { pat, binds: vec![var], ty, value, bound: false });
    }

    fn unused(&mut self, value: &Ex, otherwise: &str) {
        let help = match &value.kind {
            ExKind::Pure { path, .. } => advice::dropped(path),
            _ => otherwise.to_owned(),
        };
        self.errors.span(value.span, "this value is used by nothing", help);
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
                    ExKind::Pure { path, .. } => advice::ended(path),
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
                "an item cannot stand in a workflow",
                "move it outside the function",
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
            return self.function(name, closure);
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

    fn assign(&mut self, left: &Expr, op: Option<syn::BinOp>, right: &Expr) {
        if op.is_none() && self.assigned_late(left, right) {
            return;
        }
        let drawn = Self::draw(right).filter(|_| op.is_none() && matches!(left, Expr::Path(_)));
        if let Expr::Index(item) = left {
            return self.replace(item, op, right);
        }
        let Some(value) = drawn.or_else(|| self.value(right)) else { return };
        let place = self.resolver().expr(left);
        if unknown(&place) {
            return self.errors.leave_to_rustc();
        }
        let Some((var, _)) = place.place() else {
            return self.errors.at(
                left,
                "only a variable or its field can be assigned",
                "for an item of a list build a new list: `xs = xs.into_iter().map(..).collect();`",
            );
        };
        if self.owned(var, left) {
            self.changed(var);
            self.push(Stmt::Assign { place, op, value });
        }
    }

    /// `list[index] = value;`
    fn replace(&mut self, item: &syn::ExprIndex, op: Option<syn::BinOp>, right: &Expr) {
        let value: Expr = match op.map(plain) {
            Some(Some(op)) => syn::parse_quote!(#item #op (#right)),
            Some(None) => {
                let help = "write `list[i] = ..;`";
                return self.errors.at(op, "this operator changes no item of a list", help);
            }
            None => right.clone(),
        };
        let Some(value) = self.value(&value) else { return };
        let Some(index) = self.value(&item.index) else { return };
        let place = self.resolver().expr(&item.expr);
        if unknown(&place) {
            return self.errors.leave_to_rustc();
        }
        let Some((var, _)) = place.place() else {
            return self.errors.at(
                &item.expr,
                "only an item of a list in a variable can be assigned",
                "build a new list: `xs = xs.into_iter().map(..).collect();`",
            );
        };
        if self.owned(var, &item.expr) {
            self.changed(var);
            let method = Ident::new(super::ex::SET, item.bracket_token.span.join());
            self.push(Stmt::Mutate { place, method, args: vec![index, value] });
        }
    }

    fn mutate(&mut self, call: &syn::ExprMethodCall) {
        let mut args = vec![];
        for arg in &call.args {
            let closure = self.resolver().named_function(&call.method, arg);
            let Some(arg) = self.value(closure.as_ref().unwrap_or(arg)) else { return };
            args.push(arg);
        }
        let place = self.resolver().expr(&call.receiver);
        if unknown(&place) {
            return self.errors.leave_to_rustc();
        }
        let Some((var, _)) = place.place() else {
            return self.errors.at(
                &call.receiver,
                "only a variable or its field can be changed",
                "bind the value to a `let mut` first",
            );
        };
        if self.owned(var, &call.receiver) {
            self.changed(var);
            self.push(Stmt::Mutate { place, method: call.method.clone(), args });
        }
    }

    fn changed(&mut self, var: VarId) {
        let var = &mut self.graph.vars[var];
        var.writes += 1;
        if !var.mutable {
            // A `mut` is missing: rustc says where, and once.
            self.errors.leave_to_rustc();
        }
    }

    /// A branch or an item reads outer variables; it cannot change them.
    fn owned(&mut self, var: VarId, at: &Expr) -> bool {
        let captured = match self.graph.vars[var].kind {
            VarKind::Input { of } => of,
            _ => None,
        };
        let own = self.graph.vars[var].scope == self.scope && captured.is_none();
        if !own {
            let what = format!(
                "`{}` belongs to the workflow outside: a branch or an item cannot change it",
                self.graph.vars[captured.unwrap_or(var)].ident
            );
            self.errors.at(at, &what, "return the value: `Ok(value)`, and assign it outside");
            self.errors.echo();
        }
        own
    }
}

/// Returns what a call is without its builders.
pub fn base(call: &Expr) -> &Expr {
    call::Parts::of(call).base
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

/// True if a type can stand in the enum of states as it is written: nothing in it is left to rustc, and nothing
/// borrows.
fn nameable(ty: &Type) -> bool {
    struct Find(bool);
    impl<'t> syn::visit::Visit<'t> for Find {
        fn visit_type(&mut self, ty: &'t Type) {
            use Type::{ImplTrait, Infer, Macro, Reference, TraitObject, Verbatim};
            self.0 |= matches!(
                ty,
                Infer(_) | Reference(_) | ImplTrait(_) | TraitObject(_) | Macro(_) | Verbatim(_)
            );
            syn::visit::visit_type(self, ty);
        }
        fn visit_expr(&mut self, expr: &'t Expr) {
            self.0 |= matches!(expr, Expr::Infer(_));
            syn::visit::visit_expr(self, expr);
        }
        fn visit_lifetime(&mut self, lifetime: &'t syn::Lifetime) {
            self.0 |= lifetime.ident != "static";
        }
    }
    let mut find = Find(false);
    syn::visit::Visit::visit_type(&mut find, ty);
    !find.0
}

/// A name, `_`, or a tuple of these.
fn holds_whole(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(ident) => ident.subpat.is_none(),
        Pat::Tuple(tuple) => {
            tuple.elems.iter().all(|pat| matches!(pat, Pat::Ident(ident) if ident.subpat.is_none()))
        }
        Pat::Wild(_) => true,
        _ => false,
    }
}

/// The names that a pattern binds with `mut`.
fn mutables(pat: &Pat) -> Vec<String> {
    struct Find(Vec<String>);
    impl<'p> syn::visit::Visit<'p> for Find {
        fn visit_pat_ident(&mut self, ident: &'p syn::PatIdent) {
            if ident.mutability.is_some() {
                self.0.push(ident.ident.to_string());
            }
        }
    }
    let mut find = Find(vec![]);
    syn::visit::Visit::visit_pat(&mut find, pat);
    find.0
}

/// Returns what a pattern calls its value.
pub fn hint(pat: &Pat) -> Option<String> {
    match pat {
        Pat::Ident(ident) if !ident.ident.to_string().starts_with('_') => {
            Some(crate::ident::text(&ident.ident))
        }
        Pat::Tuple(tuple) => {
            let names: Vec<_> = tuple.elems.iter().filter_map(hint).collect();
            (!names.is_empty()).then(|| names.join(","))
        }
        _ => None,
    }
}

/// The operator of `a op= b`, for numbers.
fn plain(op: syn::BinOp) -> Option<syn::BinOp> {
    use syn::BinOp::{AddAssign, DivAssign, MulAssign, RemAssign, SubAssign};
    let op: syn::BinOp = match op {
        AddAssign(_) => syn::parse_quote!(+),
        SubAssign(_) => syn::parse_quote!(-),
        MulAssign(_) => syn::parse_quote!(*),
        DivAssign(_) => syn::parse_quote!(/),
        RemAssign(_) => syn::parse_quote!(%),
        _ => return None,
    };
    Some(op)
}

fn is_compound(op: &syn::BinOp) -> bool {
    use syn::BinOp::{
        AddAssign, BitAndAssign, BitOrAssign, BitXorAssign, DivAssign, MulAssign, RemAssign,
        ShlAssign, ShrAssign, SubAssign,
    };
    matches!(
        op,
        AddAssign(_)
            | SubAssign(_)
            | MulAssign(_)
            | DivAssign(_)
            | RemAssign(_)
            | BitXorAssign(_)
            | BitAndAssign(_)
            | BitOrAssign(_)
            | ShlAssign(_)
            | ShrAssign(_)
    )
}

fn mutates(call: &syn::ExprMethodCall) -> bool {
    crate::methods::find(&call.method.to_string()).is_some_and(|method| method.mutates)
}

/// The span of an expression, for a state.
fn at(tokens: &impl Spanned) -> Span {
    tokens.span()
}
