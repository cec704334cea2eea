//! Texts put together from texts: conditions, choices, locals, functions.

use super::Refused;
use super::code::{Code, level};
use super::names;
use super::ty::Ty;
use serde_json::Value;

/// `a and b`.
#[must_use]
pub fn and(a: Code, b: Code) -> Code {
    let text = format!("{} and {}", a.at(level::AND), b.at(level::AND));
    Code::made(text, level::AND, Ty::BOOL).failing_as(&[&a, &b])
}

pub(super) fn or(a: &Code, b: &Code) -> Code {
    let text = format!("{} or {}", a.at(level::OR), b.at(level::OR));
    Code::made(text, level::OR, Ty::BOOL).failing_as(&[a, b])
}

/// The most parts of a chain in one row.
const ROW: usize = 12;

/// All conditions, or one of them: `a or b or c`. JSONata nests a level for each, so that long rows are put into
/// parentheses by the dozen.
pub(super) fn chain(mut all: Vec<Code>, join: impl Fn(Code, Code) -> Code) -> Option<Code> {
    while all.len() > ROW {
        let row = |row: &[Code]| {
            let joined = row.iter().cloned().reduce(&join)?;
            Some(Code::call(format!("({})", joined.text), Ty::BOOL).failing_as(&[&joined]))
        };
        all = all.chunks(ROW).filter_map(row).collect();
    }
    all.into_iter().reduce(join)
}

/// `condition ? then : otherwise`
pub(super) fn choose(condition: &Code, then: &Code, otherwise: &Code, ty: Ty) -> Code {
    match condition.constant {
        Some(Value::Bool(true)) => return then.clone().with_ty(ty),
        Some(Value::Bool(false)) => return otherwise.clone().with_ty(ty),
        _ => {}
    }
    match (&then.constant, &otherwise.constant) {
        (Some(Value::Bool(true)), Some(Value::Bool(false))) => return condition.clone(),
        (Some(Value::Bool(false)), Some(Value::Bool(true))) => return not(condition),
        _ => {}
    }
    let text = format!("{} ? {} : {}", condition.at(level::TERNARY + 1), then.text, otherwise.text);
    let held = super::held::of_choice(condition, then, otherwise, &ty);
    let code = Code::made(text, level::TERNARY, ty).failing_as(&[condition, then, otherwise]);
    let code = Code { held, ..code.perhaps(then.absent || otherwise.absent) };
    let wide = |code: &Code| code.is_wide() && !code.is_fault();
    match (then.known_interval(), otherwise.known_interval()) {
        // What was read stays wide.
        _ if wide(then) || wide(otherwise) => code,
        (Some(a), Some(b)) => code.with_interval((a.0.min(b.0), a.1.max(b.1))),
        (Some(a), None) if otherwise.is_fault() => code.with_interval(a),
        (None, Some(b)) if then.is_fault() => code.with_interval(b),
        _ => code,
    }
}

/// `a op b`, for a comparison.
pub(super) fn compare(a: &Code, op: &str, b: &Code) -> Code {
    let text = format!("{} {op} {}", a.at(level::COMPARE + 1), b.at(level::COMPARE + 1));
    Code::made(text, level::COMPARE, Ty::BOOL).failing_as(&[a, b])
}

/// `a = b`
pub(super) fn equal(a: &Code, b: &Code) -> Code {
    compare(a, "=", b)
}

/// `a = null`, `a != null`. What is undefined is neither in JSONata, hence `$not(a != null)`.
pub(super) fn is_null(a: &Code, null: bool) -> Code {
    if let Some(value) = &a.constant {
        return Code::bool(value.is_null() == null);
    }
    if let Some(held) = &a.held {
        return if null { not(&held.test) } else { held.test.clone() };
    }
    if null && a.absent {
        return not(&is_null(a, false));
    }
    compare(a, if null { "=" } else { "!=" }, &Code::null(Ty::Unknown))
}

/// `$not(a)`
pub(super) fn not(a: &Code) -> Code {
    match (&a.constant, &a.contrary) {
        (Some(Value::Bool(value)), _) => Code::bool(!value),
        (_, Some(contrary)) => (**contrary).clone(),
        _ => {
            let contrary = Some(Box::new(Code { held: None, ..a.clone() }));
            let not = Code::call(format!("$not({})", a.text), Ty::BOOL);
            Code { contrary, ..not.failing_as(&[a]) }
        }
    }
}

