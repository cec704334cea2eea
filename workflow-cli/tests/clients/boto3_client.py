"""Drives a running server with boto3: every operation of the API, and the exceptions of its model.

Usage: boto3_client.py URL [PART]: PART is `first` (the default) or `after`, which expects what `first` left, after a restart.
Prints a line of JSON: the operations that were called, and the exceptions that were provoked.
"""

import json
import sys
import threading
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

URL = sys.argv[1]
PART = sys.argv[2] if len(sys.argv) > 2 else "first"
ROLE = "arn:aws:iam::123456789012:role/r"
OWN = "arn:aws:states:us-east-1:123456789012"

called, provoked = set(), set()
# The name of the last operation that was called, by the thread.
last = threading.local()


def client():
    # The host of synchronous executions is this one, too.
    config = Config(inject_host_prefix=False, retries={"max_attempts": 0}, read_timeout=70)
    made = boto3.client(
        "stepfunctions",
        endpoint_url=URL,
        region_name="us-east-1",
        aws_access_key_id="x",
        aws_secret_access_key="y",
        config=config,
    )
    made.meta.events.register("before-call.stepfunctions.*", note)
    return made


def note(model, **_):
    called.add(model.name)
    last.operation = model.name


sfn = client()


def refused(code, call, **params):
    """Calls, and expects this exception: one of the model, as boto3 knows it by its class."""
    try:
        call(**params)
    except ClientError as error:
        found = error.response["Error"]
        assert found["Code"] == code, (code, found)
        assert found["Message"], found
        assert error.response["ResponseMetadata"]["HTTPStatusCode"] >= 400
        # boto3 makes a class of each exception of the model, and the operation has it; all may be refused as invalid.
        modelled = {it.name for it in sfn.meta.service_model.operation_model(last.operation).error_shapes}
        assert code in modelled or code == "ValidationException", (last.operation, code)
        assert type(error).__name__ == code, (type(error).__name__, code)
        provoked.add(code)
        return found["Message"]
    raise AssertionError(f"{code} was expected of {params}")


def one(state):
    return json.dumps({"StartAt": "S", "States": {"S": state}})


def passing(result):
    return one({"Type": "Pass", "Result": result, "End": True})


def machine(name, definition, **more):
    return sfn.create_state_machine(name=name, definition=definition, roleArn=ROLE, **more)["stateMachineArn"]


def ended(arn):
    for _ in range(400):
        told = sfn.describe_execution(executionArn=arn)
        if told["status"] != "RUNNING":
            return told
        time.sleep(0.02)
    raise AssertionError(f"{arn} does not end")


def machines():
    arn = machine("m", passing(1), tags=[{"key": "k", "value": "v"}])
    refused("StateMachineAlreadyExists", sfn.create_state_machine, name="m", definition=passing(2), roleArn=ROLE)
    refused("InvalidName", sfn.create_state_machine, name="a b", definition=passing(2), roleArn=ROLE)
    refused("InvalidDefinition", sfn.create_state_machine, name="x", definition="{}", roleArn=ROLE)
    refused(
        "InvalidLoggingConfiguration",
        sfn.create_state_machine,
        name="x",
        definition=passing(1),
        roleArn=ROLE,
        loggingConfiguration={"level": "ALL"},
    )
    refused(
        "InvalidEncryptionConfiguration",
        sfn.create_state_machine,
        name="x",
        definition=passing(1),
        roleArn=ROLE,
        encryptionConfiguration={"type": "CUSTOMER_MANAGED_KMS_KEY"},
    )
    told = sfn.describe_state_machine(stateMachineArn=arn)
    assert told["definition"] == passing(1) and told["creationDate"].year > 2020, told
    refused("StateMachineDoesNotExist", sfn.describe_state_machine, stateMachineArn=f"{OWN}:stateMachine:none")
    refused("InvalidArn", sfn.describe_state_machine, stateMachineArn="none")
    refused("MissingRequiredParameter", sfn.update_state_machine, stateMachineArn=arn)
    updated = sfn.update_state_machine(stateMachineArn=arn, definition=passing(2))
    assert sfn.describe_state_machine(stateMachineArn=arn)["revisionId"] == updated["revisionId"]
    for number in range(5):
        machine(f"page{number}", passing(number))
    pages = sfn.get_paginator("list_state_machines").paginate(PaginationConfig={"PageSize": 2})
    names = [it["name"] for page in pages for it in page["stateMachines"]]
    assert names == ["m", "page0", "page1", "page2", "page3", "page4"], names
    refused("InvalidToken", sfn.list_state_machines, nextToken="x")
    sfn.delete_state_machine(stateMachineArn=f"{OWN}:stateMachine:page0")
    result = sfn.validate_state_machine_definition(definition=passing(1))
    assert result["result"] == "OK", result
    assert sfn.validate_state_machine_definition(definition="{}")["diagnostics"][0]["code"]
    refused("ValidationException", sfn.list_executions, stateMachineArn=arn, statusFilter="none")


