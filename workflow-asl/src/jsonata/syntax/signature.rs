//! Signatures of functions, such as `<s-nn?:s>`: which arguments they take.

use super::super::fault::{CALLED, Fault};

/// The type of an argument, as one bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::jsonata) struct Type(u16);

impl Type {
    pub(in crate::jsonata) const TEXT: Type = Type(1);
    pub(in crate::jsonata) const NUMBER: Type = Type(2);
    pub(in crate::jsonata) const BOOL: Type = Type(4);
    pub(in crate::jsonata) const NULL: Type = Type(8);
    pub(in crate::jsonata) const ARRAY: Type = Type(16);
    pub(in crate::jsonata) const OBJECT: Type = Type(32);
    pub(in crate::jsonata) const FUNCTION: Type = Type(64);
    pub(in crate::jsonata) const MISSING: Type = Type(128);

    /// The type of a letter.
    fn letter(letter: char) -> u16 {
        match letter {
            's' => 1,
            'n' => 2,
            'b' => 4,
            'l' => 8,
            'a' => 16,
            'o' => 32,
            'f' => 64,
            'm' => 128,
            _ => 0,
        }
    }
}

/// The arguments that a function takes.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::jsonata) struct Signature {
    parameters: Vec<Parameter>,
}

#[derive(Clone, Debug, PartialEq)]
struct Parameter {
    /// The types it takes, as bits.
    takes: u16,
    array: bool,
    /// The type of the items of an array.
    items: Option<char>,
    /// `-`: where it is missing, the context stands for it.
    context: bool,
    optional: bool,
    many: bool,
}

/// An argument as a signature makes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::jsonata) enum Given {
    /// The argument of this index, if there is one.
    As(usize),
    /// The argument as an array of one.
    Wrapped(usize),
    Context,
    Nothing,
}

impl Signature {
    /// The signature of a text; what follows a colon is not checked.
    pub(in crate::jsonata) fn parse(text: &str) -> Result<Self, Fault> {
        let chars: Vec<char> = text.chars().collect();
        let mut parameters: Vec<Parameter> = vec![];
        let mut at = 1;
        while at < chars.len() && chars[at] != ':' {
            let letter = chars[at];
            match letter {
                's' | 'n' | 'b' | 'l' | 'o' => {
                    parameters.push(Parameter::new(Type::letter(letter) | 128))
                }
                'a' => parameters.push(Parameter { array: true, ..Parameter::new(0xFF) }),
                'f' => parameters.push(Parameter::new(64)),
                'j' => parameters.push(Parameter::new(0xFF & !64)),
                'x' => parameters.push(Parameter::new(0xFF)),
                '(' => {
                    let end = closing(&chars, at, '(', ')');
                    let choice = chars.get(at + 1..end).unwrap_or_default();
                    if choice.contains(&'<') {
                        let text = "Choice groups containing parameterized types are not supported";
                        return Err(Fault::new("S0402", text));
                    }
                    let takes =
                        choice.iter().fold(128, |takes, letter| takes | Type::letter(*letter));
                    parameters.push(Parameter::new(takes));
                    at = end;
                }
                mark => {
                    let Some(last) = parameters.last_mut() else {
                        at += 1;
                        continue;
                    };
                    match mark {
                        '-' => (last.context, last.optional) = (true, true),
                        '?' => last.optional = true,
                        '+' => last.many = true,
                        '<' => {
                            if !last.array && last.takes != 64 {
                                let text =
                                    "Type parameters can only be applied to functions and arrays";
                                return Err(Fault::new("S0401", text));
                            }
                            let end = closing(&chars, at, '<', '>');
                            if last.array {
                                last.items = chars.get(at + 1).copied();
                            }
                            at = end;
                        }
                        _ => {}
                    }
                }
            }
            at += 1;
        }
        Ok(Signature { parameters })
    }

