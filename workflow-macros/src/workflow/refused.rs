//! The constructs that Rust users write and a workflow refuses: one message, which says what to write instead.

use super::steps::Steps;
use crate::errors::Errors;

/// The expansion of a workflow.
fn expanded(code: &str) -> String {
    let path = syn::parse_quote!(pack);
    let function = syn::parse_quote!(
        async fn pack(of: u32) -> Result<u32, Failure> {
            Ok(of)
        }
    );
    let steps = vec![Steps { path, function }];
    super::whole(&syn::parse_str(code).unwrap(), steps, Errors::default()).to_string()
}

/// The messages of a workflow with this body.
fn messages(body: &str) -> Vec<String> {
    let text = expanded(&format!(
        "async fn flow(n: u32, list: Vec<u32>) -> Result<u32, Failure> {{ {body} }}"
    ));
    text.split("compile_error").skip(1).map(|rest| rest.chars().take(300).collect()).collect()
}

#[test]
fn one_mistake_has_one_message() {
    for (body, help) in [
        ("let x = f64::INFINITY; Ok(n)", "f64::MAX"),
        ("let x = u64::MAX; Ok(n)", "9_007_199_254_740_991"),
        ("let x = 1e400; Ok(n)", "finite numbers"),
        ("let x = match n { 1e400 => 1, _ => 2 }; Ok(x)", "finite numbers"),
        ("let x = 18446744073709551615; Ok(n)", "within ±(2^53 - 1)"),
        ("let x = match n { 9007199254740992 => 1, _ => 2 }; Ok(x)", "within ±(2^53 - 1)"),
        ("let x = match n { 0..=9007199254740992 => 1, _ => 2 }; Ok(x)", "within ±(2^53 - 1)"),
        ("let (_, x) = (10 / n, 3); Ok(x)", "bind it to a name"),
        (
            "let x: Vec<u32> = list.iter().map(|x| list.pop()).collect(); Ok(n)",
            "a closure changes nothing",
        ),
        ("let x = list.first()?; Ok(n)", ".ok_or(Failure::new("),
        ("let x: u32 = text.parse()?; Ok(n)", ".map_err(|_| Failure::new(..))?"),
        ("let x = Retry::on(1).max_attempts(n); Ok(n)", "const GENTLY"),
        ("tokio::select! { a = b => c }", "`match race!("),
        (
            "let x: Vec<u32> = list.iter().map(async |x| ship(x)).collect(); Ok(n)",
            "map(list, async",
        ),
        ("format!(); Ok(n)", "expected string literal"),
    ] {
        let found = messages(body);
        assert!(found.len() == 1 && found[0].contains(help), "{body}: {found:#?}");
    }
}

#[test]
fn what_is_written_often_is_accepted() {
    for body in [
        "let x: Vec<String> = list.iter().map(ToString::to_string).collect(); Ok(n)",
        "let x: Vec<u64> = list.iter().copied().map(u64::from).collect(); Ok(n)",
        "let x = S::default(); ; Ok(n)",
        "for x in &list { ship(*x).await?; } map(list.iter(), async |x| ship(*x).await).await?; Ok(n)",
        "for (at, x) in list.iter().enumerate() { ship(*x).await?; } Ok(n)",
        "let x = list.first(); ship(n).await?; let kind = \"a\"; ship(n).await?; Ok(*x.unwrap_or(&n) + kind.len() as u32)",
        "let x = list.first().copied().ok_or(Failure::new(\"None\", \"empty\"))?; Ok(x)",
        "let x: u32 = text.parse().map_err(|_| Failure::new(\"Bad\", \"text\"))?; Ok(x)",
        "if n > 2 { Err(Failure::new(\"Much\", \"n\"))?; } return Err(Failure::new(\"Few\", \"n\"))?;",
        "let x = price(n)?; ship(price(x)? + ship(n).await.map_err(|e| Failure::new(\"A\", e.cause()))?).await",
        "let x = list.first().ok_or(Failure::new(\"A\", list[0].to_string()))?; Ok(*x)",
        "let outcome = price(n); ship(n).await?; outcome",
        "n.checked_add(1).ok_or_else(|| Failure::new(\"Much\", format!(\"{n}\")))",
        "let r#type = n; Ok(r#type)",
        "let mut list = list; let x = list.pop(); list[0] = n; list[n as usize] += 1; Ok(list.remove(0))",
        "let mut list = list; while let Some(x) = list.pop() { ship(x).await?; } Ok(n)",
        "let x: u8 = n.try_into().map_err(|_| Failure::new(\"Large\", \"n\"))?; Ok(n)",
        "sleep(WAIT).await; let pause = Duration::from_mins(2); sleep(pause).await; Ok(n)",
        "match async { let all = map(list, async |x| { ship(x).await?; Ok::<_, Other>(x) }).await?; Ok(all[0]) }.await { Ok(x) => Ok(x), Err(failure) => Err(failure) }",
        "match async { ship(n).await?; Ok::<_, Failure>(n) }.await { Ok(x) => Ok(x), Err(failure) => Err(failure) }",
    ] {
        assert_eq!(messages(body), Vec::<String>::new(), "{body}");
    }
}

