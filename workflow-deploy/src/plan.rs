//! The stack of a definition and its settings.

use crate::definition::deployed;
use crate::document::wrong;
use crate::functions::{Called, plain};
use crate::iam::{self, Machine, Statement, derive};
use crate::naming::{hex, identifier, verified};
use crate::notes;
use crate::parameters::{parameters, renamed_part, text};
use crate::problem::{Problem, escaped};
use crate::quotas;
use crate::rules::{check, wrong_machine_name, wrong_part};
use crate::settings::{self, Permission, Settings};
use crate::stack::{Function, LARGE, Stack, machine_arn, may_keep};
use crate::text::Text;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A definition, and the way in which it is deployed.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The name, if the settings have none.
    pub name: &'a str,
    /// The definition, with its placeholders.
    pub definition: &'a Value,
    /// The settings.
    pub settings: &'a Settings,
    /// Digests of the code of functions, by their keys: [`digest()`](crate::digest()) makes them.
    pub releases: &'a BTreeMap<String, String>,
}

/// Makes the stack of a definition.
///
/// # Errors
/// Everything that AWS would refuse, with its rule and its place.
pub fn plan(request: Request<'_>) -> Result<Stack, Vec<Problem>> {
    let settings = &sharing(completed(request.settings.clone(), request.definition));
    let definition = &quotas::bounded(request.definition, &settings.concurrency);
    let request = Request { settings, definition, ..request };
    let name = settings.name.as_deref().unwrap_or(request.name);
    let mut problems = check(settings);
    if let (Some(wrong), None) = (wrong_machine_name(name), &settings.name) {
        problems
            .push(Problem::setting("", format!("{wrong}: give it one by `name`, not {name:?}")));
    }
    let pointer = if settings.name.is_some() { "/name" } else { "" };
    problems.extend(wrong_part(name, settings).map(|it| Problem::setting(pointer, it)));
    problems.extend(quotas::unknown(definition, settings));
    problems.extend(wrong(definition, settings.kind));
    let called = Called::of(definition, &settings.functions);
    let unused = settings.functions.keys().filter(|key| !called.deployed.contains(*key));
    problems.extend(unused.map(|key| {
        let pointer = format!("/functions/{}", escaped(key));
        Problem::setting(pointer, format!("the definition calls no function {key:?}: the names are those of `FunctionName` and of placeholders"))
    }));
    problems.extend(unused_bucket(settings));
    if !problems.is_empty() {
        return Err(problems);
    }
    let stack = assembled(&request, name, &called)?;
    let mut problems = clashes(&stack);
    problems.extend(too_long(&stack));
    if problems.is_empty() { Ok(stack) } else { Err(problems) }
}

/// Adds to the settings each function that a definition calls and `functions` lacks, with the settings of `all_functions`; its
/// handler is its name.
#[must_use]
pub fn completed(mut settings: Settings, definition: &Value) -> Settings {
    if let Some(function) = settings.all_functions.take() {
        for name in plain(definition) {
            let own = settings::Function { handler: name.clone(), ..function.clone() };
            settings.functions.entry(name).or_insert(own);
        }
    }
    settings
}

/// Settings in which the functions that have large values use the bucket that other stacks have, too.
fn sharing(mut settings: Settings) -> Settings {
    let Some(bucket) = settings.large.as_ref().and_then(|it| it.bucket.clone()) else {
        return settings;
    };
    for function in settings.functions.values_mut().filter(|it| it.uses_bucket()) {
        let address = format!("s3://{bucket}/{LARGE}");
        function.environment.insert(settings::Function::LARGE.to_owned(), address);
        let arn = format!("arn:${{AWS::Partition}}:s3:::{bucket}");
        let may = |actions: &[&str], resource: String| Permission {
            actions: actions.iter().map(|it| (*it).to_owned()).collect(),
            resources: vec![resource],
        };
        function.permissions.extend([
            may(&["s3:GetObject", "s3:PutObject"], format!("{arn}/{LARGE}/*")),
            may(&["s3:ListBucket"], arn),
        ]);
    }
    settings
}

/// Settings of a bucket that no function uses.
fn unused_bucket(settings: &Settings) -> Option<Problem> {
    let message = "no function of the stack has large values: give those that do `large: true`";
    let used = |large: &settings::LargeValues| match &large.bucket {
        Some(_) => settings.functions.values().any(|it| it.large),
        None => bucket(settings).is_some(),
    };
    let large = settings.large.as_ref()?;
    (!used(large)).then(|| Problem::setting("/large", message))
}

