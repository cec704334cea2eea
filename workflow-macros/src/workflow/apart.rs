//! Names kept apart: code that moves into the scope of a pattern goes on to mean the names that it meant before.

use super::bound::bound;
use super::format::{self, Raw};
use super::resolve::last;
use super::spread::FORMAT;
use quote::quote;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::visit_mut::VisitMut;
use syn::{Expr, Ident, Pat, Stmt, Token};

/// Statements that move into a scope, whose names are renamed if the statements mean others by them.
pub struct Moving<'a> {
    /// The statements.
    pub after: &'a [Stmt],
    /// Makes another name for one.
    pub other: &'a mut dyn FnMut(&Ident) -> Ident,
}

impl Moving<'_> {
    /// The names of a pattern that the statements mention, and other names for them.
    fn hidden(&mut self, pat: &Pat) -> Vec<(Ident, Ident)> {
        let hidden = variables(pat).into_iter().filter(|name| mention(self.after, name));
        hidden.map(|name| (name.clone(), (self.other)(&name))).collect()
    }

    /// Moves them into the arm of a `match`.
    pub fn enter_arm(&mut self, arm: &mut syn::Arm) {
        for (from, to) in self.hidden(&arm.pat) {
            Apart::new(&from, &to).visit_arm_mut(arm);
        }
    }

    /// Moves them into `if let pattern = value && guard { .. }`, whose parts inside of the pattern's scope are given.
    pub fn enter_test<'e>(&mut self, condition: &'e mut Expr, mut inside: Vec<&'e mut Expr>) {
        match condition {
            Expr::Let(test) => {
                for (from, to) in self.hidden(&test.pat) {
                    let mut apart = Apart::new(&from, &to);
                    apart.visit_pat_mut(&mut test.pat);
                    inside.iter_mut().for_each(|it| apart.visit_expr_mut(it));
                }
            }
            Expr::Binary(both) if matches!(both.op, syn::BinOp::And(_)) => {
                inside.push(&mut both.right);
                self.enter_test(&mut both.left, inside);
            }
            _ => {}
        }
    }

    /// Moves them behind the statements of a block, with its variables.
    pub fn enter_block(&mut self, stmts: &mut [Stmt]) {
        for at in 0..stmts.len() {
            let (before, inside) = stmts.split_at_mut(at + 1);
            let Some(Stmt::Local(local)) = before.last_mut() else { continue };
            for (from, to) in self.hidden(&local.pat) {
                let mut apart = Apart::new(&from, &to);
                apart.visit_pat_mut(&mut local.pat);
                inside.iter_mut().for_each(|stmt| apart.visit_stmt_mut(stmt));
            }
        }
    }
}

/// The names that a pattern binds. What is written like a variant or a constant may be one, and is none of them.
pub fn variables(pat: &Pat) -> Vec<Ident> {
    variables_of(bound(pat))
}

/// The names of variables among those that patterns bind.
pub fn variables_of(mut names: Vec<Ident>) -> Vec<Ident> {
    names.retain(|name| !name.to_string().starts_with(char::is_uppercase));
    names
}

/// True if statements mention a variable of this name: one of their own counts, too.
pub fn mention(stmts: &[Stmt], name: &Ident) -> bool {
    let mut apart = Apart::new(name, name);
    stmts.iter().for_each(|stmt| apart.visit_stmt_mut(&mut stmt.clone()));
    apart.found
}

/// Gives a variable another name in code of which each mention means it.
struct Apart<'a> {
    from: &'a Ident,
    to: &'a Ident,
    found: bool,
}

impl<'a> Apart<'a> {
    fn new(from: &'a Ident, to: &'a Ident) -> Self {
        Apart { from, to, found: false }
    }

    fn rename(&mut self, name: &mut Ident) {
        if name == self.from {
            *name = crate::ident::at(self.to, name.span());
            self.found = true;
        }
    }

    fn format(&mut self, mac: &mut syn::Macro) -> syn::Result<()> {
        let (mut text, mut args) = mac.parse_body_with(|input: ParseStream<'_>| {
            let text: syn::LitStr = input.parse()?;
            input.parse::<Option<Token![,]>>()?;
            Ok((text, Punctuated::<Expr, Token![,]>::parse_terminated(input)?))
        })?;
        let own = |arg: &Expr| matches!(arg, Expr::Assign(named) if is(&named.left, self.from));
        if !args.iter().any(own) {
            self.text(&mut text);
        }
        args.iter_mut().for_each(|arg| match arg {
            Expr::Assign(named) => self.visit_expr_mut(&mut named.right),
            arg => self.visit_expr_mut(arg),
        });
        mac.tokens = quote!(#text, #args);
        Ok(())
    }

    /// The text of a format names variables as well: `{name}`.
    fn text(&mut self, text: &mut syn::LitStr) {
        let (from, to) = (crate::ident::text(self.from), crate::ident::text(self.to));
        let mut found = false;
        let piece = |piece: Raw| match piece {
            Raw::Text(text) => text.replace('{', "{{").replace('}', "}}"),
            Raw::Hole(name, spec) => {
                found |= name == from;
                let name = if name == from { &to } else { &name };
                if spec.is_empty() { format!("{{{name}}}") } else { format!("{{{name}:{spec}}}") }
            }
        };
        let renamed: String =
            format::parse(&text.value()).unwrap_or_default().into_iter().map(piece).collect();
        if found {
            *text = syn::LitStr::new(&renamed, text.span());
            self.found = true;
        }
    }

