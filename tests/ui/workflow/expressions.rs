use workflow::prelude::*;

#[task]
async fn ship(line: String) -> Result<u32, Failure> {
    Ok(line.len() as u32)
}

#[workflow]
async fn bytes(n: u32) -> Result<u32, Failure> {
    let text = b"bytes";
    ship(format!("{n} {}", text.len())).await
}

#[workflow]
async fn without_end(n: usize) -> Result<u32, Failure> {
    let list = (n..).take(3).collect::<Vec<_>>();
    ship(format!("{}", list.len())).await
}

#[workflow]
async fn closure_called(n: u32) -> Result<u32, Failure> {
    let double = (|x: u32| x * 2)(n);
    ship(format!("{double}")).await
}

#[workflow]
async fn statement_inside(n: Vec<u32>) -> Result<u32, Failure> {
    let twice: Vec<u32> = n
        .into_iter()
        .map(|x| {
            x + 1;
            x
        })
        .collect();
    ship(format!("{}", twice.len())).await
}

#[workflow]
async fn computed_for_nothing(n: u32) -> Result<u32, Failure> {
    let _ = 7 / n;
    ship(format!("{n}")).await
}

#[workflow]
async fn changed_in_passing(n: u32) -> Result<u32, Failure> {
    vec![n].push(3);
    ship(format!("{n}")).await
}

fn main() {}
