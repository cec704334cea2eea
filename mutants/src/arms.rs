//! Arms of `match` in the compiler part that no generated workflow reaches.
//!
//! Every arm is given a counter in the copy. The macro's arms are counted while all generated workflows are expanded,
//! the exporter's while their tests run.

use crate::copy::{self, Copy};
use crate::explained::Explained;
use crate::site::{Change, Site};
use crate::{cargo, expansions, plant, sites};
use std::collections::BTreeSet;
use std::time::Duration;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, Stmt};

/// The folders whose arms are counted.
const FOLDERS: &[&str] = &[
    "workflow-macros/src/workflow/lower",
    "workflow-macros/src/workflow/native",
    "workflow-macros/src/workflow/program",
    "workflow-asl/src/export",
];

/// The longest time that the tests of all generated workflows may take.
const LIMIT: Duration = Duration::from_secs(1800);

/// Counts, and prints the arms that were not reached. False if one of them has no reason.
pub fn run(copy: &Copy, explained: &Explained) -> Result<bool, String> {
    let mut arms = sites::find_with(copy, FOLDERS, find)?;
    for (at, arm) in arms.iter_mut().enumerate() {
        arm.number = at + 1;
    }
    plant::plant_viable(copy, &mut arms)?;
    let reached = reached(copy)?;
    let (mut unreached, mut explained_arms) = (0, 0);
    for arm in arms.iter().filter(|arm| arm.viable && !reached.contains(&arm.number)) {
        let reason = explained.reason(arm);
        explained_arms += usize::from(reason.is_some());
        unreached += usize::from(reason.is_none());
        let Site { file, line, text, .. } = arm;
        println!("{file}:{line}: {text}  {}", reason.unwrap_or("NOT REACHED"));
    }
    let uncounted = arms.iter().filter(|arm| !arm.viable).count();
    println!(
        "{} arms, {} reached; {unreached} not reached, {explained_arms} not reached with a reason, \
         {uncounted} cannot be counted",
        arms.len(),
        reached.len()
    );
    Ok(unreached == 0)
}

/// The numbers of the arms that the generated workflows reach.
fn reached(copy: &Copy) -> Result<BTreeSet<usize>, String> {
    expansions::add_driver(copy)?;
    let list = copy.target.join("reached");
    copy::write(&list, "")?;
    expansions::count(copy, &list)?;
    let words = ["test", "--no-run", "-p", "workflow-generated", "--features", "all", "--tests"];
    let built = cargo::build(copy, &words, 0)?;
    if !built.ok {
        return Err(built.rendered);
    }
    for test in &built.tests {
        if !cargo::passes_with(test, 0, LIMIT, Some(&list))? {
            return Err(format!("`{}` fails", test.name));
        }
    }
    let text = std::fs::read_to_string(&list).map_err(|error| error.to_string())?;
    Ok(text.lines().filter_map(|line| line.parse().ok()).collect())
}

/// The arms of a file.
fn find(file: &syn::File, found: &mut sites::Found<'_>) {
    let mut arms = Arms { found };
    arms.visit_file(file);
}

struct Arms<'a, 'b> {
    found: &'a mut sites::Found<'b>,
}

impl<'ast> Visit<'ast> for Arms<'_, '_> {
    fn visit_item_mod(&mut self, node: &'ast syn::ItemMod) {
        if node.attrs.is_empty() {
            visit::visit_item_mod(self, node);
        }
    }
    fn visit_arm(&mut self, node: &'ast syn::Arm) {
        let inner = match &*node.body {
            Expr::Block(block) => match block.block.stmts.first() {
                // The counter goes before the first statement, so that arms inside stay countable.
                Some(first) => Some((starts(first), Change::CountBefore)),
                None => Some((node.body.span(), Change::Count)),
            },
            Expr::Return(_) | Expr::Continue(_) | Expr::Break(_) => {
                Some((node.body.span(), Change::CountLeaving))
            }
            _ => Some((node.body.span(), Change::Count)),
        };
        if let Some((span, change)) = inner {
            self.found.add_at(node.pat.span(), span, "arm", change);
        }
        visit::visit_arm(self, node);
    }
}

fn starts(stmt: &Stmt) -> proc_macro2::Span {
    stmt.span()
}
