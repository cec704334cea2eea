//! The things that a stack of CloudFormation has at most.

use crate::cloudformation;
use crate::problem::Problem;
use crate::stack::Stack;

/// The most resources and parameters of a template (CloudFormation, "Quotas").
const RESOURCES: usize = 500;
const PARAMETERS: usize = 200;

/// More than a stack can have, with so many resources that its format makes by itself.
pub(crate) fn exceeded(stack: &Stack, made: usize) -> Vec<Problem> {
    let template = cloudformation::template(stack, true);
    let has = made + template["Resources"].as_object().map_or(0, |it| it.len());
    let (mut problems, values) = (vec![], stack.parameters.len());
    if has > RESOURCES {
        let message = format!(
            "a stack of CloudFormation has at most {RESOURCES} resources, and this one has {has}, of which four or more belong to each function: let parts of the definition be state machines of their own, or use `--format terraform`"
        );
        problems.push(Problem::definition("", message));
    }
    if values > PARAMETERS {
        let message = format!(
            "a template of CloudFormation has at most {PARAMETERS} parameters, and this one has {values}: write values in the place of placeholders (`--substitute NAME=VALUE`), or use `--format terraform`"
        );
        problems.push(Problem::definition("", message));
    }
    problems
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use crate::file::Notation;
    use crate::output::Format;
    use crate::plan::{Request, plan};
    use crate::settings::Settings;
    use serde_json::{Map, Value, json};
    use std::collections::BTreeMap;

    /// The answer of a format to a machine of so many calls.
    fn told(format: Format, count: usize, call: &dyn Fn(usize) -> Value) -> String {
        let state = |index: usize| {
            let mut state = call(index);
            match index + 1 {
                next if next < count => state["Next"] = format!("S{next}").into(),
                _ => state["End"] = true.into(),
            }
            (format!("S{index}"), state)
        };
        let states: Map<String, Value> = (0..count).map(state).collect();
        let definition = json!({ "StartAt": "S0", "States": states });
        let settings = Settings::read(&json!({ "all_functions": { "code": "f.zip" } })).unwrap();
        let releases = BTreeMap::new();
        let request = Request {
            name: "m",
            definition: &definition,
            settings: &settings,
            releases: &releases,
        };
        match format.files(&plan(request).unwrap(), Notation::Json) {
            Ok(_) => String::new(),
            Err(problems) => problems[0].to_string(),
        }
    }

    #[test]
    fn a_stack_with_too_many_resources_is_refused() {
        let function = |index: usize| json!({ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": format!("f{index}") } });
        for (format, most) in [(Format::CloudFormation, 124), (Format::Sam, 99)] {
            assert_eq!(told(format, most, &function), "", "{format:?}");
            let told = told(format, most + 1, &function);
            assert!(
                told.contains("at most 500 resources, and this one has 50"),
                "{format:?}: {told}"
            );
        }
        assert_eq!(told(Format::Terraform, 130, &function), "");
    }

    #[test]
    fn a_template_with_too_many_parameters_is_refused() {
        let topic = |index: usize| {
            json!({ "Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                "Parameters": { "TopicArn": format!("${{T{index}Arn}}"), "Message": "x" } })
        };
        assert_eq!(told(Format::Cdk, 200, &topic), "");
        let refused = told(Format::Cdk, 201, &topic);
        assert!(refused.contains("at most 200 parameters, and this one has 201"), "{refused}");
        assert_eq!(told(Format::Terraform, 201, &topic), "");
    }
}
