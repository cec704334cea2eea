//! Help for well-known calls and macros that a workflow cannot make.

use super::resolve::last;
use syn::{Expr, Lit, Path};

/// The mistake in a call or a macro, and what to write instead.
pub struct Advice {
    pub what: String,
    pub help: String,
}

fn advice(what: impl Into<String>, help: impl Into<String>) -> Advice {
    Advice { what: what.into(), help: help.into() }
}

/// The remedy where the first of several is wanted.
const RACE: &str = "the first branch that ends decides in `match race!(a, sleep(..)).await? { Raced::First(x) => .., Raced::Second(()) => .. }`; one call alone: `my_task(..).timeout(Duration::from_secs(30)).await?`";
const BRANCHES: &str = "write workflow's `join!(a, b).await?`";
const ITEMS: &str = "write `map(list, async |item| { .. }).await?`";
const SPAWN: &str = "branches run at the same time in `join!(a, b).await?`, items in `map(list, async |item| ..).await?`";
const WORK: &str = "compute it in a task: `let x = my_task(..).await?;`";
/// The remedy for an `async` block.
pub const BLOCK: &str = "for a branch write `join!(async { .. }, ..).await?`; to catch its failures, await it in place: `match async { .. }.await { Ok(value) => .., Err(failure) => .. }`";
const SLEEP: &str = "write workflow's `sleep(Duration::from_secs(60)).await`";
const FAIL: &str = "return a failure: `return Err(Failure::new(\"Name\", \"what is wrong\"));`";
const OUTPUT: &str = "write to the log in a task; the history records what each state did";

/// True if a path is one of this library's own functions or macros: `sleep`, `workflow::sleep`.
pub fn is_own(path: &Path) -> bool {
    path.segments.len() == 1 || path.segments[0].ident == "workflow"
}

/// True if what a path names stands in this module: `future` and `futures` are one.
fn is_of(path: &Path, module: &str) -> bool {
    let of = path.segments.iter().rev().nth(1);
    of.is_some_and(|of| of.ident.to_string().trim_end_matches('s') == module)
}

/// The path as the user wrote it.
fn written(path: &Path) -> String {
    let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    names.join("::")
}

/// A function that is awaited, and is another library's counterpart of what a workflow has.
pub fn awaited(path: &Path) -> Option<Advice> {
    let help = match (is_own(path), last(path).as_str()) {
        (false, "join" | "join3" | "try_join" | "try_join3") if is_of(path, "future") => BRANCHES,
        (false, "select" | "try_select") if is_of(path, "future") => RACE,
        (false, "spawn_blocking") => WORK,
        (false, "spawn" | "spawn_local") if is_of(path, "tokio") || is_of(path, "task") => SPAWN,
        (false, "sleep" | "sleep_until" | "delay_for") => SLEEP,
        (_, "join_all" | "try_join_all") => ITEMS,
        (false, "timeout" | "timeout_at") => {
            "write it on the call: `my_task(..).timeout(Duration::from_secs(30)).await?`"
        }
        _ => return None,
    };
    Some(advice(format!("`{}` has no counterpart in the States Language", written(path)), help))
}

