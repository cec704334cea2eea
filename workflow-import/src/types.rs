//! The types of values: classes of those that must have one type, by how they are made and read.

use crate::path::{Step, shown};
use crate::stop::{Stop, Stopped};
use crate::value::{Node, Op, Source, Value};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};

/// The number of a class.
pub(crate) type Class = usize;

/// The construct of a token that no option of a task can place.
const TOKEN: &str = "a task token elsewhere than in an object of the arguments";

/// The tuples that serde has.
const WIDEST: usize = 12;

/// The type of a class, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Shape {
    /// Any JSON.
    #[default]
    Unknown,
    Text,
    Integer,
    Natural,
    Float,
    /// A number that is compared: a float, if nothing says that it is an integer.
    Number,
    Bool,
    Unit,
    /// The error output.
    Failure,
    Struct(Vec<(String, Class)>),
    List(Class),
    Tuple(Vec<Class>),
}

#[derive(Clone, Debug, Default)]
struct Info {
    shape: Shape,
    /// The number of places outside of the workflow that make such values.
    outside: usize,
    /// The keys of each object of it that the workflow makes.
    made: Vec<BTreeSet<String>>,
    /// Fields that may be absent.
    optional: BTreeSet<String>,
    /// The values that it is compared with.
    compared: Vec<Json>,
    /// The class of the JSON that a text is.
    parsed: Option<Class>,
}

/// All classes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Types {
    classes: Vec<Info>,
    parent: Vec<Class>,
    sources: BTreeMap<Source, Class>,
    /// The joined values that may be absent.
    pub absent: BTreeSet<(Node, usize)>,
    /// The classes of values that are written as JSON texts.
    written: Vec<Class>,
}

impl Types {
    /// A class of its own.
    pub fn fresh(&mut self, shape: Shape) -> Class {
        self.classes.push(Info { shape, ..Info::default() });
        self.parent.push(self.parent.len());
        self.parent.len() - 1
    }

    /// The class that stands for all that are the same.
    pub fn root(&self, mut class: Class) -> Class {
        while self.parent[class] != class {
            class = self.parent[class];
        }
        class
    }

    /// The type of a class.
    pub fn shape(&self, class: Class) -> &Shape {
        &self.classes[self.root(class)].shape
    }

    /// The class of a variable.
    pub fn source(&mut self, source: Source) -> Class {
        if let Some(class) = self.sources.get(&source) {
            return *class;
        }
        let class = match source {
            Source::Failure(_) => self.fresh(Shape::Failure),
            Source::Index(_) => self.fresh(Shape::Natural),
            Source::Joined(..) | Source::Drawn(..) => self.fresh(Shape::Unknown),
            _ => self.outside(),
        };
        self.sources.insert(source, class);
        class
    }

    /// A class of values from outside.
    fn outside(&mut self) -> Class {
        let class = self.fresh(Shape::Unknown);
        self.classes[class].outside = 1;
        class
    }

    /// The class of a part.
    pub fn part(&mut self, class: Class, step: &Step) -> Stopped<Class> {
        let root = self.root(class);
        match (self.classes[root].shape.clone(), step) {
            (Shape::Failure, Step::Name(name)) if name == "Error" || name == "Cause" => {
                Ok(self.fresh(Shape::Text))
            }
            (Shape::Unknown, Step::Name(name)) => {
                let part = self.outside();
                self.classes[root].shape = Shape::Struct(vec![(name.clone(), part)]);
                Ok(part)
            }
            (Shape::Struct(fields), Step::Name(name)) => {
                match fields.iter().find(|(it, _)| it == name) {
                    Some((_, part)) => Ok(*part),
                    None => {
                        let part = self.outside();
                        self.classes[root].shape =
                            Shape::Struct([fields, vec![(name.clone(), part)]].concat());
                        Ok(part)
                    }
                }
            }
            (Shape::Unknown, Step::Index(_)) => {
                let part = self.outside();
                self.classes[root].shape = Shape::List(part);
                Ok(part)
            }
            (Shape::List(item), Step::Index(_)) => Ok(item),
            (Shape::Tuple(items), Step::Index(index)) if *index < items.len() => Ok(items[*index]),
            (shape, step) => {
                Err(conflict(&shape, &format!("what has {}", shown(std::slice::from_ref(step)))))
            }
        }
    }

