//! The walk over an expression.

use super::code::Code;
use super::compose::{chain, choose, is_null, many, named, not, or};
use super::demand::Parts;
use super::env::Env;
use super::ty::{Shape, Ty};
use super::{
    Refused, arithmetic, cast, construct, demand, format, list, map, method, names, pattern, race,
    refuse, sliced, twin,
};
use crate::program::{Arm, Binary, Draw, Expr, Literal, Pattern, ProbeId, Types, Unary};
use crate::schema::{Field, MAX_SAFE_INTEGER, Schema};
use serde_json::{Value, json};

/// Translates an expression to JSONata.
///
/// # Errors
/// [`Refused`] names the part that JSONata cannot say exactly, and what to write instead.
pub fn expression(expr: &Expr, env: &Env, types: &Types) -> Result<Code, Refused> {
    Walk { env: env.clone(), types }.expr(expr)
}

/// The context of an expression.
#[derive(Clone)]
pub(super) struct Walk<'a> {
    pub(super) env: Env,
    pub(super) types: &'a Types,
}

impl Walk<'_> {
    pub(super) fn expr(&self, expr: &Expr) -> Result<Code, Refused> {
        match expr {
            Expr::Var(_) | Expr::Local(_) | Expr::Result | Expr::Caught(_) => self.name(expr),
            Expr::Won(probe) => race::won(self.env.caught(), self.ty(*probe)),
            Expr::Carried(value) => race::carried(self.expr(value)?),
            Expr::Literal(value) => held(literal(*value)),
            Expr::Context(field) => Ok(Code::path(format!("$states.context.{field}"), Ty::STRING)),
            Expr::Draw(draw) => Ok(drawn(*draw)),
            Expr::Constant(index, probe) => self.constant(*index, *probe),
            Expr::Field(base, name) => field(self.expr(base)?, name),
            Expr::Index(base, index) => list::index(self.expr(base)?, self.expr(index)?),
            Expr::Item(list, index) => list::item(self.expr(list)?, self.expr(index)?),
            Expr::Next(index) => Ok(arithmetic::step(&self.expr(index)?, 1)),
            Expr::Further(index, by) => Ok(arithmetic::step(&self.expr(index)?, i64::from(*by))),
            Expr::Previous(index) => Ok(arithmetic::step(&self.expr(index)?, -1)),
            Expr::Unary(op, value, probe) => self.unary(*op, value, *probe),
            Expr::Binary(op @ (Binary::And | Binary::Or), ..) => self.conditions(*op, expr),
            Expr::Binary(op, left, right, probe) => {
                arithmetic::binary(*op, self.expr(left)?, self.expr(right)?, self.probe(*probe))
            }
            Expr::Cast(value, probe) => cast::cast(self.expr(value)?, self.ty(*probe)),
            Expr::If(condition, then, otherwise) => {
                self.choice(condition, self.expr(then)?, self.expr(otherwise)?)
            }
            Expr::Match(on, arms) => self.arms(self.expr(on)?, arms, None),
            Expr::Block(lets, tail) => self.block(lets, tail),
            Expr::Method(number, "__typed", [], Some(probe)) => self.typed(number, *probe),
            Expr::Method(Expr::Method(map, "iter" | "into_iter", [], _), "collect", [], probe)
                if let Some(map) = map::anew(self.expr(map)?, self.probe(*probe)) =>
            {
                Ok(map)
            }
            Expr::Method(on, name, arguments, probe) => {
                method::call(self, self.expr(on)?, name, arguments, probe.map(|p| self.ty(p)))
            }
            Expr::Changed(name, fields, method, arguments) => {
                let whole = self.name(&Expr::Local(name))?;
                match (*method, arguments) {
                    ("", [value]) => super::assign(&whole, fields, self.expr(value)?),
                    _ => super::mutate(&whole, fields, method, arguments, &self.env, self.types),
                }
            }
            Expr::Closure(..) => refuse("a closure stands where a value is needed", "call it"),
            Expr::Call("BTreeMap::from" | "HashMap::from", [Expr::List(pairs)], probe) => {
                map::from(self, pairs, self.ty_or_unknown(*probe))
            }
            Expr::Call(path, arguments, probe) => {
                construct::call(path, self.exprs(arguments)?, self.probe(*probe))
            }
            Expr::Pure(..) | Expr::Own(..) => self.call(expr),
            Expr::Construct(name, arguments, probe) => {
                construct::construct(name, self.exprs(arguments)?, self.ty_or_unknown(*probe))
            }
            Expr::Struct(name, fields, base, probe) => {
                let base = base.map(|base| self.expr(base)).transpose()?;
                let values = fields.iter().map(|(field, value)| Ok((*field, self.expr(value)?)));
                construct::fields(name, values.collect::<Result<_, _>>()?, base, self.ty(*probe))
            }
            Expr::Tuple(items) => self.tuple(items),
            Expr::List(items) => self.list(items),
            Expr::Repeat(value, count) => list::repeat(self.expr(value)?, self.expr(count)?),
            Expr::Range(from, to, inclusive) => {
                list::range(&self.expr(from)?, &self.expr(to)?, *inclusive)
            }
            Expr::Format(pieces) => format::format(self, pieces),
        }
    }

    /// A call of a function or a method of the user's own.
    fn call(&self, call: &Expr) -> Result<Code, Refused> {
        let (function, arguments) = match call {
            Expr::Pure(function, arguments) => (Some(*function), *arguments),
            Expr::Own(method, arguments) => (self.types.methods.get(*method).copied(), *arguments),
            _ => (None, &[][..]),
        };
        match function {
            Some(function) => twin::call(function, self.exprs(arguments)?, self.env.functions()),
            None => refuse("a method of a type that nothing tells", "write the type"),
        }
    }

    /// A number whose type the code around it tells.
    fn typed(&self, number: &Expr, probe: ProbeId) -> Result<Code, Refused> {
        let number = self.expr(number)?;
        Ok(match self.probe(Some(probe)) {
            Some(ty) => number.with_ty(ty),
            None => number,
        })
    }

    fn list(&self, items: &[Expr]) -> Result<Code, Refused> {
        let items = self.exprs(items)?;
        let of = items.iter().map(|item| item.ty.clone()).find(known).unwrap_or(Ty::Unknown);
        Ok(Code::list(&items, Ty::list(of)))
    }

    pub(super) fn exprs(&self, exprs: &[Expr]) -> Result<Vec<Code>, Refused> {
        exprs.iter().map(|expr| self.expr(expr)).collect()
    }

    /// The type that a probe knows, where there is one.
    pub(super) fn probe(&self, probe: Option<ProbeId>) -> Option<Ty> {
        self.types.probes.get(probe?).cloned().map(Ty::Of)
    }

    fn ty_or_unknown(&self, probe: Option<ProbeId>) -> Ty {
        self.probe(probe).unwrap_or(Ty::Unknown)
    }

    fn ty(&self, probe: ProbeId) -> Ty {
        self.ty_or_unknown(Some(probe))
    }

    pub(super) fn name(&self, expr: &Expr) -> Result<Code, Refused> {
        let known = match expr {
            Expr::Var(index) => self.env.get(*index).cloned(),
            Expr::Local(name) => self.env.local(name).cloned(),
            Expr::Caught(probe) => self.env.caught().map(|text| caught(text, self.ty(*probe))),
            _ => self.env.result().cloned(),
        };
        match known {
            Some(code) => Ok(code),
            None => refuse(
                format!("{expr:?} has no value here"),
                "report this: it is a mistake of the library",
            ),
        }
    }

    /// `a && b && c`
    fn conditions(&self, op: Binary, expr: &Expr) -> Result<Code, Refused> {
        let (mut all, mut rest) = (vec![], expr);
        while let Expr::Binary(other, left, right, _) = rest
            && *other == op
        {
            all.push(self.expr(right)?);
            rest = left;
        }
        all.push(self.expr(rest)?);
        all.reverse();
        let join = |a, b| if op == Binary::And { super::and(a, b) } else { or(&a, &b) };
        Ok(chain(all, join).unwrap_or_else(|| Code::bool(op == Binary::And)))
    }

    fn constant(&self, index: usize, probe: ProbeId) -> Result<Code, Refused> {
        match self.types.constants.get(index) {
            Some(value) => held(Code::constant(value.clone(), self.ty(probe))),
            None => {
                refuse("a constant has no value", "report this: it is a mistake of the library")
            }
        }
    }

    fn unary(&self, op: Unary, value: &Expr, probe: Option<ProbeId>) -> Result<Code, Refused> {
        let value = self.expr(value)?;
        match op {
            Unary::Not => match value.ty.shape() {
                Shape::Bool | Shape::Unknown => Ok(not(&value)),
                _ => refuse(
                    format!("`!` of {}", value.ty.describe()),
                    "JSONata has no bit operators",
                ),
            },
            Unary::Negate => arithmetic::negate(value, self.probe(probe)),
        }
    }

    pub(super) fn choice(
        &self,
        condition: &Expr,
        then: Code,
        otherwise: Code,
    ) -> Result<Code, Refused> {
        let condition = self.expr(condition)?;
        Ok(match condition.literal() {
            Some(Value::Bool(true)) => then,
            Some(Value::Bool(false)) => otherwise,
            _ => choose(&condition, &then, &otherwise, common(&then, &otherwise)),
        })
    }

    fn tuple(&self, items: &[Expr]) -> Result<Code, Refused> {
        if items.is_empty() {
            return Ok(Code::null(Ty::Of(Schema::Unit)));
        }
        let items = self.exprs(items)?;
        let ty = Ty::Tuple(items.iter().map(|item| item.ty.clone()).collect());
        Ok(Code::list(&items, ty))
    }

    /// The value of the first arm that fits, or parts of it.
    pub(super) fn arms(
        &self,
        on: Code,
        arms: &[Arm],
        wanted: Option<&Parts>,
    ) -> Result<Code, Refused> {
        match on.ty {
            Ty::Caught(_) => self.arm(&on, arms, wanted),
            _ => many("m", on, |on| self.arm(&on, arms, wanted)),
        }
    }

    fn arm(&self, on: &Code, arms: &[Arm], wanted: Option<&Parts>) -> Result<Code, Refused> {
        let Some((arm, rest)) = arms.split_first() else {
            return refuse("a `match` without arms", "add an arm");
        };
        let mut inside = self.clone();
        pattern::bind(on, &arm.pattern, &mut inside.env, self.types)?;
        let value = match wanted {
            None => inside.expr(&arm.value)?,
            Some(wanted) => inside.parts(&arm.value, wanted)?,
        };
        if rest.is_empty() {
            return Ok(value);
        }
        let fits = pattern::fits(on, &arm.pattern, &self.env, self.types)?;
        let guard = arm.guard.as_ref().map(|guard| inside.expr(guard)).transpose()?;
        let condition = match (fits, guard) {
            (Some(fits), Some(guard)) => super::and(fits, guard),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => return Ok(value),
        };
        let otherwise = self.arm(on, rest, wanted)?;
        Ok(choose(&condition, &value, &otherwise, common(&value, &otherwise)))
    }

    fn block(&self, lets: &[(Pattern, Expr)], tail: &Expr) -> Result<Code, Refused> {
        let Some(((pattern, value), rest)) = lets.split_first() else {
            return self.expr(tail);
        };
        let value = self.expr(value)?;
        let behind = rest.iter().map(|(pattern, value)| (pattern, value));
        let inlined = is_inlined(pattern, &value, behind, &[tail]);
        self.bound(&[pattern], value, inlined, |inside| inside.block(rest, tail))
    }

    /// The rest of a block behind a `let`, whose value may be several parts.
    pub(super) fn bound(
        &self,
        patterns: &[&Pattern],
        value: Code,
        inlined: bool,
        body: impl FnOnce(&Self) -> Result<Code, Refused>,
    ) -> Result<Code, Refused> {
        if matches!(patterns, [Pattern::Any]) && !value.faults {
            return body(self);
        }
        let bind = |value: Code| {
            let mut inside = self.clone();
            sliced::bind_parts(&value, patterns, &mut inside.env, self.types)?;
            body(&inside)
        };
        match (patterns, &value.ty) {
            (_, Ty::Ordering | Ty::Caught(_)) => bind(value),
            _ if inlined || value.can_be_indexed() => bind(value),
            // Rust comes to its items where they are used, if at all.
            ([Pattern::Local(..)], Ty::Iter(_)) if value.lazily => bind(value),
            ([only], _) => named(pattern::wish(only, "v"), value, bind),
            _ => named("v", value, bind),
        }
    }
}

