"""Runs documents at a moto server that enforces IAM, with the policy of the role that `workflow export` derives.

With the whole policy each call is allowed, and the execution succeeds; without any one of its actions a call is denied.
So it is with the examples, whose functions answer with what they are asked: how they end is not looked at.
The server knows the resource of a call for SQS and S3; of the actions of other services it takes only statements on `*`,
and so theirs are widened here: their ARNs are not looked at.

Usage: roles.py WORKFLOW CASES FOLDER EXAMPLE=INPUT…
"""

import json
import os
import subprocess
import sys

import boto3
from moto import settings
from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.config import default_user_config
from moto.iam import access_control
from moto.iam.models import iam_backends
from moto.server import ThreadedMotoServer

WORKFLOW, CASES, FOLDER, *EXAMPLES = sys.argv[1:]
REGION = "us-east-1"
KNOWN = {"s3", "sqs"}
# The server asks for the name of the operation, where IAM has another one.
NAMES = {"lambda:InvokeFunction": "lambda:Invoke"}
os.environ.update(AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x", AWS_DEFAULT_REGION=REGION)

default_user_config["lambda"]["use_docker"] = False
denied, allowed = [], []
for request in (access_control.IAMRequest, access_control.S3IAMRequest):
    def told(self, raises=request._raise_access_denied):
        denied.append(self._action)
        raises(self)
    request._raise_access_denied = told

    def checked(self, resource, checks=request.check_action_permitted):
        checks(self, resource)
        allowed.append(self._action)
    request.check_action_permitted = checked

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
endpoint = "http://{}:{}".format(*server.get_host_and_port())


def client(name):
    return boto3.client(name, endpoint_url=endpoint, region_name=REGION)


def make():
    """What the calls of the cases need."""
    client("sqs").create_queue(QueueName="orders")
    client("sns").create_topic(Name="news")
    client("s3").create_bucket(Bucket="shop")
    client("secretsmanager").create_secret(Name="bank", SecretString="x")
    client("ssm").put_parameter(Name="/shop/fee", Value="1", Type="String")
    client("dynamodb").create_table(
        TableName="orders", BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
    )
    trust = json.dumps({"Version": "2012-10-17", "Statement": []})
    role = client("iam").create_role(RoleName="pack", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    ends = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})
    client("stepfunctions").create_state_machine(name="pack", definition=ends, roleArn=role)
    client("iam").create_user(UserName="machine")
    return client("iam").create_access_key(UserName="machine")["AccessKey"]


def text(value):
    """A text of a template, with its account and region."""
    if isinstance(value, dict):
        value = value.get("Fn::Sub") or "${%s}" % value["Ref"]
    for name, known in [("Partition", "aws"), ("Region", REGION), ("AccountId", DEFAULT_ACCOUNT_ID)]:
        value = value.replace("${AWS::%s}" % name, known)
    return value


def statements(document):
    """The policy of a document's role, as the server can read it."""
    exported = subprocess.run([WORKFLOW, "export", document, "--format", "cloudformation", "--json"],
                              capture_output=True, text=True)
    assert exported.returncode == 0, exported.stderr
    roles = [it for it in json.loads(exported.stdout)["Resources"].values() if it["Type"] == "AWS::IAM::Role"]
    found = []
    for it in roles[0]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]:
        resources = it["Resource"] if isinstance(it["Resource"], list) else [it["Resource"]]
        service = it["Action"][0].split(":")[0]
        resources = [text(resource) for resource in resources] if service in KNOWN else ["*"]
        actions = [NAMES.get(action, action) for action in it["Action"]]
        found.append({"Effect": "Allow", "Action": actions, "Resource": resources})
    return found


def without(policy, action):
    left = [{**it, "Action": [a for a in it["Action"] if a != action]} for it in policy]
    return [it for it in left if it["Action"]]


def functions(value):
    """The functions that a definition calls by name."""
    if isinstance(value, list):
        return {name for it in value for name in functions(it)}
    if not isinstance(value, dict):
        return set()
    own = {value["FunctionName"]} if isinstance(value.get("FunctionName"), str) else set()
    return own | functions(list(value.values()))


def function(name):
    client("lambda").create_function(FunctionName=name, Runtime="python3.12", Handler="x.y", Code={"ZipFile": b"x"},
                                     Role=f"arn:aws:iam::{DEFAULT_ACCOUNT_ID}:role/pack")


def run(document, given, key, policy):
    """Runs a document with a policy; returns how it ended, and what was denied."""
    # The server takes no policy without a statement.
    policy = policy + [{"Effect": "Allow", "Action": "none:None", "Resource": "*"}]
    text = json.dumps({"Version": "2012-10-17", "Statement": policy})
    iam_backends[DEFAULT_ACCOUNT_ID]["aws"].put_user_policy("machine", "needed", text)
    denied.clear(), allowed.clear()
    environment = {**os.environ, "AWS_ACCESS_KEY_ID": key["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": key["SecretAccessKey"],
                   "AWS_REGION": REGION}
    words = [WORKFLOW, "run", document, "--endpoint", endpoint, "--input", given]
    try:
        ended = subprocess.run(words, capture_output=True, text=True, env=environment, timeout=20)
    except subprocess.TimeoutExpired:
        ended = None  # It waits for something, or tries again.
    return ended, list(denied)


key = make()
for document in {it.split("=")[0] for it in EXAMPLES}:
    for name in functions(json.load(open(document))):
        function(name)
settings.INITIAL_NO_AUTH_ACTION_COUNT = 0
count = 0
for case in json.load(open(CASES)):
    document = os.path.join(FOLDER, f"{case['name']}.asl.json")
    with open(document, "w") as file:
        json.dump(case["definition"], file)
    policy = statements(document)
    ended, refused = run(document, "{}", key, policy)
    assert ended.returncode == 0 and not refused, f"{case['name']}: denied {refused}\n{ended.stdout}{ended.stderr}"
    actions = sorted({action for it in policy for action in it["Action"]})
    for action in actions:
        ended, refused = run(document, "{}", key, without(policy, action))
        assert ended.returncode != 0 and refused, f"{case['name']}: nothing is denied without {action}\n{ended.stdout}"
        count += 1
    print(f"{case['name']}: {', '.join(actions)}")
for example in EXAMPLES:
    document, given = example.split("=")
    policy = statements(document)
    _, refused = run(document, given, key, policy)
    assert allowed and not refused, f"{document}: allowed {allowed}, denied {refused}"
    actions = sorted({action for it in policy for action in it["Action"]})
    for action in actions:
        _, refused = run(document, given, key, without(policy, action))
        assert refused, f"{document}: nothing is denied without {action}"
        count += 1
    print(f"{os.path.basename(document)}: {', '.join(actions)}")
print(f"actions: {count}")
