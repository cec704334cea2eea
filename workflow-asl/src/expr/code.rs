//! A JSONata text with what is known of it.

use super::Refused;
use super::names;
use super::ty::{Array, Shape, Ty};
use crate::schema::Schema;
use serde_json::Value;

/// How strongly a text binds: JSONata's own binding powers.
pub(super) mod level {
    pub const TERNARY: u8 = 20;
    pub const OR: u8 = 25;
    pub const AND: u8 = 30;
    pub const COMPARE: u8 = 40;
    pub const SUM: u8 = 50;
    pub const PRODUCT: u8 = 60;
    pub const UNARY: u8 = 70;
    pub const ATOM: u8 = 100;
}

/// JSONata text with its Rust type.
#[derive(Clone, Debug)]
pub struct Code {
    pub(super) text: String,
    pub(super) level: u8,
    pub(super) ty: Ty,
    /// The smallest and the largest value of an integer.
    pub(super) interval: Option<(i64, i64)>,
    pub(super) trivial: bool,
    /// Whether a computed index is in it: no other step may follow.
    pub(super) indexed: bool,
    /// Whether its evaluation can fail.
    pub(super) faults: bool,
    pub(super) constant: Option<Value>,
    pub(super) object: Option<Vec<(String, Code)>>,
    /// `(… ; …)`: another local can be put in front.
    pub(super) block: bool,
    /// The same without the last check for a finite number.
    pub(super) unchecked: Option<Box<Code>>,
    /// What an iterator counts, without the numbers: `xs` of `xs.iter().enumerate()`.
    pub(super) counted: Option<Box<Code>>,
    /// Where the fields are, if not in the value itself: a variant beside its tag.
    pub(super) fields_of: Option<Box<Code>>,
    /// Whether closures of an iterator can fail: what stops early must not be written as a whole list.
    pub(super) lazily: bool,
    /// The two sides that an `Ordering` compares, most significant first.
    pub(super) sides: Vec<(Code, Code)>,
}

impl Code {
    /// An atom or a path such as `$order` or `$states.result`.
    pub fn new(text: impl Into<String>, schema: Schema) -> Code {
        Code::path(text, Ty::Of(schema))
    }

