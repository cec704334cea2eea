use workflow::prelude::*;

struct Broken;

type Plain = u32;
type Own<T> = Result<T, Broken>;

#[task]
async fn no_result(n: u32) -> Plain {
    n
}

#[task]
async fn no_error_of_tasks(n: u32) -> Own<u32> {
    Ok(n)
}

fn main() {}
