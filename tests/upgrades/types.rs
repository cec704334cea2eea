//! Pairs whose types differ.

/// Two versions of a module.
macro_rules! versions {
    ($(#[$doc:meta])* $pair:ident { $($before:item)* } { $($after:item)* }) => {
        $(#[$doc])*
        pub mod $pair {
            pub mod before {
                #[allow(unused_imports, reason = "each pair uses a part")]
                use crate::world::*;
                $($before)*
            }
            pub mod after {
                #[allow(unused_imports, reason = "each pair uses a part")]
                use crate::world::*;
                $($after)*
            }
        }
    };
}
pub(crate) use versions;

/// A workflow that keeps an order over its first call and its wait; the order has other fields in each version.
macro_rules! ordered {
    ($(#[$doc:meta])* $pair:ident { $($before:tt)* } { $($after:tt)* }) => {
        versions! {
            $(#[$doc])*
            $pair {
                #[derive(Clone, Debug, Serialize, Deserialize, Data)]
                pub struct Order { $($before)* }
                crate::types::flow! {}
            } {
                #[derive(Clone, Debug, Serialize, Deserialize, Data)]
                pub struct Order { $($after)* }
                crate::types::flow! {}
            }
        }
    };
}

macro_rules! flow {
    () => {
        #[task]
        pub async fn seen(world: Res<World>, order: Order) -> Result<u64, Failure> {
            world.call(format!("seen {order:?}"));
            Ok(5)
        }
        #[workflow]
        pub async fn flow(order: Order) -> Result<u64, Failure> {
            let a = next(1).await?;
            sleep(Duration::from_secs(5)).await;
            let b = seen(order).await?;
            let c = next(b).await?;
            Ok(a + c)
        }
    };
}
pub(crate) use flow;

ordered! {
    /// A field with a default is added.
    field_with_default { pub id: u64, } { pub id: u64, #[serde(default)] pub gift: bool, }
}
ordered! {
    /// An optional field is added.
    optional_field { pub id: u64, } { pub id: u64, pub note: Option<String>, }
}
ordered! {
    /// A field is added that no older value has.
    field_added { pub id: u64, } { pub id: u64, pub item: String, }
}
ordered! {
    /// A field is removed: serde passes over it.
    field_removed { pub id: u64, pub item: String, } { pub id: u64, }
}
ordered! {
    /// A field is renamed.
    field_renamed { pub id: u64, } { pub number: u64, }
}
ordered! {
    /// A field is renamed in Rust alone.
    field_renamed_in_rust { pub id: u64, } { #[serde(rename = "id")] pub number: u64, }
}
ordered! {
    /// A field has another type.
    field_retyped { pub id: u64, } { pub id: String, }
}
ordered! {
    /// A field has a wider type.
    field_widened { pub id: u8, } { pub id: u64, }
}
ordered! {
    /// A field has a narrower type, and the value fits.
    field_narrowed { pub id: u64, } { pub id: u8, }
}
ordered! {
    /// A field need not be there any more.
    field_made_optional { pub id: u64, } { pub id: Option<u64>, }
}
ordered! {
    /// A field must be there now.
    field_made_needed { pub id: Option<u64>, } { pub id: u64, }
}

/// An order whose way of payment is an enum, other variants in each version.
macro_rules! paid {
    ($(#[$doc:meta])* $pair:ident { $($before:tt)* } { $($after:tt)* }) => {
        versions! {
            $(#[$doc])*
            $pair {
                #[derive(Clone, Debug, Serialize, Deserialize, Data)]
                pub enum Order { $($before)* }
                crate::types::flow! {}
            } {
                #[derive(Clone, Debug, Serialize, Deserialize, Data)]
                pub enum Order { $($after)* }
                crate::types::flow! {}
            }
        }
    };
}

paid! {
    /// A variant is added.
    variant_added { Cash, Card(String), } { Cash, Card(String), Account { iban: String }, }
}
paid! {
    /// A variant is removed that the execution has not.
    variant_removed { Cash, Card(String), } { Card(String), }
}
paid! {
    /// The only variant is renamed.
    variant_renamed { Card(String), } { Credit(String), }
}

versions! {
    /// The task takes another type.
    task_takes_another_type {
        #[task]
        pub async fn pay(world: Res<World>, n: u64) -> Result<u64, Failure> {
            world.call(format!("pay {n}"));
            Ok(n)
        }
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            let paid = pay(a).await?;
            next(paid).await
        }
    } {
        #[task]
        pub async fn pay(world: Res<World>, text: String) -> Result<u64, Failure> {
            world.call(format!("pay {text}"));
            Ok(text.parse().unwrap_or_default())
        }
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let a = next(n).await?;
            let paid = pay(format!("{a}")).await?;
            next(paid).await
        }
    }
}

versions! {
    /// The task returns another type, which is kept later.
    task_returns_another_type {
        #[task]
        pub async fn pay(world: Res<World>, n: u64) -> Result<u64, Failure> {
            world.call(format!("pay {n}"));
            Ok(n)
        }
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let paid = pay(n).await?;
            let a = next(n).await?;
            let b = next(paid).await?;
            Ok(a + b)
        }
    } {
        #[task]
        pub async fn pay(world: Res<World>, n: u64) -> Result<String, Failure> {
            world.call(format!("pay {n}"));
            Ok("paid".to_owned())
        }
        #[workflow]
        pub async fn flow(n: u64) -> Result<u64, Failure> {
            let paid = pay(n).await?;
            let a = next(n).await?;
            let b = length(paid).await?;
            Ok(a + b)
        }
    }
}
