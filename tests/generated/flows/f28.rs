//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w140(word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String)) -> Result<bool, Failure> {
    match slow(held.label.code).await {
        Ok(word3) => {
            match (held.label.code) % 6 {
                0 => {
                    note(format!("at {word}/{word3}")).await?;
                }
                1 | 2 => {
                    match (held.size) % 6 {
                        0 => {
                            note("arm".to_string()).await?;
                        }
                        1 | 2 => {
                            match (held.spot, count(Some(held.label.code)).await?) {
                                (my_types::Spot { x: 0, y: n7 }, _) => {
                                    note("arm".to_string()).await?;
                                    let word9: String = two.1;
                                }
                                (my_types::Spot { x: n7, .. }, Some(n8)) => {
                                    let lines10: Vec<String> = list(held.name.clone()).await?;
                                }
                                (_, None) => {
                                    let mut turn11 = 0_i64;
                                    while turn11 < 2 && matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                                        turn11 += 1;
                                        note("turn".to_string()).await?;
                                        let mut held12: Parcel = Parcel { name: "b".to_string(), size: 6, note: perhaps.clone(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: "c".to_string(), code: held.spot.x }, count: many, spot: held.spot };
                                        let held13: Parcel = held.clone();
                                    }
                                }
                                _ => {
                                    {
                                        note(format!("at {word}/{word3}")).await?;
                                    }
                                }
                            }
                            let what14: Kind = held.kind.clone();
                        }
                        n6 if n6 > 3 => {
                            note(format!("at {word}/{word3}/{n6}")).await?;
                        }
                        _ => {
                            note(format!("at {word}/{word3}")).await?;
                        }
                    }
                }
                n5 if n5 > 3 => {
                    note(format!("at {word}/{word3}/{n5}")).await?;
                }
                _ => {
                    note(format!("at {word}/{word3}")).await?;
                }
            }
        }
        Err(Small::Late) => {
            note(format!("at {word}")).await?;
        }
        Err(Small::Full(_, word4)) => {
        }
        Err(Small::Empty) => {
            note(format!("at {word}")).await?;
        }
    }
    note(held.lines.join("-")).await?;
    let mut what15: Kind = Kind::Sized(two.0);
    note(format!("at {word}")).await?;
    count(many).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(false)
}
#[test]
fn w140_agrees() {
    agrees!(w140(word, perhaps, what, held, sizes, many, two));
}

#[workflow]
pub async fn w141(n: i64, word: String, perhaps: Option<String>, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, held_all: Vec<Parcel>) -> Result<Kind, Failure> {
    let (flag1, held_all2, two3) = join!(
        async {
            if (6) % 2 == 0 {
                if let Some(n4) = count(many).await? {
                    let Some(n5) = count(many).await? else {
                        let n: Kind = what.clone();
                        return Ok(n4 > -1);
                    };
                }
                if let Kind::Sized(perhaps) = what.clone() {
                    note("arm".to_string()).await?;
                } else {
                    let sizes6: BTreeMap<String, i64> = table(word.clone()).timeout(Duration::from_secs(3)).await?;
                }
            } else {
                note(format!("at {n}/{word}")).await?;
            }
            map(vec!["a".to_string(), word.clone()], async |word7| {
                match (n) % 6 {
                    0 => {
                        {
                            note(format!("at {n}/{word}/{word7}")).await?;
                        }
                        let mut lines9: Vec<String> = vec![word.clone()];
                        lines9.push("".to_string());
                    }
                    1 | 2 => {
                    }
                    n8 if n8 > 3 => {
                    }
                    i64::MIN..=-1 => {
                    }
                    _ => {
                    }
                }
                let mut n: Parcel = Parcel { name: "c".to_string(), size: 4, note: perhaps.clone(), lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: word.clone(), code: sizes.get(&word).copied().unwrap_or(5) }, count: many, spot: my_types::Spot { x: (n) % 50 - (n) % 7, y: n } };
                Ok(both(n.size, word7.clone()).await?)
            }).await?;
            Ok(false)
        },
        boxes(held_all.clone(), n),
        both(held_all.len() as i64, word.clone()),
    )
    .await?;
    sleep(Duration::from_secs(50)).await;
    let mut what: BTreeMap<String, i64> = table(two3.1.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {n}/{word}/{flag1}")).await?;
    both(two3.0, two3.1.clone()).await?;
    boxes(held_all2.clone(), 1).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(Kind::Named { name: two3.1.clone(), size: held_all2.iter().map(|of| of.size % 9).sum::<i64>() })
}
#[test]
fn w141_agrees() {
    agrees!(w141(n, word, perhaps, what, sizes, many, held_all));
}

