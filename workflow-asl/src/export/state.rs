//! The fields of every state: its type and comment, retriers and catchers, and where it leads.

use super::bound::changes;
use super::edges::takes_all;
use super::error::{Error, broken};
use super::options::RetryOptions;
use super::render::Phase;
use super::template::{template, written};
use super::walk::{Target, Walk, late};
use super::{Export, StateOptions};
use crate::expr::{Code, Refused};
use crate::program::{Expr, Kind, State};
use serde_json::{Map, Value, json};

/// Writes one state.
pub(super) struct Writer<'e, 'p> {
    pub export: &'e Export<'p>,
    pub index: usize,
    pub state: &'p State,
    /// The phase of the state's own expressions.
    pub entry: Phase<'p>,
    /// The fields that are written.
    pub fields: Map<String, Value>,
}

impl<'p> Export<'p> {
    /// The fields of a state.
    pub fn write(&self, index: usize) -> Result<Value, Error> {
        let state = self.state(index);
        let entry = self.entry(index).map_err(Error::at(state.name, "entry"))?;
        let mut writer = Writer { export: self, index, state, entry, fields: Map::new() };
        writer.set("Type", type_name(&state.kind));
        if !state.comment.is_empty() {
            writer.set("Comment", state.comment);
        }
        writer.kind()?;
        Ok(Value::Object(writer.fields))
    }

    fn entry(&self, index: usize) -> Result<Phase<'p>, Refused> {
        let env = self.base.env(&[index])?;
        Ok(Phase { env, steps: late(self.base.program, index)?, result: None, again: vec![] })
    }
}

impl<'p> Writer<'_, 'p> {
    /// Writes a field.
    pub fn set(&mut self, field: &str, value: impl Into<Value>) {
        self.fields.insert(field.to_owned(), value.into());
    }

    /// Says that something of this state was refused.
    pub fn at(&self, field: &str) -> impl FnOnce(Refused) -> Error + use<> {
        Error::at(self.state.name, field)
    }

    /// Returns what the machine's table says of the state.
    pub fn options(&self) -> Result<&StateOptions, Error> {
        let missing = || broken("the table of states is shorter than the program");
        self.export.states.get(self.index).ok_or_else(missing).map_err(self.at("Type"))
    }

    /// The code of one of the state's own expressions.
    pub fn code(&self, field: &str, expr: &Expr) -> Result<Code, Error> {
        self.export.base.value(&self.entry, expr).map_err(self.at(field))
    }

    /// Writes one of the state's own expressions.
    pub fn value(&mut self, field: &str, expr: &Expr) -> Result<(), Error> {
        let code = self.code(field, expr)?;
        self.set(field, template(&code));
        Ok(())
    }

    /// The edge that begins with a block.
    pub fn walk(&self, block: usize) -> Result<Walk<'p>, Error> {
        Walk::new(self.export.base.program, block).map_err(self.at("Next"))
    }

    /// The phase at the end of the state, on the way along an edge.
    pub fn phase(&self, walk: &Walk<'p>, result: Option<&'static str>) -> Result<Phase<'p>, Error> {
        let around = match walk.target {
            Target::State(to) => vec![self.index, to],
            Target::Return(_) => vec![self.index],
        };
        let mut env = self.export.base.env(&around).map_err(self.at("Assign"))?;
        if let Some(result) = result {
            let schema = self.export.base.pattern_schema(walk.result());
            env.set_result(Code::new(result, schema));
        }
        let again = self.entry.steps.iter().flat_map(|step| changes(*step)).collect();
        Ok(Phase { env, steps: walk.steps.clone(), result, again })
    }

    /// Returns what an edge assigns, and the name of the state that it leads to.
    pub fn edge(&self, phase: &Phase<'p>, to: usize) -> Result<Map<String, Value>, Error> {
        let assign = self.export.base.assign(phase, Some(self.index), to)?;
        let mut assign = assign;
        let places = self.export.calls.assigned(self.index, to).iter();
        assign.extend(places.map(|(name, text)| (name.clone(), written(text))));
        let mut fields = Map::new();
        if !assign.is_empty() {
            fields.insert("Assign".into(), Value::Object(assign));
        }
        fields.insert("Next".into(), self.export.state(to).name.into());
        Ok(fields)
    }

    /// The edge of success. `default` is what the state hands on where it has no `Output`.
    pub fn next(
        &mut self,
        block: usize,
        result: Option<&'static str>,
        default: Option<&str>,
    ) -> Result<(), Error> {
        let walk = self.walk(block)?;
        let phase = self.phase(&walk, result)?;
        match walk.target {
            Target::State(to) => self.fields.extend(self.edge(&phase, to)?),
            Target::Return(value) => {
                let code = self.export.base.last_value(&phase, value).map_err(self.at("Output"))?;
                if Some(code.text()) != default {
                    self.set("Output", template(&code));
                }
                self.set("End", true);
            }
        }
        Ok(())
    }

    /// Writes the retriers and catchers.
    pub fn errors(&mut self, blocks: &[usize]) -> Result<(), Error> {
        let StateOptions { retry, catch, .. } = self.options()?;
        let retry: Vec<_> = retry.iter().map(retrier).collect();
        if catch.len() != blocks.len() {
            let what = format!("{} catchers have {} blocks", catch.len(), blocks.len());
            return Err(self.at("Catch")(broken(what)));
        }
        let catchers = catchers(catch, blocks);
        let catchers = catchers.iter().map(|(names, block)| self.catcher(names, *block));
        let catchers = catchers.collect::<Result<Vec<_>, _>>()?;
        if !retry.is_empty() {
            self.set("Retry", retry);
        }
        if !catchers.is_empty() {
            self.set("Catch", catchers);
        }
        Ok(())
    }

    fn catcher(&self, names: &[String], block: usize) -> Result<Value, Error> {
        let walk = self.walk(block)?;
        let to = walk.state().map_err(self.at("Catch"))?;
        let mut phase = self.phase(&walk, None)?;
        phase.env.set_caught("$states.errorOutput");
        let mut catcher = Map::from_iter([("ErrorEquals".to_owned(), json!(names))]);
        catcher.extend(self.edge(&phase, to)?);
        Ok(Value::Object(catcher))
    }
}

