//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w075(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>) -> Result<my_types::Spot, Failure> {
    match event(Event::Sent { to: word.clone(), times: held.label.code, why: Some("".to_string()) }).await {
        Ok(news3) => {
            if let Some(word4) = held.note.clone() {
                note(format!("at {n}/{flag}/{word}/{word4}")).await?;
            } else {
                match perhaps.clone() {
                    Some(word5) if word5.is_empty() => {
                        return Ok(held.spot);
                    }
                    Some(word5) => {
                        if n > 0 {
                            let mut flag6: bool = check("a".to_string()).await?;
                            flag6 = true;
                        } else if many == Some(1) {
                        }
                    }
                    None => {
                        let mut turn7 = 0_i64;
                        'l8: loop {
                            turn7 += 1;
                            if turn7 > 2 { break; }
                            let mut many9: Option<i64> = many;
                            many9 = Some(4);
                            let mut word10: String = text("c".to_string()).await?;
                        }
                        let news11: Event = event(news3.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                    }
                }
            }
        }
        Err(failure1) => {
            let cause2 = failure1.error().to_string();
            let lines12: Vec<String> = map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |states| {
                Ok(text(states.clone()).await?)
            }).max_concurrency(2).await?;
            let two13: (i64, String) = both(held.label.code, cause2.clone()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
        }
    }
    sleep(Duration::from_secs(71)).await;
    let flag: bool = !((held.label.code) % 2 == 0);
    note(format!("at {n}/{word}/{flag}")).await?;
    count(many).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(my_types::Spot { x: n, ..held.spot })
}
#[test]
fn w075_agrees() {
    agrees!(w075(n, flag, word, perhaps, lines, held, sizes, many));
}

#[workflow]
pub async fn w076(flag: bool, word: String, lines: Vec<String>, held: Parcel, many: Option<i64>, here: my_types::Spot, news: Event) -> Result<(i64, String), Failure> {
    let n1: i64 = here.y;
    {
        if let Some(word2) = held.note.clone() {
            match (n1) % 6 {
                0 => {
                    if let Ok(perhaps4) = maybe(held.note.clone().unwrap_or_default()).await {
                        note("arm".to_string()).await?;
                    } else {
                        if let Some(word5) = held.note.clone() {
                            note("arm".to_string()).await?;
                            let lines: Vec<String> = vec![word5.clone()];
                        }
                        let what6: Kind = kind(here.x).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                    }
                    let Kind::Sized(n7) = kind(here.y).await? else {
                        if let Some(word8) = held.note.clone() {
                            note("arm".to_string()).await?;
                        } else {
                            let n9: i64 = here.y;
                            let here10: my_types::Spot = held.spot;
                        }
                        sleep(Duration::from_secs(word.len() as u64)).await;
                        return Ok((5, held.name.clone()));
                    };
                }
                1 | 2 => {
                }
                i64::MIN..=-1 => {
                }
                _ => {
                    note(format!("at {flag}/{word}/{n1}/{word2}")).await?;
                }
            }
            let many: i64 = held.size;
        } else {
            return Ok(((held.size) % 50 + ((0) % 50 + (held.size) % 7) % 7, word.clone()));
        }
    }
    let mut many: Option<i64> = held.count;
    note(format!("at {flag}/{word}/{n1}")).await?;
    count(many).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    Ok((here.x, held.name.clone()))
}
#[test]
fn w076_agrees() {
    agrees!(w076(flag, word, lines, held, many, here, news));
}

#[workflow]
pub async fn w077(word: String, lines: Vec<String>, what: Kind, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<Vec<Parcel>, Failure> {
    sleep(Duration::from_secs(word.len() as u64)).await;
    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        {
            match (two.0) % 6 {
                0 => {
                    return Ok(Event::Nothing);
                }
                1 | 2 => {
                }
                n2 if n2 > 3 => {
                }
                _ => {
                    let (news3, flag4) = join!(
                        async {
                            let mut held_all5: Vec<Parcel> = held_all.iter().filter(|of| of.size > 0).cloned().collect::<Vec<_>>();
                            held_all5.push(Parcel { name: two.1.clone(), size: two.1.len() as i64, note: Some(word.clone()), lines: vec![word1.clone()], kind: Kind::Named { name: format!("{word}/{word}"), size: held_all5.iter().map(|of| of.size % 9).sum::<i64>() }, label: Label { text: "".to_string(), code: -2 }, count: None::<i64>, spot: my_types::Spot { x: here.y, y: here.y } });
                            let word1: String = two.1.clone();
                            Ok(Event::Sent { to: word.clone(), times: here.x, why: None::<String> })
                        },
                        check(word1.clone()),
                    )
                    .await?;
                }
            }
            if !(false) {
                let lines: Vec<String> = lines.clone();
                let (many6, held_all7, news8) = join!(
                    count(Some(two.0)),
                    async {
                        let held9: Parcel = Parcel { name: word.clone(), size: here.y, note: None::<String>, lines: lines.clone(), kind: what.clone(), label: Label { text: word1.clone(), code: two.0 }, count: None::<i64>, spot: my_types::Spot { x: two.0, ..here } };
                        let n10: i64 = held9.spot.x;
                        let word11: String = held9.label.text;
                        Ok(held_all.iter().filter(|of| of.note.is_none()).cloned().collect::<Vec<_>>())
                    },
                    event(Event::Nothing),
                )
                .await?;
            } else if false {
            } else {
                note(format!("at {word}/{word1}")).await?;
            }
        }
        Ok(Event::Lost(my_types::Loss { at: my_types::Spot { x: -2, y: two.0 } }))
    }).await?;
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(format!("at {word}")).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    between(here, here).await?;
    Ok(boxes(held_all.iter().take(2).cloned().collect::<Vec<_>>(), here.x).await?)
}
#[test]
fn w077_agrees() {
    agrees!(w077(word, lines, what, here, two, held_all));
}

