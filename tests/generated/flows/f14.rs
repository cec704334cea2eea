//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w070(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, many: Option<i64>, held_all: Vec<Parcel>) -> Result<Parcel, Failure> {
    let (sizes1, news2) = join!(
        async {
            if !(perhaps.is_some()) {
                let mut turn3 = 0_i64;
                'l4: loop {
                    turn3 += 1;
                    if turn3 > 2 { break; }
                    let (held5, perhaps6, n7) = join!(
                        pack("north".to_string(), word.len() as i64, perhaps.is_none(), many),
                        async {
                            match word.as_str() {
                                "a" | "b" => {
                                    let mut what8: Kind = what.clone();
                                    what8 = Kind::Sized(6);
                                    let held_all9: Vec<Parcel> = boxes(held_all.iter().take(2).cloned().collect::<Vec<_>>(), turn3).timeout(Duration::from_secs(3)).await?;
                                }
                                "north" => {
                                    let mut news10: Event = Event::Lost(my_types::Loss { at: my_types::Spot { x: turn3, y: turn3 } });
                                    news10 = Event::Nothing;
                                }
                                _ => {
                                    note(format!("at {word}/{turn3}")).await?;
                                }
                            }
                            Ok(perhaps.clone())
                        },
                        async {
                            map(vec![word.clone(), "a".to_string()], async |word11| {
                                note(perhaps.clone().unwrap_or_default()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                Ok(Event::Lost(my_types::Loss { at: my_types::Spot { x: perhaps.as_ref().map_or(2, |of| of.len() as i64), y: turn3 } }))
                            }).await?;
                            let held12: Parcel = Parcel { name: "b".to_string(), size: many.unwrap_or(1), note: Some(word.clone()), lines: vec![word.clone(), "".to_string()], kind: what.clone(), label: Label { text: word.clone(), code: turn3 }, count: many, spot: my_types::Spot { x: turn3, y: turn3 } };
                            let n13: i64 = held12.size;
                            Ok(4)
                        },
                    )
                    .await?;
                }
                let mut many14: Option<i64> = None::<i64>;
                many14 = Some(held_all.len() as i64);
            }
            let mut perhaps15: Option<String> = perhaps.clone();
            perhaps15 = Some("c".to_string());
            Ok(BTreeMap::<String, i64>::new())
        },
        event(Event::Lost(my_types::Loss { at: my_types::Spot { x: many.unwrap_or(5), y: held_all.iter().map(|of| of.size % 9).sum::<i64>() } })),
    )
    .await?;
    let many: my_types::Spot = spot(my_types::Spot { x: lines.len() as i64, y: word.len() as i64 }).await?;
    let mut sizes1: Vec<String> = lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
    note(format!("at {word}")).await?;
    note(sizes1.join("-")).await?;
    between(many, many).await?;
    event(news2.clone()).await?;
    Ok(Parcel { name: word, size: 3, note: maybe(perhaps.clone().unwrap_or_default()).await?, lines: vec!["".to_string(), "b".to_string()], kind: Kind::Empty, label: Label { text: "c".to_string(), code: 4 }, count: None::<i64>, spot: many })
}
#[test]
fn w070_agrees() {
    agrees!(w070(word, perhaps, lines, what, many, held_all));
}

