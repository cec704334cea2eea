//! From Rust's expressions to [`Ex`]: names are resolved, and what has no counterpart is refused.

use super::advice::{self, Advice};
use super::env::{Binding, Env, Function};
use super::ex::{Context, Draw, Ex, ExArm, ExKind, ExMethod, Piece, call_of_nothing};
use super::format::{self, Raw};
use super::model::{Graph, ScopeId, Var, VarId, VarKind};
use super::spread;
use crate::errors::Errors;
use crate::ident;
use crate::methods;
use crate::primitive::is_primitive;
use proc_macro2::Span;
use std::rc::Rc;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, ExprPath, Ident, Pat, Stmt, Token, UnOp};

const CONTEXT: &str =
    "ask for one thing: `execution().id()`, `execution().name()` or `execution().start_time()`";
const TASK: &str = "compute it in a task: `let x = my_task(..).await?;`";

/// Methods that call what they are given with one value.
const TAKES_CLOSURES: [&str; 21] = [
    "all",
    "and_then",
    "any",
    "filter",
    "filter_map",
    "find",
    "find_map",
    "flat_map",
    "is_none_or",
    "is_some_and",
    "map",
    "map_or",
    "max_by_key",
    "min_by_key",
    "partition",
    "position",
    "retain",
    "skip_while",
    "sort_by_key",
    "take_while",
    "unwrap_or_else",
];

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

    fn all<'e>(&mut self, exprs: impl IntoIterator<Item = &'e Expr>) -> Vec<Ex> {
        exprs.into_iter().map(|expr| self.expr(expr)).collect()
    }

    fn refuse(&mut self, tokens: impl quote::ToTokens, what: &str, help: &str) -> ExKind {
        self.errors.at(tokens, what, help);
        ExKind::Unit
    }

    fn kind(&mut self, expr: &Expr) -> ExKind {
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
            Expr::Reference(reference) => match reference.mutability {
                None if whole(&reference.expr).is_some() => {
                    let list = whole(&reference.expr);
                    self.kind(&syn::parse_quote_spanned!(expr.span()=> #list.as_slice()))
                }
                None => ExKind::Ref(self.boxed(&reference.expr)),
                Some(mutable) => self.refuse(
                    mutable,
                    "a workflow has no mutable references",
                    "assign to the variable: `x = ..;`",
                ),
            },
            Expr::Paren(paren) => ExKind::Paren(self.boxed(&paren.expr)),
            Expr::Group(group) => self.kind(&group.expr),
            Expr::If(branch) => self.branch(branch),
            Expr::Match(choice) => self.choice(choice),
            Expr::Block(block) if block.label.is_none() => self.block(&block.block),
            Expr::MethodCall(call)
                if call_of_nothing(&call.receiver).is_some_and(|name| name == "execution") =>
            {
                self.context(call)
            }
            Expr::MethodCall(call) => self.method(call),
            Expr::Call(call) if Draw::of(expr).is_some() => self.refuse(
                call,
                "what is drawn here might be drawn several times, or not at all",
                "draw it once, before: `let id = uuid();`",
            ),
            Expr::Call(call)
                if call_of_nothing(expr).is_some_and(|name| name == "execution") =>
            {
                self.refuse(call, "an execution is no value of JSON", CONTEXT)
            }
            Expr::Closure(syn::ExprClosure { asyncness: Some(waits), .. }) => {
                self.errors.at(
                    waits,
                    "an expression waits for nothing",
                    "go through the items with `map(list, async |item| { .. }).await?`, which runs them at the same time",
                );
                self.errors.echo();
                ExKind::Unit
            }
            Expr::Closure(closure) => self.closure(closure),
            Expr::Call(call) => self.call(call),
            Expr::Struct(literal) => self.structure(literal),
            Expr::Tuple(tuple) if tuple.elems.is_empty() => ExKind::Unit,
            Expr::Tuple(tuple) => ExKind::Tuple(self.all(&tuple.elems)),
            Expr::Array(array) => ExKind::List { items: self.all(&array.elems), vec: false },
            Expr::Repeat(repeat) => {
                ExKind::Repeat(self.boxed(&repeat.expr), self.boxed(&repeat.len))
            }
            Expr::Range(range) => self.range(range),
            Expr::Macro(call) => self.macro_call(&call.mac),
            Expr::Let(test) => self.refuse(
                test.let_token,
                "a `let` behind another condition",
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
                probe: self.graph.probe(path.span()),
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
        let (ident, probe) = (self.env.unique(&name), self.graph.probe(span));
        let (wish, mutable, writes) = (None, false, 0);
        self.graph.vars.push(Var { ident, wish, scope, mutable, ty, written, kind, probe, writes });
        let var = self.graph.vars.len() - 1;
        self.graph.scopes[scope].inputs.push(var);
        var
    }

    fn literal(&mut self, lit: &syn::ExprLit) -> ExKind {
        match &lit.lit {
            number if is_infinite(number) => {
                self.infinite(number);
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

    /// rustc rounds it to infinity, with a lint that may be allowed.
    fn infinite(&mut self, number: &syn::Lit) {
        self.errors.at(
            number,
            "this number is beyond the range of its type",
            "JSON has finite numbers only: write one, or use an `Option`",
        );
        self.errors.echo();
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
                ExKind::Unary(unary.op, inner, super::NONE)
            }
            op => {
                let probe = self.graph.probe(op.span());
                ExKind::Unary(op, inner, probe)
            }
        }
    }

    fn binary(&mut self, binary: &syn::ExprBinary) -> ExKind {
        let op = binary.op;
        if matches!(op, BinOp::Shl(_) | BinOp::Shr(_)) {
            return self.refuse(
                op,
                "JSONata has no bit operators",
                "write `* 2` or `/ 2`, or compute it in a task",
            );
        }
        let probe =
            if super::ex::is_arithmetic(&op) { self.graph.probe(op.span()) } else { super::NONE };
        ExKind::Binary(op, self.boxed(&binary.left), self.boxed(&binary.right), probe)
    }

    fn branch(&mut self, branch: &syn::ExprIf) -> ExKind {
        if let Some((test, guard)) = super::ex::tested(&branch.cond) {
            return self.if_let(branch, test, guard.as_ref());
        }
        let condition = self.boxed(&branch.cond);
        let then = self.block(&branch.then_branch);
        let then = Box::new(Ex::new(then, branch.then_branch.span()));
        let otherwise = match &branch.else_branch {
            Some((_, otherwise)) => self.boxed(otherwise),
            None => Box::new(Ex::new(ExKind::Unit, branch.span())),
        };
        ExKind::If(condition, then, otherwise)
    }

    /// `if let` is a `match` of two arms.
    fn if_let(
        &mut self,
        branch: &syn::ExprIf,
        test: &syn::ExprLet,
        guard: Option<&Expr>,
    ) -> ExKind {
        let on = self.boxed(&test.expr);
        self.env.push();
        let pat = self.local_pat(&test.pat);
        let guard = guard.map(|guard| self.expr(guard));
        let then = self.block(&branch.then_branch);
        self.env.pop();
        let otherwise = match &branch.else_branch {
            Some((_, otherwise)) => self.expr(otherwise),
            None => Ex::new(ExKind::Unit, branch.span()),
        };
        let then = ExArm { pat, guard, value: Ex::new(then, branch.then_branch.span()) };
        ExKind::Match(
            on,
            vec![then, ExArm { pat: syn::parse_quote!(_), guard: None, value: otherwise }],
        )
    }

    fn choice(&mut self, choice: &syn::ExprMatch) -> ExKind {
        let on = self.boxed(&choice.expr);
        let arms = choice.arms.iter().map(|arm| self.arm(arm)).collect();
        ExKind::Match(on, arms)
    }

    fn arm(&mut self, arm: &syn::Arm) -> ExArm {
        self.env.push();
        let pat = self.local_pat(&arm.pat);
        let guard = arm.guard.as_ref().map(|(_, guard)| self.expr(guard));
        let value = self.expr(&arm.body);
        self.env.pop();
        ExArm { pat, guard, value }
    }

    fn block(&mut self, block: &syn::Block) -> ExKind {
        self.env.push();
        let mut lets = vec![];
        let mut tail = None;
        for stmt in &block.stmts {
            match stmt {
                Stmt::Local(local) => lets.extend(self.local(local)),
                Stmt::Expr(expr, None) => tail = Some(self.expr(expr)),
                empty if super::lower::is_empty(empty) => {}
                other => self.idle(other),
            }
        }
        self.env.pop();
        let tail = tail.unwrap_or_else(|| Ex::new(ExKind::Unit, block.span()));
        if lets.is_empty() {
            ExKind::Paren(Box::new(tail))
        } else {
            ExKind::Block(lets, Box::new(tail))
        }
    }

    /// A statement where only a value counts: what is wrong in it says more than that it is one.
    fn idle(&mut self, stmt: &Stmt) {
        let mistakes = self.errors.count();
        match stmt {
            Stmt::Expr(expr, _) => drop(self.expr(expr)),
            Stmt::Macro(stmt) => drop(self.macro_call(&stmt.mac)),
            _ => {}
        }
        if mistakes == self.errors.count() {
            self.errors.at(
                stmt,
                "this statement has no effect here",
                "remove it, or move it into a task",
            );
        }
    }

    fn local(&mut self, local: &syn::Local) -> Option<(Pat, Option<syn::Type>, Ex)> {
        let Some(init) = &local.init else {
            self.errors.at(local, "a variable without a value", "give it a value: `let x = ..;`");
            return None;
        };
        if let Some((otherwise, _)) = &init.diverge {
            self.errors.at(otherwise, "`else` is not possible here", "use `if let` or `match`");
        }
        let value = self.expr(&init.expr);
        let (pat, ty) = typed(&local.pat);
        Some((self.local_pat(pat), ty.cloned(), value))
    }

    fn method(&mut self, call: &syn::ExprMethodCall) -> ExKind {
        let name = call.method.to_string();
        let mistakes = self.errors.count();
        let receiver = self.expr(&call.receiver);
        let of_a_mistake = matches!(receiver.kind, ExKind::Unit) && mistakes < self.errors.count();
        let args = self.arguments(call);
        if name == "try_into" && args.is_empty() {
            return self.try_into(call, receiver);
        }
        let Some(method) = methods::find(&name) else {
            // Of what has no value nothing is known.
            if of_a_mistake {
                return ExKind::Unit;
            }
            let remedy = methods::remedy(&name).map(str::to_owned);
            if let (None, Some(near)) = (&remedy, methods::near(&name)) {
                let what = format!("no method `.{name}()` is known here");
                let help = format!(
                    "write `.{near}(..)`, if you mean that; for a method of your own {}",
                    advice::of_ones_own(call)
                );
                self.errors.at(&call.method, what, help);
                self.errors.echo();
                return ExKind::Unit;
            }
            let what = format!("`.{name}()` has no exact counterpart in JSONata");
            self.errors.at(&call.method, &what, remedy.unwrap_or_else(|| advice::method(call)));
            return ExKind::Unit;
        };
        if method.mutates {
            let what = format!("`.{name}()` changes its receiver");
            let help = match name.as_str() {
                "push" | "extend" | "insert" => {
                    "in a workflow write it as a statement of its own; a closure changes nothing: collect what it makes with `map`, `filter` or `partition`"
                }
                _ => "write it as a statement of its own; a closure changes nothing",
            };
            return self.refuse(&call.method, &what, help);
        }
        if let Some((at, Advice { what, help })) = advice::argument(call) {
            return self.refuse(at, &what, &help);
        }
        if args.len() < method.min || args.len() > method.max {
            let what = format!("`.{name}(..)` takes {} argument(s) here", method.min);
            self.errors.at(&call.method, what, "other forms have no exact counterpart in JSONata");
        }
        let span = call.method.span();
        let probe = method.typed.then(|| match name.as_str() {
            "unwrap_or_default" => self.graph.default_probe(span),
            _ => self.graph.probe(span),
        });
        let (method, turbofish) = (call.method.clone(), call.turbofish.clone());
        let paren = call.paren_token;
        ExKind::Method(Box::new(ExMethod { receiver, method, turbofish, paren, args, probe }))
    }

    /// `x.try_into()`: as `parse`, its type is the one inside `Ok`.
    fn try_into(&mut self, call: &syn::ExprMethodCall, receiver: Ex) -> ExKind {
        let probe = Some(self.graph.probe(call.method.span()));
        let (method, paren) = (call.method.clone(), call.paren_token);
        let turbofish = call.turbofish.clone();
        ExKind::Method(Box::new(ExMethod {
            receiver,
            method,
            turbofish,
            paren,
            args: vec![],
            probe,
        }))
    }

    /// A pause of whole seconds, in a constant.
    pub fn pause(&mut self, constant: &ExprPath) -> Ex {
        let span = constant.span();
        let seconds: Expr = syn::parse_quote_spanned!(span=> const { ::workflow::__private::ops::seconds(#constant) });
        let seconds = Ex::new(self.constant(seconds), span);
        let path = syn::parse_quote_spanned!(span=> ::core::time::Duration::from_secs);
        Ex::new(ExKind::Call { path, args: vec![seconds], probe: super::NONE }, span)
    }

    /// `execution().id()`
    fn context(&mut self, call: &syn::ExprMethodCall) -> ExKind {
        match Context::named(&call.method.to_string()) {
            Some(field) if call.args.is_empty() => ExKind::Context(field),
            _ => {
                let what = format!("an execution has no `{}`", call.method);
                self.refuse(&call.method, &what, CONTEXT)
            }
        }
    }

    /// The arguments of a method: a function's name where a closure may stand is that closure.
    fn arguments(&mut self, call: &syn::ExprMethodCall) -> Vec<Ex> {
        let last = call.args.len().saturating_sub(1);
        let written = call.args.iter().enumerate().map(|(index, arg)| {
            let closure = (index == last).then(|| self.named_function(&call.method, arg));
            closure.flatten().unwrap_or_else(|| arg.clone())
        });
        let written: Vec<Expr> = written.collect();
        self.all(&written)
    }

    /// `|it| f(it)` for `f`, and `|it| it.to_string()` for `ToString::to_string`.
    pub fn named_function(&self, method: &Ident, arg: &Expr) -> Option<Expr> {
        let Expr::Path(path) = arg else { return None };
        let name = last(&path.path);
        let bound = self.variable(&path.path).is_some() || is_constant(&name);
        if bound || !TAKES_CLOSURES.contains(&method.to_string().as_str()) {
            return None;
        }
        let span = path.span();
        let it = Ident::new("it", Span::mixed_site().located_at(span));
        if method == "unwrap_or_else" {
            let made = matches!(name.as_str(), "new" | "default");
            return made.then(|| syn::parse_quote_spanned!(span=> || #path()));
        }
        let by_method = associated(&path.path).is_some()
            && !is_known_function(&path.path)
            && methods::find(&name).is_some_and(|method| method.min == 0 && !method.mutates);
        if by_method {
            let name = &path.path.segments.last()?.ident;
            return Some(syn::parse_quote_spanned!(span=> |#it| #it.#name()));
        }
        Some(syn::parse_quote_spanned!(span=> |#it| #path(#it)))
    }

    fn closure(&mut self, closure: &syn::ExprClosure) -> ExKind {
        self.env.push();
        let params = closure.inputs.iter().map(|pat| self.local_pat(pat)).collect();
        let body = self.boxed(&closure.body);
        self.env.pop();
        ExKind::Closure { params, body, moves: closure.capture.is_some() }
    }

    fn call(&mut self, call: &syn::ExprCall) -> ExKind {
        let Expr::Path(path) = &*call.func else {
            return self.refuse(
                &call.func,
                "a call of a value has no counterpart in the States Language",
                "give the closure a name, and call that: `let twice = |x| x * 2;`",
            );
        };
        if let Some(function) = self.function(&path.path) {
            return self.called_function(&function, call);
        }
        if let Some(variable) = self.variable(&path.path) {
            let what = format!("`{variable}` is a variable: a value cannot be called");
            let help = format!(
                "write a function above the workflow: `#[pure] fn {variable}(..) -> .. {{ .. }}`"
            );
            return self.refuse(path, &what, &help);
        }
        let name = last(&path.path);
        let construct = name.starts_with(char::is_uppercase);
        if let Some(Advice { what, help }) = advice::called(&path.path) {
            return self.refuse(path, &what, &help);
        }
        if is_own_default(&path.path) && call.args.is_empty() {
            return self.constant(Expr::Call(call.clone()));
        }
        match path.path.get_ident().map(Ident::to_string).as_deref() {
            Some(spread::VEC) => {
                return ExKind::List { items: self.all(&call.args), vec: true };
            }
            Some(spread::FORMAT) => {
                let given = call.args.iter().skip(1).cloned().collect();
                return match call.args.first() {
                    Some(Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. })) => {
                        self.formatted(text, &given)
                    }
                    _ => ExKind::Unit,
                };
            }
            _ => {}
        }
        let args = self.all(&call.args);
        // None of them is JSON: a duration, an order the other way round, a `Result`.
        let probe = match name.as_str() {
            "Reverse" | "try_from" => super::NONE,
            name if name.starts_with("from_") => super::NONE,
            "default" => self.graph.default_probe(call.span()),
            _ => self.graph.probe(call.span()),
        };
        if construct {
            return ExKind::Construct { path: path.clone(), args: Some(args), probe };
        }
        if is_known_function(&path.path) || is_map_written_out(&path.path, &call.args) {
            return ExKind::Call { path: path.clone(), args, probe };
        }
        if let Some(of) = associated(&path.path) {
            let what = format!("`{of}::{name}(..)` has no counterpart in JSONata");
            let help = "write a function of its own with `#[pure]`, or compute it in a task";
            return self.refuse(path, &what, help);
        }
        if let Some(last) = path.path.segments.last().filter(|last| !last.arguments.is_none()) {
            let what = format!("`{name}` is not generic: its types are part of the document");
            let help = format!("remove the types: `{name}(..)`");
            self.errors.at(&last.arguments, what, &help);
            self.errors.echo();
            return ExKind::Unit;
        }
        self.graph.called.add(&path.path);
        ExKind::Pure { path: path.path.clone(), args, probe }
    }

    /// The closure that a path names.
    fn function(&self, path: &syn::Path) -> Option<Rc<Function>> {
        match self.env.get(path.get_ident()?)? {
            Binding::Function(function) => Some(function.clone()),
            Binding::Var(_) | Binding::Local(_) => None,
        }
    }

    /// `f(a, b)` of a closure in a variable: its body, with the arguments bound to its parameters.
    fn called_function(&mut self, function: &Function, call: &syn::ExprCall) -> ExKind {
        let closure = &function.closure;
        if closure.inputs.len() != call.args.len() {
            self.errors.leave_to_rustc();
            return ExKind::Unit;
        }
        // Written out, a number has the type that this call alone tells.
        let open =
            |(input, arg): &(&syn::Pat, &Expr)| typed(input).1.is_none() && is_open_number(arg);
        if let Some((input, arg)) = closure.inputs.iter().zip(&call.args).find(open) {
            let name = super::source::source(input);
            return self.refuse(
                arg,
                "the type of this number is not said: a closure under a name is written out where it is called",
                &format!("say the type of the parameter: `|{name}: u64| ..`"),
            );
        }
        let args = self.all(&call.args);
        let scopes = self.env.within(function);
        self.env.push();
        let mut lets: Vec<_> = closure
            .inputs
            .iter()
            .zip(args)
            .map(|(input, arg)| {
                let (pat, ty) = typed(input);
                (self.local_pat(pat), ty.cloned(), arg)
            })
            .collect();
        let mut body = self.expr(&closure.body);
        if let syn::ReturnType::Type(_, ty) = &closure.output {
            // Its type is written where nothing else tells it.
            let value = self.env.fresh("value", closure.body.span());
            lets.push((syn::parse_quote!(#value), Some((**ty).clone()), body));
            body = Ex::new(ExKind::Local(value), closure.body.span());
        }
        self.env.leave(scopes);
        match lets.is_empty() {
            true => ExKind::Paren(Box::new(body)),
            false => ExKind::Block(lets, Box::new(body)),
        }
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
                "a range without end has no counterpart in JSONata",
                "write both ends: `a..b`",
            );
        };
        let inclusive = matches!(range.limits, syn::RangeLimits::Closed(_));
        ExKind::Range(self.boxed(start), self.boxed(end), inclusive)
    }

    fn macro_call(&mut self, mac: &syn::Macro) -> ExKind {
        let name = last(&mac.path);
        let parsed = match name.as_str() {
            "format" => self.format(mac),
            "vec" => self.vec(mac),
            "matches" => self.matches(mac),
            _ => {
                let Advice { what, help } = advice::mac(&mac.path);
                return self.refuse(&mac.path, &what, &help);
            }
        };
        parsed.unwrap_or_else(|error| {
            self.errors.add(error);
            ExKind::Unit
        })
    }

    fn vec(&mut self, mac: &syn::Macro) -> syn::Result<ExKind> {
        if let Ok(repeat) = syn::parse2::<syn::ExprRepeat>(bracketed(mac)) {
            return Ok(ExKind::Repeat(self.boxed(&repeat.expr), self.boxed(&repeat.len)));
        }
        let items = mac.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated)?;
        Ok(ExKind::List { items: self.all(&items), vec: true })
    }

    fn matches(&mut self, mac: &syn::Macro) -> syn::Result<ExKind> {
        let parse = |input: syn::parse::ParseStream<'_>| {
            let on: Expr = input.parse()?;
            input.parse::<Token![,]>()?;
            let pat = Pat::parse_multi_with_leading_vert(input)?;
            let guard = if input.peek(Token![if]) {
                input.parse::<Token![if]>()?;
                Some(input.parse::<Expr>()?)
            } else {
                None
            };
            input.parse::<Option<Token![,]>>()?;
            Ok((on, pat, guard))
        };
        let (on, pat, guard) = mac.parse_body_with(parse)?;
        let on = self.boxed(&on);
        self.env.push();
        let pat = self.local_pat(&pat);
        let guard = guard.map(|guard| self.expr(&guard));
        self.env.pop();
        let bool_ = |value: bool| {
            Ex::new(
                ExKind::Lit(syn::Lit::Bool(syn::LitBool::new(value, mac.path.span()))),
                mac.path.span(),
            )
        };
        let yes = ExArm { pat, guard, value: bool_(true) };
        Ok(ExKind::Match(
            on,
            vec![yes, ExArm { pat: syn::parse_quote!(_), guard: None, value: bool_(false) }],
        ))
    }

    fn format(&mut self, mac: &syn::Macro) -> syn::Result<ExKind> {
        let parse = |input: syn::parse::ParseStream<'_>| {
            let text: syn::LitStr = input.parse()?;
            input.parse::<Option<Token![,]>>()?;
            Ok((text, Punctuated::<Expr, Token![,]>::parse_terminated(input)?))
        };
        let (text, given) = mac.parse_body_with(parse)?;
        Ok(self.formatted(&text, &given))
    }

    fn formatted(&mut self, text: &syn::LitStr, given: &Punctuated<Expr, Token![,]>) -> ExKind {
        let Ok(raw) = format::parse(&text.value()) else {
            self.errors.leave_to_rustc();
            return ExKind::Unit;
        };
        let (mut pieces, mut args, mut next) = (vec![], vec![], 0);
        for piece in raw {
            pieces.push(match piece {
                Raw::Text(text) => Piece::Text(text),
                Raw::Hole(name, spec) => {
                    if !format::known_spec(&spec) {
                        let what = format!("`{{:{spec}}}` has no exact counterpart in JSONata");
                        self.errors.at(text, &what, "`{}`, `{:x}`, `{:b}`, `{:o}` and `{:05}` of unsigned integers are known; build the rest with `repeat` and `chars().count()`");
                    }
                    let Some(arg) = self.format_arg(&name, text, given, &mut next) else {
                        self.errors.leave_to_rustc();
                        return ExKind::Unit;
                    };
                    args.push(arg);
                    Piece::Arg(args.len() - 1, spec)
                }
            });
        }
        ExKind::Format { text: text.clone(), pieces, args }
    }

    /// `None` where there is none.
    fn format_arg(
        &mut self,
        name: &str,
        text: &syn::LitStr,
        given: &Punctuated<Expr, Token![,]>,
        next: &mut usize,
    ) -> Option<Ex> {
        if name.is_empty() {
            *next += 1;
            return Some(self.expr(given.get(*next - 1)?));
        }
        if let Ok(index) = name.parse::<usize>() {
            return Some(self.expr(given.get(index)?));
        }
        let named = given.iter().find_map(|expr| match expr {
            Expr::Assign(assign) if matches!(&*assign.left, Expr::Path(path) if path.path.is_ident(name)) => Some(&*assign.right),
            _ => None,
        });
        if let Some(expr) = named {
            return Some(self.expr(expr));
        }
        syn::parse_str::<Ident>(name).or_else(|_| syn::parse_str(&format!("r#{name}"))).ok()?;
        let ident = ident::named(name, text.span());
        Some(self.expr(&syn::parse_quote!(#ident)))
    }

    /// A pattern inside an expression: its names are bound for the rest of the current scope.
    pub fn local_pat(&mut self, pat: &Pat) -> Pat {
        self.pat(pat, &mut |this, ident| {
            let unique = this.env.unique(ident);
            this.env.bind(ident, Binding::Local(unique.clone()));
            unique
        })
    }

    /// A pattern with its names replaced by unique ones.
    pub fn pat(&mut self, pat: &Pat, name: &mut dyn FnMut(&mut Self, &Ident) -> Ident) -> Pat {
        let mut pat = pat.clone();
        // Alternatives bind the same names.
        let mut known: Vec<(Ident, Ident)> = vec![];
        self.rename(&mut pat, &mut known, name);
        pat
    }

    /// A constant, or a variant that is written like one.
    fn constant_in_pattern(&mut self, path: &ExprPath) {
        if is_constant(&last(&path.path)) {
            self.graph.constants.push(Expr::Path(path.clone()));
        }
    }

    /// A bound of a range in a pattern.
    fn bound(&mut self, bound: &Expr) {
        match bound {
            Expr::Lit(lit) if is_infinite(&lit.lit) => self.infinite(&lit.lit),
            Expr::Lit(_) => {}
            Expr::Unary(unary) if matches!(*unary.expr, Expr::Lit(_)) => self.bound(&unary.expr),
            Expr::Path(path) if is_constant(&last(&path.path)) => self.constant_in_pattern(path),
            other => self.errors.at(
                other,
                "this bound has no counterpart in the States Language",
                "write a literal or a constant",
            ),
        }
    }

    fn rename(
        &mut self,
        pat: &mut Pat,
        known: &mut Vec<(Ident, Ident)>,
        name: &mut dyn FnMut(&mut Self, &Ident) -> Ident,
    ) {
        match pat {
            Pat::Ident(ident) if is_unit_path(ident) && !self.env.is_declared(&ident.ident) => {
                let path = &ident.ident;
                *pat = Pat::Path(syn::parse_quote!(#path));
                self.rename(pat, known, name);
            }
            Pat::Ident(ident) => {
                if let Some(by_ref) = ident.by_ref {
                    self.errors.at(
                        by_ref,
                        "a workflow keeps values, not references",
                        "bind the value: remove `ref`",
                    );
                }
                let unique = match known.iter().find(|(old, _)| *old == ident.ident) {
                    Some((_, unique)) => ident::at(unique, ident.ident.span()),
                    None => name(self, &ident.ident),
                };
                known.push((ident.ident.clone(), unique.clone()));
                ident.ident = unique;
                if let Some((_, inner)) = &mut ident.subpat {
                    self.rename(inner, known, name);
                }
            }
            Pat::Struct(fields) => {
                for field in &mut fields.fields {
                    let member = field.member.clone();
                    self.rename(&mut field.pat, known, name);
                    if field.colon_token.is_none() {
                        field.member = member;
                        field.colon_token = Some(Token![:](field.pat.span()));
                    }
                }
            }
            Pat::TupleStruct(tuple) => {
                tuple.elems.iter_mut().for_each(|pat| self.rename(pat, known, name))
            }
            Pat::Tuple(tuple) => {
                tuple.elems.iter_mut().for_each(|pat| self.rename(pat, known, name))
            }
            Pat::Or(or) => or.cases.iter_mut().for_each(|pat| self.rename(pat, known, name)),
            Pat::Paren(paren) => self.rename(&mut paren.pat, known, name),
            Pat::Reference(reference) => self.rename(&mut reference.pat, known, name),
            Pat::Type(typed) => self.rename(&mut typed.pat, known, name),
            Pat::Path(path) => self.constant_in_pattern(path),
            Pat::Range(range) => {
                for bound in [&range.start, &range.end].into_iter().flatten() {
                    self.bound(bound);
                }
            }
            Pat::Lit(lit) if is_infinite(&lit.lit) => self.infinite(&lit.lit),
            Pat::Wild(_) | Pat::Rest(_) | Pat::Lit(_) => {}
            Pat::Slice(list) => list.elems.iter_mut().for_each(|pat| self.rename(pat, known, name)),
            other => self.errors.at(
                &*other,
                "this pattern has no counterpart in the States Language",
                "match on names, literals, tuples, structs and variants",
            ),
        }
    }
}

/// The list in `list[..]`.
fn whole(expr: &Expr) -> Option<&Expr> {
    let Expr::Index(index) = expr else { return None };
    let all = |range: &syn::ExprRange| range.start.is_none() && range.end.is_none();
    matches!(&*index.index, Expr::Range(range) if all(range)).then_some(&*index.expr)
}

/// True if an expression is a number whose type nothing in it says.
fn is_open_number(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => match &literal.lit {
            syn::Lit::Int(number) => number.suffix().is_empty(),
            syn::Lit::Float(number) => number.suffix().is_empty(),
            _ => false,
        },
        Expr::Paren(paren) => is_open_number(&paren.expr),
        Expr::Unary(unary) => is_open_number(&unary.expr),
        Expr::Binary(binary) => is_open_number(&binary.left) && is_open_number(&binary.right),
        _ => false,
    }
}

/// True if a literal is a number that its type rounds to infinity.
fn is_infinite(lit: &syn::Lit) -> bool {
    let (digits, suffix) = match lit {
        syn::Lit::Int(number) => (number.base10_digits(), number.suffix()),
        syn::Lit::Float(number) => (number.base10_digits(), number.suffix()),
        _ => return false,
    };
    match suffix {
        "f32" => digits.parse::<f32>().is_ok_and(f32::is_infinite),
        _ => digits.parse::<f64>().is_ok_and(f64::is_infinite),
    }
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
        ["String" | "Vec" | "BTreeMap", "new"]
            | ["String" | "Failure" | "f64", "from"]
            | ["cmp", "min" | "max"]
            | ["Failure", "new"]
            | [_, "default"]
            | ["Duration", "from_secs" | "from_mins" | "from_hours"]
    )
}

/// `BTreeMap::from([(key, value)])`
fn is_map_written_out(path: &syn::Path, arguments: &Punctuated<Expr, Token![,]>) -> bool {
    let mut tail = path.segments.iter().rev().map(|segment| ident::text(&segment.ident));
    let is_map =
        tail.next().as_deref() == Some("from") && tail.next().as_deref() == Some("BTreeMap");
    let pair = |item: &Expr| matches!(item, Expr::Tuple(pair) if pair.elems.len() == 2);
    let written = |list: &Expr| matches!(list, Expr::Array(list) if list.elems.iter().all(pair));
    is_map && arguments.len() == 1 && arguments.iter().all(written)
}

/// `T::default()` of a type that the operators do not know: its value is a constant.
fn is_own_default(path: &syn::Path) -> bool {
    const KNOWN: [&str; 7] = ["Default", "String", "Vec", "BTreeMap", "Option", "Box", "HashMap"];
    let of = path.segments.iter().rev().nth(1).map(|of| ident::text(&of.ident));
    let own = of.is_some_and(|of| of.starts_with(char::is_uppercase) && !KNOWN.contains(&&*of));
    last(path) == "default" && own
}

/// The type in `Type::function`, `u8::from`.
fn associated(path: &syn::Path) -> Option<String> {
    let of = path.segments.iter().rev().nth(1)?.ident.to_string();
    (of.starts_with(char::is_uppercase) || is_primitive(&of)).then_some(of)
}

fn bracketed(mac: &syn::Macro) -> proc_macro2::TokenStream {
    let tokens = &mac.tokens;
    quote::quote!([#tokens])
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
