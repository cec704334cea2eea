//! The items of a Map.

use super::Item;
use super::plan::{Body, Flow, Items, MapWork};
use super::view::{View, fault};
use super::work::{Entry, evaluate};
use crate::failure::Failure;
use crate::machine::distributed::{Element, elements, no_array};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};
use workflow_asl::jsonata::Entropy;

pub(super) fn items(view: &View<'_>, map: &MapWork) -> Result<Vec<Entry>, Failure> {
    let list = listed(view, map, &*view.effective()?)?;
    entries(view, map, list)
}

/// The items of a list, each with the input of its iteration.
fn entries(view: &View<'_>, map: &MapWork, list: Value) -> Result<Vec<Entry>, Failure> {
    let mut selection = Selection::new(view)?;
    elements(list)?.into_iter().map(|element| selection.next(view, map, element, None)).collect()
}

/// `ItemSelector`, applied to one item after another.
pub(super) struct Selection {
    /// The input after `InputPath`.
    input: Arc<Value>,
    index: usize,
    entropy: Entropy,
}

impl Selection {
    pub(super) fn new(view: &View<'_>) -> Result<Self, Failure> {
        let input = match view.effective()? {
            Cow::Borrowed(input) if std::ptr::eq(input, &*view.visit.input) => {
                view.visit.input.clone()
            }
            input => Arc::new(input.into_owned()),
        };
        Ok(Selection { input, index: 0, entropy: view.entropy() })
    }

    /// The next item, and the input of its iteration. Each draws numbers of its own.
    pub(super) fn next(
        &mut self,
        view: &View<'_>,
        map: &MapWork,
        element: Element,
        source: Option<Arc<str>>,
    ) -> Result<Entry, Failure> {
        let Element { key, value } = element;
        let value = Arc::new(value);
        let (index, context) = (self.index, OnceLock::new());
        let item = Arc::new(Item { index, key, value: value.clone(), source, context });
        self.index += 1;
        self.entropy.skip();
        let select = |selector| select(view, selector, &item, &self.input, self.entropy);
        let whole = || match &item.key {
            None => Ok(value),
            Some(key) => Ok(Arc::new(json!({ "Key": &**key, "Value": *value }))),
        };
        let input = map.selector.as_ref().map_or_else(whole, select)?;
        if map.selector.is_some() {
            view.afford(view.allowance.spend(&input))?;
        }
        Ok((item, input))
    }
}

fn jsonata(view: &View<'_>) -> bool {
    matches!(view.node.plan.flow, Flow::Jsonata(_))
}

/// Returns what a Map iterates over.
pub(super) fn listed(view: &View<'_>, map: &MapWork, input: &Value) -> Result<Value, Failure> {
    match &map.items {
        Some(Items::Jsonata(items)) => {
            let list = evaluate(view, items)?;
            if !list.is_array() && !list.is_object() {
                return Err(fault(&items.misfit("array", Arc::unwrap_or_clone(list))));
            }
            Ok(Arc::unwrap_or_clone(list))
        }
        Some(Items::Path(path)) => {
            let list = path.follow(&view.paths(input)).map_err(|failure| view.broken(&failure))?;
            array(list, path.path().text())
        }
        // Recorded: without `Items`, an object is none. (`elements` refuses all other values.)
        None if jsonata(view) && input.is_object() => Err(no_array(input)),
        None if jsonata(view) => Ok(input.clone()),
        None => array(input, "$"),
    }
}

/// Recorded; without the state's name.
fn array(list: &Value, path: &str) -> Result<Value, Failure> {
    // Recorded in 2025-12: an object of the context object is none.
    if list.is_array() || list.is_object() && !path.starts_with("$$") {
        return Ok(list.clone());
    }
    // That of the context object, too, is said to begin with one `$`.
    let path = path.strip_prefix('$').filter(|rest| rest.starts_with('$')).unwrap_or(path);
    Err(Failure::runtime(format!("Reference path \"{path}\" must point to array.")))
}

fn select(
    view: &View<'_>,
    selector: &Body,
    item: &Arc<Item>,
    input: &Value,
    mut entropy: Entropy,
) -> Result<Arc<Value>, Failure> {
    match selector {
        Body::Jsonata(template) => {
            let selected = template.evaluate(&view.scope_of(Some(item)), &mut entropy);
            selected.map_err(|error| fault(&error))
        }
        Body::JsonPath(template) => {
            let context = view.context_of(Some(item));
            let scope = view.paths(input).context(&context);
            let selected = template.eval(&scope, &mut entropy);
            selected.map(Arc::new).map_err(|failure| view.broken(&failure))
        }
    }
}
