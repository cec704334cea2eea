//! Constants of enums as patterns.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Data)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    New,
    Paid,
    SentOut,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Data)]
#[serde(tag = "type")]
pub enum Way {
    Foot,
    Ship { name: String },
}

const FIRST: Stage = Stage::New;
const LAST: Stage = Stage::SentOut;
const SLOW: Way = Way::Foot;

/// Looks at constants of enums in patterns.
#[workflow]
pub async fn staged(
    stage: Stage,
    later: Option<Stage>,
    way: Way,
) -> Result<(u32, bool, u32), Failure> {
    let rank = match stage {
        FIRST => 1,
        LAST => 3,
        Stage::Paid => 2,
    };
    match later {
        Some(LAST) => ping().await?,
        Some(FIRST) | None => note("early".to_owned()).await?,
        Some(_) => note("between".to_owned()).await?,
    };
    let slow = match way {
        SLOW => 1,
        Way::Ship { name } => name.len() as u32,
    };
    Ok((rank, matches!(later, Some(FIRST)), slow))
}

#[test]
fn constants_of_enums_are_patterns() {
    prove!(staged(stage, later, way): note, ping; failing = 2, seeds = 300).run();
}
