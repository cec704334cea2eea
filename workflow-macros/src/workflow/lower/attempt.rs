//! `?` and results as values: what is tried, and what a workflow ends with.

use super::tried::Tried;
use super::value::{is_typed, is_variant, not_awaited};
use super::{Dest, Lower};
use crate::workflow::advice;
use crate::workflow::ex::{Ex, ExKind};
use syn::Expr;
use syn::spanned::Spanned;

impl Lower<'_> {
    /// `call.await?`
    pub(super) fn attempt(&mut self, attempt: &syn::ExprTry) -> Option<Ex> {
        match &*attempt.expr {
            Expr::Await(call) if self.is_steps(&call.base) => self.inline(&call.base),
            Expr::Await(call) if Self::is_sleep(&call.base) => {
                let entered = self.call(&call.base, vec![]);
                if entered.is_some() {
                    self.errors.at(attempt.question_token, "a pause cannot fail", "remove the `?`");
                    self.errors.echo();
                }
                Some(Ex::new(ExKind::Unit, attempt.span()))
            }
            Expr::Await(call) => {
                self.call(&call.base, vec![])?;
                Some(result(attempt.span()))
            }
            Expr::Call(call) if is_variant(&call.func, "Err") && call.args.len() == 1 => {
                self.result(&attempt.expr);
                None
            }
            other => match self.trying(other) {
                Some(tried) => self.tried_value(&tried, attempt.span()),
                None => {
                    self.attempted(other, attempt);
                    Some(Ex::new(ExKind::Unit, attempt.span()))
                }
            },
        }
    }

    /// `?` on what is no awaited call.
    pub(super) fn attempted(&mut self, value: &Expr, attempt: &syn::ExprTry) {
        if let Some(method) = on_result(value) {
            return self.refuse_on_result(method);
        }
        if let Some(call) = not_awaited(value) {
            self.errors.at(
                attempt.question_token,
                format!("`{call}` is not awaited"),
                "write `.await?`; the value of a `#[pure]` function goes into a `match`",
            );
            return self.errors.echo();
        }
        let tried = matches!(value, Expr::Macro(mac) if mac.mac.path.segments.last().is_some_and(|it| it.ident == "try_join"));
        if tried && self.refuse_foreign(value) {
            return;
        }
        // What has a mistake already may have been meant as a call.
        if !matches!(value, Expr::Path(_)) || self.errors.is_empty() {
            self.errors.at(
                attempt.question_token,
                "`?` follows an awaited call, or a `Result` whose error is a `Failure`",
                "say which failure it is: `.ok_or(Failure::new(\"Name\", \"what is missing\"))?` of an `Option`, `.map_err(|_| Failure::new(..))?` of another `Result`",
            );
        }
        self.errors.echo();
    }

    pub(super) fn refuse_on_result(&mut self, call: &syn::ExprMethodCall) {
        if let Expr::Await(awaited) = &*call.receiver {
            // It is what is awaited that a workflow does not have.
            if let Some((path, advice::Advice { what, help })) = super::call::foreign(&awaited.base)
            {
                return self.errors.at(path, what, help);
            }
            // What has a mistake already may have been meant as a call.
            if matches!(&*awaited.base, Expr::Path(_)) && !self.errors.is_empty() {
                return self.errors.echo();
            }
        }
        let (method, args) = (&call.method, if call.args.is_empty() { "" } else { ".." });
        self.errors.at(
            method,
            format!("`.{method}({args})` on the `Result` of a call"),
            advice::on_result(&method.to_string()),
        );
    }

    /// Lowers the expression that ends a scope: `Ok(..)`, `Err(..)`, or a call's own result.
    pub fn result(&mut self, expr: &Expr) {
        if let Expr::Call(call) = expr {
            self.refuse_error_of_block(&call.func);
        }
        match expr {
            Expr::Call(call) if is_variant(&call.func, "Ok") && call.args.len() == 1 => {
                if let Some(mut value) = self.direct(&call.args[0]) {
                    if let Expr::Path(path) = &*call.func {
                        let ok = path.path.get_ident().cloned();
                        value.ok = ok.map(|ok| Box::new((ok, call.paren_token)));
                    }
                    self.give(value);
                }
            }
            Expr::Call(call) if is_variant(&call.func, "Err") && call.args.len() == 1 => {
                self.graph.scopes[self.scope].typed |= is_typed(&call.func);
                self.fail(&call.args[0])
            }
            Expr::Await(call) if self.is_steps(&call.base) => {
                if let Some(value) = self.inline(&call.base) {
                    self.give(value);
                }
            }
            Expr::Await(call) if Self::is_continuation(&call.base) => self.continue_as(&call.base),
            Expr::Await(call) if !Self::is_sleep(&call.base) => {
                if self.call(&call.base, vec![]).is_some() {
                    self.give(result(expr.span()));
                }
            }
            Expr::MethodCall(call) if super::outcome::mapped(call).is_some() => {
                if let Some((call, error, failure)) = super::outcome::mapped(call) {
                    self.into(
                        &syn::parse_quote!(match #call { Ok(__value) => Ok(__value), Err(#error) => Err(#failure) }),
                        Dest::Return,
                    );
                }
            }
            Expr::MethodCall(call) if Tried::of(expr).is_some() && on_result(expr).is_none() => {
                if let Some(tried) = Tried::of(expr) {
                    self.tried_result(&tried, call.span());
                }
            }
            Expr::Path(path) => match self.trying(expr) {
                Some(tried) => self.tried_result(&tried, path.span()),
                None => self.ended(expr),
            },
            expr => self.ended(expr),
        }
    }

    /// A value that is no `Result`, where a scope ends.
    pub(super) fn ended(&mut self, expr: &Expr) {
        if let Some(value) = self.value(expr) {
            self.ending = wrapped(expr);
            self.finish(value, Dest::Return);
        }
    }
}

/// Returns how to write a bare value that ends a scope, if it is short and plain.
pub(super) fn wrapped(expr: &Expr) -> Option<String> {
    const SHORT: usize = 40;
    fn is_plain(expr: &Expr) -> bool {
        match expr {
            Expr::Path(_) | Expr::Lit(_) => true,
            Expr::Field(field) => is_plain(&field.base),
            Expr::Binary(binary) => is_plain(&binary.left) && is_plain(&binary.right),
            _ => false,
        }
    }
    match expr {
        Expr::Try(_) => Some("write `Ok(..)` around it, or leave out the `?`".to_owned()),
        expr if is_plain(expr) => {
            let text = crate::workflow::source::source(expr);
            (text.chars().count() <= SHORT).then(|| format!("write `Ok({text})`"))
        }
        _ => None,
    }
}

pub fn result(span: proc_macro2::Span) -> Ex {
    Ex::new(ExKind::Result(syn::Ident::new("__result", proc_macro2::Span::mixed_site())), span)
}

/// The first method that is called on the `Result` of a task's call: `call.await.map_err(..)`.
pub(super) fn on_result(expr: &Expr) -> Option<&syn::ExprMethodCall> {
    match expr {
        Expr::MethodCall(call) => match &*call.receiver {
            Expr::Await(awaited) => (!Lower::is_sleep(&awaited.base)).then_some(call),
            receiver => on_result(receiver),
        },
        _ => None,
    }
}
