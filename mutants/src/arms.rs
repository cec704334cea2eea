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
/// The number of those that belong to the macro.
const OF_MACRO: usize = 3;

/// The longest time that the tests of all generated workflows may take.
const LIMIT: Duration = Duration::from_secs(1800);

/// Counts, and prints the arms that were not reached. False if one of them has no reason.
pub fn run(copy: &Copy, explained: &Explained, macro_only: bool) -> Result<bool, String> {
    let folders = if macro_only { &FOLDERS[..OF_MACRO] } else { FOLDERS };
    let mut arms = sites::find_with(copy, folders, find)?;
    for (at, arm) in arms.iter_mut().enumerate() {
        arm.number = at + 1;
    }
    plant::plant_viable(copy, &mut arms)?;
    let mut expanded = expansions::count(copy)?;
    if !macro_only {
        expanded.generated.extend(exported(copy)?);
    }
    let (mut unreached, mut reached, mut explained_arms, mut refuse) = (0, 0, 0, 0);
    for arm in arms.iter().filter(|arm| arm.viable) {
        let refuses =
            expanded.refused.contains(&arm.number) && !expanded.accepted.contains(&arm.number);
        let Site { number, file, line, text, .. } = arm;
        match explained.reason(arm) {
            _ if expanded.generated.contains(number) => reached += 1,
            // Nothing that is accepted comes here, and a case of a mistake does.
            _ if refuses => refuse += 1,
            Some(reason) => {
                explained_arms += 1;
                println!("{file}:{line}: {text}  {reason}");
            }
            None => {
                unreached += 1;
                println!("{file}:{line}: {text}  NOT REACHED");
            }
        }
    }
    let uncounted = arms.iter().filter(|arm| !arm.viable).count();
    println!(
        "{} arms, {reached} reached; {refuse} refuse, {explained_arms} not reached with a reason, \
         {unreached} not reached, {uncounted} cannot be counted",
        arms.len(),
    );
    Ok(unreached == 0)
}

/// The arms of the exporter that the tests of generated workflows reach.
fn exported(copy: &Copy) -> Result<BTreeSet<usize>, String> {
    let list = copy.target.join("reached");
    copy::write(&list, "")?;
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
    Ok(cargo::reached(&list)?.into_keys().collect())
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
