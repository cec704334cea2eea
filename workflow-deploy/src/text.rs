//! Texts of which parts are known only where the stack is deployed: ARNs, above all.

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// As it is.
    Plain(String),
    /// `aws`, `aws-cn`, `aws-us-gov`.
    Partition,
    /// The region of the stack.
    Region,
    /// The account of the stack.
    Account,
    /// The value of a parameter.
    Parameter(String),
    /// The ARN of a function of the stack, by its key.
    Function(String),
    /// The ARN of the version of a function that this release publishes.
    FunctionVersion(String),
    /// The name of the bucket of large values.
    Large,
    /// The ARN of the state machine.
    Machine,
    /// The ARN that is started: that of the alias, or of the machine.
    Target,
}

/// A text with parts to be filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(pub Vec<Part>);

impl Text {
    /// A text of one part.
    pub(crate) fn part(part: Part) -> Self {
        Text(vec![part])
    }

    /// A text as it is.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Text(vec![Part::Plain(text.into())])
    }

    /// Everything: `*`.
    pub(crate) fn any() -> Self {
        Text::plain("*")
    }

    /// A text with placeholders: `${AWS::Region}` and its like are what they stand for, others parameters.
    pub(crate) fn of(text: &str) -> Self {
        let mut parts = vec![];
        let mut rest = text;
        while let Some((before, name, after)) = placeholder(rest) {
            push(&mut parts, before);
            parts.push(named(name));
            rest = after;
        }
        push(&mut parts, rest);
        Text(parts)
    }

    /// The ARN of something in the account and region of the stack.
    pub(crate) fn arn(service: &str, resource: &Text) -> Self {
        Text::arn_in(service, true, true, resource)
    }

    /// An ARN with or without region and account.
    pub(crate) fn arn_in(service: &str, region: bool, account: bool, resource: &Text) -> Self {
        let mut text = Text(vec![Part::Plain("arn:".into()), Part::Partition]);
        text.push(&format!(":{service}:"));
        if region {
            text.0.push(Part::Region);
        }
        text.push(":");
        if account {
            text.0.push(Part::Account);
        }
        text.push(":");
        text.then(resource)
    }

    /// Adds plain text.
    pub(crate) fn push(&mut self, text: &str) {
        push(&mut self.0, text);
    }

    /// Adds another text.
    #[must_use]
    pub(crate) fn then(mut self, other: &Text) -> Self {
        for part in &other.0 {
            match part {
                Part::Plain(text) => self.push(text),
                other => self.0.push(other.clone()),
            }
        }
        self
    }

    /// The same with plain text behind.
    #[must_use]
    pub(crate) fn with(mut self, text: &str) -> Self {
        self.push(text);
        self
    }

    /// The text, if no part is to be filled in.
    #[must_use]
    pub fn as_plain(&self) -> Option<&str> {
        match &self.0[..] {
            [Part::Plain(text)] => Some(text),
            [] => Some(""),
            _ => None,
        }
    }

    /// True if it stands for everything.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.as_plain() == Some("*")
    }

    /// True if it is an ARN: it begins so, or it is a parameter that is called one.
    pub(crate) fn is_arn(&self) -> bool {
        match &self.0[..] {
            [Part::Plain(text), ..] => text.starts_with("arn:"),
            [Part::Parameter(name)] => name.to_ascii_lowercase().ends_with("arn"),
            [Part::Function(_) | Part::FunctionVersion(_) | Part::Machine, ..] => true,
            _ => false,
        }
    }

    /// The parameters in it.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|part| match part {
            Part::Parameter(name) => Some(name.as_str()),
            _ => None,
        })
    }

    /// Writes it with each part as a format has it.
    pub(crate) fn render(&self, mut part: impl FnMut(&Part) -> String) -> String {
        self.0.iter().map(&mut part).collect()
    }

    /// The text as tests expect it, its parts in words.
    #[cfg(test)]
    pub(crate) fn shown(&self) -> String {
        self.render(|part| match part {
            Part::Plain(text) => text.clone(),
            Part::Partition => "P".into(),
            Part::Region => "R".into(),
            Part::Account => "A".into(),
            Part::Parameter(name) => format!("<{name}>"),
            other => format!("{other:?}"),
        })
    }
}

fn push(parts: &mut Vec<Part>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Part::Plain(before)) => before.push_str(text),
        _ => parts.push(Part::Plain(text.to_owned())),
    }
}

/// The parts that names stand for which deployments know.
fn named(name: &str) -> Part {
    match name {
        "AWS::Partition" | "AWSPartition" | "Partition" | "partition" => Part::Partition,
        "AWS::Region" => Part::Region,
        "AWS::AccountId" => Part::Account,
        name => Part::Parameter(name.to_owned()),
    }
}

/// The first placeholder of a text, with what stands before and after it. JSONata has `${` too, with other things
/// inside.
pub(crate) fn placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find("${").map(|at| at + from) {
        let inside = &text[at + 2..];
        let end = inside.find(|c: char| !c.is_ascii_alphanumeric() && !"_.-:".contains(c));
        let name = &inside[..end.unwrap_or(inside.len())];
        let begins = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        let colons = name.contains(':') && !name.starts_with("AWS::");
        if begins && !colons && inside[name.len()..].starts_with('}') {
            return Some((&text[..at], name, &inside[name.len() + 1..]));
        }
        from = at + 2;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_parts() {
        let plain = |text: &str| Part::Plain(text.to_owned());
        let parameter = |name: &str| Part::Parameter(name.to_owned());
        for (text, expected) in [
            ("orders", vec![plain("orders")]),
            ("", vec![]),
            ("${TopicArn}", vec![parameter("TopicArn")]),
            (
                "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:${Name}-x",
                vec![
                    plain("arn:"),
                    Part::Partition,
                    plain(":sns:"),
                    Part::Region,
                    plain(":"),
                    Part::Account,
                    plain(":"),
                    parameter("Name"),
                    plain("-x"),
                ],
            ),
            ("$x${A: 1} ${ B }${", vec![plain("$x${A: 1} ${ B }${")]),
            ("${A:1}${B}", vec![plain("${A:1}"), parameter("B")]),
        ] {
            assert_eq!(Text::of(text).0, expected, "{text}");
        }
    }

    #[test]
    fn arns_are_told_from_names() {
        for (text, arn) in [
            ("arn:aws:sns:::x", true),
            ("${TopicArn}", true),
            ("${topic_ARN}", true),
            ("${Table}", false),
            ("orders", false),
            ("", false),
        ] {
            assert_eq!(Text::of(text).is_arn(), arn, "{text}");
        }
    }
}
