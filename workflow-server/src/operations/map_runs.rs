//! Map Runs: the executions of the items of a distributed Map.

use super::counts::{Counts, items_in, labelled};
use super::found_runs::{GAP, MapRun};
use super::nothing;
use crate::arn;
use crate::catalog::{MapRunChange, refused};
use crate::model::Request;
use crate::moment::seconds;
use crate::page;
use crate::refusal::{Answer, Refusal};
use crate::service::Service;
use serde_json::{Value, json};
use std::sync::Arc;
use workflow_runtime::engine::MapRunSettings;
use workflow_runtime::store::{Begun, Described};

/// The items that are looked at for one page.
const ITEMS: u64 = 1_000;

impl Service {
    pub(super) async fn list_map_runs(&self, request: &Request) -> Answer {
        let known = self.known_execution(request).await?;
        let list = format!("map runs {}", known.begun.id);
        let after = self.after(request, &list)?;
        let runs: Vec<_> = (0..).zip(self.map_runs(&known).await?).collect();
        // Runs come in the order of the history, to which nothing is added but at its end.
        let key = |(index, _): &(u64, MapRun)| page::number(*index);
        let (page, next) = page::cut(runs, after.as_deref(), request.most(), key);
        let one = |(_, run): &(u64, MapRun)| {
            let machine = run.arn.replacen(":mapRun:", ":stateMachine:", 1);
            let machine = machine.rsplit_once(':').map_or(&*machine, |(machine, _)| machine);
            let mut told = json!({
                "executionArn": *run.around.id,
                "mapRunArn": *run.arn,
                "stateMachineArn": machine,
                "startDate": seconds(run.started),
            });
            if let Some(stopped) = run.stopped {
                told["stopDate"] = seconds(stopped);
            }
            told
        };
        Ok(self.page("mapRuns", page.iter().map(one).collect(), &list, next))
    }

    pub(super) async fn describe_map_run(&self, request: &Request) -> Answer {
        let arn = request.needed("mapRunArn");
        let run = self.map_run(arn).await?;
        let children = self.children(&run).await?;
        let state = self.state_of(&run)?;
        let (concurrency, count, percentage) = self.settings(&run, &state);
        let (lost, waits) =
            (|it: &Described| self.is_lost(it), |it: &Described| self.awaits_redrive(&run, it));
        let counts = Counts::new(&children, &run, &state, lost, waits);
        let mut told = json!({
            "mapRunArn": arn,
            "executionArn": *run.around.id,
            "status": run.status,
            "startDate": seconds(run.started),
            "maxConcurrency": concurrency,
            "toleratedFailureCount": count,
            "toleratedFailurePercentage": percentage,
            "itemCounts": counts.told(|it| it.items),
            "executionCounts": counts.told(|it| it.executions),
            "redriveCount": run.redrives,
        });
        run.stopped.iter().for_each(|time| told["stopDate"] = seconds(*time));
        run.redriven.iter().for_each(|time| told["redriveDate"] = seconds(*time));
        Ok(told)
    }

    /// The state of a Map Run, as its definition has it; null where that is not known.
    fn state_of(&self, run: &MapRun) -> Result<Value, Refusal> {
        let found = self.catalog().of_execution(&run.around);
        let text = found.and_then(|(machine, revision)| {
            machine.document(&revision).map(|it| it.text().clone())
        });
        let document: Value =
            text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let (_, label) = arn::map_run(&run.arn)?;
        Ok(labelled(&document, label).cloned().unwrap_or_default())
    }

