//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w195(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, here: my_types::Spot) -> Result<BTreeMap<String, i64>, Failure> {
    let Some(word1) = held.note.clone() else {
        if let Some(word) = held.note.clone() {
            match (held.size) % 6 {
                0 => {
                    note("arm".to_string()).await?;
                    let mut n2: i64 = held.spot.x;
                    n2 += (held.note.as_ref().map_or(5, |of| of.len() as i64)) % 10;
                }
                1 | 2 => {
                    for n5 in 0..2_i64 {
                        if check(held.label.text.clone()).await? {
                            note("arm".to_string()).await?;
                            let mut lines6: Vec<String> = held.lines.clone();
                        }
                        match slow(here.x).await {
                            Ok(perhaps) => {
                                note("arm".to_string()).await?;
                                break;
                            }
                            Err(Small::Late) => {
                                let held10: Parcel = held.clone();
                                let n11: i64 = held10.label.code;
                                if !(true) {
                                    break;
                                }
                            }
                            Err(Small::Full(_, word9)) => {
                                note(format!("at {flag}/{word}/{n5}/{word9}")).await?;
                            }
                            Err(Small::Empty) => {
                                let two12: (i64, String) = (here.x, word.clone());
                            }
                        }
                    }
                }
                input if input > 3 => {
                }
                _ => {
                }
            }
        }
        return Ok(BTreeMap::<String, i64>::new());
    };
    let mut lines13: Vec<String> = vec![word1.clone(), held.label.text.clone()];
    lines13.push(held.label.text.clone());
    let sizes14: BTreeMap<String, i64> = table(word1.clone()).timeout(Duration::from_secs(3)).await?;
    note(format!("at {n}/{flag}/{word}/{word1}")).await?;
    note(lines13.join("-")).await?;
    between(here, here).await?;
    parcel(held.clone()).await?;
    Ok(sizes14.clone())
}
#[test]
fn w195_agrees() {
    agrees!(w195(n, flag, word, perhaps, lines, what, held, here));
}

#[workflow]
pub async fn w196(word: String, lines: Vec<String>, what: Kind, held: Parcel) -> Result<my_types::Spot, Failure> {
    if matches!(what, Kind::Sized(_) | Kind::Empty) {
        if check(held.label.text.clone()).await? {
            note(format!("at {word}")).await?;
        } else {
            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
                match maybe(word.clone()).await {
                    Ok(word1) => {
                        note(format!("at {word}")).await?;
                    }
                    Err(failure2) => return Err(failure2),
                }
                Ok((held.name.len() as i64, "a".to_string()))
            }).await?;
        }
        let mut turn4 = 0_i64;
        'l5: while turn4 < 2 && !(held.spot.x > 3) {
            turn4 += 1;
            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word6| {
                let mut what: Kind = kind(held.spot.x).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                Ok(BTreeMap::<String, i64>::new())
            }).await?;
            match word.as_str() {
                "a" | "b" => {
                    let Some(word7) = held.note.clone() else {
                        let held_all8: Vec<Parcel> = boxes(vec![held.clone()], held.size).await?;
                        let news9: Event = event(Event::Nothing).timeout(Duration::from_secs(3)).await?;
                        return Ok(my_types::Spot { x: held.size, y: (held_all8.len() as i64) % 50 + (held.size) % 7 });
                    };
                }
                "north" => {
                }
                _ => {
                }
            }
        }
    } else {
        note(format!("at {word}")).await?;
    }
    let lines: Vec<String> = vec!["north".to_string(), held.name.clone()];
    let mut perhaps10: Option<String> = held.note.clone();
    note(format!("at {word}")).await?;
    note(perhaps10.clone().unwrap_or_default()).await?;
    note(lines.join("-")).await?;
    parcel(held.clone()).await?;
    Ok(held.spot)
}
#[test]
fn w196_agrees() {
    agrees!(w196(word, lines, what, held));
}

#[workflow]
pub async fn w197(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, many: Option<i64>, two: (i64, String), news: Event) -> Result<String, Failure> {
    if held.lines.contains(&two.1) {
        let mut turn1 = 0_i64;
        loop {
            turn1 += 1;
            if turn1 > 2 { break; }
            map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |held| {
                match text("north".to_string()).await {
                    Ok(word4) => {
                        'l5: for word6 in vec![held.clone(), "north".to_string()] {
                            note("turn".to_string()).await?;
                            if true {
                                return Ok(Kind::Named { name: word6.clone(), size: turn1 });
                            }
                            let mut lines8: Vec<String> = list(two.1.clone()).await?;
                        }
                    }
                    Err(failure2) => {
                        let cause3 = failure2.error().to_string();
                        if let Kind::Sized(many) = what.clone() {
                            sleep(Duration::from_secs(two.1.len() as u64)).await;
                        } else {
                            let held9: Parcel = Parcel { name: cause3.clone(), size: ((n) % 50 - (n) % 7) % 50 + (two.0) % 7, note: None::<String>, lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: held.clone(), code: two.0 }, count: None::<i64>, spot: my_types::Spot { x: n, y: turn1 } };
                            let Parcel { lines: lines10, kind: what11, .. } = held9;
                            let held9: BTreeMap<String, i64> = table(held9.label.text.clone()).await?;
                        }
                        return Ok(what.clone());
                    }
                }
                let what: String = held.clone();
                Ok(Kind::Sized(pair(turn1, n).await?))
            }).max_concurrency(2).await?;
            let mut held12: Parcel = Parcel { name: word.clone(), size: held.size, note: None::<String>, lines: vec![word.clone(), "".to_string()], kind: what.clone(), label: Label { text: two.1.clone(), code: held.count.unwrap_or(4) }, count: None::<i64>, spot: my_types::Spot { x: n, y: turn1 } };
            held12.lines.push("c".to_string());
        }
        let news13: Event = news.clone();
    } else if held.name == "b" {
        note(format!("at {n}/{word}")).await?;
    } else {
        note(format!("at {n}/{word}")).await?;
    }
    let mut many14: Option<i64> = None::<i64>;
    note(two.1.clone()).await?;
    note(format!("at {n}/{word}")).await?;
    count(many14).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(held.name.clone())
}
#[test]
fn w197_agrees() {
    agrees!(w197(n, word, perhaps, what, held, many, two, news));
}

