//! Enums without fields, in the order in which their variants are declared.

use super::tasks::*;
use crate::prove;
use std::cmp::Reverse;
use workflow::prelude::*;

/// In no order of letters, and under other names in JSON.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Data, Default,
)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    #[default]
    Quiet,
    Idle,
    #[serde(rename = "A")]
    MuchTooHot,
    Burning,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Alarm {
    place: String,
    level: Level,
    #[serde(default)]
    before: Level,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<Level>,
}

#[pure]
fn worst(alarms: &[Alarm]) -> Option<Level> {
    alarms.iter().map(|alarm| alarm.level).max()
}

#[pure]
fn rose(alarm: &Alarm) -> bool {
    alarm.before < alarm.level && alarm.level != Level::Idle
}

/// Comparisons with a variant, on either side, and of two values.
#[workflow]
pub async fn compared_levels(alarms: Vec<Alarm>, least: Level) -> Result<Vec<u32>, Failure> {
    let mut told = vec![];
    for alarm in alarms {
        if alarm.level >= Level::MuchTooHot {
            note(alarm.place.clone()).await?;
        }
        if Level::Quiet < alarm.level && alarm.level <= Level::Idle {
            ping().await?;
        }
        let mut bits = 0;
        bits += if alarm.level >= Level::Quiet { 1 } else { 0 };
        bits += if alarm.level < Level::Quiet { 2 } else { 0 };
        bits += if alarm.level > alarm.before { 4 } else { 0 };
        bits += if alarm.limit < Some(least) { 8 } else { 0 };
        bits += if alarm.limit >= Some(Level::Idle) { 16 } else { 0 };
        bits += if rose(&alarm) { 32 } else { 0 };
        bits += if (alarm.level, alarm.before) > (least, Level::Idle) { 64 } else { 0 };
        bits += if Level::Burning > alarm.before { 128 } else { 0 };
        told.push(bits);
    }
    Ok(told)
}

/// Sorted by it, forwards and backwards, and the greatest and the least.
#[workflow]
pub async fn sorted_levels(
    mut alarms: Vec<Alarm>,
    least: Level,
) -> Result<(Vec<String>, Vec<Level>, Option<Level>), Failure> {
    let mut levels: Vec<Level> = alarms.iter().map(|alarm| alarm.level).collect();
    levels.sort();
    alarms.sort_by_key(|alarm| (Reverse(alarm.level), alarm.place.clone()));
    ping().await?;
    let mut told: Vec<String> = alarms.iter().map(|alarm| alarm.place.clone()).collect();
    alarms.sort_by(|a, b| a.before.cmp(&b.before).then_with(|| b.place.cmp(&a.place)));
    told.extend(alarms.iter().map(|alarm| alarm.place.clone()));
    levels.push(least.max(Level::Idle));
    levels.push(least.min(Level::MuchTooHot));
    levels.push(std::cmp::max(least, alarms.first().map_or(Level::Quiet, |it| it.before)));
    if let Some(quietest) = alarms.iter().min_by_key(|alarm| alarm.level) {
        note(quietest.place.clone()).await?;
    }
    let worst = worst(&alarms);
    levels.dedup();
    Ok((told, levels, worst))
}

#[test]
fn enums_are_ordered_as_they_are_declared() {
    prove!(compared_levels(alarms, least): note, ping; items = 4, words = &["a", "b"], seeds = 300)
        .run();
    prove!(sorted_levels(alarms, least): note, ping; failing = 2, items = 4, words = &["a", "b"], seeds = 300).run();
}
