//! `new`: a project that builds, and passes its tests.

use super::Documents;
use crate::command::{Command, Group};
use crate::files::shown;
use crate::stop::{Stop, say};
use serde_json::json;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The files of a project. `{{name}}` and `{{dependency}}` are filled in: no name has braces.
const FILES: &[(&str, &str)] = &[
    ("Cargo.toml", include_str!("../../template/Cargo.toml.in")),
    ("README.md", include_str!("../../template/README.md")),
    (".gitignore", include_str!("../../template/gitignore")),
    (".github/workflows/ci.yml", include_str!("../../template/ci.yml")),
    ("order.json", include_str!("../../template/order.json")),
    ("cases.json", include_str!("../../template/cases.json")),
    ("src/main.rs", include_str!("../../template/main.rs")),
    ("src/order.rs", include_str!("../../template/order.rs")),
    ("src/tasks.rs", include_str!("../../template/tasks.rs")),
    ("src/tests.rs", include_str!("../../template/tests.rs")),
];

/// Names that a package cannot have: words of Rust, its own crates, and what the project depends on.
pub(super) const TAKEN: &str = "abstract alloc as async await become box break const continue core crate do dyn else enum \
    extern false final fn for gen if impl in let loop macro match mod move mut override priv proc_macro pub ref \
    return self serde static std struct super test trait true try type typeof unsafe unsized use virtual where \
    while workflow yield";

/// Makes a project: a workflow, its tests, CI
#[derive(clap::Args)]
pub(super) struct New {
    /// The folder to make; its last part is the name of the package
    #[arg(value_name = "NAME")]
    folder: PathBuf,
    #[command(flatten)]
    from: From,
    /// Prints the files that it makes as JSON
    #[arg(long)]
    json: bool,
}

/// The place of the library `workflow`. It is on no registry yet: one of them is needed.
#[derive(clap::Args)]
#[group(required = true, multiple = false)]
pub(super) struct From {
    /// A checkout of `workflow` (it is not on crates.io yet)
    #[arg(long, value_name = "FOLDER")]
    pub(super) path: Option<PathBuf>,
    /// Its repository
    #[arg(long, value_name = "URL", value_parser = url)]
    pub(super) git: Option<String>,
}

/// The address of a repository, as Cargo takes it: whether somebody answers there shows when it is built.
fn url(text: &str) -> Result<String, &'static str> {
    let (scheme, rest) = text.split_once("://").unwrap_or_default();
    let named = !scheme.is_empty()
        && scheme.bytes().all(|it| it.is_ascii_alphanumeric() || b"+-.".contains(&it));
    let plain = !text.chars().any(|it| it.is_whitespace() || it.is_control());
    if named && plain && !rest.is_empty() {
        Ok(text.to_owned())
    } else {
        Err(
            "a URL is needed, such as https://example.com/workflow.git or ssh://git@example.com/workflow.git",
        )
    }
}

impl Command<Documents> for New {
    const NAME: &'static str = "new";
    const GROUP: Group = Group::Project;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("new orders --path ../workflow", "then `cd orders` and `cargo test`"),
        ("new orders --git https://example.com/workflow.git", "the library from a repository"),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        let name = named(&self.folder)?;
        let dependency = self.from.dependency()?;
        let files: Vec<(&str, String)> = FILES
            .iter()
            .map(|(path, _)| (*path, filled(path, &name, &dependency, &self.folder)))
            .collect();
        make(&self.folder, &files)?;
        let folder = shown(&self.folder);
        if self.json {
            let paths: Vec<_> = files.iter().map(|(path, _)| path).collect();
            let made = json!({ "name": name, "folder": folder, "files": paths });
            return say(&format!("{made:#}"));
        }
        let next = NEXT.replace("NAME", &folder);
        say(&format!("{folder} is made: a workflow, its tests, CI\n\n{next}"))?;
        let path = self.from.path.as_ref();
        path.map_or(Ok(()), |_| say(ELSEWHERE))
    }
}

/// A file of the template, with the name of the package and what it depends on.
pub(super) fn filled(path: &str, name: &str, dependency: &str, folder: &Path) -> String {
    let text = FILES.iter().find(|(it, _)| *it == path).map_or("", |(_, text)| text);
    let filled = || text.replace("{{name}}", name).replace("{{dependency}}", dependency);
    match path {
        "Cargo.toml" if within_another(folder) => filled() + APART,
        "Cargo.toml" | "README.md" => filled(),
        _ => text.to_owned(),
    }
}

/// The name of the package in a folder that can be made.
pub(super) fn named(folder: &Path) -> Result<String, Stop> {
    let name = name(folder)?;
    vacant(folder)?;
    Ok(name)
}