    /// The class at a path.
    pub fn at(&mut self, class: Class, steps: &[Step]) -> Stopped<Class> {
        steps.iter().try_fold(class, |class, step| self.part(class, step))
    }

    /// Marks a field as one that may be absent.
    pub fn optional(&mut self, class: Class, name: &str) -> Stopped<Class> {
        let part = self.part(class, &Step::Name(name.to_owned()))?;
        let root = self.root(class);
        self.classes[root].optional.insert(name.to_owned());
        Ok(part)
    }

    /// True if a field of a class may be absent.
    pub fn is_optional(&self, class: Class, name: &str) -> bool {
        let info = &self.classes[self.root(class)];
        let origins = info.outside + usize::from(!info.made.is_empty());
        info.optional.contains(name)
            || (info.outside > 0 && origins > 1)
            || info.made.iter().any(|keys| !keys.contains(name))
    }

    /// Remembers a value that the class is compared with.
    pub fn compared(&mut self, class: Class, with: Json) {
        let root = self.root(class);
        if !self.classes[root].compared.contains(&with) {
            self.classes[root].compared.push(with);
        }
    }

    /// A value of the class: another one for each turn.
    pub fn example(&self, class: Class, turn: usize) -> Json {
        let info = &self.classes[self.root(class)];
        let compared = |other: Json| match info.compared.len() {
            0 => other,
            all => info.compared.get(turn % (all + 1)).cloned().unwrap_or(other),
        };
        match &info.shape {
            Shape::Unknown => match turn % 4 {
                0 => json!({ "some": turn, "list": [1, "two"] }),
                1 => json!(format!("text {turn}")),
                2 => json!([{ "n": turn }, null]),
                _ => json!(turn),
            },
            Shape::Text => match info.parsed {
                Some(parsed) => self.example(parsed, turn).to_string().into(),
                None => compared(json!(format!("text-{turn}"))),
            },
            Shape::Integer | Shape::Natural => compared(json!(turn % 3 + 1)),
            Shape::Float | Shape::Number => compared(json!(turn)),
            Shape::Bool => json!(turn.is_multiple_of(2)),
            Shape::Unit => Json::Null,
            Shape::Failure => json!({ "Error": "Broken", "Cause": "by example" }),
            Shape::List(item) => (0..[2, 1, 3, 2, 1, 3, 2, 0][turn % 8])
                .map(|n| self.example(*item, turn + n))
                .collect(),
            Shape::Tuple(items) => items.iter().map(|item| self.example(*item, turn)).collect(),
            Shape::Struct(fields) => {
                let mut object = serde_json::Map::new();
                for (at, (name, part)) in fields.iter().enumerate() {
                    if !info.optional.contains(name)
                        || (turn * (at + 1) + turn / 3).is_multiple_of(2)
                    {
                        object.insert(
                            name.clone(),
                            self.example(*part, if turn < 4 { turn } else { mixed(turn, at) }),
                        );
                    }
                }
                object.insert("besides".to_owned(), json!(turn));
                Json::Object(object)
            }
        }
    }

    /// Learns from values that the class has had: what no state reads gets a type if all samples agree.
    pub fn observe(&mut self, class: Class, samples: &[Json]) {
        let root = self.root(class);
        let all = |is: fn(&Json) -> bool| !samples.is_empty() && samples.iter().all(is);
        match self.classes[root].shape.clone() {
            Shape::Unknown if all(Json::is_object) => {
                self.classes[root].shape = Shape::Struct(vec![]);
                self.observe(class, samples);
            }
            Shape::Struct(mut fields) if all(Json::is_object) => {
                let objects = || samples.iter().filter_map(Json::as_object);
                for name in objects().flat_map(serde_json::Map::keys) {
                    if fields.iter().any(|(it, _)| it == name) {
                        continue;
                    }
                    let part = self.outside();
                    fields.push((name.clone(), part));
                    if objects().any(|it| it.get(name).is_none_or(Json::is_null)) {
                        self.classes[root].optional.insert(name.clone());
                    }
                }
                self.classes[root].shape = Shape::Struct(fields.clone());
                for (name, part) in fields {
                    let values =
                        objects().filter_map(|it| it.get(&name)).filter(|it| !it.is_null());
                    self.observe(part, &values.cloned().collect::<Vec<_>>());
                }
            }
            Shape::Unknown if all(Json::is_array) => {
                let item = self.outside();
                self.classes[root].shape = Shape::List(item);
                self.observe(class, samples);
            }
            Shape::List(item) => {
                let items = samples.iter().filter_map(Json::as_array).flatten().cloned();
                self.observe(item, &items.collect::<Vec<_>>());
            }
            Shape::Unknown if all(Json::is_string) => self.classes[root].shape = Shape::Text,
            Shape::Unknown if all(Json::is_boolean) => self.classes[root].shape = Shape::Bool,
            Shape::Unknown if all(Json::is_i64) => self.classes[root].shape = Shape::Integer,
            Shape::Unknown if all(Json::is_number) => self.classes[root].shape = Shape::Float,
            _ => {}
        }
    }

