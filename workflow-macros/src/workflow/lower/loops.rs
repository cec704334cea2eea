//! `loop`, `while`, `for`, `break` and `continue`.

use super::borrowed::{self, owned};
use super::counted::Counted;
use super::taken::popped;
use super::{Dest, Loop, Lower, at};
use crate::workflow::ex::{Ex, ExKind, tested};
use crate::workflow::model::{
    BlockId, Choice, End, Form, Kind, Probe, Rule, Stmt, Test, Var, VarKind,
};
use crate::workflow::titles;
use syn::spanned::Spanned;
use syn::{Expr, Lifetime};

const IDLE: &str = "go through a list or a range, which is one expression: `for x in list { .. }`; or await a task or `sleep` in each turn";
const NOTHING: &str = "change a variable in it, await a task, or remove it";

impl Lower<'_> {
    pub(super) fn any_loop(&mut self, expr: &Expr, dest: Dest) {
        if self.folded(expr) {
            if !matches!(dest, Dest::Drop) {
                self.finish(Ex::new(ExKind::Unit, expr.span()), dest);
            }
            return;
        }
        let (before, mistakes) = (self.graph.states.len(), self.errors.count());
        let (head, after) = (self.graph.block(self.scope), self.graph.block(self.scope));
        let keyword = match expr {
            Expr::Loop(turns) => {
                self.open(head, after, turns.label.as_ref(), dest);
                self.block(&turns.body, Dest::Drop);
                turns.loop_token.span
            }
            Expr::While(turns) => {
                self.while_loop(turns, head, after);
                turns.while_token.span
            }
            Expr::ForLoop(turns) => {
                self.for_loop(turns, head, after);
                turns.for_token.span
            }
            _ => return,
        };
        self.end(End::Goto(head));
        let idle = self.graph.states[before..].iter().all(|state| !waits(&state.kind));
        if idle && mistakes == self.errors.count() {
            let (what, help) = match expr {
                Expr::Loop(turns) if turns.body.stmts.is_empty() => (
                    "this loop never ends",
                    "leave it with `break` or `return`, and await a task or `sleep` in each turn",
                ),
                Expr::ForLoop(turns) => {
                    if self.refuse_leaving(turns) {
                        return self.close(after, dest, expr);
                    }
                    ("this loop changes nothing and awaits nothing", NOTHING)
                }
                _ => ("this loop awaits nothing", IDLE),
            };
            self.errors.span(keyword, what, help);
        }
        self.close(after, dest, expr);
    }

    pub(super) fn open(
        &mut self,
        head: BlockId,
        after: BlockId,
        label: Option<&syn::Label>,
        dest: Dest,
    ) {
        self.end(End::Goto(head));
        self.here = Some(head);
        let label = label.map(|label| label.name.ident.to_string());
        self.loops.push(Loop { label, head: Some(head), after, dest, left: false });
    }

    fn close(&mut self, after: BlockId, dest: Dest, expr: &Expr) {
        let turns = self.loops.pop();
        let reached = turns.is_some_and(|turns| turns.left) || !matches!(expr, Expr::Loop(_));
        self.here = reached.then_some(after);
        if !reached {
            self.graph.blocks[after].end = End::Unreachable;
        }
        // `while` and `for` have no value of their own.
        if !matches!(expr, Expr::Loop(_)) && !matches!(dest, Dest::Drop) {
            self.finish(Ex::new(ExKind::Unit, expr.span()), dest);
        }
    }

    fn while_loop(&mut self, turns: &syn::ExprWhile, head: BlockId, after: BlockId) {
        self.open(head, after, turns.label.as_ref(), Dest::Drop);
        let body = self.graph.block(self.scope);
        if let Some((test, guard)) = tested(&turns.cond) {
            return self.while_let(turns, test, guard.as_ref(), body, after);
        }
        let Some(condition) = self.value(&turns.cond) else { return };
        let name = titles::turns(&turns.cond);
        let rules = vec![Rule { test: Test::When(condition), next: body }];
        self.enter(
            &name,
            at(&turns.cond),
            Kind::Choice(Choice { rules, default: after, form: Form::If }),
        );
        self.here = Some(body);
        self.block(&turns.body, Dest::Drop);
    }

    fn while_let(
        &mut self,
        turns: &syn::ExprWhile,
        test: &syn::ExprLet,
        guard: Option<&Expr>,
        body: BlockId,
        after: BlockId,
    ) {
        if matches!(&*test.expr, Expr::Await(_)) {
            return self.errors.at(
                turns.while_token,
                "`while let` on the result of a call",
                "write `loop { match call.await { Ok(..) => .., Err(..) => break } }`",
            );
        }
        let popped = popped(&test.pat, &test.expr).filter(|_| guard.is_none());
        let read = popped.as_ref().map_or(&*test.expr, |popped| &popped.read);
        let Some(on) = self.value(read) else { return };
        let name = titles::also(titles::turns_of(&test.expr, &test.pat), guard);
        self.env.push();
        let (pat, binds) = self.pattern(&test.pat, None);
        let guard = guard.map(|guard| self.guard(guard));
        let form = Form::Match { on: on.clone(), default: syn::parse_quote!(_) };
        let rules = vec![Rule { test: Test::Fits(pat.clone(), guard), next: body }];
        self.enter(&name, at(&test.expr), Kind::Choice(Choice { rules, default: after, form }));
        self.here = Some(body);
        self.push(Stmt::Let { pat, binds, ty: None, value: on, bound: true });
        if let Some(popped) = popped {
            self.mutate(&popped.call);
        }
        self.block(&turns.body, Dest::Drop);
        self.env.pop();
    }

    fn for_loop(&mut self, turns: &syn::ExprForLoop, head: BlockId, after: BlockId) {
        if let Some(range) = Counted::of(&turns.expr) {
            return self.counted_loop(turns, &range, head, after);
        }
        let kept = owned(&turns.expr, is_pair(&turns.pat));
        let list = kept.as_ref().map_or(&*turns.expr, |kept| &kept.list);
        let Some(list) = self.value(list) else { return };
        let name = super::hint(&turns.pat).unwrap_or_else(|| "item".to_owned()).replace(',', "_");
        let each = self.each(&name, turns.expr.span(), is_pair(&turns.pat));
        self.set(each, list);
        let label = titles::each(&turns.pat, &turns.expr);
        self.open(head, after, turns.label.as_ref(), Dest::Drop);
        let body = self.graph.block(self.scope);
        let rules = vec![Rule { test: Test::HasNext, next: body }];
        self.enter(
            &label,
            turns.pat.span(),
            Kind::Choice(Choice { rules, default: after, form: Form::For { each } }),
        );
        self.here = Some(body);
        self.env.push();
        let (mut pat, binds) = self.pattern(&turns.pat, None);
        if let Some(kept) = kept {
            match kept.items.fit(&mut pat) {
                Some(lent) => self.lent(&binds, lent),
                None => borrowed::refuse(&turns.pat, self.errors),
            }
        }
        self.graph.vars[each].writes += 1;
        self.push(Stmt::Take { each, pat, binds });
        self.block(&turns.body, Dest::Drop);
        self.env.pop();
    }

    /// The iterator of a loop: natively one variable, in the document a list and an index.
    fn each(&mut self, name: &str, span: proc_macro2::Span, pairs: bool) -> usize {
        let each = self.temporary(&format!("{name}_each"), span);
        let shadow = |this: &mut Self, suffix: &str| {
            let var = this.temporary(&format!("{name}_{suffix}"), span);
            this.graph.vars[var].kind = VarKind::Shadow { of: each };
            var
        };
        let (list, index) = (shadow(self, "list"), shadow(self, "index"));
        self.graph.vars[list].probe = self.graph.vars[each].probe;
        let counter = self.graph.vars[index].probe;
        self.graph.probes[counter] = Probe::Index;
        let Var { kind, mutable, .. } = &mut self.graph.vars[each];
        (*kind, *mutable) = (VarKind::Each { list, index, pairs }, true);
        each
    }

    fn find(&mut self, label: Option<&Lifetime>, at: proc_macro2::Span) -> Option<usize> {
        let name = label.map(|label| label.ident.to_string());
        let found = self.loops.iter().rposition(|turns| match &name {
            Some(_) => turns.label == name,
            None => turns.head.is_some(),
        });
        if found.is_none() {
            self.errors.span(
                at,
                "this leaves a loop that is outside of its branch, item or block",
                "end the branch, item or `async` block with a value, `return Ok(..)`, and leave the loop outside",
            );
        }
        found
    }

    pub(super) fn leave(&mut self, leave: &syn::ExprBreak) {
        let Some(index) = self.find(leave.label.as_ref(), leave.span()) else { return };
        if let Some(value) = &leave.expr {
            match self.loops[index].dest {
                Dest::Return => return self.into(value, Dest::Return),
                dest => self.into(value, dest),
            }
        }
        let turns = &mut self.loops[index];
        turns.left |= self.here.is_some();
        let after = turns.after;
        self.end(End::Goto(after));
    }

    pub(super) fn next_turn(&mut self, next: &syn::ExprContinue) {
        if let Some(index) = self.find(next.label.as_ref(), next.span())
            && let Some(head) = self.loops[index].head
        {
            self.end(End::Goto(head));
        }
    }
}

/// `(key, value)`: syntax cannot tell a list of pairs from a map.
fn is_pair(pat: &syn::Pat) -> bool {
    match pat {
        syn::Pat::Tuple(tuple) => tuple.elems.len() == 2,
        syn::Pat::Paren(inner) => is_pair(&inner.pat),
        syn::Pat::Reference(inner) => is_pair(&inner.pat),
        _ => false,
    }
}

fn waits(kind: &Kind) -> bool {
    matches!(kind, Kind::Task(_) | Kind::Wait { .. } | Kind::Fork(_))
}
