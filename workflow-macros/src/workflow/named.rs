//! The names of states, as a workflow's author reads them in a document.

use super::model::Graph;
use super::steps::Steps;
use super::{lower, phases};
use crate::errors::Errors;

/// The steps that workflows here may call: some that end, and some that always fail.
fn steps() -> Vec<Steps> {
    let pack = syn::parse_quote!(
        async fn pack(of: u32) -> Result<u32, Failure> {
            let size = hold(of).await?;
            Ok(size)
        }
    );
    let lose = syn::parse_quote!(
        async fn lose(of: u32) -> Result<u32, Failure> {
            hold(of).await?;
            return Err(Failure::new("Lost", "it"));
        }
    );
    vec![
        Steps { path: syn::parse_quote!(pack), function: pack },
        Steps { path: syn::parse_quote!(lose), function: lose },
    ]
}

/// The graph of a workflow with this body.
pub(super) fn graph(body: &str) -> Graph {
    let code = format!(
        "async fn flow(n: u32, names: Vec<String>, note: Option<String>, order: Order) \
         -> Result<u32, Failure> {{ {body} }}"
    );
    graph_of(&syn::parse_str(&code).unwrap(), steps())
}

/// The names of the states of a workflow with this body, in the order of the code.
fn names(body: &str) -> Vec<String> {
    names_in(graph(body))
}

/// The names of all states, in the order of the code.
pub(super) fn names_in(graph: Graph) -> Vec<String> {
    graph.states.into_iter().map(|state| state.name).collect()
}

