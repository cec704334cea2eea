//! Types of what expressions compute.

use super::{Class, Shape, TOKEN, Types, WIDEST, conflict, describe};
use crate::path::Step;
use crate::stop::{ImportError, Stopped};
use crate::value::{Op, Value};

impl Types {
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

    pub(super) fn array(&mut self, items: &[Value]) -> Stopped<Class> {
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

    pub(super) fn computed(&mut self, op: &Op, operands: &[Value]) -> Stopped<Class> {
        let classes: Vec<Class> = operands.iter().map(|it| self.of(it)).collect::<Stopped<_>>()?;
        Ok(match op {
            Op::Format(_) => {
                classes.iter().try_for_each(|class| self.printed(*class))?;
                self.fresh(Shape::Text)
            }
            Op::Token => return Err(ImportError::new(TOKEN, "")),
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
    pub(super) fn or_empty(&mut self, value: &Value, class: Class) -> Stopped<Class> {
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
    pub(super) fn part_of(&mut self, class: Class) -> Stopped<()> {
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
}
