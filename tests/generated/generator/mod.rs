//! Writes small workflows in which the rows of the language stand in each other: the same seed, the same text.

mod expr;
mod leaf;
mod lines;
mod outer;
mod phrase;
mod phrases;
mod row;
mod scope;
pub mod turns;
mod writer;

use row::Row;
use scope::{TYPES, Ty};
use std::fmt::Write;
use workflow::testing::random::Random;
pub use writer::Pairs;
use writer::{Tail, Writer};

/// The number of workflows of rows, the number of them in a file, and the number of those files in the quick set.
pub const WORKFLOWS: usize = 200;
pub const IN_A_FILE: usize = 5;
pub const QUICK: usize = 4;

/// A workflow that rustc or the macro refuses is none of ours; nests less deep, neither.
const DEEP: usize = 3;

/// What the generator writes: files by name, and the pairs in them.
pub struct Written {
    pub files: Vec<(String, String)>,
    pub pairs: Pairs,
    /// Pairs that should be there and are not.
    pub missing: Vec<(Row, Row)>,
    /// The pairs of forms of statements that only compute, and those that should be there and are not.
    pub forms: turns::Pairs,
    pub missing_forms: Vec<(turns::Form, turns::Form)>,
}

/// Everything, from a seed.
pub fn written(seed: u64) -> Written {
    let mut pairs = Pairs::new();
    let mut files = vec![];
    for file in 0..WORKFLOWS / IN_A_FILE {
        let mut text = HEAD.to_owned();
        for at in 0..IN_A_FILE {
            text += &workflow(seed, file * IN_A_FILE + at, &mut pairs);
        }
        files.push((format!("flows/f{file:02}.rs"), text));
    }
    let first = files.len();
    for start in (0..phrase::WORKFLOWS).step_by(IN_A_FILE) {
        let mut text = HEAD.to_owned();
        for index in start..(start + IN_A_FILE).min(phrase::WORKFLOWS) {
            text += &phrase::workflow(seed, index, WORKFLOWS + index);
        }
        files.push((format!("flows/f{:02}.rs", files.len()), text));
    }
    let computing = files.len();
    let mut forms = turns::Pairs::new();
    for start in (0..turns::WORKFLOWS).step_by(IN_A_FILE) {
        let mut text = turns::HEAD.to_owned();
        for index in start..(start + IN_A_FILE).min(turns::WORKFLOWS) {
            text +=
                &turns::workflow(seed, index, WORKFLOWS + phrase::WORKFLOWS + index, &mut forms);
        }
        files.push((format!("flows/f{:02}.rs", files.len()), text));
    }
    // Each phrase is in the quick set once.
    let once = first..first + phrase::ONCE.div_ceil(IN_A_FILE);
    let some = computing..computing + turns::QUICK;
    let quick = (0..QUICK).chain(once.clone()).chain(some.clone());
    let others = (QUICK..first).chain(once.end..computing).chain(some.end..files.len());
    let (quick, others) = (list("The quick set.", quick), list("All others.", others));
    files.extend([("quick.rs".into(), quick), ("rest.rs".into(), others)]);
    let missing = row::pairs().filter(|pair| !pairs.contains_key(pair)).collect();
    let missing_forms = turns::pairs().filter(|pair| !forms.contains_key(pair)).collect();
    Written { files, pairs, missing, forms, missing_forms }
}

const HEAD: &str = "//! Written by the generator of this package: do not edit.\n\n\
    use std::collections::BTreeMap;\n\
    use workflow::prelude::*;\n\
    use workflow_generated::{agrees, tasks::*};\n";

fn list(title: &str, files: impl Iterator<Item = usize>) -> String {
    let mut text = format!(
        "//! {title} Written by the generator of this package: do not edit.\n\
         #![allow(warnings, clippy::all, reason = \"nobody wrote them\")]\n\n\
         #[rustfmt::skip]\nmod flows {{\n"
    );
    for file in files {
        let _ = writeln!(text, "    #[path = \"f{file:02}.rs\"]\n    mod f{file:02};");
    }
    text + "}\n"
}

/// The workflow of a number: the first that is deep enough.
fn workflow(seed: u64, number: usize, pairs: &mut Pairs) -> String {
    let mut turn = 0;
    loop {
        let random = Random::new(seed, &[number as u64, turn]);
        let mut writer = Writer::new(random, pairs);
        let text = one(&mut writer, number);
        let (deepest, found) = (writer.deepest, writer.pairs);
        if deepest >= DEEP {
            for (pair, many) in found {
                *pairs.entry(pair).or_default() += many;
            }
            return text;
        }
        turn += 1;
    }
}

fn one(writer: &mut Writer<'_>, number: usize) -> String {
    let mut parameters = vec![];
    for ty in TYPES {
        if *ty == Ty::Word || (parameters.len() < 8 && writer.chance(55)) {
            parameters.push((ty.letter().to_owned(), *ty));
        }
    }
    let result = writer.pick(TYPES);
    for (name, ty) in &parameters {
        let var = writer.named_var(name.clone(), *ty, false, *ty != Ty::Table);
        writer.bind(var);
    }
    writer.scope.result.push(result);
    writer.body(vec![], Tail::Done(result));
    let names: Vec<_> = parameters.iter().map(|(name, _)| name.as_str()).collect();
    let written: Vec<_> =
        parameters.iter().map(|(name, ty)| format!("{name}: {}", ty.rust())).collect();
    format!(
        "\n#[workflow]\npub async fn w{number:03}({}) -> Result<{}, Failure> {{\n{}\n}}\n\
         #[test]\nfn w{number:03}_agrees() {{\n    agrees!(w{number:03}({}));\n}}\n",
        written.join(", "),
        result.rust(),
        writer.lines.join("\n"),
        names.join(", "),
    )
}
