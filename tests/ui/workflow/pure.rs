use workflow::prelude::*;

#[pure]
fn power(base: i64, exponent: u32) -> i64 {
    if exponent == 0 { 1 } else { base * power(base, exponent - 1) }
}

#[pure]
fn sum(numbers: &[i64]) -> i64 {
    let mut sum = 0;
    for number in numbers {
        sum += number;
    }
    sum
}

#[pure]
fn early(number: i64) -> i64 {
    if number > 3 {
        return 3;
    }
    number
}

#[pure]
fn first<T: Clone>(list: Vec<T>) -> Option<T> {
    list.first().cloned()
}

#[pure]
fn drawn() -> String {
    uuid()
}

#[pure]
async fn waits(number: i64) -> i64 {
    number
}

#[pure]
fn local(number: i64) -> i64 {
    use std::cmp::min;
    min(number, 1)
}

struct Money;
impl Money {
    #[pure]
    fn amount(&self) -> i64 {
        1
    }
}

fn main() {}
