//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w085(word: String, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Vec<Parcel>, Failure> {
    {
        {
            let mut here: String = match (here.x) % 6 {
                0 => {
                    let mut what2: Kind = Kind::Named { name: "b".to_string(), size: here.x };
                    let mut turn3 = 0_i64;
                    'l4: loop {
                        turn3 += 1;
                        if turn3 > 2 { break; }
                        sleep(Duration::from_secs(word.len() as u64)).await;
                        if here == here {
                            break 'l4;
                        }
                    }
                    word.clone()
                }
                1 | 2 => {
                    word.clone()
                }
                n1 if n1 > 3 => {
                    match (maybe("c".to_string()).await?, false) {
                        (Some(word5), true) => {
                            note("b".to_string()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                        }
                        (Some(word5), false) if word5 == "a" => {
                            note(format!("at {word}/{n1}/{word5}")).await?;
                        }
                        (None, _) | (_, false) => {
                            sleep(Duration::from_secs(word.len() as u64)).await;
                            let held_all: bool = !(true);
                        }
                    }
                    word
                }
                _ => {
                    "a".to_string()
                }
            };
        }
    }
    let word: i64 = here.y;
    let mut perhaps6: Option<String> = None::<String>;
    perhaps6 = Some("".to_string());
    note(format!("at {word}")).await?;
    note(perhaps6.clone().unwrap_or_default()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(held_all.clone())
}
#[test]
fn w085_agrees() {
    agrees!(w085(word, here, held_all));
}

