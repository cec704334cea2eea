//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w190(n: i64, flag: bool, word: String, what: Kind, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<Vec<String>, Failure> {
    let mut what1: Kind = match (two.0) % 6 {
        0 => {
            let mut turn3 = 0_i64;
            let next5: Option<String> = None::<String>;
            'l4: while let Some(word6) = next5.clone() {
                if turn3 > 1 { break; }
                turn3 += 1;
                note("turn".to_string()).await?;
                let mut turn7 = 0_i64;
                let next8: Option<String> = None::<String>;
                while let Some(word9) = next8.clone() {
                    if turn7 > 1 { break; }
                    turn7 += 1;
                    note("turn".to_string()).await?;
                    let held10: Parcel = Parcel { name: word6.clone(), size: many.unwrap_or(-1), note: None::<String>, lines: vec![two.1.clone()], kind: what.clone(), label: Label { text: word.clone(), code: n }, count: many, spot: my_types::Spot { x: many.unwrap_or(5), y: turn3 } };
                    let flag: Vec<String> = held10.lines;
                }
            }
            Kind::Sized(held_all.iter().map(|of| of.size % 9).sum::<i64>())
        }
        1 | 2 => {
            return Ok(vec![two.1.clone()]);
        }
        n2 if n2 > 3 => {
            let mut held_all11: Vec<Parcel> = match what.clone() {
                Kind::Sized(n12) if n12 > 3 => {
                    held_all.clone()
                }
                Kind::Sized(n12) => {
                    boxes(held_all.iter().filter(|of| of.note.is_none()).cloned().collect::<Vec<_>>(), two.0).await?
                }
                Kind::Named { name: word14, size: n13 } => {
                    let two: my_types::Spot = my_types::Spot { x: n, y: (held_all.iter().map(|of| of.size % 9).sum::<i64>()) % 50 + (sizes.get(&word14).copied().unwrap_or(-2)) % 7 };
                    if let Some(flag) = many {
                        note("arm".to_string()).await?;
                        let what: String = "a".to_string();
                    }
                    held_all.clone()
                }
                Kind::Empty => {
                    held_all.iter().take(2).cloned().collect::<Vec<_>>()
                }
            };
            what.clone()
        }
        i64::MIN..=-1 => {
            what.clone()
        }
        _ => {
            Kind::Sized(n)
        }
    };
    if let Kind::Sized(n15) = kind(-2).await? {
        note(format!("at {n}/{flag}/{word}/{n15}")).await?;
    } else {
    }
    let mut held_all16: Vec<Parcel> = held_all.iter().filter(|of| of.note.is_none()).cloned().collect::<Vec<_>>();
    held_all16.push(Parcel { name: "c".to_string(), size: (n) % 50 + (two.0) % 7, note: None::<String>, lines: vec![two.1.clone()], kind: Kind::Sized(-2), label: Label { text: word.clone(), code: held_all16.len() as i64 }, count: Some(n), spot: my_types::Spot { x: two.0, y: n } });
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(held_all16.clone(), 1).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(vec![two.1.clone(), word.clone()])
}
#[test]
fn w190_agrees() {
    agrees!(w190(n, flag, word, what, sizes, many, two, held_all));
}