/// Makes the folder of a project.
pub(super) fn make(folder: &Path, files: &[(impl AsRef<str>, String)]) -> Result<(), Stop> {
    write(folder, files)
        .map_err(|error| Stop::Failed(format!("cannot make {}: {error}", shown(folder))))
}

/// The first words in a new project.
const NEXT: &str = "  cd NAME\n  cargo test\n  cargo run -- run fulfil --input order.json";

/// Words about a library that is a folder.
const ELSEWHERE: &str =
    "\nThe library is a folder of this machine: CI elsewhere needs `git` in Cargo.toml.";

/// The end of a manifest that lies within another project.
const APART: &str = "\n# A folder above has another project: this one stands alone.\n[workspace]\n";

impl From {
    /// The value of the dependency in the manifest.
    pub(super) fn dependency(&self) -> Result<String, Stop> {
        let Some(path) = &self.path else {
            let url = self.git.as_deref().unwrap_or_default();
            return Ok(format!("{{ git = {} }}", quoted(url)));
        };
        let wrong = |why: &str| {
            Stop::Usage(format!("--path is a checkout of `workflow`, and {} {why}", shown(path)))
        };
        let manifest =
            fs::read_to_string(path.join("Cargo.toml")).map_err(|_| wrong("has no Cargo.toml"))?;
        if !names_workflow(&manifest) {
            return Err(wrong("holds another package"));
        }
        let path =
            path.canonicalize().map_err(|error| wrong(&format!("cannot be read: {error}")))?;
        let path = path.to_str().ok_or_else(|| wrong("is no UTF-8"))?;
        Ok(format!("{{ path = {} }}", quoted(path)))
    }
}

/// True if the package of a manifest is `workflow`.
fn names_workflow(manifest: &str) -> bool {
    let package = manifest.lines().skip_while(|line| line.trim() != "[package]").skip(1);
    let mut fields = package.take_while(|line| !line.trim_start().starts_with('['));
    fields.any(|line| line.replace(' ', "") == "name=\"workflow\"")
}

/// A text as TOML has it: a JSON text is one.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The name of the package.
fn name(folder: &Path) -> Result<String, Stop> {
    let all = folder.to_string_lossy();
    let name = folder.file_name().map_or(Some(&*all), |it| it.to_str()).unwrap_or(&all);
    let wrong =
        |why: &str| Err(Stop::Usage(format!("`{name}` cannot be the name of a package: {why}")));
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || !name.chars().all(fits) {
        return wrong("it begins with a letter, and has letters, digits, `-` and `_`");
    }
    if name.len() > 64 {
        return wrong("it has more than 64 letters");
    }
    if TAKEN.split_whitespace().any(|it| it == name.replace('-', "_")) {
        return wrong("the word has another meaning; add to it, as in `my-NAME`");
    }
    Ok(name.to_owned())
}

/// Refuses a folder that has something in it.
fn vacant(folder: &Path) -> Result<(), Stop> {
    let name = shown(folder);
    match fs::read_dir(folder).map(|mut all| all.next().is_none()) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Stop::Usage(format!("{name} is not empty: nothing was written"))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => match folder.parent() {
            Some(above) if !above.as_os_str().is_empty() && !above.is_dir() => {
                Err(Stop::Usage(format!("there is no folder {}", shown(above))))
            }
            _ => Ok(()),
        },
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            Err(Stop::Usage(format!("{name} is a file: nothing was written")))
        }
        Err(error) => Err(Stop::Failed(format!("cannot read {name}: {error}"))),
    }
}

/// True if a folder above has a manifest: its workspace would claim the project.
fn within_another(folder: &Path) -> bool {
    let here = std::env::current_dir().unwrap_or_default().join(folder);
    here.ancestors().skip(1).any(|it| it.join("Cargo.toml").is_file())
}

/// Writes all files beside the folder, and gives them its name in the end: it is made wholly, or not at all.
fn write(folder: &Path, files: &[(impl AsRef<str>, String)]) -> io::Result<()> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let beside = folder.with_file_name(format!(".{name}.{}.new", std::process::id()));
    let written = files.iter().try_for_each(|(path, text)| {
        let path: &str = path.as_ref();
        let path = beside.join(path);
        if let Some(above) = path.parent() {
            fs::create_dir_all(above)?;
        }
        fs::write(path, text)
    });
    // An empty folder gives way; one that was filled meanwhile does not.
    let made = written.and_then(|()| match fs::remove_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => fs::rename(&beside, folder),
    });
    if made.is_err() {
        // It may not be there at all.
        let _ = fs::remove_dir_all(&beside);
    }
    made
}
