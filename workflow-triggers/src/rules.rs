//! AWS's rules for what starts a state machine. Each returns its rule in words where it is broken.

use crate::shown;

/// The most letters of a pattern of EventBridge, where an account has raised its quota as far as it goes.
const PATTERN: usize = 4_096;
/// The methods of requests.
pub const METHODS: [&str; 7] = ["DELETE", "GET", "HEAD", "PATCH", "POST", "PUT", "ANY"];
/// The events of objects that a bucket tells EventBridge (S3 User Guide, "EventBridge event message structure").
pub const OBJECT_EVENTS: [&str; 10] = [
    "Object Created",
    "Object Deleted",
    "Object Restore Initiated",
    "Object Restore Completed",
    "Object Restore Expired",
    "Object Storage Class Changed",
    "Object Access Tier Changed",
    "Object ACL Updated",
    "Object Tags Added",
    "Object Tags Deleted",
];

/// The name of a trigger.
///
/// # Errors
/// Its rule.
pub fn name(name: &str) -> Result<(), String> {
    let good = (1..=32).contains(&name.len())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    good.then_some(()).ok_or_else(|| {
        format!("the name of a trigger has 1 to 32 letters, digits, - _ or . (it is a part of names that have 64), not {name:?}")
    })
}

/// The name of a schedule of an engine. With the time behind it, that of a run has 80 characters, as many as AWS allows
/// (documented).
///
/// # Errors
/// Its rule.
pub fn schedule(name: &str) -> Result<(), String> {
    const MOST: usize = 63;
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let good = (1..=MOST).contains(&name.len()) && name.chars().all(plain);
    good.then_some(()).ok_or_else(|| {
        format!(
            "`{}` is no name of a schedule: it has 1 to {MOST} letters, digits, `-`, `_` and `.`",
            shown(name)
        )
    })
}

/// The identity of a trigger: the letters and digits of its name, behind an `x` where no letter is the first. Two triggers
/// for which it is the same would be one resource of a template.
#[must_use]
pub fn resource(name: &str) -> String {
    let plain = name.chars().filter(char::is_ascii_alphanumeric);
    let plain: String = plain.map(|c| c.to_ascii_lowercase()).collect();
    if plain.starts_with(|c: char| c.is_ascii_lowercase()) { plain } else { format!("x{plain}") }
}

/// The bus of events: its name or its ARN (EventBridge API Reference, `PutRule`).
///
/// # Errors
/// Its rule.
pub fn bus(bus: &str) -> Result<(), String> {
    let Some(filled) = filled(bus) else { return Ok(()) };
    let word = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    let named = (1..=256).contains(&filled.len()) && filled.chars().all(word);
    let good = named || filled.len() <= 1600 && arn(&filled, "events").is_ok();
    good.then_some(()).ok_or_else(|| {
        format!(
            "a bus has 1 to 256 letters, digits, / . _ or -, or is an ARN of EventBridge, not {:?}",
            shown(bus)
        )
    })
}

/// The length of a pattern, as EventBridge counts it (API Reference, `PutRule`).
///
/// # Errors
/// Its rule.
pub fn pattern_length(letters: usize) -> Result<(), String> {
    (letters <= PATTERN).then_some(()).ok_or_else(|| {
        format!("a pattern of EventBridge has at most {PATTERN} letters, not {letters}")
    })
}

/// The beginning of keys (S3 User Guide, "Object key names").
///
/// # Errors
/// Its rule.
pub fn prefix(prefix: &str) -> Result<(), String> {
    let length = prefix.len();
    (length <= 1024)
        .then_some(())
        .ok_or_else(|| format!("a key of S3 has at most 1024 bytes, its beginning not {length}"))
}

/// The name of a bucket.
///
/// # Errors
/// Its rule.
pub fn bucket(bucket: &str) -> Result<(), String> {
    let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-".contains(c);
    let plain = bucket.chars().all(word) && (3..=63).contains(&bucket.len());
    (plain || bucket.contains("${")).then_some(()).ok_or_else(|| {
        format!(
            "the name of a bucket has 3 to 63 lower-case letters, digits, . or -, not {bucket:?}"
        )
    })
}

