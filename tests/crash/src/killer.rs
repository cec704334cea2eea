//! The parent: it starts the process, kills it, and reads what it left.

use crate::audit::{Audit, audit};
use crate::blind::{self, Blind};
use crate::folder::Folder;
use crate::hits::Hits;
use crate::hold::Point;
use crate::index::Index;
use crate::journal::{Line, Reader};
use crate::laws::Known;
use crate::past::Past;
use crate::process::Orders;
use crate::random::Random;
use crate::settings::Settings;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// The longest time that the last process may take.
const LAST: Duration = Duration::from_secs(120);
/// The longest time until a process stands still where it is to.
const HELD: Duration = Duration::from_secs(6);

/// The moment of a kill.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// After so long, from the beginning of the process.
    Early(Duration),
    /// After so long, from when it has taken up what was interrupted.
    After(Duration),
    /// The point at which it stands still.
    At(Point, u64),
    /// As soon as the log is being written back, a while after it is ready.
    Checkpoint(Duration),
}

impl Moment {
    fn drawn(random: &mut Random, kill: u64) -> Moment {
        let millis = |random: &mut Random, most| Duration::from_millis(random.below(most));
        match kill % 8 {
            0 => Moment::Early(Duration::from_micros(random.below(60_000))),
            2 | 5 => Moment::After(millis(random, 400)),
            4 => Moment::Checkpoint(millis(random, 200)),
            _ => {
                // The points take turns.
                let turn = kill * 5 / 8;
                let point = Point::ALL[usize::try_from(turn).unwrap_or(0) % Point::ALL.len()];
                let most = match point {
                    Point::BeforeCommit | Point::AfterCommit | Point::Acknowledged => 300,
                    Point::BeforeEffect | Point::Effect => 200,
                    Point::BeforeEnd | Point::AfterEnd => 20,
                    _ => 4,
                };
                Moment::At(point, random.below(most))
            }
        }
    }
}

/// A run: its files, and what is known.
pub struct Killer<'a> {
    pub settings: &'a Settings,
    pub folder: Folder,
    reader: Reader,
    past: Past,
    pub known: Known,
    pub hits: Hits,
    pub kills: u64,
    /// The kills for which the process did not come to the point where it was to stand still, or the log was not written
    /// back: they came anyway.
    pub missed: Vec<String>,
    pub audit: Audit,
}

impl<'a> Killer<'a> {
    pub fn new(settings: &'a Settings, folder: Folder) -> Self {
        Killer {
            settings,
            folder,
            reader: Reader::default(),
            past: Past::default(),
            known: Known::default(),
            hits: Hits::default(),
            kills: 0,
            missed: vec![],
            audit: Audit::default(),
        }
    }

    /// Kills the process as often as it is to be killed, lets the last one end, and looks at what is there.
    pub fn run(&mut self) -> Result<(), String> {
        for kill in 0..self.settings.kills {
            self.kill(kill)?;
            if self.settings.blind.is_some() && self.known.violated > 0 {
                return Ok(());
            }
        }
        self.last(None)?;
        self.audit = audit(&self.folder, &mut self.known)?;
        Ok(())
    }

    /// Kills the process once, at a moment that the seed gives.
    fn kill(&mut self, kill: u64) -> Result<(), String> {
        let mut random = Random::new(self.settings.seed, 1_000_000 + kill);
        let moment = Moment::drawn(&mut random, kill);
        let hold = match moment {
            Moment::At(point, passes) => Some((point.name(), passes)),
            _ => None,
        };
        self.known.begin(kill);
        let (mut process, lines) = self.spawn(kill, self.settings.open, hold, None)?;
        let ended = self.wait_for(moment, &mut process, &lines);
        let index = {
            // The signal that nothing can catch.
            process.kill().map_err(|error| error.to_string())?;
            process.wait().map_err(|error| error.to_string())?;
            Index::read(&self.folder.store())
        };
        if ended {
            self.known.wrong(format!("it ended before it was killed ({moment:?})"));
        }
        self.kills += 1;
        self.read()?;
        self.hits.count(&self.known, index);
        if self.settings.blind == Some(Blind::Group) {
            blind::forget(&self.folder.store()).map_err(|error| error.to_string())?;
        }
        Ok(())
    }