/// A function that is called and not awaited, and that no expression has: it is known by its name.
pub fn called(path: &Path) -> Option<Advice> {
    let (name, segments) = (last(path), &path.segments);
    let of = match segments.len() {
        0 | 1 => String::new(),
        many => segments[many - 2].ident.to_string(),
    };
    let unknown = format!("`{}` has no counterpart in the States Language", written(path));
    let found = match (of.as_str(), name.as_str()) {
        ("" | "workflow", "sleep" | "sleep_until") => {
            advice(format!("`{name}` does not wait until it is awaited"), "add `.await`")
        }
        ("" | "workflow", "map") => {
            advice("`map` does nothing until it is awaited", "add `.await?`")
        }
        ("" | "workflow", "list_objects" | "read_csv" | "read_json" | "read_jsonl" | "batches") => {
            advice(
                format!("`{name}` is not a value: only a distributed `map` reads it"),
                format!("write it there: `map({name}(..), async |row| {{ .. }}).distributed()`"),
            )
        }
        ("" | "workflow", "continue_as") => advice(
            "`continue_as` does nothing until it is awaited",
            "write `return continue_as(my_workflow(..)).await;`",
        ),
        (_, "sleep" | "sleep_until") => advice(unknown, SLEEP),
        ("SystemTime" | "Instant" | "Utc" | "Local" | "Timestamp" | "Zoned", "now")
        | ("OffsetDateTime", "now_utc" | "now_local") => advice(
            unknown,
            "write `let time = now();`: workflow's `now` is text in RFC 3339, looked at once",
        ),
        ("Retry", _) => advice(
            "a retrier must be a constant",
            "write `const GENTLY: Retry = Retry::on(&[\"States.ALL\"]);` above the workflow, and `my_task(..).retry(GENTLY)`",
        ),
        ("rand" | "fastrand", _) => {
            advice(unknown, "write `let x = random();`: workflow's `random`, from 0 to less than 1")
        }
        ("Uuid", "new_v4" | "now_v7" | "now_v1") => {
            advice(unknown, "write `let id = uuid();`: workflow's `uuid`, as text")
        }
        ("tokio" | "task" | "thread", "spawn" | "spawn_local") => advice(unknown, SPAWN),
        ("tokio" | "task", "spawn_blocking") => advice(unknown, WORK),
        ("future" | "futures", "join" | "join3" | "try_join" | "try_join3") => {
            advice(unknown, BRANCHES)
        }
        ("future" | "futures", "join_all" | "try_join_all") => advice(unknown, ITEMS),
        ("future" | "futures", "select" | "try_select") => advice(unknown, RACE),
        ("Vec" | "VecDeque" | "String", "with_capacity") => advice(
            format!("`{}`: a document has no capacities", written(path)),
            format!(
                "write `{of}::new()`, or a capacity that needs no computation: `{of}::with_capacity(list.len())`"
            ),
        ),
        ("Duration", name) if !matches!(name, "from_secs" | "from_mins" | "from_hours") => advice(
            format!(
                "`Duration::{name}` has no counterpart in the States Language: it waits whole seconds"
            ),
            "write `Duration::from_secs(..)`, `from_mins` or `from_hours`",
        ),
        _ => return None,
    };
    Some(found)
}

/// A constant of the standard library that JSON does not hold.
pub fn constant(path: &Path) -> Option<Advice> {
    let of = path.segments.iter().rev().nth(1)?.ident.to_string();
    let help = match (of.as_str(), last(path).as_str()) {
        ("f64" | "f32", "INFINITY" | "NEG_INFINITY" | "NAN") => {
            "JSON has finite numbers only: begin with `f64::MAX` or `f64::MIN`, or use an `Option`"
        }
        ("u64" | "usize" | "i64" | "isize" | "u128" | "i128", "MAX") => {
            "JSON numbers are exact to 2^53 - 1: write `9_007_199_254_740_991`"
        }
        ("i64" | "isize" | "i128", "MIN") => {
            "JSON numbers are exact from 1 - 2^53: write `-9_007_199_254_740_991`"
        }
        _ => return None,
    };
    Some(advice(format!("`{}` is not a number in JSON", written(path)), help))
}

/// Returns what to write for a call whose value nothing uses: it may be one of a task, as far as syntax tells.
pub fn dropped(path: &Path) -> String {
    let path = written(path);
    format!(
        "a call of a task is awaited: `{path}(..).await?;`; the value of a `#[pure]` function is bound to a name"
    )
}

/// Returns what to write for a call of a method whose value is not used.
pub fn changed(path: &Path) -> String {
    let name = written(path);
    format!(
        "bind it to a name; a method of your own changes nothing in a workflow: let it take `self` and return what it becomes, `order = order.{name}(..);`"
    )
}

/// Returns what to write for a call that ends a scope.
pub fn ended(path: &Path) -> String {
    let path = written(path);
    format!(
        "a call of a task is awaited: `{path}(..).await`; the value of a `#[pure]` function is wrapped: `Ok({path}(..))`, and if it is a `Result`, `Ok({path}(..)?)`"
    )
}

