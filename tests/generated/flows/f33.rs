//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w165(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<i64, Failure> {
    match (here.y) % 6 {
        0 => {
            let mut turn2 = 0_i64;
            let next4: Option<String> = perhaps.clone();
            'l3: while let Some(word5) = next4.clone() {
                if turn2 > 1 { break; }
                turn2 += 1;
                note("turn".to_string()).await?;
                let Some(n6) = held.count else {
                    let mut turn7 = 0_i64;
                    loop {
                        turn7 += 1;
                        if turn7 > 2 { break; }
                        note("turn".to_string()).await?;
                        let mut held_all8: Vec<Parcel> = vec![Parcel { name: "b".to_string(), size: held.note.as_ref().map_or(-1, |of| of.len() as i64), note: held.lines.first().cloned(), lines: vec![held.label.text.clone()], kind: what.clone(), label: Label { text: "north".to_string(), code: held.size }, count: None::<i64>, spot: my_types::Spot { x: held.spot.x, y: held.size } }];
                        held_all8.push(held.clone());
                    }
                    break 'l3;
                };
                'l9: for (at11, word10) in held.lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                    let n11 = at11 as i64;
                    match (pair(-1, n).await?) % 6 {
                        0 => {
                            note(format!("at {word5}/{n6}/{word10}/{n11}")).await?;
                        }
                        1 | 2 => {
                            let word10: String = word10.clone();
                        }
                        i64::MIN..=-1 => {
                            if held.size > 3 {
                                note(perhaps.clone().unwrap_or_default()).await?;
                                let mut sizes13: BTreeMap<String, i64> = sizes.clone();
                                sizes13.insert(held.label.text.clone(), -1);
                            } else if true {
                            } else {
                                note(format!("at {word5}/{n6}/{word10}/{n11}")).await?;
                            }
                            let mut states: Option<i64> = count(many).timeout(Duration::from_secs(3)).await?;
                        }
                        _ => {
                        }
                    }
                    let n11: i64 = held.spot.x;
                }
            }
        }
        1 | 2 => {
            note(format!("at {n}/{word}")).await?;
        }
        _ => {
            note(format!("at {n}/{word}")).await?;
        }
    }
    sleep(Duration::from_secs(1)).await;
    let mut sizes14: BTreeMap<String, i64> = sizes.clone();
    note(format!("at {n}/{word}")).await?;
    between(here, here).await?;
    count(many).await?;
    parcel(held.clone()).await?;
    Ok(held.count.unwrap_or(0))
}
#[test]
fn w165_agrees() {
    agrees!(w165(n, word, perhaps, what, held, sizes, many, here));
}

#[workflow]
pub async fn w166(flag: bool, word: String, what: Kind, held: Parcel, many: Option<i64>, news: Event) -> Result<Option<String>, Failure> {
    if let Some(word1) = held.note {
        if flag && matches!(news, Event::Sent { times, .. } if times > 1) {
            note(format!("at {flag}/{word}/{word1}")).await?;
        } else if flag && (held.size) % 2 == 0 {
            'l2: for many in 0..3_i64 {
                sleep(Duration::from_secs(6)).await;
            }
            match maybe(word1.clone()).await? {
                Some(word5) => {
                    let (held_all6, news7, word8) = join!(
                        async {
                            let mut word: Vec<String> = vec![held.name.clone(), "c".to_string()];
                            let output: Event = Event::Lost(my_types::Loss { at: held.spot });
                            Ok(vec![Parcel { name: held.label.text.clone(), size: 2, note: Some(word5.clone()), lines: word.clone(), kind: what.clone(), label: Label { text: word5.clone(), code: 2 }, count: many, spot: held.spot }])
                        },
                        event(news.clone()),
                        text(held.label.text.clone()),
                    )
                    .await?;
                }
                None => {
                    note(format!("at {flag}/{word}/{word1}")).await?;
                }
            }
        } else {
            match risky(held.label.text.clone()).await {
                Ok(n11) => {
                    note("arm".to_string()).await?;
                }
                Err(Trouble::Busy) => {
                }
                Err(Trouble::Bad { why: word1, .. }) => {
                    if let Some(t) = maybe(format!("{word1}/{flag}")).await? {
                        note(format!("at {flag}/{word}/{word1}/{t}")).await?;
                    }
                }
                Err(Trouble::Closed(word1)) => {
                    note(format!("at {flag}/{word}/{word1}")).await?;
                }
                Err(other9) => return Err(other9.into()),
            }
        }
        let held12: Parcel = Parcel { name: word.clone(), size: held.size, note: Some(word.clone()), lines: held.lines.clone(), kind: what.clone(), label: Label { text: "a".to_string(), code: held.size }, count: many, spot: my_types::Spot { x: held.label.code, y: held.count.unwrap_or(2) } };
        let word13: String = held12.name;
    } else {
        note(format!("at {flag}/{word}")).await?;
    }
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(word).await?;
    note(format!("at {flag}")).await?;
    event(news.clone()).await?;
    count(many).await?;
    Ok(held.lines.first().cloned())
}
#[test]
fn w166_agrees() {
    agrees!(w166(flag, word, what, held, many, news));
}

