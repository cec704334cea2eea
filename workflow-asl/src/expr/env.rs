//! The variables of an expression.

use super::code::Code;
use crate::program::Twin;
use std::collections::BTreeMap;

/// The variables of an expression, and their code.
#[derive(Clone, Default)]
pub struct Env {
    variables: BTreeMap<usize, Code>,
    locals: BTreeMap<&'static str, Code>,
    result: Option<Code>,
    caught: Option<String>,
    functions: Vec<&'static Twin>,
}

impl Env {
    /// No variables, in one more function.
    pub(super) fn within(around: &[&'static Twin], function: &'static Twin) -> Self {
        let functions = around.iter().copied().chain([function]).collect();
        Env { functions, ..Env::default() }
    }

    /// The functions that the expression is in.
    pub(super) fn functions(&self) -> &[&'static Twin] {
        &self.functions
    }

    /// Says what a variable is.
    pub fn set(&mut self, variable: usize, code: Code) {
        self.variables.insert(variable, code);
    }

    /// Returns the code of a variable.
    #[must_use]
    pub fn get(&self, variable: usize) -> Option<&Code> {
        self.variables.get(&variable)
    }

    /// Says what [`crate::program::Expr::Result`] is.
    pub fn set_result(&mut self, code: Code) {
        self.result = Some(code);
    }

    /// Says what the error output is: `$states.errorOutput`, or the variable that keeps it.
    pub fn set_caught(&mut self, text: &str) {
        self.caught = Some(text.to_owned());
    }

    /// Takes the names of another.
    pub(super) fn extend(&mut self, other: Env) {
        self.variables.extend(other.variables);
        self.locals.extend(other.locals);
    }

    /// The same names, each with what is made of its two values.
    pub(super) fn or(mut self, mut rest: Env, either: impl Fn(Code, Code) -> Code) -> Env {
        for (variable, own) in &mut self.variables {
            if let Some(rest) = rest.variables.remove(variable) {
                *own = either(own.clone(), rest);
            }
        }
        for (name, own) in &mut self.locals {
            if let Some(rest) = rest.locals.remove(name) {
                *own = either(own.clone(), rest);
            }
        }
        self
    }

    pub(super) fn set_local(&mut self, name: &'static str, code: Code) {
        self.locals.insert(name, code);
    }

    pub(super) fn local(&self, name: &str) -> Option<&Code> {
        self.locals.get(name)
    }

    pub(super) fn result(&self) -> Option<&Code> {
        self.result.as_ref()
    }

    pub(super) fn caught(&self) -> Option<&str> {
        self.caught.as_deref()
    }
}
