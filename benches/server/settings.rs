//! The words of the command line.

use crate::cases;
use crate::server::Kind;
use std::time::Duration;

pub const HELP: &str =
    "bench-server [CASE…] [--peer NAME=HOST:PORT[#PID]]… [--only-peers] [--seconds N] [--json]

  --peer         another server that runs already, and its process, for its memory
  --only-peers   without this project's own
  --seconds N    the length of each measurement: 5 by default
  --json         an object a line

Cases: start, call, chain, chain16, starts, sync, loop, map, large, memory";

/// The cases to measure, and the servers.
pub struct Settings {
    pub json: bool,
    /// The length of a measurement.
    pub length: Duration,
    pub servers: Vec<Kind>,
    wanted: Vec<String>,
}

impl Settings {
    pub fn read(words: &[String]) -> Result<Self, String> {
        let mut settings = Settings {
            json: false,
            length: Duration::from_secs(5),
            servers: vec![Kind::Memory, Kind::Sqlite],
            wanted: vec![],
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match &**word {
                "--json" => settings.json = true,
                "--only-peers" => settings.servers.retain(|it| matches!(it, Kind::Peer { .. })),
                "--peer" => settings.servers.push(peer(words.next())?),
                "--seconds" => {
                    let seconds = words.next().and_then(|word| word.parse().ok());
                    let seconds = seconds.ok_or("`--seconds` takes a whole number")?;
                    settings.length = Duration::from_secs(seconds);
                }
                word if cases::ALL.iter().any(|case| case.name == word) => {
                    settings.wanted.push(word.to_owned());
                }
                word => return Err(format!("no case and no option is called `{word}`")),
            }
        }
        Ok(settings)
    }

    /// True if a case is among those that are asked for: all, if none is named.
    pub fn wants(&self, name: &str) -> bool {
        self.wanted.is_empty() || self.wanted.iter().any(|it| it == name)
    }
}

fn peer(word: Option<&String>) -> Result<Kind, String> {
    let read = || {
        let (name, rest) = word?.split_once('=')?;
        let (address, pid) = match rest.split_once('#') {
            Some((address, pid)) => (address, Some(pid.parse().ok()?)),
            None => (rest, None),
        };
        Some(Kind::Peer { name: name.to_owned(), address: address.to_owned(), pid })
    };
    read().ok_or_else(|| "`--peer` takes NAME=HOST:PORT or NAME=HOST:PORT#PID".to_owned())
}
