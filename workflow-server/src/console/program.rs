//! The Rust of a machine that is a workflow of this program: the form of its input, and the lines of its states.

use super::{Asked, Console};
use crate::refusal::{Answer, Refusal};
use crate::typed::Typed;
use serde_json::{Map, Value, json};
use workflow_asl::schema::{Content, Field, Tagging, Variant};
use workflow_asl::{Schema, schema::Lazy};

/// The levels of a type that are told: types may be recursive.
const DEPTH: usize = 6;
/// The largest integer that JSON numbers hold together with all smaller ones.
const EXACT: i64 = workflow_asl::schema::MAX_SAFE_INTEGER;

impl Console {
    /// Tells of the machine named `machine`; nothing of one that is a definition.
    pub(super) fn program(&self, asked: &Asked<'_>) -> Answer {
        let name = asked.needed("machine")?;
        let catalog = self.service().catalog();
        let machine = catalog.machine(&name).ok_or_else(|| Refusal::machine(&name))?;
        let told = catalog.typed(&machine).map(told);
        Ok(told.unwrap_or_else(|| json!({})))
    }
}

fn told(typed: &Typed) -> Value {
    let states = (typed.states)().iter().filter(|state| !state.source.is_empty());
    let sources: Map<_, _> =
        states.map(|state| (state.name.to_string(), json!(state.source))).collect();
    json!({ "input": form(&(typed.input)(), DEPTH), "sources": sources })
}

/// The JSON Schema of a type, as far as forms read it: a value that may be `null` is one that may be left out.
fn form(schema: &Schema, depth: usize) -> Value {
    let inner = |of: &Lazy| if depth == 0 { json!({}) } else { form(&of(), depth - 1) };
    match schema {
        Schema::Unit => json!({ "type": "null" }),
        Schema::Bool => json!({ "type": "boolean" }),
        Schema::Integer { min, max } => {
            let (minimum, maximum) = (*min.max(&-EXACT), *max.min(&EXACT));
            json!({ "type": "integer", "minimum": minimum, "maximum": maximum })
        }
        Schema::Float => json!({ "type": "number" }),
        Schema::Char | Schema::String | Schema::Text(_) => json!({ "type": "string" }),
        Schema::Option(of) | Schema::Newtype { inner: of, .. } => inner(of),
        Schema::List(of) | Schema::Set(of) => json!({ "type": "array", "items": inner(of) }),
        Schema::Tuple(_) => json!({ "type": "array" }),
        Schema::Map(..) | Schema::Unordered(..) => json!({ "type": "object" }),
        Schema::Struct { fields, .. } => object(fields, depth),
        Schema::Enum { tagging: Tagging::External, variants, .. } => choice(variants),
        Schema::Enum { .. } | Schema::Opaque(_) | Schema::Any => json!({}),
    }
}

fn object(fields: &[Field], depth: usize) -> Value {
    if depth == 0 {
        return json!({ "type": "object" });
    }
    let property = |it: &Field| (it.json.to_owned(), form(&(it.schema)(), depth - 1));
    let properties: Map<_, _> = fields.iter().map(property).collect();
    let required: Vec<_> =
        fields.iter().filter(|it| it.absent().is_none()).map(|it| it.json).collect();
    json!({ "type": "object", "properties": properties, "required": required })
}

/// One of several names; anything where a variant has content.
fn choice(variants: &[Variant]) -> Value {
    if variants.iter().all(|it| matches!(it.content, Content::Unit)) {
        let names: Vec<_> = variants.iter().map(|it| it.json).collect();
        return json!({ "enum": names });
    }
    json!({})
}

#[cfg(test)]
mod tests {
    use super::*;
    use workflow_asl::Data;
    use workflow_asl::schema::Known;

    #[test]
    fn a_form_has_what_the_type_says() {
        fn order() -> Schema {
            let count = Field::new("count", "count", u8::schema);
            let note = Field::new("note", "note", Option::<String>::schema);
            let names = Field::new("names", "names", Vec::<String>::schema);
            Schema::Struct { name: "Order", fields: vec![count, note, names] }
        }
        let expected = json!({
            "type": "object",
            "properties": {
                "count": { "type": "integer", "minimum": 0, "maximum": 255 },
                "note": { "type": "string" },
                "names": { "type": "array", "items": { "type": "string" } },
            },
            "required": ["count", "names"],
        });
        assert_eq!(form(&order(), DEPTH), expected);
        let limit = json!({ "type": "integer", "minimum": -EXACT, "maximum": EXACT });
        assert_eq!(form(&i64::schema(), DEPTH), limit);
    }

    #[test]
    fn names_are_a_choice_and_recursion_ends() {
        let variant = |json, content| Variant { rust: json, json, content };
        let sort = |variants| Schema::Enum {
            name: "Sort",
            tagging: Tagging::External,
            variants,
            known: Known::default(),
        };
        let two = vec![variant("tea", Content::Unit), variant("mug", Content::Unit)];
        assert_eq!(form(&sort(two), DEPTH), json!({ "enum": ["tea", "mug"] }));
        let other = vec![variant("other", Content::Newtype(String::schema))];
        assert_eq!(form(&sort(other), DEPTH), json!({}));
        fn tree() -> Schema {
            Schema::List(tree)
        }
        assert!(form(&tree(), DEPTH).to_string().len() < 300);
    }
}
