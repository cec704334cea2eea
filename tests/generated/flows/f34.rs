//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w170(word: String, lines: Vec<String>, what: Kind, news: Event) -> Result<String, Failure> {
    'l1: for word2 in lines.iter().take(3).cloned().collect::<Vec<_>>() {
        match risky("b".to_string()).await {
            Ok(n6) => {
                if false {
                    note("arm".to_string()).await?;
                } else {
                    let mut turn8 = 0_i64;
                    'l9: while turn8 < 2 && false {
                        turn8 += 1;
                        match maybe(lines.join("-")).await? {
                            Some(word10) if word10.is_empty() => {
                                note("arm".to_string()).await?;
                            }
                            Some(word10) => {
                                sleep(Duration::from_secs(73)).await;
                                sleep(Duration::from_secs(70)).await;
                            }
                            None => {
                                note(format!("at {word}/{word2}/{n6}/{turn8}")).await?;
                            }
                        }
                    }
                    let (here11, sizes12) = join!(
                        async {
                            let mut turn13 = 0_i64;
                            'l14: while turn13 < 2 && !(true) {
                                turn13 += 1;
                                note("turn".to_string()).await?;
                                let mut lines15: Vec<String> = lines.clone();
                                lines15.push("north".to_string());
                                if false {
                                    return Ok(my_types::Spot { x: turn13, y: -2 });
                                }
                            }
                            Ok(my_types::Spot { x: 0, y: 2 })
                        },
                        table(word.clone()),
                    )
                    .await?;
                }
                let mut held16: Parcel = Parcel { name: word2.clone(), size: -2, note: None::<String>, lines: vec!["b".to_string(), "north".to_string()], kind: Kind::Sized(5), label: Label { text: word.clone(), code: n6 }, count: None::<i64>, spot: my_types::Spot { x: 0, y: n6 } };
            }
            Err(Trouble::Busy) => {
            }
            Err(Trouble::Bad { why: word7, .. }) => {
                note(format!("at {word}/{word2}/{word7}")).await?;
            }
            Err(Trouble::Closed(word7)) => {
                note(format!("at {word}/{word2}/{word7}")).await?;
            }
            Err(other4) => return Err(other4.into()),
        }
    }
    let mut what17: Kind = what.clone();
    what17 = Kind::Sized((lines.len() as i64) % 50 - (6) % 7);
    let held18: Parcel = Parcel { name: word.clone(), size: word.len() as i64, note: Some(word.clone()), lines: lines.clone(), kind: what17.clone(), label: Label { text: word.clone(), code: -1 }, count: None::<i64>, spot: my_types::Spot { x: -1, y: 0 } };
    let held18: i64 = held18.label.code;
    note(format!("at {word}/{held18}")).await?;
    event(news.clone()).await?;
    note(lines.join("-")).await?;
    Ok(word)
}
#[test]
fn w170_agrees() {
    agrees!(w170(word, lines, what, news));
}

#[workflow]
pub async fn w171(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel, here: my_types::Spot) -> Result<(i64, String), Failure> {
    let Some(word1) = maybe(held.lines.join("-")).await? else {
        match risky(held.label.text.clone()).await {
            Ok(n4) => {
                match text(word.clone()).await {
                    Ok(word8) => {
                        match slow(here.x).await {
                            Ok(machine) => {
                                note("arm".to_string()).await?;
                            }
                            Err(Small::Late) => {
                                return Ok((here.x, held.name.clone()));
                            }
                            Err(Small::Full(_, word11)) => {
                                let n12: i64 = here.y;
                            }
                            Err(Small::Empty) => {
                                return Ok((held.size, word.clone()));
                            }
                        }
                    }
                    Err(failure6) => {
                        let cause7 = failure6.error().to_string();
                        let mut turn13 = 0_i64;
                        loop {
                            turn13 += 1;
                            if turn13 > 2 { break; }
                            match (held.spot.x) % 6 {
                                0 => {
                                    note(format!("at {word}/{n4}/{cause7}/{turn13}")).await?;
                                }
                                1 | 2 => {
                                    note(format!("at {word}/{n4}/{cause7}/{turn13}")).await?;
                                }
                                n14 if n14 > 3 => {
                                    return Ok((here.y, format!("{word}/{n}")));
                                }
                                i64::MIN..=-1 => {
                                    let lines: Vec<String> = vec![word.clone(), "".to_string()];
                                    if held.note.is_none() {
                                        return Ok((held.label.code, word.clone()));
                                    }
                                }
                                _ => {
                                    note(format!("at {word}/{n4}/{cause7}/{turn13}")).await?;
                                }
                            }
                            if held.note.is_some() {
                                let mut news15: Event = event(Event::Sent { to: held.label.text.clone(), times: n, why: held.note.clone() }).await?;
                                note("north".to_string()).await?;
                            } else if !(held.label.code > 0) {
                            } else {
                                note(format!("at {word}/{n4}/{cause7}/{turn13}")).await?;
                            }
                        }
                    }
                }
            }
            Err(Trouble::Busy) => {
                note(format!("at {n}/{word}")).await?;
            }
            Err(Trouble::Bad { why: word5, .. }) => {
            }
            Err(Trouble::Closed(word5)) => {
                note(format!("at {n}/{word}/{word5}")).await?;
            }
            Err(other2) => return Err(other2.into()),
        }
        sleep(Duration::from_secs(86)).await;
        return Ok((held.label.code, held.name.clone()));
    };
    let perhaps16: Option<String> = lines.first().cloned();
    let mut word1: String = word1.clone();
    note(format!("at {n}/{word}/{word1}")).await?;
    note(perhaps16.clone().unwrap_or_default()).await?;
    between(here, here).await?;
    parcel(held.clone()).await?;
    Ok((lines.len() as i64, held.label.text.clone()))
}
#[test]
fn w171_agrees() {
    agrees!(w171(n, word, lines, what, held, here));
}

