//! Activities.

use super::Call;
use super::refused::{Answer, Refused, arn, name};
use serde_json::{Value, json};

/// Their names by ARN, in order.
#[derive(Default)]
pub(super) struct Activities(Vec<(String, String)>);

impl Activities {
    fn find(&self, call: &Call<'_>) -> Result<&(String, String), Refused> {
        let wanted = arn(call.text("activityArn"))?;
        let found = self.0.iter().find(|(arn, _)| arn == wanted);
        found.ok_or_else(|| Refused::missing("ActivityDoesNotExist", "Activity", wanted))
    }

    pub(super) fn create(&mut self, call: &Call<'_>) -> Answer {
        call.only(&["name"])?;
        let name = name(call.text("name"))?;
        let made = format!("arn:aws:states:us-east-1:111111111111:activity:{name}");
        let arn = call.ids["activityArn"].as_str().map_or(made, str::to_owned);
        if !self.0.iter().any(|(known, _)| *known == arn) {
            self.0.push((arn.clone(), name.to_owned()));
        }
        Ok(json!({ "activityArn": arn, "creationDate": "datetime" }))
    }

    pub(super) fn describe(&self, call: &Call<'_>) -> Answer {
        let (arn, name) = self.find(call)?;
        Ok(json!({
            "activityArn": arn, "name": name, "creationDate": "datetime",
            "encryptionConfiguration": { "type": "AWS_OWNED_KEY" },
        }))
    }

    pub(super) fn delete(&mut self, call: &Call<'_>) -> Answer {
        let wanted = arn(call.text("activityArn"))?;
        self.0.retain(|(arn, _)| arn != wanted);
        Ok(json!({}))
    }

    pub(super) fn list(&self, call: &Call<'_>) -> Answer {
        call.only(&[])?;
        let one = |(arn, name): &(String, String)| json!({ "activityArn": arn, "name": name, "creationDate": "datetime" });
        Ok(json!({ "activities": self.0.iter().map(one).collect::<Vec<Value>>() }))
    }

    pub(super) fn task(&self, call: &Call<'_>) -> Answer {
        self.find(call)?;
        Err(Refused::unsupported("waiting for a task"))
    }
}
