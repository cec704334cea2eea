//! The way of data through a scope: what each state sees, and where ways that come together bring different values.

use crate::order::Order;
use crate::path::Step;
use crate::scope::Machine;
use crate::step::{DATA, Kind, Read, Work, data, read};
use crate::stop::{ImportError, Stopped};
use crate::value::{Node, Source, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Paths are followed so far in a loop that goes down a list.
const DEEPEST: usize = 12;

type Steps = Vec<Step>;

/// The way of data through a scope.
#[derive(Debug)]
pub(crate) struct Flow {
    pub order: Order,
    /// The values that states are entered with.
    pub entered: BTreeMap<Node, Value>,
    /// The paths at which ways bring different values, by the number that [`Source::Joined`] has.
    pub joined: BTreeMap<Node, Vec<Steps>>,
    /// The paths that may be absent.
    pub absent: BTreeSet<(Node, usize)>,
    live: BTreeMap<Node, BTreeSet<Steps>>,
}

/// `$`, as a step from all that a state sees.
fn whole() -> Steps {
    vec![Step::Name(DATA.to_owned())]
}

impl Flow {
    /// Finds out the way of data in a scope that begins with these values.
    pub fn of(machine: &Machine<'_>, scope: usize, begin: &Value) -> Stopped<Self> {
        let reads = symbolic(machine, scope)?;
        let next = |node: Node| reads.get(&node).map(targets).unwrap_or_default();
        let order = Order::of(machine.scopes[scope].start, &next);
        if let Some((from, to)) = order.irreducible() {
            let way =
                format!("from `{}` to `{}`", machine.states[from].name, machine.states[to].name);
            return Err(ImportError::new("a jump into the middle of a loop", way));
        }
        let live = live(machine, &reads, &order)?;
        let (entered, joined) = (BTreeMap::new(), BTreeMap::new());
        let mut flow = Flow { order, entered, joined, absent: BTreeSet::new(), live };
        for _ in 0..64 {
            if !flow.round(machine, scope, begin)? {
                return Ok(flow);
            }
        }
        Err(ImportError::new("data that changes its form with each turn of a loop", ""))
    }

    /// The paths that are read from a state on, without those in others.
    fn needed(&self, node: Node) -> Vec<Steps> {
        let live = &self.live[&node];
        let within =
            |steps: &Steps| live.iter().any(|it| it.len() < steps.len() && steps.starts_with(it));
        live.iter().filter(|steps| !within(steps)).cloned().collect()
    }

    /// Goes through all states once; true if more values differ than was known.
    fn round(&mut self, machine: &Machine<'_>, scope: usize, begin: &Value) -> Stopped<bool> {
        let before = (self.joined.clone(), self.entered.clone());
        let mut coming: BTreeMap<Node, Vec<(Node, Value)>> = BTreeMap::new();
        let start = machine.scopes[scope].start;
        for node in self.order.nodes.clone() {
            let mut ways: Vec<Value> = if node == start { vec![begin.clone()] } else { vec![] };
            ways.extend(coming.remove(&node).into_iter().flatten().map(|(_, value)| value));
            ways.extend(self.back(machine, scope, node)?);
            let value = match ways.as_slice() {
                [one] => one.clone(),
                _ => self.join(machine, node, &ways)?,
            };
            self.entered.insert(node, value.clone());
            for edge in read(machine, scope, node, &value)?.edges {
                if let Some(to) = edge.to.filter(|to| !self.order.is_back(node, *to)) {
                    coming.entry(to).or_default().push((node, edge.environment));
                }
            }
        }
        Ok(before != (self.joined.clone(), self.entered.clone()))
    }

    /// The values that come to a loop's first state from its end, as far as they are known.
    fn back(&self, machine: &Machine<'_>, scope: usize, node: Node) -> Stopped<Vec<Value>> {
        let before: BTreeSet<Node> =
            self.order.before.get(&node).into_iter().flatten().copied().collect();
        let mut values = vec![];
        for from in before.into_iter().filter(|from| self.order.is_back(*from, node)) {
            let Some(entered) = self.entered.get(&from) else { continue };
            let edges = read(machine, scope, from, entered)?.edges;
            let edges = edges.into_iter().filter(|edge| edge.to == Some(node));
            values.extend(edges.map(|edge| edge.environment));
        }
        Ok(values)
    }

    /// The values of a state to which several ways lead.
    fn join(&mut self, machine: &Machine<'_>, node: Node, ways: &[Value]) -> Stopped<Value> {
        let mut all = Value::empty();
        for steps in self.needed(node) {
            let mut values = vec![];
            for way in ways {
                let at = way.at(&steps);
                values.push(at.map_err(|stop| stop.at(machine.states[node].name, ""))?);
            }
            let value = self.joined_at(machine, node, &steps, &values);
            all = all.with(&steps, value)?;
        }
        Ok(all)
    }

    fn joined_at(
        &mut self,
        machine: &Machine<'_>,
        node: Node,
        steps: &[Step],
        values: &[Value],
    ) -> Value {
        if let Some(index) =
            self.joined.get(&node).and_then(|all| all.iter().position(|it| it == steps))
        {
            return self.joins(node, index, values);
        }
        let first = &values[0];
        if values.iter().all(|it| it == first) && !self.is_hidden(machine, node, first) {
            return first.clone();
        }
        if let Some(value) = self.fields(machine, node, steps, values) {
            return value;
        }
        let all = self.joined.entry(node).or_default();
        all.push(steps.to_vec());
        let index = all.len() - 1;
        self.joins(node, index, values)
    }

    fn joins(&mut self, node: Node, index: usize, values: &[Value]) -> Value {
        let absent = |value: &Value| match value {
            Value::Absent => true,
            Value::From(Source::Joined(of, at), steps) => {
                steps.is_empty() && self.absent.contains(&(*of, *at))
            }
            _ => false,
        };
        if values.iter().any(absent) {
            self.absent.insert((node, index));
        }
        Value::whole(Source::Joined(node, index))
    }

    /// True if a value is a variable of an arm of the `match` behind which the state stands.
    fn is_hidden(&self, machine: &Machine<'_>, node: Node, value: &Value) -> bool {
        let Some(over) =
            self.order.dominator(node).filter(|it| machine.states[*it].json.contains_key("Catch"))
        else {
            return false;
        };
        let mut hidden = false;
        value.reads(&mut |source, _| {
            hidden |= source == Source::Result(over) || source == Source::Failure(over);
        });
        hidden
    }

    /// Objects with one base are joined field by field.
    fn fields(
        &mut self,
        machine: &Machine<'_>,
        node: Node,
        steps: &[Step],
        values: &[Value],
    ) -> Option<Value> {
        let opened: Vec<_> = values.iter().map(open).collect::<Option<_>>()?;
        let base = opened[0].0.clone();
        let is_made = values.iter().any(|value| matches!(value, Value::Object(..)));
        if !is_made
            || opened.iter().any(|(other, _)| *other != base)
            || base.as_ref().is_some_and(|it| self.is_hidden(machine, node, it))
        {
            return None;
        }
        let mut names: Vec<&String> = vec![];
        for (name, _) in opened.iter().flat_map(|(_, fields)| fields.iter()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if base.is_none()
            && opened.iter().any(|(_, fields)| fields.len() != names.len())
            && names.len() > 16
        {
            return None;
        }
        let mut fields = vec![];
        for name in names {
            let find = |fields: &[(String, Value)]| {
                fields.iter().find(|(it, _)| it == name).map(|(_, value)| value.clone())
            };
            let values: Vec<Value> =
                opened.iter().map(|(_, fields)| find(fields).unwrap_or(Value::Absent)).collect();
            let steps: Steps = steps.iter().cloned().chain([Step::Name(name.clone())]).collect();
            fields.push((name.clone(), self.joined_at(machine, node, &steps, &values)));
        }
        Some(Value::Object(base.map(Box::new), fields))
    }
}

type Opened<'a> = (Option<Value>, &'a [(String, Value)]);

/// A value as a base and fields.
fn open(value: &Value) -> Option<Opened<'_>> {
    match value {
        Value::Object(base, fields) => Some((base.as_deref().cloned(), fields)),
        Value::From(..) => Some((Some(value.clone()), &[])),
        _ => None,
    }
}