#[workflow]
pub async fn w172(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, two: (i64, String), held_all: Vec<Parcel>) -> Result<i64, Failure> {
    let Some(word1) = perhaps.clone() else {
        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word2| {
            note("fork".to_string()).await?;
            map(vec![word.clone(), "".to_string()], async |word3| {
                note("fork".to_string()).await?;
                match (perhaps.clone(), word3 == "c") {
                    (Some(word4), true) => {
                        note(format!("at {word}/{word2}/{word3}/{word4}")).await?;
                    }
                    (Some(word4), false) if word4 == "a" => {
                    }
                    (None, _) | (_, false) => {
                        return Ok(Parcel { name: word3.clone(), size: n, note: perhaps.clone(), lines: vec![word.clone()], kind: what.clone(), label: Label { text: two.1.clone(), code: 6 }, count: None::<i64>, spot: my_types::Spot { x: n, y: lines.len() as i64 } });
                    }
                }
                map(vec![two.1.clone(), word2.clone()], async |word5| {
                    note("fork".to_string()).await?;
                    match kind(-2).await? {
                        Kind::Sized(n6) if n6 > 3 => {
                            note("arm".to_string()).await?;
                            let held9: Parcel = Parcel { name: word.clone(), size: n, note: perhaps.clone(), lines: lines.clone(), kind: what.clone(), label: Label { text: word2.clone(), code: lines.len() as i64 }, count: None::<i64>, spot: my_types::Spot { x: two.0, y: perhaps.as_ref().map_or(3, |of| of.len() as i64) } };
                            let word10: String = held9.label.text;
                        }
                        Kind::Sized(n6) => {
                            note(format!("at {word2}/{word3}/{word5}/{n6}")).await?;
                        }
                        Kind::Named { name: word8, size: n7 } => {
                            let mut held_all11: Vec<Parcel> = held_all.clone();
                            held_all11.push(Parcel { name: word8.clone(), size: two.0, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Sized(3), label: Label { text: word8.clone(), code: word5.len() as i64 }, count: None::<i64>, spot: my_types::Spot { x: n, y: two.0 } });
                            let mut what: Vec<String> = lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
                        }
                        Kind::Empty => {
                            note(format!("at {word}/{word2}/{word3}/{word5}")).await?;
                        }
                    }
                    let Some(word12) = maybe(word.clone()).await? else {
                        return Err(Failure::new("Stopped", word.clone()));
                    };
                    Ok((n, word3.clone()))
                }).await?;
                Ok(Parcel { name: word.clone(), size: two.0, note: perhaps.clone(), lines: vec![word3.clone()], kind: what.clone(), label: Label { text: word.clone(), code: pair(two.0, two.0).await? }, count: Some(two.0), spot: my_types::Spot { x: n, y: held_all.len() as i64 } })
            }).max_concurrency(2).await?;
            Ok(count(None::<i64>).await?)
        }).max_concurrency(2).await?;
        let word13: String = two.1;
        return Ok(two.0);
    };
    let (n14, word15) = two;
    let held16: Parcel = Parcel { name: word1.clone(), size: held_all.len() as i64, note: Some(word1.clone()), lines: lines.clone(), kind: Kind::Sized(two.0), label: Label { text: word.clone(), code: n }, count: None::<i64>, spot: my_types::Spot { x: 2, y: n14 } };
    let word17: String = held16.name;
    note(format!("at {word1}/{n14}/{word15}/{word17}")).await?;
    boxes(held_all.clone(), 1).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(n14)
}
#[test]
fn w172_agrees() {
    agrees!(w172(n, flag, word, perhaps, lines, what, two, held_all));
}

