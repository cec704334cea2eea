//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w025(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Kind, Failure> {
    match event(Event::Lost(my_types::Loss { at: my_types::Spot { x: many.unwrap_or(6), y: held.size } })).await? {
        Event::Sent { to: word1, times: held_all, why: Some(_), .. } => {
            note(format!("at {n}/{word}/{word1}/{held_all}")).await?;
        }
        Event::Sent { times: held_all, .. } => {
            if check(word).await? {
                note("arm".to_string()).await?;
            } else if true {
                let mut turn3 = 0_i64;
                'l4: loop {
                    turn3 += 1;
                    if turn3 > 2 { break; }
                    map(vec![two.1.clone(), held.name.clone()], async |word| {
                        let held5: Parcel = held.clone();
                        let Parcel { lines: lines6, kind: what7, .. } = held5;
                        Ok(None::<i64>)
                    }).await?;
                }
            }
            match (held.spot.x) % 6 {
                0 => {
                    note(format!("at {n}/{held_all}")).await?;
                }
                1 | 2 => {
                    match (held.label.code) % 6 {
                        0 => {
                            let word10: String = text(held.name.clone()).timeout(Duration::from_secs(3)).await?;
                            {
                                match (n) % 6 {
                                    0 => {
                                        note("arm".to_string()).await?;
                                        let mut many11: Option<i64> = held.count;
                                        many11 = Some(many.unwrap_or(3));
                                        let (n12, word13) = two;
                                    }
                                    1 | 2 => {
                                        note(format!("at {n}/{held_all}/{word10}")).await?;
                                    }
                                    states if states > 3 => {
                                        note(format!("at {n}/{held_all}/{word10}/{states}")).await?;
                                    }
                                    _ => {
                                    }
                                }
                            }
                        }
                        1 | 2 => {
                            note(format!("at {n}/{held_all}")).await?;
                        }
                        i64::MIN..=-1 => {
                            return Err(Failure::new("Stopped", held.name.clone()));
                        }
                        _ => {
                            return Ok(Kind::Named { name: held.label.text.clone(), size: held_all });
                        }
                    }
                    let held_all: Event = Event::Nothing;
                }
                _ => {
                }
            }
        }
        Event::Lost(my_types::Loss { at: here2 }) => {
            return Ok(what.clone());
        }
        Event::Nothing => {
            return Err(Failure::new("Stopped", held.name.clone()));
        }
    }
    let sizes: Vec<String> = list(held.name.clone()).await?;
    let held: bool = held.label.text == "north";
    note(format!("at {n}/{held}")).await?;
    note(sizes.join("-")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(what.clone())
}
#[test]
fn w025_agrees() {
    agrees!(w025(n, word, perhaps, what, held, sizes, many, here, two, held_all));
}

