//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w015(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<Parcel, Failure> {
    let mut turn1 = 0_i64;
    let next3: Option<String> = held.note.clone();
    'l2: while let Some(word4) = next3.clone() {
        if turn1 > 1 { break; }
        turn1 += 1;
        match (here, held.count) {
            (my_types::Spot { x: 0, y: n5 }, _) => {
                note("arm".to_string()).await?;
            }
            (my_types::Spot { x: n5, .. }, Some(n6)) => {
                note(format!("at {turn1}/{word4}/{n5}/{n6}")).await?;
            }
            (_, None) => {
                note(word4.clone()).await?;
                match what.clone() {
                    Kind::Sized(n7) if n7 > 3 => {
                        note(format!("at {word}/{turn1}/{word4}/{n7}")).await?;
                    }
                    Kind::Sized(n7) => {
                        note(format!("at {word}/{turn1}/{word4}/{n7}")).await?;
                    }
                    Kind::Named { name: word9, size: n8 } => {
                        match (here.x) % 6 {
                            0 => {
                                return Ok(Parcel { name: held.label.text.clone(), size: n8, note: None::<String>, lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: "north".to_string(), code: many.unwrap_or(1) }, count: None::<i64>, spot: my_types::Spot { x: held.note.as_ref().map_or(-1, |of| of.len() as i64), ..held.spot } });
                            }
                            1 | 2 => {
                                let (here11, news12, perhaps13) = join!(
                                    async {
                                        if held.note.is_none() {
                                            return Ok(held.spot);
                                        }
                                        let word14: String = text("b".to_string()).await?;
                                        Ok(here)
                                    },
                                    event(Event::Lost(my_types::Loss { at: held.spot })),
                                    maybe(format!("{turn1}/{word}")),
                                )
                                .await?;
                            }
                            n10 if n10 > 3 => {
                            }
                            _ => {
                                note(format!("at {turn1}/{word4}/{word9}/{n8}")).await?;
                            }
                        }
                    }
                    Kind::Empty => {
                    }
                }
            }
            _ => {
                let Ok(flag15) = check(lines.join("-")).await else {
                    if here == here {
                        return Ok(held.clone());
                    } else {
                    }
                    return Ok(held.clone());
                };
                let mut here16: my_types::Spot = here;
                here16.y += (4) % 10;
            }
        }
        let held17: Parcel = Parcel { name: word.clone(), size: turn1, note: held.note.clone(), lines: lines.clone(), kind: what.clone(), label: Label { text: "c".to_string(), code: many.unwrap_or(-2) }, count: held.count, spot: my_types::Spot { x: held.note.as_ref().map_or(2, |of| of.len() as i64), y: 0 } };
        let n18: i64 = held17.spot.x;
    }
    let held_all19: Vec<Parcel> = vec![Parcel { name: word.clone(), size: held.note.as_ref().map_or(4, |of| of.len() as i64), note: held.note.clone(), lines: lines.clone(), kind: held.kind.clone(), label: Label { text: held.label.text.clone(), code: many.unwrap_or(0) }, count: held.count, spot: here }];
    let held: i64 = here.y;
    note(format!("at {n}/{word}/{turn1}/{held}")).await?;
    boxes(held_all19.clone(), 1).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(Parcel { name: word.clone(), size: sizes.get(&word).copied().unwrap_or(3), note: lines.first().cloned(), lines: vec!["a".to_string(), "b".to_string()], kind: Kind::Empty, label: Label { text: word.clone(), code: pair(here.x, 2).await? }, count: many, spot: here })
}
#[test]
fn w015_agrees() {
    agrees!(w015(n, word, lines, what, held, sizes, many, here));
}

