//! Names of every shape: one letter, capitals, underscores, those that generated code has, and paths of every form.
#![allow(
    non_snake_case,
    non_camel_case_types,
    non_upper_case_globals,
    reason = "what the flows are about"
)]

use super::tasks::count;
use crate::prove;
use workflow::prelude::*;

mod stock_room {
    use workflow::prelude::*;

    #[derive(Clone, Debug, Serialize, Deserialize, Data)]
    pub struct bin_row {
        pub shelf_no: Shelf,
        pub shelf: Nested,
        pub n: u32,
    }
    #[derive(Clone, Debug, Serialize, Deserialize, Data)]
    pub struct Shelf {
        pub of: String,
        pub on: String,
    }
    #[derive(Clone, Debug, Serialize, Deserialize, Data)]
    pub struct Nested {
        pub no_of: String,
        pub no: Shelf,
    }
    #[derive(Clone, Debug, Serialize, Deserialize, Data)]
    pub struct Q {
        pub q: u32,
    }
    pub trait Measured {
        type Unit;
        const K: u32;
    }
    impl Measured for Q {
        type Unit = String;
        const K: u32 = 9;
    }
    pub const most: u32 = 3;
    pub const N: u32 = 4;
    pub mod top_most {
        pub const Z: &str = "z";
        pub const L_2: u32 = 2;
    }
}
use stock_room::{Measured, N, Q};

/// Types that are called as parameters of generated types might be.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Value1 {
    a: u32,
}
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Kept0 {
    a: u32,
}

#[task]
pub async fn sum(a: u32, b: u32) -> Result<u32, Failure> {
    Ok(a.saturating_add(b))
}
#[task]
pub async fn either(flag: bool, a: u32, f: f64) -> Result<bool, Failure> {
    Ok(flag || f64::from(a) > f)
}
#[task]
pub async fn echo(a: String) -> Result<String, Failure> {
    Ok(a)
}
pub mod a {
    pub mod b_c {
        use workflow::prelude::*;
        #[task]
        pub async fn t(a: u32) -> Result<u32, Failure> {
            Ok(a)
        }
    }
}
pub mod a_b {
    pub mod c {
        use workflow::prelude::*;
        #[task]
        pub async fn t(a: u32) -> Result<String, Failure> {
            Ok(a.to_string())
        }
    }
}

/// Copied values that are given to a task, and read later: each stays what it was.
#[workflow]
pub async fn copies(
    a: u32,
    b: u32,
    c: bool,
    d: f64,
) -> Result<(u32, u32, bool, f64, u32), Failure> {
    let e = sum(a, b).await?;
    let f = sum(e, a).await?;
    let g = either(c, f, d).await?;
    sum(b, f).await?;
    either(g, b, d).await?;
    sum(f, b).await?;
    Ok((a, b, c, d, f))
}

/// The same inside a branch and an item, with values from outside.
#[workflow]
pub async fn copies_inside(
    a: u32,
    b: u32,
    list: Vec<u32>,
) -> Result<(u32, u32, Vec<u32>), Failure> {
    let (x, y) = join!(
        async {
            let c = sum(a, b).await?;
            let d = sum(c, b).await?;
            sum(d, c).await?;
            Ok(c.saturating_add(d))
        },
        sum(b, a),
    )
    .await?;
    sum(x, y).await?;
    let z = map(list, async |i| {
        let j = sum(i, x).await?;
        sum(j, i).await?;
        Ok(if i < j { i } else { y })
    })
    .await?;
    Ok((x, y, z))
}

/// Types by paths of every form, all of them kept over a call.
#[workflow]
pub async fn paths(
    row: stock_room::bin_row,
    q: self::stock_room::Q,
    own: crate::flows::spelled::Value1,
    up: super::spelled::Kept0,
    unit: <Q as Measured>::Unit,
    few: [u32; 2],
    pair: (u32, std::string::String),
    rows: Vec<Option<stock_room::Shelf>>,
) -> Result<(Value1, Kept0, u32, String), Failure> {
    let first = echo(unit).await?;
    let most_of: Vec<stock_room::Shelf> = rows.into_iter().filter_map(|row| row).collect();
    let second = count(row.shelf_no.of.clone()).await?;
    let of = if most_of.is_empty() { pair.1 } else { most_of[0].on.clone() };
    let last = sum(few[0] / 2, q.q / 2).await?;
    Ok((own, up, last.min(second), format!("{first} {of} {}", pair.0)))
}

