//! An `Option` or a `Result` that an expression puts together: what asks whether there is a value, and what takes it,
//! need not put it together first.

use super::code::{Code, Held};
use super::compose::{self, and, not};
use super::ty::{Shape, Ty};
use serde_json::Value;

/// A side of a choice.
enum Side {
    /// There is a value, under this condition if there is one.
    Good(Box<(Option<Code>, Code)>),
    /// `None`, `Err(..)`
    Bad,
}

/// The good half of `condition ? then : otherwise`.
pub(super) fn of_choice(
    condition: &Code,
    then: &Code,
    otherwise: &Code,
    ty: &Ty,
) -> Option<Box<Held>> {
    let optional = match ty.shape() {
        Shape::Option(_) => true,
        Shape::Result(..) => false,
        _ => return None,
    };
    let (condition, good) = match (side(then, optional)?, side(otherwise, optional)?) {
        (Side::Good(good), Side::Bad) => (condition.clone(), good),
        (Side::Bad, Side::Good(good)) => (not(condition), good),
        _ => return None,
    };
    let (test, value) = *good;
    // Where the value is not asked for, its failure would be lost.
    if value.faults || value.absent {
        return None;
    }
    let test = test.map_or(condition.clone(), |test| and(condition, test));
    Some(Box::new(Held { test: plain(test), value: plain(value) }))
}

fn good(test: Option<Code>, value: &Code) -> Side {
    Side::Good(Box::new((test, value.clone())))
}

fn side(code: &Code, optional: bool) -> Option<Side> {
    if let Some(held) = &code.held {
        return Some(good(Some(held.test.clone()), &held.value));
    }
    match (optional, &code.constant, code.object()) {
        (true, Some(Value::Null), _) => Some(Side::Bad),
        (true, ..) if code.ty.nullable() || matches!(code.ty.shape(), Shape::Unknown) => None,
        (true, ..) => Some(good(None, code)),
        (false, _, Some([(name, value)])) if name == "Ok" => Some(good(None, value)),
        (false, _, Some([(name, value)])) if name == "Err" && !value.faults => Some(Side::Bad),
        _ => None,
    }
}

/// The text, and what is known of it as a whole: names in its parts are not settled later.
fn plain(code: Code) -> Code {
    let Code { text, level, ty, interval, trivial, indexed, faults, constant, block, .. } = code;
    Code { block, interval, trivial, indexed, faults, constant, ..Code::made(text, level, ty) }
}

/// Both halves under a local name, where they mention it.
pub(super) fn with_local(name: &str, value: &Code, held: Option<&Held>) -> Option<Box<Held>> {
    let held = held?;
    let name = format!("${}", name.trim_start_matches('$'));
    let under = |code: &Code| match code.text() {
        text if text == name => value.clone().with_ty(code.ty.clone()),
        text if !text.contains(&name) && !value.faults => code.clone(),
        _ => compose::with_local(&name, value, code.clone()),
    };
    Some(Box::new(Held { test: under(&held.test), value: plain(under(&held.value)) }))
}
