//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w155(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<Kind, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && perhaps.is_none() {
        turn1 += 1;
        if let Some(word3) = perhaps.clone() {
            let Some(n4) = count(Some(two.1.len() as i64)).await? else {
                match (between(my_types::Spot { x: -2, y: sizes.get(&two.1).copied().unwrap_or(6) }, my_types::Spot { x: turn1, y: sizes.get(&two.1).copied().unwrap_or(1) }).await?, count(sizes.get("c").copied()).await?) {
                    (my_types::Spot { x: 0, y: n5 }, _) => {
                        if let Kind::Sized(n7) = what.clone() {
                            let mut turn1: i64 = number(n7).await?;
                        } else {
                            let mut news8: Event = Event::Sent { to: word3.clone(), times: 4, why: None::<String> };
                            news8 = Event::Nothing;
                            return Ok(what.clone());
                        }
                    }
                    (my_types::Spot { x: n5, .. }, Some(n6)) => {
                    }
                    (_, None) => {
                    }
                    _ => {
                        note(format!("at {n}/{word}/{turn1}/{word3}")).await?;
                    }
                }
                let word9: String = text(word.clone()).await?;
                return Ok(Kind::Named { name: perhaps.clone().unwrap_or_default(), size: turn1 });
            };
            if lines.contains(&two.1) {
                if perhaps.is_some() {
                    note("arm".to_string()).await?;
                }
                let mut many10: Option<i64> = sizes.get("c").copied();
                many10 = Some(perhaps.as_ref().map_or(3, |of| of.len() as i64));
            } else {
                note(format!("at {word}/{turn1}/{word3}/{n4}")).await?;
            }
        }
    }
    sleep(Duration::from_secs(two.1.len() as u64)).await;
    sleep(Duration::from_secs(29)).await;
    note(format!("at {n}/{word}/{turn1}")).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    note(lines.join("-")).await?;
    Ok(what)
}
#[test]
fn w155_agrees() {
    agrees!(w155(n, word, perhaps, lines, what, sizes, two, held_all));
}

#[workflow]
pub async fn w156(n: i64, flag: bool, word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, news: Event) -> Result<bool, Failure> {
    match kind(here.x).await? {
        Kind::Sized(news) if news > 3 => {
            let mut flag3: bool = {
                let mut turn4 = 0_i64;
                loop {
                    turn4 += 1;
                    if turn4 > 2 { break flag; }
                    match word.as_str() {
                        "a" | "b" => {
                            let (n5, held6, held_all7) = join!(
                                number(here.y),
                                async {
                                    sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                                    Ok(held.clone())
                                },
                                boxes(vec![Parcel { name: "a".to_string(), size: n, note: held.lines.first().cloned(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: "c".to_string(), code: here.y }, count: None::<i64>, spot: my_types::Spot { x: held.size, ..held.spot } }], held.spot.x),
                            )
                            .await?;
                            let mut machine: Vec<String> = vec![held.name.clone(), held.name.clone()];
                        }
                        "north" => {
                        }
                        "" if matches!(held.kind, Kind::Sized(_) | Kind::Empty) => {
                            match event(Event::Nothing).await? {
                                Event::Sent { to: workflow, times: states, why: Some(_), .. } => {
                                    note("arm".to_string()).await?;
                                    continue;
                                }
                                Event::Sent { times: states, .. } => {
                                    note(format!("at {word}/{news}/{turn4}/{states}")).await?;
                                }
                                Event::Lost(my_types::Loss { at: word }) => {
                                    let mut word: (i64, String) = ((here.x) % 50 - (held.size) % 7, held.label.text.clone());
                                }
                                Event::Nothing => {
                                }
                            }
                        }
                        _ => {
                        }
                    }
                    if sizes.is_empty() {
                        note(format!("at {flag}/{word}/{news}/{turn4}")).await?;
                    } else if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                        note(format!("at {flag}/{word}/{news}/{turn4}")).await?;
                    } else {
                    }
                }
            };
            let mut what8: Kind = kind(n).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
        }
        Kind::Sized(news) => {
            note(format!("at {n}/{flag}/{word}/{news}")).await?;
        }
        Kind::Named { name: word2, size: n1 } => {
            note(format!("at {flag}/{word}/{word2}/{n1}")).await?;
        }
        Kind::Empty => {
        }
    }
    sleep(Duration::from_secs(41)).await;
    let x: BTreeMap<String, i64> = table(held.label.text.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    parcel(held.clone()).await?;
    Ok(matches!(news, Event::Sent { times, .. } if times > 1))
}
#[test]
fn w156_agrees() {
    agrees!(w156(n, flag, word, perhaps, held, sizes, here, news));
}