#[workflow]
pub async fn w198(word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<(i64, String), Failure> {
    map(vec![held.label.text.clone(), word.clone()], async |word1| {
        'l2: for (at4, word3) in vec!["a".to_string(), word.clone()].into_iter().enumerate() {
            let n4 = at4 as i64;
            if !(held.name == "c") {
                if (word.len() as i64) % 50 + (held.spot.x) % 7 > -1 {
                    match word.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                            if sizes.is_empty() {
                                continue 'l2;
                            }
                        }
                        "north" => {
                            note(format!("at {word}/{word1}/{word3}/{n4}")).await?;
                        }
                        _ => {
                            note(format!("at {word}/{word1}/{word3}/{n4}")).await?;
                        }
                    }
                } else if n4 > 2 {
                    let held5: Parcel = held.clone();
                    let workflow: Vec<String> = held5.lines;
                    let (what6, sizes7) = join!(
                        kind(held5.label.code),
                        async {
                            let mut sizes8: BTreeMap<String, i64> = sizes.clone();
                            Ok(sizes.clone())
                        },
                    )
                    .await?;
                } else {
                    note(format!("at {word}/{word1}/{word3}/{n4}")).await?;
                }
                let mut held9: Parcel = held.clone();
                return Ok(sizes.clone());
            } else if held.spot == held.spot {
                let held10: Parcel = Parcel { name: word1.clone(), size: held.lines.len() as i64, note: Some(format!("{n4}/{n4}")), lines: lines.clone(), kind: held.kind.clone(), label: Label { text: "".to_string(), code: held.size }, count: many, spot: held.spot };
                let many11: Option<i64> = held10.count;
            } else {
                note(format!("at {word}/{word1}/{word3}/{n4}")).await?;
            }
        }
        let here12: my_types::Spot = between(my_types::Spot { x: held.label.code, ..held.spot }, my_types::Spot { x: held.label.code, ..held.spot }).timeout(Duration::from_secs(3)).await?;
        Ok(sizes.clone())
    }).await?;
    let sizes: BTreeMap<String, i64> = sizes.clone();
    note(format!("{word}/{word}")).await?;
    note(format!("at {word}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    count(many).await?;
    Ok((held.spot.x, word.clone()))
}
#[test]
fn w198_agrees() {
    agrees!(w198(word, lines, held, sizes, many, held_all, news));
}

#[workflow]
pub async fn w199(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held_all: Vec<Parcel>, news: Event) -> Result<Vec<String>, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        match perhaps.clone() {
            Some(word3) => {
                note(format!("at {flag}/{word}/{turn1}/{word3}")).await?;
            }
            None => {
                match perhaps.clone() {
                    Some(word4) => {
                        match risky(word4.clone()).await {
                            Ok(n7) => {
                                note("arm".to_string()).await?;
                            }
                            Err(Trouble::Busy) => {
                                sleep(Duration::from_secs(23)).await;
                            }
                            Err(Trouble::Bad { why: word8, .. }) => {
                            }
                            Err(Trouble::Closed(word8)) => {
                                note(format!("at {word}/{turn1}/{word4}/{word8}")).await?;
                            }
                            Err(other5) => return Err(other5.into()),
                        }
                    }
                    None => {
                        let mut turn9 = 0_i64;
                        'l10: loop {
                            turn9 += 1;
                            if turn9 > 2 { break; }
                            let news11: Event = news.clone();
                            match (n) % 6 {
                                0 => {
                                    note("arm".to_string()).await?;
                                }
                                1 | 2 => {
                                    note(format!("at {flag}/{word}/{turn1}/{turn9}")).await?;
                                }
                                n12 if n12 > 3 => {
                                    note(format!("at {word}/{turn1}/{turn9}/{n12}")).await?;
                                }
                                _ => {
                                    note(word.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                }
                            }
                        }
                        sleep(Duration::from_secs(68)).await;
                    }
                }
            }
        }
        return Ok(Vec::<String>::new());
    }
    let held13: Parcel = Parcel { name: word.clone(), size: held_all.len() as i64, note: perhaps.clone(), lines: vec!["".to_string()], kind: what.clone(), label: Label { text: word.clone(), code: 1 }, count: None::<i64>, spot: my_types::Spot { x: 1, y: turn1 } };
    let held13: String = held13.name;
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(format!("at {flag}/{word}/{turn1}/{held13}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(vec![word.clone()])
}
#[test]
fn w199_agrees() {
    agrees!(w199(n, flag, word, perhaps, what, held_all, news));
}
