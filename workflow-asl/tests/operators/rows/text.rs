//! Strings and characters.

#![allow(clippy::all, reason = "the rows are what a user may write")]

use super::{change, no, row, same};
use crate::Table;
use crate::arb::{Arb, N, Rng};
use serde_json::json;
use workflow_asl::ops::{ParseJson as _, ToJson as _};
use workflow_asl::{Data, ops};

pub fn rows(t: &mut Table) {
    t.area = "strings";
    order(t);
    building(t);
    searching(t);
    iterating(t);
    parsing(t);
    characters(t);
}

fn order(t: &mut Table) {
    same!(t, |a: String, b: String| a == b);
    same!(t, |a: String, b: String| a != b);
    same!(t, |a: String, b: String| a < b);
    same!(t, |a: String, b: String| a <= b);
    same!(t, |a: String, b: String| a > b);
    same!(t, |a: String, b: String| a >= b);
    row!(t, "a < \"ab\"", |a: String| a.as_str() < "ab");
    row!(t, "\"b\" <= a", |a: String| "b" <= a.as_str());
    same!(t, |a: String, b: String| a.min(b));
    same!(t, |a: String| a.to_json());
    same!(t, |n: i64| n.to_json());
    same!(t, |xs: Vec<String>| xs.to_json());
    same!(t, |a: String| a.to_json().parse_json::<String>());
    same!(t, |a: String, b: String| a.max(b));
    same!(t, |a: String| match a.as_str() {
        "a" | "b" => 1,
        "" => 2,
        _ => 3,
    });
}

fn building(t: &mut Table) {
    same!(t, |a: String, b: String| a + &b);
    same!(t, |a: String, n: i64, b: bool, c: char| format!("{a}-{n}/{b}{c}"));
    same!(t, |n: i64| format!("{n}"));
    same!(t, |a: String, b: bool, c: char| format!("{a:>6}|{a:4}|{a:é<5}|{b:7}|{b:>4}|{c:\"<3}"));
    same!(t, |a: String, n: i64, b: bool| format!("{a:^6}|{n:*^9}|{b:^4}|{a:é^5}"));
    same!(t, |n: i64, m: u8| format!("{n:+}{m:+}"));
    no!(t, "format!(\"{a:^06}\")", |a: String|);
    same!(t, |a: String| format!("a \"{a}\" \\ \n"));
    change!(t, |s: String, c: char| s.push(c) => s);
    change!(t, |s: String, b: String| s.push_str(&b) => s);
    change!(t, |s: String| s.clear() => s);
    row!(t, "s.repeat(n)", |s: String, n: N| s.repeat(n.0));
    same!(t, |s: String| s.to_uppercase());
    same!(t, |s: String| s.to_lowercase());
    same!(t, |s: String| s.to_ascii_uppercase());
    same!(t, |s: String| s.to_ascii_lowercase());
    same!(t, |a: String, b: String| a.eq_ignore_ascii_case(&b));
    same!(t, |s: String| s.trim());
    same!(t, |s: String| s.trim_start());
    same!(t, |s: String| s.trim_end());
    same!(t, |xs: Vec<String>, p: String| xs.join(&p));
    same!(t, |xs: Vec<String>| xs.concat());
    same!(t, |s: String| s.is_empty());
    same!(t, |s: String| s.len());
    same!(t, |s: String| s.to_string());
}

fn searching(t: &mut Table) {
    same!(t, |s: String, p: String| s.contains(&p));
    same!(t, |s: String, p: char| s.contains(p));
    same!(t, |s: String| s.contains("a"));
    same!(t, |s: String, p: String| s.starts_with(&p));
    same!(t, |s: String, p: String| s.ends_with(&p));
    same!(t, |s: String, p: char| s.starts_with(p));
    same!(t, |s: String, p: char| s.ends_with(p));
    same!(t, |s: String, p: char| s.strip_prefix(p));
    same!(t, |s: String, p: char| s.strip_suffix(p));
    same!(t, |s: String| s.starts_with("aé"));
    same!(t, |s: String| s.starts_with('a'));
    same!(t, |s: String| s.ends_with("b"));
    same!(t, |s: String, p: String| s.strip_prefix(&p));
    same!(t, |s: String, p: String| s.strip_suffix(&p));
    same!(t, |s: String| s.strip_suffix("a").unwrap_or("none"));
    same!(t, |s: String| s.split(",").collect::<Vec<_>>());
    same!(t, |s: String, p: char| s.split(p).collect::<Vec<_>>());
    same!(t, |s: String| s.split_once(", "));
    same!(t, |s: String, p: char| s.split_once(p));
    same!(t, |s: String| s.split_whitespace().collect::<Vec<_>>());
    same!(t, |s: String| s.lines().collect::<Vec<_>>());
    same!(t, |s: String, to: String| s.replace("a", &to));
    same!(t, |s: String, p: char, to: String| s.replace(p, &to));
    row!(t, "s.replacen(\"a\", &to, n)", |s: String, to: String, n: N| s.replacen("a", &to, n.0));
    same!(t, |s: String| s.matches("a").count());
    same!(t, |s: String, p: char| s.matches(p).count());
    row!(t, "s.replacen(p, &to, n)", |s: String, p: char, to: String, n: N| s
        .replacen(p, &to, n.0));
    same!(t, |s: String| s.split("ab").map(|p| p.len()).collect::<Vec<_>>());
    several(t);
    no!(t, "s.split_once(&p)", |s: String, p: String|);
    no!(t, "s.matches(&p).count()", |s: String, p: String|);
    no!(t, "s.rsplit(',')", |s: String|);
    no!(t, "s.bytes()", |s: String|);
    no!(t, "s.rfind('a')", |s: String|);
    no!(t, "s.char_indices()", |s: String|);
    no!(t, "s.get(1)", |s: String|);
    no!(t, "s.split(&p).collect::<Vec<_>>()", |s: String, p: String|);
    no!(t, "s.split(\"\").collect::<Vec<_>>()", |s: String|);
    no!(t, "s.replace(&p, \"\")", |s: String, p: String|);
    no!(t, "s.split(|c| f(c)).collect::<Vec<_>>()", |s: String|);
    same!(t, |s: String| s.split(|c: char| !c.is_ascii_digit()).collect::<Vec<_>>());
    same!(t, |s: String| s.replace(|c: char| !c.is_ascii_alphanumeric(), "$1"));
    same!(t, |s: String| s.strip_prefix(|c: char| !c.is_ascii_digit()));
    same!(t, |s: String| s.trim_matches(|c: char| !c.is_ascii_digit()));
    no!(t, "s.trim_start_matches(c)", |s: String, c: char|);
    no!(t, "s.trim_end_matches(\"\")", |s: String|);
    no!(t, "s.find('a')", |s: String|);
    no!(t, "s.splitn(2, \",\")", |s: String|);
    no!(t, "s.as_bytes()", |s: String|);
}

