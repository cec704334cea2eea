//! The store's calls.

use crate::error::Stop;
use crate::open::Parts;
use crate::queue::Queue;
use crate::work::Call;
use crate::write::{self, Removed, Tables};
use crate::writer::{Order, Question};
use crate::{Sqlite, read};
use jiff::Timestamp;
use rusqlite::Connection;
use std::sync::Arc;
use workflow_runtime::LargeStore;
use workflow_runtime::store::{
    Answer, Chunk, Commit, Delivered, Described, Due, Message, Named, Page, Put, Query, Saved,
    Store, StoreResult as Result,
};
use workflow_runtime::task::BoxFuture;

/// The bytes of a call that holds little.
const LITTLE: usize = 256;

impl Sqlite {
    /// Has the writer make a change.
    fn write<T: Send + 'static>(
        &self,
        size: usize,
        change: impl for<'c> FnMut(&mut Tables<'c>) -> std::result::Result<T, Stop> + Send + 'static,
    ) -> BoxFuture<Result<T>> {
        if let Err(error) = self.0.state.check() {
            return Box::pin(std::future::ready(Err(error)));
        }
        self.0.writer.call(&self.0, writer, |call| Order::Write(call), Call::new(change, size))
    }

    /// Has the writer empty the log: what was removed is in it.
    fn clear(&self) -> BoxFuture<Result<()>> {
        let nothing = |_: &mut &Connection| Ok(());
        let call = Call::new(nothing, LITTLE);
        self.0.writer.call(&self.0, writer, |call| Order::Clear(call), call)
    }

    /// Has a reader answer a question, of one state of the store.
    fn read<T: Send + 'static>(
        &self,
        question: impl Fn(&Connection) -> std::result::Result<T, Stop> + Send + 'static,
    ) -> BoxFuture<Result<T>> {
        self.ask(move |on| {
            let transaction = on.unchecked_transaction()?;
            let result = question(on)?;
            transaction.commit()?;
            Ok(result)
        })
    }

    /// The same, outside a transaction.
    pub(crate) fn ask<T: Send + 'static>(
        &self,
        question: impl for<'c> FnMut(&mut &'c Connection) -> std::result::Result<T, Stop>
        + Send
        + 'static,
    ) -> BoxFuture<Result<T>> {
        if let Err(error) = self.0.state.check() {
            return Box::pin(std::future::ready(Err(error)));
        }
        let call = Call::new(question, LITTLE);
        let Some(readers) = &self.0.readers else {
            return self.0.writer.call(&self.0, writer, |call| Order::Read(call), call);
        };
        readers.call(&self.0, |parts| parts.readers.as_ref(), |call| call as Question, call)
    }
}

fn writer(parts: &Parts) -> Option<&Queue<Order>> {
    Some(&parts.writer)
}

/// The bytes that a commit holds, about.
fn size(commit: &Commit) -> usize {
    let records = commit.records.iter();
    let records = records.map(|it| it.mark.len() + it.machine.as_ref().map_or(0, |it| it.len()));
    let payloads = commit.payloads.iter().map(|it| it.text.len());
    let chunk = commit.chunk.as_ref().map_or(0, |it| it.bytes.len());
    let input = commit.begun.as_ref().and_then(|it| it.input.as_ref()).map_or(0, |it| it.len());
    let output = commit.end.as_ref().and_then(|it| it.as_ref().ok()).map_or(0, |it| it.len());
    LITTLE + records.sum::<usize>() + payloads.sum::<usize>() + chunk + input + output
}

impl Store for Sqlite {
    fn commit(&self, commit: Commit) -> BoxFuture<Result<()>> {
        self.write(size(&commit), move |tables| write::commit(tables, &commit))
    }

    /// The writer raises the epoch, and a reader reads: whoever claims it in between has an epoch of their own, so that
    /// nothing is written under this one. What has ended has no owner, but may be redriven in between: then it has one, and
    /// is claimed from that.
    fn claim(&self, execution: &str) -> BoxFuture<Result<Option<Saved>>> {
        let execution: Arc<str> = execution.into();
        let raise = |store: &Sqlite, execution: Arc<str>| {
            store.write(LITTLE, move |tables| write::claim(tables, &execution))
        };
        let (store, mut raised) = (self.clone(), raise(self, execution.clone()));
        Box::pin(async move {
            loop {
                let Some(epoch) = raised.await? else { return Ok(None) };
                let loaded = store.load(&execution).await;
                if let (Some(epoch), Err(_)) = (epoch, &loaded) {
                    // Nobody has it by this claim.
                    drop(store.release(&execution, epoch).await);
                }
                match (epoch, loaded?) {
                    (None, Some(Saved { end: None, .. })) => {
                        raised = raise(&store, execution.clone());
                    }
                    (epoch, saved) => {
                        return Ok(saved.map(|it| Saved { epoch: epoch.unwrap_or(it.epoch), ..it }));
                    }
                }
            }
        })
    }

