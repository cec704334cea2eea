//! A user's own command line: the programs of the examples, called as a user calls them.
//!
//! `cargo test` builds the programs before. `cargo test --test cli` does not: it runs what is there.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod support;

use serde_json::{Value, json};
use support::{Place, command, refused, run, run_with, says};

#[test]
fn help_shows_every_command() {
    for arguments in [&["--help"][..], &["help"], &["-h"], &[]] {
        let ended = run("hello", arguments, &Place::new("cli-help"));
        assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{arguments:?}");
        let words = [
            "Usage: hello <COMMAND>",
            "Run and test: run ",
            "Executions: start ",
            "Definitions: list ",
            "check ",
            "export ",
            "Program: completions ",
            "Options: -h, --help",
            "Exit codes: 0 all went well",
            "Workflows: welcome, daily",
        ];
        says(&ended.out, &words);
        assert!(ended.out.lines().all(|line| line.chars().count() <= 80), "{}", ended.out);
    }
}

#[test]
fn list_says_what_there_is() {
    let ended = run("hello", &["list"], &Place::new("cli-list"));
    assert_eq!(ended.code, Some(0));
    assert_eq!(
        ended.out,
        "welcome    2 states  Greets everybody on a list.\n\
         daily      5 states  Greets somebody, again each day.\n"
    );
}

#[test]
fn triggers_of_a_workflow_are_shown_and_exported() {
    let place = Place::new("cli-triggers");
    let line = "nightly: 0 2 * * * Europe/Zurich";
    says(&run("etl", &["check"], &place).out, &["triggers", line]);
    let checked: Value =
        serde_json::from_str(&run("etl", &["check", "--json"], &place).out).unwrap();
    let trigger = json!([{ "name": "nightly", "text": line, "misfit": null }]);
    assert_eq!(checked["workflows"][0]["triggers"], trigger);
    for format in ["sam", "cloudformation", "cdk", "serverless", "terraform"] {
        let out = place.0.join(format);
        let words = ["export", "--format", format, "--json", "--out", out.to_str().unwrap()];
        let ended = run("etl", &words, &place);
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        says(&ended.out, &["It is started by:", "nightly: cron(0 2 * * ? *) Europe/Zurich"]);
        let files = std::fs::read_dir(&out).unwrap().map(|it| it.unwrap().path());
        let texts: String = files
            .filter(|it| it.is_file())
            .map(|it| std::fs::read_to_string(it).unwrap())
            .collect();
        for text in ["cron(0 2 * * ? *)", "Europe/Zurich", "orders.csv"] {
            assert!(texts.contains(text), "{format}: {text}");
        }
    }
    let ended = run("etl", &["export"], &place);
    assert_eq!(ended.code, Some(0));
    says(&ended.err, &["note: a document has no triggers (nightly)"]);
    std::fs::write(
        place.0.join("same.json"),
        r#"{ "schedules": [{ "name": "nightly", "expression": "rate(1 day)" }] }"#,
    )
    .unwrap();
    let words = ["export", "--format", "cloudformation", "--json", "--settings", "same.json"];
    let ended = run("etl", &words, &place);
    assert_eq!(ended.code, Some(2));
    says(&ended.err, &["same.json:1: the workflow has the trigger \"nightly\" itself"]);
    std::fs::write(place.0.join("without.json"), r#"{ "without": ["nightly"] }"#).unwrap();
    let words = ["export", "--format", "cloudformation", "--json", "--settings", "without.json"];
    let ended = run("etl", &words, &place);
    assert_eq!((ended.code, ended.out.contains("Scheduler")), (Some(0), false), "{}", ended.err);
}

#[test]
fn run_reads_files_and_standard_input() {
    let place = Place::new("cli-run");
    std::fs::write(place.0.join("names.json"), "[\"Ada\", \"Alan\"]").unwrap();
    let ended = run("hello", &["run", "welcome", "--input", "names.json"], &place);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{}", ended.out);
    let words = [
        "welcome, with names.json",
        "2 items",
        "Result",
        "\"Hello, Ada!\"",
        "Path",
        "[2 × Greet]",
        "Time",
        "from start to end",
    ];
    says(&ended.out, &words);
    let arguments = ["run", "welcome", "--input=-", "--quiet"];
    let ended = run_with("hello", &arguments, &place, "[\"Grace\"]");
    assert_eq!((ended.code, ended.out.as_str()), (Some(0), "[\"Hello, Grace!\"]\n"));
    let ended = run_with("hello", &arguments, &place, "[\"\"]");
    assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""));
    assert_eq!(ended.err, "error: Nobody: there is nobody to greet\n");
}

