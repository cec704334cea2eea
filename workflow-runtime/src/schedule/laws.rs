//! Laws that all schedules keep: against the clock on the wall, minute by minute, and day by day.

#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;
use jiff::Zoned;
use jiff::civil::Date;
use proptest::prelude::*;

/// A field as somebody writes it.
fn field(low: u16, high: u16) -> impl Strategy<Value = String> {
    let number = move || low..=high;
    let part = prop_oneof![
        4 => number().prop_map(|it| it.to_string()),
        2 => (number(), number()).prop_map(|(a, b)| format!("{}-{}", a.min(b), a.max(b))),
        1 => (number(), number(), 1..=high).prop_map(|(a, b, s)| format!("{}-{}/{s}", a.min(b), a.max(b))),
        1 => (number(), 1..=high).prop_map(|(a, s)| format!("{a}/{s}")),
    ];
    let parts = proptest::collection::vec(part, 1..4).prop_map(|it| it.join(","));
    prop_oneof![3 => Just("*".to_owned()), 1 => (1..=high).prop_map(|s| format!("*/{s}")), 3 => parts]
}

fn zone() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "UTC",
        "Europe/Zurich",
        "America/New_York",
        "America/Santiago",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Asia/Kathmandu",
        "Pacific/Apia",
        "America/St_Johns",
    ])
}

/// True if a part of a field allows a number: by counting, apart from the parser.
fn allows(field: &str, number: i32, low: i32, high: i32) -> bool {
    field.split(',').any(|part| {
        let (range, step) =
            part.split_once('/').map_or((part, 1), |(r, s)| (r, s.parse().unwrap()));
        let (from, to) = match range.split_once('-') {
            _ if range == "*" => (low, high),
            Some((from, to)) => (from.parse().unwrap(), to.parse().unwrap()),
            None if part.contains('/') => (range.parse().unwrap(), high),
            None => (range.parse().unwrap(), range.parse().unwrap()),
        };
        (from..=to).contains(&number) && (number - from) % step == 0
    })
}

fn matches(fields: &[String], time: &Zoned) -> bool {
    let (day, weekday) = (&fields[2], &fields[4]);
    let days = allows(day, time.day().into(), 1, 31);
    let number: i32 = time.weekday().to_sunday_zero_offset().into();
    let weekdays = allows(weekday, number, 0, 6) || number == 0 && allows(weekday, 7, 0, 6);
    let starred = day.starts_with('*') || weekday.starts_with('*');
    allows(&fields[0], time.minute().into(), 0, 59)
        && allows(&fields[1], time.hour().into(), 0, 23)
        && allows(&fields[3], time.month().into(), 1, 12)
        && if starred { days && weekdays } else { days || weekdays }
}

