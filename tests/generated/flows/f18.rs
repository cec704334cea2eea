//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w090(n: i64, flag: bool, word: String, perhaps: Option<String>, held_all: Vec<Parcel>, news: Event) -> Result<my_types::Spot, Failure> {
    let Some(word1) = perhaps.clone() else {
        if word == "c" {
            let (n2, many3) = join!(
                number(held_all.iter().map(|of| of.size % 9).sum::<i64>()),
                async {
                    let (perhaps4, sizes5) = join!(
                        async {
                            if false {
                                note(format!("at {n}/{flag}/{word}")).await?;
                            } else if perhaps.is_some() {
                                let mut sizes6: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                sizes6.insert(word.clone(), held_all.iter().map(|of| of.size % 9).sum::<i64>());
                            }
                            Ok(None::<String>)
                        },
                        table("north".to_string()),
                    )
                    .await?;
                    Ok(None::<i64>)
                },
            )
            .await?;
            match (spot(my_types::Spot { x: n2, y: n }).await?, many3) {
                (my_types::Spot { x: 0, y: n7 }, _) => {
                    let mut word9: String = perhaps.clone().unwrap_or_default();
                    word9 = "a".to_string();
                    match (n2) % 6 {
                        0 => {
                            if !(held_all.len() as i64 > -1) {
                                return Ok(my_types::Spot { x: n2, y: n2 });
                            }
                            if let Some(word) = many3 {
                                note(format!("at {n2}/{n7}/{word9}/{word}")).await?;
                            }
                        }
                        1 | 2 => {
                        }
                        n10 if n10 > 3 => {
                        }
                        _ => {
                            note(format!("at {word}/{n2}/{n7}/{word9}")).await?;
                        }
                    }
                }
                (my_types::Spot { x: n7, .. }, Some(n8)) => {
                }
                (_, None) => {
                }
                _ => {
                }
            }
        } else if flag && held_all.iter().any(|of| of.count.is_none()) {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        return Ok(my_types::Spot { x: n, y: word.len() as i64 });
    };
    let what11: Kind = kind(n).await?;
    let mut many12: Option<i64> = None::<i64>;
    many12 = Some(perhaps.as_ref().map_or(-1, |of| of.len() as i64));
    note(format!("at {n}/{flag}/{word}/{word1}")).await?;
    count(many12).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(my_types::Spot { x: word.len() as i64, y: 0 })
}
#[test]
fn w090_agrees() {
    agrees!(w090(n, flag, word, perhaps, held_all, news));
}

#[workflow]
pub async fn w091(word: String, perhaps: Option<String>, held: Parcel, here: my_types::Spot, two: (i64, String), news: Event) -> Result<Parcel, Failure> {
    match two.1.as_str() {
        "a" | "b" => {
            let (here1, news2) = join!(
                async {
                    let mut turn3 = 0_i64;
                    let next5: Option<String> = maybe(held.lines.join("-")).await?;
                    'l4: while let Some(word6) = next5.clone() {
                        if turn3 > 1 { break; }
                        turn3 += 1;
                        let (word7, held8) = join!(
                            text(held.label.text.clone()),
                            async {
                                let held9: Parcel = Parcel { name: "a".to_string(), size: held.spot.x, note: perhaps.clone(), lines: vec![held.name.clone()], kind: held.kind.clone(), label: Label { text: word.clone(), code: held.size }, count: None::<i64>, spot: here };
                                let Parcel { lines: lines10, kind: what11, .. } = held9;
                                let mut word: String = "a".to_string();
                                Ok(held.clone())
                            },
                        )
                        .await?;
                    }
                    map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |_spare| {
                        let mut turn12 = 0_i64;
                        loop {
                            turn12 += 1;
                            if turn12 > 2 { break; }
                            let many13: Option<i64> = count(held.count).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                        }
                        match news.clone() {
                            Event::Sent { to: word14, times: n15, why: Some(_), .. } => {
                                note(held.label.text.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            }
                            Event::Sent { times: n15, .. } => {
                                note(format!("at {turn3}/{_spare}/{turn12}/{n15}")).await?;
                            }
                            Event::Lost(my_types::Loss { at: here16 }) => {
                            }
                            Event::Nothing => {
                            }
                        }
                        Ok(held.note.clone())
                    }).await?;
                    Ok(my_types::Spot { x: 4, y: two.0 })
                },
                event(news.clone()),
            )
            .await?;
            let Parcel { lines: lines17, kind: what18, .. } = held;
        }
        "north" => {
        }
        "" if !(held.label.text == "") => {
            note(format!("at {word}")).await?;
        }
        _ => {
            note(format!("at {word}")).await?;
        }
    }
    let here19: my_types::Spot = between(my_types::Spot { x: held.name.len() as i64, y: here.y }, here).timeout(Duration::from_secs(3)).await?;
    let mut held20: Parcel = parcel(Parcel { name: "north".to_string(), size: held.size, note: held.note.clone(), lines: Vec::<String>::new(), kind: Kind::Sized(3), label: Label { text: held.name.clone(), code: held.size }, count: held.count, spot: my_types::Spot { x: two.1.len() as i64, y: here.y } }).timeout(Duration::from_secs(3)).await?;
    note(format!("at {word}")).await?;
    parcel(held20.clone()).await?;
    between(here19, here19).await?;
    event(news.clone()).await?;
    Ok(Parcel { name: held20.name, size: held20.spot.x, note: held.note.clone(), lines: held20.lines, kind: Kind::Sized(number(held.note.as_ref().map_or(1, |of| of.len() as i64)).await?), label: Label { text: held20.label.text.clone(), code: here19.x }, count: held20.count, spot: held.spot })
}
#[test]
fn w091_agrees() {
    agrees!(w091(word, perhaps, held, here, two, news));
}

