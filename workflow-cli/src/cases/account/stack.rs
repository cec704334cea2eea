//! Whole stacks, `--stack`: what `export` writes is deployed by CloudFormation, and deleted with all that it holds.

use super::calls::{ASKED, Account};
use super::made::{Made, Place};
use crate::deployment::Given;
use crate::files::shown;
use crate::stop::Stop;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;
use workflow_deploy::parts::Kind;
use workflow_deploy::{Function, IN_A_REQUEST, Request, Stack, passing, plan};

/// The longest that a stack is waited for.
const LONGEST: Duration = Duration::from_secs(1_800);
/// The time that IAM takes to tell all of AWS of new roles.
pub(super) const SETTLING: Duration = Duration::from_secs(15);
/// The most bytes of a function's file: Lambda takes 250 MB, unpacked.
const CODE: u64 = 250 << 20;

/// The options of whole stacks.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Deploys the stack that `export` writes, runs its machine, and deletes all of it
    #[arg(long, conflicts_with_all = ["role", "machine", "functions"])]
    pub(super) stack: bool,
    /// Functions, logs and more of the stack: as for `export`
    #[arg(long, value_name = "FILE", requires = "stack")]
    settings: Option<PathBuf>,
    /// A bucket for the code of functions: what is put there is removed
    #[arg(long, value_name = "NAME", requires = "stack")]
    bucket: Option<String>,
}

/// A state machine to verify.
pub(crate) struct Subject {
    pub(crate) name: String,
    pub(crate) definition: Value,
    /// The functions that are known to have large values.
    pub(crate) large: Vec<&'static str>,
}

/// A stack, ready to be deployed.
pub(super) struct Planned {
    /// Its name.
    name: String,
    template: String,
    /// The resource of its bucket for large values.
    large: Option<String>,
    /// The objects that have its code.
    objects: Vec<(Place, PathBuf)>,
    /// The object that has the template, where a request does not hold it.
    apart: Option<Place>,
}

/// Plans the stacks of machines under names that nothing else has. The last one is that of the cases; those before it are
/// started by it, or by each other.
pub(super) fn planned(
    options: &Options,
    subjects: &[Subject],
    name: &dyn Fn(&str) -> String,
) -> Result<Vec<Planned>, Stop> {
    let given = Given::read(options.settings.as_deref())?;
    if given.settings()?.kind == Kind::Express {
        let text = "--stack: the settings say EXPRESS, and AWS has no histories of those machines";
        return Err(Stop::Usage(text.to_owned()));
    }
    let names: Vec<(String, String)> =
        subjects.iter().map(|it| (it.name.clone(), name(&it.name))).collect();
    let one = |(subject, (_, name)): (&Subject, &(String, String))| {
        let definition = renamed(&subject.definition, &names)?;
        let settings = given.settings()?.passing(name, &definition, &subject.large);
        let releases = BTreeMap::new();
        let request =
            Request { name, definition: &definition, settings: &settings, releases: &releases };
        let stack = plan(request).map_err(|problems| given.refused(&problems))?;
        of_stack(options, stack)
    };
    subjects.iter().zip(&names).map(one).collect()
}

/// The definition, in which machines beside it have other names.
fn renamed(definition: &Value, names: &[(String, String)]) -> Result<Value, Stop> {
    let mut text = definition.to_string();
    for (old, new) in names {
        text = text.replace(&beside(old), &beside(new));
    }
    serde_json::from_str(&text).map_err(|error| Stop::Failed(format!("the definition: {error}")))
}

/// The end of an expression that names a machine of the same account, as exported documents have it.
pub(crate) fn beside(name: &str) -> String {
    format!(":stateMachine:{name}'")
}