def tags():
    arn = f"{OWN}:stateMachine:m"
    sfn.tag_resource(resourceArn=arn, tags=[{"key": "l", "value": "w"}])
    sfn.untag_resource(resourceArn=arn, tagKeys=["k"])
    assert sfn.list_tags_for_resource(resourceArn=arn)["tags"] == [{"key": "l", "value": "w"}]
    refused("ResourceNotFound", sfn.tag_resource, resourceArn=f"{arn}:7", tags=[])
    many = [{"key": str(it), "value": ""} for it in range(51)]
    refused("TooManyTags", sfn.tag_resource, resourceArn=arn, tags=many)


def versions():
    arn = f"{OWN}:stateMachine:m"
    first = sfn.publish_state_machine_version(stateMachineArn=arn, description="one")
    sfn.update_state_machine(stateMachineArn=arn, definition=passing(3), publish=True)
    listed = sfn.list_state_machine_versions(stateMachineArn=arn)["stateMachineVersions"]
    assert [it["stateMachineVersionArn"] for it in listed] == [f"{arn}:2", f"{arn}:1"], listed
    refused("ConflictException", sfn.publish_state_machine_version, stateMachineArn=arn, revisionId="x")
    routing = [
        {"stateMachineVersionArn": f"{arn}:1", "weight": 50},
        {"stateMachineVersionArn": f"{arn}:2", "weight": 50},
    ]
    alias = sfn.create_state_machine_alias(name="live", routingConfiguration=routing)["stateMachineAliasArn"]
    assert sfn.describe_state_machine_alias(stateMachineAliasArn=alias)["routingConfiguration"] == routing
    refused(
        "ResourceNotFound",
        sfn.describe_state_machine_alias,
        stateMachineAliasArn=f"{arn}:other",
    )
    sfn.update_state_machine_alias(stateMachineAliasArn=alias, description="d")
    listed = sfn.list_state_machine_aliases(stateMachineArn=arn)["stateMachineAliases"]
    assert listed[0]["stateMachineAliasArn"] == alias
    refused("ConflictException", sfn.delete_state_machine_version, stateMachineVersionArn=f"{arn}:1")
    outputs = {ended(sfn.start_execution(stateMachineArn=alias)["executionArn"])["output"] for _ in range(40)}
    assert outputs == {"2", "3"}, outputs
    sfn.delete_state_machine_alias(stateMachineAliasArn=alias)
    sfn.delete_state_machine_version(stateMachineVersionArn=first["stateMachineVersionArn"])


def executions():
    arn = machine("run", one({"Type": "Wait", "Seconds": 60, "End": True}))
    started = sfn.start_execution(stateMachineArn=arn, name="e", input='{"a": 1}')
    again = sfn.start_execution(stateMachineArn=arn, name="e", input='{"a": 1}')
    assert again["startDate"] == started["startDate"]
    refused("ExecutionAlreadyExists", sfn.start_execution, stateMachineArn=arn, name="e", input="2")
    refused("InvalidExecutionInput", sfn.start_execution, stateMachineArn=arn, input="{")
    refused("InvalidName", sfn.start_execution, stateMachineArn=arn, name="a b")
    execution = started["executionArn"]
    refused("ExecutionNotRedrivable", sfn.redrive_execution, executionArn=execution)
    assert sfn.describe_execution(executionArn=execution)["status"] == "RUNNING"
    sfn.stop_execution(executionArn=execution, error="E", cause="c")
    told = sfn.describe_execution(executionArn=execution)
    assert (told["status"], told["error"], told["cause"]) == ("ABORTED", "E", "c"), told
    refused("ExecutionAlreadyExists", sfn.start_execution, stateMachineArn=arn, name="e", input='{"a": 1}')
    assert sfn.describe_state_machine_for_execution(executionArn=execution)["name"] == "run"
    refused("ExecutionDoesNotExist", sfn.describe_execution, executionArn=f"{OWN}:execution:run:none")
    pages = sfn.get_paginator("get_execution_history").paginate(
        executionArn=execution, reverseOrder=True, PaginationConfig={"PageSize": 1}
    )
    events = [event for page in pages for event in page["events"]]
    assert [event["type"] for event in events] == ["ExecutionAborted", "WaitStateEntered", "ExecutionStarted"]
    assert events[2]["executionStartedEventDetails"]["input"] == '{"a": 1}'
    for _ in range(5):
        ended(sfn.start_execution(stateMachineArn=f"{OWN}:stateMachine:m")["executionArn"])
    pages = sfn.get_paginator("list_executions").paginate(
        stateMachineArn=f"{OWN}:stateMachine:m", statusFilter="SUCCEEDED", PaginationConfig={"PageSize": 10}
    )
    found = [it for page in pages for it in page["executions"]]
    assert len(found) == 45, len(found)
    assert found == sorted(found, key=lambda it: it["startDate"], reverse=True)
    refused("StateMachineTypeNotSupported", sfn.start_sync_execution, stateMachineArn=arn)
    express = machine("express", passing({"b": 2}), type="EXPRESS")
    told = sfn.start_sync_execution(stateMachineArn=express, input="[]")
    assert (told["status"], told["output"]) == ("SUCCEEDED", '{"b":2}'), told
    assert told["billingDetails"]["billedDurationInMilliseconds"] >= 100
    tested = sfn.test_state(definition='{"Type": "Pass", "Result": 5, "Next": "N"}', inspectionLevel="DEBUG")
    assert (tested["output"], tested["nextState"]) == ("5", "N"), tested
    assert tested["inspectionData"]["input"] == "{}", tested


