//! The responses of services, as far as mocked results are compared with them. `responses.txt` has them, written from AWS's
//! public API models by `responses.py`, which says how to read it.

const ALL: &str = include_str!("responses.txt");

/// The responses of one service.
pub(super) struct Service {
    enums: Vec<&'static str>,
    objects: Vec<&'static str>,
    actions: Vec<(&'static str, &'static str)>,
}

/// The kind of a value. What is within is the text of another kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Any,
    /// A text of so many characters.
    Text(Bounds),
    /// A text with so many bytes.
    Blob(Bounds),
    Flag,
    Number(Bounds),
    /// One of these words, with `|` between them.
    OneOf(&'static str),
    List(&'static str),
    /// Values under any name.
    Table(&'static str),
    /// Its members.
    Object(&'static str),
}

/// The least and the most.
pub(super) type Bounds = (Option<f64>, Option<f64>);

/// A member of an object.
pub(super) struct Member {
    /// The name that Step Functions gives it.
    pub(super) name: &'static str,
    /// The name that it has in the model, which optimized integrations keep.
    pub(super) given: &'static str,
    pub(super) kind: &'static str,
    pub(super) required: bool,
}

impl Service {
    /// Returns the service of a name in `aws-sdk` integrations, if it is known here.
    pub(super) fn of(name: &str) -> Option<Self> {
        let mut sections = ALL.trim_start_matches('=').split("\n=");
        let lines = sections.find_map(|it| it.strip_prefix(name)?.strip_prefix('\n'))?;
        let mut all = Service { enums: vec![], objects: vec![], actions: vec![] };
        for line in lines.lines() {
            match (line.strip_prefix("e "), line.strip_prefix('#')) {
                (Some(words), _) => all.enums.push(words),
                (_, Some(members)) => all.objects.push(members),
                _ => all.actions.extend(line.split_once(' ')),
            }
        }
        Some(all)
    }

    /// Returns what an action returns, if it returns anything.
    pub(super) fn response(&self, action: &str) -> Option<&'static str> {
        self.actions.iter().find(|(name, _)| *name == action).map(|(_, kind)| *kind)
    }

    /// Reads a kind.
    pub(super) fn kind(&self, text: &'static str) -> Kind {
        let rest = text.get(1..).unwrap_or_default();
        let place = |all: &[&'static str]| Some(*all.get(rest.parse::<usize>().ok()?)?);
        match text.as_bytes().first() {
            Some(b's') => Kind::Text(bounds(rest, '-')),
            Some(b'b') => Kind::Blob(bounds(rest, '-')),
            Some(b'n') => Kind::Number(bounds(rest, ':')),
            Some(b'f') => Kind::Flag,
            Some(b'[') => Kind::List(rest),
            Some(b'{') => Kind::Table(rest),
            Some(b'e') => place(&self.enums).map_or(Kind::Any, Kind::OneOf),
            Some(b'#') => place(&self.objects).map_or(Kind::Any, Kind::Object),
            _ => Kind::Any,
        }
    }
}

fn bounds(text: &str, between: char) -> Bounds {
    match text.split_once(between) {
        Some((least, most)) => (least.parse().ok(), most.parse().ok()),
        None => (None, None),
    }
}

/// Reads the members of an object.
pub(super) fn members(text: &'static str) -> impl Iterator<Item = Member> {
    text.split(',').filter_map(|member| {
        let (names, kind) = member.split_once(' ')?;
        let (names, required) = match names.strip_suffix('!') {
            Some(names) => (names, true),
            None => (names, false),
        };
        let (name, given) = names.split_once('=').unwrap_or((names, names));
        Some(Member { name, given, kind, required })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let mut kinds = 0;
        for section in ALL.trim_start_matches('=').split("\n=") {
            let name = section.lines().next().unwrap_or_default();
            let Some(service) = Service::of(name) else { panic!("{name}") };
            let within = service.objects.iter().flat_map(|object| members(object));
            let all = within.map(|it| it.kind).chain(service.actions.iter().map(|it| it.1));
            for text in all {
                let inner = text.trim_start_matches(['[', '{']);
                let is_any = service.kind(inner) == Kind::Any;
                assert_eq!(is_any, inner == "a", "{name}: {text}");
                kinds += 1;
            }
            assert!(!service.actions.is_empty(), "{name}");
        }
        assert!(kinds > 10_000, "{kinds}");
    }
}
