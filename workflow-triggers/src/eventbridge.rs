//! Schedules as EventBridge Scheduler has them.

use crate::cron::{Cron, HOUR, MINUTE, MONTH};
use crate::days::{DAY, Days, WEEKDAY, WEEKDAYS};
use crate::numbers::{Numbers, Unit};
use crate::timetable::{Timetable, rate};

/// The most letters of a schedule (EventBridge Scheduler API Reference, `CreateSchedule`).
const LONGEST: usize = 256;

/// Writes a schedule for EventBridge: five fields of Unix become `cron(…)`, and what is EventBridge's own stays.
///
/// # Errors
/// Refuses what [`Timetable::read`] does, and what EventBridge does not have: a rate in seconds, a day that one of two fields
/// is enough for, more than 256 letters.
pub fn eventbridge(text: &str) -> Result<String, String> {
    let written = in_its_words(text)?;
    if written.len() > LONGEST {
        let length = written.len();
        return Err(format!(
            "EventBridge takes {LONGEST} letters, and it has {length} there: write two schedules"
        ));
    }
    Ok(written)
}

fn in_its_words(text: &str) -> Result<String, String> {
    match Timetable::read(text)? {
        Timetable::Rate(seconds) if seconds % 60 != 0 => Err(
            "EventBridge counts a rate in minutes, hours or days: the shortest is `rate(1 minute)`"
                .to_owned(),
        ),
        Timetable::Rate(seconds) if text.contains("second") => Ok(rate(seconds)),
        Timetable::Cron(cron) if cron.years.is_none() => six(text, &cron),
        Timetable::Rate(_) | Timetable::Cron(_) | Timetable::Once(..) => {
            Ok(text.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
        }
    }
}

/// Six fields in the place of five.
fn six(text: &str, cron: &Cron) -> Result<String, String> {
    let fields: Vec<&str> = text.split_ascii_whitespace().collect();
    let [minute, hour, day, month, _] = fields[..] else {
        return Err("five fields are minute, hour, day of the month, month and weekday".to_owned());
    };
    let (Days::Month(days), Days::Weekdays(weekdays)) = (&cron.days, &cron.weekdays) else {
        return Err("`L`, `W` and `#` stand in six fields, as `cron(0 8 L * ? *)`".to_owned());
    };
    let (all_days, all_weekdays) = (DAY.is_full(days), WEEKDAY.is_full(weekdays));
    let days = field(day, &DAY, days);
    let (day, weekday) = match (all_days, all_weekdays) {
        (true, true) => ("*".to_owned(), "?".to_owned()),
        // One of two is enough, and one has all.
        (true, false) | (false, true) if cron.either => ("*".to_owned(), "?".to_owned()),
        (true, false) => ("?".to_owned(), names(weekdays)),
        (false, true) => (days, "?".to_owned()),
        (false, false) => {
            return Err("EventBridge takes a day of the month or a weekday, not both: write two schedules, with `*` for one of the two in each".to_owned());
        }
    };
    let minute = field(minute, &MINUTE, &cron.minutes);
    let hour = field(hour, &HOUR, &cron.hours);
    let month = field(month, &MONTH, &cron.months);
    Ok(format!("cron({minute} {hour} {day} {month} {weekday} *)"))
}

/// A field as it was written; a step over all has its first number, and other steps are lists.
fn field(text: &str, unit: &Unit, numbers: &Numbers) -> String {
    if unit.is_full(numbers) {
        return "*".to_owned();
    }
    match text.strip_prefix("*/") {
        Some(step) if !step.contains(['/', ',']) => format!("{}/{step}", unit.low),
        _ if !text.contains('/') => text.to_ascii_uppercase(),
        _ => numbers.all().iter().map(ToString::to_string).collect::<Vec<_>>().join(","),
    }
}

/// Weekdays by their names, three and more in a row as a range.
fn names(weekdays: &Numbers) -> String {
    let name = |day: &u16| WEEKDAYS.get(usize::from(*day)).copied().unwrap_or_default();
    let mut parts = vec![];
    for row in weekdays.all().chunk_by(|a, b| a + 1 == *b) {
        match row {
            [first, _, .., last] => parts.push(format!("{}-{}", name(first), name(last))),
            few => parts.extend(few.iter().map(|it| name(it).to_owned())),
        }
    }
    parts.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_fields_become_six() {
        for (text, expected) in [
            ("0 8 * * MON-FRI", "cron(0 8 ? * MON-FRI *)"),
            ("*/15 9-17 * jan,feb 1,2", "cron(0/15 9-17 ? JAN,FEB MON,TUE *)"),
            ("30 6 1,15 * *", "cron(30 6 1,15 * ? *)"),
            ("0 0 */2 * *", "cron(0 0 1/2 * ? *)"),
            ("10-40/15 0 * * *", "cron(10,25,40 0 * * ? *)"),
            ("0 0 * * 7", "cron(0 0 ? * SUN *)"),
            ("0 0 * * SAT-SUN", "cron(0 0 ? * SUN,SAT *)"),
            ("0 0 * * 5-7", "cron(0 0 ? * SUN,FRI,SAT *)"),
            ("* * * * *", "cron(* * * * ? *)"),
            ("0 0 * * 0-6", "cron(0 0 * * ? *)"),
            ("0 0 1-31 * MON", "cron(0 0 * * ? *)"),
            (" 0  0 * * * ", "cron(0 0 * * ? *)"),
            ("cron(0 8  L * ? *)", "cron(0 8 L * ? *)"),
            ("rate(60 minutes)", "rate(60 minutes)"),
            ("rate(300 seconds)", "rate(5 minutes)"),
            ("at(2030-01-01T00:00:00)", "at(2030-01-01T00:00:00)"),
        ] {
            assert_eq!(eventbridge(text).as_deref(), Ok(expected), "{text}");
        }
    }

    /// The six fields allow the minutes that the five do.
    #[test]
    fn both_have_the_same_days() {
        use crate::day::{Day, Minute};
        for text in [
            "0 8 * * MON-FRI",
            "0 0 */3 * *",
            "5/20 1-20/6 * 2,7 *",
            "0 0 * * */2",
            "0 0 * * 6,7",
            "0 0 2-20 * *",
            "7 3 * 4-9/2 tue",
        ] {
            let read = |text: &str| match Timetable::read(text) {
                Ok(Timetable::Cron(cron)) => Some(cron),
                _ => None,
            };
            let six = eventbridge(text).unwrap_or_default();
            let both = read(text).zip(read(&six));
            assert!(both.is_some(), "{text}: {six}");
            let Some((five, six)) = both else { continue };
            let mut from = Day::new(2027, 12, 1).map(|day| Minute { day, hour: 0, minute: 0 });
            for _ in 0..400 {
                let Some(at) = from else { break };
                let next = five.first(at, Cron::horizon(at.day));
                assert_eq!(next, six.first(at, Cron::horizon(at.day)), "{text}");
                // From the minute behind it on.
                from = next.and_then(|it| match (it.minute, it.hour) {
                    (59, 23) => it.day.tomorrow().map(|day| Minute { day, hour: 0, minute: 0 }),
                    (59, hour) => Some(Minute { hour: hour + 1, minute: 0, ..it }),
                    (minute, _) => Some(Minute { minute: minute + 1, ..it }),
                });
            }
        }
    }

    #[test]
    fn the_rest_is_refused() {
        for (text, expected) in [
            ("0 0 13 * FRI", "a day of the month or a weekday, not both"),
            ("0 0 */2 * MON", "a day of the month or a weekday, not both"),
            ("rate(90 seconds)", "the shortest is `rate(1 minute)`"),
            ("daily", "it has 1 field"),
            ("0 0 30 2 *", "no such day"),
            ("0-58/1 0-22/1 1-30/1 1-11/1 *", "EventBridge takes 256 letters, and it has"),
        ] {
            let found = eventbridge(text).err().unwrap_or_default();
            assert!(found.contains(expected), "{text}: {found}");
        }
    }
}
