//! Values: what has effects inside an expression is hoisted, in order.

use super::attempt::{on_result, result};
use super::taken::takes;
use super::{Dest, Lower};
use crate::workflow::advice;
use crate::workflow::ex::{Draw, Ex, ExKind};
use crate::workflow::resolve::{is_known_function, last, var};
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{BinOp, Expr};

impl Lower<'_> {
    /// The value of an expression; `None` if control never gets here.
    pub fn value(&mut self, expr: &Expr) -> Option<Ex> {
        match self.direct(expr)? {
            Ex { kind: ExKind::Result(_), span, .. } => {
                let name = self
                    .hint
                    .clone()
                    .filter(|hint| !hint.contains(','))
                    .unwrap_or_else(|| called(expr));
                let temporary = self.temporary(&name, span);
                let result = result(span);
                self.set(temporary, result);
                Some(var(temporary, span))
            }
            value => Some(value),
        }
    }

    /// Like [`Lower::value`], but the result of a call may be used at once, and once.
    pub fn direct(&mut self, expr: &Expr) -> Option<Ex> {
        if !effectful(expr) {
            return Some(self.resolver().expr(expr));
        }
        match expr {
            expr if Draw::of(expr).is_some() => self.drawn(expr),
            // Of what is in it nothing needs to be said.
            Expr::Call(call) if unknown(call) => Some(self.resolver().expr(&unfilled(call))),
            Expr::Paren(paren) => self.direct(&paren.expr),
            Expr::Group(group) => self.direct(&group.expr),
            expr if super::block::handled(expr).is_some() => self.through_variable(expr),
            Expr::Try(attempt) => self.attempt(attempt),
            Expr::Await(call) => self.awaited(call),
            Expr::If(_) | Expr::Match(_) | Expr::Block(_) | Expr::Loop(_) => {
                self.through_variable(expr)
            }
            Expr::Binary(binary) if matches!(binary.op, BinOp::And(_) | BinOp::Or(_)) => {
                self.short_circuit(binary)
            }
            Expr::Return(_)
            | Expr::Break(_)
            | Expr::Continue(_)
            | Expr::While(_)
            | Expr::ForLoop(_) => {
                self.into(expr, Dest::Drop);
                self.here?;
                Some(Ex::new(ExKind::Unit, expr.span()))
            }
            Expr::MethodCall(call) if super::mutates(call) && takes(call) => self.taken(call),
            Expr::Assign(assign) => self.not_a_value(&assign.left),
            Expr::Async(block) => {
                self.errors.at(
                    block.async_token,
                    "a future cannot be kept as a value",
                    advice::BLOCK,
                );
                Some(Ex::new(ExKind::Unit, expr.span()))
            }
            expr => match on_result(expr) {
                Some(method) => {
                    self.refuse_on_result(method);
                    Some(Ex::new(ExKind::Unit, expr.span()))
                }
                None => self.hoisted(expr),
            },
        }
    }

    /// `uuid()`, somewhere in an expression: drawn into a variable first.
    fn drawn(&mut self, expr: &Expr) -> Option<Ex> {
        let value = Self::draw(expr)?;
        let name = self.hint.clone().filter(|hint| !hint.contains(','));
        let temporary = self.temporary(&name.unwrap_or_else(|| "drawn".to_owned()), expr.span());
        self.set(temporary, value);
        Some(var(temporary, expr.span()))
    }

    /// Returns what is drawn, where that is the whole expression.
    pub(super) fn draw(expr: &Expr) -> Option<Ex> {
        Some(Ex::new(ExKind::Draw(Draw::of(expr)?), expr.span()))
    }

    fn not_a_value(&mut self, at: &Expr) -> Option<Ex> {
        self.errors.at(at, "an assignment is not a value", "write it as a statement of its own");
        Some(Ex::new(ExKind::Unit, at.span()))
    }

    /// `sleep(..).await`; a task's result must be looked at.
    fn awaited(&mut self, call: &syn::ExprAwait) -> Option<Ex> {
        if Self::is_sleep(&call.base) {
            self.call(&call.base, vec![])?;
        } else if self.refuse_foreign(&call.base) {
            return None;
        } else {
            let help = match &*call.base {
                Expr::Async(_) => advice::BLOCK,
                _ => "write `.await?`, or `match` on it in the next statement",
            };
            let what = "the `Result` of a call is not a value that a workflow can keep";
            self.errors.at(call.await_token, what, help);
            self.errors.echo();
        }
        Some(Ex::new(ExKind::Unit, call.span()))
    }

    fn through_variable(&mut self, expr: &Expr) -> Option<Ex> {
        let name = self
            .hint
            .clone()
            .filter(|hint| !hint.contains(','))
            .unwrap_or_else(|| "value".to_owned());
        let temporary = self.temporary(&name, expr.span());
        self.into(expr, Dest::Var(temporary));
        self.here?;
        Some(var(temporary, expr.span()))
    }

    /// `a && task().await?` is an `if`.
    fn short_circuit(&mut self, binary: &syn::ExprBinary) -> Option<Ex> {
        let (left, right) = (&binary.left, &binary.right);
        let expr: Expr = match binary.op {
            BinOp::And(_) => syn::parse_quote!(if #left { #right } else { false }),
            _ => syn::parse_quote!(if #left { true } else { #right }),
        };
        self.through_variable(&expr)
    }
}

pub fn is_path(expr: &Expr, name: &str) -> bool {
    matches!(expr, Expr::Path(path) if path.path.is_ident(name))
}

/// `Ok`, `Err::<(), _>`, `Result::Ok`.
pub(super) fn is_variant(expr: &Expr, name: &str) -> bool {
    let Expr::Path(path) = expr else { return false };
    let mut segments = path.path.segments.iter().rev();
    segments.next().is_some_and(|last| last.ident == name)
        && segments.next().is_none_or(|of| of.ident == "Result")
}

/// Tells a call of a function that is known, and refused, by its name.
pub(super) fn unknown(call: &syn::ExprCall) -> bool {
    matches!(&*call.func, Expr::Path(path) if advice::called(&path.path).is_some())
}

/// A call without its arguments.
pub(super) fn unfilled(call: &syn::ExprCall) -> Expr {
    Expr::Call(syn::ExprCall { args: syn::punctuated::Punctuated::new(), ..call.clone() })
}

/// True if a path says the types: `Err::<(), Failure>`.
pub(super) fn is_typed(expr: &Expr) -> bool {
    matches!(expr, Expr::Path(path) if path.path.segments.iter().any(|it| !it.arguments.is_none()))
}

/// A call that would have to be awaited, as it is named: `charge(..)`, `join!(..)`.
pub(super) fn not_awaited(expr: &Expr) -> Option<String> {
    match super::call::Parts::of(expr).base {
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) if !is_known_function(&path.path) => {
                let name = last(&path.path);
                (!name.starts_with(char::is_uppercase)).then(|| format!("{name}(..)"))
            }
            _ => None,
        },
        Expr::Macro(mac) if last(&mac.mac.path) == "join" => Some("join!(..)".to_owned()),
        _ => None,
    }
}

