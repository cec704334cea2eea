//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w125(word: String, lines: Vec<String>, what: Kind, here: my_types::Spot, two: (i64, String)) -> Result<(i64, String), Failure> {
    match (pair(1, here.x).await?) % 6 {
        0 => {
            let mut turn2 = 0_i64;
            let next4: Option<String> = Some(lines.join("-"));
            'l3: while let Some(word5) = next4.clone() {
                if turn2 > 1 { break; }
                turn2 += 1;
                match maybe(word5.clone()).await? {
                    Some(word6) if word6.is_empty() => {
                        match event(Event::Lost(my_types::Loss { at: here })).await? {
                            Event::Sent { to: word7, times: n8, why: Some(_), .. } => {
                                note("arm".to_string()).await?;
                                continue 'l3;
                            }
                            Event::Sent { times: n8, .. } => {
                                let (held10, here11) = join!(
                                    parcel(Parcel { name: "b".to_string(), size: here.x, note: Some("".to_string()), lines: lines.clone(), kind: what.clone(), label: Label { text: word6.clone(), code: 6 }, count: Some(lines.len() as i64), spot: my_types::Spot { x: 5, ..here } }),
                                    async {
                                        let perhaps12: Option<String> = None::<String>;
                                        Ok(here)
                                    },
                                )
                                .await?;
                                {
                                    let held_all13: Vec<Parcel> = boxes(vec![Parcel { name: word5.clone(), size: held10.size, note: held10.note.clone(), lines: held10.lines.clone(), kind: Kind::Named { name: word5.clone(), size: turn2 }, label: Label { text: word.clone(), code: 1 }, count: Some(held10.size), spot: my_types::Spot { x: 4, y: -1 } }], here.x).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                }
                            }
                            Event::Lost(my_types::Loss { at: here9 }) => {
                            }
                            Event::Nothing => {
                            }
                        }
                    }
                    Some(word6) => {
                    }
                    None => {
                    }
                }
            }
        }
        1 | 2 => {
            let mut what14: Kind = what.clone();
            what14 = Kind::Sized(6);
            if !(here == here) {
                if false {
                    note("arm".to_string()).await?;
                } else if true {
                }
                let mut value: Event = Event::Sent { to: word.clone(), times: two.1.len() as i64, why: None::<String> };
            } else if true {
            }
        }
        n1 if n1 > 3 => {
            note(format!("at {word}/{n1}")).await?;
        }
        _ => {
        }
    }
    note(word.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    let mut held_all15: Vec<Parcel> = vec![Parcel { name: two.1.clone(), size: here.x, note: None::<String>, lines: vec![word.clone()], kind: what.clone(), label: Label { text: two.1.clone(), code: two.0 }, count: None::<i64>, spot: my_types::Spot { x: here.x, ..here } }];
    note(format!("at {word}")).await?;
    boxes(held_all15.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok((held_all15.iter().map(|of| of.size % 9).sum::<i64>(), text(word.clone()).await?))
}
#[test]
fn w125_agrees() {
    agrees!(w125(word, lines, what, here, two));
}

#[workflow]
pub async fn w126(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, held_all: Vec<Parcel>, news: Event) -> Result<Vec<String>, Failure> {
    match event(Event::Lost(my_types::Loss { at: held.spot })).await {
        Ok(news3) => {
            if !(held.count == Some(3)) {
                let Kind::Sized(n4) = held.kind.clone() else {
                    for n7 in 0..3_i64 {
                        match risky(held.name.clone()).await {
                            Ok(n10) => {
                                note(format!("at {n}/{word}/{n7}/{n10}")).await?;
                            }
                            Err(Trouble::Busy) => {
                            }
                            Err(Trouble::Bad { why: input, .. }) => {
                            }
                            Err(Trouble::Closed(input)) => {
                                let held11: Parcel = held.clone();
                                let n: String = held11.name;
                                sleep(Duration::from_secs(56)).await;
                            }
                            Err(other8) => return Err(other8.into()),
                        }
                    }
                    return Ok(vec![word.clone()]);
                };
                return Ok(held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>());
            } else if (held_all.len() as i64) % 2 == 0 {
            } else {
                map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word12| {
                    if let Kind::Sized(news) = held.kind.clone() {
                        if held.name == "" {
                            note(format!("at {n}/{word}/{word12}/{news}")).await?;
                        } else if (held.size) % 2 == 0 {
                            if !(matches!(news3, Event::Sent { times, .. } if times > 1)) {
                                return Ok(held.kind.clone());
                            }
                            note(held.label.text.clone()).await?;
                        }
                    } else {
                    }
                    Ok(Kind::Named { name: word.clone(), size: (number(held.size).await?) % 50 - (n) % 7 })
                }).await?;
                let mut perhaps: Option<String> = held.note.clone();
            }
            let mut here13: my_types::Spot = held.spot;
            here13.y += (here13.x) % 10;
        }
        Err(failure1) => {
            let cause2 = failure1.error().to_string();
            note(format!("at {n}/{word}/{cause2}")).await?;
        }
    }
    sleep(Duration::from_secs(77)).await;
    let what14: Kind = kind(held_all.iter().map(|of| of.size % 9).sum::<i64>()).timeout(Duration::from_secs(3)).await?;
    note(format!("at {n}/{word}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    parcel(held.clone()).await?;
    Ok(vec![word])
}
#[test]
fn w126_agrees() {
    agrees!(w126(n, word, perhaps, lines, held, held_all, news));
}

#[workflow]
pub async fn w127(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>) -> Result<String, Failure> {
    if let Some(perhaps) = held.count {
        for word1 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
            let (here3, what4, here5) = join!(
                between(held.spot, held.spot),
                async {
                    'l6: for word7 in vec![held.label.text.clone(), "north".to_string()] {
                        let sizes: BTreeMap<String, i64> = table(word.clone()).await?;
                        let mut turn9 = 0_i64;
                        'l10: loop {
                            turn9 += 1;
                            if turn9 > 2 { break; }
                            note("turn".to_string()).await?;
                            break 'l6;
                        }
                    }
                    Ok(held.kind.clone())
                },
                between(my_types::Spot { x: perhaps, y: held.lines.len() as i64 }, held.spot),
            )
            .await?;
        }
    }
    map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |what| {
        match held.name.as_str() {
            "a" | "b" => {
                match (n) % 6 {
                    0 => {
                        note("arm".to_string()).await?;
                    }
                    1 | 2 => {
                        match event(Event::Sent { to: held.name.clone(), times: held.spot.x, why: held.note.clone() }).await? {
                            Event::Sent { to: word, times: n12, why: Some(_), .. } => {
                                return Ok(vec![Parcel { name: "north".to_string(), size: word.len() as i64, note: held.note.clone(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: what.clone(), code: held.spot.x }, count: many, spot: held.spot }]);
                            }
                            Event::Sent { times: n12, .. } => {
                            }
                            Event::Lost(my_types::Loss { at: here13 }) => {
                                note(format!("at {n}/{flag}/{word}/{what}")).await?;
                            }
                            Event::Nothing => {
                                note(format!("at {n}/{flag}/{word}/{what}")).await?;
                            }
                        }
                    }
                    n11 if n11 > 3 => {
                    }
                    i64::MIN..=-1 => {
                    }
                    _ => {
                    }
                }
                let flag14: bool = check("north".to_string()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
            }
            "north" => {
                note(format!("at {n}/{flag}/{word}/{what}")).await?;
            }
            _ => {
            }
        }
        Ok(boxes(vec![held.clone()], held.label.code).await?)
    }).await?;
    let mut many15: Option<i64> = many;
    note(format!("at {n}/{flag}/{word}")).await?;
    count(many15).await?;
    count(many).await?;
    parcel(held.clone()).await?;
    Ok(held.name.clone())
}
#[test]
fn w127_agrees() {
    agrees!(w127(n, flag, word, perhaps, what, held, sizes, many));
}

