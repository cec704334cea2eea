//! ARNs of the service: which resource one names.

use crate::refusal::Refusal;

/// A resource, by its ARN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Resource<'a> {
    /// A state machine, or a version or an alias of it.
    Machine {
        /// Its name.
        name: &'a str,
        /// The number of a version, or the name of an alias.
        qualifier: Option<&'a str>,
    },
    /// An execution of a STANDARD machine: the name of the machine (with a label, of a distributed Map's item).
    Execution {
        /// The name of the machine.
        machine: &'a str,
    },
    /// An execution of an EXPRESS machine.
    Express {
        /// The name of the machine.
        machine: &'a str,
    },
    /// An activity.
    Activity {
        /// Its name.
        name: &'a str,
    },
    /// A Map Run of an execution of this machine.
    MapRun {
        /// The name of the machine.
        machine: &'a str,
        /// The label of the Map state.
        label: &'a str,
    },
}

/// Returns the name of a machine without the label that it has in ARNs of a distributed Map's items.
pub(crate) fn unlabelled(machine: &str) -> &str {
    machine.split_once('/').map_or(machine, |(name, _)| name)
}

/// Reads an ARN (the texts are recorded of a wrong prefix, and judgement of the rest).
pub(crate) fn read(arn: &str) -> Result<Resource<'_>, Refusal> {
    if !arn.starts_with("arn:") {
        return Err(invalid(&format!("Invalid ARN prefix: {arn}")));
    }
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let [_, partition, service, _, _, rest] = parts[..] else {
        return Err(invalid(&format!("Invalid ARN: {arn}")));
    };
    if !partition.starts_with("aws") || service != "states" {
        return Err(invalid(&format!("Invalid ARN: {arn}")));
    }
    let mut names = rest.split(':');
    let (kind, name) = (names.next().unwrap_or_default(), names.next().unwrap_or_default());
    let more: Vec<&str> = names.collect();
    if name.is_empty() {
        return Err(invalid(&format!("Resource name missing in ARN: {arn}")));
    }
    match (kind, &more[..]) {
        ("stateMachine", []) => Ok(Resource::Machine { name, qualifier: None }),
        ("stateMachine", [qualifier]) if !qualifier.is_empty() => {
            Ok(Resource::Machine { name, qualifier: Some(qualifier) })
        }
        ("execution", [_]) => Ok(Resource::Execution { machine: name }),
        ("express", [_] | [_, _]) => Ok(Resource::Express { machine: name }),
        ("activity", []) => Ok(Resource::Activity { name }),
        ("mapRun", [_]) => {
            let (machine, label) = name.split_once('/').unwrap_or((name, ""));
            Ok(Resource::MapRun { machine, label })
        }
        ("stateMachine" | "execution" | "express" | "activity" | "mapRun", _) => {
            Err(invalid(&format!("Invalid ARN: {arn}")))
        }
        _ => Err(Refusal::out_of_context(kind)),
    }
}

fn invalid(why: &str) -> Refusal {
    Refusal::new("InvalidArn", format!("Invalid Arn: '{why}'"))
}

/// Returns the name of the machine of this ARN, which names no version or alias.
pub(crate) fn machine(arn: &str) -> Result<&str, Refusal> {
    match qualified(arn)? {
        (name, None) => Ok(name),
        // A label of a distributed Map, or a qualifier.
        _ => Err(Refusal::out_of_context("stateMachine")),
    }
}

/// Returns the name of the machine of this ARN, and its version or alias.
pub(crate) fn qualified(arn: &str) -> Result<(&str, Option<&str>), Refusal> {
    match read(arn)? {
        Resource::Machine { name, .. } if name.contains('/') => Err(Refusal::because(
            "API_DOES_NOT_SUPPORT_LABELED_ARNS",
            "This operation does not support labeled state machine ARNs",
        )),
        Resource::Machine { name, qualifier } => Ok((name, qualifier)),
        other => Err(Refusal::out_of_context(other.kind())),
    }
}

/// Checks that an ARN names an execution whose history is kept.
pub(crate) fn execution(arn: &str) -> Result<&str, Refusal> {
    match read(arn)? {
        Resource::Execution { machine } => Ok(machine),
        other => Err(Refusal::out_of_context(other.kind())),
    }
}

