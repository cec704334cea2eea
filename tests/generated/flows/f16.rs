//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w080(n: i64, flag: bool, word: String, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Option<String>, Failure> {
    let (n1, what2, lines3) = join!(
        pair(held.lines.len() as i64, here.x),
        async {
            let here: Kind = kind(here.x).await?;
            Ok(here.clone())
        },
        list(two.1.clone()),
    )
    .await?;
    if let Some(word4) = maybe(format!("{n1}/{word}")).await? {
        if let Some(word5) = held.note.clone() {
            let mut turn6 = 0_i64;
            'l7: loop {
                turn6 += 1;
                if turn6 > 2 { break; }
                note("turn".to_string()).await?;
                let held8: Parcel = held.clone();
                let n9: i64 = held8.spot.x;
                let mut news10: Event = Event::Nothing;
            }
            let lines12: Vec<String> = map(vec![word.clone(), "c".to_string()], async |word11| {
                {
                    let here13: my_types::Spot = spot(here).await?;
                    let mut turn14 = 0_i64;
                    'l15: loop {
                        turn14 += 1;
                        if turn14 > 2 { break; }
                        note("turn".to_string()).await?;
                    }
                }
                Ok(held.note.clone().unwrap_or_default())
            }).await?;
        }
        let s: Vec<Parcel> = vec![held.clone()];
    } else {
        note(format!("at {n}/{flag}/{word}/{n1}")).await?;
    }
    sleep(Duration::from_secs(30)).await;
    note(format!("at {n}/{flag}/{word}/{n1}")).await?;
    note(lines3.join("-")).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(None::<String>)
}
#[test]
fn w080_agrees() {
    agrees!(w080(n, flag, word, what, held, sizes, here, two, held_all));
}

#[workflow]
pub async fn w081(n: i64, flag: bool, word: String, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Vec<Parcel>, Failure> {
    {
        let mut turn1 = 0_i64;
        'l2: while turn1 < 2 && matches!(news, Event::Sent { times, .. } if times > 3) {
            turn1 += 1;
            let Some(here) = maybe(two.1.clone()).await? else {
                let held: Parcel = held.clone();
                return Ok(held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>());
            };
        }
    }
    if let Kind::Sized(n3) = held.kind.clone() {
        note(format!("at {n}/{flag}/{word}/{n3}")).await?;
    } else {
        match held.label.text.as_str() {
            "a" | "b" => {
                note("arm".to_string()).await?;
            }
            "north" => {
                let mut turn4 = 0_i64;
                loop {
                    turn4 += 1;
                    if turn4 > 2 { break; }
                    note("turn".to_string()).await?;
                    if here.x > 2 {
                        return Err(Failure::new("Stopped", held.name.clone()));
                    }
                }
                map(vec![held.name.clone(), held.name.clone()], async |two| {
                    if held.count == Some(2) {
                        note("arm".to_string()).await?;
                        let mut sizes5: BTreeMap<String, i64> = sizes.clone();
                        sizes5.insert(word.clone(), (turn4) % 50 + (held.spot.x) % 7);
                    }
                    Ok(BTreeMap::<String, i64>::new())
                }).await?;
            }
            "" if !(matches!(news, Event::Sent { times, .. } if times > -1)) => {
                return Ok(held_all.clone());
            }
            _ => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
        }
    }
    let mut held6: Parcel = held.clone();
    held6.label.code = sizes.get(&word).copied().unwrap_or(6);
    note(format!("at {n}/{flag}/{word}")).await?;
    parcel(held6.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(held_all)
}
#[test]
fn w081_agrees() {
    agrees!(w081(n, flag, word, held, sizes, here, two, held_all, news));
}

#[workflow]
pub async fn w082(word: String, what: Kind, held: Parcel, here: my_types::Spot) -> Result<(i64, String), Failure> {
    match held.note.clone() {
        Some(word1) if word1.is_empty() => {
            match (held.label.code) % 6 {
                0 => {
                    note("arm".to_string()).await?;
                }
                1 | 2 => {
                    let mut lines3: Vec<String> = held.lines.clone();
                    lines3.push(word.clone());
                    match held.label.text.as_str() {
                        "a" | "b" => {
                            note(held.note.clone().unwrap_or_default()).await?;
                            match (here.x) % 6 {
                                0 => {
                                    note(format!("at {word}/{word1}")).await?;
                                }
                                1 | 2 => {
                                    let mut turn5 = 0_i64;
                                    'l6: while turn5 < 2 && held.note.is_none() {
                                        turn5 += 1;
                                        note("turn".to_string()).await?;
                                        let mut turn5: i64 = here.x;
                                        let held7: Parcel = Parcel { name: held.name.clone(), size: word1.len() as i64, note: held.note.clone(), lines: lines3.clone(), kind: what.clone(), label: Label { text: word.clone(), code: held.label.code }, count: held.count, spot: here };
                                        let Parcel { lines: lines8, kind: what9, .. } = held7;
                                    }
                                }
                                n4 if n4 > 3 => {
                                    sleep(Duration::from_secs(63)).await;
                                }
                                _ => {
                                }
                            }
                        }
                        "north" => {
                            return Ok((held.count.unwrap_or(5), format!("{word1}/{word}")));
                        }
                        _ => {
                        }
                    }
                }
                _ => {
                }
            }
            let mut turn10 = 0_i64;
            'l11: loop {
                turn10 += 1;
                if turn10 > 2 { break; }
                note("turn".to_string()).await?;
            }
        }
        Some(word1) => {
            return Ok((5, held.lines.join("-")));
        }
        None => {
        }
    }
    let mut news12: Event = Event::Sent { to: word.clone(), times: held.label.code, why: held.note.clone() };
    news12 = Event::Nothing;
    let n13: i64 = here.x;
    note(format!("at {word}/{n13}")).await?;
    event(news12.clone()).await?;
    between(here, here).await?;
    parcel(held.clone()).await?;
    Ok(both(held.note.as_ref().map_or(-2, |of| of.len() as i64), held.label.text.clone()).await?)
}
#[test]
fn w082_agrees() {
    agrees!(w082(word, what, held, here));
}

