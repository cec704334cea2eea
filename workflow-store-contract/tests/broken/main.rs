//! Stores that break the contract, and the cases that find it.

use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use workflow_runtime::Failure;
use workflow_runtime::store::{
    Answer, Chunk, Commit, Delivered, Described, Due, MemoryStore, Message, Named, Page, Put,
    Query, Saved, Status, Store, StoreError, StoreResult as Result,
};
use workflow_runtime::task::BoxFuture;

/// A fault, and the case that finds it, whatever else does.
const FAULTS: &[(Fault, &str)] = &[
    (Fault::ClaimsKeepTheEpoch, "a_claim_raises_the_epoch"),
    (Fault::ClaimsKeepTheEpoch, "owners_at_the_same_time_never_mix"),
    (Fault::ReleasesDoNothing, "a_claim_that_is_released_has_not_been"),
    (Fault::ReleasesAreOfAnyClaim, "a_claim_that_is_released_has_not_been"),
    (Fault::ClaimsForgetMessages, "messages_are_kept_until_they_are_taken"),
    (Fault::ClaimsMakeExecutions, "nobody_claims_what_is_not_there"),
    (Fault::ClaimsOfEndsRaiseTheEpoch, "an_execution_that_has_ended_is_only_read"),
    (Fault::ZombiesCommit, "one_of_two_owners_commits"),
    (Fault::ZombiesCommit, "commits_of_other_epochs_are_refused"),
    (Fault::NumbersMayBeLeftOut, "commits_follow_each_other"),
    (Fault::RefusedCommitsAreCounted, "commits_follow_each_other"),
    (Fault::BeginningsAreRepeated, "an_execution_begins_once"),
    (Fault::UnknownExecutionsBegin, "executions_that_have_not_begun_take_no_commits"),
    (Fault::BeginningsMayHaveAnyNumber, "an_execution_begins_with_its_first_commit"),
    (Fault::EpochsBeginAtOne, "an_execution_begins_at_any_epoch"),
    (Fault::EpochsBeginAtOne, "a_purged_name_knows_no_engine_of_before"),
    (Fault::ItemsBeginAgain, "an_item_begins_once"),
    (Fault::CommitsLose(|it| it.payloads.clear()), "a_commit_is_read_as_it_was_written"),
    (Fault::CommitsLose(|it| it.chunk = None), "chunks_are_paged"),
    (Fault::CommitsLose(|it| it.state = None), "states_stay_and_wakes_do_not"),
    (Fault::CommitsLose(|it| it.wake = None), "the_earliest_is_due_first"),
    (Fault::CommitsLose(|it| it.removed.clear()), "what_is_below_is_removed_before_records"),
    (Fault::CommitsLose(|it| it.records.truncate(100)), "large_and_empty_data_are_kept"),
    (Fault::CommitsLose(|it| it.opened.clear()), "a_token_takes_one_answer"),
    (Fault::CommitsLose(|it| it.closed.clear()), "tokens_that_are_not_open_take_no_answer"),
    (Fault::CommitsLose(|it| it.closed.clear()), "answers_go_with_their_tokens"),
    (Fault::CommitsLose(|it| it.taken.clear()), "messages_are_kept_until_they_are_taken"),
    (Fault::CommitsLose(|it| it.continued = None), "an_end_leaves_the_end"),
    (Fault::CommitsLose(|it| it.time = Timestamp::UNIX_EPOCH), "states_stay_and_wakes_do_not"),
    (Fault::CommitsLose(|it| it.redriven = false), "an_execution_that_failed_is_redriven"),
    (Fault::CommitsLose(|it| it.round = 0), "a_round_is_that_of_the_last_beginning"),
    (Fault::LoadsClaim, "what_is_loaded_stays_with_its_owner"),
    (Fault::LoadsForgetMessages, "what_is_loaded_stays_with_its_owner"),
    (Fault::CommitsLose(lose_last_records), "an_execution_that_failed_is_redriven"),
    (Fault::CommitsLose(round), "a_commit_is_read_as_it_was_written"),
    (Fault::CommitsLose(lose_causes), "ends_have_their_status"),
    (Fault::CommitsLose(lose_statuses), "ends_have_their_status"),
    (Fault::CommitsLose(clear_machines), "marks_leave_machines_as_they_are"),
    (Fault::CommitsLose(drop_marks), "a_mark_without_a_record_is_refused"),
    (Fault::CommitsLose(drop_marks), "a_first_mark_without_a_record_begins_nothing"),
    (Fault::CommitsLose(remove_last), "what_is_below_is_removed_before_records"),
    (Fault::CommitsLose(keep_state), "states_stay_and_wakes_do_not"),
    (Fault::OneOfManyIsLost, "many_commit_at_the_same_time"),
    (Fault::RefusalsAreShared, "refused_commits_spoil_no_others"),
    (Fault::PayloadsAreSorted, "payloads_come_in_the_order_asked"),
    (Fault::MissingPayloadsAreEmpty, "payloads_that_are_missing_are_an_error"),
    (Fault::ChunksBeginAtTheirFirst, "chunks_are_paged"),
    (Fault::PagesRepeat, "pages_have_no_gaps_and_no_repeats"),
    (Fault::PagesSkip, "pages_have_no_gaps_and_no_repeats"),
    (Fault::PagesAreNumbered, "pages_hold_while_others_begin"),
    (Fault::QueriesLose(|it| it.latest = false), "pages_have_no_gaps_and_no_repeats"),
    (Fault::QueriesLose(|it| it.limit = 0), "a_page_has_a_limit"),
    (Fault::QueriesLose(|it| it.limit = it.limit.max(1)), "a_page_has_a_limit"),
    (Fault::QueriesLose(|it| it.items = true), "items_are_listed_where_asked_for"),
    (Fault::QueriesLose(|it| it.items = false), "items_are_listed_where_asked_for"),
    (Fault::QueriesLose(|it| it.machine = None), "lists_are_filtered"),
    (Fault::QueriesLose(|it| it.status = None), "lists_are_filtered"),
    (Fault::QueriesLose(|it| it.prefix = None), "lists_are_filtered"),
    (Fault::QueriesLose(|it| it.since = None), "lists_are_filtered"),
    (Fault::QueriesLose(|it| it.until = None), "lists_are_filtered"),
    (Fault::QueriesLose(|it| it.state = None), "lists_are_filtered"),
    (Fault::QueriesLose(|it| it.error = None), "lists_are_filtered"),
    (Fault::QueriesLose(|it| it.busy = false), "those_that_do_something_are_found"),
    (Fault::QueriesLose(only_one_filter), "filters_work_together"),
    (Fault::PrefixesAreOfAnyCase, "prefixes_are_taken_as_they_are"),
    (Fault::DueIsNotSorted, "the_earliest_is_due_first"),
    (Fault::DueForgetsTheNext, "the_earliest_is_due_first"),
    (Fault::DueIgnoresMessages, "messages_are_due_before_times"),
    (Fault::DueHasNoLimit, "due_has_a_limit"),
    (Fault::CountsAllThatIsDue, "those_that_wait_are_counted"),
    (Fault::DueListsItems, "ends_and_items_are_not_due"),
    (Fault::TokensTakeAnyAnswer, "a_token_takes_one_answer"),
    (Fault::TokensTakeAnyAnswer, "one_of_many_answers_is_taken"),
    (Fault::TokensWaitForEver, "a_token_takes_one_answer"),
    (Fault::TokensWaitForEver, "tokens_end_with_their_execution"),
    (Fault::TokensTakeAnyAnswer, "tokens_end_with_their_execution"),
    (Fault::AnswersLoseTheirKind, "answers_are_kept_as_they_are"),
    (Fault::MessagesAreLost, "messages_are_read_in_their_order"),
    (Fault::MessagesReachTheDead, "messages_reach_open_executions"),
    (Fault::PurgesAreLater, "a_purge_leaves_nothing"),
    (Fault::PurgesAreOfAll, "what_is_open_is_not_purged"),
    (Fault::PrunesHaveNoLimit, "the_oldest_ends_are_pruned"),
    (Fault::PrunesAreInclusive, "the_oldest_ends_are_pruned"),
    (Fault::CommitsLose(around), "items_stay_with_the_execution_around_them"),
    (Fault::CommitsLose(around), "items_need_an_execution_around_them"),
    (Fault::PrunesCountItems, "executions_are_pruned_with_their_items"),
    (Fault::CommitsLose(|it| it.caller = None), "what_is_waited_for_is_not_pruned"),
    (Fault::PutsLose(|it| it.value = None), "values_are_kept_under_their_names"),
    (Fault::PutsLose(empty_is_none), "values_are_kept_under_their_names"),
    (Fault::PutsLose(only_text), "values_are_kept_under_their_names"),
    (Fault::PutsLose(|it| it.replaces = None), "values_are_replaced_where_they_are_as_expected"),
    (Fault::PutsLose(never_none), "values_are_replaced_where_they_are_as_expected"),
    (Fault::PutsLookFirst, "one_of_many_replaces_a_value"),
    (Fault::ValuesAreOfAnyCase, "values_are_listed_by_their_names"),
    (Fault::ValuesAreInNoOrder, "values_are_listed_by_their_names"),
    (Fault::ValuesRepeatTheLast, "values_are_listed_by_their_names"),
    (Fault::ValuesHaveNoLimit, "values_are_listed_by_their_names"),
    (Fault::PutsHaveNoLimit, "values_have_limits"),
    (Fault::PurgesTakeValues, "values_belong_to_no_execution"),
    (Fault::TheSecretChanges, "the_secret_stays"),
    (Fault::TheSecretIsKnown, "the_secret_stays"),
];

