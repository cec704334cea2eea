//! Asks the tests about mutants: two at a time, one of the macro and one of the other crates.

use crate::cargo;
use crate::copy::Copy;
use crate::expansions::{self, Driver, Effect, Effects};
use crate::flows::{self, Flows};
use crate::site::Site;
use crate::suite::Timed;
use crate::ui::{self, Ui};
use crate::verdict::Verdict;
use std::time::Instant;

/// The tests of the macro that compare the sizes of expansions.
const SIZES: &str = "workflow::sizes::";

/// The changed items of the macro that one mutant is compiled by.
pub const ENOUGH: usize = 400;
/// Those that are enough to tell a mutant by its messages.
pub const FEW: usize = 40;

/// The judges of the mutants of the macro.
pub struct Macro<'a> {
    copy: &'a Copy,
    /// The macro's own tests, of the executable that expands: it is optimised.
    own: Timed,
    effects: Effects,
    driver: Driver,
    /// Compiles cases of mistakes, once one is asked for.
    ui: Option<Ui>,
    /// Compiles what a mutant changes.
    flows: Flows<'a>,
}

impl<'a> Macro<'a> {
    /// Builds the macro and its tests, and runs them once.
    pub fn prepare(copy: &'a Copy) -> Result<Self, String> {
        let driver = Driver::build(copy)?;
        let own = Timed::run(copy, driver.test.clone())?;
        let (_, own) = own.ok_or("the macro's own tests fail without a mutant")?;
        let (effects, flows) = (Effects::new(), Flows::new(copy));
        Ok(Macro { copy, own, effects, driver, ui: None, flows })
    }

    /// Expands items under each of the mutants, until one has changed `enough`.
    pub fn expand(&mut self, sites: &[Site], enough: usize) -> Result<(), String> {
        let started = Instant::now();
        if sites.iter().any(|site| site.viable && site.is_macro()) {
            self.effects = expansions::run(self.copy, &self.driver, sites, enough)?;
        }
        eprintln!("{:6.1} s  expansions", started.elapsed().as_secs_f64());
        Ok(())
    }

    /// The verdict on one mutant by the macro's own tests. `None` if they see nothing.
    pub fn by_own(&self, site: &Site) -> Result<Option<Verdict>, String> {
        let Some(own) = self.own.reaching(site.number, SIZES) else { return Ok(None) };
        let passes = cargo::passes(&own, site.number, self.own.limit)?;
        Ok((!passes).then(|| Verdict::Killed(own.name.clone())))
    }

    /// The verdict on one mutant by the messages of what was expanded. `None` if they are the same.
    pub fn by_messages(&self, site: &Site) -> Result<Option<Verdict>, String> {
        for change in self.changes(site) {
            let place = format!("`{}` in {}", change.item, change.file);
            let how = match change.effect {
                Effect::Panics => "a panic, expanding",
                Effect::Ends => "the end of the compiler, expanding",
                Effect::Errors => "the messages of",
                Effect::Reached | Effect::Differs => continue,
            };
            return Ok(Some(Verdict::Killed(format!("{how} {place}"))));
        }
        Ok(None)
    }

    /// Makes ready for `by_cases`, if a case of a mistake differs under one of the mutants.
    pub fn prepare_cases(&mut self, sites: &[Site]) -> Result<(), String> {
        let differs = |site: &Site| !ui::choose(self.copy, self.changes(site)).is_empty();
        if self.ui.is_none() && sites.iter().any(differs) {
            let _alone = self.copy.building();
            self.ui = Some(Ui::check(self.copy)?);
        }
        Ok(())
    }

    /// The verdict on one mutant by what rustc says of cases of mistakes. `None` if it says the same.
    pub fn by_cases(&self, site: &Site) -> Result<Option<Verdict>, String> {
        let Some(ui) = &self.ui else { return Ok(None) };
        let cases = ui::choose(self.copy, self.changes(site));
        let differs = ui.differs(cases, site.number)?;
        Ok(differs.map(|case| Verdict::Killed(format!("what rustc says of {case}"))))
    }

    fn changes(&self, site: &Site) -> &[expansions::Change] {
        self.effects.get(&site.number).map_or(&[], Vec::as_slice)
    }

    /// The verdict on one mutant by the code that it changes, which is built. `None` if that passes.
    pub fn by_code(&self, site: &Site) -> Result<Option<Verdict>, String> {
        for flow in flows::choose(self.copy, self.changes(site)) {
            if !self.flows.pass(&flow, site.number)? {
                return Ok(Some(Verdict::Killed(flow.to_string())));
            }
        }
        Ok(None)
    }

    /// The verdict on one mutant by the sizes of expansions. `None` if they are the same.
    ///
    /// They tell other code from the code that was, and not what is wrong with it.
    pub fn by_sizes(&self, site: &Site) -> Result<Option<Verdict>, String> {
        let sizes = self.own.test.with([SIZES]);
        let differs = self.effect(site) == Some(Effect::Differs);
        let sized = differs && !cargo::passes(&sizes, site.number, self.own.limit)?;
        Ok(sized.then_some(Verdict::Sized))
    }

    /// The verdict on a mutant that nothing saw.
    pub fn survived(&self, site: &Site) -> Verdict {
        Verdict::Survived(match self.effect(site) {
            Some(Effect::Differs) => "code that differs passes",
            Some(_) => "no expansion differs",
            None if self.own.reaching(site.number, SIZES).is_some() => "",
            None => "no test reaches it",
        })
    }

    fn effect(&self, site: &Site) -> Option<Effect> {
        self.changes(site).iter().map(|change| change.effect).max()
    }

    /// True if no item that is expanded differs, of those that reach the site.
    pub fn is_unseen(&self, site: &Site) -> bool {
        let differs = |change: &expansions::Change| change.effect != Effect::Reached;
        match self.effects.get(&site.number) {
            Some(changes) => !changes.iter().any(differs),
            None => self.own.reaching(site.number, SIZES).is_none(),
        }
    }
}
