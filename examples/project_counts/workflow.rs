//! The workflow, and the data that it works on. The tasks that it calls are in `tasks.rs`.

use super::tasks::*;
use workflow::prelude::*;

/// The input of the workflow: who joins, and with which projects.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct SignUp {
    pub users: Vec<NewUser>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct NewUser {
    pub name: String,
    pub region: String,
    pub projects: u32,
}

/// The databases that count active projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
pub enum Books {
    Billing,
    Quotas,
    Statistics,
}

/// The result of the workflow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Joined {
    pub user: String,
    /// How many projects each of the databases now counts in the user's region.
    pub active: Vec<u32>,
}

/// Writes new users down, and counts their projects in every database: once, whatever fails.
#[workflow]
pub async fn join_users(sign_up: SignUp) -> Result<Vec<Joined>, Failure> {
    map(sign_up.users, async |user| {
        let id = register(user.clone()).await?;
        let (billing, quotas, statistics) = join!(
            count(Books::Billing, user.region.clone(), user.projects),
            count(Books::Quotas, user.region.clone(), user.projects),
            count(Books::Statistics, user.region.clone(), user.projects),
        )
        .await?;
        welcome(id.clone()).await?;
        Ok(Joined { user: id, active: vec![billing, quotas, statistics] })
    })
    .max_concurrency(4)
    .await
}
