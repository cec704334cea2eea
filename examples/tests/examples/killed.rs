//! A program that is killed again and again goes on where it stood, and takes no payment twice.

use super::support::{Place, command, run};
use rusqlite::Connection;
use std::process::Stdio;
use std::time::Duration;

/// Kills the program after so many milliseconds, unless it has ended by then.
fn killed(place: &Place, after: u64) -> bool {
    let mut program = command("order_fulfilment", place);
    let mut program = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    for _ in 0..after {
        if program.try_wait().unwrap().is_some() {
            return false;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    // The signal that nothing can catch.
    program.kill().unwrap();
    program.wait().unwrap();
    true
}

/// The orders that the program has in its store.
fn orders(place: &Place) -> u32 {
    let listed = run("order_fulfilment", &["executions", "--json"], place);
    let listed: serde_json::Value = serde_json::from_str(&listed.out).unwrap();
    u32::try_from(listed["executions"].as_array().unwrap().len()).unwrap()
}

#[test]
fn an_order_survives_its_program() {
    let mut went_on = 0;
    for first in [60, 150, 300, 600, 1_000, 1_600] {
        let place = Place::new(&format!("killed-after-{first}"));
        let mut kills = 0;
        for more in [0, 20, 40, 60, 80] {
            if !killed(&place, first + more) {
                break;
            }
            kills += 1;
        }
        let ended = run("order_fulfilment", &[], &place);
        assert_eq!(ended.code, Some(0), "{}\n{}", ended.out, ended.err);
        went_on += u32::from(ended.out.contains("going on with `"));
        let books = Connection::open(place.0.join("order_fulfilment.db")).unwrap();
        let count = |sql: &str| books.query_row(sql, [], |row| row.get::<_, u32>(0)).unwrap();
        // The next program that finds no order running has a delivery.
        assert_eq!(count("SELECT units FROM stock WHERE sku = 'samovar'"), 0);
        // One that was killed after its order had ended is followed by another order.
        let orders = orders(&place);
        let what = format!("{orders} orders and {kills} kills, from {first} ms on");
        assert_eq!(count("SELECT count(*) FROM payments"), orders, "payments after {what}");
        assert_eq!(count("SELECT count(*) FROM bank"), orders, "payments at the bank after {what}");
        assert_eq!(
            count("SELECT count(*) FROM notes WHERE text LIKE 'INV-%'"),
            orders,
            "invoices after {what}"
        );
        assert_eq!(count("SELECT count(*) FROM parcels"), 3 * orders, "parcels after {what}");
    }
    assert!(went_on > 0, "no program was killed while its order ran");
}

#[test]
fn commands_about_executions() {
    let place = Place::new("stored-executions");
    let started = run("order_fulfilment", &["start", "--input", "order.json"], &place);
    assert_eq!((started.code, started.err.contains("cannot read order.json")), (Some(2), true));
    let order = super::programs::inputs("order_fulfilment").join("default.json");
    let order = order.to_str().unwrap();
    let started =
        run("order_fulfilment", &["start", "--input", order, "--name", "order-1"], &place);
    assert_eq!(started.code, Some(0), "{}", started.err);
    assert!(started.out.trim_end().ends_with(":fulfil:order-1"), "{}", started.out);
    let list = run("order_fulfilment", &["executions"], &place);
    assert!(
        list.out.starts_with("order-1  fulfil  ") && list.out.contains("RUNNING"),
        "{}",
        list.out
    );
    let resumed = run("order_fulfilment", &["resume"], &place);
    assert_eq!(resumed.code, Some(0), "{}{}", resumed.out, resumed.err);
    assert!(resumed.out.contains("going on with `order-1`"), "{}", resumed.out);
    let list = run("order_fulfilment", &["executions", "--status", "succeeded"], &place);
    assert!(list.out.contains("order-1"), "{}", list.out);
    for (times, listed) in [
        (&["--since", "1h"][..], true),
        (&["--since", "2020-01-01", "--until", "0s"], true),
        (&["--until", "1h"], false),
        (&["--since", "2100-01-01T00:00:00Z"], false),
    ] {
        let list = run("order_fulfilment", &[&["executions"], times].concat(), &place);
        assert_eq!(list.out.contains("order-1"), listed, "{times:?}: {}{}", list.out, list.err);
    }
    let wrong = run("order_fulfilment", &["executions", "--since", "yesterday"], &place);
    assert!(wrong.code == Some(2) && wrong.err.contains("`90m`, `2h`, `7d`"), "{}", wrong.err);
    let none = run("order_fulfilment", &["executions", "--status", "failed"], &place);
    assert_eq!(none.out, "no executions\n");
    let json = run("order_fulfilment", &["executions", "--json"], &place);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["executions"][0]["status"], "SUCCEEDED");
    let history = run("order_fulfilment", &["history", "order-1"], &place);
    assert!(history.out.contains("ExecutionStarted") && history.out.contains("  Payment"));
    assert!(history.out.lines().all(|line| line.chars().count() <= 80), "{}", history.out);
    let history = run("order_fulfilment", &["history", "order-1", "--json"], &place);
    let history: serde_json::Value = serde_json::from_str(&history.out).unwrap();
    assert_eq!(history["events"][0]["type"], "ExecutionStarted");
    let stopped = run("order_fulfilment", &["stop", "order-1"], &place);
    assert!(
        stopped.code == Some(1) && stopped.err.contains("has ended: SUCCEEDED"),
        "{}",
        stopped.err
    );
    let refused = run("order_fulfilment", &["redrive", "order-1"], &place);
    let why = "ExecutionNotRedrivable: Execution is SUCCEEDED and cannot be redriven";
    assert!(refused.code == Some(1) && refused.err.contains(why), "{}", refused.err);
    let unknown = run("order_fulfilment", &["history", "order-2"], &place);
    assert!(unknown.code == Some(2) && unknown.err.contains("has no execution `order-2`"));
    let wrong = run("order_fulfilment", &["executions", "--status", "done"], &place);
    assert!(
        wrong.code == Some(2) && wrong.err.contains("'done' for '--status <STATUS>'"),
        "{}",
        wrong.err
    );
}

#[test]
fn executions_are_told_as_json() {
    let place = Place::new("json-executions");
    let order = super::programs::inputs("order_fulfilment").join("default.json");
    let json = |words: &[&str], code| -> serde_json::Value {
        let ended = run("order_fulfilment", &[words, &["--json"]].concat(), &place);
        assert_eq!((ended.code, ended.err.as_str()), (Some(code), ""), "{words:?}");
        serde_json::from_str(&ended.out).unwrap()
    };
    let started = json(&["start", "--input", order.to_str().unwrap(), "--name", "order-1"], 0);
    let arn = started["executionArn"].as_str().unwrap().to_owned();
    assert!(arn.ends_with(":fulfil:order-1"), "{arn}");
    let stopped = json(&["stop", "order-1", "--error", "Enough"], 0);
    assert_eq!((&stopped["executionArn"], &stopped["status"]), (&arn.into(), &"ABORTED".into()));
    let stopped = &json(&["executions"], 0)["executions"][0];
    assert_eq!((&stopped["status"], &stopped["error"]), (&"ABORTED".into(), &"Enough".into()));
    assert_eq!(json(&["resume"], 0)["executions"], serde_json::json!([]));
    let redriven = json(&["redrive", "order-1"], 0);
    assert_eq!((&redriven["status"], &redriven["redriveCount"]), (&"SUCCEEDED".into(), &1.into()));
    assert_eq!(json(&["schedules"], 0)["schedules"], serde_json::json!([]));
}

#[test]
fn schedules_are_made_paused_and_removed_by_a_command() {
    let place = Place::new("made-schedules");
    let order = super::programs::inputs("order_fulfilment").join("default.json");
    let order = order.to_str().unwrap();
    let make = ["schedule", "orders", "rate(1 minute)", "--input", order, "--missed", "skip"];
    let made = run("order_fulfilment", &make, &place);
    assert_eq!((made.code, &*made.err), (Some(0), ""));
    assert!(made.out.starts_with("orders starts fulfil: next at "), "{}", made.out);
    // It begins nothing itself, though the first run of a rate comes at once.
    let listed = run("order_fulfilment", &["executions", "--json"], &place);
    let listed: serde_json::Value = serde_json::from_str(&listed.out).unwrap();
    assert_eq!(listed["executions"], serde_json::json!([]));
    let json = |words: &[&str]| -> serde_json::Value {
        let ended = run("order_fulfilment", &[words, &["--json"]].concat(), &place);
        assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{words:?}");
        serde_json::from_str(&ended.out).unwrap()
    };
    let paused = json(&["schedule", "orders", "--pause"]);
    assert_eq!((&paused["State"], &paused["next"]), (&"DISABLED".into(), &serde_json::Value::Null));
    assert_eq!(json(&["schedule", "orders", "--resume"])["State"], "ENABLED");
    let changed =
        json(&["schedule", "orders", "0 8 * * *", "--zone", "Europe/Zurich", "--input", order]);
    assert_eq!(changed["ScheduleExpressionTimezone"], "Europe/Zurich");
    assert_eq!(json(&["schedules"])["schedules"].as_array().map(Vec::len), Some(1));
    assert_eq!(json(&["schedule", "orders", "--remove"])["removed"], true);
    for (words, why) in [
        (&["schedule", "orders", "--remove"][..], "no schedule `orders`"),
        (&["schedule", "orders"], "TIMES"),
        (&["schedule", "orders", "0 8 * *", "--input", order], "`0 8 * *`"),
        (&["schedule", "orders", "0 8 * * *", "--zone", "Mars", "--input", order], "Mars"),
        (&["schedule", "orders", "0 8 * * *"], "--input"),
        (&["schedule", "orders", "0 8 * * *", "--pause"], "cannot be used with"),
    ] {
        let ended = run("order_fulfilment", words, &place);
        assert!(ended.code == Some(2) && ended.err.contains(why), "{words:?}: {}", ended.err);
    }
}

#[test]
fn failures_are_counted_by_what_they_have_in_common() {
    let place = Place::new("failed-executions");
    let order = super::programs::inputs("order_fulfilment").join("default.json");
    for (name, error) in [("one", "Enough"), ("two", "Enough"), ("three", "Other")] {
        let start = ["start", "--input", order.to_str().unwrap(), "--name", name];
        assert_eq!(run("order_fulfilment", &start, &place).code, Some(0));
        let stop = ["stop", name, "--error", error];
        assert_eq!(run("order_fulfilment", &stop, &place).code, Some(0));
    }
    let failed = ["executions", "--failed", "--by"];
    let shown = run("order_fulfilment", &[&failed[..], &["state"]].concat(), &place);
    assert_eq!(shown.code, Some(0), "{}", shown.err);
    let counts: Vec<_> = shown.out.lines().filter_map(|it| it.split_whitespace().next()).collect();
    assert_eq!(counts, ["2", "1"], "{}", shown.out);
    assert!(shown.out.contains("Enough") && shown.out.contains("Other"), "{}", shown.out);
    let json = run("order_fulfilment", &[&failed[..], &["error", "--json"]].concat(), &place);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(
        (&json["groups"][0]["error"], &json["groups"][0]["count"]),
        (&"Enough".into(), &2.into())
    );
    let listed = run("order_fulfilment", &["executions", "--failed", "--limit", "2"], &place);
    assert_eq!(listed.out.matches("ABORTED").count(), 2, "{}", listed.out);
    let alone = run("order_fulfilment", &["executions", "--by", "state"], &place);
    assert!(alone.code == Some(2) && alone.err.contains("--failed"), "{}", alone.err);
}

#[test]
fn an_order_that_was_stopped_is_redriven() {
    let place = Place::new("redriven-execution");
    let order = super::programs::inputs("order_fulfilment").join("default.json");
    let start = ["start", "--input", order.to_str().unwrap(), "--name", "order-1"];
    assert_eq!(run("order_fulfilment", &start, &place).code, Some(0));
    let stop = ["stop", "order-1", "--error", "Enough"];
    let early = run("order_fulfilment", &["redrive", "order-1"], &place);
    assert!(early.err.contains("Execution is RUNNING and cannot be redriven"), "{}", early.err);
    let stopped = run("order_fulfilment", &stop, &place);
    assert!(stopped.code == Some(0) && stopped.out.contains("ABORTED"), "{}", stopped.out);
    let redriven = run("order_fulfilment", &["redrive", "order-1"], &place);
    assert_eq!(redriven.code, Some(0), "{}{}", redriven.out, redriven.err);
    assert!(redriven.out.contains("`order-1` runs again from `"), "{}", redriven.out);
    let json = run("order_fulfilment", &["executions", "--json"], &place);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let known = &json["executions"][0];
    assert_eq!((&known["status"], &known["redriveCount"]), (&"SUCCEEDED".into(), &1.into()));
}

/// The books of the shop, as one text: what was paid, sent and noted.
fn books(place: &Place) -> String {
    let books = Connection::open(place.0.join("order_fulfilment.db")).unwrap();
    let list = |sql: &str| -> String {
        let mut rows = books.prepare(sql).unwrap();
        let rows = rows.query_map([], |row| row.get::<_, String>(0)).unwrap();
        rows.map(|row| row.unwrap() + "; ").collect()
    };
    ["payments", "bank", "letters", "notes"]
        .map(|table| format!("{table}: {}", list(&format!("SELECT key FROM {table} ORDER BY key"))))
        .join("\n")
}

#[test]
fn commands_do_only_what_they_are_asked_for() {
    let place = Place::new("only-what-is-asked");
    let order = super::programs::inputs("order_fulfilment").join("default.json");
    let order = order.to_str().unwrap();
    for name in ["order-1", "order-2"] {
        let started = run("order_fulfilment", &["start", "--input", order, "--name", name], &place);
        assert_eq!(started.code, Some(0), "{}", started.err);
    }
    // They are written, and nothing has begun.
    let none = books(&place);
    assert!(!none.contains(';'), "{none}");
    let resumed = run("order_fulfilment", &["resume", "order-2"], &place);
    assert_eq!(resumed.code, Some(0), "{}{}", resumed.out, resumed.err);
    let one = books(&place);
    assert!(one.lines().next().is_some_and(|paid| paid.matches(';').count() == 1), "{one}");
    let list = run("order_fulfilment", &["executions", "--status", "running"], &place);
    assert!(list.out.contains("order-1") && !list.out.contains("order-2"), "{}", list.out);
    // Looking changes nothing, nor does a refusal.
    for words in [&["executions"][..], &["history", "order-2"], &["redrive", "order-2"]] {
        run("order_fulfilment", words, &place);
        assert_eq!(books(&place), one, "{words:?}");
    }
    let stopped = run("order_fulfilment", &["stop", "order-1"], &place);
    assert!(stopped.out.contains("has ended: ABORTED"), "{}{}", stopped.out, stopped.err);
    assert_eq!(books(&place), one);
}

#[test]
fn a_redrive_keeps_the_books() {
    let place = Place::new("redriven-books");
    let declined = super::programs::inputs("order_fulfilment").join("declined.json");
    let declined = declined.to_str().unwrap();
    let failed =
        run("order_fulfilment", &["run", "--input", declined, "--name", "declined"], &place);
    assert_eq!(failed.code, Some(1), "{}{}", failed.out, failed.err);
    let before = books(&place);
    assert!(before.contains(';'), "{before}");
    for words in [&["executions"][..], &["redrive", "declined"]] {
        run("order_fulfilment", words, &place);
        let after = books(&place);
        for line in before.split([';', '\n']) {
            assert!(after.contains(line.trim()), "{words:?}: {line} is gone of {after}");
        }
    }
}
