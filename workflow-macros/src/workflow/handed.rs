//! `call.await?` in the kept function of a workflow with an error of its own.
//!
//! The machine hands a failure on as it is. So `?` takes no conversion of the user's: what it may convert says a trait.

use super::resolve::last;
use super::signature::own_error;
use super::undo;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, ItemFn, Lifetime, Stmt, Type};

/// A function whose errors of calls are handed on as the machine does.
pub fn on(function: &ItemFn) -> ItemFn {
    let mut function = function.clone();
    if let Some(error) = own_error(&function.sig.output).cloned() {
        HandedOn(error).scope(&mut function.block);
    }
    function
}

struct HandedOn(Type);

impl HandedOn {
    /// The values that leave the function, and the one that it ends with.
    fn scope(&mut self, block: &mut Block) {
        self.visit_block_mut(block);
        self.ended_by(block);
    }

    fn ended_by(&self, block: &mut Block) {
        if let Some(Stmt::Expr(value, None)) = block.stmts.last_mut() {
            self.ended(value);
        }
    }

    /// A `Result` that is the function's own: it fails with its error. Others are values of any type.
    fn ended(&self, value: &mut Expr) {
        match value {
            Expr::Paren(paren) => self.ended(&mut paren.expr),
            Expr::If(branch) => {
                self.ended_by(&mut branch.then_branch);
                if let Some((_, otherwise)) = &mut branch.else_branch {
                    self.ended(otherwise);
                }
            }
            Expr::Match(choice) => {
                choice.arms.iter_mut().for_each(|arm| self.ended(&mut arm.body));
            }
            Expr::Block(block) => {
                if let Some(label) = &block.label {
                    let label = Some(label.name.clone());
                    Breaks { of: self, label, depth: 1 }.visit_block_mut(&mut block.block);
                }
                self.ended_by(&mut block.block);
            }
            Expr::Loop(turns) => {
                let label = turns.label.as_ref().map(|label| label.name.clone());
                Breaks { of: self, label, depth: 0 }.visit_block_mut(&mut turns.body);
            }
            Expr::Call(call) => {
                if let (Expr::Path(path), Some(error)) = (&*call.func, call.args.first_mut())
                    && last(&path.path) == "Err"
                {
                    self.converted(error);
                }
            }
            Expr::MethodCall(call) => self.failing(call),
            _ => {}
        }
    }

    /// The last method of a value that says what it fails with.
    fn failing(&self, call: &mut syn::ExprMethodCall) {
        match (call.method.to_string().as_str(), call.args.first_mut(), &mut *call.receiver) {
            ("ok_or" | "ok_or_else" | "map_err", Some(argument), _) => self.made(argument),
            ("map" | "and_then" | "or_else" | "clone", _, Expr::MethodCall(before)) => {
                self.failing(before);
            }
            _ => {}
        }
    }