#[workflow]
pub async fn w078(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, many: Option<i64>, two: (i64, String)) -> Result<Kind, Failure> {
    let Ok(perhaps) = maybe("c".to_string()).await else {
        match risky(word.clone()).await {
            Ok(n3) => {
                note(format!("at {flag}/{word}/{n3}")).await?;
            }
            Err(Trouble::Busy) => {
                let mut turn4 = 0_i64;
                'l5: while turn4 < 2 && !(held.lines.contains(&word)) {
                    turn4 += 1;
                    note("turn".to_string()).await?;
                    match (held.label.code) % 6 {
                        0 => {
                            match held.note.clone() {
                                Some(word7) => {
                                    if held.spot == held.spot {
                                        return Ok(Kind::Named { name: two.1.clone(), size: -1 });
                                    }
                                }
                                None => {
                                    if (two.0) % 2 == 0 {
                                        continue 'l5;
                                    }
                                }
                            }
                            if held.label.code > 2 {
                                note("arm".to_string()).await?;
                            } else {
                                let mut many8: Option<i64> = held.count;
                                many8 = Some(perhaps.as_ref().map_or(-1, |of| of.len() as i64));
                            }
                        }
                        1 | 2 => {
                            note(format!("at {flag}/{word}/{turn4}")).await?;
                        }
                        i64::MIN..=-1 => {
                            return Ok(what.clone());
                        }
                        _ => {
                            note(format!("at {flag}/{word}/{turn4}")).await?;
                        }
                    }
                    match slow(held.label.code).await {
                        Ok(word11) => {
                            note("arm".to_string()).await?;
                        }
                        Err(Small::Late) => {
                            if let Ok(what) = event(Event::Sent { to: two.1.clone(), times: 1, why: held.lines.first().cloned() }).await {
                                note("arm".to_string()).await?;
                                continue 'l5;
                            } else {
                                note(format!("at {flag}/{word}/{turn4}")).await?;
                            }
                            let held13: Parcel = held.clone();
                            let word14: String = held13.label.text;
                        }
                        Err(Small::Full(_, word12)) => {
                            note(format!("at {flag}/{word}/{turn4}/{word12}")).await?;
                        }
                        Err(Small::Empty) => {
                        }
                    }
                }
                let mut two15: (i64, String) = ((6) % 50 + (5) % 7, held.label.text.clone());
            }
            Err(Trouble::Bad { why: what, .. }) => {
                return Ok(Kind::Empty);
            }
            Err(Trouble::Closed(what)) => {
            }
            Err(other1) => return Err(other1.into()),
        }
        let state: i64 = two.0;
        return Ok(Kind::Sized(two.0));
    };
    let n16: i64 = two.0;
    let mut what17: Kind = what.clone();
    what17 = Kind::Sized(-1);
    note(format!("at {flag}/{word}/{n16}")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(kind(-2).await?)
}
#[test]
fn w078_agrees() {
    agrees!(w078(flag, word, perhaps, lines, what, held, many, two));
}

#[workflow]
pub async fn w079(n: i64, word: String, held: Parcel, here: my_types::Spot, held_all: Vec<Parcel>) -> Result<Option<i64>, Failure> {
    let n: Option<String> = held.note;
    match n.clone() {
        Some(word1) if word1.is_empty() => {
            note(format!("at {word}/{word1}")).await?;
        }
        Some(word1) => {
            let Ok(flag2) = check(n.clone().unwrap_or_default()).await else {
                let mut n: (i64, String) = both(held.size, word.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                return Err(Failure::new("Stopped", word.clone()));
            };
            {
                match held.kind.clone() {
                    Kind::Sized(here) => {
                        note(format!("at {word}/{word1}/{flag2}/{here}")).await?;
                    }
                    Kind::Named { name: word3, size: word1 } => {
                        let it: my_types::Spot = between(my_types::Spot { x: here.x, ..held.spot }, here).await?;
                    }
                    Kind::Empty => {
                        sleep(Duration::from_secs(37)).await;
                        let mut turn4 = 0_i64;
                        'l5: loop {
                            turn4 += 1;
                            if turn4 > 2 { break; }
                            for word6 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                                note(format!("at {word1}/{flag2}/{turn4}/{word6}")).await?;
                            }
                        }
                    }
                }
                let workflow: Option<String> = Some(word.clone());
            }
        }
        None => {
        }
    }
    let mut held_all8: Vec<Parcel> = boxes(held_all.clone(), held.label.code).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    note(format!("at {word}")).await?;
    boxes(held_all8.clone(), 1).await?;
    note(n.clone().unwrap_or_default()).await?;
    boxes(held_all.clone(), 1).await?;
    Ok(held.count)
}
#[test]
fn w079_agrees() {
    agrees!(w079(n, word, held, here, held_all));
}
