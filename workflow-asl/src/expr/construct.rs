//! Values that are made: structs, variants, and functions such as `String::new()`.

use super::code::Code;
use super::compose::{compare, is_null, many};
use super::list::{self, integer};
use super::ty::{Shape, Ty};
use super::walk::{held, inside};
use super::written::quoted;
use super::{Refused, map, number, parse, refuse};
use crate::schema::{Content, Field, Schema, Skips, Tagging};
use serde_json::{Value, json};

/// A function by the last two segments of its path.
pub(super) fn call(
    path: &str,
    mut arguments: Vec<Code>,
    probe: Option<Ty>,
) -> Result<Code, Refused> {
    let name = path.rsplit("::").next().unwrap_or(path);
    let ty = probe.or_else(|| primitive(path.split("::").next().unwrap_or(path)));
    match (path, name, arguments.len()) {
        ("Failure::new", _, 2) => {
            let fields = ["Error", "Cause"].into_iter().map(str::to_owned).zip(arguments);
            Ok(Code::fields(fields.collect(), ty.unwrap_or(Ty::Unknown)))
        }
        ("Failure::from", _, 1) => super::cast::convert(arguments.remove(0), ty),
        ("__private::failing", _, 1) => {
            super::failing::failing(&arguments.remove(0), ty.unwrap_or(Ty::Unknown))
        }
        ("__private::decoded", _, 1) => match ty {
            Some(Ty::Of(schema)) => Ok(arguments.remove(0).with_ty(Ty::Decoded(schema))),
            _ => {
                refuse("a failure is decoded to no enum", "write `failure.decode::<ChildError>()`")
            }
        },
        (_, "new" | "default" | "with_capacity", _) => match ty {
            Some(ty) => default(&ty),
            None if path.starts_with("String") => Ok(Code::string("")),
            None if path.starts_with("Vec") => Ok(Code::list(&[], Ty::list(Ty::Unknown))),
            None => refuse(format!("`{path}`"), "write the value"),
        },
        (_, "try_from", 1) => match ty.map(|ty| (ty.shape(), ty)) {
            Some((Shape::Result(ok, _), _)) => parse::try_from(arguments.remove(0), ok),
            Some((_, ty)) => parse::try_from(arguments.remove(0), ty),
            None => refuse(format!("`{path}`"), "name the type: `u8::try_from(x)`"),
        },
        (_, "from", 1) => super::cast::convert(arguments.remove(0), ty),
        ("cmp::min" | "cmp::max" | "min" | "max", _, 2) => {
            let other = arguments.remove(1);
            number::lesser(name, arguments.remove(0), other)
        }
        _ => refuse(
            format!("the function `{path}` in an expression"),
            "mark it #[pure], or make it a task",
        ),
    }
}

fn primitive(name: &str) -> Option<Ty> {
    let integer = |min: i64, max: i64| Some(Ty::Of(Schema::Integer { min, max }));
    match name {
        "u8" => integer(0, u8::MAX.into()),
        "u16" => integer(0, u16::MAX.into()),
        "u32" => Some(Ty::U32),
        "u64" | "usize" => Some(Ty::USIZE),
        "i8" => integer(i8::MIN.into(), i8::MAX.into()),
        "i16" => integer(i16::MIN.into(), i16::MAX.into()),
        "i32" => integer(i32::MIN.into(), i32::MAX.into()),
        "i64" | "isize" => Some(Ty::I64),
        "f64" => Some(Ty::FLOAT),
        "String" => Some(Ty::STRING),
        _ => None,
    }
}

/// `T::default()`: the value that rustc's `Default` makes, where a probe has it.
pub(super) fn default(ty: &Ty) -> Result<Code, Refused> {
    let Ty::Of(schema) = ty else { return plain_default(ty) };
    let Some((of, make)) = schema.defaulted() else { return plain_default(ty) };
    let (ty, value) = (Ty::Of(of()), make());
    if make() != value {
        return refuse("a default that is another one each time", "write the value");
    }
    let constant = held(Code::constant(value, ty.clone()))?;
    Ok(plain_default(&ty).ok().filter(|it| it.text() == constant.text()).unwrap_or(constant))
}