/// True if a value is written where it is read: once, and surely if it may fail. Each place that a long one is written in
/// would make expressions deeper.
pub(super) fn is_inlined<'e>(
    pattern: &Pattern,
    value: &Code,
    rest: impl Iterator<Item = (&'e Pattern, &'e Expr)>,
    tails: &[&Expr],
) -> bool {
    const LONG: usize = 120;
    let Pattern::Local(name, None) = pattern else { return false };
    value.text.len() <= LONG && !value.lazily && demand::once(name, rest, tails, value.faults)
}

/// Refuses a constant that JSON does not hold, or not exactly.
pub(super) fn held(code: Code) -> Result<Code, Refused> {
    let code = match code.literal() {
        Some(mut value) if code.ty.holds(&|it| matches!(it, Schema::Unordered(..))) => {
            // A `HashMap` writes its keys in another order in each process.
            value.sort_all_objects();
            Code::constant(value, code.ty.clone())
        }
        _ => code,
    };
    let finite = !matches!(code.ty.shape(), Shape::Float | Shape::Integer(..));
    match code.literal() {
        Some(Value::Null) if !finite => {
            refuse("a constant that is not finite", "JSON has finite numbers only: use an `Option`")
        }
        Some(value) if !exact(&value) => refuse(
            format!("the constant {value}"),
            "JSON numbers are exact within ±(2^53 - 1) only: use a smaller one",
        ),
        _ => Ok(code),
    }
}

