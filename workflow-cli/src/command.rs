//! The commands, and how words become one. A hand-written parser: see ARCHITECTURE.md for why.

use crate::nearest;
use crate::stop::Stop;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A command, as help shows it.
pub(crate) struct Command {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    /// How the name of a workflow is written, if it takes one.
    pub(crate) workflow: Option<&'static str>,
    pub(crate) options: &'static [Opt],
}

/// An option of a command.
pub(crate) struct Opt {
    pub(crate) name: &'static str,
    /// What its value is called; none: it has no value.
    pub(crate) value: Option<&'static str>,
    pub(crate) what: &'static str,
}

const fn value(name: &'static str, value: &'static str, what: &'static str) -> Opt {
    Opt { name, value: Some(value), what }
}
const fn flag(name: &'static str, what: &'static str) -> Opt {
    Opt { name, value: None, what }
}

pub(crate) const RUN: Command = Command {
    name: "run",
    what: "runs a workflow, and shows what it does",
    workflow: Some("NAME"),
    options: &[
        value("--input", "FILE", "the input, as JSON; `-` is standard input"),
        value("--name", "NAME", "the name of the execution"),
        value("--history", "FILE", "where to write the history, as AWS has it"),
        flag("--virtual-time", "waits take no time"),
        flag("--quiet", "shows nothing but the result, as JSON"),
    ],
};

/// All commands.
pub(crate) const COMMANDS: &[Command] = &[
    RUN,
    Command {
        name: "export",
        what: "writes the States Language document",
        workflow: Some("NAME"),
        options: &[value("--out", "FILE", "where to; else to standard output")],
    },
    Command {
        name: "graph",
        what: "draws the document as a Mermaid flowchart",
        workflow: Some("NAME"),
        options: &[],
    },
    Command { name: "list", what: "lists the workflows", workflow: None, options: &[] },
    Command {
        name: "check",
        what: "holds the document against the limits of AWS",
        workflow: Some("[NAME]"),
        options: &[value("--against", "FILE", "and against an older document: what changed")],
    },
];

/// A command that was asked for.
pub(crate) struct Asked {
    pub(crate) command: &'static Command,
    pub(crate) workflow: Option<String>,
    options: BTreeMap<&'static str, String>,
}

impl Asked {
    /// The value of an option; an empty one for an option without.
    pub(crate) fn option(&self, name: &str) -> Option<&str> {
        self.options.get(name).map(String::as_str)
    }

    /// Reads the words after the command.
    pub(crate) fn read(
        command: &'static Command,
        words: &[String],
        called: &str,
    ) -> Result<Self, Stop> {
        let mut asked = Asked { command, workflow: None, options: BTreeMap::new() };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            if !word.starts_with("--") {
                asked.positional(word, called)?;
                continue;
            }
            let (name, given) = match word.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (word.as_str(), None),
            };
            let option = command.options.iter().find(|option| option.name == name);
            let option = option.ok_or_else(|| unknown(command, name, called))?;
            let value = match (option.value, given) {
                (None, None) => String::new(),
                (Some(_), Some(value)) => value,
                (Some(value), None) => words.next().cloned().ok_or_else(|| {
                    let value = value.to_lowercase();
                    wrong(command, &format!("{name} needs a {value}"), called)
                })?,
                (None, Some(_)) => {
                    return Err(wrong(command, &format!("{name} takes no value"), called));
                }
            };
            asked.options.insert(option.name, value);
        }
        Ok(asked)
    }

    fn positional(&mut self, word: &str, called: &str) -> Result<(), Stop> {
        if self.command.workflow.is_none() || self.workflow.is_some() {
            return Err(wrong(self.command, &format!("unexpected argument `{word}`"), called));
        }
        self.workflow = Some(word.to_owned());
        Ok(())
    }
}

fn unknown(command: &Command, name: &str, called: &str) -> Stop {
    let hint = nearest::hint(name, command.options.iter().map(|option| option.name));
    wrong(command, &format!("`{}` has no option `{name}`{hint}", command.name), called)
}

fn wrong(command: &Command, what: &str, called: &str) -> Stop {
    Stop::Usage(format!("{what}; usage: {called} {}", usage(command)))
}

/// A command with its arguments, in a line.
pub(crate) fn usage(command: &Command) -> String {
    let workflow = command.workflow.map(|name| format!(" {name}")).unwrap_or_default();
    let options = command.options.iter().map(|option| match option.value {
        Some(value) => format!(" [{} {value}]", option.name),
        None => format!(" [{}]", option.name),
    });
    format!("{}{workflow}{}", command.name, options.collect::<String>())
}

/// All commands with their options.
pub(crate) fn help() -> String {
    let mut text = String::from("Commands:");
    for command in COMMANDS {
        let head = match command.workflow {
            Some(workflow) => format!("{} {workflow}", command.name),
            None => command.name.to_owned(),
        };
        let _ = write!(text, "\n  {head:18}  {}", command.what);
        for Opt { name, value, what } in command.options {
            let head = format!("{name} {}", value.unwrap_or_default());
            let _ = write!(text, "\n    {head:18}  {what}");
        }
    }
    text
}
