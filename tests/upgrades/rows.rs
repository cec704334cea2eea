//! The pairs, with what is predicted and what comes out.

use crate::cut::{Kind, Row, Version};
use crate::{forks, states, types};

/// A row of a pair of modules, which both have a workflow `flow`.
macro_rules! row {
    ($kind:ident $group:ident :: $pair:ident, $($rest:tt)*) => {
        row!(@ $kind, $group, $pair, stringify!($pair), $($rest)*)
    };
    ($kind:ident $name:ident = $group:ident :: $pair:ident, $($rest:tt)*) => {
        row!(@ $kind, $group, $pair, stringify!($name), $($rest)*)
    };
    (@ $kind:ident, $group:ident, $pair:ident, $name:expr, $input:literal => $output:literal, [$($state:literal $told:literal),* $(,)?]) => {
        Row {
            name: $name,
            before: Version::of::<$group::$pair::before::flow>(),
            after: Version::of::<$group::$pair::after::flow>(),
            input: $input,
            output: $output,
            kind: $kind,
            predicted: &[$(($state, $told)),*],
        }
    };
}

/// Documents have no types: the form of a variable is not known, and fields are computed anew.
const TYPED: Kind = Kind { documents: false, fits: None };
const BOTH: Kind = Kind { documents: true, fits: None };
/// The values of the row fit, where it depends on them.
const FITS: Kind = Kind { documents: false, fits: Some(true) };
const UNFIT: Kind = Kind { documents: false, fits: Some(false) };

