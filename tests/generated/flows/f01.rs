//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w005(flag: bool, word: String, what: Kind, held: Parcel, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Vec<String>, Failure> {
    match (held.size) % 6 {
        0 => {
            note("arm".to_string()).await?;
            let word: Parcel = held.clone();
        }
        1 | 2 => {
            map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word2| {
                let t: Kind = match held.note.clone() {
                    Some(word3) if word3.is_empty() => {
                        match (here, held.count) {
                            (my_types::Spot { x: 0, y: n4 }, _) => {
                                note("arm".to_string()).await?;
                            }
                            (my_types::Spot { x: n4, .. }, Some(n5)) => {
                            }
                            (_, None) => {
                            }
                            _ => {
                                let held6: Parcel = held.clone();
                                let Parcel { lines: lines7, kind: what8, .. } = held6;
                            }
                        }
                        return Ok(what.clone());
                    }
                    Some(word3) => {
                        held.kind.clone()
                    }
                    None => {
                        match (held.note.clone(), false) {
                            (Some(word9), true) => {
                                let mut here10: my_types::Spot = spot(here).timeout(Duration::from_secs(3)).await?;
                            }
                            (Some(word9), false) if word9 == "a" => {
                                let held11: Parcel = Parcel { name: word9.clone(), size: held.count.unwrap_or(5), note: held.lines.first().cloned(), lines: held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Sized((here.y) % 50 - (2) % 7), label: Label { text: word9.clone(), code: here.y }, count: held.count, spot: held.spot };
                                let many12: Option<i64> = held11.count;
                                let mut held13: Parcel = pack(held.lines.join("-"), here.x, flag, None::<i64>).await?;
                            }
                            (None, _) | (_, false) => {
                                note(format!("at {flag}/{word}/{word2}")).await?;
                            }
                        }
                        held.kind.clone()
                    }
                };
                let two14: (i64, String) = both(held.spot.x, held.name.clone()).await?;
                Ok(what.clone())
            }).await?;
        }
        n1 if n1 > 3 => {
        }
        _ => {
        }
    }
    let mut many15: Option<i64> = held.count;
    many15 = Some(word.len() as i64);
    let held16: Parcel = pack(format!("{flag}/{flag}"), (here.y) % 50 + (held.spot.x) % 7, flag, held.count).await?;
    note(format!("at {flag}/{word}")).await?;
    parcel(held16.clone()).await?;
    count(many15).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>())
}
#[test]
fn w005_agrees() {
    agrees!(w005(flag, word, what, held, here, held_all));
}

