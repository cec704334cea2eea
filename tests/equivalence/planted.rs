//! The proof can fail: bugs planted in documents are found. A compiler could make each of them.

use crate::flows::{
    blocks, counted, distributed, enums, errors, first, forks, lists, numbers, options, own,
    slices, strings, tasks, undo,
};
use crate::harness::plant::{
    Bug,
    Change::{Remove, Swap, Text},
};
use crate::prove;
use blocks::*;
use counted::*;
use distributed::*;
use enums::*;
use errors::*;
use first::*;
use forks::*;
use lists::*;
use numbers::*;
use options::*;
use own::*;
use slices::*;
use std::time::Duration;
use strings::*;
use tasks::*;
use undo::*;
use workflow::{Failure, sleep};

const FULFIL: &[Bug] = &[
    ("and for or", "total > 500.0 and not trusted?", Text(" and $not", " or $not")),
    (
        "a condition negated",
        "total > 500.0 and not trusted?",
        Text(
            "$not($states.context.Execution.Input.customer.trusted)",
            "$states.context.Execution.Input.customer.trusted",
        ),
    ),
    ("the name of an error", "Payment", Text("[\"Declined\"]", "[\"Denied\"]")),
    (
        "the fields of an error not parsed",
        "Payment",
        Text(
            "$parse($parse($states.errorOutput.Cause).errorMessage).reason",
            "$parse($states.errorOutput.Cause).errorMessage",
        ),
    ),
    (
        "a longer interval",
        "Payment",
        Text("\"IntervalSeconds\":1,\"MaxAttempts\":2", "\"IntervalSeconds\":2,\"MaxAttempts\":2"),
    ),
    ("error and cause exchanged", "PaymentFailed", Swap("/Error", "/Cause")),
    ("another cause", "Declined", Text("declined the card", "refused the card")),
    ("items one at a time", "Parcels", Text("\"MaxConcurrency\":8", "\"MaxConcurrency\":1")),
    ("an item too few", "Parcels", Text("Input.lines %}", "Input.lines[[1..99]] %}")),
    (
        "an argument for another",
        "Pack",
        Text("{% $picked %}", "{% $states.context.Execution.Input.id %}"),
    ),
    (
        "a capture of the wrong scope",
        "Pack",
        Text("$states.context.Execution.Input.id", "$payment.id"),
    ),
    (
        "results of branches exchanged",
        "ParcelsAndInvoice",
        Swap("/Assign/parcels", "/Assign/invoice"),
    ),
    ("branches exchanged", "ParcelsAndInvoice", Swap("/Branches/0", "/Branches/1")),
    ("another wait", "Sleep", Text("\"Seconds\":1", "\"Seconds\":2")),
];

const REFILL: &[Bug] = &[
    ("<= for <", "While day < days", Text("$day < ", "$day <= ")),
    ("> for >=", "total >= goal?", Text("$total >= ", "$total > ")),
    ("rule and default exchanged", "total >= goal?", Swap("/Choices/0/Next", "/Default")),
    ("a condition negated", "units == 0?", Text("$delivery.units = 0", "$delivery.units != 0")),
    ("an assignment dropped", "While day < days", Remove("/Choices/0/Assign/tries")),
    (
        "an assignment to another variable",
        "units == 0?",
        Text("\"Assign\":{\"tries\":", "\"Assign\":{\"day\":"),
    ),
    ("the first value of a variable", "Set total, notes, day", Text("\"day\":0", "\"day\":1")),
    (
        "continue to the head of the other loop",
        "Sleep",
        Text("\"Next\":\"Delivery\"", "\"Next\":\"While day < days\""),
    ),
    (
        "the output of another variable",
        "Receipt",
        Text("\"total\":\"{% $total %}\"", "\"total\":\"{% $day %}\""),
    ),
    ("a value for null", "Report", Text("\"receipt\":null", "\"receipt\":\"none\"")),
];

const ARMS: &[Bug] = &[
    ("catchers exchanged", "Found", Swap("/Catch/1/ErrorEquals", "/Catch/2/ErrorEquals")),
    ("another backoff", "Found", Text("\"BackoffRate\":1.5", "\"BackoffRate\":2")),
    ("no jitter", "Found", Remove("/Retry/1/JitterStrategy")),
    ("a guard dropped", "Which Found?", Text("$outcome > 5", "true")),
];

