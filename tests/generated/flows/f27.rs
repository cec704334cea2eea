//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w135(n: i64, word: String, perhaps: Option<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Event, Failure> {
    if perhaps.is_none() {
        map(vec![word.clone(), "c".to_string()], async |word1| {
            note("fork".to_string()).await?;
            for n4 in 0..2_i64 {
                match two.1.as_str() {
                    "a" | "b" => {
                        match slow(many.unwrap_or(0)).await {
                            Ok(word7) if word7 == "a" => {
                                if (two.0) % 2 == 0 {
                                    return Ok(held_all.clone());
                                }
                                let sizes: BTreeMap<String, i64> = sizes.clone();
                            }
                            Ok(word7) => {
                                note(format!("at {word}/{word1}/{n4}/{word7}")).await?;
                            }
                            Err(Small::Late) => {
                                note(format!("at {n}/{word}/{word1}/{n4}")).await?;
                            }
                            Err(Small::Full(_, word8)) => {
                            }
                            Err(Small::Empty) => {
                                note(format!("at {n}/{word}/{word1}/{n4}")).await?;
                            }
                        }
                        let Kind::Sized(held_all) = kind(n).await? else {
                            let mut n9: i64 = 5;
                            n9 += (n9) % 10;
                            return Err(Failure::new("Stopped", word1.clone()));
                        };
                    }
                    "north" => {
                        note(format!("at {n}/{word}/{word1}/{n4}")).await?;
                    }
                    "" if true => {
                        match risky(format!("{word1}/{word1}")).await {
                            Ok(n12) => {
                                note(format!("at {word}/{word1}/{n4}/{n12}")).await?;
                            }
                            Err(Trouble::Busy) => {
                                let held14: Parcel = Parcel { name: word.clone(), size: held_all.iter().map(|of| of.size % 9).sum::<i64>(), note: None::<String>, lines: vec![word1.clone(), "north".to_string()], kind: Kind::Sized(n), label: Label { text: two.1.clone(), code: held_all.len() as i64 }, count: sizes.get("").copied(), spot: my_types::Spot { x: n4, y: 0 } };
                                let mut news15: Event = event(Event::Nothing).timeout(Duration::from_secs(3)).await?;
                            }
                            Err(Trouble::Bad { why: word13, .. }) => {
                            }
                            Err(Trouble::Closed(word13)) => {
                            }
                            Err(other10) => return Err(other10.into()),
                        }
                    }
                    _ => {
                    }
                }
            }
            let mut held16: Parcel = pack(word.clone(), two.0, true, Some(word.len() as i64)).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
            Ok(held_all.clone())
        }).max_concurrency(2).await?;
        let word17: String = two.1;
    } else {
        note(format!("at {n}/{word}")).await?;
    }
    let mut held18: Parcel = parcel(Parcel { name: "".to_string(), size: two.0, note: perhaps.clone(), lines: vec!["a".to_string(), "north".to_string()], kind: Kind::Named { name: perhaps.clone().unwrap_or_default(), size: (n) % 50 + (perhaps.as_ref().map_or(5, |of| of.len() as i64)) % 7 }, label: Label { text: "north".to_string(), code: n }, count: many, spot: my_types::Spot { x: n, y: -1 } }).await?;
    held18.label.code = held18.name.len() as i64;
    note(format!("at {n}")).await?;
    parcel(held18.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(news.clone())
}
#[test]
fn w135_agrees() {
    agrees!(w135(n, word, perhaps, sizes, many, two, held_all, news));
}

