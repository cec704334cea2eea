//! Workflows whose loops, values and `#[pure]` functions only compute.

mod closed;
mod form;
mod holding;
mod names;
mod patterns;
mod plain;
mod pure;
mod source;
mod value;
mod writer;

use super::lines::Lines;
pub use form::{Form, pairs};
use names::{By, CHANGED, Name, PARAMETERS, Ty};
use workflow::testing::random::Random;
pub use writer::Pairs;
use writer::{Leave, Writer};

/// The number of workflows, and the number of their files in the quick set.
pub const WORKFLOWS: usize = 40;
pub const QUICK: usize = 1;

/// The number of those written for one that is kept: that which has most pairs that are missing.
const TRIES: u64 = 16;

pub const HEAD: &str = "//! Written by the generator of this package: do not edit.\n\n\
    use std::collections::{BTreeMap, BTreeSet};\n\
    use workflow::prelude::*;\n\
    use workflow_generated::{computes, tasks::*};\n";

/// A place of a loop among states.
#[derive(Clone, Copy)]
enum Place {
    Here,
    Branch,
    Turn,
    Item,
    Join,
}

/// The workflow of an index, under a number: two of three have loops, the others call functions.
pub fn workflow(seed: u64, index: usize, number: usize, pairs: &mut Pairs) -> String {
    let all = (0..TRIES).map(|turn| one(seed, turn, index, number, pairs));
    // Of equals the first.
    let best = all.reduce(|best, next| if next.1.len() > best.1.len() { next } else { best });
    let (text, found) = best.unwrap_or_default();
    *pairs = found;
    text
}

fn one(seed: u64, turn: u64, index: usize, number: usize, before: &Pairs) -> (String, Pairs) {
    let (mut text, mut found, mut known) = (String::new(), before.clone(), vec![]);
    for at in 0..if index % 3 == 2 { 3 } else { 0 } {
        let random = Random::new(seed, &[number as u64, turn, at]);
        let mut writer = Writer::new(random, before);
        writer.left = 9;
        let (written, function) = writer.function(format!("p{number:03}_{at}"), &known);
        text += &written;
        known.insert(0, function);
        add(&mut found, writer.pairs);
    }
    let mut writer = Writer::new(Random::new(seed, &[number as u64, turn, 8]), before);
    text += &whole(&mut writer, number, &known);
    add(&mut found, writer.pairs);
    (text, found)
}

fn add(all: &mut Pairs, some: Pairs) {
    for (pair, many) in some {
        *all.entry(pair).or_default() += many;
    }
}

fn whole(writer: &mut Writer<'_>, number: usize, functions: &[pure::Function]) -> String {
    let mut parameters = vec![];
    for (text, ty) in PARAMETERS {
        if parameters.len() < 6 && writer.chance(40) || matches!(*text, "n" | "nums") {
            writer.bind(text, *ty, By::Value);
            parameters.push((*text, *ty));
        }
    }
    writer.begin(4);
    for function in functions.iter().rev() {
        writer.called(function);
        writer.shown();
    }
    for _ in 0..if functions.is_empty() { 2 } else { 1 } {
        let place = writer.pick(&[
            Place::Here,
            Place::Here,
            Place::Branch,
            Place::Turn,
            Place::Item,
            Place::Join,
        ]);
        writer.placed(place);
        writer.shown();
    }
    let mut shown = writer.visible();
    shown.retain(|name| name.by == By::Value && CHANGED.contains(&name.ty));
    shown.reverse();
    let rest = digests(&shown.split_off(shown.len().min(6)));
    let values: Vec<_> = shown.iter().map(Name::read).collect();
    let types: Vec<_> = shown.iter().map(|name| name.ty.rust()).collect();
    writer.line(format!("Ok(({}, {rest}))", values.join(", ")));
    let names: Vec<_> = parameters.iter().map(|(name, _)| *name).collect();
    let written: Vec<_> =
        parameters.iter().map(|(name, ty)| format!("{name}: {}", ty.rust())).collect();
    format!(
        "\n#[workflow]\npub async fn w{number:03}({}) -> Result<({}, i64), Failure> {{\n{}\n}}\n\
         #[test]\nfn w{number:03}_agrees() {{\n    computes!(w{number:03}({}));\n}}\n",
        written.join(", "),
        types.join(", "),
        writer.lines.join("\n"),
        names.join(", "),
    )
}