#[test]
fn years_pass_in_virtual_time() {
    let place = Place::new("cli-virtual");
    let arguments = [
        "run",
        "daily",
        "--input",
        "-",
        "--virtual-time",
        "--name",
        "a-year",
        "--history",
        "h.json",
    ];
    let ended = run_with("hello", &arguments, &place, r#"{"name":"Ada","days":365}"#);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{}", ended.out);
    says(
        &ended.out,
        &["Result 365", "365 × (While day < days → Greet → Sleep)", "Sleep 365", "365.0 days"],
    );
    let history = std::fs::read_to_string(place.0.join("h.json")).unwrap();
    let history: Value = serde_json::from_str(&history).unwrap();
    let events = history["events"].as_array().unwrap();
    assert_eq!(events[0]["type"], "ExecutionStarted");
    assert_eq!(events.last().unwrap()["type"], "ExecutionSucceeded");
    let seconds = |event: &Value| event["timestamp"].as_f64().unwrap();
    assert_eq!(seconds(events.last().unwrap()) - seconds(&events[0]), 365.0 * 86_400.0);
}

#[test]
fn documents_are_exported_and_drawn() {
    let place = Place::new("cli-export");
    let printed = run("hello", &["export", "daily"], &place);
    let written = run("hello", &["export", "daily", "--out", "daily.json"], &place);
    assert_eq!((printed.code, written.code, written.out.as_str()), (Some(0), Some(0), ""));
    let file = std::fs::read_to_string(place.0.join("daily.json")).unwrap();
    assert_eq!(file, printed.out);
    let document: Value = serde_json::from_str(&file).unwrap();
    assert_eq!(document["Comment"], "Greets somebody, again each day.");
    let drawn = run("hello", &["graph", "daily"], &place);
    assert_eq!(drawn.code, Some(0));
    assert!(
        drawn.out.starts_with("flowchart TD\n") && drawn.out.contains("Greet"),
        "{}",
        drawn.out
    );
}

#[test]
fn check_knows_what_is_bounded() {
    let ended = run("hello", &["check"], &Place::new("cli-check"));
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    let words = [
        "welcome",
        "names 2 states; the longest name has 8 of 80 characters",
        "definition",
        "of 1,048,576 bytes",
        "events not bounded; 25,000 are allowed the Map `EachName`: up to 20 events an item, 1,249 items fit",
        "transitions at most 5, 4 more an item of `EachName` (retries are transitions)",
        "payload an input may have 262,144 bytes, and its type does not bound it (a list)",
        "daily",
        "the loop of `While day < days`, `Greet`, `Sleep`: up to 24 events a turn",
        "`name` (a string)",
    ];
    says(&ended.out, &words);
    assert!(ended.out.lines().all(|line| line.chars().count() <= 80), "{}", ended.out);
    let ended = run("order_fulfilment", &["check"], &Place::new("cli-check-order"));
    assert_eq!(ended.code, Some(0));
    says(&ended.out, &["fulfil", "names", "events not bounded"]);
}

/// What is changed in the exported document of `daily` to make the older one, what is said, and the exit code.
type Older = (fn(&mut Value), &'static [&'static str], i32);

