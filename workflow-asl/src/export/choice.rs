//! Choice states.

use super::error::Error;
use super::kinds::condition;
use super::render::Render;
use super::state::Writer;
use super::uses::{Read, Uses};
use crate::expr::{Code, Refused, and, expression, fits};
use crate::program::{Expr, Pattern, Rule, Test, Types};
use crate::schema::Schema;
use serde_json::{Map, Value};

impl<'p> Writer<'_, 'p> {
    /// Writes the rules, and what holds where none of them does.
    pub fn choice(&mut self, rules: &'p [Rule], default: usize) -> Result<(), Error> {
        let rules = rules.iter().enumerate().map(|(index, rule)| self.rule(index, rule));
        let rules = rules.collect::<Result<Vec<_>, _>>()?;
        self.set("Choices", rules);
        let mut otherwise = self.branch(default, None)?;
        // The state's own `Assign` is for its default.
        if let Some(next) = otherwise.remove("Next") {
            self.set("Default", next);
        }
        self.fields.extend(otherwise);
        Ok(())
    }

    fn rule(&self, index: usize, rule: &'p Rule) -> Result<Value, Error> {
        let at = self.at(&format!("Choices[{index}]/Condition"));
        let code = match &rule.test {
            Test::When(expr) => self.export.base.value(&self.entry, expr).map(Some),
            Test::Fits(on, pattern, guard) => {
                let uses = self.export.base.test_uses(&rule.test);
                self.fits(uses, on, pattern, guard.as_ref())
            }
        };
        let condition = condition(code.map_err(at)?.as_ref());
        let mut fields = Map::from_iter([("Condition".to_owned(), condition)]);
        fields.extend(self.branch(rule.next, Some(&rule.test))?);
        Ok(Value::Object(fields))
    }

    /// The edge of a rule. What its pattern binds can be used there.
    fn branch(&self, block: usize, test: Option<&'p Test>) -> Result<Map<String, Value>, Error> {
        let walk = self.export.rule(self.index, block, test).map_err(self.at("Choices"))?;
        let to = walk.state().map_err(self.at("Choices"))?;
        self.edge(&self.phase(&walk, None)?, to)
    }

    /// The condition that a value fits a pattern; `None` if it always does.
    fn fits(
        &self,
        uses: Uses,
        on: &'p Expr,
        pattern: &'p Pattern,
        guard: Option<&'p Expr>,
    ) -> Result<Option<Code>, Refused> {
        let base = &self.export.base;
        let mut always = false;
        let code = base.code(&self.entry, uses, |render| {
            let code = fit(render, on, pattern, guard, base.types)?;
            always = code.is_none();
            Ok(code.unwrap_or_else(|| Code::new("true", Schema::Bool)))
        })?;
        Ok((!always).then_some(code))
    }
}

/// The condition that each part of a value fits its part of the pattern, and then the guard holds.
fn fit<'p>(
    render: &mut Render<'_, 'p>,
    on: &'p Expr,
    pattern: &'p Pattern,
    guard: Option<&'p Expr>,
    types: &Types,
) -> Result<Option<Code>, Refused> {
    let mut conditions = vec![];
    for (pattern, code) in render.pairs(pattern, on)? {
        let times = if guard.is_some() { 2 } else { mentions(&code, pattern, render, types)? };
        // What may fail does so whether or not an earlier part fits.
        let lazily = !conditions.is_empty();
        let subject = render.subject(code, Read { times, lazily });
        conditions.extend(fits(&subject, pattern, render.env(), types)?);
        if guard.is_some() {
            render.take(&subject, pattern)?;
        }
    }
    if let Some(guard) = guard {
        conditions.push(expression(guard, render.env(), types)?);
    }
    Ok(conditions.into_iter().reduce(and))
}

/// Returns how often a condition mentions its subject.
fn mentions(
    subject: &Code,
    pattern: &Pattern,
    render: &Render<'_, '_>,
    types: &Types,
) -> Result<usize, Refused> {
    const NAME: &str = "$\u{2}";
    let condition = fits(&subject.renamed(NAME), pattern, render.env(), types)?;
    Ok(condition.map_or(0, |condition| condition.text().matches(NAME).count()))
}
