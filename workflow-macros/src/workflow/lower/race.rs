//! `race!`: a Parallel whose branches end in Fail states, and whose catchers take the value of the first.

use super::branch::Join;
use super::call::Parts;
use super::{Dest, Lower, at};
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{
    BlockId, Catch, CatchName, End, FailValue, ForkKind, Kind, ScopeId, StateId,
};
use crate::workflow::race::{place, position};
use crate::workflow::resolve::last;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, Pat};

/// The form of a race, for messages.
const FORM: &str =
    "write `match race!(a, b).await? { Raced::First(x) => .., Raced::Second(y) => .. }`";

/// The race that an expression awaits; true if `?` follows.
pub(super) fn awaited(expr: &Expr) -> Option<(&syn::ExprAwait, bool)> {
    match expr {
        Expr::Paren(paren) => awaited(&paren.expr),
        Expr::Try(attempt) => match awaited(&attempt.expr)? {
            (call, false) => Some((call, true)),
            _ => None,
        },
        Expr::Await(call) => match Parts::of(&call.base).base {
            Expr::Macro(mac) if last(&mac.mac.path) == "race" => {
                super::call::foreign(Parts::of(&call.base).base).is_none().then_some((call, false))
            }
            _ => None,
        },
        _ => None,
    }
}

/// An arm of the `match` on a race.
enum Side<'a> {
    /// Branches that win, and the pattern of their value.
    Won(Vec<usize>, &'a Pat),
    /// The failure of a branch.
    Failed(&'a Pat),
}

impl Lower<'_> {
    /// Enters the Parallel of a race. What comes next is in its catchers.
    pub(super) fn race(
        &mut self,
        mac: &syn::Macro,
        parts: &Parts<'_>,
        catch: Vec<Catch>,
    ) -> Option<StateId> {
        if !catch.iter().any(|catch| matches!(catch.names[..], [CatchName::Won(_), ..])) {
            self.errors.at(
                &mac.path,
                "the outcome of `race!` is matched where it is awaited",
                FORM,
            );
            self.errors.echo();
            return None;
        }
        self.refuse_builders(parts, &["named"], "`race!`");
        let branches = self.written_branches(mac, "race!")?;
        self.hint = None;
        let name = self.name(parts, "Race");
        let state = self.enter_as(name, at(&mac.path), Kind::Pass { next: 0 });
        let scopes = branches.iter().enumerate().map(|(position, branch)| {
            self.child_branch(state, branch, |this| {
                let scope = this.scope;
                this.graph.scopes[scope].wins = Some(position);
                match Self::is_sleep(branch) {
                    true => this.pause(branch),
                    false => this.branch_body(branch, "race!"),
                }
            })
        });
        let branches = scopes.collect();
        let state = self.forked(state, ForkKind::Parallel { branches }, parts, catch);
        self.end(End::Raced);
        Some(state)
    }

    /// A branch that is nothing but a wait.
    fn pause(&mut self, sleep: &Expr) {
        if self.call(sleep, vec![]).is_some() {
            self.give(Ex::new(ExKind::Unit, sleep.span()));
        }
    }

    /// Ends the branch of a race with its value.
    pub(super) fn win(&mut self, position: usize, value: Ex) {
        let (scope, span) = (self.scope, value.span);
        let value = match value.kind {
            // The Fail state comes after the state that has the result.
            ExKind::Result(_) => {
                let result = self.temporary("won", span);
                self.set(result, value);
                crate::workflow::resolve::var(result, span)
            }
            _ => value,
        };
        let failure = FailValue::Won { scope, position, value: Box::new(value) };
        self.enter(&format!("{} wins", place(position)), span, Kind::Fail { failure });
    }

    /// `match race!(..).await? { .. }`; not `tried`: the arms have `Ok(..)` and `Err(..)`.
    pub(super) fn race_match(
        &mut self,
        call: &syn::ExprAwait,
        tried: bool,
        arms: &[syn::Arm],
        dest: Dest,
    ) {
        let joined = joined(tried, arms);
        let arms = joined.as_deref().unwrap_or(arms);
        let Some(mut sides) = self.sides(call, tried, arms) else { return self.errors.echo() };
        // `States.ALL` is the last catcher, wherever the arm stands.
        sides.sort_by_key(|(side, _)| matches!(side, Side::Failed(_)));
        let blocks: Vec<BlockId> = sides.iter().map(|_| self.graph.block(self.scope)).collect();
        let (mut scopes, mut catchers) = (vec![], vec![]);
        for ((side, _), block) in sides.iter().zip(&blocks) {
            self.env.push();
            catchers.push(match side {
                Side::Failed(pat) => self.catch(pat, *block, call),
                Side::Won(positions, _) => Catch {
                    pat: syn::parse_quote!(_),
                    names: positions.iter().map(|position| CatchName::Won(*position)).collect(),
                    binds: vec![],
                    whole: None,
                    block: *block,
                },
            });
            scopes.push(self.env.take());
        }
        let Some(state) = self.call(&call.base, catchers) else { return };
        let children = self.graph.children(state);
        let mut join = Join::new(self);
        for (((side, body), block), scope) in sides.iter().zip(blocks).zip(scopes) {
            self.env.put(scope);
            let failed =
                matches!(side, Side::Failed(_)).then(|| self.graph.states[state].name.clone());
            let outer = failed.map(|failed| self.failing.replace(failed));
            join.arm(self, block, |this| {
                if let Side::Won(positions, pat) = side {
                    this.take_value(positions, pat, &children);
                }
                this.into(body, dest);
            });
            if let Some(outer) = outer {
                self.failing = outer;
            }
            self.env.pop();
        }
        join.end(self);
    }

    /// Binds the value of the winner.
    fn take_value(&mut self, positions: &[usize], pat: &Pat, children: &[ScopeId]) {
        if let [position] = positions
            && let Some(scope) = children.get(*position)
            && !matches!(pat, Pat::Wild(_))
        {
            let probe = self.graph.probe(pat.span());
            self.bind_let(pat, None, Ex::new(ExKind::Won(*scope, probe), pat.span()));
        }
    }

    /// Sorts the arms: each branch has one, and a failure one at most.
    fn sides<'a>(
        &mut self,
        call: &syn::ExprAwait,
        tried: bool,
        arms: &'a [syn::Arm],
    ) -> Option<Vec<(Side<'a>, &'a Expr)>> {
        let count = match branch_count(&call.base) {
            Ok(count) => count,
            Err(error) => {
                self.errors.add(error);
                return None;
            }
        };
        let mut open: Vec<usize> = (0..count).collect();
        let mistakes = self.errors.count();
        let mut sides = vec![];
        for arm in arms {
            if let Some((guard, _)) = &arm.guard {
                self.errors.at(
                    guard,
                    "an arm of a race cannot have a guard here",
                    "behind it write one without a guard for the same branch, and none for `_`: `Raced::First(_) => ..`; or use `if` inside the arm",
                );
            }
            let Some(side) = self.side(&arm.pat, tried, &mut open) else { continue };
            let failed = |side: &Side<'_>| matches!(side, Side::Failed(_));
            if failed(&side) && sides.iter().any(|(side, _)| failed(side)) {
                self.errors.at(
                    &arm.pat,
                    "a race has one arm for its failure",
                    "bind it whole, `Err(failure)`, and look at `failure.error()` inside",
                );
            }
            sides.push((side, &*arm.body));
        }
        if mistakes == self.errors.count() && !open.is_empty() {
            let missing: Vec<_> =
                open.iter().map(|position| format!("`Raced::{}(..)`", place(*position))).collect();
            self.errors.at(
                call.await_token,
                format!("the match has no arm for {}", missing.join(", ")),
                "add one: every branch may win",
            );
        }
        (mistakes == self.errors.count()).then_some(sides)
    }

    fn side<'a>(&mut self, pat: &'a Pat, tried: bool, open: &mut Vec<usize>) -> Option<Side<'a>> {
        match (pat, one(pat)) {
            (Pat::Paren(paren), _) => return self.side(&paren.pat, tried, open),
            (_, Some(("Err", failure))) if !tried => return Some(Side::Failed(failure)),
            (_, Some(("Ok", won))) if !tried => return self.side(won, true, open),
            (Pat::Wild(_), _) if tried && !open.is_empty() => {
                return Some(Side::Won(std::mem::take(open), pat));
            }
            (_, Some((name, value))) if tried => {
                if let Some(found) = position(name)
                    && let Some(at) = open.iter().position(|open| *open == found)
                {
                    open.remove(at);
                    if crate::workflow::phrase::refutable(value) {
                        self.errors.at(
                            value,
                            "an arm of `race!` must take every value of its branch",
                            "bind the value, and `match` on it inside the arm",
                        );
                    }
                    return Some(Side::Won(vec![found], value));
                }
            }
            _ => {}
        }
        let help = match tried {
            true => "write an arm for each branch, by its position: `Raced::First(value) => ..`",
            false => {
                "write `Ok(Raced::First(value)) => ..` for each branch, and `Err(failure) => ..`; or await it with `?`"
            }
        };
        self.errors.at(
            pat,
            "this pattern fits no branch of the race, or one that an arm above takes",
            help,
        );
        None
    }
}

