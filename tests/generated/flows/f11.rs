//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w055(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, here: my_types::Spot) -> Result<Parcel, Failure> {
    for n3 in 0..2_i64 {
        match slow(-1).await {
            Ok(word) if word == "a" => {
                note(format!("at {n}/{flag}/{n3}/{word}")).await?;
            }
            Ok(word) => {
                note(format!("at {n}/{flag}/{n3}/{word}")).await?;
            }
            Err(Small::Late) => {
                note(format!("at {n}/{flag}/{word}/{n3}")).await?;
            }
            Err(Small::Full(_, word6)) => {
                let mut turn7 = 0_i64;
                while turn7 < 2 && held.lines.contains(&word6) {
                    turn7 += 1;
                    let (sizes8, what9) = join!(
                        table(word.clone()),
                        async {
                            let (what10, held_all11, here12) = join!(
                                async {
                                    let word: String = held.note.clone().unwrap_or_default();
                                    note(lines.join("-")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                                    Ok(kind(held.size).await?)
                                },
                                async {
                                    let held13: Parcel = held.clone();
                                    let n14: i64 = held13.size;
                                    Ok(vec![Parcel { name: held.name.clone(), size: perhaps.as_ref().map_or(-1, |of| of.len() as i64), note: held.note.clone(), lines: vec![word6.clone(), word.clone()], kind: what.clone(), label: Label { text: "north".to_string(), code: 2 }, count: held13.count, spot: held13.spot }])
                                },
                                async {
                                    sleep(Duration::from_secs(25)).await;
                                    let held15: Parcel = Parcel { name: held.label.text.clone(), size: n3, note: None::<String>, lines: lines.clone(), kind: held.kind.clone(), label: Label { text: held.name.clone(), code: n }, count: None::<i64>, spot: held.spot };
                                    let Parcel { lines: lines16, kind: what17, .. } = held15;
                                    Ok(my_types::Spot { x: held.label.code, ..held.spot })
                                },
                            )
                            .await?;
                            let n: i64 = held.size;
                            Ok(what.clone())
                        },
                    )
                    .await?;
                }
                let mut what: Kind = held.kind.clone();
            }
            Err(Small::Empty) => {
                note(format!("at {n}/{flag}/{word}/{n3}")).await?;
            }
        }
        let held18: Parcel = Parcel { name: held.label.text.clone(), size: held.spot.x, note: perhaps.clone(), lines: vec!["c".to_string(), held.name.clone()], kind: what.clone(), label: Label { text: held.name.clone(), code: n }, count: held.count, spot: here };
        let word19: String = held18.label.text;
    }
    let mut flag: my_types::Spot = my_types::Spot { x: 6, y: held.size };
    let flag20: bool = check(held.lines.join("-")).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {n}/{word}/{flag20}")).await?;
    between(flag, flag).await?;
    between(here, here).await?;
    parcel(held.clone()).await?;
    Ok(held.clone())
}
#[test]
fn w055_agrees() {
    agrees!(w055(n, flag, word, perhaps, lines, what, held, here));
}

#[workflow]
pub async fn w056(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Option<String>, Failure> {
    let Some(word1) = held.note.clone() else {
        let mut turn2 = 0_i64;
        while turn2 < 2 && (held.spot.x) % 2 == 0 {
            turn2 += 1;
            note("turn".to_string()).await?;
            let n3: i64 = {
                let mut turn4 = 0_i64;
                'l5: loop {
                    turn4 += 1;
                    if turn4 > 2 { break held.label.code; }
                    match held.label.text.as_str() {
                        "a" | "b" => {
                            note("arm".to_string()).await?;
                            let held6: Parcel = held.clone();
                            let Parcel { lines: lines7, kind: what8, .. } = held6;
                        }
                        "north" => {
                            if !(false) {
                                break held.label.code;
                            }
                            sleep(Duration::from_secs(held.label.text.len() as u64)).await;
                        }
                        _ => {
                            if !(matches!(held.kind, Kind::Sized(_) | Kind::Empty)) {
                                return Ok(held.note.clone());
                            }
                        }
                    }
                }
            };
            map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word9| {
                let mut turn10 = 0_i64;
                while turn10 < 2 && held.lines.contains(&held.label.text) {
                    turn10 += 1;
                    note(format!("at {turn2}/{n3}/{word9}/{turn10}")).await?;
                }
                let held11: Parcel = Parcel { name: word9.clone(), size: lines.len() as i64, note: held.note.clone(), lines: lines.clone(), kind: held.kind.clone(), label: Label { text: held.label.text.clone(), code: two.0 }, count: held.count, spot: here };
                let of: i64 = held11.spot.x;
                Ok(my_types::Spot { x: of, ..held11.spot })
            }).await?;
        }
        let turn2: BTreeMap<String, i64> = table(held.lines.join("-")).await?;
        return Ok(Some(format!("{flag}/{flag}")));
    };
    let word1: Kind = kind(6).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    let mut many12: Option<i64> = held.count;
    many12 = Some(held_all.len() as i64);
    note(format!("at {flag}/{word}")).await?;
    count(many12).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(Some(held.name.clone()))
}
#[test]
fn w056_agrees() {
    agrees!(w056(flag, word, perhaps, lines, held, here, two, held_all));
}

