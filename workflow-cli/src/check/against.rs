//! Lists the changes between two documents of a workflow, and decides whether executions that run can go on.
//!
//! An execution is kept as the state that it is in and the variables that are still read. It goes on with the new
//! code if that state is still there, does the same kind of thing in the same place, and all that is read from there
//! on is known. (On AWS an execution ends with the document that it began with.)

use super::document::{State, is_distributed, states, targets, texts};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Something that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// `+` added, `-` removed, `~` changed.
    pub mark: char,
    /// The change in words.
    pub text: String,
    /// The reason why an execution that runs cannot go on.
    pub stops: Option<String>,
}

impl Change {
    fn new(mark: char, text: String) -> Self {
        Change { mark, text, stops: None }
    }
}

/// Returns the changes from an older document to a newer one.
#[must_use]
pub fn changes(older: &Value, newer: &Value) -> Vec<Change> {
    let (old, new) = (by_name(older), by_name(newer));
    let mut changes = vec![];
    for (name, state) in &old {
        match new.get(name) {
            None => changes.push(removed(state)),
            Some(now) => changes.extend(changed(state, now)),
        }
    }
    let added = new.values().filter(|state| !old.contains_key(state.name));
    changes
        .extend(added.map(|state| Change::new('+', format!("{} `{}`", state.kind(), state.name))));
    if older["StartAt"] != newer["StartAt"] {
        let (from, to) = (&older["StartAt"], &newer["StartAt"]);
        changes.push(Change::new('~', format!("begins with {to}, not with {from}")));
    }
    changes.extend(input(&old, &new));
    changes.extend(variables(&old, &new));
    changes
}

fn by_name(document: &Value) -> BTreeMap<&str, State<'_>> {
    states(document).into_iter().map(|state| (state.name, state)).collect()
}

/// True if an execution can be in such a state between two steps.
fn waits(state: &State<'_>) -> bool {
    matches!(state.kind(), "Task" | "Wait" | "Parallel" | "Map")
}

fn removed(state: &State<'_>) -> Change {
    let (kind, name) = (state.kind(), state.name);
    let stops = waits(state).then(|| format!("an execution that is in `{name}` cannot continue"));
    Change { mark: '-', text: format!("{kind} `{name}`"), stops }
}

fn changed(old: &State<'_>, new: &State<'_>) -> Option<Change> {
    let name = new.name;
    let place = |state: &State<'_>| match state.within.last() {
        Some(outer) => format!("within `{outer}`"),
        None => "outside of all".to_owned(),
    };
    let mut what = vec![];
    let mut stops = None;
    if old.kind() != new.kind() {
        what.push(format!("a {}, was a {}", new.kind(), old.kind()));
    }
    if old.within != new.within {
        what.push(format!("{}, was {}", place(new), place(old)));
    }
    if task(old.json) != task(new.json) {
        what.push(format!("calls {}, called {}", shown(task(new.json)), shown(task(old.json))));
    }
    if !what.is_empty() && waits(old) {
        stops = Some(format!("an execution that is in `{name}` cannot continue"));
    }
    let fields = fields(old.json, new.json);
    if !fields.is_empty() {
        what.push(format!("other {}", fields.join(", ")));
    }
    let text = format!("`{name}`: {}", what.join("; "));
    (!what.is_empty()).then_some(Change { mark: '~', text, stops })
}

/// Returns what a state calls.
fn task(state: &Value) -> (&Value, &Value) {
    (&state["Resource"], &state["Arguments"]["FunctionName"])
}

fn shown((resource, function): (&Value, &Value)) -> String {
    match function {
        Value::Null => resource.to_string(),
        function => function.to_string(),
    }
}

/// The fields of a state that are not the same, what was named above and inner scopes left out.
fn fields<'d>(old: &'d Value, new: &'d Value) -> Vec<&'d str> {
    const APART: [&str; 5] = ["Type", "Resource", "Branches", "ItemProcessor", "Iterator"];
    let (Some(a), Some(b)) = (old.as_object(), new.as_object()) else { return vec![] };
    let names: BTreeSet<&str> = a.keys().chain(b.keys()).map(String::as_str).collect();
    let same = |name: &&str| match *name {
        "Arguments" => {
            let payload = |state: &'d Value| state["Arguments"].get("Payload");
            task(old) != task(new) && payload(old) == payload(new) || a.get(*name) == b.get(*name)
        }
        name => APART.contains(&name) || a.get(name) == b.get(name),
    };
    names.into_iter().filter(|name| !same(name)).collect()
}

/// Fields of the input that are read, and were not; or are not any more.
fn input(old: &BTreeMap<&str, State<'_>>, new: &BTreeMap<&str, State<'_>>) -> Vec<Change> {
    let (old, new) = (inputs(old), inputs(new));
    let now = new.difference(&old).map(|field| {
        let text = format!("reads `{field}` of the input: give it to new executions");
        let stops = format!("an execution that runs may have been started without `{field}`");
        Change { mark: '+', text, stops: Some(stops) }
    });
    let gone = old.difference(&new);
    let gone =
        gone.map(|field| Change::new('-', format!("no longer reads `{field}` of the input")));
    now.chain(gone).collect()
}

