//! Stores that lose their power.

use crate::disk::{Disk, Random};
use crate::system::{self, Shared};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;
use workflow_runtime::Failure;
use workflow_runtime::store::{
    Answer, Begun, Chunk, Commit, Message, Query, Record, Status, Store, StoreError, Stored,
};
use workflow_sqlite::Sqlite;

/// The executions that commit at the same time.
const HANDS: u64 = 6;

/// The result of a loss of power.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The calls that were acknowledged before.
    pub acknowledged: u64,
    /// Something that was acknowledged and is gone.
    pub lost: Option<String>,
    /// Something that is there in part, or damaged.
    pub damaged: Option<String>,
    /// The last thing that the disk did.
    pub last: &'static str,
    /// The syncs of the thread that writes the log back beside the writer.
    pub synced_beside: u64,
}

/// The care with which a store writes.
#[derive(Clone, Copy)]
pub struct Care {
    /// SQLite's `synchronous`.
    pub synchronous: &'static str,
    /// The sync of the thread that writes the log back beside the writer, and of readers with connections of their own;
    /// without it there is one connection.
    pub beside: Option<fn(&Path) -> io::Result<()>>,
    /// The end of the names of files whose syncs do nothing.
    pub ignored: Option<&'static str>,
}

impl Care {
    /// One connection.
    #[must_use]
    pub fn alone(synchronous: &'static str) -> Self {
        Care { synchronous, beside: None, ignored: None }
    }

    /// As stores are opened.
    #[must_use]
    pub fn beside(synchronous: &'static str) -> Self {
        Care { beside: Some(system::sync_beside), ..Care::alone(synchronous) }
    }
}

/// The state that was acknowledged of each execution.
#[derive(Default)]
struct Known {
    /// The last commit, by the name of the execution.
    commits: BTreeMap<String, u64>,
    epochs: BTreeMap<String, u64>,
    messages: BTreeMap<String, u64>,
}

fn options(care: Care) -> workflow_sqlite::Options {
    let options = match care.beside {
        None => Sqlite::options().vfs(system::NAME),
        Some(sync) => Sqlite::options().vfs_of_many(system::NAME, sync),
    };
    options.synchronous(care.synchronous).page_size(1024).log_step(40_000)
}

/// Writes to a store until the power is lost, at a moment that the seed gives, and looks at what is there afterwards.
#[must_use]
pub fn run(seed: u64, care: Care) -> Outcome {
    let name = format!("{}-{}-{seed}", care.synchronous, care.beside.is_some());
    let disk = system::mount(&name, Disk::default());
    with(&disk, |disk| disk.ignored = care.ignored);
    let path = format!("{name}/store.db");
    let mut random = Random(seed);
    let mut outcome = Outcome::default();
    // Also the beginning of a file is a moment like others, now and then.
    if random.below(8) > 0 {
        drop(options(care).open(&path));
    }
    let mut known = Known::default();
    for round in 0..2 {
        cut(&disk, &mut random);
        wait(async {
            if let Ok(store) = options(care).open(&path) {
                write(&store, &mut random, &mut known, round).await;
            }
        });
        outcome.last = with(&disk, |disk| disk.last);
        outcome.synced_beside = with(&disk, |disk| disk.synced_beside);
        with(&disk, |disk| disk.lose_power(&mut random));
        // Whoever looks has a disk that is whole.
        let whole = Care { beside: care.beside.map(|_| system::sync_beside as _), ..care };
        wait(look(&path, whole, &mut known, &mut outcome));
        if outcome.lost.is_some() || outcome.damaged.is_some() {
            break;
        }
    }
    system::unmount(&name);
    outcome
}

/// Sets the moment at which the power is lost.
fn cut(disk: &Shared, random: &mut Random) {
    with(disk, |disk| {
        let few = random.below(4) == 0;
        let more = 1 + random.below(if few { 30 } else { 600 }) as u64;
        disk.lost_at = Some(disk.operations() + more);
    });
}

