//! The faults that a store may have.

use jiff::Timestamp;
use workflow_runtime::Failure;
use workflow_runtime::store::{Commit, Put, Query, Status};

#[derive(Clone, Copy)]
pub(crate) enum Fault {
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

pub(crate) fn round(commit: &mut Commit) {
    let whole = |time: Timestamp| Timestamp::new(time.as_second(), 0).unwrap_or(time);
    commit.wake = commit.wake.map(whole);
    commit.time = whole(commit.time);
}

pub(crate) fn lose_causes(commit: &mut Commit) {
    if let Some(Err(failure)) = &commit.end {
        commit.end = Some(Err(Failure::new(failure.error().to_owned(), "")));
    }
}

pub(crate) fn lose_statuses(commit: &mut Commit) {
    if commit.status == Status::TimedOut {
        commit.status = Status::Failed;
    }
}

pub(crate) fn clear_machines(commit: &mut Commit) {
    commit.records.iter_mut().for_each(|it| it.machine = it.machine.take().or(Some("".into())));
}

pub(crate) fn drop_marks(commit: &mut Commit) {
    commit.records.retain(|it| it.machine.is_some());
}

pub(crate) fn remove_last(commit: &mut Commit) {
    let removed = std::mem::take(&mut commit.removed);
    let below = |path: &[(u32, u32)]| {
        removed.iter().any(|it| path.len() > it.len() && path.starts_with(it))
    };
    commit.records.retain(|it| !below(&it.path));
    commit.removed = removed;
}

pub(crate) fn lose_last_records(commit: &mut Commit) {
    if commit.end.is_some() {
        commit.records.clear();
    }
}

pub(crate) fn keep_state(commit: &mut Commit) {
    commit.state = commit.state.take().or(Some("Unknown".into()));
}

pub(crate) fn only_one_filter(query: &mut Query) {
    if query.machine.is_some() {
        query.state = None;
    }
}

pub(crate) fn empty_is_none(put: &mut Put) {
    put.value = put.value.take().filter(|it| !it.is_empty());
}

pub(crate) fn only_text(put: &mut Put) {
    let text = put.value.take();
    put.value = text.map(|it| String::from_utf8_lossy(&it).as_bytes().into());
}

pub(crate) fn never_none(put: &mut Put) {
    put.replaces = put.replaces.take().filter(Option::is_some);
}

pub(crate) fn around(commit: &mut Commit) {
    commit.begun.iter_mut().for_each(|begun| begun.around = None);
}