const LATE: &[Bug] = &[
    ("no timeout", "Answer", Remove("/TimeoutSeconds")),
    ("a longer timeout", "Answer", Text("\"TimeoutSeconds\":5", "\"TimeoutSeconds\":6")),
    ("one retry less", "Answer", Text("\"MaxAttempts\":3", "\"MaxAttempts\":2")),
    ("retriers exchanged", "Answer", Swap("/Retry/0", "/Retry/1")),
    (
        "a retrier of all errors",
        "Answer",
        Text("[\"States.TaskFailed\"]", "[\"States.TaskFailed\",\"States.Timeout\"]"),
    ),
    ("the fields of a tuple exchanged", "Answer", Text("$v[0]", "$v[1]")),
];

const PATIENT: &[Bug] = &[
    ("a catcher removed", "Third", Remove("/Catch/0")),
    ("no heartbeat", "The second", Remove("/HeartbeatSeconds")),
    ("no longest pause", "Third", Remove("/Retry/0/MaxDelaySeconds")),
    (
        "the task's own retriers for those of the call",
        "First",
        Text("[\"States.Timeout\"]", "[\"States.TaskFailed\"]"),
    ),
];

const LIMITS: &[Bug] = &[
    ("no guard of an overflow", "Set small", Text("$r <= 2147483647", "true")),
    ("a guard too wide by one", "Set small", Text("2147483647", "2147483648")),
    ("no guard below", "Found", Text("0 <= $r", "true")),
    ("no guard at 2^53", "Found", Text("<= 9007199254740991", ">= 0")),
];

const DIVIDED: &[Bug] = &[
    (
        "floor for truncation",
        "Set whole, rest",
        Text("$q < 0 ? $ceil($q) : $floor($q)", "$floor($q)"),
    ),
    ("a remainder that is not Euclid's", "Asked", Text("$m < 0 ? $m + $abs($d)", "$m < 0 ? $m")),
];

const TAGGED: &[Bug] = &[
    ("the tag in Rust's spelling", "Which outside?", Text("just_now", "JustNow")),
    ("rules in another order", "Which outside?", Swap("/Choices/1", "/Choices/2")),
    (
        "the field in Rust's spelling",
        "Which outside?",
        Text("\"{% $outside.`at-place`.theTown %}\"", "\"{% $outside.`at-place`.town %}\""),
    ),
    (
        "the content under another key",
        "Which third_part?",
        Text("{\"t\":\"One\",\"c\"", "{\"t\":\"One\",\"content\""),
    ),
    ("elements exchanged", "Which third_part?", Text("thirdPart.c[1], ", "thirdPart.c[0], ")),
    ("a fallthrough of a guard", "Which inside?", Remove("/Choices/1")),
];

const PASSED: &[Bug] = &[
    (
        "an absent key for null",
        "Got",
        Text(
            " ? $states.context.Execution.Input.nickName : null",
            " ? $states.context.Execution.Input.nickName : $x",
        ),
    ),
    ("a key for null only", "Answer", Text("$v != null ? {", "$v = null ? {")),
    ("the field in Rust's spelling", "Got", Text("Input.howMany", "Input.many")),
];

const NESTED: &[Bug] = &[
    ("a list spliced into a list of lists", "All", Text("[[1]]", "[1]")),
    ("an empty list that vanishes", "All", Text("[[]]", "[]")),
    ("a list of one list unwrapped", "Has first?", Text("[[$value]]", "[$value]")),
    (
        "a list of lists flattened",
        "Answer",
        Text("[[$states.input], [$states.input]]", "[$states.input, $states.input]"),
    ),
];

const LOOPS: &[Bug] = &[
    ("the second item first", "Set all, name", Text("\"name_index\":0", "\"name_index\":1")),
    ("an index that runs ahead", "For name in names", Text("$name_index + 1", "$name_index + 2")),
    ("an item too many", "For name in names", Text("$name_index < ", "$name_index <= ")),
    (
        "a pair spliced into the list",
        "ShownAndFound",
        Text("[[$states.result[0], $states.result[1]]]", "[$states.result[0], $states.result[1]]"),
    ),
    ("targets of catchers exchanged", "Found", Swap("/Catch/0/Next", "/Catch/1/Next")),
];