fn of_stack(options: &Options, stack: Stack) -> Result<Planned, Stop> {
    let asked: Vec<&str> =
        stack.parameters.iter().filter(|it| it.default.is_none()).map(|it| &*it.name).collect();
    if !asked.is_empty() {
        let names = asked.join(", ");
        let text =
            format!("--stack: the stack asks for {names}: give it in `parameters` of --settings");
        return Err(Stop::Usage(text));
    }
    let place = |key: String| match &options.bucket {
        Some(bucket) => Ok(Place { bucket: bucket.clone(), key }),
        None => {
            Err(Stop::Usage("--stack: give a bucket for the code, by --bucket NAME".to_owned()))
        }
    };
    // Functions with the same code have one object.
    let same = |it: &Function| -> String {
        let first = stack.functions.iter().find(|of| of.settings.code == it.settings.code);
        first.unwrap_or(it).key.clone()
    };
    let key = |it: &Function| format!("{}/{}.zip", stack.name, same(it));
    let mut objects = vec![];
    for function in stack.functions.iter().filter(|it| same(it) == it.key) {
        let file = Path::new(&function.settings.code);
        let size = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|it| it.len());
        if size.is_none_or(|it| it > CODE) {
            let (name, file) = (&function.key, shown(file));
            return Err(Stop::Usage(format!(
                "--stack: the code of the function `{name}`, {file}, is no zip file: build it first"
            )));
        }
        objects.push((place(key(function))?, file.to_owned()));
    }
    let bucket = options.bucket.as_deref().unwrap_or_default();
    let template = passing(&stack, bucket, &key).to_string();
    let apart =
        (template.len() > IN_A_REQUEST).then(|| place(format!("{}/template.json", stack.name)));
    let large = stack.large.map(|_| format!("{}Large", stack.id));
    // What stacks are called has no underscores.
    let name = stack.name.replace('_', "-");
    Ok(Planned { name, template, large, objects, apart: apart.transpose()? })
}

/// Deploys stacks, one after the other: the ARN of the machine of the last one.
pub(super) async fn deployed(
    account: &Account,
    stacks: &[Planned],
    made: &mut Made,
) -> Result<String, String> {
    let mut machine = String::new();
    for stack in stacks {
        for (place, file) in &stack.objects {
            let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", shown(file)))?;
            made.object(account, place, bytes).await?;
        }
        if let Some(place) = &stack.apart {
            made.object(account, place, stack.template.clone().into_bytes()).await?;
        }
        let mut parameters = json!({
            "StackName": stack.name,
            "ClientRequestToken": stack.name,
            "Capabilities": ["CAPABILITY_IAM"],
            "OnFailure": "DO_NOTHING",
            "Tags": [{ "Key": "made-by", "Value": "workflow verify" }],
        });
        match &stack.apart {
            None => parameters["TemplateBody"] = stack.template.clone().into(),
            Some(Place { bucket, key }) => {
                let region = account.region();
                parameters["TemplateURL"] =
                    format!("https://s3.{region}.amazonaws.com/{bucket}/{key}").into();
            }
        }
        made.stacks.push(Deployed { name: stack.name.clone(), large: stack.large.clone() });
        match account.formation("createStack", &parameters).await {
            // A call that was made again: nobody else has this name.
            Err(why) if !why.contains("AlreadyExistsException") => return Err(why),
            _ => {}
        }
        machine = created(account, &stack.name).await?;
    }
    Ok(machine)
}

/// A stack that may be there.
pub(super) struct Deployed {
    pub(super) name: String,
    large: Option<String>,
}

/// Waits until a stack is there: the ARN of its machine.
async fn created(account: &Account, name: &str) -> Result<String, String> {
    let told = settled(account, name).await?.ok_or_else(|| format!("the stack {name} is gone"))?;
    let status = told["StackStatus"].as_str().unwrap_or_default();
    if status != "CREATE_COMPLETE" {
        let why = failures(account, name, "CREATE_FAILED").await;
        let why =
            if why.is_empty() { told["StackStatusReason"].to_string() } else { why.join("; ") };
        return Err(format!("the stack {name} is not made ({status}): {why}"));
    }
    let outputs = told["Outputs"].as_array().into_iter().flatten();
    let machine = outputs.into_iter().find(|it| it["OutputKey"] == "StateMachineArn");
    let arn = machine.and_then(|it| it["OutputValue"].as_str());
    Ok(arn.ok_or_else(|| format!("the stack {name} tells no machine"))?.to_owned())
}