#[derive(Clone, Copy)]
enum Fault {
    None,
    ClaimsKeepTheEpoch,
    ReleasesDoNothing,
    ReleasesAreOfAnyClaim,
    ClaimsForgetMessages,
    ClaimsMakeExecutions,
    ClaimsOfEndsRaiseTheEpoch,
    LoadsClaim,
    LoadsForgetMessages,
    ZombiesCommit,
    NumbersMayBeLeftOut,
    RefusedCommitsAreCounted,
    BeginningsAreRepeated,
    UnknownExecutionsBegin,
    BeginningsMayHaveAnyNumber,
    EpochsBeginAtOne,
    ItemsBeginAgain,
    CommitsLose(fn(&mut Commit)),
    OneOfManyIsLost,
    RefusalsAreShared,
    PayloadsAreSorted,
    MissingPayloadsAreEmpty,
    ChunksBeginAtTheirFirst,
    PagesRepeat,
    PagesSkip,
    PagesAreNumbered,
    QueriesLose(fn(&mut Query)),
    PrefixesAreOfAnyCase,
    DueIsNotSorted,
    DueForgetsTheNext,
    DueIgnoresMessages,
    DueHasNoLimit,
    CountsAllThatIsDue,
    DueListsItems,
    TokensWaitForEver,
    TokensTakeAnyAnswer,
    AnswersLoseTheirKind,
    MessagesAreLost,
    MessagesReachTheDead,
    PurgesAreLater,
    PurgesAreOfAll,
    PrunesHaveNoLimit,
    PrunesAreInclusive,
    PrunesCountItems,
    PutsLose(fn(&mut Put)),
    PutsLookFirst,
    PutsHaveNoLimit,
    ValuesAreOfAnyCase,
    ValuesAreInNoOrder,
    ValuesRepeatTheLast,
    ValuesHaveNoLimit,
    PurgesTakeValues,
    TheSecretChanges,
    TheSecretIsKnown,
}

