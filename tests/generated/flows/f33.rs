//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w165(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<bool, Failure> {
    let n1: i64 = pair(1, held.label.code).await?;
    {
        'l2: for word3 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
            let (flag5, here6) = join!(
                async {
                    let mut perhaps: Vec<Parcel> = vec![Parcel { name: "b".to_string(), size: held.note.as_ref().map_or(-1, |of| of.len() as i64), note: held.lines.first().cloned(), lines: vec![held.label.text.clone()], kind: what.clone(), label: Label { text: "north".to_string(), code: here.y }, count: None::<i64>, spot: my_types::Spot { x: n1, y: n1 } }];
                    let word: BTreeMap<String, i64> = sizes.clone();
                    Ok(!(held.name == "a"))
                },
                between(my_types::Spot { x: here.y, y: held.size }, my_types::Spot { x: here.x, y: sizes.get(&word3).copied().unwrap_or(-2) }),
            )
            .await?;
            match held.kind.clone() {
                Kind::Sized(n7) if n7 > 3 => {
                    note(format!("at {n1}/{word3}/{flag5}/{n7}")).await?;
                }
                Kind::Sized(n7) => {
                }
                Kind::Named { name: word9, size: n8 } => {
                    let (held_all10, held_all11, flag12) = join!(
                        async {
                            match (held.spot.x) % 6 {
                                0 => {
                                    return Ok(vec![held.clone()]);
                                }
                                1 | 2 => {
                                    let held13: Parcel = held.clone();
                                    let n14: i64 = held13.spot.x;
                                }
                                _ => {
                                }
                            }
                            sleep(Duration::from_secs(held.name.len() as u64)).await;
                            Ok(vec![held.clone()])
                        },
                        async {
                            Ok(vec![held.clone()])
                        },
                        check(perhaps.clone().unwrap_or_default()),
                    )
                    .await?;
                    break 'l2;
                }
                Kind::Empty => {
                    note(format!("at {word}/{n1}/{word3}/{flag5}")).await?;
                }
            }
        }
        if sizes.is_empty() {
            return Err(Failure::new("Stopped", word.clone()));
        }
    }
    let mut word: my_types::Spot = my_types::Spot { x: here.y, ..held.spot };
    note(format!("at {n}/{n1}")).await?;
    between(word, word).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(!(perhaps.is_some()))
}
#[test]
fn w165_agrees() {
    agrees!(w165(n, word, perhaps, what, held, sizes, many, here));
}

#[workflow]
pub async fn w166(flag: bool, word: String, what: Kind, held: Parcel, many: Option<i64>, news: Event) -> Result<Option<String>, Failure> {
    if let Some(word1) = held.note {
        let word1: Vec<Parcel> = {
            let mut turn2 = 0_i64;
            'l3: loop {
                turn2 += 1;
                if turn2 > 2 { break vec![Parcel { name: held.label.text.clone(), size: held.count.unwrap_or(0), note: held.lines.first().cloned(), lines: held.lines.clone(), kind: Kind::Sized(held.size), label: Label { text: "".to_string(), code: held.lines.len() as i64 }, count: many, spot: my_types::Spot { x: held.label.code, ..held.spot } }]; }
                let sizes4: BTreeMap<String, i64> = table(format!("{word}/{turn2}")).await?;
            }
        };
        let mut turn5 = 0_i64;
        while turn5 < 2 && word1.iter().map(|of| of.size % 9).sum::<i64>() > 3 {
            turn5 += 1;
            note("turn".to_string()).await?;
            match word.as_str() {
                "a" | "b" => {
                    return Ok(Some(held.lines.join("-")));
                }
                "north" => {
                    note(format!("at {flag}/{word}/{turn5}")).await?;
                }
                _ => {
                    continue;
                }
            }
        }
    } else {
        note(format!("at {flag}/{word}")).await?;
    }
    if flag && held.lines.contains(&held.name) {
        return Ok(Some(held.lines.join("-")));
    } else if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
        if let Some(word6) = maybe(word.clone()).await? {
            sleep(Duration::from_secs(62)).await;
            match word6.as_str() {
                "a" | "b" => {
                    note("arm".to_string()).await?;
                }
                "north" => {
                    note(format!("at {flag}/{word}/{word6}")).await?;
                }
                _ => {
                    note(format!("at {flag}/{word}/{word6}")).await?;
                }
            }
        }
    } else {
        return Ok(Some(word.clone()));
    }
    let mut word: String = held.name;
    note(format!("at {flag}/{word}")).await?;
    event(news.clone()).await?;
    count(many).await?;
    Ok(maybe("b".to_string()).await?)
}
#[test]
fn w166_agrees() {
    agrees!(w166(flag, word, what, held, many, news));
}

