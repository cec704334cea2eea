//! An app of the CDK in TypeScript: the resources of CloudFormation as constructs, the definition from its file, code
//! as assets.

mod typescript;

use crate::cloudformation;
use crate::file::File;
use crate::naming::{hyphened, identifier};
use crate::stack::Stack;
use serde_json::{Value, json};
use typescript::{Names, camel, quoted};

/// The files of the app.
pub(crate) fn files(stack: &Stack, definition: File) -> Vec<File> {
    let name = hyphened(&stack.name);
    let package = json!({
        "name": name,
        "version": "0.1.0",
        "private": true,
        "scripts": { "build": "tsc", "synth": "cdk synth", "deploy": "cdk deploy" },
        "dependencies": { "aws-cdk-lib": "^2.180.0", "constructs": "^10.4.0" },
        "devDependencies": { "@types/node": "^22", "aws-cdk": "^2", "tsx": "^4", "typescript": "^5" },
    });
    let config = json!({ "compilerOptions": {
        "target": "ES2022", "module": "commonjs", "strict": true, "noUnusedLocals": true, "skipLibCheck": true,
        "types": ["node"], "outDir": "dist",
    } });
    let file = |name: &str, text: String| File { name: name.to_owned(), text };
    vec![
        file("cdk.json", format!("{:#}\n", json!({ "app": "npx tsx app.ts" }))),
        file("package.json", format!("{package:#}\n")),
        file("tsconfig.json", format!("{config:#}\n")),
        file("app.ts", app(stack)),
        file("stack.ts", source(stack)),
        definition,
    ]
}

fn class(stack: &Stack) -> String {
    format!("{}Stack", stack.id)
}

fn app(stack: &Stack) -> String {
    let (class, name) = (class(stack), identifier(&stack.name));
    format!(
        "import {{ App }} from 'aws-cdk-lib';\nimport {{ {class} }} from './stack';\n\nconst app = new App();\nnew {class}(app, {});\napp.synth();\n",
        quoted(&name)
    )
}

/// The stack.
fn source(stack: &Stack) -> String {
    let template = cloudformation::template(stack, false);
    let names = Names::of(stack, &template);
    let resources = names.ordered(&template);
    let mut modules: Vec<&str> = resources.iter().map(|(_, it)| module(it)).collect();
    modules.sort_unstable();
    modules.dedup();
    let mut text = String::from(
        "import { readFileSync } from 'node:fs';\nimport { join } from 'node:path';\nimport * as cdk from 'aws-cdk-lib';\n",
    );
    for module in modules {
        let path = module.to_lowercase();
        text += &format!("import * as {module} from 'aws-cdk-lib/aws-{path}';\n");
    }
    if !stack.functions.is_empty() {
        text += "import { Asset } from 'aws-cdk-lib/aws-s3-assets';\n";
    }
    text += "import { Construct } from 'constructs';\n\n";
    if let Some(comment) = &stack.comment {
        text += &format!("/** {} */\n", comment.replace("*/", "* /").replace('\n', " "));
    }
    text += &format!(
        "export class {} extends cdk.Stack {{\n  constructor(scope: Construct, id: string, props?: cdk.StackProps) {{\n",
        class(stack)
    );
    text += &format!(
        "    super(scope, id, {{ description: {}, ...props }});\n",
        quoted(template["Description"].as_str().unwrap_or_default())
    );
    text += &parameters(stack);
    for (id, resource) in resources {
        text += &construct(stack, &names, id, resource);
    }
    text += &outputs(&names, &template);
    text + "  }\n}\n"
}

/// The module of a resource's type: `stepfunctions` for `AWS::StepFunctions::StateMachine`.
fn module(resource: &Value) -> &'static str {
    match resource["Type"].as_str().unwrap_or_default().split("::").nth(1) {
        Some("StepFunctions") => "stepfunctions",
        Some("IAM") => "iam",
        Some("Logs") => "logs",
        Some("S3") => "s3",
        Some("Lambda") => "lambda",
        Some("Scheduler") => "scheduler",
        Some("Events") => "events",
        Some("Pipes") => "pipes",
        Some("ApiGatewayV2") => "apigatewayv2",
        _ => "cloudwatch",
    }
}

