//! A JSONata text with what is known of it.

use super::names;
use super::ty::{Array, Shape, Ty};
use super::written::{quoted, written};
use crate::schema::{RESULT, Schema};
use serde_json::Value;

/// The binding strength of a text: JSONata's own binding powers.
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
    /// True if a computed index is in it: no other step may follow.
    pub(super) indexed: bool,
    /// True if its evaluation can fail.
    pub(super) faults: bool,
    pub(super) constant: Option<Value>,
    pub(super) object: Option<Vec<(String, Code)>>,
    /// The items of a tuple that is written out.
    pub(super) items: Option<Vec<Code>>,
    /// `(… ; …)`: another local can be put in front.
    pub(super) block: bool,
    /// The same without the last check for a finite number.
    pub(super) unchecked: Option<Box<Code>>,
    /// The list that an iterator counts, without the numbers: `xs` of `xs.iter().enumerate()`.
    pub(super) counted: Option<Box<Code>>,
    /// The place of the fields, if not in the value itself: a variant beside its tag.
    pub(super) fields_of: Option<Box<Code>>,
    /// True if closures of an iterator can fail: what stops early must not be written as a whole list.
    pub(super) lazily: bool,
    /// True if such an iterator leaves items out: from behind it never reaches the first of them.
    pub(super) skips: bool,
    /// May be undefined, which stands for `None`: its key may be absent.
    pub(super) absent: bool,
    /// True if it is `Some` of something.
    pub(super) sure: bool,
    /// The two sides that an `Ordering` compares, most significant first.
    pub(super) sides: Vec<(Code, Code)>,
    /// The good half of an `Option` or a `Result` that is put together here.
    pub(super) held: Option<Box<Held>>,
    /// The condition whose contrary it is.
    pub(super) contrary: Option<Box<Code>>,
    /// The body of a function of one item, as it reads in the context of the item.
    pub(super) within: Option<String>,
}

/// The condition that there is a value, and the value.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) test: Code,
    pub(super) value: Code,
}

impl Code {
    /// An atom or a path such as `$order` or `$states.result`.
    pub fn new(text: impl Into<String>, schema: Schema) -> Code {
        Code::path(text, Ty::Of(schema))
    }

    /// The same value in a variable or at a path.
    #[must_use]
    pub fn renamed(&self, text: impl Into<String>) -> Code {
        let Code { interval, absent, .. } = *self;
        Code { interval, absent, ..Code::path(text, self.ty.clone()) }
    }

    /// The value with `null` where it is undefined.
    #[must_use]
    pub fn present(&self) -> Code {
        if !self.absent {
            return self.clone();
        }
        let text = |v: &str| format!("$exists({v}) ? {v} : null");
        match self.trivial {
            true => Code::made(text(&self.text), level::TERNARY, self.ty.clone()),
            false => Code::call(self.local("v", text), self.ty.clone()),
        }
        .failing_as(&[self])
    }

    /// Marks a value whose key may be absent.
    #[must_use]
    pub fn perhaps(self, absent: bool) -> Code {
        Code { absent, ..self }
    }

    /// With the type that rustc knows, where it was put together here: a plain number does not know its own.
    #[must_use]
    pub fn known_as(self, schema: &Schema) -> Code {
        let known = matches!(
            (&self.ty, schema.clone().bare()),
            (Ty::Of(Schema::Integer { .. }), Schema::Integer { .. })
                | (Ty::Option(_), Schema::Option(_))
                | (Ty::List(_), Schema::List(_))
                | (Ty::Tuple(_), Schema::Tuple(_))
                | (Ty::Result(..), Schema::Enum { name: RESULT, .. })
        );
        if known { self.with_ty(Ty::Of(schema.clone())) } else { self }
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

    /// True if it is a literal, a variable or a path: it may be repeated freely.
    #[must_use]
    pub fn is_trivial(&self) -> bool {
        self.trivial
    }

    /// True if its evaluation can fail.
    #[must_use]
    pub fn may_fault(&self) -> bool {
        self.faults
    }

    /// True if its evaluation can fail though nothing reads it: an iterator does nothing until then.
    #[must_use]
    pub fn fails_unread(&self) -> bool {
        self.faults && !self.lazily
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
            Array::No | Array::Perhaps if self.absent => self.present().item(),
            _ if self.text.starts_with('[') && self.level == level::ATOM && !self.trivial => {
                self.text.clone()
            }
            _ if self.constant.as_ref().is_some_and(|value| !value.is_array()) => self.text.clone(),
            Array::No => self.text.clone(),
            Array::Yes => format!("[{}]", self.text),
            Array::OrNull => self.bracketed(|v| format!("{v} != null ? [[{v}]] : null")),
            Array::Perhaps => self.bracketed(|v| format!("$type({v}) = \"array\" ? [[{v}]] : {v}")),
        }
    }