/// Catchers that stand side by side and lead to the same block are one: `Err(A | B)`. `States.ALL` stands alone, and
/// last: nothing is left behind it. A name stands in the first catcher that takes it.
fn catchers(catch: &[Vec<String>], blocks: &[usize]) -> Vec<(Vec<String>, usize)> {
    let mut catchers: Vec<(Vec<String>, usize)> = vec![];
    for (index, (names, block)) in catch.iter().zip(blocks).enumerate() {
        let names = &left(names, &catch[..index]);
        match catchers.last_mut() {
            Some((known, _)) if takes_all(known) => break,
            Some((known, to)) if to == block && !takes_all(names) => {
                known.extend(names.iter().cloned());
            }
            _ => catchers.push((names.clone(), *block)),
        }
    }
    catchers
}

/// The names that no catcher before takes; all of them if none is left, for a catcher has one at least.
fn left(names: &[String], before: &[Vec<String>]) -> Vec<String> {
    let taken = |name: &&String| before.iter().any(|names| names.contains(name));
    let left: Vec<String> = names.iter().filter(|name| !taken(name)).cloned().collect();
    if left.is_empty() { names.to_vec() } else { left }
}

fn retrier(retry: &RetryOptions) -> Value {
    let mut fields = json!({
        "ErrorEquals": retry.errors,
        "IntervalSeconds": retry.interval,
        "MaxAttempts": retry.max_attempts,
        "BackoffRate": number(retry.backoff_rate),
    });
    if let Some(delay) = retry.max_delay {
        fields["MaxDelaySeconds"] = delay.into();
    }
    if retry.jitter {
        fields["JitterStrategy"] = "FULL".into();
    }
    fields
}

/// `2` rather than `2.0`, as one writes it.
fn number(rate: f64) -> Value {
    if rate.fract() == 0.0 && rate.abs() < 1e15 { json!(rate as i64) } else { json!(rate) }
}

fn type_name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Task { .. } => "Task",
        Kind::Choice { .. } => "Choice",
        Kind::Pass { .. } => "Pass",
        Kind::Wait { .. } | Kind::WaitUntil { .. } => "Wait",
        Kind::Parallel { .. } => "Parallel",
        Kind::Map { .. } => "Map",
        Kind::Succeed { .. } => "Succeed",
        Kind::Fail { .. } => "Fail",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_in_the_first_catcher_that_takes_it() {
        let named =
            |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let catch = [&["A"][..], &["A", "B"], &["C"], &["A", "B", "C"], &["B", "D"]].map(named);
        let expected =
            [(&["A"][..], 0), (&["B"], 1), (&["C"], 2), (&["A", "B", "C"], 3), (&["D"], 4)];
        let expected = expected.map(|(names, block)| (named(names), block));
        assert_eq!(catchers(&catch, &[0, 1, 2, 3, 4]), expected);
    }

    #[test]
    fn whole_rates_have_no_fraction() {
        for (rate, text) in [
            (2.0, "2"),
            (1.5, "1.5"),
            (-3.0, "-3"),
            (999_999_999_999_999.0, "999999999999999"),
            (1e15, "1000000000000000.0"),
        ] {
            assert_eq!(number(rate).to_string(), text);
        }
    }
}
