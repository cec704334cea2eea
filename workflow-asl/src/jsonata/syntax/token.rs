//! Tokens: the words of an expression.

use super::super::fault::{Fault, quoted};

/// A word of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::jsonata) enum Token {
    End,
    Name(String),
    /// The name after `$`; empty for `$`, and `$` for `$$`.
    Variable(String),
    Text(String),
    Number(f64),
    Bool(bool),
    Null,
    Regex {
        pattern: String,
        flags: String,
    },
    Operator(&'static str),
}

impl Token {
    /// The token as error texts show it.
    pub(super) fn shown(&self) -> String {
        match self {
            Token::End => quoted("(end)"),
            Token::Name(text) | Token::Variable(text) | Token::Text(text) => quoted(text),
            Token::Number(number) => super::super::number::shown(*number),
            Token::Bool(flag) => flag.to_string(),
            Token::Null => "null".into(),
            Token::Regex { .. } => "{}".into(),
            Token::Operator(sign) => quoted(sign),
        }
    }
}

/// Operators of two characters come first: the longest wins.
const SIGNS: [&str; 31] = [
    "..", ":=", "!=", ">=", "<=", "**", "~>", ".", "[", "]", "{", "}", "(", ")", ",", "@", "#",
    ";", ":", "?", "+", "-", "*", "/", "%", "|", "=", "<", ">", "^", "&",
];

/// Splits an expression into tokens, one at a time: a slash means what stands before it.
pub(super) struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Lexer { text, at: 0 }
    }

    /// The next token and the byte where it begins. `infix`: an operator may stand here, and so no regular expression.
    pub(super) fn next(&mut self, infix: bool) -> Result<(Token, usize), Fault> {
        self.skip()?;
        let at = self.at;
        let rest = &self.text[at..];
        let Some(first) = rest.chars().next() else { return Ok((Token::End, at)) };
        let token = match first {
            '/' if !infix => self.regex()?,
            '"' | '\'' => self.string(first)?,
            '`' => self.quoted_name()?,
            _ => match SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
                Some(sign) => {
                    self.at += sign.len();
                    Token::Operator(sign)
                }
                None if first == '!' || first == '~' => {
                    let text = format!("Unknown operator: {}", quoted(&first.to_string()));
                    return Err(Fault::at("S0204", text, at));
                }
                None => match number(rest) {
                    0 => self.word(),
                    length => self.number(length)?,
                },
            },
        };
        Ok((token, at))
    }

    /// Passes blanks and comments.
    fn skip(&mut self) -> Result<(), Fault> {
        loop {
            let rest = self.text[self.at..].trim_start_matches([' ', '\t', '\n', '\r', '\u{b}']);
            self.at = self.text.len() - rest.len();
            if !rest.starts_with("/*") {
                return Ok(());
            }
            // `/*/` is no comment that ends.
            match rest[2..].find("*/") {
                Some(end) => self.at += end + 4,
                None => {
                    return Err(Fault::at("S0106", "Comment has no closing tag", self.at));
                }
            }
        }
    }

    fn number(&mut self, length: usize) -> Result<Token, Fault> {
        let at = self.at;
        let digits = &self.text[at..at + length];
        self.at += length;
        match digits.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Token::Number(number)),
            _ => Err(Fault::at("S0102", format!("Number out of range: {}", quoted(digits)), at)),
        }
    }

    fn word(&mut self) -> Token {
        let rest = &self.text[self.at..];
        let length = rest.find(ends_word).unwrap_or(rest.len());
        self.at += length;
        match &rest[..length] {
            "or" => Token::Operator("or"),
            "in" => Token::Operator("in"),
            "and" => Token::Operator("and"),
            "true" => Token::Bool(true),
            "false" => Token::Bool(false),
            "null" => Token::Null,
            word => match word.strip_prefix('$') {
                Some(name) => Token::Variable(name.to_owned()),
                None => Token::Name(word.to_owned()),
            },
        }
    }

    fn quoted_name(&mut self) -> Result<Token, Fault> {
        let rest = &self.text[self.at + 1..];
        let Some(end) = rest.find('`') else {
            let text = "Quoted property name must be terminated with a backquote (`)";
            return Err(Fault::at("S0105", text, self.at));
        };
        self.at += end + 2;
        Ok(Token::Name(rest[..end].to_owned()))
    }

    fn string(&mut self, quote: char) -> Result<Token, Fault> {
        let begin = self.at;
        let mut text = vec![];
        let mut chars = self.text[begin + 1..].char_indices();
        while let Some((at, char)) = chars.next() {
            if char == quote {
                self.at = begin + 1 + at + 1;
                return Ok(Token::Text(String::from_utf16_lossy(&text)));
            }
            if char != '\\' {
                text.extend_from_slice(char.encode_utf16(&mut [0; 2]));
                continue;
            }
            let Some((_, escaped)) = chars.next() else { break };
            let at = begin + 1 + at;
            if escaped == 'u' {
                text.push(self.hexadecimal(at)?);
                chars.nth(3);
            } else {
                text.push(escape(escaped, at)?);
            }
        }
        Err(Fault::at("S0101", "String literal must be terminated by a matching quote", begin))
    }

    /// The code unit of `\u0041` at a byte.
    fn hexadecimal(&self, at: usize) -> Result<u16, Fault> {
        let digits = self.text.get(at + 2..at + 6).unwrap_or_default();
        if digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Ok(u16::from_str_radix(digits, 16).unwrap_or_default());
        }
        Err(Fault::at("S0104", "The escape sequence \\u must be followed by 4 hex digits", at))
    }

    fn regex(&mut self) -> Result<Token, Fault> {
        let begin = self.at;
        let rest = &self.text[begin + 1..];
        let Some(end) = regex_end(rest) else {
            return Err(Fault::at("S0302", "No terminating / in regular expression", begin));
        };
        if end == 0 {
            return Err(Fault::at("S0301", "Empty regular expressions are not allowed", begin));
        }
        let after = &rest[end + 1..];
        let flags = after.len() - after.trim_start_matches(['i', 'm']).len();
        self.at = begin + 1 + end + 1 + flags;
        Ok(Token::Regex { pattern: rest[..end].to_owned(), flags: after[..flags].to_owned() })
    }
}