#[workflow]
pub async fn w167(word: String, lines: Vec<String>, what: Kind, held: Parcel, held_all: Vec<Parcel>, news: Event) -> Result<my_types::Spot, Failure> {
    match (pair(lines.len() as i64, held.size).await?) % 6 {
        0 => {
            return Ok(my_types::Spot { x: held.label.text.len() as i64, ..held.spot });
        }
        1 | 2 => {
            if held.count == Some(1) {
                return Err(Failure::new("Stopped", "c".to_string()));
            } else {
                match held.note {
                    Some(word) if word.is_empty() => {
                        let flag2: bool = if let Some(n3) = held.count {
                            sleep(Duration::from_secs(5)).await;
                            let held4: Parcel = Parcel { name: "b".to_string(), size: held.lines.len() as i64, note: Some(held.name.clone()), lines: held.lines.clone(), kind: Kind::Sized(held.label.code), label: Label { text: "".to_string(), code: -2 }, count: held.count, spot: held.spot };
                            let n5: i64 = held4.size;
                            matches!(held.kind, Kind::Sized(_) | Kind::Empty)
                        } else {
                            sleep(Duration::from_secs(42)).await;
                            let mut held6: Parcel = Parcel { name: held.label.text.clone(), size: held.label.code, note: Some("c".to_string()), lines: held.lines.clone(), kind: Kind::Empty, label: Label { text: "a".to_string(), code: held.label.code }, count: held.count, spot: my_types::Spot { x: word.len() as i64, y: held.size } };
                            held6.label.code = -2;
                            !(held6.note.is_some())
                        };
                    }
                    Some(word) => {
                        let news: Event = Event::Lost(my_types::Loss { at: my_types::Spot { x: held.size, ..held.spot } });
                    }
                    None => {
                        note(format!("at {word}")).await?;
                    }
                }
            }
            let Kind::Sized(n7) = held.kind.clone() else {
                return Ok(my_types::Spot { x: held.size, ..held.spot });
            };
        }
        n1 if n1 > 3 => {
        }
        _ => {
        }
    }
    let what: i64 = held_all.iter().map(|of| of.size % 9).sum::<i64>();
    let held_all8: Vec<Parcel> = boxes(held_all.iter().filter(|of| of.note.is_none()).cloned().collect::<Vec<_>>(), held.count.unwrap_or(-2)).await?;
    note(format!("at {word}/{what}")).await?;
    boxes(held_all8.clone(), 1).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(held.spot)
}
#[test]
fn w167_agrees() {
    agrees!(w167(word, lines, what, held, held_all, news));
}

