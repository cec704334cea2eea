//! The workflow, and the data that it works on. The tasks that it calls are in `tasks.rs`.

use super::tasks::*;
use workflow::prelude::*;

/// The input of the workflow.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Question {
    /// How many primes are there below this number?
    pub below: u64,
    /// After so many seconds the answer is not wanted any more.
    pub patience: u64,
}

/// The state of a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(tag = "status", rename_all = "camelCase")]
pub enum Status {
    Running { percent: u64 },
    Done { primes: u64 },
    Broken { why: String },
}

/// The result of the workflow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Answer {
    pub primes: u64,
    pub polls: u32,
}

/// In seconds: the pauses between two looks at the job are 1, 2, 4 and so on, to at most a minute.
const LONGEST: u64 = 60;

/// Starts a slow job, looks at it less and less often, and keeps what comes of it.
#[workflow]
pub async fn count_primes(question: Question) -> Result<Answer, Failure> {
    let job = start(question.below).await?;
    let (mut pause, mut waited, mut polls) = (1, 0, 0);
    while waited < question.patience {
        sleep(Duration::from_secs(pause)).await;
        waited += pause;
        pause = (2 * pause).min(LONGEST);
        polls += 1;
        match look(job.clone()).await? {
            Status::Running { .. } => {}
            Status::Done { primes } => {
                keep(question.below, primes).await?;
                return Ok(Answer { primes, polls });
            }
            Status::Broken { why } => return Err(Failure::new("JobFailed", why)),
        }
    }
    cancel(job).await?;
    Err(Failure::new("TooSlow", format!("it was not done after {waited} seconds")))
}