#[workflow]
pub async fn w092(n: i64, flag: bool, word: String, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<i64, Failure> {
    match event(news.clone()).await {
        Ok(news3) => {
            match (here, many) {
                (my_types::Spot { x: 0, y: input }, _) => {
                    if true {
                        let mut two5: (i64, String) = both(6, two.1.clone()).await?;
                        two5.0 = (sizes.get(&word).copied().unwrap_or(1)) % 50 + (input) % 7;
                    }
                }
                (my_types::Spot { x: input, .. }, Some(n4)) => {
                    let sizes: Vec<String> = map(vec![word.clone(), two.1.clone()], async |many| {
                        note("fork".to_string()).await?;
                        match (two.0) % 6 {
                            0 => {
                                if matches!(news3, Event::Sent { times, .. } if times > 2) {
                                    return Err(Failure::new("Stopped", many.clone()));
                                }
                            }
                            1 | 2 => {
                                let held7: Parcel = Parcel { name: many.clone(), size: (here.y) % 50 + (n4) % 7, note: None::<String>, lines: vec![two.1.clone(), word.clone()], kind: Kind::Empty, label: Label { text: two.1.clone(), code: input }, count: Some(6), spot: my_types::Spot { x: -2, ..here } };
                                let output: String = held7.label.text;
                            }
                            n6 if n6 > 3 => {
                                let held8: Parcel = Parcel { name: two.1.clone(), size: (1) % 50 + ((here.x) % 50 - (sizes.get(&word).copied().unwrap_or(-2)) % 7) % 7, note: None::<String>, lines: vec![many.clone()], kind: Kind::Sized(n), label: Label { text: "a".to_string(), code: 4 }, count: Some(held_all.iter().map(|of| of.size % 9).sum::<i64>()), spot: my_types::Spot { x: n6, ..here } };
                                let n9: i64 = held8.label.code;
                                if two.1 == "north" {
                                    return Ok(held8.note.clone().unwrap_or_default());
                                }
                            }
                            i64::MIN..=-1 => {
                                note(format!("at {word}/{input}/{n4}/{many}")).await?;
                            }
                            _ => {
                            }
                        }
                        Ok(many.clone())
                    }).await?;
                }
                (_, None) => {
                    note(format!("at {n}/{flag}/{word}")).await?;
                }
                _ => {
                }
            }
            return Ok(here.y);
        }
        Err(failure1) => return Err(failure1),
    }
    let n: Vec<Parcel> = held_all.clone();
    let mut sizes10: BTreeMap<String, i64> = sizes.clone();
    sizes10.insert(two.1.clone(), 6);
    note(format!("at {flag}/{word}")).await?;
    boxes(n.clone(), 1).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(1)
}
#[test]
fn w092_agrees() {
    agrees!(w092(n, flag, word, sizes, many, here, two, held_all, news));
}

#[workflow]
pub async fn w093(word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, news: Event) -> Result<Vec<Parcel>, Failure> {
    match (held.spot.x) % 6 {
        0 => {
            note(format!("at {word}")).await?;
        }
        1 | 2 => {
            'l2: for (at4, word3) in held.lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                let n4 = at4 as i64;
                note("turn".to_string()).await?;
                match held.note.clone() {
                    Some(word5) if word5.is_empty() => {
                        let Some(n4) = held.count else {
                            {
                                if held.lines.contains(&word5) {
                                    continue 'l2;
                                }
                            }
                            return Ok(vec![held.clone()]);
                        };
                    }
                    Some(word5) => {
                        let mut sizes6: BTreeMap<String, i64> = sizes.clone();
                        sizes6.insert("b".to_string(), sizes.get(&held.name).copied().unwrap_or(1));
                    }
                    None => {
                        note(format!("at {word}/{word3}/{n4}")).await?;
                    }
                }
                if held.count == Some(-1) {
                    let mut turn7 = 0_i64;
                    'l8: while turn7 < 2 && held.note.is_some() {
                        turn7 += 1;
                        note("turn".to_string()).await?;
                        let mut turn9 = 0_i64;
                        'l10: loop {
                            turn9 += 1;
                            if turn9 > 2 { break; }
                            note(format!("at {word3}/{n4}/{turn7}/{turn9}")).await?;
                        }
                        let two11: (i64, String) = (held.label.code, held.label.text.clone());
                    }
                } else {
                    note(format!("at {word}/{word3}/{n4}")).await?;
                }
            }
        }
        _ => {
            return Ok(vec![held.clone()]);
        }
    }
    note(held.name).await?;
    let mut held: Kind = kind(held.label.code).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {word}")).await?;
    event(news.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(vec![Parcel { name: word.clone(), size: word.len() as i64, note: Some("".to_string()), lines: vec![word.clone(), word.clone()], kind: what.clone(), label: Label { text: "b".to_string(), code: 1 }, count: Some((sizes.get(&word).copied().unwrap_or(6)) % 50 - (2) % 7), spot: my_types::Spot { x: 2, y: perhaps.as_ref().map_or(1, |of| of.len() as i64) } }])
}
#[test]
fn w093_agrees() {
    agrees!(w093(word, perhaps, what, held, sizes, news));
}