#[workflow]
pub async fn w191(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<(i64, String), Failure> {
    'l1: for n4 in 0..2_i64 {
        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word5| {
            let mut turn6 = 0_i64;
            'l7: while turn6 < 2 && false {
                turn6 += 1;
                note("turn".to_string()).await?;
                let mut turn8 = 0_i64;
                let next10: Option<String> = Some(held.label.text.clone());
                'l9: while let Some(word11) = next10.clone() {
                    if turn8 > 1 { break; }
                    turn8 += 1;
                    let mut n12: i64 = held.size;
                    if held.lines.contains(&word5) {
                        note(format!("at {turn6}/{turn8}/{word11}/{n12}")).await?;
                    } else if !(held.spot == held.spot) {
                        let word: Kind = Kind::Sized(held.lines.len() as i64);
                    }
                }
                for of in 0..3_i64 {
                    note("turn".to_string()).await?;
                    let mut turn15 = 0_i64;
                    let next17: Option<String> = perhaps.clone();
                    'l16: while let Some(word18) = next17.clone() {
                        if turn15 > 1 { break; }
                        turn15 += 1;
                        let mut what19: Kind = Kind::Sized(turn6);
                        what19 = Kind::Sized((held.label.code) % 50 - (held.label.code) % 7);
                        let news20: Event = event(Event::Lost(my_types::Loss { at: held.spot })).await?;
                    }
                    let mut word21: String = held.name.clone();
                    word21 = word5.clone();
                }
            }
            if held.lines.contains(&held.label.text) {
                return Ok(held.count);
            }
            Ok(held.count)
        }).max_concurrency(2).await?;
    }
    sleep(Duration::from_secs(7)).await;
    let mut flag: Option<String> = maybe(held.note.clone().unwrap_or_default()).await?;
    note(format!("at {n}/{word}")).await?;
    note(flag.clone().unwrap_or_default()).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok((0, held.name.clone()))
}
#[test]
fn w191_agrees() {
    agrees!(w191(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w192(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held_all: Vec<Parcel>) -> Result<BTreeMap<String, i64>, Failure> {
    {
        let mut turn1 = 0_i64;
        'l2: loop {
            turn1 += 1;
            if turn1 > 2 { break; }
            {
                if !(false) {
                    let mut two3: (i64, String) = (1, text("c".to_string()).await?);
                    two3.0 = 3;
                    break 'l2;
                } else if perhaps.is_some() {
                    match perhaps.clone() {
                        Some(word4) => {
                            note("arm".to_string()).await?;
                        }
                        None => {
                            let held5: Parcel = Parcel { name: "c".to_string(), size: held_all.len() as i64, note: perhaps.clone(), lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: "north".to_string(), code: turn1 }, count: None::<i64>, spot: my_types::Spot { x: turn1, y: n } };
                            let here6: my_types::Spot = held5.spot;
                            note(perhaps.clone().unwrap_or_default()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                        }
                    }
                    match both((turn1) % 50 + (n) % 7, format!("{flag}/{word}")).await {
                        Ok(flag) => {
                            note(format!("at {n}/{word}/{turn1}")).await?;
                        }
                        Err(failure7) => {
                            let cause8 = failure7.error().to_string();
                            let perhaps9: Option<String> = maybe(cause8.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                        }
                    }
                } else {
                    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                }
            }
        }
    }
    'l10: for n12 in 0..2_i64 {
        note("turn".to_string()).await?;
    }
    let sizes13: BTreeMap<String, i64> = table(word.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    boxes(held_all.clone(), 1).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(sizes13.clone())
}
#[test]
fn w192_agrees() {
    agrees!(w192(n, flag, word, perhaps, what, held_all));
}

#[workflow]
pub async fn w193(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Event, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        note("turn".to_string()).await?;
        let (what3, lines4, held_all5) = join!(
            kind(lines.len() as i64),
            list(held.name.clone()),
            async {
                let (flag6, n7) = join!(
                    async {
                        match held.note.clone() {
                            Some(word8) if word8.is_empty() => {
                                return Ok(flag);
                            }
                            Some(word8) => {
                                let flag: bool = flag;
                                match word8.as_str() {
                                    "a" | "b" => {
                                        if !(true) {
                                            return Ok(flag && false);
                                        }
                                        let mut many9: Option<i64> = None::<i64>;
                                        many9 = Some(sizes.get(&held.label.text).copied().unwrap_or(2));
                                    }
                                    "north" => {
                                    }
                                    _ => {
                                        note(format!("at {word}/{turn1}/{word8}/{flag}")).await?;
                                    }
                                }
                            }
                            None => {
                            }
                        }
                        let (flag10, what11) = join!(
                            check(word.clone()),
                            async {
                                match slow(n).await {
                                    Ok(word14) => {
                                        note("arm".to_string()).await?;
                                        let mut perhaps: Event = Event::Nothing;
                                    }
                                    Err(Small::Late) => {
                                        return Ok(held.kind.clone());
                                    }
                                    Err(Small::Full(_, word15)) => {
                                    }
                                    Err(Small::Empty) => {
                                        note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                                    }
                                }
                                sleep(Duration::from_secs(word.len() as u64)).await;
                                Ok(Kind::Empty)
                            },
                        )
                        .await?;
                        Ok(!(held.note.is_some()))
                    },
                    number(held.label.text.len() as i64),
                )
                .await?;
                let mut two16: (i64, String) = (n, held.label.text.clone());
                two16.1 = held.name.clone();
                Ok(vec![held.clone()])
            },
        )
        .await?;
        note(lines4.join("-")).await?;
    }
    let n17: i64 = held.size;
    sleep(Duration::from_secs(72)).await;
    note(format!("at {flag}/{word}/{turn1}/{n17}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Event::Lost(my_types::Loss { at: held.spot }))
}
#[test]
fn w193_agrees() {
    agrees!(w193(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w194(n: i64, word: String, lines: Vec<String>, what: Kind, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<Option<i64>, Failure> {
    if here == here {
        let (here1, held2) = join!(
            spot(here),
            async {
                if (here.x) % 2 == 0 {
                    let mut turn3 = 0_i64;
                    'l4: loop {
                        turn3 += 1;
                        if turn3 > 2 { break; }
                        note("turn".to_string()).await?;
                        {
                            let what5: Kind = Kind::Named { name: word.clone(), size: n };
                            if false {
                                return Ok(Parcel { name: word.clone(), size: here.x, note: Some("north".to_string()), lines: lines.clone(), kind: what5.clone(), label: Label { text: "a".to_string(), code: here.y }, count: Some(n), spot: here });
                            }
                        }
                    }
                }
                Ok(Parcel { name: word.clone(), size: 1, note: Some(word.clone()), lines: lines.clone(), kind: what.clone(), label: Label { text: word.clone(), code: here.y }, count: None::<i64>, spot: here })
            },
        )
        .await?;
        if let Some(held2) = held2.note.clone() {
            if !(lines.contains(&word)) {
                return Ok(None::<i64>);
            } else if !(lines.contains(&held2)) {
                if check(format!("{word}/{held2}")).await? {
                    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word6| {
                        Ok(held_all.clone())
                    }).await?;
                } else if !(false) {
                }
                let news7: Event = Event::Lost(my_types::Loss { at: here });
            } else {
                note(format!("at {n}/{word}/{held2}")).await?;
            }
        }
    }
    let mut here8: my_types::Spot = between(here, my_types::Spot { x: held_all.len() as i64, y: 0 }).await?;
    let mut n9: i64 = pair(2, 0).await?;
    note(format!("at {n}/{word}/{n9}")).await?;
    between(here8, here8).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(Some(n))
}
#[test]
fn w194_agrees() {
    agrees!(w194(n, word, lines, what, here, held_all, news));
}