    /// True if values of the class come from outside.
    pub fn is_outside(&self, class: Class) -> bool {
        self.classes[self.root(class)].outside > 0
    }

    /// Says that a class has a type.
    pub fn is(&mut self, class: Class, shape: Shape) -> Stopped<()> {
        let other = self.fresh(shape);
        self.same(class, other)
    }

    /// Makes two classes one.
    pub fn same(&mut self, a: Class, b: Class) -> Stopped<()> {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return Ok(());
        }
        let (one, other) = (self.classes[a].clone(), self.classes[b].clone());
        self.parent[b] = a;
        let info = &mut self.classes[a];
        info.outside += other.outside;
        info.made.extend(other.made);
        info.optional.extend(other.optional);
        info.compared.extend(other.compared);
        info.parsed = info.parsed.or(other.parsed);
        let shape = self.united(one.shape, other.shape)?;
        let root = self.root(a);
        self.classes[root].shape = shape;
        Ok(())
    }

    fn united(&mut self, a: Shape, b: Shape) -> Stopped<Shape> {
        use Shape::{Float, Integer, List, Natural, Number, Struct, Tuple, Unknown};
        Ok(match (a, b) {
            (Unknown, other) | (other, Unknown) => other,
            (Integer, Natural) | (Natural, Integer) => Natural,
            (Number, other @ (Integer | Natural | Float))
            | (other @ (Integer | Natural | Float), Number) => other,
            (Float, Integer | Natural) | (Integer | Natural, Float) => Float,
            (List(a), List(b)) => {
                self.same(a, b)?;
                List(a)
            }
            (Tuple(a), Tuple(b)) if a.len() == b.len() => {
                a.iter().zip(&b).try_for_each(|(a, b)| self.same(*a, *b))?;
                Tuple(a)
            }
            (Tuple(items), List(item)) | (List(item), Tuple(items)) => {
                items.iter().try_for_each(|it| self.same(item, *it))?;
                List(item)
            }
            (Struct(mut a), Struct(b)) => {
                for (name, class) in b {
                    match a.iter().find(|(it, _)| *it == name) {
                        Some((_, own)) => self.same(*own, class)?,
                        None => a.push((name, class)),
                    }
                }
                Struct(a)
            }
            (a, b) if a == b => a,
            (a, b) => return Err(conflict(&a, describe(&b))),
        })
    }

    /// The class of a value.
    pub fn of(&mut self, value: &Value) -> Stopped<Class> {
        Ok(match value {
            Value::From(source, steps) => {
                let class = self.source(*source);
                self.at(class, steps)?
            }
            Value::Object(None, fields) => {
                let mut all = vec![];
                for (name, value) in fields {
                    all.push((name.clone(), self.of(value)?));
                }
                let there =
                    |(name, value): &(String, Value)| (!self.may_lack(value)).then(|| name.clone());
                let keys: BTreeSet<String> = fields.iter().filter_map(there).collect();
                let class = self.fresh(Shape::Struct(all));
                self.classes[class].made.push(keys);
                class
            }
            Value::Object(Some(base), fields) => {
                let class = self.of(base)?;
                for (name, value) in fields {
                    let place = self.optional(class, name)?;
                    let value = self.of(value)?;
                    self.same(place, value)?;
                }
                class
            }
            Value::Array(items) => self.array(items)?,
            Value::Literal(json) => self.fresh(match json {
                Json::String(_) => Shape::Text,
                Json::Bool(_) => Shape::Bool,
                Json::Null => Shape::Unit,
                Json::Number(number) if number.is_f64() => Shape::Float,
                _ => Shape::Integer,
            }),
            Value::Computed(op, operands) => self.computed(op, operands)?,
            Value::Absent => self.fresh(Shape::Unknown),
        })
    }

    /// True for a value that may be absent.
    fn may_lack(&self, value: &Value) -> bool {
        match value {
            Value::Absent => true,
            Value::From(Source::Joined(node, index), steps) => {
                steps.is_empty() && self.absent.contains(&(*node, *index))
            }
            _ => false,
        }
    }

    /// Says that what a result is put into is an object.
    pub fn object(&mut self, value: &Value) -> Stopped<()> {
        if let Value::Object(Some(base), _) = value
            && let Value::From(..) = **base
        {
            let class = self.of(base)?;
            return self.part_of(class);
        }
        Ok(())
    }

    /// A value that is written as a JSON text, though its type may write it otherwise than it came.
    pub fn rewritten(&self) -> Option<&'static str> {
        let shapes = self.written.iter().map(|class| self.shape(*class));
        let item = |shape: &Shape| match shape {
            Shape::List(item) => self.shape(*item).clone(),
            other => other.clone(),
        };
        let exact = |shape: &Shape| {
            matches!(
                shape,
                Shape::Unknown | Shape::Text | Shape::Integer | Shape::Natural | Shape::Bool
            )
        };
        shapes.map(item).find(|shape| !exact(shape)).map(|shape| describe(&shape))
    }

    /// True for a row of a CSV file whose fields are texts.
    pub fn is_row(&self, class: Class) -> bool {
        match self.shape(class) {
            Shape::Struct(fields) => fields.iter().all(|(name, part)| {
                *self.shape(*part) == Shape::Text && !self.is_optional(class, name)
            }),
            _ => false,
        }
    }

    fn array(&mut self, items: &[Value]) -> Stopped<Class> {
        let classes: Vec<Class> = items.iter().map(|item| self.of(item)).collect::<Stopped<_>>()?;
        let scalar = |class: &Class| {
            matches!(self.shape(*class), Shape::Text | Shape::Integer | Shape::Bool | Shape::Float)
        };
        let alike = classes.iter().all(scalar)
            && classes.windows(2).all(|two| self.shape(two[0]) == self.shape(two[1]));
        if classes.len() < 2 || alike {
            let item = self.fresh(Shape::Unknown);
            classes.iter().try_for_each(|class| self.same(item, *class))?;
            return Ok(self.fresh(Shape::List(item)));
        }
        if classes.len() > WIDEST {
            let item = self.fresh(Shape::Unknown);
            classes.iter().try_for_each(|class| self.same(item, *class))?;
            return Ok(self.fresh(Shape::List(item)));
        }
        Ok(self.fresh(Shape::Tuple(classes)))
    }

    fn computed(&mut self, op: &Op, operands: &[Value]) -> Stopped<Class> {
        let classes: Vec<Class> = operands.iter().map(|it| self.of(it)).collect::<Stopped<_>>()?;
        Ok(match op {
            Op::Format(_) => {
                classes.iter().try_for_each(|class| self.printed(*class))?;
                self.fresh(Shape::Text)
            }
            Op::Token => return Err(Stop::new(TOKEN, "")),
            Op::Uuid | Op::Now | Op::Execution(_) => self.fresh(Shape::Text),
            Op::Random => self.fresh(Shape::Float),
            Op::OrEmpty => self.or_empty(&operands[0], classes[0])?,
            Op::ToJson => {
                self.written.push(classes[0]);
                self.fresh(Shape::Text)
            }
            Op::ParseJson => {
                self.is(classes[0], Shape::Text)?;
                let root = self.root(classes[0]);
                if let Some(parsed) = self.classes[root].parsed {
                    return Ok(parsed);
                }
                let parsed = self.outside();
                self.classes[root].parsed = Some(parsed);
                parsed
            }
            Op::Add => {
                let sum = self.fresh(Shape::Integer);
                classes.iter().try_for_each(|class| self.same(sum, *class))?;
                sum
            }
            Op::Length => {
                self.items(classes[0])?;
                self.fresh(Shape::Natural)
            }
            Op::Item => {
                self.is(classes[1], Shape::Natural)?;
                self.items(classes[0])?
            }
            Op::Split(_) => {
                self.is(classes[0], Shape::Text)?;
                let text = self.fresh(Shape::Text);
                self.fresh(Shape::List(text))
            }
            Op::Skip(_) => {
                self.items(classes[0])?;
                classes[0]
            }
            Op::Each(steps) => {
                let item = self.items(classes[0])?;
                let part = self.at(item, steps)?;
                self.fresh(Shape::List(part))
            }
            Op::Range => {
                classes.iter().try_for_each(|class| self.is(*class, Shape::Integer))?;
                let item = self.fresh(Shape::Integer);
                self.fresh(Shape::List(item))
            }
            Op::Contains => {
                let item = self.items(classes[0])?;
                self.same(item, classes[1])?;
                self.fresh(Shape::Bool)
            }
        })
    }

    /// A part of a value from outside that may be absent.
    fn or_empty(&mut self, value: &Value, class: Class) -> Stopped<Class> {
        if let Value::From(source, steps) = value
            && let Some((Step::Name(name), before)) = steps.split_last()
        {
            let base = self.source(*source);
            let base = self.at(base, before)?;
            self.optional(base, name)?;
        }
        self.part_of(class)?;
        Ok(class)
    }

    /// Says that a class is an object.
    fn part_of(&mut self, class: Class) -> Stopped<()> {
        let root = self.root(class);
        match self.classes[root].shape {
            Shape::Unknown => {
                self.classes[root].shape = Shape::Struct(vec![]);
                Ok(())
            }
            Shape::Struct(_) => Ok(()),
            ref other => Err(conflict(other, "an object")),
        }
    }

    /// Says that a class is a row of a CSV file: an object of texts.
    pub fn row(&mut self, class: Class) -> Stopped<()> {
        self.part_of(class)?;
        let Shape::Struct(fields) = self.shape(class).clone() else { return Ok(()) };
        fields.iter().try_for_each(|(_, part)| self.is(*part, Shape::Text))
    }

    /// The class of the items of a list.
    pub fn items(&mut self, list: Class) -> Stopped<Class> {
        let item = self.fresh(Shape::Unknown);
        if self.is_outside(list) {
            let root = self.root(item);
            self.classes[root].outside = usize::from(*self.shape(list) == Shape::Unknown);
        }
        let other = self.fresh(Shape::List(item));
        self.same(list, other)?;
        Ok(item)
    }

    /// Says that a value is written in a text: what nothing is known of is a text.
    pub fn printed(&mut self, class: Class) -> Stopped<()> {
        match self.shape(class) {
            Shape::Unknown => self.is(class, Shape::Text),
            Shape::Number => self.is(class, Shape::Integer),
            Shape::Text | Shape::Integer | Shape::Natural | Shape::Bool => Ok(()),
            other => Err(conflict(&other.clone(), "a text")),
        }
    }

    /// True if values of the class hold others of it.
    pub fn is_endless(&self, class: Class, within: &mut Vec<Class>) -> bool {
        let class = self.root(class);
        if within.contains(&class) {
            return true;
        }
        within.push(class);
        let parts: Vec<Class> = match &self.classes[class].shape {
            Shape::Struct(fields) => fields.iter().map(|(_, part)| *part).collect(),
            Shape::List(item) => vec![*item],
            Shape::Tuple(items) => items.clone(),
            _ => vec![],
        };
        let endless = parts.into_iter().any(|part| self.is_endless(part, within));
        within.pop();
        endless
    }
}

/// A number that has little to do with both.
fn mixed(turn: usize, at: usize) -> usize {
    let mixed = (turn as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        ^ (at as u64 + 1).wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
    (mixed.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 40) as usize % 1000
}

fn describe(shape: &Shape) -> &'static str {
    match shape {
        Shape::Unknown => "any JSON",
        Shape::Text => "a text",
        Shape::Integer | Shape::Natural | Shape::Float | Shape::Number => "a number",
        Shape::Bool => "a boolean",
        Shape::Unit => "null",
        Shape::Failure => "an error output",
        Shape::Struct(_) => "an object",
        Shape::List(_) | Shape::Tuple(_) => "a list",
    }
}

fn conflict(one: &Shape, other: &str) -> Stop {
    Stop::new("a value of two types", format!("{} in one place, {other} in another", describe(one)))
}
