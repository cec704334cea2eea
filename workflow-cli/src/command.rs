//! The commands, and how words become one. A hand-written parser: see ARCHITECTURE.md for why.

use crate::nearest;
use crate::stop::Stop;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::PathBuf;

/// A command, as help shows it.
pub(crate) struct Command {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    /// The arguments behind its name.
    pub(crate) arguments: &'static [&'static str],
    pub(crate) options: &'static [Opt],
}

/// An option of a command.
pub(crate) struct Opt {
    pub(crate) name: &'static str,
    /// The name of its value; none: it has no value.
    pub(crate) value: Option<&'static str>,
    pub(crate) what: &'static str,
}

pub(crate) const fn value(name: &'static str, value: &'static str, what: &'static str) -> Opt {
    Opt { name, value: Some(value), what }
}
pub(crate) const fn flag(name: &'static str, what: &'static str) -> Opt {
    Opt { name, value: None, what }
}

pub(crate) const RUN: Command = Command {
    name: "run",
    what: "runs a workflow, and shows what it does",
    arguments: &["NAME"],
    options: &[
        value("--input", "FILE", "the input, as JSON; `-` is standard input"),
        value("--name", "NAME", "the name of the execution"),
        value("--history", "FILE", "where to write the history, as AWS has it"),
        flag("--virtual-time", "waits take no time"),
        flag("--quiet", "shows nothing but the result, as JSON"),
    ],
};

const JSON: Opt = flag("--json", "as JSON");

/// The commands about the executions in the store.
pub(crate) const STORED: [&str; 7] =
    ["start", "resume", "executions", "history", "stop", "redrive", "schedules"];

/// All commands.
pub(crate) const COMMANDS: &[Command] = &[
    RUN,
    Command {
        name: "start",
        what: "writes a new execution to the store, for `resume` to run",
        arguments: &["[NAME]"],
        options: &[
            value("--input", "FILE", "the input, as JSON; `-` is standard input"),
            value("--name", "NAME", "the name of the execution"),
        ],
    },
    Command {
        name: "resume",
        what: "goes on with what was interrupted, or with one execution",
        arguments: &["[EXECUTION]"],
        options: &[],
    },
    Command {
        name: "executions",
        what: "lists the executions in the store, the latest first",
        arguments: &[],
        options: &[
            value("--workflow", "NAME", "those of this workflow"),
            value("--status", "STATUS", "RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED"),
            value("--state", "NAME", "those that are in this state, or ended there"),
            value("--error", "NAME", "those that ended with this error"),
            value("--prefix", "TEXT", "those whose name begins so"),
            value("--limit", "N", "at most so many; else 20"),
            value("--after", "N", "those after the page that said so"),
            JSON,
        ],
    },
    Command {
        name: "history",
        what: "shows the events of an execution, by its name or ARN",
        arguments: &["EXECUTION"],
        options: &[JSON],
    },
    Command {
        name: "stop",
        what: "ends an execution, by its name or ARN",
        arguments: &["EXECUTION"],
        options: &[
            value("--error", "NAME", "the error that it ends with"),
            value("--cause", "TEXT", "and why"),
        ],
    },
    Command {
        name: "redrive",
        what: "runs a failed execution again, from where it failed",
        arguments: &["EXECUTION"],
        options: &[],
    },
    Command {
        name: "schedules",
        what: "lists the schedules in the store, with their next times",
        arguments: &[],
        options: &[JSON],
    },
    Command {
        name: "export",
        what: "writes the States Language document",
        arguments: &["NAME"],
        options: &[
            value("--out", "FILE", "where to; else to standard output"),
            flag("--description", "instead, what running executions depend on"),
        ],
    },
    Command {
        name: "graph",
        what: "draws the document as a Mermaid flowchart",
        arguments: &["NAME"],
        options: &[],
    },
    Command { name: "list", what: "lists the workflows", arguments: &[], options: &[] },
    Command {
        name: "check",
        what: "holds the document against the limits of AWS",
        arguments: &["[NAME]"],
        options: &[value("--against", "FILE", "and against an older document or description")],
    },
];

/// A command that was asked for.
pub(crate) struct Asked {
    pub(crate) command: &'static Command,
    arguments: Vec<String>,
    options: Vec<(&'static str, String)>,
}

impl Asked {
    /// The name of a workflow, if there is one.
    pub(crate) fn workflow(&self) -> Option<&str> {
        self.argument(0)
    }

