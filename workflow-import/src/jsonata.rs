//! States in JSONata.

use crate::condition::Condition;
use crate::expression::{Expression, compared, domain, parse};
use crate::path::Step as At;
use crate::step::{Edge, Kind, Mapped, Read, Reading, Work, data, is_distributed, whole};
use crate::stop::{ImportError, Stopped};
use crate::value::{Op, Source, Value};
use serde_json::Value as Json;

/// The values that an expression of a state may see.
#[derive(Clone, Default)]
struct Seen {
    result: Option<Value>,
    failure: Option<Value>,
}

/// The text of `{% .. %}`.
fn inside(text: &str) -> Option<&str> {
    text.strip_prefix("{%")?.strip_suffix("%}")
}

impl<'a> Reading<'a> {
    pub(crate) fn jsonata(mut self) -> Stopped<Read> {
        if self.field("Credentials").is_some() {
            return Err(ImportError::new("credentials of another role", "").at("", "Credentials"));
        }
        let input = self.data()?;
        let work = self.jsonata_work(&input)?;
        let begun = self.drawn.len();
        let edges = self.jsonata_edges(&input)?;
        // What is drawn stands before the work, unless it reads the result.
        let is_late = |op: &Op| matches!(op, Op::Now | Op::ParseJson);
        let mut after = self.drawn[begun..].iter();
        let of_result = Source::Result(self.node);
        if !matches!(work, Work::Nothing)
            && after.any(|it| it.has(&is_late) && !it.reads_from(of_result))
        {
            return Err(ImportError::new("a value drawn or parsed after the work of a state", ""));
        }
        Ok(Read { drawn: self.drawn, work, edges, selected: vec![] })
    }

    /// The value of a field, if the state has it.
    fn expressed(&mut self, field: &'static str, seen: &Seen) -> Stopped<Option<Value>> {
        let Some(json) = self.field(field) else { return Ok(None) };
        self.made_of(json, seen).map(Some).map_err(|stop| stop.at("", field))
    }

    /// JSON in which texts `{% .. %}` are expressions.
    fn made_of(&mut self, json: &Json, seen: &Seen) -> Stopped<Value> {
        match json {
            Json::String(text) => match inside(text) {
                Some(expression) => {
                    let expression = parse(expression)?;
                    self.value(&expression, seen)
                }
                None => Ok(Value::Literal(json.clone())),
            },
            Json::Object(fields) => {
                let mut all = vec![];
                for (name, value) in fields {
                    all.push((name.clone(), self.made_of(value, seen)?));
                }
                Ok(Value::Object(None, all))
            }
            Json::Array(items) => {
                let items = items.iter().map(|item| self.made_of(item, seen));
                Ok(Value::Array(items.collect::<Stopped<_>>()?))
            }
            scalar => Ok(Value::Literal(scalar.clone())),
        }
    }

    fn value(&mut self, expression: &Expression, seen: &Seen) -> Stopped<Value> {
        match expression {
            Expression::Literal(json) => Ok(Value::Literal(json.clone())),
            Expression::Path(name, steps) if name == "states" => self.states(steps, seen),
            Expression::Path(name, steps) => {
                self.environment.get(&At::Name(name.clone()))?.at(steps)
            }
            Expression::Object(fields) => {
                let mut all = vec![];
                for (name, value) in fields {
                    all.push((name.clone(), self.value(value, seen)?));
                }
                Ok(Value::Object(None, all))
            }
            Expression::Array(items) => {
                let items = items.iter().map(|item| self.value(item, seen));
                Ok(Value::Array(items.collect::<Stopped<_>>()?))
            }
            Expression::Call(name, arguments) => self.call(name, arguments, seen),
            Expression::Binary("&", one, other) => {
                let operands = vec![self.value(one, seen)?, self.value(other, seen)?];
                Ok(Value::Computed(Op::Format(vec![String::new(); 3]), operands))
            }
            Expression::Binary("+", one, other) => {
                Ok(Value::Computed(Op::Add, vec![self.value(one, seen)?, self.value(other, seen)?]))
            }
            Expression::Binary(operator, ..) => Err(ImportError::new(
                "an expression in JSONata without a counterpart",
                format!("`{operator}` that makes a value"),
            )),
        }
    }