/// The graph of a workflow that calls some steps.
pub(super) fn graph_of(function: &syn::ItemFn, steps: Vec<Steps>) -> Graph {
    let mut errors = Errors::default();
    let (mut graph, mut names) = lower::lower(function, steps, &mut errors);
    assert!(errors.is_empty(), "{}", quote::quote!(#function));
    phases::phases(&mut graph, &mut names);
    graph
}

fn check(cases: &[(&str, &[&str])]) {
    let found = cases.iter().map(|(body, expected)| (*body, *expected, names(body)));
    let differ: Vec<_> = found.filter(|(_, expected, found)| found != expected).collect();
    assert!(differ.is_empty(), "{differ:#?}");
}

#[test]
fn calls_are_named_by_what_they_give() {
    check(&[
        ("ship(n).await?; Ok(n)", &["Ship"]),
        ("let sent = ship(n).await?; Ok(sent)", &["Sent"]),
        ("let (a, b) = ship(n).await?; Ok(a + b)", &["Ship"]),
        ("let _sent = ship(n).await?; Ok(n)", &["Ship"]),
        ("let (_, b) = ship(n).await?; Ok(b)", &["B"]),
        ("let (_a, b) = join!(ship(n), tell(n)).await?; Ok(b)", &["B", "Ship", "Tell"]),
        ("let (a, b) = ship(n).undo(|n| cancel(n)).await?; Ok(a + b)", &["Ship"]),
        ("let all = ship(n).undo(|n| cancel(n)).await?; Ok(all)", &["All"]),
        ("ship(n).await?; ship(n).await?; Ok(n)", &["Ship", "Ship 2"]),
        ("ship(n).named(\"Send it\").await?; Ok(n)", &["Send it"]),
        ("let all = map(names, async |name| ship(name).await).await?; Ok(n)", &["All", "Ship"]),
        ("let (a, b) = join!(ship(n), tell(n)).await?; Ok(a + b)", &["AAndB", "A", "B"]),
        ("sleep(Duration::from_secs(3)).await; Ok(n)", &["Sleep"]),
        ("sleep_until(\"2027-01-01T00:00:00Z\").await; Ok(n)", &["SleepUntil"]),
        ("join!(ship(n), tell(n)).await?; Ok(n)", &["Parallel", "Ship", "Tell"]),
        (
            "map(names, async |name| { tell(name).await?; Ok(()) }).await?; Ok(n)",
            &["EachName", "Tell"],
        ),
        (
            "let x = match race!(ship(n), tell(n)).await? { Raced::First(a) => a, Raced::Second(b) => b }; Ok(x)",
            &["Race", "Ship", "First wins", "Tell", "Second wins", "Done"],
        ),
        (
            "match ship(n).await { Ok(sent) => tell(sent).await, Err(failure) => Err(failure) }",
            &["Sent", "Tell", "SentFailed"],
        ),
        (
            "match ship(n).await { Ok(_) => tell(n).await, Err(E::Odd) => hold(n).await, Err(e) => Err(Failure::new(\"Odd\", e.cause())) }",
            &["Ship", "Tell", "Hold", "Odd"],
        ),
        ("let sent = ship(n).await.unwrap_or(3); tell(sent).await?; Ok(n)", &["Sent", "Tell"]),
        ("let n = pair(ship(n).await?, hold(n).await?).await?; Ok(n)", &["Ship", "Hold", "N"]),
        (
            "let n = ship(n).undo(|n| cancel(n)).await?; tell(n).await?; Ok(n)",
            &["N", "Tell", "Cancel", "Failed"],
        ),
    ]);
}

#[test]
fn choices_are_named_by_what_they_ask() {
    check(&[
        ("if n > 3 { ship(n).await?; } Ok(n)", &["n > 3?", "Ship", "Done"]),
        ("if !order.paid { ship(n).await?; } Ok(n)", &["Not paid?", "Ship", "Done"]),
        ("if let Some(text) = note { tell(text).await?; } Ok(n)", &["Has text?", "Tell", "Done"]),
        (
            "if let Some(text) = note && n > 3 { tell(text).await?; } Ok(n)",
            &["Has text and n > 3?", "Tell", "Done"],
        ),
        (
            "let Some(text) = note else { return Ok(0); }; tell(text).await?; Ok(n)",
            &["Done", "Has text?", "Tell"],
        ),
        (
            "match order.state { State::Paid => ship(n).await?, _ => tell(n).await? }; Ok(n)",
            &["Which state?", "Ship", "Tell", "Done"],
        ),
    ]);
}

#[test]
fn loops_and_what_is_tried_are_named_by_what_they_are_about() {
    check(&[
        ("while n > 3 { ship(n).await?; } Ok(n)", &["While n > 3", "Ship", "Done"]),
        (
            "for name in names { tell(name).await?; } Ok(n)",
            &["Set name", "For name in names", "Tell", "Done"],
        ),
        (
            "for _ in 0..3 { tell(n).await?; } Ok(n)",
            &["Set turn", "Repeat 3 times", "Tell", "Done"],
        ),
        (
            "let text = note.ok_or(Failure::new(\"A\", \"b\"))?; tell(text).await?; Ok(n)",
            &["Has text?", "A", "Tell"],
        ),
        (
            "while let Some(text) = note.clone() { tell(text).await?; } Ok(n)",
            &["While there is text", "Tell", "Done"],
        ),
        (
            "while let Some(text) = note.clone() && n > 3 { tell(text).await?; } Ok(n)",
            &["While there is text and n > 3", "Tell", "Done"],
        ),
        (
            "match note { Some(text) if n > 3 => tell(text).await?, _ => ship(n).await? }; Ok(n)",
            &["Which note?", "Tell", "Ship", "Done"],
        ),
        (
            "match (n, note) { (0, Some(text)) => tell(text).await?, _ => ship(n).await? }; Ok(n)",
            &["Choose by n and note", "Tell", "Ship", "Done"],
        ),
        (
            "if matches!(order.state, State::Paid) && n > 3 { ship(n).await?; } else if n == 2 { tell(n).await?; } Ok(n)",
            &["state is Paid and n > 3?", "Ship", "Tell", "Done"],
        ),
        (
            "for (at, name) in names.iter().cloned().enumerate() { tell(name).await?; ship(at).await?; } Ok(n)",
            &["Set at_name", "For at, name in names", "Tell", "Ship", "Done"],
        ),
        (
            "let size: u8 = note.parse().map_err(|_| Failure::new(\"Bad\", \"n\"))?; ship(size).await?; Ok(n)",
            &["Is size right?", "Bad", "Ship"],
        ),
        (
            "let m = n.checked_add(1).ok_or(Failure::new(\"Much\", \"n\"))?; ship(m).await?; Ok(n)",
            &["Has m?", "Much", "Ship"],
        ),
        (
            "ship(n.checked_add(1).ok_or(Failure::new(\"Much\", \"n\"))?).await?; Ok(n)",
            &["Has value?", "Much", "Ship"],
        ),
        (
            "for turn in 2..order.most { tell(turn).await?; } Ok(n)",
            &["Set turn", "For each turn", "Tell", "Done"],
        ),
        (
            "if ship(n).await? > 3 && tell(n).await? { hold(n).await?; } Ok(n)",
            &["Ship", "ship > 3?", "Tell", "ship > 3 and tell?", "Hold", "Done"],
        ),
        (
            "let size = price(n)?; ship(size).await?; Ok(n)",
            &["Compute", "Is size right?", "SizeFailed", "Ship"],
        ),
    ]);
}

#[test]
fn other_states_are_named_by_what_they_set_or_return() {
    check(&[
        ("Ok(n)", &["Done"]),
        ("Ok(Parcel { size: n })", &["Parcel"]),
        ("Err(Failure::new(\"Small\", \"n\"))", &["Small"]),
        ("Err(Failure::new(\"\", \"n\"))", &["Failed"]),
        ("let mut m = n; m += 1; ship(m).await?; Ok(m)", &["Set m", "Ship"]),
        ("Ok(Some(n))", &["Some"]),
        (
            "let (a, b, c) = (n, n + 1, n + 2); ship(a).await?; tell(a + b + c).await?; hold(b + c).await",
            &["Set a, b, c", "Ship", "Tell", "Hold"],
        ),
        (
            "let (a, b, c, d) = (n, n + 1, n + 2, n + 3); ship(a).await?; tell(a + b + c + d).await?; hold(b + c + d + a).await",
            &["Set a, b, c, d", "Ship", "Tell", "Hold"],
        ),
        (
            "let (a, b, c, d, e) = (n, n + 1, n + 2, n + 3, n + 4); ship(a).await?; tell(a + b + c + d + e).await?; hold(b + c + d + a + e).await",
            &["Set a, b, c and 2 more", "Ship", "Tell", "Hold"],
        ),
        (
            "let mut m = order.clone(); m.size = 2; m.size += 1; m.name = note; ship(m).await?; Ok(n)",
            &["Set m", "Ship"],
        ),
        ("let id = uuid(); ship(id.clone()).await?; tell(id).await", &["Set id", "Ship", "Tell"]),
        (
            "sleep(Duration::from_secs(1)).await; let mut m = 1; if n > m { m = n / 2; } tell(m).await?; ship(m).await",
            &["Sleep", "n > m?", "Tell", "Ship"],
        ),
        (
            "let r#type = n + 1; ship(r#type).await?; tell(r#type).await",
            &["Set type", "Ship", "Tell"],
        ),
        (
            "if n > 3 { if n > 5 { ship(n).await?; } return Ok(10 / n); } tell(n).await",
            &["n > 3?", "n > 5?", "Ship", "Done", "Tell"],
        ),
    ]);
}

/// Code behind what never comes to its end has no states.
#[test]
fn states_that_are_never_reached_are_left_out() {
    check(&[
        ("let size = pack(n).await?; ship(size).await", &["Size: Size", "Ship"]),
        ("let size = lose(n).await?; ship(size).await", &["Size: Hold", "Size: Lost"]),
        (
            "match async { ship(n).await?; Err::<u32, _>(Failure::new(\"A\", \"b\")) }.await { Ok(x) => tell(x).await, Err(f) => hold(n).await }",
            &["Ship", "Hold"],
        ),
        (
            "match async { if n > 3 { return Ok(n); } Err(Failure::new(\"A\", \"b\")) }.await { Ok(x) => tell(x).await, Err(f) => hold(n).await }",
            &["n > 3?", "Tell", "Hold"],
        ),
        ("loop { ship(n).await?; } tell(n).await", &["Ship"]),
        ("loop { if ship(n).await? > 3 { break; } } tell(n).await", &["Ship", "ship > 3?", "Tell"]),
        ("'a: loop { loop { ship(n).await?; break 'a; } } tell(n).await", &["Ship", "Tell"]),
        (
            "if n > 3 { return ship(n).await; } else { return hold(n).await; } tell(n).await",
            &["n > 3?", "Ship", "Hold"],
        ),
        (
            "match n { 0 => return ship(n).await, _ => return Err(Failure::new(\"A\", \"b\")) } tell(n).await",
            &["Which n?", "Ship", "A"],
        ),
    ]);
}

#[test]
fn variables_that_have_no_name_are_named_by_what_they_hold() {
    for (body, expected) in [
        ("let all = ship(n).undo(|n| cancel(n)).await?; tell(n).await?; Ok(all)", &["all"][..]),
        ("let (a, _) = ship(n).undo(|n| cancel(n)).await?; tell(n).await?; Ok(a)", &["done", "a"]),
        (
            "let (a, b) = ship(n).undo(|n| cancel(n)).await?; tell(n).await?; Ok(a + b)",
            &["done", "a", "b"],
        ),
        ("ship(n).undo(|n| cancel(n)).await?; tell(n).await?; Ok(n)", &["done"]),
        ("let count = ship(n).await?; tell(count).await?; Ok(count)", &["the_count"]),
    ] {
        // Behind the inputs; those of what undoes follow.
        let found = super::variables::names(&graph(body)).into_iter().skip(4);
        assert_eq!(found.take(expected.len()).collect::<Vec<_>>(), expected, "{body}");
    }
}
