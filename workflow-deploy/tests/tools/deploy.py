"""Deploys templates into a server of CloudFormation within this process, and reads each machine back."""

import ast
import json
import os
import sys

os.environ.update(AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x", AWS_DEFAULT_REGION="eu-west-1")

import boto3
import yaml
from moto import mock_aws
from moto.cloudformation.utils import yaml_tag_constructor

yaml.SafeLoader.add_multi_constructor("!", lambda loader, suffix, node: yaml_tag_constructor(loader, "!" + suffix, node))


def value_of(parameter):
    is_arn = parameter["Description"].startswith("An ARN") or parameter["Description"].startswith("The ARN")
    return "arn:aws:sns:eu-west-1:123456789012:value" if is_arn else "value"


# What the server has; of other resources, and of what mentions them, it knows nothing.
KNOWN = {
    "AWS::StepFunctions::StateMachine",
    "AWS::IAM::Role",
    "AWS::IAM::ManagedPolicy",
    "AWS::Logs::LogGroup",
    "AWS::Lambda::Function",
    "AWS::Lambda::Version",
    "AWS::S3::Bucket",
}


def mentions(value, names):
    if isinstance(value, dict):
        return value.get("Ref") in names or any(mentions(it, names) for it in value.values())
    return isinstance(value, list) and any(mentions(it, names) for it in value)


def deploy(path):
    text = open(path).read()
    template = yaml.safe_load(text)
    for resource in template["Resources"].values():
        # The server takes code from buckets alone.
        if resource["Type"] == "AWS::Lambda::Function":
            resource["Properties"]["Code"] = {"ZipFile": "x"}
            resource["Properties"]["Runtime"] = "python3.12"
    resources = template["Resources"]
    unknown = {name for name, it in resources.items() if it["Type"] not in KNOWN}
    template["Resources"] = {n: it for n, it in resources.items() if n not in unknown and not mentions(it, unknown)}
    template.pop("Outputs")
    values = {n: value_of(p) for n, p in template.get("Parameters", {}).items() if "Default" not in p}
    with mock_aws():
        cloudformation = boto3.client("cloudformation")
        cloudformation.create_stack(
            StackName="stack",
            TemplateBody=json.dumps(template),
            Capabilities=["CAPABILITY_IAM"],
            Parameters=[{"ParameterKey": n, "ParameterValue": v} for n, v in values.items()],
        )
        status = cloudformation.describe_stacks(StackName="stack")["Stacks"][0]["StackStatus"]
        assert status == "CREATE_COMPLETE", (path, status)
        machines = boto3.client("stepfunctions").list_state_machines()["stateMachines"]
        assert len(machines) == 1, (path, machines)
        machine = boto3.client("stepfunctions").describe_state_machine(stateMachineArn=machines[0]["stateMachineArn"])
        own = [r for r in template["Resources"].values() if r["Type"] == "AWS::StepFunctions::StateMachine"]
        assert machine["definition"] == own[0]["Properties"]["DefinitionString"], path
        role = machine["roleArn"].rsplit("/", 1)[1]
        iam = boto3.client("iam")
        for name in iam.list_role_policies(RoleName=role)["PolicyNames"]:
            policy = iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]
            # The server keeps policies of CloudFormation as Python writes them.
            policy = ast.literal_eval(policy) if isinstance(policy, str) else policy
            for statement in policy["Statement"]:
                resources = statement["Resource"]
                for resource in [resources] if isinstance(resources, str) else resources:
                    assert resource == "*" or resource.startswith("arn:aws:"), (path, resource)


for path in sys.argv[1:]:
    deploy(path)
print(f"deployed: {len(sys.argv) - 1}")
