//! What is written is read by tools that nobody here wrote: linters, the transform of SAM, the CDK, the Serverless
//! Framework, a server of CloudFormation, parsers of HCL.
//!
//! `.ci/run` installs them into `tests/tools`; where one is not there its test says that it is skipped. The published
//! definitions stand beside the project, in `../shared/definitions/aws-samples.jsonl`, or in the file that
//! `WORKFLOW_DEFINITIONS` names.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "tests")]

mod cases;
mod tools;

use cases::{Case, all, examples, few, full};
use std::path::{Path, PathBuf};
use tools::{node, python, run, skipped};
use workflow_deploy::{Format, Notation, write};

/// Writes all cases in a format, each into a folder of its own.
fn written(test: &str, cases: &[Case], format: Format, notation: Notation) -> Vec<PathBuf> {
    let root = tools::folder(test);
    let write_one = |case: &Case| {
        let folder = root.join(&case.name);
        let files = format
            .files(&case.stack(), notation)
            .unwrap_or_else(|it| panic!("{}: {it:#?}", case.name));
        write(&folder, &files).unwrap();
        case.code(&folder);
        folder
    };
    cases.iter().map(write_one).collect()
}

/// The arguments of a tool: a file of each folder.
fn named(folders: &[PathBuf], file: &str) -> Vec<String> {
    folders.iter().map(|it| it.join(file).display().to_string()).collect()
}

/// Names objects in the place of files, as `aws cloudformation package` does: what is linted is what is deployed.
fn packaged(file: &Path) {
    let text = std::fs::read_to_string(file).unwrap();
    let object = |key: &str| format!("{key}\n        S3Bucket: code\n        S3Key: ");
    let text = text.replace("      Code: ", &format!("      {}", object("Code:")));
    let lines = text.lines().map(|line| match line.trim().strip_prefix("\"Code\": \"") {
        Some(code) => format!(
            "\"Code\": {{ \"S3Bucket\": \"code\", \"S3Key\": \"{} }},",
            code.trim_end_matches(',')
        ),
        None => line.to_owned(),
    });
    std::fs::write(file, lines.collect::<Vec<_>>().join("\n")).unwrap();
}

/// Definitions that `cfn-lint` misreads: it looks at ARNs before a deployment fills in their partition, and knows neither
/// `OutputPath` of Succeed nor that AWS takes `Parameters` of a Choice.
fn misread(case: &Case) -> bool {
    let text = case.definition.to_string();
    let partition = text.contains("\"arn:${");
    let beyond = ["quorum-with-parallel", "parallel-agent-early-stopping"]
        .iter()
        .any(|it| case.name.starts_with(it));
    if partition || beyond {
        println!("not linted: {}", case.name);
    }
    partition || beyond
}

/// `cfn-lint` finds nothing in templates, warnings and hints about policies among it.
fn linted(test: &str, cases: &[Case], format: Format, notation: Notation) {
    let Some(python) = python("cfnlint") else { return skipped(test, "cfn-lint") };
    let file = if notation == Notation::Json { "template.json" } else { "template.yaml" };
    let cases = cases.iter().filter(|case| !misread(case)).cloned().collect::<Vec<_>>();
    let folders = written(test, &cases, format, notation);
    folders.iter().for_each(|it| packaged(&it.join(file)));
    let mut words = vec![
        tools::script(".venv/bin/cfn-lint"),
        "--include-checks".to_owned(),
        "I3510".to_owned(),
    ];
    words.extend(["--regions".to_owned(), "eu-west-1".to_owned(), "--template".to_owned()]);
    words.extend(named(&folders, file));
    run(&python, &words, &tools::folder(test));
}

#[test]
fn cfn_lint_finds_nothing_in_cloudformation() {
    linted("cfn-yaml", &all(), Format::CloudFormation, Notation::Usual);
}

#[test]
fn cfn_lint_finds_nothing_in_cloudformation_as_json() {
    linted("cfn-json", &few(), Format::CloudFormation, Notation::Json);
}

