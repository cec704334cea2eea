use workflow::prelude::*;

#[task]
async fn ship(counts: Vec<u32>) -> Result<(), Failure> {
    drop(counts);
    Ok(())
}

#[workflow]
async fn counted(found: Vec<Option<u32>>) -> Result<(), Failure> {
    let counts = found
        .into_iter()
        .map(|count| {
            let Some(count) = count else { return 0 };
            count + 1
        })
        .collect();
    ship(counts).await
}

fn main() {}
