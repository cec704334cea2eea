//! The states of a definition, and the ways between them.

use serde_json::Value;

/// All states of a definition, those of branches and items among them.
pub fn states(scope: &Value) -> Vec<(&str, &Value)> {
    let mut all = vec![];
    for (name, state) in scope["States"].as_object().into_iter().flatten() {
        all.push((name.as_str(), state));
        let branches = state["Branches"].as_array().into_iter().flatten();
        let items = [&state["Iterator"], &state["ItemProcessor"]];
        branches.chain(items).for_each(|inner| all.extend(states(inner)));
    }
    all
}

/// The ways of the Choices and catchers of a definition: pairs of states.
pub fn ways(definition: &Value) -> Vec<(String, String)> {
    let mut ways = vec![];
    for (name, state) in states(definition) {
        let rules = ["Choices", "Catch"].map(|key| state[key].as_array());
        let rules = rules.into_iter().flatten().flatten().map(|rule| &rule["Next"]);
        let to = rules.chain(std::iter::once(&state["Default"])).filter_map(Value::as_str);
        ways.extend(to.map(|to| (name.to_owned(), to.to_owned())));
    }
    ways
}
