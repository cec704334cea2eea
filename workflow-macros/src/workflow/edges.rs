//! The edges of the expressions that a workflow may have: beside each mistake, the neighbour that is none.

/// Checks the messages of workflows with these bodies.
fn check(cases: &[(&str, &[&str])]) {
    let item = |body: &str| {
        format!(
            "#[workflow] async fn flow(n: u32, list: Vec<u32>, word: String) -> Result<u32, Failure> {{ {body} }}"
        )
    };
    for (body, messages) in cases {
        crate::edges::check(&[(&item(body), messages)]);
    }
}

#[test]
fn places_and_literals() {
    check(&[
        ("let x = (&list[..]).len(); Ok(n)", &[]),
        ("let x = (&list[1..]).len(); Ok(n)", &["a slice has no exact counterpart"]),
        ("let x = (&list[..1]).len(); Ok(n)", &["a slice has no exact counterpart"]),
        ("let x = list[1]; Ok(x)", &[]),
        ("let x = b\"a\"; Ok(n)", &["bytes have no JSON form"]),
        ("let x = 1e300; Ok(n)", &[]),
        ("let x = 1e400; Ok(n)", &["beyond the range"]),
        ("let x = 1e39f32; Ok(n)", &["beyond the range"]),
        ("let x = 1e38f32; Ok(n)", &[]),
        ("let x = (1..).len(); Ok(n)", &["a range without end"]),
        ("let x = (..1).len(); Ok(n)", &["a range without a start"]),
        ("let x = n << 2; Ok(n)", &["no bit operators"]),
        ("let x = n >> 2; Ok(n)", &["no bit operators"]),
        ("let x = n & 2; Ok(n)", &[]),
        ("let x = [&mut n]; Ok(n)", &["no mutable references"]),
        ("let x = match n { 1..=MOST => 1, _ => 2 }; Ok(x)", &[]),
        ("let x = match n { 1..=most => 1, _ => 2 }; Ok(x)", &["this bound has no counterpart"]),
        ("let x = match n { -1..=-0 => 1, _ => 2 }; Ok(x)", &[]),
        ("let (x, ..) = (n, 1, 2); Ok(x)", &[]),
        ("let (x, ..) = (n, 10 / n); Ok(x)", &[]),
        ("let (x, ..) = (n, 10 / n, 2); Ok(x)", &[]),
        ("let (x, _) = (n, 10 / n); Ok(x)", &["bind it to a name"]),
        ("let ((x, _), y) = ((n, 10 / n), 3); Ok(x)", &["bind it to a name"]),
        ("let (.., x) = (1, 2, n); Ok(x)", &["the number of parts that `..` leaves out"]),
        ("let (x, .., y) = (1, 2, n); Ok(x + y)", &["the number of parts that `..` leaves out"]),
        (
            "let x = match point { Point(.., x) => x, _ => 2 }; Ok(x)",
            &["the number of parts that `..` leaves out"],
        ),
        ("let x = match list { [.., x] => x, _ => 2 }; Ok(x)", &[]),
        ("let x = match n { ref y => 1 }; Ok(x)", &["a workflow keeps values"]),
    ]);
}

#[test]
fn calls_of_functions() {
    const NONE: &str = "has no counterpart in JSONata";
    check(&[
        ("let x = execution().id(); Ok(n)", &[]),
        ("let x = workflow::execution().name(); Ok(n)", &[]),
        ("let x = execution().id(1); Ok(n)", &["an execution has no `id`"]),
        ("let x = execution().size(); Ok(n)", &["an execution has no `size`"]),
        ("let x = Own::default(); Ok(n)", &[]),
        ("let x = Own::make(); Ok(n)", &[]),
        ("let x = Own::default(n); Ok(n)", &[]),
        ("let x = Own::make(n); Ok(n)", &[]),
        ("let x = Option::from(n); Ok(n)", &["`Option::from(..)` has no counterpart"]),
        ("let x = u8::try_from(n); Ok(n)", &[]),
        ("let x = i64::from(n); Ok(n)", &[]),
        ("let x = f64::from(n); Ok(n)", &[]),
        ("let x = f64::try_from(n); Ok(n)", &[NONE]),
        ("let x = bool::from(n); Ok(n)", &[NONE]),
        ("let x = String::from(word); Ok(n)", &[]),
        ("let x = String::try_from(word); Ok(n)", &[NONE]),
        ("let x = cmp::min(n, 1); Ok(n)", &[]),
        ("let x = BTreeMap::from([(1, 2), (3, 4)]); Ok(n)", &[]),
        ("let x = BTreeMap::from([(1, 2), 3]); Ok(n)", &[NONE]),
        ("let x = BTreeMap::from([(1, 2, 3)]); Ok(n)", &[NONE]),
        ("let x = BTreeMap::from(list); Ok(n)", &[NONE]),
        ("let x = BTreeMap::from([(1, 2)], [(3, 4)]); Ok(n)", &[NONE]),
        ("let x = Vec::from([(1, 2)]); Ok(n)", &[]),
        ("let x = own(n); Ok(n)", &[]),
        ("let x = own::<u32>(n); Ok(n)", &["`own` is not generic"]),
        ("let x = n(1); Ok(n)", &["`n` is a variable"]),
    ]);
}

