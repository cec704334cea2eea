//! Branches and blocks that have a value and change names as well: `let x = match y { A => { list.push(1); 2 } .. };`.
//!
//! They end with the value and the names, which the `let` binds together.

use super::changes::Let;
use super::ending::{local, one, tuple_pat};
use super::targets::targets;
use super::{Resolver, typed};
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::later;
use crate::workflow::lower::taken_first;
use syn::spanned::Spanned;
use syn::{Expr, Ident, Pat, Stmt};

/// A value, with the names that it changes behind it.
pub(super) struct Valued {
    value: Ex,
    changed: Vec<Ident>,
}

impl Resolver<'_> {
    /// The names that a `let` binds: its own, and those that its value changes.
    pub(super) fn locals(&mut self, local: &syn::Local) -> Vec<Let> {
        match &local.init {
            Some(init) if init.diverge.is_none() && !self.changed_by(&init.expr).is_empty() => {
                let value = self.valued(&init.expr);
                self.bound_to(&local.pat, value)
            }
            _ => self.local(local).into_iter().collect(),
        }
    }

    /// The names that a branch or block with a value may change.
    fn changed_by(&mut self, value: &Expr) -> Vec<Ident> {
        if !is_way(value) {
            return vec![];
        }
        let outs = self.outs(value);
        if !outs.iter().all(|(name, _)| self.env.is_own(name)) {
            return vec![];
        }
        outs.into_iter().map(|(_, local)| local).collect()
    }

    pub(super) fn valued(&mut self, value: &Expr) -> Valued {
        let changed = self.changed_by(value);
        if changed.is_empty() {
            let value = self.value(value);
            return Valued { value: self.inferred(value), changed };
        }
        Valued { value: self.with_changed(value, &changed), changed }
    }

    /// Binds a value to a pattern, and what it changed to its names.
    pub(super) fn bound_to(&mut self, pat: &Pat, valued: Valued) -> Vec<Let> {
        let (pat, ty) = typed(pat);
        let Valued { value, changed } = valued;
        if changed.is_empty() {
            return vec![(self.local_pat(pat), ty.cloned(), value)];
        }
        let span = pat.span();
        let names = tuple_pat(&changed);
        let whole = self.env.fresh("value", span);
        let pat = self.local_pat(pat);
        vec![
            (syn::parse_quote!((#whole, #names)), None, value),
            (pat, ty.cloned(), super::ending::local(&whole, span)),
        ]
    }

    /// The value and the names that a way ends with.
    fn with_changed(&mut self, way: &Expr, changed: &[Ident]) -> Ex {
        let span = way.span();
        match way {
            Expr::Paren(inner) => self.with_changed(&inner.expr, changed),
            Expr::Group(inner) => self.with_changed(&inner.expr, changed),
            Expr::If(branch) if let Some((_, otherwise)) = &branch.else_branch => {
                let then = |this: &mut Self| this.block_with(&branch.then_branch, changed);
                let otherwise = |this: &mut Self| this.with_changed(otherwise, changed);
                Ex::new(self.either(branch, then, otherwise), span)
            }
            Expr::Match(choice) => {
                let kind = self.choice(choice, |this, body| this.with_changed(body, changed));
                Ex::new(kind, span)
            }
            Expr::Block(block) if block.label.is_none() => self.block_with(&block.block, changed),
            value => {
                let value = self.value(value);
                let value = self.inferred(value);
                let names = changed.iter().map(|name| local(name, span)).collect();
                Ex::new(ExKind::Tuple(vec![value, one(names, span)]), span)
            }
        }
    }

    fn block_with(&mut self, block: &syn::Block, changed: &[Ident]) -> Ex {
        self.env.push();
        let own = |stmt: &Stmt| taken_first(stmt).unwrap_or_else(|| vec![stmt.clone()]);
        let mut stmts: Vec<Stmt> = block.stmts.iter().flat_map(own).collect();
        later::given(&mut stmts);
        let mut lets = vec![];
        let tail = match stmts.pop() {
            Some(Stmt::Expr(tail, None)) if !matches!(tail, Expr::ForLoop(_)) => tail,
            last => {
                stmts.extend(last);
                syn::parse_quote_spanned!(block.span()=> ())
            }
        };
        for stmt in &stmts {
            match stmt {
                Stmt::Local(local) => lets.extend(self.locals(local)),
                stmt => self.statement(stmt, &mut lets),
            }
        }
        let tail = self.with_changed(&tail, changed);
        self.env.pop();
        Ex::new(ExKind::Block(lets, Box::new(tail)), block.span())
    }
}

/// True for what may change names on its way to a value.
fn is_way(value: &Expr) -> bool {
    match value {
        Expr::Paren(inner) => is_way(&inner.expr),
        Expr::Group(inner) => is_way(&inner.expr),
        Expr::If(branch) => branch.else_branch.is_some() && !targets(value).is_empty(),
        Expr::Match(_) => !targets(value).is_empty(),
        Expr::Block(block) => block.label.is_none() && !targets(value).is_empty(),
        _ => false,
    }
}