/// An event of objects in a bucket.
///
/// # Errors
/// Its rule.
pub fn object_event(event: &str) -> Result<(), String> {
    OBJECT_EVENTS.contains(&event).then_some(()).ok_or_else(|| {
        format!("an event of objects is one of {}, not {event:?}", OBJECT_EVENTS.join(", "))
    })
}

/// The method of a request.
///
/// # Errors
/// Its rule.
pub fn method(method: &str) -> Result<(), String> {
    METHODS.contains(&method).then_some(()).ok_or_else(|| {
        format!("the method of a request is one of {}, not {method:?}", METHODS.join(", "))
    })
}

/// The path of a request.
///
/// # Errors
/// Its rule.
pub fn path(path: &str) -> Result<(), String> {
    let good = path.starts_with('/') && !path.contains(char::is_whitespace);
    good.then_some(()).ok_or_else(|| format!("a path begins with /, not {path:?}"))
}

/// Minutes within which a schedule may start.
///
/// # Errors
/// Their rule.
pub fn schedule_window(minutes: u32) -> Result<(), String> {
    (1..=1440)
        .contains(&minutes)
        .then_some(())
        .ok_or_else(|| format!("the window of a schedule has 1 to 1440 minutes, not {minutes}"))
}

/// The messages of a queue that come together (EventBridge User Guide, "Batching"; Lambda Developer Guide, "SQS").
///
/// # Errors
/// Their rule.
pub fn batch(arn: &str, batch: u32) -> Result<(), String> {
    let (of, most) =
        if arn.ends_with(".fifo") { ("a batch of a FIFO queue", 10) } else { ("a batch", 10_000) };
    (1..=most)
        .contains(&batch)
        .then_some(())
        .ok_or_else(|| format!("{of} has 1 to {most} messages, not {batch}"))
}

/// The seconds for which a batch of so many messages is waited for.
///
/// # Errors
/// Their rule.
pub fn queue_window(arn: &str, batch: u32, seconds: Option<u32>) -> Result<(), String> {
    if arn.ends_with(".fifo") {
        let rule = || "a FIFO queue has no window in which a batch is waited for".to_owned();
        return seconds.is_none().then_some(()).ok_or_else(rule);
    }
    let least = u32::from(batch > 10);
    let seconds = seconds.unwrap_or(least);
    (least..=300).contains(&seconds).then_some(()).ok_or_else(|| {
        let of = if batch > 10 { " of more than 10 messages" } else { "" };
        format!("a batch{of} is waited for {least} to 300 seconds, not {seconds}")
    })
}

/// An ARN of a service: `arn:partition:service:region:account:resource` (General Reference, "ARNs"; IAM, "Resource" of
/// policies). An empty service stands for any, `x` for a part that is not known.
///
/// # Errors
/// Its rule.
pub fn arn(arn: &str, service: &str) -> Result<(), String> {
    fits(arn, service).then_some(()).ok_or_else(|| {
        let of = if service.is_empty() { "SERVICE" } else { service };
        format!(
            "an ARN is written arn:aws:{of}:REGION:ACCOUNT:RESOURCE, with 12 digits for the account, not {arn:?}"
        )
    })
}

fn fits(arn: &str, service: &str) -> bool {
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    let [begin, partition, of, region, account, resource] = parts[..] else { return false };
    let word = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || "-*".contains(c));
    let numbered = account.is_empty()
        || ["*", "x", "aws"].contains(&account)
        || account.len() == 12 && account.chars().all(|c| c.is_ascii_digit());
    let named = !partition.is_empty() && !of.is_empty();
    let resource = !resource.is_empty() && written(of, resource) && arn.len() <= 2048;
    begin == "arn"
        && named
        && [partition, of, region].iter().all(|it| word(it))
        && numbered
        && resource
        && (service.is_empty() || of == service || of == "x")
}

