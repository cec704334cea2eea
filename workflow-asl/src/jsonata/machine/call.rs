//! Calls: of lambdas, built-in functions, and what is made of both.

use super::super::builtins::{Builtin, Given, Turn};
use super::super::fault::Fault;
use super::super::syntax::{Call, Kind, Node, Signature, deeper};
use super::super::value::Value;
use super::frame::Frame;
use super::function::{Closure, Composed, Partial, Tail};
use super::{Bounds, Function, Machine, Outcome};
use std::rc::Rc;

/// The name that errors give a callee.
fn callee_name<'n>(machine: &Machine<'n>, callee: &'n Node) -> Option<&'n str> {
    match &callee.kind {
        Kind::Variable(name) => Some(machine.name(*name)),
        Kind::Path(path) => match &path.steps[0].kind {
            Kind::Name(name) => Some(name),
            _ => None,
        },
        _ => None,
    }
}

impl<'a> Machine<'a> {
    /// A call; `first` is what `~>` hands on.
    pub(super) fn call(
        &mut self,
        node: &'a Node,
        call: &'a Call,
        first: Option<Value<'a>>,
        input: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        if call.tail && first.is_none() {
            let (input, frame) = (input.clone(), frame.clone());
            return Ok(Value::Tail(Rc::new(Tail { call, at: node.at, input, frame })));
        }
        let callee = self.callee(call, input, frame)?;
        let arguments = self.arguments(call, first, input, frame)?;
        self.apply(&callee, arguments, input)
            .map_err(|fault| self.named(fault, &call.callee, node.at))
    }

    /// An error of a call: its function is named, unless an inner call is.
    fn named(&mut self, fault: Fault, callee: &'a Node, at: usize) -> Fault {
        if self.called.is_none() {
            self.called = callee_name(self, callee);
        }
        fault.placed(at)
    }

    fn callee(&mut self, call: &'a Call, input: &Value<'a>, frame: &Rc<Frame<'a>>) -> Outcome<'a> {
        let callee = self.evaluate(&call.callee, input, frame)?;
        if callee.is_undefined()
            && let Some(name) = self.forgotten(&call.callee, frame)
        {
            let text = format!("Attempted to invoke a non-function. Did you mean ${name}?");
            return Err(Fault::at("T1005", text, call.callee.at));
        }
        Ok(callee)
    }

    /// The name of a field that would be a variable, had it a `$`.
    fn forgotten(&self, callee: &'a Node, frame: &Rc<Frame<'a>>) -> Option<&'a str> {
        let Kind::Path(path) = &callee.kind else { return None };
        let Kind::Name(name) = &path.steps[0].kind else { return None };
        let symbol = self.program.names.iter().position(|known| known == name);
        let bound = symbol.and_then(|symbol| frame.find(symbol as u32));
        let known = bound.is_some_and(|value| !value.is_undefined())
            || !self.scope.value(name).is_undefined()
            || super::builtins::named(name).is_some();
        known.then_some(name)
    }

    fn arguments(
        &mut self,
        call: &'a Call,
        first: Option<Value<'a>>,
        input: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a, Vec<Value<'a>>> {
        let mut arguments = Vec::with_capacity(call.arguments.len() + 1);
        arguments.extend(first);
        for argument in &call.arguments {
            arguments.push(self.evaluate(argument, input, frame)?);
        }
        Ok(arguments)
    }

