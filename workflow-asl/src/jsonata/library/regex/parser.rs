//! The parser: ECMA-262 with its annex B, that is, without the flag `u`.

use super::syntax::{Node, Place, Tree};

/// The largest depth of nested groups.
const DEPTH: usize = 200;

pub(super) type Result<T> = std::result::Result<T, &'static str>;

/// Reads a pattern.
pub fn parse(pattern: &str) -> Result<Tree> {
    let letters: Vec<char> = pattern.chars().collect();
    let (groups, named) = census(&letters);
    let mut parser = Parser { letters, at: 0, seen: 0, groups, named, names: vec![], depth: 0 };
    let root = parser.choice()?;
    if parser.peek() == Some(')') {
        return Err("Unmatched ')'");
    }
    let names = parser.names;
    known(&root, &names)?;
    Ok(Tree { root, groups, names })
}

/// Counts the groups, and sees if one has a name: both decide on what stands before them.
fn census(letters: &[char]) -> (usize, bool) {
    let (mut groups, mut named, mut class, mut at) = (0, false, false, 0);
    while at < letters.len() {
        let next = |offset: usize| letters.get(at + offset).copied();
        match letters[at] {
            '\\' => at += 1,
            '[' => class = true,
            ']' => class = false,
            '(' if !class && next(1) != Some('?') => groups += 1,
            '(' if !class && next(2) == Some('<') && !matches!(next(3), Some('=' | '!')) => {
                groups += 1;
                named = true;
            }
            _ => {}
        }
        at += 1;
    }
    (groups, named)
}

/// Looks for references to names that no group has.
fn known(node: &Node, names: &[(String, usize)]) -> Result<()> {
    match node {
        Node::Named(name) if !names.iter().any(|(known, _)| known == name) => {
            Err("Invalid named capture referenced")
        }
        Node::Sequence(nodes) | Node::Choice(nodes) => {
            nodes.iter().try_for_each(|node| known(node, names))
        }
        Node::Group(_, body) | Node::Look { body, .. } | Node::Repeat { body, .. } => {
            known(body, names)
        }
        _ => Ok(()),
    }
}

/// The text that is left to read.
pub(super) struct Parser {
    pub(super) letters: Vec<char>,
    pub(super) at: usize,
    /// The number of groups that have begun.
    pub(super) seen: usize,
    pub(super) groups: usize,
    pub(super) named: bool,
    pub(super) names: Vec<(String, usize)>,
    pub(super) depth: usize,
}

impl Parser {
    pub(super) fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    pub(super) fn eat(&mut self, text: &str) -> bool {
        let found = text
            .chars()
            .enumerate()
            .all(|(index, letter)| self.letters.get(self.at + index) == Some(&letter));
        self.at += if found { text.chars().count() } else { 0 };
        found
    }

    fn choice(&mut self) -> Result<Node> {
        let mut choices = vec![self.sequence()?];
        while self.eat("|") {
            choices.push(self.sequence()?);
        }
        Ok(if choices.len() == 1 { choices.remove(0) } else { Node::Choice(choices) })
    }

    fn sequence(&mut self) -> Result<Node> {
        let mut nodes = vec![];
        while self.peek().is_some_and(|letter| !matches!(letter, '|' | ')')) {
            let first = self.seen;
            let node = self.atom()?;
            nodes.push(self.repeated(node, first)?);
        }
        Ok(match nodes.len() {
            0 => Node::Empty,
            1 => nodes.remove(0),
            _ => Node::Sequence(nodes),
        })
    }

    fn repeated(&mut self, node: Node, first: usize) -> Result<Node> {
        let Some((least, most)) = self.quantifier() else { return Ok(node) };
        if matches!(node, Node::Place(_)) {
            return Err("Nothing to repeat");
        }
        if most < least {
            return Err("numbers out of order in {} quantifier");
        }
        if matches!(node, Node::Look { ahead: false, .. }) {
            return Err("Invalid quantifier");
        }
        let greedy = !self.eat("?");
        Ok(Node::Repeat { body: Box::new(node), least, most, greedy, groups: first..self.seen })
    }