/// The arms with one for each branch: of several, which have guards or look into the value, it is a `match`. `None` if
/// there is nothing to join, or an arm takes what these leave.
fn joined(tried: bool, arms: &[syn::Arm]) -> Option<Vec<syn::Arm>> {
    let looks = |arm: &syn::Arm| {
        let value = won(tried, &arm.pat)?;
        Some(arm.guard.is_some() || crate::workflow::phrase::refutable(value.1))
    };
    let rest = |arm: &syn::Arm| matches!(&arm.pat, Pat::Wild(_));
    if arms.iter().any(rest) || !arms.iter().any(|arm| looks(arm) == Some(true)) {
        return None;
    }
    let mut written: Vec<syn::Arm> = vec![];
    for (at, arm) in arms.iter().enumerate() {
        let Some((name, _)) = won(tried, &arm.pat) else {
            written.push(arm.clone());
            continue;
        };
        let same = |arm: &&syn::Arm| won(tried, &arm.pat).is_some_and(|(other, _)| other == name);
        if !arms[..at].iter().any(|before| same(&before)) {
            let of: Vec<&syn::Arm> = arms[at..].iter().filter(same).collect();
            written.push(if looks(arm) == Some(true) {
                looked_into(tried, &of)?
            } else {
                arm.clone()
            });
        }
    }
    Some(written)
}

