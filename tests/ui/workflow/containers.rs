use workflow::prelude::*;

#[task]
async fn water(bed: u32) -> Result<u32, Failure> {
    Ok(bed)
}

#[workflow]
async fn garden(beds: Vec<u32>) -> Result<u32, Failure> {
    let once: std::collections::BTreeSet<u32> = beds.clone().into_iter().collect();
    let queue = std::collections::VecDeque::from(beds.clone());
    let by_name = beds.iter().map(|bed| (bed.to_string(), *bed)).collect::<std::collections::HashMap<String, u32>>();
    water((once.len() + queue.len() + by_name.len()) as u32).await
}

fn main() {}
