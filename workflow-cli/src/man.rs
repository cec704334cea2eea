//! The command `man`: manual pages, for who packages this program.

use crate::command::{Command, Group, Host};
use crate::files::shown;
use crate::stop::{Stop, say};
use crate::terminal::Terminal;
use std::path::{Path, PathBuf};

/// Prints the manual page, or writes one for each command
#[derive(clap::Args)]
pub(crate) struct Man {
    /// A folder for the pages of all commands
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
}

impl<H: Host> Command<H> for Man {
    const NAME: &'static str = "man";
    const GROUP: Group = Group::Program;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("man | man -l -", "reads the page"),
        ("man --out /usr/local/share/man/man1", "installs a page for each command"),
    ];

    fn run(self, host: H) -> Result<(), Stop> {
        let line = named(host.line());
        match self.out {
            Some(folder) => write_all(line, &folder),
            None => {
                let mut page = vec![];
                let rendered = clap_mangen::Man::new(line).render(&mut page);
                rendered
                    .map_err(|error| Stop::Failed(format!("the page cannot be made: {error}")))?;
                Terminal::stdout().print(String::from_utf8_lossy(&page).trim_end());
                Ok(())
            }
        }
    }
}

/// The command line, each of its commands under the name of its page: `workflow-run`.
fn named(line: clap::Command) -> clap::Command {
    let name = line.get_name().to_owned();
    let page = |command: clap::Command| {
        let page = format!("{name}-{}", command.get_name());
        command.display_name(page)
    };
    line.display_name(name.clone()).mut_subcommands(page)
}

fn write_all(line: clap::Command, folder: &Path) -> Result<(), Stop> {
    let wrong = |error| Stop::Failed(format!("cannot write to {}: {error}", shown(folder)));
    std::fs::create_dir_all(folder).map_err(wrong)?;
    clap_mangen::generate_to(line, folder).map_err(wrong)?;
    say(&format!("pages are in {}", shown(folder)))
}
