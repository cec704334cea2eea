use workflow::prelude::*;

/// A type of this name would stand in the way of the number below.
#[pure]
fn i64(number: u32) -> u32 {
    number
}

#[pure]
fn twice(number: i64) -> i64 {
    number * 2
}

#[pure]
unsafe fn trusted(number: i64) -> i64 {
    number
}

#[pure]
fn wide(number: impl Into<i64>) -> u32 {
    let _ = number;
    1
}

#[pure]
fn endless(number: i64) -> i64 {
    loop {
        break number;
    }
}

#[pure]
fn set(number: i64) -> i64 {
    let mut other = number;
    if number > 3 {
        other = 3;
    }
    other
}

fn main() {
    let _ = twice(1);
}