#[workflow]
pub async fn w006(n: i64, flag: bool, word: String, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<my_types::Spot, Failure> {
    let held_all: bool = check(format!("{n}/{flag}")).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    map(vec!["".to_string(), held.name.clone()], async |two| {
        match maybe(format!("{flag}/{n}")).await? {
            Some(many) => {
                if let Some(word1) = maybe(held.name.clone()).await? {
                    let lines3: Vec<String> = map(vec!["c".to_string(), "b".to_string()], async |word2| {
                        match word2.as_str() {
                            "a" | "b" => {
                                note(format!("at {two}/{many}/{word1}/{word2}")).await?;
                            }
                            "north" => {
                                let mut state: Vec<Parcel> = boxes(vec![held.clone()], held.size).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                            }
                            _ => {
                                if two == "a" {
                                    return Ok(held.label.text.clone());
                                }
                                let news4: Event = Event::Lost(my_types::Loss { at: my_types::Spot { x: held.label.code, ..held.spot } });
                            }
                        }
                        Ok(text(held.lines.join("-")).await?)
                    }).await?;
                } else {
                }
                let mut many: Vec<Parcel> = vec![held.clone()];
            }
            None => {
                if false {
                    note("arm".to_string()).await?;
                }
                let mut here5: my_types::Spot = my_types::Spot { x: -1, ..held.spot };
                here5.x = (here5.y + 1) % 100;
            }
        }
        Ok(many)
    }).max_concurrency(2).await?;
    note(format!("{n}/{word}")).await?;
    note(format!("at {n}/{flag}/{word}/{held_all}")).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    parcel(held.clone()).await?;
    Ok(my_types::Spot { x: held.spot.x, ..held.spot })
}
#[test]
fn w006_agrees() {
    agrees!(w006(n, flag, word, held, sizes, many, two, held_all));
}

#[workflow]
pub async fn w007(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<i64, Failure> {
    let Some(many) = many else {
        {
            {
                let outcome: Vec<String> = if let Kind::Sized(n1) = kind(many.unwrap_or(5)).await? {
                    vec![two.1.clone(), two.1.clone()]
                } else {
                    let lines: bool = check(two.1.clone()).await?;
                    vec![two.1.clone(), word.clone()]
                };
            }
        }
        let held2: Parcel = Parcel { name: "a".to_string(), size: sizes.get(&two.1).copied().unwrap_or(5), note: perhaps.clone(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: 3 }, count: None::<i64>, spot: here };
        return Ok(held2.size);
    };
    match (two.0) % 6 {
        0 => {
            note("arm".to_string()).await?;
        }
        1 | 2 => {
        }
        _ => {
            if here.y > 3 {
                note("arm".to_string()).await?;
            } else if perhaps.is_none() {
                match (many) % 6 {
                    0 => {
                        note(format!("at {n}/{flag}/{word}/{many}")).await?;
                    }
                    1 | 2 => {
                        match kind(two.0).await? {
                            Kind::Sized(n5) if n5 > 3 => {
                                note(format!("at {flag}/{word}/{many}/{n5}")).await?;
                            }
                            Kind::Sized(n5) => {
                            }
                            Kind::Named { name: _spare, size: n6 } => {
                                note(format!("at {word}/{many}/{_spare}/{n6}")).await?;
                            }
                            Kind::Empty => {
                                note(format!("at {n}/{flag}/{word}/{many}")).await?;
                            }
                        }
                    }
                    _ => {
                    }
                }
                let two7: (i64, String) = both(-1, format!("{flag}/{flag}")).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
            }
        }
    }
    let n8: i64 = here.y;
    note(format!("at {flag}/{word}/{many}/{n8}")).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    note(lines.join("-")).await?;
    Ok(here.x)
}
#[test]
fn w007_agrees() {
    agrees!(w007(n, flag, word, perhaps, lines, sizes, many, here, two));
}

#[workflow]
pub async fn w008(word: String, lines: Vec<String>, held: Parcel, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<my_types::Spot, Failure> {
    match held.kind.clone() {
        Kind::Sized(n1) if n1 > 3 => {
            note(format!("at {word}/{n1}")).await?;
        }
        Kind::Sized(n1) => {
            match news.clone() {
                Event::Sent { to: held_all, times: here, why: Some(_), .. } => {
                    return Ok(my_types::Spot { x: held.label.code, y: lines.len() as i64 });
                }
                Event::Sent { times: here, .. } => {
                    match slow(held.label.code).await {
                        Ok(word7) => {
                            match held.kind.clone() {
                                Kind::Sized(news) => {
                                    let lines11: Vec<String> = map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word10| {
                                        let mut sizes12: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                        Ok(text("a".to_string()).await?)
                                    }).await?;
                                }
                                _ => {
                                    let held13: Parcel = Parcel { name: word7.clone(), size: held.spot.x, note: None::<String>, lines: vec![two.1.clone()], kind: Kind::Named { name: "".to_string(), size: 0 }, label: Label { text: "a".to_string(), code: (two.0) % 50 + (n1) % 7 }, count: held.count, spot: my_types::Spot { x: held_all.iter().map(|of| of.size % 9).sum::<i64>(), ..held.spot } };
                                }
                            }
                            if !(two.1 == "a") {
                                note("arm".to_string()).await?;
                                let word14: String = two.1;
                            } else if held_all.len() as i64 > 0 {
                                let mut word15: String = word7.clone();
                                word15 = word.clone();
                                note("".to_string()).await?;
                            }
                        }
                        Err(Small::Late) => {
                            note(format!("at {word}/{n1}/{here}")).await?;
                        }
                        Err(Small::Full(_, word8)) => {
                            note(format!("at {word}/{n1}/{here}/{word8}")).await?;
                        }
                        Err(Small::Empty) => {
                        }
                    }
                    let lines: Vec<String> = lines.clone();
                }
                Event::Lost(my_types::Loss { at: here4 }) => {
                }
                Event::Nothing => {
                }
            }
            let here16: my_types::Spot = between(my_types::Spot { x: two.0, y: here.x }, held.spot).timeout(Duration::from_secs(3)).await?;
        }
        Kind::Named { name: word3, size: n2 } => {
            note(format!("at {word}/{word3}/{n2}")).await?;
        }
        Kind::Empty => {
            note(format!("at {word}")).await?;
        }
    }
    sleep(Duration::from_secs(held.label.text.len() as u64)).await;
    let n17: i64 = here.x;
    note(format!("at {word}/{n17}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(here)
}
#[test]
fn w008_agrees() {
    agrees!(w008(word, lines, held, here, two, held_all, news));
}

#[workflow]
pub async fn w009(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<my_types::Spot, Failure> {
    let (sizes1, news2) = join!(
        async {
            if let Some(word3) = perhaps.clone() {
                return Ok(sizes.clone());
            } else {
                if two.1 == "a" {
                    note("arm".to_string()).await?;
                } else {
                    let mut many4: Option<i64> = sizes.get("north").copied();
                }
            }
            let n5: i64 = number(held_all.iter().map(|of| of.size % 9).sum::<i64>()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
            Ok(table(word.clone()).await?)
        },
        event(Event::Sent { to: word.clone(), times: held.label.code, why: perhaps.clone() }),
    )
    .await?;
    match held.note {
        Some(word6) if word6.is_empty() => {
            if check(perhaps.clone().unwrap_or_default()).await? {
                let mut turn7 = 0_i64;
                'l8: loop {
                    turn7 += 1;
                    if turn7 > 2 { break; }
                    note("turn".to_string()).await?;
                    let mut word: String = word6.clone();
                    let held9: Parcel = Parcel { name: "".to_string(), size: 5, note: Some(format!("{word6}/{word}")), lines: vec![held.name.clone()], kind: held.kind.clone(), label: Label { text: held.name.clone(), code: held.spot.x }, count: held.count, spot: held.spot };
                    let Parcel { lines: lines10, kind: what11, .. } = held9;
                }
                match perhaps.clone() {
                    Some(turn7) if turn7.is_empty() => {
                        note(format!("at {n}/{word}/{word6}/{turn7}")).await?;
                    }
                    Some(turn7) => {
                    }
                    None => {
                        note(format!("at {n}/{word}/{word6}/{turn7}")).await?;
                    }
                }
            } else if !(sizes1.is_empty()) {
            } else {
                note(format!("at {n}/{word}/{word6}")).await?;
            }
        }
        Some(word6) => {
            note(format!("at {n}/{word}/{word6}")).await?;
        }
        None => {
            note(format!("at {n}/{word}")).await?;
        }
    }
    let mut what12: Kind = Kind::Sized(perhaps.as_ref().map_or(6, |of| of.len() as i64));
    note(format!("at {n}/{word}")).await?;
    event(news2.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(held.spot)
}
#[test]
fn w009_agrees() {
    agrees!(w009(n, word, perhaps, what, held, sizes, many, here, two, held_all));
}
