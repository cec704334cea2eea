//! Early ends of a `#[pure]` function: `?` and `return`, written out as the one expression that the function is.
//!
//! What comes after an early end stands in the arm that goes on: `let x = a?; b` is
//! `match a { Ok(x) => b, Err(error) => Err(error) }`. What is left of either is refused where it stands.

mod branches;
pub mod closures;

use super::apart::Moving;
use super::lower::tried::Tried;
use quote::ToTokens;
use std::collections::BTreeSet;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, Ident, ItemFn, Stmt};

/// The body of a function, without early ends as far as they can be written out.
pub fn written_out(function: &ItemFn) -> Block {
    let mut body = (*function.block).clone();
    super::spread::Spread.visit_block_mut(&mut body);
    if !ends_early(&Expr::Block(block_of(body.clone()))) {
        return body;
    }
    let names = Names::of(function.to_token_stream());
    let optional = match &function.sig.output {
        syn::ReturnType::Type(_, ty) => is(ty, "Option"),
        syn::ReturnType::Default => false,
    };
    let mut early = Early::new(names, optional);
    let value = early.rest(&body.stmts);
    body.stmts = vec![Stmt::Expr(value, None)];
    body
}

/// True if a type goes by this name.
pub fn is(ty: &syn::Type, name: &str) -> bool {
    let syn::Type::Path(path) = ty else { return false };
    path.path.segments.last().is_some_and(|last| last.ident == name)
}

fn block_of(block: Block) -> syn::ExprBlock {
    syn::ExprBlock { attrs: vec![], label: None, block }
}

/// Names that the function does not have.
pub(super) struct Names {
    user: BTreeSet<String>,
    count: usize,
}

impl Names {
    /// Knows the names of a function.
    pub(super) fn of(function: proc_macro2::TokenStream) -> Self {
        let mut names = Names { user: BTreeSet::new(), count: 0 };
        names.visit(function);
        names
    }

    /// A name that changes, or one like it: it stands in loops beside those of the user.
    pub(super) fn named(&mut self, name: &str, span: proc_macro2::Span) -> Ident {
        let numbered = (2..).map(|n| format!("{name}_{n}"));
        let mut all = std::iter::once(name.to_owned()).chain(numbered);
        let name = all.find(|name| !self.user.contains(name)).unwrap_or_default();
        self.user.insert(name.clone());
        Ident::new(&name, span)
    }

    fn visit(&mut self, tokens: proc_macro2::TokenStream) {
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Ident(name) => drop(self.user.insert(name.to_string())),
                proc_macro2::TokenTree::Group(group) => self.visit(group.stream()),
                _ => {}
            }
        }
    }

    pub(super) fn fresh(&mut self, span: proc_macro2::Span) -> Ident {
        loop {
            self.count += 1;
            let name = format!("got_{}", self.count);
            if !self.user.contains(&name) {
                return crate::ident::own(&name, span);
            }
        }
    }

    /// Another name for one.
    fn other(&mut self, name: &Ident) -> Ident {
        let plain = crate::ident::text(name);
        let other = (2..).map(|n| format!("{plain}_{n}")).find(|it| !self.user.contains(it));
        let other = other.unwrap_or(plain);
        self.user.insert(other.clone());
        Ident::new(&other, name.span())
    }
}

/// A part of an expression that is evaluated before the rest of it.
pub(super) enum Step {
    /// Bound to a name.
    Bound(Ident, Expr),
    /// `value?`, and the name of what is in it.
    Tried(Ident, Expr),
}

pub(super) struct Early {
    pub(super) names: Names,
    /// The function returns an `Option`.
    pub(super) optional: bool,
    /// The tokens that are written a second time.
    copied: usize,
}

impl Early {
    pub(super) fn new(names: Names, optional: bool) -> Self {
        Early { names, optional, copied: 0 }
    }

    /// Statements, as the value that they end with.
    pub(super) fn rest(&mut self, stmts: &[Stmt]) -> Expr {
        let Some((first, after)) = stmts.split_first() else { return syn::parse_quote!(()) };
        match first {
            Stmt::Expr(Expr::Return(back), _) if back.expr.is_some() => {
                self.end(&Expr::Return(back.clone()))
            }
            Stmt::Expr(expr, None) if after.is_empty() => self.end(expr),
            Stmt::Expr(Expr::If(branch), _) if ends_early(&Expr::If(branch.clone())) => {
                self.guarded(branch, after)
            }
            Stmt::Expr(Expr::Match(choice), _) if ends_early(&Expr::Match(choice.clone())) => {
                let chosen = self.arms(choice, after);
                let whole = Expr::Match(choice.clone());
                chosen.or_else(|| self.forked(&whole, None, after)).unwrap_or_else(|| {
                    let rest = self.rest(after);
                    then(first.clone(), rest)
                })
            }
            Stmt::Expr(Expr::ForLoop(turns), _) if ends_early(&Expr::ForLoop(turns.clone())) => {
                self.left(turns, after)
            }
            Stmt::Local(local) => self.bound(local, after),
            Stmt::Expr(expr, _) if let Some(choice) = self.forked(expr, None, after) => choice,
            Stmt::Expr(expr, semi) if tries(expr) => {
                let (steps, value) = self.steps(expr);
                let rest = self.rest(after);
                // What was tried has a value that nobody reads.
                let rest = match &value {
                    Expr::Path(_) => rest,
                    _ => then(Stmt::Expr(value, semi.or(Some(Default::default()))), rest),
                };
                self.wrapped(steps, rest)
            }
            other => {
                let rest = self.rest(after);
                then(other.clone(), rest)
            }
        }
    }