    /// Assigns arguments to parameters. `item`: the type of the first item of an array argument, and whether all
    /// others are the same; `None` for an empty one.
    pub(in crate::jsonata) fn assign(
        &self,
        arguments: &[Type],
        context: Type,
        items: &dyn Fn(usize) -> Option<(Type, bool)>,
    ) -> Result<Vec<Given>, Fault> {
        let mut counts = vec![0; self.parameters.len()];
        if !fit(&self.parameters, arguments, &mut counts) {
            return Err(self.misfit(arguments));
        }
        let mut given = Vec::with_capacity(arguments.len().max(counts.len()));
        let mut next = 0;
        for (parameter, count) in self.parameters.iter().zip(counts) {
            if count == 0 {
                if !parameter.context {
                    given.push(Given::As(next));
                    next += 1;
                } else if parameter.takes & context.0 != 0 {
                    given.push(Given::Context);
                } else {
                    let text = format!(
                        "Context value is not a compatible type with argument {} of function {CALLED}",
                        next + 1
                    );
                    return Err(Fault::new("T0411", text));
                }
            }
            for _ in 0..count {
                given.push(parameter.give(next, arguments[next], items)?);
                next += 1;
            }
        }
        Ok(given)
    }

    /// The first argument that no parameter takes.
    fn misfit(&self, arguments: &[Type]) -> Fault {
        let mut good = 0;
        for end in 1..=self.parameters.len() {
            let Some(length) = prefix(&self.parameters[..end], arguments) else { break };
            good = length;
        }
        let text =
            format!("Argument {} of function {CALLED} does not match function signature", good + 1);
        Fault::new("T0410", text)
    }
}

impl Parameter {
    fn new(takes: u16) -> Self {
        Parameter { takes, array: false, items: None, context: false, optional: false, many: false }
    }

    fn give(
        &self,
        index: usize,
        is: Type,
        items: &dyn Fn(usize) -> Option<(Type, bool)>,
    ) -> Result<Given, Fault> {
        if !self.array {
            return Ok(Given::As(index));
        }
        if is == Type::MISSING {
            return Ok(Given::Nothing);
        }
        if let Some(letter) = self.items {
            let wanted = Type::letter(letter);
            let right = match items(index) {
                _ if letter == 'x' => is == Type::ARRAY,
                _ if is != Type::ARRAY => is.0 == wanted,
                Some((first, alike)) => alike && first.0 == wanted,
                None => true,
            };
            if !right {
                let text = format!(
                    "Argument {} of function {CALLED} must be an array of \"{}\"",
                    index + 1,
                    plural(letter)
                );
                return Err(Fault::new("T0412", text));
            }
        }
        Ok(if is == Type::ARRAY { Given::As(index) } else { Given::Wrapped(index) })
    }
}

fn plural(letter: char) -> &'static str {
    match letter {
        'a' => "arrays",
        'b' => "booleans",
        'f' => "functions",
        'n' => "numbers",
        'o' => "objects",
        _ => "strings",
    }
}

/// Lets each parameter take as many arguments as it can, so that all are taken.
fn fit(parameters: &[Parameter], arguments: &[Type], counts: &mut [usize]) -> bool {
    let Some((first, rest)) = parameters.split_first() else { return arguments.is_empty() };
    let most = if first.many { arguments.len() } else { 1 };
    let takes = arguments.iter().take(most).take_while(|is| first.takes & is.0 != 0).count();
    let least = usize::from(!first.optional);
    let Some((count, counts)) = counts.split_first_mut() else { return false };
    for taken in (least..=takes).rev() {
        *count = taken;
        if fit(rest, &arguments[taken..], counts) {
            return true;
        }
    }
    false
}

/// Returns how many arguments parameters take from the beginning; `None` if they do not fit.
fn prefix(parameters: &[Parameter], arguments: &[Type]) -> Option<usize> {
    let Some((first, rest)) = parameters.split_first() else { return Some(0) };
    let most = if first.many { arguments.len() } else { 1 };
    let takes = arguments.iter().take(most).take_while(|is| first.takes & is.0 != 0).count();
    let least = usize::from(!first.optional);
    (least..=takes).rev().find_map(|taken| Some(taken + prefix(rest, &arguments[taken..])?))
}

/// The place of the bracket that closes the one at a place.
fn closing(chars: &[char], at: usize, open: char, close: char) -> usize {
    let mut depth = 0;
    for (index, char) in chars.iter().enumerate().skip(at) {
        depth += i32::from(*char == open) - i32::from(*char == close);
        if depth == 0 {
            return index;
        }
    }
    chars.len() - 1
}
