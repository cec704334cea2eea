//! Methods, functions, and closures under a name.

use super::spelled::without_capacity;
use super::{CONTEXT, Resolver, is_known_function, last, typed};
use crate::ident;
use crate::methods;
use crate::primitive::is_primitive;
use crate::workflow::advice::{self, Advice};
use crate::workflow::called;
use crate::workflow::env::{Binding, Function};
use crate::workflow::ex::{Callee, Context, Ex, ExKind, ExMethod, REMOVED, TAKEN};
use crate::workflow::model::Probe;
use crate::workflow::spread;
use std::rc::Rc;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Expr, ExprPath, Ident, Token};

impl Resolver<'_> {
    pub(super) fn method(&mut self, call: &syn::ExprMethodCall) -> ExKind {
        let name = call.method.to_string();
        if name == "decode" {
            return self.decoded(call);
        }
        if let Some(spelled) = self.spelled(call) {
            return self.kind(&spelled);
        }
        if let (true, Some((at, Advice { what, help }))) = (name == "get", advice::argument(call)) {
            return self.refuse(at, &what, &help);
        }
        let mistakes = self.errors.count();
        let receiver = self.expr(&call.receiver);
        let of_a_mistake = matches!(receiver.kind, ExKind::Unit) && mistakes < self.errors.count();
        let args = self.arguments(call);
        if name == "try_into" && args.is_empty() {
            return self.try_into(call, receiver);
        }
        if name == TAKEN || name == REMOVED {
            let (method, paren) = (call.method.clone(), call.paren_token);
            let taken = ExMethod { receiver, method, turbofish: None, paren, args, probe: None };
            return ExKind::Method(Box::new(taken));
        }
        let Some(method) = methods::find(&name) else {
            // Of what has no value nothing is known.
            if of_a_mistake {
                return ExKind::Unit;
            }
            return match advice::method(&name) {
                Some(remedy) => {
                    let what = format!("`.{name}()` has no exact counterpart in JSONata");
                    self.refuse(&call.method, &what, remedy)
                }
                None => self.own_method(call, receiver, args),
            };
        };
        if method.mutates {
            let what = format!("`.{name}()` changes its receiver");
            return self.refuse(&call.method, &what, before(&name));
        }
        if let Some((at, Advice { what, help })) = advice::argument(call) {
            return self.refuse(at, &what, &help);
        }
        if args.len() < method.min || args.len() > method.max {
            self.refuse_arguments(call, method.min);
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

    /// `order.total(a)`: a method of the user's own, if the type of its receiver has one.
    fn own_method(&mut self, call: &syn::ExprMethodCall, receiver: Ex, args: Vec<Ex>) -> ExKind {
        if let Some(types) = &call.turbofish {
            let help = format!("without them, write `.{}(..)`", call.method);
            return self.refuse(types, "a method of one's own is not generic here", &help);
        }
        let span = receiver.span;
        let receiver = Ex::new(ExKind::Ref(Box::new(receiver)), span);
        let of = Callee::Receiver(self.graph.method(called::number(&call.method)));
        let args = std::iter::once(receiver).chain(args).collect();
        let probe = Some(self.graph.probe(call.method.span()));
        ExKind::Pure { path: call.method.clone().into(), of, args, probe }
    }

    /// `x.try_into()`: as `parse`, its type is the one inside `Ok`.
    pub(super) fn try_into(&mut self, call: &syn::ExprMethodCall, receiver: Ex) -> ExKind {
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

    /// `failure.decode::<ChildError>()`: the failure of a nested execution, by the names of an enum.
    fn decoded(&mut self, call: &syn::ExprMethodCall) -> ExKind {
        let types = call.turbofish.as_ref().map(|types| types.args.iter().collect::<Vec<_>>());
        let error = match types.as_deref() {
            Some([syn::GenericArgument::Type(syn::Type::Path(error))]) if call.args.is_empty() => {
                error.path.clone()
            }
            _ => {
                return self.refuse(
                    &call.method,
                    "the type of the error to decode is missing",
                    "name its enum: `match failure.decode::<ChildError>() { Ok(ChildError::Declined { .. }) => .., .. }`",
                );
            }
        };
        let span = call.method.span();
        let receiver = self.expr(&call.receiver);
        let (method, paren) = (Ident::new("child", span), call.paren_token);
        let child =
            ExMethod { receiver, method, turbofish: None, paren, args: vec![], probe: None };
        let child = Ex::new(ExKind::Method(Box::new(child)), span);
        let path = syn::parse_quote_spanned!(span=> ::workflow::__private::decoded::<#error>);
        let probe = Some(self.graph.add_probe(Probe::Error(error)));
        ExKind::Call { path, args: vec![child], probe }
    }

    /// A pause of whole seconds, in a constant.
    pub fn pause(&mut self, constant: &ExprPath) -> Ex {
        let span = constant.span();
        let seconds: Expr = syn::parse_quote_spanned!(span=> const { ::workflow::__private::ops::seconds(#constant) });
        let seconds = Ex::new(self.constant(seconds), span);
        let path = syn::parse_quote_spanned!(span=> ::core::time::Duration::from_secs);
        Ex::new(ExKind::Call { path, args: vec![seconds], probe: None }, span)
    }

    /// `execution().id()`
    pub(super) fn context(&mut self, call: &syn::ExprMethodCall) -> ExKind {
        match Context::named(&call.method.to_string()) {
            Some(field) if call.args.is_empty() => ExKind::Context(field),
            _ => {
                let what = format!("an execution has no `{}`", call.method);
                self.refuse(&call.method, &what, CONTEXT)
            }
        }
    }

    pub(super) fn closure(&mut self, closure: &syn::ExprClosure) -> ExKind {
        self.closed(|this| {
            this.env.push();
            let params = closure.inputs.iter().map(|pat| this.local_pat(pat)).collect();
            let whole = crate::workflow::early::closures::written_out(closure);
            let body = this.boxed(whole.as_ref().unwrap_or(&closure.body));
            this.env.pop();
            ExKind::Closure { params, body, moves: closure.capture.is_some() }
        })
    }

    pub(super) fn call(&mut self, call: &syn::ExprCall) -> ExKind {
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
        if let Some(spelled) = without_capacity(call) {
            return self.kind(&spelled);
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
        if let Some(of_macro) = self.of_macro(path, call) {
            return of_macro;
        }
        let args = self.all(&call.args);
        // None of them is JSON: a duration, an order the other way round, a `Result`.
        let probe = match name.as_str() {
            "try_from" => None,
            _ if is_reverse(&path.path) => None,
            name if name.starts_with("from_") => None,
            "default" => Some(self.graph.default_probe(call.span())),
            _ => Some(self.graph.probe(call.span())),
        };
        if construct {
            return ExKind::Construct { path: path.clone(), args: Some(args), probe };
        }
        if is_known_function(&path.path) || is_map_written_out(&path.path, &call.args) {
            return ExKind::Call { path: path.clone(), args, probe };
        }
        let owner = associated(&path.path);
        if let Some(of) = owner.as_deref().filter(|of| is_foreign(of)) {
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
        let of = match (owner, path.path.segments.last()) {
            (Some(_), Some(last)) => Callee::Type(called::number(&last.ident)),
            _ => {
                self.graph.called.add(&path.path);
                Callee::Path
            }
        };
        let probe = probe.or_else(|| Some(self.graph.probe(call.span())));
        ExKind::Pure { path: path.path.clone(), of, args, probe }
    }

    /// `vec![..]` and `format!(..)`, which are calls by now.
    fn of_macro(&mut self, path: &ExprPath, call: &syn::ExprCall) -> Option<ExKind> {
        match path.path.get_ident()?.to_string().as_str() {
            spread::VEC => Some(ExKind::List { items: self.all(&call.args), vec: true }),
            spread::FORMAT => {
                let given = call.args.iter().skip(1).cloned().collect();
                Some(match call.args.first() {
                    Some(Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. })) => {
                        self.formatted(text, &given)
                    }
                    _ => ExKind::Unit,
                })
            }
            _ => None,
        }
    }

    /// The closure that a path names.
    pub(super) fn function(&self, path: &syn::Path) -> Option<Rc<Function>> {
        match self.env.get(path.get_ident()?)? {
            Binding::Function(function) => Some(function.clone()),
            Binding::Var(_) | Binding::Local(_) => None,
        }
    }

    /// `f(a, b)` of a closure in a variable: its body, with the arguments bound to its parameters.
    pub(super) fn called_function(&mut self, function: &Function, call: &syn::ExprCall) -> ExKind {
        let closure = &function.closure;
        if closure.inputs.len() != call.args.len() {
            self.errors.leave_to_rustc();
            return ExKind::Unit;
        }
        // Written out, a number has the type that this call alone tells.
        let open =
            |(input, arg): &(&syn::Pat, &Expr)| typed(input).1.is_none() && is_open_number(arg);
        if let Some((input, arg)) = closure.inputs.iter().zip(&call.args).find(open) {
            let name = crate::workflow::source::source(input);
            return self.refuse(
                arg,
                "this number needs a type: a closure with a name is written out where it is called",
                &format!("write the type of the parameter: `|{name}: u64| ..`"),
            );
        }
        if let Some(refused) = self.too_large(call) {
            return refused;
        }
        let args = self.all(&call.args);
        let scopes = self.env.within(function);
        let closed = self.env.close();
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
        self.env.open(closed);
        match lets.is_empty() {
            true => ExKind::Paren(Box::new(body)),
            false => ExKind::Block(lets, Box::new(body)),
        }
    }
}

/// The most calls of closures under a name that one workflow has, those within each other counted as they are written
/// out: closures that call each other twice double with each.
const MOST_CALLS: usize = 1_000;

impl Resolver<'_> {
    /// Refuses closures that grow too large, once.
    fn too_large(&mut self, call: &syn::ExprCall) -> Option<ExKind> {
        self.env.written_out += 1;
        match self.env.written_out {
            0..=MOST_CALLS => None,
            calls if calls > MOST_CALLS + 1 => Some(ExKind::Unit),
            _ => Some(self.refuse(
                &call.func,
                "these closures call each other: written out, they are more than a thousand calls",
                "bind what a closure computes twice to a `let` in it, and call it once; or go through a list with `map` or `fold`",
            )),
        }
    }
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

/// Returns what to write for a method that changes its receiver, in the middle of an expression.
fn before(name: &str) -> &'static str {
    match name {
        "push" | "extend" => {
            "in a workflow write it as a statement of its own; a closure changes nothing: collect what it makes with `map`, `filter` or `partition`"
        }
        "insert" => {
            "in a workflow write it as a statement of its own, and read before what it replaces: `let before = map.get(&key).cloned();`; a closure changes nothing: collect what it makes with `map`, `filter` or `partition`"
        }
        "pop" | "pop_back" | "pop_front" | "remove" => {
            "give its value a name before, in a statement of its own: `let item = list.pop();`, `let item = map.remove(&key);`; a closure changes nothing"
        }
        _ => "write it as a statement of its own; a closure changes nothing",
    }
}

impl Resolver<'_> {
    /// Refuses a call with too few or too many arguments.
    fn refuse_arguments(&mut self, call: &syn::ExprMethodCall, least: usize) {
        let taken = call.method == "take" && call.args.is_empty();
        let (what, help) = match taken {
            true => (
                "this takes a value out of a variable or field, in the middle of an expression"
                    .to_owned(),
                "bind it before: `let taken = option.take();`",
            ),
            false => (
                format!("`.{}(..)` takes {least} argument(s) here", call.method),
                "other forms have no exact counterpart in JSONata",
            ),
        };
        self.errors.at(&call.method, what, help);
    }
}

/// `BTreeMap::from([(key, value)])`, `HashMap::from([(key, value)])`
fn is_map_written_out(path: &syn::Path, arguments: &Punctuated<Expr, Token![,]>) -> bool {
    let mut tail = path.segments.iter().rev().map(|segment| ident::text(&segment.ident));
    let is_map = tail.next().as_deref() == Some("from")
        && matches!(tail.next().as_deref(), Some("BTreeMap" | "HashMap"));
    let pair = |item: &Expr| matches!(item, Expr::Tuple(pair) if pair.elems.len() == 2);
    let written = |list: &Expr| matches!(list, Expr::Array(list) if list.elems.iter().all(pair));
    is_map && arguments.len() == 1 && arguments.iter().all(written)
}

/// `T::default()` of a type that the operators do not know: its value is a constant.
fn is_own_default(path: &syn::Path) -> bool {
    const KNOWN: [&str; 9] = [
        "Default", "String", "Vec", "VecDeque", "BTreeMap", "BTreeSet", "Option", "Box", "HashMap",
    ];
    let of = path.segments.iter().rev().nth(1).map(|of| ident::text(&of.ident));
    let own = of.is_some_and(|of| of.starts_with(char::is_uppercase) && !KNOWN.contains(&&*of));
    last(path) == "default" && own
}

/// True for a type of the standard library, or of workflows, that has no functions of the user's.
fn is_foreign(of: &str) -> bool {
    const FOREIGN: [&str; 20] = [
        "String",
        "Vec",
        "VecDeque",
        "BTreeMap",
        "BTreeSet",
        "HashMap",
        "HashSet",
        "Option",
        "Result",
        "Box",
        "Rc",
        "Arc",
        "Cow",
        "Cell",
        "RefCell",
        "Mutex",
        "Duration",
        "Instant",
        "SystemTime",
        "Failure",
    ];
    is_primitive(of) || FOREIGN.contains(&of)
}

/// True for the standard library's `Reverse`. A variant of that name is written behind its enum.
fn is_reverse(path: &syn::Path) -> bool {
    let of = path.segments.iter().rev().nth(1);
    last(path) == "Reverse" && of.is_none_or(|of| of.ident == "cmp")
}

/// The type in `Type::function`, `u8::from`.
pub(super) fn associated(path: &syn::Path) -> Option<String> {
    let of = path.segments.iter().rev().nth(1)?.ident.to_string();
    (of.starts_with(char::is_uppercase) || is_primitive(&of)).then_some(of)
}
