//! The structs of a program: a name and fields for each class that is one.

use crate::names::{Names, pascal, snake};
use crate::stop::{ImportError, Stopped};
use crate::types::{Class, Shape, Types};
use std::collections::BTreeMap;

/// A struct.
#[derive(Clone, Debug)]
pub(crate) struct Struct {
    pub name: String,
    pub fields: Vec<Field>,
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Field {
    /// The key in JSON.
    pub key: String,
    pub name: String,
    /// The type in Rust.
    pub ty: String,
    pub class: Class,
    pub optional: bool,
}

/// All structs, in the order in which they are needed.
#[derive(Debug, Default)]
pub(crate) struct Structs {
    all: Vec<Struct>,
    of: BTreeMap<Class, usize>,
    /// True if any JSON is kept somewhere.
    pub json: bool,
}

impl Structs {
    /// The type of a class, under a name that is wished for where it is a struct.
    pub fn ty(
        &mut self,
        types: &Types,
        class: Class,
        wish: &str,
        names: &mut Names,
    ) -> Stopped<String> {
        let class = types.root(class);
        Ok(match types.shape(class) {
            Shape::Unknown => {
                self.json = true;
                "Json".to_owned()
            }
            Shape::Text => "String".to_owned(),
            Shape::Integer => "i64".to_owned(),
            Shape::Natural => "u64".to_owned(),
            Shape::Float | Shape::Number => "f64".to_owned(),
            Shape::Bool => "bool".to_owned(),
            Shape::Unit => "()".to_owned(),
            Shape::Failure => "Failure".to_owned(),
            Shape::List(item) => format!("Vec<{}>", self.ty(types, *item, &singular(wish), names)?),
            Shape::Tuple(items) => {
                let items = items.clone();
                let parts = items.iter().map(|item| self.ty(types, *item, wish, names));
                format!("({})", parts.collect::<Stopped<Vec<_>>>()?.join(", "))
            }
            Shape::Struct(fields) => {
                if let Some(index) = self.of.get(&class) {
                    return Ok(self.all[*index].name.clone());
                }
                if types.is_endless(class, &mut vec![]) {
                    return Err(ImportError::new("data that holds itself", wish));
                }
                let fields = fields.clone();
                self.structure(types, class, &fields, wish, names)?
            }
        })
    }

    fn structure(
        &mut self,
        types: &Types,
        class: Class,
        fields: &[(String, Class)],
        wish: &str,
        names: &mut Names,
    ) -> Stopped<String> {
        let (mut own, mut all) = (Names::default(), vec![]);
        for (key, part) in fields {
            let optional = types.is_optional(class, key);
            let inner = match is_attribute(fields) {
                true => wish.to_owned(),
                false => pascal(key),
            };
            let ty = self.ty(types, *part, &inner, names)?;
            let ty = if optional { format!("Option<{ty}>") } else { ty };
            all.push(Field {
                key: key.clone(),
                name: own.field(&snake(key)),
                ty,
                class: *part,
                optional,
            });
        }
        let same = |it: &&Struct| {
            let one = |field: &Field| (field.key.clone(), field.ty.clone(), field.optional);
            it.fields.iter().map(one).eq(all.iter().map(one))
        };
        if let Some(index) = self.all.iter().position(|it| same(&it)) {
            self.of.insert(class, index);
            return Ok(self.all[index].name.clone());
        }
        let wish = attribute(fields).map_or_else(|| pascal(wish), str::to_owned);
        let name = names.take(&wish);
        self.of.insert(class, self.all.len());
        self.all.push(Struct { name: name.clone(), fields: all });
        Ok(name)
    }

    /// The struct of a class.
    pub fn get(&self, types: &Types, class: Class) -> Option<&Struct> {
        self.of.get(&types.root(class)).map(|index| &self.all[*index])
    }

    /// The field of a class's struct.
    pub fn field(&self, types: &Types, class: Class, key: &str) -> Option<&Field> {
        self.get(types, class)?.fields.iter().find(|field| field.key == key)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Struct> {
        self.all.iter()
    }
}

/// The name of a struct that is a value of DynamoDB.
fn attribute(fields: &[(String, Class)]) -> Option<&'static str> {
    let [(key, _)] = fields else { return None };
    Some(match key.as_str() {
        "S" => "Text",
        "N" => "Number",
        "BOOL" => "Flag",
        "M" => "Fields",
        "L" => "Values",
        "SS" => "Texts",
        _ => return None,
    })
}

fn is_attribute(fields: &[(String, Class)]) -> bool {
    attribute(fields).is_some()
}

fn singular(name: &str) -> String {
    match name.strip_suffix('s') {
        Some(one) if !one.ends_with('s') && one.len() > 1 => one.to_owned(),
        _ => format!("{name}Item"),
    }
}
