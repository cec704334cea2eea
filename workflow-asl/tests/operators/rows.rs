//! The rows. In a row, native code may be longer than its Rust text: it calls what the macro would.

use crate::arb::{Adj, Arb, Bit, Ext, Gap, Id, Int, N, Rng, S, W};
use crate::{Row, Table};
use serde_json::json;
use std::collections::BTreeMap;
use workflow_asl::Data;
use workflow_asl::ops;

type M<T> = BTreeMap<String, T>;

impl Table {
    fn push(
        &mut self,
        rust: &str,
        types: String,
        variables: Vec<(&'static str, workflow_asl::Schema)>,
        make: Option<crate::Make>,
    ) {
        let rust = rust.to_owned();
        self.rows.push(Row { area: self.area, rust, types, variables, make, note: "" });
    }
}

/// `row!(table, "rust text", |a: T, ..| native)`
macro_rules! row {
    ($t:expr, $rust:expr, |$($v:ident: $ty:ty),*| $native:expr) => {
        $t.push($rust, [$(<$ty as Arb>::name()),*].join(", "), vec![$((stringify!($v), <$ty as Data>::schema())),*],
            Some(Box::new(|g: &mut Rng| {
                $(let $v: $ty = Arb::arb(g);)*
                let variables = json!({ $(stringify!($v): $v),* });
                #[allow(unused_mut, reason = "most rows change nothing")]
                let native = ops::catch(move || { $(let mut $v = $v;)* serde_json::to_value($native).unwrap() });
                (variables, native)
            })))
    };
}
/// `same!(table, |a: T, ..| native)`: the Rust text is the native code.
macro_rules! same {
    ($t:expr, |$($v:ident: $ty:ty),*| $native:expr) => { row!($t, stringify!($native), |$($v: $ty),*| $native) };
}
/// `no!(table, "rust text", |a: T, ..|)`: refused.
macro_rules! no {
    ($t:expr, $rust:expr, |$($v:ident: $ty:ty),*|) => {
        $t.push($rust, [$(<$ty as Arb>::name()),*].join(", "), vec![$((stringify!($v), <$ty as Data>::schema())),*], None)
    };
}

pub fn all() -> Vec<Row> {
    let mut table = Table::default();
    let t = &mut table;
    bools(t);
    integers(t);
    table.rows
}

fn bools(t: &mut Table) {
    t.area = "bool";
    same!(t, |a: bool| !a);
    same!(t, |a: bool, b: bool| a && b);
    same!(t, |a: bool, b: bool| a || b);
    same!(t, |a: bool, b: bool| a ^ b);
    same!(t, |a: bool, b: bool| a != b);
    row!(t, "a && o.unwrap()", |a: bool, o: Option<bool>| a && ops::unwrap(o));
    row!(t, "a || o.unwrap()", |a: bool, o: Option<bool>| a || ops::unwrap(o));
    same!(t, |a: bool, x: String, y: String| if a { x } else { y });
    same!(t, |a: bool, x: i64| a.then_some(x));
    same!(t, |a: bool, x: i64| a.then(|| x));
    same!(t, |a: bool| a as i64);
    same!(t, |a: bool| a.to_string());
    no!(t, "a < b", |a: bool, b: bool|);
}

fn integers(t: &mut Table) {
    t.area = "integers";
    row!(t, "a + b", |a: i64, b: i64| ops::add(a, b));
    row!(t, "a + b", |a: u8, b: u8| ops::add(a, b));
}
