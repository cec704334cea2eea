use workflow::prelude::*;

#[task(callback)]
async fn now(context: TaskContext) -> Result<u32, Failure> {
    drop(context);
    Ok(1)
}

#[task]
async fn later(of: String) -> Result<Pending<u32>, Failure> {
    drop(of);
    Ok(Pending::new())
}

fn main() {}