fn exact(value: &Value) -> bool {
    match value {
        Value::Number(number) if !number.is_f64() => {
            number.as_i64().is_some_and(|v| v.unsigned_abs() <= MAX_SAFE_INTEGER.unsigned_abs())
        }
        Value::Array(items) => items.iter().all(exact),
        Value::Object(fields) => fields.values().all(exact),
        _ => true,
    }
}

/// A value that a catcher took: typed errors are matched by name, a bare failure is a plain object.
fn caught(text: &str, ty: Ty) -> Code {
    match ty {
        Ty::Of(schema @ Schema::Enum { .. }) => Code::path(text, Ty::Caught(schema)),
        ty => Code::path(text, ty),
    }
}

pub(super) fn literal(literal: Literal) -> Code {
    match literal {
        Literal::Unit => Code::null(Ty::Of(Schema::Unit)),
        Literal::Bool(value) => Code::bool(value),
        Literal::Integer(value) => Code::constant(json!(value), Ty::I64),
        Literal::Sized(value, min, max) => {
            Code::constant(json!(value), Ty::Of(Schema::Integer { min, max }))
        }
        Literal::Float(value) => Code::constant(json!(value), Ty::FLOAT),
        Literal::Char(value) => Code::constant(json!(value), Ty::CHAR),
        Literal::Str(value) => Code::string(value),
        // Patterns know the values of constants.
        Literal::Constant(_) => Code::null(Ty::Unknown),
    }
}

