//! Tokens and answers.

use crate::hand::{Hand, failure};
use crate::run::Shared;
use std::sync::Arc;
use workflow_runtime::store::{Answer, Commit, Delivered, Message, StoreError};

fn done(text: &str) -> Answer {
    Answer::Done(text.into())
}

/// Answers a token, which must be open.
async fn answered(store: &Shared, token: &str, answer: Answer) -> Delivered {
    let waiting = store.waiting(token).await.unwrap_or_else(|error| panic!("{error}"));
    let delivered = store.answer(token, answer).await.unwrap_or_else(|error| panic!("{error}"));
    let delivered = delivered.unwrap_or_else(|| panic!("the token {token} takes no answer"));
    assert_eq!(waiting.as_ref(), Some(&delivered.execution), "the token {token}");
    delivered
}

async fn refused(store: &Shared, token: &str) {
    assert_eq!(store.waiting(token).await, Ok(None), "the token {token}");
    assert_eq!(store.answer(token, done("\"late\"")).await, Ok(None), "the token {token}");
}

pub async fn a_token_takes_one_answer(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    hand.open(&["one", "two"]).await;
    let delivered = answered(&store, "one", done("\"first\"")).await;
    assert_eq!(delivered.execution, hand.execution);
    refused(&store, "one").await;
    let answer = Message::Answer("one".into(), done("\"first\""));
    assert_eq!(hand.claim().await.messages, [(delivered.number, answer)]);
    hand.write(Commit { taken: vec![delivered.number], ..hand.next() }).await;
    refused(&store, "one").await;
    let second = answered(&store, "two", done("\"second\"")).await;
    assert_ne!(second.number, delivered.number);
    hand.open(&["one"]).await;
    answered(&store, "one", done("\"again\"")).await;
    assert_eq!(hand.claim().await.messages.len(), 2);
}

pub async fn one_of_many_answers_is_taken(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    for round in 0..20 {
        let token = format!("token {round}");
        hand.open(&[&token]).await;
        let answers: Vec<_> = (0..8)
            .map(|who| {
                let (store, token) = (store.clone(), token.clone());
                tokio::spawn(async move {
                    let taken = store.answer(&token, done(&format!("{who}"))).await;
                    taken.unwrap_or_else(|error| panic!("{error}")).map(|it| (who, it.number))
                })
            })
            .collect();
        let mut taken = vec![];
        for answer in answers {
            taken.extend(answer.await.unwrap_or_else(|error| panic!("{error}")));
        }
        let [(who, number)] = taken[..] else { panic!("{} answers were taken", taken.len()) };
        let answer = Message::Answer(token.into(), done(&format!("{who}")));
        assert_eq!(hand.claim().await.messages, [(number, answer)]);
        hand.write(Commit { taken: vec![number], ..hand.next() }).await;
    }
}

/// An answer counts that a store has written before it hears that the time for it is over.
pub async fn the_end_of_its_time_comes_after_an_answer(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    let mut other = Hand::begin(&store, "b").await;
    hand.open(&["late", "other"]).await;
    let over = |hand: &Hand, token: &str| {
        let (closed, expired) = (vec![token.into()], vec![token.into()]);
        Commit { closed, expired, opened: vec!["next".into()], ..hand.next() }
    };
    hand.write(over(&hand, "late")).await;
    refused(&store, "late").await;
    let delivered = answered(&store, "other", done("1")).await;
    let zombie = hand.clone();
    let before = hand.claim().await;
    let answer = Message::Answer("other".into(), done("1"));
    assert_eq!(before.messages, [(delivered.number, answer)]);
    crate::hand::fenced(store.commit(over(&zombie, "other")).await);
    let written = store.commit(over(&hand, "other")).await;
    assert_eq!(written, Err(StoreError::Answered("other".into())));
    let after = hand.claim().await;
    assert_eq!((after.number, &after.messages), (before.number, &before.messages));
    // Others commit, and who has taken the answer does.
    other.write(over(&other, "other")).await;
    hand.write(Commit { taken: vec![delivered.number], ..over(&hand, "other") }).await;
    assert_eq!(hand.claim().await.messages, []);
}

pub async fn answers_go_with_their_tokens(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    hand.open(&["late", "other"]).await;
    for token in ["late", "other"] {
        let taken = store.answer(token, Answer::Done("1".into())).await;
        assert!(matches!(taken, Ok(Some(_))), "{taken:?}");
    }
    // Its task has timed out meanwhile.
    hand.write(Commit { closed: vec!["late".into()], ..hand.next() }).await;
    let messages = hand.claim().await.messages;
    let tokens: Vec<_> = messages.iter().map(|(_, it)| it.clone()).collect();
    assert_eq!(tokens, [Message::Answer("other".into(), Answer::Done("1".into()))]);
}

pub async fn tokens_that_are_not_open_take_no_answer(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    hand.open(&["open", "closed", "kept"]).await;
    for token in ["unknown", "", "Open", "open ", "ope"] {
        refused(&store, token).await;
    }
    let closed = vec!["closed".into(), "unknown".into()];
    hand.write(Commit { closed, ..hand.next() }).await;
    refused(&store, "closed").await;
    let zombie = hand.clone();
    hand.claim().await;
    let commit =
        Commit { opened: vec!["zombie".into()], closed: vec!["kept".into()], ..zombie.next() };
    crate::hand::fenced(store.commit(commit).await);
    refused(&store, "zombie").await;
    answered(&store, "kept", done("1")).await;
    answered(&store, "open", done("1")).await;
    let closed = vec!["open".into()];
    hand.write(Commit { closed, ..hand.next() }).await;
    assert_eq!(hand.claim().await.messages.len(), 1, "an answer that came before goes, too");
}

pub async fn tokens_end_with_their_execution(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    let mut other = Hand::begin(&store, "b").await;
    hand.open(&["one", "two"]).await;
    other.open(&["other"]).await;
    answered(&store, "two", done("1")).await;
    hand.end(9).await;
    refused(&store, "one").await;
    refused(&store, "two").await;
    assert_eq!(answered(&store, "other", done("1")).await.execution, other.execution);
}

pub async fn answers_are_kept_as_they_are(store: Shared) {
    let mut hand = Hand::begin(&store, "a").await;
    let large = format!("\"{}\"", "é\u{0}".repeat(100_000));
    let answers = [
        done("null"),
        done(""),
        done(&large),
        Answer::Failed(failure("Declined")),
        Answer::Failed(workflow_runtime::Failure::new("", "")),
        Answer::Failed(workflow_runtime::Failure::new("E\u{1F980}", large.clone())),
    ];
    let mut right = vec![];
    for (place, answer) in answers.into_iter().enumerate() {
        let token: Arc<str> = format!("\u{0}token 'ü' {place}").into();
        hand.open(&[&token]).await;
        let number = answered(&store, &token, answer.clone()).await.number;
        right.push((number, Message::Answer(token, answer)));
    }
    assert!(hand.claim().await.messages == right, "answers changed");
}