fn assembled(request: &Request<'_>, name: &str, called: &Called) -> Result<Stack, Vec<Problem>> {
    let settings = request.settings;
    let logs = settings.logs.clone().filter(|it| it.level != settings::Level::Off);
    let mut names = vec![name.to_owned()];
    names.extend(settings.verify.then(|| verified(name, "*")));
    let arns = names.iter().map(|it| machine_arn(it)).collect();
    let machine = Machine { arns, names, logs: logs.is_some(), tracing: settings.tracing };
    let permissions = derive(request.definition, &machine, called);
    if !permissions.problems.is_empty() {
        return Err(permissions.problems);
    }
    let deployed = deployed(request.definition, &settings.functions)?;
    let own = settings.permissions.iter().map(statement);
    let mut stack = Stack {
        name: name.to_owned(),
        id: identifier(name),
        comment: request.definition["Comment"].as_str().map(str::to_owned),
        kind: settings.kind,
        definition: deployed.definition,
        substitutions: deployed.substitutions,
        parameters: vec![],
        functions: functions(request, called, &machine.arns),
        large: bucket(settings),
        statements: renamed(permissions.statements.into_iter().chain(own)),
        logs,
        tracing: settings.tracing,
        verify: settings.verify,
        tags: settings.tags.clone(),
        schedules: settings.schedules.iter().map(settings::Schedule::for_eventbridge).collect(),
        events: settings
            .events
            .iter()
            .cloned()
            .chain(settings.objects.iter().map(settings::Objects::event))
            .collect(),
        queues: settings.queues.clone(),
        requests: settings.requests.clone(),
        alias: settings.alias.clone(),
        alarms: settings.alarms.as_ref().map(Stack::alarms_of).unwrap_or_default(),
        topic: settings.alarms.as_ref().and_then(|it| it.topic.as_deref()).map(text),
        notes: permissions.notes,
    };
    notes::add(&mut stack, settings);
    stack.parameters = parameters(&stack, settings)?;
    Ok(stack)
}

/// The bucket, where a function uses it.
fn bucket(settings: &Settings) -> Option<settings::LargeValues> {
    let used = settings.functions.values().any(settings::Function::uses_bucket);
    used.then(|| settings.large.clone().unwrap_or_default())
}

fn statement(permission: &Permission) -> Statement {
    let actions = permission.actions.iter().map(String::as_str).collect::<Vec<_>>();
    Statement::new(&actions, permission.resources.iter().map(|it| text(it)).collect())
}

/// The same statements with the names of parameters that templates have.
fn renamed(statements: impl Iterator<Item = Statement>) -> Vec<Statement> {
    statements
        .map(|mut statement| {
            let resources = statement.resources.into_iter();
            statement.resources =
                resources.map(|it| Text(it.0.into_iter().map(renamed_part).collect())).collect();
            statement
        })
        .collect()
}

fn functions(request: &Request<'_>, called: &Called, machines: &[Text]) -> Vec<Function> {
    let all = request.settings.functions.iter();
    all.map(|(key, function)| {
        let mut statements: Vec<Statement> = function.permissions.iter().map(statement).collect();
        if called.tokens.contains(key) {
            let actions =
                ["states:SendTaskFailure", "states:SendTaskHeartbeat", "states:SendTaskSuccess"];
            statements.push(Statement::new(&actions, machines.to_vec()));
        }
        if function.uses_bucket() {
            statements.extend(may_keep());
        }
        if request.settings.tracing {
            statements.push(Statement::new(iam::TRACES, vec![Text::any()]));
        }
        Function {
            key: key.clone(),
            id: format!("{}Function", identifier(key.strip_suffix("FunctionArn").unwrap_or(key))),
            settings: function.clone(),
            statements,
            release: release(function, request.releases.get(key), request.settings.tracing),
        }
    })
    .collect()
}

/// The digest of a release of a function: of its code, and of everything that is published with it. Where it is another
/// one, a version is published, which Lambda refuses where nothing has changed.
fn release(function: &settings::Function, code: Option<&String>, tracing: bool) -> String {
    let settings::Function { handler, runtime, architecture, memory, timeout, environment, .. } =
        function;
    let code = code.unwrap_or(&function.code);
    let mut all =
        json!([code, handler, runtime, architecture, memory, timeout, environment, tracing]);
    if let (true, Some(all)) = (function.uses_bucket(), all.as_array_mut()) {
        all.push("large".into());
    }
    hex(&all.to_string(), 5)
}

/// A role whose policies IAM would refuse.
fn too_long(stack: &Stack) -> Option<Problem> {
    let size = iam::policies(&stack.statements).err()?;
    let message = format!(
        "the policies of the role have at least {size} letters, and ten of IAM's do not hold them: let parts of the definition be state machines of their own, which have roles of their own"
    );
    Some(Problem::definition("", message))
}

