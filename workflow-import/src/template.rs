//! Payload templates, paths and intrinsic functions, read as values.

use crate::path::{Path, Root, Step};
use crate::stop::{ImportError, Stopped};
use crate::value::{Node, Op, Source, Value};
use serde_json::Value as Json;

/// A place in a definition where paths are read.
pub(crate) struct Frame<'a> {
    /// `$`
    pub input: Value,
    /// The variables.
    pub variables: &'a Value,
    /// The state.
    pub node: Node,
    pub name: &'a str,
    /// The Map that the state is in, or is.
    pub map: Option<Node>,
    /// True in a distributed Map, whose items are executions.
    pub apart: bool,
    /// The values that are drawn here.
    pub drawn: &'a mut Vec<Value>,
}

impl Frame<'_> {
    /// The value of a path or an intrinsic function.
    pub fn expression(&mut self, text: &str) -> Stopped<Value> {
        match text.trim_start().starts_with('$') {
            true => self.path(text),
            false => self.intrinsic(text),
        }
    }

    /// The value of a path.
    pub fn path(&mut self, text: &str) -> Stopped<Value> {
        if let Some((list, steps)) = text.trim().split_once("[*]") {
            return self.each(list, steps, text);
        }
        if let Some(list) = text.trim().strip_suffix(":]") {
            return self.skipped(list, text);
        }
        let path = Path::parse(text)?;
        match &path.root {
            Root::Input => self.input.at(&path.steps),
            Root::Variable(name) => self.variables.get(&Step::Name(name.clone()))?.at(&path.steps),
            Root::Context => self.context(&path.steps, text),
        }
    }

    /// `$.list[*].field`
    fn each(&mut self, list: &str, steps: &str, text: &str) -> Stopped<Value> {
        let list = self.path(list)?;
        let steps = Path::parse(&format!("${steps}"))
            .map_err(|stop| ImportError { detail: text.to_owned(), ..stop })?;
        match steps.steps.is_empty() {
            true => Ok(list),
            false => Ok(Value::Computed(Op::Each(steps.steps), vec![list])),
        }
    }

    /// `$.list[1:]`
    fn skipped(&mut self, list: &str, text: &str) -> Stopped<Value> {
        let parts = list.rsplit_once('[').and_then(|(list, n)| Some((list, n.parse().ok()?)));
        let refused = || ImportError::new("a path that is more than names and indexes", text);
        let (list, n) = parts.ok_or_else(refused)?;
        Ok(Value::Computed(Op::Skip(n), vec![self.path(list)?]))
    }

    pub fn context(&mut self, steps: &[Step], text: &str) -> Stopped<Value> {
        let refused =
            || ImportError::new("a field of the context object that a workflow does not see", text);
        let names: Vec<&str> = steps
            .iter()
            .map_while(|step| match step {
                Step::Name(name) => Some(name.as_str()),
                Step::Index(_) => None,
            })
            .collect();
        let execution = |method| Ok(Value::Computed(Op::Execution(method), vec![]));
        match *names.as_slice() {
            ["Execution", "Input", ..] if !self.apart => {
                Value::whole(Source::Input).at(&steps[2..])
            }
            ["Execution", "Id"] => execution("id"),
            ["Execution", "Name"] => execution("name"),
            ["Execution", "StartTime"] => execution("start_time"),
            ["StateMachine", "Id"] => execution("state_machine"),
            ["Map", "Item", "Value", ..] => {
                let map = self.map.ok_or_else(refused)?;
                Value::whole(Source::Item(map)).at(&steps[3..])
            }
            ["Map", "Item", "Index"] => {
                Ok(Value::whole(Source::Index(self.map.ok_or_else(refused)?)))
            }
            ["State", "EnteredTime"] => Ok(self.draw(Op::Now)),
            ["State", "Name"] => Ok(Value::Literal(self.name.into())),
            ["Task", "Token"] => Ok(Value::Computed(Op::Token, vec![])),
            _ => Err(refused()),
        }
    }

    /// A template: fields whose names end in `.$` are expressions.
    pub fn template(&mut self, json: &Json) -> Stopped<Value> {
        match json {
            Json::Object(fields) => {
                let mut all: Vec<(String, Value)> = vec![];
                for (name, value) in fields {
                    all.push(match (name.strip_suffix(".$"), value) {
                        (Some(name), Json::String(text)) => {
                            (name.to_owned(), self.expression(text)?)
                        }
                        _ => (name.clone(), self.template(value)?),
                    });
                }
                Ok(Value::Object(None, all))
            }
            Json::Array(items) => {
                let items = items.iter().map(|item| self.template(item));
                Ok(Value::Array(items.collect::<Stopped<_>>()?))
            }
            scalar => Ok(Value::Literal(scalar.clone())),
        }
    }

    /// `States.Name(arguments)`
    fn intrinsic(&mut self, text: &str) -> Stopped<Value> {
        let broken = || ImportError::new("an intrinsic function that cannot be read", text);
        let (name, rest) = text.trim().split_once('(').ok_or_else(broken)?;
        let rest = rest.strip_suffix(')').ok_or_else(broken)?;
        let parts = split(rest).ok_or_else(broken)?;
        let arguments: Vec<Value> =
            parts.iter().map(|part| self.argument(part)).collect::<Stopped<_>>()?;
        self.called(name.trim(), arguments, text)
    }

    fn argument(&mut self, text: &str) -> Stopped<Value> {
        let text = text.trim();
        if let Some(inner) = text.strip_prefix('\'').and_then(|it| it.strip_suffix('\'')) {
            return Ok(Value::Literal(inner.replace("\\'", "'").into()));
        }
        match text.starts_with('$') || text.starts_with("States.") {
            true => self.expression(text),
            false => serde_json::from_str(text)
                .map(Value::Literal)
                .map_err(|_| ImportError::new("an intrinsic function that cannot be read", text)),
        }
    }

    /// A value that is another one each time: it is drawn once, here.
    pub fn draw(&mut self, op: Op) -> Value {
        self.bind(op, vec![])
    }

    /// A value that is computed once, here.
    pub fn bind(&mut self, op: Op, operands: Vec<Value>) -> Value {
        self.drawn.push(Value::Computed(op, operands));
        Value::whole(Source::Drawn(self.node, self.drawn.len() - 1))
    }

    fn called(&mut self, name: &str, mut arguments: Vec<Value>, text: &str) -> Stopped<Value> {
        let computed = |op, arguments| Ok(Value::Computed(op, arguments));
        match (name, arguments.as_slice()) {
            ("States.Format", [Value::Literal(Json::String(form)), ..]) => {
                let parts = pieces(form);
                arguments.remove(0);
                match parts.len() == arguments.len() + 1 {
                    true => computed(Op::Format(parts), arguments),
                    false => {
                        Err(ImportError::new("an intrinsic function that cannot be read", text))
                    }
                }
            }
            ("States.UUID", []) => Ok(self.draw(Op::Uuid)),
            ("States.Array", _) => Ok(Value::Array(arguments)),
            ("States.MathAdd", [_, _]) => computed(Op::Add, arguments),
            ("States.ArrayLength", [_]) => computed(Op::Length, arguments),
            ("States.ArrayGetItem", [list, Value::Literal(index)]) => match index.as_u64() {
                Some(index) => list.get(&Step::Index(usize::try_from(index).unwrap_or(usize::MAX))),
                None => Err(ImportError::new("an intrinsic function that cannot be read", text)),
            },
            ("States.ArrayGetItem", [_, _]) => computed(Op::Item, arguments),
            ("States.ArrayContains", [_, _]) => computed(Op::Contains, arguments),
            ("States.ArrayRange", [_, _, _]) => computed(Op::Range, arguments),
            ("States.StringSplit", [_, Value::Literal(Json::String(by))])
                if by.chars().next().is_some_and(|first| by.chars().all(|it| it == first)) =>
            {
                // Each of its letters separates, and empty parts are left out.
                let by = by.chars().take(1).collect();
                arguments.truncate(1);
                computed(Op::Split(by), arguments)
            }
            ("States.JsonToString", [_]) => computed(Op::ToJson, arguments),
            ("States.StringToJson", [_]) => Ok(self.bind(Op::ParseJson, arguments)),
            (
                "States.JsonMerge",
                [first, Value::Object(None, fields), Value::Literal(Json::Bool(false))],
            ) => {
                let mut merged = first.clone();
                for (name, value) in fields {
                    merged = merged.with(&[Step::Name(name.clone())], value.clone())?;
                }
                Ok(merged)
            }
            _ => Err(ImportError::new("an intrinsic function without a counterpart", text)),
        }
    }
}