#[test]
fn rustc_does_not_say_it_again() {
    let mut seen = vec![];
    let mut look = |code: String| {
        let text = expanded(&code);
        assert!(text.contains("compile_error"), "no mistake in `{code}`");
        if !text.contains("its body is left out") {
            seen.push(code);
        }
    };
    for body in [
        "let x = list.iter().map(async |x| ship(x)).count(); Ok(n)",
        "let x = 1e400; Ok(n)",
        "let x = least::<u32>(n); Ok(n)",
        "sleep(Duration::from_secs(1)).await?; Ok(n)",
        "let x = list.first()?; Ok(n)",
        "let x = ship(n).await; Ok(n)",
        "if let Some(x) = ship(n).await { ship(n).await?; } Ok(n)",
        "match ship(n).await { Err(_) => {} } Ok(n)",
        "join!().await?; Ok(n)",
        "join!(ship(n).await?, ship(n)).await?; Ok(n)",
        "map(list, n).await?; Ok(n)",
        "map(list, |x| ship(x)).await?; Ok(n)",
        "pack().await?; Ok(n)",
        "ship::<u32>(n).await?; Ok(n)",
        "sleep().await; Ok(n)",
        "sleep(n).await; Ok(n)",
        "sleep_until().await; Ok(n)",
        "ship(n).await?; n",
        "ship(n).await?;",
        "if n > 1 { return; } Ok(n)",
        "let mut x = 1; join!(async { x = 2; ship(n).await }, ship(n)).await?; Ok(n)",
        "if n > 1 { Ok(n) }",
        "let Some(x) = list.first().cloned() else { ship(n).await?; }; Ok(n)",
        "match n { 1 => { ship(n).await?; } x if x > 2 => { ship(x).await?; } } Ok(n)",
        "let x: HashSet<u32> = HashSet::new(); Ok(n)",
        "let (_, x) = join!(async { Err(Failure::new(1, 2)) }, ship(n)).await?; Ok(n)",
        "ship(n).retry(3).await?; Ok(n)",
        "ship(n).timeout(30).await?; Ok(n)",
        "match async move { ship(n).await }.await { Ok(x) => Ok(x), Err(f) => Err(f) }",
        "match async { ship(n).await }.await { Ok(x) => Ok(x), Err(E::Odd) => Ok(n), Err(f) => Err(f) }",
        "match async { Ok::<_, E>(n) }.await { Ok(x) => Ok(x), Err(f) => Err(f) }",
        "let x = race!(ship(n), ship(n)).await; Ok(n)",
        "match race!(ship(n), ship(n)).await? { Raced::First(x) => Ok(x) }",
        "let x = match ship(n).await { 3 => 1, _ => 2 }; Ok(x)",
        "if n > 1 { let x = ship(n).undo(|x| cancel(x)).await?; } Ok(n)",
        "let a = ship(n).undo(cancel).await?; Ok(a)",
        "let x = failure.decode::<E>(); Ok(n)",
        "let x = list.first().copied().ok_or(\"no\")?; Ok(x)",
        "let x = match n { 1 => ship(n).await?, y if y > 2 => 3 }; Ok(x)",
    ] {
        look(format!("async fn flow(n: u32, list: Vec<u32>) -> Result<u32, Failure> {{ {body} }}"));
    }
    for output in ["", "-> u32"] {
        look(format!("async fn flow(n: u32) {output} {{ Ok(n) }}"));
    }
    assert_eq!(seen, Vec::<String>::new());
}

