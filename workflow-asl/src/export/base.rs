//! The places of the variables before anything happens on an edge.

use super::computed::computed;
use super::error::{Error, broken};
use super::uses::{Read, Uses, reads};
use super::walk::Walk;
use crate::expr::{BUILT_IN, Code, Env, Refused, expression, path_step};
use crate::program::{Expr, Kind, Pattern, ProbeId, Program, Root, Stmt, Types, Variable};
use crate::schema::Schema;
use std::collections::{BTreeMap, BTreeSet};

/// Nothing is known of a value: no expression can look into it.
const UNKNOWN: Schema = Schema::Opaque(crate::schema::UNKNOWN);

/// The program, and what is known of its variables everywhere.
pub(super) struct Base<'p> {
    pub program: &'p Program,
    pub types: &'p Types,
    /// The first state of the scope of each item variable: there the item is the state's input.
    first: BTreeMap<usize, usize>,
    /// The item variables whose Maps hand more than the item to their first states.
    handed: BTreeSet<usize>,
    /// The variables that keep a failure as a catcher took it, with the probes of their error types.
    caught: BTreeMap<usize, ProbeId>,
    /// The variables whose integers expressions have made.
    computed: BTreeSet<usize>,
    /// The places in the execution's input of the variables that are there.
    inputs: BTreeMap<usize, Vec<&'static str>>,
}

impl<'p> Base<'p> {
    pub fn new(program: &'p Program, types: &'p Types) -> Result<Self, Error> {
        let mut first = BTreeMap::new();
        for state in program.states {
            if let Kind::Map { item, start, distributed: None, .. } = state.kind {
                let at = Error::at(state.name, "ItemProcessor");
                let entered = Walk::new(program, start).and_then(|walk| walk.state());
                first.insert(item, entered.map_err(at)?);
            }
        }
        names(program).and_then(|()| places(program)).map_err(Error::at("", "Assign"))?;
        let (caught, computed, inputs) = (caught(program), computed(program), inputs(program));
        let handed = BTreeSet::new();
        Ok(Base { program, types, first, handed, caught, computed, inputs })
    }

    /// The variables at an edge between these states, or in one of them.
    pub fn env(&self, around: &[usize]) -> Result<Env, Refused> {
        let mut env = Env::default();
        for (index, variable) in self.program.variables.iter().enumerate() {
            let text = match variable.root {
                Root::Assigned => format!("${}", variable.name),
                Root::Item if self.is_input(index, around) => self.item(index),
                Root::Item => format!("${}", variable.name),
                Root::Input => self.input(index),
                Root::Alias(_) => continue,
            };
            let code = match self.caught.get(&index) {
                Some(probe) => self.kept(&text, *probe)?,
                None => Code::new(text, self.schema(index)).perhaps(self.is_optional(index)),
            };
            let code = if self.computed.contains(&index) { code.computed_here() } else { code };
            env.set(index, code);
        }
        self.refresh(&mut env)?;
        Ok(env)
    }

    /// Says which Maps hand more than the item to their items.
    pub fn hand(&mut self, maps: &BTreeMap<usize, (String, String)>) {
        let states = maps.keys().filter_map(|state| self.program.states.get(*state));
        let items = states.filter_map(|state| match state.kind {
            Kind::Map { item, .. } => Some(item),
            _ => None,
        });
        self.handed = items.collect();
    }

    /// An item in the input of the first state of its scope.
    fn item(&self, variable: usize) -> String {
        let input = "$states.input".to_owned();
        match self.handed.contains(&variable) {
            true => format!("{input}.{}", path_step(self.program.variables[variable].name)),
            false => input,
        }
    }

    /// A failure that a variable keeps.
    fn kept(&self, text: &str, probe: ProbeId) -> Result<Code, Refused> {
        let mut env = Env::default();
        env.set_caught(text);
        expression(&Expr::Caught(probe), &env, self.types)
    }

    /// True if a variable is the input of one of the states.
    pub fn is_input(&self, variable: usize, around: &[usize]) -> bool {
        self.first.get(&variable).is_some_and(|first| around.contains(first))
    }

    /// Tells a parameter that may be absent: one of several.
    fn is_optional(&self, variable: usize) -> bool {
        let parameters = self.program.parameters;
        parameters.len() > 1
            && parameters.contains(&variable)
            && matches!(self.schema(variable).bare(), Schema::Option(_))
    }

    /// A part of the input of the execution.
    fn input(&self, variable: usize) -> String {
        let path = self.inputs.get(&variable).into_iter().flatten();
        path.fold("$states.context.Execution.Input".to_owned(), |input, name| {
            format!("{input}.{}", path_step(name))
        })
    }