/// The name of the task in `task(..).await?`.
pub(super) fn called(expr: &Expr) -> String {
    match expr {
        Expr::Try(attempt) => called(&attempt.expr),
        Expr::Await(call) => called(&call.base),
        Expr::MethodCall(call) => called(&call.receiver),
        Expr::Paren(paren) => called(&paren.expr),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => last(&path.path),
            _ => "value".to_owned(),
        },
        _ => "value".to_owned(),
    }
}

/// True if an expression must become more than an expression: it awaits, assigns, loops or leaves.
pub fn effectful(expr: &Expr) -> bool {
    let mut find = Find(false);
    find.visit_expr(expr);
    find.0
}

/// True if an expression changes variables that others can see.
pub(super) fn changes(expr: &Expr) -> bool {
    struct Changes(bool);
    impl<'e> Visit<'e> for Changes {
        fn visit_expr(&mut self, expr: &'e Expr) {
            match expr {
                Expr::Assign(_) => self.0 = true,
                Expr::Binary(binary) if super::is_compound(&binary.op) => self.0 = true,
                Expr::MethodCall(call) if super::mutates(call) || super::entry::is(call) => {
                    self.0 = true
                }
                expr => syn::visit::visit_expr(self, expr),
            }
        }
    }
    let mut find = Changes(false);
    find.visit_expr(expr);
    find.0
}

struct Find(bool);

impl<'e> Visit<'e> for Find {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Call(_) if Draw::of(expr).is_some() => self.0 = true,
            Expr::Await(_)
            | Expr::Try(_)
            | Expr::Return(_)
            | Expr::Break(_)
            | Expr::Continue(_) => self.0 = true,
            Expr::Assign(_)
            | Expr::Loop(_)
            | Expr::While(_)
            | Expr::ForLoop(_)
            | Expr::Async(_) => self.0 = true,
            Expr::Binary(binary) if super::is_compound(&binary.op) => self.0 = true,
            Expr::MethodCall(call) if super::mutates(call) || super::entry::is(call) => {
                self.0 = true
            }
            Expr::Block(block) if block.label.is_some() => self.0 = true,
            Expr::Closure(_) => {}
            expr => syn::visit::visit_expr(self, expr),
        }
    }
    fn visit_item(&mut self, _: &'e syn::Item) {}
    fn visit_macro(&mut self, _: &'e syn::Macro) {}
}