const EARLY: &[Bug] = &[
    ("no limit of concurrency", "Shown", Remove("/MaxConcurrency")),
    ("an early return the other way round", "found > limit?", Swap("/Choices/0/Next", "/Default")),
    ("an item that is not kept", "No name?", Remove("/Assign")),
];

const CAPTURED: &[Bug] = &[
    (
        "a capture for another",
        "All",
        Text("{% $label %}", "{% $states.context.Execution.Input.suffix %}"),
    ),
    ("a capture less", "All", Remove("/ItemSelector/suffix")),
    (
        "fewer failures tolerated",
        "All",
        Text("\"ToleratedFailurePercentage\":60", "\"ToleratedFailurePercentage\":40"),
    ),
    (
        "all failures tolerated",
        "All",
        Text("\"ToleratedFailurePercentage\":60", "\"ToleratedFailureCount\":10"),
    ),
    ("an argument of the wrong execution", "Two", Text("Execution.Input.label", "Execution.Name")),
];

const CHAINS: &[Bug] = &[
    ("a list spliced into the output", "Done", Text("[$sorted]", "$sorted")),
    ("a fold that begins elsewhere", "Limit", Text("Input.by % 100)", "Input.by % 10)")),
    ("take_while for filter", "Limit", Text("$i < $p", "$i <= $p")),
];

/// `refill`, with a bug in it: what the machine would be proved against if lowering had made that bug.
async fn refill_with<const BUG: u32>(plan: Plan) -> Result<Report, Failure> {
    let mut total = 0;
    let mut notes = Vec::new();
    let mut day = 0;
    let mut tries = 0;
    'days: while day < plan.days || BUG == 1 && day == plan.days {
        day += 1;
        if BUG != 2 {
            tries = 0;
        }
        loop {
            let delivery = deliver(plan.site.clone(), if BUG == 3 { day - 1 } else { day }).await?;
            if delivery.units == 0 {
                tries += 1;
                if tries > plan.patience {
                    if BUG == 4 {
                        break;
                    }
                    break 'days;
                }
                sleep(Duration::from_secs(60)).await;
                if BUG == 5 {
                    continue 'days;
                }
                continue;
            }
            total += delivery.units;
            notes.push(if BUG == 6 { String::new() } else { delivery.note });
            if total >= plan.goal && BUG != 7 {
                let receipt = close(total).await?;
                let receipt = if BUG == 8 { None } else { Some(receipt) };
                return Ok(Report { total, notes, receipt });
            }
            break;
        }
    }
    if BUG == 9 {
        notes.reverse();
    }
    Ok(Report { total, notes, receipt: None })
}

const HANDLED: &[Bug] = &[
    ("a failure that its block does not handle", "Risk", Remove("/Catch")),
    (
        "another failure for the one in the middle",
        "risk > found?",
        Text("\"Error\":\"Risky\"", "\"Error\":\"NoNumber\""),
    ),
];

const BOOKED: &[Bug] = &[
    ("an undo left out", "Car", Text("\"Next\":\"Two\"", "\"Next\":\"Note\"")),
    ("an undo of what was not done", "Hotel", Text("\"Next\":\"Note\"", "\"Next\":\"Two\"")),
    ("an undo that fails ends the others", "Two", Remove("/Catch")),
    ("the failure of an undo is lost", "Two", Remove("/Catch/0/Assign")),
    (
        "the failure of an undo goes on",
        "Check",
        Text("\"Error\":\"{% $failure.Error %}\"", "\"Error\":\"{% $states.errorOutput.Error %}\""),
    ),
    (
        "an undo gets another value",
        "Note",
        Text(
            "\"Payload\":\"{% $flight %}\"",
            "\"Payload\":\"{% $states.context.Execution.Input.trip %}\"",
        ),
    ),
];

