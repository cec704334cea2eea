//! The depth of expressions, as the evaluator of AWS counts: a hundred levels, and no more (measured: a sum of 101
//! terms fails, and so do 100 parentheses).

use super::error::Error;
use crate::expr::Refused;
use serde_json::Value;

/// The most levels.
const MOST: usize = 100;

/// Refuses a document with an expression that AWS could not evaluate.
pub(super) fn check(document: &Value) -> Result<(), Error> {
    within(document, "", "")
}

fn within(value: &Value, state: &str, field: &str) -> Result<(), Error> {
    let below = |name: &str| match field {
        "" => name.to_owned(),
        field => format!("{field}/{name}"),
    };
    match value {
        Value::Object(fields) => fields.iter().try_for_each(|(name, value)| match value {
            Value::Object(states) if name == "States" => {
                states.iter().try_for_each(|(name, state)| within(state, name, ""))
            }
            value => within(value, state, &below(name)),
        }),
        Value::Array(items) => {
            let mut items = items.iter().enumerate();
            items.try_for_each(|(index, item)| within(item, state, &format!("{field}[{index}]")))
        }
        Value::String(text) => match text.strip_prefix("{%").and_then(|it| it.strip_suffix("%}")) {
            Some(expression) if depth(expression) > MOST => {
                Err(Error::at(state, field)(refused(depth(expression))))
            }
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

fn refused(depth: usize) -> Refused {
    Refused {
        what: format!("an expression that nests {depth} levels deep; AWS evaluates {MOST}"),
        remedy: "compute it in a task, or put the parts into a list: `[a, b].iter().sum()`".into(),
    }
}

/// The levels of an expression.
pub(super) fn depth(text: &str) -> usize {
    let mut parser = Parser { tokens: tokens(text), at: 0, level: 0 };
    parser.expression(0).levels
}

/// A piece of an expression: a name, a number or a text, or what stands between.
#[derive(Clone, Copy, PartialEq)]
enum Token<'t> {
    Leaf,
    Function,
    Mark(&'t str),
}

const MARKS: &[&str] = &[":=", "!=", "<=", ">=", "~>", "..", "?:", "??"];

fn tokens(text: &str) -> Vec<Token<'_>> {
    let (mut tokens, mut rest) = (vec![], text.trim_start());
    while let Some(first) = rest.chars().next() {
        let operand = matches!(tokens.last(), Some(Token::Leaf | Token::Mark(")" | "]" | "}")));
        let (token, length) = match first {
            '"' | '\'' | '`' => (Token::Leaf, quoted(rest, first)),
            '/' if !operand => (Token::Leaf, quoted(rest, '/')),
            '0'..='9' => (Token::Leaf, number(rest)),
            '$' | '_' => (Token::Leaf, first.len_utf8() + word(&rest[1..])),
            _ if first.is_alphabetic() => match &rest[..word(rest)] {
                "function" => (Token::Function, 8),
                name @ ("and" | "or" | "in") if operand => (Token::Mark(name), name.len()),
                name => (Token::Leaf, name.len()),
            },
            _ => {
                let two = MARKS.iter().find(|mark| rest.starts_with(**mark));
                let length = two.map_or(first.len_utf8(), |mark| mark.len());
                (Token::Mark(&rest[..length]), length)
            }
        };
        tokens.push(token);
        rest = rest[length.max(1).min(rest.len())..].trim_start();
    }
    tokens
}

fn word(text: &str) -> usize {
    text.find(|c: char| !(c == '_' || c == '$' || c.is_alphanumeric())).unwrap_or(text.len())
}

/// A number; of `1..2` only the first.
fn number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let exponent = matches!(byte, b'+' | b'-') && matches!(bytes[at - 1], b'e' | b'E');
        let fraction = *byte == b'.' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !(byte.is_ascii_digit() || matches!(byte, b'e' | b'E') || exponent || fraction) {
            break;
        }
        at += 1;
    }
    at
}

fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (index, found) in text.char_indices().skip(1) {
        match found {
            _ if escaped => escaped = false,
            '\\' if quote != '`' => escaped = true,
            found if found == quote => return index + 1,
            _ => {}
        }
    }
    text.len()
}

/// A part of an expression.
#[derive(Clone, Copy)]
struct Part {
    levels: usize,
    /// Steps are beside one another.
    path: bool,
}

