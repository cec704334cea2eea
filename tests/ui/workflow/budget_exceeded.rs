use workflow::prelude::*;

const PATIENT: Retry = Retry::on(&["Busy"]).max_attempts(5);
const CENTS: f64 = 0.0001;

#[task(retry = PATIENT, aws_retry = false)]
async fn charge(card: String) -> Result<String, Failure> {
    Ok(card)
}

#[workflow(max_events = 31)]
async fn events(card: String) -> Result<String, Failure> {
    charge(charge(card).await?).await
}

#[workflow(max_transitions = 11)]
async fn transitions(card: String) -> Result<String, Failure> {
    charge(charge(card).await?).await
}

#[workflow(max_dollars = CENTS)]
async fn dollars(card: String) -> Result<String, Failure> {
    charge(charge(card).await?).await
}

#[task(aws_retry = false)]
async fn plain(n: u32) -> Result<u32, Failure> {
    Ok(n)
}

#[workflow(max_transitions = 8)]
async fn turns(n: u32) -> Result<u32, Failure> {
    let mut last = n;
    for turn in 0..3 {
        last = plain(turn + n).await?;
    }
    Ok(last)
}

#[workflow(max_transitions = 24)]
async fn turns_in_turns(n: u32) -> Result<u32, Failure> {
    let mut last = n;
    let some = vec![n, 7, 9];
    'outer: for turn in 0..2 {
        for one in some.clone().into_iter().rev().take(2) {
            if one == turn {
                continue 'outer;
            }
            last = plain(one).await?;
            if last > 5 {
                break;
            }
        }
        last = plain(last).await?;
    }
    plain(last).await
}

fn main() {}
