//! The constructs that Rust users write and a workflow refuses: one message, which says what to write instead.

use crate::errors::Errors;

/// The messages of a workflow with this body.
fn messages(body: &str) -> Vec<String> {
    let code =
        format!("async fn flow(n: u32, list: Vec<u32>) -> Result<u32, Failure> {{ {body} }}");
    let tokens = super::whole(&syn::parse_str(&code).unwrap(), vec![], Errors::default());
    let text = tokens.to_string();
    text.split("compile_error").skip(1).map(|rest| rest.chars().take(300).collect()).collect()
}

#[test]
fn one_mistake_has_one_message() {
    for (body, help) in [
        ("let x = f64::INFINITY; Ok(n)", "f64::MAX"),
        ("let x = u64::MAX; Ok(n)", "9_007_199_254_740_991"),
        ("let x = 1e400; Ok(n)", "finite numbers"),
        ("let x = match n { 1e400 => 1, _ => 2 }; Ok(x)", "finite numbers"),
        ("match list.as_slice() { [a, ..] => ship(a).await, _ => Ok(0) }", "list.first()"),
        ("let x = list.pop(); Ok(n)", "list.last().cloned()"),
        ("let x = list.first().ok_or(1)?; Ok(n)", "let Some(x) = .."),
        ("let x: u8 = n.try_into().unwrap(); Ok(n)", "x as u32"),
        ("let x = Retry::on(1).max_attempts(n); Ok(n)", "const GENTLY"),
        ("tokio::select! { a = b => c }", "give a call a time limit"),
        ("return Err(Failure::new(1, 2))?;", "let Some(x) = .."),
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
        "let r#type = n; Ok(r#type)",
    ] {
        assert_eq!(messages(body), Vec::<String>::new(), "{body}");
    }
}
