//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w050(flag: bool, word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, two: (i64, String)) -> Result<my_types::Spot, Failure> {
    if false {
        note(format!("at {flag}/{word}")).await?;
    } else if 0 > 2 {
    } else {
        let mut turn1 = 0_i64;
        'l2: while turn1 < 2 && two.1 == "b" {
            turn1 += 1;
            note("turn".to_string()).await?;
            {
                let mut turn3 = 0_i64;
                let next5: Option<String> = Some(word.clone());
                'l4: while let Some(word6) = next5.clone() {
                    if turn3 > 1 { break; }
                    turn3 += 1;
                    note("turn".to_string()).await?;
                    let mut turn7 = 0_i64;
                    loop {
                        turn7 += 1;
                        if turn7 > 2 { break; }
                        note("turn".to_string()).await?;
                        if !(turn3 > 3) {
                            return Ok(my_types::Spot { x: turn7, y: turn3 });
                        }
                        return Err(Failure::new("Stopped", "".to_string()));
                    }
                    if true {
                        note("arm".to_string()).await?;
                        break 'l2;
                    } else if flag && true {
                        if !(true) {
                            continue 'l2;
                        }
                    } else {
                        note(format!("at {turn1}/{turn3}/{word6}/{turn7}")).await?;
                    }
                }
            }
            if let Ok(n8) = pair(sizes.get(&word).copied().unwrap_or(2), two.0).await {
                let mut here9: my_types::Spot = between(my_types::Spot { x: two.0, y: 1 }, my_types::Spot { x: two.0, y: n8 }).await?;
                let mut two10: (i64, String) = two.clone();
            }
        }
    }
    let word11: String = two.1;
    let mut r#match: Option<String> = maybe(word11.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {flag}/{word}/{word11}")).await?;
    note(r#match.clone().unwrap_or_default()).await?;
    note(lines.join("-")).await?;
    Ok(my_types::Spot { x: sizes.get(&word).copied().unwrap_or(-1), y: two.0 })
}
#[test]
fn w050_agrees() {
    agrees!(w050(flag, word, lines, what, sizes, two));
}

#[workflow]
pub async fn w051(word: String, perhaps: Option<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<my_types::Spot, Failure> {
    'l1: for (at2, held_all) in vec![two.1.clone(), "".to_string()].into_iter().enumerate() {
        let n2 = at2 as i64;
        let Some(word3) = perhaps.clone() else {
            match kind(sizes.get(&held_all).copied().unwrap_or(0)).await? {
                Kind::Sized(n4) if n4 > 3 => {
                    note(format!("at {word}/{held_all}/{n2}/{n4}")).await?;
                }
                Kind::Sized(n4) => {
                    match perhaps.clone() {
                        Some(word6) => {
                            let mut turn7 = 0_i64;
                            loop {
                                turn7 += 1;
                                if turn7 > 2 { break; }
                                note("turn".to_string()).await?;
                                let mut states: Parcel = Parcel { name: word.clone(), size: perhaps.as_ref().map_or(4, |of| of.len() as i64), note: perhaps.clone(), lines: Vec::<String>::new(), kind: Kind::Sized(n2), label: Label { text: two.1.clone(), code: many.unwrap_or(2) }, count: sizes.get("a").copied(), spot: my_types::Spot { x: turn7, y: n4 } };
                            }
                        }
                        None => {
                            map(vec![held_all.clone(), "c".to_string()], async |word8| {
                                sleep(Duration::from_secs(66)).await;
                                Ok(Vec::<String>::new())
                            }).max_concurrency(2).await?;
                            let mut held_all9: Vec<Parcel> = vec![Parcel { name: two.1.clone(), size: n4, note: perhaps.clone(), lines: vec![held_all.clone()], kind: Kind::Empty, label: Label { text: word.clone(), code: two.0 }, count: Some(perhaps.as_ref().map_or(-2, |of| of.len() as i64)), spot: my_types::Spot { x: n4, y: n4 } }];
                            held_all9.push(Parcel { name: word.clone(), size: n2, note: None::<String>, lines: vec![held_all.clone()], kind: Kind::Sized(4), label: Label { text: "".to_string(), code: held_all9.len() as i64 }, count: many, spot: my_types::Spot { x: n2, y: n4 } });
                        }
                    }
                    match slow(two.0).await {
                        Ok(word12) => {
                            match perhaps.clone() {
                                Some(word13) => {
                                    note(format!("at {n2}/{n4}/{word12}/{word13}")).await?;
                                }
                                None => {
                                }
                            }
                            let mut sizes: BTreeMap<String, i64> = sizes.clone();
                        }
                        Err(Small::Late) => {
                            note(format!("at {word}/{held_all}/{n2}/{n4}")).await?;
                        }
                        Err(Small::Full(_, n2)) => {
                            note(format!("at {word}/{held_all}/{n4}/{n2}")).await?;
                        }
                        Err(Small::Empty) => {
                            note(format!("at {word}/{held_all}/{n2}/{n4}")).await?;
                        }
                    }
                }
                Kind::Named { name: many, size: n5 } => {
                }
                Kind::Empty => {
                    note(format!("at {word}/{held_all}/{n2}")).await?;
                }
            }
            let mut here14: my_types::Spot = my_types::Spot { x: two.0, y: 1 };
            here14.x = (here14.y + 1) % 100;
            break 'l1;
        };
    }
    let mut news15: Event = event(Event::Sent { to: word.clone(), times: two.0, why: perhaps.clone() }).await?;
    sleep(Duration::from_secs(two.1.len() as u64)).await;
    note(format!("at {word}")).await?;
    event(news15.clone()).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(my_types::Spot { x: two.0, y: sizes.get(&two.1).copied().unwrap_or(-2) })
}
#[test]
fn w051_agrees() {
    agrees!(w051(word, perhaps, sizes, many, two, held_all, news));
}

