//! A long row of calls: its kept function is written in parts, and means the same.

#![allow(unused_variables, reason = "some are there to be left out")]

use super::tasks::{count, note, text};
use crate::prove;
use workflow::prelude::*;

/// What is bound early is read late; some of it changes on the way.
#[workflow]
pub async fn long(name: String, n: u32) -> Result<(String, u32, u32), Failure> {
    let mut last = n / 2;
    let Some(begun) = Some(name.clone()) else { return Err(Failure::new("Never", "")) };
    let a0 = text(name.clone()).await?;
    let a1 = text(a0.clone()).await?;
    let a2 = text(a1.clone()).await?;
    let a3 = text(name.clone()).await?;
    last = last / 2 + count(a3.clone()).await? / 2;
    let a4 = a3.clone();
    let a5 = text(a4.clone()).await?;
    let a6 = text(name.clone()).await?;
    let a7 = text(a6.clone()).await?;
    let a8 = text(a7.clone()).await?;
    last = last / 2 + count(a8.clone()).await? / 2;
    let a9 = a8.clone();
    let a10 = text(a9.clone()).await?;
    let a11 = text(a10.clone()).await?;
    let a12 = text(name.clone()).await?;
    let a13 = text(a12.clone()).await?;
    last = last / 2 + count(a13.clone()).await? / 2;
    let a14 = a13.clone();
    let a15 = text(name.clone()).await?;
    let a16 = text(a15.clone()).await?;
    let a17 = text(a16.clone()).await?;
    let a18 = text(name.clone()).await?;
    last = last / 2 + count(a18.clone()).await? / 2;
    let a19 = a18.clone();
    let size = name.len();
    if size > 3 {
        note(name.clone()).await?;
        last = 1;
    }
    let a20 = text(a19.clone()).await?;
    let a21 = text(name.clone()).await?;
    let a22 = text(a21.clone()).await?;
    let a23 = text(a22.clone()).await?;
    last = last / 2 + count(a23.clone()).await? / 2;
    let a24 = a23.clone();
    let a25 = text(a24.clone()).await?;
    let a26 = text(a25.clone()).await?;
    let a27 = text(name.clone()).await?;
    let a28 = text(a27.clone()).await?;
    last = last / 2 + count(a28.clone()).await? / 2;
    let a29 = a28.clone();
    let a30 = text(name.clone()).await?;
    let a31 = text(a30.clone()).await?;
    let a32 = text(a31.clone()).await?;
    let a33 = text(name.clone()).await?;
    last = last / 2 + count(a33.clone()).await? / 2;
    let a34 = a33.clone();
    let a35 = text(a34.clone()).await?;
    let a36 = text(name.clone()).await?;
    let a37 = text(a36.clone()).await?;
    let a38 = text(a37.clone()).await?;
    last = last / 2 + count(a38.clone()).await? / 2;
    let a39 = a38.clone();
    let (left, right) = join!(text(name.clone()), count(a3.clone())).await?;
    let a40 = text(a39.clone()).await?;
    let a41 = text(a40.clone()).await?;
    let a42 = text(name.clone()).await?;
    let a43 = text(a42.clone()).await?;
    last = last / 2 + count(a43.clone()).await? / 2;
    let a44 = a43.clone();
    let a45 = text(name.clone()).await?;
    let a46 = text(a45.clone()).await?;
    let a47 = text(a46.clone()).await?;
    let a48 = text(name.clone()).await?;
    last = last / 2 + count(a48.clone()).await? / 2;
    let a49 = a48.clone();
    for part in vec![left, format!("{a7}")] {
        note(part).await?;
    }
    if right == 7 {
        return Ok((a3, right, last));
    }
    let a50 = text(a49.clone()).await?;
    let a51 = text(name.clone()).await?;
    let a52 = text(a51.clone()).await?;
    let a53 = text(a52.clone()).await?;
    last = last / 2 + count(a53.clone()).await? / 2;
    let a54 = a53.clone();
    let a55 = text(a54.clone()).await?;
    let a56 = text(a55.clone()).await?;
    let a57 = text(name.clone()).await?;
    let a58 = text(a57.clone()).await?;
    last = last / 2 + count(a58.clone()).await? / 2;
    let a59 = a58.clone();
    let a60 = text(name.clone()).await?;
    let a61 = text(a60.clone()).await?;
    let a62 = text(a61.clone()).await?;
    let a63 = text(name.clone()).await?;
    last = last / 2 + count(a63.clone()).await? / 2;
    let a64 = a63.clone();
    let a65 = text(a64.clone()).await?;
    let a66 = text(name.clone()).await?;
    let a67 = text(a66.clone()).await?;
    let a68 = text(a67.clone()).await?;
    last = last / 2 + count(a68.clone()).await? / 2;
    let a69 = a68.clone();
    let a70 = text(a69.clone()).await?;
    let a71 = text(a70.clone()).await?;
    let a72 = text(name.clone()).await?;
    let a73 = text(a72.clone()).await?;
    last = last / 2 + count(a73.clone()).await? / 2;
    let a74 = a73.clone();
    let a75 = text(name.clone()).await?;
    let a76 = text(a75.clone()).await?;
    let a77 = text(a76.clone()).await?;
    let a78 = text(name.clone()).await?;
    last = last / 2 + count(a78.clone()).await? / 2;
    let a79 = a78.clone();
    Ok((format!("{begun} {a1} {a30} {} {a79}", a60), right, last))
}

#[test]
fn long_agrees() {
    prove!(long(name, n): text, count, note; failing = 2).run();
}
