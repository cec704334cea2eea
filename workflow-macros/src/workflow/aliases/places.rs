//! The places that are borrowed, and the values that stand for them.

use crate::ident::own;
use crate::workflow::ex::member_name;
use crate::workflow::lower::{changes_entry, opened_entry};
use syn::spanned::Spanned;
use syn::{Expr, ExprMethodCall, Ident, Local, Pat, Stmt, parse_quote, parse_quote_spanned};

/// A borrow: its name, and what is done instead.
pub struct Alias {
    pub name: Ident,
    /// The statements that bind its value.
    pub bind: Vec<Stmt>,
    /// Returns what `*name` stands for.
    pub to: Expr,
    /// The statements that put the value back.
    pub back: Vec<Stmt>,
    /// The place that is borrowed from: a variable, or a field in one.
    pub place: Option<Expr>,
    /// The user's own name for the position of an item.
    pub index: Option<Ident>,
}

impl Alias {
    /// A value under the name itself.
    pub fn named(name: &Ident) -> Self {
        Alias {
            name: name.clone(),
            bind: vec![],
            to: parse_quote!(#name),
            back: vec![],
            place: None,
            index: None,
        }
    }

    /// The same with a variable for its value, if it has none: texts name it.
    pub fn kept(self) -> Self {
        let (name, place) = (&self.name, &self.to);
        if !self.back.is_empty() || matches!(place, Expr::Path(path) if path.path.is_ident(name)) {
            return self;
        }
        let bind = vec![parse_quote!(let mut #name = #place.clone();)];
        let back = vec![parse_quote!(#place = #name;)];
        Alias { bind, back, place: self.place.clone(), ..Self::named(name) }
    }

    /// `let name = &mut place;`, `let name = map.entry(key).or_insert(value);`
    pub fn of(local: &Local, count: &mut usize) -> Option<Self> {
        let (pat, _) = crate::workflow::resolve::typed(&local.pat);
        let Pat::Ident(name) = pat else { return None };
        let (name, init) = (&name.ident, &*local.init.as_ref()?.expr);
        match init {
            Expr::Reference(borrow) if borrow.mutability.is_some() => {
                Self::of_place(name, &borrow.expr, count)
            }
            Expr::MethodCall(call) => Self::of_entry(name, call, count),
            _ => None,
        }
    }

    fn of_place(name: &Ident, place: &Expr, count: &mut usize) -> Option<Self> {
        if is_place(place) {
            let to = parenless(place).clone();
            return Some(Alias { place: Some(to.clone()), to, ..Self::named(name) });
        }
        let Expr::Index(item) = parenless(place) else { return None };
        let (list, index) = (Some(&*item.expr).filter(|list| is_place(list))?, &item.index);
        let (position, at) = (fresh("__index", count, place), place.span());
        Some(Alias {
            bind: vec![
                parse_quote_spanned!(at=> let #position = #index;),
                parse_quote_spanned!(at=> let mut #name = #list[#position].clone();),
            ],
            back: vec![parse_quote_spanned!(at=> #list[#position] = #name;)],
            place: Some(list.clone()),
            ..Self::named(name)
        })
    }

    fn of_entry(name: &Ident, call: &ExprMethodCall, count: &mut usize) -> Option<Self> {
        if !changes_entry(call) {
            return None;
        }
        let (key, at) = (fresh("__key", count, call), call.method.span());
        let (map, given, current) = opened_entry(call, &key)?;
        is_place(&map).then(|| Alias {
            bind: vec![
                parse_quote_spanned!(at=> let #key = #given;),
                parse_quote_spanned!(at=> let mut #name = #current;),
            ],
            back: vec![parse_quote_spanned!(at=> #map.insert(#key, #name);)],
            place: Some(map.clone()),
            ..Self::named(name)
        })
    }
}

/// A place that may be there: `let Some(name) = list.get_mut(index)`.
pub struct Found {
    pub before: Vec<Stmt>,
    /// The value that is matched instead, and its pattern.
    pub read: Expr,
    pub pat: Pat,
    /// Binds the name, where the pattern does not.
    pub bind: Vec<Stmt>,
    pub alias: Alias,
}

impl Found {
    pub fn of(pat: &Pat, on: &Expr, count: &mut usize) -> Option<Self> {
        let Pat::TupleStruct(some) = pat else { return None };
        let (Some(Pat::Ident(name)), 1) = (some.elems.first(), some.elems.len()) else {
            return None;
        };
        let (path, name) = (&some.path, &name.ident);
        if let Some(place) = optional(on) {
            let pat = parse_quote!(#path(mut #name));
            let (read, back) = (parse_quote!(#place.clone()), parse_quote!(#place = #path(#name);));
            let place = Some(place.clone());
            let alias = Alias { back: vec![back], place, ..Alias::named(name) };
            return Some(Found { before: vec![], read, pat, bind: vec![], alias });
        }
        match on {
            Expr::MethodCall(call) => Self::of_call(path, name, call, count),
            _ => None,
        }
    }

    fn of_call(
        path: &syn::Path,
        name: &Ident,
        call: &ExprMethodCall,
        count: &mut usize,
    ) -> Option<Self> {
        let (list, at) = (&call.receiver, call.method.span());
        let args: Vec<&Expr> = call.args.iter().collect();
        let (mut before, mut bind) = (vec![], vec![]);
        let mut pat: Pat = parse_quote!(#path(mut #name));
        let (read, back): (Expr, Vec<Stmt>) = match (&*call.method.to_string(), &args[..]) {
            ("get_mut", [Expr::Reference(key)]) => {
                let (given, key) = (&key.expr, fresh("__key", count, call));
                before.push(parse_quote_spanned!(at=> let #key = (#given).clone();));
                (
                    parse_quote_spanned!(at=> #list.get(&#key).cloned()),
                    vec![parse_quote_spanned!(at=> #list.insert(#key, #name);)],
                )
            }
            ("get_mut", [key @ Expr::Lit(text)]) if matches!(text.lit, syn::Lit::Str(_)) => (
                parse_quote_spanned!(at=> #list.get(#key).cloned()),
                vec![parse_quote_spanned!(at=> #list.insert(#key.to_owned(), #name);)],
            ),
            ("get_mut", [given]) => {
                let index = fresh("__index", count, call);
                before.push(parse_quote_spanned!(at=> let #index = #given;));
                (
                    parse_quote_spanned!(at=> #list.get(#index).cloned()),
                    vec![parse_quote_spanned!(at=> #list[#index] = #name;)],
                )
            }
            ("last_mut", []) => {
                let index = fresh("__last", count, call);
                let position = parse_quote_spanned!(at=> let #index = #list.len() - 1;);
                let back = vec![position, parse_quote_spanned!(at=> #list[#index] = #name;)];
                (parse_quote_spanned!(at=> #list.last().cloned()), back)
            }
            ("first_mut", []) => (
                parse_quote_spanned!(at=> #list.first().cloned()),
                vec![parse_quote_spanned!(at=> #list[0] = #name;)],
            ),
            ("find", [fits]) => {
                let (list, index) = (items(list)?, fresh("__index", count, call));
                pat = parse_quote!(#path(#index));
                bind.push(parse_quote_spanned!(at=> let mut #name = #list[#index].clone();));
                (
                    parse_quote_spanned!(at=> #list.iter().position(#fits)),
                    vec![parse_quote_spanned!(at=> #list[#index] = #name;)],
                )
            }
            _ => return None,
        };
        let known = call.method == "find" || is_place(list);
        let place = items(list).unwrap_or_else(|| parenless(list).clone());
        known.then(|| Found {
            before,
            read,
            pat,
            bind,
            alias: Alias { back, place: Some(place), ..Alias::named(name) },
        })
    }
}

/// The place in `&mut option` and `option.as_mut()`.
fn optional(on: &Expr) -> Option<&Expr> {
    let place = match parenless(on) {
        Expr::Reference(borrow) if borrow.mutability.is_some() => &*borrow.expr,
        Expr::MethodCall(call) if call.method == "as_mut" && call.args.is_empty() => {
            &*call.receiver
        }
        _ => return None,
    };
    is_place(place).then(|| parenless(place))
}

/// The list in `&mut list` and `list.iter_mut()`.
pub fn items(list: &Expr) -> Option<Expr> {
    let of = match parenless(list) {
        Expr::Reference(borrow) if borrow.mutability.is_some() => &*borrow.expr,
        Expr::MethodCall(call) if call.method == "iter_mut" && call.args.is_empty() => {
            &*call.receiver
        }
        _ => return None,
    };
    is_place(of).then(|| parenless(of).clone())
}

/// A loop over items that change: over what it goes instead, its pattern, and the item.
pub fn turns(pat: &Pat, list: &Expr, count: &mut usize) -> Option<(Expr, Pat, Alias)> {
    let at = list.span();
    if let (Pat::Ident(name), Some(list)) = (pat, items(list)) {
        let index = fresh("__index", count, &list);
        return Some(by_position(&list, index, &name.ident));
    }
    let Expr::MethodCall(call) = parenless(list) else { return None };
    match (pat, &*call.method.to_string()) {
        (Pat::Tuple(both), "enumerate") if both.elems.len() == 2 => {
            let (list, Pat::Ident(name)) = (items(&call.receiver)?, &both.elems[1]) else {
                return None;
            };
            let index = match &both.elems[0] {
                Pat::Ident(index) => index.ident.clone(),
                _ => fresh("__index", count, &list),
            };
            let own = match &both.elems[0] {
                Pat::Ident(index) => Some(index.ident.clone()),
                _ => None,
            };
            let (over, pat, alias) = by_position(&list, index, &name.ident);
            Some((over, pat, Alias { index: own, ..alias }))
        }
        (Pat::Ident(name), "values_mut") if is_place(&call.receiver) => {
            let (map, key, name) = (&call.receiver, fresh("__key", count, call), &name.ident);
            let alias = Alias {
                bind: vec![parse_quote_spanned!(at=> let mut #name = #map[&#key].clone();)],
                back: vec![parse_quote_spanned!(at=> #map.insert(#key, #name);)],
                place: Some(parenless(map).clone()),
                ..Alias::named(name)
            };
            let keys =
                parse_quote_spanned!(at=> #map.keys().cloned().collect::<::std::vec::Vec<_>>());
            Some((keys, parse_quote!(#key), alias))
        }
        _ => None,
    }
}

fn by_position(list: &Expr, index: Ident, name: &Ident) -> (Expr, Pat, Alias) {
    let at = list.span();
    let alias = Alias {
        bind: vec![parse_quote_spanned!(at=> let mut #name = #list[#index].clone();)],
        back: vec![parse_quote_spanned!(at=> #list[#index] = #name;)],
        place: Some(list.clone()),
        ..Alias::named(name)
    };
    (parse_quote_spanned!(at=> 0..#list.len()), parse_quote!(#index), alias)
}

pub fn parenless(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(inner) => parenless(&inner.expr),
        Expr::Group(inner) => parenless(&inner.expr),
        expr => expr,
    }
}

/// A name that no other borrow has.
pub fn fresh(name: &str, count: &mut usize, at: &impl Spanned) -> Ident {
    *count += 1;
    let number = if *count == 1 { String::new() } else { format!("_{count}") };
    own(&format!("{name}{number}"), at.span())
}

/// A variable, and the fields that lead to a part of it.
pub type Path = (Ident, Vec<String>);

/// The path of a place; `None` for another expression.
pub fn path(place: &Expr) -> Option<Path> {
    match parenless(place) {
        Expr::Path(path) => Some((path.path.get_ident()?.clone(), vec![])),
        Expr::Field(field) => {
            let (root, mut fields) = path(&field.base)?;
            fields.push(member_name(&field.member));
            Some((root, fields))
        }
        _ => None,
    }
}

fn is_place(place: &Expr) -> bool {
    path(place).is_some()
}
