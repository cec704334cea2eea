//! The things that were made on an account, so that all of them are deleted.

use super::calls::Account;
use super::stack::{self, Deployed};
use serde_json::{Value, json};
use std::time::{SystemTime, UNIX_EPOCH};

/// An object of a bucket.
pub(super) struct Place {
    pub(super) bucket: String,
    pub(super) key: String,
}

/// The state machine or the stacks that were made, and the executions that may still run.
#[derive(Default)]
pub(super) struct Made {
    machine: Option<String>,
    /// Stacks: each is noted before the call that makes it.
    pub(super) stacks: Vec<Deployed>,
    objects: Vec<(String, String)>,
    running: Vec<String>,
    /// The number of executions.
    started: usize,
}

impl Made {
    /// Makes a state machine: its ARN.
    pub(super) async fn machine(
        &mut self,
        account: &Account,
        of: &str,
        definition: &Value,
        role: &str,
    ) -> Result<String, String> {
        let name = name(of);
        let parameters = json!({
            "name": name,
            "definition": definition.to_string(),
            "roleArn": role,
            "type": "STANDARD",
            "tags": [{ "key": "made-by", "value": "workflow verify" }],
        });
        // The same call again finds the machine that is there: its name, definition and type are the same.
        let made = account.call("createStateMachine", &parameters).await;
        let made =
            made.map_err(|why| format!("{why}\n  nothing ran; if it is there, delete `{name}`"))?;
        let arn = made["stateMachineArn"].as_str().ok_or("no ARN came back")?.to_owned();
        self.machine = Some(arn.clone());
        Ok(arn)
    }

    /// Puts an object into a bucket.
    pub(super) async fn object(
        &mut self,
        account: &Account,
        Place { bucket, key }: &Place,
        bytes: Vec<u8>,
    ) -> Result<(), String> {
        self.objects.push((bucket.clone(), key.clone()));
        account.put(bucket, key, bytes).await.map_err(|why| format!("s3://{bucket}/{key}: {why}"))
    }

    /// All that was made, by its names.
    pub(super) fn names(&self) -> Vec<String> {
        let stacks = self.stacks.iter().map(|it| format!("the stack {}", it.name));
        self.machine.clone().into_iter().chain(stacks).collect()
    }

    /// Starts an execution: its ARN.
    pub(super) async fn execution(
        &mut self,
        account: &Account,
        machine: &str,
        input: &Value,
    ) -> Result<String, String> {
        self.started += 1;
        let name = format!("{}-{}", name("case"), self.started);
        // Noted before the call, which may be left alone: a start with the same name is the same execution.
        let arn = format!("{}:{name}", machine.replacen(":stateMachine:", ":execution:", 1));
        self.running.push(arn.clone());
        let parameters =
            json!({ "stateMachineArn": machine, "name": name, "input": input.to_string() });
        match account.call("startExecution", &parameters).await {
            Ok(told) => {
                let told = told["executionArn"].as_str().unwrap_or(&arn).to_owned();
                self.ended(&arn);
                self.running.push(told.clone());
                Ok(told)
            }
            Err(why) => {
                if why.contains("DoesNotExist") {
                    self.ended(&arn);
                }
                Err(why)
            }
        }
    }

    /// Notes that an execution has come to its end.
    pub(super) fn ended(&mut self, arn: &str) {
        self.running.retain(|it| it != arn);
    }

    /// Stops what runs, and deletes what was made. Returns what is left, with the reasons.
    pub(super) async fn delete(self, account: &Account) -> Vec<String> {
        let mut left = vec![];
        for arn in self.running {
            let cause = json!({ "executionArn": arn, "error": "Verify", "cause": "given up" });
            let stopped = account.call("stopExecution", &cause).await;
            let is_there = |why: &String| !why.contains("ExecutionDoesNotExist");
            left.extend(stopped.err().filter(is_there).map(|why| format!("{arn} ({why})")));
        }
        if let Some(arn) = self.machine {
            let deleted = json!({ "stateMachineArn": arn });
            let deleted = account.call("deleteStateMachine", &deleted).await;
            left.extend(deleted.err().map(|why| format!("{arn} ({why})")));
        }
        for deployed in self.stacks.iter().rev() {
            left.extend(stack::deleted(account, deployed).await);
        }
        for (bucket, key) in self.objects {
            let object = json!({ "Bucket": bucket, "Key": key });
            let deleted = account.objects("deleteObject", &object).await;
            let is_there = |why: &String| !why.contains("NoSuchBucket");
            let why = deleted.err().filter(is_there);
            left.extend(why.map(|why| format!("s3://{bucket}/{key} ({why})")));
        }
        left
    }
}

/// A name that nothing else has: of letters, digits and `-`.
pub(super) fn name(of: &str) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    workflow_deploy::verified(of, &format!("{:x}-{:x}", now.as_micros(), std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_aws_takes() {
        let long = name(&"Ünlike/any name:".repeat(20));
        assert!(long.len() <= 80 && long.starts_with("verify--nlike-any-name-"), "{long}");
        assert!(long.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{long}");
    }
}
