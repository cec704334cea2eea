//! Prepares the parameters of an integration as AWS does before it calls.

use super::{Pattern, Target};
use serde_json::{Value, json};
use std::sync::Arc;

impl Target {
    /// Checks the parameters, and adds what AWS adds.
    ///
    /// # Errors
    /// The cause of the `States.Runtime` that the state fails with.
    pub(crate) fn prepare(&self, arguments: &mut Arc<Value>) -> Result<(), String> {
        match self.action() {
            // Recorded.
            Some(("apigateway", "invoke")) if !lists(arguments.get("Headers")) => Err(format!(
                "The Parameters '{arguments}' could not be used to start the Task: [The value of the field 'Headers' has an invalid format]"
            )),
            // Recorded: who watches tasks of ECS finds those of Step Functions by it.
            Some(("ecs", "runTask"))
                if self.pattern() != Pattern::RequestResponse
                    && arguments.get("StartedBy").is_none() =>
            {
                if let Some(fields) = Arc::make_mut(arguments).as_object_mut() {
                    fields.insert("StartedBy".into(), json!("AWS Step Functions"));
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

/// True if all values are lists: a header may stand several times.
fn lists(headers: Option<&Value>) -> bool {
    match headers {
        None => true,
        Some(Value::Object(headers)) => headers.values().all(Value::is_array),
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn headers_are_lists() {
        let target = Target::parse("arn:aws:states:::apigateway:invoke").unwrap();
        let prepare = |headers| target.prepare(&mut Arc::new(json!({ "Headers": headers })));
        assert!(prepare(json!({ "a": ["b"], "c": [] })).is_ok());
        assert!(prepare(json!({ "a": "b" })).unwrap_err().contains("'Headers' has an invalid"));
        assert!(prepare(json!("a")).is_err());
    }

    #[test]
    fn tasks_of_ecs_say_who_started_them() {
        let target = Target::parse("arn:aws:states:::ecs:runTask.sync").unwrap();
        let mut arguments = Arc::new(json!({ "Cluster": "c" }));
        target.prepare(&mut arguments).unwrap();
        assert_eq!(arguments["StartedBy"], "AWS Step Functions");
    }
}