#[workflow]
pub async fn w128(word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<Vec<String>, Failure> {
    let mut two1: (i64, String) = (word.len() as i64, word.clone());
    two1.0 = 1;
    match risky(two1.1.clone()).await {
        Ok(n4) => {
            note("arm".to_string()).await?;
        }
        Err(Trouble::Busy) => {
        }
        Err(Trouble::Bad { why: word5, .. }) => {
        }
        Err(Trouble::Closed(word5)) => {
            let Some(word6) = perhaps.clone() else {
                match perhaps {
                    Some(word7) if word7.is_empty() => {
                        note("arm".to_string()).await?;
                    }
                    Some(word7) => {
                        'l8: for (at10, word9) in vec![word7.clone(), word.clone()].into_iter().enumerate() {
                            let n10 = at10 as i64;
                            note(format!("{word5}/{word}")).timeout(Duration::from_secs(3)).await?;
                        }
                    }
                    None => {
                        note(format!("at {word}/{word5}")).await?;
                    }
                }
                return Ok(vec![word.clone()]);
            };
            match (spot(my_types::Spot { x: two1.0, y: two1.0 }).await?, many) {
                (my_types::Spot { x: 0, y: n11 }, _) => {
                    note(format!("at {word}/{word5}/{word6}/{n11}")).await?;
                }
                (my_types::Spot { x: n11, .. }, Some(n12)) => {
                    note(format!("at {word5}/{word6}/{n11}/{n12}")).await?;
                }
                (_, None) => {
                    'l13: for word14 in vec![word.clone(), "north".to_string()] {
                        note("turn".to_string()).await?;
                        let mut lines16: Vec<String> = {
                            let mut turn17 = 0_i64;
                            loop {
                                turn17 += 1;
                                if turn17 > 2 { break vec!["b".to_string(), word14.clone()]; }
                                let mut word6: (i64, String) = (turn17, word14.clone());
                                let two18: (i64, String) = both(word6.0, "".to_string()).await?;
                            }
                        };
                        return Ok(lines16.clone());
                    }
                    note(two1.1.clone()).await?;
                }
                _ => {
                }
            }
        }
        Err(other2) => return Err(other2.into()),
    }
    let what19: Kind = Kind::Sized(two1.0);
    note(format!("at {word}")).await?;
    both(two1.0, two1.1.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(vec![word])
}
#[test]
fn w128_agrees() {
    agrees!(w128(word, perhaps, what, sizes, many, held_all, news));
}