    /// Aliases follow what they lead to.
    pub fn refresh(&self, env: &mut Env) -> Result<(), Refused> {
        let mut done = BTreeSet::new();
        (0..self.program.variables.len()).try_for_each(|index| self.alias(index, env, &mut done))
    }

    /// One alias, after those that it leads to.
    fn alias(
        &self,
        index: usize,
        env: &mut Env,
        done: &mut BTreeSet<usize>,
    ) -> Result<(), Refused> {
        let Root::Alias(expr) = self.program.variables[index].root else { return Ok(()) };
        if !done.insert(index) {
            return Ok(());
        }
        let mut first = vec![];
        reads(expr, Read::ONCE, &mut |variable, _| first.push(variable));
        first.into_iter().try_for_each(|variable| self.alias(variable, env, done))?;
        let code = expression(expr, env, self.types)?;
        env.set(index, code.known_as(&self.schema(index)));
        Ok(())
    }

    /// Returns what rustc knows of a variable.
    pub fn schema(&self, variable: usize) -> Schema {
        let known = self.types.probes.get(self.program.variables[variable].probe);
        known.cloned().unwrap_or(UNKNOWN)
    }

    /// Returns what rustc knows of the value that a pattern takes whole.
    pub fn pattern_schema(&self, pattern: Option<&Pattern>) -> Schema {
        match pattern {
            Some(Pattern::Bind(variable, _)) => self.schema(*variable),
            _ => UNKNOWN,
        }
    }

    /// The variables that must have their values when a state is entered.
    pub fn live(&self, state: usize) -> BTreeSet<usize> {
        let live = self.program.states[state].live;
        let read = live.iter().map(|variable| Uses::of_variable(self.program, *variable));
        read.flat_map(|uses| uses.0.into_keys()).collect()
    }
}

/// A variable must not hide a function that expressions call: `$count`.
fn names(program: &Program) -> Result<(), Refused> {
    let assigned = |root| matches!(root, Root::Assigned | Root::Item);
    let mut names = program.variables.iter().filter(|v| assigned(v.root)).map(|v| v.name);
    match names.find(|name| BUILT_IN.contains(name)) {
        Some(name) => Err(broken(format!("the variable `{name}` is named as a JSONata function"))),
        None => Ok(()),
    }
}

/// Only variables of the States Language can be changed.
fn places(program: &Program) -> Result<(), Refused> {
    let code = program.blocks.iter().flat_map(|block| block.code.iter().chain(block.late));
    let mut changed = code.filter_map(|stmt| match stmt {
        Stmt::Assign(place, _) | Stmt::Mutate(place, ..) => {
            Some(&program.variables[place.variable])
        }
        Stmt::Let(..) => None,
    });
    let fixed = |root| matches!(root, Root::Input | Root::Alias(_));
    match changed.find(|variable| fixed(variable.root)) {
        Some(Variable { name, .. }) => {
            Err(broken(format!("`{name}` is changed, but is not a variable of the document")))
        }
        None => Ok(()),
    }
}

/// The only parameter is the input itself, several are its fields; so it is with what an execution of a distributed Map
/// begins with, but for batches, which are always objects.
fn inputs(program: &Program) -> BTreeMap<usize, Vec<&'static str>> {
    let name = |variable: usize| program.variables[variable].name;
    let mut inputs = BTreeMap::new();
    for parameter in program.parameters {
        let alone = program.parameters.len() == 1;
        inputs.insert(*parameter, if alone { vec![] } else { vec![name(*parameter)] });
    }
    for state in program.states {
        let Kind::Map { item, distributed: Some(map), .. } = &state.kind else { continue };
        let (of_item, of_captures) = match (map.batch, map.captures) {
            (Some(_), _) => (vec!["Items"], vec!["BatchInput"]),
            (None, []) => (vec![], vec![]),
            (None, _) => (vec![name(*item)], vec![]),
        };
        inputs.insert(*item, of_item);
        for (variable, _) in map.captures {
            inputs.insert(*variable, [&of_captures[..], &[name(*variable)]].concat());
        }
    }
    inputs
}

/// The variables that are bound to a caught failure whole: `Err(other) => …`.
fn caught(program: &Program) -> BTreeMap<usize, ProbeId> {
    let code = program.blocks.iter().flat_map(|block| block.code);
    let bound = code.filter_map(|stmt| match stmt {
        Stmt::Let(Pattern::Bind(variable, _), Expr::Caught(probe)) => Some((*variable, *probe)),
        _ => None,
    });
    bound.collect()
}