#[test]
fn check_says_what_changed() {
    let place = Place::new("cli-against");
    let exported = run("hello", &["export", "daily"], &place).out;
    let cases: &[Older] = &[
        (|_| {}, &["Since older.json nothing has changed"], 0),
        (
            |older| older["States"]["Sleep"]["Seconds"] = json!(60),
            &["~ `Sleep`: other Seconds", "Running executions can continue."],
            0,
        ),
        (
            |older| {
                let greet = older["States"]["Greet"].clone();
                older["States"]["Wave"] = greet;
            },
            &[
                "✗ Task `Wave`",
                "an execution that is in `Wave` cannot continue",
                "cannot all go on",
            ],
            1,
        ),
        (
            |older| older["States"]["Greet"]["Arguments"]["FunctionName"] = json!("wave"),
            &["✗ `Greet`: calls \"greet\", called \"wave\"", "in `Greet` cannot continue"],
            1,
        ),
        (
            |older| {
                let text = older.to_string().replace("$states.context.Execution.Input.days", "5");
                *older = serde_json::from_str(&text).unwrap();
            },
            &["✗ reads `days` of the input", "may have been started without `days`"],
            1,
        ),
        (
            |older| {
                let text = older.to_string().replace("\"day\":", "\"count\":");
                let text = text.replace("$day ", "$count ");
                *older = serde_json::from_str(&text).unwrap();
            },
            &["✗ a new variable `$day`", "has no `$day`"],
            1,
        ),
    ];
    for (index, (change, words, code)) in cases.iter().enumerate() {
        let mut older: Value = serde_json::from_str(&exported).unwrap();
        change(&mut older);
        std::fs::write(place.0.join("older.json"), older.to_string()).unwrap();
        let ended = run("hello", &["check", "daily", "--against", "older.json"], &place);
        assert_eq!((ended.code, ended.err.as_str()), (Some(*code), ""), "{index}: {}", ended.out);
        says(&ended.out, words);
    }
}

#[test]
fn check_says_which_executions_go_on() {
    let place = Place::new("cli-description");
    let exported = run("hello", &["export", "daily", "--description"], &place).out;
    let check = |older: &Value| {
        std::fs::write(place.0.join("older.json"), older.to_string()).unwrap();
        run("hello", &["check", "daily", "--against", "older.json"], &place)
    };
    let mut older: Value = serde_json::from_str(&exported).unwrap();
    let same = check(&older);
    assert_eq!(same.code, Some(0), "{}", same.out);
    says(&same.out, &["Since older.json", "`Greet` continues", "Running executions can continue."]);
    let states = older["states"].as_array_mut().unwrap();
    let greet = states.iter_mut().find(|state| state["name"] == "Greet").unwrap();
    greet["does"] = json!("wave");
    let changed = check(&older);
    assert_eq!(changed.code, Some(1), "{}", changed.out);
    says(&changed.out, &["`Greet` is blocked", "`does` of `Greet`: found wave, expected greet"]);
    older["states"] = json!([7]);
    refused(&check(&older), "error", "older.json is no description: ");
}

#[test]
fn mistakes_are_one_line_before_anything_runs() {
    let place = Place::new("cli-mistakes");
    std::fs::write(place.0.join("bad.json"), "[\n  \"a\",\n  oops\n]").unwrap();
    std::fs::write(place.0.join("wrong.json"), "[\"a\", 3]").unwrap();
    let cases: &[(&[&str], &str)] = &[
        (&["run"], "`run` needs the name of a workflow: welcome, daily"),
        (&["export"], "`export` needs the name of a workflow: welcome, daily"),
        (&["run", "welcome"], "`run` needs --input FILE; `--input -` reads standard input"),
        (&["run", "welcome", "--input", "none.json"], "cannot read none.json: "),
        (
            &["run", "welcome", "--input", "bad.json"],
            "bad.json is not JSON: expected value at line 3 column 3",
        ),
        (
            &["run", "welcome", "--input", "wrong.json"],
            "wrong.json: `[1]` of the input: invalid type: integer `3`, expected a string at line 1 column 7",
        ),
        (&["graph"], "`graph` needs the name of a workflow"),
        (&["check", "daily", "--against", "none.json"], "cannot read none.json: "),
        (&["check", "daily", "--against", "bad.json"], "bad.json is not JSON: "),
        (
            &["check", "daily", "--against", "wrong.json"],
            "wrong.json is no States Language document",
        ),
    ];
    for (arguments, says) in cases {
        refused(&run("hello", arguments, &place), "error", says);
    }
}