#[workflow]
pub async fn w052(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, many: Option<i64>, here: my_types::Spot, two: (i64, String)) -> Result<bool, Failure> {
    match (held.spot, held.count) {
        (my_types::Spot { x: 0, y: n1 }, _) => {
            return Ok(two.1 == "north");
        }
        (my_types::Spot { x: n1, .. }, Some(n2)) => {
            match perhaps.clone() {
                Some(word3) => {
                    let held4: Parcel = pack(held.lines.join("-"), here.x, !(held.size > -1), many).await?;
                    if false {
                        let Some(n5) = many else {
                            let Some(n6) = held.count else {
                                note(held.label.text.clone()).await?;
                                if false {
                                    return Ok(held4.lines.len() as i64 > -1);
                                }
                                return Err(Failure::new("Stopped", "".to_string()));
                            };
                            return Ok(held4.note.is_none());
                        };
                        let Parcel { lines: lines7, kind: what8, .. } = held4;
                    } else {
                    }
                }
                None => {
                    match event(Event::Sent { to: "north".to_string(), times: held.lines.len() as i64, why: Some(held.name.clone()) }).await? {
                        Event::Sent { to: word9, times: n10, why: Some(_), .. } => {
                            note("arm".to_string()).await?;
                        }
                        Event::Sent { times: n10, .. } => {
                        }
                        Event::Lost(my_types::Loss { at: std }) => {
                        }
                        Event::Nothing => {
                        }
                    }
                }
            }
        }
        (_, None) => {
        }
        _ => {
            note(format!("at {n}/{word}")).await?;
        }
    }
    let perhaps11: Option<String> = held.note.clone();
    let lines12: Vec<String> = vec!["".to_string(), word.clone()];
    note(format!("at {n}/{word}")).await?;
    note(lines12.join("-")).await?;
    note(perhaps11.clone().unwrap_or_default()).await?;
    both(two.0, two.1.clone()).await?;
    Ok(perhaps11.is_none())
}
#[test]
fn w052_agrees() {
    agrees!(w052(n, word, perhaps, what, held, many, here, two));
}

