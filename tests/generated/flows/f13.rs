//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w065(n: i64, flag: bool, word: String, perhaps: Option<String>, held: Parcel, two: (i64, String), news: Event) -> Result<Event, Failure> {
    let sizes1: BTreeMap<String, i64> = match table(format!("{word}/{n}")).await {
        Ok(flag) => {
            match held.kind.clone() {
                Kind::Sized(n4) => {
                    note("arm".to_string()).await?;
                }
                Kind::Named { name: word6, size: n5 } => {
                    map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word7| {
                        note("fork".to_string()).await?;
                        {
                            let mut news8: Event = news.clone();
                            news8 = Event::Nothing;
                            let held_all9: Vec<Parcel> = vec![held.clone()];
                        }
                        let lines11: Vec<String> = map(vec![word.clone(), held.label.text.clone()], async |word10| {
                            note("fork".to_string()).await?;
                            if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                                return Err(Failure::new("Stopped", held.label.text.clone()));
                            }
                            Ok(word7.clone())
                        }).max_concurrency(2).await?;
                        Ok(Event::Lost(my_types::Loss { at: my_types::Spot { x: n5, ..held.spot } }))
                    }).await?;
                    if let Some(n12) = held.count {
                        if let Kind::Sized(two) = held.kind.clone() {
                            note("arm".to_string()).await?;
                        }
                    }
                }
                Kind::Empty => {
                }
            }
            let lines13: Vec<String> = held.lines.clone();
            flag.clone()
        }
        Err(failure2) => {
            let cause3 = failure2.error().to_string();
            BTreeMap::<String, i64>::new()
        }
    };
    let mut what14: Kind = Kind::Empty;
    let two: String = two.1;
    note(format!("at {n}/{flag}/{word}/{two}")).await?;
    event(news.clone()).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(news.clone())
}
#[test]
fn w065_agrees() {
    agrees!(w065(n, flag, word, perhaps, held, two, news));
}

