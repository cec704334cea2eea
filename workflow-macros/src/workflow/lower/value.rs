//! Values: what has effects inside an expression is hoisted, in order.

use super::taken::takes;
use super::tried::Tried;
use super::{Dest, Lower};
use crate::workflow::advice;
use crate::workflow::env::Binding;
use crate::workflow::ex::{Draw, Ex, ExKind};
use crate::workflow::resolve::{is_known_function, last, var};
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
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
        self.errors.at(at, "an assignment is no value", "write it as a statement of its own");
        Some(Ex::new(ExKind::Unit, at.span()))
    }

    /// `call.await?`
    fn attempt(&mut self, attempt: &syn::ExprTry) -> Option<Ex> {
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
    fn attempted(&mut self, value: &Expr, attempt: &syn::ExprTry) {
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

    fn refuse_on_result(&mut self, call: &syn::ExprMethodCall) {
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

    /// `sleep(..).await`; a task's result must be looked at.
    fn awaited(&mut self, call: &syn::ExprAwait) -> Option<Ex> {
        if Self::is_sleep(&call.base) {
            self.call(&call.base, vec![])?;
        } else if self.refuse_foreign(&call.base) {
            return None;
        } else {
            let help = match &*call.base {
                Expr::Async(_) => advice::BLOCK,
                _ => "write `.await?`, or `match` on it",
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

    /// The values of several expressions, evaluated in order: what may fail or is changed by a later one is
    /// evaluated before that one's effect.
    pub(super) fn values<'e>(
        &mut self,
        exprs: impl IntoIterator<Item = &'e Expr>,
    ) -> Option<Vec<Ex>> {
        let exprs: Vec<&Expr> = exprs.into_iter().collect();
        let mut values = vec![];
        for (index, expr) in exprs.iter().enumerate() {
            let value = self.value(expr)?;
            let later = exprs[index + 1..].iter().any(|later| effectful(later));
            values.push(match later.then(|| self.before(value.clone(), &exprs[index + 1..])) {
                Some(Before::Kept(value) | Before::Later(value)) => value,
                None => value,
            });
        }
        Some(values)
    }

    /// A value that is needed before a later effect.
    fn before(&mut self, value: Ex, later: &[&Expr]) -> Before {
        let changed = later.iter().any(|later| changes(later));
        if !value.may_fault() && (!changed || matches!(value.kind, ExKind::Lit(_) | ExKind::Unit)) {
            return Before::Later(value);
        }
        let (span, temporary) = (value.span, self.temporary("before", value.span));
        self.set(temporary, value);
        Before::Kept(var(temporary, span))
    }

    /// Evaluates the parts with effects first, in order, into variables.
    fn hoisted(&mut self, expr: &Expr) -> Option<Ex> {
        let mut expr = expr.clone();
        let mut parts = Parts(vec![]);
        syn::visit_mut::visit_expr_mut(&mut parts, &mut expr);
        let mut hoist = Hoist { lower: self, reached: true, later: parts.0 };
        syn::visit_mut::visit_expr_mut(&mut hoist, &mut expr);
        if !hoist.reached {
            return None;
        }
        Some(self.resolver().expr(&expr))
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
    fn ended(&mut self, expr: &Expr) {
        if let Some(value) = self.value(expr) {
            self.ending = wrapped(expr);
            self.finish(value, Dest::Return);
        }
    }
}

/// Returns how to write a bare value that ends a scope, if it is short and plain.
fn wrapped(expr: &Expr) -> Option<String> {
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

/// An operand to the left of an effect.
enum Before {
    /// Evaluated before it, into a variable.
    Kept(Ex),
    /// It makes no difference when.
    Later(Ex),
}

/// The parts of an expression, in order of evaluation.
struct Parts(Vec<Expr>);

impl VisitMut for Parts {
    fn visit_expr_mut(&mut self, part: &mut Expr) {
        self.0.push(part.clone());
    }
}

struct Hoist<'l, 'e> {
    lower: &'l mut Lower<'e>,
    reached: bool,
    /// The parts that are still to come, this one first.
    later: Vec<Expr>,
}

impl Hoist<'_, '_> {
    /// Evaluates the parts of a place, and leaves the place: `call.await?[0].clone()` moves no item out of the list.
    fn within(&mut self, place: &mut Expr) {
        let mut parts = Parts(vec![]);
        syn::visit_mut::visit_expr_mut(&mut parts, place);
        self.later.splice(0..0, parts.0);
        syn::visit_mut::visit_expr_mut(self, place);
    }
}

/// True for an item of a list, and for a field of one.
fn indexed(expr: &Expr) -> bool {
    match expr {
        Expr::Index(_) => true,
        Expr::Field(field) => indexed(&field.base),
        Expr::Paren(paren) => indexed(&paren.expr),
        _ => false,
    }
}

impl VisitMut for Hoist<'_, '_> {
    fn visit_expr_mut(&mut self, part: &mut Expr) {
        if !self.later.is_empty() {
            self.later.remove(0);
        }
        // A function, or a constant: it is the same later.
        let bound = |name| self.lower.env.get(name).is_some();
        let fixed = matches!(part, Expr::Path(path) if !path.path.get_ident().is_some_and(bound));
        let needed = !fixed && (effectful(part) || self.later.iter().any(effectful));
        if !self.reached || !needed {
            return;
        }
        if indexed(part) && effectful(part) {
            return self.within(part);
        }
        let Some(value) = self.lower.value(part) else {
            self.reached = false;
            return;
        };
        let value = if effectful(part) {
            value
        } else {
            match self.lower.before(value, &self.later.iter().collect::<Vec<_>>()) {
                Before::Kept(value) => value,
                // It may as well be evaluated later.
                Before::Later(_) => return,
            }
        };
        let variable = match value.kind {
            ExKind::Var(variable) => variable,
            _ => {
                let temporary = self.lower.temporary("part", part.span());
                self.lower.set(temporary, value);
                temporary
            }
        };
        let ident = self.lower.env.fresh("hoisted", part.span());
        self.lower.env.bind(&ident, Binding::Var(variable));
        *part = syn::parse_quote!(#ident);
    }
}

pub fn result(span: proc_macro2::Span) -> Ex {
    Ex::new(ExKind::Result(syn::Ident::new("__result", proc_macro2::Span::mixed_site())), span)
}

pub fn is_path(expr: &Expr, name: &str) -> bool {
    matches!(expr, Expr::Path(path) if path.path.is_ident(name))
}

/// `Ok`, `Err::<(), _>`, `Result::Ok`.
fn is_variant(expr: &Expr, name: &str) -> bool {
    let Expr::Path(path) = expr else { return false };
    let mut segments = path.path.segments.iter().rev();
    segments.next().is_some_and(|last| last.ident == name)
        && segments.next().is_none_or(|of| of.ident == "Result")
}

/// Tells a call of a function that is known, and refused, by its name.
fn unknown(call: &syn::ExprCall) -> bool {
    matches!(&*call.func, Expr::Path(path) if advice::called(&path.path).is_some())
}

/// A call without its arguments.
fn unfilled(call: &syn::ExprCall) -> Expr {
    Expr::Call(syn::ExprCall { args: syn::punctuated::Punctuated::new(), ..call.clone() })
}

/// True if a path says the types: `Err::<(), Failure>`.
fn is_typed(expr: &Expr) -> bool {
    matches!(expr, Expr::Path(path) if path.path.segments.iter().any(|it| !it.arguments.is_none()))
}

/// The first method that is called on the `Result` of a task's call: `call.await.map_err(..)`.
fn on_result(expr: &Expr) -> Option<&syn::ExprMethodCall> {
    match expr {
        Expr::MethodCall(call) => match &*call.receiver {
            Expr::Await(awaited) => (!Lower::is_sleep(&awaited.base)).then_some(call),
            receiver => on_result(receiver),
        },
        _ => None,
    }
}

/// A call that would have to be awaited, as it is named: `charge(..)`, `join!(..)`.
fn not_awaited(expr: &Expr) -> Option<String> {
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
fn changes(expr: &Expr) -> bool {
    struct Changes(bool);
    impl<'e> Visit<'e> for Changes {
        fn visit_expr(&mut self, expr: &'e Expr) {
            match expr {
                Expr::Assign(_) => self.0 = true,
                Expr::Binary(binary) if super::is_compound(&binary.op) => self.0 = true,
                Expr::MethodCall(call) if super::mutates(call) => self.0 = true,
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
            Expr::MethodCall(call) if super::mutates(call) => self.0 = true,
            Expr::Block(block) if block.label.is_some() => self.0 = true,
            Expr::Closure(_) => {}
            expr => syn::visit::visit_expr(self, expr),
        }
    }
    fn visit_item(&mut self, _: &'e syn::Item) {}
    fn visit_macro(&mut self, _: &'e syn::Macro) {}
}
