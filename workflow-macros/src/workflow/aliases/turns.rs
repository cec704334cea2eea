//! Loops over what changes: `for item in &mut list`, `for (key, value) in map.iter_mut()`, `for value in map.values_mut()`.

use super::checked::Check;
use super::places::{self, Alias, KEY, PART, fresh, parenless};
use super::region::waits;
use super::substituted::Substituted;
use super::{Aliases, ended};
use crate::workflow::bound::bound_in;
use crate::workflow::ex::GATHERED;
use crate::workflow::resolve::targets;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, ExprForLoop, Ident, Pat, Stmt, parse_quote, parse_quote_spanned};

/// Items as a `map` goes over them.
struct Mapped {
    /// The list or map that gives the items, and is made anew of them.
    place: Expr,
    /// The items are numbered.
    counted: bool,
    /// The parts of the closure: its parameter, statements before, and value.
    takes: Pat,
    before: Vec<Stmt>,
    gives: Expr,
    /// The item as it was.
    same: Expr,
    /// The names of what changes.
    names: Vec<Ident>,
    /// Other names that are bound.
    others: Vec<Ident>,
}

impl Aliases<'_> {
    /// A loop, whatever it goes over.
    pub(super) fn turns(&mut self, mut turns: ExprForLoop) -> Vec<Stmt> {
        self.visit_expr_mut(&mut turns.expr);
        self.block(&mut turns.body, true);
        if let Some(mapped) = mapped(&turns, &mut self.count) {
            return vec![mapped];
        }
        let waits = waits(&turns.body.stmts);
        let pairs = pairs(&turns);
        let known = if waits { None } else { Mapped::of(&turns, &mut self.count) };
        if let Some(made) = known.filter(|made| self.rebuilds(&turns, made)) {
            return self.rebuilt(turns, made);
        }
        if let Some((over, pat, alias)) = places::turns(&turns.pat, &turns.expr, &mut self.count) {
            (*turns.expr, *turns.pat) = (over, pat);
            let mut stmts = std::mem::take(&mut turns.body.stmts);
            ended(&mut stmts);
            turns.body.stmts = self.put_back(alias, stmts, true);
            return vec![Stmt::Expr(Expr::ForLoop(turns), None)];
        }
        let Some((place, key, value)) = pairs else {
            return vec![Stmt::Expr(Expr::ForLoop(turns), None)];
        };
        if let Some(at) = left(&turns.body, self.asyncs > 0, Breaks::Leave) {
            self.errors.span(
                at,
                "a loop that changes pairs cannot be left early: the macro cannot tell a map from a list of pairs",
                "write `for value in map.values_mut()` for a map, `for pair in list.iter_mut() { .. pair.1 .. }` for a list",
            );
        }
        let made = Mapped::of_pairs(&turns, place, (&key, &value), &mut self.count);
        self.rebuilt(turns, made)
    }

    /// True if the value that a loop without a call goes over can be built anew of what its turns leave.
    fn rebuilds(&self, turns: &ExprForLoop, made: &Mapped) -> bool {
        let counts = |name: &Ident| targets(&super::block(turns.body.stmts.clone())).contains(name);
        turns.label.is_none()
            && left(&turns.body, self.asyncs > 0, Breaks::Stay).is_none()
            && !(self.asyncs > 0 && tries(&turns.body))
            && !made.others.iter().any(counts)
    }

    /// A loop over items that change: the value is built anew of them. What is behind a `break` stays as it is.
    fn rebuilt(&mut self, mut turns: ExprForLoop, made: Mapped) -> Vec<Stmt> {
        let at = turns.expr.span();
        let all = fresh("__all", &mut self.count, &turns.expr);
        let breaks = left(&turns.body, false, Breaks::Leave).is_some();
        let done = breaks.then(|| fresh("__done", &mut self.count, &turns.expr));
        let mut stmts = std::mem::take(&mut turns.body.stmts);
        ended(&mut stmts);
        let (place, gives) = (made.place.clone(), &made.gives);
        let alias = Alias {
            also: made.names[1..].to_vec(),
            bind: made.before.clone(),
            back: vec![parse_quote_spanned!(at=> #all.push(#gives);)],
            place: Some(place.clone()),
            others: made.others.clone(),
            ..Alias::named(&made.names[0])
        };
        // Each item is kept, whatever uses it.
        let mut stmts = self.put_back(alias, stmts, true);
        ended(&mut stmts);
        turns.body.stmts = stmts;
        let mut before: Vec<Stmt> =
            vec![parse_quote_spanned!(at=> let mut #all = ::std::vec::Vec::new();)];
        if let Some(done) = &done {
            Ending { done, depth: 0 }.stmts(&mut turns.body.stmts);
            let same = &made.same;
            let rest = parse_quote_spanned!(at=> if #done { #all.push(#same); continue; });
            turns.body.stmts.insert(0, rest);
            before.push(parse_quote_spanned!(at=> let mut #done = false;));
        }
        (*turns.expr, *turns.pat) = (made.copied(at), made.takes);
        let gathered = Ident::new(GATHERED, at);
        before.push(Stmt::Expr(Expr::ForLoop(turns), None));
        before.push(parse_quote_spanned!(at=> #place.#gathered(#all);));
        before
    }
}

/// Goes through the rest of the turns without a change, in place of `break`.
struct Ending<'a> {
    done: &'a Ident,
    /// Loops within.
    depth: usize,
}

impl Ending<'_> {
    fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        let mut made = Vec::with_capacity(stmts.len());
        for mut stmt in stmts.drain(..) {
            match &stmt {
                Stmt::Expr(Expr::Break(leave), _) if self.depth == 0 => {
                    made.extend(self.instead(leave));
                }
                _ => {
                    self.visit_stmt_mut(&mut stmt);
                    made.push(stmt);
                }
            }
        }
        *stmts = made;
    }

    fn instead(&self, leave: &syn::ExprBreak) -> [Stmt; 2] {
        let (done, at) = (self.done, leave.break_token.span);
        [parse_quote_spanned!(at=> #done = true;), parse_quote_spanned!(at=> continue;)]
    }

    fn turns(&mut self, body: &mut Block) {
        self.depth += 1;
        self.stmts(&mut body.stmts);
        self.depth -= 1;
    }
}

impl VisitMut for Ending<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        self.stmts(&mut block.stmts);
    }
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Closure(_) => {}
            Expr::ForLoop(turns) => self.turns(&mut turns.body),
            Expr::While(turns) => self.turns(&mut turns.body),
            Expr::Loop(turns) => self.turns(&mut turns.body),
            Expr::Break(leave) if self.depth == 0 => {
                let instead = self.instead(leave);
                *expr = parse_quote!({ #(#instead)* });
            }
            expr => syn::visit_mut::visit_expr_mut(self, expr),
        }
    }
}

/// True if `?` leaves a block.
fn tries(body: &Block) -> bool {
    struct Tries(bool);
    impl<'e> Visit<'e> for Tries {
        fn visit_expr_try(&mut self, _: &'e syn::ExprTry) {
            self.0 = true;
        }
        fn visit_item(&mut self, _: &'e syn::Item) {}
    }
    let mut find = Tries(false);
    find.visit_block(body);
    find.0
}

/// A pattern of two.
struct Pair {
    takes: Pat,
    before: Vec<Stmt>,
    gives: Expr,
    same: Expr,
    /// The names of what changes: one at least.
    names: Vec<Ident>,
    others: Vec<Ident>,
}

impl Pair {
    fn of(key: &Pat, value: &Pat, body: &Block, count: &mut usize) -> Self {
        let changed = targets(&Expr::Block(syn::ExprBlock {
            attrs: vec![],
            label: None,
            block: body.clone(),
        }));
        let (mut before, mut names, mut others, mut parts) = (vec![], vec![], vec![], vec![]);
        for pat in [key, value] {
            let given = fresh(PART, count, pat);
            match pat {
                Pat::Ident(name) if changed.contains(&name.ident) => {
                    let name = &name.ident;
                    before.push(parse_quote!(let mut #name = #given;));
                    names.push(name.clone());
                    parts.push((given, name.clone()));
                }
                Pat::Ident(name) => {
                    let name = &name.ident;
                    before.push(parse_quote!(let #name = &#given;));
                    others.push(name.clone());
                    parts.push((given.clone(), given));
                }
                _ => parts.push((given.clone(), given)),
            }
        }
        if names.is_empty() {
            names.extend(others.first().cloned().or_else(|| parts.first().map(|it| it.0.clone())));
        }
        let (taken, gives): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
        Pair {
            takes: parse_quote!((#(#taken),*)),
            before,
            gives: parse_quote!((#(#gives),*)),
            same: parse_quote!((#(#taken),*)),
            names,
            others,
        }
    }
}

/// The place, and both patterns, of `for (key, value) in &mut place`.
fn pairs(turns: &ExprForLoop) -> Option<(Expr, Pat, Pat)> {
    let Pat::Tuple(both) = &*turns.pat else { return None };
    let place = places::items(&turns.expr)?;
    let simple = |pat: &Pat| match pat {
        Pat::Ident(name) => name.by_ref.is_none() && name.subpat.is_none(),
        pat => matches!(pat, Pat::Wild(_)),
    };
    match (both.elems.first(), both.elems.last()) {
        (Some(key), Some(value)) if both.elems.len() == 2 && simple(key) && simple(value) => {
            Some((place, key.clone(), value.clone()))
        }
        _ => None,
    }
}

/// A loop that changes its items alone, as a `map`.
fn mapped(turns: &ExprForLoop, count: &mut usize) -> Option<Stmt> {
    let made = Mapped::of(turns, count).filter(|_| turns.label.is_none())?;
    let body = super::block(turns.body.stmts.clone());
    let own = |name: &Ident| made.names.contains(name);
    if !targets(&body).iter().all(own) || super::region::leaves(&turns.body) {
        return None;
    }
    // What is bound anew under its name is no item.
    let anew = bound_in(&turns.body);
    let bound = made.names.iter().chain(&made.others).any(|name| anew.contains(name));
    let keeps = made.names.iter().any(|name| Check::keeps(name, &turns.body.stmts));
    if bound || keeps || waits(&turns.body.stmts) {
        return None;
    }
    let mut stmts = turns.body.stmts.clone();
    for name in &made.names {
        Substituted::each(&Alias::named(name), |it| {
            stmts.iter_mut().for_each(|stmt| it.visit_stmt_mut(stmt));
        });
    }
    ended(&mut stmts);
    let items = made.items();
    let Mapped { place, takes, before, gives, .. } = made;
    let gathered = Ident::new(GATHERED, place.span());
    Some(parse_quote! {
        #place.#gathered(#items.map(|#takes| { #(#before)* #(#stmts)* #gives }));
    })
}

impl Mapped {
    /// The items of a value.
    fn items(&self) -> Expr {
        let place = &self.place;
        match self.counted {
            true => parse_quote!(#place.into_iter().enumerate()),
            false => parse_quote!(#place.into_iter()),
        }
    }

    /// The items of a copy of the value.
    fn copied(&self, at: proc_macro2::Span) -> Expr {
        let place = &self.place;
        match self.counted {
            true => parse_quote_spanned!(at=> #place.clone().into_iter().enumerate()),
            false => parse_quote_spanned!(at=> #place.clone()),
        }
    }

    fn of_pairs(
        turns: &ExprForLoop,
        place: Expr,
        (key, value): (&Pat, &Pat),
        count: &mut usize,
    ) -> Self {
        let pair = Pair::of(key, value, &turns.body, count);
        Mapped {
            counted: false,
            takes: pair.takes,
            before: pair.before,
            gives: pair.gives,
            same: pair.same,
            names: pair.names,
            others: pair.others,
            place,
        }
    }

    fn of(turns: &ExprForLoop, count: &mut usize) -> Option<Self> {
        if let (Some(place), Pat::Ident(name)) = (places::items(&turns.expr), &*turns.pat) {
            let name = &name.ident;
            return Some(Mapped {
                counted: false,
                takes: parse_quote!(#name),
                before: vec![parse_quote!(let mut #name = #name;)],
                gives: parse_quote!(#name),
                same: parse_quote!(#name),
                names: vec![name.clone()],
                others: vec![],
                place,
            });
        }
        if let Some((place, key, value)) = pairs(turns) {
            return Some(Self::of_pairs(turns, place, (&key, &value), count));
        }
        let Expr::MethodCall(call) = parenless(&turns.expr) else { return None };
        match (&*turns.pat, &*call.method.to_string()) {
            (Pat::Tuple(both), "enumerate") if both.elems.len() == 2 => {
                let place = places::items(&call.receiver)?;
                let (index @ (Pat::Ident(_) | Pat::Wild(_)), Pat::Ident(name)) =
                    (&both.elems[0], &both.elems[1])
                else {
                    return None;
                };
                let name = &name.ident;
                Some(Mapped {
                    counted: true,
                    takes: parse_quote!((#index, #name)),
                    before: vec![parse_quote!(let mut #name = #name;)],
                    gives: parse_quote!(#name),
                    same: parse_quote!(#name),
                    names: vec![name.clone()],
                    others: crate::workflow::bound::bound(index),
                    place,
                })
            }
            (Pat::Ident(name), "values_mut") if places::is_place(&call.receiver) => {
                let (place, name) = (parenless(&call.receiver).clone(), &name.ident);
                let key = fresh(KEY, count, call);
                Some(Mapped {
                    counted: false,
                    takes: parse_quote!((#key, #name)),
                    before: vec![parse_quote!(let mut #name = #name;)],
                    gives: parse_quote!((#key, #name)),
                    same: parse_quote!((#key, #name)),
                    names: vec![name.clone()],
                    others: vec![],
                    place,
                })
            }
            _ => None,
        }
    }
}

/// The meaning of a `break` that names no label.
#[derive(Clone, Copy, PartialEq)]
enum Breaks {
    /// It leaves the loop.
    Leave,
    /// The rest of the turns change nothing.
    Stay,
}

/// The first place that leaves a loop before its end; `within` an `async` block, `return` as well.
fn left(body: &Block, within: bool, breaks: Breaks) -> Option<proc_macro2::Span> {
    struct Left {
        depth: usize,
        within: bool,
        breaks: bool,
        at: Option<proc_macro2::Span>,
    }
    impl Left {
        fn turns(&mut self, body: &Block) {
            self.depth += 1;
            self.visit_block(body);
            self.depth -= 1;
        }
    }
    impl<'e> Visit<'e> for Left {
        fn visit_expr(&mut self, expr: &'e Expr) {
            match expr {
                Expr::Break(leave) if self.depth == 0 && self.breaks || leave.label.is_some() => {
                    self.at.get_or_insert(leave.break_token.span);
                }
                Expr::Continue(next) if next.label.is_some() => {
                    self.at.get_or_insert(next.continue_token.span);
                }
                Expr::Return(back) if self.within => {
                    self.at.get_or_insert(back.return_token.span);
                }
                Expr::Closure(_) => {}
                Expr::ForLoop(turns) => self.turns(&turns.body),
                Expr::While(turns) => self.turns(&turns.body),
                Expr::Loop(turns) => self.turns(&turns.body),
                expr => syn::visit::visit_expr(self, expr),
            }
        }
        fn visit_item(&mut self, _: &'e syn::Item) {}
    }
    let mut find = Left { depth: 0, within, breaks: breaks == Breaks::Leave, at: None };
    find.visit_block(body);
    find.at
}
