//! Compares native Rust with JSONata: jsonata-core, and jsonata 2.0.6 of node where it is there.

use crate::Row;
use crate::arb::{Ext, Rng, S};
use crate::translate::{Names, Row as Tree};
use jsonata_core::ast::AstNode;
use jsonata_core::evaluator::{Context, Evaluator, EvaluatorOptions};
use jsonata_core::parser;
use jsonata_core::value::JValue;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use workflow_asl::Data;
use workflow_asl::expr::{self, Code, Env, Refused};
use workflow_asl::program::Types;
use workflow_asl::schema::Schema;

/// How many cases a row has. `WORKFLOW_CASES` sets another number.
fn cases() -> usize {
    std::env::var("WORKFLOW_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(40)
}

/// A row that was run.
pub struct Checked {
    pub code: Result<Code, Refused>,
    pub cases: usize,
    pub faults: usize,
    pub wrong: Option<String>,
    /// `{"b": variables, "w": native value}`, without `w` for a fault.
    pub lines: Vec<Value>,
}

/// The types that rows name.
fn types() -> BTreeMap<&'static str, fn() -> Schema> {
    use crate::arb::{Adj, Gap, Id, Int};
    type Map = BTreeMap<String, i64>;
    BTreeMap::from([
        ("i64", i64::schema as fn() -> Schema),
        ("i32", i32::schema),
        ("i8", i8::schema),
        ("u8", u8::schema),
        ("u16", u16::schema),
        ("u32", u32::schema),
        ("u64", u64::schema),
        ("usize", usize::schema),
        ("f64", f64::schema),
        ("bool", bool::schema),
        ("char", char::schema),
        ("String", String::schema),
        ("Vec<_>", Vec::<i64>::schema),
        ("Vec<String>", Vec::<String>::schema),
        ("BTreeMap<_,_>", Map::schema),
        ("S", S::schema),
        ("Gap", Gap::schema),
        ("Ext", Ext::schema),
        ("Int", Int::schema),
        ("Adj", Adj::schema),
        ("Id", Id::schema),
    ])
}

/// The JSONata of a row.
pub fn code(row: &Row) -> Result<Code, Refused> {
    let variables: Vec<&'static str> = row.variables.iter().map(|(name, _)| *name).collect();
    let types = types();
    let mut names =
        Names { variables: &variables, types: &types, known: Types::default(), scope: vec![] };
    let tree = names.row(&row.rust);
    let mut env = Env::default();
    for (index, (name, schema)) in row.variables.iter().enumerate() {
        env.set(index, Code::new(format!("${name}"), schema.clone()));
    }
    let whole = |name: &str| {
        let index = variables.iter().position(|variable| *variable == name).unwrap();
        env.get(index).unwrap().clone()
    };
    match tree {
        Tree::Value(tree) => expr::expression(&tree, &env, &names.known),
        Tree::Assign(variable, fields, value) => {
            expr::assign(&whole(variable), &fields, expr::expression(&value, &env, &names.known)?)
        }
        Tree::Mutate(variable, fields, method, arguments) => {
            expr::mutate(&whole(variable), &fields, method, arguments, &env, &names.known)
        }
    }
}

/// All rows, on as many threads as there are cores.
pub fn all(rows: &[Row]) -> Vec<Checked> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let chunk = rows.len().div_ceil(cores);
    let part = &|(n, rows): (usize, &[Row])| -> Vec<Checked> {
        rows.iter().enumerate().map(|(i, row)| run(n * chunk + i, row)).collect()
    };
    std::thread::scope(|scope| {
        let parts = rows.chunks(chunk).enumerate();
        let parts: Vec<_> = parts.map(|rows| scope.spawn(move || part(rows))).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
    })
}

fn run(index: usize, row: &Row) -> Checked {
    let code = code(row);
    let mut checked = Checked { code, cases: 0, faults: 0, wrong: None, lines: vec![] };
    match (&row.make, &checked.code) {
        (Some(make), Ok(code)) => {
            let text = code.text().to_owned();
            compare(index, row, make, &text, &mut checked);
        }
        (Some(_), Err(refused)) => {
            checked.wrong = Some(format!("{} ({}): {refused}", row.rust, row.types))
        }
        (None, Ok(code)) => {
            checked.wrong =
                Some(format!("{} ({}) is not refused: {}", row.rust, row.types, code.text()));
        }
        (None, Err(_)) => {}
    }
    checked
}

fn compare(index: usize, row: &Row, make: &crate::Make, text: &str, checked: &mut Checked) {
    let ast = match parser::parse(text) {
        Ok(ast) => ast,
        Err(error) => {
            checked.wrong = Some(format!("{}: {text}: {error:?}", row.rust));
            return;
        }
    };
    let mut g = Rng(index as u64 * 7919);
    for _ in 0..cases() {
        let (variables, native) = make(&mut g);
        let got = core(&ast, &variables);
        let agree = match (&native, &got) {
            (Ok(native), Ok(Some(value))) => same(native, value),
            (Err(_), Err(_)) => true,
            _ => false,
        };
        checked.cases += 1;
        checked.faults += usize::from(native.is_err());
        if !agree && checked.wrong.is_none() {
            checked.wrong = Some(format!(
                "{} ({})\n   {text}\n   {variables}\n   native {native:?}\n   got {got:?}",
                row.rust, row.types
            ));
        }
        let mut line = json!({ "b": variables });
        if let Ok(native) = native {
            line["w"] = native;
        }
        checked.lines.push(line);
    }
}

fn core(ast: &AstNode, variables: &Value) -> Result<Option<Value>, String> {
    let mut context = Context::new();
    for (name, value) in variables.as_object().unwrap() {
        context.bind(name.clone(), JValue::from(value.clone()));
    }
    let options = EvaluatorOptions { timeout_ms: Some(5000), ..Default::default() };
    match Evaluator::with_options(context, options).evaluate(ast, &JValue::Undefined) {
        Ok(value) if value.is_undefined() => Ok(None),
        Ok(value) => Ok(Some((&value).into())),
        Err(error) => Err(error.message().to_owned()),
    }
}

/// -0.0 is 0: the native side writes it so.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(k, v)| b.get(k).is_some_and(|w| same(v, w)))
        }
        _ => a == b,
    }
}

/// The same cases under node, with the reference implementation of the version that AWS names.
/// `WORKFLOW_JSONATA_JS` is a folder with `node_modules/jsonata` 2.0.6.
pub fn with_node(rows: &[Row], checked: &[Checked]) {
    let Ok(folder) = std::env::var("WORKFLOW_JSONATA_JS") else {
        println!("skipped: jsonata 2.0.6 under node (WORKFLOW_JSONATA_JS is not set)");
        return;
    };
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("operators.jsonl");
    let mut lines = String::new();
    for (row, checked) in rows.iter().zip(checked) {
        let Ok(code) = &checked.code else { continue };
        lines += &json!({ "rust": row.rust, "text": code.text() }).to_string();
        lines += "\n";
        for line in &checked.lines {
            lines += &line.to_string();
            lines += "\n";
        }
    }
    std::fs::write(&file, lines).unwrap();
    let script = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/operators/check.js");
    let node = std::process::Command::new("node").arg(script).arg(folder).arg(file).output();
    let Ok(output) = node else {
        println!("skipped: jsonata 2.0.6 under node (there is no node)");
        return;
    };
    println!("{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
