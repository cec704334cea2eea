//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w095(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot) -> Result<Vec<String>, Failure> {
    {
        if held.name == "c" {
            if !(true) {
                note(format!("at {n}/{flag}/{word}")).await?;
            } else {
                match what.clone() {
                    Kind::Sized(n) if n > 3 => {
                        note("arm".to_string()).await?;
                    }
                    Kind::Sized(n) => {
                        note(format!("at {flag}/{word}/{n}")).await?;
                    }
                    Kind::Named { name: word2, size: n1 } => {
                        note(format!("at {flag}/{word}/{word2}/{n1}")).await?;
                    }
                    Kind::Empty => {
                        let mut news3: Event = event(Event::Nothing).timeout(Duration::from_secs(3)).await?;
                    }
                }
            }
        }
        match held.name.as_str() {
            "a" | "b" => {
                note("arm".to_string()).await?;
            }
            "north" => {
            }
            "" if held.note.is_none() => {
                match what.clone() {
                    Kind::Sized(n4) => {
                        if check(held.name.clone()).await? {
                            note("arm".to_string()).await?;
                            let mut here6: my_types::Spot = my_types::Spot { x: held.size, ..here };
                        } else if flag && held.note.as_ref().map_or(0, |of| of.len() as i64) > 1 {
                        } else {
                            note(format!("at {n}/{flag}/{word}/{n4}")).await?;
                        }
                        let mut sizes: BTreeMap<String, i64> = sizes.clone();
                    }
                    _ => {
                    }
                }
                let Parcel { lines: lines7, kind: what8, .. } = held;
            }
            _ => {
                note(format!("at {n}/{flag}/{word}")).await?;
            }
        }
    }
    let word: (i64, String) = (n, held.name.clone());
    sleep(Duration::from_secs(42)).await;
    note(format!("at {n}/{flag}")).await?;
    both(word.0, word.1.clone()).await?;
    between(here, here).await?;
    count(many).await?;
    Ok(lines.clone())
}
#[test]
fn w095_agrees() {
    agrees!(w095(n, flag, word, perhaps, lines, what, held, sizes, many, here));
}

#[workflow]
pub async fn w096(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>, many: Option<i64>, news: Event) -> Result<Parcel, Failure> {
    {
        match risky(word.clone()).await {
            Ok(n3) => {
                match slow(n3).await {
                    Ok(word7) => {
                        note(format!("at {n}/{word}/{n3}/{word7}")).await?;
                    }
                    Err(Small::Late) => {
                    }
                    Err(Small::Full(_, word8)) => {
                        let held9: Parcel = {
                            sleep(Duration::from_secs(89)).await;
                            sleep(Duration::from_secs(word8.len() as u64)).await;
                            pack(word8.clone(), n3, sizes.is_empty(), many).await?
                        };
                        let mut turn10 = 0_i64;
                        'l11: while turn10 < 2 && held9.spot == held9.spot {
                            turn10 += 1;
                            let held12: Parcel = held9.clone();
                            let Parcel { lines: lines13, kind: what14, .. } = held12;
                            match risky("c".to_string()).await {
                                Ok(perhaps) => {
                                    note("arm".to_string()).await?;
                                    let news: (i64, String) = (word8.len() as i64, lines.join("-"));
                                    let cx: i64 = news.0;
                                }
                                Err(Trouble::Busy) => {
                                    continue 'l11;
                                }
                                Err(Trouble::Bad { why: word17, .. }) => {
                                    note(format!("at {n3}/{word8}/{turn10}/{word17}")).await?;
                                }
                                Err(Trouble::Closed(word17)) => {
                                }
                                Err(other15) => return Err(other15.into()),
                            }
                        }
                    }
                    Err(Small::Empty) => {
                        note(format!("at {n}/{word}/{n3}")).await?;
                    }
                }
            }
            Err(Trouble::Busy) => {
                note(format!("at {n}/{word}")).await?;
            }
            Err(Trouble::Bad { why: word4, .. }) => {
            }
            Err(Trouble::Closed(word4)) => {
                note(format!("at {n}/{word}/{word4}")).await?;
            }
            Err(other1) => return Err(other1.into()),
        }
    }
    let held_all18: Vec<Parcel> = boxes(vec![Parcel { name: word.clone(), size: -2, note: None::<String>, lines: vec![word.clone(), "".to_string()], kind: Kind::Sized(perhaps.as_ref().map_or(1, |of| of.len() as i64)), label: Label { text: word.clone(), code: n }, count: many, spot: my_types::Spot { x: word.len() as i64, y: n } }], (n) % 50 + (6) % 7).await?;
    sleep(Duration::from_secs(40)).await;
    note(format!("at {n}/{word}")).await?;
    boxes(held_all18.clone(), 1).await?;
    event(news.clone()).await?;
    count(many).await?;
    Ok(Parcel { name: word.clone(), size: number(n).await?, note: Some("north".to_string()), lines: lines, kind: Kind::Named { name: text("".to_string()).await?, size: (3) % 50 - (n) % 7 }, label: Label { text: word.clone(), code: n }, count: Some(n), spot: my_types::Spot { x: word.len() as i64, y: word.len() as i64 } })
}
#[test]
fn w096_agrees() {
    agrees!(w096(n, word, perhaps, lines, sizes, many, news));
}