/// A number of several names: each of them is read.
fn digests(names: &[Name]) -> String {
    let all: Vec<_> = names.iter().map(|name| format!("({})", name.digest())).collect();
    if all.is_empty() { "0".into() } else { all.join(" + ") }
}

impl Writer<'_> {
    /// Names that loops change.
    fn begin(&mut self, many: usize) {
        for at in 0..many {
            let ty = if at == 0 { Ty::Num } else { self.pick(CHANGED) };
            let (text, value) = (self.fresh(ty.letter()), self.value(ty));
            self.line(format!("let mut {text}: {} = {value};", ty.rust()));
            self.bind_mutable(&text, ty);
        }
    }

    /// Statements that only compute, at a place among states.
    fn placed(&mut self, place: Place) {
        self.left = 10;
        match place {
            Place::Here => self.here(),
            Place::Branch => {
                let condition = self.condition();
                self.open(format!("if {condition} {{"));
                self.scoped(Self::here);
                self.between("} else {");
                self.shown();
                self.close("}");
            }
            Place::Turn => {
                let x = self.fresh("n");
                let list =
                    self.place(Ty::Nums).map_or_else(|| "vec![3i64, 1]".into(), |it| it.text);
                self.open(format!(
                    "for {x} in {list}.iter().take(2).cloned().collect::<Vec<_>>() {{"
                ));
                self.scoped(|me| {
                    me.bind(&x, Ty::Num, By::Value);
                    me.here();
                    me.shown();
                });
                self.close("}");
            }
            Place::Item => {
                let (x, all) = (self.fresh("n"), self.fresh("nums"));
                let list =
                    self.place(Ty::Nums).map_or_else(|| "vec![3i64, 1]".into(), |it| it.text);
                self.open(format!(
                    "let mut {all} = map({list}.iter().take(2).cloned().collect::<Vec<_>>(), async |{x}| {{"
                ));
                self.apart(Some(&x));
                self.close("}).await?;");
                self.bind_mutable(&all, Ty::Nums);
            }
            Place::Join => {
                let (one, two) = (self.fresh("n"), self.fresh("n"));
                self.open(format!("let (mut {one}, {two}) = join!(async {{"));
                self.apart(None);
                self.close("}, number(2)).await?;");
                self.bind_mutable(&one, Ty::Num);
                self.bind(&two, Ty::Num, By::Value);
            }
        }
    }

    /// The body of an item or a branch.
    fn apart(&mut self, item: Option<&str>) {
        self.scoped(|me| {
            let floor = std::mem::replace(&mut me.floor, me.names.len());
            item.into_iter().for_each(|x| me.bind(x, Ty::Num, By::Value));
            me.begin(3);
            me.here();
            me.shown();
            let own: Vec<Name> = me.visible().into_iter().filter(|name| name.mutable).collect();
            let rest = digests(&own);
            me.line(format!("Ok({rest})"));
            me.floor = floor;
        });
    }

    fn here(&mut self) {
        self.leave = Leave::Never;
        if self.chance(40) {
            let form =
                self.pick(&[Form::Value, Form::Closure, Form::Let, Form::Entry, Form::ItemPart]);
            self.write(form, false);
        }
        self.write(Form::For, false);
    }

    /// Shows a name that is in scope in a call.
    fn shown(&mut self) {
        let mut found = self.visible();
        found.retain(|name| name.by == By::Value && name.mutable);
        let Some(name) = (!found.is_empty()).then(|| self.pick(&found)) else {
            return self.line("note(\"nothing\".to_string()).await?;");
        };
        let text = &name.text;
        let call = match name.ty {
            Ty::Num => format!("number({text}).await?"),
            Ty::Maybe => format!("count({text}).await?"),
            Ty::Held => format!("parcel({}).await?", name.read()),
            Ty::Boxes => format!("boxes({}, 1).await?", name.read()),
            Ty::Text => format!("text({}).await?", name.read()),
            Ty::Texts => format!("note({text}.join(\"-\")).await?"),
            Ty::Perhaps => format!("note({text}.clone().unwrap_or_default()).await?"),
            Ty::Byte | Ty::Flag => format!("note(format!(\"{{}}\", {text})).await?"),
            Ty::Kind => format!("note(format!(\"{{}}\", matches!({text}, Kind::Sized(_)))).await?"),
            Ty::Pair => format!("both({text}.0, {text}.1.clone()).await?"),
            _ => format!("number({text}.len() as i64).await?"),
        };
        self.line(format!("{call};"));
    }
}