#[test]
fn calls_of_closures() {
    const OPEN: &str = "this number needs a type";
    check(&[
        ("let twice = |x| x * 2; Ok(twice(n))", &[]),
        ("let twice = |x| x * 2; Ok(twice(2))", &[OPEN]),
        ("let twice = |x| x * 2; Ok(twice((2)))", &[OPEN]),
        ("let twice = |x| x * 2; Ok(twice(-2))", &[OPEN]),
        ("let twice = |x| x * 2; Ok(twice(2.5))", &[OPEN]),
        ("let twice = |x| x * 2; Ok(twice(2 + 3))", &[OPEN]),
        ("let twice = |x| x * 2; Ok(twice(2u32))", &[]),
        ("let twice = |x| x * 2; Ok(twice(2.5f64))", &[]),
        ("let twice = |x| x * 2; Ok(twice(2 + n))", &[]),
        ("let twice = |x| x * 2; Ok(twice(n + 2))", &[]),
        ("let twice = |x: u32| x * 2; Ok(twice(2))", &[]),
        ("let sum = |x: u32, y| x + y; Ok(sum(2, n))", &[]),
        ("let sum = |x: u32, y| x + y; Ok(sum(2, 3))", &[OPEN]),
        ("let said = |x| x; let y = said(\"a\"); Ok(n)", &[]),
    ]);
}

#[test]
fn calls_of_methods() {
    check(&[
        ("let x = word.len(); Ok(n)", &[]),
        ("let x = word.len(1); Ok(n)", &["`.len(..)` takes 0 argument(s)"]),
        ("let x = word.replace(\"a\", \"b\"); Ok(n)", &[]),
        ("let x = word.replace(\"a\"); Ok(n)", &["`.replace(..)` takes 2 argument(s)"]),
        ("let x = word.lenn(); Ok(n)", &[]),
        ("let x = word.frobnicate(n); Ok(n)", &[]),
        ("let x = word.frobnicate::<u32>(n); Ok(n)", &["write `.frobnicate(..)`"]),
        ("let x = word.rsplit('a'); Ok(n)", &["`.rsplit()` has no exact counterpart"]),
        ("let x = list.iter().map(|x| list.push(1)).count(); Ok(n)", &["changes its receiver"]),
        ("let x = format!(\"{n:?}\"); Ok(n)", &["`{:?}` has no exact counterpart"]),
        ("let x = format!(\"{:05}\", n); Ok(n)", &[]),
        ("let x = { n; n }; Ok(x)", &["this statement has no effect here"]),
        ("let x = { let y; n }; Ok(x)", &["a variable without a value"]),
        ("let x = matches!(n, 1 | 2); Ok(n)", &[]),
        ("let x = matches!(n, y if y > 2); Ok(n)", &[]),
        ("let x = println!(\"a\"); Ok(n)", &["println"]),
    ]);
}

