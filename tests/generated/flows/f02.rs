//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w010(n: i64, flag: bool, word: String, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    'l1: for cx in vec!["north".to_string(), word.clone()] {
        note("turn".to_string()).await?;
        match word.as_str() {
            "a" | "b" => {
                map(vec![cx.clone(), word.clone()], async |word3| {
                    if !(true) {
                        return Ok(vec![Parcel { name: word3.clone(), size: 5, note: None::<String>, lines: Vec::<String>::new(), kind: Kind::Sized(-1), label: Label { text: cx.clone(), code: (3) % 50 - (n) % 7 }, count: None::<i64>, spot: my_types::Spot { x: cx.len() as i64, y: n } }]);
                    }
                    for n6 in 0..2_i64 {
                        note("turn".to_string()).await?;
                        if true {
                            break;
                        }
                        if let Kind::Sized(n7) = kind(n).await? {
                            note("arm".to_string()).await?;
                            let held8: Parcel = Parcel { name: word3.clone(), size: 6, note: None::<String>, lines: vec![cx.clone()], kind: Kind::Empty, label: Label { text: word.clone(), code: 2 }, count: sizes.get("b").copied(), spot: my_types::Spot { x: n, y: 3 } };
                            let n6: Kind = held8.kind;
                            let perhaps9: Option<String> = held8.note.clone();
                        } else {
                            note(format!("at {word}/{cx}/{word3}/{n6}")).await?;
                        }
                    }
                    Ok(vec![Parcel { name: word3.clone(), size: n, note: None::<String>, lines: Vec::<String>::new(), kind: Kind::Sized(n), label: Label { text: "north".to_string(), code: 2 }, count: Some(n), spot: my_types::Spot { x: n, y: -2 } }])
                }).await?;
                let Kind::Sized(n10) = kind(sizes.get(&word).copied().unwrap_or(1)).await? else {
                    let mut many11: Option<i64> = count(sizes.get("north").copied()).await?;
                    if false {
                        continue 'l1;
                    }
                    break 'l1;
                };
            }
            "north" => {
            }
            _ => {
                note(format!("at {n}/{flag}/{word}/{cx}")).await?;
            }
        }
        let sizes: BTreeMap<String, i64> = sizes.clone();
    }
    let mut flag: Vec<Parcel> = boxes(vec![Parcel { name: word.clone(), size: n, note: Some("".to_string()), lines: vec!["a".to_string(), word.clone()], kind: Kind::Empty, label: Label { text: "b".to_string(), code: 5 }, count: sizes.get("north").copied(), spot: my_types::Spot { x: n, y: 1 } }], (n) % 50 + (n) % 7).await?;
    let held12: Parcel = Parcel { name: word.clone(), size: 5, note: None::<String>, lines: vec![word.clone(), word.clone()], kind: Kind::Named { name: word.clone(), size: flag.len() as i64 }, label: Label { text: word.clone(), code: flag.len() as i64 }, count: sizes.get("north").copied(), spot: my_types::Spot { x: n, y: n } };
    let flag: String = held12.name;
    note(format!("at {n}/{word}/{flag}")).await?;
    Ok(held12.note.clone())
}
#[test]
fn w010_agrees() {
    agrees!(w010(n, flag, word, sizes));
}