struct Parser<'t> {
    tokens: Vec<Token<'t>>,
    at: usize,
    level: usize,
}

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<Token<'t>> {
        self.tokens.get(self.at).copied()
    }

    fn next(&mut self) -> Option<Token<'t>> {
        let token = self.peek();
        self.at += 1;
        token
    }

    fn skip(&mut self, mark: &str) -> bool {
        let found = self.peek() == Some(Token::Mark(mark));
        self.at += usize::from(found);
        found
    }

    /// Reads what binds more strongly than `least`.
    fn expression(&mut self, least: u8) -> Part {
        self.level += 1;
        // What is refused in any case is not looked into.
        if self.level > 4 * MOST {
            self.at = self.tokens.len();
        }
        let mut left = self.first();
        while let Some(Token::Mark(mark)) = self.peek() {
            let power = binding(mark);
            if power <= least {
                break;
            }
            self.at += 1;
            left = self.rest(left, mark, power);
        }
        self.level -= 1;
        left
    }

    fn first(&mut self) -> Part {
        let levels = match self.next() {
            Some(Token::Mark("(")) => 1 + self.several(")"),
            Some(Token::Mark("[")) => 1 + self.several("]"),
            Some(Token::Mark("{")) => 1 + self.several("}"),
            Some(Token::Mark("-")) => 1 + self.expression(70).levels,
            Some(Token::Function) => {
                self.skip("(");
                self.several(")");
                self.skip("{");
                1 + self.several("}")
            }
            _ => 1,
        };
        Part { levels, path: false }
    }

    /// The deepest of what stands before a closing bracket.
    fn several(&mut self, close: &str) -> usize {
        let mut most = 0;
        while let Some(token) = self.peek() {
            if token == Token::Mark(close) {
                self.at += 1;
                break;
            }
            let before = self.at;
            most = most.max(self.expression(0).levels);
            let between = [",", ";", ":"].iter().any(|mark| self.skip(mark));
            if !between && self.at == before {
                self.at += 1;
            }
        }
        most
    }

    fn rest(&mut self, left: Part, mark: &str, power: u8) -> Part {
        let around = |inner: usize| 1 + left.levels.max(inner);
        let beside = |inner: usize| match left.path {
            true => left.levels.max(1 + inner),
            false => 1 + left.levels.max(inner),
        };
        let plain = |levels| Part { levels, path: false };
        match mark {
            "." => Part { levels: beside(self.expression(power).levels), path: true },
            // A filter belongs to its step.
            "[" => Part { levels: left.levels.max(1 + self.several("]")), path: left.path },
            "(" => plain(around(self.several(")"))),
            "{" => plain(around(self.several("}"))),
            "?" => {
                let then = self.expression(0).levels;
                let otherwise = if self.skip(":") { self.expression(0).levels } else { 0 };
                plain(around(then.max(otherwise)))
            }
            ":=" => plain(around(self.expression(power - 1).levels)),
            _ => plain(around(self.expression(power).levels)),
        }
    }
}

/// The binding power of an operator, as in jsonata 2.0.6; zero for what ends an expression.
fn binding(mark: &str) -> u8 {
    match mark {
        "[" | "(" | "@" | "#" => 80,
        "." => 75,
        "{" => 70,
        "*" | "/" | "%" => 60,
        "+" | "-" | "&" => 50,
        "=" | "!=" | "<" | "<=" | ">" | ">=" | "~>" | "in" | "^" | "??" | "?:" => 40,
        "and" => 30,
        "or" => 25,
        "?" | ".." => 20,
        ":=" => 10,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn levels_are_counted_as_aws_does() {
        let sum = |terms: usize| vec!["1"; terms].join("+");
        assert_eq!((depth(&sum(100)), depth(&sum(101))), (100, 101));
        let nested = |levels: usize| format!("{}1{}", "(".repeat(levels), ")".repeat(levels));
        assert_eq!((depth(&nested(99)), depth(&nested(100))), (100, 101));
        let cases = [
            ("$a.b.c.d", 2),
            ("$a.`b c`[0].d", 3),
            ("$f($a, \"x) + (\" & 'y')", 3),
            ("$a = 1 and $b in [1..2]", 5),
            ("$a ? 1 : $b ? 2 : 3", 3),
            ("($r := $a - 1; $r <= 2e-5 ? $r : $error(\"no\"))", 4),
            ("$map($xs, function($v, $i) { $v * -$i })", 5),
            ("$replace($a, /[\"(]+/, \"\")", 2),
            ("{\"a\": [1, {\"b\": 2}]}", 4),
            ("$merge([$a, {}])", 3),
            ("{\"a\": {}, \"b\": 1}", 2),
        ];
        for (text, levels) in cases {
            assert_eq!(depth(text), levels, "{text}");
        }
        assert!(depth(&nested(1_000_000)) > MOST);
    }

    #[test]
    fn pieces_end_where_they_end() {
        let ends = [("2e-5 x", 4), ("1..2", 1), ("1.5.x", 3), ("1.x", 1), ("2-1", 1), ("1E+9", 4)];
        for (text, length) in ends {
            assert_eq!(number(text), length, "{text}");
        }
        for (text, length) in [("a_b$c1-d", 6), ("x", 1), ("a.b", 1), ("", 0), ("\u{e9}t", 3)] {
            assert_eq!(word(text), length, "{text}");
        }
        for (text, length) in [(r#""a\"b"c"#, 6), (r#""\\"c"#, 4), (r"`a\`b`", 4), (r"'a", 2)] {
            let quote = text.chars().next().unwrap_or_default();
            assert_eq!(quoted(text, quote), length, "{text}");
        }
    }

    #[test]
    fn the_place_of_what_is_too_deep_is_named() {
        let deep = format!("{{% {} %}}", vec!["$a"; 101].join(" & "));
        let state = json!({ "Type": "Pass", "Assign": { "b": [1, deep] } });
        let error = check(&json!({ "StartAt": "A", "States": { "A": state } }));
        let error = error.map_err(|error| error.to_string());
        assert!(error.is_err_and(|it| it.contains("A") && it.contains("Assign/b[1]")));
    }
}