    /// An argument, if there are so many.
    pub(crate) fn argument(&self, index: usize) -> Option<&str> {
        self.arguments.get(index).map(String::as_str)
    }

    /// An argument that must be there.
    pub(crate) fn needed(&self, index: usize, called: &str) -> Result<&str, Stop> {
        self.argument(index).ok_or_else(|| {
            let name = self.command.arguments.get(index).copied().unwrap_or_default();
            wrong(self.command, &format!("`{}` needs {name}", self.command.name), called)
        })
    }

    /// The value of an option, the last one; an empty one for an option without.
    pub(crate) fn option(&self, name: &str) -> Option<&str> {
        self.all(name).last()
    }

    /// The values of an option that may be given again and again.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let given = self.options.iter().filter(move |(option, _)| *option == name);
        given.map(|(_, value)| value.as_str())
    }

    /// Reads the words after the command.
    pub(crate) fn read(
        command: &'static Command,
        words: &[String],
        called: &str,
    ) -> Result<Self, Stop> {
        let mut asked = Asked { command, arguments: vec![], options: vec![] };
        let (mut words, mut options) = (words.iter(), true);
        while let Some(word) = words.next() {
            if options && word == "--" {
                options = false;
                continue;
            }
            if !options || !word.starts_with('-') || word == "-" {
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
            asked.options.push((option.name, value));
        }
        Ok(asked)
    }

    fn positional(&mut self, word: &str, called: &str) -> Result<(), Stop> {
        if self.arguments.len() == self.command.arguments.len() {
            return Err(wrong(self.command, &format!("unexpected argument `{word}`"), called));
        }
        self.arguments.push(word.to_owned());
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

/// The words of the command line.
pub(crate) fn words(given: impl Iterator<Item = OsString>) -> Result<Vec<String>, Stop> {
    let word = |(index, word): (usize, OsString)| {
        word.into_string().map_err(|word| {
            let word = word.to_string_lossy();
            Stop::Usage(format!("argument {} is not UTF-8: `{word}`", index + 1))
        })
    };
    given.skip(1).enumerate().map(word).collect()
}

/// True if one of these words is an option: what follows `--` is none.
pub(crate) fn asks(words: &[String], names: &[&str]) -> bool {
    words.iter().take_while(|word| *word != "--").any(|word| names.contains(&word.as_str()))
}

/// Returns how this program is called.
pub(crate) fn program() -> String {
    let path = PathBuf::from(std::env::args_os().next().unwrap_or_default());
    path.file_stem().map_or("program".into(), |name| name.to_string_lossy().into_owned())
}

/// A command with its arguments, in a line; many options are left to the help.
pub(crate) fn usage(command: &Command) -> String {
    const MANY: usize = 6;
    let arguments = command.arguments.iter().map(|name| format!(" {name}")).collect::<String>();
    if command.options.len() >= MANY {
        return format!("{}{arguments} [OPTIONS] (see --help)", command.name);
    }
    let options = command.options.iter().map(|option| match option.value {
        Some(value) => format!(" [{} {value}]", option.name),
        None => format!(" [{}]", option.name),
    });
    format!("{}{arguments}{}", command.name, options.collect::<String>())
}

/// The command of this name.
pub(crate) fn named(commands: &'static [Command], word: &str) -> Result<&'static Command, Stop> {
    commands.iter().find(|command| command.name == word).ok_or_else(|| {
        let hint = nearest::hint(word, commands.iter().map(|command| command.name));
        let names: Vec<&str> = commands.iter().map(|command| command.name).collect();
        let names = names.join(", ");
        Stop::Usage(format!("there is no command `{word}`{hint} (commands: {names})"))
    })
}

/// Commands with their options.
pub(crate) fn help(commands: &[Command]) -> String {
    let mut rows: Vec<(String, &str)> = vec![];
    for command in commands {
        let head = [&[command.name], command.arguments].concat().join(" ");
        rows.push((format!("  {head}"), command.what));
        let options = command.options.iter();
        rows.extend(options.map(|Opt { name, value, what }| match value {
            Some(value) => (format!("    {name} {value}"), *what),
            None => (format!("    {name}"), *what),
        }));
    }
    rows.push(("  --help, --version".to_owned(), "this text, the version"));
    let width = rows.iter().map(|(head, _)| head.chars().count()).max().unwrap_or_default();
    rows.iter().fold(String::from("Commands:"), |mut text, (head, what)| {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{head:width$}  {what}");
        text
    })
}
