//! Runs the program of an example as a user does.
#![allow(dead_code, reason = "each test uses a part")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

/// A directory of its own for a run, gone after it.
pub struct Place(pub PathBuf);

impl Place {
    pub fn new(name: &str) -> Self {
        let path =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Place(path)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// How a run ended.
pub struct Ended {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// The program of an example, which stands beside the programs of tests.
fn program(example: &str) -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let programs = tests.parent().and_then(Path::parent).unwrap();
    let program =
        programs.join("examples").join(example).with_extension(std::env::consts::EXE_EXTENSION);
    let built = std::fs::metadata(&program).and_then(|file| file.modified());
    let fresh = built.is_ok_and(|built| built >= changed(example));
    assert!(fresh, "{} is missing or old: run `cargo build --examples`", program.display());
    program
}

/// When the source of an example was changed last.
fn changed(example: &str) -> SystemTime {
    let folder = |folder: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path())
    };
    let files = folder(example).chain(folder("common"));
    let code = files.filter(|file| file.extension().is_some_and(|extension| extension == "rs"));
    code.map(|file| file.metadata().unwrap().modified().unwrap()).max().unwrap()
}

pub fn run(example: &str, arguments: &[&str], place: &Place) -> Ended {
    run_with(example, arguments, place, "")
}

/// The program, in this place.
pub fn command(example: &str, place: &Place) -> Command {
    let mut command = Command::new(program(example));
    command.current_dir(&place.0).env("TMPDIR", &place.0);
    command
}

/// With something on standard input.
pub fn run_with(example: &str, arguments: &[&str], place: &Place, input: &str) -> Ended {
    let mut child = command(example, place)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Who does not read it may have ended by now.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    Ended { code: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
}

/// The words are there, in this order, wherever lines break.
#[track_caller]
pub fn says(out: &str, words: &[&str]) {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let all = flat(out);
    let mut rest = &all[..];
    for words in words {
        let words = flat(words);
        let Some(at) = rest.find(&words) else { panic!("{words:?} is missing (here) in:\n{out}") };
        rest = &rest[at + words.len()..];
    }
}

/// Exit code 2, nothing on standard output, one line on standard error.
#[track_caller]
pub fn refused(ended: &Ended, named: &str, says: &str) {
    let Ended { code, out, err } = ended;
    assert_eq!((*code, out.as_str()), (Some(2), ""), "{err}");
    assert_eq!(err.lines().count(), 1, "{err}");
    assert!(err.starts_with("error: ") && err.contains(named) && err.contains(says), "{err}");
}
