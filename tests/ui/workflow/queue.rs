use std::collections::VecDeque;
use workflow::prelude::*;

#[task]
async fn water(bed: u32) -> Result<u32, Failure> {
    Ok(bed)
}

#[workflow]
async fn garden(beds: VecDeque<u32>) -> Result<u32, Failure> {
    let mut beds = beds;
    beds.remove(1);
    water(beds.len() as u32).await
}

fn main() {}
