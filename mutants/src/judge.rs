//! Asks the tests about mutants: two at a time, one of the macro and one of the other crates.

use crate::cargo;
use crate::copy::Copy;
use crate::expansions::{self, Driver, Effect, Effects};
use crate::flows::{self, Flows};
use crate::site::Site;
use crate::suite::{Suite, Timed};
use crate::verdict::Verdict;
use std::time::Instant;

/// The tests of the macro that compare the sizes of expansions.
const SIZES: &str = "workflow::sizes::";

/// The changed items of the macro that one mutant is judged by.
const ENOUGH: usize = 400;
/// Those that are enough where nothing is compiled.
pub const FEW: usize = 40;

/// The judges of the mutants of the macro.
pub struct Macro<'a> {
    copy: &'a Copy,
    /// The macro's own tests, of the executable that expands: it is optimised.
    own: Timed,
    effects: Effects,
    /// Compiles what a mutant changes, if anything is compiled.
    flows: Option<Flows<'a>>,
    /// Sizes are asked before anything is compiled.
    brief: bool,
}

impl<'a> Macro<'a> {
    /// Builds the macro, and expands everything under each mutant.
    pub fn prepare(copy: &'a Copy, sites: &[Site]) -> Result<Self, String> {
        Ok(Macro { flows: Some(Flows::new(copy)), ..Self::quick(copy, sites, ENOUGH)? })
    }

    /// Prepares to judge by messages, the macro's own tests and the sizes of expansions: nothing is compiled under a
    /// mutant, and a mutant that survives here may be killed by what is.
    pub fn quick(copy: &'a Copy, sites: &[Site], enough: usize) -> Result<Self, String> {
        let driver = Driver::build(copy)?;
        let own = Timed::run(copy, driver.test.clone())?;
        let (_, own) = own.ok_or("the macro's own tests fail without a mutant")?;
        let started = Instant::now();
        let effects = match sites.iter().any(|site| site.viable && site.is_macro()) {
            true => expansions::run(copy, &driver, sites, enough)?,
            false => Effects::new(),
        };
        eprintln!("{:6.1} s  expansions", started.elapsed().as_secs_f64());
        Ok(Macro { copy, own, effects, flows: None, brief: false })
    }

    /// The same judge, who is content with what the sizes of expansions see.
    pub fn brief(self) -> Self {
        Macro { brief: true, ..self }
    }

    /// The verdict on one mutant by messages and the macro's own tests, which need no build. `None` if they see nothing.
    pub fn at_once(&self, site: &Site) -> Result<Option<Verdict>, String> {
        for change in self.effects.get(&site.number).into_iter().flatten() {
            let place = format!("`{}` in {}", change.item, change.file);
            let how = match change.effect {
                Effect::Panics => "a panic, expanding",
                Effect::Ends => "the end of the compiler, expanding",
                Effect::Errors => "the messages of",
                Effect::Reached | Effect::Differs => continue,
            };
            return Ok(Some(Verdict::Killed(format!("{how} {place}"))));
        }
        let Some(own) = self.own.reaching(site.number, SIZES) else { return Ok(None) };
        let passes = cargo::passes(&own, site.number, self.own.limit)?;
        Ok((!passes).then(|| Verdict::Killed(own.name.clone())))
    }

    /// The verdict on a mutant that nothing saw at once: by the code that it changes, which is built.
    pub fn by_code(&self, site: &Site) -> Result<Verdict, String> {
        let changes = self.effects.get(&site.number).map_or(&[][..], Vec::as_slice);
        let effect = changes.iter().map(|change| change.effect).max();
        if self.brief && self.is_sized(site, effect)? {
            return Ok(Verdict::Sized);
        }
        if let Some(flows) = &self.flows {
            for flow in flows::choose(self.copy, changes) {
                if !flows.pass(&flow, site.number)? {
                    return Ok(Verdict::Killed(flow.to_string()));
                }
            }
        }
        // Last, for it tells other code from the code that was, and not what is wrong with it.
        if !self.brief && self.is_sized(site, effect)? {
            return Ok(Verdict::Sized);
        }
        Ok(Verdict::Survived(match effect {
            Some(Effect::Differs) => "code that differs passes",
            Some(_) => "no expansion differs",
            None if self.own.reaching(site.number, SIZES).is_some() => "",
            None => "no test reaches it",
        }))
    }

    /// True if the sizes of expansions are others.
    fn is_sized(&self, site: &Site, effect: Option<Effect>) -> Result<bool, String> {
        let sizes = self.own.test.with([SIZES]);
        Ok(effect == Some(Effect::Differs) && !cargo::passes(&sizes, site.number, self.own.limit)?)
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

/// The verdict of all tests that reach a mutant; if there is none, nobody can see it.
pub fn by_tests(suite: &Suite, site: &Site) -> Result<Verdict, String> {
    Ok(match suite.fail(site.number)? {
        Some(name) => Verdict::Killed(name),
        None if suite.reach(site.number) => Verdict::Survived(""),
        None => Verdict::Survived("no test reaches it"),
    })
}