fn ends_word(char: char) -> bool {
    matches!(char, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '!' | '~')
        || SIGNS.iter().any(|sign| sign.len() == 1 && sign.starts_with(char))
}

fn escape(char: char, at: usize) -> Result<u16, Fault> {
    Ok(match char {
        '"' | '\\' | '/' => char as u16,
        'b' => 8,
        'f' => 12,
        'n' => 10,
        'r' => 13,
        't' => 9,
        other => {
            let text = format!("Unsupported escape sequence: \\{}", quoted(&other.to_string()));
            return Err(Fault::at("S0103", text, at));
        }
    })
}

/// Returns how many bytes at the beginning of a text are a number without a sign.
fn number(text: &str) -> usize {
    let digits = |from: usize| {
        text[from..].find(|char: char| !char.is_ascii_digit()).unwrap_or(text.len() - from)
    };
    let mut end = if text.starts_with('0') { 1 } else { digits(0) };
    if end == 0 {
        return 0;
    }
    if text[end..].starts_with('.') && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    if text[end..].starts_with(['e', 'E']) {
        let sign = usize::from(text[end + 1..].starts_with(['-', '+']));
        let length = digits(end + 1 + sign);
        if length > 0 {
            end += 1 + sign + length;
        }
    }
    end
}

/// The byte of the slash that ends a regular expression: not escaped, and outside of all brackets.
fn regex_end(text: &str) -> Option<usize> {
    let mut depth = 0;
    let mut escaped = false;
    for (at, char) in text.char_indices() {
        match char {
            '/' if !escaped && depth == 0 => return Some(at),
            '(' | '[' | '{' if !escaped => depth += 1,
            ')' | ']' | '}' if !escaped => depth -= 1,
            _ => {}
        }
        escaped = char == '\\' && !escaped;
    }
    None
}
