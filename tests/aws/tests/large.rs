//! Large values in S3, of an engine and of Lambda functions: real processes, and a small S3 that the test plays.
#![allow(clippy::unwrap_used, reason = "tests")]

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use workflow::connector::Services;
use workflow::large::LargeBucket;
use workflow::{Engine, LargeStore};
use workflow_aws_tests::bind;

/// Objects by their paths.
#[derive(Clone, Default)]
struct S3(Arc<Mutex<BTreeMap<String, Vec<u8>>>>);

impl S3 {
    /// Listens, and returns its address.
    fn listen(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let own = self.clone();
        std::thread::spawn(move || {
            listener.incoming().for_each(|stream| own.answer(stream.unwrap()));
        });
        address
    }

    fn answer(&self, stream: TcpStream) {
        let mut stream = BufReader::new(stream);
        let mut head = vec![];
        loop {
            let mut line = String::new();
            stream.read_line(&mut line).unwrap();
            if line.trim().is_empty() {
                break;
            }
            head.push(line.trim().to_lowercase());
        }
        let length = head.iter().find_map(|line| line.strip_prefix("content-length: "));
        let mut body = vec![0; length.map_or(0, |it| it.parse().unwrap())];
        stream.read_exact(&mut body).unwrap();
        assert!(head.iter().any(|line| line.starts_with("authorization: aws4-hmac-sha256")));
        let mut words = head[0].split(' ');
        let (method, path) = (words.next().unwrap(), words.next().unwrap().to_owned());
        let mut objects = self.0.lock().unwrap();
        let missing = "<Error><Code>NoSuchKey</Code></Error>".as_bytes().to_vec();
        let (status, body) = match (method, objects.get(&path)) {
            ("put", _) => {
                objects.insert(path, body);
                ("200 OK", vec![])
            }
            (_, Some(object)) => ("200 OK", object.clone()),
            (_, None) => ("404 Not Found", missing),
        };
        let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n\r\n", body.len());
        stream.get_mut().write_all(&[head.as_bytes(), &body].concat()).unwrap();
    }
}

/// Calls a task as a function; the second part is true if it went well.
fn function(task: &str, payload: &Value, variables: &[(&str, &str)]) -> (Value, bool) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_keeper"))
        .arg(task)
        .env_clear()
        .envs([("AWS_ACCESS_KEY_ID", "id"), ("AWS_SECRET_ACCESS_KEY", "secret")])
        .envs(variables.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(payload.to_string().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    (serde_json::from_slice(&output.stdout).unwrap(), output.status.success())
}

#[tokio::test]
async fn functions_and_an_engine_share_a_bucket() {
    let s3 = S3::default();
    let address = s3.listen();
    let variables = [("WORKFLOW_LARGE", "s3://values/large"), ("AWS_ENDPOINT_URL", &*address)];
    let (book, well) = function("print", &json!(1_500), &variables);
    assert!(well, "{book}");
    assert_eq!(function("lines", &book, &variables), (json!(1_500), true));
    let services = Services::from_env().endpoint(address.clone());
    let bucket = LargeBucket::new(services, "values", "large");
    let engine = Engine::builder().resource(LargeStore::new(bucket)).build();
    let (own, lines) = engine.run::<bind>(1_500).await.unwrap();
    assert_eq!((json!(own), lines), (book, 1_500));
    let objects: Vec<String> = s3.0.lock().unwrap().keys().cloned().collect();
    assert_eq!(objects, [format!("/values/large/{}", own.key())]);
    assert!(own.bytes() > 1_500_000);
    s3.0.lock().unwrap().clear();
    let (failed, well) = function("lines", &json!(own), &variables);
    assert_eq!((&failed["errorType"], well), (&json!("Large.Missing"), false));
}

#[test]
fn a_function_says_that_it_does_not_know_where_values_are() {
    let (failed, well) = function("print", &json!(1), &[]);
    assert!(!well && failed["errorType"] == "Runtime.ResourcesFailed", "{failed}");
    let told = failed["errorMessage"].as_str().unwrap();
    assert!(told.contains("`print`") && told.contains("WORKFLOW_LARGE"), "{told}");
    let (failed, _) = function("print", &json!(1), &[("WORKFLOW_LARGE", "ftp://values")]);
    assert!(failed["errorMessage"].as_str().unwrap().contains("`ftp://values`"), "{failed}");
}

#[test]
fn a_folder_does_as_well() {
    let folder = std::env::temp_dir().join(format!("keeper-{}", std::process::id()));
    let variables = [("WORKFLOW_LARGE", folder.to_str().unwrap())];
    let (book, _) = function("print", &json!(300), &variables);
    assert_eq!(function("lines", &book, &variables), (json!(300), true));
    std::fs::remove_dir_all(folder).unwrap();
}
