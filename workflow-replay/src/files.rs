//! The files of an execution, told apart by what is in them.

use serde_json::Value;

/// The contents of the files.
#[derive(Default)]
pub(crate) struct Files {
    /// The events of all pages.
    pub(crate) events: Vec<Value>,
    /// The output of `describe-execution`.
    pub(crate) described: Option<Value>,
    /// The output of `describe-state-machine` or `describe-state-machine-for-execution`.
    pub(crate) machine: Value,
    /// True if a page says that another one follows.
    pub(crate) unfinished: bool,
}

impl Files {
    /// Reads files, each with its name.
    pub(crate) fn read(files: &[(String, String)]) -> Result<Self, String> {
        let mut read = Files::default();
        for (name, text) in files {
            for value in values(name, text)? {
                read.take(name, value)?;
            }
        }
        if read.events.is_empty() {
            return Err(NO_HISTORY.to_owned());
        }
        Ok(read)
    }

    fn take(&mut self, name: &str, value: Value) -> Result<(), String> {
        match value {
            Value::Array(events) if events.iter().all(is_event) => self.events.extend(events),
            event if is_event(&event) => self.events.push(event),
            page if page["events"].as_array().is_some_and(|it| it.iter().all(is_event)) => {
                let token = |key: &str| page[key].as_str().is_some_and(|token| !token.is_empty());
                self.unfinished |= token("nextToken") || token("NextToken");
                self.events.extend(page["events"].as_array().into_iter().flatten().cloned());
            }
            machine if machine.get("definition").is_some() => self.machine = machine,
            described if described["executionArn"].is_string() => {
                let other = self
                    .described
                    .as_ref()
                    .filter(|it| it["executionArn"] != described["executionArn"]);
                if other.is_some() {
                    return Err(format!(
                        "{name} describes another execution than the files before"
                    ));
                }
                self.described = Some(described);
            }
            log if log.get("execution_arn").is_some() => {
                return Err(format!(
                    "{name} is a log of CloudWatch, which lacks what a replay needs: give the history of `get-execution-history`"
                ));
            }
            _ => return Err(format!("{name} holds neither a history nor an execution: {KNOWN}")),
        }
        Ok(())
    }
}

const NO_HISTORY: &str = "no file holds a history: get it with `aws stepfunctions get-execution-history --execution-arn ARN > history.json`";
const KNOWN: &str = "known is what `get-execution-history`, `describe-execution` and `describe-state-machine-for-execution` print";

fn is_event(value: &Value) -> bool {
    value["type"].is_string() && value["id"].is_number()
}

/// One JSON text, or one in each line.
fn values(name: &str, text: &str) -> Result<Vec<Value>, String> {
    let text = text.trim_start_matches('\u{feff}');
    serde_json::Deserializer::from_str(text)
        .into_iter()
        .collect::<Result<Vec<Value>, _>>()
        .map_err(|error| format!("{name} is not JSON: {error}"))
}
