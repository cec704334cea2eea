//! Tasks that are no Rust functions, run for real: connectors, tokens, other workflows.
#![allow(clippy::unwrap_used, reason = "tests")]

use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use workflow::prelude::*;
use workflow::{Payload, Workflow};
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::connector::{Reply, Request, connector};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Sent {
    message_id: String,
}
#[task(resource = "arn:aws:states:::sqs:sendMessage")]
async fn send(queue_url: String, message_body: String) -> Result<Sent, Failure>;

#[workflow]
async fn notify(text: String) -> Result<String, Failure> {
    let sent = send("https://queue".to_owned(), text).await?;
    Ok(sent.message_id)
}

#[tokio::test]
async fn nothing_runs_without_a_connector() {
    let engine = Engine::builder().build();
    let failure = engine.run::<notify>("hello".into()).await.unwrap_err();
    assert_eq!(failure.error(), "States.Runtime");
    assert!(
        failure.cause().contains("`arn:aws:states:::sqs:sendMessage` (needed by send)"),
        "{failure}"
    );
}

#[tokio::test]
async fn a_connector_answers() {
    let queue = connector(
        |target| target.action() == Some(("sqs", "sendMessage")),
        |request: Request| {
            let id = format!("{}!", request.arguments["MessageBody"].as_str().unwrap());
            Box::pin(
                async move { Ok(Reply::Done(Arc::new(json!({ "MessageId": id, "MD5": "x" })))) },
            )
        },
    );
    let engine = Engine::builder().connector(queue).build();
    assert_eq!(engine.run::<notify>("hello".into()).await.unwrap(), "hello!");
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Setting {
    value: String,
}
#[task(resource = "arn:aws:states:::aws-sdk:ssm:getParameter")]
async fn setting(name: String) -> Result<Setting, Failure>;

#[workflow]
async fn fee(shop: String) -> Result<String, Failure> {
    let fixed = setting("/fee".to_owned()).await?;
    let own = setting(shop).await?;
    Ok(format!("{} {}", fixed.value, own.value))
}

/// Items of a Map that are such an argument, and one of a branch.
#[workflow]
async fn fees(
    shops: Vec<Vec<String>>,
    name: String,
) -> Result<(Vec<Vec<Setting>>, Setting), Failure> {
    join!(
        map(shops, async |shops| map(shops, async |shop| setting(shop).await).await),
        setting(name)
    )
    .await
}

#[test]
fn items_are_the_only_argument_of_an_action() {
    let test = workflow::testing::Test::of::<fees>().mock::<setting>(|call| {
        call.answers(|name: String| Ok(Setting { value: name.to_uppercase() }))
    });
    let value = |value: &str| Setting { value: value.to_owned() };
    let shops = vec![vec!["a".to_owned()], vec![]];
    let run = test.run((shops.clone(), "eu".to_owned()));
    run.assert_output(&(vec![vec![value("A")], vec![]], value("EU")));
    test.assert_same([(shops, "eu".to_owned())]);
}

/// The arguments of an action are an object, also where there is only one.
#[tokio::test]
async fn the_only_argument_of_an_action_is_a_member() {
    let document = fee::definition().unwrap().to_value();
    assert_eq!(document["States"]["Fixed"]["Arguments"], json!({ "Name": "/fee" }));
    let settings = connector(
        |target| target.action() == Some(("aws-sdk:ssm", "getParameter")),
        |request: Request| {
            let name = request.arguments["Name"].as_str().unwrap().to_owned();
            Box::pin(async move { Ok(Reply::Done(Arc::new(json!({ "Value": name })))) })
        },
    );
    let engine = Engine::builder().connector(settings).build();
    assert_eq!(engine.run::<fee>("eu".into()).await.unwrap(), "/fee eu");
    let test = workflow::testing::Test::of::<fee>().mock::<setting>(|call| {
        call.answers(|name: String| Ok(Setting { value: name.to_uppercase() }))
    });
    test.run("eu".to_owned()).assert_output(&"/FEE EU".to_owned());
    test.assert_same(["eu".to_owned(), String::new()]);
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ApproveError {
    Refused {
        why: String,
    },
    #[error_name("States.Timeout")]
    Late,
    #[other]
    Other(Failure),
}

/// Where tokens are handed out.
#[derive(Default)]
struct Desk(Arc<Mutex<Vec<String>>>);

#[task(callback, timeout = "1h")]
async fn approve(
    desk: Res<Desk>,
    context: TaskContext,
    of: String,
) -> Result<Pending<i64>, ApproveError> {
    desk.0.lock().unwrap().push(context.token.as_deref().unwrap_or_default().to_owned());
    if of == "slow" {
        std::future::pending::<()>().await;
    }
    Ok(Pending::new())
}

#[workflow]
async fn ask(of: String) -> Result<String, Failure> {
    match approve(of).await {
        Ok(number) => Ok(format!("yes {number}")),
        Err(ApproveError::Refused { why }) => Ok(format!("no: {why}")),
        Err(ApproveError::Late) => Ok("late".to_owned()),
        Err(other) => Err(other.into()),
    }
}

async fn token(desk: &Arc<Mutex<Vec<String>>>) -> String {
    loop {
        if let Some(token) = desk.lock().unwrap().pop() {
            return token;
        }
        tokio::task::yield_now().await;
    }
}

/// The machine and its document.
async fn both(of: &str, answer: impl AsyncFn(&Engine, &str)) -> [Result<Value, Failure>; 2] {
    let mut results = vec![];
    for native in [true, false] {
        let desk = Desk::default();
        let tokens = desk.0.clone();
        let engine = Engine::builder().resource(desk).build();
        let text = Arc::<str>::from(json!(of).to_string());
        let open = |identity: &_| {
            if native {
                return ask::machine(Payload::live(of.to_owned()));
            }
            let document = Compiled::new(ask::definition().unwrap(), &ask::tasks()).unwrap();
            Ok(Interpreted::start(Arc::new(document), Arc::new(json!(of)), Context::from(identity)))
        };
        let execution = engine.start(open, "ask", None, Some(text));
        let token = token(&tokens).await;
        answer(&engine, &token).await;
        let result = execution.await.and_then(|output| output.json());
        results.push(result.map(|output| Value::clone(&output)));
    }
    results.try_into().unwrap()
}

#[tokio::test]
async fn a_person_answers() {
    let answers = both("x", async |engine, token| {
        engine.heartbeat(token).await.unwrap();
        engine.complete(token, 7).await.unwrap();
        assert!(engine.complete(token, 8).await.is_err(), "once");
    });
    assert_eq!(answers.await, [Ok(json!("yes 7")), Ok(json!("yes 7"))]);
    let refused = both("x", async |engine, token| {
        engine.fail(token, ApproveError::Refused { why: "too much".into() }).await.unwrap();
    });
    assert_eq!(refused.await, [Ok(json!("no: too much")), Ok(json!("no: too much"))]);
}

#[tokio::test]
async fn an_answer_before_the_body_returns_wins() {
    let answers = both("slow", async |engine, token| engine.complete(token, 7).await.unwrap());
    assert_eq!(answers.await, [Ok(json!("yes 7")), Ok(json!("yes 7"))]);
}

#[tokio::test]
async fn the_timeout_covers_both() {
    for of in ["slow", "x"] {
        let engine =
            Engine::builder().resource(Desk::default()).clock(VirtualClock::default()).build();
        assert_eq!(engine.run::<ask>(of.into()).await.unwrap(), "late");
    }
}

#[task]
async fn halve(of: i64) -> Result<i64, Failure> {
    if of % 2 == 0 { Ok(of / 2) } else { Err(Failure::new("Odd", format!("{of} is odd"))) }
}
#[workflow]
async fn child(of: i64) -> Result<i64, Failure> {
    let half = halve(of).await?;
    Ok(half)
}
#[workflow]
async fn parent(of: Vec<i64>) -> Result<Vec<i64>, Failure> {
    map(of, async |of| {
        let half = child(of).await?;
        Ok(half + 1)
    })
    .await
}

#[tokio::test]
async fn a_child_is_an_execution_of_its_own() {
    let document = Compiled::new(parent::definition().unwrap(), &parent::tasks()).unwrap();
    let document = Arc::new(document);
    for (input, result) in [(vec![2, 8], Ok(json!([2, 5]))), (vec![2, 7], Err("Odd"))] {
        for native in [true, false] {
            let engine = Engine::builder().clock(VirtualClock::default()).seed(3).build();
            let (input, document) = (input.clone(), document.clone());
            let text = Arc::<str>::from(json!(input).to_string());
            let open = move |identity: &_| match native {
                true => parent::machine(Payload::live(input)),
                false => Ok(Interpreted::start(
                    document,
                    Arc::new(json!(input)),
                    Context::from(identity),
                )),
            };
            let ended = engine.start(open, "parent", None, Some(text)).await;
            match (ended, &result) {
                (Ok(output), Ok(expected)) => assert_eq!(*output.json().unwrap(), *expected),
                (Err(failure), Err(error)) => {
                    // AWS describes the child: its error is inside.
                    assert_eq!(failure.error(), "States.TaskFailed");
                    let cause: Value = serde_json::from_str(&failure.cause()).unwrap();
                    assert_eq!(
                        (&cause["Error"], &cause["Status"]),
                        (&json!(error), &json!("FAILED"))
                    );
                    assert_eq!(cause["Input"], "7");
                }
                (ended, _) => panic!("{:?}", ended.map(|_| ())),
            }
        }
    }
}
