//! Queues, which calls name by their address.

use crate::text::{Part, Text};

/// The ARN of a queue whose address is known.
pub(super) fn queue_arn(url: &Text) -> Text {
    if url.is_arn() {
        return url.clone();
    }
    match (&url.0[..], url.as_plain()) {
        // An address is no ARN, and no function of CloudFormation makes one of it: the ARN is a parameter of its own.
        ([Part::Parameter(name)], _) => Text::part(Part::Parameter(queue_parameter(name))),
        (_, Some(text)) => {
            let parts: Vec<&str> = text.split('/').collect();
            let host: Vec<&str> =
                parts.get(2).map(|it| it.split('.').collect()).unwrap_or_default();
            match (&parts[..], &host[..]) {
                ([_, _, _, account, name], ["sqs", region, ..]) => {
                    let mut arn = Text(vec![Part::Plain("arn:".into()), Part::Partition]);
                    arn.push(&format!(":sqs:{region}:{account}:{name}"));
                    arn
                }
                _ => Text::arn("sqs", &Text::plain(parts.last().copied().unwrap_or("*"))),
            }
        }
        (parts, None) => {
            // The last segment is the name of the queue.
            let tail: Vec<Part> = parts
                .iter()
                .rev()
                .take_while(|it| !matches!(it, Part::Plain(text) if text.contains('/')))
                .cloned()
                .collect();
            let last = parts.iter().rev().find_map(|it| match it {
                Part::Plain(text) => text.rsplit_once('/').map(|(_, name)| name.to_owned()),
                _ => None,
            });
            let mut name = Text::plain(last.unwrap_or_default());
            for part in tail.into_iter().rev() {
                name = name.then(&Text(vec![part]));
            }
            Text::arn("sqs", &name)
        }
    }
}

/// The parameter for the ARN of a queue whose address is another one.
pub(crate) fn queue_parameter(url: &str) -> String {
    format!("{}Arn", url.strip_suffix("Url").or_else(|| url.strip_suffix("URL")).unwrap_or(url))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queues_have_arns() {
        for (url, expected) in [
            (
                "https://sqs.eu-west-1.amazonaws.com/123456789012/orders",
                "arn:P:sqs:eu-west-1:123456789012:orders",
            ),
            (
                "https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/orders",
                "arn:P:sqs:R:A:orders",
            ),
            (
                "https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/${Name}",
                "arn:P:sqs:R:A:<Name>",
            ),
            ("${QueueUrl}", "<QueueArn>"),
            ("${Queue}", "<QueueArn>"),
            ("${QueueArn}", "<QueueArn>"),
        ] {
            assert_eq!(queue_arn(&Text::of(url)).shown(), expected, "{url}");
        }
    }
}
