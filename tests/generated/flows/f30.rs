//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w150(flag: bool, word: String, lines: Vec<String>, held: Parcel, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<BTreeMap<String, i64>, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        let (news3, many4) = join!(
            event(news.clone()),
            async {
                if let Some(lines) = count(Some(held.count.unwrap_or(4))).await? {
                    map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word5| {
                        match (turn1) % 6 {
                            0 => {
                                let mut perhaps6: Option<String> = held.note.clone();
                                perhaps6 = Some(word.clone());
                                return Ok(held.spot);
                            }
                            1 | 2 => {
                                sleep(Duration::from_secs(held.name.len() as u64)).await;
                            }
                            here if here > 3 => {
                            }
                            i64::MIN..=-1 => {
                            }
                            _ => {
                                note(format!("at {word}/{turn1}/{lines}/{word5}")).await?;
                            }
                        }
                        Ok(my_types::Spot { x: held.lines.len() as i64, ..held.spot })
                    }).await?;
                    match (held.note.clone(), here == here) {
                        (Some(word7), true) => {
                            map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word8| {
                                sleep(Duration::from_secs(word8.len() as u64)).await;
                                let mut many9: Option<i64> = many;
                                Ok(held.lines.first().cloned())
                            }).await?;
                        }
                        (Some(word7), false) if word7 == "a" => {
                        }
                        (None, _) | (_, false) => {
                        }
                    }
                }
                Ok(None::<i64>)
            },
        )
        .await?;
    }
    let n10: i64 = here.x;
    let n10: Event = news.clone();
    note(format!("at {flag}/{word}/{turn1}")).await?;
    event(n10.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w150_agrees() {
    agrees!(w150(flag, word, lines, held, many, here, held_all, news));
}

#[workflow]
pub async fn w151(n: i64, flag: bool, word: String, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String), news: Event) -> Result<(i64, String), Failure> {
    'l1: for (at3, word2) in vec![held.label.text.clone(), held.label.text.clone()].into_iter().enumerate() {
        let n3 = at3 as i64;
        match (number(held.label.code).await?) % 6 {
            0 => {
                if let Some(word5) = held.note.clone() {
                    note(format!("at {word}/{word2}/{n3}/{word5}")).await?;
                } else {
                    if flag && held.spot == held.spot {
                        note(format!("at {flag}/{word}/{word2}/{n3}")).await?;
                    } else {
                        match risky(two.1.clone()).await {
                            Ok(n8) => {
                                note(format!("at {word}/{word2}/{n3}/{n8}")).await?;
                            }
                            Err(Trouble::Busy) => {
                                let mut two10: (i64, String) = two.clone();
                                two10.0 = 0;
                                sleep(Duration::from_secs(37)).await;
                            }
                            Err(Trouble::Bad { why: word9, .. }) => {
                                note(format!("at {word}/{word2}/{n3}/{word9}")).await?;
                            }
                            Err(Trouble::Closed(word9)) => {
                                note(format!("{n3}/{word2}")).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                let flag: Vec<Parcel> = boxes(vec![Parcel { name: "b".to_string(), size: word.len() as i64, note: held.note.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: held.kind.clone(), label: Label { text: word.clone(), code: sizes.get(&word).copied().unwrap_or(4) }, count: held.count, spot: my_types::Spot { x: here.y, ..here } }], here.x).await?;
                                return Err(Failure::new("Stopped", word9.clone()));
                            }
                            Err(other6) => return Err(other6.into()),
                        }
                        let perhaps11: Option<String> = held.note.clone();
                    }
                }
                match risky("".to_string()).await {
                    Ok(n14) => {
                        note(format!("at {word}/{word2}/{n3}/{n14}")).await?;
                    }
                    Err(Trouble::Busy) => {
                        note(format!("at {flag}/{word}/{word2}/{n3}")).await?;
                    }
                    Err(Trouble::Bad { why: word15, .. }) => {
                        note(format!("at {word}/{word2}/{n3}/{word15}")).await?;
                    }
                    Err(Trouble::Closed(word15)) => {
                    }
                    Err(other12) => return Err(other12.into()),
                }
            }
            1 | 2 => {
                note(format!("at {flag}/{word}/{word2}/{n3}")).await?;
            }
            n4 if n4 > 3 => {
            }
            _ => {
                note(format!("at {flag}/{word}/{word2}/{n3}")).await?;
            }
        }
    }
    sleep(Duration::from_secs(37)).await;
    note(word.clone()).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok((two.0, held.name.clone()))
}
#[test]
fn w151_agrees() {
    agrees!(w151(n, flag, word, what, held, sizes, here, two, news));
}

