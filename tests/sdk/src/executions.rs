//! Machines and their executions, from the start to the history.

use crate::client::{Outcome, ROLE, Told, expect, one};
use aws_sdk_sfn::Client;
use aws_sdk_sfn::operation::describe_execution::DescribeExecutionOutput;
use aws_sdk_sfn::types::{ExecutionStatus, HistoryEventType, Tag};
use serde_json::json;
use std::time::{Duration, SystemTime};

/// The executions that are started of one machine; a page has fewer.
const STARTED: usize = 7;

pub async fn run(sfn: &Client, told: &mut Told) -> Outcome {
    let machine = made(sfn, told).await?;
    succeeded(sfn, &machine, told).await?;
    listed(sfn, &machine, told).await?;
    stopped(sfn, told).await
}

async fn made(sfn: &Client, told: &mut Told) -> Outcome<String> {
    let definition = one(json!({ "Type": "Pass", "Result": { "n": 7 }, "End": true }));
    let tag = Tag::builder().key("k").value("v").build();
    let made = sfn.create_state_machine().name("m").role_arn(ROLE).tags(tag);
    let made = made.definition(&definition).send().await?;
    let machine = made.state_machine_arn().to_owned();
    let known = sfn.describe_state_machine().state_machine_arn(&machine).send().await?;
    expect(known.definition() == definition, &known)?;
    expect(known.creation_date() == made.creation_date(), (&known, &made))?;
    told.operations.extend(["CreateStateMachine", "DescribeStateMachine"]);
    Ok(machine)
}

async fn succeeded(sfn: &Client, machine: &str, told: &mut Told) -> Outcome {
    let begun = SystemTime::now() - Duration::from_secs(60);
    for number in 0..STARTED {
        let start = sfn.start_execution().state_machine_arn(machine).name(format!("e{number}"));
        let started = start.input("{\"a\":1}").send().await?;
        expect(SystemTime::try_from(*started.start_date())? > begun, &started)?;
        let known = ended(sfn, started.execution_arn()).await?;
        expect(known.status() == &ExecutionStatus::Succeeded, &known)?;
        expect(known.output() == Some("{\"n\":7}"), &known)?;
        expect(known.input() == Some("{\"a\":1}"), &known)?;
    }
    told.operations.extend(["StartExecution", "DescribeExecution"]);
    Ok(())
}

async fn listed(sfn: &Client, machine: &str, told: &mut Told) -> Outcome {
    let list = sfn.list_executions().state_machine_arn(machine);
    let mut pages = list.into_paginator().page_size(2).send();
    let (mut names, mut count) = (vec![], 0);
    while let Some(page) = pages.next().await {
        let page = page?;
        expect(page.executions().len() <= 2, &page)?;
        names.extend(page.executions().iter().map(|it| it.name().to_owned()));
        count += 1;
    }
    let latest: Vec<_> = (0..STARTED).rev().map(|it| format!("e{it}")).collect();
    expect(names == latest && count == STARTED.div_ceil(2), (names, count))?;
    told.operations.insert("ListExecutions");
    Ok(())
}

async fn stopped(sfn: &Client, told: &mut Told) -> Outcome {
    let definition = one(json!({ "Type": "Wait", "Seconds": 60, "End": true }));
    let made = sfn.create_state_machine().name("waits").role_arn(ROLE).definition(definition);
    let machine = made.send().await?.state_machine_arn().to_owned();
    let started = sfn.start_execution().state_machine_arn(machine).send().await?;
    let arn = started.execution_arn();
    let stop = sfn.stop_execution().execution_arn(arn).error("Enough").cause("seen enough");
    stop.send().await?;
    let known = ended(sfn, arn).await?;
    expect(known.status() == &ExecutionStatus::Aborted, &known)?;
    expect((known.error(), known.cause()) == (Some("Enough"), Some("seen enough")), &known)?;
    let history = sfn.get_execution_history().execution_arn(arn).into_paginator().page_size(1);
    let mut events = history.items().send();
    let mut types = vec![];
    while let Some(event) = events.next().await {
        let event = event?;
        expect(event.id() == types.len() as i64 + 1, &event)?;
        types.push(event.r#type().clone());
    }
    let expected = [
        HistoryEventType::ExecutionStarted,
        HistoryEventType::WaitStateEntered,
        HistoryEventType::ExecutionAborted,
    ];
    expect(types == expected, &types)?;
    told.operations.extend(["StopExecution", "GetExecutionHistory"]);
    Ok(())
}

/// Waits for the end of an execution.
async fn ended(sfn: &Client, arn: &str) -> Outcome<DescribeExecutionOutput> {
    for _ in 0..500 {
        let known = sfn.describe_execution().execution_arn(arn).send().await?;
        if known.status() != &ExecutionStatus::Running {
            return Ok(known);
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Err(format!("{arn} does not end").into())
}
