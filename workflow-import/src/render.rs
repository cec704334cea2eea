//! Values and conditions, as expressions of Rust.

mod condition;

use crate::doc::{Doc, braces, cat, list, text};
use crate::path::Step;
use crate::stop::{ImportError, Stopped};
use crate::structs::Structs;
use crate::types::{Class, Shape, Types};
use crate::value::{Op, Source, Value};
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Everything that values are written with.
pub(crate) struct Render<'a> {
    pub types: &'a mut Types,
    pub structs: &'a Structs,
    pub variables: &'a BTreeMap<Source, String>,
    /// Variables that are options.
    pub absent: &'a dyn Fn(Source) -> bool,
}

/// A path that has been written.
struct Place {
    text: String,
    class: Class,
    /// True for an `Option`.
    optional: bool,
    /// True for a value that nobody else has.
    owned: bool,
}

/// A text as Rust has it.
pub(crate) fn quoted(text: &str) -> String {
    format!("{text:?}").replace("\\'", "'")
}

impl Render<'_> {
    /// A value where one of this type is expected.
    pub fn value(&mut self, value: &Value, class: Class, optional: bool) -> Stopped<Doc> {
        if !optional {
            return self.given(value, class);
        }
        match value {
            Value::Absent => Ok(text("None")),
            Value::From(source, steps) => {
                if let Some(option) = self.option(*source, steps)? {
                    return Ok(text(option));
                }
                Ok(cat([text("Some("), self.given(value, class)?, text(")")]))
            }
            _ => Ok(cat([text("Some("), self.given(value, class)?, text(")")])),
        }
    }

    /// A path as an option, where it or a part of it may be absent.
    fn option(&mut self, source: Source, steps: &[Step]) -> Stopped<Option<String>> {
        if let Some((Step::Name(name), before)) = steps.split_last()
            && let Some(base) = self.option(source, before)?
        {
            let class = self.types.source(source);
            let class = self.types.at(class, before)?;
            let field = self.structs.field(self.types, class, name);
            let field = field.ok_or_else(|| ImportError::new("a field without a type", name))?;
            let method = if field.optional { "and_then" } else { "map" };
            return Ok(Some(format!("{base}.{method}(|it| it.{}.clone())", field.name)));
        }
        let place = self.place(source, steps)?;
        Ok(place.optional.then(|| format!("{}.clone()", place.text)))
    }

    fn given(&mut self, value: &Value, class: Class) -> Stopped<Doc> {
        Ok(match value {
            Value::Literal(json) => text(self.literal(json, class)),
            Value::Object(base, fields) => self.object(base.as_deref(), fields, class)?,
            Value::Array(items) => self.array(items, class)?,
            Value::From(source, steps) => {
                let place = self.settled(*source, steps)?;
                text(self.owned(place))
            }
            Value::Computed(op, operands) => self.computed(op, operands)?,
            Value::Absent => return Err(ImportError::new("a value that is not there", "")),
        })
    }

    fn literal(&self, json: &Json, class: Class) -> String {
        match (json, self.types.shape(class)) {
            (Json::String(text), _) => format!("{}.to_owned()", quoted(text)),
            (Json::Number(number), Shape::Float | Shape::Number) => {
                let text = number.to_string();
                if text.contains(['.', 'e', 'E']) { text } else { text + ".0" }
            }
            (Json::Null, _) => "()".to_owned(),
            (other, _) => other.to_string(),
        }
    }

    fn object(
        &mut self,
        base: Option<&Value>,
        fields: &[(String, Value)],
        class: Class,
    ) -> Stopped<Doc> {
        let Some(all) = self.structs.get(self.types, class).cloned() else {
            return Err(ImportError::new("an object without a type", ""));
        };
        let mut items = vec![];
        for field in &all.fields {
            let given = fields.iter().find(|(key, _)| *key == field.key).map(|(_, value)| value);
            let value = match (given, base) {
                (Some(value), _) => self.value(value, field.class, field.optional)?,
                (None, None) => text("None"),
                (None, Some(_)) => continue,
            };
            let short = value.flat().is_some_and(|it| it == field.name);
            items.push(if short { value } else { cat([text(format!("{}: ", field.name)), value]) });
        }
        if let Some(base) = base {
            items.push(cat([text(".."), self.given(base, class)?]));
        }
        Ok(braces(format!("{} {{", all.name), items))
    }

    fn array(&mut self, items: &[Value], class: Class) -> Stopped<Doc> {
        let classes = match self.types.shape(class).clone() {
            Shape::Tuple(classes) => classes,
            Shape::List(item) => {
                let items = items.iter().map(|value| self.given(value, item));
                return Ok(list("vec![", items.collect::<Stopped<_>>()?, "]"));
            }
            _ => return Err(ImportError::new("a list without a type", "")),
        };
        let items = items.iter().zip(classes).map(|(value, class)| self.given(value, class));
        Ok(list("(", items.collect::<Stopped<_>>()?, ")"))
    }

    /// A path, taken out of options.
    fn settled(&mut self, source: Source, steps: &[Step]) -> Stopped<Place> {
        let place = self.place(source, steps)?;
        Ok(match place.optional {
            true => Place {
                text: format!("{}.clone().unwrap()", place.text),
                optional: false,
                owned: true,
                ..place
            },
            false => place,
        })
    }

    /// A path, perhaps an option.
    fn place(&mut self, source: Source, steps: &[Step]) -> Stopped<Place> {
        let class = self.types.source(source);
        let Some((last, before)) = steps.split_last() else {
            let missing = || ImportError::new("a value that is not there", "");
            let name = self.variables.get(&source).ok_or_else(missing)?.clone();
            if let Source::Index(_) = source {
                return Ok(Place {
                    text: format!("({name} as u64)"),
                    class,
                    optional: false,
                    owned: true,
                });
            }
            return Ok(Place { text: name, class, optional: (self.absent)(source), owned: false });
        };
        let base = self.settled(source, before)?;
        let part = self.types.part(base.class, last)?;
        let at = |text: String, optional| Place { text, class: part, optional, owned: false };
        Ok(match (last, self.types.shape(base.class)) {
            (Step::Name(name), Shape::Failure) => {
                let method = if name == "Error" { "error().to_owned()" } else { "reported()" };
                Place {
                    text: format!("{}.{method}", base.text),
                    class: part,
                    optional: false,
                    owned: true,
                }
            }
            (Step::Name(name), _) => {
                let field = self.structs.field(self.types, base.class, name);
                let field =
                    field.ok_or_else(|| ImportError::new("a field without a type", name))?;
                at(format!("{}.{}", base.text, field.name), field.optional)
            }
            (Step::Index(index), Shape::Tuple(_)) => at(format!("{}.{index}", base.text), false),
            (Step::Index(index), _) => at(format!("{}[{index}]", base.text), false),
        })
    }

    fn is_copy(&self, class: Class) -> bool {
        matches!(
            self.types.shape(class),
            Shape::Integer
                | Shape::Natural
                | Shape::Float
                | Shape::Number
                | Shape::Bool
                | Shape::Unit
        )
    }

    fn owned(&self, place: Place) -> String {
        match place.owned || self.is_copy(place.class) {
            true => place.text,
            false => format!("{}.clone()", place.text),
        }
    }

    /// A value that is looked at.
    fn seen(&mut self, value: &Value) -> Stopped<(String, Class)> {
        let class = self.types.of(value)?;
        Ok(match value {
            Value::From(source, steps) => {
                let place = self.settled(*source, steps)?;
                (place.text.trim_end_matches(".to_owned()").to_owned(), place.class)
            }
            Value::Literal(Json::String(text)) => (quoted(text), class),
            other => (self.given(other, class)?.flat().unwrap_or_default(), class),
        })
    }

    fn computed(&mut self, op: &Op, operands: &[Value]) -> Stopped<Doc> {
        let mut seen = vec![];
        for operand in operands.iter().filter(|_| *op != Op::OrEmpty) {
            seen.push(self.seen(operand)?.0);
        }
        let own = |render: &mut Self, value: &Value| {
            let class = render.types.of(value)?;
            render.given(value, class)
        };
        Ok(match op {
            Op::Format(pieces) => self.format(pieces, operands)?,
            Op::Token => {
                return Err(ImportError::new("a value that is not there", "$$.Task.Token"));
            }
            Op::Uuid => text("uuid()"),
            Op::Now => text("now()"),
            Op::Random => text("random()"),
            Op::OrEmpty => self.or_empty(&operands[0])?,
            Op::ToJson => text(format!("{}.to_json()", seen[0])),
            Op::ParseJson => text(format!("{}.parse_json()", seen[0])),
            Op::Execution(method) => text(format!("execution().{method}()")),
            Op::Add => {
                let class = self.types.of(&operands[0])?;
                let mut sides = vec![];
                for (operand, seen) in operands.iter().zip(&seen) {
                    sides.push(match operand {
                        Value::Literal(json) => self.literal(json, class),
                        _ => seen.clone(),
                    });
                }
                text(format!("{} + {}", sides[0], sides[1]).replace("+ -", "- "))
            }
            Op::Length => text(format!("{}.len() as u64", seen[0])),
            Op::Item => cat([
                text(format!("{}[", seen[0])),
                index(&operands[1], &seen[1]),
                text("].clone()"),
            ]),
            Op::Split(by) => {
                let parts = format!(".split({})", quoted(by));
                let calls = vec![
                    parts,
                    ".filter(|part| !part.is_empty())".to_owned(),
                    ".map(|part| part.to_owned())".to_owned(),
                    ".collect::<Vec<_>>()".to_owned(),
                ];
                Doc::Chain(Box::new(text(seen[0].clone())), calls)
            }
            Op::Skip(n) => {
                let list = own(self, &operands[0])?;
                let calls = vec![
                    ".into_iter()".to_owned(),
                    format!(".skip({n})"),
                    ".collect::<Vec<_>>()".to_owned(),
                ];
                Doc::Chain(Box::new(list), calls)
            }
            Op::Each(steps) => self.each(steps, &operands[0])?,
            Op::Range => {
                return Err(ImportError::new(
                    "an intrinsic function without a counterpart",
                    "States.ArrayRange",
                ));
            }
            Op::Contains => {
                let item = own(self, &operands[1])?;
                cat([text(format!("{}.contains(&", seen[0])), item, text(")")])
            }
        })
    }

    /// A part that may be absent: then an object without fields, if there are none that must be there.
    fn or_empty(&mut self, value: &Value) -> Stopped<Doc> {
        let class = self.types.of(value)?;
        let all = self.structs.get(self.types, class).cloned();
        let fields = all.iter().flat_map(|it| &it.fields);
        let empty: Option<Vec<Doc>> = fields
            .map(|field| field.optional.then(|| text(format!("{}: None", field.name))))
            .collect();
        let (Value::From(source, steps), Some(items), Some(all)) = (value, empty, all.as_ref())
        else {
            return self.given(value, class);
        };
        let Some(option) = self.option(*source, steps)? else { return self.given(value, class) };
        let head = format!("{option}.unwrap_or(");
        Ok(cat([text(head), braces(format!("{} {{", all.name), items), text(")")]))
    }

    /// A field of each item.
    fn each(&mut self, steps: &[Step], of: &Value) -> Stopped<Doc> {
        let class = self.types.of(of)?;
        let list = self.given(of, class)?;
        let mut at = self.types.items(class)?;
        let mut path = "item".to_owned();
        for step in steps {
            let Step::Name(name) = step else {
                return Err(ImportError::new(
                    "a path that is more than names and indexes",
                    "[*] with an index behind it",
                ));
            };
            let field = self.structs.field(self.types, at, name);
            let field = field.ok_or_else(|| ImportError::new("a field without a type", name))?;
            path = format!("{path}.{}", field.name);
            if field.optional {
                path += ".unwrap()";
            }
            at = field.class;
        }
        let calls = vec![
            ".into_iter()".to_owned(),
            format!(".map(|item| {path})"),
            ".collect::<Vec<_>>()".to_owned(),
        ];
        Ok(Doc::Chain(Box::new(list), calls))
    }

    fn format(&mut self, pieces: &[String], operands: &[Value]) -> Stopped<Doc> {
        let braced = |text: &str| text.replace('{', "{{").replace('}', "}}");
        let mut form = braced(&pieces[0]);
        let mut items = vec![];
        for (piece, operand) in pieces[1..].iter().zip(operands) {
            match operand {
                Value::Literal(Json::String(text)) => form += &braced(text),
                _ => {
                    form += "{}";
                    items.push(text(self.seen(operand)?.0));
                }
            }
            form += &braced(piece);
        }
        items.insert(0, text(quoted(&form)));
        Ok(list("format!(", items, ")"))
    }
}

fn index(operand: &Value, seen: &str) -> Doc {
    match operand {
        Value::Literal(index) => text(index.to_string()),
        _ => text(format!("{seen} as usize")),
    }
}
