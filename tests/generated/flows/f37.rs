//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w185(word: String, perhaps: Option<String>, what: Kind, held: Parcel, many: Option<i64>, two: (i64, String), news: Event) -> Result<bool, Failure> {
    let mut flag1: bool = if !(held.lines.contains(&held.label.text)) {
        held.count == Some(2)
    } else {
        let held2: Parcel = Parcel { name: held.name.clone(), size: held.label.code, note: held.lines.first().cloned(), lines: held.lines.clone(), kind: Kind::Sized(perhaps.as_ref().map_or(4, |of| of.len() as i64)), label: Label { text: held.name.clone(), code: 5 }, count: held.count, spot: held.spot };
        if check(format!("{word}/{word}")).await? {
            {
                {
                    let mut what3: Kind = Kind::Empty;
                    let mut two4: (i64, String) = both(-1, held2.label.text.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                }
                match what.clone() {
                    Kind::Sized(n5) if n5 > 3 => {
                        note(format!("at {word}/{n5}")).await?;
                    }
                    Kind::Sized(n5) => {
                        let n5: bool = check(held.label.text.clone()).await?;
                        note(held.label.text.clone()).timeout(Duration::from_secs(3)).await?;
                    }
                    Kind::Named { name: word7, size: n6 } => {
                        note(format!("at {word}/{word7}/{n6}")).await?;
                    }
                    Kind::Empty => {
                        note(format!("at {word}")).await?;
                    }
                }
            }
            let mut word8: String = text(format!("{word}/{word}")).await?;
            word8 = "north".to_string();
        }
        (4) % 2 == 0
    };
    flag1 = flag1 && held.spot == held.spot;
    let what: Kind = kind(held.spot.x).await?;
    note(format!("at {word}/{flag1}")).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(flag1)
}
#[test]
fn w185_agrees() {
    agrees!(w185(word, perhaps, what, held, many, two, news));
}