/// Calls a function with a disk.
pub fn with<T>(disk: &Shared, call: impl FnOnce(&mut Disk) -> T) -> T {
    call(&mut disk.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
}

/// Waits for a call.
pub fn wait<T>(call: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.unwrap_or_else(|error| panic!("{error}")).block_on(call)
}

/// Writes until the store breaks.
async fn write(store: &Sqlite, random: &mut Random, known: &mut Known, round: u64) {
    for step in 0..400 {
        let mut calls = vec![];
        for hand in 0..HANDS {
            let name = format!("{round} {hand} {}", step / 4);
            let number = step % 4 + 1;
            if random.below(4) == 0 && number == 1
                || known.commits.get(&name).copied().unwrap_or(0) + 1 != number
            {
                continue;
            }
            let epoch = known.epochs.get(&name).copied().unwrap_or(1);
            calls.push((name.clone(), store.commit(commit(&name, epoch, number))));
        }
        for (name, call) in calls {
            match call.await {
                Ok(()) => *known.commits.entry(name).or_default() += 1,
                Err(StoreError::Fatal(_)) => return,
                Err(error) => panic!("{error:?}"),
            }
        }
        if other(store, random, known).await.is_err() {
            return;
        }
    }
}

/// Makes another call of an execution that is open.
async fn other(store: &Sqlite, random: &mut Random, known: &mut Known) -> Result<(), StoreError> {
    let open: Vec<_> = known
        .commits
        .iter()
        .filter(|(_, number)| **number < 4)
        .map(|(name, _)| name.clone())
        .collect();
    let Some(name) = open.get(random.below(open.len())).cloned() else { return Ok(()) };
    match random.below(5) {
        0 => {
            if let Some(saved) = store.claim(&arn(&name)).await? {
                known.epochs.insert(name, saved.epoch);
            }
        }
        1 => {
            let stop = Message::Stop(Failure::new("Stop", &*"s".repeat(random.below(900))));
            if store.tell(&arn(&name), stop).await?.is_some() {
                *known.messages.entry(name).or_default() += 1;
            }
        }
        2 => {
            let token = format!("token of {name}");
            if store.answer(&token, Answer::Done("1".into())).await?.is_some() {
                *known.messages.entry(name).or_default() += 1;
            }
        }
        3 => {
            let ended = Timestamp::from_second(random.below(60).try_into().unwrap_or(0))
                .unwrap_or_default();
            // Whatever is pruned is not known any more; a prune that was not acknowledged may have been done.
            let before: Vec<_> = known
                .commits
                .iter()
                .filter(|(_, it)| **it == 4)
                .map(|(name, _)| name.clone())
                .collect();
            let pruned = store.prune(ended, 3).await;
            for name in before {
                let gone = match &pruned {
                    Ok(_) => store.describe(&arn(&name)).await.map_or(true, |it| it.is_none()),
                    Err(_) => true,
                };
                if gone {
                    known.commits.remove(&name);
                }
            }
            pruned?;
        }
        _ => {}
    }
    Ok(())
}

fn arn(name: &str) -> Arc<str> {
    format!("arn:{name}").into()
}

/// The text of a payload: its length comes from the name.
fn payload(name: &str, number: u64) -> String {
    let length = name.bytes().map(u64::from).sum::<u64>() * number * 37 % 1500;
    format!("{name} {number} {}", "p".repeat(usize::try_from(length).unwrap_or(0)))
}

fn commit(name: &str, epoch: u64, number: u64) -> Commit {
    let last = u32::try_from(number).unwrap_or(0);
    let ends = number == 4;
    let begun = Begun {
        id: arn(name),
        name: name.into(),
        machine: "orders".into(),
        input: Some(payload(name, 9).into()),
        started: Timestamp::UNIX_EPOCH,
        seed: 1,
        timeout: None,
        around: None,
    };
    let child = |place: u32| Record {
        path: vec![(0, place)],
        machine: Some(format!("{number}").into()),
        mark: [1; 20].into(),
    };
    let root =
        Record { path: vec![], machine: Some(format!("{number}").into()), mark: [1; 9].into() };
    Commit {
        caller: None,
        execution: arn(name),
        epoch,
        number,
        time: Timestamp::from_second(i64::from(last)).unwrap_or_default(),
        begun: (number == 1).then_some(begun),
        events: last,
        removed: if number == 3 { vec![vec![]] } else { vec![] },
        records: if number == 2 { vec![root, child(0), child(1)] } else { vec![root] },
        payloads: vec![Stored { number: last, text: payload(name, number).into() }],
        chunk: Some(Chunk { first: last, last, bytes: payload(name, number).into_bytes().into() }),
        state: Some(format!("State {number}").into()),
        wake: (number == 2).then_some(Timestamp::MAX),
        opened: if number == 1 { vec![format!("token of {name}").into()] } else { vec![] },
        closed: vec![],
        expired: vec![],
        taken: vec![],
        status: if ends { Status::Succeeded } else { Status::Running },
        end: ends.then(|| Ok("1".into())),
        continued: None,
        redriven: false,
        round: 0,
    }
}

/// A commit of an execution that never ends, with a payload of a kilobyte.
#[must_use]
pub fn commit_of(id: &str, number: u64) -> Commit {
    let plain = commit("one", 1, number.min(2));
    let last = u32::try_from(number).unwrap_or(0);
    let begun = plain.begun.map(|begun| Begun { id: id.into(), ..begun });
    Commit {
        execution: id.into(),
        number,
        begun,
        opened: vec![],
        payloads: vec![Stored { number: last, text: "p".repeat(1000).into() }],
        chunk: None,
        ..plain
    }
}

/// Opens the store again, and compares it with what was acknowledged.
async fn look(path: &str, care: Care, known: &mut Known, outcome: &mut Outcome) {
    outcome.acknowledged = known.commits.values().sum();
    let store = match options(care).open(path) {
        Ok(store) => store,
        Err(error) => {
            outcome.damaged = Some(error.to_string());
            return;
        }
    };
    match compare(&store, known, outcome).await {
        Ok(()) => {}
        Err(error) => outcome.damaged = Some(error.to_string()),
    }
}

async fn compare(
    store: &Sqlite,
    known: &mut Known,
    outcome: &mut Outcome,
) -> Result<(), StoreError> {
    if let Some(problem) = store.check().await?.first() {
        outcome.damaged = Some(problem.clone());
        return Ok(());
    }
    for (name, number) in &mut known.commits {
        let found = store.describe(&arn(name)).await?.map_or(0, |it| it.number);
        if found < *number {
            outcome.lost =
                Some(format!("{name}: {number} commits were acknowledged, {found} are there"));
            return Ok(());
        }
        *number = found;
    }
    let page = store.list(Query { limit: usize::MAX, ..Query::default() }).await?;
    for found in page.executions {
        let (name, id) = (found.begun.name.to_string(), found.begun.id.clone());
        let history = store.history(&id, 0, 100).await?;
        let numbers: Vec<_> = (1..=u32::try_from(found.number).unwrap_or(0)).collect();
        let texts = store.payloads(&id, &numbers).await?;
        let right = (1..=found.number).map(|it| payload(&name, it));
        let whole = history.len() as u64 == found.number
            && texts.iter().map(ToString::to_string).eq(right)
            && found.begun.input.as_deref() == Some(&*payload(&name, 9))
            && found.state.as_deref() == Some(&*format!("State {}", found.number))
            && found.end.is_some() == (found.number == 4);
        if !whole {
            outcome.damaged = Some(format!("{name} is there in part"));
            return Ok(());
        }
        open_one(store, &name, known, outcome).await?;
    }
    Ok(())
}

/// Looks at the scopes, the messages and the epoch of an execution that is open.
async fn open_one(
    store: &Sqlite,
    name: &str,
    known: &mut Known,
    outcome: &mut Outcome,
) -> Result<(), StoreError> {
    let Some(saved) = store.claim(&arn(name)).await?.filter(|it| it.end.is_none()) else {
        return Ok(());
    };
    let scopes = if saved.number == 2 { 3 } else { 1 };
    let right = saved.scopes.values().all(|it| *it.machine == saved.number.to_string());
    if saved.scopes.len() != scopes || !right {
        outcome.damaged = Some(format!("{name} has scopes of another commit: {saved:?}"));
    }
    let epoch = known.epochs.insert(name.to_owned(), saved.epoch).unwrap_or(1);
    if saved.epoch <= epoch {
        outcome.lost = Some(format!("{name}: a claim of epoch {epoch}"));
    }
    let messages = saved.messages.len() as u64;
    if messages < known.messages.insert(name.to_owned(), messages).unwrap_or(0) {
        outcome.lost = Some(format!("{name}: a message"));
    }
    Ok(())
}
