//! Frames: the variables of a block, of a call, of a tuple.

use super::super::syntax::Symbol;
use super::super::value::{Gauge, Value};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Variables, and the frame around.
pub(in crate::jsonata) struct Frame<'a> {
    parent: Option<Rc<Frame<'a>>>,
    variables: RefCell<Vec<(Symbol, Value<'a>)>>,
    depth: Cell<u16>,
    /// True if a closure holds it: it may hold the closure in turn.
    pub(super) held: Cell<bool>,
    _gauge: Gauge,
}

impl<'a> Frame<'a> {
    /// A frame with variables within another.
    pub(in crate::jsonata) fn new(
        parent: Option<&Rc<Frame<'a>>>,
        variables: Vec<(Symbol, Value<'a>)>,
    ) -> Rc<Self> {
        let within = parent.map_or(0, |parent| parent.depth.get());
        let deepest = variables.iter().map(|(_, value)| value.depth()).max().unwrap_or_default();
        let bytes = 96 + variables.capacity() * size_of::<(Symbol, Value)>();
        Rc::new(Frame {
            parent: parent.cloned(),
            variables: RefCell::new(variables),
            depth: Cell::new(within.max(deepest).saturating_add(1)),
            held: Cell::new(false),
            _gauge: Gauge::new(bytes),
        })
    }

    /// Returns how deeply frames and what they hold are nested.
    pub(in crate::jsonata) fn depth(&self) -> u16 {
        self.depth.get()
    }

    /// The value of a variable; `None` where no frame has it.
    pub(in crate::jsonata) fn find(&self, name: Symbol) -> Option<Value<'a>> {
        let mut frame = self;
        loop {
            let found =
                frame.variables.borrow().iter().rev().find(|(known, _)| *known == name).cloned();
            match (found, &frame.parent) {
                (Some((_, value)), _) => return Some(value),
                (None, Some(parent)) => frame = parent,
                (None, None) => return None,
            }
        }
    }

    /// Sets a variable of this frame.
    pub(in crate::jsonata) fn bind(&self, name: Symbol, value: Value<'a>) {
        self.depth.set(self.depth.get().max(value.depth().saturating_add(1)));
        let mut variables = self.variables.borrow_mut();
        match variables.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = value,
            None => variables.push((name, value)),
        }
    }

    /// Takes all variables out.
    pub(super) fn clear(&self) -> Vec<(Symbol, Value<'a>)> {
        self.variables.take()
    }
}
