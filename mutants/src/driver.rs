//! Expands every item of the given files with each mutant that it reaches, and prints which expansions change.
#![allow(clippy::all, missing_docs, reason = "a copy is not linted")]

use crate::mutant;
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use syn::parse::{ParseStream, Parser};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, Meta};

type Expand = fn(TokenStream, TokenStream) -> TokenStream;

/// A mutant that leaves so many items of a kind the same is not tried on others of it.
const ENOUGH_SAME: usize = 600;

/// The longest time that one expansion may take.
const LONG: Duration = Duration::from_secs(30);

/// An item that an attribute or a derive may stand on.
struct Case {
    name: String,
    tokens: TokenStream,
    is_type: bool,
}

#[derive(Default)]
struct Cases(Vec<Case>);

impl Cases {
    fn add(&mut self, name: impl ToString, item: &impl ToTokens, is_type: bool) {
        self.0.push(Case { name: name.to_string(), tokens: item.to_token_stream(), is_type });
    }
}

impl<'ast> Visit<'ast> for Cases {
    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            Item::Fn(it) => self.add(&it.sig.ident, it, false),
            Item::Struct(it) => self.add(&it.ident, it, true),
            Item::Enum(it) => self.add(&it.ident, it, true),
            Item::Union(it) => self.add(&it.ident, it, true),
            // A function without a body, and other mistakes.
            Item::Verbatim(tokens) => self.add("", tokens, false),
            _ => {}
        }
        visit::visit_item(self, item);
    }
    fn visit_impl_item_fn(&mut self, it: &'ast syn::ImplItemFn) {
        self.add(&it.sig.ident, it, false);
        visit::visit_impl_item_fn(self, it);
    }
    fn visit_trait_item_fn(&mut self, it: &'ast syn::TraitItemFn) {
        self.add(&it.sig.ident, it, false);
        visit::visit_trait_item_fn(self, it);
    }
}

/// The functions that workflows share, by name.
type Steps = BTreeMap<String, TokenStream>;

fn last(path: &syn::Path) -> String {
    path.segments.last().map(|it| it.ident.to_string()).unwrap_or_default()
}

fn options(attribute: &Attribute) -> TokenStream {
    match &attribute.meta {
        Meta::List(list) => list.tokens.clone(),
        _ => TokenStream::new(),
    }
}

fn own(attribute: &Attribute) -> Option<Expand> {
    Some(match last(attribute.path()).as_str() {
        "workflow" => crate::workflow::expand,
        "steps" => crate::workflow::steps,
        "pure" => crate::workflow::pure,
        "task" => crate::task::expand,
        _ => return None,
    })
}

/// The attributes of an item, and the item without them.
fn split(item: &TokenStream) -> Option<(Vec<Attribute>, TokenStream)> {
    let parse = |input: ParseStream<'_>| {
        Ok((input.call(Attribute::parse_outer)?, input.parse::<TokenStream>()?))
    };
    parse.parse2(item.clone()).ok()
}