#[workflow]
pub async fn w011(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>, two: (i64, String)) -> Result<String, Failure> {
    let mut here1: my_types::Spot = match held.kind.clone() {
        Kind::Sized(n2) if n2 > 3 => {
            spot(my_types::Spot { x: held.spot.x, y: held.note.as_ref().map_or(4, |of| of.len() as i64) }).await?
        }
        Kind::Sized(n2) => {
            held.spot
        }
        Kind::Named { name: word4, size: n3 } => {
            {
                let word: Event = match (number(n3).await?) % 6 {
                    0 => {
                        let mut word: Parcel = pack(word4.clone(), (held.label.code) % 50 + (held.count.unwrap_or(2)) % 7, held.spot == held.spot, held.count).await?;
                        Event::Sent { to: two.1.clone(), times: word.lines.len() as i64, why: Some(word.name.clone()) }
                    }
                    1 | 2 => {
                        Event::Nothing
                    }
                    lines if lines > 3 => {
                        let mut sizes: BTreeMap<String, i64> = sizes.clone();
                        Event::Lost(my_types::Loss { at: held.spot })
                    }
                    _ => {
                        let (n5, word6) = two;
                        Event::Lost(my_types::Loss { at: between(held.spot, held.spot).await? })
                    }
                };
                match held.name.as_str() {
                    "a" | "b" => {
                        note("arm".to_string()).await?;
                    }
                    "north" => {
                    }
                    _ => {
                        let mut lines7: Vec<String> = lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
                        lines7.push("a".to_string());
                        let mut turn8 = 0_i64;
                        'l9: loop {
                            turn8 += 1;
                            if turn8 > 2 { break; }
                            note("turn".to_string()).await?;
                        }
                    }
                }
            }
            my_types::Spot { x: held.label.code, y: held.spot.x }
        }
        Kind::Empty => {
            held.spot
        }
    };
    let word: Vec<String> = list(word.clone()).timeout(Duration::from_secs(3)).await?;
    let mut workflow: Event = Event::Nothing;
    note(format!("at {flag}")).await?;
    event(workflow.clone()).await?;
    note(word.join("-")).await?;
    between(here1, here1).await?;
    Ok(held.label.text.clone())
}
#[test]
fn w011_agrees() {
    agrees!(w011(flag, word, perhaps, lines, what, held, sizes, two));
}

#[workflow]
pub async fn w012(word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, many: Option<i64>, two: (i64, String), held_all: Vec<Parcel>) -> Result<i64, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        note("turn".to_string()).await?;
        if let Kind::Sized(n3) = what.clone() {
            match two.1.as_str() {
                "a" | "b" => {
                    let mut turn4 = 0_i64;
                    let next6: Option<String> = perhaps.clone();
                    'l5: while let Some(word7) = next6.clone() {
                        if turn4 > 1 { break; }
                        turn4 += 1;
                        note("turn".to_string()).await?;
                        break 'l5;
                    }
                }
                "north" => {
                    break 'l2;
                }
                _ => {
                }
            }
            {
                note(lines.join("-")).await?;
                let Ok(many8) = count(None::<i64>).await else {
                    match word.as_str() {
                        "a" | "b" => {
                            let turn1: i64 = n3;
                            let mut n9: i64 = number(4).await?;
                            n9 = (n9 + 3) % 100;
                        }
                        "north" => {
                            break 'l2;
                        }
                        "" if turn1 > -1 => {
                        }
                        _ => {
                            note(format!("at {word}/{turn1}/{n3}")).await?;
                        }
                    }
                    let mut many: String = text(two.1.clone()).await?;
                    continue 'l2;
                };
            }
        }
        let held10: Parcel = Parcel { name: two.1.clone(), size: turn1, note: perhaps.clone(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: what.clone(), label: Label { text: word.clone(), code: turn1 }, count: many, spot: my_types::Spot { x: turn1, y: held_all.iter().map(|of| of.size % 9).sum::<i64>() } };
        let n11: i64 = held10.label.code;
    }
    let mut many12: Option<i64> = many;
    many12 = Some(held_all.iter().map(|of| of.size % 9).sum::<i64>());
    let many12: i64 = two.0;
    note(format!("at {word}/{turn1}/{many12}")).await?;
    boxes(held_all.clone(), 1).await?;
    both(two.0, two.1.clone()).await?;
    count(many).await?;
    Ok(turn1)
}
#[test]
fn w012_agrees() {
    agrees!(w012(word, perhaps, lines, what, many, two, held_all));
}

