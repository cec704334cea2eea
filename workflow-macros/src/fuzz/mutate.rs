//! Tokens deleted, doubled, exchanged, and replaced by what people and other macros may write.

use super::sources::Input;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Tokens that rustc's lexer lets through and a source may not contain.
const DICTIONARY: &[&str] = &[
    "r#type",
    "r#match",
    "r#async",
    "r#plain",
    "type",
    "match",
    "async",
    "await",
    "move",
    "self",
    "Self",
    "super",
    "crate",
    "_",
    "é",
    "input",
    "value",
    "error",
    "N",
    "1e400",
    "1e400f32",
    "99999999999999999999999999",
    "0xffff_ffff_ffff_ffff_ffff",
    "1e5u8",
    "5zebra",
    "1.0f64",
    "b\"bytes\"",
    "b'a'",
    "c\"text\"",
    "r##\"raw \"# text\"##",
    "\"{\"",
    "\"{}\"",
    "\"{0:é}\"",
    "\"{type}\"",
    "\"{a b}\"",
    "\"\"",
    "'a'",
    "'label",
    "'static",
    "#[cfg(unix)]",
    "#[allow(unused)]",
    "#![allow(unused)]",
    "#[doc = \"x\"]",
    "#[]",
    "cfg!(unix)",
    "?",
    ".await",
    ".await?",
    ".ok()",
    ".unwrap_or_default()",
    ".named(\"\")",
    ".named(\"a\")",
    ".retry(1)",
    ".clone()",
    ".r#type",
    ".0",
    ".0.1",
    "..",
    "..=",
    "=>",
    "->",
    "::",
    "::<u32>",
    "<T>",
    "|",
    "||",
    "|x|",
    "&",
    "&mut",
    "&&",
    "*",
    "!",
    "-",
    "+=",
    "<<=",
    "=",
    "==",
    ",",
    ";",
    "@",
    "$",
    "$x",
    "#",
    "()",
    "[]",
    "{}",
    "(,)",
    "{;}",
    "join!()",
    "join!(a, b)",
    "vec![]",
    "vec![1; 2]",
    "format!()",
    "format!(\"{}\")",
    "format!(\"{x}\", x = 1)",
    "matches!()",
    "matches!(a, _ if b)",
    "if",
    "else",
    "if let Some(x) = y {}",
    "let",
    "let x = 1;",
    "let (a, b) = (1, 2);",
    "let Some(x) = y else { return Ok(()) };",
    "let x;",
    "loop {}",
    "while true {}",
    "for (k, v) in map {}",
    "break",
    "break 'a",
    "continue",
    "return",
    "return Ok(())",
    "Ok(1)",
    "Err(e)",
    "Err(Failure::new(\"A\", \"b\"))",
    "async {}",
    "async |x| {}",
    "async move |_| Ok(())",
    "map(list, async |item| Ok(item))",
    "sleep(Duration::from_secs(1)).await",
    "execution()",
    "execution().id()",
    "uuid()",
    "random()",
    "continue_as(w(1)).await",
    "unsafe {}",
    "const {}",
    "const X: u32 = 1;",
    "fn f() {}",
    "struct S;",
    "use a::b;",
    "impl",
    "dyn",
    "where",
    "ref",
    "mut",
    "x @ 1",
    "1..=2",
    "1 | 2",
    "S { a, .. }",
    "S { a: 1, ..b }",
    "S { 0: 1 }",
    "<u32 as T>::f",
    "<T>::f(1)",
    "Default::default()",
    "f64::INFINITY",
    "yield x",
    "box x",
    "static || 1",
    "#[serde(default)]",
    "#[serde(rename = \"\")]",
    "#[data(opaque)]",
    "#[other]",
    "#[error_name(\"a\")]",
    "pub",
    "union",
    "macro_rules! m { () => {} }",
    "u32",
    "String",
    "Vec<u32>",
    "Option<Option<u32>>",
    "[u8; 3]",
    "fn(u32) -> u32",
    "impl Fn()",
    "&'a str",
    "!",
];

/// Numbers from a seed (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % most.max(1)
    }
}

/// One of the sources with one to four changes.
pub fn mutated(sources: &[Input], seed: u64) -> Input {
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    random.below(2);
    let mut input = sources[random.below(sources.len())].clone();
    let other = sources[random.below(sources.len())].item.clone();
    for _ in 0..=random.below(4) {
        match random.below(12) {
            0 => input.options = changed(input.options, &other, &mut random),
            _ => input.item = changed(input.item, &other, &mut random),
        }
    }
    input
}

/// One change, at a place of any depth.
fn changed(tokens: TokenStream, other: &TokenStream, random: &mut Random) -> TokenStream {
    let size = size(&tokens);
    let mut at = random.below(size + 1);
    edit(tokens, &mut at, other, random)
}

fn size(tokens: &TokenStream) -> usize {
    let of = |token: TokenTree| match token {
        TokenTree::Group(group) => 1 + size(&group.stream()),
        _ => 1,
    };
    tokens.clone().into_iter().map(of).sum()
}

fn edit(
    tokens: TokenStream,
    at: &mut usize,
    other: &TokenStream,
    random: &mut Random,
) -> TokenStream {
    let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut index = 0;
    while index < tokens.len() {
        if *at == 0 {
            *at = usize::MAX;
            change(&mut tokens, index, other, random);
            break;
        }
        *at -= 1;
        if let TokenTree::Group(group) = &tokens[index] {
            let mut inner = Group::new(group.delimiter(), edit(group.stream(), at, other, random));
            inner.set_span(group.span());
            tokens[index] = inner.into();
            if *at == usize::MAX {
                break;
            }
        }
        index += 1;
    }
    tokens.into_iter().collect()
}

fn change(tokens: &mut Vec<TokenTree>, at: usize, other: &TokenStream, random: &mut Random) {
    let last = tokens.len() - 1;
    match random.below(9) {
        0 => drop(tokens.remove(at)),
        1 => tokens.insert(at, tokens[at].clone()),
        2 => tokens.swap(at, (at + 1).min(last)),
        3 => tokens.swap(at, random.below(last + 1)),
        4 => drop(tokens.splice(at..=at, word(random))),
        5 => drop(tokens.splice(at..at, word(random))),
        6 => drop(tokens.splice(at..=at, part(other, random))),
        7 => drop(tokens.drain(at..=(at + random.below(6)).min(last))),
        // What `$x:expr` of a declarative macro hands on.
        _ => {
            let end = (at + random.below(4)).min(last);
            let span = tokens[at].span();
            let inside: TokenStream = tokens.drain(at..=end).collect();
            let mut group = Group::new(Delimiter::None, inside);
            group.set_span(span);
            tokens.insert(at, group.into());
        }
    }
}

fn word(random: &mut Random) -> TokenStream {
    let text = DICTIONARY[random.below(DICTIONARY.len())];
    text.parse().unwrap()
}

/// A token of another source, with what is in it.
fn part(other: &TokenStream, random: &mut Random) -> TokenStream {
    let tokens: Vec<TokenTree> = other.clone().into_iter().collect();
    match tokens.get(random.below(tokens.len())) {
        Some(TokenTree::Group(group)) if random.below(3) > 0 => part(&group.stream(), random),
        Some(token) => TokenStream::from(token.clone()),
        None => TokenStream::new(),
    }
}
