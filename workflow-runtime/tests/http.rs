//! The HTTP task against a server on this machine: what is sent, and what comes of what comes back.
#![allow(clippy::unwrap_used, reason = "tests")]

use serde_json::{Value, json};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use workflow_asl::Definition;
use workflow_runtime::connector::{Connection, Http};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::{Engine, Failure};

const BANK: &str = "arn:aws:events:us-east-1:123456789012:connection/bank/1";

/// Answers one request with this text, and gives what was asked.
async fn server(answer: &'static str) -> (String, tokio::task::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut asked = vec![];
        let complete = |asked: &[u8]| {
            let text = String::from_utf8_lossy(asked).into_owned();
            let (head, body) = text.split_once("\r\n\r\n")?;
            let length = head.lines().find_map(|it| it.strip_prefix("content-length: "));
            let length: usize = length.map_or(0, |length| length.parse().unwrap());
            (body.len() >= length).then_some(text)
        };
        loop {
            let mut buffer = [0; 4096];
            let read = stream.read(&mut buffer).await.unwrap();
            asked.extend_from_slice(&buffer[..read]);
            if let Some(text) = complete(&asked) {
                stream.write_all(answer.as_bytes()).await.unwrap();
                return text;
            }
        }
    });
    (address, asked)
}

async fn call(http: Http, arguments: Value) -> Result<Value, Failure> {
    let definition = Definition::from_value(json!({
        "QueryLanguage": "JSONata",
        "StartAt": "Ask",
        "States": { "Ask": {
            "Type": "Task",
            "Resource": "arn:aws:states:::http:invoke",
            "Arguments": arguments,
            "End": true,
        } },
    }));
    let compiled = Arc::new(Compiled::new(definition.unwrap(), &[]).unwrap());
    let open = |identity: &_| -> Result<_, Failure> {
        Ok(Interpreted::start(compiled, Arc::new(json!({})), Context::from(identity)))
    };
    Engine::builder().connector(http).build().drive(open, "asks", None).await?.take()
}

fn http() -> Http {
    let bank =
        Connection::basic("me", "secret").header("x-bank", "ours").query("v", "2").body("key", "k");
    Http::default().connection(BANK, bank)
}

#[tokio::test]
async fn a_request_has_what_state_and_connection_say() {
    let answer = "HTTP/1.1 200 OK\r\ncontent-length: 11\r\nx-a: 1\r\nx-a: 2\r\n\r\n{\"paid\":10}";
    let (address, asked) = server(answer).await;
    let result = call(
        http(),
        json!({
            "ApiEndpoint": format!("{address}/pay?a=0"),
            "Method": "POST",
            "InvocationConfig": { "ConnectionArn": BANK },
            "Headers": { "X-Bank": "theirs", "X-Own": ["a", "b"] },
            "QueryParameters": { "v": "1", "list": [1, 2] },
            "RequestBody": { "amount": "{% 5 + 5 %}" },
        }),
    );
    let result = result.await.unwrap();
    assert_eq!(result["ResponseBody"], json!({ "paid": 10 }));
    assert_eq!(result["Headers"]["x-a"], json!(["1", "2"]));
    assert_eq!((&result["StatusCode"], &result["StatusText"]), (&json!(200), &json!("OK")));
    let asked = asked.await.unwrap();
    assert!(asked.starts_with("POST /pay?a=0&list=1&list=2&v=2 HTTP/1.1\r\n"), "{asked}");
    for line in [
        "x-bank: ours",
        "x-own: a, b",
        "authorization: Basic bWU6c2VjcmV0",
        "content-type: application/json",
        "user-agent: Amazon|StepFunctions|HttpInvoke|us-east-1",
        "range: bytes=0-262144",
    ] {
        assert!(asked.lines().any(|asked| asked == line), "{line}\n{asked}");
    }
    assert!(asked.ends_with(r#"{"amount":10,"key":"k"}"#), "{asked}");
}

#[tokio::test]
async fn a_form_is_encoded_as_the_state_says() {
    let (address, asked) = server("HTTP/1.1 204 No Content\r\n\r\n").await;
    let result = call(
        Http::default().connection(BANK, Connection::bearer("t")),
        json!({
            "ApiEndpoint": address,
            "Method": "PUT",
            "Authentication": { "ConnectionArn": BANK },
            "RequestBody": { "a": [1, 2], "b": "x y" },
            "Transform": {
                "RequestBodyEncoding": "URL_ENCODED",
                "RequestEncodingOptions": { "ArrayFormat": "COMMAS" },
            },
        }),
    );
    assert_eq!(result.await.unwrap()["ResponseBody"], json!(""));
    let asked = asked.await.unwrap();
    assert!(asked.ends_with("a=1%2C2&b=x+y"), "{asked}");
    assert!(asked.contains("content-type: application/x-www-form-urlencoded\r\n"), "{asked}");
    assert!(asked.contains("authorization: Bearer t\r\n"), "{asked}");
}

#[tokio::test]
async fn failures_have_aws_names() {
    let asks = |endpoint: &str, more: Value| {
        let mut arguments = json!({
            "ApiEndpoint": endpoint, "Method": "GET", "InvocationConfig": { "ConnectionArn": BANK },
        });
        for (name, value) in more.as_object().unwrap() {
            arguments[name] = value.clone();
        }
        call(http(), arguments)
    };
    let (address, _) = server("HTTP/1.1 404 Not Found\r\ncontent-length: 7\r\n\r\nnobody!").await;
    let failure = asks(&address, json!({})).await.unwrap_err();
    assert_eq!((failure.error(), &*failure.cause()), ("States.Http.StatusCode.404", "nobody!"));
    // Nobody listens there any more.
    let failure = asks(&address, json!({})).await.unwrap_err();
    assert_eq!(failure.error(), "States.Http.Socket");
    let cases = [
        (json!({ "Method": "BREW" }), "the method `BREW` is not one of GET"),
        (json!({ "ApiEndpoint": "nowhere" }), "`ApiEndpoint` is not a URL"),
        (json!({ "Headers": { "Host": "other" } }), "the header `Host` may not be set"),
        (
            json!({ "InvocationConfig": { "ConnectionArn": "arn:x" } }),
            "there is no connection `arn:x`",
        ),
        (json!({ "InvocationConfig": {} }), "needs InvocationConfig"),
    ];
    for (more, cause) in cases {
        let failure = asks(&address, more).await.unwrap_err();
        assert_eq!(failure.error(), "States.Runtime");
        assert!(failure.cause().contains(cause), "{failure}");
    }
}