    /// `error.into()` and `OrderError::from(error)`: by the trait.
    fn converted(&self, value: &mut Expr) {
        let (error, span) = (&self.0, value.span());
        let of = match value {
            Expr::Paren(paren) => return self.converted(&mut paren.expr),
            Expr::MethodCall(call) if call.method == "into" && call.args.is_empty() => {
                &call.receiver
            }
            Expr::Call(call) if self.is_from(&call.func) && call.args.len() == 1 => &call.args[0],
            _ => return,
        };
        *value = syn::parse_quote_spanned!(span=> ::workflow::__private::HandsOn::<#error>::hand_on(#of));
    }

    /// True for `OrderError::from`.
    fn is_from(&self, function: &Expr) -> bool {
        let (Expr::Path(path), Type::Path(own)) = (function, &self.0) else { return false };
        let of = path.path.segments.iter().rev().nth(1);
        last(&path.path) == "from" && of.is_some_and(|of| of.ident == last(&own.path))
    }

    /// The failure that an argument makes, of `ok_or`, `ok_or_else` and `map_err`.
    fn made(&self, argument: &mut Expr) {
        let (error, span) = (&self.0, argument.span());
        match argument {
            Expr::Closure(closure) => self.converted(&mut closure.body),
            path if self.is_from(path) => {
                *path = syn::parse_quote_spanned!(span=> ::workflow::__private::HandsOn::<#error>::hand_on);
            }
            value => self.converted(value),
        }
    }
}

impl VisitMut for HandedOn {
    fn visit_expr_try_mut(&mut self, attempt: &mut syn::ExprTry) {
        syn::visit_mut::visit_expr_try_mut(self, attempt);
        let Expr::Await(call) = &*attempt.expr else { return self.ended(&mut attempt.expr) };
        let (error, span) = (&self.0, attempt.question_token.spans[0]);
        let handed_on =
            quote::quote_spanned!(span=> ::workflow::__private::handed_on::<#error, _, _>);
        *attempt.expr = syn::parse_quote!(#handed_on(#call));
    }

    fn visit_expr_return_mut(&mut self, back: &mut syn::ExprReturn) {
        syn::visit_mut::visit_expr_return_mut(self, back);
        if let Some(value) = &mut back.expr {
            self.ended(value);
        }
    }

    /// Blocks, branches and items fail with a `Failure`; what comes behind an undo is the function's own.
    fn visit_expr_async_mut(&mut self, block: &mut syn::ExprAsync) {
        if undo::is_rest(block) {
            self.scope(&mut block.block);
        }
    }
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// The values that leave a loop, or a block with a label.
struct Breaks<'h> {
    of: &'h HandedOn,
    label: Option<Lifetime>,
    /// The loops around, which a `break` without a label leaves.
    depth: usize,
}

impl VisitMut for Breaks<'_> {
    fn visit_expr_break_mut(&mut self, leave: &mut syn::ExprBreak) {
        let own = match &leave.label {
            Some(label) => self.label.as_ref() == Some(label),
            None => self.depth == 0,
        };
        if let (true, Some(value)) = (own, &mut leave.expr) {
            self.of.ended(value);
        }
    }
    fn visit_expr_loop_mut(&mut self, turns: &mut syn::ExprLoop) {
        self.depth += 1;
        syn::visit_mut::visit_expr_loop_mut(self, turns);
        self.depth -= 1;
    }
    fn visit_expr_async_mut(&mut self, _: &mut syn::ExprAsync) {}
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use quote::ToTokens;

    #[test]
    fn conversions_are_those_of_the_machine() {
        let function = syn::parse_quote! {
            async fn f() -> Result<u32, Mine> {
                let a = a().await?;
                let b = b().await.map_err(Mine::from)?;
                let c = c().await.map_err(|error| error.into())?;
                let d = d.ok_or(Mine::Missing)?;
                match async { inner().await?; Err(x.into()) }.await {
                    Ok(()) => Ok(a),
                    Err(failure) if b => Err(Mine::from(failure)),
                    Err(failure) => return Err(failure.into()),
                }
            }
        };
        let text = on(&function).into_token_stream().to_string();
        assert_eq!(text.matches("handed_on").count(), 1, "{text}");
        assert_eq!(text.matches("hand_on").count(), 4, "{text}");
        assert!(
            text.contains("inner () . await ?") && text.contains("Err (x . into ())"),
            "{text}"
        );
    }

    #[test]
    fn only_conversions_into_the_own_error_are_handed_on() {
        for (code, count) in [
            ("Err(x.into())", 1),
            ("Err((x.into()))", 1),
            ("Err(x.into(1))", 0),
            ("Err(x.name())", 0),
            ("Ok(x.into())", 0),
            ("Err(Mine::from(x))", 1),
            ("Err(crate::errors::Mine::from(x))", 1),
            ("Err(Other::from(x))", 0),
            ("Err(Mine::make(x))", 0),
            ("Err(Mine::from(x, y))", 0),
            ("Err(from(x))", 0),
            ("x.ok_or(Mine::from(y))", 1),
            ("x.ok_or_else(|| y.into())", 1),
            ("x.ok_or_else(|| Mine::from(y))", 1),
            ("x.map_err(Mine::from)", 1),
            ("x.map_err(Other::from)", 0),
            ("x.map_err(make)", 0),
            ("x.and_then(Mine::from)", 0),
        ] {
            let function: ItemFn =
                syn::parse_str(&format!("async fn f() -> Result<u32, Mine> {{ {code} }}")).unwrap();
            let text = on(&function).into_token_stream().to_string();
            assert_eq!(text.matches("hand_on").count(), count, "{code}: {text}");
        }
    }

    #[test]
    fn values_that_are_no_end_keep_their_errors() {
        let function = syn::parse_quote! {
            async fn f(x: Option<u32>) -> Result<u32, Mine> {
                let plain: Result<u32, String> = if a { Ok(1) } else { Err("no".into()) };
                let other = x.ok_or("none".into()).map_err(|text: String| Mine::from(text))?;
                let kept = x.ok_or("none".into());
                loop {
                    if a { break Err(first.into()); }
                    let inner: Result<u32, String> = loop { break Err("inner".into()); };
                }
            }
        };
        let text = on(&function).into_token_stream().to_string();
        assert_eq!(text.matches("hand_on").count(), 2, "{text}");
        assert_eq!(text.matches("into ()").count(), 4, "{text}");
    }

    #[test]
    fn a_function_that_fails_with_a_failure_stays() {
        let function = syn::parse_quote!(
            async fn f() -> Result<u32, Failure> {
                Ok(a().await?)
            }
        );
        assert_eq!(on(&function), function);
    }
}
