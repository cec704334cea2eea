//! Plants the switches of a sample in the copy, and takes those out that do not compile.

use crate::cargo;
use crate::copy::{self, Copy};
use crate::site::Site;
use std::collections::BTreeMap;
use std::ops::Range;

const SWITCH: &str = include_str!("switch.rs");

/// A planted site: its place in the planted file.
type Placed = BTreeMap<String, Vec<(usize, Range<usize>)>>;

/// Plants all sites; those whose switch rustc refuses become not viable.
pub fn plant_viable(copy: &Copy, sites: &mut [Site]) -> Result<(), String> {
    let mut sources = BTreeMap::new();
    for site in sites.iter() {
        let path = copy.root.join(&site.file);
        let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
        sources.insert(site.file.clone(), text);
    }
    for package in ["workflow-macros", "workflow-asl", "workflow-runtime"] {
        add_switch(copy, package)?;
    }
    loop {
        let placed = plant(copy, sites, &sources)?;
        let built = cargo::build(copy, &["check", "-p", "workflow"], 0)?;
        if built.ok {
            return Ok(());
        }
        let mut refused = false;
        for (file, bytes) in &built.errors {
            refused |= refuse(sites, &placed, file, bytes);
        }
        if !refused {
            return Err(format!("the copy does not compile:\n{}", built.rendered));
        }
    }
}

fn refuse(sites: &mut [Site], placed: &Placed, file: &str, bytes: &Range<usize>) -> bool {
    let mut refused = false;
    for (number, range) in placed.get(file).into_iter().flatten() {
        if range.start <= bytes.end && bytes.start <= range.end {
            refused |= std::mem::replace(&mut sites[number - 1].viable, false);
        }
    }
    refused
}

/// Writes every file with its switches.
fn plant(
    copy: &Copy,
    sites: &[Site],
    sources: &BTreeMap<String, String>,
) -> Result<Placed, String> {
    let mut placed = Placed::new();
    for (file, source) in sources {
        let mut here: Vec<&Site> =
            sites.iter().filter(|site| site.viable && site.file == *file).collect();
        // The outer of two that begin together comes first.
        here.sort_by_key(|site| (site.range.start, usize::MAX - site.range.end));
        let mut text = planted(source, &here, placed.entry(file.clone()).or_default());
        let uses_trait = text.contains(".reversed(");
        if uses_trait {
            text += "\n#[allow(unused_imports)]\nuse crate::mutant::Reversed as _;\n";
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

/// Adds the module with the switch to a crate of the copy.
fn add_switch(copy: &Copy, package: &str) -> Result<(), String> {
    let folder = copy.root.join(package).join("src");
    copy::write(&folder.join("mutant.rs"), SWITCH)?;
    let root = folder.join("lib.rs");
    let text = std::fs::read_to_string(&root).map_err(|error| error.to_string())?;
    copy::write(&root, &format!("{text}\n#[doc(hidden)]\nmod mutant;\n"))
}