#[workflow]
pub async fn w013(n: i64, flag: bool, word: String, lines: Vec<String>, sizes: BTreeMap<String, i64>, news: Event) -> Result<BTreeMap<String, i64>, Failure> {
    map(vec![word.clone(), "b".to_string()], async |news| {
        let mut turn1 = 0_i64;
        'l2: loop {
            turn1 += 1;
            if turn1 > 2 { break; }
            if true {
                note(format!("at {flag}/{word}/{news}/{turn1}")).await?;
            } else {
                match (turn1) % 6 {
                    0 => {
                        if sizes.is_empty() {
                            break 'l2;
                        }
                        let mut sizes3: BTreeMap<String, i64> = table(news.clone()).await?;
                    }
                    1 | 2 => {
                        note(format!("at {flag}/{word}/{news}/{turn1}")).await?;
                    }
                    it if it > 3 => {
                        note(format!("at {word}/{news}/{turn1}/{it}")).await?;
                    }
                    _ => {
                        let mut turn4 = 0_i64;
                        let next5: Option<String> = Some("a".to_string());
                        while let Some(word6) = next5.clone() {
                            if turn4 > 1 { break; }
                            turn4 += 1;
                            note(word.clone()).await?;
                        }
                        let mut here7: my_types::Spot = my_types::Spot { x: n, y: turn1 };
                        here7.x = (here7.y + 1) % 100;
                    }
                }
                if check(news.clone()).await? {
                    note(format!("at {flag}/{word}/{news}/{turn1}")).await?;
                } else if flag && false {
                    let flag: String = news.clone();
                    let lines: BTreeMap<String, i64> = table(word.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                } else {
                }
            }
            let held8: Parcel = Parcel { name: "a".to_string(), size: turn1, note: None::<String>, lines: lines.clone(), kind: Kind::Sized(n), label: Label { text: news.clone(), code: turn1 }, count: sizes.get("").copied(), spot: my_types::Spot { x: n, y: (n) % 50 + (turn1) % 7 } };
            let many9: Option<i64> = held8.count;
        }
        Ok(my_types::Spot { x: n, y: lines.len() as i64 })
    }).await?;
    let mut n10: i64 = number(n).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    let word: Kind = Kind::Sized(-1);
    note(format!("at {n}/{flag}/{n10}")).await?;
    event(news.clone()).await?;
    note(lines.join("-")).await?;
    Ok(sizes.clone())
}
#[test]
fn w013_agrees() {
    agrees!(w013(n, flag, word, lines, sizes, news));
}

#[workflow]
pub async fn w014(word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>, many: Option<i64>, news: Event) -> Result<Parcel, Failure> {
    if let Some(word1) = perhaps.clone() {
        match (held.spot, held.count) {
            (my_types::Spot { x: 0, y: n2 }, _) => {
                note(format!("at {word}/{word1}/{n2}")).await?;
            }
            (my_types::Spot { x: n2, .. }, Some(n3)) => {
                let mut turn4 = 0_i64;
                'l5: while turn4 < 2 && n2 > 2 {
                    turn4 += 1;
                    sleep(Duration::from_secs(word.len() as u64)).await;
                    match (maybe("north".to_string()).await?, perhaps.is_none()) {
                        (Some(word6), true) => {
                            {
                                let what7: Kind = kind(n2).timeout(Duration::from_secs(3)).await?;
                                let news: Parcel = pack(format!("{word}/{word6}"), held.count.unwrap_or(-2), held.count == Some(-1), many).await?;
                            }
                            let mut turn8 = 0_i64;
                            loop {
                                turn8 += 1;
                                if turn8 > 2 { break; }
                                note("turn".to_string()).await?;
                                if word6 == "c" {
                                    break;
                                }
                            }
                        }
                        (Some(word6), false) if word6 == "a" => {
                        }
                        (None, _) | (_, false) => {
                            match maybe(held.note.clone().unwrap_or_default()).await? {
                                Some(word9) => {
                                    note(format!("at {n2}/{n3}/{turn4}/{word9}")).await?;
                                }
                                None => {
                                    note(format!("at {word1}/{n2}/{n3}/{turn4}")).await?;
                                }
                            }
                            if held.lines.contains(&word1) {
                                break 'l5;
                            }
                        }
                    }
                }
                let perhaps: Option<String> = Some(word.clone());
            }
            (_, None) => {
                note(format!("at {word}/{word1}")).await?;
            }
            _ => {
            }
        }
    } else {
        note(format!("at {word}")).await?;
    }
    let word: String = held.note.clone().unwrap_or_default();
    note(held.name.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    note(format!("at {word}")).await?;
    event(news.clone()).await?;
    count(many).await?;
    parcel(held.clone()).await?;
    Ok(held.clone())
}
#[test]
fn w014_agrees() {
    agrees!(w014(word, perhaps, held, sizes, many, news));
}