/// A macro that no expression has.
pub fn mac(path: &Path) -> Advice {
    let name = last(path);
    let what = format!("`{name}!` has no counterpart in the States Language");
    match name.as_str() {
        "join" if is_own(path) => {
            advice("`join!` does nothing until it is awaited", "add `.await?`")
        }
        "join" | "try_join" => advice(
            format!("`{}!` has no counterpart in the States Language", written(path)),
            BRANCHES,
        ),
        "commit" if is_own(path) => advice(
            "`commit!` must be reached on every way through the body",
            "write `commit!();` as a statement of the body that registers the undos, in no `if`, `match` or loop",
        ),
        "race" if is_own(path) => advice("`race!` does nothing until it is awaited", RACE),
        "select" | "select_biased" | "race" => advice(what, RACE),
        "println" | "print" | "eprintln" | "eprint" | "dbg" | "trace" | "debug" | "info"
        | "warn" | "error" => advice(format!("`{name}!`: a workflow has no output"), OUTPUT),
        "assert" | "assert_eq" | "assert_ne" | "debug_assert" | "debug_assert_eq"
        | "debug_assert_ne" => advice(what, format!("test it with `if`, and {FAIL}")),
        "panic" | "todo" | "unimplemented" | "unreachable" | "bail" | "ensure" => {
            advice(what, FAIL)
        }
        "write" | "writeln" | "concat" | "format_args" => {
            advice(what, "write `format!(..)`, and assign the text")
        }
        "json" => advice(what, "write a struct with `#[derive(Serialize, Deserialize, Data)]`"),
        _ => advice(what, "`format!`, `vec!` and `matches!` are known; compute the rest in a task"),
    }
}

/// An argument with which a known method has no counterpart, as far as syntax tells.
pub fn argument(call: &syn::ExprMethodCall) -> Option<(&Expr, Advice)> {
    let (name, argument) = (call.method.to_string(), call.args.first()?);
    let literal = match argument {
        Expr::Lit(lit) => Some(&lit.lit),
        _ => None,
    };
    let number = |most: u32| match literal {
        Some(Lit::Int(number)) => number.base10_parse::<u32>().is_ok_and(|it| it > most),
        _ => false,
    };
    let is_text = matches!(literal, Some(Lit::Str(_)));
    let is_empty = matches!(literal, Some(Lit::Str(text)) if text.value().is_empty());
    let (what, help) = match name.as_str() {
        "powi" if number(3) => {
            ("`powi` of a large exponent rounds differently", "multiply, or compute it in a task")
        }
        "to_digit" if number(10) => {
            ("`to_digit` is possible for decimal digits only", "write `to_digit(10)`")
        }
        "find" if is_text || matches!(literal, Some(Lit::Char(_))) => (
            "byte offsets do not exist in JSONata",
            "use `split_once`, `contains`, or `chars().position(..)`",
        ),
        "get" if matches!(argument, Expr::Range(_)) => (
            "a slice has no exact counterpart in JSONata",
            "write `.iter().skip(a).take(n)` for a list, `.chars().skip(a).take(n).collect::<String>()` for a text",
        ),
        "split" | "split_once" | "matches" if is_empty => {
            ("an empty text splits code units in JSONata", "write `chars()`")
        }
        "split_once" | "matches" | "replacen" | "strip_suffix"
            if matches!(argument, Expr::Closure(_) | Expr::Array(_)) =>
        {
            (
                "this method searches for one text or character",
                "make the others into that one before: `text.replace([';', '|'], \",\").split_once(',')`",
            )
        }
        _ => return None,
    };
    Some((argument, advice(what, help)))
}