/// True for a resource that a policy may name. Keys of S3 are any texts (those of IAM have letters up to `ÿ`); jobs and
/// alarms may have spaces in their names.
fn written(service: &str, resource: &str) -> bool {
    let (name, key) = match service {
        "s3" => resource.split_once('/').unwrap_or((resource, "")),
        _ => (resource, ""),
    };
    let spaces = ["cloudwatch", "databrew", "glue"].contains(&service);
    let plain = |c: char| !"<>{}".contains(c) && (spaces || c != ' ');
    name.chars().all(plain) && key.chars().all(|c| !c.is_control() && c <= 'ÿ')
}

/// A text with something in the place of its placeholders, `${AWS::Region}`; `None` where it begins with one that is no
/// part of AWS's own, and may stand for all of it.
#[must_use]
pub fn filled(text: &str) -> Option<String> {
    let (mut filled, mut rest) = (String::new(), text);
    while let Some((before, behind)) = rest.split_once("${") {
        let Some((name, after)) = behind.split_once('}') else { break };
        if filled.is_empty() && before.is_empty() && !name.starts_with("AWS::") {
            return None;
        }
        filled.push_str(before);
        filled.push_str(if name == "AWS::AccountId" { "123456789012" } else { "x" });
        rest = after;
    }
    Some(filled + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arns_have_a_shape() {
        for (text, fits) in [
            ("arn:aws:sqs:eu-west-1:123456789012:orders", true),
            ("arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:orders", true),
            ("${QueueArn}", true),
            ("https://sqs.eu-west-1.amazonaws.com/123456789012/orders", false),
            ("arn:aws:sns:eu-west-1:123456789012:orders", false),
            ("arn:aws:sqs:eu-west-1:1234:orders", false),
            ("arn:aws:sqs:eu-west-1:123456789012:", false),
        ] {
            let found = filled(text).is_none_or(|it| arn(&it, "sqs").is_ok());
            assert_eq!(found, fits, "{text}");
        }
    }

    #[test]
    fn batches_and_their_windows_have_bounds() {
        let fifo = "arn:aws:sqs:eu-west-1:123456789012:q.fifo";
        for (arn, size, seconds, expected) in [
            ("q", 1, None, (true, true)),
            ("q", 11, None, (true, true)),
            ("q", 11, Some(0), (true, false)),
            ("q", 10_001, Some(301), (false, false)),
            ("q", 0, Some(0), (false, true)),
            (fifo, 10, None, (true, true)),
            (fifo, 11, Some(1), (false, false)),
        ] {
            let found = (batch(arn, size).is_ok(), queue_window(arn, size, seconds).is_ok());
            assert_eq!(found, expected, "{arn} {size} {seconds:?}");
        }
    }

    #[test]
    fn names_have_rules() {
        assert!(name("mornings-1.a_b").is_ok() && name("").is_err() && name("a b").is_err());
        for (one, other) in [("Day-1", "day.1"), ("1", "x1"), ("1", "X.1"), ("-", "x")] {
            assert_eq!(resource(one), resource(other), "{one} {other}");
        }
        assert_ne!(resource("1"), resource("2"));
        assert!(bucket("in.coming-1").is_ok() && bucket("${Bucket}").is_ok());
        assert!(bucket("Incoming").is_err() && bucket("ab").is_err());
        assert!(method("POST").is_ok() && method("post").is_err());
        assert!(path("/a/{id}").is_ok() && path("a").is_err() && path("/a b").is_err());
        assert!(object_event("Object Created").is_ok() && object_event("created").is_err());
        assert!(schedule_window(1440).is_ok() && schedule_window(0).is_err());
        let long = "o".repeat(257);
        for (name, good) in [
            ("default", true),
            ("aws.partner/shop.com/1", true),
            ("${Bus}", true),
            ("arn:aws:events:${AWS::Region}:123456789012:event-bus/orders", true),
            ("arn:aws:sqs:eu-west-1:123456789012:orders", false),
            ("", false),
            ("all orders", false),
            (&long, false),
        ] {
            assert_eq!(bus(name).is_ok(), good, "{name}");
        }
        assert!(pattern_length(4096).is_ok() && pattern_length(4097).is_err());
        assert!(prefix(&"a".repeat(1024)).is_ok() && prefix(&"a".repeat(1025)).is_err());
    }
}
