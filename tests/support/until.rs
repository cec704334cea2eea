//! Waiting in tests for what comes by itself.

/// Waits until something is so. The limit is of turns, so that a test that fails says so.
pub async fn until(what: &str, is: impl AsyncFn() -> bool) {
    for _ in 0..5_000 {
        if is().await {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(1)).await;
    }
    panic!("not so: {what}");
}