#[test]
fn arguments_without_a_counterpart() {
    const OFFSETS: &str = "byte offsets do not exist";
    const SEARCHED: &str = "this method searches for one text or character";
    const EMPTY: &str = "an empty text splits code units";
    check(&[
        ("let x = word.find(\"a\"); Ok(n)", &[OFFSETS]),
        ("let x = word.find('a'); Ok(n)", &[OFFSETS]),
        ("let x = word.get(1..3); Ok(n)", &["a slice has no exact counterpart"]),
        ("let x = list.get(1..); Ok(n)", &["a slice has no exact counterpart"]),
        ("let x = list.iter().find(|x| **x > n); Ok(n)", &[]),
        ("let x = f64::from(n).powi(3); Ok(n)", &[]),
        ("let x = f64::from(n).powi(4); Ok(n)", &["rounds differently"]),
        ("let x = letter.to_digit(10); Ok(n)", &[]),
        ("let x = letter.to_digit(11); Ok(n)", &["decimal digits only"]),
        ("let x = word.split(\"\").count(); Ok(n)", &[EMPTY]),
        ("let x = word.split(\"a\").count(); Ok(n)", &[]),
        ("let x = word.split_once(\"\"); Ok(n)", &[EMPTY]),
        ("let x = word.matches(['a', 'b']).count(); Ok(n)", &[SEARCHED]),
        ("let x = word.split(|c: char| c == 'a').count(); Ok(n)", &[]),
        ("let x = word.split(['a', 'b']).count(); Ok(n)", &[]),
        ("let x = word.split_once(','); Ok(n)", &[]),
        ("let x = word.split_once(|c: char| c == 'a'); Ok(n)", &[SEARCHED]),
        ("let x = word.split_once(['a', 'b']); Ok(n)", &[SEARCHED]),
    ]);
}

#[test]
fn blocks_that_fail() {
    const WHOLE: &str = "the error of an `async` block is a `Failure`";
    let matched = |arm: &str| {
        format!("let x = match async {{ ship(n).await }}.await {{ Ok(x) => x, {arm} => 2 }}; Ok(x)")
    };
    for (arm, messages) in [
        ("Err(_)", &[][..]),
        ("Err(failure)", &[]),
        ("Err(mut failure)", &[]),
        ("Err(_failure)", &[]),
        ("Err(failure @ Odd { .. })", &[WHOLE]),
        ("Err(ODD)", &[WHOLE]),
        ("Err(Odd::Small)", &[WHOLE]),
    ] {
        check(&[(&matched(arm), messages)]);
    }
}

#[test]
fn statements() {
    check(&[
        ("let x; x = ship(n).await?; Ok(x)", &[]),
        ("let (x, y); (x, y) = (n, 1); Ok(x + y)", &[]),
        ("let Some(x); Ok(n)", &["a variable without a value"]),
        ("list.first() = 2; Ok(n)", &["only a variable or its field can be assigned"]),
        ("let mut xs = list; xs[0] += 1; Ok(n)", &[]),
        ("let mut xs = list; xs[0] <<= 1; Ok(n)", &["this operator changes no item"]),
        ("list.clone()[0] = 1; Ok(n)", &["only an item of a list in a variable"]),
        ("list.clone().push(1); Ok(n)", &["only a variable or its field can be changed"]),
        ("let x = (n = 1); Ok(n)", &["an assignment is not a value"]),
        ("let x = async { Ok(1) }; Ok(n)", &["a future cannot be kept in a variable"]),
        (
            "let x = (async { Ok(1) }, ship(n).await?); Ok(n)",
            &["a future cannot be kept as a value"],
        ),
        ("let f = |x: u32| ship(x).await; Ok(n)", &["it cannot change variables or await"]),
        ("struct A; Ok(n)", &["a function or type cannot be declared in a workflow"]),
        ("const A: u32 = 1; Ok(n + A)", &[]),
        ("if n > 1 { const A: u32 = 1; } Ok(n)", &["cannot be declared in an expression"]),
        ("loop { } Ok(n)", &["this loop never ends"]),
        ("loop { if n > 1 { break; } } Ok(n)", &["this loop awaits nothing"]),
        ("for x in list.iter() { ship(*x).await?; } Ok(n)", &[]),
        ("for x in list.clone() { let y = x; } Ok(n)", &["changes nothing and awaits nothing"]),
        (
            "let mut s = 0; 'a: for x in list.clone() { for y in 0..x { s += y; continue 'a; } } Ok(s)",
            &[],
        ),
        (
            "let mut s = 0; for x in list.clone() { if x > 1 { return found(s); } s += x; } Ok(s)",
            &["ends with `Ok(..)` or `Err(..)`"],
        ),
        (
            "let mut s = 0; for x in &list { if *x > 1 { return Err(Failure::new(\"A\", \"b\")); } s += x; } Ok(s)",
            &[],
        ),
        (
            "let mut s = vec![]; for x in &list { s.push(uuid()); } Ok(n)",
            &["is one expression, and cannot draw values"],
        ),
        (
            "let mut s = 0; let v: Vec<u32> = list.iter().map(|x| { s += x; s }).collect(); Ok(n)",
            &["cannot change variables outside"],
        ),
        (
            "let mut s = 0; for x in list.clone() { if x > 1 { if x > 2 { continue; } s += 1; } s += x; } Ok(s)",
            &[],
        ),
        (
            "let mut s = 0; for x in &list { let y = match x { 0 => continue, 1 => 2, x => *x }; match y { 0 => continue, 1 => s += 1, _ => {} } s += y; } Ok(s)",
            &["would be written once for each branch of the value"],
        ),
        (
            "let mut s = 0; 'a: for x in &list { 'a: { if *x > 1 { break 'a; } s += x; } } Ok(s)",
            &["a block within an expression cannot have a label"],
        ),
        ("sleep(Duration::from_secs(99_999_999)).await; Ok(n)", &[]),
        ("sleep(Duration::from_hours(27_778)).await; Ok(n)", &["waits 99999999 seconds at most"]),
        (
            "let pause = Duration::from_secs(100_000_000); sleep(pause).await; Ok(n)",
            &["waits 99999999 seconds at most"],
        ),
        ("let mut s = 0; for x in &list { if *x > 1 { continue; } s += x; } Ok(s)", &[]),
        (
            "let x = match n { const { 1 } => 1, _ => 2 }; Ok(x)",
            &["this pattern has no counterpart"],
        ),
    ]);
}

