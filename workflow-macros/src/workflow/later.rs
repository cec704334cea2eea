//! Variables of an expression that are declared without a value: `let x; if c { x = 1; } else { x = 2; }`.
//!
//! The statement that gives the value becomes the declaration: `let x = if c { let x = 1; x } else { let x = 2; x };`.
//! Others are refused where they stand.

use super::apart::mention;
use quote::ToTokens;
use syn::visit_mut::VisitMut;
use syn::{Expr, Ident, Pat, Stmt, Type};

/// Gives each variable of a block, and of the blocks in it, its value where it is declared.
pub fn written_out(block: &mut syn::Block) {
    Blocks.visit_block_mut(block);
}

struct Blocks;

impl VisitMut for Blocks {
    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        given(&mut block.stmts);
        syn::visit_mut::visit_block_mut(self, block);
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// Gives the variables of some statements their values where they are declared, as far as each way has one.
pub fn given(stmts: &mut Vec<Stmt>) {
    *stmts = stmts.drain(..).flat_map(each).collect();
    if stmts.iter().any(|stmt| declared(stmt).is_some()) {
        bind(stmts, &mut vec![]);
    }
}

/// `let (x, y);`, each for itself.
fn each(stmt: Stmt) -> Vec<Stmt> {
    match &stmt {
        Stmt::Local(syn::Local { pat: Pat::Tuple(names), init: None, .. }) => {
            let one = |pat: &Pat| -> Stmt { syn::parse_quote!(let #pat;) };
            names.elems.iter().map(one).collect()
        }
        _ => vec![stmt],
    }
}

/// A variable that waits for its value.
#[derive(Clone)]
struct Late {
    pat: syn::PatIdent,
    ty: Option<Type>,
}

impl Late {
    fn name(&self) -> &Ident {
        &self.pat.ident
    }
}

/// `let x;`, `let mut x: u32;`
fn declared(stmt: &Stmt) -> Option<Late> {
    let Stmt::Local(syn::Local { pat, init: None, .. }) = stmt else { return None };
    let (pat, ty) = super::resolve::typed(pat);
    match pat {
        Pat::Ident(pat) if pat.subpat.is_none() && pat.by_ref.is_none() => {
            Some(Late { pat: pat.clone(), ty: ty.cloned() })
        }
        _ => None,
    }
}

/// Goes through statements, before which some variables wait for their values: those that got none are left over.
fn bind(stmts: &mut Vec<Stmt>, waiting: &mut Vec<Late>) {
    let mut made: Vec<Stmt> = vec![];
    for stmt in stmts.drain(..) {
        if let Some(late) = declared(&stmt) {
            waiting.retain(|it| it.name() != late.name());
            waiting.push(late);
            made.push(stmt);
            continue;
        }
        let (named, others) = waiting.iter().cloned().partition(|it| mentioned(&stmt, it));
        *waiting = others;
        match local(&stmt, &named) {
            Some(local) => {
                made.retain(|it| !declared(it).is_some_and(|it| has(&named, it.name())));
                made.push(local);
            }
            None => made.push(stmt),
        }
    }
    *stmts = made;
}

fn has(all: &[Late], name: &Ident) -> bool {
    all.iter().any(|it| it.name() == name)
}

fn mentioned(stmt: &Stmt, late: &Late) -> bool {
    mention(std::slice::from_ref(stmt), late.name())
}

fn speaks(part: &Expr, all: &[Late]) -> bool {
    let stmt = Stmt::Expr(part.clone(), None);
    all.iter().any(|it| mentioned(&stmt, it))
}

/// The declaration that a statement becomes, if each of its ways gives all of these variables their values.
fn local(stmt: &Stmt, all: &[Late]) -> Option<Stmt> {
    let Stmt::Expr(expr, _) = stmt else { return None };
    if all.is_empty() {
        return None;
    }
    let (pats, value) = match expr {
        Expr::Assign(assign) => (assigned(&assign.left, all)?, (*assign.right).clone()),
        expr => (all.to_vec(), way(expr, all)?),
    };
    if matches!(expr, Expr::Assign(_)) && speaks(&value, all) {
        return None;
    }
    let pat = joined(&pats, |it| it.pat.to_token_stream());
    let ty = |it: &Late| it.ty.as_ref().map_or_else(|| quote::quote!(_), ToTokens::to_token_stream);
    let typed = pats.iter().any(|it| it.ty.is_some()).then(|| joined(&pats, ty));
    let typed = typed.map(|ty| quote::quote!(: #ty));
    Some(syn::parse_quote!(let #pat #typed = #value;))
}

/// One part, or several as a tuple.
fn joined(
    all: &[Late],
    part: impl Fn(&Late) -> proc_macro2::TokenStream,
) -> proc_macro2::TokenStream {
    match all {
        [one] => part(one),
        all => {
            let parts = all.iter().map(part);
            quote::quote!((#(#parts),*))
        }
    }
}

/// The variables that `x = ..` and `(x, y) = ..` give their values, in this order.
fn assigned(left: &Expr, all: &[Late]) -> Option<Vec<Late>> {
    let one = |place: &Expr| {
        let Expr::Path(path) = place else { return None };
        let name = path.path.get_ident()?;
        all.iter().find(|it| it.name() == name).cloned()
    };
    let given: Vec<_> = match left {
        Expr::Tuple(places) => places.elems.iter().map(one).collect::<Option<_>>()?,
        place => vec![one(place)?],
    };
    (given.len() == all.len()).then_some(given)
}

/// A branch or block as the value of the variables.
fn way(expr: &Expr, all: &[Late]) -> Option<Expr> {
    match expr {
        Expr::If(branch) if !speaks(&branch.cond, all) => {
            let mut branch = branch.clone();
            branch.then_branch.stmts = ways(&branch.then_branch.stmts, all)?;
            let (_, otherwise) = branch.else_branch.as_mut()?;
            **otherwise = way(otherwise, all)?;
            Some(Expr::If(branch))
        }
        Expr::Match(choice) if !speaks(&choice.expr, all) => {
            let mut choice = choice.clone();
            for arm in &mut choice.arms {
                *arm.body = armed(arm, all)?;
            }
            Some(Expr::Match(choice))
        }
        Expr::Block(block) if block.label.is_none() => {
            let mut block = block.clone();
            block.block.stmts = ways(&block.block.stmts, all)?;
            Some(Expr::Block(block))
        }
        Expr::Assign(_) => {
            let stmts = ways(&[Stmt::Expr(expr.clone(), None)], all)?;
            Some(syn::parse_quote!({ #(#stmts)* }))
        }
        other => (over(other) && !speaks(other, all)).then(|| other.clone()),
    }
}

fn armed(arm: &syn::Arm, all: &[Late]) -> Option<Expr> {
    let test = Expr::Let(syn::ExprLet {
        attrs: vec![],
        let_token: Default::default(),
        pat: Box::new(arm.pat.clone()),
        eq_token: Default::default(),
        expr: Box::new(
            arm.guard
                .as_ref()
                .map_or_else(|| Expr::Tuple(syn::parse_quote!(())), |(_, guard)| (**guard).clone()),
        ),
    });
    if speaks(&test, all) {
        return None;
    }
    way(&arm.body, all)
}

/// Statements that end with the values of the variables, or never come to their end.
fn ways(stmts: &[Stmt], all: &[Late]) -> Option<Vec<Stmt>> {
    if let Some(Stmt::Expr(last, _)) = stmts.last()
        && over(last)
    {
        return (!stmts.iter().any(|stmt| all.iter().any(|it| mentioned(stmt, it))))
            .then(|| stmts.to_vec());
    }
    // Another variable of the name would stand between the value and the end.
    if all.iter().any(|it| stmts.iter().any(|stmt| binds(stmt, it.name()))) {
        return None;
    }
    let (mut stmts, mut waiting) = (stmts.to_vec(), all.to_vec());
    if let Some(Stmt::Expr(_, semi @ None)) = stmts.last_mut() {
        *semi = Some(Default::default());
    }
    bind(&mut stmts, &mut waiting);
    if !all.iter().all(|it| stmts.iter().any(|stmt| binds(stmt, it.name()))) {
        return None;
    }
    let value = joined(all, |it| it.name().to_token_stream());
    stmts.push(Stmt::Expr(syn::parse_quote!(#value), None));
    Some(stmts)
}

/// True for the declaration of a name.
fn binds(stmt: &Stmt, name: &Ident) -> bool {
    let Stmt::Local(local) = stmt else { return false };
    super::bound::bound(&local.pat).iter().any(|it| it == name)
}

/// True if code behind an expression is never reached.
fn over(expr: &Expr) -> bool {
    matches!(expr, Expr::Continue(_) | Expr::Break(_)) || super::early::diverges(expr)
}
