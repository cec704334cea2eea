//! Values of a map that are changed where they are: `map.entry(key).and_modify(|it| *it += 1).or_insert(1);`. They are
//! read, changed, and put in again.

use crate::ident::own;
use crate::workflow::ex::TAKEN;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprMethodCall, Ident, Pat, Stmt, UnOp, parse_quote_spanned};

/// `map.entry(key).and_modify(|name| body)`, and the call behind it that makes a value where there is none.
struct Modified<'e> {
    map: &'e Expr,
    key: &'e Expr,
    name: &'e Ident,
    body: &'e Expr,
    made: Option<&'e ExprMethodCall>,
}

impl<'e> Modified<'e> {
    fn of(call: &'e ExprMethodCall) -> Option<Self> {
        let given = match call.method.to_string().as_str() {
            "or_insert" | "or_insert_with" => 1,
            "or_default" => 0,
            _ => return Modified::alone(call),
        };
        let Expr::MethodCall(modify) = &*call.receiver else { return None };
        let found = Modified::alone(modify).filter(|_| call.args.len() == given)?;
        Some(Modified { made: Some(call), ..found })
    }

    fn alone(modify: &'e ExprMethodCall) -> Option<Self> {
        let Expr::MethodCall(entry) = &*modify.receiver else { return None };
        if modify.method != "and_modify" || entry.method != "entry" || entry.args.len() != 1 {
            return None;
        }
        let Some(Expr::Closure(closure)) = modify.args.first() else { return None };
        let mut inputs = closure.inputs.iter();
        let (Some(pat), None) = (inputs.next(), inputs.next()) else { return None };
        let (Pat::Ident(name), _) = crate::workflow::resolve::typed(pat) else { return None };
        let (map, key) = (&*entry.receiver, entry.args.first()?);
        Some(Modified { map, key, name: &name.ident, body: &closure.body, made: None })
    }

    /// The value after the change, if there is one.
    fn changed(&self, key: &Ident) -> Expr {
        let (map, name, at) = (self.map, self.name, self.body.span());
        let (was, taken) = (own("__was", at), Ident::new(TAKEN, at));
        let mut body = self.body.clone();
        Values(name).visit_expr_mut(&mut body);
        parse_quote_spanned!(at=> #map.#taken(&#key).map(|#was| { let mut #name = #was; #body; #name }))
    }
}

/// `*name` as `name`: it is the value itself here.
struct Values<'a>(&'a Ident);

impl VisitMut for Values<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Unary(unary) = &*expr
            && matches!(unary.op, UnOp::Deref(_))
            && super::value::is_path(&unary.expr, &self.0.to_string())
        {
            *expr = (*unary.expr).clone();
        }
        syn::visit_mut::visit_expr_mut(self, expr);
    }
}

/// True for `map.entry(key).and_modify(..)`, alone or with what is made: it changes the map.
pub fn is(call: &ExprMethodCall) -> bool {
    Modified::of(call).is_some()
}

/// Rewrites such a statement. `None` if it is another one.
pub fn changed(statement: &Expr) -> Option<Vec<Stmt>> {
    let Expr::MethodCall(call) = statement else { return None };
    let found = Modified::of(call)?;
    let (map, given, at) = (found.map, found.key, call.method.span());
    let (key, one) = (own("__key", given.span()), own("__entry", at));
    let changed = found.changed(&key);
    let mut all = vec![parse_quote_spanned!(at=> let #key = #given;)];
    match found.made {
        Some(made) => {
            let unwrap = match made.method.to_string().as_str() {
                "or_insert" => "unwrap_or",
                "or_insert_with" => "unwrap_or_else",
                _ => "unwrap_or_default",
            };
            let (unwrap, args) = (Ident::new(unwrap, at), &made.args);
            all.push(parse_quote_spanned!(at=> let #one = #changed.#unwrap(#args);));
            all.push(parse_quote_spanned!(at=> #map.insert(#key, #one);));
        }
        None => {
            all.push(parse_quote_spanned!(at=> let #one = #changed;));
            all.push(parse_quote_spanned!(at=> #map.extend(#one.map(|#one| (#key, #one)));));
        }
    }
    Some(all)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use quote::ToTokens;

    #[test]
    fn entries_are_read_changed_and_put_in_again() {
        let changed_by = |statement: &str| {
            let made = changed(&syn::parse_str(statement).unwrap())?;
            Some(made.iter().map(|it| it.to_token_stream().to_string().replace(' ', "")).collect())
        };
        let value = "m.__taken(&__key).map(|__was|{letmutn=__was;n+=1;n})";
        let wanted = |rest: [String; 2]| {
            Some(std::iter::once("let__key=k;".to_owned()).chain(rest).collect::<Vec<String>>())
        };
        assert_eq!(
            changed_by("m.entry(k).and_modify(|n| *n += 1).or_insert(7)"),
            wanted([
                format!("let__entry={value}.unwrap_or(7);"),
                "m.insert(__key,__entry);".to_owned()
            ])
        );
        assert_eq!(
            changed_by("m.entry(k).and_modify(|n| *n += 1)"),
            wanted([
                format!("let__entry={value};"),
                "m.extend(__entry.map(|__entry|(__key,__entry)));".to_owned()
            ])
        );
        for other in ["m.entry(k).or_insert(1)", "m.entry(k).and_modify(f)", "m.and_modify(|n| n)"]
        {
            assert_eq!(changed_by(other), None, "{other}");
        }
    }
}
