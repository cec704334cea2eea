//! The drawing in the documentation is that of its example. With `WORKFLOW_EXAMPLES=write` it is written anew.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::path::Path;
use workflow_graph::{Graph, Layout, Style, svg};

#[test]
fn the_drawing_in_the_documentation() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let document = std::fs::read_to_string(root.join("examples/etl/load_orders.asl.json")).unwrap();
    let graph = Graph::read(&serde_json::from_str(&document).unwrap());
    let style = Style { title: "load_orders".to_owned(), ..Style::default() };
    let drawing = svg(&Layout::of(&graph), &style);
    let file = root.join("docs/images/load_orders.svg");
    if std::env::var_os("WORKFLOW_EXAMPLES").is_some_and(|what| what == "write") {
        std::fs::write(&file, &drawing).unwrap();
    }
    let known = std::fs::read_to_string(&file).unwrap();
    assert!(
        known == drawing,
        "docs/images/load_orders.svg is another drawing: write it with WORKFLOW_EXAMPLES=write"
    );
}

#[test]
fn states_and_transitions_have_their_names_and_kinds() {
    let document = serde_json::json!({"StartAt": "A & \"B\"", "States": {
        "A & \"B\"": {"Type": "Choice", "Choices": [{"Condition": "{% $x < 1 %}", "Next": "C"}], "Default": "D"},
        "C": {"Type": "Task", "Resource": "${F}", "Retry": [{}], "Catch": [
            {"ErrorEquals": ["E"], "Next": "D"}, {"ErrorEquals": ["States.ALL"], "Next": "D"}
        ], "End": true},
        "D": {"Type": "Fail", "Error": "Lost"}
    }});
    let drawing = svg(&Layout::of(&Graph::read(&document)), &Style::default());
    let named = r#"<g class="state" data-state="A &amp; &quot;B&quot;" data-kind="Choice" tabindex="0" role="button" aria-label="A &amp; &quot;B&quot;, Choice">"#;
    for expected in [
        named,
        r#"<title>C, Task, ${F}, retries, ends</title>"#,
        r#"data-state="D" data-kind="Fail" data-end="true""#,
        r#"<path class="edge" data-from="A &amp; &quot;B&quot;" data-to="C" data-edge="rule" data-index="0" d="M"#,
        r#"<path class="edge" data-from="C" data-to="D" data-edge="catch" data-index="1" d="M"#,
        r#"<title>$x &lt; 1</title>"#,
        r#"<path class="edge" data-to="A &amp; &quot;B&quot;" data-edge="next""#,
    ] {
        assert!(drawing.contains(expected), "{expected}\n{drawing}");
    }
    for absent in ["<script", "http://", "https://", "url("] {
        let drawing = drawing.replace("http://www.w3.org/2000/svg", "");
        assert!(!drawing.contains(absent), "{absent}");
    }
}