#[workflow]
pub async fn w152(flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<my_types::Spot, Failure> {
    let n1: i64 = here.y;
    match risky("b".to_string()).await {
        Ok(many) => {
            note("arm".to_string()).await?;
        }
        Err(Trouble::Busy) => {
        }
        Err(Trouble::Bad { why: word4, .. }) => {
            note(format!("at {flag}/{word}/{n1}/{word4}")).await?;
        }
        Err(Trouble::Closed(word4)) => {
            match maybe(held.label.text.clone()).await? {
                Some(input) if input.is_empty() => {
                    {
                        let mut turn5 = 0_i64;
                        'l6: loop {
                            turn5 += 1;
                            if turn5 > 2 { break; }
                            match what.clone() {
                                Kind::Sized(n7) if n7 > 3 => {
                                    note("arm".to_string()).await?;
                                    let held9: Parcel = held.clone();
                                    let Parcel { lines: lines10, kind: what11, .. } = held9;
                                    let mut lines10: Vec<String> = lines10.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
                                }
                                Kind::Sized(n7) => {
                                    note(format!("at {word4}/{input}/{turn5}/{n7}")).await?;
                                }
                                Kind::Named { name: word8, size: value } => {
                                    note(format!("at {input}/{turn5}/{word8}/{value}")).await?;
                                }
                                Kind::Empty => {
                                    note(format!("at {n1}/{word4}/{input}/{turn5}")).await?;
                                }
                            }
                            if flag && held.note.is_none() {
                                return Ok(my_types::Spot { x: held.label.code, ..held.spot });
                            }
                        }
                    }
                }
                Some(input) => {
                    note(format!("at {word}/{n1}/{word4}/{input}")).await?;
                }
                None => {
                    note(format!("at {flag}/{word}/{n1}/{word4}")).await?;
                }
            }
            match two.1.as_str() {
                "a" | "b" => {
                    note(format!("at {flag}/{word}/{n1}/{word4}")).await?;
                }
                "north" => {
                    let mut many12: Option<i64> = None::<i64>;
                    many12 = Some(-2);
                }
                _ => {
                }
            }
        }
        Err(other2) => return Err(other2.into()),
    }
    note(held.lines.join("-")).await?;
    note(format!("at {flag}/{word}/{n1}")).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(held.spot)
}
#[test]
fn w152_agrees() {
    agrees!(w152(flag, word, perhaps, what, held, sizes, many, here, two, held_all));
}

