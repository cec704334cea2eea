//! Decides whether what one type wrote is read by another.

use super::{DataForm, FieldForm, Tags, VariantForm};

/// The outcome of reading data that another type wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It is read, whatever the value.
    Always,
    /// Some values are not read: these.
    Sometimes(String),
    /// No value is read, and why.
    Never(String),
}

/// Decides if a type of the form `new` can read data that a type of the form `old` wrote.
#[must_use]
pub fn fits(old: &DataForm, new: &DataForm) -> Fit {
    let mut pairs = Pairs { old: vec![], new: vec![] };
    pairs.fits(old, new)
}

/// The structs and enums around what is compared: a recursive type names one of them.
struct Pairs<'f> {
    old: Vec<&'f DataForm>,
    new: Vec<&'f DataForm>,
}

fn never(old: &DataForm, new: &DataForm) -> Fit {
    Fit::Never(format!("{} is not read as {}", old.name(), new.name()))
}

/// The values of which some are none of the other type.
fn some(old: &DataForm, new: &DataForm) -> Fit {
    Fit::Sometimes(format!("a value of {} that {} does not have", old.name(), new.name()))
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
    fn fits(&mut self, old: &'f DataForm, new: &'f DataForm) -> Fit {
        match (old, new) {
            (_, DataForm::Any) | (DataForm::Around(_), DataForm::Around(_)) => Fit::Always,
            (DataForm::Around(name), _) => match around(&self.old, name) {
                Some(old) if self.old.len() < super::DEEPEST => self.fits(old, new),
                _ => some(old, new),
            },
            (_, DataForm::Around(name)) => match around(&self.new, name) {
                Some(new) if self.new.len() < super::DEEPEST => self.fits(old, new),
                _ => some(old, new),
            },
            (DataForm::Opaque(one), DataForm::Opaque(other)) if one == other => Fit::Always,
            (DataForm::Text(one), DataForm::Text(other)) if is_known_as(one, other) => Fit::Always,
            (DataForm::Any | DataForm::Opaque(_), _) | (_, DataForm::Opaque(_)) => some(old, new),
            (DataForm::Option(one), DataForm::Option(other)) => softer(self.fits(one, other)),
            (DataForm::Option(one), _) => match self.fits(one, new) {
                Fit::Never(_) if !matches!(new, DataForm::Null) => never(old, new),
                _ if matches!(new, DataForm::Null) => some(old, new),
                _ => Fit::Sometimes(format!("`None`, which is no {}", new.name())),
            },
            (DataForm::Null, DataForm::Option(_)) => Fit::Always,
            (_, DataForm::Option(other)) => self.fits(old, other),
            (DataForm::List(one), DataForm::List(other))
            | (DataForm::Map(one), DataForm::Map(other)) => softer(self.fits(one, other)),
            (DataForm::List(_), DataForm::Tuple(_) | DataForm::Struct(..))
            | (DataForm::Map(_), DataForm::Struct(..)) => some(old, new),
            (DataForm::Tuple(parts), DataForm::List(of)) => {
                parts.iter().fold(Fit::Always, |fit, part| both(fit, self.fits(part, of)))
            }
            (DataForm::Tuple(one), DataForm::Tuple(other)) if one.len() == other.len() => {
                let parts = one.iter().zip(other);
                parts.fold(Fit::Always, |fit, (one, other)| both(fit, self.fits(one, other)))
            }
            // Serde reads a struct from an array of its fields, too.
            (DataForm::Tuple(one), DataForm::Struct(_, other)) if one.len() == other.len() => {
                let parts = one.iter().zip(other);
                parts.fold(Fit::Always, |fit, (one, other)| both(fit, self.fits(one, &other.form)))
            }
            (DataForm::Struct(_, one), DataForm::Struct(_, other)) => {
                self.nested(old, new, |this| this.fields(one, other))
            }
            (DataForm::Struct(_, fields), DataForm::Map(of)) => fields
                .iter()
                .fold(Fit::Always, |fit, it| both(fit, within(&it.name, self.fits(&it.form, of)))),
            (DataForm::Enum(_, tags, one), DataForm::Enum(_, now, other)) if tags == now => {
                self.nested(old, new, |this| this.variants(one, other))
            }
            (DataForm::Enum(_, Tags::External, variants), DataForm::String) => {
                units(variants, old, new)
            }
            (DataForm::String | DataForm::Char, DataForm::Enum(_, Tags::External, variants))
                if variants.iter().any(|it| it.content.is_none()) =>
            {
                some(old, new)
            }
            _ => scalars(old, new),
        }
    }

    fn nested(
        &mut self,
        old: &'f DataForm,
        new: &'f DataForm,
        fit: impl FnOnce(&mut Self) -> Fit,
    ) -> Fit {
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
                (true, DataForm::Option(of)) => match self.fits(of, &field.form) {
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

/// True if two types are the same, as far as is known: one may be written without the type that it refers to.
fn is_known_as(one: &str, other: &str) -> bool {
    let bare =
        |long: &str, short: &str| long.strip_prefix(short).is_some_and(|it| it.starts_with('<'));
    one == other || bare(one, other) || bare(other, one)
}

fn around<'f>(forms: &[&'f DataForm], name: &str) -> Option<&'f DataForm> {
    let named = |form: &&&DataForm| matches!(form, DataForm::Struct(own, _) | DataForm::Enum(own, ..) if own == name);
    forms.iter().rev().find(named).copied()
}