    fn load(&self, execution: &str) -> BoxFuture<Result<Option<Saved>>> {
        let execution = execution.to_owned();
        self.read(move |on| read::saved(on, &execution))
    }

    fn release(&self, execution: &str, epoch: u64) -> BoxFuture<Result<()>> {
        let execution = execution.to_owned();
        self.write(LITTLE, move |tables| write::release(tables, &execution, epoch))
    }

    fn payloads(&self, execution: &str, numbers: &[u32]) -> BoxFuture<Result<Vec<Arc<str>>>> {
        let (execution, numbers) = (execution.to_owned(), numbers.to_vec());
        self.read(move |on| read::payloads(on, &execution, &numbers))
    }

    fn describe(&self, execution: &str) -> BoxFuture<Result<Option<Described>>> {
        let execution = execution.to_owned();
        self.read(move |on| read::describe(on, &execution))
    }

    fn list(&self, query: Query) -> BoxFuture<Result<Page>> {
        self.read(move |on| read::list(on, &query))
    }

    fn history(&self, execution: &str, from: u32, events: u32) -> BoxFuture<Result<Vec<Chunk>>> {
        let execution = execution.to_owned();
        self.read(move |on| read::history(on, &execution, from, events))
    }

    fn due(&self, now: Timestamp, most: usize) -> BoxFuture<Result<Due>> {
        self.read(move |on| read::due(on, now, most))
    }

    fn count_waiting(&self) -> BoxFuture<Result<u64>> {
        self.read(read::count_waiting)
    }

    fn answer(&self, token: &str, answer: Answer) -> BoxFuture<Result<Option<Delivered>>> {
        let token = token.to_owned();
        let size = match &answer {
            Answer::Done(result) => result.len(),
            Answer::Failed(failure) => failure.reported().len(),
        };
        self.write(LITTLE + size, move |tables| write::answer(tables, &token, &answer))
    }

    fn waiting(&self, token: &str) -> BoxFuture<Result<Option<Arc<str>>>> {
        let token = token.to_owned();
        self.read(move |on| read::waiting(on, &token))
    }

    fn tell(&self, execution: &str, message: Message) -> BoxFuture<Result<Option<Delivered>>> {
        let execution = execution.to_owned();
        self.write(LITTLE, move |tables| write::tell(tables, &execution, &message))
    }

    fn purge(&self, execution: &str) -> BoxFuture<Result<bool>> {
        let (store, execution) = (self.clone(), Arc::<str>::from(execution));
        Box::pin(async move {
            loop {
                let own = execution.clone();
                match store.write(LITTLE, move |tables| write::purge(tables, &own)).await? {
                    Removed::All(0) => return Ok(false),
                    Removed::All(_) => break,
                    Removed::Some(_) => {}
                }
            }
            store.clear().await.map(|()| true)
        })
    }

    fn prune(&self, ended: Timestamp, most: usize) -> BoxFuture<Result<usize>> {
        let store = self.clone();
        Box::pin(async move {
            let mut all = 0;
            while all < most {
                let left = most - all;
                match store.write(LITTLE, move |tables| write::prune(tables, ended, left)).await? {
                    Removed::All(removed) => return Ok(all + removed),
                    Removed::Some(removed) => all += removed,
                }
            }
            Ok(all)
        })
    }

    fn put(&self, put: Put) -> BoxFuture<Result<bool>> {
        let values = [put.value.as_ref(), put.replaces.as_ref().and_then(|it| it.as_ref())];
        let size = values.into_iter().flatten().map(|it| it.len()).sum::<usize>();
        self.write(LITTLE + size, move |tables| write::put(tables, &put))
    }

    fn values(
        &self,
        prefix: &str,
        after: Option<&str>,
        most: usize,
    ) -> BoxFuture<Result<Vec<Named>>> {
        let (prefix, after) = (prefix.to_owned(), after.map(str::to_owned));
        self.read(move |on| read::values(on, &prefix, after.as_deref(), most))
    }

    fn secret(&self) -> [u8; 32] {
        self.0.secret
    }

    fn large(&self) -> Option<LargeStore> {
        // A file system of tests has no folders.
        let (path, _) = self.0.file.as_ref().filter(|(_, options)| options.vfs.is_none())?;
        let mut folder = path.clone().into_os_string();
        folder.push("-large");
        Some(LargeStore::folder(folder))
    }
}
