//! Tests of the macro's cost: time and code must grow as the workflow does.

use crate::errors::Errors;
use std::fmt::Write;
use std::time::Instant;

/// About eleven states: a task, a choice with a task, a task with catchers, a loop, a Parallel with a Map.
fn part(code: &mut String, i: usize) {
    write!(
        code,
        r#"
        let quote{i} = price(order.clone()).await?;
        if quote{i}.total > {i}.5 {{ approve(order.id.clone(), quote{i}.total).await?; }}
        let paid{i} = match charge(order.id.clone(), quote{i}.total).await {{
            Ok(paid) => paid,
            Err(BankError::Declined {{ reason }}) => return Err(Failure::new("Declined", reason)),
            Err(other) => return Err(other.into()),
        }};
        let mut n{i} = 0;
        while n{i} < 3 {{ n{i} = step(n{i}).await?; }}
        let (picked{i}, last{i}) =
            join!(map(order.items.clone(), async |item| Ok(pick(item).await?)), step(n{i})).await?;
        total = total + quote{i}.total;
        "#
    )
    .unwrap();
}

/// The characters that the expansion of so many parts has, and the seconds it took.
fn expanded(parts: usize) -> (usize, f64) {
    let mut code =
        String::from("async fn flow(order: Order) -> Result<f64, Failure> { let mut total = 0.0;");
    (0..parts).for_each(|i| part(&mut code, i));
    code.push_str("Ok(total) }");
    measured(&code)
}

/// The same of so many variables that all live to the end, one of which changes on the way.
fn kept(count: usize) -> (usize, f64) {
    let calls = |i| format!("let n{i} = step(n0).await?; total = total / 2 + n{i} / 2;");
    let calls: String = (1..count).map(calls).collect();
    let groups = (1..count).step_by(40).map(|from| {
        let names: Vec<_> = (from..count.min(from + 40)).map(|i| format!("n{i}")).collect();
        format!("({})", names.join(" + "))
    });
    let sum = groups.collect::<Vec<_>>().join(" + ");
    measured(&format!(
        "async fn flow(n0: u32) -> Result<u32, Failure> {{ let mut total = 0; {calls} Ok(total + {sum}) }}"
    ))
}

fn measured(code: &str) -> (usize, f64) {
    let function: syn::ItemFn = syn::parse_str(code).unwrap();
    let begun = Instant::now();
    let tokens = super::whole(&function, vec![], Errors::default());
    let took = begun.elapsed().as_secs_f64();
    let text = tokens.to_string();
    assert!(!text.contains("compile_error"), "{text}");
    (text.len(), took)
}

#[test]
fn code_grows_as_the_workflow_does() {
    let sizes = [5, 10, 20, 40].map(|parts| {
        let (length, took) = expanded(parts);
        println!("{} states: {took:.3} s, {length} characters", 11 * parts);
        length
    });
    assert!(sizes[3] < 9 * sizes[0], "{sizes:?}");
}

#[test]
fn code_grows_as_its_variables_do() {
    let sizes = [50, 100, 200].map(|count| {
        let (length, took) = kept(count);
        println!("{count} variables: {took:.3} s, {length} characters");
        length
    });
    // The table of what records hold (`native/held`) names all variables of each state: plain data, but it grows as the
    // square. All else grows as the variables do.
    assert!(sizes[2] < 6 * sizes[0], "{sizes:?}");
}
