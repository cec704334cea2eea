use workflow::prelude::*;

#[pure]
fn in_a_closure(list: &[Option<u32>]) -> Option<Vec<u32>> {
    Some(list.iter().map(|it| it.as_ref()? + 1).collect())
}

#[pure]
fn in_an_arm(n: u32, found: Option<u32>) -> Option<u32> {
    let more = 1 + match n {
        0 => found?,
        1 => 7,
        _ => return None,
    };
    Some(more)
}

#[pure]
fn behind_an_and(n: u32, found: Option<bool>) -> Option<bool> {
    Some(n > 1 && found?)
}

fn main() {}
