"""Runs the workflows of the shop with boto3: `boto3_client.py URL`."""

import json
import sys
import time

import boto3
from botocore.config import Config

sfn = boto3.client(
    "stepfunctions", endpoint_url=sys.argv[1], region_name="us-east-1",
    aws_access_key_id="x", aws_secret_access_key="y", config=Config(inject_host_prefix=False))


def ended(arn):
    for _ in range(1000):
        told = sfn.describe_execution(executionArn=arn)
        if told["status"] != "RUNNING":
            return told
        time.sleep(0.02)
    raise SystemExit(f"it does not end: {told}")


machines = {it["name"]: it["stateMachineArn"] for it in sfn.list_state_machines()["stateMachines"]}
assert list(machines) == ["fulfil", "deliver", "doubled", "weighed"], machines
told = sfn.describe_state_machine(stateMachineArn=machines["fulfil"])
assert told["status"] == "ACTIVE" and json.loads(told["definition"])["QueryLanguage"] == "JSONata", told

# A large order waits for an approval, which comes with its token.
order = json.dumps({"id": "7", "total": 900, "lines": ["tea"]})
started = sfn.start_execution(stateMachineArn=machines["fulfil"], name="order-7", input=order)["executionArn"]
token = None
while token is None:
    for event in sfn.get_execution_history(executionArn=started)["events"]:
        if event["type"] == "TaskScheduled":
            token = json.loads(event["taskScheduledEventDetails"]["parameters"])["Payload"]["taskToken"]
sfn.send_task_heartbeat(taskToken=token)
sfn.send_task_success(taskToken=token, output="true")
told = ended(started)
assert json.loads(told["output"]) == ["receipt of 7", "parcel of 7"], told

# A version of the workflow is started as the workflow.
version = sfn.publish_state_machine_version(stateMachineArn=machines["fulfil"])["stateMachineVersionArn"]
small = json.dumps({"id": "8", "total": 1, "lines": []})
told = ended(sfn.start_execution(stateMachineArn=version, input=small)["executionArn"])
assert told["stateMachineVersionArn"] == version and told["status"] == "SUCCEEDED", told

for call, params in [
    (sfn.start_execution, {"stateMachineArn": machines["fulfil"], "input": "{}"}),
    (sfn.start_execution, {"stateMachineArn": machines["fulfil"], "input": json.dumps({"id": 7})}),
]:
    try:
        call(**params)
        raise SystemExit(f"taken: {params}")
    except sfn.exceptions.InvalidExecutionInput as error:
        assert "id" in str(error), error
try:
    sfn.delete_state_machine(stateMachineArn=machines["fulfil"])
    raise SystemExit("deleted")
except sfn.exceptions.ClientError as error:
    assert error.response["Error"]["Code"] == "ValidationException", error

told = sfn.start_sync_execution(stateMachineArn=machines["doubled"], input="[1, 2]")
assert (told["status"], told["output"]) == ("SUCCEEDED", "[2,4]"), told
print("fine")