#[workflow]
pub async fn w053(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<Vec<Parcel>, Failure> {
    match held.label.text.as_str() {
        "a" | "b" => {
            note(format!("at {n}/{word}")).await?;
        }
        "north" => {
            note(format!("at {n}/{word}")).await?;
        }
        _ => {
            let mut turn1 = 0_i64;
            'l2: loop {
                turn1 += 1;
                if turn1 > 2 { break; }
                note("turn".to_string()).await?;
                let perhaps: Option<String> = held.note.clone();
            }
        }
    }
    if let Some(word3) = perhaps.clone() {
        if check(held.name.clone()).await? {
            match held.note {
                Some(held) => {
                    let x: Vec<String> = if let Some(word4) = perhaps.clone() {
                        lines.clone()
                    } else {
                        let word3: Kind = Kind::Empty;
                        if matches!(news, Event::Sent { times, .. } if times > 2) {
                            return Err(Failure::new("Stopped", "c".to_string()));
                        }
                        lines.clone()
                    };
                }
                None => {
                    if held.count == Some(2) {
                        note(format!("at {n}/{word}/{word3}")).await?;
                    } else if held_all.iter().any(|of| of.count.is_none()) {
                    }
                    return Ok(held_all.clone());
                }
            }
        } else {
        }
        note("c".to_string()).await?;
    }
    let n5: i64 = number(n).timeout(Duration::from_secs(3)).await?;
    note(format!("at {n}/{word}/{n5}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    between(here, here).await?;
    Ok(held_all.clone())
}
#[test]
fn w053_agrees() {
    agrees!(w053(n, word, perhaps, lines, held, here, held_all, news));
}

#[workflow]
pub async fn w054(flag: bool, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<bool, Failure> {
    let (what1, what2) = join!(
        async {
            match slow(held.label.code).await {
                Ok(word5) => {
                    note(format!("at {flag}/{word}/{word5}")).await?;
                }
                Err(Small::Late) => {
                    note(format!("at {flag}/{word}")).await?;
                }
                Err(Small::Full(_, word6)) => {
                    match (held.label.code) % 6 {
                        0 => {
                            note(format!("at {flag}/{word}/{word6}")).await?;
                        }
                        1 | 2 => {
                            note(format!("at {flag}/{word}/{word6}")).await?;
                        }
                        i64::MIN..=-1 => {
                            let mut what7: Kind = match held.note.clone() {
                                Some(word) => {
                                    note(held.lines.join("-")).await?;
                                    what.clone()
                                }
                                None => {
                                    note(held.label.text.clone()).await?;
                                    what.clone()
                                }
                            };
                            'l8: for n11 in 0..3_i64 {
                                note("turn".to_string()).await?;
                                let mut turn12 = 0_i64;
                                let next14: Option<String> = held.note.clone();
                                'l13: while let Some(word15) = next14.clone() {
                                    if turn12 > 1 { break; }
                                    turn12 += 1;
                                    note("turn".to_string()).await?;
                                    let mut perhaps16: Option<String> = None::<String>;
                                    perhaps16 = Some(held.label.text.clone());
                                }
                            }
                        }
                        _ => {
                        }
                    }
                }
                Err(Small::Empty) => {
                    note(format!("at {flag}/{word}")).await?;
                }
            }
            let Kind::Sized(flag) = what.clone() else {
                return Ok(what.clone());
            };
            Ok(held.kind.clone())
        },
        async {
            Ok(held.kind.clone())
        },
    )
    .await?;
    let n17: i64 = held.label.code;
    let mut held_all18: Vec<Parcel> = vec![Parcel { name: word.clone(), size: ((held.size) % 50 + (held.count.unwrap_or(5)) % 7) % 50 - (held.label.code) % 7, note: Some(word.clone()), lines: lines.clone(), kind: what1.clone(), label: Label { text: held.name.clone(), code: held.label.code }, count: held.count, spot: my_types::Spot { x: held.size, y: held.size } }];
    held_all18.push(held.clone());
    note(format!("at {flag}/{word}/{n17}")).await?;
    boxes(held_all18.clone(), 1).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(flag)
}
#[test]
fn w054_agrees() {
    agrees!(w054(flag, word, lines, what, held, sizes));
}