#[workflow]
pub async fn w057(flag: bool, word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Vec<Parcel>, Failure> {
    let mut turn1 = 0_i64;
    while turn1 < 2 && held.count == Some(-1) {
        turn1 += 1;
        'l2: for word3 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
            match slow(held.label.code).await {
                Ok(x) => {
                    {
                        let held7: Parcel = held.clone();
                        let n8: i64 = held7.size;
                    }
                    match word3.as_str() {
                        "a" | "b" => {
                            if perhaps.is_none() {
                                note(format!("at {word}/{turn1}/{word3}/{x}")).await?;
                            } else if false {
                                let here9: my_types::Spot = spot(my_types::Spot { x: here.x, y: 2 }).timeout(Duration::from_secs(3)).await?;
                            }
                            let Some(n10) = held.count else {
                                let mut what11: Kind = Kind::Named { name: text(perhaps.clone().unwrap_or_default()).await?, size: held.label.code };
                                what11 = Kind::Sized(two.1.len() as i64);
                                sleep(Duration::from_secs(held.name.len() as u64)).await;
                                break;
                            };
                        }
                        "north" => {
                            break;
                        }
                        "" if held.label.code > 2 => {
                            note(format!("at {word}/{turn1}/{word3}/{x}")).await?;
                        }
                        _ => {
                        }
                    }
                }
                Err(Small::Late) => {
                    note(format!("at {flag}/{word}/{turn1}/{word3}")).await?;
                }
                Err(Small::Full(_, two)) => {
                }
                Err(Small::Empty) => {
                }
            }
        }
        if !(word == "b") {
            return Ok(held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>());
        }
    }
    let held_all12: Vec<Parcel> = boxes(held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>(), held.spot.x).await?;
    sleep(Duration::from_secs(held.label.text.len() as u64)).await;
    note(format!("at {flag}/{word}/{turn1}")).await?;
    boxes(held_all12.clone(), 1).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(vec![Parcel { name: held.name.clone(), size: here.y, note: perhaps.clone(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: word.clone(), code: here.x }, count: None::<i64>, spot: held.spot }])
}
#[test]
fn w057_agrees() {
    agrees!(w057(flag, word, perhaps, held, sizes, here, two, held_all));
}

