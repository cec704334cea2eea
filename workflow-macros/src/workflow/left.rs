//! Loops that a function leaves from within: what it returns is kept in a variable, and the loop is left by `break`.
//! In a workflow, that is the failure of a loop in which nothing is awaited.

use super::early::{Early, Names, Step, asked, ends_early, tries};
use super::lower::tried::Tried;
use proc_macro2::Span;
use quote::ToTokens;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, ExprForLoop, Ident, ItemFn, Pat, Stmt, Type};

/// The variable of what is returned. An `Option` of an `Option` is no JSON: of one, a flag tells if it is there.
struct Kept {
    value: Ident,
    flag: Option<Ident>,
    /// Failures are kept, without their `Err`.
    fails: bool,
    /// The value that a workflow returns beside them is kept apart, without its `Ok`.
    fine: Option<Box<Kept>>,
}

impl Kept {
    /// The statements that keep a value, before `break`.
    fn set(&self, value: &Expr) -> Vec<Stmt> {
        if let Some(fine) = &self.fine
            && !super::early::is_err(value)
        {
            return fine.set(inside(value));
        }
        let name = &self.value;
        match &self.flag {
            Some(flag) if is_unit(value) => vec![syn::parse_quote!(#flag = true;)],
            Some(flag) => {
                vec![syn::parse_quote!(#name = #value;), syn::parse_quote!(#flag = true;)]
            }
            None => {
                let value = if self.fails { inside(value) } else { value };
                vec![syn::parse_quote!(#name = Some(#value);)]
            }
        }
    }

    /// True if there is one.
    fn is_there(&self) -> Expr {
        let name = &self.value;
        let own = match &self.flag {
            Some(flag) => syn::parse_quote!(#flag),
            None => syn::parse_quote!(#name.is_some()),
        };
        match self.fine.as_ref().map(|fine| fine.is_there()) {
            Some(fine) if self.fails => syn::parse_quote!(#own || #fine),
            Some(fine) => fine,
            None => own,
        }
    }
}

fn is_unit(value: &Expr) -> bool {
    matches!(value, Expr::Tuple(of) if of.elems.is_empty())
}

fn is_ok(value: &Expr) -> bool {
    matches!(value, Expr::Call(call) if matches!(&*call.func, Expr::Path(path) if path.path.is_ident("Ok")))
}

/// The failure in `Err(failure)`, the value in `Ok(value)`.
fn inside(value: &Expr) -> &Expr {
    match value {
        Expr::Call(call) if call.args.len() == 1 => &call.args[0],
        value => value,
    }
}

impl Early {
    /// A loop that may return, and what comes after it.
    pub(super) fn left(&mut self, turns: &ExprForLoop, after: &[Stmt]) -> Expr {
        let span = turns.for_token.span;
        let flag = self.optional.then(|| self.names.named("left", span));
        let value = self.names.named("kept", span);
        let kept = Kept { value, flag, fails: false, fine: None };
        let (name, value) = (&kept.value, self.names.fresh(span));
        let mut stmts = vec![syn::parse_quote!(let mut #name = None;)];
        stmts.extend(
            kept.flag.iter().map(|flag| -> Stmt { syn::parse_quote!(let mut #flag = false;) }),
        );
        self.turns(turns.clone(), &kept, &mut stmts);
        let rest = self.rest(after);
        let choice = match &kept.flag {
            Some(flag) => syn::parse_quote!(if #flag { #name } else { #rest }),
            None => syn::parse_quote!(match #name { Some(#value) => #value, None => { #rest } }),
        };
        stmts.into_iter().rev().fold(choice, |value, stmt| super::early::then(stmt, value))
    }

    /// Adds a loop whose returns are kept.
    fn turns(&mut self, mut turns: ExprForLoop, kept: &Kept, to: &mut Vec<Stmt>) {
        *turns.expr = self.value(&turns.expr, kept, to);
        self.kept(&mut turns.body, kept);
        to.push(Stmt::Expr(Expr::ForLoop(turns), None));
    }

    /// Keeps what the statements of a block return.
    fn kept(&mut self, block: &mut Block, kept: &Kept) {
        let mut all = vec![];
        for stmt in std::mem::take(&mut block.stmts) {
            self.statement(stmt, kept, &mut all);
        }
        block.stmts = all;
    }

    fn statement(&mut self, stmt: Stmt, kept: &Kept, to: &mut Vec<Stmt>) {
        match stmt {
            Stmt::Expr(Expr::ForLoop(turns), _) if ends_early(&Expr::ForLoop(turns.clone())) => {
                self.turns(turns, kept, to);
                let there = kept.is_there();
                to.push(syn::parse_quote!(if #there { break; }));
            }
            Stmt::Expr(expr, semi) if ends_early(&expr) => {
                let expr = self.value(&expr, kept, to);
                let tail = matches!(expr, Expr::Path(_));
                // What was tried has a value that nobody reads.
                if !tail {
                    to.push(Stmt::Expr(expr, semi));
                }
            }
            Stmt::Local(mut local) => {
                if let Some(init) = &mut local.init {
                    *init.expr = self.value(&init.expr, kept, to);
                    if let Some((_, otherwise)) = &mut init.diverge {
                        **otherwise = self.way(otherwise, kept);
                    }
                }
                to.push(Stmt::Local(local));
            }
            other => to.push(other),
        }
    }

    /// An expression without what it returns early: that comes before, and its ways keep it.
    fn value(&mut self, expr: &Expr, kept: &Kept, to: &mut Vec<Stmt>) -> Expr {
        if !ends_early(expr) {
            return expr.clone();
        }
        match expr {
            Expr::Return(back) => {
                let value = back.expr.as_deref().map(|value| self.value(value, kept, to));
                let value = value.unwrap_or_else(|| syn::parse_quote!(()));
                to.extend(kept.set(&value));
                syn::parse_quote!(break)
            }
            Expr::If(branch) => {
                let mut branch = branch.clone();
                *branch.cond = self.value(&branch.cond, kept, to);
                self.kept(&mut branch.then_branch, kept);
                if let Some((_, otherwise)) = &mut branch.else_branch {
                    **otherwise = self.way(otherwise, kept);
                }
                Expr::If(branch)
            }
            Expr::Match(choice) => {
                let mut choice = choice.clone();
                *choice.expr = self.value(&choice.expr, kept, to);
                for arm in &mut choice.arms {
                    *arm.body = self.way(&arm.body, kept);
                }
                Expr::Match(choice)
            }
            Expr::Block(block) => {
                let mut block = block.clone();
                self.kept(&mut block.block, kept);
                Expr::Block(block)
            }
            other if tries(other) => {
                let (steps, value) = self.steps(other);
                for step in steps {
                    to.push(match step {
                        Step::Bound(name, part) => syn::parse_quote!(let #name = #part;),
                        Step::Tried(name, on) => self.tried_or_kept(&name, &on, kept),
                    });
                }
                value
            }
            other => other.clone(),
        }
    }

    /// The way of a branch.
    fn way(&mut self, way: &Expr, kept: &Kept) -> Expr {
        if !ends_early(way) {
            return way.clone();
        }
        if let Expr::If(_) | Expr::Block(_) = way {
            return self.value(way, kept, &mut vec![]);
        }
        let mut stmts = vec![];
        let value = self.value(way, kept, &mut stmts);
        syn::parse_quote!({ #(#stmts)* #value })
    }

    /// `let name = value?;`
    fn tried_or_kept(&self, name: &Ident, on: &Expr, kept: &Kept) -> Stmt {
        if self.optional {
            let set = kept.set(&syn::parse_quote!(None));
            return syn::parse_quote!(let Some(#name) = (#on) else { #(#set)* break; };);
        }
        let (on, good, other, failure): (Expr, Ident, Pat, Expr) = match Tried::of(on) {
            Some(tried) => tried.parts(),
            None => {
                let parts = (syn::parse_quote!(Ok), syn::parse_quote!(Err(error)));
                (on.clone(), parts.0, parts.1, syn::parse_quote!(error))
            }
        };
        let (on, set) = (asked(&on), kept.set(&syn::parse_quote!(Err(#failure))));
        syn::parse_quote!(let #name = match #on {
            #good(#name) => #name,
            #other => { #(#set)* break; }
        };)
    }
}

/// The body of a workflow, whose loops without a call keep what they return, and return it behind the loop.
pub fn in_workflow(function: &ItemFn) -> ItemFn {
    let mut function = function.clone();
    let syn::ReturnType::Type(_, ty) = &function.sig.output else { return function };
    if let Some((value, error)) = outcome(ty) {
        let (value, fails) = (value.clone(), super::early::is(error, "Failure"));
        let names = Names::of(function.to_token_stream());
        let mut early = Early::new(names, false);
        Rewrite { early: &mut early, value, fails }.visit_block_mut(&mut function.block);
    }
    function
}

fn is_unit_type(ty: &Type) -> bool {
    matches!(ty, Type::Tuple(of) if of.elems.is_empty())
}

/// The types in `Result<value, error>`.
fn outcome(ty: &Type) -> Option<(&Type, &Type)> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == "Result")?;
    let syn::PathArguments::AngleBracketed(args) = &last.arguments else { return None };
    match (args.args.first()?, args.args.get(1)?) {
        (syn::GenericArgument::Type(value), syn::GenericArgument::Type(error)) => {
            Some((value, error))
        }
        _ => None,
    }
}

struct Rewrite<'a> {
    early: &'a mut Early,
    /// The type of what the workflow returns.
    value: Type,
    /// It fails with a `Failure`.
    fails: bool,
}

impl VisitMut for Rewrite<'_> {
    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        match stmt {
            Stmt::Expr(Expr::ForLoop(turns), _) => match Ends::of(turns, &self.value) {
                ends if ends.other || ends.fails && !self.fails => {
                    syn::visit_mut::visit_stmt_mut(self, stmt);
                }
                ends if ends.fails || ends.fine => {
                    *stmt = Stmt::Expr(self.early.leaving(turns, &ends, &self.value), None);
                }
                _ => {}
            },
            stmt => syn::visit_mut::visit_stmt_mut(self, stmt),
        }
    }
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        // What returns in them leaves them alone.
        if !matches!(expr, Expr::Closure(_) | Expr::Async(_)) {
            syn::visit_mut::visit_expr_mut(self, expr);
        }
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

impl Early {
    /// A loop that a workflow may leave, and what it fails with or returns behind it.
    fn leaving(&mut self, turns: &ExprForLoop, ends: &Ends, ty: &Type) -> Expr {
        let span = turns.for_token.span;
        let (mut stmts, mut behind): (Vec<Stmt>, Vec<Stmt>) = (vec![], vec![]);
        let name = self.names.named("failed", span);
        if ends.fails {
            let failure = self.names.named("failure", span);
            stmts.push(syn::parse_quote_spanned!(span=> let mut #name: Option<Failure> = None;));
            behind.push(syn::parse_quote_spanned! {span=>
                if let Some(#failure) = #name { return Err(#failure); }
            });
        }
        let fine = ends.fine.then(|| Box::new(self.fine(ty, span, &mut stmts, &mut behind)));
        let kept = Kept { value: name, flag: None, fails: ends.fails, fine };
        self.turns(turns.clone(), &kept, &mut stmts);
        syn::parse_quote_spanned!(span=> { #(#stmts)* #(#behind)* })
    }

    /// The variable of what a loop returns. What may be `null` in JSON has a flag that tells if it is there.
    fn fine(
        &mut self,
        ty: &Type,
        span: Span,
        stmts: &mut Vec<Stmt>,
        behind: &mut Vec<Stmt>,
    ) -> Kept {
        let name = self.names.named("kept", span);
        let unit = is_unit_type(ty);
        let flag = (unit || super::early::is(ty, "Option")).then(|| self.names.named("left", span));
        match &flag {
            Some(flag) => {
                let (none, value): (Expr, Expr) = match unit {
                    true => (syn::parse_quote!(()), syn::parse_quote!(())),
                    false => (syn::parse_quote!(None), syn::parse_quote!(#name)),
                };
                if !unit {
                    stmts.push(syn::parse_quote_spanned!(span=> let mut #name: #ty = #none;));
                }
                stmts.push(syn::parse_quote_spanned!(span=> let mut #flag = false;));
                behind.push(syn::parse_quote_spanned!(span=> if #flag { return Ok(#value); }));
            }
            None => {
                let value = self.names.named("value", span);
                stmts.push(syn::parse_quote_spanned!(span=> let mut #name: Option<#ty> = None;));
                behind.push(syn::parse_quote_spanned! {span=>
                    if let Some(#value) = #name { return Ok(#value); }
                });
            }
        }
        Kept { value: name, flag, fails: false, fine: None }
    }
}

/// The ways in which a loop leaves more than itself.
#[derive(Default)]
struct Ends {
    fails: bool,
    /// It returns `Ok(..)`.
    fine: bool,
    /// Its `Ok(..)` is `Ok(())`.
    unit: bool,
    other: bool,
}

impl Ends {
    /// The ways of a loop.
    fn of(turns: &ExprForLoop, value: &Type) -> Self {
        let mut ends = Ends { unit: is_unit_type(value), ..Ends::default() };
        ends.visit_block(&turns.body);
        ends
    }
}

impl<'e> Visit<'e> for Ends {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Closure(_) => return,
            Expr::Return(back) => match &back.expr {
                Some(value) if super::early::is_err(value) => self.fails = true,
                Some(value) if is_ok(value) && (!self.unit || is_unit(inside(value))) => {
                    self.fine = true;
                }
                _ => self.other = true,
            },
            Expr::Try(_) => self.fails = true,
            Expr::Await(_) | Expr::Async(_) | Expr::While(_) | Expr::Loop(_) => self.other = true,
            _ => self.other |= super::ex::Draw::of(expr).is_some(),
        }
        syn::visit::visit_expr(self, expr);
    }
    fn visit_item(&mut self, _: &'e syn::Item) {}
}