#[test]
fn words_that_mean_nothing_are_named_with_what_is_near() {
    let place = Place::new("cli-words-wrong");
    let cases: &[(&[&str], &[&str])] = &[
        (&["lsit"], &["unrecognized subcommand 'lsit'", "similar subcommand exists: 'list'"]),
        (&["fly"], &["unrecognized subcommand 'fly'", "Usage: hello <COMMAND>", "--help"]),
        (
            &["run", "welcom"],
            &["'welcom' for '[NAME]'", "[possible values: welcome, daily]", "exists: 'welcome'"],
        ),
        (
            &["run", "daily", "--quiet", "--inpt", "x"],
            &["unexpected argument '--inpt'", "a similar argument exists: '--input'"],
        ),
        (
            &["run", "daily", "welcome"],
            &["unexpected argument 'welcome' found", "Usage: hello run [OPTIONS] [NAME]"],
        ),
        (
            &["run", "welcome", "--input", "wrong.json", "--name", "a b"],
            &["'a b' for '--name <NAME>': the name of an execution has 1 to 80 letters"],
        ),
        (&["list", "--out", "x"], &["unexpected argument '--out' found", "Usage: hello list"]),
        (&["graph", "-x"], &["unexpected argument '-x' found"]),
        (&["executions", "--status", "lost"], &["possible values: RUNNING, SUCCEEDED"]),
    ];
    for (arguments, words) in cases {
        let ended = run("hello", arguments, &place);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{}", ended.err);
        assert!(ended.err.starts_with("error: "), "{}", ended.err);
        says(&ended.err, words);
    }
}

#[test]
fn each_command_has_help_that_fits_a_terminal() {
    let place = Place::new("cli-help-each");
    let top = run("hello", &["--help"], &place).out;
    let commands = top.lines().take_while(|line| *line != "Options:");
    let commands = commands.filter_map(|line| line.strip_prefix("  "));
    let names: Vec<&str> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.len() >= 12 && names.contains(&"completions"), "{names:?}");
    for name in names {
        let ended = run("hello", &[name, "--help"], &place);
        assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
        says(&ended.out, &[&format!("Usage: hello {name}"), "Options:", "--help"]);
        assert_eq!(run("hello", &["help", name], &place).out, ended.out);
        assert!(ended.out.lines().all(|line| line.chars().count() <= 80), "{}", ended.out);
    }
    let ran = run("hello", &["run", "--help"], &place);
    says(&ran.out, &["Usage: hello run", "--input <FILE>", "--virtual-time", "Examples:"]);
}

#[test]
fn shells_and_readers_of_manuals_are_served() {
    let place = Place::new("cli-completions");
    for (shell, words) in
        [("bash", "_hello()"), ("fish", "complete -c hello"), ("zsh", "#compdef hello")]
    {
        let ended = run("hello", &["completions", shell], &place);
        assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
        assert!(ended.out.contains(words), "{}", ended.out);
        // The names of workflows are completed, too, where the shell has it.
        assert!(ended.out.contains("daily") || shell == "fish", "{shell}");
    }
    assert!(run("hello", &["man"], &place).out.contains(".TH hello 1"));
    let ended = run("hello", &["man", "--out", "pages"], &place);
    assert_eq!(
        (ended.code, ended.out.as_str()),
        (Some(0), "pages are in pages\n"),
        "{}",
        ended.err
    );
    let page = std::fs::read_to_string(place.0.join("pages/hello-run.1")).unwrap();
    assert!(page.contains("virtual"), "{page}");
}

