//! Commands, and how words become one of them.
//!
//! A command is a struct that derives [`clap::Args`] (its doc comments are its help) and implements [`Command`], and a
//! row in a table: `Row::of::<Run>()`.

use crate::stop::{Stop, say};
use crate::terminal::Terminal;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches};
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::PathBuf;
use workflow_asl::nearest::near;
use workflow_runtime::store::Status;

/// The largest width of help, in columns.
const WIDTH: usize = 80;

/// The exit codes of programs, as the help of the top level and `docs/commands.md` list them.
const CODES: &str = "  0    all went well
  1    something failed, or a result could not be written
  2    called or fed wrongly: nothing has run
  130  SIGINT ended it
  143  SIGTERM ended it";

/// The headings under which help lists commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// Commands that make something new.
    Project,
    /// Commands that run something.
    Run,
    /// Commands about executions in a store.
    Executions,
    /// Commands about definitions.
    Definitions,
    /// Commands about the program itself.
    Program,
}

impl Group {
    const ALL: [Group; 5] =
        [Group::Project, Group::Run, Group::Executions, Group::Definitions, Group::Program];

    fn title(self) -> &'static str {
        match self {
            Group::Project => "Begin",
            Group::Run => "Run and test",
            Group::Executions => "Executions",
            Group::Definitions => "Definitions",
            Group::Program => "Program",
        }
    }
}

/// A program that has commands.
pub(crate) trait Host {
    /// Returns its whole command line.
    fn line(&self) -> clap::Command;
}

/// A command of a program `H`.
pub(crate) trait Command<H>: clap::Args {
    const NAME: &'static str;
    const GROUP: Group;
    /// Words after the program's name, each with what they do.
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[];
    /// A paragraph of help, with its heading: the form of a file, say.
    const MORE: Option<(&'static str, &'static str)> = None;
    /// True if help does not list it.
    const HIDDEN: bool = false;

    /// Does what was asked for.
    fn run(self, host: H) -> Result<(), Stop>;
}

/// A command without its type.
pub(crate) struct Row<H> {
    name: &'static str,
    group: Group,
    command: fn(&str) -> clap::Command,
    run: fn(&ArgMatches, H) -> Result<(), Stop>,
}

impl<H> Row<H> {
    pub(crate) const fn of<C: Command<H>>() -> Self {
        Row { name: C::NAME, group: C::GROUP, command: built::<H, C>, run: ran::<H, C> }
    }
}

fn ran<H, C: Command<H>>(matches: &ArgMatches, host: H) -> Result<(), Stop> {
    C::from_arg_matches(matches).map_err(|error| wrong(&error))?.run(host)
}

fn built<H, C: Command<H>>(called: &str) -> clap::Command {
    let command = C::augment_args(clap::Command::new(C::NAME)).hide(C::HIDDEN);
    let command = command
        .display_name(called.to_owned())
        .args_override_self(true)
        .mut_args(below_zero)
        .disable_help_flag(true)
        .arg(help());
    let header = command.get_styles().get_header();
    let more = C::MORE.map(|(title, text)| format!("{header}{title}:{header:#}\n{text}"));
    let examples =
        C::EXAMPLES.iter().map(|(words, what)| format!("\n  {called} {words}\n      {what}"));
    let examples: String = examples.collect();
    let titled = |it: &String| format!("{header}Examples:{header:#}{it}");
    let examples = Some(&examples).filter(|it| !it.is_empty()).map(titled);
    let parts: Vec<String> = more.into_iter().chain(examples).collect();
    if parts.is_empty() { command } else { command.after_help(parts.join("\n\n")) }
}

/// Lets a value begin with a minus, so that a text which is no number is refused as one.
fn below_zero(option: Arg) -> Arg {
    let takes = option.get_action().takes_values() && !option.is_positional();
    if takes { option.allow_negative_numbers(true) } else { option }
}

fn help() -> Arg {
    Arg::new("help").short('h').long("help").action(ArgAction::Help).help("Prints help")
}

/// The words about a whole program.
pub(crate) struct About {
    pub(crate) called: String,
    pub(crate) about: String,
    /// Words behind the name in the usage, where it may be called without a command.
    pub(crate) usage: Option<&'static str>,
    /// Shown behind the name, for `--version`.
    pub(crate) version: String,
    /// The names that arguments `workflow` may have; empty: any.
    pub(crate) workflows: Vec<&'static str>,
    /// Paragraphs at the end of help.
    pub(crate) more: Vec<String>,
}

/// Returns the command line of a program.
pub(crate) fn line<H>(about: About, rows: &[Row<H>]) -> clap::Command {
    let called = &about.called;
    let mut line = clap::Command::new(program())
        .bin_name(called.clone())
        .display_name(called.clone())
        .version(about.version)
        .propagate_version(true)
        .max_term_width(WIDTH)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_flag(true)
        .arg(help());
    if let Some(usage) = about.usage {
        line = line.override_usage(format!("{called} {usage}"));
    }
    for row in rows {
        let mut command = (row.command)(called);
        // Other programs' commands name workflows by other arguments.
        let names = command.get_arguments().any(|it| it.get_id() == "workflow");
        if names && !about.workflows.is_empty() {
            let names = PossibleValuesParser::new(about.workflows.clone());
            command =
                command.mut_arg("workflow", |it| it.value_parser(names).hide_possible_values(true));
        }
        line = line.subcommand(command);
    }
    let listed = listed(&line, rows);
    let header = *line.get_styles().get_header();
    let mut more = vec![format!("{header}Exit codes:{header:#}\n{CODES}")];
    more.extend(about.more);
    let above = if about.about.is_empty() { "" } else { "{about-with-newline}\n" };
    let line = line.about(about.about);
    line.help_template(format!(
        "{above}{{usage-heading}} {{usage}}\n\n{listed}{header}Options:{header:#}\n{{options}}{{after-help}}"
    ))
    .after_help(more.join("\n\n"))
}

