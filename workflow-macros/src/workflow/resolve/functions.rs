//! `let price = |item| ..;`: a closure under a name, written out where it is called.

use super::Resolver;
use crate::workflow::bound::bound;
use crate::workflow::env::Binding;
use crate::workflow::ex::Ex;
use crate::workflow::lower::value::effectful;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{ExprClosure, Ident, PatIdent};

impl Resolver<'_> {
    /// Binds a closure to a name. It is an expression: it reads what it captures where it is called.
    pub fn bind_function(&mut self, name: &PatIdent, closure: &ExprClosure) {
        if effectful(&closure.body) {
            self.errors.at(
                &closure.body,
                "a closure with a name is an expression: it cannot change variables or await",
                "return the new value, and assign it where it is called: `sum = add(sum, n);`",
            );
            return self.nothing_of(name, closure);
        }
        // Looked at where it stands, so that what is wrong in it is said, called or not.
        let mistakes = self.errors.count();
        let body = self.expr(&syn::Expr::Closure(closure.clone()));
        if mistakes == self.errors.count()
            && let Some(changed) = self.captured_and_changed(closure, &body)
        {
            self.errors.at(
                &changed,
                format!(
                    "this closure reads `{changed}`, which may have changed where it is called"
                ),
                format!("bind its value before, `let kept = {changed};`, and read that"),
            );
        }
        if mistakes == self.errors.count() {
            let function = self.env.function(closure);
            self.env.bind(&name.ident, function);
        } else {
            self.nothing_of(name, closure);
        }
    }

    /// Binds the name of a closure with mistakes: of its calls nothing needs to be said.
    fn nothing_of(&mut self, name: &PatIdent, closure: &ExprClosure) {
        self.errors.echo();
        let nothing = ExprClosure { body: syn::parse_quote!(()), ..closure.clone() };
        let function = self.env.function(&nothing);
        self.env.bind(&name.ident, function);
    }

    /// A variable that may change, which the body of a closure reads, where it is first mentioned. What it captures by
    /// value would be what it was.
    fn captured_and_changed(&self, closure: &ExprClosure, body: &Ex) -> Option<Ident> {
        let mut names = vec![];
        mentioned(closure.body.to_token_stream(), &mut names);
        let own: Vec<Ident> = closure.inputs.iter().flat_map(bound).collect();
        names.into_iter().find(|name| match self.env.get(name) {
            Some(Binding::Var(var)) => self.graph.vars[*var].mutable && body.reads(*var),
            // Without `move` it is borrowed, so that Rust lets nothing change it.
            Some(Binding::Local(local)) => {
                closure.capture.is_some()
                    && !own.contains(name)
                    && self.env.changing.contains(&local.to_string())
            }
            _ => false,
        })
    }
}

/// The names in some code that may be variables, those in `"{name}"` too: not the ones of fields and methods.
fn mentioned(tokens: TokenStream, names: &mut Vec<Ident>) {
    let mut points = 0;
    for token in tokens {
        let behind = std::mem::take(&mut points) == 1;
        match token {
            TokenTree::Ident(name) if !behind => names.push(name),
            TokenTree::Ident(_) => {}
            TokenTree::Group(group) => mentioned(group.stream(), names),
            TokenTree::Literal(text) => {
                let written = text.to_string();
                let holes = written.split('{').skip(1);
                names.extend(holes.filter_map(|hole| {
                    let end = hole.find(|of: char| !of.is_alphanumeric() && of != '_')?;
                    let name = syn::parse_str::<Ident>(&hole[..end]).ok()?;
                    Some(Ident::new(&name.to_string(), text.span()))
                }));
            }
            // `..` stands before an end, a point alone before a field.
            TokenTree::Punct(punct) if punct.as_char() == '.' => {
                points = if behind { 2 } else { 1 }
            }
            TokenTree::Punct(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::mentioned;

    #[test]
    fn fields_and_methods_are_no_variables() {
        for (code, expected) in [
            ("line.count + sum", "line sum"),
            ("(from..count).len()", "from count"),
            ("list[..count].first()", "list count"),
            ("a.b.c(d.e)", "a d"),
            ("format!(\"{n} {}\", x.n)", "format n x"),
        ] {
            let mut names = vec![];
            mentioned(code.parse().unwrap(), &mut names);
            let names: Vec<String> = names.iter().map(ToString::to_string).collect();
            assert_eq!(names.join(" "), expected, "{code}");
        }
    }
}