/// One of several characters, and any number of them at an end.
fn several(t: &mut Table) {
    same!(t, |s: String| s.trim_start_matches('a'));
    same!(t, |s: String| s.trim_end_matches('a'));
    same!(t, |s: String| s.trim_end_matches("ab"));
    same!(t, |s: String| s.trim_start_matches("é "));
    same!(t, |s: String| s.trim_matches('/'));
    same!(t, |s: String| s.trim_end_matches('|'));
    same!(t, |s: String| s.trim_matches(['a', ']', '\n']));
    same!(t, |s: String| s.split([',', ';', 'a', '-', '^']).collect::<Vec<_>>());
    same!(t, |s: String| s.split(&['a', 'b']).collect::<Vec<_>>().len());
    same!(t, |s: String| s.split(|it: char| it.is_whitespace()).collect::<Vec<_>>());
    same!(t, |s: String| s
        .split(|it: char| it == 'a' || matches!(it, 'b'..='f' | '0') || it.is_ascii_digit())
        .count());
    same!(t, |s: String| s.trim_start_matches(|it: char| !it.is_ascii_alphabetic()));
    same!(t, |s: String| s.trim_end_matches(|it: char| it.is_ascii_digit()));
    same!(t, |s: String| s.contains(['a', '"']));
    same!(t, |s: String| s.contains(|it: char| !it.is_ascii_alphanumeric()));
    same!(t, |s: String| s.starts_with(['a', 'b']) || s.ends_with(['a', 'b']));
    same!(t, |s: String, to: String| s.replace(['a', 'b', '$'], &to));
    same!(t, |s: String| s.strip_prefix(['a', 'b']));
}

fn iterating(t: &mut Table) {
    same!(t, |s: String| s.chars().collect::<Vec<_>>());
    same!(t, |s: String| s.chars().count());
    same!(t, |s: String| s.chars().rev().collect::<String>());
    row!(t, "s.chars().skip(i).take(n).collect::<String>()", |s: String, i: N, n: N| {
        s.chars().skip(i.0).take(n.0).collect::<String>()
    });
    row!(t, "s.chars().nth(i)", |s: String, i: N| s.chars().nth(i.0));
    same!(t, |s: String| s.chars().next());
    same!(t, |s: String| s.chars().last());
    same!(t, |s: String| s.chars().all(|c| c.is_ascii_digit()));
    same!(t, |s: String| s.chars().any(|c| c == 'a'));
    same!(t, |s: String| s.chars().filter(|c| *c != 'a').collect::<String>());
    same!(t, |s: String| s.chars().map(|c| c.to_ascii_uppercase()).collect::<String>());
    same!(t, |s: String| s.chars().position(|c| c == 'b'));
    same!(t, |s: String| s
        .trim()
        .chars()
        .enumerate()
        .map(|(i, c)| format!("{i}{c}"))
        .collect::<String>());
    same!(t, |s: String| s
        .split(",")
        .map(|p| p.trim())
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>());
}

