//! Child processes with limits: a mutant may make any of them run on, or take all memory.

use std::ffi::OsStr;
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// The most memory that a process may have, in KiB.
const MEMORY: &str = "8388608";

/// A command whose processes have limited memory, and a group of their own.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"")]).arg(program);
    command.process_group(0);
    command
}

/// Ends a process that `command` has started, with those that it has started.
pub fn end(child: &mut Child) {
    end_group(child.id());
    let _ = child.kill();
    let _ = child.wait();
}

fn end_group(id: u32) {
    let _ = Command::new("kill").args(["-KILL", "--", &format!("-{id}")]).output();
}

/// Runs a command to its end. `None` if that does not come in time.
pub fn output(command: &mut Command, limit: Duration) -> Result<Option<Output>, String> {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let child = child.map_err(|error| format!("{}: {error}", command.get_program().display()))?;
    let (id, (ended, wait)) = (child.id(), mpsc::channel::<()>());
    let watch = std::thread::spawn(move || {
        let late = wait.recv_timeout(limit) == Err(mpsc::RecvTimeoutError::Timeout);
        if late {
            end_group(id);
        }
        late
    });
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    drop(ended);
    let late = watch.join().unwrap_or(false);
    Ok((!late).then_some(output))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn ends_in_time_or_is_ended() {
        let mut quick = command("echo");
        let output_of = output(quick.arg("said"), Duration::from_secs(60)).unwrap().unwrap();
        assert_eq!(output_of.stdout, b"said\n");
        let mut slow = command("sh");
        let late = output(slow.args(["-c", "sleep 600; true"]), Duration::from_millis(50));
        assert!(late.unwrap().is_none());
    }
}
