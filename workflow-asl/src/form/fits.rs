//! Decides whether what one type wrote is read by another.

use super::{FieldForm, Form, Tags, VariantForm};

/// The outcome of reading what another type wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It is read, whatever the value.
    Always,
    /// Some values are not read: these.
    Sometimes(String),
    /// No value is read, and why.
    Never(String),
}

/// Decides whether what a type of the form `old` wrote is read by one of the form `new`.
#[must_use]
pub fn fits(old: &Form, new: &Form) -> Fit {
    let mut pairs = Pairs { old: vec![], new: vec![] };
    pairs.fits(old, new)
}

/// The structs and enums around what is compared: a recursive type names one of them.
struct Pairs<'f> {
    old: Vec<&'f Form>,
    new: Vec<&'f Form>,
}

fn never(old: &Form, new: &Form) -> Fit {
    Fit::Never(format!("{} is not read as {}", old.name(), new.name()))
}

/// The values of which some are none of the other type.
fn some(old: &Form, new: &Form) -> Fit {
    Fit::Sometimes(format!("a value of {} that is none of {}", old.name(), new.name()))
}

/// Both fit.
fn both(one: Fit, other: Fit) -> Fit {
    match (one, other) {
        (Fit::Never(why), _) | (_, Fit::Never(why)) => Fit::Never(why),
        (Fit::Sometimes(why), _) | (_, Fit::Sometimes(why)) => Fit::Sometimes(why),
        _ => Fit::Always,
    }
}

/// Parts that may be absent fit.
fn softer(fit: Fit) -> Fit {
    match fit {
        Fit::Never(why) => Fit::Sometimes(why),
        fit => fit,
    }
}

fn within(name: &str, fit: Fit) -> Fit {
    let told = |why: String| match why.strip_prefix('`') {
        Some(rest) => format!("`{name}.{rest}"),
        None => format!("`{name}`: {why}"),
    };
    match fit {
        Fit::Always => Fit::Always,
        Fit::Sometimes(why) => Fit::Sometimes(told(why)),
        Fit::Never(why) => Fit::Never(told(why)),
    }
}

impl<'f> Pairs<'f> {
    fn fits(&mut self, old: &'f Form, new: &'f Form) -> Fit {
        match (old, new) {
            (_, Form::Any) | (Form::Around(_), Form::Around(_)) => Fit::Always,
            (Form::Around(name), _) => match around(&self.old, name) {
                Some(old) if self.old.len() < super::DEEPEST => self.fits(old, new),
                _ => some(old, new),
            },
            (_, Form::Around(name)) => match around(&self.new, name) {
                Some(new) if self.new.len() < super::DEEPEST => self.fits(old, new),
                _ => some(old, new),
            },
            (Form::Opaque(one), Form::Opaque(other)) | (Form::Text(one), Form::Text(other))
                if one == other =>
            {
                Fit::Always
            }
            (Form::Any | Form::Opaque(_), _) | (_, Form::Opaque(_)) => some(old, new),
            (Form::Option(one), Form::Option(other)) => softer(self.fits(one, other)),
            (Form::Option(one), _) => match self.fits(one, new) {
                Fit::Never(_) if !matches!(new, Form::Null) => never(old, new),
                _ if matches!(new, Form::Null) => some(old, new),
                _ => Fit::Sometimes(format!("`None`, which is no {}", new.name())),
            },
            (Form::Null, Form::Option(_)) => Fit::Always,
            (_, Form::Option(other)) => self.fits(old, other),
            (Form::List(one), Form::List(other)) | (Form::Map(one), Form::Map(other)) => {
                softer(self.fits(one, other))
            }
            (Form::List(_), Form::Tuple(_) | Form::Struct(..))
            | (Form::Map(_), Form::Struct(..)) => some(old, new),
            (Form::Tuple(parts), Form::List(of)) => {
                parts.iter().fold(Fit::Always, |fit, part| both(fit, self.fits(part, of)))
            }
            (Form::Tuple(one), Form::Tuple(other)) if one.len() == other.len() => {
                let parts = one.iter().zip(other);
                parts.fold(Fit::Always, |fit, (one, other)| both(fit, self.fits(one, other)))
            }
            // Serde reads a struct from an array of its fields, too.
            (Form::Tuple(one), Form::Struct(_, other)) if one.len() == other.len() => {
                let parts = one.iter().zip(other);
                parts.fold(Fit::Always, |fit, (one, other)| both(fit, self.fits(one, &other.form)))
            }
            (Form::Struct(_, one), Form::Struct(_, other)) => {
                self.nested(old, new, |this| this.fields(one, other))
            }
            (Form::Struct(_, fields), Form::Map(of)) => fields
                .iter()
                .fold(Fit::Always, |fit, it| both(fit, within(&it.name, self.fits(&it.form, of)))),
            (Form::Enum(_, tags, one), Form::Enum(_, now, other)) if tags == now => {
                self.nested(old, new, |this| this.variants(one, other))
            }
            (Form::Enum(_, Tags::External, variants), Form::String) => units(variants, old, new),
            (Form::String | Form::Char, Form::Enum(_, Tags::External, variants))
                if variants.iter().any(|it| it.content.is_none()) =>
            {
                some(old, new)
            }
            _ => scalars(old, new),
        }
    }

