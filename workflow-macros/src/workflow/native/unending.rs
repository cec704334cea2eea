//! Branches and items that never end well: what comes after them is never reached, but has types.

use crate::errors::Errors;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{
    BlockId, End, FailValue, Fork, ForkKind, Graph, Kind, ScopeId, Stmt, VarId,
};
use crate::workflow::uses;
use syn::Pat;

/// Refuses branches and items whose value has no type: they never end with `Ok(..)`, and nothing reads it.
pub fn check(graph: &Graph, errors: &mut Errors) {
    for state in &graph.states {
        let Kind::Fork(Fork { kind, outcome, .. }) = &state.kind else { continue };
        let (what, scopes) = match kind {
            ForkKind::Parallel { branches } => ("a branch", branches.clone()),
            ForkKind::Map { item, .. } => ("an item", vec![*item]),
        };
        let map = matches!(kind, ForkKind::Map { .. });
        let open = |(index, scope): (usize, &ScopeId)| match graph.scopes[*scope].wins {
            Some(_) => !ends(graph, *scope) && graph.takes_prize(*scope),
            None => {
                !graph.scopes[*scope].typed
                    && !ends(graph, *scope)
                    && graph.is_unread(outcome.ok, (!map).then_some(index))
            }
        };
        if scopes.iter().enumerate().any(open) {
            errors.span(
                state.span,
                format!("{what} never ends with `Ok(..)`, so its value has no type"),
                match scopes.iter().any(|scope| graph.scopes[*scope].wins.is_some()) {
                    true => "it cannot win: its arm binds nothing, `Raced::Second(_) => ..`; or leave a loop with `return Ok(..)`",
                    false => "write the type where it fails: `Err::<(), _>(..)`; or leave a loop with `return Ok(..)`",
                },
            );
            errors.echo();
        }
    }
}

/// True if a scope ends with a value.
fn ends(graph: &Graph, scope: ScopeId) -> bool {
    let own = graph.blocks.iter().filter(|block| block.scope == scope);
    own.into_iter().any(|block| match block.end {
        End::Return(_) => true,
        End::Enter(state) => {
            matches!(graph.states[state].kind, Kind::Fail { failure: FailValue::Won { .. } })
        }
        _ => false,
    })
}

impl Graph {
    /// True if an arm binds the value with which a branch wins.
    fn takes_prize(&self, branch: ScopeId) -> bool {
        let mut code = self.blocks.iter().flat_map(|block| block.code.iter().chain(&block.late));
        code.any(|stmt| {
            matches!(stmt, Stmt::Let { value, .. } if matches!(value.kind, ExKind::Won(of, _) if of == branch))
        })
    }

    /// True if nothing reads a part of a fork's result, or all of it: then nothing tells rustc its type, either.
    pub fn is_unread(&self, ok: BlockId, part: Option<usize>) -> bool {
        let block = &self.blocks[ok];
        let mut holder = None;
        let mut unread = !matches!(block.end, End::Return(Ex { kind: ExKind::Result(_), .. }));
        for stmt in block.code.iter().chain(&block.late) {
            let Stmt::Let { pat, binds, value, .. } = stmt else { continue };
            let of = match value.kind {
                ExKind::Result(_) => true,
                ExKind::Var(var) => holder == Some(var),
                _ => false,
            };
            match (of, pat, &binds[..]) {
                (true, Pat::Ident(_), [var]) => {
                    // Taken apart by the next statement.
                    holder = Some(*var);
                    unread &= self.reads(*var).all(|used| self.takes_apart(used, *var));
                }
                (true, pat, binds) => unread &= self.binds_unread(pat, binds, part),
                _ => {}
            }
        }
        unread
    }

    fn binds_unread(&self, pat: &Pat, binds: &[VarId], part: Option<usize>) -> bool {
        let of = match (pat, part) {
            (Pat::Tuple(tuple), Some(part)) => tuple.elems.iter().nth(part),
            (pat, _) => Some(pat),
        };
        match of {
            Some(Pat::Wild(_)) => true,
            Some(Pat::Ident(name)) => {
                let named = |var: &&VarId| self.vars[**var].ident == name.ident;
                binds.iter().find(named).is_some_and(|var| self.reads(*var).next().is_none())
            }
            _ => false,
        }
    }

    /// The statements that read a variable; `None` for the end of a block.
    fn reads(&self, var: VarId) -> impl Iterator<Item = Option<&Stmt>> {
        self.blocks.iter().flat_map(move |block| {
            let of = move |used: &[uses::Use<'_>]| used.iter().any(|used| used.place.0 == var);
            let code = block.code.iter().chain(&block.late).filter(move |stmt| {
                let mut used = vec![];
                uses::stmt(stmt, &mut used);
                of(&used)
            });
            let mut used = vec![];
            match &block.end {
                End::Enter(state) => uses::entry(self, *state, &mut used),
                End::Return(value) => uses::expr(value, true, &mut used),
                _ => {}
            }
            let end = of(&used).then_some(None);
            code.map(Some).chain(end)
        })
    }

    fn takes_apart(&self, stmt: Option<&Stmt>, var: VarId) -> bool {
        matches!(stmt, Some(Stmt::Let { pat: Pat::Tuple(_) | Pat::Wild(_), value, .. })
            if matches!(value.kind, ExKind::Var(of) if of == var))
    }
}
