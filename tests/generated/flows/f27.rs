//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w135(n: i64, word: String, perhaps: Option<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Event, Failure> {
    if perhaps.is_none() {
        match perhaps.clone() {
            Some(error) if error.is_empty() => {
                match word.as_str() {
                    "a" | "b" => {
                        note("arm".to_string()).await?;
                    }
                    "north" => {
                        {
                            let mut turn1 = 0_i64;
                            'l2: loop {
                                turn1 += 1;
                                if turn1 > 2 { break; }
                                let outcome: Event = event(news.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            }
                            map(vec!["north".to_string(), two.1.clone()], async |value| {
                                let many: Option<i64> = sizes.get("a").copied();
                                Ok(perhaps.clone())
                            }).max_concurrency(2).await?;
                        }
                        map(vec![word.clone(), word.clone()], async |word3| {
                            note("fork".to_string()).await?;
                            match perhaps.clone() {
                                Some(word4) if word4.is_empty() => {
                                    note(format!("at {word}/{error}/{word3}/{word4}")).await?;
                                }
                                Some(word4) => {
                                }
                                None => {
                                    if two.0 > 0 {
                                        return Err(Failure::new("Stopped", error.clone()));
                                    }
                                    sleep(Duration::from_secs(76)).await;
                                }
                            }
                            if two.1 == "c" {
                                return Err(Failure::new("Stopped", two.1.clone()));
                            }
                            Ok(check(word3.clone()).await?)
                        }).await?;
                    }
                    "" if sizes.is_empty() => {
                        return Ok(Event::Sent { to: two.1.clone(), times: two.0, why: perhaps.clone() });
                    }
                    _ => {
                    }
                }
            }
            Some(error) => {
                note(format!("at {n}/{word}/{error}")).await?;
            }
            None => {
                note(format!("at {n}/{word}")).await?;
            }
        }
        note("c".to_string()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    } else {
        note(format!("at {n}/{word}")).await?;
    }
    let held_all: Vec<Parcel> = vec![Parcel { name: word.clone(), size: n, note: perhaps.clone(), lines: vec![two.1.clone(), two.1.clone()], kind: Kind::Named { name: word.clone(), size: two.0 }, label: Label { text: "a".to_string(), code: two.0 }, count: None::<i64>, spot: my_types::Spot { x: held_all.iter().map(|of| of.size % 9).sum::<i64>(), y: two.0 } }];
    let many: Event = news.clone();
    note(format!("at {n}/{word}")).await?;
    event(many.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    event(news.clone()).await?;
    Ok(news.clone())
}
#[test]
fn w135_agrees() {
    agrees!(w135(n, word, perhaps, sizes, many, two, held_all, news));
}

#[workflow]
pub async fn w136(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<Option<i64>, Failure> {
    match slow(held.spot.x).await {
        Ok(result) if result == "a" => {
            match maybe(held.lines.join("-")).await {
                Ok(perhaps6) => {
                    let (many7, held8, held9) = join!(
                        count(held.count),
                        async {
                            let mut turn10 = 0_i64;
                            'l11: while turn10 < 2 && matches!(what, Kind::Sized(_) | Kind::Empty) {
                                turn10 += 1;
                                match perhaps6.clone() {
                                    Some(input) if input.is_empty() => {
                                        sleep(Duration::from_secs(78)).await;
                                        note(text(held.label.text.clone()).await?).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                                    }
                                    Some(input) => {
                                        let mut two12: (i64, String) = (6, perhaps6.clone().unwrap_or_default());
                                    }
                                    None => {
                                        let mut env: BTreeMap<String, i64> = table(held.label.text.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                        env.insert(held.label.text.clone(), env.get(&held.name).copied().unwrap_or(6));
                                    }
                                }
                            }
                            Ok(held.clone())
                        },
                        pack(format!("{n}/{word}"), here.y, true, held.count),
                    )
                    .await?;
                }
                Err(failure4) => {
                    let cause5 = failure4.error().to_string();
                    let mut turn13 = 0_i64;
                    while turn13 < 2 && false {
                        turn13 += 1;
                        note("turn".to_string()).await?;
                    }
                }
            }
            let result: String = lines.join("-");
        }
        Ok(result) => {
        }
        Err(Small::Late) => {
            note(format!("at {n}/{word}")).await?;
        }
        Err(Small::Full(_, word3)) => {
            note(format!("at {n}/{word}/{word3}")).await?;
        }
        Err(Small::Empty) => {
            note(format!("at {n}/{word}")).await?;
        }
    }
    note(held.label.text.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    let mut n14: i64 = number(-1).await?;
    n14 = (n14 + 3) % 100;
    note(format!("at {n}/{word}/{n14}")).await?;
    between(here, here).await?;
    count(many).await?;
    parcel(held.clone()).await?;
    Ok(many)
}
#[test]
fn w136_agrees() {
    agrees!(w136(n, word, lines, what, held, sizes, many, here));
}

#[workflow]
pub async fn w137(flag: bool, word: String, what: Kind, held: Parcel, many: Option<i64>, here: my_types::Spot) -> Result<Option<String>, Failure> {
    for word1 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
        sleep(Duration::from_secs(held.name.len() as u64)).await;
        match risky(held.name.clone()).await {
            Ok(n5) => {
                note(format!("at {flag}/{word}/{word1}/{n5}")).await?;
            }
            Err(Trouble::Busy) => {
            }
            Err(Trouble::Bad { why: error, .. }) => {
                let word6: String = match slow(held.label.code).await {
                    Ok(word) => {
                        let mut here10: my_types::Spot = held.spot;
                        {
                            let mut turn11 = 0_i64;
                            'l12: loop {
                                turn11 += 1;
                                if turn11 > 2 { break held.label.text.clone(); }
                                note("turn".to_string()).await?;
                                here10.x = (here10.y + 1) % 100;
                            }
                        }
                    }
                    Err(Small::Late) => {
                        let Some(word13) = maybe(held.note.clone().unwrap_or_default()).await? else {
                            let mut here14: my_types::Spot = here;
                            here14.y += (here14.y) % 10;
                            let mut held: Parcel = Parcel { name: word1, size: here14.y, note: held.note.clone(), lines: vec![error.clone()], kind: held.kind.clone(), label: Label { text: error.clone(), code: held.size }, count: many, spot: my_types::Spot { x: here14.y, ..held.spot } };
                            return Ok(None::<String>);
                        };
                        held.name.clone()
                    }
                    Err(Small::Full(_, word9)) => {
                        held.name.clone()
                    }
                    Err(Small::Empty) => {
                        held.lines.join("-")
                    }
                };
                if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                    break;
                }
            }
            Err(Trouble::Closed(error)) => {
                note(format!("at {flag}/{word}/{word1}/{error}")).await?;
            }
            Err(other3) => return Err(other3.into()),
        }
    }
    let mut flag: (i64, String) = (held.name.len() as i64, held.name.clone());
    let perhaps15: Option<String> = held.note.clone();
    note(format!("at {word}")).await?;
    note(perhaps15.clone().unwrap_or_default()).await?;
    both(flag.0, flag.1.clone()).await?;
    between(here, here).await?;
    Ok(None::<String>)
}
#[test]
fn w137_agrees() {
    agrees!(w137(flag, word, what, held, many, here));
}