    /// `$states`
    fn states(&mut self, steps: &[At], seen: &Seen) -> Stopped<Value> {
        let refused =
            || ImportError::new("an expression in JSONata without a counterpart", "$states");
        let Some((At::Name(first), rest)) = steps.split_first() else { return Err(refused()) };
        match first.as_str() {
            "input" => self.data()?.at(rest),
            "result" => seen.result.as_ref().ok_or_else(refused)?.at(rest),
            "errorOutput" => seen.failure.as_ref().ok_or_else(refused)?.at(rest),
            "context" => self.frame(Value::Absent).context(rest, &crate::path::shown(steps)),
            _ => Err(refused()),
        }
    }

    fn call(&mut self, name: &str, arguments: &[Expression], seen: &Seen) -> Stopped<Value> {
        let mut values = vec![];
        for argument in arguments {
            values.push(self.value(argument, seen)?);
        }
        match (name, values.len()) {
            ("uuid", 0) => Ok(self.frame(Value::Absent).draw(Op::Uuid)),
            ("now", 0) => Ok(self.frame(Value::Absent).draw(Op::Now)),
            ("random", 0) => Ok(self.frame(Value::Absent).draw(Op::Random)),
            ("count", 1) => Ok(Value::Computed(Op::Length, values)),
            ("string", 1) => Ok(Value::Computed(Op::Format(vec![String::new(); 2]), values)),
            ("parse", 1) => Ok(self.frame(Value::Absent).bind(Op::ParseJson, values)),
            _ => Err(ImportError::new(
                "an expression in JSONata without a counterpart",
                format!("${name}(..)"),
            )),
        }
    }

    fn condition(&mut self, expression: &Expression) -> Stopped<Condition> {
        let seen = Seen::default();
        match expression {
            Expression::Literal(Json::Bool(value)) => Ok(Condition::Always(*value)),
            Expression::Binary("and", one, other) => {
                Ok(Condition::And(vec![self.condition(one)?, self.condition(other)?]))
            }
            Expression::Binary("or", one, other) => {
                Ok(Condition::Or(vec![self.condition(one)?, self.condition(other)?]))
            }
            Expression::Binary(operator @ ("=" | "!=" | "<" | "<=" | ">" | ">="), one, other) => {
                let refused = || {
                    ImportError::new(
                        "a comparison of values of unknown types",
                        format!("`{operator}`"),
                    )
                };
                let domain = domain(one, operator, other).ok_or_else(refused)?;
                let (one, other) = (self.value(one, &seen)?, self.value(other, &seen)?);
                Ok(compared(one, operator, other, domain))
            }
            Expression::Call(name, arguments) if arguments.len() == 1 && name == "not" => {
                Ok(Condition::Not(Box::new(self.condition(&arguments[0])?)))
            }
            Expression::Call(name, arguments) if arguments.len() == 1 && name == "exists" => {
                Ok(match self.value(&arguments[0], &seen) {
                    Ok(value) => Condition::Present(value),
                    Err(stop) if stop.construct.contains("leads to nothing") => {
                        Condition::Always(false)
                    }
                    Err(stop) => return Err(stop),
                })
            }
            Expression::Binary(operator, ..) => Err(ImportError::new(
                "an expression in JSONata without a counterpart",
                format!("`{operator}` as a condition"),
            )),
            path => Ok(Condition::Holds(self.value(path, &seen)?)),
        }
    }

    fn jsonata_work(&mut self, input: &Value) -> Stopped<Work> {
        let none = Seen::default();
        Ok(match self.text("Type").unwrap_or_default() {
            "Task" => Work::Task {
                resource: self.text("Resource").unwrap_or_default().to_owned(),
                arguments: self.expressed("Arguments", &none)?.unwrap_or_else(|| input.clone()),
            },
            "Wait" => match self.expressed("Seconds", &none)? {
                Some(seconds) => Work::Wait(seconds),
                None => {
                    let until = self.expressed("Timestamp", &none)?;
                    Work::Until(until.ok_or_else(|| ImportError::new("a wait for nothing", ""))?)
                }
            },
            "Fail" => {
                let empty = || Value::Literal("".into());
                let error = self.expressed("Error", &none)?.unwrap_or_else(empty);
                let cause = self.expressed("Cause", &none)?.unwrap_or_else(empty);
                Work::Fail { error, cause }
            }
            "Parallel" => Work::Parallel {
                input: self.expressed("Arguments", &none)?.unwrap_or_else(|| input.clone()),
            },
            "Map" => Work::Map(Box::new(self.jsonata_map(input)?)),
            _ => Work::Nothing,
        })
    }

