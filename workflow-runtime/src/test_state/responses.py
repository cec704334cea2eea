"""Writes responses.txt: the responses of services, from the API models that botocore has.

Usage: python3 responses.py > responses.txt

A section for each service begins with `=` and the name that Step Functions has for it. Its lines are, in this order: the
enumerations (`e A|B`), the members of the objects (`#Name kind,Name! kind`, where `!` is for those that must be there, and
`Name=NAME` gives the name in the model where Step Functions has another), and the actions with what they return.

Kinds: `s` text, `s1-80` of so many characters, `b1-64` bytes, `n` number, `n0:10` from 0 to 10, `f` flag, `a` anything,
`e3` one of the enumeration 3, `#3` the object 3, `[` and `{` lists and tables of the kind that follows.
"""

import re

import botocore.session

WHOLE = """apigateway appconfigdata appsync athena autoscaling batch bedrock-runtime cloudformation cloudtrail cloudwatch
codebuild codedeploy codepipeline cognito-idp comprehend databrew dynamodb ecr ecs efs eks elasticache elbv2 emr emr-containers emr-serverless events firehose glue iam
kinesis kms lambda logs organizations pipes polly rds rds-data redshift-data rekognition route53 s3 sagemaker-runtime scheduler
secretsmanager ses sesv2 sns sqs ssm stepfunctions sts textract transcribe translate""".split()
# Of the largest services, what workflows call.
SOME = {
    "bedrock": ["CreateModelCustomizationJob", "GetModelCustomizationJob"],
    "ec2": """AllocateAddress AttachVolume AuthorizeSecurityGroupIngress CopyImage CopySnapshot CreateImage CreateSnapshot
        CreateVolume DescribeImages DescribeInstances DescribeInstanceStatus DescribeInstanceTypes DescribeKeyPairs
        DescribeNetworkInterfaces DescribeRegions DescribeSecurityGroups DescribeSnapshots DescribeSubnets DescribeTags
        DescribeVolumes DescribeVpcs DetachVolume RunInstances StartInstances StopInstances TerminateInstances""".split(),
    "mediaconvert": ["CreateJob", "GetJob"],
    "sagemaker": [
        f"{verb}{job}"
        for job in ("ProcessingJob", "TrainingJob", "TransformJob", "HyperParameterTuningJob", "LabelingJob")
        for verb in ("Create", "Describe", "Stop")
    ],
}


def words(name):
    """The words of a name, as AWS's SDK for Java 2 finds them, from whose names those of Step Functions are made."""
    name = re.sub(r"[^A-Za-z0-9]+", " ", name)
    name = re.sub(r"([^a-z]{2,})v([0-9]+)", r"\1 v\2 ", name)
    name = re.sub(r"([^A-Z]{2,})V([0-9]+)", r"\1 V\2 ", name)
    name = re.sub(r"(?<=[a-z])(?=[A-Z]([a-zA-Z]|[0-9]))", " ", name)
    name = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", name)
    return re.sub(r"([0-9])([a-zA-Z])", r"\1 \2", name).split()


def own(name):
    return "".join(word.lower().capitalize() for word in words(name))


def bound(value):
    return "" if value is None else f"{float(value):.15g}"


class Section:
    def __init__(self, model):
        self.model, self.objects, self.places, self.enums = model, [], {}, {}

    def kind(self, shape):
        kind, least, most = shape.type_name, shape.metadata.get("min"), shape.metadata.get("max")
        sizes = f"{least or ''}-{most or ''}" if least or most else ""
        if kind == "string" and shape.enum:
            return f"e{self.enums.setdefault('|'.join(shape.enum), len(self.enums))}"
        if kind in ("string", "timestamp"):
            return "s" + sizes
        if kind == "blob":
            return "b" + sizes if sizes else "s"
        if kind == "boolean":
            return "f"
        if kind in ("integer", "long", "float", "double"):
            return "n" if least is None and most is None else f"n{bound(least)}:{bound(most)}"
        if kind == "list":
            return "[" + self.kind(shape.member)
        if kind == "map":
            return "{" + self.kind(shape.value)
        if kind != "structure" or shape.is_document_type or shape.metadata.get("eventstream"):
            return "a"
        if shape.name not in self.places:
            self.places[shape.name] = len(self.objects)
            self.objects.append(shape)
        return f"#{self.places[shape.name]}"

    def members(self, shape):
        for name, member in shape.members.items():
            # A body that is no member of a JSON object: what Step Functions makes of it is known for no service.
            whole = shape.serialization.get("payload") == name and member.type_name == "blob"
            kind = "a" if whole or member.serialization.get("eventstream") else self.kind(member)
            given = name[0].upper() + name[1:]
            names = own(name) if own(name) == given else f"{own(name)}={given}"
            yield f"{names}{'!' if name in shape.required_members else ''} {kind}"

    def lines(self, actions):
        called = []
        for name in actions:
            shape = self.model.operation_model(name).output_shape
            if shape is not None and shape.members:
                called.append(f"{name[0].lower()}{name[1:]} {self.kind(shape)}")
        objects, at = [], 0
        while at < len(self.objects):
            objects.append("#" + ",".join(self.members(self.objects[at])))
            at += 1
        return [*(f"e {enum}" for enum in self.enums), *objects, *called]


def main():
    session = botocore.session.get_session()
    for name in sorted([*WHOLE, *SOME]):
        model = session.get_service_model(name)
        print("=" + re.sub("[ -]", "", model.service_id.lower()))
        print("\n".join(Section(model).lines(SOME.get(name, model.operation_names))))


main()