#[workflow]
pub async fn w142(n: i64, flag: bool, word: String, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<BTreeMap<String, i64>, Failure> {
    match word.as_str() {
        "a" | "b" => {
            let mut t: String = if word == "b" {
                word.clone()
            } else if (4) % 2 == 0 {
                let mut here1: my_types::Spot = spot(my_types::Spot { x: n, ..here }).await?;
                if here == here1 {
                    word.clone()
                } else if flag && ((n) % 50 - (held_all.len() as i64) % 7) % 2 == 0 {
                    word.clone()
                } else {
                    if flag && sizes.is_empty() {
                        return Ok(sizes.clone());
                    } else {
                        sleep(Duration::from_secs(80)).await;
                        let two2: (i64, String) = (held_all.iter().map(|of| of.size % 9).sum::<i64>(), word.clone());
                    }
                    let mut turn3 = 0_i64;
                    'l4: loop {
                        turn3 += 1;
                        if turn3 > 2 { break; }
                        note("turn".to_string()).await?;
                        let here1: my_types::Spot = my_types::Spot { x: here.x, y: sizes.get(&word).copied().unwrap_or(0) };
                    }
                    "b".to_string()
                }
            } else {
                word.clone()
            };
        }
        "north" => {
            match kind(here.x).await? {
                Kind::Sized(sizes) if sizes > 3 => {
                    note(format!("at {n}/{flag}/{word}/{sizes}")).await?;
                }
                Kind::Sized(sizes) => {
                }
                Kind::Named { name: word6, size: n5 } => {
                    note(format!("at {flag}/{word}/{word6}/{n5}")).await?;
                }
                Kind::Empty => {
                    note(format!("at {n}/{flag}/{word}")).await?;
                }
            }
            let mut held_all7: Vec<Parcel> = held_all.iter().filter(|of| of.note.is_none()).cloned().collect::<Vec<_>>();
        }
        "" if flag && matches!(news, Event::Sent { times, .. } if times > 2) => {
        }
        _ => {
        }
    }
    let n: i64 = here.y;
    let n: i64 = here.y;
    note(format!("at {flag}/{word}/{n}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w142_agrees() {
    agrees!(w142(n, flag, word, sizes, many, here, held_all, news));
}

#[workflow]
pub async fn w143(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, two: (i64, String), news: Event) -> Result<my_types::Spot, Failure> {
    map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        note("fork".to_string()).await?;
        match risky(format!("{n}/{n}")).await {
            Ok(states) => {
                note("arm".to_string()).await?;
            }
            Err(Trouble::Busy) => {
                match (perhaps.clone(), held.lines.contains(&held.name)) {
                    (Some(word5), true) => {
                        match (held.label.code) % 6 {
                            0 => {
                                let Some(word6) = held.note.clone() else {
                                    if perhaps.is_some() {
                                        return Err(Failure::new("Stopped", word.clone()));
                                    }
                                    let here7: my_types::Spot = between(held.spot, held.spot).await?;
                                    return Err(Failure::new("Stopped", "c".to_string()));
                                };
                            }
                            1 | 2 => {
                                note(format!("at {n}/{word}/{word1}/{word5}")).await?;
                            }
                            news if news > 3 => {
                                note(format!("at {word}/{word1}/{word5}/{news}")).await?;
                            }
                            _ => {
                                note(format!("at {n}/{word}/{word1}/{word5}")).await?;
                            }
                        }
                        match slow(word.len() as i64).await {
                            Ok(word10) => {
                                note("arm".to_string()).await?;
                                let mut sizes12: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                sizes12.insert("b".to_string(), sizes12.get(&word1).copied().unwrap_or(0));
                            }
                            Err(Small::Late) => {
                                match (held.note.clone(), matches!(news, Event::Sent { times, .. } if times > 2)) {
                                    (Some(word13), true) => {
                                        note("arm".to_string()).await?;
                                    }
                                    (Some(word13), false) if word13 == "a" => {
                                        let many14: Option<i64> = held.count;
                                        sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                                    }
                                    (None, _) | (_, false) => {
                                    }
                                }
                                let held: BTreeMap<String, i64> = table("north".to_string()).await?;
                            }
                            Err(Small::Full(_, word11)) => {
                                return Ok(2);
                            }
                            Err(Small::Empty) => {
                            }
                        }
                    }
                    (Some(word5), false) if word5 == "a" => {
                        note(format!("at {n}/{word}/{word1}/{word5}")).await?;
                    }
                    (None, _) | (_, false) => {
                    }
                }
            }
            Err(Trouble::Bad { why: word4, .. }) => {
            }
            Err(Trouble::Closed(word4)) => {
            }
            Err(other2) => return Err(other2.into()),
        }
        if held.lines.contains(&two.1) {
            return Ok(1);
        }
        Ok(number(3).await?)
    }).max_concurrency(2).await?;
    sleep(Duration::from_secs(39)).await;
    let mut perhaps: Vec<Parcel> = boxes(vec![held.clone()], held.count.unwrap_or(-1)).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {n}/{word}")).await?;
    boxes(perhaps.clone(), 1).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(my_types::Spot { x: perhaps.iter().map(|of| of.size % 9).sum::<i64>(), ..held.spot })
}
#[test]
fn w143_agrees() {
    agrees!(w143(n, word, perhaps, what, held, two, news));
}