/// The states that a state leads to.
pub(crate) fn targets(read: &Read) -> Vec<Node> {
    read.edges.iter().filter_map(|edge| edge.to).collect()
}

/// All states of a scope, read with values that stand for whatever comes.
fn symbolic(machine: &Machine<'_>, scope: usize) -> Stopped<BTreeMap<Node, Read>> {
    let environment = Value::whole(Source::Environment);
    let nodes = machine.scopes[scope].nodes.values();
    nodes.map(|node| Ok((*node, read(machine, scope, *node, &environment)?))).collect()
}

/// The paths that are read from each state on.
fn live(
    machine: &Machine<'_>,
    reads: &BTreeMap<Node, Read>,
    order: &Order,
) -> Stopped<BTreeMap<Node, BTreeSet<Steps>>> {
    let mut live: BTreeMap<Node, BTreeSet<Steps>> = BTreeMap::new();
    for node in &order.nodes {
        live.insert(*node, own(machine, *node, &reads[node])?);
    }
    loop {
        let mut changed = false;
        for node in order.nodes.iter().rev() {
            let mut more = BTreeSet::new();
            for edge in &reads[node].edges {
                let after = match edge.to {
                    Some(to) => live[&to].clone(),
                    None => BTreeSet::from([whole()]),
                };
                after
                    .iter()
                    .filter_map(|steps| edge.environment.at(steps).ok())
                    .for_each(|value| seen(&value, &mut more));
            }
            let all = live.entry(*node).or_default();
            let before = all.len();
            all.extend(more);
            changed |= all.len() != before;
        }
        if !changed {
            return Ok(live);
        }
    }
}

