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
        if !(held.lines.contains(&word)) {
            match pack(held.lines.join("-"), held_all.len() as i64, flag, many).await {
                Ok(held5) => {
                    if flag && lines.contains(&held.label.text) {
                        let Some(word6) = held.note.clone() else {
                            let mut perhaps7: Option<String> = held5.note;
                            perhaps7 = Some(held.name.clone());
                            let here8: my_types::Spot = spot(here).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            break 'l2;
                        };
                    }
                }
                Err(failure3) => return Err(failure3),
            }
        } else if false {
        }
    }
    let mut many: Parcel = match word.as_str() {
        "a" | "b" => {
            if let Kind::Sized(n9) = held.kind.clone() {
                match risky(word.clone()).await {
                    Ok(n12) => {
                        note("arm".to_string()).await?;
                    }
                    Err(Trouble::Busy) => {
                    }
                    Err(Trouble::Bad { why: word13, .. }) => {
                    }
                    Err(Trouble::Closed(word13)) => {
                    }
                    Err(other10) => return Err(other10.into()),
                }
            }
            if !(matches!(news, Event::Sent { times, .. } if times > 2)) {
                return Ok(BTreeMap::<String, i64>::new());
            }
            Parcel { name: held.label.text.clone(), size: held.label.code, note: held.note.clone(), lines: vec![held.name.clone(), "b".to_string()], kind: Kind::Named { name: word.clone(), size: number(held.size).await? }, label: Label { text: held.label.text, code: here.y }, count: many, spot: held.spot }
        }
        "north" => {
            held.clone()
        }
        "" if held.spot.x > 1 => {
            return Ok(BTreeMap::<String, i64>::new());
        }
        _ => {
            pack(held.label.text.clone(), held.spot.x, flag && false, Some(turn1)).await?
        }
    };
    sleep(Duration::from_secs(many.name.len() as u64)).await;
    note(format!("at {flag}/{word}/{turn1}")).await?;
    parcel(many.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w150_agrees() {
    agrees!(w150(flag, word, lines, held, many, here, held_all, news));
}

#[workflow]
pub async fn w151(n: i64, flag: bool, word: String, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String)) -> Result<Event, Failure> {
    let (held_all1, many2, word3) = join!(
        boxes(vec![Parcel { name: held.label.text.clone(), size: two.0, note: held.note.clone(), lines: vec![held.name.clone()], kind: held.kind.clone(), label: Label { text: held.name.clone(), code: held.note.as_ref().map_or(4, |of| of.len() as i64) }, count: held.count, spot: my_types::Spot { x: n, y: held.spot.x } }], 3),
        count(sizes.get("a").copied()),
        async {
            map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |sizes| {
                let Some(word4) = held.note.clone() else {
                    match risky(held.name.clone()).await {
                        Ok(n7) => {
                            'l8: for n11 in 0..2_i64 {
                                note("turn".to_string()).await?;
                                let sizes12: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                break 'l8;
                            }
                        }
                        Err(Trouble::Busy) => {
                            let mut turn13 = 0_i64;
                            'l14: loop {
                                turn13 += 1;
                                if turn13 > 2 { break; }
                                let news15: Event = event(Event::Nothing).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                if false {
                                    break 'l14;
                                }
                            }
                            match held.note.clone() {
                                Some(two) if two.is_empty() => {
                                    note(format!("at {word}/{sizes}/{turn13}/{two}")).await?;
                                }
                                Some(two) => {
                                }
                                None => {
                                    note(format!("at {flag}/{word}/{sizes}/{turn13}")).await?;
                                }
                            }
                        }
                        Err(Trouble::Bad { why: here, .. }) => {
                            return Ok(Event::Lost(my_types::Loss { at: held.spot }));
                        }
                        Err(Trouble::Closed(here)) => {
                            note(format!("at {flag}/{word}/{sizes}/{here}")).await?;
                        }
                        Err(other5) => return Err(other5.into()),
                    }
                    let what: Kind = what.clone();
                    return Ok(Event::Nothing);
                };
                Ok(Event::Nothing)
            }).await?;
            Ok(held.label.text.clone())
        },
    )
    .await?;
    let mut n16: i64 = number(held.label.text.len() as i64).await?;
    n16 += (held.spot.x) % 10;
    n16 += (-2) % 10;
    note(format!("at {flag}/{word}/{word3}/{n16}")).await?;
    count(many2).await?;
    boxes(held_all1.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(Event::Lost(my_types::Loss { at: my_types::Spot { x: sizes.get(&held.label.text).copied().unwrap_or(4), ..here } }))
}
#[test]
fn w151_agrees() {
    agrees!(w151(n, flag, word, what, held, sizes, here, two));
}

