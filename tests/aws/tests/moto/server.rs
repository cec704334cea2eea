//! A moto server for all tests, with what they call.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use workflow::connector::{Aws, Services};

/// The server, and the names of what is there. It ends with its standard input, which the end of this process closes.
pub struct Moto {
    _child: Child,
    made: Value,
}

fn tools() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tools")
}

/// The server; `None`, with a word about it, where moto is not installed.
pub fn start(test: &str) -> Option<&'static Moto> {
    static MOTO: OnceLock<Option<Moto>> = OnceLock::new();
    let moto = MOTO.get_or_init(|| {
        let python = tools().join(".venv/bin/python");
        python.exists().then(|| Moto::start(&python))
    });
    if moto.is_none() {
        println!("{test} is skipped: `pip install -r requirements.txt` into tests/aws/tools/.venv");
    }
    moto.as_ref()
}

impl Moto {
    fn start(python: &Path) -> Self {
        let mut child = Command::new(python)
            .arg(tools().join("serve.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let made =
            serde_json::from_str(&line).expect("`python serve.py` says why it did not begin");
        Moto { _child: child, made }
    }

    /// The name of something that is there.
    pub fn made(&self, what: &str) -> String {
        self.made[what].as_str().unwrap().to_owned()
    }

    pub fn services(&self) -> Services {
        Services::from_env().region("us-east-1").endpoint(self.made("endpoint"))
    }

    pub fn connector(&self) -> Aws {
        Aws::new(self.services())
    }

    /// The texts of the messages that are in a queue.
    pub async fn messages(&self, queue: &str) -> Vec<String> {
        let arguments = json!({ "QueueUrl": queue, "MaxNumberOfMessages": 10 });
        let told = self.services().call("sqs", "receiveMessage", &arguments).await.unwrap();
        let messages = told.value["Messages"].as_array().cloned().unwrap_or_default();
        messages.iter().map(|it| it["Body"].as_str().unwrap().to_owned()).collect()
    }
}