#[workflow]
pub async fn w144(word: String, perhaps: Option<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<Kind, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && true {
        turn1 += 1;
        'l3: for word4 in vec![word.clone(), "a".to_string()] {
            match (two.0) % 6 {
                0 => {
                    let mut flag7: bool = check(word.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                }
                1 | 2 => {
                    break 'l3;
                }
                n6 if n6 > 3 => {
                }
                _ => {
                }
            }
            if sizes.get(&word).copied().unwrap_or(2) > 0 {
                note("arm".to_string()).await?;
                let two: Vec<Parcel> = vec![Parcel { name: "a".to_string(), size: here.x, note: Some(format!("{word}/{turn1}")), lines: vec!["".to_string(), two.1.clone()], kind: Kind::Empty, label: Label { text: two.1.clone(), code: many.unwrap_or(2) }, count: many, spot: here }];
            } else if here.y > 3 {
                for two in 0..3_i64 {
                    note("turn".to_string()).await?;
                    {
                        if false {
                            return Ok(Kind::Sized(here.x));
                        }
                        let mut two10: (i64, String) = (-1, text(perhaps.clone().unwrap_or_default()).await?);
                        two10.1 = word.clone();
                    }
                    let lines12: Vec<String> = map(vec![word.clone(), word.clone()], async |word11| {
                        Ok(format!("{two}/{two}"))
                    }).await?;
                }
                note(format!("{turn1}/{word4}")).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
            } else {
            }
        }
        note("b".to_string()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    }
    let mut sizes: Parcel = pack(two.1.clone(), (two.1.len() as i64) % 50 - (here.y) % 7, true, many).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    let turn1: Option<i64> = count(Some((sizes.label.code) % 50 + (turn1) % 7)).timeout(Duration::from_secs(3)).await?;
    note(format!("at {word}")).await?;
    count(turn1).await?;
    parcel(sizes.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(sizes.kind.clone())
}
#[test]
fn w144_agrees() {
    agrees!(w144(word, perhaps, sizes, many, here, two));
}
