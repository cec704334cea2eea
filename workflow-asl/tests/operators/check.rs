//! Compares native Rust with JSONata, row by row, on hard values.

use crate::Row;
use crate::arb::{Ext, Rng, S};
use crate::engines::Engines;
use crate::translate::{Names, Row as Tree};
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
        // As it is assigned: what is not there is `null`.
        Tree::Value(tree) => expr::expression(&tree, &env, &names.known).map(|it| it.present()),
        Tree::Assign(variable, fields, value) => {
            expr::assign(&whole(variable), &fields, expr::expression(&value, &env, &names.known)?)
        }
        Tree::Mutate(variable, fields, method, arguments) => {
            expr::mutate(&whole(variable), &fields, method, arguments, &env, &names.known)
        }
    }
}

/// All rows.
pub fn all(rows: &[Row]) -> Vec<Checked> {
    in_parts(rows, run)
}

/// Something of each row, on as many threads as there are cores.
pub fn in_parts<T: Send>(
    rows: &[Row],
    of: impl Fn(usize, &Row, &mut Engines) -> T + Sync,
) -> Vec<T> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let chunk = rows.len().div_ceil(cores);
    let part = &|(n, rows): (usize, &[Row])| -> Vec<T> {
        let mut engines = Engines::start();
        rows.iter().enumerate().map(|(i, row)| of(n * chunk + i, row, &mut engines)).collect()
    };
    std::thread::scope(|scope| {
        let parts = rows.chunks(chunk).enumerate();
        let parts: Vec<_> = parts.map(|rows| scope.spawn(move || part(rows))).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
    })
}

fn run(index: usize, row: &Row, engines: &mut Engines) -> Checked {
    let code = code(row);
    let mut checked = Checked { code, cases: 0, faults: 0, wrong: None };
    match (&row.make, &checked.code) {
        (Some(make), Ok(code)) => {
            let text = code.text().to_owned();
            compare(index, row, make, &text, &mut checked, engines);
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

fn compare(
    index: usize,
    row: &Row,
    make: &crate::Make,
    text: &str,
    checked: &mut Checked,
    engines: &mut Engines,
) {
    let mut parsed = match engines.parse(text) {
        Ok(parsed) => parsed,
        Err(error) => {
            checked.wrong = Some(format!("{}: {error}", row.rust));
            return;
        }
    };
    let mut g = Rng::Seeded(index as u64 * 7919);
    for _ in 0..cases() {
        let (variables, native) = make(&mut g);
        checked.cases += 1;
        checked.faults += usize::from(native.is_err());
        if let Some(difference) = parsed.differs(&variables, &native) {
            checked
                .wrong
                .get_or_insert_with(|| format!("{} ({})\n{difference}", row.rust, row.types));
        }
    }
}