#[workflow]
pub async fn w058(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, here: my_types::Spot) -> Result<Parcel, Failure> {
    let mut turn1 = 0_i64;
    loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        match count(None::<i64>).await {
            Ok(many4) => {
                let lines: bool = if false {
                    let (held5, word6, held7) = join!(
                        async {
                            let n8: i64 = number(held.spot.x).await?;
                            let lines: Vec<String> = vec![word.clone(), "".to_string()];
                            Ok(held.clone())
                        },
                        async {
                            let held9: Parcel = held.clone();
                            let lines: i64 = held9.label.code;
                            let mut what10: Kind = Kind::Empty;
                            what10 = Kind::Sized(4);
                            Ok(held.label.text.clone())
                        },
                        async {
                            let mut held11: Parcel = Parcel { name: word.clone(), size: held.size, note: perhaps.clone(), lines: held.lines.clone(), kind: Kind::Sized(held.spot.x), label: Label { text: held.name.clone(), code: here.x }, count: None::<i64>, spot: here };
                            held11.lines.push("c".to_string());
                            Ok(Parcel { name: "a".to_string(), size: turn1, note: held11.note.clone(), lines: vec![word.clone()], kind: what.clone(), label: Label { text: held.name.clone(), code: held11.spot.x }, count: count(None::<i64>).await?, spot: here })
                        },
                    )
                    .await?;
                    match event(Event::Lost(my_types::Loss { at: held5.spot })).await? {
                        Event::Sent { to: word12, times: n13, why: Some(_), .. } => {
                            return Ok(Parcel { name: "".to_string(), size: held7.spot.x, note: held.note.clone(), lines: lines.clone(), kind: held5.kind.clone(), label: Label { text: word12.clone(), code: (held7.name.len() as i64) % 50 + (held5.note.as_ref().map_or(2, |of| of.len() as i64)) % 7 }, count: held7.count, spot: here });
                        }
                        Event::Sent { times: n13, .. } => {
                        }
                        Event::Lost(my_types::Loss { at: here14 }) => {
                            note(format!("at {flag}/{word}/{turn1}/{word6}")).await?;
                        }
                        Event::Nothing => {
                        }
                    }
                    held7.note.is_some()
                } else if (turn1) % 2 == 0 {
                    check(word.clone()).await?
                } else {
                    flag
                };
                note(format!("{flag}/{n}")).await?;
            }
            Err(failure2) => {
                let cause3 = failure2.error().to_string();
                note(format!("at {flag}/{word}/{turn1}/{cause3}")).await?;
            }
        }
    }
    let flag: bool = flag;
    let mut turn1: i64 = 1;
    note(format!("at {n}/{word}/{flag}/{turn1}")).await?;
    between(here, here).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(held.clone())
}
#[test]
fn w058_agrees() {
    agrees!(w058(n, flag, word, perhaps, lines, what, held, here));
}

#[workflow]
pub async fn w059(n: i64, word: String, what: Kind, sizes: BTreeMap<String, i64>, here: my_types::Spot, two: (i64, String), news: Event) -> Result<Parcel, Failure> {
    let mut held1: Parcel = Parcel { name: "b".to_string(), size: 5, note: Some(two.1.clone()), lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: word.clone(), code: two.0 }, count: sizes.get("").copied(), spot: my_types::Spot { x: 0, y: n } };
    {
        if !(matches!(what, Kind::Sized(_) | Kind::Empty)) {
            return Ok(Parcel { name: word.clone(), size: held1.note.as_ref().map_or(5, |of| of.len() as i64), note: None::<String>, lines: held1.lines.clone(), kind: what.clone(), label: Label { text: word.clone(), code: held1.count.unwrap_or(-2) }, count: held1.count, spot: here });
        }
    }
    if held1.note.is_none() {
        note(format!("at {n}/{word}")).await?;
    } else if true {
        if let Ok(what2) = kind(here.y).await {
            match slow(3).await {
                Ok(what2) => {
                    note("arm".to_string()).await?;
                }
                Err(Small::Late) => {
                    return Ok(held1.clone());
                }
                Err(Small::Full(_, word5)) => {
                    let what6: Kind = kind(held1.name.len() as i64).await?;
                }
                Err(Small::Empty) => {
                    note(format!("at {n}/{word}")).await?;
                }
            }
            let mut turn7 = 0_i64;
            'l8: loop {
                turn7 += 1;
                if turn7 > 2 { break; }
                note("turn".to_string()).await?;
                {
                    let held9: Parcel = Parcel { name: word.clone(), size: here.y, note: None::<String>, lines: vec!["c".to_string()], kind: Kind::Sized(sizes.get(&two.1).copied().unwrap_or(5)), label: Label { text: two.1.clone(), code: held1.label.text.len() as i64 }, count: held1.count, spot: my_types::Spot { x: held1.count.unwrap_or(1), ..held1.spot } };
                    let what: i64 = held9.spot.x;
                    if held9.note.is_none() {
                        break 'l8;
                    }
                }
            }
        }
        let mut many10: Option<i64> = held1.count;
        many10 = Some(held1.name.len() as i64);
    } else {
    }
    note(format!("at {n}/{word}")).await?;
    parcel(held1.clone()).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(Parcel { name: word.clone(), size: here.y, note: Some(format!("{word}/{word}")), lines: held1.lines, kind: held1.kind.clone(), label: Label { text: word, code: held1.size }, count: Some(3), spot: here })
}
#[test]
fn w059_agrees() {
    agrees!(w059(n, word, what, sizes, here, two, news));
}