#[workflow]
pub async fn w152(flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<Event, Failure> {
    'l1: for word2 in vec![word.clone(), "c".to_string()] {
        let (here4, flag5) = join!(
            async {
                match word.as_str() {
                    "a" | "b" => {
                        note("arm".to_string()).await?;
                        let held6: Parcel = held.clone();
                        let word7: String = held6.name;
                        let held8: Parcel = held.clone();
                        let many9: Option<i64> = held8.count;
                    }
                    "north" => {
                        let (what10, what11, two12) = join!(
                            async {
                                match held.name.as_str() {
                                    "a" | "b" => {
                                        note(format!("at {flag}/{word}/{word2}")).await?;
                                    }
                                    "north" => {
                                        sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                                        let two13: (i64, String) = ((here.y) % 50 + (sizes.get(&word2).copied().unwrap_or(4)) % 7, "a".to_string());
                                    }
                                    "" if sizes.is_empty() => {
                                        let mut n14: i64 = pair(held.note.as_ref().map_or(4, |of| of.len() as i64), held.count.unwrap_or(1)).await?;
                                    }
                                    _ => {
                                    }
                                }
                                let mut held15: Parcel = Parcel { name: word.clone(), size: here.y, note: held.note.clone(), lines: held.lines.clone(), kind: what.clone(), label: Label { text: word.clone(), code: held.spot.x }, count: Some(held.label.code), spot: my_types::Spot { x: held.name.len() as i64, y: here.y } };
                                Ok(held15.kind)
                            },
                            kind(5),
                            both(held.spot.x, format!("{word}/{flag}")),
                        )
                        .await?;
                        let mut word16: String = text(held.label.text.clone()).timeout(Duration::from_secs(3)).await?;
                    }
                    "" if sizes.is_empty() => {
                        note(format!("at {flag}/{word}/{word2}")).await?;
                    }
                    _ => {
                        note(format!("at {flag}/{word}/{word2}")).await?;
                    }
                }
                Ok(my_types::Spot { x: sizes.get(&held.label.text).copied().unwrap_or(4), y: held.label.code })
            },
            check(held.label.text.clone()),
        )
        .await?;
        let mut states: (i64, String) = (sizes.get(&word).copied().unwrap_or(6), word2.clone());
    }
    let perhaps17: Option<String> = None::<String>;
    let mut sizes18: BTreeMap<String, i64> = sizes;
    sizes18.insert("north".to_string(), held.name.len() as i64);
    note(format!("at {flag}/{word}")).await?;
    note(perhaps17.clone().unwrap_or_default()).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(event(Event::Lost(my_types::Loss { at: held.spot })).await?)
}
#[test]
fn w152_agrees() {
    agrees!(w152(flag, word, perhaps, what, held, sizes, many, here));
}

