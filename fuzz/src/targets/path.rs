//! Paths: what is printed means the same.

use super::{CONTEXT, expression_and_document, kind};
use serde_json::{Map, Value, json};
use workflow_asl::jsonpath::{Path, Reason, ReferencePath, Scope};

pub fn run(bytes: &[u8]) -> u64 {
    let Some((text, document)) = expression_and_document(bytes) else { return 0 };
    let path = match Path::parse(text) {
        Ok(path) => path,
        Err(error) => return kind(&[&error.message]),
    };
    let printed = path.to_string();
    let again = Path::parse(&printed);
    assert_eq!(again.as_ref(), Ok(&path), "printed as {printed}");
    assert_eq!(again.map(|path| path.to_string()), Ok(printed.clone()), "printed twice");
    let variables = Map::from_iter([("v".to_owned(), document.clone())]);
    let scope = Scope::new(&document).context(&CONTEXT).variables(&variables);
    if let Ok(reference) = ReferencePath::parse(text) {
        set(&reference, &document, &scope);
    }
    match path.eval(&scope) {
        Ok(value) => {
            assert!(
                path.is_definite() || value.is_array(),
                "an indefinite path has a list: {value}"
            );
            kind(&[&format!("{path:?}"), if value.is_array() { "list" } else { "value" }])
        }
        Err(failure) => {
            let printed = Path::parse(&printed).map(|path| path.eval(&scope).map(|_| ()));
            assert!(matches!(printed, Ok(Err(_))), "printed, it does not fail: {failure}");
            kind(&[failure.reason.text(), limited(&failure.reason)])
        }
    }
}

fn limited(reason: &Reason) -> &'static str {
    if matches!(reason, Reason::Limit(_)) { "limit" } else { "" }
}

/// What was set is there.
fn set(path: &ReferencePath, document: &Value, scope: &Scope<'_>) {
    let found = path.get(scope).ok();
    let value = json!({ "new": [1] });
    match path.set(document.clone(), value.clone()) {
        Ok(after) => {
            // To a variable or the context it is not set: only steps are taken.
            let scope = scope.input(&after);
            let got = path.get(&scope).ok().cloned();
            let root = path.path().to_string();
            if root.starts_with("$[") || root == "$" {
                assert_eq!(got, Some(value), "set and not there");
                assert_eq!(path.follow(&scope).ok().cloned(), got, "get and follow");
            }
        }
        Err(failure) => {
            assert_eq!(failure.error(), "States.ReferencePathConflict");
            let input = path.path().to_string().starts_with("$[");
            assert!(!input || found.is_none(), "what is there can be set: {failure}");
        }
    }
}