    /// The same value in a variable or at a path.
    #[must_use]
    pub fn renamed(&self, text: impl Into<String>) -> Code {
        Code { interval: self.interval, ..Code::path(text, self.ty.clone()) }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The JSON form; none for iterators and for types that are put together here.
    #[must_use]
    pub fn schema(&self) -> Option<&Schema> {
        match &self.ty {
            Ty::Of(schema) => Some(schema),
            _ => None,
        }
    }

    /// Whether it is a literal, a variable or a path: it may be repeated freely.
    #[must_use]
    pub fn is_trivial(&self) -> bool {
        self.trivial
    }

    /// Whether its evaluation can fail.
    #[must_use]
    pub fn may_fault(&self) -> bool {
        self.faults
    }

    /// The value of a constant.
    #[must_use]
    pub fn literal(&self) -> Option<Value> {
        self.constant.clone()
    }

    /// The fields of an object that is written out.
    #[must_use]
    pub fn object(&self) -> Option<&[(String, Code)]> {
        self.object.as_deref()
    }

    /// The text as an item between `[` and `]`: JSONata splices a list that is not written `[..]` itself.
    #[must_use]
    pub fn item(&self) -> String {
        match self.ty.array() {
            _ if self.text.starts_with('[') && self.level == level::ATOM && !self.trivial => {
                self.text.clone()
            }
            _ if self.constant.as_ref().is_some_and(|value| !value.is_array()) => self.text.clone(),
            Array::No => self.text.clone(),
            Array::Yes => format!("[{}]", self.text),
            Array::OrNull => self.bracketed(|v| format!("{v} = null ? null : [[{v}]]")),
            Array::Perhaps => self.bracketed(|v| format!("$type({v}) = \"array\" ? [[{v}]] : {v}")),
        }
    }

    fn bracketed(&self, text: impl Fn(&str) -> String) -> String {
        if self.trivial {
            return text(&self.text);
        }
        let open = names::open();
        let (mut value, mut body) = (self.text.clone(), text(&open));
        let name = names::settle(&open, "v", &mut [&mut value, &mut body]);
        format!("({name} := {value}; {body})")
    }

    pub(super) fn path(text: impl Into<String>, ty: Ty) -> Code {
        Code { trivial: true, ..Code::made(text, level::ATOM, ty) }
    }

    pub(super) fn made(text: impl Into<String>, level: u8, ty: Ty) -> Code {
        Code {
            text: text.into(),
            level,
            ty,
            interval: None,
            trivial: false,
            indexed: false,
            faults: false,
            constant: None,
            object: None,
            block: false,
            unchecked: None,
            counted: None,
            lazily: false,
            fields_of: None,
            sides: vec![],
        }
    }

    /// A call, or another text that binds as strongly.
    pub(super) fn call(text: impl Into<String>, ty: Ty) -> Code {
        Code::made(text, level::ATOM, ty)
    }

    pub(super) fn constant(value: Value, ty: Ty) -> Code {
        let interval = value.as_i64().map(|value| (value, value));
        let text = written(&value);
        let level = if text.starts_with('-') { level::UNARY } else { level::ATOM };
        let trivial = !value.is_object() && !value.is_array();
        Code { constant: Some(value), interval, trivial, ..Code::made(text, level, ty) }
    }

    pub(super) fn null(ty: Ty) -> Code {
        Code::constant(Value::Null, ty)
    }

    pub(super) fn bool(value: bool) -> Code {
        Code::constant(Value::Bool(value), Ty::BOOL)
    }

    pub(super) fn string(value: &str) -> Code {
        Code::constant(Value::String(value.to_owned()), Ty::STRING)
    }

    pub(super) fn fields(fields: Vec<(String, Code)>, ty: Ty) -> Code {
        let texts: Vec<String> =
            fields.iter().map(|(key, code)| format!("{}: {}", quoted(key), code.text)).collect();
        let faults = fields.iter().any(|(_, code)| code.faults);
        let values = fields.iter().map(|(key, code)| Some((key.clone(), code.literal()?)));
        let constant = values.collect::<Option<serde_json::Map<_, _>>>().map(Value::Object);
        let text = format!("{{{}}}", texts.join(", "));
        Code { faults, constant, object: Some(fields), ..Code::call(text, ty) }
    }

    pub(super) fn list(items: &[Code], ty: Ty) -> Code {
        let texts: Vec<String> = items.iter().map(Code::item).collect();
        let constant = items.iter().map(Code::literal).collect::<Option<Vec<_>>>();
        let text = format!("[{}]", texts.join(", "));
        let faults = items.iter().any(|item| item.faults);
        Code { constant: constant.map(Value::Array), faults, ..Code::call(text, ty) }
    }

    /// The failure of an evaluation.
    pub(super) fn fault(message: &str, ty: Ty) -> Code {
        Code { faults: true, ..Code::call(format!("$error({})", quoted(message)), ty) }
    }

    /// The text where something binds with this strength.
    pub(super) fn at(&self, level: u8) -> String {
        if self.level < level { format!("({})", self.text) } else { self.text.clone() }
    }

    pub(super) fn with_ty(self, ty: Ty) -> Code {
        Code { ty, ..self }
    }

    pub(super) fn with_interval(self, interval: (i64, i64)) -> Code {
        Code { interval: Some(interval), ..self }
    }

    /// This fails if that fails.
    pub(super) fn failing_as(self, others: &[&Code]) -> Code {
        let faults = self.faults || others.iter().any(|other| other.faults);
        Code { faults, ..self }
    }

    pub(super) fn may_fail(self) -> Code {
        Code { faults: true, ..self }
    }

    /// The values that an integer can have.
    pub(super) fn interval(&self) -> (i64, i64) {
        match (self.interval, self.ty.shape()) {
            (Some(interval), _) => interval,
            (None, Shape::Integer(min, max)) => (min, max),
            _ => (-crate::schema::MAX_SAFE_INTEGER, crate::schema::MAX_SAFE_INTEGER),
        }
    }

    pub(super) fn known_interval(&self) -> Option<(i64, i64)> {
        matches!(self.ty.shape(), Shape::Integer(..)).then(|| self.interval())
    }

    /// A step of a path to a field.
    pub(super) fn step(&self, json: &str, ty: Ty) -> Code {
        if let Some(base) = &self.fields_of {
            return base.step(json, ty);
        }
        let text = format!("{}.{}", self.at(level::ATOM), names::path_step(json));
        let (trivial, faults, indexed) = (self.trivial, self.faults, self.indexed);
        Code { trivial, faults, indexed, ..Code::call(text, ty) }
    }

    /// `value[0]`, a fixed index.
    pub(super) fn nth(&self, index: i64, ty: Ty) -> Code {
        let text = format!("{}[{index}]", self.at(level::ATOM));
        let (trivial, faults, indexed) = (self.trivial, self.faults, self.indexed);
        Code { trivial, faults, indexed, ..Code::call(text, ty) }
    }

    /// `value[$i]`, a computed index: nothing may follow it but a step to a field.
    pub(super) fn computed(&self, index: &Code, ty: Ty) -> Code {
        let text = format!("{}[{}]", self.at(level::ATOM), index.text);
        Code { indexed: true, ..Code::call(text, ty).failing_as(&[self, index]) }
    }

    /// Whether an index may follow: a variable or a path of fields and fixed indices.
    pub(super) fn can_be_indexed(&self) -> bool {
        self.trivial && !self.indexed
    }
}

/// A JSON text as it stands in JSONata.
pub(super) fn written(value: &Value) -> String {
    match value {
        Value::Null | Value::Bool(_) => value.to_string(),
        Value::String(text) => quoted(text),
        Value::Number(number) => match number.as_f64() {
            Some(double) if number.is_f64() => float(double),
            _ => number.to_string(),
        },
        Value::Array(items) => {
            format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(", "))
        }
        Value::Object(fields) => {
            let fields =
                fields.iter().map(|(key, value)| format!("{}: {}", quoted(key), written(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A string literal. JSONata has JSON's escapes.
pub(super) fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

/// The shortest text that is read as the same double; -0.0 is 0.
fn float(double: f64) -> String {
    let magnitude = double.abs();
    match double + 0.0 {
        double if magnitude != 0.0 && !(1e-5..1e16).contains(&magnitude) => format!("{double:e}"),
        double => format!("{double}"),
    }
}

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

/// `condition ? then : otherwise`
pub(super) fn choose(condition: &Code, then: &Code, otherwise: &Code, ty: Ty) -> Code {
    match (&then.constant, &otherwise.constant) {
        (Some(Value::Bool(true)), Some(Value::Bool(false))) => return condition.clone(),
        (Some(Value::Bool(false)), Some(Value::Bool(true))) => return not(condition),
        _ => {}
    }
    let text = format!("{} ? {} : {}", condition.at(level::TERNARY + 1), then.text, otherwise.text);
    let code = Code::made(text, level::TERNARY, ty).failing_as(&[condition, then, otherwise]);
    match (then.known_interval(), otherwise.known_interval()) {
        (Some(a), Some(b)) => code.with_interval((a.0.min(b.0), a.1.max(b.1))),
        (Some(a), None) if otherwise.is_fault() => code.with_interval(a),
        (None, Some(b)) if then.is_fault() => code.with_interval(b),
        _ => code,
    }
}

impl Code {
    fn is_fault(&self) -> bool {
        self.text.starts_with("$error(") && self.level == level::ATOM
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

/// `a = null`, `a != null`
pub(super) fn is_null(a: &Code, null: bool) -> Code {
    compare(a, if null { "=" } else { "!=" }, &Code::null(Ty::Unknown))
}

/// `$not(a)`
pub(super) fn not(a: &Code) -> Code {
    match &a.constant {
        Some(Value::Bool(value)) => Code::bool(!value),
        _ => Code::call(format!("$not({})", a.text), Ty::BOOL).failing_as(&[a]),
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
    let interval = body.interval;
    Code { block: true, interval, ..Code::call(text, body.ty.clone()) }.failing_as(&[value, &body])
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
    let local = Code { interval: value.interval, ..Code::path(open.as_str(), value.ty.clone()) };
    let mut body = body(local)?;
    let name = names::settle(&open, wish, &mut [&mut value.text, &mut body.text]);
    Ok(with_local(&name, &value, body))
}

/// `function($a, $b) { body }`: parameters that are not used at the end are left out.
pub(super) fn function(
    wishes: &[(&str, Ty)],
    body: impl FnOnce(&[Code]) -> Result<Code, Refused>,
) -> Result<(String, Code), Refused> {
    let open: Vec<String> = wishes.iter().map(|_| names::open()).collect();
    let parameters: Vec<Code> = open
        .iter()
        .zip(wishes)
        .map(|(name, (_, ty))| Code::path(name.as_str(), ty.clone()))
        .collect();
    let mut body = body(&parameters)?;
    let last = open.iter().rposition(|name| body.text.contains(name)).unwrap_or(0);
    let mut text = format!("function({}) {{ {} }}", open[..=last].join(", "), body.text);
    for (open, (wish, _)) in open.iter().zip(wishes) {
        names::settle(open, wish, &mut [&mut text, &mut body.text]);
    }
    Ok((text, body))
}
