//! Texts that are searched for one of several characters, and trimmed of them.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[pure]
fn fields_of(line: &str) -> Vec<String> {
    line.split([';', ',']).map(|part| part.trim_matches('"').to_owned()).collect()
}

/// Lines of a file, as people take them apart.
#[workflow]
pub async fn searched(line: String, path: String) -> Result<(Vec<String>, String, u32), Failure> {
    let words: Vec<String> = line.split(char::is_whitespace).map(str::to_owned).collect();
    let name = path.trim_start_matches('/').trim_end_matches(".csv");
    note(name.to_owned()).await?;
    let mut found = 0;
    for part in line.split(&[',', ';'][..]) {
        if part.starts_with(['a', 'b']) {
            found += count(part.to_owned()).await? % 9;
        }
    }
    let bare = line.trim_matches(|c: char| c == '#' || c.is_whitespace());
    let digits = line.trim_end_matches(|c: char| !c.is_ascii_digit());
    if line.contains(char::is_whitespace) {
        note(digits.to_owned()).await?;
    }
    let mut all = fields_of(&line);
    all.extend(words);
    Ok((all, bare.replace(['a', '/'], "$1"), found))
}

#[test]
fn searched_is_proven() {
    let words = &["a, b;c", "//x/a.csv.csv", "# a 1 #", "\"a\";\"b\"", "a\n", "7|", "", "//"];
    prove!(searched(line, path): note, count; words = words, failing = 4, seeds = 400).run();
}
