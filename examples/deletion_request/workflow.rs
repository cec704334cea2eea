//! The workflow, and the data that it works on. The tasks that it calls are in `tasks.rs`.

use super::tasks::*;
use workflow::prelude::*;

/// The input of the workflow.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Request {
    pub id: String,
    pub email: String,
}

/// The result of the workflow.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Confirmation {
    pub request: String,
    pub removed: Removed,
    pub letter: String,
}

/// How many records were removed where.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Removed {
    pub accounts: u32,
    pub orders: u32,
    pub files: u32,
}

/// Where data of people is kept.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
pub enum System {
    Accounts,
    Orders,
    Files,
}

/// Removes a person's data from three systems, or from none.
#[workflow]
pub async fn forget(request: Request) -> Result<Confirmation, Failure> {
    let Some(person) = find(request.email.clone()).await? else {
        let cause = format!("nobody has the address {}", request.email);
        return Err(Failure::new("NotFound", cause));
    };

    // A copy of everything first: a system that is down must not leave a person half removed.
    let systems = vec![System::Accounts, System::Orders, System::Files];
    let copies =
        map(systems, async |system| copy(request.id.clone(), system, person.clone()).await).await?;

    let removed = match join!(
        delete_account(person.id),
        anonymise_orders(person.id),
        delete_files(person.clone()),
    )
    .await
    {
        Ok((accounts, orders, files)) => Removed { accounts, orders, files },
        Err(failure) => {
            map(copies, async |copy| restore(copy).await).await?;
            let text = format!("Your request {} has to wait: nothing was removed yet.", request.id);
            tell(person, text).await?;
            return Err(failure);
        }
    };

    destroy(copies).await?;
    let letter = confirm(person, removed.clone()).await?;
    Ok(Confirmation { request: request.id, removed, letter })
}