/// True if the clocks of the zone have shown this already.
fn is_second(time: &Zoned) -> bool {
    let there = time.time_zone().to_ambiguous_timestamp(time.datetime());
    there.earlier().is_ok_and(|first| first < time.timestamp())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// The times of an expression are those of the clock on the wall, minute by minute.
    #[test]
    fn times_are_those_that_one_finds_minute_by_minute(
        fields in (field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6)),
        zone in zone(),
        // Days around changes of clocks, besides any.
        day in prop_oneof![
            prop::sample::select(vec![20541_i64, 20519, 20751, 20758, 20730, 20700, 15337, 20548, 20497, 20535]),
            20_400_i64..22_000,
        ],
        second in 0_i64..86_400,
    ) {
        let fields = [fields.0, fields.1, fields.2, fields.3, fields.4];
        let text = fields.join(" ");
        let Ok(schedule) = Schedule::parse(&text, zone) else {
            // Of what is written like this, only a day that never comes is refused.
            let error = Schedule::parse(&text, zone).unwrap_err().to_string();
            prop_assert!(error.contains("there is no such day"), "{error}");
            return Ok(());
        };
        let start = Timestamp::from_second(day * 86_400 + second).unwrap();
        let mut found = vec![];
        let first_minute = (start.as_second() / 60 + 1) * 60;
        for minute in 0..3 * 1_440 {
            let time = Timestamp::from_second(first_minute + minute * 60).unwrap();
            let shown = Zoned::new(time, schedule.zone.clone());
            if matches(&fields, &shown) && !is_second(&shown) {
                found.push(time);
            }
        }
        let end = Timestamp::from_second(first_minute + 3 * 1_440 * 60 - 1).unwrap();
        let times = std::iter::successors(schedule.next(start), |time| schedule.next(*time));
        let times: Vec<_> = times.take_while(|time| *time <= end).collect();
        prop_assert_eq!(&times, &found, "{} in {} after {}", text, zone, start);
        // The last ones are the end of the same list.
        for most in [1, 3, 50] {
            let last = schedule.last(start, end, most);
            prop_assert_eq!(&last[..], &found[found.len().saturating_sub(most)..]);
        }
    }

    /// Each day that the fields of EventBridge choose is found by looking at all days.
    #[test]
    fn days_of_eventbridge_are_found(
        day in prop_oneof![
            Just("L".to_owned()), (1..=31).prop_map(|it| format!("{it}W")), field(1, 31),
        ],
        weekday in prop_oneof![
            Just("L".to_owned()), (1..=7).prop_map(|it| format!("{it}L")),
            (1..=7, 1..=5).prop_map(|(day, nth)| format!("{day}#{nth}")), field(1, 7),
        ],
        by_month in any::<bool>(),
        year in 1970_i16..2199,
    ) {
        let (day, weekday) = if by_month { (&*day, "?") } else { ("?", &*weekday) };
        let text = format!("cron(0 0 {day} * {weekday} {year})");
        // A fifth weekday may be missing in no year, a step may leave nothing out: all are days.
        let schedule = Schedule::parse(&text, "UTC").unwrap();
        let first = Date::new(year, 1, 1).unwrap();
        let working = |date: Date| (1..=5).contains(&date.weekday().to_monday_one_offset());
        let is_day = |date: Date| {
            let number = i32::from(date.weekday().to_sunday_zero_offset()) + 1;
            let month: i32 = date.day().into();
            if let Some(of) = day.strip_suffix('W') {
                let of: i32 = of.parse().unwrap();
                let last = i32::from(date.days_in_month());
                // The nearest of the working days of the month; there are never two.
                let nearest = (1..=last).map(|it| date.with().day(it as i8).build().unwrap());
                let nearest = nearest.filter(|it| working(*it)).min_by_key(|it| (i32::from(it.day()) - of).abs());
                of <= last && nearest == Some(date)
            } else if day == "L" {
                date.tomorrow().map_or(true, |it| it.day() == 1)
            } else if day != "?" {
                allows(day, month, 1, 31)
            } else if weekday == "L" {
                number == 7
            } else if let Some(of) = weekday.strip_suffix('L') {
                number.to_string() == of && month + 7 > date.days_in_month().into()
            } else if let Some((of, nth)) = weekday.split_once('#') {
                number.to_string() == of && ((month - 1) / 7 + 1).to_string() == nth
            } else {
                allows(weekday, number, 1, 7)
            }
        };
        let days = first.series(Span::new().days(1)).take_while(|it| it.year() == year);
        let found: Vec<_> = days.filter(|date| is_day(*date)).collect();
        let before = TimeZone::UTC.to_timestamp(first.at(0, 0, 0, 0)).unwrap() - Span::new().seconds(1);
        let times = std::iter::successors(schedule.next(before), |time| schedule.next(*time));
        let times: Vec<_> = times.map(|it| TimeZone::UTC.to_datetime(it).date()).collect();
        prop_assert_eq!(times, found, "{}", text);
    }

    /// A rate comes at its beginning and after each period, and never between.
    #[test]
    fn rates_have_even_steps(period in 1_u64..100_000, start in -1_000_i64..1_000, after in -300_000_i64..300_000) {
        let second = |it| Timestamp::from_second(1_800_000_000 + it).unwrap();
        let schedule = Schedule::every(Duration::from_secs(period)).unwrap().starting(second(start));
        let next = schedule.next(second(after)).unwrap();
        let passed = next.as_second() - second(start).as_second();
        prop_assert!(next > second(after) && passed >= 0 && passed % period as i64 == 0);
        prop_assert!(passed == 0 || next.as_second() - period as i64 <= second(after).as_second());
    }

    /// Any text is read or refused, in bounded time, and what is read is read again.
    #[test]
    fn any_text_is_read_or_refused(
        text in prop_oneof![
            "[0-9*/,?LW#A-Z -]{0,40}", "cron\\([0-9*/,?LW# -]{0,40}\\)", "(rate|at)\\([0-9a-zT: -]{0,24}\\)", ".{0,300}",
        ],
        zone in prop_oneof![Just("Europe/Zurich".to_owned()), ".{0,40}"],
        after in any::<i64>(),
    ) {
        let began = std::time::Instant::now();
        match Schedule::parse(&text, &zone) {
            Ok(schedule) => {
                prop_assert_eq!(&Schedule::parse(schedule.text(), schedule.zone()).unwrap(), &schedule);
                let after = Timestamp::from_second(after % 250_000_000_000).unwrap_or(Timestamp::MAX);
                prop_assert!(schedule.next(after).is_none_or(|time| time > after));
            }
            Err(error) => prop_assert!(error.to_string().len() < 1_000, "{error}"),
        }
        prop_assert!(began.elapsed() < std::time::Duration::from_secs(2));
    }
}