    /// Waits for the moment. True if the process has ended by itself.
    fn wait_for(&mut self, moment: Moment, process: &mut Child, lines: &Receiver<String>) -> bool {
        let ended = |process: &mut Child| process.try_wait().is_ok_and(|it| it.is_some());
        match moment {
            Moment::Early(after) => std::thread::sleep(after),
            Moment::After(after) => {
                if said("ready", lines, LAST) {
                    std::thread::sleep(after);
                }
            }
            Moment::At(..) => {
                // Where it does not come there, it is killed anyway.
                if !said("held", lines, HELD) {
                    self.missed.push(format!("{moment:?}"));
                }
            }
            Moment::Checkpoint(after) => {
                if said("ready", lines, LAST) {
                    std::thread::sleep(after);
                }
                let begin = Instant::now();
                let store = self.folder.store();
                while begin.elapsed() < HELD
                    && !Index::read(&store).is_some_and(Index::is_writing_back)
                {
                    std::thread::yield_now();
                }
            }
        }
        ended(process)
    }

    /// Lets the last process end by itself.
    pub fn last(&mut self, soak: Option<u64>) -> Result<(), String> {
        let (mut process, _lines) = self.spawn(self.known.round + 1, 0, None, soak)?;
        let begin = Instant::now();
        while process.try_wait().map_err(|error| error.to_string())?.is_none() {
            if begin.elapsed() > LAST {
                process.kill().map_err(|error| error.to_string())?;
                process.wait().map_err(|error| error.to_string())?;
                self.known.wrong(format!("it did not end within {} s", LAST.as_secs()));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        self.read()
    }

    /// Reads what the last process has written.
    pub fn read(&mut self) -> Result<(), String> {
        let text = |error: std::io::Error| error.to_string();
        let lines = self.reader.read(&self.folder.journal()).map_err(text)?;
        // Its own process does not read it again.
        self.reader.clear(&self.folder.journal()).map_err(text)?;
        for line in lines {
            self.past.read(&line);
            let found_all = matches!(line, Line::FoundAll(_));
            self.known.read(line);
            if found_all && self.known.round > 0 {
                self.hits.count_found(&self.known);
            }
        }
        Ok(())
    }

    /// Starts a process.
    pub fn spawn(
        &self,
        round: u64,
        open: usize,
        hold: Option<(String, u64)>,
        soak: Option<u64>,
    ) -> Result<(Child, Receiver<String>), String> {
        let past = serde_json::to_vec(&self.past).map_err(|error| error.to_string())?;
        std::fs::write(self.folder.past(), past).map_err(|error| error.to_string())?;
        let blind = self.settings.blind.map(|it| it.name().to_owned());
        let orders = Orders { round, seed: self.settings.seed, open, hold, blind, soak };
        let orders = serde_json::to_string(&orders).map_err(|error| error.to_string())?;
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let mut process = Command::new(program)
            .arg("process")
            .arg(self.folder.path())
            .arg(orders)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| error.to_string())?;
        let output = process.stdout.take().ok_or("the process has no output")?;
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                // Nobody listens any more when the process is killed.
                let _ = sender.send(line);
            }
        });
        Ok((process, lines))
    }
}

/// Waits for a word of the process. False if it does not say it.
fn said(word: &str, lines: &Receiver<String>, patience: Duration) -> bool {
    let begin = Instant::now();
    loop {
        match lines.recv_timeout(patience.saturating_sub(begin.elapsed())) {
            Ok(line) if line == word => return true,
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return false,
        }
    }
}