#[workflow]
pub async fn w097(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, many: Option<i64>, two: (i64, String), news: Event) -> Result<bool, Failure> {
    let mut turn1 = 0_i64;
    loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        note("turn".to_string()).await?;
        let mut turn2 = 0_i64;
        'l3: loop {
            turn2 += 1;
            if turn2 > 2 { break; }
            match (maybe(perhaps.clone().unwrap_or_default()).await?, flag && true) {
                (Some(word4), true) => {
                    match kind(turn2).await {
                        Ok(flag) => {
                            note("arm".to_string()).await?;
                            let Kind::Sized(n7) = flag.clone() else {
                                if perhaps.is_none() {
                                    break 'l3;
                                }
                                break 'l3;
                            };
                        }
                        Err(failure5) => {
                            let cause6 = failure5.error().to_string();
                            {
                                note(cause6.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                            }
                        }
                    }
                }
                (Some(word4), false) if word4 == "a" => {
                }
                (None, _) | (_, false) => {
                }
            }
            match check(two.1.clone()).await {
                Ok(flag10) => {
                    note("arm".to_string()).await?;
                }
                Err(failure8) => return Err(failure8),
            }
        }
    }
    match (maybe(two.1.clone()).await?, flag && matches!(what, Kind::Sized(_) | Kind::Empty)) {
        (Some(word11), true) => {
            let Ok(word12) = text(word.clone()).await else {
                return Ok(flag);
            };
        }
        (Some(word11), false) if word11 == "a" => {
            note(format!("at {flag}/{word}/{turn1}/{word11}")).await?;
        }
        (None, _) | (_, false) => {
        }
    }
    note(two.1.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
    event(news.clone()).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(!(matches!(news, Event::Sent { times, .. } if times > 2)))
}
#[test]
fn w097_agrees() {
    agrees!(w097(n, flag, word, perhaps, lines, what, many, two, news));
}