#[test]
fn branches_that_never_end() {
    const NEVER: &str = "never ends with `Ok(..)`";
    const LOST: &str = "async { ship(n).await?; return Err(Failure::new(\"A\", \"b\")); }";
    for (before, behind, messages) in [
        ("let (_, x)", "Ok(x)", &[NEVER][..]),
        ("let (lost, x)", "tell(lost).await?; Ok(x)", &[]),
        ("let all", "let (_, x) = all; Ok(x)", &[NEVER]),
        ("let all", "let (lost, x) = all; tell(lost).await?; Ok(x)", &[]),
        // Another variable with another name tells nothing of it.
        ("let m = n; let (_, x)", "let k = m; Ok(x + k)", &[NEVER]),
    ] {
        let body = format!("{before} = join!({LOST}, ship(n)).await?; {behind}");
        check(&[(&body, messages)]);
    }
}

#[test]
fn what_is_awaited() {
    check(&[
        ("(n + 1).await?; Ok(n)", &["a workflow cannot await this"]),
        ("ship(n).retries(1).await?; Ok(n)", &["a call has no `.retries(..)`"]),
        ("ship(n).retry(GENTLY).or_else(f).await?; Ok(n)", &["a call has no `.or_else(..)`"]),
        ("n.await?; Ok(n)", &["await a call where it is made"]),
        ("ship(n).retry(3).await?; Ok(n)", &["a retrier must be a constant"]),
        ("ship(n).retry(GENTLY).await?; Ok(n)", &[]),
        ("ship(n).timeout(30).await?; Ok(n)", &["`timeout` takes a `Duration`"]),
        ("ship(n).timeout(Duration::from_secs(30)).await?; Ok(n)", &[]),
        ("let a = ship(n).undo(|a| cancel(a)).await?; Ok(a)", &[]),
        (
            "let a = ship(n).undo(|| cancel(n)).await?; Ok(a)",
            &["takes one parameter: the value of the call"],
        ),
        (
            "let a = ship(n).undo(|a, b| cancel(a)).await?; Ok(a)",
            &["takes one parameter: the value of the call"],
        ),
        ("let a = ship(n).undo(cancel).await?; Ok(a)", &["a closure that makes a call"]),
        ("let a = ship(n).undo(|a| cancel(a), 1).await?; Ok(a)", &["a closure that makes a call"]),
        (
            "let a = ship(n).undo(|a| cancel(a).await).await?; Ok(a)",
            &["the closure of an undo does not await"],
        ),
        ("let a = ship(n).undo(|a| 1).await?; Ok(a)", &["an undo makes a call"]),
    ]);
}

