//! The calls of a store that do other than they should, by the fault.

use crate::fault::Fault;
use jiff::Timestamp;
use std::sync::Arc;
use workflow_runtime::store::{
    Commit, Due, MemoryStore, Named, Page, Put, Query, Saved, Store, StoreError,
    StoreResult as Result,
};

pub(crate) async fn commit(
    inner: MemoryStore,
    fault: Fault,
    call: u64,
    mut commit: Commit,
) -> Result<()> {
    if let Fault::CommitsLose(lose) = fault {
        lose(&mut commit);
    }
    let known = inner.get(&commit.execution);
    let begins = commit.begun.is_some();
    match (fault, &known) {
        (Fault::ZombiesCommit, Some(known)) if commit.epoch < known.epoch => {
            (commit.epoch, commit.number) = (known.epoch, known.number + 1);
        }
        (Fault::NumbersMayBeLeftOut, Some(known)) if commit.number > known.number => {
            commit.number = known.number + 1;
        }
        (Fault::RefusedCommitsAreCounted, Some(known))
            if commit.number != known.number + 1 && !begins =>
        {
            let number = known.number + 1;
            let counted = Commit { number, records: vec![], removed: vec![], ..commit.clone() };
            inner.commit(counted).await?;
        }
        (Fault::BeginningsAreRepeated, Some(known)) if begins && !known.begun.is_item() => {
            return Ok(());
        }
        (Fault::ItemsBeginAgain, Some(known)) if begins && known.begun.is_item() => return Ok(()),
        (Fault::UnknownExecutionsBegin, None) if !begins => return Ok(()),
        (Fault::BeginningsMayHaveAnyNumber, None) if begins => commit.number = 1,
        (Fault::EpochsBeginAtOne, _) => commit.epoch &= 0xFF_FFFF,
        (Fault::OneOfManyIsLost, Some(_)) if call % 97 == 96 => return Ok(()),
        (Fault::RefusalsAreShared, _) if call % 5 == 4 => {
            return Err(StoreError::Fatal("another one was refused".to_owned()));
        }
        _ => {}
    }
    inner.commit(commit).await
}

pub(crate) async fn claim(
    inner: MemoryStore,
    fault: Fault,
    execution: Arc<str>,
) -> Result<Option<Saved>> {
    if let Fault::ClaimsKeepTheEpoch = fault {
        return Ok(inner.get(&execution));
    }
    let mut saved = inner.claim(&execution).await?;
    match (fault, &mut saved) {
        (Fault::ClaimsForgetMessages, Some(saved)) => saved.messages.clear(),
        (Fault::ClaimsOfEndsRaiseTheEpoch, Some(saved)) if saved.end.is_some() => saved.epoch += 1,
        (Fault::ClaimsMakeExecutions, None) => {
            let any = inner.list(Query::default()).await?.executions;
            return Ok(any.first().and_then(|it| inner.get(&it.begun.id)));
        }
        _ => {}
    }
    Ok(saved)
}

pub(crate) async fn list(inner: MemoryStore, fault: Fault, mut query: Query) -> Result<Page> {
    if let Fault::QueriesLose(lose) = fault {
        lose(&mut query);
    }
    if let Fault::PagesAreNumbered = fault {
        return numbered(inner, query).await;
    }
    let prefix = match fault {
        Fault::PrefixesAreOfAnyCase => query.prefix.take(),
        _ => None,
    };
    let mut page = inner.list(query.clone()).await?;
    if let Some(prefix) = prefix {
        let prefix = prefix.to_lowercase();
        page.executions.retain(|it| it.begun.name.to_lowercase().starts_with(&prefix));
    }
    let (back, on) = if query.latest { (1, u64::MAX) } else { (u64::MAX, 1) };
    match fault {
        Fault::PagesRepeat => page.next = page.next.map(|it| it.wrapping_add(back)),
        Fault::PagesSkip => page.next = page.next.map(|it| it.wrapping_add(on)),
        _ => {}
    }
    Ok(page)
}

/// Pages by the number of executions before them.
pub(crate) async fn numbered(inner: MemoryStore, query: Query) -> Result<Page> {
    let before = usize::try_from(query.after.unwrap_or(0)).unwrap_or(0);
    let limit = if query.limit == 0 { 100 } else { query.limit };
    let all = inner.list(Query { after: None, limit: usize::MAX, ..query }).await?.executions;
    let next = before.saturating_add(limit);
    let more = all.len() > next;
    let executions = all.into_iter().skip(before).take(limit).collect();
    Ok(Page { executions, next: more.then_some(next as u64) })
}

pub(crate) async fn due(
    inner: MemoryStore,
    fault: Fault,
    now: Timestamp,
    most: usize,
) -> Result<Due> {
    let most = if let Fault::DueHasNoLimit = fault { usize::MAX } else { most };
    let mut due = inner.due(now, most).await?;
    match fault {
        Fault::DueIsNotSorted => due.executions.sort(),
        Fault::DueForgetsTheNext => due.next = None,
        Fault::DueIgnoresMessages => {
            let quiet = |id: &Arc<str>| inner.get(id).is_some_and(|it| it.messages.is_empty());
            due.executions.retain(quiet);
        }
        Fault::DueListsItems => {
            let items = inner.list(Query { items: true, ..Query::default() }).await?.executions;
            let items = items.into_iter().filter(|it| it.begun.is_item());
            due.executions.extend(items.map(|it| it.begun.id));
        }
        _ => {}
    }
    Ok(due)
}

pub(crate) async fn put(inner: MemoryStore, fault: Fault, mut put: Put) -> Result<bool> {
    match fault {
        Fault::PutsLose(lose) => lose(&mut put),
        Fault::PutsHaveNoLimit if put.check().is_err() => return Ok(true),
        Fault::PutsLookFirst => {
            let found = inner.values(&put.name, None, 1).await?;
            let found = found.first().filter(|it| it.name == put.name).map(|it| &*it.value);
            if !put.fits(found) {
                return Ok(false);
            }
            tokio::task::yield_now().await;
            put.replaces = None;
        }
        _ => {}
    }
    inner.put(put).await
}

pub(crate) async fn values(
    inner: MemoryStore,
    fault: Fault,
    (prefix, after): (String, Option<String>),
    most: usize,
) -> Result<Vec<Named>> {
    let all = async |prefix: &str| inner.values(prefix, None, usize::MAX).await;
    match fault {
        Fault::ValuesAreOfAnyCase => {
            let mut found = all("").await?;
            let prefix = prefix.to_lowercase();
            found.retain(|it| it.name.to_lowercase().starts_with(&prefix));
            found.retain(|it| after.as_deref().is_none_or(|after| &*it.name > after));
            found.truncate(most);
            Ok(found)
        }
        Fault::ValuesAreInNoOrder => {
            let mut found = inner.values(&prefix, after.as_deref(), most).await?;
            found.reverse();
            Ok(found)
        }
        Fault::ValuesRepeatTheLast => {
            let mut found = all(&prefix).await?;
            found.retain(|it| after.as_deref().is_none_or(|after| &*it.name >= after));
            found.truncate(most);
            Ok(found)
        }
        Fault::ValuesHaveNoLimit => inner.values(&prefix, after.as_deref(), usize::MAX).await,
        _ => inner.values(&prefix, after.as_deref(), most).await,
    }
}
