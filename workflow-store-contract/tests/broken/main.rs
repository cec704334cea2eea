//! Stores that break the contract, and the cases that find it.

mod calls;
mod fault;
mod store;

use fault::*;
use jiff::Timestamp;
use store::Broken;

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