def deletion():
    arn = machine("deleted", one({"Type": "Wait", "Seconds": 60, "End": True}))
    started = sfn.start_execution(stateMachineArn=arn)["executionArn"]
    sfn.delete_state_machine(stateMachineArn=arn)
    assert sfn.describe_state_machine(stateMachineArn=arn)["status"] == "DELETING"
    refused("StateMachineDeleting", sfn.start_execution, stateMachineArn=arn)
    refused("StateMachineDeleting", sfn.update_state_machine, stateMachineArn=arn, roleArn=ROLE)
    assert ended(started)["status"] == "ABORTED"


def activities():
    arn = sfn.create_activity(name="a")["activityArn"]
    refused(
        "ActivityAlreadyExists",
        sfn.create_activity,
        name="a",
        encryptionConfiguration={"type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": "k"},
    )
    assert sfn.describe_activity(activityArn=arn)["name"] == "a"
    refused("ActivityDoesNotExist", sfn.describe_activity, activityArn=f"{OWN}:activity:none")
    assert len(sfn.list_activities()["activities"]) == 1
    waits = machine("worked", one({"Type": "Task", "Resource": arn, "HeartbeatSeconds": 60, "End": True}))
    results = {}

    def worker():
        own = client()
        while len(results) < 3:
            task = own.get_activity_task(activityArn=arn, workerName="w")
            number = json.loads(task["input"])["n"]
            results[number] = task["taskToken"]
            own.send_task_heartbeat(taskToken=task["taskToken"])
            if number == 1:
                own.send_task_failure(taskToken=task["taskToken"], error="Odd", cause="1")
            else:
                refused("InvalidOutput", own.send_task_success, taskToken=task["taskToken"], output="{")
                own.send_task_success(taskToken=task["taskToken"], output=json.dumps(number * 2))

    thread = threading.Thread(target=worker)
    thread.start()
    started = [sfn.start_execution(stateMachineArn=waits, input=json.dumps({"n": n}))["executionArn"] for n in range(3)]
    thread.join(60)
    told = [ended(it) for it in started]
    assert [it.get("output") for it in told] == ["0", None, "4"], told
    assert told[1]["error"] == "Odd"
    refused("TaskTimedOut", sfn.send_task_success, taskToken=results[0], output="1")
    refused("InvalidToken", sfn.send_task_heartbeat, taskToken="none")
    sfn.redrive_execution(executionArn=started[1])
    task = sfn.get_activity_task(activityArn=arn)
    sfn.send_task_success(taskToken=task["taskToken"], output='"mended"')
    told = ended(started[1])
    assert (told["output"], told["redriveCount"]) == ('"mended"', 1), told
    # What is left for after a restart.
    sfn.start_execution(stateMachineArn=waits, name="later", input='{"n": 9}')
    sfn.delete_activity(activityArn=sfn.create_activity(name="gone")["activityArn"])


def map_runs():
    processor = {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "P",
        "States": {"P": {"Type": "Pass", "End": True}},
    }
    arn = machine("map", one({"Type": "Map", "Label": "each", "ItemProcessor": processor, "End": True}))
    execution = sfn.start_execution(stateMachineArn=arn, input="[1, 2, 3]")["executionArn"]
    assert ended(execution)["output"] == "[1,2,3]"
    run = sfn.list_map_runs(executionArn=execution)["mapRuns"][0]["mapRunArn"]
    told = sfn.describe_map_run(mapRunArn=run)
    assert (told["status"], told["itemCounts"]["succeeded"]) == ("SUCCEEDED", 3), told
    assert len(sfn.list_executions(mapRunArn=run)["executions"]) == 3
    refused("ValidationException", sfn.update_map_run, mapRunArn=run, maxConcurrency=2)
    refused("ResourceNotFound", sfn.describe_map_run, mapRunArn=f"{OWN}:mapRun:map/each:none")


def after():
    names = {it["name"] for it in sfn.list_state_machines()["stateMachines"]}
    assert names == {"m", "page1", "page2", "page3", "page4", "run", "express", "worked", "map"}, names
    execution = f"{OWN}:execution:worked:later"
    assert sfn.describe_execution(executionArn=execution)["status"] == "RUNNING"
    task = sfn.get_activity_task(activityArn=f"{OWN}:activity:a")
    assert task["input"] == '{"n":9}', task
    sfn.send_task_success(taskToken=task["taskToken"], output="18")
    assert ended(execution)["output"] == "18"
    history = sfn.get_execution_history(executionArn=execution)["events"]
    assert history[-1]["type"] == "ExecutionSucceeded", history


if PART == "after":
    after()
else:
    for part in (machines, tags, versions, executions, activities, map_runs, deletion):
        part()
print(json.dumps({"operations": sorted(called), "exceptions": sorted(provoked)}))