/// The default of a type of the standard library.
fn plain_default(ty: &Ty) -> Result<Code, Refused> {
    Ok(match ty.shape() {
        Shape::Unit | Shape::Option(_) => Code::null(ty.clone()),
        Shape::Bool => Code::bool(false),
        Shape::Integer(..) => Code::constant(json!(0), ty.clone()),
        Shape::Float => Code::constant(json!(0.0), ty.clone()),
        Shape::Char => Code::constant(json!('\0'), ty.clone()),
        Shape::String => Code::constant(json!(""), ty.clone()),
        Shape::List(_) | Shape::Set(_) => Code::list(&[], ty.clone()),
        Shape::Map(..) | Shape::Unordered(..) => Code::fields(vec![], ty.clone()),
        Shape::Tuple(of) => {
            let items: Vec<_> = of.iter().map(plain_default).collect::<Result<_, _>>()?;
            Code::list(&items, ty.clone())
        }
        _ => return refuse(format!("the default of {}", ty.describe()), "write the value"),
    })
}

/// `Name(arguments)`, `Name`
pub(super) fn construct(name: &str, mut arguments: Vec<Code>, ty: Ty) -> Result<Code, Refused> {
    if let ("Reverse", 1, Ty::Unknown) = (name, arguments.len(), &ty) {
        let key = arguments.remove(0);
        let of = Box::new(key.ty.clone());
        return Ok(key.with_ty(Ty::Reverse(of)));
    }
    // Variants may have the names of the standard library's.
    let is_variant = matches!(ty.shape(), Shape::Enum(..));
    let ty = match (name, arguments.first(), &ty) {
        _ if is_variant => ty,
        ("Some", Some(value), Ty::Unknown) => Ty::option(value.ty.clone()),
        ("None", None, Ty::Unknown) => Ty::option(Ty::Unknown),
        ("Ok", Some(value), _) => Ty::result(value.ty.clone(), Ty::Unknown),
        ("Err", Some(error), _) => Ty::result(Ty::Unknown, error.ty.clone()),
        _ => ty,
    };
    match (ty.shape(), arguments.len()) {
        (Shape::Result(..), 1) => {
            Ok(Code::fields(vec![(name.to_owned(), arguments.remove(0))], ty))
        }
        (Shape::Option(_), 0) => Ok(Code::null(ty)),
        (Shape::Option(of), 1) if of.nullable() => refuse(
            "`Some` of what may be null: `Some(None)` and `None` are both null in JSON",
            "use an enum",
        ),
        (Shape::Option(_), 1) => Ok(arguments.remove(0).with_ty(ty).surely()),
        (Shape::Enum(enumeration, tagging, variants), _) => {
            match variants.iter().find(|variant| variant.rust == name) {
                Some(variant) => {
                    let content = match &variant.content {
                        Content::Unit => None,
                        Content::Newtype(of) => Some(arguments.remove(0).with_ty(Ty::Of(of()))),
                        _ => Some(Code::list(
                            &arguments,
                            Ty::Tuple(super::ty::contents(&variant.content)),
                        )),
                    };
                    Ok(tagged(tagging, variant.json, content, ty))
                }
                None => refuse(
                    format!("`{enumeration}` has no variant `{name}` in JSON"),
                    "do not skip it in serde",
                ),
            }
        }
        (Shape::Tuple(_), _) => Ok(Code::list(&arguments, ty)),
        (_, 1) if matches!(ty, Ty::Of(Schema::Newtype { .. })) => {
            Ok(arguments.remove(0).with_ty(ty))
        }
        (Shape::Unit, 0) => Ok(Code::null(ty)),
        _ => refuse(format!("`{name}` as {}", ty.describe()), "derive Data for its type"),
    }
}

/// A variant as serde writes it.
pub(super) fn tagged(tagging: Tagging, json: &str, content: Option<Code>, ty: Ty) -> Code {
    let field = |key: &str, code: Code| (key.to_owned(), code);
    match (tagging, content) {
        (Tagging::External, None) => Code::constant(json!(json), ty),
        (Tagging::External, Some(content)) => Code::fields(vec![field(json, content)], ty),
        (Tagging::Adjacent { tag, content: key }, content) => {
            let mut fields = vec![field(tag, Code::string(json))];
            fields.extend(content.map(|content| field(key, content)));
            Code::fields(fields, ty)
        }
        (Tagging::Internal { tag }, content) => {
            let first = field(tag, Code::string(json));
            match content.as_ref().map(|content| (content, content.object())) {
                None => Code::fields(vec![first], ty),
                Some((_, Some(rest))) => {
                    let all = std::iter::once(first).chain(rest.iter().cloned());
                    Code::declared(all.collect(), ty)
                }
                Some((content, None)) => {
                    let tag = Code::fields(vec![first], Ty::Unknown);
                    merge(&[tag.text(), content.text()], ty).failing_as(&[content])
                }
            }
        }
    }
}

