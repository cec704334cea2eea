use workflow::prelude::*;

#[pure]
fn early(number: i64) -> i64 {
    if number > 3 {
        return 3;
    }
    number
}

#[pure]
fn same<T: Clone>(of: T) -> T {
    of
}

#[task]
async fn note(of: i64) -> Result<i64, Failure> {
    Ok(of)
}

#[workflow]
async fn calls(number: i64) -> Result<i64, Failure> {
    let noted = note(early(number)).await?;
    Ok(early(noted))
}

fn main() {
    println!("{} {}", early(1), same("a"));
}
