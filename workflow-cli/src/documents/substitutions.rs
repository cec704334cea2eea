//! `--substitute` and `--substitutions`: what stands for the placeholders of a document.

use crate::command::{Asked, Opt, value};
use crate::files;
use crate::stop::Stop;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub(super) const SUBSTITUTE: Opt =
    value("--substitute", "NAME=VALUE", "what stands for ${NAME}; as often as you like");
pub(super) const SUBSTITUTIONS: Opt =
    value("--substitutions", "FILE", "the same, many: an object of names and values");

/// Names with their values.
#[derive(Default)]
pub(super) struct Substitutions {
    pub(super) names: BTreeMap<String, String>,
    /// The file they are from.
    pub(super) file: Option<PathBuf>,
}

impl Substitutions {
    pub(super) fn read(asked: &Asked) -> Result<Self, Stop> {
        let mut names = BTreeMap::new();
        let file = asked.option(SUBSTITUTIONS.name).map(PathBuf::from);
        if let Some(file) = &file {
            names.extend(many(file)?);
        }
        for given in asked.all(SUBSTITUTE.name) {
            let (name, value) = given.split_once('=').ok_or_else(|| {
                Stop::Usage(format!("--substitute needs NAME=VALUE, not `{given}`"))
            })?;
            names.insert(plain(name).to_owned(), value.to_owned());
        }
        Ok(Substitutions { names, file })
    }
}

/// `${NAME}` is taken for `NAME`.
fn plain(name: &str) -> &str {
    name.strip_prefix("${").and_then(|it| it.strip_suffix('}')).unwrap_or(name)
}

fn many(file: &Path) -> Result<Vec<(String, String)>, Stop> {
    let (shown, text) = files::text(file)?;
    let value: Value = serde_json::from_str(&text)
        .map_err(|error| Stop::Usage(format!("{shown} is not JSON: {error}")))?;
    let wrong = || {
        Stop::Usage(format!(
            "{shown} holds no substitutions: expected an object of names and values, such as {{\"Table\": \"orders\"}}"
        ))
    };
    let pair = |(name, value): (&String, &Value)| match value {
        Value::Object(_) | Value::Array(_) | Value::Null => Err(wrong()),
        Value::String(text) => Ok((plain(name).to_owned(), text.clone())),
        other => Ok((plain(name).to_owned(), other.to_string())),
    };
    value.as_object().ok_or_else(wrong)?.iter().map(pair).collect()
}
