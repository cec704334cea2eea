//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w095(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Event, Failure> {
    let r#match: Vec<String> = map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        let mut r#type: Kind = {
            if flag && held.spot == held.spot {
                return Ok(format!("{flag}/{flag}"));
            }
            if let Some(word2) = perhaps.clone() {
                what.clone()
            } else {
                sleep(Duration::from_secs(held.name.len() as u64)).await;
                held.kind.clone()
            }
        };
        match (n) % 6 {
            0 => {
                map(vec![held.label.text.clone(), held.label.text.clone()], async |word4| {
                    match word1.as_str() {
                        "a" | "b" => {
                            note(format!("at {flag}/{word}/{word1}/{word4}")).await?;
                        }
                        "north" => {
                            return Ok(Parcel { name: "".to_string(), size: held.size, note: None::<String>, lines: lines.clone(), kind: Kind::Named { name: held.name.clone(), size: n }, label: Label { text: word4.clone(), code: held.spot.x }, count: held.count, spot: held.spot });
                        }
                        _ => {
                            let r#type: Option<String> = maybe(word1.clone()).await?;
                        }
                    }
                    Ok(Parcel { name: word.clone(), size: held.count.unwrap_or(4), note: Some(held.name.clone()), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: r#type.clone(), label: Label { text: held.label.text.clone(), code: held.note.as_ref().map_or(-2, |of| of.len() as i64) }, count: count(sizes.get("b").copied()).await?, spot: held.spot })
                }).await?;
                let mut held_all5: Vec<Parcel> = vec![held.clone()];
            }
            1 | 2 => {
                note(format!("at {n}/{flag}/{word}/{word1}")).await?;
            }
            n3 if n3 > 3 => {
            }
            i64::MIN..=-1 => {
                note(format!("at {n}/{flag}/{word}/{word1}")).await?;
            }
            _ => {
            }
        }
        Ok(word1)
    }).await?;
    sleep(Duration::from_secs(58)).await;
    let mut n6: i64 = held.label.code;
    n6 = (n6 + 3) % 100;
    note(format!("at {n}/{flag}/{word}/{n6}")).await?;
    note(r#match.join("-")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(Event::Lost(my_types::Loss { at: my_types::Spot { x: sizes.get(&held.label.text).copied().unwrap_or(4), y: 0 } }))
}
#[test]
fn w095_agrees() {
    agrees!(w095(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w096(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, news: Event) -> Result<Parcel, Failure> {
    {
        match kind(n).await? {
            Kind::Sized(n1) => {
                let mut turn4 = 0_i64;
                loop {
                    turn4 += 1;
                    if turn4 > 2 { break; }
                    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word5| {
                        let mut n1: i64 = turn4;
                        Ok(!(sizes.is_empty()))
                    }).max_concurrency(2).await?;
                }
                match (n1) % 6 {
                    0 => {
                        let mut turn7 = 0_i64;
                        'l8: loop {
                            turn7 += 1;
                            if turn7 > 2 { break; }
                            if check("".to_string()).await? {
                                sleep(Duration::from_secs(word.len() as u64)).await;
                            } else if matches!(news, Event::Sent { times, .. } if times > 0) {
                            }
                        }
                        match maybe(word.clone()).await? {
                            Some(word9) => {
                                note(format!("at {n1}/{turn4}/{turn7}/{word9}")).await?;
                            }
                            None => {
                                {
                                    note(format!("at {word}/{n1}/{turn4}/{turn7}")).await?;
                                }
                                sleep(Duration::from_secs(word.len() as u64)).await;
                            }
                        }
                    }
                    1 | 2 => {
                        note(format!("at {n}/{word}/{n1}/{turn4}")).await?;
                    }
                    n6 if n6 > 3 => {
                        note(format!("at {word}/{n1}/{turn4}/{n6}")).await?;
                    }
                    i64::MIN..=-1 => {
                    }
                    _ => {
                        return Err(Failure::new("Stopped", word.clone()));
                    }
                }
            }
            Kind::Named { name: word3, size: n2 } => {
                note(format!("at {n}/{word}/{word3}/{n2}")).await?;
            }
            Kind::Empty => {
                note(format!("at {n}/{word}")).await?;
            }
        }
    }
    let news10: Event = news.clone();
    let two11: (i64, String) = (perhaps.as_ref().map_or(-1, |of| of.len() as i64), format!("{word}/{word}"));
    note(format!("at {n}/{word}")).await?;
    both(two11.0, two11.1.clone()).await?;
    event(news10.clone()).await?;
    event(news.clone()).await?;
    Ok(Parcel { name: "a".to_string(), size: 4, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Named { name: word.clone(), size: n }, label: Label { text: word.clone(), code: two11.0 }, count: many, spot: between(my_types::Spot { x: two11.0, y: two11.0 }, my_types::Spot { x: 1, y: two11.0 }).await? })
}
#[test]
fn w096_agrees() {
    agrees!(w096(n, word, perhaps, lines, sizes, many, news));
}

#[workflow]
pub async fn w097(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, many: Option<i64>, two: (i64, String)) -> Result<Parcel, Failure> {
    match risky(format!("{flag}/{word}")).await {
        Ok(n3) => {
            note("arm".to_string()).await?;
        }
        Err(Trouble::Busy) => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        Err(Trouble::Bad { why: word4, .. }) => {
        }
        Err(Trouble::Closed(word4)) => {
            note(format!("at {n}/{flag}/{word}/{word4}")).await?;
        }
        Err(other1) => return Err(other1.into()),
    }
    if true {
        match two.1.as_str() {
            "a" | "b" => {
                return Ok(Parcel { name: two.1.clone(), size: 2, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: -1 }, count: many, spot: my_types::Spot { x: lines.len() as i64, y: n } });
            }
            "north" => {
                {
                    for (at6, word5) in lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                        let n6 = at6 as i64;
                        let mut turn7 = 0_i64;
                        'l8: while turn7 < 2 && perhaps.is_some() {
                            turn7 += 1;
                            note("turn".to_string()).await?;
                            let mut it: (i64, String) = two.clone();
                        }
                    }
                    let value: Vec<Parcel> = boxes(vec![Parcel { name: two.1.clone(), size: n, note: Some(format!("{word}/{word}")), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: what.clone(), label: Label { text: word.clone(), code: lines.len() as i64 }, count: many, spot: my_types::Spot { x: two.0, y: n } }], n).await?;
                }
            }
            _ => {
                match perhaps {
                    Some(word9) => {
                        note("arm".to_string()).await?;
                    }
                    None => {
                        if let Ok(here10) = spot(my_types::Spot { x: two.0, y: many.unwrap_or(6) }).await {
                            if !(here10 == here10) {
                                note("arm".to_string()).await?;
                            } else if !(two.1 == "north") {
                                note(format!("at {n}/{flag}/{word}")).await?;
                            } else {
                                note(format!("at {n}/{flag}/{word}")).await?;
                            }
                        } else {
                            note(format!("at {n}/{flag}/{word}")).await?;
                        }
                        let mut many: Vec<Parcel> = boxes(vec![Parcel { name: word.clone(), size: 0, note: lines.first().cloned(), lines: lines.clone(), kind: what.clone(), label: Label { text: word.clone(), code: word.len() as i64 }, count: many, spot: my_types::Spot { x: word.len() as i64, y: 1 } }], two.1.len() as i64).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                    }
                }
                return Ok(Parcel { name: two.1.clone(), size: word.len() as i64, note: None::<String>, lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: what.clone(), label: Label { text: two.1.clone(), code: two.0 }, count: None::<i64>, spot: my_types::Spot { x: n, y: -1 } });
            }
        }
        sleep(Duration::from_secs(word.len() as u64)).await;
    } else {
    }
    let what: Option<i64> = many;
    note(format!("at {n}/{flag}/{word}")).await?;
    count(what).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(Parcel { name: "".to_string(), size: word.len() as i64, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: lines.len() as i64 }, count: many, spot: my_types::Spot { x: n, y: 1 } })
}
#[test]
fn w097_agrees() {
    agrees!(w097(n, flag, word, perhaps, lines, what, many, two));
}

