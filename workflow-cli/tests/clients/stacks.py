"""Verifies a definition at a moto server, whole: CloudFormation makes its function, roles and logs from code in a bucket,
its machine runs, and nothing of all that is left. Then once more with a stack that cannot be made.

Usage: stacks.py WORKFLOW FOLDER
"""

import io
import json
import os
import socket
import subprocess
import sys
import urllib.request
import zipfile

import boto3
from moto.awslambda.models import LambdaVersion
from moto.core.config import default_user_config
from moto.server import ThreadedMotoServer
from moto.stepfunctions import models
from moto.stepfunctions.parser.models import stepfunctions_parser_backends

WORKFLOW, FOLDER = sys.argv[1:]
REGION = "us-east-1"
os.environ.update(AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x", AWS_REGION=REGION, AWS_DEFAULT_REGION=REGION)
default_user_config["lambda"]["use_docker"] = False
default_user_config["stepfunctions"]["execute_state_machine"] = True
# The server has machines that run apart from those that CloudFormation makes, leaves placeholders as they are, and has
# no ARNs of versions.
models.stepfunctions_backends = stepfunctions_parser_backends
make = models.StateMachine.create_from_cloudformation_json.__func__
publish = LambdaVersion.create_from_cloudformation_json.__func__


def filled(cls, resource_name, cloudformation_json, *args, **kwargs):
    properties = cloudformation_json["Properties"]
    for name, value in properties.get("DefinitionSubstitutions", {}).items():
        properties["DefinitionString"] = properties["DefinitionString"].replace("${%s}" % name, value)
    return make(cls, resource_name, cloudformation_json, *args, **kwargs)


def published(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
    version = publish(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs)
    function = cloudformation_json["Properties"]["FunctionName"]
    version.physical_resource_id = f"arn:aws:lambda:{region_name}:{account_id}:function:{function}"
    return version


models.StateMachine.create_from_cloudformation_json = classmethod(filled)
LambdaVersion.create_from_cloudformation_json = classmethod(published)
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
# Its machines call its functions there.
os.environ["MOTO_PORT"] = str(port)
server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
server.start()
endpoint = f"http://127.0.0.1:{port}"


def client(name):
    return boto3.client(name, endpoint_url=endpoint, region_name=REGION)


def file(name, content):
    path = os.path.join(FOLDER, name)
    with open(path, "wb") as out:
        out.write(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def answers(*results):
    """What the functions answer, one after the other."""
    body = json.dumps({"results": list(results), "region": REGION}).encode()
    headers = {"content-type": "application/json"}
    urllib.request.urlopen(urllib.request.Request(endpoint + "/moto-api/static/lambda-simple/response", body, headers))


def left():
    """Everything that a stack could leave behind."""
    stacks = client("cloudformation").list_stacks()["StackSummaries"]
    stacks = [it["StackName"] for it in stacks if it["StackStatus"] != "DELETE_COMPLETE"]
    functions = client("lambda").list_functions()["Functions"]
    roles = client("iam").list_roles()["Roles"]
    groups = client("logs").describe_log_groups()["logGroups"]
    machines = client("stepfunctions").list_state_machines()["stateMachines"]
    buckets = [it["Name"] for it in client("s3").list_buckets()["Buckets"] if it["Name"] != "code"]
    objects = client("s3").list_objects_v2(Bucket="code").get("Contents", [])
    return [stacks, functions, roles, groups, machines, buckets, objects]


def verify(bucket, *words):
    ran = subprocess.run([WORKFLOW, "verify", *words, "--endpoint", endpoint, "--stack", "--bucket", bucket],
                         capture_output=True, text=True)
    print(ran.stdout + ran.stderr)
    return ran


client("s3").create_bucket(Bucket="code")
code = io.BytesIO()
with zipfile.ZipFile(code, "w") as archive:
    archive.writestr("bootstrap", "#!/bin/sh\n")
settings = {
    "all_functions": {"code": file("bootstrap.zip", code.getvalue()), "large": True, "runtime": "python3.12"},
    "logs": {}, "alarms": {}, "alias": {"name": "live"}, "tags": {"team": "shop"},
    "schedules": [{"name": "daily", "expression": "rate(1 day)"}],
}
charge = {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "OutputPath": "$.Payload", "End": True,
          "Parameters": {"FunctionName": "charge", "Payload.$": "$"}}
definition = file("pay.asl.json", {"StartAt": "Charge", "States": {"Charge": charge}})
cases = file("cases.json", [{"name": "paid", "input": {"card": "4242"}, "result": "receipt"}])
before = left()
answers('"receipt"')
ran = verify("code", cases, definition, "--settings", file("deploy.json", settings))
assert "case paid" in ran.stdout, "it did not run"
assert "NOT DELETED" not in ran.stdout and "deleted: the stack verify-pay-" in ran.stdout
assert left() == before, left()
assert ran.returncode == 0
# A stack that cannot be made: the bucket for its code is another one's.
ran = verify("nobodys", cases, definition, "--settings", file("deploy.json", settings))
assert ran.returncode == 1 and left() == before, left()
assert "charge.zip: NoSuchBucket" in ran.stdout and "NOT DELETED" not in ran.stdout
print("nothing is left")
server.stop()
