//! Escapes and classes of a pattern.

use super::class::Class;
use super::parser::{Parser, Result};
use super::syntax::{Node, Place};

impl Parser {
    /// Reads what stands behind a backslash.
    pub(super) fn escape(&mut self) -> Result<Node> {
        let letter = self.peek().ok_or("\\ at end of pattern")?;
        if let Some(class) = Class::escape(letter) {
            self.at += 1;
            return Ok(Node::Class(class));
        }
        match letter {
            'b' | 'B' => {
                self.at += 1;
                Ok(Node::Place(if letter == 'b' { Place::Border } else { Place::Inside }))
            }
            'k' if self.named => {
                self.at += 1;
                let name = if self.eat("<") { self.name() } else { None };
                name.map(Node::Named).ok_or("Invalid named reference")
            }
            '1'..='9' => Ok(self.reference()),
            _ => Ok(self.character(false).map_or(Node::Class(Class::default()), Node::Letter)),
        }
    }

    /// Reads the number of a group; one that does not exist is a character.
    fn reference(&mut self) -> Node {
        let start = self.at;
        match self.number().map(|number| number as usize) {
            Some(number) if number <= self.groups => Node::Reference(number),
            _ => {
                self.at = start;
                self.character(false).map_or(Node::Class(Class::default()), Node::Letter)
            }
        }
    }

    /// Reads an escaped character, behind its backslash; `None` for half of a code point.
    fn character(&mut self, class: bool) -> Option<char> {
        let letter = self.peek().unwrap_or('\\');
        self.at += 1;
        Some(match letter {
            't' => '\t',
            'n' => '\n',
            'v' => '\u{b}',
            'f' => '\u{c}',
            'r' => '\r',
            'b' if class => '\u{8}',
            'c' => return Some(self.control(class)),
            '0'..='7' => return Some(self.octal(letter)),
            'x' => self.hexadecimal(2).and_then(char::from_u32).unwrap_or('x'),
            'u' => match self.hexadecimal(4) {
                Some(unit) => return self.unit(unit),
                None => 'u',
            },
            letter => letter,
        })
    }

    /// Reads the letter behind `\c`; without one, it is a backslash.
    fn control(&mut self, class: bool) -> char {
        let fits = |letter: &char| {
            letter.is_ascii_alphabetic() || class && (letter.is_ascii_digit() || *letter == '_')
        };
        match self.peek().filter(fits) {
            Some(letter) => {
                self.at += 1;
                char::from(letter as u8 % 32)
            }
            None => {
                self.at -= 1;
                '\\'
            }
        }
    }

    /// Reads up to three octal digits, at most 377.
    fn octal(&mut self, first: char) -> char {
        let mut value = first.to_digit(8).unwrap_or(0);
        for _ in 0..2 {
            match self.peek().and_then(|letter| letter.to_digit(8)) {
                Some(digit) if value * 8 + digit <= 0o377 => value = value * 8 + digit,
                _ => break,
            }
            self.at += 1;
        }
        char::from_u32(value).unwrap_or('\0')
    }

    fn hexadecimal(&mut self, count: usize) -> Option<u32> {
        let digits = self.letters.get(self.at..self.at + count)?;
        let value =
            digits.iter().try_fold(0, |value, digit| Some(value * 16 + digit.to_digit(16)?))?;
        self.at += count;
        Some(value)
    }

    /// The character of a UTF-16 unit, and of the second one behind it if it is the first half of a pair.
    fn unit(&mut self, unit: u32) -> Option<char> {
        if (0xD800..0xDC00).contains(&unit) {
            let start = self.at;
            let low = if self.eat("\\u") { self.hexadecimal(4) } else { None };
            if let Some(low @ 0xDC00..0xE000) = low {
                return char::from_u32(0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
            }
            self.at = start;
        }
        char::from_u32(unit)
    }

    /// Reads a class, behind its bracket.
    pub(super) fn class(&mut self) -> Result<Class> {
        let mut class = Class::default();
        let negative = self.eat("^");
        while !self.eat("]") {
            let first = self.member()?;
            // A `-` at the end stands for itself.
            let range = self.peek() == Some('-')
                && self.letters.get(self.at + 1).is_some_and(|next| *next != ']');
            if !range {
                first.add_to(&mut class);
                continue;
            }
            self.at += 1;
            match (first, self.member()?) {
                (Member::Letter(Some(first)), Member::Letter(Some(last))) if first > last => {
                    return Err("Range out of order in character class");
                }
                (Member::Letter(Some(first)), Member::Letter(Some(last))) => class.add(first, last),
                (first, last) => {
                    class.add('-', '-');
                    first.add_to(&mut class);
                    last.add_to(&mut class);
                }
            }
        }
        class.sort();
        if negative {
            class.negate();
        }
        Ok(class)
    }

    fn member(&mut self) -> Result<Member> {
        let letter = self.peek().ok_or("Unterminated character class")?;
        self.at += 1;
        if letter != '\\' {
            return Ok(Member::Letter(Some(letter)));
        }
        let next = self.peek().ok_or("\\ at end of pattern")?;
        if let Some(class) = Class::escape(next) {
            self.at += 1;
            return Ok(Member::Class(class));
        }
        Ok(Member::Letter(self.character(true)))
    }
}

/// A member of a class.
enum Member {
    /// A character; `None` for half of one.
    Letter(Option<char>),
    /// An escape such as `\d`.
    Class(Class),
}

impl Member {
    fn add_to(&self, class: &mut Class) {
        match self {
            Member::Letter(Some(letter)) => class.add(*letter, *letter),
            Member::Letter(None) => {}
            Member::Class(other) => class.join(other),
        }
    }
}
