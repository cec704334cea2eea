//! Texts put together from texts: conditions, choices, locals, functions.

use super::Refused;
use super::code::{Code, level};
use super::names;
use super::ty::{Shape, Ty};
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
    if then.text == otherwise.text && !condition.faults {
        let interval = then.interval.filter(|own| otherwise.interval == Some(*own));
        let absent = then.absent || otherwise.absent;
        return Code { interval, absent, ..then.clone().with_ty(ty) };
    }
    if let Some(both) = joined(condition, then, otherwise) {
        return both;
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

/// A choice of which one way is `true` or `false`: `a and b`, `a or b`.
fn joined(condition: &Code, then: &Code, otherwise: &Code) -> Option<Code> {
    let is_bool = |code: &Code| matches!(code.ty.shape(), Shape::Bool) && !code.absent;
    if !is_bool(condition) || !is_bool(then) || !is_bool(otherwise) {
        return None;
    }
    let known = |code: &Code| code.constant.as_ref().and_then(Value::as_bool);
    match (known(then), known(otherwise)) {
        (Some(true), None) => Some(or(condition, otherwise)),
        (Some(false), None) => Some(and(not(condition), otherwise.clone())),
        (None, Some(true)) => Some(or(&not(condition), then)),
        (None, Some(false)) => Some(and(condition.clone(), then.clone())),
        _ => None,
    }
}

/// A condition, and its contrary in as few words.
pub(super) fn opposed(condition: Code, contrary: &Code) -> Code {
    let contrary = Code { contrary: Some(Box::new(condition.clone())), ..contrary.clone() };
    Code { contrary: Some(Box::new(contrary)), ..condition }
}

/// The operator of the contrary, of values that are there.
pub(super) fn contrary(op: &str) -> Option<&'static str> {
    Some(match op {
        "=" => "!=",
        "!=" => "=",
        "<" => ">=",
        ">=" => "<",
        ">" => "<=",
        "<=" => ">",
        _ => return None,
    })
}

/// The comparison of two values that are there.
pub(super) fn compare_there(a: &Code, op: &str, b: &Code) -> Code {
    let condition = compare(a, op, b);
    match contrary(op) {
        Some(other) if !a.absent && !b.absent => opposed(condition, &compare(a, other, b)),
        _ => condition,
    }
}

/// `a op b`, for a comparison.
pub(super) fn compare(a: &Code, op: &str, b: &Code) -> Code {
    let [left, right] = [a, b].map(|side| any_zero(side).at(level::COMPARE + 1));
    let text = format!("{left} {op} {right}");
    Code::made(text, level::COMPARE, Ty::BOOL).failing_as(&[a, b])
}

/// A number without the `+ 0` that turns -0 into 0: comparisons take them for one.
fn any_zero(code: &Code) -> Code {
    let number = matches!(code.ty.shape(), Shape::Integer(..) | Shape::Float);
    match code.text.strip_suffix(" + 0") {
        Some(text) if number && code.level == level::SUM => {
            Code { text: text.to_owned(), ..code.clone() }
        }
        _ => code.clone(),
    }
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
    compare_there(a, if null { "=" } else { "!=" }, &Code::null(Ty::Unknown))
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
    let bound = format!("${}", name.trim_start_matches('$'));
    if body.text == bound {
        let Code { interval, absent, .. } = body;
        return Code { interval, absent, ..value.clone().with_ty(body.ty) };
    }
    if let Some(text) = super::stepped::continued(&bound, value, &body.text) {
        let Code { interval, absent, level, .. } = body;
        let code = Code::made(text, level, body.ty.clone());
        return Code { interval, absent, ..code }.failing_as(&[value, &body]);
    }
    let rest = match body.block {
        true => body.text[1..].to_owned(),
        false => format!("{})", body.text),
    };
    let text = format!("({bound} := {}; {rest}", value.text);
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
    let within = open.first().and_then(|name| super::stepped::within(&body.text, name));
    let within = within.filter(|_| !open[1..].iter().any(|name| body.text.contains(name)));
    let used = open.iter().rposition(|name| body.text.contains(name)).map_or(0, |last| last + 1);
    let kept = open[..used.max(least)].join(", ");
    let mut text = format!("function({kept}) {{ {} }}", body.text);
    for (open, (wish, _)) in open.iter().zip(wishes) {
        names::settle(open, wish, &mut [&mut text, &mut body.text]);
    }
    Ok((text, Code { within, ..body }))
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
    fn choices_of_true_and_false_are_conditions() {
        let [a, b] = ["$a", "$b"].map(|text| Code::path(text, Ty::BOOL));
        let known = Code::bool;
        for (then, otherwise, expected) in [
            (&b, &known(false), "$a and $b"),
            (&b, &known(true), "$not($a) or $b"),
            (&known(true), &b, "$a or $b"),
            (&known(false), &b, "$not($a) and $b"),
            (&b, &a, "$a ? $b : $a"),
        ] {
            assert_eq!(choose(&a, then, otherwise, Ty::BOOL).text(), expected);
        }
        // What is undefined is no `false`, and a number no condition.
        let perhaps = b.clone().perhaps(true);
        assert_eq!(choose(&a, &perhaps, &known(false), Ty::BOOL).text(), "$a ? $b : false");
        let number = Code::path("$n", Ty::I64);
        assert_eq!(choose(&a, &number, &known(false), Ty::Unknown).text(), "$a ? $n : false");
    }

    #[test]
    fn a_choice_of_one_value_is_that_value() {
        let [a, b] = ["$a", "$b"].map(|text| Code::path(text, Ty::I64));
        let known = |code: &Code| code.clone().with_interval((0, 5));
        let chosen = choose(&Code::path("$c", Ty::BOOL), &known(&a), &a, Ty::I64);
        assert_eq!((chosen.text(), chosen.interval), ("$a", None));
        assert_eq!(choose(&Code::path("$c", Ty::BOOL), &a, &b, Ty::I64).text(), "$c ? $a : $b");
        let fails = Code::path("$c", Ty::BOOL).may_fail();
        assert_eq!(choose(&fails, &a, &a, Ty::I64).text(), "$c ? $a : $a");
    }

    #[test]
    fn a_comparison_has_a_contrary_where_both_values_are_there() {
        let [a, b] = ["$a", "$b"].map(|text| Code::path(text, Ty::I64));
        for (op, other) in [("=", "!="), ("<", ">="), ("<=", ">")] {
            let condition = compare_there(&a, op, &b);
            assert_eq!(not(&condition).text(), format!("$a {other} $b"));
            assert_eq!(not(&not(&condition)).text(), format!("$a {op} $b"));
        }
        let perhaps = compare_there(&a.clone().perhaps(true), "=", &b);
        assert_eq!(not(&perhaps).text(), "$not($a = $b)");
    }

    #[test]
    fn zeros_are_compared_whatever_their_sign() {
        let zero = Code::constant(serde_json::json!(0), Ty::I64);
        let rest = Code::made("$a % 2 + 0", level::SUM, Ty::I64);
        assert_eq!(compare(&rest, "=", &zero).text(), "$a % 2 = 0");
        let list = Code::made("$a + 0", level::SUM, Ty::STRING);
        assert_eq!(compare(&list, "=", &zero).text(), "$a + 0 = 0");
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
