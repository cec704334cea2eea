//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w040(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String), news: Event) -> Result<my_types::Spot, Failure> {
    if !(matches!(what, Kind::Sized(_) | Kind::Empty)) {
        if check(lines.join("-")).await? {
            sleep(Duration::from_secs(56)).await;
            let Some(here) = perhaps.clone() else {
                match perhaps.clone() {
                    Some(word1) if word1.is_empty() => {
                        note("arm".to_string()).await?;
                        let perhaps2: Option<String> = None::<String>;
                    }
                    Some(word1) => {
                    }
                    None => {
                    }
                }
                match perhaps.clone() {
                    Some(word3) => {
                        let mut turn4 = 0_i64;
                        'l5: while turn4 < 2 && false {
                            turn4 += 1;
                            note("turn".to_string()).await?;
                            let mut what: Option<String> = Some(lines.join("-"));
                        }
                    }
                    None => {
                        return Ok(my_types::Spot { x: here.y, y: (6) % 50 + (sizes.get(&word).copied().unwrap_or(-2)) % 7 });
                    }
                }
                return Ok(my_types::Spot { x: perhaps.as_ref().map_or(0, |of| of.len() as i64), ..here });
            };
        }
        match perhaps {
            Some(word6) if word6.is_empty() => {
                {
                    note(format!("at {n}/{flag}/{word}/{word6}")).await?;
                }
            }
            Some(word6) => {
            }
            None => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
        }
    }
    let env: i64 = number(6).await?;
    let mut news7: Event = Event::Nothing;
    note(format!("at {n}/{flag}/{word}/{env}")).await?;
    event(news7.clone()).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(my_types::Spot { x: n, ..here })
}
#[test]
fn w040_agrees() {
    agrees!(w040(n, flag, word, perhaps, lines, what, sizes, here, two, news));
}

#[workflow]
pub async fn w041(n: i64, word: String, perhaps: Option<String>, what: Kind, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Vec<Parcel>, Failure> {
    map(vec![two.1.clone(), two.1.clone()], async |word1| {
        match event(Event::Sent { to: two.1.clone(), times: here.y, why: perhaps.clone() }).await? {
            Event::Sent { to: word2, times: n3, why: Some(_), .. } => {
                note("arm".to_string()).await?;
            }
            Event::Sent { times: n3, .. } => {
                map(vec![two.1.clone(), two.1.clone()], async |what| {
                    let mut turn5 = 0_i64;
                    'l6: while turn5 < 2 && !((5) % 2 == 0) {
                        turn5 += 1;
                        note(two.1.clone()).await?;
                        let flag7: bool = check("a".to_string()).await?;
                    }
                    Ok(Vec::<String>::new())
                }).await?;
                let mut what8: Kind = what.clone();
            }
            Event::Lost(my_types::Loss { at: here4 }) => {
                note(format!("at {n}/{word}/{word1}")).await?;
            }
            Event::Nothing => {
                if !(here.x > 1) {
                    note(format!("at {n}/{word}/{word1}")).await?;
                } else {
                    match perhaps.clone() {
                        Some(word9) if word9.is_empty() => {
                            note(format!("at {n}/{word}/{word1}/{word9}")).await?;
                        }
                        Some(word9) => {
                        }
                        None => {
                            map(vec![word1.clone(), word.clone()], async |word10| {
                                let mut news11: Event = Event::Lost(my_types::Loss { at: here });
                                news11 = Event::Nothing;
                                let held_all12: Vec<Parcel> = boxes(held_all.clone(), here.y).await?;
                                Ok(matches!(news11, Event::Sent { times, .. } if times > 0))
                            }).max_concurrency(2).await?;
                            if ((held_all.len() as i64) % 50 - (here.y) % 7) % 2 == 0 {
                                return Ok(Some(here.y));
                            }
                        }
                    }
                    note(word1.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                }
                sleep(Duration::from_secs(70)).await;
            }
        }
        Ok(None::<i64>)
    }).await?;
    let mut here13: my_types::Spot = my_types::Spot { x: two.1.len() as i64, y: here.x };
    here13.y += (two.0) % 10;
    let lines14: Vec<String> = list("c".to_string()).await?;
    note(format!("at {n}/{word}")).await?;
    note(lines14.join("-")).await?;
    between(here13, here13).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>())
}
#[test]
fn w041_agrees() {
    agrees!(w041(n, word, perhaps, what, here, two, held_all));
}