#[test]
fn pure_functions() {
    crate::edges::check(&[
        ("#[pure] fn f(x: u32) -> u32 { x + 1 }", &[]),
        ("#[pure] fn f(x: u32) -> u32 { g(x).await }", &["cannot await"]),
        ("#[pure] fn f(x: u32) -> u32 { f(x) }", &["cannot call itself"]),
        ("#[pure] fn f(x: u32) -> u32 { for a in 0..x { } x }", &["a loop that changes nothing"]),
        ("#[pure] fn f(x: u32) -> u32 { loop { } }", &["`while` and `loop` have no counterpart"]),
        ("#[pure] fn f(a: Option<u32>) -> Option<u32> { let y = P { a }.a?; Some(y / 2) }", &[]),
        (
            "#[pure] fn f(x: u32) -> u32 { let mut x = x; let g = move |n: u32| n + x; x = 3; g(x) }",
            &["which may have changed where it is called"],
        ),
        (
            "#[pure] fn f(x: u32) -> u32 { let mut y = x; y += 1; let g = move |y: u32| x + y; g(y) }",
            &[],
        ),
        (
            "#[pure] fn f(a: Option<u32>) -> u32 { let Some(y) = P { a }.a else { return 0 }; y / 2 }",
            &[],
        ),
        ("#[pure] fn f(x: u32) -> u32 { let mut y = x; y = 2; y }", &[]),
        (
            "#[pure] fn f(x: u32) -> u32 { let mut y = x; g(|a| { y += a; y }) }",
            &["cannot change variables outside"],
        ),
        ("#[pure] fn f(x: u32) -> u32 { let mut y = x; if x > 1 { y += 1; } y }", &[]),
        (
            "#[pure] fn f(x: u32) -> u32 { let mut y = x; let z = { let mut w = 1; w += y; w }; z }",
            &[],
        ),
        (
            "#[pure] fn f(x: u32) -> u32 { let mut y = x; let z = 1 + if x > 1 { y += 1; 2 } else { 1 }; y + z }",
            &["a block that is a value cannot change variables outside"],
        ),
        (
            "#[pure] fn f(x: u32) -> u32 { let mut y = x; let z = 1 + { y += 1; y }; y + z }",
            &["a block that is a value cannot change variables outside"],
        ),
        (
            "#[pure] fn f(xs: &[u32]) -> Vec<u32> { let mut t = 0; xs.iter().map(|x| { for y in 0..*x { t += y; } t }).collect() }",
            &["a block that is a value cannot change variables outside"],
        ),
        (
            "#[pure] fn f(xs: &[u32]) -> u32 { let mut s = 0; 'a: for x in xs { for y in 0..*x { if y > 1 { continue 'a; } s += y; } } s }",
            &[],
        ),
        (
            "#[pure] fn f(xs: &[u32]) -> u32 { let mut s = 0; 'a: for x in xs { if *x > 1 { continue 'a; } s += x; } s }",
            &[],
        ),
        (
            "#[pure] fn f(x: Option<u32>) -> u32 { let mut s = 0; let y = x.map(|x| s += x); s }",
            &["an assignment is not a value"],
        ),
    ]);
}

#[test]
fn signatures_and_items_of_pure_functions() {
    crate::edges::check(&[
        ("#[pure] fn f(mut x: u32) -> u32 { x += 1; x }", &[]),
        ("#[pure] fn f((x, y): (u32, u32)) -> u32 { x + y }", &[]),
        ("#[pure] fn f(_: u32) -> u32 { 1 }", &[]),
        ("#[pure] fn f(x: u32) -> u32 { const N: u32 = 1; x + N }", &[]),
        (
            "#[pure] fn f(x: u32) -> u32 { if x > 1 { const N: u32 = 1; N } else { x } }",
            &["a function or type cannot be declared in an expression"],
        ),
        (
            "#[pure] fn f(x: u32) -> u32 { use std::cmp::min; min(x, 1) }",
            &["a function or type cannot be declared in an expression"],
        ),
        ("#[pure] fn f(x: impl Into<u32>) -> u32 { 1 }", &["are fixed"]),
        ("#[pure] fn f(x: u32) -> u32 { g(x) }", &[]),
        ("#[pure] fn f(x: u32) -> String { uuid() }", &["reads nothing but its arguments"]),
        (
            "#[pure] fn f(x: u32) -> String { execution().id() }",
            &["reads nothing but its arguments"],
        ),
    ]);
}