#[workflow]
pub async fn w098(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, here: my_types::Spot, two: (i64, String), held_all: Vec<Parcel>) -> Result<my_types::Spot, Failure> {
    match (held.note.clone(), !(matches!(held.kind, Kind::Sized(_) | Kind::Empty))) {
        (Some(lines), true) => {
            note("arm".to_string()).await?;
        }
        (Some(lines), false) if lines == "a" => {
            note(format!("at {n}/{word}/{lines}")).await?;
        }
        (None, _) | (_, false) => {
            let Ok(n1) = pair(here.y, held.label.code).await else {
                if let Some(word2) = perhaps.clone() {
                    {
                        if check(two.1).await? {
                            note(format!("at {n}/{word}/{word2}")).await?;
                        } else {
                            return Ok(my_types::Spot { x: n, y: here.y });
                        }
                    }
                    match risky(held.note.clone().unwrap_or_default()).await {
                        Ok(n5) => {
                            let mut turn7 = 0_i64;
                            loop {
                                turn7 += 1;
                                if turn7 > 2 { break; }
                                let mut n8: i64 = number(held_all.iter().map(|of| of.size % 9).sum::<i64>()).await?;
                                n8 = (n8 + 3) % 100;
                                let held9: Parcel = held.clone();
                                let n10: i64 = held9.label.code;
                            }
                        }
                        Err(Trouble::Busy) => {
                            note(format!("at {n}/{word}/{word2}")).await?;
                        }
                        Err(Trouble::Bad { why: word6, .. }) => {
                        }
                        Err(Trouble::Closed(word6)) => {
                            note(format!("at {n}/{word}/{word2}/{word6}")).await?;
                        }
                        Err(other3) => return Err(other3.into()),
                    }
                } else {
                }
                return Ok(held.spot);
            };
            match (held.note.clone(), held.count == Some(2)) {
                (Some(word11), true) => {
                    note("arm".to_string()).await?;
                }
                (Some(word11), false) if word11 == "a" => {
                }
                (None, _) | (_, false) => {
                }
            }
        }
    }
    let mut perhaps12: Option<String> = maybe(two.1.clone()).await?;
    sleep(Duration::from_secs(78)).await;
    note(format!("at {n}/{word}")).await?;
    note(perhaps12.clone().unwrap_or_default()).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    Ok(held.spot)
}
#[test]
fn w098_agrees() {
    agrees!(w098(n, word, perhaps, lines, held, sizes, many, here, two, held_all));
}

#[workflow]
pub async fn w099(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, many: Option<i64>, here: my_types::Spot, held_all: Vec<Parcel>, news: Event) -> Result<Option<String>, Failure> {
    let news: Event = Event::Sent { to: word.clone(), times: here.y, why: perhaps.clone() };
    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        match news.clone() {
            Event::Sent { to: many, times: n2, why: Some(_), .. } => {
                match (here, count(None::<i64>).await?) {
                    (my_types::Spot { x: 0, y: n3 }, _) => {
                        if check(format!("{flag}/{n3}")).await? {
                            note("arm".to_string()).await?;
                        } else {
                            {
                                sleep(Duration::from_secs(59)).await;
                            }
                            let mut turn5 = 0_i64;
                            while turn5 < 2 && false {
                                turn5 += 1;
                                sleep(Duration::from_secs(11)).await;
                                let mut n2: Option<String> = maybe(lines.join("-")).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                            }
                        }
                    }
                    (my_types::Spot { x: n3, .. }, Some(n4)) => {
                        let held6: Parcel = Parcel { name: "c".to_string(), size: (n) % 50 - (here.x) % 7, note: None::<String>, lines: vec!["a".to_string(), word1.clone()], kind: Kind::Named { name: lines.join("-"), size: n }, label: Label { text: "a".to_string(), code: n3 }, count: None::<i64>, spot: here };
                        let Parcel { lines: lines7, kind: what8, .. } = held6;
                        let what9: Kind = Kind::Named { name: word.clone(), size: 0 };
                    }
                    (_, None) => {
                        note(format!("at {word}/{word1}/{many}/{n2}")).await?;
                    }
                    _ => {
                        note(format!("at {word}/{word1}/{many}/{n2}")).await?;
                    }
                }
            }
            Event::Sent { times: n2, .. } => {
                note(format!("at {flag}/{word}/{word1}/{n2}")).await?;
            }
            Event::Lost(my_types::Loss { at: many }) => {
                note(format!("at {n}/{flag}/{word}/{word1}")).await?;
            }
            Event::Nothing => {
                note(format!("at {n}/{flag}/{word}/{word1}")).await?;
            }
        }
        Ok(BTreeMap::<String, i64>::new())
    }).await?;
    let mut held_all: (i64, String) = (6, word.clone());
    note(format!("at {n}/{flag}/{word}")).await?;
    both(held_all.0, held_all.1.clone()).await?;
    event(news.clone()).await?;
    between(here, here).await?;
    Ok(maybe(held_all.1).await?)
}
#[test]
fn w099_agrees() {
    agrees!(w099(n, flag, word, perhaps, lines, what, many, here, held_all, news));
}