#[workflow]
pub async fn w173(flag: bool, word: String, perhaps: Option<String>, held: Parcel, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<(i64, String), Failure> {
    let mut word1: String = match (held.note.clone(), held_all.iter().any(|of| of.count.is_none())) {
        (Some(word2), true) => {
            'l3: for word4 in vec![word2.clone(), held.name.clone()] {
                note("turn".to_string()).await?;
                match held.note.clone() {
                    Some(word6) if word6.is_empty() => {
                        return Ok(two.clone());
                    }
                    Some(word6) => {
                        note(format!("at {word}/{word2}/{word4}/{word6}")).await?;
                    }
                    None => {
                        let (what7, sizes8, perhaps9) = join!(
                            kind(held.spot.x),
                            async {
                                let lines10: Vec<String> = held.lines.clone();
                                let two: my_types::Spot = my_types::Spot { x: held_all.iter().map(|of| of.size % 9).sum::<i64>(), y: held.size };
                                Ok(BTreeMap::<String, i64>::new())
                            },
                            maybe(format!("{flag}/{flag}")),
                        )
                        .await?;
                        if !(held.spot == here) {
                            note("arm".to_string()).await?;
                            if perhaps.is_some() {
                                continue 'l3;
                            }
                        }
                    }
                }
                match perhaps.clone() {
                    Some(perhaps) => {
                        let n11: i64 = pair(held_all.len() as i64, here.y).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                        let n11: i64 = here.x;
                    }
                    None => {
                        note(format!("at {flag}/{word}/{word2}/{word4}")).await?;
                    }
                }
            }
            let word12: String = text(two.1.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
            "north".to_string()
        }
        (Some(word2), false) if word2 == "a" => {
            perhaps.clone().unwrap_or_default()
        }
        (None, _) | (_, false) => {
            two.1.clone()
        }
    };
    let many13: Option<i64> = None::<i64>;
    let mut perhaps14: Option<String> = maybe(word.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {flag}/{word}/{word1}")).await?;
    note(perhaps14.clone().unwrap_or_default()).await?;
    count(many13).await?;
    event(news.clone()).await?;
    Ok(two.clone())
}
#[test]
fn w173_agrees() {
    agrees!(w173(flag, word, perhaps, held, here, two, held_all, news));
}

#[workflow]
pub async fn w174(word: String, perhaps: Option<String>, what: Kind, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<i64, Failure> {
    match word.as_str() {
        "a" | "b" => {
            match word.as_str() {
                "a" | "b" => {
                    note("arm".to_string()).await?;
                }
                "north" => {
                }
                _ => {
                    match (here.y) % 6 {
                        0 => {
                            note("arm".to_string()).await?;
                            let perhaps: i64 = here.x;
                        }
                        1 | 2 => {
                        }
                        i64::MIN..=-1 => {
                            note(format!("at {word}")).await?;
                        }
                        _ => {
                        }
                    }
                    let mut turn1 = 0_i64;
                    let next3: Option<String> = None::<String>;
                    'l2: while let Some(word4) = next3.clone() {
                        if turn1 > 1 { break; }
                        turn1 += 1;
                        note("turn".to_string()).await?;
                        let mut held_all5: Vec<Parcel> = held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>();
                        held_all5.push(Parcel { name: "c".to_string(), size: turn1, note: None::<String>, lines: vec!["c".to_string()], kind: what.clone(), label: Label { text: "b".to_string(), code: turn1 }, count: None::<i64>, spot: here });
                    }
                }
            }
        }
        "north" => {
            let (n6, many7) = join!(
                async {
                    let held_all8: Vec<Parcel> = match word.as_str() {
                        "a" | "b" => {
                            held_all.clone()
                        }
                        "north" => {
                            held_all.iter().take(2).cloned().collect::<Vec<_>>()
                        }
                        _ => {
                            if let Some(word9) = perhaps.clone() {
                                note("arm".to_string()).await?;
                                let news10: Event = news.clone();
                            }
                            sleep(Duration::from_secs(word.len() as u64)).await;
                            held_all.clone()
                        }
                    };
                    Ok(held_all8.iter().map(|of| of.size % 9).sum::<i64>())
                },
                count(Some((3) % 50 - (held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 7)),
            )
            .await?;
            if here.x > -1 {
                return Ok(here.y);
            }
        }
        _ => {
            return Ok(perhaps.as_ref().map_or(6, |of| of.len() as i64));
        }
    }
    let mut many11: Option<i64> = many;
    let mut lines12: Vec<String> = vec!["north".to_string(), word.clone()];
    note(format!("at {word}")).await?;
    note(lines12.join("-")).await?;
    count(many11).await?;
    event(news.clone()).await?;
    Ok(-2)
}
#[test]
fn w174_agrees() {
    agrees!(w174(word, perhaps, what, many, here, held_all, news));
}
