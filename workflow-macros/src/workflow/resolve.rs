//! From Rust's expressions to [`Ex`]: names are resolved, and what has no counterpart is refused.

mod blocks;
mod calls;
mod changes;
mod ending;
mod functions;
mod inferred;
mod leaves;
mod macros;
mod paths;
mod patterns;
mod spelled;
mod targets;
mod turns;
mod valued;
mod ways;

use super::advice::{self, Advice};
use super::env::{Binding, Env};
use super::ex::{Draw, Ex, ExKind, call_of_nothing};
use super::model::{Graph, ScopeId, Var, VarId, VarKind};
use crate::errors::Errors;
use crate::ident;
use crate::primitive::is_primitive;
pub use ending::nested;
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, ExprPath, Ident, Pat, UnOp};
pub use targets::targets;
pub use turns::{iterated, lent};

const CONTEXT: &str =
    "ask for one thing: `execution().id()`, `.name()`, `.start_time()` or `.state_machine()`";
const TASK: &str = "compute it in a task: `let x = my_task(..).await?;`";

/// Resolves expressions in a place of the function.
pub struct Resolver<'a> {
    pub graph: &'a mut Graph,
    pub env: &'a mut Env,
    pub errors: &'a mut Errors,
}

impl Resolver<'_> {
    pub fn expr(&mut self, expr: &Expr) -> Ex {
        let span = expr.span();
        Ex::new(self.kind(expr), span)
    }

    fn boxed(&mut self, expr: &Expr) -> Box<Ex> {
        Box::new(self.expr(expr))
    }

    /// A value in which no name outside of it is changed: the change would be lost with it.
    fn value(&mut self, expr: &Expr) -> Ex {
        self.closed(|this| this.expr(expr))
    }

    /// Makes something in which no name outside of it is changed.
    fn closed<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> T {
        let closed = self.env.close();
        let made = make(self);
        self.env.open(closed);
        made
    }

    fn all<'e>(&mut self, exprs: impl IntoIterator<Item = &'e Expr>) -> Vec<Ex> {
        exprs.into_iter().map(|expr| self.expr(expr)).collect()
    }

    fn refuse(&mut self, tokens: impl quote::ToTokens, what: &str, help: &str) -> ExKind {
        self.errors.at(tokens, what, help);
        ExKind::Unit
    }

    /// Makes the kind of an expression. The ends of an `if`, a `match` or a block may change the names around it; the
    /// parts of other expressions change nothing.
    fn kind(&mut self, expr: &Expr) -> ExKind {
        if let Expr::Paren(_) | Expr::Group(_) | Expr::If(_) | Expr::Match(_) | Expr::Block(_) =
            expr
        {
            return self.part(expr);
        }
        self.closed(|this| this.part(expr))
    }

    fn part(&mut self, expr: &Expr) -> ExKind {
        match expr {
            Expr::Path(path) => self.path(path),
            Expr::Lit(lit) => self.literal(lit),
            Expr::Field(field) => ExKind::Field(self.boxed(&field.base), field.member.clone()),
            Expr::Index(index) => self.index(index),
            Expr::Unary(unary) => self.unary(unary),
            Expr::Binary(binary) => self.binary(binary),
            Expr::Cast(cast) => {
                let probe = self.graph.probe(cast.ty.span());
                ExKind::Cast(self.boxed(&cast.expr), (*cast.ty).clone(), probe)
            }
            Expr::Reference(reference) => self.reference(reference),
            Expr::Paren(paren) => ExKind::Paren(self.boxed(&paren.expr)),
            Expr::Group(group) => self.kind(&group.expr),
            Expr::If(branch) => self.branch(branch),
            Expr::Match(choice) => self.choice(choice, |this, body| this.expr(body)),
            Expr::Block(block) if block.label.is_none() => self.block(&block.block),
            Expr::MethodCall(call) if asks_execution(&call.receiver) => self.context(call),
            Expr::MethodCall(call) => self.method(call),
            Expr::Closure(closure) => match &closure.asyncness {
                Some(waits) => self.waiting(waits),
                None => self.closure(closure),
            },
            Expr::Call(call) if Draw::of(expr).is_none() && !asks_execution(expr) => {
                self.call(call)
            }
            Expr::Struct(literal) => self.structure(literal),
            Expr::Tuple(tuple) if tuple.elems.is_empty() => ExKind::Unit,
            Expr::Tuple(tuple) => ExKind::Tuple(self.all(&tuple.elems)),
            Expr::Array(array) => ExKind::List { items: self.all(&array.elems), vec: false },
            Expr::Repeat(repeat) => self.repeated(repeat),
            Expr::Range(range) => self.range(range),
            Expr::Macro(call) => self.macro_call(&call.mac),
            Expr::Const(_) => self.constant(expr.clone()),
            other => self.impossible(other),
        }
    }

    fn reference(&mut self, reference: &syn::ExprReference) -> ExKind {
        if let Some(mutable) = &reference.mutability {
            return self.refuse(
                mutable,
                "a workflow has no mutable references",
                "assign to the variable: `x = ..;`",
            );
        }
        match whole(&reference.expr) {
            Some(list) => {
                self.kind(&syn::parse_quote_spanned!(reference.span()=> #list.as_slice()))
            }
            None => ExKind::Ref(self.boxed(&reference.expr)),
        }
    }

    /// Refuses an `async` closure: rustc would say less of it.
    fn waiting(&mut self, waits: &syn::token::Async) -> ExKind {
        let refused = self.refuse(
            waits,
            "an expression cannot await",
            "go through the items with `map(list, async |item| { .. }).await?`, which runs them at the same time",
        );
        self.errors.echo();
        refused
    }

    /// Refuses an expression that has no counterpart.
    fn impossible(&mut self, expr: &Expr) -> ExKind {
        match expr {
            Expr::Call(call) if Draw::of(expr).is_some() => self.refuse(
                call,
                "a value drawn here might be drawn several times, or not at all",
                "draw it once, before: `let id = uuid();`",
            ),
            Expr::Call(call) => self.refuse(call, "`execution()` alone is not a value", CONTEXT),
            Expr::Let(test) => self.refuse(
                test.let_token,
                "`let` cannot follow another condition here",
                "write it first: `let pattern = value && condition`; or write one `if` inside the other",
            ),
            Expr::Try(attempt) => self.refuse(
                attempt.question_token,
                "`?` leaves a closure alone, not the workflow",
                "look for what is wrong before: `if list.iter().any(|item| ..) { return Err(..); }`; or go through the items with `map(list, async |item| { .. }).await?`",
            ),
            other => self.refuse(
                other,
                "this expression has no counterpart in the States Language",
                TASK,
            ),
        }
    }

    fn path(&mut self, path: &ExprPath) -> ExKind {
        if let Some(ident) = path.path.get_ident() {
            match self.env.get(ident) {
                Some(Binding::Var(var)) => {
                    let var = *var;
                    return ExKind::Var(self.reached(var, ident.span()));
                }
                Some(Binding::Local(local)) => {
                    return ExKind::Local(ident::at(local, ident.span()));
                }
                Some(Binding::Function(function)) => {
                    let function = function.clone();
                    let scopes = self.env.within(&function);
                    let closure = self.closure(&function.closure);
                    self.env.leave(scopes);
                    return closure;
                }
                None => {}
            }
        }
        let name = last(&path.path);
        if let Some(Advice { what, help }) = advice::constant(&path.path) {
            return self.refuse(path, &what, &help);
        }
        if is_constant(&name) {
            return self.constant(Expr::Path(path.clone()));
        }
        if name.starts_with(char::is_uppercase) {
            return ExKind::Construct {
                path: path.clone(),
                args: None,
                probe: Some(self.graph.probe(path.span())),
            };
        }
        match path.path.get_ident() {
            // rustc says better that a name is unknown.
            Some(name) => ExKind::Local(name.clone()),
            None => self.constant(Expr::Path(path.clone())),
        }
    }

    /// A value that the document holds as it is.
    fn constant(&mut self, value: Expr) -> ExKind {
        let (index, probe) = (self.graph.constants.len(), self.graph.probe(value.span()));
        self.graph.constants.push(value.clone());
        ExKind::Const { value: Box::new(value), index, probe }
    }

    /// A variable, or what an execution of a distributed Map has of it: its own variable, given with its input.
    fn reached(&mut self, mut var: VarId, span: Span) -> VarId {
        for scope in self.env.executions.clone() {
            if !self.graph.within(self.graph.vars[var].scope, scope) {
                var = self.captured(scope, var, span);
            }
        }
        var
    }

    fn captured(&mut self, scope: ScopeId, of: VarId, span: Span) -> VarId {
        let kind = VarKind::Input { of: Some(of) };
        let inputs = &self.graph.scopes[scope].inputs;
        if let Some(known) = inputs.iter().find(|var| self.graph.vars[**var].kind == kind) {
            return *known;
        }
        let outer = &self.graph.vars[of];
        let name = ident::at(&outer.ident, span);
        let (ty, written) = (outer.ty.clone(), outer.written.clone());
        // The names of generated code are none of a document.
        let wish = outer.wish.clone().filter(|_| ident::text(&name).starts_with("__"));
        let (ident, probe) = (self.env.unique(&name), self.graph.probe(span));
        let (mutable, writes) = (false, 0);
        self.graph.vars.push(Var { ident, wish, scope, mutable, ty, written, kind, probe, writes });
        let var = self.graph.vars.len() - 1;
        self.graph.scopes[scope].inputs.push(var);
        var
    }

    fn literal(&mut self, lit: &syn::ExprLit) -> ExKind {
        match &lit.lit {
            number if unheld(number).is_some() => {
                self.unheld(number);
                ExKind::Unit
            }
            syn::Lit::Str(_)
            | syn::Lit::Char(_)
            | syn::Lit::Int(_)
            | syn::Lit::Float(_)
            | syn::Lit::Bool(_) => ExKind::Lit(lit.lit.clone()),
            other => self.refuse(other, "bytes have no JSON form", "write a string"),
        }
    }

    /// Refuses a number that JSON does not hold.
    fn unheld(&mut self, number: &syn::Lit) {
        if let Some((what, help)) = unheld(number) {
            self.errors.at(number, what, help);
            self.errors.echo();
        }
    }

    fn index(&mut self, index: &syn::ExprIndex) -> ExKind {
        if let Expr::Range(_) = &*index.index {
            return self.refuse(&index.index, "a slice has no exact counterpart in JSONata", "write `.iter().skip(a).take(n)` for a list, `.chars().skip(a).take(n)` for a string");
        }
        ExKind::Index(self.boxed(&index.expr), self.boxed(&index.index))
    }

    fn unary(&mut self, unary: &syn::ExprUnary) -> ExKind {
        let inner = self.boxed(&unary.expr);
        match unary.op {
            UnOp::Deref(_) => ExKind::Deref(inner),
            // `-5` is a literal: it cannot overflow.
            UnOp::Neg(_) if matches!(inner.kind, ExKind::Lit(_)) => {
                ExKind::Unary(unary.op, inner, None)
            }
            op => {
                let probe = self.graph.probe(op.span());
                ExKind::Unary(op, inner, Some(probe))
            }
        }
    }

    fn binary(&mut self, binary: &syn::ExprBinary) -> ExKind {
        let op = binary.op;
        if super::lower::is_compound(&op) {
            let help = "write it as a statement of its own";
            return self.refuse(op, "an assignment is not a value", help);
        }
        if matches!(op, BinOp::Shl(_) | BinOp::Shr(_)) {
            return self.refuse(
                op,
                "JSONata has no bit operators",
                "write `* 2` or `/ 2`, or compute it in a task",
            );
        }
        let probe = super::ex::is_arithmetic(&op).then(|| self.graph.probe(op.span()));
        ExKind::Binary(op, self.boxed(&binary.left), self.boxed(&binary.right), probe)
    }

    /// The name of a variable, where a path is one.
    pub fn variable(&self, path: &syn::Path) -> Option<Ident> {
        path.get_ident().filter(|name| self.env.get(name).is_some()).cloned()
    }

    fn structure(&mut self, literal: &syn::ExprStruct) -> ExKind {
        let fields = literal
            .fields
            .iter()
            .map(|field| (field.member.clone(), self.expr(&field.expr)))
            .collect();
        let base = literal.rest.as_ref().map(|base| self.boxed(base));
        let probe = self.graph.probe(literal.path.span());
        ExKind::Struct { path: literal.path.clone(), fields, base, probe }
    }

    fn range(&mut self, range: &syn::ExprRange) -> ExKind {
        let (Some(start), Some(end)) = (&range.start, &range.end) else {
            return self.refuse(
                range,
                match &range.start {
                    Some(_) => "a range without end has no counterpart in JSONata",
                    None => "a range without a start has no counterpart in JSONata",
                },
                "write both ends: `a..b`",
            );
        };
        let inclusive = matches!(range.limits, syn::RangeLimits::Closed(_));
        ExKind::Range(self.boxed(start), self.boxed(end), inclusive)
    }
}

/// True if an expression is `execution()`.
fn asks_execution(expr: &Expr) -> bool {
    call_of_nothing(expr).is_some_and(|name| name == "execution")
}

/// The list in `list[..]`.
fn whole(expr: &Expr) -> Option<&Expr> {
    let Expr::Index(index) = expr else { return None };
    let all = |range: &syn::ExprRange| range.start.is_none() && range.end.is_none();
    matches!(&*index.index, Expr::Range(range) if all(range)).then_some(&*index.expr)
}

/// The reason why JSON does not hold a literal, if it is a number which it does not, and what to write. (rustc rounds to infinity,
/// with a lint that may be allowed.)
fn unheld(lit: &syn::Lit) -> Option<(&'static str, &'static str)> {
    const MOST: u64 = (1 << 53) - 1;
    let (digits, suffix) = match lit {
        syn::Lit::Int(number) if !number.suffix().starts_with('f') => {
            let held = number.base10_digits().trim_start_matches('-').parse::<u64>();
            return held.map_or(true, |held| held > MOST).then_some((
                "this integer is beyond what JSON holds exactly",
                "write one within ±(2^53 - 1), or keep it as a text",
            ));
        }
        syn::Lit::Int(number) => (number.base10_digits(), number.suffix()),
        syn::Lit::Float(number) => (number.base10_digits(), number.suffix()),
        _ => return None,
    };
    let infinite = match suffix {
        "f32" => digits.parse::<f32>().is_ok_and(f32::is_infinite),
        _ => digits.parse::<f64>().is_ok_and(f64::is_infinite),
    };
    infinite.then_some((
        "this number is beyond the range of its type",
        "JSON has finite numbers only: write one, or use an `Option`",
    ))
}

/// `None` and unit variants look like names in a pattern.
fn is_unit_path(ident: &syn::PatIdent) -> bool {
    ident.by_ref.is_none()
        && ident.mutability.is_none()
        && ident.subpat.is_none()
        && ident.ident.to_string().starts_with(char::is_uppercase)
}

pub fn last(path: &syn::Path) -> String {
    path.segments.last().map(|segment| ident::text(&segment.ident)).unwrap_or_default()
}

/// True if a name is written as a constant's is: `LIMIT`, `N`.
pub fn is_constant(name: &str) -> bool {
    name.contains(char::is_uppercase) && !name.contains(char::is_lowercase)
}

/// Functions without effect that the operator table knows, by the last two segments of their path.
pub fn is_known_function(path: &syn::Path) -> bool {
    let tail: Vec<_> =
        path.segments.iter().rev().take(2).map(|segment| segment.ident.to_string()).collect();
    let tail: Vec<_> = tail.iter().rev().map(String::as_str).collect();
    let is_integer = |name: &str| is_primitive(name) && name.starts_with(['i', 'u']);
    matches!(
        tail[..],
        [of, "from" | "try_from"] if is_integer(of)
    ) || matches!(
        tail[..],
        ["String" | "Vec" | "VecDeque" | "BTreeMap" | "BTreeSet" | "HashMap", "new"]
            | ["String" | "Failure" | "f64" | "BTreeSet" | "Vec" | "VecDeque", "from"]
            | ["cmp", "min" | "max"]
            | ["Failure", "new"]
            | [_, "default"]
            | ["Duration", "from_secs" | "from_mins" | "from_hours"]
    )
}

/// The pattern and the type of `pattern: Type`.
pub fn typed(pat: &Pat) -> (&Pat, Option<&syn::Type>) {
    match pat {
        Pat::Type(typed) => (&typed.pat, Some(&typed.ty)),
        pat => (pat, None),
    }
}

/// A variable as an expression.
pub fn var(var: VarId, span: Span) -> Ex {
    Ex::new(ExKind::Var(var), span)
}
