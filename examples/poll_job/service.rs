//! A service that counts primes, slowly: a thousand numbers, then a break. It is down when it is first looked at.

use super::common::http::{self, Reply, Request};
use super::workflow::Status;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

const AT_ONCE: u64 = 1_000;
const BREAK: Duration = Duration::from_millis(100);
/// More is not counted.
const MOST: u64 = 1_000_000;

/// The jobs. Cheap to clone.
#[derive(Clone, Default)]
pub struct Service(Arc<Mutex<Jobs>>);

#[derive(Default)]
struct Jobs {
    /// By idempotency key: the number.
    known: BTreeMap<String, String>,
    /// By number; gone when cancelled.
    states: BTreeMap<String, Status>,
    looks: u32,
}

impl Service {
    /// Listens on a free port of this machine, until the program ends.
    pub async fn start(&self) -> std::io::Result<SocketAddr> {
        let service = self.clone();
        http::serve(move |request| {
            let service = service.clone();
            async move { service.answer(&request) }
        })
        .await
    }

    fn answer(&self, request: &Request) -> Reply {
        let parts: Vec<&str> = request.path.split('/').skip(1).collect();
        match (request.method.as_str(), &parts[..]) {
            ("POST", ["jobs"]) => {
                let below = request.body["below"].as_u64().unwrap_or(0);
                Reply::new(200, json!({ "job": self.begin(&request.key, below) }))
            }
            ("GET", ["jobs", job]) => self.look(job),
            ("POST", ["jobs", job, "cancel"]) => {
                self.jobs().states.remove(*job);
                Reply::new(200, json!({}))
            }
            _ => Reply::new(404, Value::Null),
        }
    }

    fn begin(&self, key: &str, below: u64) -> String {
        let mut jobs = self.jobs();
        if let Some(job) = jobs.known.get(key) {
            return job.clone();
        }
        let job = format!("J-{}", jobs.known.len() + 1);
        jobs.known.insert(key.to_owned(), job.clone());
        jobs.states.insert(job.clone(), Status::Running { percent: 0 });
        tokio::spawn(self.clone().work(job.clone(), below));
        job
    }

    fn look(&self, job: &str) -> Reply {
        let mut jobs = self.jobs();
        jobs.looks += 1;
        match jobs.states.get(job) {
            _ if jobs.looks == 1 => Reply::new(503, Value::Null),
            Some(status) => Reply::new(200, json!(status)),
            None => Reply::new(404, Value::Null),
        }
    }

    async fn work(self, job: String, below: u64) {
        if below > MOST {
            self.set(&job, Status::Broken { why: format!("{below} is more than {MOST}") });
            return;
        }
        let (mut primes, mut number) = (0, 0);
        while number < below {
            let end = below.min(number + AT_ONCE);
            primes += (number..end).filter(|number| is_prime(*number)).count() as u64;
            number = end;
            if !self.set(&job, Status::Running { percent: 100 * number / below }) {
                return;
            }
            tokio::time::sleep(BREAK).await;
        }
        self.set(&job, Status::Done { primes });
    }

    /// Whether the job is still wanted.
    fn set(&self, job: &str, new: Status) -> bool {
        match self.jobs().states.get_mut(job) {
            Some(status) => {
                *status = new;
                true
            }
            None => false,
        }
    }

    fn jobs(&self) -> MutexGuard<'_, Jobs> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_prime(number: u64) -> bool {
    let divides = |divisor: u64| number.is_multiple_of(divisor);
    number > 1 && !(2..).take_while(|divisor| divisor * divisor <= number).any(divides)
}