fn merge(parts: &[&str], ty: Ty) -> Code {
    Code::call(format!("$merge([{}])", parts.join(", ")), ty)
}

/// `Name { field: value, ..base }`
pub(super) fn fields(
    name: &str,
    values: Vec<(&str, Code)>,
    base: Option<Code>,
    ty: Ty,
) -> Result<Code, Refused> {
    match ty.shape() {
        Shape::Enum(enumeration, tagging, variants) => {
            let variant = variants.iter().find(|variant| variant.rust == name);
            match variant.map(|variant| (variant.json, &variant.content)) {
                Some((json, Content::Struct(declared))) => {
                    let content = object(declared, values, Ty::Unknown)?;
                    Ok(tagged(tagging, json, Some(content), ty))
                }
                Some((json, _)) => Ok(tagged(tagging, json, None, ty)),
                None => refuse(
                    format!("`{enumeration}` has no variant `{name}` in JSON"),
                    "do not skip it in serde",
                ),
            }
        }
        Shape::Struct(_, declared) => match base {
            None => object(&declared, values, ty),
            Some(base) => update(&base, &declared, values, ty),
        },
        _ => match (values.into_iter().next(), &ty) {
            (Some((_, value)), Ty::Of(Schema::Newtype { .. })) => Ok(value.with_ty(ty)),
            _ => refuse(format!("`{name}` as {}", ty.describe()), "derive Data for its type"),
        },
    }
}

/// The fields in the order in which serde writes them.
pub(super) fn object(
    declared: &[Field],
    values: Vec<(&str, Code)>,
    ty: Ty,
) -> Result<Code, Refused> {
    let mut parts: Vec<Part> = vec![];
    for field in declared {
        let Some((_, value)) = values.iter().find(|(rust, _)| *rust == field.rust) else {
            return refuse(format!("the field `{}` has no value", field.rust), "give it one");
        };
        super::names::check(field.json)?;
        let value = value.clone().with_ty(Ty::Of((field.schema)()));
        let value = match field.absent() {
            Some(Value::Null) => value,
            _ => value.present(),
        };
        match (skips(field, &value), parts.last_mut()) {
            (true, _) if is_skipped(field, &value) => {}
            (true, _) => parts.push(Part::Optional(field.json, Box::new(value))),
            (false, Some(Part::Fields(fields))) => fields.push((field.json.to_owned(), value)),
            (false, _) => parts.push(Part::Fields(vec![(field.json.to_owned(), value)])),
        }
    }
    assemble(parts, ty)
}

/// True if a value may be one that the field does not write.
fn skips(field: &Field, value: &Code) -> bool {
    match field.skips {
        Skips::Nothing => false,
        Skips::None => !value.is_sure(),
        Skips::Empty => value.literal().is_none_or(|value| is_empty(&value)),
    }
}

/// True if a value is certainly one that the field does not write.
fn is_skipped(field: &Field, value: &Code) -> bool {
    match (field.skips, value.literal()) {
        (Skips::None, Some(value)) => value.is_null(),
        (Skips::Empty, Some(value)) => is_empty(&value),
        _ => false,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        value => value == "",
    }
}