#[test]
fn workflows_are_tested_on_cases_in_a_file() {
    let place = Place::new("cli-cases");
    let cases = json!({ "workflow": "daily", "cases": [
        { "name": "two days", "input": { "name": "Ada", "days": 2 }, "result": 2,
          "mocks": { "greet": [{ "returns": "Hello" }] } },
        { "name": "nobody", "input": { "name": "", "days": 1 }, "error": "Nobody",
          "mocks": { "greet": [{ "fails": { "error": "Nobody", "cause": "there is none" } }] } },
    ] });
    let write = |cases: &Value| {
        std::fs::write(place.0.join("cases.json"), format!("{cases:#}")).unwrap();
        run("hello", &["test", "cases.json"], &place)
    };
    let ended = write(&cases);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{}", ended.out);
    says(&ended.out, &["running 2 cases of cases.json on daily", "2 passed; 0 failed", "2.0 days"]);
    let mut wrong = cases.clone();
    wrong["cases"][0]["result"] = json!(3);
    let ended = write(&wrong);
    assert_eq!(ended.code, Some(1));
    says(&ended.out, &["case two days ... FAILED", "- 3 + 2", "1 passed; 1 failed"]);
    // Inputs have the types of the workflow, before anything runs.
    wrong["cases"][1]["input"]["days"] = json!("one");
    let ended = write(&wrong);
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
    says(
        &ended.err,
        &["`days` of the input: invalid type: string \"one\", expected u32", "\"days\": \"one\""],
    );
    wrong["workflow"] = json!("dialy");
    says(&write(&wrong).err, &["there is no workflow `dialy`; did you mean `daily`?"]);
}

#[test]
fn results_are_for_programs_too() {
    let place = Place::new("cli-json");
    let json = |arguments: &[&str], input: &str, code| -> Value {
        let ended = run_with("hello", arguments, &place, input);
        assert_eq!((ended.code, ended.err.as_str()), (Some(code), ""));
        serde_json::from_str(&ended.out).unwrap()
    };
    let list = json(&["list", "--json"], "", 0);
    assert_eq!(list["workflows"][1]["name"], "daily");
    assert_eq!(list["workflows"][1]["states"], 5);
    let check = json(&["check", "--json"], "", 0);
    assert_eq!(check["workflows"][0]["ok"], true);
    assert_eq!(check["workflows"][0]["budgets"][0]["name"], "names");
    let ran = json(&["run", "welcome", "--json", "--input", "-"], "[\"Ada\"]", 0);
    assert_eq!(
        (&ran["status"], &ran["output"]),
        (&json!("SUCCEEDED"), &json!("[\"Hello, Ada!\"]"))
    );
    assert_eq!(ran["path"], json!(["EachName", "Greet[0]"]));
    let ran = json(&["run", "welcome", "--json", "--input", "-"], "[\"\"]", 1);
    assert_eq!((&ran["status"], &ran["error"]), (&json!("FAILED"), &json!("Nobody")));
    let older = run("hello", &["export", "daily"], &place).out;
    let mut older: Value = serde_json::from_str(&older).unwrap();
    older["States"]["Sleep"]["Seconds"] = json!(60);
    std::fs::write(place.0.join("older.json"), older.to_string()).unwrap();
    let check = json(&["check", "daily", "--against", "older.json", "--json"], "", 0);
    assert_eq!(check["workflows"][0]["changes"][0]["change"], "~");
    assert_eq!(check["workflows"][0]["states"][0]["verdict"], "continues");
}

#[test]
fn what_cannot_be_written_fails() {
    let place = Place::new("cli-unwritten");
    let ended = run("hello", &["export", "daily", "--out", "no/such/folder"], &place);
    assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""));
    assert!(ended.err.starts_with("error: cannot write no/such/folder: "), "{}", ended.err);
}