#[workflow]
pub async fn w136(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<BTreeMap<String, i64>, Failure> {
    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        if held.note.is_none() {
            if let Some(held) = held.note.clone() {
                if word1 == "" {
                    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word2| {
                        let mut news: Parcel = Parcel { name: word1.clone(), size: n, note: Some(word.clone()), lines: lines.clone(), kind: Kind::Named { name: "c".to_string(), size: sizes.get(&held).copied().unwrap_or(-2) }, label: Label { text: "".to_string(), code: lines.len() as i64 }, count: many, spot: between(here, my_types::Spot { x: word1.len() as i64, ..here }).await? };
                        let word2: Option<String> = news.note;
                        Ok(Parcel { name: word.clone(), size: here.y, note: lines.first().cloned(), lines: news.lines.clone(), kind: Kind::Named { name: word2.clone().unwrap_or_default(), size: (1) % 50 - (news.size) % 7 }, label: Label { text: word1.clone(), code: news.spot.x }, count: many, spot: spot(my_types::Spot { x: 5, y: news.spot.x }).await? })
                    }).await?;
                } else {
                }
                if check(lines.join("-")).await? {
                    note(format!("at {n}/{word}/{word1}/{held}")).await?;
                } else {
                    match (pair(held_all.iter().map(|of| of.size % 9).sum::<i64>(), here.y).await?) % 6 {
                        0 => {
                            note(format!("at {n}/{word}/{word1}/{held}")).await?;
                        }
                        1 | 2 => {
                            let held3: Parcel = Parcel { name: word.clone(), size: here.x, note: None::<String>, lines: lines.clone(), kind: what.clone(), label: Label { text: "".to_string(), code: here.y }, count: Some(held_all.iter().map(|of| of.size % 9).sum::<i64>()), spot: here };
                            let lines4: Vec<String> = held3.lines;
                        }
                        i64::MIN..=-1 => {
                        }
                        _ => {
                            let word5: String = text("b".to_string()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        }
                    }
                }
            } else {
            }
        } else {
        }
        let mut two6: (i64, String) = (held.spot.x, lines.join("-"));
        Ok(Kind::Named { name: word1.clone(), size: held.label.text.len() as i64 })
    }).await?;
    let what: Kind = kind(n).timeout(Duration::from_secs(3)).await?;
    note(format!("{n}/{n}")).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("at {n}/{word}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(sizes.clone())
}
#[test]
fn w136_agrees() {
    agrees!(w136(n, word, lines, what, held, sizes, many, here, held_all, news));
}

#[workflow]
pub async fn w137(flag: bool, word: String, what: Kind, held: Parcel, many: Option<i64>, here: my_types::Spot) -> Result<Option<String>, Failure> {
    for word1 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
        note("turn".to_string()).await?;
        match (here.y) % 6 {
            0 => {
                let mut turn4 = 0_i64;
                let next6: Option<String> = held.lines.first().cloned();
                'l5: while let Some(word7) = next6.clone() {
                    if turn4 > 1 { break; }
                    turn4 += 1;
                    if let Kind::Sized(n8) = kind(here.y).await? {
                        if held.spot.x > 0 {
                            note("arm".to_string()).await?;
                            if false {
                                continue 'l5;
                            }
                        }
                    } else {
                        return Ok(held.note.clone());
                    }
                    let mut turn9 = 0_i64;
                    while turn9 < 2 && matches!(what, Kind::Sized(_) | Kind::Empty) {
                        turn9 += 1;
                        note("turn".to_string()).await?;
                        let word: String = held.note.clone().unwrap_or_default();
                    }
                }
            }
            1 | 2 => {
                let here10: my_types::Spot = match word.as_str() {
                    "a" | "b" => {
                        if ((held.size) % 50 - (held.lines.len() as i64) % 7) % 2 == 0 {
                            note(format!("at {flag}/{word}/{word1}")).await?;
                        } else if flag && false {
                            note(format!("at {flag}/{word}/{word1}")).await?;
                        } else {
                        }
                        here
                    }
                    "north" => {
                        here
                    }
                    _ => {
                        my_types::Spot { x: number(held.label.code).await?, y: held.label.code }
                    }
                };
                if (held.lines.len() as i64) % 2 == 0 {
                    break;
                }
            }
            n3 if n3 > 3 => {
                note(format!("at {flag}/{word}/{word1}/{n3}")).await?;
            }
            i64::MIN..=-1 => {
            }
            _ => {
                note(format!("at {flag}/{word}/{word1}")).await?;
            }
        }
        if matches!(what, Kind::Sized(_) | Kind::Empty) {
            return Err(Failure::new("Stopped", "north".to_string()));
        }
    }
    let n11: i64 = here.x;
    let word: Option<i64> = count(held.count).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {flag}/{n11}")).await?;
    count(word).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(held.note.clone())
}
#[test]
fn w137_agrees() {
    agrees!(w137(flag, word, what, held, many, here));
}

