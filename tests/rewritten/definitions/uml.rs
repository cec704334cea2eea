//! Two checks side by side, each asked for again until somebody says that it is done.

use super::{Opaque, TRANSIENT};
use crate::answers::Script;
use crate::compare::{Rewritten, all};
use serde_json::{Value, json};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
struct Application {
    app_data: Opaque,
}
/// What the one function behind all states is told to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
struct Activity {
    instance_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    app_data: Option<Opaque>,
    source_state: String,
    activity_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    trigger: Option<String>,
    activity_name: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
struct Answered {
    app_event: Event,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
struct Event {
    trigger: String,
    app_data: Opaque,
}

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:handler", retry = TRANSIENT, aws_retry = false)]
async fn open(activity: Activity) -> Result<Application, Failure>;
#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:handler", retry = TRANSIENT, aws_retry = false)]
async fn perform(activity: Activity) -> Result<Opaque, Failure>;
/// The same function, which here hands out its token. The body runs as the Lambda function of this name.
#[task(callback, retry = TRANSIENT, aws_retry = false)]
async fn handler(context: TaskContext, activity: Activity) -> Result<Pending<Answered>, Failure> {
    drop((context, activity));
    Ok(Pending::new())
}

#[pure]
fn entry(id: String, data: Opaque, state: String, name: String) -> Activity {
    Activity {
        instance_id: id,
        app_data: Some(data),
        source_state: state,
        activity_type: "stateEntry".to_owned(),
        trigger: None,
        activity_name: name,
    }
}

#[pure]
fn transition(id: String, state: String, trigger: Option<String>, name: String) -> Activity {
    Activity {
        instance_id: id,
        app_data: None,
        source_state: state,
        activity_type: "transitionActivity".to_owned(),
        trigger,
        activity_name: name,
    }
}

#[workflow]
async fn check(application: Application) -> Result<Opaque, Failure> {
    let id = execution().id();
    let opened = open(entry(
        id.clone(),
        application.app_data,
        "RunningChecks".to_owned(),
        "openCheckProcess".to_owned(),
    ))
    .await?;
    join!(
        async {
            // The first question stands before the loop: a variable for what to ask with would be a state.
            let state = "RunningChecks.CheckingCriminal.PendingCompletion".to_owned();
            let name = "stateCriminalChceck".to_owned();
            let data = opened.app_data.clone();
            let mut event = handler(entry(id.clone(), data, state, name)).await?.app_event;
            while event.trigger != "criminalCheckDone" {
                let state = "RunningChecks.CheckingCriminal.PendingCompletion".to_owned();
                let name = "stateCriminalChceck".to_owned();
                event = handler(entry(id.clone(), event.app_data, state, name)).await?.app_event;
            }
            let state = "RunningChecks.CheckingCrimimal.PendingCompletion".to_owned();
            let done = Some("criminalCheckDone".to_owned());
            perform(transition(id.clone(), state, done, "logCriminalOutcome".to_owned())).await
        },
        async {
            // The first question stands before the loop: a variable for what to ask with would be a state.
            let state = "RunningChecks.CheckingFinancial.PendingCompletion".to_owned();
            let name = "stateFinancialChceck".to_owned();
            let data = opened.app_data.clone();
            let mut event = handler(entry(id.clone(), data, state, name)).await?.app_event;
            while event.trigger != "financialCheckDone" {
                let state = "RunningChecks.CheckingFinancial.PendingCompletion".to_owned();
                let name = "stateFinancialChceck".to_owned();
                event = handler(entry(id.clone(), event.app_data, state, name)).await?.app_event;
            }
            let state = "RunningChecks.CheckingFinancial.PendingCompletion".to_owned();
            let done = Some("financialCheckDone".to_owned());
            perform(transition(id.clone(), state, done, "logFinancialOutcome".to_owned())).await
        },
    )
    .await?;
    let state = "RunningChecks".to_owned();
    perform(transition(id, state, None, "consolidateResults".to_owned())).await
}

/// All of the output is compared: what the last activity returned.
pub fn rewritten() -> Rewritten {
    let application = || json!({ "appData": { "name": "Ada" } });
    let event = |trigger: &str, turn: u32| json!({ "appEvent": { "trigger": trigger, "appData": { "turn": turn } } });
    let opened = || json!({ "appData": { "name": "Ada", "open": true } });
    let script = |criminal: &[Value], financial: &[Value]| {
        Script::default()
            .with("handler", "openCheckProcess", opened())
            .each("handler", "stateCriminalChceck", criminal)
            .each("handler", "stateFinancialChceck", financial)
            .with("handler", "logCriminalOutcome", json!({ "logged": 1 }))
            .with("handler", "logFinancialOutcome", json!({ "logged": 2 }))
            .with("handler", "consolidateResults", json!({ "passed": true }))
    };
    let (criminal, financial) = (event("criminalCheckDone", 9), event("financialCheckDone", 9));
    let quick = script(std::slice::from_ref(&criminal), std::slice::from_ref(&financial));
    let again = script(
        &[event("more", 1), event("more", 2), criminal.clone()],
        &[event("criminalCheckDone", 1), financial],
    );
    let down = Script::default()
        .with("handler", "openCheckProcess", opened())
        .each("handler", "stateCriminalChceck", &[criminal])
        .fails("handler", "Down", "the office is closed");
    Rewritten::new::<check>("uml-statemachine/statemachine/BlogBackgroundChecksSM.asl.json", all)
        .name("BlogDummyUMLHandlerLambdaArn", "handler")
        .succeeds("at once", application(), quick)
        .succeeds("asked again", application(), again)
        .fails("nobody is there", "Down", application(), down)
}
