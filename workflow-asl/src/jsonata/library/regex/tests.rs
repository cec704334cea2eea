#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;

fn found(pattern: &str, flags: &str, text: &str) -> Option<Vec<Option<String>>> {
    let subject = Subject::new(text);
    let found = Regex::compile(pattern, flags)
        .unwrap()
        .find_at(&subject, 0, &mut Left::default())
        .unwrap()?;
    let slice = |(start, end)| subject.slice(start, end);
    let groups = found.groups.into_iter().map(|group| group.map(slice));
    Some([Some(slice((found.start, found.end)))].into_iter().chain(groups).collect())
}

#[test]
fn bombs_end_with_a_fault() {
    for (pattern, text) in [
        ("^(a|aa)+$", format!("{}b", "a".repeat(60))),
        ("(a*)*b", "a".repeat(60)),
        ("(x+x+)+y", "x".repeat(60)),
        ("((a{1,100}){1,100}){1,100}b", "a".repeat(100)),
        (".*.*.*.*x", "a".repeat(10_000)),
        ("(?=(a+)+b)", "a".repeat(60)),
        ("(a+)\\1+b", "a".repeat(100_000)),
    ] {
        let regex = Regex::compile(pattern, "").unwrap();
        let mut left = Left { steps: 1_000_000, ..Left::default() };
        assert!(regex.find_at(&Subject::new(&text), 0, &mut left).is_err(), "{pattern}");
        assert_eq!(left.steps, 0);
    }
}

#[test]
fn branches_take_no_more_than_the_bytes_that_are_left() {
    let subject = Subject::new(&"ab".repeat(20_000));
    for pattern in ["(?:a|b)*", "(a|b)*c", "(?:(a)|(b)|ab)*?$"] {
        let regex = Regex::compile(pattern, "").unwrap();
        let mut left = Left { bytes: 1 << 20, ..Left::default() };
        let fault = regex.find_at(&subject, 0, &mut left).unwrap_err();
        assert!(format!("{fault:?}").contains("memory limit"), "{pattern}: {fault:?}");
        assert!(left.steps > 0);
    }
    let regex = Regex::compile("(?:a|b)*", "").unwrap();
    let found = regex.find_at(&subject, 0, &mut Left::default()).unwrap().unwrap();
    assert_eq!(found.end, 40_000);
}

#[test]
fn deep_patterns_neither_overflow_nor_run_away() {
    let deep = format!("{}a{}", "(".repeat(100_000), ")".repeat(100_000));
    assert!(Regex::compile(&deep, "").is_err());
    assert!(found(&"a?".repeat(10_000), "", "").is_some());
    assert!(found("(?:a{0,1000000000}){1000}", "", "aaaa").is_some());
}

#[test]
fn a_search_begins_where_it_is_told() {
    let regex = Regex::compile("^a|b", "").unwrap();
    let subject = Subject::new("a😀b");
    let found = regex.find_at(&subject, 1, &mut Left::default()).unwrap().unwrap();
    assert_eq!((found.start, found.end), (2, 3));
    assert_eq!(subject.units((0, 0), found.start), 3);
}

#[test]
fn looks_keep_or_forget_their_groups() {
    let some = |texts: &[&str]| {
        Some(texts.iter().map(|text| Some((*text).to_owned())).collect::<Vec<_>>())
    };
    assert_eq!(found("(?=(a+))a*b\\1", "", "baaabac"), some(&["aba", "a"]));
    assert_eq!(
        found("(.*?)a(?!(a+)b\\2c)\\2(.*)", "", "baaabaac").map(|groups| groups.len()),
        Some(4)
    );
    assert_eq!(found("(?<=([ab]+)([bc]+))$", "", "abc"), some(&["", "a", "bc"]));
    assert_eq!(found("(z)((a+)?(b+)?(c))*", "", "zaacbbbcac").unwrap()[4], None);
}