#[workflow]
pub async fn w138(word: String, what: Kind, sizes: BTreeMap<String, i64>, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<BTreeMap<String, i64>, Failure> {
    match maybe(format!("{word}/{word}")).await {
        Ok(perhaps3) => {
            note("arm".to_string()).await?;
        }
        Err(failure1) => {
            let cause2 = failure1.error().to_string();
            match word.as_str() {
                "a" | "b" => {
                    if !(matches!(what, Kind::Sized(_) | Kind::Empty)) {
                        note("arm".to_string()).await?;
                        let mut lines4: Vec<String> = if false {
                            let perhaps5: Option<String> = None::<String>;
                            let mut two: Vec<String> = vec!["".to_string(), word.clone()];
                            vec!["b".to_string(), word]
                        } else {
                            Vec::<String>::new()
                        };
                    } else {
                        return Ok(sizes.clone());
                    }
                    let (flag6, two7) = join!(
                        async {
                            match maybe(two.1.clone()).await? {
                                Some(word8) if word8.is_empty() => {
                                    note(format!("at {word8}")).await?;
                                }
                                Some(word8) => {
                                    let mut here9: my_types::Spot = my_types::Spot { x: held_all.iter().map(|of| of.size % 9).sum::<i64>(), y: two.0 };
                                    here9.x = (here9.y + 1) % 100;
                                }
                                None => {
                                    match (two.0) % 6 {
                                        0 => {
                                            note("arm".to_string()).await?;
                                        }
                                        1 | 2 => {
                                            note(format!("at ")).await?;
                                        }
                                        sizes if sizes > 3 => {
                                        }
                                        _ => {
                                            note(format!("at ")).await?;
                                        }
                                    }
                                }
                            }
                            Ok(check("".to_string()).await?)
                        },
                        async {
                            Ok((two.0, "c".to_string()))
                        },
                    )
                    .await?;
                }
                "north" => {
                    return Err(Failure::new("Stopped", word.clone()));
                }
                _ => {
                }
            }
            let mut many10: Option<i64> = None::<i64>;
            many10 = Some(2);
        }
    }
    let (n11, word12) = two;
    let mut n13: i64 = 4;
    n13 += (two.0) % 10;
    note(format!("at {n11}/{word12}/{n13}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(table(word12.clone()).await?)
}
#[test]
fn w138_agrees() {
    agrees!(w138(word, what, sizes, two, held_all, news));
}

#[workflow]
pub async fn w139(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, many: Option<i64>, here: my_types::Spot) -> Result<my_types::Spot, Failure> {
    match event(Event::Nothing).await? {
        Event::Sent { to: word1, times: it, why: Some(_), .. } => {
            return Ok(held.spot);
        }
        Event::Sent { times: it, .. } => {
            note(format!("at {n}/{word}/{it}")).await?;
        }
        Event::Lost(my_types::Loss { at: here2 }) => {
            note(format!("at {n}/{word}")).await?;
        }
        Event::Nothing => {
            let held: Option<String> = lines.first().cloned();
        }
    }
    let mut turn3 = 0_i64;
    loop {
        turn3 += 1;
        if turn3 > 2 { break; }
        note("turn".to_string()).await?;
        let mut turn4 = 0_i64;
        let next5: Option<String> = perhaps.clone();
        while let Some(word6) = next5.clone() {
            if turn4 > 1 { break; }
            turn4 += 1;
            match (here, many) {
                (my_types::Spot { x: 0, y: lines }, _) => {
                    note("arm".to_string()).await?;
                }
                (my_types::Spot { x: lines, .. }, Some(word)) => {
                    if held.name == "c" {
                        match held.note.clone() {
                            Some(word7) if word7.is_empty() => {
                                return Ok(held.spot);
                            }
                            Some(word7) => {
                                let here: (i64, String) = (0, format!("{lines}/{n}"));
                            }
                            None => {
                            }
                        }
                    } else if false {
                        note(format!("at {turn4}/{word6}/{lines}/{word}")).await?;
                    } else {
                        break;
                    }
                    let mut turn8 = 0_i64;
                    loop {
                        turn8 += 1;
                        if turn8 > 2 { break; }
                        note("turn".to_string()).await?;
                        {
                            let many9: Option<i64> = many;
                            if held.lines.contains(&held.label.text) {
                                break;
                            }
                        }
                        sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                    }
                }
                (_, None) => {
                }
                _ => {
                    note(format!("at {word}/{turn3}/{turn4}/{word6}")).await?;
                }
            }
            let n: i64 = turn4;
        }
    }
    note(held.name.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {n}/{word}/{turn3}")).await?;
    between(here, here).await?;
    count(many).await?;
    parcel(held.clone()).await?;
    Ok(my_types::Spot { x: held.name.len() as i64, ..here })
}
#[test]
fn w139_agrees() {
    agrees!(w139(n, word, perhaps, lines, what, held, many, here));
}
