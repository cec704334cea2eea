//! `--substitute` and `--substitutions`: the values of the placeholders of a document.

use crate::files;
use crate::stop::Stop;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The heading of these options in help.
const HEADING: &str = "Placeholders";

/// The options that replace placeholders.
#[derive(clap::Args)]
pub(super) struct Substitute {
    /// The value of ${NAME}; repeatable
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair, action = clap::ArgAction::Append)]
    #[arg(help_heading = HEADING)]
    substitute: Vec<(String, String)>,
    /// A file with an object of names and values
    #[arg(long, value_name = "FILE", help_heading = HEADING)]
    substitutions: Option<PathBuf>,
}

fn pair(given: &str) -> Result<(String, String), &'static str> {
    let (name, value) = given.split_once('=').ok_or("it has no `=`: write NAME=VALUE")?;
    Ok((plain(name).to_owned(), value.to_owned()))
}

/// Names with their values.
#[derive(Default)]
pub(super) struct Substitutions {
    pub(super) names: BTreeMap<String, String>,
    /// The names that stand on the command line.
    pub(super) said: Vec<String>,
    /// The file they are from.
    pub(super) file: Option<PathBuf>,
    /// True if a template's own resources stay placeholders: nothing is made up for them.
    pub(super) keeps: bool,
}

impl Substitutions {
    pub(super) fn read(given: &Substitute) -> Result<Self, Stop> {
        let mut names = BTreeMap::new();
        if let Some(file) = &given.substitutions {
            names.extend(many(file)?);
        }
        names.extend(given.substitute.iter().cloned());
        let said = given.substitute.iter().map(|(name, _)| name.clone()).collect();
        Ok(Substitutions { names, said, file: given.substitutions.clone(), keeps: false })
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
