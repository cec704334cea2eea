//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w100(n: i64, word: String, perhaps: Option<String>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Event, Failure> {
    let mut two1: (i64, String) = two.clone();
    two1.0 = -1;
    if perhaps.is_some() {
        return Ok(news.clone());
    } else {
        let mut turn2 = 0_i64;
        'l3: while turn2 < 2 && perhaps.is_some() {
            turn2 += 1;
            map(vec![word.clone(), two.1.clone()], async |perhaps| {
                if let Some(error) = maybe("a".to_string()).await? {
                    note("arm".to_string()).await?;
                    let what4: Kind = Kind::Named { name: word.clone(), size: (held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 50 - (two1.0) % 7 };
                } else {
                    note(format!("at {n}/{word}/{turn2}/{perhaps}")).await?;
                }
                match slow(5).await {
                    Ok(turn2) => {
                        note(format!("at {n}/{word}/{perhaps}/{turn2}")).await?;
                    }
                    Err(Small::Late) => {
                        note(format!("at {n}/{word}/{turn2}/{perhaps}")).await?;
                    }
                    Err(Small::Full(_, word7)) => {
                        return Ok(here.y);
                    }
                    Err(Small::Empty) => {
                        if false {
                            note("arm".to_string()).await?;
                            let mut lines8: Vec<String> = vec![word.clone()];
                        } else {
                            let perhaps: String = word.clone();
                            let held9: Parcel = Parcel { name: two.1.clone(), size: n, note: None::<String>, lines: vec![word.clone()], kind: Kind::Empty, label: Label { text: word.clone(), code: two1.0 }, count: None::<i64>, spot: here };
                            let Parcel { lines: lines10, kind: what11, .. } = held9;
                        }
                        let mut perhaps12: Option<String> = None::<String>;
                        perhaps12 = Some("".to_string());
                    }
                }
                Ok(two.0)
            }).await?;
            note(two.1.clone()).await?;
        }
        two1.1 = two.1.clone();
    }
    note(word.clone()).await?;
    note(format!("at {n}/{word}")).await?;
    both(two1.0, two1.1.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(news.clone())
}
#[test]
fn w100_agrees() {
    agrees!(w100(n, word, perhaps, here, two, held_all, news));
}

#[workflow]
pub async fn w101(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Vec<Parcel>, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        let perhaps: Vec<String> = {
            match word.as_str() {
                "a" | "b" => {
                    let held_all3: Vec<Parcel> = boxes(held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>(), perhaps.as_ref().map_or(6, |of| of.len() as i64)).timeout(Duration::from_secs(3)).await?;
                }
                "north" => {
                    match risky(word.clone()).await {
                        Ok(n6) => {
                            note("arm".to_string()).await?;
                        }
                        Err(Trouble::Busy) => {
                            break 'l2;
                        }
                        Err(Trouble::Bad { why: flag, .. }) => {
                            note(format!("at {n}/{word}/{turn1}/{flag}")).await?;
                        }
                        Err(Trouble::Closed(flag)) => {
                            let held7: Parcel = Parcel { name: "b".to_string(), size: here.x, note: perhaps.clone(), lines: vec![flag.clone()], kind: Kind::Sized(held_all.len() as i64), label: Label { text: flag.clone(), code: n }, count: many, spot: here };
                            let held_all: Option<String> = held7.note;
                        }
                        Err(other4) => return Err(other4.into()),
                    }
                }
                "" if here == here => {
                    match word.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                        }
                        "north" => {
                            break 'l2;
                        }
                        _ => {
                            let lines: Event = Event::Nothing;
                        }
                    }
                    if here == here {
                        let flag8: bool = check(word.clone()).await?;
                    }
                    return Ok(held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>());
                }
                _ => {
                    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                }
            }
            list(word.clone()).await?
        };
    }
    let mut word9: String = word.clone();
    word9 = "a".to_string();
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(format!("at {flag}/{word}/{turn1}/{word9}")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(boxes(held_all.iter().take(2).cloned().collect::<Vec<_>>(), n).await?)
}
#[test]
fn w101_agrees() {
    agrees!(w101(n, flag, word, perhaps, lines, many, here, held_all));
}

#[workflow]
pub async fn w102(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<bool, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && lines.contains(&word) {
        turn1 += 1;
        if check(word.clone()).await? {
            note(format!("at {n}/{word}/{turn1}")).await?;
        } else if (held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 2 == 0 {
            map(vec![held.name.clone(), word.clone()], async |many| {
                note("fork".to_string()).await?;
                match held.note.clone() {
                    Some(cx) if cx.is_empty() => {
                        note("arm".to_string()).await?;
                    }
                    Some(cx) => {
                        for word3 in vec![cx.clone(), held.name.clone()] {
                            note("turn".to_string()).await?;
                            if matches!(news, Event::Sent { times, .. } if times > 0) {
                                return Ok(BTreeMap::<String, i64>::new());
                            }
                            let news5: Event = event(Event::Lost(my_types::Loss { at: held.spot })).await?;
                        }
                    }
                    None => {
                        map(vec![held.label.text.clone(), "".to_string()], async |perhaps| {
                            note("fork".to_string()).await?;
                            if held.note.is_some() {
                                return Err(Failure::new("Stopped", many.clone()));
                            }
                            Ok(boxes(held_all.iter().filter(|of| of.note.is_none()).cloned().collect::<Vec<_>>(), held_all.len() as i64).await?)
                        }).max_concurrency(2).await?;
                        let mut turn6 = 0_i64;
                        'l7: loop {
                            turn6 += 1;
                            if turn6 > 2 { break; }
                            sleep(Duration::from_secs(held.name.len() as u64)).await;
                            let mut sizes8: BTreeMap<String, i64> = table(word.clone()).await?;
                        }
                    }
                }
                Ok(BTreeMap::<String, i64>::new())
            }).max_concurrency(2).await?;
        } else {
            note(format!("at {n}/{word}/{turn1}")).await?;
        }
        continue 'l2;
    }
    let held_all: Vec<Parcel> = held_all.clone();
    sleep(Duration::from_secs(73)).await;
    note(format!("at {n}/{word}/{turn1}")).await?;
    boxes(held_all.clone(), 1).await?;
    event(news.clone()).await?;
    count(many).await?;
    Ok(matches!(held.kind, Kind::Sized(_) | Kind::Empty))
}
#[test]
fn w102_agrees() {
    agrees!(w102(n, word, perhaps, lines, what, held, many, held_all, news));
}

