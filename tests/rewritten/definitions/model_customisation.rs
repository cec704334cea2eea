//! A training job is looked at every five minutes; how it failed is the workflow's own failure.

use crate::answers::Script;
use crate::compare::{Rewritten, all};
use serde_json::{Value, json};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Training {
    base_model_identifier: String,
    custom_model_name: String,
    job_name: String,
    #[serde(rename = "OutputDataConfigS3Uri")]
    output: String,
    role_arn: String,
    #[serde(rename = "TrainingDataConfigS3Uri")]
    data: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
struct Parameters {
    epoch_count: String,
    batch_size: String,
    learning_rate: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Stored {
    #[serde(rename = "S3Uri")]
    uri: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Created {
    job_arn: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Asked {
    job_identifier: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Job {
    status: String,
    failure_message: Option<String>,
    output_model_arn: Option<String>,
    output_model_name: Option<String>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Provisioned {
    provisioned_model_arn: String,
}

#[task(resource = "arn:aws:states:::bedrock:createModelCustomizationJob")]
async fn create_job(
    base_model_identifier: String,
    custom_model_name: String,
    job_name: String,
    customization_type: String,
    hyper_parameters: Parameters,
    output_data_config: Stored,
    role_arn: String,
    training_data_config: Stored,
) -> Result<Created, Failure>;
#[task(resource = "arn:aws:states:::aws-sdk:bedrock:getModelCustomizationJob")]
async fn get_job(job: Asked) -> Result<Job, Failure>;
#[task(resource = "arn:aws:states:::aws-sdk:bedrock:createProvisionedModelThroughput")]
async fn provision(
    model_id: String,
    model_units: u32,
    provisioned_model_name: String,
) -> Result<Provisioned, Failure>;

#[workflow]
async fn customise(training: Training) -> Result<Provisioned, Failure> {
    let parameters = Parameters {
        epoch_count: "1".to_owned(),
        batch_size: "8".to_owned(),
        learning_rate: "0.00001".to_owned(),
    };
    let created = create_job(
        training.base_model_identifier,
        training.custom_model_name,
        training.job_name,
        "FINE_TUNING".to_owned(),
        parameters,
        Stored { uri: training.output },
        training.role_arn,
        Stored { uri: training.data },
    )
    .await?;
    loop {
        sleep(Duration::from_secs(300)).await;
        let job = get_job(Asked { job_identifier: created.job_arn.clone() }).await?;
        match job.status.as_str() {
            "Failed" => return Err(Failure::new("Failed", job.failure_message.unwrap())),
            "Completed" => {
                let (id, name) = (job.output_model_arn.unwrap(), job.output_model_name.unwrap());
                return provision(id, 1, name).await;
            }
            _ => {}
        }
    }
}

/// All of the output is compared: the model that was provisioned.
pub fn rewritten() -> Rewritten {
    let training = json!({
        "BaseModelIdentifier": "cohere.command-light", "CustomModelName": "mine", "JobName": "job-1",
        "OutputDataConfigS3Uri": "s3://out", "RoleArn": "arn:role", "TrainingDataConfigS3Uri": "s3://in",
    });
    let at = |status: &str| json!({ "JobArn": "arn:job", "Status": status });
    let script = |last: Value| {
        Script::default()
            .on("bedrock:createModelCustomizationJob", json!({ "JobArn": "arn:job" }))
            .turns(
                "aws-sdk:bedrock:getModelCustomizationJob",
                &[at("InProgress"), at("InProgress"), last],
            )
    };
    let done = json!({ "JobArn": "arn:job", "Status": "Completed", "OutputModelArn": "arn:model", "OutputModelName": "mine-1" });
    let good = script(done.clone()).on(
        "aws-sdk:bedrock:createProvisionedModelThroughput",
        json!({ "ProvisionedModelArn": "arn:p" }),
    );
    let many = script(done).fails(
        "aws-sdk:bedrock:createProvisionedModelThroughput",
        "Bedrock.TooManyTagsException",
        "51",
    );
    let bad = script(
        json!({ "JobArn": "arn:job", "Status": "Failed", "FailureMessage": "line 7 is no JSON" }),
    );
    Rewritten::new::<customise>("stepfunctions-bedrock-model-customisation-sam/statemachine/bedrock-model-customisation.asl.json", all)
        .succeeds("trained", training.clone(), good)
        .fails("the training fails", "Failed", training.clone(), bad)
        .fails("not provisioned", "Bedrock.TooManyTagsException", training, many)
}
