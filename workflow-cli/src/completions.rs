//! The command `completions`: what a shell needs to complete words of this program.

use crate::command::{Command, Group, Host};
use crate::stop::Stop;
use crate::terminal::Terminal;
use clap_complete::Shell;

/// Prints completions for a shell
#[derive(clap::Args)]
pub(crate) struct Completions {
    /// The shell that reads them
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl<H: Host> Command<H> for Completions {
    const NAME: &'static str = "completions";
    const GROUP: Group = Group::Program;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        (
            "completions bash > ~/.local/share/bash-completion/completions/NAME",
            "for bash; NAME is this program's",
        ),
        ("completions fish > ~/.config/fish/completions/NAME.fish", "for fish"),
        ("completions zsh > ~/.zfunc/_NAME", "for zsh, where ~/.zfunc is in its fpath"),
    ];

    fn run(self, host: H) -> Result<(), Stop> {
        let mut line = host.line();
        let called = line.get_name().to_owned();
        let mut text = vec![];
        clap_complete::generate(self.shell, &mut line, called, &mut text);
        // It is UTF-8: names and help are.
        Terminal::stdout().print(String::from_utf8_lossy(&text).trim_end());
        Ok(())
    }
}