#[workflow]
pub async fn w103(word: String, perhaps: Option<String>, held: Parcel, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<BTreeMap<String, i64>, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
        turn1 += 1;
        note("turn".to_string()).await?;
        let mut turn3 = 0_i64;
        'l4: loop {
            turn3 += 1;
            if turn3 > 2 { break; }
            note("turn".to_string()).await?;
            let Kind::Sized(turn3) = held.kind.clone() else {
                let mut word5: String = {
                    let mut turn6 = 0_i64;
                    'l7: loop {
                        turn6 += 1;
                        if turn6 > 2 { break two.1.clone(); }
                        sleep(Duration::from_secs(81)).await;
                    }
                };
                let two8: (i64, String) = both(held.note.as_ref().map_or(-1, |of| of.len() as i64), two.1.clone()).await?;
                return Err(Failure::new("Stopped", two8.1.clone()));
            };
            match maybe(held.label.text.clone()).await {
                Ok(perhaps11) => {
                    let perhaps: bool = if let Some(word12) = maybe("c".to_string()).await? {
                        let held13: Parcel = Parcel { name: word12.clone(), size: 3, note: Some(held.name.clone()), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: held.kind.clone(), label: Label { text: word.clone(), code: held.size }, count: None::<i64>, spot: held.spot };
                        let word14: String = held13.label.text;
                        false
                    } else {
                        held.label.code > -1
                    };
                    let held15: Parcel = Parcel { name: word.clone(), size: held.count.unwrap_or(2), note: perhaps11.clone(), lines: vec![held.label.text.clone()], kind: held.kind.clone(), label: Label { text: held.name.clone(), code: held.spot.x }, count: Some(held.note.as_ref().map_or(4, |of| of.len() as i64)), spot: held.spot };
                    let here16: my_types::Spot = held15.spot;
                }
                Err(failure9) => return Err(failure9),
            }
        }
    }
    sleep(Duration::from_secs(two.1.len() as u64)).await;
    let mut held_all17: Vec<Parcel> = held_all.clone();
    note(format!("at {word}/{turn1}")).await?;
    boxes(held_all17.clone(), 1).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w103_agrees() {
    agrees!(w103(word, perhaps, held, two, held_all, news));
}

#[workflow]
pub async fn w104(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, held_all: Vec<Parcel>) -> Result<Vec<Parcel>, Failure> {
    let mut turn1 = 0_i64;
    let next3: Option<String> = Some(perhaps.clone().unwrap_or_default());
    'l2: while let Some(word4) = next3.clone() {
        if turn1 > 1 { break; }
        turn1 += 1;
        for (at5, perhaps) in vec![word.clone(), word4.clone()].into_iter().enumerate() {
            let n5 = at5 as i64;
            let what: i64 = match maybe(perhaps.clone()).await? {
                Some(word6) => {
                    sizes.get(&word6).copied().unwrap_or(-2)
                }
                None => {
                    let held_all: i64 = -2;
                    pair(-1, turn1).await?
                }
            };
            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word7| {
                let held8: Parcel = Parcel { name: word7.clone(), size: sizes.get(&word7).copied().unwrap_or(2), note: Some(perhaps.clone()), lines: lines.clone(), kind: Kind::Named { name: word7.clone(), size: what }, label: Label { text: word4.clone(), code: turn1 }, count: sizes.get("").copied(), spot: my_types::Spot { x: held_all.iter().map(|of| of.size % 9).sum::<i64>(), y: held_all.len() as i64 } };
                sleep(Duration::from_secs(word7.len() as u64)).await;
                Ok(held8.size)
            }).await?;
        }
    }
    let mut n: i64 = if word == "b" {
        match word.as_str() {
            "a" | "b" => {
                note(format!("at {n}/{word}/{turn1}")).await?;
            }
            "north" => {
            }
            "" if !(held_all.iter().any(|of| of.count.is_none())) => {
                note(format!("at {n}/{word}/{turn1}")).await?;
            }
            _ => {
            }
        }
        turn1
    } else if !(true) {
        turn1
    } else {
        perhaps.as_ref().map_or(5, |of| of.len() as i64)
    };
    let held9: Parcel = Parcel { name: "north".to_string(), size: -2, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Named { name: word.clone(), size: ((turn1) % 50 - (n) % 7) % 50 - (n) % 7 }, label: Label { text: word.clone(), code: n }, count: sizes.get("").copied(), spot: my_types::Spot { x: turn1, y: (n) % 50 - (word.len() as i64) % 7 } };
    let n10: i64 = held9.spot.x;
    note(format!("at {word}/{turn1}/{n}/{n10}")).await?;
    parcel(held9.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    note(lines.join("-")).await?;
    Ok(held_all)
}
#[test]
fn w104_agrees() {
    agrees!(w104(n, word, perhaps, lines, what, sizes, held_all));
}