/// Mistakes at the edges of what is accepted: one more or less, or one part of a condition alone.
#[test]
fn the_neighbours_of_what_is_accepted_are_refused() {
    let nine = ["ship(1)"; 9].join(", ");
    let joined = format!("join!({nine}).await?; Ok(n)");
    let long = format!("ship(n).named(\"{}\").await?; Ok(n)", "é".repeat(81));
    for (body, help) in [
        ("sleep(Duration::from_millis(100)).await; Ok(n)", "from_secs(..)"),
        ("sleep(pause(5)).await; Ok(n)", "from_secs(seconds)"),
        ("sleep(Duration::from_secs(1, 2)).await; Ok(n)", "from_secs(seconds)"),
        ("let x: Option<Vec<HashSet<u32>>> = None; Ok(n)", "BTreeSet<..>"),
        ("let x = Vec::<HashSet<u32>>::new(); Ok(n)", "BTreeSet<..>"),
        ("join!(ship(1)).await?; Ok(n)", "await a single call"),
        (&joined, "await a single call"),
        (&long, "choose a shorter one"),
        ("ship(n).named(\"\").await?; Ok(n)", "choose a shorter one"),
        ("ship(n).named(n).await?; Ok(n)", "Charge the card"),
        (
            "ship(n).named(\"A\").await?; ship(n).named(\"A\").await?; Ok(n)",
            "names are unique in the whole workflow",
        ),
        (
            "map(read_csv::<Row>(n, n).max_items(0), async |row| ship(row).await).distributed().await?; Ok(n)",
            "write a number",
        ),
        ("map(list, async |x| ship(x).await).max_concurrency(n).await?; Ok(n)", "write a number"),
        ("map(list, async |x, y| ship(x).await).await?; Ok(n)", "takes one item"),
        ("map(list, async || ship(n).await).await?; Ok(n)", "takes one item"),
        ("let x = list.contains(); Ok(n)", "takes 1 argument"),
        ("let x = list.contains(&n, &n); Ok(n)", "takes 1 argument"),
        (
            "map(read_csv::<Row>(n), async |row| ship(row).await).distributed().await?; Ok(n)",
            "read_csv::<Row>(bucket, key)",
        ),
        (
            "map(read_csv::<Row>(n, n, n), async |row| ship(row).await).distributed().await?; Ok(n)",
            "read_csv::<Row>(bucket, key)",
        ),
        (
            "map(list, async |row| ship(row).await).distributed().write(n).await?; Ok(n)",
            ".write(bucket, prefix)",
        ),
        (
            "match async { ship(n).await?; Ok::<_, Other>(n) }.await { Ok(x) => Ok(x), Err(failure) => Err(failure) }",
            "the error of an `async` block is a `Failure`",
        ),
        ("let x = (1e400, ship(n).await?); Ok(n)", "finite numbers"),
        ("let x = (1e400, ship(n).await?, ship(n).await?); Ok(n)", "finite numbers"),
    ] {
        let found = messages(body);
        assert!(found.len() == 1 && found[0].contains(help), "{body}: {found:#?}");
    }
    for input in ["ref n", "n @ _", "(n, _)", "_"] {
        let code =
            format!("async fn flow({input}: (u32, u32)) -> Result<u32, Failure> {{ Ok(1) }}");
        assert!(expanded(&code).contains("an input needs a name"), "{input}");
    }
}

#[test]
fn what_is_accepted_goes_to_its_edges() {
    let eight = ["ship(1)"; 8].join(", ");
    let chain = ["n"; 97].join(" + ");
    for body in [
        format!("ship(n).named(\"{}\").await?; Ok(n)", "é".repeat(80)),
        "ship(n).named(\"A\").await?; ship(n).named(\"B\").await?; Ok(n)".to_owned(),
        "map(list, async |x| ship(x).await).max_concurrency(1).await?; Ok(n)".to_owned(),
        "map(read_csv::<Row>(n, n).max_items(1), async |row| ship(row).await).distributed().await?; Ok(n)".to_owned(),
        "let x = list.contains(&n); Ok(n)".to_owned(),
        format!("let all = join!({eight}).await?; Ok(all.0)"),
        "let both = join!(ship(1), ship(2)).await?; Ok(both.0)".to_owned(),
        format!("if {chain} == n {{ ship(n).await?; }} Ok(n)"),
        format!("if n == {chain} && n < 3 {{ ship(n).await?; }} Ok(n)"),
        "if n > 3 { return Err(refusal(n)); } Ok(n)".to_owned(),
        "if n > 3 { return Err(refusal()); } Ok(n)".to_owned(),
    ] {
        assert_eq!(messages(&body), Vec::<String>::new(), "{body}");
    }
}
