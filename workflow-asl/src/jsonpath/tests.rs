#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
use super::*;
use serde_json::json;

#[test]
fn missing() {
    let input = json!({"int-literal": 0});
    let scope = Scope::new(&input);
    let cause = |path: &str| Path::parse(path).unwrap().eval(&scope).unwrap_err().cause;
    assert_eq!(
        cause("$.NoSuchOutputPath"),
        "Invalid path '$.NoSuchOutputPath' : No results for path: $['NoSuchOutputPath']"
    );
    assert_eq!(
        cause("$.no.such.result.path"),
        "Invalid path '$.no.such.result.path' : Missing property in path $['no']"
    );
}