/// Returns the name of the machine of an execution of either type; nothing of other ARNs.
#[cfg(feature = "console")]
pub(crate) fn machine_of(execution: &str) -> &str {
    match read(execution) {
        Ok(Resource::Execution { machine } | Resource::Express { machine }) => machine,
        _ => "",
    }
}

/// Checks that an ARN names an activity.
pub(crate) fn activity(arn: &str) -> Result<&str, Refusal> {
    match read(arn)? {
        Resource::Activity { name } => Ok(name),
        other => Err(Refusal::out_of_context(other.kind())),
    }
}

/// Checks that an ARN names a role of IAM (the text is AWS's; what is a name of a role is left to IAM).
pub(crate) fn role(arn: &str) -> Result<&str, Refusal> {
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let is_role = match parts[..] {
        ["arn", partition, "iam", "", account, rest] => {
            partition.starts_with("aws")
                && account.bytes().all(|it| it.is_ascii_digit())
                && rest.strip_prefix("role/").is_some_and(|name| !name.is_empty())
        }
        _ => false,
    };
    let refused = || Refusal::new("InvalidArn", format!("Invalid Role Arn: '{arn}'"));
    is_role.then_some(arn).ok_or_else(refused)
}

/// Returns the machine and the label of a Map Run.
pub(crate) fn map_run(arn: &str) -> Result<(&str, &str), Refusal> {
    match read(arn)? {
        Resource::MapRun { machine, label } => Ok((machine, label)),
        other => Err(Refusal::out_of_context(other.kind())),
    }
}

impl Resource<'_> {
    /// The word for it in an ARN.
    fn kind(self) -> &'static str {
        match self {
            Resource::Machine { .. } => "stateMachine",
            Resource::Execution { .. } => "execution",
            Resource::Express { .. } => "express",
            Resource::Activity { .. } => "activity",
            Resource::MapRun { .. } => "mapRun",
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    const OWN: &str = "arn:aws:states:us-east-1:123456789012";

    #[test]
    fn resources_are_read() {
        let cases = [
            ("stateMachine:m", Resource::Machine { name: "m", qualifier: None }),
            ("stateMachine:m:3", Resource::Machine { name: "m", qualifier: Some("3") }),
            ("execution:m:e", Resource::Execution { machine: "m" }),
            ("execution:m/l:e", Resource::Execution { machine: "m/l" }),
            ("express:m:e:u", Resource::Express { machine: "m" }),
            ("activity:a", Resource::Activity { name: "a" }),
            ("mapRun:m/l:u", Resource::MapRun { machine: "m", label: "l" }),
        ];
        for (rest, resource) in cases {
            assert_eq!(read(&format!("{OWN}:{rest}")), Ok(resource), "{rest}");
        }
    }

    #[test]
    fn roles_are_those_of_iam() {
        for arn in [
            "arn:aws:iam::123456789012:role/r",
            "arn:aws-cn:iam::1:role/a/b",
            "arn:aws:iam:::role/r",
        ] {
            assert_eq!(role(arn), Ok(arn));
        }
        for arn in
            ["r", "", "arn:aws:iam::1:user/r", "arn:aws:iam::1:role/", "arn:aws:sts::1:role/r", OWN]
        {
            let message = format!("Invalid Role Arn: '{arn}'");
            assert_eq!(role(arn), Err(Refusal::new("InvalidArn", message)));
        }
    }

    #[test]
    fn all_else_is_refused_as_an_arn() {
        let text = |arn: &str| read(arn).unwrap_err().message;
        assert_eq!(text("x"), "Invalid Arn: 'Invalid ARN prefix: x'");
        assert_eq!(text(""), "Invalid Arn: 'Invalid ARN prefix: '");
        for rest in ["", "stateMachine", "stateMachine:", "stateMachine:m:", "execution:m", "x:y"] {
            assert_eq!(read(&format!("{OWN}:{rest}")).unwrap_err().code, "InvalidArn", "{rest}");
        }
        assert_eq!(text("arn:aws:s3:::bucket"), "Invalid Arn: 'Invalid ARN: arn:aws:s3:::bucket'");
        let express = format!("{OWN}:express:m:e:u");
        let message = "Invalid Arn: 'Resource type not valid in this context: express'";
        assert_eq!(execution(&express).unwrap_err().message, message);
    }
}