#[workflow]
pub async fn w016(word: String, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<my_types::Spot, Failure> {
    if let Some(states) = held.note.clone() {
        match (here, many) {
            (my_types::Spot { x: 0, y: n1 }, _) => {
                note(format!("at {word}/{states}/{n1}")).await?;
            }
            (my_types::Spot { x: n1, .. }, Some(n2)) => {
                note(format!("at {word}/{states}/{n1}/{n2}")).await?;
            }
            (_, None) => {
                if let Some(n3) = many {
                    if !(held.note.is_none()) {
                        if sizes.is_empty() {
                            note("c".to_string()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                        } else {
                            return Ok(my_types::Spot { x: n3, y: held.spot.x });
                        }
                        let (held_all4, perhaps5) = join!(
                            boxes(vec![held.clone()], here.x),
                            async {
                                let held: Parcel = held.clone();
                                if !(held.name == "") {
                                    return Ok(held.lines.first().cloned());
                                }
                                Ok(held.note)
                            },
                        )
                        .await?;
                    }
                }
            }
            _ => {
            }
        }
        if let Some(word6) = held.note.clone() {
            note(format!("at {word}/{states}/{word6}")).await?;
        } else {
            note(format!("at {word}/{states}")).await?;
        }
    } else {
    }
    sleep(Duration::from_secs(held.label.text.len() as u64)).await;
    let held_all7: Vec<Parcel> = vec![held.clone()];
    note(format!("at {word}")).await?;
    boxes(held_all7.clone(), 1).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(held.spot)
}
#[test]
fn w016_agrees() {
    agrees!(w016(word, what, held, sizes, many, here));
}

#[workflow]
pub async fn w017(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, many: Option<i64>, here: my_types::Spot) -> Result<i64, Failure> {
    let n: Vec<Parcel> = vec![Parcel { name: word.clone(), size: here.x, note: perhaps.clone(), lines: held.lines.clone(), kind: Kind::Named { name: held.label.text.clone(), size: held.label.code }, label: Label { text: held.label.text.clone(), code: perhaps.as_ref().map_or(-1, |of| of.len() as i64) }, count: many, spot: held.spot }];
    {
        match held.name.as_str() {
            "a" | "b" => {
                let mut turn1 = 0_i64;
                'l2: loop {
                    turn1 += 1;
                    if turn1 > 2 { break; }
                    match word.as_str() {
                        "a" | "b" => {
                            map(vec![word.clone(), "a".to_string()], async |word3| {
                                let here: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                let held4: Parcel = pack(format!("{word3}/{flag}"), held.label.code, flag, None::<i64>).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                                Ok(held.clone())
                            }).max_concurrency(2).await?;
                        }
                        "north" => {
                        }
                        "" if held.spot == here => {
                            note(format!("at {flag}/{word}/{turn1}")).await?;
                        }
                        _ => {
                            let mut std: i64 = number(held.size).await?;
                        }
                    }
                }
                match risky(word.clone()).await {
                    Ok(n7) => {
                        note("arm".to_string()).await?;
                    }
                    Err(Trouble::Busy) => {
                        note(format!("at {flag}/{word}/{turn1}")).await?;
                    }
                    Err(Trouble::Bad { why: word8, .. }) => {
                        if flag && word == "b" {
                            note("arm".to_string()).await?;
                        } else if flag && (held.size) % 2 == 0 {
                        } else {
                            note(format!("at {flag}/{word}/{turn1}/{word8}")).await?;
                        }
                    }
                    Err(Trouble::Closed(word8)) => {
                    }
                    Err(other5) => return Err(other5.into()),
                }
            }
            "north" => {
                note(format!("at {flag}/{word}")).await?;
            }
            _ => {
                note(format!("at {flag}/{word}")).await?;
            }
        }
        sleep(Duration::from_secs(held.name.len() as u64)).await;
    }
    let mut what9: Kind = Kind::Empty;
    what9 = Kind::Sized(0);
    note(format!("at {flag}/{word}")).await?;
    boxes(n.clone(), 1).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(held.size)
}
#[test]
fn w017_agrees() {
    agrees!(w017(n, flag, word, perhaps, what, held, many, here));
}

#[workflow]
pub async fn w018(flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, here: my_types::Spot, two: (i64, String), news: Event) -> Result<my_types::Spot, Failure> {
    map(vec!["b".to_string(), two.1.clone()], async |held| {
        note("fork".to_string()).await?;
        let (lines1, held2, held3) = join!(
            list(two.1.clone()),
            async {
                note("fork".to_string()).await?;
                'l4: for n6 in 0..2_i64 {
                    'l7: for word8 in vec![held.clone(), "c".to_string()] {
                        match news.clone() {
                            Event::Sent { to: word10, times: n11, why: Some(_), .. } => {
                                note(format!("at {n6}/{word8}/{word10}/{n11}")).await?;
                            }
                            Event::Sent { times: n11, .. } => {
                                return Ok(Parcel { name: held.clone(), size: 3, note: Some(word8.clone()), lines: vec![held.clone()], kind: Kind::Named { name: word8.clone(), size: n11 }, label: Label { text: word8.clone(), code: 4 }, count: None::<i64>, spot: my_types::Spot { x: -2, y: -1 } });
                            }
                            Event::Lost(my_types::Loss { at: here12 }) => {
                                let n6: i64 = here12.y;
                                break 'l7;
                            }
                            Event::Nothing => {
                            }
                        }
                    }
                    let (lines13, sizes14, what15) = join!(
                        list(word.clone()),
                        async {
                            note("fork".to_string()).await?;
                            match (two.0) % 6 {
                                0 => {
                                    note("arm".to_string()).await?;
                                }
                                1 | 2 => {
                                    let mut news17: Event = news.clone();
                                    if here == here {
                                        return Err(Failure::new("Stopped", "north".to_string()));
                                    }
                                }
                                n16 if n16 > 3 => {
                                    note(format!("at {word}/{held}/{n6}/{n16}")).await?;
                                }
                                _ => {
                                }
                            }
                            Ok(BTreeMap::<String, i64>::new())
                        },
                        kind(-1),
                    )
                    .await?;
                }
                Ok(Parcel { name: word.clone(), size: pair((4) % 50 - (two.0) % 7, 6).await?, note: None::<String>, lines: Vec::<String>::new(), kind: kind(word.len() as i64).await?, label: Label { text: two.1.clone(), code: 2 }, count: Some(here.y), spot: my_types::Spot { x: 0, y: here.x } })
            },
            pack(two.1.clone(), two.0, flag, None::<i64>),
        )
        .await?;
        sleep(Duration::from_secs(55)).await;
        Ok(vec![held3.clone()])
    }).await?;
    let word: my_types::Spot = between(held.spot, held.spot).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    let mut what: Option<String> = Some(held.name.clone());
    note(format!("at {flag}")).await?;
    note(what.clone().unwrap_or_default()).await?;
    between(word, word).await?;
    event(news.clone()).await?;
    Ok(word)
}
#[test]
fn w018_agrees() {
    agrees!(w018(flag, word, perhaps, what, held, here, two, news));
}