fn parsing(t: &mut Table) {
    row!(t, "s.parse::<i64>().ok()", |s: String| ops::parse::<i64, _>(&s).ok());
    row!(t, "s.parse::<u64>().ok()", |s: String| ops::parse::<u64, _>(&s).ok());
    row!(t, "s.parse::<i32>().ok()", |s: String| ops::parse::<i32, _>(&s).ok());
    row!(t, "s.parse::<i8>().ok()", |s: String| ops::parse::<i8, _>(&s).ok());
    row!(t, "s.parse::<u8>().ok()", |s: String| ops::parse::<u8, _>(&s).ok());
    row!(t, "s.parse::<u16>().ok()", |s: String| ops::parse::<u16, _>(&s).ok());
    row!(t, "s.parse::<u32>().unwrap_or(7)", |s: String| ops::parse::<u32, _>(&s).unwrap_or(7));
    row!(t, "s.parse::<f64>().ok()", |s: String| ops::parse::<f64, _>(&s).ok());
    row!(t, "s.parse::<bool>().ok()", |s: String| ops::parse::<bool, _>(&s).ok());
    row!(t, "s.parse::<char>().ok()", |s: String| ops::parse::<char, _>(&s).ok());
    row!(t, "s.parse::<i32>().unwrap()", |s: String| ops::unwrap(ops::parse::<i32, _>(&s)));
    row!(t, "s.parse::<i32>().is_ok()", |s: String| ops::parse::<i32, _>(&s).is_ok());
    row!(t, "s.parse::<i32>().is_err()", |s: String| ops::parse::<i32, _>(&s).is_err());
    row!(t, "s.parse::<usize>().ok()", |s: String| ops::parse::<usize, _>(&s).ok());
    row!(t, "s.parse::<u8>().map_or(7, |n| n)", |s: String| ops::parse::<u8, _>(&s)
        .map_or(7, |n| n));
    row!(t, "s.parse::<i64>().expect(\"a number\")", |s: String| {
        ops::expect(ops::parse::<i64, _>(&s), "a number")
    });
    row!(
        t,
        "s.parse::<i32>().and_then(|n| p.parse::<i32>().map(|m| n.max(m))).ok()",
        |s: String, p: String| {
            ops::parse::<i32, _>(&s).and_then(|n| ops::parse::<i32, _>(&p).map(|m| n.max(m))).ok()
        }
    );
    row!(t, "s.parse::<i32>().unwrap_or_else(|_| -1)", |s: String| {
        ops::parse::<i32, _>(&s).unwrap_or_else(|_| -1)
    });
    row!(t, "s.parse::<bool>().is_ok_and(|b| b)", |s: String| ops::parse::<bool, _>(&s)
        .is_ok_and(|b| b));
    row!(t, "s.parse::<i32>().map_or_else(|_| 3, |n| n)", |s: String| {
        ops::parse::<i32, _>(&s).map_or_else(|_| 3, |n| n)
    });
    no!(t, "s.parse::<i32>().err()", |s: String|);
    row!(t, "s.parse::<i32>().or_else(|_| p.parse::<i32>()).ok()", |s: String, p: String| {
        ops::parse::<i32, _>(&s).or_else(|_| ops::parse::<i32, _>(&p)).ok()
    });
    row!(
        t,
        "match s.parse::<i32>() { Ok(n) if n > 0 => n, Ok(_) => -1, Err(_) => 0 }",
        |s: String| {
            match ops::parse::<i32, _>(&s) {
                Ok(n) if n > 0 => n,
                Ok(_) => -1,
                Err(_) => 0,
            }
        }
    );
    row!(t, "s.parse::<i32>().map(|n| n > 5).unwrap_or_default()", |s: String| {
        ops::parse::<i32, _>(&s).map(|n| n > 5).unwrap_or_default()
    });
}

fn characters(t: &mut Table) {
    t.area = "char";
    same!(t, |a: char, b: char| a == b);
    same!(t, |a: char, b: char| a < b);
    same!(t, |a: char, b: char| a <= b);
    same!(t, |a: char, b: char| a > b);
    same!(t, |a: char, b: char| a >= b);
    same!(t, |a: char, b: char| a != b);
    same!(t, |a: char, b: char| a.min(b));
    same!(t, |a: char, b: char| a.max(b));
    same!(t, |a: char, b: char| a.eq_ignore_ascii_case(&b));
    same!(t, |c: char| c.to_ascii_lowercase());
    same!(t, |c: char| c.to_uppercase().to_string());
    same!(t, |c: char| c.to_lowercase().to_string());
    same!(t, |c: char| c.to_uppercase().collect::<String>());
    same!(t, |c: char| matches!(c, 'a'..='z' | '_'));
    same!(t, |c: char| c.is_ascii_digit());
    same!(t, |c: char| c.is_ascii_alphabetic());
    same!(t, |c: char| c.is_ascii_alphanumeric());
    same!(t, |c: char| c.is_ascii_uppercase());
    same!(t, |c: char| c.is_ascii_lowercase());
    same!(t, |c: char| c.is_whitespace());
    same!(t, |c: char| c.to_ascii_uppercase());
    same!(t, |c: char| c.to_digit(10));
    same!(t, |c: char| c.to_string());
    no!(t, "c.is_alphabetic()", |c: char|);
    no!(t, "c.is_numeric()", |c: char|);
    no!(t, "c.is_uppercase()", |c: char|);
    no!(t, "c.is_control()", |c: char|);
    no!(t, "c.to_digit(16)", |c: char|);
}
