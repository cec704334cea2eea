//! Fields that are not written where they are empty.

use super::tasks::*;
use crate::prove;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use workflow::prelude::*;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Data)]
pub struct Parcel {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    labels: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    weight: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    customs: BTreeMap<String, u8>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    routes: BTreeSet<u8>,
    #[serde(default, skip_serializing_if = "std::collections::VecDeque::is_empty")]
    stops: VecDeque<Option<u8>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(tag = "kind")]
pub enum Load {
    Crate {
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parcels: Vec<Parcel>,
        of: String,
    },
    Empty,
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
pub enum LoadError {
    Heavy {
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        notes: Vec<String>,
        by: u8,
    },
    #[other]
    Other(Failure),
}

/// Fields that are read, changed, compared, moved out, and made of what may be empty.
#[workflow]
pub async fn skips(parcels: Vec<Parcel>, limit: u8) -> Result<(Load, Vec<Parcel>), LoadError> {
    let (mut parcels, mut notes) = (parcels, vec![]);
    for parcel in &mut parcels {
        if parcel.note.is_empty() {
            parcel.labels.clear();
        } else {
            notes.push(parcel.note.clone());
            parcel.routes.insert(parcel.weight);
            parcel.note = parcel.labels.join("-");
        }
        parcel.stops.pop_front();
        parcel.customs.remove("a");
    }
    note(notes.join(" ")).await?;
    if let Some(parcel) = parcels.iter().find(|it| it.weight > limit) {
        return Err(LoadError::Heavy { notes, by: parcel.weight - limit });
    }
    let plain = parcels.iter().filter(|it| **it == Parcel::default()).count();
    let alike = Load::Crate { parcels: vec![Parcel::default()], of: String::new() };
    let found = Load::Crate { parcels: parcels.clone(), of: String::new() };
    let plain = if found == alike { plain + 10 } else { plain };
    let twice = parcels.len() > 1 && parcels[0] == parcels[1];
    let first = parcels.first().cloned().unwrap_or_default();
    let load = match first.labels.len() {
        0 if twice => Load::Empty,
        count => Load::Crate {
            parcels: parcels.iter().filter(|it| it.labels.len() == count).cloned().collect(),
            of: format!("{plain}"),
        },
    };
    let other =
        Parcel { labels: first.labels.clone(), stops: VecDeque::new(), ..Parcel::default() };
    Ok((load, vec![other, Parcel { note: String::new(), ..first }]))
}

#[test]
fn empty_fields_are_not_written() {
    prove!(skips(parcels, limit): note; words = &["", "a"], items = 3, seeds = 500, failing = 20)
        .run();
}
