//! A store with a fault around one that keeps the contract.

use crate::calls::{claim, commit, due, list, put, values};
use crate::fault::Fault;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use workflow_runtime::store::{
    Answer, Chunk, Commit, Delivered, Described, Due, MemoryStore, Message, Named, Page, Put,
    Query, Saved, Store, StoreResult as Result,
};
use workflow_runtime::task::BoxFuture;

pub(crate) struct Broken {
    inner: MemoryStore,
    fault: Fault,
    calls: Arc<AtomicU64>,
}

impl Broken {
    pub(crate) fn new(fault: Fault) -> Self {
        Broken { inner: MemoryStore::default(), fault, calls: Arc::default() }
    }
}

impl Store for Broken {
    fn commit(&self, new: Commit) -> BoxFuture<Result<()>> {
        let call = self.calls.fetch_add(1, Ordering::Relaxed);
        Box::pin(commit(self.inner.clone(), self.fault, call, new))
    }

    fn claim(&self, execution: &str) -> BoxFuture<Result<Option<Saved>>> {
        Box::pin(claim(self.inner.clone(), self.fault, execution.into()))
    }

    fn load(&self, execution: &str) -> BoxFuture<Result<Option<Saved>>> {
        let loaded = match self.fault {
            Fault::LoadsClaim => return self.inner.claim(execution),
            Fault::LoadsForgetMessages => {
                self.inner.get(execution).map(|it| Saved { messages: vec![], ..it })
            }
            _ => self.inner.get(execution),
        };
        Box::pin(std::future::ready(Ok(loaded)))
    }

    fn release(&self, execution: &str, epoch: u64) -> BoxFuture<Result<()>> {
        match self.fault {
            Fault::ReleasesDoNothing => Box::pin(std::future::ready(Ok(()))),
            Fault::ReleasesAreOfAnyClaim => {
                let epoch = self.inner.get(execution).map_or(epoch, |it| it.epoch);
                self.inner.release(execution, epoch)
            }
            _ => self.inner.release(execution, epoch),
        }
    }

    fn payloads(&self, execution: &str, numbers: &[u32]) -> BoxFuture<Result<Vec<Arc<str>>>> {
        let mut numbers = numbers.to_vec();
        if let Fault::PayloadsAreSorted = self.fault {
            numbers.sort_unstable();
        }
        let found = self.inner.payloads(execution, &numbers);
        let empty = matches!(self.fault, Fault::MissingPayloadsAreEmpty);
        Box::pin(async move {
            let found = found.await;
            if empty { found.or_else(|_| Ok(vec!["".into(); numbers.len()])) } else { found }
        })
    }

    fn describe(&self, execution: &str) -> BoxFuture<Result<Option<Described>>> {
        self.inner.describe(execution)
    }

    fn list(&self, query: Query) -> BoxFuture<Result<Page>> {
        Box::pin(list(self.inner.clone(), self.fault, query))
    }

    fn history(&self, execution: &str, from: u32, events: u32) -> BoxFuture<Result<Vec<Chunk>>> {
        let found = self.inner.history(execution, from, events);
        let late = matches!(self.fault, Fault::ChunksBeginAtTheirFirst);
        Box::pin(async move {
            let mut found = found.await?;
            found.retain(|it| !late || it.first >= from);
            Ok(found)
        })
    }

    fn due(&self, now: Timestamp, most: usize) -> BoxFuture<Result<Due>> {
        Box::pin(due(self.inner.clone(), self.fault, now, most))
    }

    fn count_waiting(&self) -> BoxFuture<Result<u64>> {
        let inner = self.inner.clone();
        let all = matches!(self.fault, Fault::CountsAllThatIsDue);
        Box::pin(async move {
            let due = inner.due(Timestamp::MAX, usize::MAX).await?.executions.len() as u64;
            if all { Ok(due) } else { inner.count_waiting().await }
        })
    }

    fn answer(&self, token: &str, answer: Answer) -> BoxFuture<Result<Option<Delivered>>> {
        let (inner, fault) = (self.inner.clone(), self.fault);
        let answer = match (fault, answer) {
            (Fault::AnswersLoseTheirKind, Answer::Failed(failure)) => {
                Answer::Done(failure.cause().into())
            }
            (_, answer) => answer,
        };
        let found = inner.answer(token, answer);
        Box::pin(async move {
            match found.await? {
                None if matches!(fault, Fault::TokensTakeAnyAnswer) => {
                    let all = inner.list(Query::default()).await?.executions;
                    Ok(all
                        .first()
                        .map(|it| Delivered { execution: it.begun.id.clone(), number: 1 }))
                }
                found => Ok(found),
            }
        })
    }

    fn waiting(&self, token: &str) -> BoxFuture<Result<Option<Arc<str>>>> {
        match self.fault {
            Fault::TokensWaitForEver => Box::pin(std::future::ready(Ok(Some("a".into())))),
            _ => self.inner.waiting(token),
        }
    }

    fn tell(&self, execution: &str, message: Message) -> BoxFuture<Result<Option<Delivered>>> {
        let delivered = Delivered { execution: execution.into(), number: 1 };
        match self.fault {
            Fault::MessagesAreLost => Box::pin(async { Ok(Some(delivered)) }),
            Fault::MessagesReachTheDead => {
                let told = self.inner.tell(execution, message);
                Box::pin(async { Ok(told.await?.or(Some(delivered))) })
            }
            _ => self.inner.tell(execution, message),
        }
    }

    fn purge(&self, execution: &str) -> BoxFuture<Result<bool>> {
        let known = self.inner.get(execution);
        match self.fault {
            Fault::PurgesAreLater => {
                let ended = known.is_some_and(|it| it.end.is_some());
                Box::pin(async move { Ok(ended) })
            }
            Fault::PurgesAreOfAll => Box::pin(async move { Ok(known.is_some()) }),
            Fault::PurgesTakeValues => {
                let (inner, name) = (self.inner.clone(), execution.to_owned());
                Box::pin(async move {
                    inner.put(Put::new(&*name, None)).await?;
                    inner.purge(&name).await
                })
            }
            _ => self.inner.purge(execution),
        }
    }

    fn prune(&self, ended: Timestamp, most: usize) -> BoxFuture<Result<usize>> {
        let later = ended.checked_add(SignedDuration::from_nanos(1)).unwrap_or(ended);
        match self.fault {
            Fault::PrunesHaveNoLimit => self.inner.prune(ended, usize::MAX),
            Fault::PrunesAreInclusive => self.inner.prune(later, most),
            Fault::PrunesCountItems => {
                let pruned = self.inner.prune(ended, most);
                Box::pin(async move { Ok(pruned.await? * 2) })
            }
            _ => self.inner.prune(ended, most),
        }
    }

    fn put(&self, change: Put) -> BoxFuture<Result<bool>> {
        Box::pin(put(self.inner.clone(), self.fault, change))
    }

    fn values(
        &self,
        prefix: &str,
        after: Option<&str>,
        most: usize,
    ) -> BoxFuture<Result<Vec<Named>>> {
        let names = (prefix.to_owned(), after.map(str::to_owned));
        Box::pin(values(self.inner.clone(), self.fault, names, most))
    }

    fn secret(&self) -> [u8; 32] {
        let mut secret = self.inner.secret();
        match self.fault {
            Fault::TheSecretChanges => {
                let call = self.calls.fetch_add(1, Ordering::Relaxed);
                secret[..8].copy_from_slice(&call.to_le_bytes());
                secret
            }
            Fault::TheSecretIsKnown => [0; 32],
            _ => secret,
        }
    }
}