/// One arm for several of the same branch.
fn looked_into(tried: bool, arms: &[&syn::Arm]) -> Option<syn::Arm> {
    let first = *arms.first()?;
    let span = first.pat.span();
    let value = crate::ident::own(&unused(arms), span);
    let inside = arms.iter().filter_map(|arm| {
        let pat = won(tried, &arm.pat)?.1.clone();
        Some(syn::Arm { pat, ..(*arm).clone() })
    });
    let body = syn::parse_quote_spanned!(span=> match #value { #(#inside)* });
    let mut arm = syn::Arm { guard: None, body, ..first.clone() };
    *won_mut(tried, &mut arm.pat)? = syn::parse_quote_spanned!(span=> #value);
    Some(arm)
}

/// A name for the value that some arms look into: none that they mention, which is the user's own.
fn unused(arms: &[&syn::Arm]) -> String {
    let code: String = arms.iter().map(|arm| arm.to_token_stream().to_string()).collect();
    let mut name = "won".to_owned();
    let mut number = 1;
    while code.contains(&name) {
        number += 1;
        name = format!("won_{number}");
    }
    name
}

/// The branch that a pattern speaks of, and the pattern of its value.
fn won(tried: bool, pat: &Pat) -> Option<(&'static str, &Pat)> {
    match (tried, pat, one(pat)) {
        (_, Pat::Paren(paren), _) => won(tried, &paren.pat),
        (false, _, Some(("Ok", inner))) => won(true, inner),
        (true, _, Some((name, value))) => position(name).map(|_| (name, value)),
        _ => None,
    }
}

fn won_mut(tried: bool, pat: &mut Pat) -> Option<&mut Pat> {
    match pat {
        Pat::Paren(paren) => won_mut(tried, &mut paren.pat),
        Pat::TupleStruct(tuple) => {
            let inner = tuple.elems.first_mut()?;
            if tried { Some(inner) } else { won_mut(true, inner) }
        }
        _ => None,
    }
}

/// `Name(pattern)`: the last name of the path, and the pattern.
fn one(pat: &Pat) -> Option<(&'static str, &Pat)> {
    let Pat::TupleStruct(tuple) = pat else { return None };
    let name = last(&tuple.path);
    let known = ["Ok", "Err"].into_iter().find(|known| *known == name);
    let name = known.or_else(|| position(&name).map(place))?;
    (tuple.elems.len() == 1).then(|| (name, &tuple.elems[0]))
}

fn branch_count(call: &Expr) -> syn::Result<usize> {
    let Expr::Macro(mac) = Parts::of(call).base else { return Ok(0) };
    let parse = syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated;
    mac.mac.parse_body_with(parse).map(|branches| branches.len())
}
