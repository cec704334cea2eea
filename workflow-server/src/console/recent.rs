//! Answers that are kept for a moment, for they are made of many executions.

use crate::refusal::Answer;
use serde_json::Value;
use std::time::{Duration, Instant};
use tokio::sync::Mutex;

/// The time for which an answer is given again: less than passes until pages are told of a change, so that who reads then
/// does not get an answer from before.
const MOMENT: Duration = Duration::from_millis(100);

/// The last answer to one question. A caller that asks while it is made waits for it.
#[derive(Default)]
pub(super) struct Recent(Mutex<Option<(String, Instant, Value)>>);

impl Recent {
    /// Returns the answer to the question `key`, made anew if there is none of this moment.
    pub(super) async fn get(&self, key: &str, make: impl Future<Output = Answer>) -> Answer {
        let mut last = self.0.lock().await;
        if let Some((known, made, value)) = &*last
            && known == key
            && made.elapsed() < MOMENT
        {
            return Ok(value.clone());
        }
        let value = make.await?;
        *last = Some((key.to_owned(), Instant::now(), value.clone()));
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::refusal::Refusal;
    use serde_json::json;

    #[tokio::test]
    async fn an_answer_is_given_again_to_the_same_question_only() {
        let recent = Recent::default();
        let made = |n| async move { Ok(json!(n)) };
        assert_eq!(recent.get("a", made(1)).await.unwrap(), 1);
        assert_eq!(recent.get("a", made(2)).await.unwrap(), 1);
        assert_eq!(recent.get("b", made(3)).await.unwrap(), 3);
        let failed = async { Err(Refusal::token()) };
        assert!(recent.get("c", failed).await.is_err());
        assert_eq!(recent.get("c", made(4)).await.unwrap(), 4);
    }
}
