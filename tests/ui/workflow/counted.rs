use workflow::prelude::*;

#[task]
async fn tell(text: String) -> Result<u32, Failure> {
    Ok(u32::try_from(text.len()).unwrap_or(0))
}

// Letters are not counted.
#[workflow]
async fn letters(first: char, last: char) -> Result<u32, Failure> {
    let mut sum = 0;
    for letter in first..=last {
        sum += tell(letter.to_string()).await? % 9;
    }
    Ok(sum)
}

// Closures that double with each.
#[workflow]
async fn closures(n: u64) -> Result<u64, Failure> {
    let a = |x: u64| x % 3 + 1;
    let b = |x: u64| a(x) + a(x + 1);
    let c = |x: u64| b(x) + b(x + 1);
    let d = |x: u64| c(x) + c(x + 1);
    let e = |x: u64| d(x) + d(x + 1);
    let f = |x: u64| e(x) + e(x + 1);
    let g = |x: u64| f(x) + f(x + 1);
    let h = |x: u64| g(x) + g(x + 1);
    let i = |x: u64| h(x) + h(x + 1);
    let j = |x: u64| i(x) + i(x + 1);
    tell(format!("{}", j(n))).await?;
    Ok(n)
}

fn main() {}