#[workflow]
pub async fn w086(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Vec<String>, Failure> {
    match held.kind.clone() {
        Kind::Sized(n1) if n1 > 3 => {
            'l3: for word4 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                note("turn".to_string()).await?;
                let mut turn6 = 0_i64;
                loop {
                    turn6 += 1;
                    if turn6 > 2 { break; }
                    match (held.spot.x) % 6 {
                        0 => {
                            note("arm".to_string()).await?;
                        }
                        1 | 2 => {
                            if (((held.label.code) % 50 + (held.count.unwrap_or(2)) % 7) % 50 - (held.spot.x) % 7) % 2 == 0 {
                                break 'l3;
                            }
                        }
                        _ => {
                            note(format!("at {word}/{n1}/{word4}/{turn6}")).await?;
                        }
                    }
                }
                let mut turn7 = 0_i64;
                loop {
                    turn7 += 1;
                    if turn7 > 2 { break; }
                    match slow(turn7).await {
                        Ok(it) => {
                            let mut news11: Event = event(Event::Sent { to: held.name.clone(), times: here.y, why: Some("north".to_string()) }).await?;
                            if !(word4 == "c") {
                                let word4: Vec<String> = list(it.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                                news11 = Event::Nothing;
                            } else if perhaps.is_some() {
                                note(format!("at {word4}/{turn6}/{turn7}/{it}")).await?;
                            } else {
                                note(format!("at {word4}/{turn6}/{turn7}/{it}")).await?;
                            }
                        }
                        Err(Small::Late) => {
                            note(format!("at {n1}/{word4}/{turn6}/{turn7}")).await?;
                        }
                        Err(Small::Full(_, word10)) => {
                        }
                        Err(Small::Empty) => {
                        }
                    }
                }
            }
        }
        Kind::Sized(n1) => {
        }
        Kind::Named { name: held, size: n2 } => {
        }
        Kind::Empty => {
        }
    }
    let mut two12: (i64, String) = (number(held.size).await?, held.label.text.clone());
    two12.0 = sizes.get(&held.label.text).copied().unwrap_or(0);
    let here: my_types::Spot = my_types::Spot { x: here.x, y: number(held.spot.x).await? };
    note(format!("at {n}/{word}")).await?;
    between(here, here).await?;
    both(two12.0, two12.1.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(held.lines.clone())
}
#[test]
fn w086_agrees() {
    agrees!(w086(n, word, perhaps, lines, held, sizes, here, held_all));
}

#[workflow]
pub async fn w087(n: i64, flag: bool, word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String)) -> Result<BTreeMap<String, i64>, Failure> {
    let perhaps1: Option<String> = lines.first().cloned();
    let mut held_all2: Vec<Parcel> = vec![Parcel { name: word.clone(), size: two.0, note: perhaps1.clone(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: two.0 }, count: many, spot: my_types::Spot { x: n, y: n } }];
    held_all2.push(Parcel { name: "north".to_string(), size: sizes.get(&two.1).copied().unwrap_or(2), note: perhaps1.clone(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Sized(held_all2.iter().map(|of| of.size % 9).sum::<i64>()), label: Label { text: word.clone(), code: two.0 }, count: Some(two.0), spot: my_types::Spot { x: held_all2.len() as i64, y: (2) % 50 - ((many.unwrap_or(1)) % 50 + (held_all2.len() as i64) % 7) % 7 } });
    {
        {
            if true {
                note("arm".to_string()).await?;
            } else if perhaps1.is_none() {
                match perhaps1.clone() {
                    Some(word3) => {
                        note(format!("at {n}/{flag}/{word}/{word3}")).await?;
                    }
                    None => {
                        if flag && (word.len() as i64) % 2 == 0 {
                            let mut perhaps4: Option<String> = None::<String>;
                            sleep(Duration::from_secs(54)).await;
                        } else {
                            note(format!("at {n}/{flag}/{word}")).await?;
                        }
                    }
                }
                let Some(n5) = count(many).await? else {
                    let here6: my_types::Spot = between(my_types::Spot { x: two.0, y: two.0 }, my_types::Spot { x: two.0, y: (held_all2.len() as i64) % 50 - (many.unwrap_or(-1)) % 7 }).await?;
                    held_all2.push(Parcel { name: "b".to_string(), size: sizes.get(&two.1).copied().unwrap_or(2), note: None::<String>, lines: lines.clone(), kind: Kind::Named { name: lines.join("-"), size: n }, label: Label { text: word.clone(), code: (sizes.get(&two.1).copied().unwrap_or(-1)) % 50 + (n) % 7 }, count: many, spot: my_types::Spot { x: n, y: here6.x } });
                    return Ok(BTreeMap::<String, i64>::new());
                };
            }
        }
        let (n7, word8) = two;
    }
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(held_all2.clone(), 1).await?;
    note(perhaps1.clone().unwrap_or_default()).await?;
    count(many).await?;
    Ok(sizes.clone())
}
#[test]
fn w087_agrees() {
    agrees!(w087(n, flag, word, lines, sizes, many, two));
}

#[workflow]
pub async fn w088(n: i64, flag: bool, word: String, what: Kind, sizes: BTreeMap<String, i64>, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Vec<String>, Failure> {
    match (n) % 6 {
        0 => {
            {
                if !(false) {
                    let my_types::Spot { x: n2, y: n3 } = here;
                    if !(matches!(what, Kind::Sized(_) | Kind::Empty)) {
                        let word4: String = text(word.clone()).await?;
                        let mut n2: Vec<Parcel> = held_all.clone();
                    } else if false {
                    } else {
                        let Some(word5) = maybe(word.clone()).await? else {
                            if here.y > 1 {
                                return Ok(vec![word.clone()]);
                            }
                            return Ok(vec![word.clone()]);
                        };
                    }
                }
            }
        }
        1 | 2 => {
            return Err(Failure::new("Stopped", word.clone()));
        }
        n1 if n1 > 3 => {
        }
        _ => {
            match what.clone() {
                Kind::Sized(n6) => {
                    note(format!("at {n}/{flag}/{word}/{n6}")).await?;
                }
                _ => {
                }
            }
        }
    }
    let n9: i64 = here.x;
    let word: Kind = kind(n9).await?;
    note(format!("at {n}/{flag}/{n9}")).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(vec!["north".to_string()])
}
#[test]
fn w088_agrees() {
    agrees!(w088(n, flag, word, what, sizes, here, held_all));
}

#[workflow]
pub async fn w089(n: i64, word: String, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<Option<i64>, Failure> {
    match what.clone() {
        Kind::Sized(what) => {
            note("arm".to_string()).await?;
        }
        Kind::Named { name: word2, size: n1 } => {
            match text(word.clone()).await {
                Ok(word5) => {
                    map(vec!["north".to_string(), word5.clone()], async |word6| {
                        note("fork".to_string()).await?;
                        if word5 == "a" {
                            let held7: Parcel = Parcel { name: word.clone(), size: n, note: None::<String>, lines: vec![word6.clone()], kind: Kind::Sized(3), label: Label { text: word2.clone(), code: -2 }, count: many, spot: my_types::Spot { x: 6, ..here } };
                            let n8: i64 = held7.label.code;
                            let Kind::Sized(n9) = held7.kind.clone() else {
                                let mut n10: i64 = pair(held7.size, here.y).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                                n10 += (held7.spot.x) % 10;
                                return Err(Failure::new("Stopped", word.clone()));
                            };
                        } else if true {
                            note(format!("at {word2}/{n1}/{word5}/{word6}")).await?;
                        } else {
                            match event(Event::Nothing).await? {
                                Event::Sent { to: word11, times: n12, why: Some(_), .. } => {
                                    let what14: Kind = kind(here.x).await?;
                                    let held15: Parcel = Parcel { name: "north".to_string(), size: n, note: None::<String>, lines: Vec::<String>::new(), kind: Kind::Empty, label: Label { text: word2.clone(), code: n }, count: many, spot: here };
                                    let Parcel { lines: lines16, kind: what17, .. } = held15;
                                }
                                Event::Sent { times: n12, .. } => {
                                }
                                Event::Lost(my_types::Loss { at: here13 }) => {
                                    note(format!("at {word2}/{n1}/{word5}/{word6}")).await?;
                                }
                                Event::Nothing => {
                                    return Err(Failure::new("Stopped", word2.clone()));
                                }
                            }
                        }
                        Ok(sizes.clone())
                    }).await?;
                }
                Err(failure3) => {
                    let cause4 = failure3.error().to_string();
                    note(format!("at {word}/{word2}/{n1}/{cause4}")).await?;
                }
            }
        }
        Kind::Empty => {
            note(format!("at {n}/{word}")).await?;
        }
    }
    let sizes: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    let mut sizes18: BTreeMap<String, i64> = table(word).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {n}")).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(None::<i64>)
}
#[test]
fn w089_agrees() {
    agrees!(w089(n, word, what, sizes, many, here));
}
