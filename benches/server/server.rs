//! The servers that are measured: this project's own, which are started, and others, which run already.

use crate::client::Client;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

pub enum Kind {
    /// This project's, in memory.
    Memory,
    /// This project's, on a file; each start is on the disk when it is answered.
    Sqlite,
    Peer {
        name: String,
        address: String,
        pid: Option<u32>,
    },
}

impl Kind {
    pub fn name(&self) -> &str {
        match self {
            Kind::Memory => "workflow",
            Kind::Sqlite => "workflow on SQLite",
            Kind::Peer { name, .. } => name,
        }
    }
}

pub struct Server {
    pub address: String,
    pub pid: Option<u32>,
    /// The time from the start of its process to the first answer.
    pub first_answer: Option<Duration>,
    child: Option<Child>,
    folder: Option<PathBuf>,
}

const ROLE: &str = "arn:aws:iam::123456789012:role/bench";

impl Server {
    pub fn start(kind: &Kind) -> Result<Self, String> {
        match kind {
            Kind::Peer { address, pid, .. } => Ok(Server {
                address: address.clone(),
                pid: *pid,
                first_answer: None,
                child: None,
                folder: None,
            }),
            Kind::Memory => Server::own(None),
            Kind::Sqlite => {
                let folder = std::env::temp_dir().join(format!("bench-{}", std::process::id()));
                std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
                Server::own(Some(folder))
            }
        }
    }

    /// Starts this project's own server, which lies beside this program.
    fn own(folder: Option<PathBuf>) -> Result<Self, String> {
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let program = program.with_file_name("workflow");
        if !program.exists() {
            let program = program.display();
            return Err(format!("{program} is not there: `cargo build --release -p workflow-cli`"));
        }
        let mut command = Command::new(program);
        command.args(["serve", "--port", "0"]).stdout(Stdio::piped());
        if let Some(folder) = &folder {
            command.arg("--store").arg(folder.join("executions.db"));
        }
        let begin = Instant::now();
        let mut child = command.spawn().map_err(|error| error.to_string())?;
        let mut line = String::new();
        let out = child.stdout.take().ok_or("it has no output")?;
        BufReader::new(out).read_line(&mut line).map_err(|error| error.to_string())?;
        let address = line.trim().rsplit("http://").next().unwrap_or_default();
        let address = address.replace("localhost", "127.0.0.1");
        let mut server = Server {
            address,
            pid: Some(child.id()),
            first_answer: None,
            child: Some(child),
            folder,
        };
        server.client()?.call("ListStateMachines", &json!({}))?;
        server.first_answer = Some(begin.elapsed());
        Ok(server)
    }

    pub fn client(&self) -> Result<Client, String> {
        Client::open(&self.address).map_err(|error| format!("{}: {error}", self.address))
    }

    /// Creates a machine under a new name. Returns its ARN.
    pub fn machine(&self, definition: &Value, kind: &str) -> Result<String, String> {
        let time = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default().as_nanos();
        let machine = json!({
            "name": format!("bench-{time}"),
            "definition": definition.to_string(),
            "roleArn": ROLE,
            "type": kind
        });
        let made = self.client()?.call("CreateStateMachine", &machine)?;
        made["stateMachineArn"].as_str().map(str::to_owned).ok_or_else(|| made.to_string())
    }

    /// The memory of its process in MB.
    pub fn memory(&self) -> Option<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid?)).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
        let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
        Some(kilobytes / 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            drop(child.kill());
            drop(child.wait());
        }
        if let Some(folder) = &self.folder {
            drop(std::fs::remove_dir_all(folder));
        }
    }
}
