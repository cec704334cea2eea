//! A function behind a command.

use super::{MOST, failed, result, told, too_long};
use serde::Deserialize;
use serde_json::Value;
use std::process::{ExitStatus, Stdio};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command as Process};
use workflow_runtime::Failure;

/// The most bytes of what a command says of its failure.
const SAID: u64 = 16 << 10;

/// A program and its arguments.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "Vec<String>")]
pub(super) struct Command(Vec<String>);

impl TryFrom<Vec<String>> for Command {
    type Error = &'static str;
    fn try_from(words: Vec<String>) -> Result<Self, Self::Error> {
        match words.first().map(String::is_empty) {
            Some(false) => Ok(Command(words)),
            _ => Err("a command is a list: a program and its arguments"),
        }
    }
}

/// The end of a command.
struct Ended {
    status: ExitStatus,
    output: Vec<u8>,
    /// The beginning of what it wrote to its standard error.
    said: Vec<u8>,
}

impl Command {
    /// Runs it with the payload on its standard input. It is killed if the future is dropped.
    pub(super) async fn run(&self, name: &str, payload: &str) -> Result<Value, Failure> {
        let mut process = Process::new(&self.0[0]);
        process.args(&self.0[1..]).env("AWS_LAMBDA_FUNCTION_NAME", name).kill_on_drop(true);
        process.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = process.spawn().map_err(|error| {
            let message = format!("the command `{}` does not start: {error}", self.0[0]);
            failed("Runtime.InvalidEntrypoint", &message)
        })?;
        let ended = ended(child, payload).await.map_err(|error| {
            failed("Runtime.Unknown", &format!("the command `{}`: {error}", self.0[0]))
        })?;
        if ended.output.len() > MOST {
            return Err(too_long());
        }
        let written = result(&ended.output);
        if ended.status.success() {
            return written;
        }
        let named = written.ok().and_then(|value| told(&value));
        Err(named.unwrap_or_else(|| {
            let said = String::from_utf8_lossy(&ended.said);
            let message = format!("the command ended with {}: {}", ended.status, said.trim());
            failed("Runtime.ExitError", message.trim_end_matches(": "))
        }))
    }
}

/// Feeds a process, and reads what it writes, as far as that may be long.
async fn ended(mut child: Child, payload: &str) -> std::io::Result<Ended> {
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let feed = async {
        if let Some(mut stdin) = stdin {
            // It may end without reading all.
            let _ = stdin.write_all(payload.as_bytes()).await;
        }
    };
    let read = async {
        let mut output = vec![];
        if let Some(stdout) = stdout {
            stdout.take(MOST as u64 + 1).read_to_end(&mut output).await?;
        }
        std::io::Result::Ok(output)
    };
    let listen = async {
        let mut said = vec![];
        if let Some(mut stderr) = stderr {
            (&mut stderr).take(SAID).read_to_end(&mut said).await?;
            // The rest is read, so that it does not wait for that.
            tokio::io::copy(&mut stderr, &mut tokio::io::sink()).await?;
        }
        std::io::Result::Ok(said)
    };
    let ((), output, said) = tokio::join!(feed, read, listen);
    let output = output?;
    if output.len() > MOST {
        child.kill().await?;
    }
    Ok(Ended { status: child.wait().await?, output, said: said? })
}