#[workflow]
pub async fn w071(word: String, what: Kind, held: Parcel, many: Option<i64>, here: my_types::Spot) -> Result<Event, Failure> {
    match (held.label.code) % 6 {
        0 => {
            let mut turn2 = 0_i64;
            while turn2 < 2 && matches!(what, Kind::Sized(_) | Kind::Empty) {
                turn2 += 1;
                let Ok(word) = text(held.name.clone()).await else {
                    if held.spot == here {
                        if !(true) {
                            note("arm".to_string()).await?;
                            if held.note.is_none() {
                                continue;
                            }
                        }
                    } else if !(matches!(held.kind, Kind::Sized(_) | Kind::Empty)) {
                    } else {
                    }
                    return Ok(Event::Nothing);
                };
            }
        }
        1 | 2 => {
            match (held.spot.x) % 6 {
                0 => {
                    note("arm".to_string()).await?;
                }
                1 | 2 => {
                    match (maybe(word.clone()).await?, ((held.spot.x) % 50 + (here.y) % 7) % 2 == 0) {
                        (Some(word3), true) => {
                            match event(Event::Nothing).await? {
                                Event::Sent { to: word4, times: n5, why: Some(_), .. } => {
                                    return Ok(Event::Lost(my_types::Loss { at: my_types::Spot { x: held.spot.x, ..here } }));
                                }
                                Event::Sent { times: n5, .. } => {
                                    note(format!("at {word}/{word3}/{n5}")).await?;
                                }
                                Event::Lost(my_types::Loss { at: x }) => {
                                    match (x, held.count) {
                                        (my_types::Spot { x: 0, y: n6 }, _) => {
                                            let mut news7: Event = Event::Sent { to: held.name.clone(), times: held.size, why: held.note.clone() };
                                            return Ok(news7.clone());
                                        }
                                        (my_types::Spot { x: n6, .. }, Some(word)) => {
                                            return Ok(Event::Nothing);
                                        }
                                        (_, None) => {
                                        }
                                        _ => {
                                        }
                                    }
                                    if held.spot == x {
                                        return Ok(Event::Nothing);
                                    }
                                }
                                Event::Nothing => {
                                }
                            }
                        }
                        (Some(word3), false) if word3 == "a" => {
                            note(format!("at {word}/{word3}")).await?;
                        }
                        (None, _) | (_, false) => {
                            note(format!("at {word}")).await?;
                        }
                    }
                    if !(held.count == Some(-1)) {
                        return Ok(Event::Lost(my_types::Loss { at: my_types::Spot { x: held.size, ..here } }));
                    }
                }
                i64::MIN..=-1 => {
                }
                _ => {
                    note(format!("at {word}")).await?;
                }
            }
            let what: Vec<Parcel> = vec![held.clone()];
        }
        _ => {
            note(format!("at {word}")).await?;
        }
    }
    let perhaps8: Option<String> = maybe(held.lines.join("-")).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    let many9: Option<i64> = many;
    note(format!("at {word}")).await?;
    count(many9).await?;
    note(perhaps8.clone().unwrap_or_default()).await?;
    between(here, here).await?;
    Ok(Event::Sent { to: held.name.clone(), times: (held.count.unwrap_or(1)) % 50 + (pair(held.size, 6).await?) % 7, why: held.note.clone() })
}
#[test]
fn w071_agrees() {
    agrees!(w071(word, what, held, many, here));
}

#[workflow]
pub async fn w072(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held_all: Vec<Parcel>, news: Event) -> Result<(i64, String), Failure> {
    if true {
        match spot(my_types::Spot { x: n, y: n }).await {
            Ok(here3) => {
                match word.as_str() {
                    "a" | "b" => {
                        note(format!("at {n}/{flag}/{word}")).await?;
                    }
                    "north" => {
                    }
                    "" if lines.contains(&word) => {
                    }
                    _ => {
                        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word4| {
                            let mut held5: Parcel = Parcel { name: word4.clone(), size: (6) % 50 - (here3.y) % 7, note: Some(word4.clone()), lines: lines.clone(), kind: Kind::Named { name: word4.clone(), size: held_all.iter().map(|of| of.size % 9).sum::<i64>() }, label: Label { text: word.clone(), code: -1 }, count: None::<i64>, spot: here3 };
                            Ok(flag)
                        }).await?;
                        {
                            let Some(word6) = perhaps.clone() else {
                                sleep(Duration::from_secs(11)).await;
                                let mut flag: Option<i64> = None::<i64>;
                                return Ok((n, format!("{n}/{n}")));
                            };
                            if let Kind::Sized(n7) = kind(here3.x).await? {
                                note("arm".to_string()).await?;
                            } else {
                                if flag && false {
                                    return Ok((n, format!("{n}/{n}")));
                                }
                                let mut word8: String = word.clone();
                                word8 = word6.clone();
                            }
                        }
                    }
                }
                let mut n: i64 = n;
            }
            Err(failure1) => return Err(failure1),
        }
        note(word.clone()).await?;
    } else if perhaps.is_some() {
        note(format!("at {n}/{flag}/{word}")).await?;
    } else {
        note(format!("at {n}/{flag}/{word}")).await?;
    }
    sleep(Duration::from_secs(3)).await;
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    note(lines.join("-")).await?;
    Ok((3, word))
}
#[test]
fn w072_agrees() {
    agrees!(w072(n, flag, word, perhaps, lines, held_all, news));
}

