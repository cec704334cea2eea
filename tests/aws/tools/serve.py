"""A moto server with what the tests call. It prints the names of that as JSON, and ends with its standard input."""
import json
import os
import sys
import urllib.request

os.environ.update(AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test")

import boto3
from moto.server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
endpoint = "http://{}:{}".format(*server.get_host_and_port())


def tell(path, body):
    """Tells moto how to behave."""
    headers = {"content-type": "application/json"}
    urllib.request.urlopen(urllib.request.Request(endpoint + path, json.dumps(body).encode(), headers))


tell("/moto-api/config", {"batch": {"use_docker": False}, "stepfunctions": {"execute_state_machine": True}})
tell("/moto-api/state-manager/set-transition",
     {"model_name": "ecs::task", "transition": {"progression": "manual", "times": 1}})


def client(name):
    return boto3.client(name, endpoint_url=endpoint, region_name="us-east-1")


made = {"endpoint": endpoint}
made["queue"] = client("sqs").create_queue(QueueName="orders")["QueueUrl"]
made["questions"] = client("sqs").create_queue(QueueName="questions")["QueueUrl"]
made["topic"] = client("sns").create_topic(Name="news")["TopicArn"]
made["told"] = client("sqs").create_queue(QueueName="told")["QueueUrl"]
told_arn = client("sqs").get_queue_attributes(QueueUrl=made["told"], AttributeNames=["All"])["Attributes"]["QueueArn"]
client("sns").subscribe(TopicArn=made["topic"], Protocol="sqs", Endpoint=told_arn)

client("dynamodb").create_table(
    TableName="orders", BillingMode="PAY_PER_REQUEST",
    AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
)
client("s3").create_bucket(Bucket="shop")

made["events"] = client("sqs").create_queue(QueueName="events")["QueueUrl"]
events_arn = client("sqs").get_queue_attributes(QueueUrl=made["events"], AttributeNames=["All"])["Attributes"]["QueueArn"]
client("events").put_rule(Name="all", EventPattern=json.dumps({"source": ["shop"]}), State="ENABLED")
client("events").put_targets(Rule="all", Targets=[{"Id": "1", "Arn": events_arn}])

trust = json.dumps({"Version": "2012-10-17", "Statement": []})
role = client("iam").create_role(RoleName="all", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
definition = {"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"twice.$": "States.MathAdd($.n, $.n)"}, "End": True}}}
fails = {"StartAt": "A", "States": {"A": {"Type": "Fail", "Error": "Broken", "Cause": "it is"}}}
sfn = client("stepfunctions")
made["machine"] = sfn.create_state_machine(name="twice", definition=json.dumps(definition), roleArn=role)["stateMachineArn"]
made["fails"] = sfn.create_state_machine(name="fails", definition=json.dumps(fails), roleArn=role)["stateMachineArn"]

ec2 = client("ec2")
subnet = ec2.describe_subnets()["Subnets"][0]["SubnetId"]
group = ec2.describe_security_groups()["SecurityGroups"][0]["GroupId"]
batch = client("batch")
profile = client("iam").create_instance_profile(InstanceProfileName="all")["InstanceProfile"]["Arn"]
environment = batch.create_compute_environment(
    computeEnvironmentName="all", type="MANAGED", state="ENABLED", serviceRole=role,
    computeResources={"type": "EC2", "minvCpus": 1, "maxvCpus": 4, "instanceTypes": ["t2.small"], "subnets": [subnet],
                      "securityGroupIds": [group], "instanceRole": profile},
)["computeEnvironmentArn"]
batch.create_job_queue(jobQueueName="jobs", state="ENABLED", priority=1,
                       computeEnvironmentOrder=[{"order": 1, "computeEnvironment": environment}])
batch.register_job_definition(jobDefinitionName="pack", type="container",
                              containerProperties={"image": "busybox", "vcpus": 1, "memory": 128, "command": ["true"]})

ecs = client("ecs")
ecs.create_cluster(clusterName="all")
ecs.register_task_definition(family="pack", requiresCompatibilities=["FARGATE"], networkMode="awsvpc", cpu="256", memory="512",
                             containerDefinitions=[{"name": "main", "image": "busybox", "essential": True, "cpu": 256, "memory": 512}])
made["subnet"] = subnet
made["group"] = group

client("glue").create_job(Name="tidy", Role=role, Command={"Name": "glueetl", "ScriptLocation": "s3://shop/script.py"})
print(json.dumps(made), flush=True)
sys.stdin.read()