#[workflow]
pub async fn w129(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, many: Option<i64>, two: (i64, String), news: Event) -> Result<bool, Failure> {
    note(perhaps.clone().unwrap_or_default()).await?;
    let (n1, what2, word3) = join!(
        number(perhaps.as_ref().map_or(6, |of| of.len() as i64)),
        kind(held.size),
        async {
            match (held.size) % 6 {
                0 => {
                    let (news5, perhaps6, held_all7) = join!(
                        async {
                            match held.kind.clone() {
                                Kind::Sized(n8) if n8 > 3 => {
                                    note(format!("at {flag}/{word}/{n8}")).await?;
                                }
                                Kind::Sized(n8) => {
                                }
                                Kind::Named { name: held, size: n9 } => {
                                    note(format!("at {flag}/{word}/{held}/{n9}")).await?;
                                }
                                Kind::Empty => {
                                    sleep(Duration::from_secs(3)).await;
                                    match held.name.as_str() {
                                        "a" | "b" => {
                                            let mut flag10: bool = check(held.lines.join("-")).await?;
                                            flag10 = held.note.is_some();
                                        }
                                        "north" => {
                                            let two: BTreeMap<String, i64> = table(lines.join("-")).timeout(Duration::from_secs(3)).await?;
                                            sleep(Duration::from_secs(34)).await;
                                        }
                                        _ => {
                                            note(format!("at {flag}/{word}")).await?;
                                        }
                                    }
                                }
                            }
                            Ok(Event::Nothing)
                        },
                        maybe(word.clone()),
                        async {
                            let mut turn11 = 0_i64;
                            loop {
                                turn11 += 1;
                                if turn11 > 2 { break; }
                                note("turn".to_string()).await?;
                            }
                            let mut news12: Event = Event::Sent { to: word.clone(), times: held.spot.x, why: perhaps.clone() };
                            news12 = Event::Nothing;
                            Ok(vec![held.clone()])
                        },
                    )
                    .await?;
                    let mut here13: my_types::Spot = my_types::Spot { x: two.0, ..held.spot };
                    here13.y += (held.size) % 10;
                }
                1 | 2 => {
                    note(format!("at {flag}/{word}")).await?;
                }
                _ => {
                }
            }
            Ok("a".to_string())
        },
    )
    .await?;
    let what14: Kind = kind(4).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {flag}/{word}/{n1}/{word3}")).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok((held.size) % 2 == 0)
}
#[test]
fn w129_agrees() {
    agrees!(w129(flag, word, perhaps, lines, held, many, two, news));
}
