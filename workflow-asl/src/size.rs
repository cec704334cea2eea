//! The largest size of a type's JSON.

use crate::schema::{Content, Field, Lazy, Schema};

/// Types may be recursive; what is deeper than this is not bounded.
const DEEPEST: u32 = 32;

/// The most bytes of a value's JSON.
///
/// # Errors
/// What has no bound.
pub fn most_bytes(schema: &Schema) -> Result<u64, String> {
    size(schema, "", 0)
}

fn size(schema: &Schema, path: &str, depth: u32) -> Result<u64, String> {
    if depth > DEEPEST {
        return free(path, "a type within itself");
    }
    let inner = |schema: &Schema| size(schema, path, depth + 1);
    match schema {
        Schema::Unit => Ok(4),
        Schema::Bool => Ok(5),
        Schema::Integer { min, max } => Ok(min.to_string().len().max(max.to_string().len()) as u64),
        // The longest that serde_json writes of a double.
        Schema::Float => Ok(24),
        // Escaped: `\u0000`.
        Schema::Char => Ok(8),
        Schema::String => free(path, "a string"),
        Schema::Option(lazy) => Ok(inner(&lazy())?.max(4)),
        Schema::Newtype { inner: lazy, .. } => inner(&lazy()),
        Schema::List(_) => free(path, "a list"),
        Schema::Set(_) => free(path, "a set"),
        Schema::Map(..) | Schema::Unordered(..) => free(path, "a map"),
        Schema::Opaque(_) | Schema::Any => free(path, "any JSON"),
        Schema::Text(text) => match text.longest {
            Some(longest) => Ok(u64::from(longest) + 2),
            None => free(path, text.name),
        },
        Schema::Tuple(parts) => tuple(parts, path, depth),
        Schema::Struct { fields, .. } => object(fields, path, depth),
        Schema::Enum { variants, .. } => {
            let sizes = variants.iter().map(|variant| {
                let content = match &variant.content {
                    Content::Unit => Ok(0),
                    Content::Newtype(lazy) => inner(&lazy()),
                    Content::Tuple(parts) => tuple(parts, path, depth),
                    Content::Struct(fields) => object(fields, path, depth),
                };
                // The name, and the keys and braces of any tagging.
                content.map(|content| content + variant.json.len() as u64 + 64)
            });
            sizes.collect::<Result<Vec<_>, _>>().map(|sizes| sizes.into_iter().max().unwrap_or(0))
        }
    }
}

/// Reports a size that has no bound.
fn free(path: &str, what: &str) -> Result<u64, String> {
    Err(if path.is_empty() { format!("it ({what})") } else { format!("`{path}` ({what})") })
}

fn tuple(parts: &[Lazy], path: &str, depth: u32) -> Result<u64, String> {
    let mut sum = 2;
    for part in parts {
        sum += 1 + size(&part(), path, depth + 1)?;
    }
    Ok(sum)
}

fn object(fields: &[Field], path: &str, depth: u32) -> Result<u64, String> {
    let mut sum = 2;
    for field in fields {
        let dot = if path.is_empty() { "" } else { "." };
        let path = format!("{path}{dot}{}", field.json);
        sum += field.json.len() as u64 + 4 + size(&(field.schema)(), &path, depth + 1)?;
    }
    Ok(sum)
}