    fn jsonata_map(&mut self, input: &Value) -> Stopped<Mapped> {
        if is_distributed(self.state.json) {
            return Err(ImportError::new("a distributed Map in JSONata", ""));
        }
        let none = Seen::default();
        let items = self.expressed("Items", &none)?.unwrap_or_else(|| input.clone());
        let item = Value::whole(Source::Item(self.node));
        let drawn = self.drawn.len();
        let selected = self.expressed("ItemSelector", &none)?.unwrap_or(item);
        if self.drawn.len() > drawn {
            return Err(ImportError::new("a value drawn or parsed for each item", "")
                .at("", "ItemSelector"));
        }
        let concurrency = match self.field("MaxConcurrency") {
            None => None,
            Some(number @ Json::Number(_)) => whole(number).filter(|it| *it > 0),
            Some(_) => {
                return Err(ImportError::new("a number of items at a time that is data", "")
                    .at("", "MaxConcurrency"));
            }
        };
        Ok(Mapped { items, concurrency, input: selected, distributed: None })
    }

    fn jsonata_edges(&mut self, input: &Value) -> Stopped<Vec<Edge>> {
        let kind = self.text("Type").unwrap_or_default();
        let mut edges = vec![];
        match kind {
            "Fail" => return Ok(edges),
            "Choice" => return self.jsonata_rules(input),
            _ => {}
        }
        let calls = matches!(kind, "Task" | "Parallel" | "Map");
        let result = Value::whole(Source::Result(self.node));
        let seen = Seen { result: calls.then(|| result.clone()), failure: None };
        let default = if calls { result } else { input.clone() };
        let environment =
            self.handed(&default, self.field("Assign"), self.field("Output"), &seen)?;
        edges.push(Edge { kind: Kind::Next, to: self.next(), environment });
        for catcher in self.field("Catch").and_then(Json::as_array).into_iter().flatten() {
            let failure = Value::whole(Source::Failure(self.node));
            let seen = Seen { result: None, failure: Some(failure.clone()) };
            let environment = self
                .handed(&failure, catcher.get("Assign"), catcher.get("Output"), &seen)
                .map_err(|stop| stop.at("", "Catch"))?;
            let names = catcher["ErrorEquals"].as_array().into_iter().flatten();
            let names = names.filter_map(Json::as_str).map(str::to_owned).collect();
            edges.push(Edge {
                kind: Kind::Catch(names),
                to: self.target(catcher["Next"].as_str()),
                environment,
            });
        }
        Ok(edges)
    }

    fn jsonata_rules(&mut self, input: &Value) -> Stopped<Vec<Edge>> {
        let mut edges = vec![];
        let none = Seen::default();
        for rule in self.field("Choices").and_then(Json::as_array).into_iter().flatten() {
            let condition = match &rule["Condition"] {
                Json::Bool(value) => Condition::Always(*value),
                other => {
                    let text = other.as_str().and_then(inside);
                    let text =
                        text.ok_or_else(|| ImportError::new("a rule without an operator", ""))?;
                    parse(text)
                        .and_then(|it| self.condition(&it))
                        .map_err(|stop| stop.at("", "Choices"))?
                }
            };
            let environment = self.handed(input, rule.get("Assign"), rule.get("Output"), &none)?;
            edges.push(Edge {
                kind: Kind::Rule(condition),
                to: self.target(rule["Next"].as_str()),
                environment,
            });
        }
        let environment = self.handed(input, self.field("Assign"), self.field("Output"), &none)?;
        edges.push(Edge {
            kind: Kind::Default,
            to: self.target(self.text("Default")),
            environment,
        });
        Ok(edges)
    }

    /// The values that a way out hands over: `Assign` and `Output`.
    fn handed(
        &mut self,
        default: &Value,
        assign: Option<&'a Json>,
        output: Option<&'a Json>,
        seen: &Seen,
    ) -> Stopped<Value> {
        let mut environment = self.environment.clone();
        for (name, json) in assign.and_then(Json::as_object).into_iter().flatten() {
            let value = self.made_of(json, seen).map_err(|stop| stop.at("", "Assign"))?;
            environment = environment.with(&[At::Name(name.clone())], value)?;
        }
        let output = match output {
            Some(json) => self.made_of(json, seen).map_err(|stop| stop.at("", "Output"))?,
            None => default.clone(),
        };
        data(&environment, output)
    }
}