#[workflow]
pub async fn w073(flag: bool, word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String)) -> Result<(i64, String), Failure> {
    if false {
        let many: Option<i64> = count(many).await?;
    }
    match word.as_str() {
        "a" | "b" => {
            'l1: for two in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                let Ok(what3) = kind(word.len() as i64).await else {
                    match kind(lines.len() as i64).await? {
                        Kind::Sized(workflow) => {
                            note("arm".to_string()).await?;
                        }
                        _ => {
                            note(two.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            match two.as_str() {
                                "a" | "b" => {
                                    sleep(Duration::from_secs(word.len() as u64)).await;
                                }
                                "north" => {
                                    if flag && lines.contains(&two) {
                                        break 'l1;
                                    }
                                }
                                _ => {
                                    note(format!("at {flag}/{word}/{two}")).await?;
                                }
                            }
                        }
                    }
                    return Ok((lines.len() as i64, two.clone()));
                };
                if let Some(item) = maybe(format!("{two}/{flag}")).await? {
                    note("arm".to_string()).await?;
                }
            }
        }
        "north" => {
            note(format!("at {flag}/{word}")).await?;
        }
        _ => {
            note(format!("at {flag}/{word}")).await?;
        }
    }
    let flag: bool = lines.contains(&two.1);
    note(format!("at {word}/{flag}")).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    note(lines.join("-")).await?;
    Ok(two.clone())
}
#[test]
fn w073_agrees() {
    agrees!(w073(flag, word, lines, sizes, many, two));
}

#[workflow]
pub async fn w074(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<Vec<String>, Failure> {
    if held.lines.contains(&two.1) {
        match text(lines.join("-")).await {
            Ok(word3) => {
                note("arm".to_string()).await?;
                let mut lines4: Vec<String> = held.lines.clone();
                lines4.push("b".to_string());
            }
            Err(failure1) => {
                let cause2 = failure1.error().to_string();
                let (word5, news6) = join!(
                    async {
                        note("fork".to_string()).await?;
                        let Some(word7) = perhaps.clone() else {
                            'l8: for word9 in vec![cause2.clone(), word.clone()] {
                                note(two.1.clone()).timeout(Duration::from_secs(3)).await?;
                            }
                            return Err(Failure::new("Stopped", word.clone()));
                        };
                        if !(false) {
                            return Ok(word7.clone());
                        }
                        Ok(two.1.clone())
                    },
                    event(Event::Nothing),
                )
                .await?;
            }
        }
        'l11: for word12 in vec![held.label.text.clone(), held.name.clone()] {
            note("turn".to_string()).await?;
            let mut turn14 = 0_i64;
            let next15: Option<String> = held.note.clone();
            while let Some(word16) = next15.clone() {
                if turn14 > 1 { break; }
                turn14 += 1;
                note("turn".to_string()).await?;
                let held17: Parcel = held.clone();
                let lines: String = held17.name;
                let mut perhaps18: Option<String> = None::<String>;
                perhaps18 = Some(two.1.clone());
            }
        }
    }
    sleep(Duration::from_secs(53)).await;
    sleep(Duration::from_secs(two.1.len() as u64)).await;
    note(format!("at {n}/{flag}/{word}")).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>())
}
#[test]
fn w074_agrees() {
    agrees!(w074(n, flag, word, perhaps, lines, what, held, many, here, two));
}