#[workflow]
pub async fn w026(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, held_all: Vec<Parcel>) -> Result<Vec<String>, Failure> {
    let mut turn1 = 0_i64;
    while turn1 < 2 && held.note.is_none() {
        turn1 += 1;
        note("turn".to_string()).await?;
        let held: Parcel = held.clone();
    }
    let Kind::Sized(input) = what.clone() else {
        let mut lines2: Vec<String> = list(format!("{turn1}/{n}")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
        match kind(held.name.len() as i64).await? {
            Kind::Sized(what) => {
                match held.label.text.as_str() {
                    "a" | "b" => {
                        note("arm".to_string()).await?;
                    }
                    "north" => {
                        match perhaps {
                            Some(word5) if word5.is_empty() => {
                                note(format!("at {word}/{turn1}/{what}/{word5}")).await?;
                            }
                            Some(word5) => {
                                note(format!("at {word}/{turn1}/{what}/{word5}")).await?;
                            }
                            None => {
                                let perhaps: Vec<Parcel> = boxes(vec![held.clone()], turn1).await?;
                                let (news6, perhaps7) = join!(
                                    event(Event::Lost(my_types::Loss { at: held.spot })),
                                    async {
                                        let held8: Parcel = Parcel { name: held.label.text.clone(), size: held.size, note: held.note.clone(), lines: lines.clone(), kind: held.kind.clone(), label: Label { text: held.label.text.clone(), code: n }, count: held.count, spot: my_types::Spot { x: held.size, y: perhaps.iter().map(|of| of.size % 9).sum::<i64>() } };
                                        let n: String = held8.name;
                                        let turn1: i64 = held.label.code;
                                        Ok(held.note.clone())
                                    },
                                )
                                .await?;
                            }
                        }
                    }
                    "" if held.spot == held.spot => {
                        note(format!("at {n}/{word}/{turn1}/{what}")).await?;
                    }
                    _ => {
                        return Ok(held.lines.clone());
                    }
                }
                return Ok(vec![held.label.text.clone(), "a".to_string()]);
            }
            _ => {
                note(format!("at {n}/{word}/{turn1}")).await?;
            }
        }
        return Ok(lines2.clone());
    };
    let what: Kind = Kind::Empty;
    note(format!("at {n}/{word}/{turn1}/{input}")).await?;
    boxes(held_all.clone(), 1).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(held.lines.clone())
}
#[test]
fn w026_agrees() {
    agrees!(w026(n, word, perhaps, lines, what, held, sizes, held_all));
}

#[workflow]
pub async fn w027(n: i64, flag: bool, word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<String, Failure> {
    match what {
        Kind::Sized(n1) if n1 > 3 => {
            note("arm".to_string()).await?;
        }
        Kind::Sized(n1) => {
            note(format!("at {n}/{flag}/{word}/{n1}")).await?;
        }
        Kind::Named { name: word3, size: n2 } => {
            note(format!("at {flag}/{word}/{word3}/{n2}")).await?;
        }
        Kind::Empty => {
            match kind(here.y).await? {
                Kind::Sized(serde) if serde > 3 => {
                    note("arm".to_string()).await?;
                }
                Kind::Sized(serde) => {
                    note(format!("at {n}/{flag}/{word}/{serde}")).await?;
                }
                Kind::Named { name: r#type, size: n4 } => {
                    let mut turn5 = 0_i64;
                    'l6: loop {
                        turn5 += 1;
                        if turn5 > 2 { break; }
                        note("turn".to_string()).await?;
                        if false {
                            break 'l6;
                        }
                    }
                }
                Kind::Empty => {
                    match two.1.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                        }
                        "north" => {
                        }
                        "" if false => {
                        }
                        _ => {
                            let n7: i64 = here.x;
                        }
                    }
                    let (sizes8, held9, what10) = join!(
                        table(word.clone()),
                        pack(word.clone(), lines.len() as i64, flag, Some(sizes.get(&two.1).copied().unwrap_or(2))),
                        async {
                            sleep(Duration::from_secs(18)).await;
                            Ok(Kind::Named { name: "".to_string(), size: here.x })
                        },
                    )
                    .await?;
                }
            }
            if true {
                match risky(two.1.clone()).await {
                    Ok(n13) => {
                        note("arm".to_string()).await?;
                    }
                    Err(Trouble::Busy) => {
                        let word15: String = text(two.1.clone()).await?;
                    }
                    Err(Trouble::Bad { why: word14, .. }) => {
                    }
                    Err(Trouble::Closed(word14)) => {
                        note(format!("at {n}/{flag}/{word}/{word14}")).await?;
                    }
                    Err(other11) => return Err(other11.into()),
                }
                let mut sizes16: BTreeMap<String, i64> = sizes.clone();
                sizes16.insert(word.clone(), word.len() as i64);
            } else if lines.contains(&word) {
            }
        }
    }
    note(two.1.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    let two: i64 = two.0;
    note(format!("at {n}/{flag}/{word}/{two}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(text(word.clone()).await?)
}
#[test]
fn w027_agrees() {
    agrees!(w027(n, flag, word, lines, what, sizes, here, two, held_all, news));
}

#[workflow]
pub async fn w028(n: i64, word: String, what: Kind, sizes: BTreeMap<String, i64>, news: Event) -> Result<String, Failure> {
    match (maybe("north".to_string()).await?, true) {
        (Some(news), true) => {
            if let Some(word) = maybe(word.clone()).await? {
                let Some(news) = maybe("b".to_string()).await? else {
                    let lines1: Vec<String> = list(news.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                    if check(lines1.join("-")).await? {
                        if check(word).await? {
                            sleep(Duration::from_secs(news.len() as u64)).await;
                        } else {
                            if false {
                                return Ok(lines1.join("-"));
                            }
                        }
                        for n4 in 0..3_i64 {
                            note("turn".to_string()).await?;
                            if news == "a" {
                                continue;
                            }
                            let mut lines5: Vec<String> = lines1.clone();
                            lines5.push(news.clone());
                        }
                    }
                    return Ok("north".to_string());
                };
                let what: Kind = what.clone();
            } else {
                note(format!("at {n}/{word}/{news}")).await?;
            }
            let mut here6: my_types::Spot = my_types::Spot { x: n, y: n };
            here6.y += (here6.x) % 10;
        }
        (Some(news), false) if news == "a" => {
        }
        (None, _) | (_, false) => {
        }
    }
    let held7: Parcel = Parcel { name: word.clone(), size: -1, note: None::<String>, lines: vec![word.clone(), "b".to_string()], kind: what.clone(), label: Label { text: "".to_string(), code: 5 }, count: sizes.get("b").copied(), spot: my_types::Spot { x: n, y: 3 } };
    let word8: String = held7.name;
    let mut word9: String = held7.lines.join("-");
    word9 = "c".to_string();
    note(format!("at {n}/{word}/{word8}/{word9}")).await?;
    event(news.clone()).await?;
    Ok(word9.clone())
}
#[test]
fn w028_agrees() {
    agrees!(w028(n, word, what, sizes, news));
}

#[workflow]
pub async fn w029(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Vec<Parcel>, Failure> {
    match event(Event::Nothing).await? {
        Event::Sent { to: word1, times: n2, why: Some(_), .. } => {
            for word4 in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                note("turn".to_string()).await?;
                let (held6, lines7, many8) = join!(
                    pack(word.clone(), here.x, flag, None::<i64>),
                    async {
                        {
                            let Some(word9) = perhaps.clone() else {
                                let held10: Parcel = Parcel { name: held.label.text.clone(), size: here.y, note: held.note.clone(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: held.label.text.clone(), size: (perhaps.as_ref().map_or(-2, |of| of.len() as i64)) % 50 + (held.size) % 7 }, label: Label { text: word4.clone(), code: 0 }, count: held.count, spot: here };
                                let n11: i64 = held10.size;
                                let held_all12: Vec<Parcel> = held_all.clone();
                                return Ok(vec![held.name.clone()]);
                            };
                            if false {
                                let here13: my_types::Spot = between(held.spot, held.spot).await?;
                            }
                        }
                        sleep(Duration::from_secs(28)).await;
                        Ok(vec![word4.clone(), held.label.text.clone()])
                    },
                    count(None::<i64>),
                )
                .await?;
                map(held6.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word14| {
                    Ok(held.spot.x)
                }).await?;
            }
            sleep(Duration::from_secs(held.name.len() as u64)).await;
        }
        Event::Sent { times: n2, .. } => {
        }
        Event::Lost(my_types::Loss { at: here3 }) => {
            note(format!("at {flag}/{word}")).await?;
        }
        Event::Nothing => {
        }
    }
    let held_all: Vec<Parcel> = held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>();
    sleep(Duration::from_secs(9)).await;
    note(format!("at {flag}/{word}")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(held_all.clone())
}
#[test]
fn w029_agrees() {
    agrees!(w029(flag, word, perhaps, lines, held, many, here, held_all));
}