/// The commands, group by group.
fn listed<H>(line: &clap::Command, rows: &[Row<H>]) -> String {
    let (header, literal) = (line.get_styles().get_header(), line.get_styles().get_literal());
    let width = rows.iter().map(|row| row.name.len()).max().unwrap_or_default();
    let mut text = String::new();
    for group in Group::ALL {
        let mut lines = String::new();
        for row in rows.iter().filter(|row| row.group == group) {
            let Some(command) = line.find_subcommand(row.name).filter(|it| !it.is_hide_set())
            else {
                continue;
            };
            let (name, about) = (row.name, command.get_about().cloned().unwrap_or_default());
            // Writing to a string cannot fail.
            let _ = writeln!(lines, "  {literal}{name:width$}{literal:#}  {about}");
        }
        if !lines.is_empty() {
            let _ = writeln!(text, "{header}{}:{header:#}\n{lines}", group.title());
        }
    }
    text
}

/// Does what the words say.
pub(crate) fn answer<H: Host>(rows: &[Row<H>], host: H, words: Vec<String>) -> Result<(), Stop> {
    let line = host.line();
    let called = line.get_name().to_owned();
    let matches = match line.try_get_matches_from(std::iter::once(called).chain(words)) {
        Ok(matches) => matches,
        Err(error) => return told(suggested(error, rows)),
    };
    // clap's own command `help` has ended before; others are in the table.
    let asked = matches.subcommand();
    let found = asked.and_then(|(name, it)| Some((rows.iter().find(|row| row.name == name)?, it)));
    found.map_or(Ok(()), |(row, matches)| (row.run)(matches, host))
}

/// Adds the nearest command where clap finds none: words of a few letters are too unlike each other for it.
fn suggested<H>(mut error: clap::Error, rows: &[Row<H>]) -> clap::Error {
    let known = rows.iter().map(|row| row.name);
    let near = match (error.get(ContextKind::InvalidSubcommand), error.kind()) {
        (Some(ContextValue::String(word)), ErrorKind::InvalidSubcommand) => near(word, known),
        _ => None,
    };
    if let (Some(near), None) = (near, error.get(ContextKind::SuggestedSubcommand)) {
        let near = ContextValue::Strings(vec![near.to_owned()]);
        error.insert(ContextKind::SuggestedSubcommand, near);
    }
    error
}

/// Shows help, or says what is wrong.
fn told(error: clap::Error) -> Result<(), Stop> {
    let text = error.render();
    let terminal = Terminal::stdout();
    match error.kind() {
        ErrorKind::DisplayVersion => say(text.to_string().trim_end()),
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let text = if terminal.colours() { text.ansi().to_string() } else { text.to_string() };
            terminal.print(text.trim_end());
            Ok(())
        }
        _ => Err(wrong(&error)),
    }
}

fn wrong(error: &clap::Error) -> Stop {
    let text = error.render().to_string();
    Stop::Usage(text.strip_prefix("error: ").unwrap_or(&text).trim_end().to_owned())
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

/// Returns how this program is called.
pub(crate) fn program() -> String {
    let path = PathBuf::from(std::env::args_os().next().unwrap_or_default());
    path.file_stem().map_or("program".into(), |name| name.to_string_lossy().into_owned())
}

/// A whole number from 0 on, as an option has it.
pub(crate) fn number<T: std::str::FromStr>(text: &str) -> Result<T, &'static str> {
    text.parse().map_err(|_| "a whole number from 0 on is needed")
}

/// A whole number from 1 on, as an option has it.
pub(crate) fn count(text: &str) -> Result<usize, &'static str> {
    text.parse().ok().filter(|it| *it > 0).ok_or("a whole number from 1 on is needed")
}

/// Reads the name of a status, in any case.
pub(crate) fn statuses() -> impl TypedValueParser<Value = Status> {
    let named =
        |name: String| Status::ALL.into_iter().find(|it| it.name().eq_ignore_ascii_case(&name));
    PossibleValuesParser::new(Status::ALL.map(|it| it.name()))
        .try_map(move |name| named(name).ok_or("there is no such status"))
}

/// Checks that every command has `--json`, but for those whose results are texts of another form.
#[cfg(test)]
pub(crate) fn all_know_json(host: &impl Host) {
    const TEXTS: [&str; 2] = ["completions", "man"];
    let line = host.line();
    let lacks = |it: &&clap::Command| !it.get_arguments().any(|it| it.get_long() == Some("json"));
    let lacking = line.get_subcommands().filter(lacks).map(clap::Command::get_name);
    assert_eq!(lacking.filter(|it| !TEXTS.contains(it)).collect::<Vec<_>>(), [] as [&str; 0]);
}
