//! Intrinsic functions: the same draws give the same value, and functions undo each other.

use super::{CONTEXT, ENTROPY, expression_and_document, kind};
use serde_json::{Map, Value};
use workflow_asl::jsonpath::{Intrinsic, Scope};

pub fn run(bytes: &[u8]) -> u64 {
    let Some((text, document)) = expression_and_document(bytes) else { return 0 };
    let call = match Intrinsic::parse(text) {
        Ok(call) => call,
        Err(error) => return kind(&[&error.message]),
    };
    assert_eq!(Intrinsic::parse(call.text()).as_ref(), Ok(&call), "of its own text");
    let variables = Map::from_iter([("v".to_owned(), document.clone())]);
    let scope = Scope::new(&document).context(&CONTEXT).variables(&variables);
    let mut paths = String::new();
    call.paths(&mut |path| paths += &path.to_string());
    let value = call.eval(&scope, &mut { ENTROPY });
    assert_eq!(value, call.eval(&scope, &mut { ENTROPY }), "twice the same");
    let value = match value {
        Ok(value) => value,
        Err(failure) => return kind(&["fails", failure.reason.text()]),
    };
    let of = |function: &str| {
        let call = Intrinsic::parse(&format!("States.{function}({text})")).ok()?;
        call.eval(&scope, &mut { ENTROPY }).ok()
    };
    if let Some(length) = of("ArrayLength(States.Array") {
        assert_eq!(length, 1);
    }
    undone(&value);
    kind(&[&format!("{call:?}"), &paths])
}

/// JSON to text and back, text to Base64 and back.
fn undone(value: &Value) {
    let scope = Scope::new(value);
    let of = |text: &str| Intrinsic::parse(text).ok()?.eval(&scope, &mut { ENTROPY }).ok();
    if let Some(back) = of("States.StringToJson(States.JsonToString($))") {
        // Java has one zero, and JSON of it none with a sign.
        let plain = |value: &Value| value.to_string().replace("-0.0", "0");
        assert_eq!(plain(&back).replace("0.0", "0"), plain(value).replace("0.0", "0"), "JSON");
    }
    if let Some(back) = of("States.Base64Decode(States.Base64Encode($))") {
        assert_eq!(&back, value, "Base64");
    }
    if let Some(again) = of("States.ArrayUnique(States.ArrayUnique($))") {
        assert_eq!(of("States.ArrayUnique($)"), Some(again), "unique");
    }
}
