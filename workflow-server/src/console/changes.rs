//! Changes as they happen: Server-Sent Events.

use super::{Asked, Console, Content, Reply};
use crate::arn;
use crate::refusal::Refusal;
use crate::service::Change;
use serde_json::json;
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, mpsc, watch};
use tokio::time::{Instant, sleep, sleep_until};
use workflow_runtime::store::Status;

/// Changes of so long are told together.
const GATHER: Duration = Duration::from_millis(120);
/// A sign of life, so that connections are found that are gone.
const BEAT: Duration = Duration::from_secs(15);
/// The most executions that are named at once; of more a page reads all.
const NAMED: usize = 100;

/// The changes that a page asks for.
struct Wanted {
    execution: Option<Arc<str>>,
    machine: Option<Arc<str>>,
}

impl Wanted {
    fn fits(&self, execution: &str) -> bool {
        let machine = || {
            let Some(wanted) = &self.machine else { return true };
            arn::unlabelled(arn::machine_of(execution)) == &**wanted
        };
        self.execution.as_deref().is_none_or(|wanted| wanted == execution) && machine()
    }
}

/// Changes that are not told yet.
#[derive(Default)]
struct Gathered {
    executions: HashSet<Arc<str>>,
    machines: bool,
    many: bool,
}

impl Gathered {
    fn add(&mut self, change: Result<Change, RecvError>, wanted: &Wanted) {
        match change {
            Ok(Change::Machines) => self.machines = true,
            Ok(Change::Execution(arn)) if !wanted.fits(&arn) => {}
            Ok(Change::Execution(_)) if self.executions.len() >= NAMED => self.many = true,
            Ok(Change::Execution(arn)) => drop(self.executions.insert(arn)),
            Err(_) => self.many = true,
        }
    }

    fn is_empty(&self) -> bool {
        self.executions.is_empty() && !self.machines && !self.many
    }

    fn text(&self) -> String {
        let executions: Vec<&str> = self.executions.iter().map(|it| &**it).collect();
        let data =
            json!({ "executions": executions, "machines": self.machines, "many": self.many });
        format!("event: change\ndata: {data}\n\n")
    }
}

impl Console {
    /// The changes of one execution, of one machine's, or of all.
    pub(super) fn changes(&self, asked: &Asked<'_>) -> Result<Reply, Refusal> {
        let permit = self.0.room.clone().try_acquire_owned().map_err(|_| {
            let message = "Too many pages of the console are open. Close one.";
            Refusal::new("ServiceUnavailable", message)
        })?;
        let wanted =
            Wanted { execution: asked.shared("execution"), machine: asked.shared("machine") };
        let changes = self.service().changes();
        self.follow(&wanted);
        let (sender, receiver) = mpsc::channel(2);
        let stop = self.0.stop.clone();
        tokio::spawn(async move {
            tell(changes, &wanted, &sender, stop).await;
            drop(permit);
        });
        let content = Content::Live(receiver);
        Ok(Reply { status: 200, media: "text/event-stream", tag: None, content })
    }
}

impl Console {
    /// Has EXPRESS executions told of that began while nobody listened: the store does not know them.
    fn follow(&self, wanted: &Wanted) {
        let Some(express) = wanted.execution.as_deref().and_then(|it| self.service().express(it))
        else {
            return;
        };
        if express.observer.status() == Status::Running {
            self.service().tell_of(express.observer.clone());
        }
    }
}

/// Tells of changes until the page is gone or the server ends. A page that takes nothing is told of many at once later.
async fn tell(
    mut changes: broadcast::Receiver<Change>,
    wanted: &Wanted,
    sender: &mpsc::Sender<String>,
    mut stop: watch::Receiver<bool>,
) {
    let telling = async {
        let mut text = "retry: 2000\nevent: ready\ndata: {}\n\n".to_owned();
        while sender.send(text).await.is_ok() {
            let Some(next) = gather(&mut changes, wanted).await else { return };
            text = next;
        }
    };
    tokio::select! {
        () = telling => {}
        () = sender.closed() => {}
        // The sender is gone where the server is.
        _ = stop.wait_for(|stop| *stop) => {}
    }
}

/// Waits for the next changes; `None` when there will be none.
async fn gather(changes: &mut broadcast::Receiver<Change>, wanted: &Wanted) -> Option<String> {
    let mut gathered = Gathered::default();
    let beat = Instant::now() + BEAT;
    while gathered.is_empty() {
        tokio::select! {
            change = changes.recv() => {
                if change == Err(RecvError::Closed) {
                    return None;
                }
                gathered.add(change, wanted);
            }
            () = sleep_until(beat) => return Some(": still here\n\n".to_owned()),
        }
    }
    let enough = sleep(GATHER);
    tokio::pin!(enough);
    loop {
        tokio::select! {
            change = changes.recv() => {
                if change == Err(RecvError::Closed) {
                    break;
                }
                gathered.add(change, wanted);
            }
            () = &mut enough => break,
        }
    }
    Some(gathered.text())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    const ARN: &str = "arn:aws:states:us-east-1:123456789012:execution:m:e";
    const EXPRESS: &str = "arn:aws:states:us-east-1:123456789012:express:m:e:u";
    const ITEM: &str = "arn:aws:states:us-east-1:123456789012:execution:m/label:e";

    fn wanted(execution: Option<&str>, machine: Option<&str>) -> Wanted {
        Wanted { execution: execution.map(Arc::from), machine: machine.map(Arc::from) }
    }

    #[test]
    fn a_page_is_told_of_what_it_shows() {
        assert!(wanted(None, None).fits(ARN));
        assert!(wanted(Some(ARN), None).fits(ARN));
        assert!(!wanted(Some(ITEM), None).fits(ARN));
        assert!(wanted(None, Some("m")).fits(ARN));
        assert!(wanted(None, Some("m")).fits(ITEM));
        assert!(wanted(None, Some("m")).fits(EXPRESS));
        assert!(!wanted(None, Some("n")).fits(EXPRESS));
        assert!(!wanted(None, Some("n")).fits(ARN));
    }

    #[tokio::test(start_paused = true)]
    async fn changes_of_a_moment_are_told_together_and_bounded() {
        let (sender, mut receiver) = broadcast::channel(1_000);
        for _ in 0..2 {
            sender.send(Change::Execution(ARN.into())).unwrap();
        }
        let all = wanted(None, None);
        let text = gather(&mut receiver, &all).await.unwrap();
        let expected = format!(r#"{{"executions":["{ARN}"],"machines":false,"many":false}}"#);
        assert_eq!(text, format!("event: change\ndata: {expected}\n\n"));
        for number in 0..=NAMED {
            sender.send(Change::Execution(format!("{ARN}{number}").into())).unwrap();
        }
        let text = gather(&mut receiver, &all).await.unwrap();
        assert!(text.contains(r#""many":true"#), "{text}");
        assert!(text.len() < 10_000);
    }

    #[tokio::test(start_paused = true)]
    async fn a_page_that_was_slow_reads_all_and_a_silent_one_is_told_of_life() {
        let (sender, mut receiver) = broadcast::channel(2);
        let all = wanted(None, None);
        for _ in 0..10 {
            sender.send(Change::Machines).unwrap();
        }
        let text = gather(&mut receiver, &all).await.unwrap();
        assert!(text.contains(r#""machines":true,"many":true"#), "{text}");
        assert_eq!(gather(&mut receiver, &all).await.as_deref(), Some(": still here\n\n"));
        drop(sender);
        assert_eq!(gather(&mut receiver, &all).await, None);
    }
}
