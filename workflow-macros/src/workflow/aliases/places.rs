//! The places that are borrowed, and the values that stand for them.

use crate::ident::own;
use crate::workflow::ex::member_name;
use crate::workflow::lower::{changes_entry, opened_entry};
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprMethodCall, Ident, Local, Pat, Stmt, parse_quote, parse_quote_spanned};

/// The names of parts that have none of the user's begin with this.
pub const PART: &str = "__part";

/// The names of keys that values go back to begin with this.
pub const KEY: &str = "__key";

/// The names of what was taken out of a place begin with this.
pub const WAS: &str = "__was";

/// A borrow: its name, and what is done instead.
pub struct Alias {
    pub name: Ident,
    /// Names that are borrowed with it: other parts of the same value.
    pub also: Vec<Ident>,
    /// The statements that bind its value.
    pub bind: Vec<Stmt>,
    /// Returns what `*name` stands for.
    pub to: Expr,
    /// The statements that put the value back.
    pub back: Vec<Stmt>,
    /// The place that is borrowed from: a variable, or a field in one.
    pub place: Option<Expr>,
    /// The user's own names for what does not change: the position of an item, the key of a value.
    pub others: Vec<Ident>,
}

impl Alias {
    /// A value under the name itself.
    pub fn named(name: &Ident) -> Self {
        Alias {
            name: name.clone(),
            also: vec![],
            bind: vec![],
            to: parse_quote!(#name),
            back: vec![],
            place: None,
            others: vec![],
        }
    }

    pub fn names(&self) -> Vec<Ident> {
        std::iter::once(&self.name).chain(&self.also).cloned().collect()
    }

    /// The statements that put the value back, and leave it: other ways go on with it, or what leaves looks at it.
    pub fn early(&self) -> Vec<Stmt> {
        struct Cloned<'a>(&'a Alias);
        impl VisitMut for Cloned<'_> {
            fn visit_expr_mut(&mut self, expr: &mut Expr) {
                let name = match &*expr {
                    Expr::Path(path) => path.path.get_ident(),
                    _ => None,
                };
                let made = |name: &&Ident| {
                    let name = name.to_string();
                    name.starts_with(PART) || name.starts_with(KEY)
                };
                match name.filter(|name| self.0.is_named(name) || made(name)) {
                    Some(name) => *expr = parse_quote!(#name.clone()),
                    None => syn::visit_mut::visit_expr_mut(self, expr),
                }
            }
        }
        let mut back = self.back.clone();
        back.iter_mut().for_each(|stmt| Cloned(self).visit_stmt_mut(stmt));
        back
    }

    /// The names that are used as long as the borrow is.
    pub fn used(&self) -> Vec<Ident> {
        self.names().into_iter().chain(self.others.clone()).collect()
    }

    pub fn is_named(&self, name: &Ident) -> bool {
        self.name == *name || self.also.contains(name)
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
            Expr::MethodCall(call) => Self::of_entry(name, call, count)
                .or_else(|| Self::of_option(name, call, count))
                .or_else(|| Self::of_found(name, call, count)),
            _ => None,
        }
    }

    /// `let name = option.get_or_insert(value);`
    fn of_option(name: &Ident, call: &ExprMethodCall, count: &mut usize) -> Option<Self> {
        let (place, at) = (place(&call.receiver)?, call.method.span());
        let (args, made) = (&call.args, fresh("__made", count, call));
        let bind: Vec<Stmt> = match (&*call.method.to_string(), args.len()) {
            ("get_or_insert", 1) => vec![
                parse_quote_spanned!(at=> let #made = #args;),
                parse_quote_spanned!(at=> let mut #name = #place.clone().unwrap_or(#made);),
            ],
            ("get_or_insert_with", 1) => {
                vec![
                    parse_quote_spanned!(at=> let mut #name = #place.clone().unwrap_or_else(#args);),
                ]
            }
            ("get_or_insert_default", 0) => {
                vec![parse_quote_spanned!(at=> let mut #name = #place.clone().unwrap_or_default();)]
            }
            _ => return None,
        };
        let back = vec![parse_quote_spanned!(at=> #place = Some(#name);)];
        Some(Alias { bind, back, place: Some(place), ..Self::named(name) })
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
        let (key, at) = (fresh(KEY, count, call), call.method.span());
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

/// The place in `&mut option` and `option.as_mut()`.
pub fn optional(on: &Expr) -> Option<&Expr> {
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
            let (index, own, changes) = match &both.elems[0] {
                Pat::Ident(index) if index.mutability.is_none() => {
                    (index.ident.clone(), vec![index.ident.clone()], None)
                }
                // The item goes back to where it was.
                Pat::Ident(index) => (fresh("__index", count, &list), vec![], Some(index)),
                _ => (fresh("__index", count, &list), vec![], None),
            };
            let changes: Option<Stmt> =
                changes.map(|own| parse_quote_spanned!(at=> let #own = #index;));
            let (over, pat, mut alias) = by_position(&list, index, &name.ident);
            alias.bind.extend(changes);
            Some((over, pat, Alias { others: own, ..alias }))
        }
        (Pat::Ident(name), "values_mut") if is_place(&call.receiver) => {
            let (map, key, name) = (&call.receiver, fresh(KEY, count, call), &name.ident);
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

pub fn is_place(place: &Expr) -> bool {
    path(place).is_some()
}

/// A place without parentheses.
fn place(expr: &Expr) -> Option<Expr> {
    is_place(expr).then(|| parenless(expr).clone())
}