#[workflow]
pub async fn w066(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<Option<i64>, Failure> {
    if flag && held_all.iter().any(|of| of.count.is_none()) {
        {
            let mut turn1 = 0_i64;
            'l2: loop {
                turn1 += 1;
                if turn1 > 2 { break; }
                let mut lines3: Vec<String> = lines.clone();
                lines3.push(word.clone());
                if let Some(word4) = perhaps.clone() {
                    match perhaps.clone() {
                        Some(word5) if word5.is_empty() => {
                            let flag: Vec<Parcel> = boxes(vec![Parcel { name: two.1.clone(), size: perhaps.as_ref().map_or(-2, |of| of.len() as i64), note: perhaps.clone(), lines: vec![two.1.clone(), "c".to_string()], kind: Kind::Sized(two.0), label: Label { text: "north".to_string(), code: lines3.len() as i64 }, count: sizes.get("c").copied(), spot: my_types::Spot { x: n, y: two.0 } }], n).await?;
                        }
                        Some(word5) => {
                        }
                        None => {
                            let mut two: Vec<Parcel> = held_all.clone();
                            let mut held_all: Kind = kind(n).timeout(Duration::from_secs(3)).await?;
                        }
                    }
                } else {
                    let Some(held_all) = perhaps.clone() else {
                        lines3.push("a".to_string());
                        return Err(Failure::new("Stopped", two.1.clone()));
                    };
                    lines3.push(word.clone());
                }
            }
            let word6: String = two.1;
        }
        let held_all: Vec<Parcel> = held_all.clone();
    } else if perhaps.is_some() {
    }
    sleep(Duration::from_secs(14)).await;
    let held7: Parcel = Parcel { name: word.clone(), size: 6, note: Some(perhaps.clone().unwrap_or_default()), lines: lines.clone(), kind: Kind::Named { name: "north".to_string(), size: n }, label: Label { text: word.clone(), code: 1 }, count: Some(3), spot: my_types::Spot { x: two.0, y: word.len() as i64 } };
    let held_all: i64 = held7.spot.x;
    note(format!("at {n}/{flag}/{word}/{held_all}")).await?;
    parcel(held7.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(None::<i64>)
}
#[test]
fn w066_agrees() {
    agrees!(w066(n, flag, word, perhaps, lines, sizes, two, held_all));
}

#[workflow]
pub async fn w067(word: String, lines: Vec<String>, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<Parcel, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        if check(word.clone()).await? {
            note(format!("at {word}/{turn1}")).await?;
        } else {
            let Some(word3) = maybe(word.clone()).await? else {
                match news.clone() {
                    Event::Sent { to: word4, times: n5, why: Some(_), .. } => {
                        note("arm".to_string()).await?;
                    }
                    Event::Sent { times: n5, .. } => {
                        note(format!("at {word}/{turn1}/{n5}")).await?;
                    }
                    Event::Lost(my_types::Loss { at: turn1 }) => {
                        note(format!("at {word}")).await?;
                    }
                    Event::Nothing => {
                        let mut held6: Parcel = parcel(Parcel { name: word.clone(), size: held_all.iter().map(|of| of.size % 9).sum::<i64>(), note: None::<String>, lines: lines.clone(), kind: Kind::Sized(turn1), label: Label { text: word.clone(), code: 3 }, count: many, spot: my_types::Spot { x: lines.len() as i64, y: turn1 } }).await?;
                    }
                }
                continue 'l2;
            };
            let (sizes7, sizes8) = join!(
                async {
                    match event(Event::Sent { to: word3.clone(), times: turn1, why: lines.first().cloned() }).await? {
                        Event::Sent { to: many, times: n9, why: Some(_), .. } => {
                            return Ok(BTreeMap::<String, i64>::new());
                        }
                        Event::Sent { times: n9, .. } => {
                            note(format!("at {word}/{turn1}/{word3}/{n9}")).await?;
                        }
                        Event::Lost(my_types::Loss { at: _spare }) => {
                            note(format!("at {word}/{turn1}/{word3}")).await?;
                        }
                        Event::Nothing => {
                            {
                                let mut n10: i64 = turn1;
                                n10 += (turn1) % 10;
                            }
                            if held_all.iter().any(|of| of.count.is_none()) {
                                note("arm".to_string()).await?;
                            } else if false {
                                let perhaps11: Option<String> = Some(word.clone());
                                let lines: Kind = kind(turn1).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                            } else {
                            }
                        }
                    }
                    sleep(Duration::from_secs(70)).await;
                    Ok(BTreeMap::<String, i64>::new())
                },
                async {
                    Ok(BTreeMap::<String, i64>::new())
                },
            )
            .await?;
        }
    }
    sleep(Duration::from_secs(70)).await;
    let t: Vec<String> = list(word.clone()).await?;
    note(format!("at {word}/{turn1}")).await?;
    note(t.join("-")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(Parcel { name: "a".to_string(), size: turn1, note: t.first().cloned(), lines: vec![word.clone()], kind: Kind::Sized(many.unwrap_or(3)), label: Label { text: word.clone(), code: turn1 }, count: many, spot: my_types::Spot { x: word.len() as i64, y: turn1 } })
}
#[test]
fn w067_agrees() {
    agrees!(w067(word, lines, many, held_all, news));
}

#[workflow]
pub async fn w068(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Parcel, Failure> {
    let mut perhaps: Option<String> = perhaps.clone();
    sleep(Duration::from_secs(41)).await;
    {
        match slow(two.0).await {
            Ok(word3) => {
                note(format!("at {flag}/{word}/{word3}")).await?;
            }
            Err(Small::Late) => {
            }
            Err(Small::Full(_, word4)) => {
                note(format!("at {flag}/{word}/{word4}")).await?;
            }
            Err(Small::Empty) => {
                if let Some(word5) = maybe("north".to_string()).await? {
                    match slow(here.y).await {
                        Ok(flag) => {
                            note("arm".to_string()).await?;
                        }
                        Err(Small::Late) => {
                            match (two.0) % 6 {
                                0 => {
                                    note(format!("at {flag}/{word}/{word5}")).await?;
                                }
                                1 | 2 => {
                                }
                                _ => {
                                    let n10: i64 = here.y;
                                }
                            }
                        }
                        Err(Small::Full(_, word8)) => {
                            return Ok(Parcel { name: word.clone(), size: here.x, note: perhaps.clone(), lines: lines.clone(), kind: what.clone(), label: Label { text: two.1.clone(), code: here.y }, count: None::<i64>, spot: my_types::Spot { x: here.y, y: lines.len() as i64 } });
                        }
                        Err(Small::Empty) => {
                            note(format!("at {flag}/{word}/{word5}")).await?;
                        }
                    }
                    sleep(Duration::from_secs(two.1.len() as u64)).await;
                } else {
                    match (perhaps.clone(), flag && here.x > 1) {
                        (Some(word11), true) => {
                            match two.1.as_str() {
                                "a" | "b" => {
                                    note(format!("at {flag}/{word}/{word11}")).await?;
                                }
                                "north" => {
                                    note(format!("at {flag}/{word}/{word11}")).await?;
                                }
                                _ => {
                                }
                            }
                        }
                        (Some(word11), false) if word11 == "a" => {
                            note(format!("at {flag}/{word}/{word11}")).await?;
                        }
                        (None, _) | (_, false) => {
                            note(format!("at {flag}/{word}")).await?;
                        }
                    }
                    let lines: Vec<String> = list(format!("{word}/{flag}")).await?;
                }
                sleep(Duration::from_secs(31)).await;
            }
        }
        let perhaps12: Option<String> = lines.first().cloned();
    }
    note(format!("at {flag}/{word}")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(Parcel { name: two.1.clone(), size: here.x, note: Some(two.1.clone()), lines: list(lines.join("-")).await?, kind: kind(-2).await?, label: Label { text: word.clone(), code: here.x }, count: None::<i64>, spot: here })
}
#[test]
fn w068_agrees() {
    agrees!(w068(flag, word, perhaps, lines, what, here, two, held_all));
}

#[workflow]
pub async fn w069(word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String), news: Event) -> Result<Vec<Parcel>, Failure> {
    match kind(two.0).await? {
        Kind::Sized(n1) => {
            note("arm".to_string()).await?;
        }
        Kind::Named { name: word3, size: n2 } => {
            return Ok(vec![Parcel { name: two.1.clone(), size: lines.len() as i64, note: None::<String>, lines: vec![word.clone()], kind: Kind::Sized(3), label: Label { text: "c".to_string(), code: n2 }, count: None::<i64>, spot: here }]);
        }
        Kind::Empty => {
            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word4| {
                let (what5, flag6, held_all7) = join!(
                    async {
                        note(word4.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                        let (word8, news9) = join!(
                            text("c".to_string()),
                            async {
                                if (4) % 2 == 0 {
                                    return Ok(news.clone());
                                }
                                Ok(Event::Nothing)
                            },
                        )
                        .await?;
                        Ok(Kind::Sized(two.0))
                    },
                    check(word4.clone()),
                    async {
                        let mut news10: Event = news.clone();
                        Ok(vec![Parcel { name: word.clone(), size: here.y, note: Some(word4.clone()), lines: vec![word.clone()], kind: Kind::Named { name: format!("{word4}/{word4}"), size: 3 }, label: Label { text: "north".to_string(), code: 0 }, count: sizes.get("a").copied(), spot: here }])
                    },
                )
                .await?;
                Ok(news.clone())
            }).await?;
        }
    }
    match maybe(two.1.clone()).await? {
        Some(word11) if word11.is_empty() => {
            let mut turn12 = 0_i64;
            while turn12 < 2 && true {
                turn12 += 1;
                let mut turn13 = 0_i64;
                'l14: while turn13 < 2 && !(false) {
                    turn13 += 1;
                    if let Ok(news15) = event(news.clone()).await {
                        note("arm".to_string()).await?;
                    }
                }
                let sizes: String = text(word11.clone()).await?;
            }
            sleep(Duration::from_secs(35)).await;
        }
        Some(word11) => {
        }
        None => {
        }
    }
    let word: Parcel = Parcel { name: two.1.clone(), size: here.y, note: None::<String>, lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Sized(4), label: Label { text: word.clone(), code: here.x }, count: Some(number(here.y).await?), spot: here };
    note(format!("at ")).await?;
    parcel(word.clone()).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(vec![word.clone()])
}
#[test]
fn w069_agrees() {
    agrees!(w069(word, lines, sizes, here, two, news));
}