    fn list(&mut self, mac: &mut syn::Macro) -> syn::Result<()> {
        let tokens = &mac.tokens;
        if let Ok(mut repeat) = syn::parse2::<syn::ExprRepeat>(quote!([#tokens])) {
            self.visit_expr_repeat_mut(&mut repeat);
            let (expr, len) = (&repeat.expr, &repeat.len);
            mac.tokens = quote!(#expr; #len);
            return Ok(());
        }
        let mut items = mac.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated)?;
        items.iter_mut().for_each(|item| self.visit_expr_mut(item));
        mac.tokens = quote!(#items);
        Ok(())
    }

    fn matches(&mut self, mac: &mut syn::Macro) -> syn::Result<()> {
        let (mut on, arm) = mac.parse_body_with(|input: ParseStream<'_>| {
            let on: Expr = input.parse()?;
            input.parse::<Token![,]>()?;
            Ok((on, input.parse::<proc_macro2::TokenStream>()?))
        })?;
        let parse = |input: ParseStream<'_>| {
            let pat = Pat::parse_multi_with_leading_vert(input)?;
            let guard = input.parse::<Option<Token![if]>>()?.map(|_| input.parse::<Expr>());
            input.parse::<Option<Token![,]>>()?;
            Ok((pat, guard.transpose()?))
        };
        let (mut pat, mut guard) = parse.parse2(arm)?;
        self.visit_expr_mut(&mut on);
        self.visit_pat_mut(&mut pat);
        guard.iter_mut().for_each(|guard| self.visit_expr_mut(guard));
        let guard = guard.map(|guard| quote!(if #guard));
        mac.tokens = quote!(#on, #pat #guard);
        Ok(())
    }
}

/// True for an expression that is this name.
fn is(expr: &Expr, name: &Ident) -> bool {
    matches!(expr, Expr::Path(path) if path.path.is_ident(name))
}

impl VisitMut for Apart<'_> {
    fn visit_expr_path_mut(&mut self, path: &mut syn::ExprPath) {
        if path.path.get_ident().is_some() {
            self.rename(&mut path.path.segments[0].ident);
        }
    }

    fn visit_expr_call_mut(&mut self, call: &mut syn::ExprCall) {
        if let Some(Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. })) =
            call.args.first_mut()
            && matches!(&*call.func, Expr::Path(path) if path.path.is_ident(FORMAT))
        {
            self.text(text);
        }
        syn::visit_mut::visit_expr_call_mut(self, call);
    }

    fn visit_pat_ident_mut(&mut self, pat: &mut syn::PatIdent) {
        self.rename(&mut pat.ident);
        syn::visit_mut::visit_pat_ident_mut(self, pat);
    }

    fn visit_field_value_mut(&mut self, field: &mut syn::FieldValue) {
        let before = self.found;
        self.found = false;
        self.visit_expr_mut(&mut field.expr);
        if self.found && field.colon_token.is_none() {
            field.colon_token = Some(Default::default());
        }
        self.found |= before;
    }

    fn visit_field_pat_mut(&mut self, field: &mut syn::FieldPat) {
        let before = self.found;
        self.found = false;
        self.visit_pat_mut(&mut field.pat);
        if self.found && field.colon_token.is_none() {
            field.colon_token = Some(Default::default());
        }
        self.found |= before;
    }

    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        // What is no macro of an expression is refused where it stands.
        let _ = match last(&mac.path).as_str() {
            "format" => self.format(mac),
            "vec" => self.list(mac),
            "matches" => self.matches(mac),
            _ => Ok(()),
        };
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use quote::ToTokens;

    #[test]
    fn all_mentions_of_a_name_are_given_another() {
        let (from, to) = (syn::parse_quote!(v), syn::parse_quote!(w));
        for (code, renamed) in [
            ("v + a.v + v.v(v)", "w + a . v + w . v (w)"),
            ("S { v, b: v }", "S { v : w , b : w }"),
            (
                "match a { S { v, .. } => v, T { b: v } => v }",
                "match a { S { v : w , .. } => w , T { b : w } => w }",
            ),
            ("format!(\"{v} {v:05} {{v}} {a}\", v)", "format ! (\"{w} {w:05} {{v}} {a}\" , w)"),
            ("format!(\"{v}\", v = v + 1)", "format ! (\"{v}\" , v = w + 1)"),
            ("vec![v, 1]", "vec ! [w , 1]"),
            ("vec![v; 2]", "vec ! [w ; 2]"),
            ("matches!(v, Some(v) if v > 1)", "matches ! (w , Some (w) if w > 1)"),
            ("__format(\"{v}\", a)", "__format (\"{w}\" , a)"),
            ("a::v + other!(v)", "a :: v + other ! (v)"),
        ] {
            let mut expr: Expr = syn::parse_str(code).unwrap();
            Apart::new(&from, &to).visit_expr_mut(&mut expr);
            assert_eq!(expr.to_token_stream().to_string(), renamed, "{code}");
        }
    }
}
