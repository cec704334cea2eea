//! The prices of AWS for executions of Standard workflows (the pricing page of Step Functions, US East, 2026): a
//! price for each transition, which is a state that is entered, or a retry.

/// Dollars for a million transitions.
pub const DOLLARS_A_MILLION: f64 = 25.0;

/// The number of transitions that are free in each month.
pub const FREE_A_MONTH: u64 = 4_000;

/// Returns the price of transitions in dollars, before the free ones are taken off.
///
/// [`Trace::billed_transitions`](crate::history::Trace::billed_transitions) counts those of a history, and
/// [`Run::billed_transitions`](crate::testing::Run::billed_transitions) those of a test.
///
/// ```
/// # use workflow_runtime::price;
/// assert_eq!(price::dollars(1_010_000), 25.25);
/// ```
#[must_use]
pub const fn dollars(transitions: u64) -> f64 {
    const MILLION: u64 = 1_000_000;
    // Whole millions and the rest: both are exact.
    #[allow(clippy::cast_precision_loss, reason = "below 2^53")]
    let (millions, rest) = ((transitions / MILLION) as f64, (transitions % MILLION) as f64);
    millions * DOLLARS_A_MILLION + rest * DOLLARS_A_MILLION / 1_000_000.0
}