fn parameters(stack: &Stack) -> String {
    let parameter = |it: &crate::stack::Parameter| {
        let default =
            it.default.as_ref().map(|it| format!(", default: {}", quoted(it))).unwrap_or_default();
        let (name, description) = (quoted(&it.name), quoted(&it.description));
        format!(
            "    const {} = new cdk.CfnParameter(this, {name}, {{ type: 'String', description: {description}{default} }});\n",
            typescript::constant(&it.name)
        )
    };
    stack.parameters.iter().map(parameter).collect()
}

/// A resource as a construct.
fn construct(stack: &Stack, names: &Names<'_>, id: &str, resource: &Value) -> String {
    let kind = resource["Type"].as_str().unwrap_or_default();
    let class = kind.rsplit("::").next().unwrap_or_default();
    let mut properties = resource["Properties"].clone();
    let (mut before, mut name) = (String::new(), quoted(id));
    let constant = typescript::constant(id);
    if kind == "AWS::Lambda::Function" {
        let code = properties["Code"].as_str().unwrap_or_default().to_owned();
        let path = if code.starts_with('/') {
            quoted(&code)
        } else {
            format!("join(__dirname, {})", quoted(&code))
        };
        before = format!(
            "    const {constant}Code = new Asset(this, {}, {{ path: {path} }});\n",
            quoted(&format!("{id}Code"))
        );
        properties["Code"] = json!({ "S3Bucket": { "Raw": format!("{constant}Code.s3BucketName") }, "S3Key": { "Raw": format!("{constant}Code.s3ObjectKey") } });
    }
    if kind == "AWS::Lambda::Version" {
        // Other code is another release.
        let function =
            stack.functions.iter().find(|it| id.starts_with(&format!("{}Version", it.id)));
        let function = function.map_or("", |it| it.id.as_str());
        name = format!("`{id}${{{}Code.assetHash.slice(0, 10)}}`", typescript::constant(function));
    }
    if kind == "AWS::StepFunctions::StateMachine" {
        let path = format!("join(__dirname, {})", quoted(&stack.file()));
        properties["DefinitionString"] = json!({ "Raw": format!("readFileSync({path}, 'utf8')") });
    }
    let used = names.is_used(id) || resource.get("DeletionPolicy").is_some();
    let begin = if used { format!("const {constant} = ") } else { String::new() };
    let body = names.object(&properties, 2, true);
    let mut text = format!(
        "\n{before}    {begin}new {}.Cfn{class}(this, {name}, {body});\n",
        module(resource)
    );
    match resource["DeletionPolicy"].as_str() {
        Some("Retain") => {
            text += &format!("    {constant}.applyRemovalPolicy(cdk.RemovalPolicy.RETAIN);\n")
        }
        Some("RetainExceptOnCreate") => {
            let policy = "cdk.RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE";
            text += &format!("    {constant}.applyRemovalPolicy({policy});\n");
        }
        Some("Delete") => {
            text += &format!("    {constant}.applyRemovalPolicy(cdk.RemovalPolicy.DESTROY);\n")
        }
        _ => {}
    }
    text
}

fn outputs(names: &Names<'_>, template: &Value) -> String {
    let all = template["Outputs"].as_object().into_iter().flatten();
    let output = |(name, it): (&String, &Value)| {
        let value = names.value(&it["Value"], 2, true);
        let description = quoted(it["Description"].as_str().unwrap_or_default());
        format!(
            "    new cdk.CfnOutput(this, {}, {{ {}: {description}, value: {value} }});\n",
            quoted(name),
            camel("Description")
        )
    };
    format!("\n{}", all.map(output).collect::<String>())
}
