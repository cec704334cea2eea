//! Closures: they are inlined, or become functions of JSONata.

use super::code::Code;
use super::compose::function;
use super::ty::Ty;
use super::walk::Walk;
use super::{Refused, pattern, refuse};
use crate::program::{Expr, Pattern};

impl Walk<'_> {
    /// The value of a closure for these arguments.
    pub(super) fn apply(&self, closure: &Expr, arguments: &[Code]) -> Result<Code, Refused> {
        let Expr::Closure(parameters, body) = closure else {
            return refuse("a function that is given by its name", "write a closure: `|x| f(x)`");
        };
        let mut inside = self.clone();
        for (parameter, argument) in parameters.iter().zip(arguments) {
            pattern::bind(argument, parameter, &mut inside.env, self.types)?;
        }
        inside.expr(body)
    }

    /// A closure of one parameter as a function of JSONata, and its body.
    pub(super) fn function(&self, closure: &Expr, item: &Ty) -> Result<(String, Code), Refused> {
        function(&[(wish(closure, 0), item.clone())], |names| self.apply(closure, names))
    }

    /// Refuses what would make an `Option` of an `Option`.
    pub(super) fn not_nullable(&self, of: &Ty) -> Result<(), Refused> {
        if of.nullable() {
            return refuse(
                format!(
                    "an `Option` of {}: `Some(None)` and `None` are both null in JSON",
                    of.describe()
                ),
                "use an index, position(..), or an enum",
            );
        }
        Ok(())
    }
}

/// The name that a closure gives to a parameter.
pub(super) fn wish(closure: &Expr, parameter: usize) -> &'static str {
    match closure {
        Expr::Closure(patterns, _) => {
            patterns.get(parameter).map_or("v", |p| pattern::wish(p, "v"))
        }
        _ => "v",
    }
}

/// The two patterns of `|(a, b)| ..`
pub(super) fn pair(closure: &Expr) -> Option<(&'static Pattern, &'static Pattern, &'static Expr)> {
    match closure {
        Expr::Closure([Pattern::Tuple([a, b])], body) => Some((a, b, body)),
        _ => None,
    }
}
