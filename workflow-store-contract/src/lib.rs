//! The contract of [stores](workflow_runtime::store::Store), as tests. If you write a store, run them against it.
//!
//! ```
//! # use workflow_runtime::store::MemoryStore;
//! #[cfg(test)]
//! mod contract {
//!     // A test for each case, with a new store.
//!     workflow_store_contract::store_contract!(MemoryStore::default);
//! }
//! ```
//!
//! A store that outlives its process runs [`store_contract_reopened!`] as well. The model is
//! [`MemoryStore`](workflow_runtime::store::MemoryStore): one case compares a store with it, call by call, on random
//! schedules. The seed of those is `WORKFLOW_CONTRACT_SEED`, where that is set.

mod cases;
mod hand;
mod random;
mod run;

pub use run::{check, check_reopened, names, run, run_reopened};

use run::{Case, Reopened};

/// Makes a test of each case. The argument is a function that makes a new, empty store.
#[macro_export]
macro_rules! store_contract {
    ($open:expr) => {
        $crate::__cases! { __tests run $open }
    };
}

/// Makes a test of each case in which a store is closed and opened again. The argument is a function that makes a new place,
/// which is a function that opens the store there.
#[macro_export]
macro_rules! store_contract_reopened {
    ($place:expr) => {
        $crate::__reopened_cases! { __tests run_reopened $place }
    };
}

/// The names of all cases.
#[doc(hidden)]
#[macro_export]
macro_rules! __cases {
    ($then:ident $($before:tt)*) => {
        $crate::$then! { $($before)*;
            a_commit_is_read_as_it_was_written
            commits_follow_each_other
            commits_of_other_epochs_are_refused
            executions_that_have_not_begun_take_no_commits
            an_execution_begins_once
            an_execution_begins_with_its_first_commit
            an_execution_begins_at_any_epoch
            an_item_begins_once
            records_are_kept_by_their_paths
            marks_leave_machines_as_they_are
            what_is_below_is_removed_before_records
            a_mark_without_a_record_is_refused
            a_first_mark_without_a_record_begins_nothing
            states_stay_and_wakes_do_not
            an_end_leaves_the_end
            ends_have_their_status
            an_execution_that_failed_is_redriven
            a_round_is_that_of_the_last_beginning
            large_and_empty_data_are_kept
            refused_commits_spoil_no_others
            a_claim_raises_the_epoch
            a_claim_that_is_released_has_not_been
            an_execution_that_has_ended_is_only_read
            what_is_loaded_stays_with_its_owner
            a_claim_beside_a_redrive_has_its_own_epoch
            nobody_claims_what_is_not_there
            one_of_two_owners_commits
            owners_at_the_same_time_never_mix
            payloads_come_in_the_order_asked
            payloads_that_are_missing_are_an_error
            chunks_are_paged
            pages_have_no_gaps_and_no_repeats
            pages_hold_while_others_begin
            lists_are_filtered
            filters_work_together
            prefixes_are_taken_as_they_are
            items_are_listed_where_asked_for
            those_that_do_something_are_found
            a_page_has_a_limit
            the_earliest_is_due_first
            messages_are_due_before_times
            due_has_a_limit
            ends_and_items_are_not_due
            those_that_wait_are_counted
            a_token_takes_one_answer
            one_of_many_answers_is_taken
            the_end_of_its_time_comes_after_an_answer
            answers_go_with_their_tokens
            tokens_that_are_not_open_take_no_answer
            tokens_end_with_their_execution
            answers_are_kept_as_they_are
            messages_are_read_in_their_order
            messages_are_kept_until_they_are_taken
            messages_reach_open_executions
            a_purge_leaves_nothing
            a_purged_name_knows_no_engine_of_before
            what_is_open_is_not_purged
            the_oldest_ends_are_pruned
            items_stay_with_the_execution_around_them
            executions_are_pruned_with_their_items
            what_is_waited_for_is_not_pruned
            items_need_an_execution_around_them
            values_are_kept_under_their_names
            values_are_replaced_where_they_are_as_expected
            one_of_many_replaces_a_value
            values_are_listed_by_their_names
            values_have_limits
            values_belong_to_no_execution
            the_secret_stays
            many_commit_at_the_same_time
            a_store_does_as_the_model_does
        }
    };
}

/// The names of the cases in which a store is opened again.
#[doc(hidden)]
#[macro_export]
macro_rules! __reopened_cases {
    ($then:ident $($before:tt)*) => {
        $crate::$then! { $($before)*;
            all_is_there_again
            epochs_and_numbers_go_on
            removals_stay
            values_are_there_again
            the_secret_is_the_same
            what_was_acknowledged_at_the_same_time_is_there
            a_store_that_is_opened_often_does_as_the_model_does
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __tests {
    ($run:ident $open:expr; $($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                $crate::$run(stringify!($name), $open);
            }
        )*
    };
}

macro_rules! table {
    ($kind:ident; $($name:ident)*) => {
        &[$($kind { name: stringify!($name), run: |it| Box::pin(cases::$name(it)) }),*]
    };
}
use table as __table;

/// The cases.
const CASES: &[Case] = __cases! { __table Case };

/// The cases in which a store is opened again.
const REOPENED: &[Reopened] = __reopened_cases! { __table Reopened };