/// Waits until no operation on a stack is in progress; `None` if there is no such stack.
async fn settled(account: &Account, name: &str) -> Result<Option<Value>, String> {
    let wait = async {
        let mut pause = ASKED.0;
        loop {
            match account.formation("describeStacks", &json!({ "StackName": name })).await {
                Err(why) if why.contains("does not exist") => return Ok(None),
                Err(why) => return Err(why),
                Ok(mut told) => {
                    let stack = told["Stacks"][0].take();
                    let status = stack["StackStatus"].as_str().unwrap_or_default();
                    if !status.ends_with("_IN_PROGRESS") {
                        let gone = status == "DELETE_COMPLETE";
                        return Ok(Some(stack).filter(|_| !gone));
                    }
                }
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(ASKED.1);
        }
    };
    let late = || format!("the stack {name} still changes after {} s", LONGEST.as_secs());
    tokio::time::timeout(LONGEST, wait).await.map_err(|_| late())?
}

/// The resources of a stack that failed so, with the reasons. Those that were only cancelled by others say nothing.
async fn failures(account: &Account, name: &str, status: &str) -> Vec<String> {
    let told = account.formation("describeStackResources", &json!({ "StackName": name })).await;
    let told = told.unwrap_or_default();
    let all = told["StackResources"].as_array().into_iter().flatten();
    let failed = all.filter(|it| it["ResourceStatus"] == status);
    let line = |it: &Value| {
        let reason = it["ResourceStatusReason"].as_str().unwrap_or("no reason is told");
        let own = |member: &str| it[member].as_str().filter(|it| !it.is_empty()).map(str::to_owned);
        let id = own("PhysicalResourceId").or_else(|| own("LogicalResourceId")).unwrap_or_default();
        (!reason.contains("cancelled")).then(|| format!("{id} ({reason})"))
    };
    failed.filter_map(line).collect()
}

/// Deletes a stack with what its bucket holds: what is left, with the reasons.
pub(super) async fn deleted(account: &Account, stack: &Deployed) -> Vec<String> {
    let Deployed { name, large } = stack;
    let mut left = vec![];
    if let Some(id) = large {
        left.extend(emptied(account, name, id).await.err());
    }
    let whole = |why: String| format!("the stack {name} ({why})");
    if let Err(why) = account.formation("deleteStack", &json!({ "StackName": name })).await {
        return [left, vec![whole(why)]].concat();
    }
    match settled(account, name).await {
        Ok(None) => left,
        Ok(Some(told)) => {
            left.extend(failures(account, name, "DELETE_FAILED").await);
            left.push(whole(told["StackStatus"].as_str().unwrap_or_default().to_owned()));
            left
        }
        Err(why) => [left, vec![whole(why)]].concat(),
    }
}

/// Removes the objects of the bucket for large values.
async fn emptied(account: &Account, stack: &str, id: &str) -> Result<(), String> {
    let of = json!({ "StackName": stack, "LogicalResourceId": id });
    // Where the stack failed before, there is none.
    let Ok(told) = account.formation("describeStackResource", &of).await else { return Ok(()) };
    let bucket = told["StackResourceDetail"]["PhysicalResourceId"].as_str().unwrap_or_default();
    if bucket.is_empty() {
        return Ok(());
    }
    let failed = |why: String| format!("the bucket {bucket} ({why})");
    loop {
        let page =
            account.objects("listObjectsV2", &json!({ "Bucket": bucket })).await.map_err(failed)?;
        let keys: Vec<&Value> =
            page["Contents"].as_array().into_iter().flatten().map(|it| &it["Key"]).collect();
        if keys.is_empty() {
            return Ok(());
        }
        for key in keys {
            let object = json!({ "Bucket": bucket, "Key": key });
            account.objects("deleteObject", &object).await.map_err(failed)?;
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn subject(name: &str, state: Value) -> Subject {
        let definition =
            json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": state } });
        Subject { name: name.to_owned(), definition, large: vec![] }
    }

    #[test]
    fn machines_beside_it_are_stacks_under_new_names() {
        let ends = json!({ "Type": "Succeed" });
        let child = "{% $substringBefore($states.context.StateMachine.Id, ':stateMachine:') & ':stateMachine:ship_it' %}";
        let starts = json!({ "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
            "Arguments": { "StateMachineArn": child }, "End": true });
        let subjects = [subject("ship_it", ends), subject("pay", starts)];
        let options = Options { stack: true, settings: None, bucket: None };
        let planned =
            planned(&options, &subjects, &|name| format!("verify-{name}-1")).ok().unwrap();
        let names: Vec<&str> = planned.iter().map(|it| &*it.name).collect();
        assert_eq!(names, ["verify-ship-it-1", "verify-pay-1"]);
        let template = &planned[1].template;
        assert!(template.contains(":stateMachine:verify-ship_it-1' %}"), "{template}");
        assert!(
            template.contains("${AWS::AccountId}:stateMachine:verify-ship_it-1\""),
            "{template}"
        );
        assert!(planned[0].template.contains("\"StateMachineName\":\"verify-ship_it-1\""));
        assert!(planned.iter().all(|it| it.objects.is_empty() && it.apart.is_none()));
    }
}