#[workflow]
pub async fn w083(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, here: my_types::Spot, news: Event) -> Result<Parcel, Failure> {
    match maybe(held.label.text.clone()).await? {
        Some(word1) => {
            if held.count == Some(0) {
                {
                    if let Some(word2) = held.note.clone() {
                        match (held.size) % 6 {
                            0 => {
                                let perhaps3: Option<String> = maybe(word1.clone()).await?;
                                let n: bool = flag;
                            }
                            1 | 2 => {
                                note(format!("at {flag}/{word}/{word1}/{word2}")).await?;
                            }
                            r#type if r#type > 3 => {
                                note(format!("at {word}/{word1}/{word2}/{type}")).await?;
                            }
                            i64::MIN..=-1 => {
                            }
                            _ => {
                                return Ok(Parcel { name: held.name.clone(), size: n, note: lines.first().cloned(), lines: held.lines.clone(), kind: Kind::Empty, label: Label { text: word1.clone(), code: held.size }, count: held.count, spot: here });
                            }
                        }
                    } else {
                        if flag && word1 == "north" {
                            return Ok(held.clone());
                        }
                    }
                }
            }
        }
        None => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    match (n) % 6 {
        0 => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        1 | 2 => {
        }
        i64::MIN..=-1 => {
        }
        _ => {
            if !(held.spot == here) {
                map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word4| {
                    Ok(held.kind.clone())
                }).max_concurrency(2).await?;
                let mut lines5: Vec<String> = held.lines.clone();
                lines5.push(word.clone());
            } else {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
        }
    }
    let lines: Option<String> = held.note;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines.clone().unwrap_or_default()).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    Ok(Parcel { name: held.name.clone(), size: number(4).await?, note: None::<String>, lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: held.kind.clone(), label: Label { text: held.name.clone(), code: 6 }, count: None::<i64>, spot: my_types::Spot { x: held.label.code, y: held.lines.len() as i64 } })
}
#[test]
fn w083_agrees() {
    agrees!(w083(n, flag, word, perhaps, lines, held, here, news));
}

#[workflow]
pub async fn w084(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<Event, Failure> {
    let many: Vec<String> = map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        note("fork".to_string()).await?;
        if false {
            if check(perhaps.clone().unwrap_or_default()).await? {
                if perhaps.is_none() {
                    note("arm".to_string()).await?;
                } else if perhaps.is_some() {
                    sleep(Duration::from_secs(23)).await;
                } else {
                }
            } else {
                match (maybe("a".to_string()).await?, here == here) {
                    (Some(word2), true) => {
                        note("arm".to_string()).await?;
                    }
                    (Some(word2), false) if word2 == "a" => {
                        if held_all.iter().any(|of| of.count.is_none()) {
                            return Err(Failure::new("Stopped", word1.clone()));
                        }
                    }
                    (None, _) | (_, false) => {
                        return Ok(word1.clone());
                    }
                }
                match kind(here.x).await? {
                    Kind::Sized(here) => {
                        note(format!("at {n}/{word}/{word1}/{here}")).await?;
                    }
                    _ => {
                        let lines5: Vec<String> = list(word1.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                    }
                }
            }
        } else if held_all.iter().any(|of| of.count.is_none()) {
        } else {
        }
        Ok(word.clone())
    }).await?;
    let mut held_all6: Vec<Parcel> = vec![Parcel { name: word.clone(), size: many.len() as i64, note: perhaps.clone(), lines: many.clone(), kind: Kind::Sized(n), label: Label { text: word.clone(), code: many.len() as i64 }, count: None::<i64>, spot: here }];
    held_all6.push(Parcel { name: "".to_string(), size: here.y, note: perhaps.clone(), lines: many.clone(), kind: Kind::Named { name: format!("{n}/{n}"), size: here.x }, label: Label { text: word.clone(), code: 0 }, count: None::<i64>, spot: my_types::Spot { x: here.y, ..here } });
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(format!("at {n}/{word}")).await?;
    boxes(held_all6.clone(), 1).await?;
    note(many.join("-")).await?;
    event(news.clone()).await?;
    Ok(Event::Lost(my_types::Loss { at: between(here, here).await? }))
}
#[test]
fn w084_agrees() {
    agrees!(w084(n, word, perhaps, lines, many, here, held_all, news));
}
