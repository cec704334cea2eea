//! Values of a map that are there, or are made: `*map.entry(key).or_insert(0) += 1;`,
//! `map.entry(key).or_default().push(x);`. They are read, changed, and put in again.

use super::{Lower, modified};
use crate::ident::own;
use crate::workflow::ex::TAKEN;
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, ExprMethodCall, Ident, Stmt, UnOp, parse_quote_spanned};

/// `map.entry(key).or_insert(value)` and its like.
struct Entry {
    map: Expr,
    key: Expr,
    made: ExprMethodCall,
}

impl Entry {
    /// Returns the entry that an expression is.
    fn of(made: &ExprMethodCall) -> Option<Self> {
        let Expr::MethodCall(entry) = &*made.receiver else { return None };
        let key =
            entry.args.first().filter(|_| entry.method == "entry" && entry.args.len() == 1)?;
        let given = match made.method.to_string().as_str() {
            "or_insert" | "or_insert_with" => 1,
            "or_default" => 0,
            _ => return None,
        };
        let whole =
            || Entry { map: (*entry.receiver).clone(), key: key.clone(), made: made.clone() };
        (made.args.len() == given).then(whole)
    }

    /// The value that is there, or the one that is made.
    fn current(&self, key: &Ident) -> Expr {
        let (map, args, at) = (&self.map, &self.made.args, self.made.method.span());
        let unwrap = match self.made.method.to_string().as_str() {
            "or_insert" => "unwrap_or",
            "or_insert_with" => "unwrap_or_else",
            _ => "unwrap_or_default",
        };
        let (unwrap, taken) = (Ident::new(unwrap, at), Ident::new(TAKEN, at));
        parse_quote_spanned!(at=> #map.#taken(&#key).#unwrap(#args))
    }
}

/// Takes the outermost map's entry out of a place, and leaves a variable there, named by its depth, which is returned.
fn take(place: &mut Expr, depth: usize) -> Option<(Entry, usize)> {
    match place {
        Expr::Paren(paren) => take(&mut paren.expr, depth),
        Expr::Group(group) => take(&mut group.expr, depth),
        Expr::Field(field) => take(&mut field.base, depth),
        Expr::Index(index) => take(&mut index.expr, depth),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => {
            let found = take(&mut unary.expr, depth)?;
            if let Expr::Path(_) = &*unary.expr {
                *place = (*unary.expr).clone();
            }
            Some(found)
        }
        Expr::MethodCall(call) => {
            let entry = Entry::of(call);
            let deeper = depth + usize::from(entry.is_some());
            if let Some(found) = take(&mut call.receiver, deeper) {
                return Some(found);
            }
            let (entry, name) = (entry?, named("entry", depth, call.span()));
            *place = parse_quote_spanned!(call.span()=> #name);
            Some((entry, depth))
        }
        _ => None,
    }
}

/// The name of the entry at a depth, or of its key.
fn named(what: &str, depth: usize, at: Span) -> Ident {
    own(&format!("__{what}{}", "_".repeat(depth)), at)
}

/// True for `map.entry(key).or_insert(value)` and its like: it changes the map.
pub fn is(call: &ExprMethodCall) -> bool {
    Entry::of(call).is_some() || modified::is(call)
}

/// The map and the key of `map.entry(key).or_insert(value)`, and the value that is there or made, under a name for the
/// key.
pub fn opened(made: &ExprMethodCall, key: &Ident) -> Option<(Expr, Expr, Expr)> {
    let entry = Entry::of(made)?;
    let current = entry.current(key);
    Some((entry.map, entry.key, current))
}

/// Takes a value that is assigned out of its statement: Rust evaluates it before the place. What is borrowed or written
/// out stays.
fn first(value: &mut Expr) -> Option<Stmt> {
    if let Expr::Lit(_) | Expr::Reference(_) = value {
        return None;
    }
    let (name, at) = (own("__value", value.span()), value.span());
    let bound = parse_quote_spanned!(at=> let #name = #value;);
    *value = parse_quote_spanned!(at=> #name);
    Some(bound)
}

/// Rewrites a statement that changes an entry of a map. `None` if it is another one.
pub fn changed(statement: &Expr) -> Option<Vec<Stmt>> {
    if !matches!(statement, Expr::Assign(_) | Expr::Binary(_) | Expr::MethodCall(_)) {
        return None;
    }
    if let Some(all) = modified::changed(statement) {
        return Some(all);
    }
    let mut change = statement.clone();
    let ((entry, depth), value) = match &mut change {
        Expr::Assign(assign) => (take(&mut assign.left, 0)?, first(&mut assign.right)),
        Expr::Binary(binary) if super::is_compound(&binary.op) => {
            (take(&mut binary.left, 0)?, first(&mut binary.right))
        }
        Expr::MethodCall(call) if super::mutates(call) => (take(&mut call.receiver, 0)?, None),
        Expr::MethodCall(call) if is(call) => (take(&mut change, 0)?, None),
        _ => return None,
    };
    let one = named("entry", depth, entry.made.span());
    let key = named("key", depth, entry.key.span());
    let (at, map, given, current) =
        (entry.made.method.span(), &entry.map, &entry.key, entry.current(&key));
    let mut all = Vec::from_iter(value);
    all.push(parse_quote_spanned!(at=> let #key = #given;));
    all.push(parse_quote_spanned!(at=> let mut #one = #current;));
    if !matches!(change, Expr::Path(_)) {
        all.push(Stmt::Expr(change, Some(syn::token::Semi(at))));
    }
    all.push(parse_quote_spanned!(at=> #map.insert(#key, #one);));
    Some(all)
}

impl Lower<'_> {
    /// Lowers a statement that changes an entry of a map. False if it is another one.
    pub(super) fn entry(&mut self, statement: &Expr) -> bool {
        let Some(stmts) = changed(statement) else { return false };
        if let Expr::MethodCall(call) = statement
            && super::mutates(call)
            && let Some(call) = call.args.iter().find(|arg| super::value::effectful(arg))
        {
            let help = "bind the value before: `let value = ..;`";
            self.errors.at(
                call,
                "Rust makes the entry before this call, and keeps it if that fails",
                help,
            );
            return true;
        }
        let block = syn::Block { brace_token: syn::token::Brace(statement.span()), stmts };
        self.block(&block, super::Dest::Drop);
        true
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use quote::ToTokens;

    fn rewritten(statement: &str) -> Option<Vec<String>> {
        let made = changed(&syn::parse_str(statement).unwrap())?;
        Some(made.iter().map(|one| one.to_token_stream().to_string().replace(' ', "")).collect())
    }

    #[test]
    fn entries_are_read_changed_and_put_in_again() {
        for (statement, current, change) in [
            ("*m.entry(k).or_insert(0) += 1", "unwrap_or(0)", Some("__entry+=1;")),
            ("*m.entry(k).or_default() += &x", "unwrap_or_default()", Some("__entry+=&x;")),
            ("m.entry(k).or_default().push(x)", "unwrap_or_default()", Some("__entry.push(x);")),
            ("m.entry(k).or_default().a.b += 2", "unwrap_or_default()", Some("__entry.a.b+=2;")),
            ("m.entry(k).or_default()[1] = 2", "unwrap_or_default()", Some("__entry[1]=2;")),
            (
                "m.entry(k).or_insert_with(Vec::new).push(x)",
                "unwrap_or_else(Vec::new)",
                Some("__entry.push(x);"),
            ),
            ("m.entry(k).or_default()", "unwrap_or_default()", None),
        ] {
            let mut wanted = vec![
                "let__key=k;".to_owned(),
                format!("letmut__entry=m.__taken(&__key).{current};"),
            ];
            wanted.extend(change.map(str::to_owned));
            wanted.push("m.insert(__key,__entry);".to_owned());
            assert_eq!(rewritten(statement).unwrap(), wanted, "{statement}");
        }
    }

    #[test]
    fn a_value_is_made_before_its_place() {
        let wanted = [
            "let__value=k.len();",
            "let__key=k;",
            "letmut__entry=m.__taken(&__key).unwrap_or(0);",
            "(__entry)+=__value;",
            "m.insert(__key,__entry);",
        ];
        assert_eq!(rewritten("(*m.entry(k).or_insert(0)) += k.len()").unwrap(), wanted);
    }

    #[test]
    fn the_outer_map_of_two_is_first() {
        let wanted = [
            "let__key_=a;",
            "letmut__entry_=m.__taken(&__key_).unwrap_or_default();",
            "*__entry_.entry(b).or_insert(7)+=1;",
            "m.insert(__key_,__entry_);",
        ];
        assert_eq!(
            rewritten("*m.entry(a).or_default().entry(b).or_insert(7) += 1").unwrap(),
            wanted
        );
    }

    #[test]
    fn other_statements_are_left() {
        for statement in [
            "x += 1",
            "*x += 1",
            "m.entry(k).and_modify(f).or_insert(1)",
            "m.entry(k)",
            "m.insert(k, v)",
            "m.entry().or_default()",
            "m.entry(k).or_insert()",
            "m.entry(k).or_default().len()",
            "list.entry",
        ] {
            assert!(rewritten(statement).is_none(), "{statement}");
        }
    }
}