/// The fields of the input that expressions read. The items of a distributed Map have inputs of their own.
fn inputs(states: &BTreeMap<&str, State<'_>>) -> BTreeSet<String> {
    const INPUT: &str = "$states.context.Execution.Input.";
    let apart = |around: &&str| states.get(around).is_some_and(|it| is_distributed(it.json));
    let own = states.values().filter(|state| !state.within.iter().any(apart));
    let texts = own.flat_map(|state| texts(state.json));
    let fields = texts.flat_map(|text| text.split(INPUT).skip(1).map(|rest| word(rest).to_owned()));
    fields.filter(|field| !field.is_empty()).collect()
}

/// Variables that are read after a state in which an execution may be, and that nothing has assigned by then: neither
/// the older code, anywhere, nor the newer one on the way.
fn variables(old: &BTreeMap<&str, State<'_>>, new: &BTreeMap<&str, State<'_>>) -> Vec<Change> {
    let known: BTreeSet<&str> = old.values().flat_map(assigned).collect();
    let read: BTreeSet<&str> = new.values().flat_map(read).collect();
    let places = old.values().filter(|state| waits(state) && new.contains_key(state.name));
    let places: Vec<&str> = places.map(|state| state.name).collect();
    let change = |name: &&str| {
        let lack = places.iter().filter(|place| needs(new, place, name));
        let lack: Vec<String> = lack.map(|place| format!("`{place}`")).collect();
        let text = format!("a new variable `${name}`");
        let stops = format!("an execution that is in {} has no `${name}`", lack.join(" or "));
        (!lack.is_empty()).then_some(Change { mark: '+', text, stops: Some(stops) })
    };
    read.difference(&known).filter_map(change).collect()
}

/// True if a way from a state comes to one that reads a variable, and to none before that assigns it.
fn needs(states: &BTreeMap<&str, State<'_>>, from: &str, variable: &str) -> bool {
    let (mut seen, mut todo) = (BTreeSet::new(), vec![from]);
    while let Some(state) = todo.pop().and_then(|name| states.get(name)) {
        if !seen.insert(state.name) {
            continue;
        }
        // All expressions of a state see what was assigned before it.
        if read(state).contains(&variable) {
            return true;
        }
        if assigned(state).contains(&variable) {
            continue;
        }
        todo.extend(targets(state.json));
        let inner = states.values().filter(|inner| inner.within.last() == Some(&state.name));
        todo.extend(inner.map(|inner| inner.name));
        // What comes after the state around it.
        todo.extend(state.within.last().and_then(|outer| states.get(outer)).map(|it| it.name));
    }
    false
}

/// The variables that a state assigns: its own, its rules' and its catchers'.
fn assigned<'d>(state: &State<'d>) -> Vec<&'d str> {
    let json = state.json;
    let list = |field: &str| json[field].as_array().map(Vec::as_slice).unwrap_or_default();
    let all = list("Choices").iter().chain(list("Catch")).chain([json]);
    let assigned = all.filter_map(|place| place["Assign"].as_object());
    assigned.flat_map(|variables| variables.keys().map(String::as_str)).collect()
}

/// The variables that the expressions of a state read, local ones of theirs not among them.
fn read<'d>(state: &State<'d>) -> Vec<&'d str> {
    let expressions = texts(state.json).into_iter().filter(|text| text.starts_with("{%"));
    expressions.flat_map(free).collect()
}

/// The variables in an expression that it does not bind itself (`:=`, parameters); functions are called.
fn free(text: &str) -> Vec<&str> {
    let mut names: Vec<(&str, bool)> = vec![];
    let mut bound = BTreeSet::new();
    for (at, _) in text.match_indices('$') {
        let name = word(&text[at + 1..]);
        let rest = text[at + 1 + name.len()..].trim_start();
        if rest.starts_with(":=") {
            bound.insert(name);
        }
        names.push((name, rest.starts_with('(')));
    }
    for (at, _) in text.match_indices("function(") {
        let parameters = text[at..].split(')').next().unwrap_or_default();
        bound.extend(parameters.match_indices('$').map(|(at, _)| word(&parameters[at + 1..])));
    }
    let variable = |(name, called): &(&str, bool)| {
        !called && !name.is_empty() && *name != "states" && !bound.contains(name)
    };
    names.into_iter().filter(variable).map(|(name, _)| name).collect()
}

/// The letters, digits and underscores at the beginning of a text.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_that_an_expression_binds_are_its_own() {
        let cases: &[(&str, &[&str])] = &[
            ("{% $total > 5 and $x.y %}", &["total", "x"]),
            ("{% ($a := $b; $map($a, function($v, $i) { $v + $i })) %}", &["b"]),
            ("{% $states.result.Payload %}", &[]),
            ("{% $sum($list) %}", &["list"]),
        ];
        for (text, expected) in cases {
            assert_eq!(free(text), *expected, "{text}");
        }
    }
}