#[workflow]
pub async fn w098(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<Vec<Parcel>, Failure> {
    if false {
        note(format!("at {n}/{word}")).await?;
    } else if sizes.is_empty() {
        {
            map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
                let mut turn2 = 0_i64;
                'l3: while turn2 < 2 && !(held.spot == here) {
                    turn2 += 1;
                    match risky(word.clone()).await {
                        Ok(n6) => {
                            note("arm".to_string()).await?;
                        }
                        Err(Trouble::Busy) => {
                            note(held.name.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                            return Ok(Parcel { name: "north".to_string(), size: n, note: held.note.clone(), lines: vec![word1.clone(), held.label.text.clone()], kind: held.kind.clone(), label: Label { text: word.clone(), code: -1 }, count: sizes.get("north").copied(), spot: here });
                        }
                        Err(Trouble::Bad { why: word7, .. }) => {
                        }
                        Err(Trouble::Closed(word7)) => {
                            if (n) % 2 == 0 {
                                return Ok(Parcel { name: word.clone(), size: here.y, note: held.note.clone(), lines: lines.clone(), kind: held.kind.clone(), label: Label { text: "c".to_string(), code: n }, count: sizes.get("a").copied(), spot: my_types::Spot { x: turn2, y: held.spot.x } });
                            }
                        }
                        Err(other4) => return Err(other4.into()),
                    }
                }
                Ok(held.clone())
            }).await?;
        }
        if let Some(n8) = count(many).await? {
            note("arm".to_string()).await?;
            let two9: (i64, String) = {
                (sizes.get(&held.name).copied().unwrap_or(-1), held.name)
            };
        }
    }
    sleep(Duration::from_secs(53)).await;
    let env: i64 = here.x;
    note(format!("at {n}/{word}/{env}")).await?;
    between(here, here).await?;
    count(many).await?;
    note(lines.join("-")).await?;
    Ok(vec![Parcel { name: word.clone(), size: held.size, note: Some(word.clone()), lines: vec![word.clone()], kind: Kind::Sized(-1), label: Label { text: held.label.text.clone(), code: 6 }, count: sizes.get("b").copied(), spot: held.spot }])
}
#[test]
fn w098_agrees() {
    agrees!(w098(n, word, perhaps, lines, held, sizes, many, here));
}