#[workflow]
pub async fn w042(word: String, perhaps: Option<String>, what: Kind, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<my_types::Spot, Failure> {
    if check(word.clone()).await? {
        if 6 > 2 {
            {
                match perhaps.clone() {
                    Some(word1) if word1.is_empty() => {
                        return Ok(my_types::Spot { x: (many.unwrap_or(6)) % 50 - (2) % 7, y: word.len() as i64 });
                    }
                    Some(word1) => {
                        let mut lines2: Vec<String> = list(word1.clone()).await?;
                        if false {
                            return Ok(my_types::Spot { x: 1, y: -2 });
                        }
                    }
                    None => {
                        let mut word: Vec<Parcel> = boxes(held_all.clone(), held_all.iter().map(|of| of.size % 9).sum::<i64>()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        {
                            note("north".to_string()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                            let held3: Parcel = Parcel { name: "".to_string(), size: word.iter().map(|of| of.size % 9).sum::<i64>(), note: perhaps.clone(), lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: "b".to_string(), code: perhaps.as_ref().map_or(4, |of| of.len() as i64) }, count: Some(held_all.len() as i64), spot: my_types::Spot { x: 3, y: held_all.iter().map(|of| of.size % 9).sum::<i64>() } };
                            let many4: Option<i64> = held3.count;
                        }
                    }
                }
                let held5: Parcel = Parcel { name: word.clone(), size: word.len() as i64, note: perhaps.clone(), lines: vec![word.clone()], kind: what.clone(), label: Label { text: word.clone(), code: 5 }, count: many, spot: my_types::Spot { x: (word.len() as i64) % 50 + (held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 7, y: -2 } };
                let Parcel { lines: lines6, kind: what7, .. } = held5;
            }
            let held_all8: Vec<Parcel> = boxes(held_all.clone(), many.unwrap_or(5)).await?;
        } else if !(matches!(news, Event::Sent { times, .. } if times > 1)) {
            return Ok(my_types::Spot { x: 6, y: held_all.len() as i64 });
        } else {
        }
        if !(matches!(what, Kind::Sized(_) | Kind::Empty)) {
            return Ok(my_types::Spot { x: many.unwrap_or(0), y: many.unwrap_or(1) });
        }
    } else if (6) % 50 + (2) % 7 > 1 {
    }
    sleep(Duration::from_secs(73)).await;
    let word: bool = check(word.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {word}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    count(many).await?;
    Ok(my_types::Spot { x: held_all.iter().map(|of| of.size % 9).sum::<i64>(), y: held_all.iter().map(|of| of.size % 9).sum::<i64>() })
}
#[test]
fn w042_agrees() {
    agrees!(w042(word, perhaps, what, many, held_all, news));
}

#[workflow]
pub async fn w043(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Kind, Failure> {
    if let Some(result) = perhaps.clone() {
        let mut turn1 = 0_i64;
        'l2: loop {
            turn1 += 1;
            if turn1 > 2 { break; }
            if (held.spot.x) % 2 == 0 {
                if (held.lines.len() as i64) % 2 == 0 {
                    match held.label.text.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                            continue 'l2;
                        }
                        "north" => {
                            note(format!("at {n}/{word}/{result}/{turn1}")).await?;
                        }
                        "" if held.lines.contains(&result) => {
                            note(format!("at {n}/{word}/{result}/{turn1}")).await?;
                        }
                        _ => {
                            let mut many3: Option<i64> = count(Some(held.size)).await?;
                            let held4: Parcel = Parcel { name: held.label.text.clone(), size: held.size, note: held.note.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: held.kind.clone(), label: Label { text: result.clone(), code: here.y }, count: held.count, spot: held.spot };
                            let held4: String = held4.name;
                        }
                    }
                }
                'l5: for turn1 in vec!["".to_string(), "".to_string()] {
                    for (at7, result) in held.lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                        let n7 = at7 as i64;
                        note("turn".to_string()).await?;
                        return Ok(what.clone());
                    }
                    if check(result.clone()).await? {
                        note("arm".to_string()).await?;
                    } else if held_all.iter().any(|of| of.count.is_none()) {
                    } else {
                        note(format!("at {n}/{word}/{result}/{turn1}")).await?;
                    }
                }
            } else if word == "b" {
                break 'l2;
            } else {
            }
        }
    }
    let mut held8: Parcel = Parcel { name: "c".to_string(), size: n, note: Some(word), lines: held.lines.clone(), kind: Kind::Empty, label: Label { text: held.label.text, code: held.spot.x }, count: count(held.count).await?, spot: my_types::Spot { x: 0, y: here.y } };
    held8.lines.push(held.name.clone());
    note(held.lines.join("-")).await?;
    note(format!("at {n}")).await?;
    parcel(held8.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(held.kind.clone())
}
#[test]
fn w043_agrees() {
    agrees!(w043(n, word, perhaps, what, held, here, held_all));
}

#[workflow]
pub async fn w044(n: i64, flag: bool, word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>) -> Result<String, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && lines.contains(&word) {
        turn1 += 1;
        if let Ok(flag3) = check(word.clone()).await {
            match kind(turn1).await? {
                Kind::Sized(flag) if flag > 3 => {
                    return Ok(word.clone());
                }
                Kind::Sized(flag) => {
                }
                Kind::Named { name: word4, size: states } => {
                    note(format!("at {turn1}/{flag3}/{word4}/{states}")).await?;
                }
                Kind::Empty => {
                    note(word.clone()).await?;
                    break 'l2;
                }
            }
            match word.as_str() {
                "a" | "b" => {
                    note("arm".to_string()).await?;
                }
                "north" => {
                    let n: i64 = number(n).await?;
                }
                _ => {
                }
            }
        } else {
            note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
        }
        match slow(n).await {
            Ok(word7) => {
                if true {
                    let (flag9, held_all10) = join!(
                        check(word.clone()),
                        async {
                            note("fork".to_string()).await?;
                            if flag && word == "north" {
                                return Err(Failure::new("Stopped", "b".to_string()));
                            }
                            Ok(vec![Parcel { name: "c".to_string(), size: n, note: None::<String>, lines: lines.clone(), kind: Kind::Sized(n), label: Label { text: word7.clone(), code: word7.len() as i64 }, count: many, spot: my_types::Spot { x: 4, y: n } }])
                        },
                    )
                    .await?;
                    let sizes11: BTreeMap<String, i64> = sizes.clone();
                } else if many == Some(2) {
                } else {
                }
            }
            Err(Small::Late) => {
            }
            Err(Small::Full(_, word8)) => {
                note(format!("at {flag}/{word}/{turn1}/{word8}")).await?;
            }
            Err(Small::Empty) => {
            }
        }
    }
    let mut many12: Option<i64> = None::<i64>;
    many12 = Some(2);
    many12 = Some(sizes.get(&word).copied().unwrap_or(-1));
    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
    count(many12).await?;
    count(many).await?;
    note(lines.join("-")).await?;
    Ok("north".to_string())
}
#[test]
fn w044_agrees() {
    agrees!(w044(n, flag, word, lines, sizes, many));
}