fn known(ty: &Ty) -> bool {
    !matches!(ty, Ty::Unknown)
        && !matches!(ty, Ty::Option(of) | Ty::List(of) if matches!(**of, Ty::Unknown))
}

/// The type of two branches: literals know theirs less well.
pub(super) fn common(a: &Code, b: &Code) -> Ty {
    if !known(&a.ty) || (a.literal().is_some() && known(&b.ty)) {
        b.ty.clone()
    } else {
        merged(&a.ty, &b.ty)
    }
}

/// The type of the first of two, with what the second knows better of its parts: a literal has made one of them.
fn merged(a: &Ty, b: &Ty) -> Ty {
    match (a, b) {
        (Ty::Tuple(first), Ty::Tuple(second)) if first.len() == second.len() => {
            Ty::Tuple(first.iter().zip(second).map(|(a, b)| merged(a, b)).collect())
        }
        (Ty::Option(a), Ty::Option(b)) => Ty::option(merged(a, b)),
        (Ty::List(a), Ty::List(b)) => Ty::list(merged(a, b)),
        (Ty::Result(ok, error), Ty::Result(other, why)) => {
            Ty::result(merged(ok, other), merged(error, why))
        }
        _ if !known(a) => b.clone(),
        _ if b.is_wide() && matches!(a.shape(), Shape::Integer(..)) => b.clone(),
        _ => a.clone(),
    }
}

