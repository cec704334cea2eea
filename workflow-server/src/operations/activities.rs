//! Activities, and the workers that poll them.

use super::{Ending, nothing, settings, tags};
use crate::catalog::Activity;
use crate::model::Request;
use crate::moment::seconds;
use crate::name;
use crate::page;
use crate::refusal::{Answer, Refusal};
use crate::service::Service;
use serde_json::{Value, json};
use std::sync::{Arc, PoisonError};

/// The list of activities, in pages.
const LIST: &str = "activities";
/// The most activities (API reference: 100,000, which may be raised).
const MOST: usize = 100_000;
/// The most workers that wait for a task of one activity (API reference).
const POLLERS: usize = 1_000;

impl Service {
    fn activity(&self, arn: &str) -> Result<Arc<Activity>, Refusal> {
        let missing = || Refusal::missing("ActivityDoesNotExist", "Activity", arn);
        self.catalog().activity(self.activity_name(arn)?).ok_or_else(missing)
    }

    pub(super) async fn create_activity(&self, request: &Request) -> Answer {
        let name = name::checked(request.needed("name"))?;
        let arn = self.arn(&format!("activity:{name}"));
        let tags = tags::read(request, &arn)?;
        let encryption =
            settings::encryption(request)?.unwrap_or_else(|| json!({ "type": "AWS_OWNED_KEY" }));
        if self.catalog().activity(name).is_none() && self.catalog().activities().len() >= MOST {
            let message = format!("Activity Limit Exceeded: there are {MOST}");
            return Err(Refusal::new("ActivityLimitExceeded", message));
        }
        let created = self.now();
        let change = |old: Option<&Activity>| match old {
            Some(old) if old.encryption != encryption => {
                let message = format!("Activity Already Exists: '{arn}'");
                Err(Refusal::new("ActivityAlreadyExists", message))
            }
            Some(old) => Ok((Some(old.clone()), old.created)),
            None => {
                let name = name.to_owned();
                Ok((Some(Activity { name, created, tags, encryption }), created))
            }
        };
        let add = || self.0.activities.add(arn.as_str());
        let created = self.catalog().change_activity(name, change, add).await?;
        Ok(json!({ "activityArn": arn, "creationDate": seconds(created) }))
    }

    pub(super) fn describe_activity(&self, request: &Request) -> Answer {
        let arn = request.needed("activityArn");
        let activity = self.activity(arn)?;
        Ok(json!({
            "activityArn": arn,
            "name": activity.name,
            "creationDate": seconds(activity.created),
            "encryptionConfiguration": activity.encryption,
        }))
    }

    /// One that is not there is deleted, too (recorded).
    pub(super) async fn delete_activity(&self, request: &Request) -> Answer {
        let arn = request.needed("activityArn");
        let name = self.activity_name(arn)?;
        if self.activity(arn).is_ok() {
            let remove = || self.0.activities.remove(arn);
            self.catalog().change_activity(name, |_| Ok((None, ())), remove).await?;
        }
        Ok(nothing())
    }

    pub(super) fn list_activities(&self, request: &Request) -> Answer {
        let after = self.after(request, LIST)?;
        let key = |it: &Arc<Activity>| page::made(it.created, &it.name);
        let all = self.catalog().activities();
        let (page, next) = page::cut(all, after.as_deref(), request.most(), key);
        let one = |activity: &Arc<Activity>| {
            json!({
                "activityArn": self.arn(&format!("activity:{}", activity.name)),
                "name": activity.name,
                "creationDate": seconds(activity.created),
            })
        };
        let items = page.iter().map(one).collect();
        Ok(self.page("activities", items, LIST, next))
    }

    /// Waits for a task, for a while, or until the server ends. Without one the token is `null` (documented).
    pub(super) async fn activity_task(&self, request: &Request, ending: Ending) -> Answer {
        let arn = request.needed("activityArn");
        self.activity(arn)?;
        let _poller = Poller::new(self, arn)?;
        let worker = request.text("workerName");
        let given = tokio::select! {
            // A task that is there is not lost.
            biased;
            given = self.0.activities.task(arn, worker) => Some(given),
            () = tokio::time::sleep(self.0.hold) => None,
            () = ended(ending) => None,
        };
        match given {
            Some(Ok(task)) => {
                Ok(json!({ "taskToken": *task.token, "input": task.input.to_string() }))
            }
            Some(Err(_)) => Err(Refusal::missing("ActivityDoesNotExist", "Activity", arn)),
            None => Ok(json!({ "taskToken": Value::Null })),
        }
    }
}

/// Waits for the end of the server.
async fn ended(ending: Ending) {
    match ending {
        // Who would say so is gone with the server.
        Some(mut ending) => drop(ending.wait_for(|ended| *ended).await),
        None => std::future::pending().await,
    }
}

/// A worker that waits for a task.
struct Poller<'a>(&'a Service, &'a str);

impl<'a> Poller<'a> {
    fn new(service: &'a Service, arn: &'a str) -> Result<Self, Refusal> {
        let mut pollers = service.0.pollers.lock().unwrap_or_else(PoisonError::into_inner);
        let count = pollers.entry(arn.to_owned()).or_default();
        if *count >= POLLERS {
            let message = format!("Activity Worker Limit Exceeded: {POLLERS} wait for '{arn}'");
            return Err(Refusal::new("ActivityWorkerLimitExceeded", message));
        }
        *count += 1;
        Ok(Poller(service, arn))
    }
}

impl Drop for Poller<'_> {
    fn drop(&mut self) {
        let mut pollers = self.0.0.pollers.lock().unwrap_or_else(PoisonError::into_inner);
        let count = pollers.get(self.1).copied().unwrap_or(0);
        if count > 1 {
            pollers.insert(self.1.to_owned(), count - 1);
        } else {
            pollers.remove(self.1);
        }
    }
}