#[workflow]
pub async fn w019(n: i64, word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<bool, Failure> {
    match word.as_str() {
        "a" | "b" => {
            note(format!("at {n}/{word}")).await?;
        }
        "north" => {
        }
        _ => {
            let mut turn1 = 0_i64;
            'l2: loop {
                turn1 += 1;
                if turn1 > 2 { break; }
                if false {
                    note("arm".to_string()).await?;
                    let mut word: String = "a".to_string();
                } else {
                    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |held_all| {
                        let mut turn3 = 0_i64;
                        'l4: while turn3 < 2 && true {
                            turn3 += 1;
                            note("turn".to_string()).await?;
                            let two5: (i64, String) = (-2, "c".to_string());
                            let mut what6: Kind = what.clone();
                            what6 = Kind::Sized(held_all.len() as i64);
                        }
                        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |turn3| {
                            let held7: Parcel = Parcel { name: turn3.clone(), size: sizes.get(&held_all).copied().unwrap_or(6), note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: "b".to_string(), code: 2 }, count: many, spot: my_types::Spot { x: here.y, y: sizes.get(&held_all).copied().unwrap_or(3) } };
                            let Parcel { lines: lines8, kind: what9, .. } = held7;
                            if (here.y) % 2 == 0 {
                                return Ok(Event::Sent { to: word.clone(), times: (many.unwrap_or(-1)) % 50 + (held7.label.code) % 7, why: held7.note.clone() });
                            }
                            Ok(Event::Nothing)
                        }).max_concurrency(2).await?;
                        Ok((here.y, format!("{n}/{turn1}")))
                    }).await?;
                    break 'l2;
                }
                if !(lines.contains(&word)) {
                    return Ok(held_all.iter().any(|of| of.count.is_none()));
                }
            }
        }
    }
    let here: Option<String> = None::<String>;
    let sizes10: BTreeMap<String, i64> = sizes.clone();
    note(format!("at {n}/{word}")).await?;
    note(here.clone().unwrap_or_default()).await?;
    boxes(held_all.clone(), 1).await?;
    count(many).await?;
    Ok(!(sizes.is_empty()))
}
#[test]
fn w019_agrees() {
    agrees!(w019(n, word, lines, what, sizes, many, here, held_all));
}