#[workflow]
pub async fn w153(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<(i64, String), Failure> {
    if let Ok(held1) = parcel(Parcel { name: two.1.clone(), size: perhaps.as_ref().map_or(-1, |of| of.len() as i64), note: perhaps.clone(), lines: vec!["c".to_string()], kind: Kind::Sized(-1), label: Label { text: word.clone(), code: here.y }, count: Some(((two.1.len() as i64) % 50 - (perhaps.as_ref().map_or(4, |of| of.len() as i64)) % 7) % 50 - ((6) % 50 + (held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 7) % 7), spot: my_types::Spot { x: two.0, ..here } }).await {
        'l2: for held_all in 0..2_i64 {
            match slow(two.0).await {
                Ok(word6) if word6 == "a" => {
                    note(format!("at {n}/{word}/{held_all}/{word6}")).await?;
                }
                Ok(word6) => {
                    let (perhaps8, perhaps9) = join!(
                        async {
                            let mut many10: Option<i64> = count(held1.count).await?;
                            Ok(perhaps.clone())
                        },
                        maybe(lines.join("-")),
                    )
                    .await?;
                }
                Err(Small::Late) => {
                    match (two.0) % 6 {
                        0 => {
                            note(format!("at {n}/{word}/{held_all}")).await?;
                        }
                        1 | 2 => {
                            match (held1.label.code) % 6 {
                                0 => {
                                    note("arm".to_string()).await?;
                                    let mut what11: Kind = Kind::Named { name: held1.name.clone(), size: held_all };
                                    continue 'l2;
                                }
                                1 | 2 => {
                                    note(format!("at {n}/{word}/{held_all}")).await?;
                                }
                                held1 if held1 > 3 => {
                                    let held12: Parcel = Parcel { name: word.clone(), size: here.y, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: here.y }, count: None::<i64>, spot: here };
                                    let word13: String = held12.label.text;
                                }
                                _ => {
                                    let perhaps: Option<i64> = count(Some(held1.lines.len() as i64)).await?;
                                    sleep(Duration::from_secs(two.1.len() as u64)).await;
                                }
                            }
                            let mut word14: String = word.clone();
                            word14 = word.clone();
                        }
                        here if here > 3 => {
                        }
                        i64::MIN..=-1 => {
                        }
                        _ => {
                            note(format!("at {n}/{word}/{held_all}")).await?;
                        }
                    }
                    let mut n15: i64 = number(two.0).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                }
                Err(Small::Full(_, word7)) => {
                }
                Err(Small::Empty) => {
                    note(format!("at {n}/{word}/{held_all}")).await?;
                }
            }
            if perhaps.is_some() {
                break 'l2;
            }
        }
    }
    let mut held_all: Option<i64> = count(None::<i64>).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    let n16: i64 = here.x;
    note(format!("at {n}/{word}/{n16}")).await?;
    count(held_all).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(two.clone())
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
        for here in lines.iter().take(3).cloned().collect::<Vec<_>>() {
            match (between(my_types::Spot { x: turn1, y: turn1 }, my_types::Spot { x: turn1, y: turn1 }).await?, many) {
                (my_types::Spot { x: 0, y: n4 }, _) => {
                    note(format!("at {word}/{turn1}/{here}/{n4}")).await?;
                }
                (my_types::Spot { x: n4, .. }, Some(many)) => {
                    match here.as_str() {
                        "a" | "b" => {
                            note(format!("at {turn1}/{here}/{n4}/{many}")).await?;
                        }
                        "north" => {
                            if false {
                                if true {
                                    return Ok(lines.clone());
                                }
                                let mut sizes5: BTreeMap<String, i64> = table(lines.join("-")).await?;
                            } else if matches!(what, Kind::Sized(_) | Kind::Empty) {
                                let lines: Vec<String> = vec![here.clone(), word.clone()];
                            }
                            if let Some(word6) = maybe(perhaps.clone().unwrap_or_default()).await? {
                                let here: Parcel = parcel(Parcel { name: "b".to_string(), size: turn1, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Named { name: lines.join("-"), size: n4 }, label: Label { text: here.clone(), code: many }, count: None::<i64>, spot: my_types::Spot { x: -1, y: 5 } }).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                break 'l2;
                            } else {
                                break;
                            }
                        }
                        "" if !(false) => {
                        }
                        _ => {
                            break 'l2;
                        }
                    }
                }
                (_, None) => {
                    note(format!("at {flag}/{word}/{turn1}/{here}")).await?;
                }
                _ => {
                }
            }
            let here: Option<String> = perhaps.clone();
        }
        let mut held_all7: Vec<Parcel> = vec![Parcel { name: word.clone(), size: here.x, note: perhaps.clone(), lines: lines.clone(), kind: what.clone(), label: Label { text: word.clone(), code: turn1 }, count: many, spot: here }];
        held_all7.push(Parcel { name: word.clone(), size: here.x, note: perhaps.clone(), lines: vec![word.clone()], kind: what.clone(), label: Label { text: word.clone(), code: here.x }, count: None::<i64>, spot: here });
    }
    let mut two8: (i64, String) = (here.x, word.clone());
    two8.1 = word.clone();
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(format!("at {flag}/{word}/{turn1}")).await?;
    both(two8.0, two8.1.clone()).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(lines.clone())
}
#[test]
fn w154_agrees() {
    agrees!(w154(flag, word, perhaps, lines, what, many, here));
}