/// `($name := value; body)`
#[must_use]
pub fn with_local(name: &str, value: &Code, body: Code) -> Code {
    let rest = match body.block {
        true => body.text[1..].to_owned(),
        false => format!("{})", body.text),
    };
    let text = format!("(${} := {}; {rest}", name.trim_start_matches('$'), value.text);
    let held = super::held::with_local(name, value, body.held.as_deref());
    let Code { interval, absent, .. } = body;
    Code { block: true, interval, absent, held, ..Code::call(text, body.ty.clone()) }
        .failing_as(&[value, &body])
}

/// The value under a new local name where it is not trivial: it may be repeated then.
pub(super) fn many(
    wish: &str,
    value: Code,
    body: impl FnOnce(Code) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    if value.can_be_indexed() { body(value) } else { named(wish, value, body) }
}

/// The value under a new local name where its evaluation can fail: Rust evaluates it in any case.
pub(super) fn eager(
    wish: &str,
    value: Code,
    body: impl FnOnce(Code) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    if value.faults { named(wish, value, body) } else { body(value) }
}

/// The value under a new local name.
pub(super) fn named(
    wish: &str,
    mut value: Code,
    body: impl FnOnce(Code) -> Result<Code, Refused>,
) -> Result<Code, Refused> {
    let open = names::open();
    let local = value.renamed(open.as_str());
    let mut body = body(local)?;
    let mut texts = vec![&mut value.text, &mut body.text];
    if let Some(held) = &mut body.held {
        texts.extend([&mut held.test.text, &mut held.value.text]);
    }
    let name = names::settle(&open, wish, &mut texts);
    Ok(with_local(&name, &value, body))
}

/// `function($a, $b) { body }`: parameters that are not used at the end are left out.
pub(super) fn function(
    wishes: &[(&str, Ty)],
    body: impl FnOnce(&[Code]) -> Result<Code, Refused>,
) -> Result<(String, Code), Refused> {
    function_of(1, wishes, body)
}

/// A function for `$reduce`, which takes none with fewer than two parameters.
pub(super) fn reducer(
    wishes: &[(&str, Ty)],
    body: impl FnOnce(&[Code]) -> Result<Code, Refused>,
) -> Result<(String, Code), Refused> {
    function_of(2, wishes, body)
}

/// A function that keeps so many parameters, used or not.
fn function_of(
    least: usize,
    wishes: &[(&str, Ty)],
    body: impl FnOnce(&[Code]) -> Result<Code, Refused>,
) -> Result<(String, Code), Refused> {
    let open: Vec<String> = wishes.iter().map(|_| names::open()).collect();
    let parameters: Vec<Code> = open
        .iter()
        .zip(wishes)
        .map(|(name, (_, ty))| Code::path(name.as_str(), ty.clone()))
        .collect();
    let mut body = Code { held: None, ..body(&parameters)?.present() };
    let used = open.iter().rposition(|name| body.text.contains(name)).map_or(0, |last| last + 1);
    let kept = open[..used.max(least)].join(", ");
    let mut text = format!("function({kept}) {{ {} }}", body.text);
    for (open, (wish, _)) in open.iter().zip(wishes) {
        names::settle(open, wish, &mut [&mut text, &mut body.text]);
    }
    Ok((text, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_of_constants_are_folded() {
        let text = Code::path("$o", Ty::option(Ty::STRING));
        let (null, nobody) = (Code::null(text.ty.clone()), Code::string("nobody"));
        let or_nobody = |of: &Code| choose(&is_null(of, false), of, &nobody, Ty::STRING);
        assert_eq!(or_nobody(&null).text(), "\"nobody\"");
        assert_eq!(or_nobody(&Code::string("a")).text(), "\"a\"");
        assert_eq!(or_nobody(&text).text(), "$o != null ? $o : \"nobody\"");
        assert_eq!(is_null(&null, true).literal(), Some(Value::Bool(true)));
    }

    #[test]
    fn the_contrary_of_a_contrary_is_the_condition() {
        let less = compare(&Code::path("$a", Ty::I64), "<", &Code::path("$b", Ty::I64));
        let not_less = not(&less);
        assert_eq!(not_less.text(), "$not($a < $b)");
        assert_eq!(not(&not_less).text(), "$a < $b");
        assert_eq!(not(&not(&not_less)).text(), "$not($a < $b)");
    }
}
