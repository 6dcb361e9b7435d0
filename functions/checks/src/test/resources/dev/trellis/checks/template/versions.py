"""Tells what SAM makes of a template and of each of some settings: what each version is called."""

import copy
import json
import os
import re
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class ManagedPolicies:
    def load(self):
        return {}


def versions(template, settings):
    told = {}
    for id, resource in transform(template, dict(settings), ManagedPolicies())["Resources"].items():
        if resource["Type"] == "AWS::Lambda::Version":
            text = resource["Properties"]["Description"]["Fn::Sub"]
            text = re.sub(r"\$\{(\w+)}", lambda name: settings[name[1]], text)
            told[resource["Properties"]["FunctionName"]["Ref"]] = id + " " + text
    return told


with open(sys.argv[1], encoding="utf-8") as file:
    template = yaml_parse(file.read())
for resource in template["Resources"].values():  # as if the same zips had been uploaded each time
    for uri in {"CodeUri", "ContentUri"} & resource.get("Properties", {}).keys():
        resource["Properties"][uri] = "s3://bucket/" + resource["Properties"][uri].strip("./")
print(json.dumps({"all": [versions(copy.deepcopy(template), each) for each in json.load(sys.stdin)["all"]]}))