#[cfg(unix)]
#[test]
fn output_that_cannot_be_written_ends_with_1() {
    use std::process::Stdio;
    let place = Place::new("cli-full");
    std::fs::write(place.0.join("names.json"), "[\"Ada\"]").unwrap();
    for arguments in [
        &["run", "welcome", "--input", "names.json"][..],
        &["run", "welcome", "--input", "names.json", "--quiet"],
        &["export", "daily"],
        &["graph", "daily"],
        &["list"],
        &["check"],
        &["--help"],
    ] {
        // A file that is open for reading only takes nothing.
        let stdout = Stdio::from(std::fs::File::open("/dev/null").unwrap());
        let mut child = command("hello", &place);
        let child = child.args(arguments).stdout(stdout).stderr(Stdio::piped()).spawn().unwrap();
        let ended = child.wait_with_output().unwrap();
        let err = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(1), "{arguments:?}: {err}");
        assert!(err.contains("error: cannot write to standard output: "), "{err}");
    }
}

#[test]
fn a_history_keeps_to_its_own_file() {
    let place = Place::new("cli-history");
    std::fs::write(place.0.join("names.json"), "[\"Ada\"]").unwrap();
    let arguments = ["run", "welcome", "--input", "names.json", "--history"];
    let with = |history| run("hello", &[&arguments[..], &[history]].concat(), &place);
    refused(&with("names.json"), "error", "--history would overwrite the input, names.json");
    refused(&with("gone/h.json"), "error", "--history: there is no folder gone");
    let ended = with(".");
    assert_eq!(ended.code, Some(1), "{}", ended.out);
    says(&ended.out, &["Result", "\"Hello, Ada!\""]);
    assert!(ended.err.starts_with("error: cannot write .: "), "{}", ended.err);
}

#[cfg(unix)]
#[test]
fn a_signal_ends_a_run_with_its_history() {
    use std::io::{BufRead as _, BufReader};
    use std::process::{Command, Stdio};
    let place = Place::new("cli-signal");
    std::fs::write(place.0.join("in.json"), r#"{"name":"Ada","days":2}"#).unwrap();
    let mut child = command("hello", &place)
        .args(["run", "daily", "--input", "in.json", "--history", "h.json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("Sleep")));
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(143));
    assert_eq!(ended.stderr, b"error: stopped by SIGTERM\n");
    let history = std::fs::read_to_string(place.0.join("h.json")).unwrap();
    assert!(history.contains("WaitStateEntered"), "{history}");
}

#[test]
fn what_acts_on_a_terminal_is_shown() {
    let place = Place::new("cli-acts");
    for arguments in
        [&["run", "welcome", "--input", "-"][..], &["run", "welcome", "--input=-", "--quiet"]]
    {
        let ended = run_with("hello", arguments, &place, r#"["\u001b[2J\u009b1m\u202e"]"#);
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        assert!(ended.out.contains(r"Hello, \u001b[2J\u009b1m\u202e!"), "{}", ended.out);
        assert!(!ended.out.contains(|c: char| c.is_control() && c != '\n'), "{:?}", ended.out);
    }
}

#[test]
fn words_are_read_as_everywhere() {
    let place = Place::new("cli-words");
    let version = run("hello", &["--version"], &place);
    assert_eq!(version.out, format!("hello (workflow {})\n", env!("CARGO_PKG_VERSION")));
    let graph = run("hello", &["graph", "--", "daily"], &place);
    assert!(graph.out.starts_with("flowchart TD\n"), "{}", graph.err);
    let twice = ["export", "welcome", "--out", "no/folder", "--out", "twice.json"];
    assert_eq!(run("hello", &twice, &place).code, Some(0), "the last one counts");
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        let word = std::ffi::OsStr::from_bytes(b"\xff");
        let ended = command("hello", &place).arg(word).output().unwrap();
        let err = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(
            (ended.status.code(), err.as_str()),
            (Some(2), "error: argument 1 is not UTF-8: `\u{fffd}`\n")
        );
    }
}
