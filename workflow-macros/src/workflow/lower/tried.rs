//! `?` on a value: `found.ok_or(failure)?`, `text.parse().map_err(|_| failure)?`. A Choice that leads to a Fail state.

use super::Lower;
use super::outcome::{named, simple};
use crate::ident::pascal;
use crate::workflow::env::Binding;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{BlockId, Choice, Form, Kind, Rule, Stmt, Test, VarId};
use crate::workflow::resolve::{is_known_function, last, var};
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, Ident, Pat};

/// Methods that give a `Result`, and those that give one where they are called on one.
const MAKES_RESULTS: [&str; 3] = ["ok_or", "ok_or_else", "map_err"];
const KEEPS_RESULTS: [&str; 4] = ["map", "and_then", "or_else", "clone"];

/// A value that is there, or a failure.
pub struct Tried {
    /// The `Option` or the `Result`.
    on: Expr,
    /// The variant that has the value.
    good: Ident,
    /// The pattern of what there is instead.
    other: Pat,
    failure: Expr,
    /// The failure goes on as it is.
    handed_on: bool,
}

impl Tried {
    /// Returns what is tried by `value?`, as far as syntax tells.
    pub fn of(value: &Expr) -> Option<Self> {
        let call = match value {
            Expr::Paren(paren) => return Self::of(&paren.expr),
            Expr::Group(group) => return Self::of(&group.expr),
            Expr::Call(_) | Expr::Path(_) | Expr::Field(_) => {
                return is_result(value).then(|| Self::handed_on(value));
            }
            Expr::MethodCall(call) => call,
            _ => return None,
        };
        let args: Vec<&Expr> = call.args.iter().collect();
        let on = (*call.receiver).clone();
        let at = call.method.span();
        let (good, other, failure) = match (call.method.to_string().as_str(), &args[..]) {
            ("ok_or", [failure]) if simple(failure) => ("Some", None, (*failure).clone()),
            ("ok_or_else", [failure]) => ("Some", None, made(failure)?),
            ("map_err", [Expr::Closure(closure)]) => {
                ("Ok", Some(named(closure)?.clone()), (*closure.body).clone())
            }
            ("map_err", [Expr::Path(path)]) => {
                let error = crate::ident::own("error", at);
                let failure = syn::parse_quote_spanned!(at=> #path(#error));
                ("Ok", Some(syn::parse_quote!(#error)), failure)
            }
            _ => return is_result(value).then(|| Self::handed_on(value)),
        };
        let other = other.map_or_else(
            || syn::parse_quote_spanned!(at=> _),
            |pat: Pat| syn::parse_quote_spanned!(at=> Err(#pat)),
        );
        Some(Tried { on, good: Ident::new(good, at), other, failure, handed_on: false })
    }

    /// A `Result` whose failure goes on as it is.
    fn handed_on(on: &Expr) -> Self {
        let at = on.span();
        let error = crate::ident::own("error", at);
        Tried {
            on: on.clone(),
            good: Ident::new("Ok", at),
            other: syn::parse_quote_spanned!(at=> Err(#error)),
            failure: syn::parse_quote!(#error),
            handed_on: true,
        }
    }

    /// The same as an expression: a value made of what is there under a name, or the failure.
    pub fn chosen(&self, name: &Ident, value: &Expr) -> Expr {
        let Tried { on, good, other, failure, .. } = self;
        let on = crate::workflow::early::asked(on);
        syn::parse_quote!(match #on { #good(#name) => { #value } #other => Err(#failure) })
    }

    /// The value, its good variant, the pattern of what there is instead, and the failure.
    pub fn parts(self) -> (Expr, Ident, Pat, Expr) {
        (self.on, self.good, self.other, self.failure)
    }

    /// The name of the Choice.
    fn question(&self, hint: Option<&str>) -> String {
        crate::workflow::titles::tried(hint, &self.on, self.good == "Some")
    }
}

/// The value of a closure without parameters, or of a function.
fn made(failure: &Expr) -> Option<Expr> {
    match failure {
        Expr::Closure(closure) if closure.inputs.is_empty() && closure.asyncness.is_none() => {
            (!super::value::effectful(&closure.body)).then(|| (*closure.body).clone())
        }
        Expr::Path(path) => Some(syn::parse_quote!(#path())),
        _ => None,
    }
}

/// True for what is a `Result` with a failure if it is anything: a call of a function, and what is made of one.
fn is_result(value: &Expr) -> bool {
    match value {
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => {
                let name = last(&path.path);
                let made = name.starts_with(char::is_uppercase) || is_known_function(&path.path);
                !made && crate::workflow::advice::called(&path.path).is_none()
            }
            _ => false,
        },
        Expr::MethodCall(call) => {
            MAKES_RESULTS.iter().any(|name| call.method == name)
                || KEEPS_RESULTS.iter().any(|name| call.method == name) && is_result(&call.receiver)
                || call.method == "collect" && collects_results(call)
                || !crate::workflow::advice::is_known_method(&crate::ident::text(&call.method))
        }
        Expr::Paren(paren) => is_result(&paren.expr),
        Expr::Field(_) => true,
        Expr::Path(path) => path.path.get_ident().is_some(),
        _ => false,
    }
}

/// `list.collect::<Result<..>>()`
fn collects_results(call: &syn::ExprMethodCall) -> bool {
    let into = call.turbofish.as_ref().and_then(|types| types.args.first());
    matches!(into, Some(syn::GenericArgument::Type(ty)) if crate::workflow::early::is(ty, "Result"))
}

/// The value that `value.clone()` is made of.
fn root(value: &Expr) -> &Expr {
    match value {
        Expr::MethodCall(call) if call.method == "clone" => root(&call.receiver),
        Expr::Paren(paren) => root(&paren.expr),
        value => value,
    }
}

impl Lower<'_> {
    /// Returns what `value?` tries, unless it is seen to be no `Result`.
    pub(super) fn trying(&mut self, value: &Expr) -> Option<Tried> {
        if let Expr::Path(path) = root(value) {
            match self.env.get(path.path.get_ident()?) {
                Some(Binding::Var(var)) if self.may_be_result(*var) => {}
                _ => return None,
            }
        }
        Tried::of(value)
    }

    /// True if a variable was given what may be a `Result`, as far as syntax tells.
    fn may_be_result(&self, var: VarId) -> bool {
        if let Some(ty) = &self.graph.vars[var].written {
            return crate::workflow::early::is(ty, "Result");
        }
        let code = self.graph.blocks.iter().flat_map(|block| &block.code);
        code.filter_map(|stmt| match stmt {
            Stmt::Let { pat: Pat::Ident(_), binds, value, ty, bound: false } => {
                (binds[..] == [var]).then_some((value, ty))
            }
            _ => None,
        })
        .any(|(value, ty)| {
            ty.as_ref().is_some_and(|ty| crate::workflow::early::is(ty, "Result"))
                || self.may_hold(value)
        })
    }

    fn may_hold(&self, value: &Ex) -> bool {
        match &value.kind {
            ExKind::Pure { .. } | ExKind::If(..) | ExKind::Match(..) | ExKind::Block(..) => true,
            ExKind::Construct { path, .. } => matches!(&*last(&path.path), "Ok" | "Err"),
            ExKind::Method(call) => {
                MAKES_RESULTS.iter().any(|name| call.method == name)
                    || KEEPS_RESULTS.iter().any(|name| call.method == name)
                        && self.may_hold(&call.receiver)
            }
            ExKind::Paren(inner) => self.may_hold(inner),
            ExKind::Var(var) => self.may_be_result(*var),
            _ => false,
        }
    }

    /// `value?` as a value: bound to a variable first.
    pub(super) fn tried_value(&mut self, tried: &Tried, span: Span) -> Option<Ex> {
        let hint = self.hint.clone().filter(|hint| !hint.contains(','));
        let name = hint.clone().unwrap_or_else(|| "value".to_owned());
        let ident = self.env.fresh(&name, span);
        let bound = self.tried(tried, hint.as_deref(), &syn::parse_quote!(#ident), None, span)?;
        let [bound] = bound[..] else { return None };
        self.graph.vars[bound].wish = Some(name);
        Some(var(bound, span))
    }

    /// `let pattern: type = value?;`
    pub(super) fn tried_let(
        &mut self,
        tried: &Tried,
        pat: &Pat,
        ty: Option<&syn::Type>,
        span: Span,
    ) {
        let hint = super::hint(pat).filter(|hint| !hint.contains(','));
        if ty.is_none() || matches!(pat, Pat::Ident(_)) {
            self.tried(tried, hint.as_deref(), pat, ty, span);
            return;
        }
        // The type is that of the whole.
        let whole = self.env.fresh("whole", span);
        let whole: Pat = syn::parse_quote!(#whole);
        if let Some([bound]) = self.tried(tried, None, &whole, ty, span).as_deref() {
            let bound = *bound;
            self.bind_let(pat, None, var(bound, span));
        }
    }

    /// Enters the Choice, and binds the value from here on.
    fn tried(
        &mut self,
        tried: &Tried,
        hint: Option<&str>,
        pat: &Pat,
        ty: Option<&syn::Type>,
        span: Span,
    ) -> Option<Vec<VarId>> {
        let mut on = self.value(&tried.on)?;
        self.hint = None;
        if tried.handed_on && on.place().is_none() {
            // Asked for three times: it is evaluated once.
            let (whole, span) = (self.temporary("outcome", span), on.span);
            self.set(whole, on);
            on = var(whole, span);
        }
        let (then, default) = (self.graph.block(self.scope), self.graph.block(self.scope));
        let placeholder = Choice { rules: vec![], default, form: Form::If };
        let state = self.enter(&tried.question(hint), span, Kind::Choice(placeholder));
        let other = self.otherwise(tried, &on, default, hint);
        self.here = Some(then);
        let good = &tried.good;
        let (pat, binds) = self.pattern(&syn::parse_quote!(#good(#pat)), None);
        if let ([bound], Some(ty)) = (&binds[..], ty) {
            let var = &mut self.graph.vars[*bound];
            var.ty = Some(ty.clone()).filter(super::nameable);
            var.written = Some(ty.clone());
        }
        let rules = vec![Rule { test: Test::Fits(pat.clone(), None), next: then }];
        let form = Form::Match { on: on.clone(), default: other };
        self.graph.states[state].kind = Kind::Choice(Choice { rules, default, form });
        self.push(Stmt::Let { pat, binds: binds.clone(), ty: ty.cloned(), value: on, bound: true });
        Some(binds)
    }

    /// The way of the failure; returns the pattern that leads there.
    fn otherwise(&mut self, tried: &Tried, on: &Ex, block: BlockId, hint: Option<&str>) -> Pat {
        self.here = Some(block);
        self.env.push();
        let (pat, binds) = self.pattern(&tried.other, None);
        if let ([error], true) = (&binds[..], tried.handed_on) {
            self.graph.vars[*error].wish = Some("failure".to_owned());
        }
        if !binds.is_empty() {
            let (pat, value) = (pat.clone(), on.clone());
            self.push(Stmt::Let { pat, binds, ty: None, value, bound: true });
        }
        let outer = std::mem::replace(&mut self.failing, hint.map(pascal));
        if let Expr::Lit(_) | Expr::Macro(_) = &tried.failure {
            self.errors.at(
                &tried.failure,
                "a workflow fails with a name and a cause",
                "write `Failure::new(\"Name\", \"what is wrong\")`",
            );
            self.errors.echo();
        }
        self.fail(&tried.failure);
        self.failing = outer;
        self.env.pop();
        pat
    }

    /// A `Result` that ends a scope: `found.ok_or(failure)`.
    pub(super) fn tried_result(&mut self, tried: &Tried, span: Span) {
        if let Some(value) = self.tried_value(tried, span) {
            self.give(value);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_result_is_known_by_its_form() {
        for (code, result) in [
            ("check(x)", true),
            ("checks::check(x)", true),
            ("(check(x))", true),
            ("order.checked", true),
            ("checked", true),
            ("Some(x)", false),
            ("String::from(x)", false),
            ("sleep(x)", false),
            ("checks::CHECKED", false),
            ("x.len()", false),
            ("x.ok_or(y)", true),
            ("x.map_err(f)", true),
            ("x.map(f)", true),
            ("check(x).clone()", true),
            ("Some(x).map(f)", false),
            ("x.len().map(f)", false),
            ("x.filter(f)", false),
            ("x.collect::<Result<Vec<_>, _>>()", true),
            ("x.collect::<Vec<_>>()", false),
            ("1", false),
        ] {
            assert_eq!(is_result(&syn::parse_str(code).unwrap()), result, "{code}");
        }
    }
}
