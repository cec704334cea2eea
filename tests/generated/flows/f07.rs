//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w035(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String)) -> Result<String, Failure> {
    if let Some(here) = count(None::<i64>).await? {
        match (here) % 6 {
            0 => {
                let mut turn2 = 0_i64;
                'l3: loop {
                    turn2 += 1;
                    if turn2 > 2 { break; }
                    if true {
                        note(format!("at {n}/{word}/{here}/{turn2}")).await?;
                    } else {
                        match slow(turn2).await {
                            Ok(perhaps) => {
                                note("arm".to_string()).await?;
                                let mut held6: Parcel = Parcel { name: perhaps.clone(), size: 4, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Sized((n) % 50 - (word.len() as i64) % 7), label: Label { text: two.1.clone(), code: lines.len() as i64 }, count: None::<i64>, spot: my_types::Spot { x: perhaps.len() as i64, y: -1 } };
                            }
                            Err(Small::Late) => {
                                sleep(Duration::from_secs(12)).await;
                            }
                            Err(Small::Full(_, turn2)) => {
                                note(format!("at {n}/{word}/{here}/{turn2}")).await?;
                            }
                            Err(Small::Empty) => {
                                if perhaps.is_some() {
                                    continue 'l3;
                                }
                                let mut held_all7: Vec<Parcel> = boxes(vec![Parcel { name: two.1.clone(), size: 6, note: None::<String>, lines: lines.clone(), kind: Kind::Sized(two.0), label: Label { text: two.1.clone(), code: two.0 }, count: None::<i64>, spot: my_types::Spot { x: lines.len() as i64, y: two.0 } }], here).await?;
                            }
                        }
                        match (pair(turn2, two.0).await?) % 6 {
                            0 => {
                                let flag9: bool = check(word.clone()).await?;
                            }
                            1 | 2 => {
                            }
                            _ => {
                                note(format!("at {n}/{word}/{here}/{turn2}")).await?;
                            }
                        }
                    }
                }
            }
            1 | 2 => {
            }
            i64::MIN..=-1 => {
            }
            _ => {
                note(format!("at {n}/{word}/{here}")).await?;
            }
        }
        return Ok(word.clone());
    } else {
    }
    sleep(Duration::from_secs(20)).await;
    note(word.clone()).await?;
    note(format!("at {n}/{word}")).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    note(lines.join("-")).await?;
    Ok(perhaps.clone().unwrap_or_default())
}
#[test]
fn w035_agrees() {
    agrees!(w035(n, word, perhaps, lines, sizes, here, two));
}

