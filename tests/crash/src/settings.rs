//! The words of the command line.

use crate::blind::Blind;
use std::path::PathBuf;

/// The work that the command line asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    pub kills: u64,
    /// The seconds of a soak.
    pub soak: Option<u64>,
    pub seed: u64,
    /// The executions that are open at the same time.
    pub open: usize,
    pub json: bool,
    /// True for the report as a page of `docs`.
    pub page: bool,
    pub blind: Option<Blind>,
    pub folder: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            kills: 100,
            soak: None,
            seed: 1,
            open: 300,
            json: false,
            page: false,
            blind: None,
            folder: None,
        }
    }
}

impl Settings {
    pub fn new(words: &[String]) -> Result<Self, String> {
        let mut settings = Settings::default();
        let mut words = words.iter().map(String::as_str);
        while let Some(word) = words.next() {
            match word {
                "--kills" => settings.kills = number(word, words.next())?,
                "--soak" => settings.soak = Some(number(word, words.next())?),
                "--seed" => settings.seed = number(word, words.next())?,
                "--open" => settings.open = number(word, words.next())?,
                "--json" => settings.json = true,
                "--markdown" => settings.page = true,
                "--blind" => settings.blind = Some(blind(words.next())?),
                "--folder" => {
                    settings.folder = Some(words.next().ok_or("`--folder` takes a path")?.into());
                }
                word => return Err(format!("there is no option `{word}`")),
            }
        }
        Ok(settings)
    }
}

fn number<T: std::str::FromStr>(option: &str, word: Option<&str>) -> Result<T, String> {
    let number = word.and_then(|word| word.parse().ok());
    number.ok_or_else(|| format!("`{option}` takes a number"))
}

fn blind(word: Option<&str>) -> Result<Blind, String> {
    let names = Blind::ALL.map(|(name, _)| format!("`{name}`")).join(", ");
    word.and_then(Blind::named).ok_or_else(|| format!("`--blind` takes one of {names}"))
}