    /// `MaxConcurrency` and what is tolerated: as it is under way, else as it was changed, or where the definition says them in
    /// numbers.
    fn settings(&self, run: &MapRun, state: &Value) -> (u64, u64, f64) {
        if let Some(settings) = self.0.engine.map_run_settings(&run.arn) {
            let MapRunSettings { concurrency, tolerated } = settings;
            let (count, percentage) = (tolerated.count, tolerated.percentage);
            return (concurrency as u64, count.unwrap_or(0), percentage.unwrap_or(0.0));
        }
        let change = self.catalog().changed(&run.arn).unwrap_or_default();
        (
            change.concurrency.or(state["MaxConcurrency"].as_u64()).unwrap_or(0),
            change.count.or(state["ToleratedFailureCount"].as_u64()).unwrap_or(0),
            change.percentage.or(state["ToleratedFailurePercentage"].as_f64()).unwrap_or(0.0),
        )
    }

    pub(super) async fn list_of_map_run(&self, request: &Request, arn: &str) -> Answer {
        arn::map_run(arn)?;
        let words =
            ["statusFilter", "redriveFilter"].map(|it| request.text(it).unwrap_or_default());
        let list = format!("items {arn} {words:?}");
        let mut next = self.after_number(request, &list)?.map_or(0, |last| last.saturating_add(1));
        let run = self.map_run(arn).await?;
        let state = self.state_of(&run)?;
        let [status, redrive] = words;
        let status_of = |it: &Described| match self.awaits_redrive(&run, it) {
            true => "PENDING_REDRIVE",
            false => it.status.name(),
        };
        let fits = |it: &Described| {
            (status.is_empty() || status_of(it) == status)
                && (redrive.is_empty() || (it.redrives > 0) == (redrive == "REDRIVEN"))
        };
        let (mut items, most, end, mut gap) = (vec![], request.most(), next + ITEMS, 0);
        // Where one follows there is another page.
        while items.len() < most && next < end && gap < GAP {
            let known = self.0.engine.describe(&self.item(arn, next)?).await.map_err(refused)?;
            gap = if known.is_some() { 0 } else { gap + 1 };
            if let Some(known) = known.filter(fits) {
                let mut told = self.summary(&known);
                told.insert("status".into(), json!(status_of(&known)));
                told.insert("mapRunArn".into(), json!(arn));
                told.insert("itemCount".into(), json!(items_in(&known, &state)));
                items.push(Value::Object(told));
            }
            next += 1;
        }
        let more = gap < GAP && self.follows(arn, next).await?;
        Ok(self.numbered_page("executions", items, &list, more.then(|| next - 1)))
    }

    /// Changes a run that is under way. The change is kept with its execution: it counts after a restart, and for a redrive.
    pub(super) async fn update_map_run(&self, request: &Request) -> Answer {
        let arn = request.needed("mapRunArn");
        let run = self.map_run(arn).await?;
        let around = self.outermost(&run.around.id).await?;
        let _named = self.catalog().name(&around.id).await;
        // It may have ended meanwhile.
        let run = self.map_run(arn).await?;
        if run.status != "RUNNING" {
            let message = format!("Map Run is {} and cannot be updated", run.status);
            return Err(Refusal::because("CANNOT_UPDATE_COMPLETED_MAP_RUN", message));
        }
        let change = MapRunChange {
            concurrency: request.number("maxConcurrency"),
            count: request.number("toleratedFailureCount"),
            percentage: request.value("toleratedFailurePercentage").and_then(Value::as_f64),
        };
        let mut kept = self.run_of(&around)?;
        let all = kept.map_runs.entry(arn.to_owned()).or_default();
        *all = all.and(change);
        self.catalog().change_run(kept).await.map_err(refused)?;
        // One that is not under way here begins with it.
        let engine = &self.0.engine;
        if let Some(settings) = engine.map_run_settings(arn) {
            engine.set_map_run(arn, change.of(settings));
        }
        Ok(nothing())
    }

    /// The execution that is around all others of a Map Run.
    async fn outermost(&self, execution: &str) -> Result<Begun, Refusal> {
        let mut id: Arc<str> = execution.into();
        loop {
            let known = self.0.engine.describe(&id).await.map_err(refused)?;
            let begun = known.ok_or_else(|| Refusal::execution(&id))?.begun;
            match &begun.around {
                Some(around) => id = around.clone(),
                None => return Ok(begun),
            }
        }
    }
}