#[workflow]
pub async fn w186(n: i64, word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, held_all: Vec<Parcel>, news: Event) -> Result<String, Failure> {
    if true {
        if true {
            note(format!("at {n}/{word}")).await?;
        } else if (1) % 50 - (n) % 7 > 0 {
            match kind(n).await? {
                Kind::Sized(n1) => {
                    note("arm".to_string()).await?;
                }
                Kind::Named { name: word2, size: serde } => {
                    match (serde) % 6 {
                        0 => {
                            note("arm".to_string()).await?;
                        }
                        1 | 2 => {
                        }
                        n3 if n3 > 3 => {
                            return Ok("b".to_string());
                        }
                        _ => {
                            match event(Event::Lost(my_types::Loss { at: my_types::Spot { x: sizes.get(&word).copied().unwrap_or(0), y: serde } })).await? {
                                Event::Sent { to: word4, times: n5, why: Some(_), .. } => {
                                    note("arm".to_string()).await?;
                                }
                                Event::Sent { times: n5, .. } => {
                                    sleep(Duration::from_secs(60)).await;
                                    let sizes6: BTreeMap<String, i64> = sizes.clone();
                                }
                                Event::Lost(my_types::Loss { at: word }) => {
                                }
                                Event::Nothing => {
                                    return Ok(word.clone());
                                }
                            }
                        }
                    }
                }
                Kind::Empty => {
                }
            }
            return Ok(word.clone());
        } else {
            'l7: for n9 in 0..3_i64 {
                let mut flag10: bool = word == "north";
                flag10 = !(sizes.is_empty());
                if let Kind::Sized(n11) = kind(n9).await? {
                    let Some(n11) = maybe(word.clone()).await? else {
                        return Ok("a".to_string());
                    };
                    flag10 = matches!(news, Event::Sent { times, .. } if times > 2);
                } else {
                    note(format!("at {n}/{word}/{n9}/{flag10}")).await?;
                }
            }
            let mut flag12: bool = check("b".to_string()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
        }
    } else {
        note(format!("at {n}/{word}")).await?;
    }
    let held13: Parcel = Parcel { name: word.clone(), size: -2, note: None::<String>, lines: lines.clone(), kind: Kind::Named { name: word.clone(), size: n }, label: Label { text: word.clone(), code: held_all.iter().map(|of| of.size % 9).sum::<i64>() }, count: many, spot: my_types::Spot { x: held_all.len() as i64, y: held_all.iter().map(|of| of.size % 9).sum::<i64>() } };
    let r#match: Kind = held13.kind;
    let mut word14: String = format!("{word}/{word}");
    word14 = "".to_string();
    note(format!("at {n}/{word}/{word14}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    count(many).await?;
    Ok("c".to_string())
}
#[test]
fn w186_agrees() {
    agrees!(w186(n, word, lines, sizes, many, held_all, news));
}

#[workflow]
pub async fn w187(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Option<i64>, Failure> {
    match perhaps {
        Some(here) => {
            match risky(word.clone()).await {
                Ok(flag) => {
                    if held.spot == held.spot {
                        match here.as_str() {
                            "a" | "b" => {
                                let mut what3: Kind = what.clone();
                                what3 = Kind::Sized(held.count.unwrap_or(2));
                                let mut here: Option<i64> = count(held.count).await?;
                                return Ok(sizes.get("a").copied());
                            }
                            "north" => {
                            }
                            _ => {
                                match held.note.clone() {
                                    Some(word4) => {
                                        note("arm".to_string()).await?;
                                    }
                                    None => {
                                        sleep(Duration::from_secs(89)).await;
                                        let mut n5: i64 = held.count.unwrap_or(3);
                                        n5 += (held.count.unwrap_or(5)) % 10;
                                    }
                                }
                            }
                        }
                    } else if held.note.is_some() {
                        let mut turn6 = 0_i64;
                        let next7: Option<String> = held.note.clone();
                        while let Some(word8) = next7.clone() {
                            if turn6 > 1 { break; }
                            turn6 += 1;
                            let mut turn9 = 0_i64;
                            'l10: while turn9 < 2 && matches!(what, Kind::Sized(_) | Kind::Empty) {
                                turn9 += 1;
                                note("turn".to_string()).await?;
                            }
                            if held.count == Some(1) {
                                break;
                            }
                        }
                        note(held.name.clone()).timeout(Duration::from_secs(3)).await?;
                    }
                    sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                }
                Err(Trouble::Busy) => {
                    return Ok(sizes.get("north").copied());
                }
                Err(Trouble::Bad { why: n, .. }) => {
                    note(format!("at {flag}/{word}/{here}/{n}")).await?;
                }
                Err(Trouble::Closed(n)) => {
                    return Ok(sizes.get("north").copied());
                }
                Err(other1) => return Err(other1.into()),
            }
        }
        None => {
        }
    }
    sleep(Duration::from_secs(25)).await;
    let lines: Vec<String> = lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines.join("-")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(sizes.get("a").copied())
}
#[test]
fn w187_agrees() {
    agrees!(w187(n, flag, word, perhaps, lines, what, held, sizes, here, held_all));
}

#[workflow]
pub async fn w188(n: i64, word: String, lines: Vec<String>, held: Parcel, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<i64, Failure> {
    if (-2) % 2 == 0 {
        if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
            match (here.y) % 6 {
                0 => {
                    note(format!("at {n}/{word}")).await?;
                }
                1 | 2 => {
                    note(format!("at {n}/{word}")).await?;
                }
                n1 if n1 > 3 => {
                    sleep(Duration::from_secs(two.1.len() as u64)).await;
                    match risky(two.1.clone()).await {
                        Ok(n4) => {
                            let mut what6: Kind = held.kind.clone();
                            what6 = Kind::Sized(held.note.as_ref().map_or(5, |of| of.len() as i64));
                            let (n7, lines8, word9) = join!(
                                async {
                                    let what10: Kind = held.kind.clone();
                                    Ok(here.y)
                                },
                                async {
                                    let mut what11: Kind = what6.clone();
                                    what11 = Kind::Sized(held.note.as_ref().map_or(3, |of| of.len() as i64));
                                    what11 = Kind::Sized(two.1.len() as i64);
                                    Ok(vec!["c".to_string(), held.label.text.clone()])
                                },
                                text("b".to_string()),
                            )
                            .await?;
                        }
                        Err(Trouble::Busy) => {
                            let Kind::Sized(n12) = kind(held.label.code).await? else {
                                return Ok(n1);
                            };
                        }
                        Err(Trouble::Bad { why: word5, .. }) => {
                            note(format!("at {n}/{word}/{n1}/{word5}")).await?;
                        }
                        Err(Trouble::Closed(word5)) => {
                        }
                        Err(other2) => return Err(other2.into()),
                    }
                }
                _ => {
                    note(format!("at {n}/{word}")).await?;
                }
            }
        } else if !(held.note.is_some()) {
            note(format!("at {n}/{word}")).await?;
        }
    } else if held.lines.contains(&held.name) {
        return Err(Failure::new("Stopped", held.name.clone()));
    }
    note(format!("{n}/{word}")).await?;
    let held_all: Vec<Parcel> = boxes(held_all.clone(), here.y).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {n}/{word}")).await?;
    boxes(held_all.clone(), 1).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(held_all.len() as i64)
}
#[test]
fn w188_agrees() {
    agrees!(w188(n, word, lines, held, many, here, two, held_all, news));
}

#[workflow]
pub async fn w189(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, two: (i64, String), held_all: Vec<Parcel>) -> Result<Option<i64>, Failure> {
    let Kind::Sized(n1) = what.clone() else {
        match held.kind.clone() {
            Kind::Sized(n2) => {
                note("arm".to_string()).await?;
            }
            Kind::Named { name: word4, size: n3 } => {
                'l5: for two in 0..3_i64 {
                    match word.as_str() {
                        "a" | "b" => {
                            match word.as_str() {
                                "a" | "b" => {
                                    let mut word4: (i64, String) = (number(n3).await?, held.note.clone().unwrap_or_default());
                                    continue 'l5;
                                }
                                "north" => {
                                    if perhaps.is_some() {
                                        break 'l5;
                                    }
                                    note(word4.clone()).await?;
                                }
                                "" if !(held_all.iter().any(|of| of.count.is_none())) => {
                                    note(format!("at {word}/{word4}/{n3}/{two}")).await?;
                                }
                                _ => {
                                    let mut news8: Event = event(Event::Sent { to: word4.clone(), times: held.name.len() as i64, why: perhaps.clone() }).timeout(Duration::from_secs(3)).await?;
                                }
                            }
                            {
                            }
                        }
                        "north" => {
                        }
                        "" if perhaps.is_none() => {
                            return Ok(held.count);
                        }
                        _ => {
                            note(format!("at {word}/{word4}/{n3}/{two}")).await?;
                        }
                    }
                }
                let word: Parcel = pack(held.name.clone(), held.label.code, !(perhaps.is_none()), None::<i64>).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
            }
            Kind::Empty => {
                note(format!("at {word}")).await?;
            }
        }
        return Ok(None::<i64>);
    };
    let mut sizes9: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    sizes9.insert(word.clone(), sizes9.get(&two.1).copied().unwrap_or(5));
    let (n10, word11) = two;
    note(format!("at {word}/{n1}/{n10}/{word11}")).await?;
    boxes(held_all.clone(), 1).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(held.count)
}
#[test]
fn w189_agrees() {
    agrees!(w189(word, perhaps, lines, what, held, two, held_all));
}