#[workflow]
pub async fn w168(n: i64, word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String)) -> Result<Option<i64>, Failure> {
    match maybe(held.label.text.clone()).await? {
        Some(word1) => {
            if let Kind::Sized(it) = held.kind.clone() {
                note("arm".to_string()).await?;
            } else {
                match held.note.clone() {
                    Some(sizes) if sizes.is_empty() => {
                        note(format!("at {n}/{word}/{word1}/{sizes}")).await?;
                    }
                    Some(sizes) => {
                    }
                    None => {
                        {
                            let Some(word2) = maybe(held.note.clone().unwrap_or_default()).await? else {
                                if lines.contains(&two.1) {
                                    return Ok(held.count);
                                }
                                return Err(Failure::new("Stopped", word.clone()));
                            };
                        }
                        let mut held_all3: Vec<Parcel> = vec![Parcel { name: word.clone(), size: 4, note: None::<String>, lines: vec![held.label.text.clone(), word1.clone()], kind: held.kind.clone(), label: Label { text: two.1.clone(), code: two.0 }, count: held.count, spot: my_types::Spot { x: held.size, ..here } }];
                    }
                }
            }
        }
        None => {
            match boxes(vec![held.clone()], here.x).await {
                Ok(held_all6) => {
                    let mut word7: String = match maybe(held.name.clone()).await? {
                        Some(word8) if word8.is_empty() => {
                            let Some(word9) = maybe("c".to_string()).await? else {
                                return Err(Failure::new("Stopped", held.name.clone()));
                            };
                            let many10: Option<i64> = None::<i64>;
                            two.1.clone()
                        }
                        Some(word8) => {
                            lines.join("-")
                        }
                        None => {
                            word.clone()
                        }
                    };
                    let perhaps11: Option<String> = maybe(held.label.text.clone()).await?;
                    return Ok(sizes.get("c").copied());
                }
                Err(failure4) => {
                    let cause5 = failure4.error().to_string();
                }
            }
            sleep(Duration::from_secs(9)).await;
        }
    }
    let mut here: my_types::Spot = between(held.spot, my_types::Spot { x: 0, y: held.note.as_ref().map_or(3, |of| of.len() as i64) }).await?;
    here.y += ((held.label.code) % 50 - (held.label.text.len() as i64) % 7) % 10;
    note(format!("at {n}/{word}")).await?;
    between(here, here).await?;
    both(two.0, two.1.clone()).await?;
    parcel(held.clone()).await?;
    Ok(Some(held.count.unwrap_or(-1)))
}
#[test]
fn w168_agrees() {
    agrees!(w168(n, word, lines, held, sizes, here, two));
}

#[workflow]
pub async fn w169(n: i64, word: String, perhaps: Option<String>, held: Parcel, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Option<String>, Failure> {
    let mut turn1 = 0_i64;
    let next3: Option<String> = held.note.clone();
    'l2: while let Some(word4) = next3.clone() {
        if turn1 > 1 { break; }
        turn1 += 1;
        if held.lines.contains(&held.name) {
            match (held.size) % 6 {
                0 => {
                    let held5: Parcel = Parcel { name: held.label.text.clone(), size: two.0, note: perhaps.clone(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: held.label.text.clone(), code: two.0 }, count: held.count, spot: held.spot };
                    let Parcel { lines: lines6, kind: what7, .. } = held5;
                    match (held5.size) % 6 {
                        0 => {
                            note(format!("at {n}/{word}/{turn1}/{word4}")).await?;
                        }
                        1 | 2 => {
                            note(format!("at {n}/{word}/{turn1}/{word4}")).await?;
                        }
                        _ => {
                            if (two.0) % 2 == 0 {
                                continue 'l2;
                            }
                            let mut turn9 = 0_i64;
                            'l10: loop {
                                turn9 += 1;
                                if turn9 > 2 { break; }
                                note("turn".to_string()).await?;
                                let held11: Parcel = Parcel { name: held.label.text.clone(), size: n, note: held5.note.clone(), lines: vec![word4.clone(), two.1.clone()], kind: what7.clone(), label: Label { text: "a".to_string(), code: held5.label.code }, count: None::<i64>, spot: my_types::Spot { x: held5.label.code, ..held.spot } };
                                let word12: String = held11.label.text;
                                let held13: Parcel = held.clone();
                                let Parcel { lines: lines14, kind: what15, .. } = held13;
                            }
                        }
                    }
                }
                1 | 2 => {
                }
                _ => {
                    let Some(word16) = perhaps.clone() else {
                        let Kind::Sized(n17) = held.kind.clone() else {
                            break 'l2;
                        };
                        break 'l2;
                    };
                }
            }
            let held18: Parcel = held.clone();
            let lines19: Vec<String> = held18.lines;
        } else {
            note(format!("at {n}/{word}/{turn1}/{word4}")).await?;
        }
    }
    let mut n20: i64 = number(here.y).await?;
    let mut many21: Option<i64> = held.count;
    many21 = Some(held.lines.len() as i64);
    note(format!("at {n}/{word}/{turn1}/{n20}")).await?;
    count(many21).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(held.note.clone())
}
#[test]
fn w169_agrees() {
    agrees!(w169(n, word, perhaps, held, here, two, held_all, news));
}
