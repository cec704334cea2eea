"""Prints the members of the arguments of actions, as AWS's public models have them: a line of JSON for each name that is given."""
import json, sys
import botocore.session

NAMES = {"events": "events", "states": "stepfunctions", "lambda": "lambda"}
session = botocore.session.get_session()
for name in sys.argv[1:]:
    service, action = name.removeprefix("aws-sdk:").split(":")
    model = session.get_service_model(NAMES.get(service, service))
    shape = model.operation_model(action[0].upper() + action[1:]).input_shape
    capital = lambda text: text[0].upper() + text[1:]
    print(json.dumps({"required": sorted(map(capital, shape.required_members)), "all": sorted(map(capital, shape.members))}))
