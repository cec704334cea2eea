//! Aliases of machines: names for one or two versions.

use super::nothing;
use crate::catalog::{Alias, Machine};
use crate::model::Request;
use crate::moment::seconds;
use crate::page;
use crate::refusal::{Answer, Refusal};
use crate::service::Service;
use serde_json::{Value, json};

/// The most aliases of a machine (API reference).
const MOST: usize = 100;

/// Versions of several machines.
const OTHERS: &str =
    "Routing configuration must contain state machine versions of the same state machine";

/// The versions that an alias leads to.
struct Routing<'a> {
    machine: &'a str,
    /// The ARN of the machine.
    arn: &'a str,
    /// The numbers of versions, with their weights.
    routes: Vec<(u64, u64)>,
}

impl<'a> Routing<'a> {
    /// Reads where an alias is to lead (the text of the sum is recorded).
    fn read(service: &Service, request: &'a Request) -> Result<Option<Self>, Refusal> {
        let Some(given) = request.value("routingConfiguration").and_then(Value::as_array) else {
            return Ok(None);
        };
        let invalid = |message: String| Refusal::because("INVALID_ROUTING_CONFIGURATION", message);
        let arn = |route: &'a Value| route["stateMachineVersionArn"].as_str().unwrap_or_default();
        let weights: Vec<_> = given.iter().map(|it| it["weight"].as_u64().unwrap_or(0)).collect();
        let arns: Vec<&str> = given.iter().map(arn).collect();
        let named = arns.iter().map(|arn| service.qualified(arn)).collect::<Result<Vec<_>, _>>()?;
        if weights.iter().sum::<u64>() != 100 {
            return Err(invalid(format!(
                "Sum of routing configuration weights must equal 100. Received: {}",
                json!(weights).to_string().replace(',', ", ")
            )));
        }
        // The texts are those that LocalStack has of AWS.
        let must = |what: &str| {
            let all = arns.join(", ");
            invalid(format!("Routing configuration must contain {what}. Received: [{all}]"))
        };
        let mut routing = Routing { machine: "", arn: "", routes: vec![] };
        for (((machine, qualifier), version), weight) in
            named.into_iter().zip(arns.iter().copied()).zip(weights)
        {
            let number = qualifier.and_then(|it| it.parse().ok());
            let number = number.ok_or_else(|| must("state machine version ARNs"))?;
            if routing.routes.iter().any(|(known, _)| *known == number)
                && routing.machine == machine
            {
                return Err(must("distinct state machine version ARNs"));
            }
            if !routing.machine.is_empty() && routing.machine != machine {
                return Err(invalid(OTHERS.to_owned()));
            }
            (routing.machine, routing.arn) =
                (machine, version.rsplit_once(':').map_or(version, |(arn, _)| arn));
            routing.routes.push((number, weight));
        }
        Ok(Some(routing))
    }

    /// Checks that the versions are there.
    fn known(&self, machine: &Machine) -> Result<(), Refusal> {
        let gone = self.routes.iter().find(|(number, _)| machine.version(*number).is_none());
        gone.map_or(Ok(()), |(number, _)| {
            Err(Refusal::reference(&format!("{}:{number}", self.arn)))
        })
    }
}

/// The machine and the name of an alias.
fn alias<'a>(service: &Service, given: &'a str) -> Result<(&'a str, &'a str), Refusal> {
    match service.qualified(given)? {
        (machine, Some(alias)) if alias.parse::<u64>().is_err() => Ok((machine, alias)),
        _ => Err(Refusal::out_of_context("stateMachine")),
    }
}

impl Service {
    pub(super) async fn create_alias(&self, request: &Request) -> Answer {
        let missing = || Refusal::validation("The routing configuration is missing");
        let routing = Routing::read(self, request)?.ok_or_else(missing)?;
        let (name, now) = (request.needed("name"), self.now());
        let description = request.text("description").map(str::to_owned);
        let change = |old: Option<&Machine>, _| {
            let old = old.filter(|it| !it.deleted);
            let (machine, arn) = (routing.machine, routing.arn);
            let missing = || self.unless_deleting(machine, arn, Refusal::reference(arn));
            let mut new = old.ok_or_else(missing)?.clone();
            routing.known(&new)?;
            let told = |created| json!({ "stateMachineAliasArn": format!("{}:{name}", routing.arn), "creationDate": seconds(created) });
            if let Some(there) = new.alias(name) {
                if there.description == description && there.routing == routing.routes {
                    return Ok((None, told(there.created)));
                }
                // Recorded, also where only the description differs.
                let message = "Failed to create alias because an alias with the same name and a different routing configuration already exists.";
                return Err(Refusal::new("ConflictException", message));
            }
            if new.aliases.len() >= MOST {
                let message = format!("A state machine can have {MOST} aliases");
                return Err(Refusal::new("ServiceQuotaExceededException", message));
            }
            let (name, routing) = (name.to_owned(), routing.routes.clone());
            new.aliases.push(Alias { name, description, routing, created: now, updated: now });
            Ok((Some(new), told(now)))
        };
        self.catalog().change(routing.machine, now, change).await
    }