#[test]
fn cfn_lint_finds_nothing_in_sam() {
    linted("sam", &all(), Format::Sam, Notation::Usual);
}

/// AWS's language service, and the validator that people use, take every definition as it is deployed.
#[test]
fn validators_take_the_definitions() {
    let test = "definitions";
    let Some(node) = node("amazon-states-language-service") else {
        return skipped(test, "amazon-states-language-service");
    };
    let cases = all();
    let folders = written(test, &cases, Format::Sam, Notation::Usual);
    let files = cases
        .iter()
        .zip(&folders)
        .map(|(case, it)| it.join(format!("{}.asl.json", case.stack().name)));
    let mut words = vec![tools::script("definitions.cjs")];
    words.extend(files.map(|it| it.display().to_string()));
    println!("{}", run(&node, &words, &tools::folder(test)));
}

/// CloudFormation makes the machine in a server, and its definition reads back as it was written.
#[test]
fn a_server_deploys_the_templates() {
    let test = "deployed";
    let Some(python) = python("moto") else { return skipped(test, "moto") };
    let folders = written(test, &all(), Format::CloudFormation, Notation::Usual);
    let mut words = vec![tools::script("deploy.py")];
    words.extend(named(&folders, "template.yaml"));
    println!("{}", run(&python, &words, &tools::folder(test)));
}

/// The app of the CDK compiles with its types, and comes to the same resources as the template of CloudFormation.
#[test]
fn the_cdk_comes_to_the_same_template() {
    let test = "cdk";
    let Some(node) = node("aws-cdk-lib") else { return skipped(test, "aws-cdk-lib") };
    let cases = few();
    let folders = written(test, &cases, Format::Cdk, Notation::Usual);
    for (case, folder) in cases.iter().zip(&folders) {
        let template = Format::CloudFormation.files(&case.stack(), Notation::Usual).unwrap();
        let template =
            workflow_asl::document::Text::yaml(&template[0].text).unwrap().value().to_string();
        std::fs::write(folder.join("expected.json"), template).unwrap();
    }
    let mut words = vec![tools::script("cdk.cjs")];
    words.extend(folders.iter().map(|it| it.display().to_string()));
    println!("{}", run(&node, &words, &tools::folder(test)));
}

/// The Serverless Framework packages the file with its plugin, without a network.
#[test]
fn the_serverless_framework_packages_the_file() {
    let test = "serverless";
    let Some(node) = node("serverless-step-functions") else {
        return skipped(test, "serverless-step-functions");
    };
    let mut cases = examples();
    cases.truncate(2);
    cases.extend(full());
    // The framework has variables of its own, and refuses what only looks like one.
    for case in &mut cases {
        case.definition["Comment"] = "One of each".into();
    }
    let folders = written(test, &cases, Format::Serverless, Notation::Usual);
    let mut words = vec![tools::script("serverless.cjs")];
    words.extend(folders.iter().map(|it| it.display().to_string()));
    println!("{}", run(&node, &words, &tools::folder(test)));
}

/// Terraform's own formatter has nothing to change, and a parser of HCL reads both forms alike.
#[test]
fn terraform_reads_the_module() {
    let test = "terraform";
    let cases = all();
    let folders = written(test, &cases, Format::Terraform, Notation::Usual);
    if tools::is_there("terraform") {
        let words = ["fmt", "-check", "-diff", "-recursive"].map(str::to_owned);
        run("terraform", &words, &tools::folder(test));
    } else {
        skipped(test, "terraform");
    }
    let Some(python) = python("hcl2") else { return skipped(test, "python-hcl2") };
    for (case, folder) in cases.iter().zip(&folders) {
        let files = Format::Terraform.files(&case.stack(), Notation::Json).unwrap();
        std::fs::write(folder.join("expected.json"), &files[0].text).unwrap();
    }
    let mut words = vec![tools::script("terraform.py")];
    words.extend(folders.iter().map(|it| it.display().to_string()));
    println!("{}", run(&python, &words, &tools::folder(test)));
}