/// A literal where a call takes a retrier or a duration.
pub fn builder(name: &str, argument: &Expr) -> Option<Advice> {
    let Expr::Lit(literal) = argument else { return None };
    match name {
        "retry" => Some(advice(
            "a retrier must be a constant",
            "write `const GENTLY: Retry = Retry::on(&[\"States.ALL\"]);` above the workflow, and `.retry(GENTLY)`",
        )),
        "timeout" | "heartbeat" => {
            let seconds = match &literal.lit {
                Lit::Int(number) => number.base10_digits().to_owned(),
                _ => "30".to_owned(),
            };
            let help = format!("write `.{name}(Duration::from_secs({seconds}))`");
            Some(advice(format!("`{name}` takes a `Duration`"), help))
        }
        _ => None,
    }
}

/// True for the name of a method that an expression may call, or that is told of: no method of the user's own.
pub fn is_known_method(name: &str) -> bool {
    const MORE: [&str; 4] = ["decode", "first_key_value", "last_key_value", "try_into"];
    MORE.contains(&name) || crate::methods::find(name).is_some() || method(name).is_some()
}

/// Returns what to write for a method of the standard library that has no counterpart.
pub fn method(name: &str) -> Option<&'static str> {
    match name {
        "elapsed" | "duration_since" => {
            Some("compute the time that has passed in a task, from two `now()`")
        }
        name => crate::methods::remedy(name),
    }
}