    pub(super) fn describe_alias(&self, request: &Request) -> Answer {
        let given = request.needed("stateMachineAliasArn");
        let (machine, name) = alias(self, given)?;
        let machine = self.catalog().machine(machine);
        let found = machine.as_ref().and_then(|it| it.alias(name));
        let found = found.ok_or_else(|| Refusal::reference(given))?;
        let own = given.rsplit_once(':').map_or(given, |(arn, _)| arn);
        let route = |(number, weight): &(u64, u64)| json!({ "stateMachineVersionArn": format!("{own}:{number}"), "weight": weight });
        let mut told = json!({
            "stateMachineAliasArn": given,
            "name": name,
            "routingConfiguration": found.routing.iter().map(route).collect::<Vec<_>>(),
            "creationDate": seconds(found.created),
            "updateDate": seconds(found.updated),
        });
        if let Some(description) = &found.description {
            told["description"] = json!(description);
        }
        Ok(told)
    }

    pub(super) async fn update_alias(&self, request: &Request) -> Answer {
        let given = request.needed("stateMachineAliasArn");
        let (machine, name) = alias(self, given)?;
        let routing = Routing::read(self, request)?;
        if routing.is_none() && !request.has("description") {
            return Err(Refusal::because(
                "MISSING_REQUIRED_PARAMETER",
                "Either the description or the RoutingConfiguration must be specified",
            ));
        }
        let now = self.now();
        let change = |old: Option<&Machine>, _| {
            let missing = || self.unless_deleting(machine, given, Refusal::reference(given));
            let mut new = old.filter(|it| !it.deleted).ok_or_else(missing)?.clone();
            if let Some(routing) = &routing {
                if routing.machine != machine {
                    return Err(Refusal::because("INVALID_ROUTING_CONFIGURATION", OTHERS));
                }
                routing.known(&new)?;
            }
            let alias = new.aliases.iter_mut().find(|it| it.name == name).ok_or_else(missing)?;
            if let Some(routing) = &routing {
                alias.routing.clone_from(&routing.routes);
            }
            if let Some(description) = request.text("description") {
                alias.description = Some(description.to_owned());
            }
            alias.updated = now;
            Ok((Some(new), json!({ "updateDate": seconds(now) })))
        };
        self.catalog().change(machine, now, change).await
    }

    /// One that is not there is deleted, too (recorded).
    pub(super) async fn delete_alias(&self, request: &Request) -> Answer {
        let (machine, name) = alias(self, request.needed("stateMachineAliasArn"))?;
        let change = |old: Option<&Machine>, _| {
            let Some(mut new) = old.filter(|it| !it.deleted).cloned() else {
                return Ok((None, nothing()));
            };
            new.aliases.retain(|it| it.name != name);
            Ok((Some(new), nothing()))
        };
        self.catalog().change(machine, self.now(), change).await
    }

    /// Those of a machine, or that lead to a version of it, the oldest first (recorded).
    pub(super) fn list_aliases(&self, request: &Request) -> Answer {
        let given = request.needed("stateMachineArn");
        let (name, qualifier) = self.qualified(given)?;
        let list = format!("aliases {given}");
        let after = self.after(request, &list)?;
        let missing = || self.unless_deleting(name, given, Refusal::machine(given));
        let machine = self.catalog().machine(name).ok_or_else(missing)?;
        let version = match qualifier.map(str::parse::<u64>) {
            None => None,
            Some(Ok(number)) if machine.version(number).is_some() => Some(number),
            Some(_) => return Err(Refusal::reference(given)),
        };
        let own = self.arn(&format!("stateMachine:{name}"));
        let fits = |it: &&Alias| version.is_none_or(|own| it.routing.iter().any(|it| it.0 == own));
        let one = |it: &&Alias| {
            json!({
                "stateMachineAliasArn": format!("{own}:{}", it.name),
                "creationDate": seconds(it.created),
            })
        };
        let key = |it: &&Alias| page::made(it.created, &it.name);
        let all = machine.aliases.iter().filter(fits).collect();
        let (page, next) = page::cut(all, after.as_deref(), request.most(), key);
        let items = page.iter().map(one).collect();
        Ok(self.page("stateMachineAliases", items, &list, next))
    }
}
