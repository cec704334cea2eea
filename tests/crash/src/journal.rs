//! The journal beside the store: what the process did and was told, a line each, in the order in which it happened.
//!
//! A line is one write to the end of the file, which the system keeps when the process is killed. Effects are synced, too.

use crate::mark::Mark;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::oneshot;

/// A line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Line {
    /// A process begins.
    Round(u64),
    /// An execution that the process found in the store when it began; one that has ended is told once.
    Found {
        id: String,
        number: u64,
        ended: bool,
        state: String,
    },
    /// All that were in the store have been told, but for so many that had ended and been told before.
    FoundAll(usize),
    /// The process has taken up what was interrupted.
    Ready,
    /// The execution with this number is asked for; its start is acknowledged.
    Start(u64),
    Started(u64),
    Commit(Written),
    /// The store has acknowledged a commit.
    Acknowledged(u64),
    /// The store has refused a first commit: the execution has begun before.
    Existed(u64),
    /// The store has refused a commit.
    Refused(u64, String),
    /// A task takes effect, with a result that is in its mark; `after` are the results that led to it.
    Effect {
        mark: Mark,
        key: String,
        after: Vec<Mark>,
    },
    /// A task was given this token.
    Token {
        call: u64,
        token: String,
    },
    /// An answer is given; it is acknowledged, or nobody waits for it any more.
    Answer {
        token: String,
        value: String,
    },
    Answered {
        token: String,
        value: String,
    },
    Declined {
        token: String,
    },
    /// An execution is to end; its end is acknowledged.
    Stop(String),
    Stopped(String),
    /// Something that must not be.
    Wrong(String),
    /// Nothing is open any more.
    Done,
}

/// A commit that the engine asks the store to write.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// The number of the call in its process.
    pub call: u64,
    pub id: String,
    pub epoch: u64,
    pub number: u64,
    /// The name of the state machine, with the first commit.
    pub begins: Option<String>,
    pub item: bool,
    pub ends: bool,
    /// The execution that goes on in its place.
    pub continued: Option<String>,
    pub marks: Vec<Mark>,
}

/// A line that is to be synced, and who waits for that.
type Synced = (String, oneshot::Sender<()>);

/// The hand that writes.
#[derive(Clone)]
pub struct Journal {
    file: Arc<Mutex<File>>,
    synced: Sender<Synced>,
}

impl Journal {
    /// Opens the journal, behind whatever a killed process wrote last.
    pub fn open(path: &Path) -> std::io::Result<Self> {
        let mut file = File::options().create(true).append(true).open(path)?;
        file.write_all(b"\n")?;
        let (synced, lines) = channel();
        let own = file.try_clone()?;
        std::thread::Builder::new().name("journal".to_owned()).spawn(move || sync(own, &lines))?;
        Ok(Journal { file: Arc::new(Mutex::new(file)), synced })
    }

    /// Writes a line.
    pub fn note(&self, line: &Line) {
        let text = text(line);
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.write_all(text.as_bytes()).expect("the journal can be written");
    }

    /// Writes a line, and waits until it is on the disk.
    pub async fn sync(&self, line: &Line) {
        let (done, wait) = oneshot::channel();
        self.synced.send((text(line), done)).expect("the journal's thread lives");
        wait.await.expect("the journal can be written");
    }
}

fn text(line: &Line) -> String {
    serde_json::to_string(line).expect("a line has a JSON form") + "\n"
}

/// Writes lines that are to be synced: those that wait together.
fn sync(mut file: File, lines: &Receiver<Synced>) {
    while let Ok(first) = lines.recv() {
        let all: Vec<_> = std::iter::once(first).chain(lines.try_iter()).collect();
        let bytes: String = all.iter().map(|(text, _)| text.as_str()).collect();
        let written = file.write_all(bytes.as_bytes()).and_then(|()| file.sync_data());
        written.expect("the journal can be written");
        for (_, done) in all {
            // Who waited may be gone.
            let _ = done.send(());
        }
    }
}

/// The journal as it is read: what is new since the last time.
#[derive(Default)]
pub struct Reader {
    at: u64,
}

impl Reader {
    /// Begins anew with an empty journal.
    pub fn clear(&mut self, path: &Path) -> std::io::Result<()> {
        self.at = 0;
        File::create(path).map(drop)
    }

    /// Reads what is new. A line that its process could not write to its end is no line.
    pub fn read(&mut self, path: &Path) -> std::io::Result<Vec<Line>> {
        let mut file = match File::open(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(vec![]),
            file => file?,
        };
        file.seek(SeekFrom::Start(self.at))?;
        let mut text = vec![];
        file.read_to_end(&mut text)?;
        self.at += text.len() as u64;
        let lines = text.split(|byte| *byte == b'\n');
        Ok(lines.filter_map(|line| serde_json::from_slice(line).ok()).collect())
    }
}
