//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w155(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>, two: (i64, String), held_all: Vec<Parcel>, news: Event) -> Result<String, Failure> {
    if perhaps.is_none() {
        let Some(n1) = count(sizes.get("c").copied()).await? else {
            match maybe(perhaps.clone().unwrap_or_default()).await? {
                Some(word2) => {
                    note(format!("at {n}/{word}/{word2}")).await?;
                }
                None => {
                    match (n) % 6 {
                        0 => {
                            return Ok(perhaps.clone().unwrap_or_default());
                        }
                        1 | 2 => {
                            let mut turn4 = 0_i64;
                            'l5: loop {
                                turn4 += 1;
                                if turn4 > 2 { break; }
                                note("turn".to_string()).await?;
                                if !(two.0 > 3) {
                                    continue 'l5;
                                }
                            }
                            let mut perhaps: Option<String> = maybe(two.1.clone()).await?;
                        }
                        n3 if n3 > 3 => {
                            let mut lines6: Vec<String> = list(two.1.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                            let Some(word7) = perhaps.clone() else {
                                if !(true) {
                                    return Ok(lines.join("-"));
                                }
                                return Ok(word.clone());
                            };
                        }
                        _ => {
                            note(format!("at {n}/{word}")).await?;
                        }
                    }
                    let lines8: Vec<String> = list(perhaps.clone().unwrap_or_default()).await?;
                }
            }
            return Ok(word.clone());
        };
    } else if n > 3 {
    }
    let many9: Option<i64> = None::<i64>;
    sleep(Duration::from_secs(56)).await;
    note(format!("at {n}/{word}")).await?;
    count(many9).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(word.clone())
}
#[test]
fn w155_agrees() {
    agrees!(w155(n, word, perhaps, lines, what, sizes, two, held_all, news));
}

#[workflow]
pub async fn w156(n: i64, flag: bool, word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>, here: my_types::Spot, news: Event) -> Result<bool, Failure> {
    match kind(here.x).await? {
        Kind::Sized(news) if news > 3 => {
            let Some(n3) = held.count else {
                match both(held.note.as_ref().map_or(1, |of| of.len() as i64), held.name.clone()).await {
                    Ok(two6) => {
                        note(format!("at {n}/{flag}/{word}/{news}")).await?;
                    }
                    Err(failure4) => return Err(failure4),
                }
                map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word7| {
                    match event(Event::Lost(my_types::Loss { at: here })).await? {
                        Event::Sent { to: word8, times: n9, why: Some(_), .. } => {
                            return Ok(!(word8.len() as i64 > 1));
                        }
                        Event::Sent { times: n9, .. } => {
                            note(format!("at {word}/{news}/{word7}/{n9}")).await?;
                        }
                        Event::Lost(my_types::Loss { at: here10 }) => {
                        }
                        Event::Nothing => {
                        }
                    }
                    let many11: Option<i64> = sizes.get("north").copied();
                    Ok(flag)
                }).await?;
                return Ok(flag);
            };
            let Kind::Sized(perhaps) = held.kind.clone() else {
                map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word12| {
                    let held13: Parcel = match (held.size) % 6 {
                        0 => {
                            pack(word.clone(), 5, flag, sizes.get("").copied()).await?
                        }
                        1 | 2 => {
                            held.clone()
                        }
                        i64::MIN..=-1 => {
                            Parcel { name: held.name.clone(), size: n3, note: held.note.clone(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: held.label.text.clone(), code: held.lines.len() as i64 }, count: None::<i64>, spot: between(my_types::Spot { x: here.y, y: held.count.unwrap_or(-2) }, my_types::Spot { x: held.size, ..held.spot }).await? }
                        }
                        _ => {
                            Parcel { name: held.name.clone(), size: held.note.as_ref().map_or(2, |of| of.len() as i64), note: held.lines.first().cloned(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: word12, code: (held.label.code) % 50 + (held.label.code) % 7 }, count: None::<i64>, spot: here }
                        }
                    };
                    let mut news: Vec<String> = held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
                    Ok(held13.size)
                }).await?;
                let sizes15: BTreeMap<String, i64> = sizes.clone();
                return Ok(flag);
            };
        }
        Kind::Sized(news) => {
        }
        Kind::Named { name: word2, size: n1 } => {
        }
        Kind::Empty => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let mut held16: Parcel = parcel(Parcel { name: "c".to_string(), size: perhaps.as_ref().map_or(-2, |of| of.len() as i64), note: None::<String>, lines: held.lines.clone(), kind: Kind::Sized(sizes.get(&word).copied().unwrap_or(4)), label: Label { text: "north".to_string(), code: here.x }, count: held.count, spot: here }).await?;
    note("c".to_string()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    parcel(held16.clone()).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    Ok(flag)
}
#[test]
fn w156_agrees() {
    agrees!(w156(n, flag, word, perhaps, held, sizes, here, news));
}