/// An attribute of this library, as rustc would call it.
fn of_function(item: &TokenStream, steps: &Steps) -> TokenStream {
    let Some((mut attributes, rest)) = split(item) else { return TokenStream::new() };
    let first = attributes.iter().enumerate().find_map(|(at, it)| Some((at, own(it)?)));
    let Some((at, expand)) = first else { return TokenStream::new() };
    let attribute = attributes.remove(at);
    let (name, options) = (last(attribute.path()), options(&attribute));
    let root = crate::root::take(options.clone()).ok().and_then(|(root, _)| root);
    let (errors, bare) = crate::alone::alone(&name, root.as_ref(), quote!(#(#attributes)* #rest));
    let tokens = match &*name {
        "workflow" => staged(expand(options, bare), steps),
        _ => crate::root::attribute(options, |options| expand(options, bare)),
    };
    quote!(#errors #tokens)
}

/// Goes through the macros of the steps that a workflow lists: `name! { @workflow (path) [..] [..] { .. } }`.
fn staged(tokens: TokenStream, steps: &Steps) -> TokenStream {
    let all: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let Some((TokenTree::Group(group), before)) = all.split_last() else { return tokens };
    let Some(TokenTree::Ident(name)) = before.iter().rev().nth(1) else { return tokens };
    let parts: Vec<TokenTree> = group.stream().into_iter().collect();
    let ([_, _, path, rest, TokenTree::Group(known), workflow], Some(step)) =
        (&parts[..], steps.get(&name.to_string()))
    else {
        return tokens;
    };
    let known = known.stream();
    staged(crate::workflow::with_steps(quote!(#rest [#known #path { #step }] #workflow)), steps)
}

fn of_type(item: &TokenStream) -> TokenStream {
    let Ok(input) = syn::parse2::<syn::DeriveInput>(item.clone()) else {
        return TokenStream::new();
    };
    let mut tokens = TokenStream::new();
    for attribute in input.attrs.iter().filter(|it| it.path().is_ident("derive")) {
        let derives = options(attribute).to_string();
        for name in derives.split(',').filter_map(|it| it.rsplit(':').next()) {
            match name.trim() {
                "Data" => tokens.extend(crate::root::derive(input.clone(), crate::data::expand)),
                "TaskError" => {
                    tokens.extend(crate::root::derive(input.clone(), crate::task_error::expand));
                }
                _ => {}
            }
        }
    }
    tokens
}

/// The text of an expansion, and its messages with the places that they are told at.
#[derive(PartialEq)]
struct Expanded {
    text: String,
    errors: Vec<String>,
}

/// `None` if the macro panics.
fn expanded(case: &Case, steps: &Steps) -> Option<Expanded> {
    let run = || match case.is_type {
        false => of_function(&case.tokens, steps),
        true => of_type(&case.tokens),
    };
    let tokens = catch_unwind(AssertUnwindSafe(run)).ok()?;
    let mut errors = vec![];
    messages(&tokens, &mut errors);
    Some(Expanded { text: tokens.to_string(), errors })
}

#[cfg(feature = "spans")]
fn place(span: proc_macro2::Span) -> String {
    format!("{:?} {:?}", span.start(), span.end())
}

#[cfg(not(feature = "spans"))]
fn place(_: proc_macro2::Span) -> String {
    String::new()
}

fn messages(tokens: &TokenStream, into: &mut Vec<String>) {
    let mut told = false;
    for token in tokens.clone() {
        match &token {
            TokenTree::Ident(ident) if ident == "compile_error" => told = true,
            TokenTree::Group(group) if told => {
                into.push(format!("{} {}", place(group.span()), group.stream()));
                told = false;
            }
            TokenTree::Group(group) => messages(&group.stream(), into),
            _ => {}
        }
    }
}

fn steps_of(cases: &[Case]) -> Steps {
    let steps = cases.iter().filter(|case| !case.is_type).filter_map(|case| {
        let (mut attributes, rest) = split(&case.tokens)?;
        let at = attributes.iter().position(|it| last(it.path()) == "steps")?;
        attributes.remove(at);
        Some((case.name.clone(), quote!(#(#attributes)* #rest)))
    });
    steps.collect()
}

/// The kinds of files: what differs is compiled in other ways.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Ui,
    Generated,
    /// A module of the equivalence, or another test: one of them is built whole.
    Whole,
}

impl Kind {
    fn of(file: &str) -> Kind {
        match file {
            _ if file.contains("/tests/ui/") => Kind::Ui,
            _ if file.contains("/tests/generated/") => Kind::Generated,
            _ => Kind::Whole,
        }
    }
}

/// So many items of `tests/ui`, and so many generated ones, are more than are compiled.
const ENOUGH_UI: usize = 40;
const ENOUGH_GENERATED: usize = 40;

/// The facts about a mutant.
#[derive(Default)]
struct Known {
    decided: bool,
    /// The items that differ, and those that do not, of each kind.
    differ: [usize; 3],
    same: [usize; 3],
    /// The last file with an item that differs.
    file: String,
}

impl Known {
    /// True if one more item of a file would say nothing new.
    fn enough(&self, file: &str, enough: usize) -> bool {
        let kind = Kind::of(file);
        let differ = self.differ[kind as usize];
        let enough_here = match kind {
            Kind::Ui => differ >= ENOUGH_UI,
            Kind::Generated => differ >= ENOUGH_GENERATED,
            Kind::Whole => self.file == file,
        };
        let same = self.same[kind as usize] >= ENOUGH_SAME;
        self.decided || enough_here || same || self.differ.iter().sum::<usize>() >= enough
    }
}

/// The expansions that have begun.
static BEGUN: AtomicUsize = AtomicUsize::new(0);

/// Says what is expanded next: a mutant may end the process, and this line is what is left of it then.
fn begin(place: usize, number: usize, file: &str, name: &str) {
    BEGUN.fetch_add(1, Ordering::Relaxed);
    println!("\nBEGIN\t{number}\t{place}\t{file}\t{name}");
}

/// Ends the process when an expansion does not end.
fn watch() {
    std::thread::spawn(|| {
        loop {
            let before = BEGUN.load(Ordering::Relaxed);
            std::thread::sleep(LONG);
            if BEGUN.load(Ordering::Relaxed) == before {
                std::process::abort();
            }
        }
    });
}

/// The numbers that a variable of the environment lists.
fn numbers(name: &str) -> Vec<usize> {
    let list = std::env::var(name).unwrap_or_default();
    list.split(',').filter_map(|word| word.parse().ok()).collect()
}

#[test]
fn expand_all() {
    let Ok(list) = std::env::var("WORKFLOW_MUTANT_FILES") else { return };
    std::panic::set_hook(Box::new(|_| {}));
    let (mut files, mut steps) = (vec![], Steps::new());
    for file in list.lines() {
        let Ok(text) = std::fs::read_to_string(file) else { continue };
        let Ok(parsed) = syn::parse_file(&text) else { continue };
        let mut cases = Cases::default();
        cases.visit_file(&parsed);
        steps.extend(steps_of(&cases.0));
        files.push((file, cases.0));
    }
    watch();
    // Where a process before this one was ended, and the mutants that need no more.
    let first = numbers("WORKFLOW_MUTANT_FROM").first().copied().unwrap_or_default();
    let decided = numbers("WORKFLOW_MUTANT_DECIDED").into_iter();
    let mut known: BTreeMap<usize, Known> =
        decided.map(|number| (number, Known { decided: true, ..Known::default() })).collect();
    let (part, parts) = match numbers("WORKFLOW_MUTANT_PART")[..] {
        [part, parts] => (part, parts),
        _ => (0, 1),
    };
    // A mutant that changes so many items is not tried on others.
    let enough = numbers("WORKFLOW_MUTANT_ENOUGH").first().copied().unwrap_or(1);
    let mut place = 0;
    for (file, cases) in &files {
        // A name of the same file comes before that of another.
        let mut here = steps.clone();
        here.extend(steps_of(cases));
        for case in cases {
            place += 1;
            if place < first {
                continue;
            }
            if std::env::var_os("WORKFLOW_MUTANT_ARMS").is_some() {
                counted(case, &here, file);
                continue;
            }
            let begin = |number: usize| begin(place, number, file, &case.name);
            for (number, kind) in
                changes(case, &here, &mut known, file, (part, parts, enough), begin)
            {
                println!("\nMUTANT\t{number}\t{kind}\t{file}\t{}", case.name);
            }
        }
    }
    println!("\nDONE");
}

/// Prints the arms that an item reaches, and whether it is refused.
fn counted(case: &Case, steps: &Steps, file: &str) {
    mutant::take_reached();
    let refused = expanded(case, steps).is_none_or(|it| !it.errors.is_empty());
    let numbers: Vec<String> = mutant::take_reached().iter().map(usize::to_string).collect();
    println!("\nARMS\t{refused}\t{}\t{file}", numbers.join(","));
}

fn changes(
    case: &Case,
    steps: &Steps,
    known: &mut BTreeMap<usize, Known>,
    file: &str,
    (part, parts, enough): (usize, usize, usize),
    begin: impl Fn(usize),
) -> BTreeSet<(usize, &'static str)> {
    mutant::set(0);
    mutant::take_reached();
    let mut found = BTreeSet::new();
    begin(0);
    let Some(before) = expanded(case, steps) else { return found };
    for number in mutant::take_reached() {
        let known = known.entry(number).or_default();
        if number % parts != part || known.enough(file, enough) {
            continue;
        }
        mutant::set(number);
        begin(number);
        let kind = match expanded(case, steps) {
            None => "panics",
            Some(after) if after.errors != before.errors => "errors",
            Some(after) if after.text != before.text => "differs",
            Some(_) => "reached",
        };
        known.decided |= matches!(kind, "panics" | "errors");
        known.differ[Kind::of(file) as usize] += usize::from(kind == "differs");
        known.same[Kind::of(file) as usize] += usize::from(kind == "reached");
        if kind == "differs" {
            known.file = file.to_owned();
        }
        found.insert((number, kind));
    }
    found
}