/// Parts of variables whose names run together: `shelf.no_of`, `shelf_no.of`.
#[workflow]
pub async fn joined(
    shelf: stock_room::Nested,
    shelf_no: stock_room::Shelf,
) -> Result<String, Failure> {
    let a = echo(shelf_no.on).await?;
    let b = echo(shelf.no.on).await?;
    let c = echo(format!("{a}{b}")).await?;
    Ok(format!("{c}{}{}{}", shelf.no_of, shelf_no.of, shelf.no.of))
}

/// Constants: one letter, small letters, behind a trait, beside variables in capitals.
#[workflow]
pub async fn constants(n: u32) -> Result<(u32, String), Failure> {
    let S = sum(n, N).await?;
    let T = sum(stock_room::most, <Q as Measured>::K).await?;
    let U: u32 = match S {
        N => 0,
        stock_room::top_most::L_2 => 1,
        _ => T,
    };
    sum(S, U).await?;
    let name =
        if S < stock_room::most { stock_room::top_most::Z.to_string() } else { format!("{S}") };
    Ok((T, echo(name).await?))
}

/// Paths of tasks that run together.
#[workflow]
pub async fn calls(n: u32) -> Result<(u32, String), Failure> {
    let x = a::b_c::t(n).await?;
    let y = a_b::c::t(n).await?;
    Ok((x, y))
}

/// Constants that are called as generated variables might be: a pattern would mean them.
pub mod hidden {
    use super::{Value1, sum};
    use workflow::prelude::*;

    const cx: u32 = 1;
    const state: u32 = 2;
    const value: u32 = 3;
    const input: u32 = 4;
    const result: u32 = 5;
    const l: u32 = 6;
    const v: u32 = 7;
    const item: u32 = 8;
    const index: u32 = 9;
    const name: u32 = 10;

    #[workflow]
    pub async fn constants_beside(n: u32, one: Value1) -> Result<(u32, Vec<u32>, String), Failure> {
        let (p, q) = join!(sum(n, 1), async {
            let m = sum(n, 2).await?;
            Ok(m / 2 - 1)
        })
        .await?;
        let m = map(vec![p, q], async |i| {
            let j = sum(i, one.a).await?;
            Ok(j / 3)
        })
        .await?;
        let told = format!("{} {}", p, q);
        let wide = -(p as i64);
        let last = match sum(n, q).await {
            Ok(sum) => sum,
            Err(other) => return Err(other),
        };
        if wide < 0 && p < q {
            sum(p, q).await?;
        }
        Ok((last, m, told))
    }
}
use hidden::constants_beside;

#[test]
fn copies_agree() {
    prove!(copies(a, b, c, d): sum, either; failing = 3).run();
}
#[test]
fn copies_inside_agree() {
    prove!(copies_inside(a, b, list): sum; failing = 3).run();
}
#[test]
fn paths_agree() {
    prove!(paths(row, q, own, up, unit, few, pair, rows): echo, count, sum; ).run();
}
#[test]
fn joined_agrees() {
    prove!(joined(shelf, shelf_no): echo; ).run();
}
#[test]
fn constants_agree() {
    prove!(constants(n): sum, echo; ).run();
}
#[test]
fn constants_beside_agree() {
    prove!(constants_beside(n, one): sum; failing = 3).run();
}
#[test]
fn calls_compile() {
    assert!(calls::definition().is_ok());
}
#[test]
fn copies_keep_their_values() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let engine = Engine::builder().build();
    let result = runtime.block_on(engine.run::<copies>((1, 2, true, 0.5).into()));
    assert_eq!(result.unwrap(), (1, 2, true, 0.5, 4));
}
