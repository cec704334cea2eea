//! The types that the enum of states names: each that is not known costs rustc time, and one that is wrong does not
//! compile where somebody uses it otherwise.

use super::known::Known;
use super::ways;
use crate::workflow::named;

/// The types that are known of the variables of a workflow with this body, but for its inputs: `a: u32`.
fn types(body: &str) -> Vec<String> {
    let graph = named::graph(body);
    let mut known = Known::new(&graph, &ways(&graph), &syn::parse_quote!(u32));
    let places = known.places().into_iter();
    let shown = places.filter_map(|((var, path), ty)| {
        let name = graph.vars[var].ident.to_string();
        let own = !["n", "names", "note", "order"].contains(&&*name) || !path.is_empty();
        let ty = ty.to_string().replace(' ', "").replace("::workflow::__private::", "");
        let ty = ty.replace("::std::string::", "").replace("::std::vec::", "");
        // Tasks of four letters.
        let ty = ty.replace("<__Called_4", "").replace("asTask>::", ".");
        let ty = ty.replace("asArgument<", ".").replace("usize>>::Value", "");
        let place = [&[name][..], &path].concat().join(".");
        own.then(|| format!("{place}: {ty}"))
    });
    shown.collect()
}

#[test]
fn types_that_stand_in_the_code() {
    let found = |(body, expected): &(&'static str, &[&str])| {
        let code = format!("{body} ship(n).await?; hold(a, b).await");
        let found = types(&code);
        (found != *expected).then_some((*body, found))
    };
    let cases: [(&str, &[&str]); 26] = [
        ("let a = f(n); let b = g(n);", &["a: hold.0", "b: hold.1"]),
        ("let a = tell(n).await?; let b: Vec<u8> = g(n);", &["a: tell.Output", "b: Vec<u8>"]),
        ("let a = n + 1; let b = 1 + n;", &["a: u32", "b: u32"]),
        ("let a = n == 1; let b = note.is_some() && n > 1;", &["a: bool", "b: bool"]),
        ("let a = !f(n); let b = !(n > 1);", &["a: hold.0", "b: bool"]),
        ("let a = 1u8; let b = 2;", &["a: u8", "b: hold.1"]),
        ("let a = 1.5f32; let b = 'c';", &["a: f32", "b: char"]),
        ("let a = true; let b = \"text\";", &["a: bool", "b: hold.1"]),
        ("let a = names.len(); let b = names.is_empty();", &["a: usize", "b: bool"]),
        ("let a = n.to_string(); let b = format!(\"{n}\");", &["a: String", "b: String"]),
        ("let a = n.clone(); let b = (n);", &["a: u32", "b: u32"]),
        ("let a = n as u8; let b = n as a::B;", &["a: u8", "b: hold.1"]),
        ("let a = uuid(); let b = random();", &["a: String", "b: f64"]),
        ("let a = execution().id(); let b = ();", &["a: String", "b: ()"]),
        ("let a = (n, true); let b = (n, f(n));", &["a: (u32,bool,)", "b: hold.1"]),
        ("let a = if n > 1 { f(n) } else { 1u8 }; let b = 2;", &["a: u8", "b: hold.1"]),
        ("let a = names[0].len() + f(n); let b = n;", &["a: usize", "b: u32"]),
        ("let a = n.to_string() + \"a\"; let b = n;", &["a: hold.0", "b: u32"]),
        ("let (a, b) = (n, names.len());", &["a: u32", "b: usize"]),
        ("let (a, b) = join!(tell(n), ship(n)).await?;", &["a: tell.Output", "b: ship.Output"]),
        ("let mut a = 1; let b = 2; a = n;", &["a: u32", "b: hold.1"]),
        ("let mut a = f(n); a += 1; let b = a;", &["a: hold.0", "b: hold.0"]),
        ("let a = f(n); let b = a; let a = 1;", &["a: hold.1", "b: hold.1", "a_2: hold.0"]),
        (
            "let a = order.size; let b = order.name.clone();",
            &["order.name: hold.1", "order.size: hold.0", "a: hold.0", "b: hold.1"],
        ),
        (
            "let a = map(names, async |name| tell(name).await).await?; let b = 2;",
            &["name: tell.Values", "a: Vec<tell.Output>", "b: hold.1"],
        ),
        ("let a = f(n); ship(a.clone()).await?; let b = 1;", &["a: ship.Values", "b: hold.1"]),
    ];
    let differ: Vec<_> = cases.iter().filter_map(found).collect();
    assert!(differ.is_empty(), "{differ:#?}");
}

#[test]
fn places_whose_type_somebody_asks() {
    for (body, expected) in [
        ("ship(order.size).await?; Ok(n)", &["order.size: ship.Values"][..]),
        (
            "ship((order.size)).await?; Ok(order.cost)",
            &["order.cost: u32", "order.size: ship.Values"],
        ),
        ("let a = f(n); let b = g(n); ship(n).await?; Ok(a * b)", &["a: u32", "b: u32"]),
        ("let a = f(n); let b = g(n); ship(n).await?; tell(a * b).await", &[]),
        (
            "let a = f(n); let b = g(n); ship(n).await?; Ok(if n > 1 { a } else { b })",
            &["a: u32", "b: u32"],
        ),
        ("let a = f(n); ship(n).await?; Ok(a.len() as u32)", &[]),
    ] {
        assert_eq!(types(body), expected, "{body}");
    }
}
