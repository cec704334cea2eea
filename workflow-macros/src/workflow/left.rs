//! Loops that a function leaves from within: what it returns is kept in a variable, and the loop is left by `break`.
//! In a workflow, that is the failure of a loop in which nothing is awaited.

use super::early::{Early, Names, Step, asked, ends_early, tries};
use super::lower::tried::Tried;
use quote::ToTokens;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, ExprForLoop, Ident, ItemFn, Pat, Stmt};

/// The variable of what is returned. An `Option` of an `Option` is no JSON: of one, a flag tells if it is there.
struct Kept {
    value: Ident,
    flag: Option<Ident>,
    /// Failures alone are kept, without their `Err`.
    fails: bool,
}

impl Kept {
    /// The statements that keep a value, before `break`.
    fn set(&self, value: &Expr) -> Vec<Stmt> {
        let name = &self.value;
        match &self.flag {
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
        match &self.flag {
            Some(flag) => syn::parse_quote!(#flag),
            None => syn::parse_quote!(#name.is_some()),
        }
    }
}

/// The failure in `Err(failure)`.
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
        let kept = Kept { value: self.names.named("kept", span), flag, fails: false };
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

/// The body of a workflow, whose loops without a call keep the failure that they return, and fail behind the loop.
pub fn in_workflow(function: &ItemFn) -> ItemFn {
    let mut function = function.clone();
    let fails = match &function.sig.output {
        syn::ReturnType::Type(_, ty) => fails(ty),
        syn::ReturnType::Default => false,
    };
    if fails {
        let names = Names::of(function.to_token_stream());
        let mut early = Early { names, optional: false };
        Rewrite { early: &mut early }.visit_block_mut(&mut function.block);
    }
    function
}

/// True for `Result<_, Failure>`.
fn fails(ty: &syn::Type) -> bool {
    let syn::Type::Path(path) = ty else { return false };
    let Some(last) = path.path.segments.last().filter(|last| last.ident == "Result") else {
        return false;
    };
    let syn::PathArguments::AngleBracketed(args) = &last.arguments else { return false };
    matches!(args.args.last(), Some(syn::GenericArgument::Type(ty)) if super::early::is(ty, "Failure"))
}

struct Rewrite<'a> {
    early: &'a mut Early,
}

impl VisitMut for Rewrite<'_> {
    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        match stmt {
            Stmt::Expr(Expr::ForLoop(turns), _) if Ends::of(turns) => {
                *stmt = Stmt::Expr(self.early.failing(turns), None);
            }
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
    /// A loop that may fail, and the failure behind it.
    fn failing(&mut self, turns: &ExprForLoop) -> Expr {
        let span = turns.for_token.span;
        let value = self.names.named("failed", span);
        let kept = Kept { value, flag: None, fails: true };
        let (name, failure) = (&kept.value, self.names.named("failure", span));
        let mut stmts =
            vec![syn::parse_quote_spanned!(span=> let mut #name: Option<Failure> = None;)];
        self.turns(turns.clone(), &kept, &mut stmts);
        syn::parse_quote_spanned!(span=> {
            #(#stmts)*
            if let Some(#failure) = #name { return Err(#failure); }
        })
    }
}

/// The ways in which a loop leaves more than itself.
#[derive(Default)]
struct Ends {
    fails: bool,
    other: bool,
}

impl Ends {
    /// True if a loop waits for nothing, and fails alone.
    fn of(turns: &ExprForLoop) -> bool {
        let mut ends = Ends::default();
        ends.visit_block(&turns.body);
        ends.fails && !ends.other
    }
}

impl<'e> Visit<'e> for Ends {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Closure(_) => return,
            Expr::Return(back) => match &back.expr {
                Some(value) if super::early::is_err(value) => self.fails = true,
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