/// The texts between the `{}` of a format.
fn pieces(form: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut rest = form;
    while let Some(next) = rest.chars().next() {
        let (taken, text) = match rest {
            _ if rest.starts_with("{}") => (2, None),
            _ if next == '\\' && rest.len() > 1 => {
                let escaped = rest[1..].chars().next().unwrap_or('\\');
                (1 + escaped.len_utf8(), Some(escaped))
            }
            _ => (next.len_utf8(), Some(next)),
        };
        match text {
            Some(text) => parts.last_mut().into_iter().for_each(|part| part.push(text)),
            None => parts.push(String::new()),
        }
        rest = &rest[taken..];
    }
    parts
}

/// Arguments between commas, with regard to texts and brackets.
fn split(text: &str) -> Option<Vec<&str>> {
    let (mut parts, mut from, mut depth, mut quoted, mut escaped) =
        (vec![], 0, 0_i32, false, false);
    for (at, next) in text.char_indices() {
        match next {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\'' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    if !text[from..].trim().is_empty() {
        parts.push(&text[from..]);
    }
    (!quoted && depth == 0).then_some(parts)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::{pieces, split};

    #[test]
    fn arguments_and_formats() {
        assert_eq!(split("'a, b', $.x[0], States.Array(1, 2)").unwrap().len(), 3);
        assert_eq!(split("").unwrap(), Vec::<&str>::new());
        assert!(split("'a").is_none());
        assert_eq!(pieces("a {} b \\{\\}{}"), ["a ", " b {}", ""]);
    }
}
