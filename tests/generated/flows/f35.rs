//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w175(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, news: Event) -> Result<Kind, Failure> {
    let Parcel { lines: lines1, kind: what2, .. } = held;
    if !(held.note.is_some()) {
        note("arm".to_string()).await?;
    } else {
        let (flag3, here4, two5) = join!(
            check(held.label.text.clone()),
            async {
                if let Some(n6) = held.count {
                    note("arm".to_string()).await?;
                } else {
                    let (sizes7, here8) = join!(
                        async {
                            if check(word.clone()).await? {
                                if held.note.is_none() {
                                    return Ok(BTreeMap::<String, i64>::new());
                                }
                            } else if held.count == Some(1) {
                                let mut news: i64 = held.name.len() as i64;
                                let held: Event = Event::Sent { to: word.clone(), times: held.label.code, why: Some(held.name.clone()) };
                            }
                            Ok(BTreeMap::<String, i64>::new())
                        },
                        between(my_types::Spot { x: n, y: held.size }, my_types::Spot { x: 6, y: held.spot.x }),
                    )
                    .await?;
                    map(lines1.iter().take(3).cloned().collect::<Vec<_>>(), async |news| {
                        if !(held.label.code > 3) {
                            note("arm".to_string()).await?;
                        } else if flag && lines1.contains(&held.name) {
                        } else {
                        }
                        let flag: bool = !(here8 == here8);
                        Ok(vec![Parcel { name: word.clone(), size: held.label.code, note: None::<String>, lines: lines1.clone(), kind: what2.clone(), label: Label { text: news.clone(), code: here8.x }, count: None::<i64>, spot: here8 }])
                    }).max_concurrency(2).await?;
                }
                Ok(held.spot)
            },
            async {
                Ok((held.size, format!("{word}/{word}")))
            },
        )
        .await?;
        let news9: Event = event(Event::Nothing).await?;
    }
    let what2: String = text("c".to_string()).await?;
    note(format!("at {n}/{flag}/{word}/{what2}")).await?;
    note(lines1.join("-")).await?;
    event(news.clone()).await?;
    note(lines.join("-")).await?;
    Ok(Kind::Sized(held.size))
}
#[test]
fn w175_agrees() {
    agrees!(w175(n, flag, word, perhaps, lines, held, news));
}

#[workflow]
pub async fn w176(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<(i64, String), Failure> {
    {
        'l1: for n3 in 0..3_i64 {
            let mut perhaps4: Option<String> = perhaps.clone();
            let (lines5, two6) = join!(
                async {
                    let Some(n7) = many else {
                        match held.kind.clone() {
                            Kind::Sized(n8) if n8 > 3 => {
                                note("arm".to_string()).await?;
                            }
                            Kind::Sized(n8) => {
                                return Ok(vec!["c".to_string()]);
                            }
                            Kind::Named { name: word9, size: std } => {
                                let held_all: Option<String> = held.lines.first().cloned();
                            }
                            Kind::Empty => {
                            }
                        }
                        let word: (i64, String) = (held.label.code, word.clone());
                        return Ok(vec!["a".to_string()]);
                    };
                    Ok(held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>())
                },
                async {
                    let flag10: bool = {
                        let mut turn11 = 0_i64;
                        'l12: loop {
                            turn11 += 1;
                            if turn11 > 2 { break (3) % 2 == 0; }
                            note("turn".to_string()).await?;
                            if !(here == here) {
                                continue 'l12;
                            }
                            let mut news13: Event = Event::Sent { to: held.label.text.clone(), times: here.x, why: perhaps4.clone() };
                            news13 = Event::Nothing;
                        }
                    };
                    let mut many14: Option<i64> = count(held.count).await?;
                    Ok((n, held.lines.join("-")))
                },
            )
            .await?;
        }
    }
    let lines15: Vec<String> = held.lines.clone();
    sleep(Duration::from_secs(25)).await;
    note(format!("at {n}/{word}")).await?;
    note(lines15.join("-")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(both(held.spot.x, word.clone()).await?)
}
#[test]
fn w176_agrees() {
    agrees!(w176(n, word, perhaps, what, held, many, here, held_all));
}

