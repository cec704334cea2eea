//! The types of values: classes of those that must have one type, by how they are made and read.

mod computed;
mod example;

use crate::path::{Step, shown};
use crate::stop::{ImportError, Stopped};
use crate::value::{Node, Source, Value};
use serde_json::Value as Json;
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

fn conflict(one: &Shape, other: &str) -> ImportError {
    ImportError::new(
        "a value of two types",
        format!("{} in one place, {other} in another", describe(one)),
    )
}
