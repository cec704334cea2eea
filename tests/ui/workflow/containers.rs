use workflow::prelude::*;

#[task]
async fn water(bed: u32) -> Result<u32, Failure> {
    Ok(bed)
}

#[workflow]
async fn garden(beds: Vec<u32>) -> Result<u32, Failure> {
    let once: std::collections::HashSet<u32> = beds.clone().into_iter().collect();
    let queue = beds.clone().into_iter().collect::<std::collections::LinkedList<u32>>();
    let by_size = beds.iter().copied().collect::<std::collections::BinaryHeap<u32>>();
    water((once.len() + queue.len() + by_size.len()) as u32).await
}

fn main() {}
