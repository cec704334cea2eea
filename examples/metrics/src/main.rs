//! Figures of an engine for Prometheus: `cargo run -p metrics-example`, and
//! `curl http://127.0.0.1:9464/metrics`. With `once`, it runs some orders and prints the page.

use metrics_exporter_prometheus::{
    BuildError, Matcher, PrometheusBuilder, PrometheusHandle, PrometheusRecorder,
};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use workflow::Engine;
use workflow::prelude::*;
use workflow::store::{MemoryStore, StoreError};

const BUSY: Retry = Retry::on(&["Busy"]).interval(1).max_attempts(3);

/// Charges an order; every third one finds the payment service busy at first.
#[task]
async fn charge(context: TaskContext, order: u32) -> Result<u32, Failure> {
    // While it is charged, others wait for their turn.
    tokio::time::sleep(Duration::from_millis(1)).await;
    if order.is_multiple_of(3) && context.attempt == 1 {
        return Err(Failure::new("Busy", "try again"));
    }
    Ok(order * 10)
}

/// Charges an order, and refuses the most expensive ones.
#[workflow]
async fn sell(order: u32) -> Result<u32, Failure> {
    let paid = charge(order).retry(BUSY).await?;
    if paid > 150 {
        return Err(Failure::new("TooExpensive", "nobody pays that much"));
    }
    Ok(paid)
}

/// Asks a month later how it was.
#[workflow]
async fn follow_up(order: u32) -> Result<u32, Failure> {
    sleep(Duration::from_secs(30 * 24 * 60 * 60)).await;
    let paid = charge(order).await?;
    Ok(paid)
}

/// Answers each connection with the page: all that Prometheus needs. What is asked is not read.
async fn serve(listener: TcpListener, page: PrometheusHandle) -> std::io::Result<()> {
    loop {
        let (mut connection, _) = listener.accept().await?;
        let page = page.render();
        let head =
            "HTTP/1.1 200 OK\r\ncontent-type: text/plain; version=0.0.4\r\nconnection: close";
        let answer = format!("{head}\r\ncontent-length: {}\r\n\r\n{page}", page.len());
        // Who has gone away is asked again by its own timer.
        let _ = connection.write_all(answer.as_bytes()).await;
        let _ = connection.shutdown().await;
    }
}

/// A recorder with buckets for the time of commits: without them Prometheus gets quantiles, which cannot be added up.
fn recorder() -> Result<PrometheusRecorder, BuildError> {
    let commits = Matcher::Full("workflow_commit_seconds".to_owned());
    let builder = PrometheusBuilder::new();
    Ok(builder.set_buckets_for_metric(commits, &[0.001, 0.01, 0.1, 1.0])?.build_recorder())
}

/// Runs twenty orders at the same time, of which two are charged at once. One more waits for a month.
async fn sell_some() -> Result<(), StoreError> {
    let engine = Engine::builder().store(MemoryStore::default());
    let engine = engine.workflow::<sell>().workflow::<follow_up>();
    let engine = engine.task_concurrency::<charge>(2).build();
    // Only then executions that wait leave memory, and are counted.
    drop(engine.recover().await?);
    drop(engine.start_workflow::<follow_up>(1));
    let orders: Vec<_> = (1..=20).map(|order| engine.start_workflow::<sell>(order)).collect();
    for order in orders {
        let _refused = order.await;
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let recorder = recorder()?;
    let page = recorder.handle();
    metrics::set_global_recorder(recorder)?;
    if std::env::args().nth(1).as_deref() == Some("once") {
        sell_some().await?;
        print!("{}", page.render());
        return Ok(());
    }
    let listener = TcpListener::bind("127.0.0.1:9464").await?;
    println!("http://{}/metrics", listener.local_addr()?);
    tokio::spawn(serve(listener, page));
    loop {
        sell_some().await?;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn the_page_has_what_was_done() {
        let recorder = recorder().unwrap();
        let page = recorder.handle();
        metrics::with_local_recorder(&recorder, || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(sell_some()).unwrap();
        });
        let page = page.render();
        for line in [
            "workflow_executions_started_total{workflow=\"sell\"} 20",
            "workflow_executions_ended_total{workflow=\"sell\",status=\"SUCCEEDED\"} 15",
            "workflow_executions_ended_total{workflow=\"sell\",status=\"FAILED\"} 5",
            "workflow_executions_started_total{workflow=\"follow_up\"} 1",
            "workflow_executions_running 0",
            "workflow_executions_parked_total 1",
            "workflow_executions_waiting 1",
            "workflow_commits_waiting 0",
            "workflow_attempts_total{workflow=\"sell\"} 26",
            "workflow_retries_total{workflow=\"sell\"} 6",
            "workflow_attempts_queued 0",
            "workflow_transitions_total{workflow=\"sell\"} 60",
            // Two of them are of the execution that waits.
            "workflow_commit_seconds_bucket{le=\"1\"} 48",
        ] {
            assert!(page.lines().any(|it| it == line), "{line} is not in\n{page}");
        }
    }
}