fn round(commit: &mut Commit) {
    let whole = |time: Timestamp| Timestamp::new(time.as_second(), 0).unwrap_or(time);
    commit.wake = commit.wake.map(whole);
    commit.time = whole(commit.time);
}

fn lose_causes(commit: &mut Commit) {
    if let Some(Err(failure)) = &commit.end {
        commit.end = Some(Err(Failure::new(failure.error().to_owned(), "")));
    }
}

fn lose_statuses(commit: &mut Commit) {
    if commit.status == Status::TimedOut {
        commit.status = Status::Failed;
    }
}

fn clear_machines(commit: &mut Commit) {
    commit.records.iter_mut().for_each(|it| it.machine = it.machine.take().or(Some("".into())));
}

fn drop_marks(commit: &mut Commit) {
    commit.records.retain(|it| it.machine.is_some());
}

fn remove_last(commit: &mut Commit) {
    let removed = std::mem::take(&mut commit.removed);
    let below = |path: &[(u32, u32)]| {
        removed.iter().any(|it| path.len() > it.len() && path.starts_with(it))
    };
    commit.records.retain(|it| !below(&it.path));
    commit.removed = removed;
}

fn lose_last_records(commit: &mut Commit) {
    if commit.end.is_some() {
        commit.records.clear();
    }
}

