//! A `for` loop in which nothing is awaited, as a `fold` over the names that it changes.

use super::Resolver;
use super::ending::{Ending, flag, local, one, tuple_pat};
use super::leaves::stops;
use crate::workflow::env::Binding;
use crate::workflow::ex::{Ex, ExKind, ExMethod, FOLDED};
use syn::spanned::Spanned;
use syn::{Expr, ExprForLoop, Ident};

impl Resolver<'_> {
    /// The loop over a list, as a `fold` that begins with the values of the names that it changes.
    pub fn fold(
        &mut self,
        turns: &ExprForLoop,
        list: Ex,
        names: &[Ident],
        mut given: Vec<Ex>,
    ) -> Ex {
        let span = turns.for_token.span;
        self.env.push();
        let outs: Vec<_> = names.iter().map(|name| self.env.unique(name)).collect();
        for (name, unique) in names.iter().zip(&outs) {
            self.env.bind(name, Binding::Local(unique.clone()));
        }
        let done = stops(turns).then(|| self.env.fresh("done", span));
        if done.is_some() && computes_lazily(&list) {
            self.errors.at(
                &turns.expr,
                "`break` before a closure that can fail has seen all items",
                "collect the items into a `Vec` before the loop",
            );
        }
        given.extend(done.as_ref().map(|_| flag(false, span)));
        let label = turns.label.as_ref().map(|it| it.name.ident.clone());
        let ending = Ending { outs, over: None, done, label };
        self.env.push();
        let item = self.local_pat(&turns.pat);
        let mut body = self.flow(&turns.body.stmts, &ending, turns.body.span());
        self.env.pop();
        self.env.pop();
        if let Some(done) = &ending.done {
            let (done, as_it_is) = (local(done, span), ending.with(true, flag(true, span), span));
            body = Ex::new(ExKind::If(Box::new(done), Box::new(as_it_is), Box::new(body)), span);
        }
        let params = vec![tuple_pat(&ending.names()), item];
        let closure = Ex::new(ExKind::Closure { params, body: Box::new(body), moves: false }, span);
        let probe = Some(self.graph.probe(span));
        let fold = ExMethod {
            receiver: list,
            method: Ident::new(if ending.done.is_some() { FOLDED } else { "fold" }, span),
            turbofish: None,
            paren: Default::default(),
            args: vec![one(given, span), closure],
            probe,
        };
        let value = Ex::new(ExKind::Method(Box::new(fold)), span);
        match ending.done {
            None => value,
            Some(_) => {
                let (all, names) = (tuple_pat(&ending.names()), Ending::of(ending.outs));
                Ex::new(ExKind::Block(vec![(all, None, value)], Box::new(names.value(span))), span)
            }
        }
    }

    /// The same over a copy of a place that the loop changes.
    pub fn fold_of_copy(
        &mut self,
        turns: &ExprForLoop,
        (copied, copy, list): (&Expr, &Ident, &Expr),
        names: &[Ident],
        given: Vec<Ex>,
    ) -> Ex {
        let copied = self.value(copied);
        self.env.push();
        let name = crate::ident::at(&self.env.fresh("list", copied.span), copy.span());
        self.env.bind(copy, Binding::Local(name.clone()));
        let list = self.value(list);
        let value = self.fold(turns, list, names, given);
        self.env.pop();
        let lets = vec![(syn::parse_quote!(#name), None, copied)];
        Ex::new(ExKind::Block(lets, Box::new(value)), turns.for_token.span)
    }
}

/// The iterator that a loop goes through.
pub fn iterated(turns: &ExprForLoop) -> Expr {
    let span = turns.expr.span();
    match &*turns.expr {
        Expr::Reference(list) if list.mutability.is_none() => {
            let list = &list.expr;
            syn::parse_quote_spanned!(span=> (#list).iter())
        }
        list => syn::parse_quote_spanned!(span=> (#list).into_iter()),
    }
}

/// A place that a loop goes through and changes as well: `order.lines` where `order` changes. Returns a copy of it, and
/// the list that is made of the copy under a name.
pub fn lent(list: &Expr, names: &[Ident], copy: &Ident) -> Option<(Expr, Expr)> {
    let mut list = list.clone();
    let place = borrowed(&mut list)?;
    let of = super::changes::name(place).filter(|name| names.contains(name))?;
    let span = of.span();
    let copied = syn::parse_quote_spanned!(span=> #place.clone());
    *place = syn::parse_quote_spanned!(span=> #copy);
    Some((copied, list))
}

/// The place that an iterator borrows from, or takes out of. None if it has a list of its own.
fn borrowed(list: &mut Expr) -> Option<&mut Expr> {
    match list {
        Expr::Paren(inner) => borrowed(&mut inner.expr),
        Expr::Group(inner) => borrowed(&mut inner.expr),
        Expr::Reference(inner) => borrowed(&mut inner.expr),
        Expr::MethodCall(call) => {
            let own = ["clone", "to_vec", "collect", "len", "remove"];
            let own = own.iter().any(|name| call.method == name);
            if own { None } else { borrowed(&mut call.receiver) }
        }
        Expr::Path(_) | Expr::Field(_) => Some(list),
        _ => None,
    }
}

/// True if a closure of an iterator may fail: Rust stops before the items behind a `break`, an expression sees them all.
fn computes_lazily(list: &Ex) -> bool {
    match &list.kind {
        ExKind::Paren(inner) => computes_lazily(inner),
        ExKind::Method(call) if call.method == "collect" => false,
        ExKind::Method(call) => {
            let fails = |arg: &Ex| matches!(arg.kind, ExKind::Closure { .. }) && arg.may_fault();
            call.args.iter().any(fails) || computes_lazily(&call.receiver)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use quote::quote;

    /// The tokens of a function with a loop of so many branches that end turns, one behind another.
    fn tokens(branches: usize) -> usize {
        let branch = quote!(match n % 3 {
            0 => continue,
            1 => sum += n,
            _ => {}
        });
        let branches = std::iter::repeat_n(branch, branches);
        let function = quote!(fn f(list: &[u32]) -> u32 {
            let mut sum = 0;
            for n in list { #(#branches)* sum += 1; }
            sum
        });
        fn count(stream: TokenStream) -> usize {
            let inside = |token| match token {
                proc_macro2::TokenTree::Group(group) => count(group.stream()),
                _ => 0,
            };
            stream.into_iter().map(|token| 1 + inside(token)).sum()
        }
        count(crate::workflow::pure(TokenStream::new(), function))
    }

    #[test]
    fn what_stands_behind_branches_is_written_once() {
        let few = tokens(6) - tokens(5);
        assert_eq!(tokens(12) - tokens(11), few, "each branch adds as much as the one before it");
    }
}