    /// Reads a quantifier, if there is one.
    fn quantifier(&mut self) -> Option<(u32, u32)> {
        let counts = match self.peek()? {
            '*' => (0, u32::MAX),
            '+' => (1, u32::MAX),
            '?' => (0, 1),
            '{' => return self.braces(),
            _ => return None,
        };
        self.at += 1;
        Some(counts)
    }

    /// Reads `{1}`, `{1,}` or `{1,2}`; anything else is text.
    fn braces(&mut self) -> Option<(u32, u32)> {
        let start = self.at;
        self.at += 1;
        let counts = self.number().and_then(|least| {
            let most = if self.eat(",") { self.number().unwrap_or(u32::MAX) } else { least };
            self.eat("}").then_some((least, most))
        });
        if counts.is_none() {
            self.at = start;
        }
        counts
    }

    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number: Option<u32> = None;
        while let Some(digit) = self.peek().and_then(|letter| letter.to_digit(10)) {
            number = Some(number.unwrap_or(0).saturating_mul(10).saturating_add(digit));
            self.at += 1;
        }
        number
    }

    fn atom(&mut self) -> Result<Node> {
        if self.quantifier().is_some() {
            return Err("Nothing to repeat");
        }
        let letter = self.peek().unwrap_or('\0');
        self.at += 1;
        Ok(match letter {
            '^' => Node::Place(Place::Start),
            '$' => Node::Place(Place::End),
            '.' => Node::Any,
            '[' => Node::Class(self.class()?),
            '(' => self.group()?,
            '\\' => self.escape()?,
            letter => Node::Letter(letter),
        })
    }

    fn group(&mut self) -> Result<Node> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err("Regular expression too large");
        }
        let look = |ahead, negative| Some((ahead, negative));
        let looking = match () {
            () if self.eat("?=") => look(true, false),
            () if self.eat("?!") => look(true, true),
            () if self.eat("?<=") => look(false, false),
            () if self.eat("?<!") => look(false, true),
            () => None,
        };
        let begun = if looking.is_some() || self.eat("?:") { None } else { Some(self.begin()?) };
        let body = Box::new(self.choice()?);
        if !self.eat(")") {
            return Err("Unterminated group");
        }
        self.depth -= 1;
        let number = begun.map(|(number, name)| self.end(number, name)).transpose()?;
        Ok(match (looking, number) {
            (Some((ahead, negative)), _) => Node::Look { ahead, negative, body },
            (None, Some(number)) => Node::Group(number, body),
            // A group may be repeated, even if what is in it may not.
            (None, None) if matches!(*body, Node::Place(_) | Node::Look { .. }) => {
                Node::Sequence(vec![*body])
            }
            (None, None) => *body,
        })
    }

    /// Begins a group that is remembered; returns its number and its name, if it has one.
    fn begin(&mut self) -> Result<(usize, Option<String>)> {
        self.seen += 1;
        let number = self.seen;
        if self.eat("?<") {
            let name = self.name().ok_or("Invalid capture group name")?;
            return Ok((number, Some(name)));
        }
        if self.peek() == Some('?') { Err("Invalid group") } else { Ok((number, None)) }
    }

    /// Ends a group that is remembered. Only now is it seen that its name is taken.
    fn end(&mut self, number: usize, name: Option<String>) -> Result<usize> {
        if self.names.iter().any(|(known, _)| Some(known) == name.as_ref()) {
            return Err("Duplicate capture group name");
        }
        self.names.extend(name.map(|name| (name, number)));
        Ok(number)
    }

    /// Reads a name and the `>` behind it.
    pub(super) fn name(&mut self) -> Option<String> {
        let mut name = String::new();
        while let Some(letter) = self.peek() {
            self.at += 1;
            match letter {
                '>' => return (!name.is_empty()).then_some(name),
                '$' | '_' => name.push(letter),
                letter
                    if letter.is_alphabetic() || !name.is_empty() && letter.is_alphanumeric() =>
                {
                    name.push(letter)
                }
                _ => return None,
            }
        }
        None
    }
}