#[workflow]
pub async fn w094(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, two: (i64, String)) -> Result<Option<String>, Failure> {
    match (two.0) % 6 {
        0 => {
            note("arm".to_string()).await?;
        }
        1 | 2 => {
            match (number(perhaps.as_ref().map_or(1, |of| of.len() as i64)).await?) % 6 {
                0 => {
                    return Ok(held.note.clone());
                }
                1 | 2 => {
                    note(format!("at {n}/{flag}/{word}")).await?;
                }
                n2 if n2 > 3 => {
                    match (n2) % 6 {
                        0 => {
                            match risky("a".to_string()).await {
                                Ok(n6) => {
                                    match slow(lines.len() as i64).await {
                                        Ok(word) if word == "a" => {
                                            return Ok(perhaps.clone());
                                        }
                                        Ok(word) => {
                                        }
                                        Err(Small::Late) => {
                                        }
                                        Err(Small::Full(_, word10)) => {
                                            let mut here11: my_types::Spot = held.spot;
                                            here11.y += ((0) % 50 - ((0) % 50 - (n6) % 7) % 7) % 10;
                                        }
                                        Err(Small::Empty) => {
                                        }
                                    }
                                    let mut turn12 = 0_i64;
                                    while turn12 < 2 && true {
                                        turn12 += 1;
                                        note("turn".to_string()).await?;
                                        let sizes13: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                        if true {
                                            continue;
                                        }
                                    }
                                    return Ok(held.lines.first().cloned());
                                }
                                Err(Trouble::Busy) => {
                                    {
                                        let lines14: Vec<String> = list(two.1.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                        let n15: i64 = held.spot.x;
                                    }
                                }
                                Err(Trouble::Bad { why: word7, .. }) => {
                                }
                                Err(Trouble::Closed(word7)) => {
                                    note(format!("at {flag}/{word}/{n2}/{word7}")).await?;
                                }
                                Err(other4) => return Err(other4.into()),
                            }
                        }
                        1 | 2 => {
                            note(format!("at {n}/{flag}/{word}/{n2}")).await?;
                        }
                        _ => {
                        }
                    }
                }
                i64::MIN..=-1 => {
                    note(format!("at {n}/{flag}/{word}")).await?;
                }
                _ => {
                    note(format!("at {n}/{flag}/{word}")).await?;
                }
            }
            sleep(Duration::from_secs(9)).await;
        }
        _ => {
        }
    }
    sleep(Duration::from_secs(76)).await;
    let word16: String = held.name;
    note(format!("at {n}/{flag}/{word}/{word16}")).await?;
    both(two.0, two.1.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.lines.first().cloned())
}
#[test]
fn w094_agrees() {
    agrees!(w094(n, flag, word, perhaps, lines, held, two));
}
