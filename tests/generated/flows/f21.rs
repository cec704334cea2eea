//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w105(n: i64, flag: bool, word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Kind, Failure> {
    'l1: for word2 in vec![word.clone(), "north".to_string()] {
        if let Kind::Sized(n4) = kind(-1).await? {
            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word5| {
                match maybe(word2.clone()).await? {
                    Some(word6) => {
                        if word == "north" {
                            note("arm".to_string()).await?;
                            let mut perhaps7: Option<String> = lines.first().cloned();
                            perhaps7 = Some("".to_string());
                        } else if true {
                            let mut held_all8: Vec<Parcel> = held_all.clone();
                        } else {
                            note(format!("at {word2}/{n4}/{word5}/{word6}")).await?;
                        }
                        match (n) % 6 {
                            0 => {
                                if !(true) {
                                    return Ok(Parcel { name: word6.clone(), size: held_all.iter().map(|of| of.size % 9).sum::<i64>(), note: lines.first().cloned(), lines: vec![word2.clone()], kind: Kind::Sized(n4), label: Label { text: word.clone(), code: lines.len() as i64 }, count: many, spot: my_types::Spot { x: two.0, y: n4 } });
                                }
                            }
                            1 | 2 => {
                                note(text(word5.clone()).await?).await?;
                                let news10: Event = event(Event::Lost(my_types::Loss { at: my_types::Spot { x: word6.len() as i64, y: sizes.get(&two.1).copied().unwrap_or(0) } })).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                            }
                            i64::MIN..=-1 => {
                            }
                            _ => {
                            }
                        }
                    }
                    None => {
                        note(format!("at {word}/{word2}/{n4}/{word5}")).await?;
                    }
                }
                Ok(Parcel { name: two.1.clone(), size: n4, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: word2.clone(), code: n4 }, count: many, spot: my_types::Spot { x: number(n4).await?, y: n } })
            }).await?;
        }
        let held11: Parcel = Parcel { name: word.clone(), size: (held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 50 - (n) % 7, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: word2.clone(), code: n }, count: many, spot: my_types::Spot { x: two.0, y: two.0 } };
        let Parcel { lines: lines12, kind: what13, .. } = held11;
    }
    sleep(Duration::from_secs(1)).await;
    let held_all: Vec<Parcel> = boxes(held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>(), n).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(held_all.clone(), 1).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(Kind::Named { name: two.1.clone(), size: (two.0) % 50 + (n) % 7 })
}
#[test]
fn w105_agrees() {
    agrees!(w105(n, flag, word, lines, sizes, many, two, held_all, news));
}