    fn nested(&mut self, old: &'f Form, new: &'f Form, fit: impl FnOnce(&mut Self) -> Fit) -> Fit {
        self.old.push(old);
        self.new.push(new);
        let fit = fit(self);
        self.old.pop();
        self.new.pop();
        fit
    }

    /// Unknown fields are passed over, as serde does.
    fn fields(&mut self, old: &'f [FieldForm], new: &'f [FieldForm]) -> Fit {
        new.iter().fold(Fit::Always, |fit, field| {
            let Some(was) = old.iter().find(|was| was.name == field.name) else {
                let lacks = || Fit::Never(format!("`{}` is not there", field.name));
                return both(fit, if field.defaults { Fit::Always } else { lacks() });
            };
            let own = match (was.skipped && !field.defaults, &was.form) {
                (true, Form::Option(of)) => match self.fits(of, &field.form) {
                    Fit::Never(why) => Fit::Never(why),
                    _ => Fit::Sometimes("is not always there".to_owned()),
                },
                _ => self.fits(&was.form, &field.form),
            };
            both(fit, within(&field.name, own))
        })
    }

    fn variants(&mut self, old: &'f [VariantForm], new: &'f [VariantForm]) -> Fit {
        let fit = |this: &mut Self, was: &'f VariantForm| {
            let Some(now) = new.iter().find(|now| now.name == was.name) else {
                return Fit::Never(format!("`{}` is no variant any more", was.name));
            };
            let fit = match (&was.content, &now.content) {
                (None, None) => Fit::Always,
                (Some(one), Some(other)) => this.fits(one, other),
                _ => Fit::Never("other content".to_owned()),
            };
            within(&was.name, fit)
        };
        let all: Vec<Fit> = old.iter().map(|was| fit(self, was)).collect();
        let none = !all.is_empty() && all.iter().all(|fit| matches!(fit, Fit::Never(_)));
        let worst = all.into_iter().fold(Fit::Always, both);
        if none { worst } else { softer(worst) }
    }
}

fn around<'f>(forms: &[&'f Form], name: &str) -> Option<&'f Form> {
    let named =
        |form: &&&Form| matches!(form, Form::Struct(own, _) | Form::Enum(own, ..) if own == name);
    forms.iter().rev().find(named).copied()
}

/// Enums of names alone are strings.
fn units(variants: &[VariantForm], old: &Form, new: &Form) -> Fit {
    match variants.iter().filter(|variant| variant.content.is_some()).count() {
        0 => Fit::Always,
        all if all == variants.len() => never(old, new),
        _ => some(old, new),
    }
}

