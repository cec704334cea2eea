//! Plants the switches of a sample in the copy, and takes those out that do not compile.

use crate::copy::{self, Copy};
use crate::site::Site;
use crate::{cargo, expansions, judged};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

const SWITCH: &str = include_str!("switch.rs");
const DRIVER: &str = include_str!("driver.rs");

/// A planted site: its place in the planted file.
type Placed = BTreeMap<String, Vec<(usize, Range<usize>)>>;

/// The crates with a switch.
const PACKAGES: &[&str] = &["workflow-macros", "workflow-asl", "workflow-runtime"];

/// The source of each file that may be planted, by its path from the root.
type Sources = BTreeMap<String, String>;

/// Plants all sites; those whose switch rustc refuses become not viable, and are remembered.
pub fn plant_viable(copy: &Copy, sites: &mut [Site]) -> Result<(), String> {
    copy.plant(sites.iter().map(|site| site.number).max().unwrap_or_default());
    let known = std::fs::read_to_string(&copy.refused).unwrap_or_default();
    let known: Vec<&str> = known.lines().collect();
    let sources = sources(copy, sites)?;
    let key = |site: &Site| site.key(&sources);
    sites.iter_mut().for_each(|site| site.viable = !known.contains(&key(site).as_str()));
    let planted = |file: &str| {
        let added = ADDED.iter().any(|it| file.ends_with(it));
        added || sources.contains_key(file) || judged::FILES.contains(&file)
    };
    copy::synchronise(copy, &planted)?;
    add_modules(copy)?;
    judged::add(copy)?;
    for words in builds(sites) {
        while !compiles(copy, sites, &sources, &words)? {}
    }
    let refused = sites.iter().filter(|site| !site.viable).map(key);
    let all: BTreeSet<String> =
        known.iter().map(|line| (*line).to_owned()).chain(refused).collect();
    let lines: Vec<String> = all.into_iter().collect();
    copy::write(&copy.refused, &lines.join("\n"))
}

/// The builds that find what rustc refuses. That of the macro is the one that expands: no other is needed of it.
fn builds(sites: &[Site]) -> Vec<Vec<&'static str>> {
    let has = |package: &&&str| sites.iter().any(|site| site.package() == **package);
    let words = |package: &&'static str| match *package {
        "workflow-macros" => expansions::BUILD.to_vec(),
        package => vec!["build", "--lib", "-p", package],
    };
    PACKAGES.iter().filter(has).map(words).collect()
}

/// Plants all that is viable, and builds it. False if rustc refuses a site, which is not viable from now on.
fn compiles(
    copy: &Copy,
    sites: &mut [Site],
    sources: &Sources,
    words: &[&str],
) -> Result<bool, String> {
    let placed = plant(copy, sites, sources)?;
    let built = cargo::build(copy, words, 0)?;
    let mut refused = false;
    for spans in &built.errors {
        let number = spans.iter().find_map(|(file, bytes)| innermost(&placed, file, bytes));
        let site = sites.iter_mut().find(|site| Some(site.number) == number);
        refused |= site.is_some_and(|site| std::mem::replace(&mut site.viable, false));
    }
    match built.ok || refused {
        true => Ok(built.ok),
        false => Err(format!("the copy does not compile:\n{}", built.rendered)),
    }
}

/// The files that have sites, or had them in an earlier run, and the roots of the crates.
fn sources(copy: &Copy, sites: &[Site]) -> Result<Sources, String> {
    let roots = PACKAGES.iter().map(|package| format!("{package}/src/lib.rs"));
    let files: BTreeSet<String> = sites.iter().map(|site| site.file.clone()).chain(roots).collect();
    let source = |file: String| {
        let text = std::fs::read_to_string(copy.pristine.join(&file));
        text.map(|text| (file, text)).map_err(|error| error.to_string())
    };
    files.into_iter().map(source).collect()
}

/// The smallest planted place that an error touches: those around it may be innocent.
fn innermost(placed: &Placed, file: &str, bytes: &Range<usize>) -> Option<usize> {
    let here = placed.get(file).into_iter().flatten();
    here.filter(|(_, range)| range.start <= bytes.end && bytes.start <= range.end)
        .min_by_key(|(_, range)| range.len())
        .map(|(number, _)| *number)
}

/// Writes every file with its switches.
fn plant(copy: &Copy, sites: &[Site], sources: &Sources) -> Result<Placed, String> {
    let mut placed = Placed::new();
    for (file, source) in sources {
        let mut here: Vec<&Site> =
            sites.iter().filter(|site| site.viable && site.file == *file).collect();
        // The outer of two that begin together comes first.
        here.sort_by_key(|site| (site.range.start, usize::MAX - site.range.end));
        let mut text = planted(source, &here, placed.entry(file.clone()).or_default());
        if text.contains(".reversed(") {
            text += "\n#[allow(unused_imports)]\nuse crate::mutant::Reversed as _;\n";
        }
        if file.ends_with("/src/lib.rs") {
            text += "\n#[doc(hidden)]\nmod mutant;\n";
        }
        if file == "workflow-macros/src/lib.rs" {
            text += "\n#[cfg(test)]\nmod expand_mutants;\n";
        }
        copy::write(&copy.root.join(file), &text)?;
    }
    Ok(placed)
}

/// The source with the texts of all sites, which may lie in each other.
fn planted(source: &str, sites: &[&Site], placed: &mut Vec<(usize, Range<usize>)>) -> String {
    let (mut text, mut from) = (String::new(), 0);
    let mut open: Vec<(&Site, String, usize)> = vec![];
    let mut close = |upto: usize,
                     open: &mut Vec<(&Site, String, usize)>,
                     text: &mut String,
                     from: &mut usize| {
        while let Some((site, after, start)) = open.pop_if(|(site, ..)| site.range.end <= upto) {
            *text += &source[*from..site.range.end];
            *from = site.range.end;
            *text += &after;
            placed.push((site.number, start..text.len()));
        }
    };
    for site in sites {
        close(site.range.start, &mut open, &mut text, &mut from);
        text += &source[from..site.range.start];
        from = site.range.start;
        let start = text.len();
        match site.around() {
            Some((before, after)) => {
                text += &before;
                open.push((site, after, start));
            }
            None => {
                text += &format!("reversed({})", site.number);
                from = site.range.end;
                open.push((site, String::new(), start));
            }
        }
    }
    close(source.len(), &mut open, &mut text, &mut from);
    text += &source[from..];
    text
}

/// The files that the copy has besides those of the repository.
const ADDED: &[&str] = &["/src/mutant.rs", "/src/expand_mutants.rs"];

/// Adds the switch to each crate, and the driver of expansions to the macro's tests.
fn add_modules(copy: &Copy) -> Result<(), String> {
    for package in PACKAGES {
        copy::write(&copy.root.join(package).join("src/mutant.rs"), SWITCH)?;
    }
    copy::write(&copy.root.join("workflow-macros/src/expand_mutants.rs"), DRIVER)
}