#[workflow]
pub async fn w106(word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Option<i64>, Failure> {
    match (maybe(format!("{word}/{word}")).await?, !(6 > 0)) {
        (Some(word1), true) => {
            match (here.y) % 6 {
                0 => {
                    return Ok(held.count);
                }
                1 | 2 => {
                    match held.label.text.as_str() {
                        "a" | "b" => {
                            let sizes3: BTreeMap<String, i64> = table("c".to_string()).await?;
                        }
                        "north" => {
                            let Some(word) = held.note.clone() else {
                                let mut turn4 = 0_i64;
                                loop {
                                    turn4 += 1;
                                    if turn4 > 2 { break; }
                                    let mut n5: i64 = pair(here.y, held.lines.len() as i64).await?;
                                }
                                let word6: String = held.name;
                                return Ok(held.count);
                            };
                            let mut lines7: Vec<String> = list(lines.join("-")).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                        }
                        "" if !(held.note.is_some()) => {
                            return Err(Failure::new("Stopped", word.clone()));
                        }
                        _ => {
                            let lines8: Vec<String> = map(vec![word1.clone(), held.name.clone()], async |std| {
                                Ok(word1.clone())
                            }).await?;
                            let sizes9: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                        }
                    }
                    let n10: i64 = pair(here.y, held_all.iter().map(|of| of.size % 9).sum::<i64>()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                }
                n2 if n2 > 3 => {
                }
                i64::MIN..=-1 => {
                }
                _ => {
                }
            }
            let mut std: (i64, String) = both(held.size, held.name.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
        }
        (Some(word1), false) if word1 == "a" => {
            note(format!("at {word}/{word1}")).await?;
        }
        (None, _) | (_, false) => {
        }
    }
    let word11: String = text(held.label.text.clone()).await?;
    let lines: Vec<String> = held.lines;
    note(format!("at {word}/{word11}")).await?;
    note(lines.join("-")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(None::<i64>)
}
#[test]
fn w106_agrees() {
    agrees!(w106(word, perhaps, lines, held, here, held_all));
}

#[workflow]
pub async fn w107(word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<Parcel, Failure> {
    {
        if !((sizes.get(&held.name).copied().unwrap_or(5)) % 2 == 0) {
            note("arm".to_string()).await?;
        } else if !(held.lines.contains(&held.name)) {
            note(format!("at {word}")).await?;
        } else {
            let word: Kind = held.kind.clone();
            if held.note.is_none() {
                note("arm".to_string()).await?;
                let sizes: BTreeMap<String, i64> = sizes.clone();
            } else if held.note.is_some() {
                let mut n1: i64 = number(held_all.iter().map(|of| of.size % 9).sum::<i64>()).await?;
            } else {
                match (held.size) % 6 {
                    0 => {
                        return Ok(Parcel { name: held.label.text.clone(), size: held.label.code, note: held.note.clone(), lines: vec![held.label.text.clone()], kind: held.kind.clone(), label: Label { text: "a".to_string(), code: held.label.code }, count: sizes.get("").copied(), spot: held.spot });
                    }
                    1 | 2 => {
                    }
                    n2 if n2 > 3 => {
                        let Some(word3) = held.note.clone() else {
                            sleep(Duration::from_secs(held.name.len() as u64)).await;
                            return Ok(Parcel { name: held.label.text.clone(), size: held.spot.x, note: held.note.clone(), lines: held.lines.clone(), kind: what.clone(), label: Label { text: "a".to_string(), code: (6) % 50 + (n2) % 7 }, count: many, spot: my_types::Spot { x: held.label.text.len() as i64, y: held.size } });
                        };
                    }
                    i64::MIN..=-1 => {
                    }
                    _ => {
                        note(format!("at ")).await?;
                    }
                }
            }
        }
        map(vec![held.name.clone(), word.clone()], async |held| {
            match what.clone() {
                Kind::Sized(r#type) => {
                    note(format!("at {word}/{held}/{type}")).await?;
                }
                Kind::Named { name: word5, size: n4 } => {
                }
                Kind::Empty => {
                }
            }
            let what: Kind = what.clone();
            Ok(5)
        }).max_concurrency(2).await?;
    }
    let mut news6: Event = news.clone();
    news6 = Event::Nothing;
    let Parcel { lines: lines7, kind: what8, .. } = held;
    note(format!("at {word}")).await?;
    note(lines7.join("-")).await?;
    event(news6.clone()).await?;
    event(news.clone()).await?;
    Ok(Parcel { name: held.name.clone(), size: pair(held.spot.x, held.spot.x).await?, note: lines.first().cloned(), lines: vec![held.name.clone(), "b".to_string()], kind: what8.clone(), label: Label { text: word.clone(), code: held.note.as_ref().map_or(1, |of| of.len() as i64) }, count: sizes.get("b").copied(), spot: between(my_types::Spot { x: lines7.len() as i64, ..held.spot }, my_types::Spot { x: lines7.len() as i64, ..held.spot }).await? })
}
#[test]
fn w107_agrees() {
    agrees!(w107(word, lines, what, held, sizes, many, held_all, news));
}

#[workflow]
pub async fn w108(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, many: Option<i64>, held_all: Vec<Parcel>) -> Result<Kind, Failure> {
    let mut perhaps: Option<i64> = match word.as_str() {
        "a" | "b" => {
            many
        }
        "north" => {
            Some(n)
        }
        "" if !(lines.contains(&word)) => {
            None::<i64>
        }
        _ => {
            if check(word.clone()).await? {
                note(format!("at {n}/{word}")).await?;
            } else {
                for n3 in 0..2_i64 {
                    match (perhaps.clone(), held_all.iter().any(|of| of.count.is_none())) {
                        (Some(perhaps), true) => {
                            let mut here4: my_types::Spot = my_types::Spot { x: many.unwrap_or(2), y: word.len() as i64 };
                            here4.x = (here4.y + 1) % 100;
                            sleep(Duration::from_secs(74)).await;
                        }
                        (Some(perhaps), false) if perhaps == "a" => {
                            note(format!("at {n}/{word}/{n3}/{perhaps}")).await?;
                        }
                        (None, _) | (_, false) => {
                            let word5: String = text(word.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                            let mut flag6: bool = !(true);
                            flag6 = !(word5 == "b");
                        }
                    }
                }
            }
            let Some(lines) = many else {
                let many: Parcel = Parcel { name: word.clone(), size: n, note: perhaps.clone(), lines: vec![word.clone()], kind: Kind::Empty, label: Label { text: word.clone(), code: n }, count: many, spot: my_types::Spot { x: held_all.iter().map(|of| of.size % 9).sum::<i64>(), y: lines.len() as i64 } };
                let n7: i64 = many.label.code;
                return Ok(many.kind.clone());
            };
            many
        }
    };
    let held8: Parcel = Parcel { name: word.clone(), size: n, note: None::<String>, lines: lines.clone(), kind: Kind::Sized(n), label: Label { text: word.clone(), code: n }, count: perhaps, spot: my_types::Spot { x: n, y: n } };
    let mut perhaps9: Option<String> = held8.lines.first().cloned();
    note(format!("at {n}/{word}")).await?;
    note(perhaps9.clone().unwrap_or_default()).await?;
    parcel(held8.clone()).await?;
    count(perhaps).await?;
    Ok(Kind::Sized(n))
}
#[test]
fn w108_agrees() {
    agrees!(w108(n, word, perhaps, lines, many, held_all));
}

#[workflow]
pub async fn w109(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<BTreeMap<String, i64>, Failure> {
    let mut held1: Parcel = parcel(Parcel { name: two.1.clone(), size: 0, note: perhaps.clone(), lines: vec![word.clone(), two.1.clone()], kind: Kind::Empty, label: Label { text: two.1.clone(), code: lines.len() as i64 }, count: None::<i64>, spot: my_types::Spot { x: two.0, y: two.0 } }).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    let mut turn2 = 0_i64;
    'l3: while turn2 < 2 && held1.lines.contains(&two.1) {
        turn2 += 1;
        match slow(held1.size).await {
            Ok(word6) => {
                note(format!("at {flag}/{word}/{turn2}/{word6}")).await?;
            }
            Err(Small::Late) => {
                note(format!("at {n}/{flag}/{word}/{turn2}")).await?;
            }
            Err(Small::Full(_, word7)) => {
                match (held1.label.code) % 6 {
                    0 => {
                        note(format!("at {flag}/{word}/{turn2}/{word7}")).await?;
                    }
                    1 | 2 => {
                    }
                    _ => {
                        let mut turn9 = 0_i64;
                        'l10: loop {
                            turn9 += 1;
                            if turn9 > 2 { break; }
                            match held1.note.clone() {
                                Some(perhaps) if perhaps.is_empty() => {
                                    let two: Parcel = pack(held1.name.clone(), held1.count.unwrap_or(2), flag, held1.count).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                    held1.lines.push(perhaps.clone());
                                }
                                Some(perhaps) => {
                                    let mut states: Kind = Kind::Named { name: held1.note.clone().unwrap_or_default(), size: held1.label.code };
                                    if false {
                                        break 'l3;
                                    }
                                }
                                None => {
                                }
                            }
                        }
                        match kind(held1.size).await? {
                            Kind::Sized(n11) if n11 > 3 => {
                                note(format!("at {turn2}/{word7}/{turn9}/{n11}")).await?;
                            }
                            Kind::Sized(n11) => {
                            }
                            Kind::Named { name: word13, size: n12 } => {
                            }
                            Kind::Empty => {
                            }
                        }
                    }
                }
            }
            Err(Small::Empty) => {
            }
        }
    }
    let many14: Option<i64> = held1.count;
    note(format!("at {n}/{flag}/{word}/{turn2}")).await?;
    count(many14).await?;
    parcel(held1.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(sizes)
}
#[test]
fn w109_agrees() {
    agrees!(w109(n, flag, word, perhaps, lines, sizes, two, held_all));
}
