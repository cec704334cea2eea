//! The calls that a definition makes, as its JSON has them.

use crate::problem::escaped;
use crate::text::{Part, Text};
use serde_json::Value;

/// A state of a definition.
pub(crate) struct State<'d> {
    /// A JSON pointer to it.
    pub(crate) pointer: String,
    /// Its name.
    pub(crate) name: &'d str,
    /// Its JSON.
    pub(crate) json: &'d Value,
}

/// All states, those of inner scopes after the one they are in.
pub(crate) fn states(definition: &Value) -> Vec<State<'_>> {
    let mut all = vec![];
    collect(definition, String::new(), &mut all);
    all
}

fn collect<'d>(scope: &'d Value, pointer: String, all: &mut Vec<State<'d>>) {
    for (name, json) in scope["States"].as_object().into_iter().flatten() {
        let pointer = format!("{pointer}/States/{}", escaped(name));
        let branches = json["Branches"].as_array().into_iter().flatten().enumerate();
        let branches = branches.map(|(index, it)| (format!("{pointer}/Branches/{index}"), it));
        let processors = ["ItemProcessor", "Iterator"].into_iter();
        let processors =
            processors.filter_map(|key| Some((format!("{pointer}/{key}"), json.get(key)?)));
        let inner: Vec<(String, &Value)> = branches.chain(processors).collect();
        all.push(State { pointer, name, json });
        inner.into_iter().for_each(|(pointer, scope)| collect(scope, pointer, all));
    }
}

/// True if a Map starts executions of its own.
pub(crate) fn is_distributed(state: &Value) -> bool {
    ["ItemProcessor", "Iterator"]
        .iter()
        .any(|key| state[key]["ProcessorConfig"]["Mode"] == "DISTRIBUTED")
}

/// An argument of a call.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Argument {
    /// It is not there.
    Absent,
    /// An execution computes it.
    Computed,
    /// It stands there, with its placeholders.
    Known(Text),
}

/// A call of a service.
pub(crate) struct Call<'d> {
    /// The service in its resource: `sqs`; of `aws-sdk:s3` it is `s3`.
    pub(crate) service: &'d str,
    /// The action: `sendMessage`.
    pub(crate) action: &'d str,
    /// `sync`, `sync:2` or `waitForTaskToken`.
    pub(crate) pattern: Option<&'d str>,
    /// True if it is an action of the SDK.
    pub(crate) sdk: bool,
    /// `Arguments` or `Parameters`.
    pub(crate) arguments: &'d Value,
}

impl<'d> Call<'d> {
    /// The call that a resource and arguments stand for; `None` where the resource is no integration.
    pub(crate) fn of(resource: &'d str, holder: &'d Value) -> Option<Self> {
        let rest = resource.strip_prefix("arn:")?;
        let (_, rest) = rest.split_once(":states:")?;
        let mut parts = rest.splitn(3, ':');
        let (_, _, rest) = (parts.next()?, parts.next()?, parts.next()?);
        let (rest, sdk) = match rest.strip_prefix("aws-sdk:") {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let (service, action) = rest.split_once(':')?;
        if service == "activity" {
            return None;
        }
        let (action, pattern) = match action.split_once('.') {
            Some((action, pattern)) => (action, Some(pattern)),
            None => (action, None),
        };
        let arguments = holder.get("Arguments").or_else(|| holder.get("Parameters"));
        Some(Call { service, action, pattern, sdk, arguments: arguments.unwrap_or(&Value::Null) })
    }

    /// True if it waits for a job to end.
    pub(crate) fn waits(&self) -> bool {
        self.pattern.is_some_and(|it| it.starts_with("sync"))
    }

    /// An argument by its name. Actions of the SDK have names in Pascal case.
    pub(crate) fn argument(&self, name: &str) -> Argument {
        argument(self.arguments, name)
    }
}

/// A member of an object that holds arguments. Step Functions has the names of the SDK for Java, whose abbreviations are
/// words (`Acl`, `DbInstanceIdentifier`) where the services have capitals (`ACL`): names are compared without their case.
pub(crate) fn argument(holder: &Value, name: &str) -> Argument {
    let Some(members) = holder.as_object() else {
        // The whole object is an expression.
        return if holder.is_null() { Argument::Absent } else { Argument::Computed };
    };
    let named = |(key, _): &(&String, &Value)| {
        key.strip_suffix(".$").unwrap_or(key).eq_ignore_ascii_case(name)
    };
    match members.iter().find(named) {
        None => Argument::Absent,
        Some((key, path)) if key.ends_with(".$") => match path == "$$.StateMachine.Id" {
            true => Argument::Known(Text::part(Part::Machine)),
            false => Argument::Computed,
        },
        Some((_, Value::String(text))) => written(text),
        Some(_) => Argument::Computed,
    }
}

/// A text that an argument is.
pub(crate) fn written(text: &str) -> Argument {
    const MACHINE: &str = "$states.context.StateMachine.Id";
    let Some(inside) = text.trim().strip_prefix("{%").and_then(|it| it.strip_suffix("%}")) else {
        return Argument::Known(Text::of(text));
    };
    let inside = inside.trim();
    if inside == MACHINE {
        return Argument::Known(Text::part(Part::Machine));
    }
    // The machine of a name beside this one, as exported documents have it.
    let beside = format!("$substringBefore({MACHINE}, ':stateMachine:') & '");
    let beside = inside.strip_prefix(&beside).and_then(|it| it.strip_suffix('\''));
    match beside.filter(|it| !it.contains('\'')) {
        Some(resource) => {
            let resource = resource.trim_start_matches(':');
            Argument::Known(Text::arn("states", &Text::plain(resource)))
        }
        None => Argument::Computed,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn resources_are_calls() {
        for (resource, expected) in [
            (
                "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                Some(("sqs", "sendMessage", Some("waitForTaskToken"), false)),
            ),
            (
                "arn:aws:states:::states:startExecution.sync:2",
                Some(("states", "startExecution", Some("sync:2"), false)),
            ),
            ("arn:aws:states:::aws-sdk:s3:getObject", Some(("s3", "getObject", None, true))),
            (
                "arn:${Partition}:states:::batch:submitJob.sync",
                Some(("batch", "submitJob", Some("sync"), false)),
            ),
            ("arn:aws:states:us-east-1:123456789012:activity:pack", None),
            ("arn:aws:lambda:us-east-1:123456789012:function:f", None),
            ("${FunctionArn}", None),
        ] {
            let call = Call::of(resource, &Value::Null);
            let found = call.as_ref().map(|it| (it.service, it.action, it.pattern, it.sdk));
            assert_eq!(found, expected, "{resource}");
        }
    }

    #[test]
    fn arguments_are_known_or_computed() {
        let holder = json!({ "Arguments": {
            "A": "x", "B.$": "$.b", "C": "{% $c %}", "D": { "e": 1 }, "M": "{% $states.context.StateMachine.Id %}",
        } });
        let call = Call::of("arn:aws:states:::sqs:sendMessage", &holder).unwrap();
        assert_eq!(call.argument("A"), Argument::Known(Text::plain("x")));
        assert_eq!(call.argument("M"), Argument::Known(Text::part(Part::Machine)));
        for name in ["B", "C", "D"] {
            assert_eq!(call.argument(name), Argument::Computed, "{name}");
        }
        assert_eq!(call.argument("a"), Argument::Known(Text::plain("x")));
        assert_eq!(call.argument("b"), Argument::Computed);
        assert_eq!(call.argument("E"), Argument::Absent);
    }
}