/// Fields that are always there, or one that is absent where it is `None` or empty.
enum Part {
    Fields(Vec<(String, Code)>),
    Optional(&'static str, Box<Code>),
}

fn assemble(mut parts: Vec<Part>, ty: Ty) -> Result<Code, Refused> {
    match &mut parts[..] {
        [] => return Ok(Code::fields(vec![], ty)),
        [Part::Fields(fields)] => return Ok(Code::declared(std::mem::take(fields), ty)),
        [Part::Optional(..), ..] => parts.insert(0, Part::Fields(vec![])),
        _ => {}
    }
    let mut texts = vec![];
    let mut faults = false;
    for part in parts {
        let code = match part {
            Part::Fields(fields) => Code::declared(fields, Ty::Unknown),
            Part::Optional(json, value) => optional(json, *value)?,
        };
        faults |= code.faults;
        texts.push(code.text().to_owned());
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let merged = merge(&texts, ty);
    Ok(if faults { merged.may_fail() } else { merged })
}

/// `value != null ? {"key": value}`, which is nothing where the value is `None`; of what may be empty `$count(value) > 0`.
fn optional(json: &str, value: Code) -> Result<Code, Refused> {
    many("v", value, |value| {
        let size = |size: Code| compare(&size, ">", &integer(0));
        let (of, there) = match value.ty.shape() {
            Shape::Option(of) => (of, is_null(&value, false)),
            Shape::List(_) | Shape::Set(_) => (value.ty.clone(), size(list::count(&value))),
            Shape::Map(..) | Shape::Unordered(..) => (value.ty.clone(), size(map::size(&value))),
            Shape::String => (value.ty.clone(), compare(&value, "!=", &Code::string(""))),
            _ => (value.ty.clone(), is_null(&value, false)),
        };
        let field = Code::fields(vec![(json.to_owned(), inside(&value, of))], Ty::Unknown);
        let text = format!("{} ? {}", there.text(), field.text());
        Ok(Code::made(text, super::code::level::TERNARY, Ty::Unknown).failing_as(&[&value]))
    })
}

/// All fields of the value, where the base is written out as well, and nothing of it that fails is left out.
fn written_out<'v>(
    base: &Code,
    declared: &'v [Field],
    values: &[(&'v str, Code)],
) -> Option<Vec<(&'v str, Code)>> {
    let known = base.object()?;
    let of = |field: &'v Field| {
        let kept = known.iter().find(|(key, _)| key == field.json).map(|(_, code)| code);
        match (values.iter().find(|(rust, _)| *rust == field.rust), kept) {
            (Some(_), Some(kept)) if kept.faults => None,
            (Some((rust, code)), _) => Some((*rust, code.clone())),
            (None, Some(kept)) => Some((field.rust, kept.clone())),
            (None, None) if field.skips != Skips::Nothing => {
                let absent = field.absent().unwrap_or_default();
                Some((field.rust, Code::constant(absent, Ty::Of((field.schema)()))))
            }
            (None, None) => None,
        }
    };
    // A field that JSON does not have is told of elsewhere.
    let all = values.iter().all(|(rust, _)| declared.iter().any(|field| field.rust == *rust));
    declared.iter().map(of).collect::<Option<Vec<_>>>().filter(|_| all)
}

/// The value with other fields.
pub(super) fn update(
    base: &Code,
    declared: &[Field],
    values: Vec<(&str, Code)>,
    ty: Ty,
) -> Result<Code, Refused> {
    if let Some(whole) = written_out(base, declared, &values) {
        return object(declared, whole, ty);
    }
    let (mut kept, mut absent, mut optionals) = (vec![], vec![], vec![]);
    for (rust, value) in values {
        let Some(field) = declared.iter().find(|field| field.rust == rust) else {
            return refuse(
                format!("there is no field `{rust}` in JSON"),
                "do not skip it in serde",
            );
        };
        let value = value.with_ty(Ty::Of((field.schema)()));
        match skips(field, &value) {
            false => kept.push((field.json.to_owned(), value)),
            true => {
                absent.push(quoted(field.json));
                if !is_skipped(field, &value) {
                    optionals.push(optional(field.json, value)?);
                }
            }
        }
    }
    let mut texts = vec![match &absent[..] {
        [] => base.text().to_owned(),
        keys => format!(
            "$merge([{{}}, $sift({}, function($v, $k) {{ $not($k in [{}]) }})])",
            base.text(),
            keys.join(", ")
        ),
    }];
    let fields = Code::fields(kept, Ty::Unknown);
    if fields.object().is_some_and(|fields| !fields.is_empty()) {
        texts.push(fields.text().to_owned());
    }
    texts.extend(optionals.iter().map(|code| code.text().to_owned()));
    let faults: Vec<&Code> = optionals.iter().chain([base, &fields]).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    Ok(merge(&texts, ty).failing_as(&faults))
}