#[workflow]
pub async fn w099(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, many: Option<i64>, here: my_types::Spot) -> Result<BTreeMap<String, i64>, Failure> {
    {
        match word.as_str() {
            "a" | "b" => {
                match perhaps.clone() {
                    Some(word1) if word1.is_empty() => {
                        note("arm".to_string()).await?;
                    }
                    Some(word1) => {
                        if perhaps.is_some() {
                            let my_types::Spot { x: n2, y: n3 } = here;
                            match what.clone() {
                                Kind::Sized(n4) if n4 > 3 => {
                                    note(word1.clone()).await?;
                                }
                                Kind::Sized(n4) => {
                                }
                                Kind::Named { name: word6, size: n5 } => {
                                    note(format!("at {n2}/{n3}/{word6}/{n5}")).await?;
                                }
                                Kind::Empty => {
                                    let mut news7: Event = event(Event::Lost(my_types::Loss { at: here })).await?;
                                }
                            }
                        }
                    }
                    None => {
                    }
                }
            }
            "north" => {
            }
            _ => {
                let (two8, flag9) = join!(
                    async {
                        let mut turn10 = 0_i64;
                        loop {
                            turn10 += 1;
                            if turn10 > 2 { break; }
                            if let Some(word11) = maybe(perhaps.clone().unwrap_or_default()).await? {
                                note("arm".to_string()).await?;
                            } else {
                            }
                            let mut sizes12: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                        }
                        let mut turn10: Event = Event::Nothing;
                        Ok(both(5, perhaps.clone().unwrap_or_default()).await?)
                    },
                    async {
                        Ok(flag)
                    },
                )
                .await?;
                let lines13: Vec<String> = lines.clone();
            }
        }
    }
    let mut n: Kind = Kind::Empty;
    let mut r#match: Vec<String> = lines.clone();
    note(format!("at {flag}/{word}")).await?;
    note(r#match.join("-")).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w099_agrees() {
    agrees!(w099(n, flag, word, perhaps, lines, what, many, here));
}