/// Names that would be those of two resources.
fn clashes(stack: &Stack) -> Vec<Problem> {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let resources = stack.resources().into_iter().map(|it| (it.id, it.what, it.pointer));
    let parameters = stack.parameters.iter().map(|it| {
        (it.name.clone(), format!("the parameter {:?}", it.name), "/parameters".to_owned())
    });
    let mut problems = vec![];
    for (id, what, pointer) in resources.chain(parameters) {
        let key = id.to_ascii_lowercase();
        match seen.get(&key) {
            Some(known) => problems.push(Problem::setting(
                pointer,
                format!("{what} and {known} would both be the resource {id}: rename one"),
            )),
            None => {
                seen.insert(key, what);
            }
        }
    }
    problems
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::document::LARGEST;

    fn planned(name: &str, definition: &Value, settings: Value) -> Result<Stack, Vec<String>> {
        let settings = Settings::read(&settings).unwrap();
        let releases = BTreeMap::new();
        let request = Request { name, definition, settings: &settings, releases: &releases };
        plan(request).map_err(|all| all.iter().map(ToString::to_string).collect())
    }

    fn refused(name: &str, definition: &Value, settings: Value, expected: &str) {
        let found = planned(name, definition, settings.clone()).err().unwrap_or_default();
        assert!(
            found.first().is_some_and(|it| it.contains(expected)),
            "{name} {settings}: {found:#?}"
        );
    }

    #[test]
    fn names_that_other_services_refuse_are_refused() {
        let ends = json!({ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } });
        let daily = json!([{ "name": "s", "expression": "rate(1 day)" }]);
        for (name, settings, expected) in [
            (
                "pay+refund",
                json!({ "logs": {} }),
                "settings: the name of the state machine is a part of the name of its log group",
            ),
            ("über", json!({ "schedules": daily }), "of its schedules, which has no 'ü'"),
            ("über", json!({ "alarms": {} }), "metrics of CloudWatch"),
            (
                "x",
                json!({ "name": "a@b", "logs": {} }),
                "settings /name: the name of the state machine is a part",
            ),
        ] {
            refused(name, &ends, settings, expected);
        }
        assert!(planned("pay+refund", &ends, json!({})).is_ok());
        assert!(planned("pay.v2_x-1", &ends, json!({ "logs": {}, "alarms": {} })).is_ok());
    }

    #[test]
    fn names_that_would_be_one_resource_are_refused() {
        let tells = |parameter: &str| {
            json!({ "StartAt": "A", "States": { "A": {
            "Type": "Task", "Resource": "arn:aws:states:::sns:publish",
            "Parameters": { "TopicArn": format!("${{{parameter}}}"), "Message": "x" }, "End": true } } })
        };
        refused(
            "g",
            &tells("GRole"),
            json!({}),
            "the parameter \"GRole\" and a resource of the state machine would both be the resource GRole",
        );
        let queue =
            |name: &str| json!({ "name": name, "arn": "arn:aws:sqs:eu-west-1:123456789012:q" });
        let queues = json!({ "queues": [queue("q"), queue("q-role")] });
        refused("g", &tells("TopicArn"), queues, "would both be the resource GQueueQRole");
    }

    #[test]
    fn a_role_has_a_limit() {
        let task = |index: usize| {
            json!({
            "Type": "Task", "Resource": format!("arn:aws:lambda:eu-west-1:123456789012:function:function-number-{index}"), "End": true })
        };
        let branch = |index| json!({ "StartAt": format!("S{index}"), "States": { format!("S{index}"): task(index) } });
        let parallel = |count: usize| {
            json!({ "StartAt": "P", "States": { "P": {
            "Type": "Parallel", "End": true, "Branches": (0..count).map(branch).collect::<Vec<_>>() } } })
        };
        use crate::iam::Policies;
        let policies = |count| planned("p", &parallel(count), json!({})).map(|it| it.policies());
        assert!(matches!(policies(40), Ok(Policies::Within(_))));
        assert!(matches!(policies(90), Ok(Policies::Beside(all)) if all.len() == 3));
        refused("p", &parallel(600), json!({}), "the policies of the role have at least");
    }

    #[test]
    fn a_large_definition_is_written_without_its_lines() {
        let many: Vec<Value> = (0..200_000).map(|it| json!(it % 10)).collect();
        let large = json!({ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": many, "End": true } } });
        assert!(format!("{large:#}").len() > LARGEST && large.to_string().len() < LARGEST);
        let stack = planned("large", &large, json!({})).unwrap();
        assert_eq!(stack.text(), large.to_string());
    }

    #[test]
    fn a_release_is_another_one_where_the_function_is() {
        let plain = || settings::Function { code: "f.zip".into(), ..settings::Function::default() };
        let same = release(&plain(), None, false);
        let permission =
            Permission { actions: vec!["s3:GetObject".into()], resources: vec!["*".into()] };
        let allowed = settings::Function { permissions: vec![permission], ..plain() };
        let larger = settings::Function { memory: 256, ..plain() };
        let moved = settings::Function { code: "../f.zip".into(), ..plain() };
        let code = String::from("abc");
        assert_eq!(release(&allowed, None, false), same);
        assert_ne!(release(&larger, None, false), same);
        assert_ne!(release(&plain(), None, true), same);
        assert_eq!(release(&moved, Some(&code), false), release(&plain(), Some(&code), false));
    }
}