/// A method that is called on the `Result` of an awaited call.
pub fn on_result(method: &str) -> String {
    match method {
        "unwrap" | "expect" => {
            "write `.await?`: the failure of the task is then that of the workflow".to_owned()
        }
        "map_err" | "or_else" | "context" | "with_context" | "inspect_err" => {
            "`match` on it: `match my_task(..).await { Ok(value) => .., Err(error) => return Err(Failure::new(..)) }`"
                .to_owned()
        }
        "unwrap_or" => {
            "a value that may fail or that awaits must be made only when needed: write `.unwrap_or_else(|_| ..)`, or a `match` if it awaits"
                .to_owned()
        }
        "map" | "and_then" | "inspect" | "cloned" | "flatten" => {
            "write `.await?` first, and go on with the value".to_owned()
        }
        _ => "write `.await?` at the call for its value; or `match` on it: `match my_task(..).await { Ok(value) => .., Err(_) => .. }`".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn what_rust_users_know_leads_to_what_a_workflow_has() {
        let cases = [
            ("std::time::SystemTime::now", "`let time = now();`"),
            ("Utc::now", "`let time = now();`"),
            ("rand::random", "`let x = random();`"),
            ("Uuid::new_v4", "`let id = uuid();`"),
            ("thread::sleep", "`sleep(Duration::from_secs(60)).await`"),
            ("tokio::spawn", "`join!(a, b).await?`"),
            ("tokio::task::spawn_blocking", "in a task"),
            ("futures::future::join", "`join!(a, b).await?`"),
            ("futures::future::join_all", "`map(list, async |item|"),
            ("futures::future::select", "`match race!("),
            ("sleep", "add `.await`"),
            ("workflow::map", "add `.await?`"),
        ];
        for (path, help) in cases {
            let found = called(&path.parse_path()).unwrap();
            assert!(found.help.contains(help), "{path}: {}", found.help);
        }
    }

    #[test]
    fn a_future_of_another_library_leads_to_what_a_workflow_has() {
        let cases = [
            ("futures::future::join", "`join!(a, b).await?`"),
            ("futures::future::try_join", "`join!(a, b).await?`"),
            ("futures::future::join_all", "`map(list, async |item|"),
            ("future::select", "`match race!("),
            ("tokio::task::spawn_blocking", "in a task"),
            ("tokio::spawn", "`join!(a, b).await?`"),
        ];
        for (path, help) in cases {
            let found = awaited(&path.parse_path()).unwrap();
            assert!(found.help.contains(help), "{path}: {}", found.help);
        }
        for own in ["tasks::join", "parcels::select", "fish::spawn"] {
            assert!(awaited(&own.parse_path()).is_none(), "{own}");
        }
    }

    #[test]
    fn what_may_be_a_function_of_expressions_is_left_to_the_types() {
        for path in ["total", "prices::total", "Duration::from_secs", "workflow::total"] {
            assert!(called(&path.parse_path()).is_none(), "{path}");
        }
    }

    #[test]
    fn only_its_own_functions_pause_a_workflow() {
        for own in ["sleep", "workflow::sleep", "charge", "tasks::charge", "map"] {
            assert!(awaited(&own.parse_path()).is_none(), "{own}");
        }
        for foreign in ["tokio::time::sleep", "time::timeout", "futures::future::join_all"] {
            assert!(awaited(&foreign.parse_path()).is_some(), "{foreign}");
        }
    }

    #[test]
    fn arguments_without_a_counterpart_are_known() {
        for (code, help) in [
            ("x.powi(3)", None),
            ("x.powi(4)", Some("multiply")),
            ("x.powi(n)", None),
            ("c.to_digit(10)", None),
            ("c.to_digit(11)", Some("to_digit(10)")),
            ("text.find(\"a\")", Some("split_once")),
            ("text.find('a')", Some("split_once")),
            ("list.find(|x| x > 1)", None),
            ("text.split(\"\")", Some("chars()")),
            ("text.split_once(\"\")", Some("chars()")),
            ("text.split(\"a\")", None),
            ("text.split(mark)", None),
            ("text.split(|c: char| c == 'a')", None),
            ("text.split_once(|c: char| c == 'a')", Some("text.replace")),
            ("text.matches(['a', 'b'])", Some("text.replace")),
            ("text.replace(\"\")", None),
            ("text.trim()", None),
        ] {
            let call = syn::parse_str(code).unwrap();
            let found = argument(&call).map(|(_, advice)| advice.help);
            assert_eq!(found.is_some(), help.is_some(), "{code}");
            assert!(found.unwrap_or_default().contains(help.unwrap_or_default()), "{code}");
        }
    }

    #[test]
    fn constants_beyond_json_are_known() {
        for (path, help) in [
            ("f64::NAN", Some("f64::MAX")),
            ("std::f32::INFINITY", Some("f64::MAX")),
            ("f64::MAX", None),
            ("u64::MAX", Some("`9_007_199_254_740_991`")),
            ("i128::MIN", Some("`-9_007_199_254_740_991`")),
            ("u64::MIN", None),
            ("u32::MAX", None),
            ("MAX", None),
        ] {
            let found = constant(&path.parse_path()).map(|advice| advice.help);
            assert_eq!(found.is_some(), help.is_some(), "{path}");
            assert!(found.unwrap_or_default().contains(help.unwrap_or_default()), "{path}");
        }
    }

    #[test]
    fn macros_are_told_by_whose_they_are() {
        for (path, what) in [
            ("join", "does nothing until it is awaited"),
            ("workflow::join", "does nothing until it is awaited"),
            ("tokio::join", "`tokio::join!` has no counterpart"),
            ("race", "does nothing until it is awaited"),
            ("futures::race", "no counterpart"),
            ("commit", "must be reached on every way"),
            ("git::commit", "no counterpart"),
            ("log::info", "a workflow has no output"),
            ("write", "no counterpart"),
        ] {
            let found = mac(&path.parse_path());
            assert!(found.what.contains(what), "{path}: {}", found.what);
        }
        assert!(mac(&"write".parse_path()).help.contains("format!"));
    }

    #[test]
    fn literals_in_builders_are_told_what_to_be() {
        for (name, argument, help) in [
            ("retry", "3", Some("const GENTLY")),
            ("retry", "GENTLY", None),
            ("timeout", "45", Some("from_secs(45)")),
            ("heartbeat", "\"5s\"", Some("from_secs(30)")),
            ("named", "\"A\"", None),
        ] {
            let argument = syn::parse_str(argument).unwrap();
            let found = builder(name, &argument).map(|advice| advice.help);
            assert_eq!(found.is_some(), help.is_some(), "{name}");
            assert!(found.unwrap_or_default().contains(help.unwrap_or_default()), "{name}");
        }
    }

    trait ParsePath {
        fn parse_path(&self) -> Path;
    }

    impl ParsePath for str {
        fn parse_path(&self) -> Path {
            syn::parse_str(self).unwrap()
        }
    }
}
