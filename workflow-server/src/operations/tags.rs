//! Tags of machines and activities.

use super::nothing;
use crate::arn::{self, Resource};
use crate::catalog::{Activity, Machine};
use crate::model::Request;
use crate::refusal::{Answer, Refusal};
use crate::service::Service;
use serde_json::{Value, json};

/// The most tags of a resource (API reference).
const MOST: usize = 50;

type Tags = Vec<(String, String)>;

/// Reads the tags of a request.
pub(super) fn read(request: &Request, resource: &str) -> Result<Tags, Refusal> {
    let mut tags = vec![];
    for tag in request.value("tags").and_then(Value::as_array).into_iter().flatten() {
        let text = |name: &str| tag[name].as_str().unwrap_or_default().to_owned();
        merge(&mut tags, (text("key"), text("value")), resource)?;
    }
    Ok(tags)
}

/// Adds a tag, or changes the one of its key.
fn merge(tags: &mut Tags, (key, value): (String, String), resource: &str) -> Result<(), Refusal> {
    let fits = |c: char| c.is_alphanumeric() || c.is_whitespace() || "_.:/=+-@".contains(c);
    // Of AWS, in any case of letters (documented).
    let reserved = key.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("aws:"));
    if key.is_empty() || !key.chars().all(fits) || reserved {
        return Err(Refusal::validation(format!("Invalid tag key: '{key}'")));
    }
    if !value.chars().all(fits) {
        return Err(Refusal::validation(format!("Invalid tag value: '{value}'")));
    }
    match tags.iter().position(|(known, _)| *known == key) {
        Some(at) => tags[at].1 = value,
        None if tags.len() >= MOST => {
            let message = format!("Too many tags: '{resource}' can have {MOST}");
            let detail = Some(("resourceName", resource.to_owned()));
            return Err(Refusal { detail, ..Refusal::new("TooManyTags", message) });
        }
        None => tags.push((key, value)),
    }
    Ok(())
}

fn told(tags: &Tags) -> Value {
    let one = |(key, value): &(String, String)| json!({ "key": key, "value": value });
    json!({ "tags": tags.iter().map(one).collect::<Vec<_>>() })
}

impl Service {
    pub(super) fn list_tags(&self, request: &Request) -> Answer {
        let arn = request.needed("resourceArn");
        let missing = || Refusal::resource(arn);
        match arn::read(arn)? {
            Resource::Machine { name, qualifier: None } => {
                let machine = self.catalog().machine(self.own(arn, name)).ok_or_else(missing)?;
                Ok(told(&machine.tags))
            }
            Resource::Activity { name } => {
                let activity = self.catalog().activity(self.own(arn, name)).ok_or_else(missing)?;
                Ok(told(&activity.tags))
            }
            _ => Err(missing()),
        }
    }

    pub(super) async fn tag(&self, request: &Request) -> Answer {
        let arn = request.needed("resourceArn");
        let given = read(request, arn)?;
        self.change_tags(arn, |tags| given.into_iter().try_for_each(|tag| merge(tags, tag, arn)))
            .await
    }

    /// Keys that are not there are as good as removed (recorded).
    pub(super) async fn untag(&self, request: &Request) -> Answer {
        let keys = request.value("tagKeys").and_then(Value::as_array);
        let keys: Vec<_> = keys.into_iter().flatten().filter_map(Value::as_str).collect();
        self.change_tags(request.needed("resourceArn"), |tags| {
            tags.retain(|(key, _)| !keys.contains(&key.as_str()));
            Ok(())
        })
        .await
    }

    async fn change_tags(
        &self,
        arn: &str,
        change: impl FnOnce(&mut Tags) -> Result<(), Refusal>,
    ) -> Answer {
        let missing = || Refusal::resource(arn);
        match arn::read(arn)? {
            Resource::Machine { name, qualifier: None } => {
                let changed = |old: Option<&Machine>, _| {
                    let old = old.filter(|it| !it.deleted).ok_or_else(missing)?;
                    let mut new = old.clone();
                    change(&mut new.tags)?;
                    Ok((Some(new), nothing()))
                };
                self.catalog().change(self.own(arn, name), self.now(), changed).await
            }
            Resource::Activity { name } => {
                let changed = |old: Option<&Activity>| {
                    let mut new = old.ok_or_else(missing)?.clone();
                    change(&mut new.tags)?;
                    Ok((Some(new), nothing()))
                };
                self.catalog().change_activity(self.own(arn, name), changed, || ()).await
            }
            _ => Err(missing()),
        }
    }
}