    fn bracketed(&self, text: impl Fn(&str) -> String) -> String {
        if self.trivial {
            return text(&self.text);
        }
        self.local("v", text)
    }

    /// `($name := value; text)`
    fn local(&self, name: &str, text: impl Fn(&str) -> String) -> String {
        let open = names::open();
        let (mut value, mut body) = (self.text.clone(), text(&open));
        let name = names::settle(&open, name, &mut [&mut value, &mut body]);
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
            items: None,
            block: false,
            unchecked: None,
            counted: None,
            lazily: false,
            skips: false,
            absent: false,
            sure: false,
            fields_of: None,
            sides: vec![],
            held: None,
            contrary: None,
            within: None,
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

    /// An object all of whose keys are there.
    pub(super) fn fields(fields: Vec<(String, Code)>, ty: Ty) -> Code {
        let present = fields.into_iter().map(|(key, code)| (key, code.present()));
        Code::declared(present.collect(), ty)
    }

    /// An object that is read by its type: a key may be absent where that is its `None`.
    pub(super) fn declared(fields: Vec<(String, Code)>, ty: Ty) -> Code {
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
        let items = matches!(ty.shape(), Shape::Tuple(_)).then(|| items.to_vec());
        Code { constant: constant.map(Value::Array), faults, items, ..Code::call(text, ty) }
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

    /// It is `Some` of something.
    pub(super) fn surely(self) -> Code {
        Code { sure: true, ..self }
    }

    /// True if it is never `None`.
    pub(super) fn is_sure(&self) -> bool {
        self.sure || self.constant.as_ref().is_some_and(|value| !value.is_null())
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
            (None, Shape::Integer(0, _)) if self.ty.is_wide() => (0, i64::MAX),
            (None, Shape::Integer(..)) if self.ty.is_wide() => (i64::MIN, i64::MAX),
            (None, Shape::Integer(min, max)) => (min, max),
            _ => (-crate::schema::MAX_SAFE_INTEGER, crate::schema::MAX_SAFE_INTEGER),
        }
    }

    /// Tells an integer that may be beyond ±(2^53 − 1).
    pub(super) fn is_wide(&self) -> bool {
        self.interval.is_none() && self.ty.is_wide()
    }

    /// An integer that an expression of the document has made, or looked at: it is within ±(2^53 − 1).
    #[must_use]
    pub fn computed_here(self) -> Code {
        let Shape::Integer(min, max) = self.ty.shape() else { return self };
        self.with_interval((min, max))
    }

    pub(super) fn known_interval(&self) -> Option<(i64, i64)> {
        matches!(self.ty.shape(), Shape::Integer(..)).then(|| self.interval())
    }

    /// A step of a path to a field.
    pub(super) fn step(&self, json: &str, ty: Ty) -> Code {
        if let Some(base) = &self.fields_of {
            return base.step(json, ty);
        }
        // JSONata takes a text that begins a path for the name of a field.
        let base = match self.text.starts_with('"') {
            true => format!("({})", self.text),
            false => self.at(level::ATOM),
        };
        let text = format!("{base}.{}", names::path_step(json));
        let (trivial, faults, indexed) = (self.trivial, self.faults, self.indexed);
        Code { trivial, faults, indexed, ..Code::call(text, ty) }
    }

    /// `value[0]`, a fixed index.
    pub(super) fn nth(&self, index: i64, ty: Ty) -> Code {
        let text = format!("{}[{index}]", self.at(level::ATOM));
        let (trivial, faults, indexed) = (self.trivial, self.faults, self.indexed);
        Code { trivial, faults, indexed, ..Code::call(text, ty) }
    }

    /// An item of a tuple: the item alone, if the tuple is written out and its other items need no evaluation.
    pub(super) fn part(self, index: usize, ty: Ty) -> Option<Code> {
        let mut items = self.items?;
        let part = items.swap_remove(index);
        let idle = |item: &Code| !item.faults && !item.draws();
        items.iter().all(idle).then(|| part.with_ty(ty))
    }

    /// True if it may draw: each evaluation counts.
    fn draws(&self) -> bool {
        ["$uuid(", "$random(", "$now("].iter().any(|call| self.text.contains(call))
    }

    /// `value[$i]`, a computed index: nothing may follow it but a step to a field.
    pub(super) fn computed(&self, index: &Code, ty: Ty) -> Code {
        let text = format!("{}[{}]", self.at(level::ATOM), index.text);
        Code { indexed: true, ..Code::call(text, ty).failing_as(&[self, index]) }
    }

    /// True if an index may follow: a variable or a path of fields and fixed indices.
    pub(super) fn can_be_indexed(&self) -> bool {
        self.trivial && !self.indexed
    }
}

impl Code {
    pub(super) fn is_fault(&self) -> bool {
        self.text.starts_with("$error(") && self.level == level::ATOM
    }
}