#[workflow]
pub async fn w153(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<(i64, String), Failure> {
    if let Ok(held1) = parcel(Parcel { name: two.1.clone(), size: perhaps.as_ref().map_or(-1, |of| of.len() as i64), note: perhaps.clone(), lines: vec!["c".to_string()], kind: Kind::Sized(-1), label: Label { text: word.clone(), code: here.y }, count: Some(((two.1.len() as i64) % 50 - (perhaps.as_ref().map_or(4, |of| of.len() as i64)) % 7) % 50 - ((6) % 50 + (held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 7) % 7), spot: my_types::Spot { x: two.0, ..here } }).await {
        return Err(Failure::new("Stopped", held1.label.text.clone()));
    }
    map(vec!["c".to_string(), word.clone()], async |word2| {
        let mut turn3 = 0_i64;
        'l4: loop {
            turn3 += 1;
            if turn3 > 2 { break; }
            if true {
                note(format!("at {n}/{word}/{word2}/{turn3}")).await?;
            } else if !(lines.contains(&two.1)) {
                let held5: Parcel = Parcel { name: two.1.clone(), size: here.y, note: lines.first().cloned(), lines: vec![two.1.clone(), two.1.clone()], kind: Kind::Empty, label: Label { text: word.clone(), code: two.0 }, count: None::<i64>, spot: here };
                let item: Option<i64> = held5.count;
                if let Some(n6) = count(item).await? {
                    let flag7: bool = check(word2.clone()).await?;
                } else {
                    note(format!("at {n}/{word}/{word2}/{turn3}")).await?;
                }
            } else {
                match (here.y) % 6 {
                    0 => {
                        note(format!("at {n}/{word}/{word2}/{turn3}")).await?;
                    }
                    1 | 2 => {
                        if word == "a" {
                            note("arm".to_string()).await?;
                        } else {
                            note(format!("at {n}/{word}/{word2}/{turn3}")).await?;
                        }
                        if perhaps.is_none() {
                            break 'l4;
                        }
                    }
                    n8 if n8 > 3 => {
                        note(format!("at {word}/{word2}/{turn3}/{n8}")).await?;
                    }
                    i64::MIN..=-1 => {
                        note(format!("at {n}/{word}/{word2}/{turn3}")).await?;
                    }
                    _ => {
                    }
                }
            }
            let held9: Parcel = Parcel { name: word2.clone(), size: lines.len() as i64, note: lines.first().cloned(), lines: vec![word2.clone()], kind: Kind::Named { name: two.1.clone(), size: here.x }, label: Label { text: word.clone(), code: turn3 }, count: None::<i64>, spot: my_types::Spot { x: two.0, y: -2 } };
        }
        let mut lines: Option<i64> = count(None::<i64>).await?;
        Ok(Vec::<String>::new())
    }).await?;
    let mut item: Option<i64> = count(Some(3)).timeout(Duration::from_secs(3)).await?;
    note(format!("at {n}/{word}")).await?;
    count(item).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok((perhaps.as_ref().map_or(1, |of| of.len() as i64), text(two.1.clone()).await?))
}
#[test]
fn w153_agrees() {
    agrees!(w153(n, word, perhaps, lines, here, two, held_all));
}

#[workflow]
pub async fn w154(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, many: Option<i64>, here: my_types::Spot) -> Result<Vec<String>, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        match risky(word.clone()).await {
            Ok(x) => {
                note(format!("at {flag}/{word}/{turn1}/{x}")).await?;
            }
            Err(Trouble::Busy) => {
                return Ok(lines.clone());
            }
            Err(Trouble::Bad { why: word5, .. }) => {
                if !(false) {
                    'l6: for (at7, turn1) in vec![word.clone(), word5.clone()].into_iter().enumerate() {
                        let n7 = at7 as i64;
                        let mut x: i64 = pair(n7, 6).await?;
                        if check(word.clone()).await? {
                            note(turn1.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            return Ok(vec![word5.clone()]);
                        } else {
                            continue 'l6;
                        }
                    }
                }
                let (here8, sizes9) = join!(
                    async {
                        let mut turn10 = 0_i64;
                        loop {
                            turn10 += 1;
                            if turn10 > 2 { break; }
                            match (here.x) % 6 {
                                0 => {
                                    note("arm".to_string()).await?;
                                }
                                1 | 2 => {
                                }
                                n11 if n11 > 3 => {
                                }
                                _ => {
                                    note(format!("at {word}/{turn1}/{word5}/{turn10}")).await?;
                                }
                            }
                        }
                        let two12: (i64, String) = (1, lines.join("-"));
                        Ok(my_types::Spot { x: here.x, y: word.len() as i64 })
                    },
                    table(word.clone()),
                )
                .await?;
            }
            Err(Trouble::Closed(word5)) => {
                note(format!("at {flag}/{word}/{turn1}/{word5}")).await?;
            }
            Err(other3) => return Err(other3.into()),
        }
        let flag: (i64, String) = both(word.len() as i64, word.clone()).await?;
    }
    let sizes13: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    let mut held14: Parcel = pack(lines.join("-"), here.y, flag, many).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {flag}/{word}/{turn1}")).await?;
    parcel(held14.clone()).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(list(word.clone()).await?)
}
#[test]
fn w154_agrees() {
    agrees!(w154(flag, word, perhaps, lines, what, many, here));
}