#[workflow]
pub async fn w157(n: i64, word: String, lines: Vec<String>, here: my_types::Spot, two: (i64, String), news: Event) -> Result<Option<i64>, Failure> {
    let Some(news) = count(None::<i64>).await? else {
        let mut turn1 = 0_i64;
        'l2: loop {
            turn1 += 1;
            if turn1 > 2 { break; }
            sleep(Duration::from_secs(two.1.len() as u64)).await;
        }
        {
            match slow(two.0).await {
                Ok(word5) => {
                    note("arm".to_string()).await?;
                }
                Err(Small::Late) => {
                    let (flag6, word7) = join!(
                        async {
                            match (pair(two.0, (here.x) % 50 - (two.0) % 7).await?) % 6 {
                                0 => {
                                    note("arm".to_string()).await?;
                                    let held9: Parcel = Parcel { name: word.clone(), size: n, note: None::<String>, lines: lines.clone(), kind: Kind::Sized(two.1.len() as i64), label: Label { text: two.1.clone(), code: here.x }, count: Some(n), spot: my_types::Spot { x: (0) % 50 + (turn1) % 7, y: here.x } };
                                    let Parcel { lines: lines10, kind: what11, .. } = held9;
                                }
                                1 | 2 => {
                                    let held12: Parcel = Parcel { name: two.1.clone(), size: 2, note: None::<String>, lines: lines.clone(), kind: Kind::Empty, label: Label { text: two.1.clone(), code: n }, count: None::<i64>, spot: here };
                                    let Parcel { lines: lines13, kind: what14, .. } = held12;
                                    let mut two15: (i64, String) = both(held12.spot.x, lines.join("-")).await?;
                                }
                                i64::MIN..=-1 => {
                                }
                                _ => {
                                }
                            }
                            match between(my_types::Spot { x: 5, ..here }, my_types::Spot { x: here.y, ..here }).await {
                                Ok(lines) => {
                                    note(format!("at {n}/{word}/{turn1}")).await?;
                                }
                                Err(failure16) => {
                                    let cause17 = failure16.error().to_string();
                                    note(format!("at {n}/{word}/{turn1}/{cause17}")).await?;
                                }
                            }
                            Ok(!(3 > 3))
                        },
                        text(word.clone()),
                    )
                    .await?;
                }
                Err(Small::Full(_, here)) => {
                    note(format!("at {n}/{word}/{turn1}/{here}")).await?;
                }
                Err(Small::Empty) => {
                }
            }
        }
        return Ok(None::<i64>);
    };
    let mut flag18: bool = check(word.clone()).await?;
    flag18 = !(false);
    note(format!("at {n}/{word}/{news}/{flag18}")).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    note(lines.join("-")).await?;
    Ok(count(Some(two.0)).await?)
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
            map(vec!["".to_string(), "".to_string()], async |word| {
                if false {
                    let Kind::Sized(here) = what.clone() else {
                        if here == here {
                            let word: String = word3.clone();
                            let what: Kind = kind(-2).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        }
                        return Ok(here.y);
                    };
                    match news.clone() {
                        Event::Sent { to: word4, times: n5, why: Some(_), .. } => {
                            if let Some(word7) = maybe(lines.join("-")).await? {
                                let mut many8: Option<i64> = count(Some(-2)).await?;
                                let news9: Event = event(news.clone()).await?;
                            }
                            let mut what10: Kind = what.clone();
                        }
                        Event::Sent { times: n5, .. } => {
                        }
                        Event::Lost(my_types::Loss { at: here6 }) => {
                            note(format!("at {n}/{word3}/{word}/{here}")).await?;
                        }
                        Event::Nothing => {
                            note(format!("at {n}/{word3}/{word}/{here}")).await?;
                        }
                    }
                } else {
                    note(format!("at {n}/{word3}/{word}")).await?;
                }
                Ok(held_all.iter().map(|of| of.size % 9).sum::<i64>())
            }).await?;
        }
        Err(Small::Empty) => {
            note(format!("at {n}/{word}")).await?;
        }
    }
    let mut two11: (i64, String) = two.clone();
    two11.1 = two.1.clone();
    let (n12, word13) = two11;
    note(format!("at {n}/{word}/{n12}/{word13}")).await?;
    event(news.clone()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(None::<i64>)
}
#[test]
fn w158_agrees() {
    agrees!(w158(n, word, lines, what, here, two, held_all, news));
}

#[workflow]
pub async fn w159(n: i64, word: String, perhaps: Option<String>, many: Option<i64>, here: my_types::Spot) -> Result<Kind, Failure> {
    let perhaps1: Option<String> = if let Kind::Sized(n2) = kind(here.y).await? {
        perhaps.clone()
    } else {
        for word3 in vec![word.clone(), word.clone()] {
            note("c".to_string()).await?;
        }
        None::<String>
    };
    'l5: for n in 0..3_i64 {
        let word7: String = text("north".to_string()).await?;
    }
    match risky("b".to_string()).await {
        Ok(n10) => {
            let mut n10: my_types::Spot = if let Kind::Sized(n12) = kind(n).await? {
                let states: Option<String> = perhaps.clone();
                let Kind::Sized(n13) = kind(here.x).await? else {
                    return Ok(Kind::Named { name: format!("{n}/{n12}"), size: n12 });
                };
                my_types::Spot { x: n10, ..here }
            } else {
                here
            };
            let mut held14: Parcel = Parcel { name: word.clone(), size: n, note: perhaps.clone(), lines: vec!["north".to_string(), "a".to_string()], kind: Kind::Sized(many.unwrap_or(-2)), label: Label { text: "north".to_string(), code: n10.x }, count: many, spot: my_types::Spot { x: word.len() as i64, y: 0 } };
        }
        Err(Trouble::Busy) => {
            note(format!("at {n}/{word}")).await?;
        }
        Err(Trouble::Bad { why: word11, .. }) => {
        }
        Err(Trouble::Closed(word11)) => {
            return Ok(Kind::Empty);
        }
        Err(other8) => return Err(other8.into()),
    }
    note(format!("at {n}/{word}")).await?;
    note(perhaps1.clone().unwrap_or_default()).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(Kind::Named { name: "b".to_string(), size: word.len() as i64 })
}
#[test]
fn w159_agrees() {
    agrees!(w159(n, word, perhaps, many, here));
}
