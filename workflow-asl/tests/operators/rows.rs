//! The rows. In a row, native code may be longer than its Rust text: it calls what the macro would.

mod lists;
mod numbers;
mod options;
mod ranges;
mod structs;
mod text;

use crate::{Row, Table};
use workflow_asl::Schema;

impl Table {
    fn push(
        &mut self,
        rust: &str,
        types: String,
        variables: Vec<(&'static str, Schema)>,
        make: Option<crate::Make>,
    ) {
        // rustc prints a long expression on several lines.
        let rust = rust.split_whitespace().collect::<Vec<_>>().join(" ");
        self.rows.push(Row { area: self.area, rust, types, variables, make });
    }
}

/// `row!(table, "rust text", |a: T, ..| native)`
macro_rules! row {
    ($t:expr, $rust:expr, |$($v:ident: $ty:ty),*| $native:expr) => {
        $t.push(
            $rust,
            [$(format!("{}: {}", stringify!($v), <$ty as Arb>::name())),*].join(", "),
            vec![$((stringify!($v), <$ty as Data>::schema())),*],
            Some(Box::new(|g: &mut Rng| {
                $(let $v: $ty = Arb::arb(g);)*
                let variables = json!({ $(stringify!($v): $v),* });
                let native = ops::catch(move || {
                    $(#[allow(unused_mut, reason = "most rows change nothing")] let mut $v = $v;)*
                    serde_json::to_value($native).unwrap()
                });
                (variables, native)
            })),
        )
    };
}
/// `same!(table, |a: T, ..| native)`: the Rust text is the native code.
macro_rules! same {
    ($t:expr, |$($v:ident: $ty:ty),*| $native:expr) => {
        row!($t, stringify!($native), |$($v: $ty),*| $native)
    };
}
/// `change!(table, "place.method(..)", |place: T, ..| result)`: a statement, and the place after it.
macro_rules! change {
    ($t:expr, |$($v:ident: $ty:ty),*| $native:expr => $after:expr) => {
        row!($t, stringify!($native), |$($v: $ty),*| { $native; $after })
    };
}
/// `no!(table, "rust text", |a: T, ..|)`: refused.
macro_rules! no {
    ($t:expr, $rust:expr, |$($v:ident: $ty:ty),*|) => {
        $t.push(
            $rust,
            [$(format!("{}: {}", stringify!($v), <$ty as Arb>::name())),*].join(", "),
            vec![$((stringify!($v), <$ty as Data>::schema())),*],
            None,
        )
    };
}
use {change, no, row, same};

/// The whole table.
pub fn all() -> Vec<Row> {
    let mut table = Table::default();
    numbers::rows(&mut table);
    ranges::rows(&mut table);
    text::rows(&mut table);
    options::rows(&mut table);
    lists::rows(&mut table);
    structs::rows(&mut table);
    table.rows
}