const REFUSED: &[Bug] = &[
    ("the variant's name for the error's", "Closed", Text("\"Shop.Closed\",", "\"Closed\",")),
    ("the form without the error's name", "Declined", Text("\\\"errorType\\\"", "\\\"type\\\"")),
    ("fields under another name", "Declined", Text("\\\"reason\\\"", "\\\"why\\\"")),
    ("a text without its quotes", "Closed", Text(", 4, ", ", 5, ")),
    ("a number that is rounded", "Large", Text("$error(", "$string(")),
    ("a variant without fields that has some", "NotPaid", Text("\\\"\\\"}", "\\\"{}\\\"}")),
];

const COUNTED: &[Bug] = &[
    ("a turn less", "For each turn", Text(" < ", " + 1 < ")),
    ("a turn more", "For each day", Text(" > 5", " > 4")),
    ("two at once", "For each turn", Text(" + 1", " + 2")),
    ("the number of the next turn", "For each day", Text(" - 1", " - 2")),
    ("the end as it is now", "For each turn", Text("$turn_end", "$end")),
];

const SLICED: &[Bug] = &[
    ("a list that is longer fits", "Which names?", Text(" = 1", " >= 1")),
    ("the first for the last", "Which names?", Text("[-1]", "[0]")),
    ("an item too few", "Check names", Text(">= 2", ">= 1")),
];

/// The function as it is, and with each of nine bugs.
#[test]
fn bugs_in_lowering_are_found() {
    let mut proof = prove!(refill(plan): deliver, close; wild = 0, failing = 0, seeds = 3000);
    assert_eq!(proof.doubted(), None);
    let mut found = 0;
    macro_rules! doubt {
        ($($bug:literal)*) => { $(
            proof.kept = |plan| Box::pin(refill_with::<$bug>(plan));
            let seed = proof.doubted();
            println!("refill with bug {}: {seed:?}", $bug);
            found += u32::from(seed.is_some() != ($bug == 0));
        )* };
    }
    doubt!(0 1 2 3 4 5 6 7 8 9);
    println!("bugs in lowering: {} of 9 caught", found - 1);
    assert_eq!(found, 10);
}

#[test]
fn planted_bugs_are_found() {
    let mut all = 0;
    let mut missed = vec![];
    macro_rules! plant {
        ($bugs:ident, $($proof:tt)*) => {
            all += $bugs.len();
            missed.extend(prove!($($proof)*).plant($bugs));
        };
    }
    plant!(FULFIL, fulfil(order): price, approve, charge, tell_customer, pick, pack, invoice; failing = 15);
    plant!(REFILL, refill(plan): deliver, close; wild = 0, failing = 3);
    plant!(ARMS, arms(name): risky, text; failing = 60);
    plant!(LATE, late(n): slow; failing = 60);
    plant!(PATIENT, patient(n): slow, text; failing = 60);
    plant!(LIMITS, limits(n): number, note, measure; wild = 20, failing = 0);
    plant!(DIVIDED, divided(a, b): number, measure; wild = 10, failing = 0);
    plant!(TAGGED, tagged(of): outside, inside, beside, text, two, number, note; failing = 0, wild = 1);
    plant!(PASSED, passed(of): answer, note; failing = 0);
    plant!(NESTED, nested(of): rows; failing = 0, items = 3);
    plant!(LOOPS, caught_inside(names): text, risky, note, count; failing = 15);
    plant!(EARLY, early(names, limit): count, text; failing = 3);
    plant!(CAPTURED, captured(names, suffix): count, text, two, note; failing = 10);
    plant!(CHAINS, chains(words, by): count, note; failing = 0);
    plant!(HANDLED, handled(name, n): count, risky, slow, two, note; failing = 15);
    plant!(REFUSED, own_refused(way, n, word, share, size): count; words = &["a", "é \"q\" \\"], seeds = 2000);
    plant!(COUNTED, counting(n, few, names): number, note, ping, check, text; failing = 2);
    plant!(SLICED, sliced(names, rows, n): text, number, note; words = &["a", "b"], failing = 3);
    plant!(BOOKED, booked(trip, limit): text, count, note, two, check, number; failing = 20);
    println!("planted bugs: {} of {all} caught", all - missed.len());
    assert!(missed.is_empty() && all >= 30, "not found: {missed:#?}");
}
