//! Early ends of `#[pure]` functions whose patterns and variables hide names that mean others behind them.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Pair {
    pub v: i64,
    pub w: Option<i64>,
}

#[pure]
fn by_match(found: Option<i64>, v: i64) -> i64 {
    let x = match found {
        Some(v) if v > 10 => v % 100,
        Some(_) => return 7,
        None => return 0,
    };
    x + v % 1000
}

#[pure]
fn by_if_let(found: Option<i64>, v: i64) -> String {
    let x = if let Some(v) = found
        && v > 3
    {
        v % 100
    } else {
        return format!("{v}");
    };
    format!("{x} {v} {}", matches!(found, Some(v) if v == x))
}

#[pure]
fn by_else(pair: &Pair, v: i64) -> Option<String> {
    if v < 0 {
        return None;
    } else {
        let v = pair.w?;
        if v > 9 {
            return Some(format!("{v}!"));
        }
    }
    Some(format!("{v}"))
}

#[pure]
fn by_struct(pair: Pair, v: i64) -> Option<Pair> {
    let x = match pair {
        Pair { v, w: Some(w) } => {
            let all = vec![v % 9, w % 9];
            let pair = Pair { v, w: Some(all.len() as i64) };
            Pair { v: pair.v % 10, ..pair }
        }
        _ => return None,
    };
    let w = x.w?;
    Some(Pair { v, w: Some(w + x.v) })
}

#[pure]
fn in_macros(found: Option<i64>, v: i64) -> Option<String> {
    let x = match found {
        Some(v) => format!("{v} {0} {v} {{v}} {w}", v % 10, w = v % 7),
        None => return None,
    };
    let all = vec![v % 5; 2];
    Some(format!("{x} {v} {}", all.len()))
}

/// The code behind the early end means the parameter.
#[workflow]
pub async fn early_ends(
    found: Option<u16>,
    n: i32,
    pair: Pair,
) -> Result<(i64, String, Option<String>, Option<Pair>, Option<String>), Failure> {
    let (found, v) = (found.map(i64::from), i64::from(n));
    ping().await?;
    let pair = Pair { v: pair.v % 1000, w: pair.w.map(|w| w % 20) };
    let (third, fourth) = (by_else(&pair, v), by_struct(pair.clone(), v));
    Ok((by_match(found, v), by_if_let(found, v), third, fourth, in_macros(found, v)))
}

#[test]
fn early_ends_agree() {
    prove!(early_ends(found, n, pair): ping; seeds = 400).run();
}