#[workflow]
pub async fn w167(word: String, lines: Vec<String>, what: Kind, held: Parcel, held_all: Vec<Parcel>, news: Event) -> Result<my_types::Spot, Failure> {
    match (pair(lines.len() as i64, held.size).await?) % 6 {
        0 => {
            return Ok(my_types::Spot { x: held.label.text.len() as i64, ..held.spot });
        }
        1 | 2 => {
            match risky(held.name.clone()).await {
                Ok(n4) => {
                    note(format!("at {word}/{n4}")).await?;
                }
                Err(Trouble::Busy) => {
                    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |states| {
                        if !(false) {
                            let held6: Parcel = Parcel { name: word.clone(), size: held.lines.len() as i64, note: held.note.clone(), lines: vec!["north".to_string()], kind: what.clone(), label: Label { text: "b".to_string(), code: held.lines.len() as i64 }, count: Some(held.size), spot: held.spot };
                            let n7: i64 = held6.spot.x;
                            match (held.size) % 6 {
                                0 => {
                                    let word: (i64, String) = (held.spot.x, "north".to_string());
                                    sleep(Duration::from_secs(61)).await;
                                }
                                1 | 2 => {
                                    let news: Event = news.clone();
                                }
                                n8 if n8 > 3 => {
                                }
                                i64::MIN..=-1 => {
                                    sleep(Duration::from_secs(states.len() as u64)).await;
                                    return Ok(Kind::Empty);
                                }
                                _ => {
                                }
                            }
                        }
                        Ok(Kind::Sized(number(held.spot.x).await?))
                    }).await?;
                    let mut many9: Option<i64> = None::<i64>;
                    many9 = Some(held.note.as_ref().map_or(0, |of| of.len() as i64));
                }
                Err(Trouble::Bad { why: word5, .. }) => {
                }
                Err(Trouble::Closed(word5)) => {
                }
                Err(other2) => return Err(other2.into()),
            }
            let held_all: Option<String> = held.note.clone();
        }
        n1 if n1 > 3 => {
            note(format!("at {word}/{n1}")).await?;
        }
        _ => {
        }
    }
    let held_all: i64 = held.spot.x;
    let Parcel { lines: lines10, kind: what11, .. } = held;
    note(format!("at {word}/{held_all}")).await?;
    note(lines10.join("-")).await?;
    event(news.clone()).await?;
    note(lines.join("-")).await?;
    Ok(my_types::Spot { x: 0, y: (held.note.as_ref().map_or(1, |of| of.len() as i64)) % 50 + (held.label.code) % 7 })
}
#[test]
fn w167_agrees() {
    agrees!(w167(word, lines, what, held, held_all, news));
}

#[workflow]
pub async fn w168(n: i64, word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String)) -> Result<Option<i64>, Failure> {
    match maybe(held.label.text.clone()).await? {
        Some(word1) => {
            note("arm".to_string()).await?;
            let (n2, word3) = two;
        }
        None => {
            match two.1.as_str() {
                "a" | "b" => {
                    let mut turn4 = 0_i64;
                    'l5: while turn4 < 2 && here.x > 1 {
                        turn4 += 1;
                        if held.lines.contains(&two.1) {
                            note(format!("at {n}/{word}/{turn4}")).await?;
                        } else if !(false) {
                            {
                                let mut lines6: Vec<String> = lines.clone();
                            }
                            if !(sizes.is_empty()) {
                                continue 'l5;
                            }
                        } else {
                            if sizes.is_empty() {
                                note(format!("at {n}/{word}/{turn4}")).await?;
                            } else if held.note.is_none() {
                                let held: Parcel = held.clone();
                                sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                            }
                        }
                        return Ok(held.count);
                    }
                }
                "north" => {
                }
                "" if true => {
                }
                _ => {
                    note(format!("at {n}/{word}")).await?;
                }
            }
        }
    }
    let word: String = format!("{n}/{word}");
    let two: String = text(held.name.clone()).timeout(Duration::from_secs(3)).await?;
    note(format!("at {n}/{word}/{two}")).await?;
    between(here, here).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(Some(n))
}
#[test]
fn w168_agrees() {
    agrees!(w168(n, word, lines, held, sizes, here, two));
}

#[workflow]
pub async fn w169(n: i64, word: String, perhaps: Option<String>, held: Parcel, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Option<String>, Failure> {
    let mut turn1 = 0_i64;
    let next3: Option<String> = held.note.clone();
    'l2: while let Some(word4) = next3.clone() {
        if turn1 > 1 { break; }
        turn1 += 1;
        if held.lines.contains(&held.name) {
            let mut turn5 = 0_i64;
            'l6: while turn5 < 2 && !(matches!(news, Event::Sent { times, .. } if times > -1)) {
                turn5 += 1;
                map(vec![held.name.clone(), held.label.text.clone()], async |serde| {
                    let mut turn7 = 0_i64;
                    let next8: Option<String> = maybe(serde.clone()).await?;
                    while let Some(word9) = next8.clone() {
                        if turn7 > 1 { break; }
                        turn7 += 1;
                        note("turn".to_string()).await?;
                        if !(held.lines.contains(&word9)) {
                            break;
                        }
                    }
                    Ok(BTreeMap::<String, i64>::new())
                }).await?;
                'l10: for (at12, word11) in held.lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                    let n12 = at12 as i64;
                    match held.kind.clone() {
                        Kind::Sized(perhaps) if perhaps > 3 => {
                            note("arm".to_string()).await?;
                            break 'l10;
                        }
                        Kind::Sized(perhaps) => {
                        }
                        _ => {
                            let mut held_all14: Vec<Parcel> = boxes(held_all.clone(), held.count.unwrap_or(-1)).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                        }
                    }
                    {
                        if !(matches!(news, Event::Sent { times, .. } if times > 3)) {
                            return Ok(held.lines.first().cloned());
                        }
                        if held.lines.contains(&word11) {
                            break 'l10;
                        }
                    }
                }
            }
            let word: Option<i64> = None::<i64>;
        } else {
        }
    }
    sleep(Duration::from_secs(6)).await;
    let what15: Kind = kind(two.0).await?;
    note(format!("at {n}/{word}/{turn1}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(Some(held.label.text.clone()))
}
#[test]
fn w169_agrees() {
    agrees!(w169(n, word, perhaps, held, here, two, held_all, news));
}