    /// `if condition { return value; } rest`
    fn guarded(&mut self, branch: &syn::ExprIf, after: &[Stmt]) -> Expr {
        if !leaves(&branch.then_branch.stmts) {
            let branches = self.branches(branch, after);
            let whole = Expr::If(branch.clone());
            if let Some(choice) = branches.or_else(|| self.forked(&whole, None, after)) {
                return choice;
            }
            let rest = self.rest(after);
            return then(Stmt::Expr(Expr::If(branch.clone()), Some(Default::default())), rest);
        }
        let (steps, condition) = self.steps(&branch.cond);
        let value = self.rest(&branch.then_branch.stmts);
        let otherwise = match &branch.else_branch {
            Some((_, otherwise)) => {
                let mut stmts = match &**otherwise {
                    Expr::Block(block) => block.block.stmts.clone(),
                    other => vec![Stmt::Expr(other.clone(), Some(Default::default()))],
                };
                self.moving(after, |moving| moving.enter_block(&mut stmts));
                stmts.extend_from_slice(after);
                self.rest(&stmts)
            }
            None => self.rest(after),
        };
        self.wrapped(steps, syn::parse_quote!(if #condition { #value } else { #otherwise }))
    }

    fn bound(&mut self, local: &syn::Local, after: &[Stmt]) -> Expr {
        let Some(init) = &local.init else {
            let rest = self.rest(after);
            return then(Stmt::Local(local.clone()), rest);
        };
        if let Some((_, otherwise)) = &init.diverge {
            let (steps, on) = self.steps(&init.expr);
            let (pat, ty) = super::resolve::typed(&local.pat);
            let on = match ty {
                Some(ty) => syn::parse_quote!({ let whole: #ty = #on; whole }),
                None => asked(&on),
            };
            let (value, rest) = (self.end(otherwise), self.rest(after));
            let choice = syn::parse_quote!(match #on { #pat => { #rest } _ => { #value } });
            return self.wrapped(steps, choice);
        }
        let several = branches::says_its_type(local, &init.expr);
        let ways = self.ways(&init.expr, local, after, several);
        let forked = ways.or_else(|| self.forked(&init.expr, Some(local), after));
        if let Some(choice) = forked.or_else(|| self.ways(&init.expr, local, after, true)) {
            return choice;
        }
        let (steps, value) = self.steps(&init.expr);
        let mut local = local.clone();
        if let Some(init) = &mut local.init {
            *init.expr = value;
        }
        let rest = self.rest(after);
        let value = then(Stmt::Local(local), rest);
        self.wrapped(steps, value)
    }

    /// `let x = match on { A => value, B => return .. };`, of which one arm goes on; or several, behind each of which
    /// the rest is written.
    fn ways(
        &mut self,
        init: &Expr,
        local: &syn::Local,
        after: &[Stmt],
        several: bool,
    ) -> Option<Expr> {
        if !ends_early(init) {
            return None;
        }
        let going_on = |value: &Expr| {
            let mut local = local.clone();
            if let Some(init) = &mut local.init {
                *init.expr = value.clone();
            }
            let mut stmts = vec![Stmt::Local(local)];
            stmts.extend_from_slice(after);
            stmts
        };
        match init {
            Expr::Match(choice) => {
                let on = choice.arms.iter().filter(|arm| !diverges(&arm.body)).count();
                self.written(after, on, several)?;
                Some(self.each_arm(choice, after, |this, body| this.rest(&going_on(body))))
            }
            Expr::If(branch) => {
                let (_, otherwise) = branch.else_branch.as_ref()?;
                let mut cond = (*branch.cond).clone();
                let mut then_branch = Expr::Block(block_of(branch.then_branch.clone()));
                if diverges(otherwise) {
                    let inside = vec![&mut then_branch];
                    self.moving(after, |moving| moving.enter_test(&mut cond, inside));
                }
                let (yes, no) = match (diverges(&then_branch), diverges(otherwise)) {
                    (true, false) => (self.end(&then_branch), self.rest(&going_on(otherwise))),
                    (false, true) => (self.rest(&going_on(&then_branch)), self.end(otherwise)),
                    (false, false) => {
                        self.written(after, 2, several)?;
                        let inside = vec![&mut then_branch];
                        self.moving(after, |moving| moving.enter_test(&mut cond, inside));
                        (self.rest(&going_on(&then_branch)), self.rest(&going_on(otherwise)))
                    }
                    (true, true) => return None,
                };
                let (steps, condition) = self.steps(&cond);
                Some(self.wrapped(steps, syn::parse_quote!(if #condition { #yes } else { #no })))
            }
            Expr::Block(block) if block.label.is_none() => {
                let mut stmts = block.block.stmts.clone();
                self.moving(after, |moving| moving.enter_block(&mut stmts));
                let Some(Stmt::Expr(value, None)) = stmts.pop() else { return None };
                stmts.extend(going_on(&value));
                Some(self.rest(&stmts))
            }
            _ => None,
        }
    }

    /// Keeps names apart where what comes after moves.
    fn moving(&mut self, after: &[Stmt], into: impl FnOnce(&mut Moving<'_>)) {
        into(&mut Moving { after, other: &mut |name| self.names.other(name) });
    }

    /// An expression that the function ends with.
    pub(super) fn end(&mut self, expr: &Expr) -> Expr {
        if !ends_early(expr) {
            return expr.clone();
        }
        match expr {
            Expr::Return(syn::ExprReturn { expr: Some(value), .. }) => self.end(value),
            Expr::Paren(paren) => self.end(&paren.expr),
            Expr::Block(block) if block.label.is_none() => {
                let value = self.rest(&block.block.stmts);
                syn::parse_quote!({ #value })
            }
            Expr::If(branch) => {
                let Some((_, otherwise)) = &branch.else_branch else { return expr.clone() };
                let (steps, condition) = self.steps(&branch.cond);
                let (yes, no) = (self.rest(&branch.then_branch.stmts), self.end(otherwise));
                self.wrapped(steps, syn::parse_quote!(if #condition { #yes } else { #no }))
            }
            Expr::Match(choice) => {
                let (steps, on) = self.steps(&choice.expr);
                let mut choice = choice.clone();
                *choice.expr = on;
                for arm in &mut choice.arms {
                    *arm.body = self.end(&arm.body);
                }
                self.wrapped(steps, Expr::Match(choice))
            }
            Expr::Try(attempt) if is_err(&attempt.expr) => self.end(&attempt.expr),
            other => {
                let (steps, value) = self.steps(other);
                self.wrapped(steps, value)
            }
        }
    }

    /// Takes out of an expression what ends early, and what is evaluated before that.
    pub(super) fn steps(&mut self, expr: &Expr) -> (Vec<Step>, Expr) {
        let mut value = expr.clone();
        if !tries(expr) {
            return (vec![], value);
        }
        let mut parts = Parts(vec![]);
        parts.visit_expr(expr);
        let mut lift = Lift { early: self, later: parts.0, steps: vec![] };
        lift.visit_expr_mut(&mut value);
        (lift.steps, value)
    }

    fn wrapped(&mut self, steps: Vec<Step>, value: Expr) -> Expr {
        steps.into_iter().rev().fold(value, |value, step| match step {
            Step::Bound(name, part) => syn::parse_quote!({ let #name = #part; #value }),
            Step::Tried(name, on) => self.tried(&name, &on, &value),
        })
    }

    fn tried(&self, name: &Ident, on: &Expr, value: &Expr) -> Expr {
        let on = &asked(on);
        if self.optional {
            return syn::parse_quote!(match #on { Some(#name) => { #value } None => None });
        }
        match Tried::of(on) {
            Some(tried) => tried.chosen(name, value),
            None => {
                syn::parse_quote!(match #on { Ok(#name) => { #value } Err(error) => Err(error) })
            }
        }
    }
}

/// The value that a `match` asks: a struct that is written out stands in parentheses there.
pub(super) fn asked(on: &Expr) -> Expr {
    struct Find(bool);
    impl<'e> Visit<'e> for Find {
        fn visit_expr_struct(&mut self, _: &'e syn::ExprStruct) {
            self.0 = true;
        }
    }
    let mut find = Find(false);
    find.visit_expr(on);
    if find.0 { syn::parse_quote!((#on)) } else { on.clone() }
}

/// A statement, and the value after it.
pub(super) fn then(stmt: Stmt, value: Expr) -> Expr {
    match value {
        Expr::Block(mut block) if block.label.is_none() && block.attrs.is_empty() => {
            block.block.stmts.insert(0, stmt);
            Expr::Block(block)
        }
        value => syn::parse_quote!({ #stmt #value }),
    }
}

/// The parts of an expression, in order of evaluation.
struct Parts(Vec<Expr>);

impl<'e> Visit<'e> for Parts {
    fn visit_expr(&mut self, part: &'e Expr) {
        self.0.push(part.clone());
        if !conditional(part) {
            syn::visit::visit_expr(self, part);
        }
    }
}

struct Lift<'a> {
    early: &'a mut Early,
    /// The parts that are still to come, this one first.
    later: Vec<Expr>,
    steps: Vec<Step>,
}

impl VisitMut for Lift<'_> {
    fn visit_expr_mut(&mut self, part: &mut Expr) {
        if !self.later.is_empty() {
            self.later.remove(0);
        }
        let own = tries(part);
        if conditional(part) {
            return;
        }
        if let Some((place, value)) = assigned(part) {
            if !tries(place) && !self.later.is_empty() {
                self.later.remove(0);
                self.skip(place);
                self.visit_expr_mut(value);
            }
            return;
        }
        if !own {
            if self.later.iter().any(tries) && !super::lower::outcome::simple(part) {
                let name = self.early.names.fresh(syn::spanned::Spanned::span(part));
                let value = std::mem::replace(part, syn::parse_quote!(#name));
                self.skip(&value);
                self.steps.push(Step::Bound(name, value));
            }
            return;
        }
        syn::visit_mut::visit_expr_mut(self, part);
        if let Expr::Try(attempt) = part {
            let name = self.early.names.fresh(attempt.question_token.span);
            let on = (*attempt.expr).clone();
            *part = syn::parse_quote!(#name);
            self.steps.push(Step::Tried(name, on));
        }
    }
}

impl Lift<'_> {
    /// Goes past the parts of one that is taken as a whole.
    fn skip(&mut self, whole: &Expr) {
        let mut parts = Parts(vec![]);
        parts.visit_expr(whole);
        let inside = parts.0.len() - 1;
        self.later.drain(..inside.min(self.later.len()));
    }
}

/// The place that is given a value, which is evaluated before.
fn assigned(expr: &mut Expr) -> Option<(&Expr, &mut Expr)> {
    match expr {
        Expr::Assign(assign) => Some((&assign.left, &mut assign.right)),
        Expr::Binary(both) if super::lower::is_compound(&both.op) => {
            Some((&both.left, &mut both.right))
        }
        _ => None,
    }
}

/// An expression of which not all parts are evaluated, or not here.
fn conditional(expr: &Expr) -> bool {
    match expr {
        Expr::If(_) | Expr::Match(_) | Expr::Block(_) | Expr::Closure(_) => true,
        Expr::Binary(binary) => matches!(binary.op, syn::BinOp::And(_) | syn::BinOp::Or(_)),
        _ => false,
    }
}

pub(super) fn is_err(expr: &Expr) -> bool {
    matches!(expr, Expr::Call(call) if matches!(&*call.func, Expr::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Err")))
}

/// True if an expression has a `?` that leaves the function.
pub(super) fn tries(expr: &Expr) -> bool {
    let mut find = Find { tries: false, returns: false };
    find.visit_expr(expr);
    find.tries
}

/// True if an expression leaves the function before its end.
pub(super) fn ends_early(expr: &Expr) -> bool {
    let mut find = Find { tries: false, returns: false };
    find.visit_expr(expr);
    find.tries || find.returns
}

/// True if statements never reach their end.
fn leaves(stmts: &[Stmt]) -> bool {
    stmts.last().is_some_and(|last| match last {
        Stmt::Expr(expr, _) => diverges(expr),
        _ => false,
    })
}

/// True if an expression never has a value.
pub(super) fn diverges(expr: &Expr) -> bool {
    match expr {
        Expr::Return(_) => true,
        Expr::Try(attempt) => is_err(&attempt.expr),
        Expr::Paren(paren) => diverges(&paren.expr),
        Expr::Block(block) => leaves(&block.block.stmts),
        Expr::If(branch) => {
            leaves(&branch.then_branch.stmts)
                && branch.else_branch.as_ref().is_some_and(|(_, otherwise)| diverges(otherwise))
        }
        Expr::Match(choice) => choice.arms.iter().all(|arm| diverges(&arm.body)),
        _ => false,
    }
}

struct Find {
    tries: bool,
    returns: bool,
}

impl<'e> Visit<'e> for Find {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Closure(_) => return,
            Expr::Try(_) => self.tries = true,
            Expr::Return(_) => self.returns = true,
            _ => {}
        }
        syn::visit::visit_expr(self, expr);
    }
    fn visit_item(&mut self, _: &'e syn::Item) {}
}
