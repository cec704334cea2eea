//! Values that are taken out of a place, which gets another: `std::mem::take(&mut list)`, `option.take()`,
//! `mem::swap(&mut a, &mut b)`; and borrows that a statement uses without a name: `option.get_or_insert(0)`,
//! `list.last_mut().unwrap().count += 1`, `list.iter_mut().for_each(|item| ..)`.

use super::places::{WAS, fresh, is_place, parenless};
use super::region::waits;
use super::substituted::names;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Expr, ExprCall, ExprMethodCall, Stmt, UnOp, parse_quote, parse_quote_spanned};

/// Writes a statement as several ones: it names what it takes or borrows. `None` if it is another one. Its value may be
/// that of the block.
pub fn moved(stmt: &Stmt, value: bool, count: &mut usize) -> Option<Vec<Stmt>> {
    if let Stmt::Expr(expr, _) = stmt {
        let alone = exchanged(expr, value, count).or_else(|| Some(vec![each(expr)?]));
        if let Some(alone) = alone.or_else(|| unnamed(expr, !value, count)) {
            return Some(alone);
        }
    }
    let mut rest = stmt.clone();
    let taken = first(first_in(&mut rest)?)?;
    let change = Taken::of(taken)?;
    let (at, name) = (taken.span(), fresh(WAS, count, taken));
    *taken = parse_quote_spanned!(at=> #name);
    let Taken { place, next } = change;
    Some(vec![
        parse_quote_spanned!(at=> let #name = #place;),
        parse_quote_spanned!(at=> #place = #next;),
        rest,
    ])
}

/// A place, and what is in it then.
struct Taken {
    place: Expr,
    next: Expr,
}

impl Taken {
    fn of(taken: &Expr) -> Option<Self> {
        match taken {
            Expr::Call(call) => Self::of_function(call),
            Expr::MethodCall(call) => Self::of_option(call),
            _ => None,
        }
    }

    fn of_function(call: &ExprCall) -> Option<Self> {
        let args: Vec<_> = call.args.iter().collect();
        let at = call.func.span();
        match (&*function(call)?, &args[..]) {
            ("take", [of]) => Some(Taken {
                place: changed(of)?,
                next: parse_quote_spanned!(at=> ::core::default::Default::default()),
            }),
            ("replace", [of, by]) => Some(Taken { place: changed(of)?, next: (*by).clone() }),
            _ => None,
        }
    }

    fn of_option(call: &ExprMethodCall) -> Option<Self> {
        let place = part(&call.receiver)?;
        match (&*call.method.to_string(), call.args.first()) {
            ("take", None) => Some(Taken { place, next: parse_quote!(None) }),
            // Of a text it is another one.
            ("replace", Some(by)) if call.args.len() == 1 && !matches!(by, Expr::Lit(_)) => {
                Some(Taken { place, next: parse_quote!(Some(#by)) })
            }
            _ => None,
        }
    }
}

/// The name of a function of `std::mem`: without its module it may be one of the user's own.
fn function(call: &ExprCall) -> Option<String> {
    let Expr::Path(path) = &*call.func else { return None };
    let names: Vec<_> = path.path.segments.iter().map(|it| it.ident.to_string()).collect();
    match &names.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["std" | "core", "mem", name] | ["mem", name] => Some((*name).to_owned()),
        _ => None,
    }
}

/// The place in `&mut place`, and that of a borrow under a name.
fn changed(of: &Expr) -> Option<Expr> {
    match parenless(of) {
        Expr::Reference(borrow) if borrow.mutability.is_some() => part(&borrow.expr),
        Expr::Path(name) if name.path.get_ident().is_some() => Some(parse_quote!(*#name)),
        _ => None,
    }
}

/// A place: a variable, a field, what a borrow refers to.
fn part(place: &Expr) -> Option<Expr> {
    let place = parenless(place);
    let deref = match place {
        Expr::Unary(of) => matches!(of.op, UnOp::Deref(_)) && is_place(&of.expr),
        _ => false,
    };
    (deref || is_place(place)).then(|| place.clone())
}

/// `mem::swap(&mut a, &mut b);`, and a statement that takes a value out which nobody wants.
fn exchanged(expr: &Expr, value: bool, count: &mut usize) -> Option<Vec<Stmt>> {
    let at = expr.span();
    if let Expr::Call(call) = expr
        && let (Some("swap"), 2) = (function(call).as_deref(), call.args.len())
    {
        let (a, b) = (changed(&call.args[0])?, changed(&call.args[1])?);
        let was = fresh(WAS, count, expr);
        return Some(vec![
            parse_quote_spanned!(at=> let #was = #a;),
            parse_quote_spanned!(at=> #a = #b;),
            parse_quote_spanned!(at=> #b = #was;),
        ]);
    }
    let Taken { place, next } = Taken::of(expr).filter(|_| !value)?;
    Some(vec![parse_quote_spanned!(at=> #place = #next;)])
}

/// `list.iter_mut().for_each(|item| ..);` as a loop.
fn each(expr: &Expr) -> Option<Stmt> {
    let Expr::MethodCall(call) = expr else { return None };
    let (Some(Expr::Closure(each)), "for_each") = (call.args.first(), &*call.method.to_string())
    else {
        return None;
    };
    let (items, body) = (&call.receiver, &each.body);
    let pat = each.inputs.first().filter(|_| each.inputs.len() == 1)?;
    let leaves = super::region::leaves(&parse_quote!({ #body }));
    let changes = ["iter_mut", "values_mut"];
    (!leaves && changes.iter().any(|name| calls(items, name)))
        .then(|| parse_quote_spanned!(call.method.span()=> for #pat in #items { #body; }))
}

/// True if a method of that name is called in a chain.
fn calls(chain: &Expr, name: &str) -> bool {
    match parenless(chain) {
        Expr::MethodCall(call) => call.method == name || calls(&call.receiver, name),
        _ => false,
    }
}

/// A statement that changes what it borrows, with a name for that: `*option.get_or_insert(0) += 1;`.
fn unnamed(expr: &Expr, ends: bool, count: &mut usize) -> Option<Vec<Stmt>> {
    let mut change = expr.clone();
    let (place, value) = match &mut change {
        Expr::Assign(assign) => (&mut *assign.left, Some(&*assign.right)),
        Expr::Binary(binary) if crate::workflow::lower::is_compound(&binary.op) => {
            (&mut *binary.left, Some(&*binary.right))
        }
        Expr::MethodCall(call) if crate::workflow::lower::mutates(call) => {
            (&mut *call.receiver, None)
        }
        Expr::MethodCall(call) if ends && makes(call) => {
            let name = fresh("__item", count, call);
            return Some(vec![
                parse_quote_spanned!(call.span()=> let #name = #call;),
                parse_quote!(*#name;),
            ]);
        }
        _ => return None,
    };
    if value.is_some_and(|value| waits(&[Stmt::Expr(value.clone(), None)])) {
        return None;
    }
    let borrow = borrowed(place)?;
    let name = fresh("__item", count, borrow);
    let call = std::mem::replace(borrow, parse_quote!(#name));
    let (at, semi) = (call.span(), Some(Default::default()));
    Some(vec![parse_quote_spanned!(at=> let #name = #call;), Stmt::Expr(change, semi)])
}

/// `option.get_or_insert(value)`
fn makes(call: &ExprMethodCall) -> bool {
    let made = ["get_or_insert", "get_or_insert_with", "get_or_insert_default"];
    made.iter().any(|name| call.method == name) && is_place(&call.receiver)
}

/// The borrow that a place is a part of.
fn borrowed(place: &mut Expr) -> Option<&mut Expr> {
    let own = match &*place {
        Expr::MethodCall(call) if call.method == "unwrap" || call.method == "expect" => {
            matches!(&*call.receiver, Expr::MethodCall(of) if of.method.to_string().ends_with("_mut") || calls(&call.receiver, "iter_mut"))
        }
        Expr::MethodCall(call) => makes(call),
        _ => false,
    };
    if own {
        return Some(place);
    }
    match place {
        Expr::MethodCall(of) => borrowed(&mut of.receiver),
        Expr::Field(of) => borrowed(&mut of.base),
        Expr::Index(of) => borrowed(&mut of.expr),
        Expr::Paren(of) => borrowed(&mut of.expr),
        Expr::Unary(of) if matches!(of.op, UnOp::Deref(_)) => borrowed(&mut of.expr),
        _ => None,
    }
}

/// The expression that a statement evaluates first.
fn first_in(stmt: &mut Stmt) -> Option<&mut Expr> {
    match stmt {
        Stmt::Local(local) => Some(&mut *local.init.as_mut()?.expr),
        Stmt::Expr(Expr::If(branch), _) => match &mut *branch.cond {
            Expr::Let(test) => Some(&mut *test.expr),
            cond => Some(cond),
        },
        Stmt::Expr(Expr::Match(choice), _) => Some(&mut *choice.expr),
        Stmt::Expr(Expr::ForLoop(turns), _) => Some(&mut *turns.expr),
        Stmt::Expr(expr, _) => Some(expr),
        _ => None,
    }
}

/// The call that takes a value out in an expression, if nothing that matters is evaluated before it.
fn first(expr: &mut Expr) -> Option<&mut Expr> {
    if Taken::of(expr).is_some() {
        return Some(expr);
    }
    match expr {
        Expr::Paren(of) => first(&mut of.expr),
        Expr::Group(of) => first(&mut of.expr),
        Expr::Try(of) => first(&mut of.expr),
        Expr::Await(of) => first(&mut of.base),
        Expr::Unary(of) => first(&mut of.expr),
        Expr::Cast(of) => first(&mut of.expr),
        Expr::Field(of) => first(&mut of.base),
        Expr::Reference(of) => first(&mut of.expr),
        Expr::Return(of) => first(of.expr.as_mut()?),
        Expr::Assign(of) if is_place(&of.left) => first(&mut of.right),
        Expr::Match(of) => first(&mut of.expr),
        Expr::If(of) => match &mut *of.cond {
            Expr::Let(test) => first(&mut test.expr),
            cond => first(cond),
        },
        Expr::MethodCall(of) => {
            first_of(std::iter::once(&mut *of.receiver).chain(of.args.iter_mut()).collect())
        }
        Expr::Call(of) if matches!(*of.func, Expr::Path(_)) => {
            first_of(of.args.iter_mut().collect())
        }
        Expr::Binary(of) if !matches!(of.op, syn::BinOp::And(_) | syn::BinOp::Or(_)) => {
            match crate::workflow::lower::is_compound(&of.op) {
                true => None,
                false => first_of(vec![&mut *of.left, &mut *of.right]),
            }
        }
        Expr::Tuple(of) => first_of(of.elems.iter_mut().collect()),
        Expr::Array(of) => first_of(of.elems.iter_mut().collect()),
        Expr::Struct(of) => first_of(of.fields.iter_mut().map(|field| &mut field.expr).collect()),
        _ => None,
    }
}

/// The same of expressions that are evaluated one after the other: what stands before must not see the place, nor leave.
fn first_of(exprs: Vec<&mut Expr>) -> Option<&mut Expr> {
    let mut before = vec![];
    for expr in exprs {
        if let Some(found) = first(&mut expr.clone()) {
            let place = Taken::of(found)?.place;
            let seen = |one: &Expr| {
                let root = root(&place);
                root.is_none_or(|root| names(&root, one.to_token_stream())) || leaves(one)
            };
            return match before.iter().any(seen) {
                true => None,
                false => first(expr),
            };
        }
        before.push(expr.clone());
    }
    None
}

fn root(place: &Expr) -> Option<syn::Ident> {
    match place {
        Expr::Unary(of) => root(&of.expr),
        place => super::places::path(place).map(|path| path.0),
    }
}

/// True if an expression waits, or may leave.
fn leaves(expr: &Expr) -> bool {
    struct Leaves(bool);
    impl<'e> Visit<'e> for Leaves {
        fn visit_expr(&mut self, expr: &'e Expr) {
            self.0 |= matches!(expr, Expr::Await(_) | Expr::Try(_) | Expr::Return(_));
            syn::visit::visit_expr(self, expr);
        }
    }
    let mut find = Leaves(false);
    find.visit_expr(expr);
    find.0
}