/// Enums of names alone are strings.
fn units(variants: &[VariantForm], old: &DataForm, new: &DataForm) -> Fit {
    match variants.iter().filter(|variant| variant.content.is_some()).count() {
        0 => Fit::Always,
        all if all == variants.len() => never(old, new),
        _ => some(old, new),
    }
}

fn scalars(old: &DataForm, new: &DataForm) -> Fit {
    match (old, new) {
        (DataForm::Null, DataForm::Null)
        | (DataForm::Bool, DataForm::Bool)
        | (DataForm::Float | DataForm::Integer(..), DataForm::Float)
        | (DataForm::Char, DataForm::Char)
        | (DataForm::Char | DataForm::Text(_) | DataForm::String, DataForm::String) => Fit::Always,
        (
            DataForm::String | DataForm::Text(_) | DataForm::Char,
            DataForm::Text(_) | DataForm::Char,
        ) => some(old, new),
        (DataForm::Integer(min, max), DataForm::Integer(from, to)) if from <= min && max <= to => {
            Fit::Always
        }
        (DataForm::Integer(min, max), DataForm::Integer(from, to)) if max < from || to < min => {
            never(old, new)
        }
        (DataForm::Integer(..), DataForm::Integer(..)) => some(old, new),
        _ => never(old, new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn integer(min: i64, max: i64) -> DataForm {
        DataForm::Integer(min, max)
    }
    fn list(of: DataForm) -> DataForm {
        DataForm::List(Box::new(of))
    }
    fn option(of: DataForm) -> DataForm {
        DataForm::Option(Box::new(of))
    }
    fn field(name: &str, form: DataForm) -> FieldForm {
        let defaults = matches!(form, DataForm::Option(_));
        FieldForm { name: name.to_owned(), form, defaults, skipped: false }
    }
    fn object(fields: Vec<FieldForm>) -> DataForm {
        DataForm::Struct("S".to_owned(), fields)
    }
    fn variants(names: &[(&str, Option<DataForm>)]) -> DataForm {
        let variants = names.iter().map(|(name, content)| VariantForm {
            name: (*name).to_owned(),
            content: content.clone(),
        });
        DataForm::Enum("E".to_owned(), Tags::External, variants.collect())
    }
    fn tree(leaf: DataForm) -> DataForm {
        object(vec![field("leaf", leaf), field("next", option(DataForm::Around("S".to_owned())))])
    }

    /// `+` fits, `?` sometimes, `-` never.
    #[test]
    fn what_fits() {
        let (byte, long) = (integer(0, 255), integer(0, i64::MAX));
        let unit = |name| (name, None);
        let text = |name: &str| DataForm::Text(name.to_owned());
        let cases = [
            (text("Large<Report>"), text("Large<Report>"), '+'),
            (text("Large<Report>"), text("Large<Bill>"), '?'),
            (text("Large"), text("Large<Report>"), '+'),
            (text("Large<Report>"), text("Large"), '+'),
            (text("Larger"), text("Large"), '?'),
            (text("Large<Report>"), DataForm::String, '+'),
            (byte.clone(), long.clone(), '+'),
            (long.clone(), byte.clone(), '?'),
            (integer(-9, -1), byte.clone(), '-'),
            (byte.clone(), DataForm::Float, '+'),
            (DataForm::Float, byte.clone(), '-'),
            (DataForm::Char, DataForm::String, '+'),
            (DataForm::String, DataForm::Char, '?'),
            (byte.clone(), option(byte.clone()), '+'),
            (option(byte.clone()), byte.clone(), '?'),
            (option(byte.clone()), DataForm::String, '-'),
            (option(byte.clone()), option(DataForm::String), '?'),
            (list(byte.clone()), list(long.clone()), '+'),
            (list(byte.clone()), list(DataForm::String), '?'),
            (list(byte.clone()), byte.clone(), '-'),
            (DataForm::Tuple(vec![byte.clone(); 2]), list(long.clone()), '+'),
            (DataForm::Tuple(vec![byte.clone(); 2]), DataForm::Tuple(vec![byte.clone(); 3]), '-'),
            (object(vec![]), object(vec![field("a", byte.clone())]), '-'),
            (object(vec![]), object(vec![field("a", option(byte.clone()))]), '+'),
            (object(vec![field("a", byte.clone())]), object(vec![]), '+'),
            (DataForm::Map(Box::new(byte.clone())), object(vec![field("a", byte.clone())]), '?'),
            (variants(&[unit("A")]), variants(&[unit("A"), unit("B")]), '+'),
            (variants(&[unit("A"), unit("B")]), variants(&[unit("A")]), '?'),
            (variants(&[unit("A")]), variants(&[unit("B")]), '-'),
            (variants(&[unit("A")]), DataForm::String, '+'),
            (variants(&[("A", Some(byte.clone()))]), DataForm::String, '-'),
            (DataForm::String, variants(&[unit("A")]), '?'),
            (tree(byte.clone()), tree(long.clone()), '+'),
            (tree(long), tree(byte.clone()), '?'),
            (tree(byte.clone()), tree(DataForm::String), '-'),
            (byte.clone(), DataForm::Any, '+'),
            (DataForm::Any, byte.clone(), '?'),
            (DataForm::Opaque("T".to_owned()), DataForm::Opaque("T".to_owned()), '+'),
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
        let Fit::Never(why) = fits(&inner(DataForm::Bool), &inner(DataForm::String)) else {
            panic!("a bool is no string");
        };
        assert_eq!(why, "`order.id`: bool is not read as String");
    }
}