#[workflow]
pub async fn w177(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>) -> Result<bool, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        let two3: (i64, String) = match maybe(held.name.clone()).await? {
            Some(word4) if word4.is_empty() => {
                both(turn1, word4.clone()).await?
            }
            Some(word4) => {
                sleep(Duration::from_secs(64)).await;
                (turn1, held.lines.join("-"))
            }
            None => {
                (held.label.code, held.label.text.clone())
            }
        };
        match what.clone() {
            Kind::Sized(n5) if n5 > 3 => {
                match held.note.clone() {
                    Some(word8) if word8.is_empty() => {
                        note("arm".to_string()).await?;
                    }
                    Some(word8) => {
                    }
                    None => {
                        match event(Event::Lost(my_types::Loss { at: held.spot })).await? {
                            Event::Sent { to: word9, times: n10, why: Some(_), .. } => {
                                match (held.spot, held.count) {
                                    (my_types::Spot { x: 0, y: n12 }, _) => {
                                        note("arm".to_string()).await?;
                                    }
                                    (my_types::Spot { x: n12, .. }, Some(n13)) => {
                                        if !(matches!(what, Kind::Sized(_) | Kind::Empty)) {
                                            return Ok(held.count == Some(-1));
                                        }
                                        let perhaps: (i64, String) = both(n, held.name.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                    }
                                    (_, None) => {
                                        let here14: my_types::Spot = between(my_types::Spot { x: held.spot.x, y: sizes.get(&word).copied().unwrap_or(6) }, my_types::Spot { x: 2, y: n10 }).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                    }
                                    _ => {
                                        note(format!("at {turn1}/{n5}/{word9}/{n10}")).await?;
                                    }
                                }
                            }
                            Event::Sent { times: n10, .. } => {
                            }
                            Event::Lost(my_types::Loss { at: here11 }) => {
                                note(format!("at {flag}/{word}/{turn1}/{n5}")).await?;
                            }
                            Event::Nothing => {
                                note(format!("at {flag}/{word}/{turn1}/{n5}")).await?;
                            }
                        }
                        break 'l2;
                    }
                }
                let lines15: Vec<String> = held.lines.clone();
            }
            Kind::Sized(n5) => {
                note(format!("at {flag}/{word}/{turn1}/{n5}")).await?;
            }
            Kind::Named { name: word7, size: n6 } => {
                note(format!("at {word}/{turn1}/{word7}/{n6}")).await?;
            }
            Kind::Empty => {
            }
        }
    }
    let mut held_all16: Vec<Parcel> = vec![held.clone()];
    held_all16.push(held.clone());
    let two17: (i64, String) = both(held.spot.x, held.name.clone()).await?;
    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
    both(two17.0, two17.1.clone()).await?;
    boxes(held_all16.clone(), 1).await?;
    count(many).await?;
    Ok(flag)
}
#[test]
fn w177_agrees() {
    agrees!(w177(n, flag, word, perhaps, what, held, sizes, many));
}

#[workflow]
pub async fn w178(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<i64, Failure> {
    let (what1, news2) = join!(
        kind(two.0),
        async {
            note("fork".to_string()).await?;
            let mut turn3 = 0_i64;
            loop {
                turn3 += 1;
                if turn3 > 2 { break; }
                note("turn".to_string()).await?;
                match perhaps.clone() {
                    Some(word4) => {
                        if (turn3) % 2 == 0 {
                            let mut turn5 = 0_i64;
                            let next7: Option<String> = perhaps.clone();
                            'l6: while let Some(word8) = next7.clone() {
                                if turn5 > 1 { break; }
                                turn5 += 1;
                                let two: (i64, String) = (held_all.iter().map(|of| of.size % 9).sum::<i64>(), format!("{turn5}/{word4}"));
                                let x: bool = check(two.1.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                            }
                        }
                    }
                    None => {
                        let mut here9: my_types::Spot = my_types::Spot { x: two.0, y: turn3 };
                        here9.x = (here9.y + 1) % 100;
                    }
                }
                if let Kind::Sized(n10) = what.clone() {
                    note(format!("at {word}/{turn3}/{n10}")).await?;
                } else {
                    match two.1.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                        }
                        "north" => {
                            note(word.clone()).await?;
                        }
                        "" if matches!(what, Kind::Sized(_) | Kind::Empty) => {
                        }
                        _ => {
                            note(format!("at {word}/{turn3}")).await?;
                        }
                    }
                    return Err(Failure::new("Stopped", two.1.clone()));
                }
            }
            if !(held_all.iter().any(|of| of.count.is_none())) {
                return Err(Failure::new("Stopped", two.1.clone()));
            }
            Ok(event(Event::Lost(my_types::Loss { at: my_types::Spot { x: two.0, y: lines.len() as i64 } })).await?)
        },
    )
    .await?;
    let sizes: Event = Event::Lost(my_types::Loss { at: my_types::Spot { x: two.0, y: two.0 } });
    let mut perhaps11: Option<String> = Some("".to_string());
    note(format!("at {word}")).await?;
    note(perhaps11.clone().unwrap_or_default()).await?;
    event(sizes.clone()).await?;
    event(news2.clone()).await?;
    Ok(held_all.len() as i64)
}
#[test]
fn w178_agrees() {
    agrees!(w178(word, perhaps, lines, what, sizes, many, two, held_all));
}

#[workflow]
pub async fn w179(flag: bool, word: String, perhaps: Option<String>, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Vec<Parcel>, Failure> {
    let mut turn1 = 0_i64;
    while turn1 < 2 && flag && word == "b" {
        turn1 += 1;
        note("turn".to_string()).await?;
        let mut turn2 = 0_i64;
        'l3: loop {
            turn2 += 1;
            if turn2 > 2 { break; }
            map(vec!["".to_string(), word.clone()], async |word4| {
                let mut turn5 = 0_i64;
                while turn5 < 2 && word == "north" {
                    turn5 += 1;
                    let mut turn6 = 0_i64;
                    'l7: while turn6 < 2 && held_all.iter().any(|of| of.count.is_none()) {
                        turn6 += 1;
                        let here8: my_types::Spot = spot(here).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                    }
                    if let Some(word9) = perhaps.clone() {
                        return Ok(news.clone());
                    }
                }
                {
                    if true {
                        return Ok(Event::Lost(my_types::Loss { at: here }));
                    }
                    sleep(Duration::from_secs(59)).await;
                }
                Ok(Event::Sent { to: "c".to_string(), times: here.x, why: perhaps.clone() })
            }).await?;
            let mut n10: i64 = here.y;
            n10 += (turn2) % 10;
        }
        note(perhaps.clone().unwrap_or_default()).await?;
    }
    let n11: i64 = here.y;
    let what12: Kind = Kind::Empty;
    note(format!("at {flag}/{word}/{turn1}/{n11}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(held_all.clone())
}
#[test]
fn w179_agrees() {
    agrees!(w179(flag, word, perhaps, many, here, two, held_all, news));
}