fn keep_state(commit: &mut Commit) {
    commit.state = commit.state.take().or(Some("Unknown".into()));
}

fn only_one_filter(query: &mut Query) {
    if query.machine.is_some() {
        query.state = None;
    }
}

fn empty_is_none(put: &mut Put) {
    put.value = put.value.take().filter(|it| !it.is_empty());
}

fn only_text(put: &mut Put) {
    let text = put.value.take();
    put.value = text.map(|it| String::from_utf8_lossy(&it).as_bytes().into());
}

fn never_none(put: &mut Put) {
    put.replaces = put.replaces.take().filter(Option::is_some);
}

struct Broken {
    inner: MemoryStore,
    fault: Fault,
    calls: Arc<AtomicU64>,
}

impl Broken {
    fn new(fault: Fault) -> Self {
        Broken { inner: MemoryStore::default(), fault, calls: Arc::default() }
    }
}

fn around(commit: &mut Commit) {
    commit.begun.iter_mut().for_each(|begun| begun.around = None);
}

async fn commit(inner: MemoryStore, fault: Fault, call: u64, mut commit: Commit) -> Result<()> {
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

async fn claim(inner: MemoryStore, fault: Fault, execution: Arc<str>) -> Result<Option<Saved>> {
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

async fn list(inner: MemoryStore, fault: Fault, mut query: Query) -> Result<Page> {
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
async fn numbered(inner: MemoryStore, query: Query) -> Result<Page> {
    let before = usize::try_from(query.after.unwrap_or(0)).unwrap_or(0);
    let limit = if query.limit == 0 { 100 } else { query.limit };
    let all = inner.list(Query { after: None, limit: usize::MAX, ..query }).await?.executions;
    let next = before.saturating_add(limit);
    let more = all.len() > next;
    let executions = all.into_iter().skip(before).take(limit).collect();
    Ok(Page { executions, next: more.then_some(next as u64) })
}

async fn due(inner: MemoryStore, fault: Fault, now: Timestamp, most: usize) -> Result<Due> {
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

async fn put(inner: MemoryStore, fault: Fault, mut put: Put) -> Result<bool> {
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

async fn values(
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

/// Runs the case against the fault; true if it fails.
fn finds(fault: Fault, case: &'static str) -> bool {
    assert!(workflow_store_contract::names().contains(&case), "there is no case {case}");
    let run = move || workflow_store_contract::run(case, || Broken::new(fault));
    std::panic::catch_unwind(run).is_err()
}

#[test]
fn without_a_fault_no_case_fails() {
    assert_eq!(workflow_store_contract::check(|| Broken::new(Fault::None)), []);
}

#[test]
fn every_fault_is_found_by_its_case() {
    let missed = FAULTS.iter().enumerate().filter(|(_, (fault, case))| !finds(*fault, case));
    let missed: Vec<_> = missed.map(|(place, (_, case))| format!("{place}: {case}")).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn faults_are_found_by_the_model_too() {
    let found = FAULTS.iter().filter(|(fault, _)| finds(*fault, "a_store_does_as_the_model_does"));
    let found = found.count();
    assert!(found * 10 >= FAULTS.len() * 6, "{found} of {} faults", FAULTS.len());
}

#[test]
fn every_case_finds_a_fault() {
    let cases = workflow_store_contract::names();
    let without: Vec<_> = cases
        .into_iter()
        .filter(|case| !FAULTS.iter().any(|(_, by)| by == case))
        .filter(|case| !FAULTS.iter().any(|(fault, _)| finds(*fault, case)))
        .collect();
    assert!(without.is_empty(), "{without:?}");
}
