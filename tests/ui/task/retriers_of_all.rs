use workflow::prelude::*;

const ALL: Retry = Retry::on(&["States.ALL"]);
const BOTH: Retry = Retry::on(&["States.ALL", "Busy"]);

#[task(retry = [ALL, Retry::on(&["Busy"])])]
async fn order() -> Result<(), Failure> {
    Ok(())
}

#[task(retry = BOTH)]
async fn both() -> Result<(), Failure> {
    Ok(())
}

#[task(retry = Retry::on(&["Busy"]).interval(0))]
async fn interval() -> Result<(), Failure> {
    Ok(())
}

fn main() {}