#[workflow]
pub async fn w036(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<Vec<Parcel>, Failure> {
    if perhaps.is_some() {
        match (two.0) % 6 {
            0 => {
                match risky(perhaps.clone().unwrap_or_default()).await {
                    Ok(cx) => {
                        note(format!("at {word}/{cx}")).await?;
                    }
                    Err(Trouble::Busy) => {
                        let n4: i64 = two.0;
                        match two.1.as_str() {
                            "a" | "b" => {
                                if let Some(word5) = perhaps.clone() {
                                    note("arm".to_string()).await?;
                                    let mut what: Kind = what.clone();
                                }
                            }
                            "north" => {
                                return Ok(held_all.clone());
                            }
                            "" if n4 > -1 => {
                            }
                            _ => {
                            }
                        }
                    }
                    Err(Trouble::Bad { why: word3, .. }) => {
                        let Kind::Sized(n6) = what.clone() else {
                            let Some(n7) = count(sizes.get("").copied()).await? else {
                                if lines.contains(&two.1) {
                                    return Ok(vec![Parcel { name: word.clone(), size: held_all.iter().map(|of| of.size % 9).sum::<i64>(), note: perhaps.clone(), lines: lines.clone(), kind: what.clone(), label: Label { text: "b".to_string(), code: (two.0) % 50 + (two.0) % 7 }, count: Some(two.0), spot: my_types::Spot { x: perhaps.as_ref().map_or(-2, |of| of.len() as i64), y: sizes.get(&two.1).copied().unwrap_or(5) } }]);
                                }
                                return Ok(vec![Parcel { name: two.1.clone(), size: two.0, note: perhaps.clone(), lines: lines.clone(), kind: what.clone(), label: Label { text: "north".to_string(), code: two.0 }, count: None::<i64>, spot: my_types::Spot { x: word.len() as i64, y: two.0 } }]);
                            };
                            return Ok(held_all.iter().filter(|of| of.note.is_none()).cloned().collect::<Vec<_>>());
                        };
                    }
                    Err(Trouble::Closed(word3)) => {
                        note(format!("at {word}/{word3}")).await?;
                    }
                    Err(other1) => return Err(other1.into()),
                }
                let (word8, lines9, held10) = join!(
                    text(word.clone()),
                    async {
                        Ok(vec!["b".to_string(), word.clone()])
                    },
                    pack(word.clone(), 2, true, None::<i64>),
                )
                .await?;
            }
            1 | 2 => {
                note(format!("at {word}")).await?;
            }
            held_all if held_all > 3 => {
            }
            i64::MIN..=-1 => {
                return Ok(vec![Parcel { name: word.clone(), size: two.0, note: perhaps.clone(), lines: lines.clone(), kind: what.clone(), label: Label { text: "a".to_string(), code: two.0 }, count: Some(two.0), spot: my_types::Spot { x: two.0, y: two.0 } }]);
            }
            _ => {
            }
        }
        let mut two11: (i64, String) = two.clone();
    } else if !(two.0 > -1) {
    }
    let mut here12: my_types::Spot = my_types::Spot { x: two.0, y: -1 };
    here12.y += (two.0) % 10;
    let mut what: Event = event(news.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {word}")).await?;
    event(what.clone()).await?;
    between(here12, here12).await?;
    event(news.clone()).await?;
    Ok(held_all.iter().filter(|of| of.note.is_none()).cloned().collect::<Vec<_>>())
}
#[test]
fn w036_agrees() {
    agrees!(w036(word, perhaps, lines, what, sizes, two, held_all, news));
}

#[workflow]
pub async fn w037(word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<BTreeMap<String, i64>, Failure> {
    match spot(my_types::Spot { x: held.size, y: word.len() as i64 }).await {
        Ok(error) => {
            note("arm".to_string()).await?;
        }
        Err(failure1) => {
            let cause2 = failure1.error().to_string();
            match (pair(held.label.code, (((held.spot.x) % 50 - ((held_all.len() as i64) % 50 + (held.size) % 7) % 7) % 50 - (held.label.code) % 7) % 50 + (held.label.code) % 7).await?) % 6 {
                0 => {
                    if ((held.label.code) % 50 - (held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 7) % 2 == 0 {
                        if let Some(n4) = held.count {
                            note("arm".to_string()).await?;
                            let held: (i64, String) = two.clone();
                        }
                    }
                    if check(word.clone()).await? {
                        let mut held_all5: Vec<Parcel> = boxes(vec![Parcel { name: "".to_string(), size: -1, note: held.note.clone(), lines: lines.clone(), kind: what.clone(), label: Label { text: word.clone(), code: two.0 }, count: many, spot: held.spot }], sizes.get(&two.1).copied().unwrap_or(-2)).await?;
                    }
                }
                1 | 2 => {
                    let (lines6, perhaps7, many8) = join!(
                        async {
                            {
                            }
                            Ok(held.lines.clone())
                        },
                        maybe("c".to_string()),
                        count(many),
                    )
                    .await?;
                }
                n3 if n3 > 3 => {
                    note(format!("at {word}/{cause2}/{n3}")).await?;
                }
                _ => {
                }
            }
            let states: Vec<String> = lines.clone();
        }
    }
    sleep(Duration::from_secs(44)).await;
    let mut many: Event = event(Event::Nothing).await?;
    note(format!("at {word}")).await?;
    event(many.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(sizes.clone())
}
#[test]
fn w037_agrees() {
    agrees!(w037(word, lines, what, held, sizes, many, two, held_all));
}

#[workflow]
pub async fn w038(n: i64, flag: bool, word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<my_types::Spot, Failure> {
    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |held_all| {
        for n3 in 0..3_i64 {
            match risky(held.lines.join("-")).await {
                Ok(n6) => {
                    note("arm".to_string()).await?;
                }
                Err(Trouble::Busy) => {
                    let news: String = match held.kind.clone() {
                        Kind::Sized(input) if input > 3 => {
                            let mut word9: String = word.clone();
                            word9 = held.label.text.clone();
                            let held10: Parcel = held.clone();
                            let Parcel { lines: lines11, kind: what12, .. } = held10;
                            format!("{n}/{flag}")
                        }
                        Kind::Sized(input) => {
                            held_all.clone()
                        }
                        Kind::Named { name: word8, size: n7 } => {
                            held_all.clone()
                        }
                        Kind::Empty => {
                            let mut word13: String = text("b".to_string()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                            format!("{flag}/{n3}")
                        }
                    };
                    match held.label.text.as_str() {
                        "a" | "b" => {
                            note(format!("at {word}/{held_all}/{n3}/{news}")).await?;
                        }
                        "north" => {
                            note(format!("at {word}/{held_all}/{n3}/{news}")).await?;
                        }
                        "" if sizes.is_empty() => {
                            note(format!("at {word}/{held_all}/{n3}/{news}")).await?;
                        }
                        _ => {
                            if let Some(lines) = held.note.clone() {
                                note("arm".to_string()).await?;
                                let held14: Parcel = Parcel { name: held_all.clone(), size: held.size, note: Some(held_all.clone()), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: held.name.clone(), code: held.label.code }, count: held.count, spot: here };
                                let Parcel { lines: lines15, kind: what16, .. } = held14;
                                break;
                            }
                        }
                    }
                }
                Err(Trouble::Bad { why: held, .. }) => {
                    note(format!("at {word}/{held_all}/{n3}/{held}")).await?;
                }
                Err(Trouble::Closed(held)) => {
                }
                Err(other4) => return Err(other4.into()),
            }
        }
        Ok(Some(word.clone()))
    }).await?;
    let news: Kind = held.kind.clone();
    let mut sizes: Parcel = held;
    note(format!("at {n}/{flag}/{word}")).await?;
    parcel(sizes.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(my_types::Spot { x: sizes.label.code, y: sizes.count.unwrap_or(-2) })
}
#[test]
fn w038_agrees() {
    agrees!(w038(n, flag, word, lines, held, sizes, here, held_all, news));
}

#[workflow]
pub async fn w039(word: String, perhaps: Option<String>, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<bool, Failure> {
    let mut item: Vec<Parcel> = match kind(3).await? {
        Kind::Sized(_spare) => {
            match (two.0) % 6 {
                0 => {
                    note(format!("at {word}/{_spare}")).await?;
                }
                1 | 2 => {
                    if false {
                        return Ok(sizes.is_empty());
                    }
                    let mut turn3 = 0_i64;
                    let next5: Option<String> = perhaps.clone();
                    'l4: while let Some(word6) = next5.clone() {
                        if turn3 > 1 { break; }
                        turn3 += 1;
                        note("turn".to_string()).await?;
                        if true {
                            break 'l4;
                        }
                        let (flag7, sizes8) = join!(
                            async {
                                let mut _spare: Option<i64> = None::<i64>;
                                Ok(word == "c")
                            },
                            table("north".to_string()),
                        )
                        .await?;
                    }
                }
                n2 if n2 > 3 => {
                    let mut held_all: Option<i64> = if check(format!("{word}/{_spare}")).await? {
                        let held_all: i64 = here.x;
                        let word9: String = text("north".to_string()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                        sizes.get("b").copied()
                    } else {
                        Some(here.y)
                    };
                }
                i64::MIN..=-1 => {
                    note(format!("at {word}/{_spare}")).await?;
                }
                _ => {
                    note(format!("at {word}/{_spare}")).await?;
                }
            }
            held_all.clone()
        }
        Kind::Named { name: perhaps, size: n1 } => {
            held_all.iter().take(2).cloned().collect::<Vec<_>>()
        }
        Kind::Empty => {
            held_all.clone()
        }
    };
    item.push(Parcel { name: two.1.clone(), size: word.len() as i64, note: perhaps.clone(), lines: Vec::<String>::new(), kind: Kind::Named { name: format!("{word}/{word}"), size: here.x }, label: Label { text: word.clone(), code: -2 }, count: Some(two.0), spot: here });
    item.push(Parcel { name: two.1.clone(), size: here.x, note: perhaps.clone(), lines: Vec::<String>::new(), kind: Kind::Empty, label: Label { text: "".to_string(), code: here.y }, count: Some(here.x), spot: my_types::Spot { x: held_all.iter().map(|of| of.size % 9).sum::<i64>(), ..here } });
    note(format!("at {word}")).await?;
    boxes(item.clone(), 1).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(2 > 2)
}
#[test]
fn w039_agrees() {
    agrees!(w039(word, perhaps, sizes, here, two, held_all, news));
}
