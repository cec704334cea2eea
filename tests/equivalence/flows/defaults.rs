//! Defaults that types make themselves, results under other names, and conversions between integers.

use super::tasks::note;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Oven {
    pub degrees: u32,
    pub racks: Vec<String>,
    pub fan: Option<bool>,
}
impl Default for Oven {
    fn default() -> Self {
        Oven { degrees: 180, racks: vec!["low".to_owned()], fan: None }
    }
}
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Share(u8);
impl Default for Share {
    fn default() -> Self {
        Share(100)
    }
}
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Data)]
pub enum Crust {
    Thin,
    #[default]
    Thick,
}

type Answer<T> = Result<T, Failure>;
type OvenResult = Result<Oven, Failure>;

#[task]
pub async fn oven(of: String) -> OvenResult {
    drop(of);
    Ok(Oven::default())
}
#[task]
pub async fn found(of: String) -> workflow::Result<Option<Oven>> {
    drop(of);
    Ok(None)
}
#[task]
pub async fn share(of: u32) -> workflow::Result<Share> {
    Ok(Share(u8::from(of > 0)))
}

/// A default where a value is absent, and where a call fails.
#[workflow]
pub async fn baked(of: String, own: Option<Oven>) -> Answer<(Oven, Oven, Oven, Share)> {
    let called = oven(of.clone()).await.unwrap_or_default();
    let there = found(of.clone()).await?.unwrap_or_default();
    let either = found(of).await.unwrap_or_default().unwrap_or_default();
    note(own.unwrap_or_default().degrees.to_string()).await?;
    let part = share(called.degrees).await.unwrap_or_default();
    Ok((called, there, either, part))
}

/// A value of a failed call, or none.
#[workflow]
pub async fn shared(of: u32, crust: Option<Crust>) -> Answer<(Option<Share>, Share, Crust)> {
    let first = share(of).await.ok();
    let second = Oven { degrees: of, ..Oven::default() };
    note(format!("{}{}", second.degrees, second.racks.len())).await?;
    Ok((first, Default::default(), crust.unwrap_or_default()))
}

/// Conversions that may fail, and those that cannot.
#[workflow]
pub async fn fitted(wide: i64, flag: bool) -> Answer<(Option<u8>, i32, u16, i64)> {
    let small = u8::try_from(wide).ok();
    let other = i32::try_from(wide).unwrap_or(-1);
    note(format!("{other}")).await?;
    Ok((small, std::cmp::max(other, 3), u16::from(flag), std::cmp::min(wide, 9)))
}

/// The entries of a map, at the same time.
#[workflow]
pub async fn racked(by_name: BTreeMap<String, u32>) -> Answer<Vec<Share>> {
    map(by_name, async |(name, degrees)| {
        note(name).await?;
        share(degrees).await
    })
    .await
}

#[test]
fn baked_agrees() {
    prove!(baked(of, own): oven, found, share, note; failing = 2).run();
}
#[test]
fn shared_agrees() {
    prove!(shared(of, crust): share, note; failing = 2).run();
}
#[test]
fn fitted_agrees() {
    prove!(fitted(wide, flag): note; failing = 2).run();
}
#[test]
fn racked_agrees() {
    prove!(racked(by_name): note, share; failing = 2, items = 5).run();
}
