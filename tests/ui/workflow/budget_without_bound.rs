use workflow::prelude::*;

#[task]
async fn ready(job: String) -> Result<bool, Failure> {
    Ok(job.is_empty())
}

#[workflow(max_events = 1000)]
async fn poll(job: String) -> Result<String, Failure> {
    while !ready(job.clone()).await? {
        sleep(Duration::from_secs(60)).await;
    }
    Ok(job)
}

#[workflow(max_transitions = 1000)]
async fn items(jobs: Vec<String>) -> Result<Vec<bool>, Failure> {
    map(jobs, async |job| ready(job).await).await
}

#[workflow(max_dollars = 0.01)]
async fn counted_within_an_endless_loop(job: String) -> Result<String, Failure> {
    loop {
        for _ in 0..3 {
            if ready(job.clone()).await? {
                return Ok(job);
            }
        }
    }
}

#[workflow(max_transitions = 1000)]
async fn begun_again_from_within(job: String) -> Result<String, Failure> {
    'again: loop {
        for _ in 0..3 {
            if ready(job.clone()).await? {
                continue 'again;
            }
        }
        break;
    }
    Ok(job)
}

#[workflow(max_events = 1000, max_events = 9999)]
async fn twice(job: String) -> Result<bool, Failure> {
    ready(job).await
}

#[workflow(max_events = 1000, max_bytes = 5)]
async fn unknown(job: String) -> Result<bool, Failure> {
    ready(job).await
}

#[workflow(max_transitions = 1000)]
async fn grown_before(job: String) -> Result<String, Failure> {
    let mut jobs = vec![job.clone()];
    jobs.push(job.clone());
    for job in jobs {
        ready(job).await?;
    }
    Ok(job)
}

fn main() {}