    /// Returns what a function comes to for arguments: calls in tail position are made here, one after the other.
    pub(in crate::jsonata) fn apply(
        &mut self,
        callee: &Value<'a>,
        arguments: Vec<Value<'a>>,
        input: &Value<'a>,
    ) -> Outcome<'a> {
        let mut value = self.apply_once(callee, arguments, input)?;
        while let Value::Tail(tail) = value {
            self.bounds.tick(1)?;
            let callee = self.callee(tail.call, &tail.input, &tail.frame)?;
            let arguments = self.arguments(tail.call, None, &tail.input, &tail.frame)?;
            let applied = self.apply_once(&callee, arguments, &tail.input);
            value = applied.map_err(|fault| self.named(fault, &tail.call.callee, tail.at))?;
        }
        Ok(value)
    }

    fn apply_once(
        &mut self,
        callee: &Value<'a>,
        arguments: Vec<Value<'a>>,
        input: &Value<'a>,
    ) -> Outcome<'a> {
        let Value::Function(function) = callee else {
            return Err(Fault::new("T1006", "Attempted to invoke a non-function"));
        };
        match function {
            Function::Lambda(closure) => self.lambda(closure, arguments, input),
            Function::Builtin(builtin) => {
                let arguments = match builtin.signature() {
                    Some(signature) => self.checked(signature, arguments, input)?,
                    None => arguments,
                };
                self.builtin(builtin, arguments)
            }
            Function::Partial(partial) => {
                let mut given = arguments.into_iter();
                let all = partial
                    .arguments
                    .iter()
                    .map(|known| {
                        known.clone().unwrap_or_else(|| given.next().unwrap_or(Value::Undefined))
                    })
                    .collect();
                self.builtin(partial.builtin, all)
            }
            Function::Composed(composed) => {
                self.enter_function()?;
                let first = Value::Function(composed.first.clone());
                let second = Value::Function(composed.second.clone());
                let argument = arguments.into_iter().next().unwrap_or(Value::Undefined);
                // The reference has a function there, of `$f` and `$g`, without a context.
                let result = self
                    .apply(&first, vec![argument], &Value::Null)
                    .inspect_err(|_| _ = self.called.get_or_insert("f"))
                    .and_then(|value| {
                        let result = self.apply(&second, vec![value], &Value::Null);
                        result.inspect_err(|_| _ = self.called.get_or_insert("g"))
                    });
                self.depth -= 1;
                result
            }
            Function::Regex(regex) => {
                let mut arguments = arguments.into_iter();
                match (arguments.next(), arguments.next()) {
                    (Some(Value::Text(text)), from) => {
                        let from =
                            from.and_then(|from| from.as_number()).unwrap_or_default() as usize;
                        let subject = self.subject(&text)?;
                        self.found(regex, &subject, (from, from), Turn::First)
                    }
                    _ => Ok(Value::Undefined),
                }
            }
            Function::Next(next) => self.found(next.regex, &next.subject, next.from, Turn::Next),
            Function::Transform(transformer) => {
                let object = arguments.into_iter().next().unwrap_or(Value::Undefined);
                self.transform(transformer, object, input)
            }
        }
    }

    fn enter_function(&mut self) -> Outcome<'a, ()> {
        self.bounds.tick(1)?;
        if self.depth >= self.bounds.depth() {
            return Err(super::bounds::too_deep());
        }
        self.depth += 1;
        Ok(())
    }

    fn lambda(
        &mut self,
        closure: &Rc<Closure<'a>>,
        arguments: Vec<Value<'a>>,
        input: &Value<'a>,
    ) -> Outcome<'a> {
        let arguments = match &closure.lambda.signature {
            Some(signature) if closure.left.is_none() => {
                self.checked(signature, arguments, input)?
            }
            _ => arguments,
        };
        let mut arguments = arguments.into_iter();
        let parameters = closure.parameters().iter();
        let bound = parameters.map(|name| (*name, arguments.next().unwrap_or(Value::Undefined)));
        let frame = Frame::new(Some(&closure.frame), bound.collect());
        Bounds::nested(frame.depth())?;
        self.evaluate(&closure.lambda.body, &closure.input, &frame)
    }

    fn builtin(&mut self, builtin: &'static Builtin, arguments: Vec<Value<'a>>) -> Outcome<'a> {
        self.bounds.tick(1)?;
        // A function that calls another in tail position nests without an evaluation around.
        if self.calls >= self.bounds.depth() {
            return Err(super::bounds::too_deep());
        }
        self.calls += 1;
        let value = deeper(|| (builtin.run)(self, &mut Given(arguments)));
        self.calls -= 1;
        let value = value?;
        Bounds::nested(value.depth())?;
        Ok(value)
    }

    /// Arguments as a signature takes them.
    fn checked(
        &self,
        signature: &Signature,
        mut arguments: Vec<Value<'a>>,
        input: &Value<'a>,
    ) -> Outcome<'a, Vec<Value<'a>>> {
        let kinds: Vec<_> = arguments.iter().map(Value::kind).collect();
        let items = |index: usize| {
            let items = arguments[index].as_array()?;
            let mut kinds = items.iter().map(|item| item.kind());
            let first = kinds.next()?;
            Some((first, kinds.all(|kind| kind == first)))
        };
        let assigned = signature.assign(&kinds, input.kind(), &items)?;
        let mut take = |index: usize| {
            arguments
                .get_mut(index)
                .map_or(Value::Undefined, |value| std::mem::replace(value, Value::Undefined))
        };
        Ok(assigned
            .into_iter()
            .map(|given| match given {
                super::super::syntax::Given::As(index) => take(index),
                super::super::syntax::Given::Wrapped(index) => Value::array(vec![take(index)]),
                super::super::syntax::Given::Context => input.clone(),
                super::super::syntax::Given::Nothing => Value::Undefined,
            })
            .collect())
    }

    /// The function that a call with holes makes.
    pub(super) fn partial(
        &mut self,
        call: &'a Call,
        input: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        let mut arguments = vec![];
        for argument in &call.arguments {
            arguments.push(match argument.kind {
                Kind::Hole => None,
                _ => Some(self.evaluate(argument, input, frame)?),
            });
        }
        let callee = self.evaluate(&call.callee, input, frame)?;
        let deepest = arguments.iter().flatten().map(Value::depth).max().unwrap_or_default();
        let depth = deepest.max(callee.depth()).saturating_add(1);
        let function = match &callee {
            Value::Function(Function::Lambda(closure)) => {
                let (mut left, mut bound) = (vec![], vec![]);
                let mut arguments = arguments.into_iter();
                for name in closure.parameters() {
                    match arguments.next() {
                        Some(None) => left.push(*name),
                        given => bound.push((*name, given.flatten().unwrap_or(Value::Undefined))),
                    }
                }
                let frame = Frame::new(Some(&closure.frame), bound);
                let (lambda, input) = (closure.lambda, closure.input.clone());
                Function::Lambda(Rc::new(Closure { lambda, left: Some(left), frame, input, depth }))
            }
            Value::Function(Function::Builtin(builtin)) => {
                Function::Partial(Rc::new(Partial { builtin, arguments, depth }))
            }
            Value::Function(Function::Partial(partial)) => {
                let mut given = arguments.into_iter();
                let fill = |known: &Option<Value<'a>>| match known {
                    None => given.next().unwrap_or(Some(Value::Undefined)),
                    known => known.clone(),
                };
                let arguments = partial.arguments.iter().map(fill).collect();
                let builtin = partial.builtin;
                Function::Partial(Rc::new(Partial { builtin, arguments, depth }))
            }
            Value::Undefined if self.forgotten(&call.callee, frame).is_some() => {
                let name = self.forgotten(&call.callee, frame).unwrap_or_default();
                let text =
                    format!("Attempted to partially apply a non-function. Did you mean ${name}?");
                return Err(Fault::at("T1007", text, call.callee.at));
            }
            _ => {
                return Err(Fault::at(
                    "T1008",
                    "Attempted to partially apply a non-function",
                    call.callee.at,
                ));
            }
        };
        Ok(Value::Function(function))
    }

    /// `left ~> right`
    pub(super) fn apply_operator(
        &mut self,
        left: &'a Node,
        right: &'a Node,
        input: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        let value = self.evaluate(left, input, frame)?;
        if let Kind::Call(call) = &right.kind {
            return self.call(right, call, Some(value), input, frame);
        }
        let function = self.evaluate(right, input, frame)?;
        match (value, function) {
            (Value::Function(first), Value::Function(second)) => {
                let depth = first.depth().max(second.depth()).saturating_add(1);
                let composed = Rc::new(Composed { first, second, depth });
                Ok(Value::Function(Function::Composed(composed)))
            }
            // It has no context, and no name in errors (2.0.6).
            (value, function @ Value::Function(_)) => self
                .apply(&function, vec![value], &Value::Null)
                .map_err(|fault| fault.placed(left.at)),
            _ => {
                let text =
                    "The right side of the function application operator ~> must be a function";
                Err(Fault::new("T2006", text))
            }
        }
    }
}