#[workflow]
pub async fn w138(word: String, what: Kind, sizes: BTreeMap<String, i64>, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<BTreeMap<String, i64>, Failure> {
    match maybe(format!("{word}/{word}")).await {
        Ok(perhaps3) => {
            note("arm".to_string()).await?;
        }
        Err(failure1) => {
            let cause2 = failure1.error().to_string();
            match (maybe(word.clone()).await?, true) {
                (Some(word4), true) => {
                    note("arm".to_string()).await?;
                }
                (Some(word4), false) if word4 == "a" => {
                    let mut turn5 = 0_i64;
                    let next6: Option<String> = maybe(word4.clone()).await?;
                    while let Some(word7) = next6.clone() {
                        if turn5 > 1 { break; }
                        turn5 += 1;
                        note("turn".to_string()).await?;
                        if !(-2 > -1) {
                            return Ok(sizes.clone());
                        }
                    }
                    'l8: for word9 in vec![two.1.clone(), "a".to_string()] {
                        note("turn".to_string()).await?;
                        if matches!(news, Event::Sent { times, .. } if times > 1) {
                            continue 'l8;
                        }
                    }
                }
                (None, _) | (_, false) => {
                }
            }
            let mut turn11 = 0_i64;
            'l12: loop {
                turn11 += 1;
                if turn11 > 2 { break; }
                if let Some(n13) = count(Some(-1)).await? {
                    note("arm".to_string()).await?;
                    if sizes.is_empty() {
                        continue 'l12;
                    }
                } else {
                }
            }
        }
    }
    for n16 in 0..3_i64 {
        match (between(my_types::Spot { x: two.0, y: held_all.iter().map(|of| of.size % 9).sum::<i64>() }, my_types::Spot { x: two.0, y: two.0 }).await?, count(Some(two.0)).await?) {
            (my_types::Spot { x: 0, y: std }, _) => {
                note("arm".to_string()).await?;
            }
            (my_types::Spot { x: std, .. }, Some(n16)) => {
                note(format!("at {word}/{std}/{n16}")).await?;
            }
            (_, None) => {
            }
            _ => {
                note(format!("at {word}/{n16}")).await?;
            }
        }
    }
    sleep(Duration::from_secs(31)).await;
    note(format!("at {word}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(sizes.clone())
}
#[test]
fn w138_agrees() {
    agrees!(w138(word, what, sizes, two, held_all, news));
}

#[workflow]
pub async fn w139(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<i64, Failure> {
    match held.name.as_str() {
        "a" | "b" => {
            match perhaps.clone() {
                Some(word1) if word1.is_empty() => {
                    note("arm".to_string()).await?;
                }
                Some(word1) => {
                    let word1: (i64, String) = {
                        let two2: (i64, String) = (3, word1.clone());
                        if perhaps.is_some() {
                            let n3: i64 = two2.0;
                            note(format!("{word}/{word1}")).timeout(Duration::from_secs(3)).await?;
                            two2
                        } else if !((held.size) % 2 == 0) {
                            two2.clone()
                        } else {
                            two2
                        }
                    };
                }
                None => {
                }
            }
            if false {
                note(format!("at {n}/{word}")).await?;
            } else if !(perhaps.is_some()) {
                let flag4: bool = check(held.lines.join("-")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
            }
        }
        "north" => {
            note(format!("at {n}/{word}")).await?;
        }
        _ => {
            note(format!("at {n}/{word}")).await?;
        }
    }
    let held_all: i64 = held.spot.x;
    let held5: Parcel = Parcel { name: word.clone(), size: held_all, note: held.note.clone(), lines: held.lines.clone(), kind: what.clone(), label: Label { text: held.label.text.clone(), code: held_all }, count: Some(held.size), spot: held.spot };
    note(format!("at {n}/{word}/{held_all}")).await?;
    parcel(held5.clone()).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    Ok(held.label.text.len() as i64)
}
#[test]
fn w139_agrees() {
    agrees!(w139(n, word, perhaps, lines, what, held, many, here, held_all, news));
}