fn scalars(old: &Form, new: &Form) -> Fit {
    match (old, new) {
        (Form::Null, Form::Null)
        | (Form::Bool, Form::Bool)
        | (Form::Float | Form::Integer(..), Form::Float)
        | (Form::Char, Form::Char)
        | (Form::Char | Form::Text(_) | Form::String, Form::String) => Fit::Always,
        (Form::String | Form::Text(_) | Form::Char, Form::Text(_) | Form::Char) => some(old, new),
        (Form::Integer(min, max), Form::Integer(from, to)) if from <= min && max <= to => {
            Fit::Always
        }
        (Form::Integer(min, max), Form::Integer(from, to)) if max < from || to < min => {
            never(old, new)
        }
        (Form::Integer(..), Form::Integer(..)) => some(old, new),
        _ => never(old, new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn integer(min: i64, max: i64) -> Form {
        Form::Integer(min, max)
    }
    fn list(of: Form) -> Form {
        Form::List(Box::new(of))
    }
    fn option(of: Form) -> Form {
        Form::Option(Box::new(of))
    }
    fn field(name: &str, form: Form) -> FieldForm {
        let defaults = matches!(form, Form::Option(_));
        FieldForm { name: name.to_owned(), form, defaults, skipped: false }
    }
    fn object(fields: Vec<FieldForm>) -> Form {
        Form::Struct("S".to_owned(), fields)
    }
    fn variants(names: &[(&str, Option<Form>)]) -> Form {
        let variants = names.iter().map(|(name, content)| VariantForm {
            name: (*name).to_owned(),
            content: content.clone(),
        });
        Form::Enum("E".to_owned(), Tags::External, variants.collect())
    }
    fn tree(leaf: Form) -> Form {
        object(vec![field("leaf", leaf), field("next", option(Form::Around("S".to_owned())))])
    }

    /// `+` fits, `?` sometimes, `-` never.
    #[test]
    fn what_fits() {
        let (byte, long) = (integer(0, 255), integer(0, i64::MAX));
        let unit = |name| (name, None);
        let cases = [
            (byte.clone(), long.clone(), '+'),
            (long.clone(), byte.clone(), '?'),
            (integer(-9, -1), byte.clone(), '-'),
            (byte.clone(), Form::Float, '+'),
            (Form::Float, byte.clone(), '-'),
            (Form::Char, Form::String, '+'),
            (Form::String, Form::Char, '?'),
            (byte.clone(), option(byte.clone()), '+'),
            (option(byte.clone()), byte.clone(), '?'),
            (option(byte.clone()), Form::String, '-'),
            (option(byte.clone()), option(Form::String), '?'),
            (list(byte.clone()), list(long.clone()), '+'),
            (list(byte.clone()), list(Form::String), '?'),
            (list(byte.clone()), byte.clone(), '-'),
            (Form::Tuple(vec![byte.clone(); 2]), list(long.clone()), '+'),
            (Form::Tuple(vec![byte.clone(); 2]), Form::Tuple(vec![byte.clone(); 3]), '-'),
            (object(vec![]), object(vec![field("a", byte.clone())]), '-'),
            (object(vec![]), object(vec![field("a", option(byte.clone()))]), '+'),
            (object(vec![field("a", byte.clone())]), object(vec![]), '+'),
            (Form::Map(Box::new(byte.clone())), object(vec![field("a", byte.clone())]), '?'),
            (variants(&[unit("A")]), variants(&[unit("A"), unit("B")]), '+'),
            (variants(&[unit("A"), unit("B")]), variants(&[unit("A")]), '?'),
            (variants(&[unit("A")]), variants(&[unit("B")]), '-'),
            (variants(&[unit("A")]), Form::String, '+'),
            (variants(&[("A", Some(byte.clone()))]), Form::String, '-'),
            (Form::String, variants(&[unit("A")]), '?'),
            (tree(byte.clone()), tree(long.clone()), '+'),
            (tree(long), tree(byte.clone()), '?'),
            (tree(byte.clone()), tree(Form::String), '-'),
            (byte.clone(), Form::Any, '+'),
            (Form::Any, byte.clone(), '?'),
            (Form::Opaque("T".to_owned()), Form::Opaque("T".to_owned()), '+'),
        ];
        for (old, new, expected) in cases {
            let mark = match fits(&old, &new) {
                Fit::Always => '+',
                Fit::Sometimes(_) => '?',
                Fit::Never(_) => '-',
            };
            assert_eq!(mark, expected, "{old:?} as {new:?}");
            assert_eq!(fits(&old, &old), Fit::Always);
        }
    }

    #[test]
    fn the_place_is_named() {
        let inner = |form| object(vec![field("order", object(vec![field("id", form)]))]);
        let Fit::Never(why) = fits(&inner(Form::Bool), &inner(Form::String)) else {
            panic!("a bool is no string");
        };
        assert_eq!(why, "`order.id`: bool is not read as String");
    }
}
