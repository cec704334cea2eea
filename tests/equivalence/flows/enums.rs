//! Enums in all taggings, renamed fields, newtypes, struct update.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "snake_case")]
pub enum Outside {
    JustNow,
    Later(u32),
    Between(u32, String),
    #[serde(rename = "at-place")]
    AtPlace {
        #[serde(rename = "theTown")]
        town: String,
        zip: Option<u32>,
    },
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(tag = "kind", rename_all_fields = "camelCase")]
pub enum Inside {
    Empty,
    Point {
        x_pos: i32,
        y_pos: i32,
    },
    #[serde(rename = "named")]
    Named {
        the_name: String,
    },
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(tag = "t", content = "c")]
pub enum Beside {
    None,
    One(String),
    Many(Vec<u32>),
    Pair(u32, u32),
    Inner { inside: Inside },
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Meters(pub u32);
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(transparent)]
pub struct Label {
    pub text: String,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Data)]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
pub enum Color {
    DarkRed,
    Green,
    Blue,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
pub struct Thing {
    pub first_part: Outside,
    pub second_part: Inside,
    pub third_part: Beside,
    pub how_far: Meters,
    pub its_label: Label,
    pub main_color: Color,
}

#[task]
pub async fn outside(of: Outside) -> Result<Outside, Failure> {
    Ok(of)
}
#[task]
pub async fn inside(of: Inside) -> Result<Inside, Failure> {
    Ok(of)
}
#[task]
pub async fn beside(of: Beside) -> Result<Beside, Failure> {
    Ok(of)
}
#[task]
pub async fn paint(of: Thing, color: Color) -> Result<Thing, Failure> {
    Ok(Thing { main_color: color, ..of })
}

/// Each tagging matched with states, and with values.
#[workflow]
pub async fn tagged(of: Thing) -> Result<(String, Inside, Beside), Failure> {
    let first = match outside(of.first_part.clone()).await? {
        Outside::JustNow => "now".to_string(),
        Outside::Later(n) if n > 3 => text(format!("later {n}")).await?,
        Outside::Later(n) => format!("soon {n}"),
        Outside::Between(n, what) => two(what, i64::from(n)).await?,
        Outside::AtPlace { town, zip: Some(zip) } => format!("{town} {zip}"),
        Outside::AtPlace { town, zip: None } => town,
    };
    let second = match inside(of.second_part).await? {
        Inside::Empty => Inside::Named { the_name: first.clone() },
        Inside::Point { x_pos, y_pos } if x_pos == y_pos => Inside::Empty,
        Inside::Point { x_pos, .. } => {
            let y = number(i64::from(x_pos)).await?;
            Inside::Point { x_pos: (y % 100) as i32, y_pos: x_pos }
        }
        named => named,
    };
    let third = match of.third_part {
        Beside::None => Beside::One(first.clone()),
        Beside::One(word) => {
            note(word).await?;
            Beside::None
        }
        Beside::Many(list) if list.is_empty() => Beside::Many(vec![1]),
        Beside::Many(list) => Beside::Pair(list[0], list.len() as u32),
        Beside::Pair(a, b) => Beside::Many(vec![b, a]),
        Beside::Inner { inside: Inside::Point { x_pos, y_pos } } => {
            Beside::Inner { inside: Inside::Point { x_pos: y_pos, y_pos: x_pos } }
        }
        Beside::Inner { inside } => Beside::Inner { inside },
    };
    let third = beside(third).await?;
    Ok((first, second, third))
}

/// Newtypes, transparent structs, struct update, comparison of enums.
#[workflow]
pub async fn updated(of: Thing) -> Result<(Thing, u32, bool), Failure> {
    let far = of.how_far.0 + 1;
    let painted =
        paint(of.clone(), if of.main_color == Color::Green { Color::Blue } else { Color::Green })
            .await?;
    let mut thing =
        Thing { how_far: Meters(far), its_label: Label { text: format!("{far}") }, ..painted };
    thing.how_far.0 += 5;
    if let Inside::Point { x_pos, .. } = &thing.second_part
        && *x_pos > 0
    {
        note(format!("{x_pos}")).await?;
        thing.main_color = Color::DarkRed;
    }
    let same = matches!(thing.first_part, Outside::Later(_) | Outside::Between(..))
        || thing.main_color == of.main_color;
    let label = thing.its_label.text.clone();
    let found = count(label).await?;
    thing.third_part = Beside::Many(vec![found, thing.how_far.0]);
    Ok((thing, found, same))
}

/// A machine of states: an enum that is changed in a loop.
#[workflow]
pub async fn automaton(start: Outside) -> Result<Vec<Outside>, Failure> {
    let mut at = start;
    let mut passed = vec![];
    for step in 0..5_u32 {
        passed.push(at.clone());
        at = match at {
            Outside::JustNow => Outside::Later(step),
            Outside::Later(n) => {
                let what = text(format!("{n}")).await?;
                Outside::Between(n % 100 + step, what)
            }
            Outside::Between(n, what) if what.is_empty() => {
                Outside::AtPlace { town: what, zip: Some(n) }
            }
            Outside::Between(_, what) => Outside::AtPlace { town: what, zip: None },
            Outside::AtPlace { zip: Some(_), .. } => break,
            other => outside(other).await?,
        };
    }
    passed.push(at);
    Ok(passed)
}

/// Variants that have the names of the standard library's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    Reverse(u32),
    Ok(u32),
    Err(String),
    Some(u32),
    None,
}

#[task]
pub async fn steer(course: Course) -> Result<Course, Failure> {
    Ok(course)
}

/// Variants of the user's own that are named as what the library knows.
#[workflow]
pub async fn turned(n: u32) -> Result<Vec<Course>, Failure> {
    let course = if n > 5 { Course::Reverse(n) } else { Course::Ok(n) };
    let steered = steer(course.clone()).await?;
    let last = match steered {
        Course::Reverse(n) => Course::Some(n),
        Course::Ok(n) => Course::Err(format!("{n}")),
        Course::Some(_) => Course::None,
        other => other,
    };
    Ok(vec![course, last])
}

#[test]
fn turned_agrees() {
    prove!(turned(n): steer; failing = 1).run();
}
#[test]
fn tagged_agrees() {
    prove!(tagged(of): outside, inside, beside, text, two, number, note; failing = 2, wild = 1, seeds = 300).run();
}
#[test]
fn updated_agrees() {
    prove!(updated(of): paint, note, count; failing = 2, wild = 1).run();
}
#[test]
fn automaton_agrees() {
    prove!(automaton(start): text, outside; failing = 2, wild = 1).run();
}