/// `base.name`
pub(super) fn field(base: Code, name: &str) -> Result<Code, Refused> {
    if let Ty::Of(Schema::Newtype { field: only, inner, .. }) = &base.ty {
        let inner = Ty::Of(inner());
        return if *only == name {
            Ok(base.with_ty(inner))
        } else {
            field(base.with_ty(inner), name)
        };
    }
    match base.ty.shape() {
        Shape::Struct(ty, fields) => match fields.iter().find(|field| field.rust == name) {
            Some(found) => {
                names::check(found.json)?;
                named_field(base, found)
            }
            None => {
                refuse(format!("`{ty}` has no field `{name}` in JSON"), "do not skip it in serde")
            }
        },
        Shape::Tuple(of) => match name.parse::<usize>() {
            Ok(index) if index < of.len() => {
                let ty = of[index].clone();
                match base.clone().part(index, ty.clone()) {
                    Some(part) => Ok(part),
                    None => many("v", base, |base| Ok(base.nth(index as i64, ty))),
                }
            }
            _ => refuse(format!("a tuple has no field `{name}`"), "use one that it has"),
        },
        // As it was told: of a failure that is handed on.
        Shape::Caught(_) if name == "cause" => Ok(base.step("Cause", Ty::STRING)),
        Shape::Enum(..) if name == "cause" => {
            super::failing::kept(base, &super::decoded::failure(), |it| field(it, name))
        }
        _ => refuse(
            format!("`.{name}` of {}", base.ty.describe()),
            "derive Data for the type, without `#[data(opaque)]`",
        ),
    }
}

/// `base.name`, or the default of the field: JSON may lack it.
fn named_field(base: Code, field: &Field) -> Result<Code, Refused> {
    let ty = Ty::Of((field.schema)());
    match field.absent() {
        None => Ok(base.step(field.json, ty)),
        Some(Value::Null) => Ok(base.step(field.json, ty).perhaps(true)),
        default if default != field.absent() => refuse(
            format!("the default of `{}`, which is another one each time", field.rust),
            "give it a default that is always the same, or make it an `Option`",
        ),
        Some(default) => many("v", base, |base| {
            let there = base.step(field.json, ty.clone());
            let exists = Code::call(format!("$exists({})", there.text()), Ty::BOOL);
            let default = held(Code::constant(default, ty.clone()))?;
            Ok(choose(&exists.failing_as(&[&there]), &there, &default, ty))
        }),
    }
}

/// Translates a draw. The text draws again wherever it is written.
fn drawn(draw: Draw) -> Code {
    match draw {
        Draw::Uuid => Code::call("$uuid()", Ty::STRING),
        Draw::Random => Code::call("$random()", Ty::FLOAT),
        Draw::Now => Code::call("$now()", Ty::STRING),
    }
}

/// The value inside an `Option` that is there.
pub(super) fn inside(option: &Code, of: Ty) -> Code {
    let value = option.held.as_ref().map_or(option, |held| &held.value);
    value.clone().with_ty(of).perhaps(false)
}

/// `value != null ? then : otherwise`
pub(super) fn if_some(option: &Code, then: &Code, otherwise: &Code) -> Code {
    choose(&is_null(option, false), then, otherwise, common(then, otherwise))
}