/// Adds the paths that a value reads of what its state sees.
fn seen(value: &Value, into: &mut BTreeSet<Steps>) {
    value.reads(&mut |source, steps| {
        if source == Source::Environment {
            let mut steps = steps.to_vec();
            steps.truncate(DEEPEST);
            into.insert(if steps.is_empty() { whole() } else { steps });
        }
    });
}

/// The paths that the work of a state reads.
fn own(machine: &Machine<'_>, node: Node, read: &Read) -> Stopped<BTreeSet<Steps>> {
    let mut all = BTreeSet::new();
    read.drawn.iter().for_each(|value| seen(value, &mut all));
    each(&read.work, &mut |value| seen(value, &mut all));
    for edge in &read.edges {
        if let Kind::Rule(condition) = &edge.kind {
            condition.values(&mut |value| seen(value, &mut all));
        }
    }
    let input = match &read.work {
        Work::Parallel { input } => input,
        Work::Map(map) => &map.input,
        _ => return Ok(all),
    };
    for scope in &machine.states[node].scopes {
        let reads = symbolic(machine, *scope)?;
        let start = machine.scopes[*scope].start;
        let order = Order::of(start, &|node| reads.get(&node).map(targets).unwrap_or_default());
        let begin = data(&Value::whole(Source::Environment), input.clone())?;
        for steps in live(machine, &reads, &order)?.remove(&start).unwrap_or_default() {
            if let Ok(value) = begin.at(&steps) {
                seen(&value, &mut all);
            }
        }
    }
    Ok(all)
}

/// Visits the values that a state's work reads, without the input of scopes in it.
pub(crate) fn each(work: &Work, visit: &mut dyn FnMut(&Value)) {
    match work {
        Work::Nothing | Work::Parallel { .. } => {}
        Work::Task { arguments, .. } => visit(arguments),
        Work::Wait(value) | Work::Until(value) => visit(value),
        Work::Fail { error, cause } => {
            visit(error);
            visit(cause);
        }
        Work::Map(map) => {
            visit(&map.items);
            let options = map.distributed.iter();
            for options in options {
                options.writer.iter().for_each(|(bucket, prefix)| {
                    visit(bucket);
                    visit(prefix);
                });
                options.reader.iter().for_each(|reader| {
                    visit(&reader.bucket);
                    visit(&reader.key);
                });
            }
        }
    }
}