pub const ROWS: &[Row] = &[
    row!(TYPED types::field_with_default, "{\"id\":7}" => "8", ["" "+", "A" "+", "Sleep" "+", "B" "+", "C" "+"]),
    row!(TYPED types::optional_field, "{\"id\":7}" => "8", ["" "+", "A" "+", "Sleep" "+", "B" "+", "C" "+"]),
    row!(TYPED types::field_added, "{\"id\":7}" => "8", ["" "- order", "A" "- order", "Sleep" "- order", "B" "- input", "C" "+"]),
    row!(TYPED types::field_removed, "{\"id\":7,\"item\":\"x\"}" => "8", ["" "+", "A" "+", "Sleep" "+", "B" "+", "C" "+"]),
    row!(TYPED types::field_renamed, "{\"id\":7}" => "8", ["" "- order", "A" "- order", "Sleep" "- order", "B" "- input", "C" "+"]),
    row!(TYPED types::field_renamed_in_rust, "{\"id\":7}" => "8", ["" "+", "A" "+", "Sleep" "+", "B" "+", "C" "+"]),
    row!(TYPED types::field_retyped, "{\"id\":7}" => "8", ["" "- order", "A" "- order", "Sleep" "- order", "B" "- input", "C" "+"]),
    row!(TYPED types::field_widened, "{\"id\":7}" => "8", ["" "+", "A" "+", "Sleep" "+", "B" "+", "C" "+"]),
    row!(FITS types::field_narrowed, "{\"id\":7}" => "8", ["" "? order", "A" "? order", "Sleep" "? order", "B" "? input", "C" "+"]),
    row!(UNFIT field_narrowed_not_fitting = types::field_narrowed, "{\"id\":700}" => "8", ["" "? order", "A" "? order", "Sleep" "? order", "B" "? input", "C" "+"]),
    row!(TYPED types::field_made_optional, "{\"id\":7}" => "8", ["" "+", "A" "+", "Sleep" "+", "B" "+", "C" "+"]),
    row!(FITS types::field_made_needed, "{\"id\":7}" => "8", ["" "? order", "A" "? order", "Sleep" "? order", "B" "? input", "C" "+"]),
    row!(UNFIT field_made_needed_not_fitting = types::field_made_needed, "{\"id\":null}" => "8", ["" "? order", "A" "? order", "Sleep" "? order", "B" "? input", "C" "+"]),
    row!(TYPED types::variant_added, "\"Cash\"" => "8", ["" "+", "A" "+", "Sleep" "+", "B" "+", "C" "+"]),
    row!(FITS types::variant_removed, "{\"Card\":\"1\"}" => "8", ["" "? order", "A" "? order", "Sleep" "? order", "B" "? input", "C" "+"]),
    row!(UNFIT variant_removed_not_fitting = types::variant_removed, "\"Cash\"" => "8", ["" "? order", "A" "? order", "Sleep" "? order", "B" "? input", "C" "+"]),
    row!(TYPED types::variant_renamed, "{\"Card\":\"1\"}" => "8", ["" "- order", "A" "- order", "Sleep" "- order", "B" "- input", "C" "+"]),
    row!(TYPED types::task_takes_another_type, "3" => "5", ["" "+", "A" "+", "Paid" "- input", "Next" "+"]),
    row!(TYPED types::task_returns_another_type, "3" => "8", ["" "+", "Paid" "+", "A" "- paid", "B" "- does"]),
    row!(BOTH states::variable_renamed, "3" => "34", ["" "+", "First" "+", "A" "- one"]),
    row!(BOTH states::variable_read_longer, "3" => "41", ["" "+", "A" "+", "B" "- a", "C" "- a"]),
    row!(BOTH states::variable_not_read, "3" => "40", ["" "+", "A" "+", "B" "+"]),
    row!(BOTH states::state_removed, "3" => "40", ["" "+", "A" "+", "Sleep" "-", "B" "+"]),
    row!(BOTH states::state_added, "3" => "40", ["" "+", "A" "+", "B" "+"]),
    row!(BOTH states::state_renamed, "3" => "40", ["" "+", "A" "-", "B" "+"]),
    row!(BOTH states::other_task, "3" => "40", ["" "+", "A" "+", "B" "- does"]),
    row!(BOTH states::other_kind, "3" => "40", ["" "+", "A" "+", "Pause" "- does", "Tenfold" "+"]),
    row!(BOTH states::other_wait, "3" => "40", ["" "+", "A" "+", "Pause" "- input", "Tenfold" "+"]),
    row!(BOTH states::catcher_added, "3" => "40", ["" "+", "A" "+", "B" "+"]),
    row!(BOTH states::catcher_reads, "3" => "40", ["" "+", "A" "- n", "B" "- n"]),
    row!(BOTH states::loop_body, "[1,2]" => "5", ["" "+", "A" "+"]),
    row!(BOTH states::other_loop, "[1,2]" => "5", ["" "+", "A" "- count"]),
    row!(BOTH forks::branches_swapped, "3" => "102031007", ["" "+", "Found" "+", "Price" "+", "Tax" "+", "More" "+", "A" "+", "B" "+", "C" "+"]),
    row!(TYPED forks::unnamed_branches_swapped, "3" => "564", ["" "+", "Found" "+", "Length" "- code", "Length 2" "- code", "Last" "- found"]),
    row!(BOTH forks::retried_branches_swapped, "3" => "431", ["" "+", "PriceAndTax" "+", "Price" "+", "Tax" "+", "Last" "+"]),
    row!(TYPED forks::branch_added, "3" => "35", ["" "+", "Found" "- branches", "Next" "- branches", "Tenfold" "- branches", "Last" "+"]),
    row!(BOTH forks::branch_removed, "3" => "35", ["" "+", "Found" "- branches", "Next" "- branches", "Tenfold" "- branches", "Length" "- branches", "Last" "+"]),
    row!(BOTH forks::branch_begins_otherwise, "3" => "5030", ["" "+", "Found" "+", "A" "+", "B" "+", "C" "+"]),
    row!(BOTH forks::branch_ends_otherwise, "3" => "4031", ["" "+", "AAndB" "? value", "A" "? value", "B" "? value", "C" "? value"]),
    row!(BOTH forks::map_around, "3" => "41", ["" "+", "A" "- n", "B" "- within", "C" "+"]),
    row!(BOTH forks::map_taken_away, "3" => "41", ["" "+", "A" "+", "List" "-", "B" "-", "C" "+"]),
    row!(TYPED forks::items_retyped, "3" => "150", ["" "+", "List" "? input", "B" "? input", "C" "? input"]),
    row!(BOTH forks::items_capture_more, "3" => "90", ["" "+", "List" "- extra", "B" "- extra", "C" "- extra"]),
    row!(BOTH forks::forks_nested, "3" => "430", ["" "+", "Inner" "- within", "A" "- within", "B" "- within"]),
    row!(BOTH forks::distributed_items_retyped, "3" => "10", ["" "+", "List" "? input", "B" "-", "Last" "+"]),
    row!(BOTH forks::distributed_captures_more, "3" => "10", ["" "+", "List" "? input.extra", "B" "- extra_2", "Last" "+"]),
    row!(TYPED states::calls_swapped, "3" => "4", ["" "+", "Length" "- code", "Length 2" "- code", "A" "+"]),
    row!(TYPED states::call_inserted, "3" => "4", ["" "+", "Length" "- code", "A" "+"]),
    row!(BOTH states::call_added_behind, "3" => "4", ["" "+", "Length" "+", "A" "+"]),
];