#[workflow]
pub async fn w157(n: i64, word: String, lines: Vec<String>, here: my_types::Spot, two: (i64, String), news: Event) -> Result<Option<i64>, Failure> {
    let Some(news) = count(None::<i64>).await? else {
        let mut n1: i64 = match risky(two.1.clone()).await {
            Ok(n4) => {
                return Ok(None::<i64>);
            }
            Err(Trouble::Busy) => {
                match maybe(word.clone()).await? {
                    Some(here) if here.is_empty() => {
                        note(format!("at {n}/{word}/{here}")).await?;
                    }
                    Some(here) => {
                        note(format!("at {n}/{word}/{here}")).await?;
                    }
                    None => {
                        let perhaps5: Option<String> = Some(two.1.clone());
                        match (here.y) % 6 {
                            0 => {
                                note("arm".to_string()).await?;
                            }
                            1 | 2 => {
                            }
                            n if n > 3 => {
                            }
                            i64::MIN..=-1 => {
                                note(format!("at {n}/{word}")).await?;
                            }
                            _ => {
                                let mut here6: my_types::Spot = between(my_types::Spot { x: (perhaps5.as_ref().map_or(0, |of| of.len() as i64)) % 50 + (two.1.len() as i64) % 7, y: -1 }, my_types::Spot { x: two.0, y: two.0 }).await?;
                                note(two.1.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                            }
                        }
                    }
                }
                n
            }
            Err(Trouble::Bad { why: news, .. }) => {
                5
            }
            Err(Trouble::Closed(news)) => {
                match two.1.as_str() {
                    "a" | "b" => {
                        note(format!("at {n}/{word}/{news}")).await?;
                    }
                    "north" => {
                        note(format!("at {n}/{word}/{news}")).await?;
                    }
                    _ => {
                        match (here.x) % 6 {
                            0 => {
                                note("arm".to_string()).await?;
                                let my_types::Spot { x: n8, y: n9 } = here;
                            }
                            1 | 2 => {
                                note(format!("at {n}/{word}/{news}")).await?;
                            }
                            i64::MIN..=-1 => {
                                note(format!("at {n}/{word}/{news}")).await?;
                            }
                            _ => {
                                note(format!("at {n}/{word}/{news}")).await?;
                            }
                        }
                        return Err(Failure::new("Stopped", word.clone()));
                    }
                }
                n
            }
            Err(other2) => return Err(other2.into()),
        };
        n1 = (n1 + 3) % 100;
        return Ok(Some(n1));
    };
    let lines: Vec<String> = lines;
    let held_all10: Vec<Parcel> = vec![Parcel { name: two.1.clone(), size: 0, note: None::<String>, lines: lines.clone(), kind: Kind::Empty, label: Label { text: "c".to_string(), code: 2 }, count: None::<i64>, spot: my_types::Spot { x: 1, y: 4 } }];
    note(format!("at {n}/{word}/{news}")).await?;
    boxes(held_all10.clone(), 1).await?;
    note(lines.join("-")).await?;
    both(two.0, two.1.clone()).await?;
    Ok(Some(two.1.len() as i64))
}
#[test]
fn w157_agrees() {
    agrees!(w157(n, word, lines, here, two, news));
}

#[workflow]
pub async fn w158(n: i64, word: String, lines: Vec<String>, what: Kind, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Option<i64>, Failure> {
    match slow((held_all.len() as i64) % 50 + (n) % 7).await {
        Ok(outcome) => {
            note(format!("at {n}/{word}/{outcome}")).await?;
        }
        Err(Small::Late) => {
        }
        Err(Small::Full(_, word3)) => {
            match word3.as_str() {
                "a" | "b" => {
                    note(format!("at {n}/{word}/{word3}")).await?;
                }
                "north" => {
                }
                _ => {
                    if two.0 > 3 {
                        note("arm".to_string()).await?;
                        let mut perhaps4: Option<String> = Some(two.1.clone());
                        perhaps4 = Some(word.clone());
                    } else if !(false) {
                    } else {
                    }
                    let Ok(what5) = kind(-2).await else {
                        match (two.0) % 6 {
                            0 => {
                                let Some(n7) = count(None::<i64>).await? else {
                                    if held_all.iter().any(|of| of.count.is_none()) {
                                        return Ok(None::<i64>);
                                    }
                                    return Ok(Some(0));
                                };
                            }
                            1 | 2 => {
                            }
                            i64::MIN..=-1 => {
                                note(format!("at {n}/{word}/{word3}")).await?;
                            }
                            _ => {
                            }
                        }
                        map(vec!["c".to_string(), word.clone()], async |n| {
                            if matches!(what, Kind::Sized(_) | Kind::Empty) {
                                return Ok(BTreeMap::<String, i64>::new());
                            }
                            match risky(two.1.clone()).await {
                                Ok(lines) => {
                                    note("arm".to_string()).await?;
                                }
                                Err(Trouble::Busy) => {
                                }
                                Err(Trouble::Bad { why: lines, .. }) => {
                                    note(format!("at {word}/{word3}/{n}/{lines}")).await?;
                                }
                                Err(Trouble::Closed(lines)) => {
                                    note(format!("at {word}/{word3}/{n}/{lines}")).await?;
                                }
                                Err(other8) => return Err(other8.into()),
                            }
                            Ok(BTreeMap::<String, i64>::new())
                        }).max_concurrency(2).await?;
                        return Ok(None::<i64>);
                    };
                }
            }
        }
        Err(Small::Empty) => {
            note(format!("at {n}/{word}")).await?;
        }
    }
    let n10: i64 = two.0;
    let mut held11: Parcel = Parcel { name: "b".to_string(), size: n10, note: maybe(two.1).await?, lines: lines.clone(), kind: Kind::Sized(number(n).await?), label: Label { text: word.clone(), code: here.x }, count: None::<i64>, spot: my_types::Spot { x: two.0, y: (two.0) % 50 - (here.y) % 7 } };
    held11.label.code = ((n) % 50 - (here.y) % 7) % 50 + (held11.note.as_ref().map_or(-2, |of| of.len() as i64)) % 7;
    note(format!("at {n}/{word}/{n10}")).await?;
    parcel(held11.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(held11.count)
}
#[test]
fn w158_agrees() {
    agrees!(w158(n, word, lines, what, here, two, held_all, news));
}

#[workflow]
pub async fn w159(n: i64, word: String, perhaps: Option<String>, many: Option<i64>, here: my_types::Spot) -> Result<Kind, Failure> {
    let (word1, held2, held3) = join!(
        async {
            {
                let news4: Event = Event::Sent { to: word.clone(), times: here.y, why: None::<String> };
            }
            Ok("c".to_string())
        },
        parcel(Parcel { name: word.clone(), size: 0, note: perhaps.clone(), lines: vec![word.clone(), word.clone()], kind: Kind::Empty, label: Label { text: word.clone(), code: n }, count: many, spot: my_types::Spot { x: 0, y: 5 } }),
        pack(word.clone(), here.y, false, many),
    )
    .await?;
    let mut turn5 = 0_i64;
    let next7: Option<String> = Some(held2.note.clone().unwrap_or_default());
    'l6: while let Some(word8) = next7.clone() {
        if turn5 > 1 { break; }
        turn5 += 1;
        let Some(n9) = count(held2.count).await? else {
            match between(held3.spot, held3.spot).await {
                Ok(here12) => {
                    match perhaps.clone() {
                        Some(word8) => {
                            note("arm".to_string()).await?;
                        }
                        None => {
                            'l13: for perhaps in held3.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                                note("turn".to_string()).await?;
                                let mut here12: String = word.clone();
                            }
                        }
                    }
                    'l15: for word16 in vec![word.clone(), word8.clone()] {
                        note("turn".to_string()).await?;
                    }
                }
                Err(failure10) => {
                    let cause11 = failure10.error().to_string();
                    note(format!("at {word1}/{turn5}/{word8}/{cause11}")).await?;
                }
            }
            let perhaps18: Option<String> = maybe(held2.label.text.clone()).await?;
            continue 'l6;
        };
        let held19: Parcel = Parcel { name: word8.clone(), size: held2.label.code, note: held2.note.clone(), lines: held2.lines.clone(), kind: held2.kind.clone(), label: Label { text: "a".to_string(), code: held3.label.code }, count: many, spot: held3.spot };
        let Parcel { lines: lines20, kind: what21, .. } = held19;
    }
    let n22: i64 = here.x;
    note(format!("at {word}/{word1}/{turn5}/{n22}")).await?;
    parcel(held3.clone()).await?;
    parcel(held2.clone()).await?;
    between(here, here).await?;
    Ok(Kind::Empty)
}
#[test]
fn w159_agrees() {
    agrees!(w159(n, word, perhaps, many, here));
}
