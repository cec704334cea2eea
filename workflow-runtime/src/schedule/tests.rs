//! Schedules against a table, against the clock minute by minute, and against texts that mean harm.

#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;
use jiff::Zoned;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The next times of a schedule, as its zone shows them.
fn next(text: &str, zone: &str, from: &str, count: usize) -> Vec<String> {
    let schedule = Schedule::parse(text, zone).unwrap();
    let (mut after, mut found) = (at(from), vec![]);
    while found.len() < count
        && let Some(time) = schedule.next(after)
    {
        found.push(
            Zoned::new(time, schedule.zone.clone()).strftime("%Y-%m-%d %H:%M%:z").to_string(),
        );
        after = time;
    }
    found
}

fn refused(text: &str, zone: &str) -> String {
    Schedule::parse(text, zone).map(|it| it.to_string()).unwrap_err().to_string()
}

macro_rules! rows {
    ($($name:ident: $text:literal, $zone:literal, $from:literal => [$($time:literal),* $(,)?];)*) => {
        $(#[test]
        fn $name() {
            let times: &[&str] = &[$($time),*];
            // One more is asked for, so that an empty row means that none comes.
            let found = next($text, $zone, $from, times.len().max(1));
            assert_eq!(found, times, "{} in {}", $text, $zone);
        })*
    };
}

rows! {
    working_days: "0 8 * * MON-FRI", "Europe/Zurich", "2026-01-02T06:59:59Z" =>
        ["2026-01-02 08:00+01:00", "2026-01-05 08:00+01:00", "2026-01-06 08:00+01:00"];
    the_same_of_eventbridge: "cron(0 8 ? * MON-FRI *)", "Europe/Zurich", "2026-01-02T07:00:00Z" =>
        ["2026-01-05 08:00+01:00"];
    steps_in_a_range: "10-40/15 6,18 * * *", "UTC", "2026-01-01T06:10:30Z" =>
        ["2026-01-01 06:25+00:00", "2026-01-01 06:40+00:00", "2026-01-01 18:10+00:00"];
    a_step_from_a_number: "5/20 0 * * *", "UTC", "2026-01-01T00:05:00Z" =>
        ["2026-01-01 00:25+00:00", "2026-01-01 00:45+00:00", "2026-01-02 00:05+00:00"];
    names_in_any_case: "0 0 1 feb,Aug *", "UTC", "2026-01-01T00:00:00Z" =>
        ["2026-02-01 00:00+00:00", "2026-08-01 00:00+00:00"];
    sunday_is_seven: "0 0 * * 7", "UTC", "2026-01-01T00:00:00Z" =>
        ["2026-01-04 00:00+00:00", "2026-01-11 00:00+00:00"];
    a_range_to_sunday: "0 0 * * SAT-SUN", "UTC", "2026-01-01T00:00:00Z" =>
        ["2026-01-03 00:00+00:00", "2026-01-04 00:00+00:00", "2026-01-10 00:00+00:00"];
    every_second_weekday: "0 0 * * */2", "UTC", "2026-01-01T00:00:00Z" =>
        ["2026-01-03 00:00+00:00", "2026-01-04 00:00+00:00", "2026-01-06 00:00+00:00"];
    one_of_two_days_is_enough: "0 0 13 * FRI", "UTC", "2026-01-03T00:00:00Z" =>
        ["2026-01-09 00:00+00:00", "2026-01-13 00:00+00:00", "2026-01-16 00:00+00:00"];
    both_days_where_one_has_a_star: "0 0 */2 * FRI", "UTC", "2026-01-01T00:00:00Z" =>
        ["2026-01-09 00:00+00:00", "2026-01-23 00:00+00:00", "2026-02-13 00:00+00:00"];
    leap_days: "0 12 29 2 *", "UTC", "2026-01-01T00:00:00Z" =>
        ["2028-02-29 12:00+00:00", "2032-02-29 12:00+00:00"];
    leap_days_over_a_century: "0 12 29 2 *", "UTC", "2096-03-01T00:00:00Z" =>
        ["2104-02-29 12:00+00:00"];
    years_end: "cron(0 0 29 2 ? *)", "UTC", "2197-01-01T00:00:00Z" => [];
    the_end_of_the_month: "cron(0 8 L * ? *)", "UTC", "2028-01-31T08:00:00Z" =>
        ["2028-02-29 08:00+00:00", "2028-03-31 08:00+00:00", "2028-04-30 08:00+00:00"];
    saturday_is_the_last_of_the_week: "cron(0 8 ? * L *)", "UTC", "2026-01-01T00:00:00Z" =>
        ["2026-01-03 08:00+00:00"];
    the_last_friday: "cron(0 8 ? * 6L *)", "UTC", "2026-01-01T00:00:00Z" =>
        ["2026-01-30 08:00+00:00", "2026-02-27 08:00+00:00"];
    the_fifth_monday: "cron(0 8 ? * MON#5 *)", "UTC", "2026-01-01T00:00:00Z" =>
        ["2026-03-30 08:00+00:00", "2026-06-29 08:00+00:00"];
    the_second_tuesday: "cron(0 8 ? * 3#2 *)", "UTC", "2026-01-01T00:00:00Z" =>
        ["2026-01-13 08:00+00:00"];
    // 1 August 2026 is a Saturday, 15 November a Sunday, 31 May a Sunday.
    the_working_day_after_a_first: "cron(0 8 1W 8 ? *)", "UTC", "2026-01-01T00:00:00Z" =>
        ["2026-08-03 08:00+00:00", "2027-08-02 08:00+00:00", "2028-08-01 08:00+00:00"];
    the_working_day_near_the_middle: "cron(0 8 15W 11 ? *)", "UTC", "2026-01-01T00:00:00Z" =>
        ["2026-11-16 08:00+00:00", "2027-11-15 08:00+00:00"];
    the_working_day_before_the_end: "cron(0 8 31W * ? *)", "UTC", "2026-05-01T00:00:00Z" =>
        ["2026-05-29 08:00+00:00", "2026-07-31 08:00+00:00"];
    years_in_a_list: "cron(0 0 1 1 ? 2027,2030-2032/2)", "UTC", "2026-01-01T00:00:00Z" =>
        ["2027-01-01 00:00+00:00", "2030-01-01 00:00+00:00", "2032-01-01 00:00+00:00"];

    // Clocks go forward: the time does not exist, and is left out.
    spring_in_zurich: "30 2 * * *", "Europe/Zurich", "2026-03-28T00:00:00Z" =>
        ["2026-03-28 02:30+01:00", "2026-03-30 02:30+02:00"];
    spring_in_new_york: "30 2 * * *", "America/New_York", "2026-03-07T00:00:00Z" =>
        ["2026-03-07 02:30-05:00", "2026-03-09 02:30-04:00"];
    spring_in_sydney: "30 2 * * *", "Australia/Sydney", "2026-10-02T12:00:00Z" =>
        ["2026-10-03 02:30+10:00", "2026-10-05 02:30+11:00"];
    // Santiago goes forward at midnight.
    midnight_in_santiago: "0 0 * * *", "America/Santiago", "2026-09-04T12:00:00Z" =>
        ["2026-09-05 00:00-04:00", "2026-09-07 00:00-03:00"];
    half_an_hour_in_lord_howe: "15 2 * * *", "Australia/Lord_Howe", "2026-10-02T20:00:00Z" =>
        ["2026-10-05 02:15+11:00"];
    an_hour_is_left_out: "0 * * * *", "Europe/Zurich", "2026-03-28T23:30:00Z" =>
        ["2026-03-29 01:00+01:00", "2026-03-29 03:00+02:00"];
    a_day_is_left_out_in_samoa: "0 12 * * *", "Pacific/Apia", "2011-12-29T00:00:00Z" =>
        ["2011-12-29 12:00-10:00", "2011-12-31 12:00+14:00"];

    // Clocks go back: the time exists twice, and comes once, the first time.
    autumn_in_zurich: "30 2 * * *", "Europe/Zurich", "2026-10-24T12:00:00Z" =>
        ["2026-10-25 02:30+02:00", "2026-10-26 02:30+01:00"];
    asked_between_the_two: "30 2 * * *", "Europe/Zurich", "2026-10-25T00:45:00Z" =>
        ["2026-10-26 02:30+01:00"];
    asked_within_the_second: "*/15 2,3 * * *", "Europe/Zurich", "2026-10-25T01:20:00Z" =>
        ["2026-10-25 03:00+01:00"];
    autumn_in_new_york: "30 1 * * *", "America/New_York", "2026-10-31T12:00:00Z" =>
        ["2026-11-01 01:30-04:00", "2026-11-02 01:30-05:00"];
    autumn_in_sydney: "30 2 * * *", "Australia/Sydney", "2026-04-04T00:00:00Z" =>
        ["2026-04-05 02:30+11:00", "2026-04-06 02:30+10:00"];
    midnight_in_santiago_twice: "30 23 * * *", "America/Santiago", "2026-04-04T12:00:00Z" =>
        ["2026-04-04 23:30-03:00", "2026-04-05 23:30-04:00"];
    // Ireland has its winter time as the exception; Morocco goes back for Ramadan; Kathmandu has 45 minutes.
    autumn_in_dublin: "30 1 * * *", "Europe/Dublin", "2026-10-24T12:00:00Z" =>
        ["2026-10-25 01:30+01:00", "2026-10-26 01:30+00:00"];
    ramadan_in_casablanca: "30 2 15 2 *", "Africa/Casablanca", "2026-01-01T00:00:00Z" =>
        ["2026-02-15 02:30+01:00"];
    kathmandu: "0 8 * * *", "Asia/Kathmandu", "2026-01-01T00:00:00Z" =>
        ["2026-01-01 08:00+05:45"];

    minutes_pass_as_they_pass: "rate(90 minutes)", "Europe/Zurich", "2026-03-28T23:00:00Z" =>
        ["2026-03-29 01:30+01:00", "2026-03-29 04:00+02:00"];
    once: "at(2026-07-01T08:00:00)", "Asia/Tokyo", "2026-01-01T00:00:00Z" =>
        ["2026-07-01 08:00+09:00"];
    once_is_over: "at(2026-07-01T08:00:00)", "Asia/Tokyo", "2026-06-30T23:00:00Z" => [];
    the_first_of_two: "at(2026-10-25T02:30:00)", "Europe/Zurich", "2026-01-01T00:00:00Z" =>
        ["2026-10-25 02:30+02:00"];
    never_as_clocks_go_forward: "cron(30 2 29 3 ? 2026)", "Europe/Zurich", "2026-01-01T00:00:00Z" => [];
}

/// Texts that are refused, and how the reason begins.
const REFUSED: &[(&str, &str)] = &[
    (
        "0 25 * * *",
        "`25` is no hour: numbers from 0 to 23, lists as `1,2`, ranges as `1-5`, steps as `*/2`",
    ),
    ("60 * * * *", "`60` is no minute: numbers from 0 to 59, "),
    ("0 0 0 * *", "`0` is no day of the month: numbers from 1 to 31, "),
    ("0 0 * 13 *", "`13` is no month: numbers from 1 to 12, or JAN to DEC, "),
    ("0 0 * * 8", "`8` is no weekday: numbers from 0 to 7, or SUN to SAT, "),
    ("0 0 * * MONDAY", "`MONDAY` is no weekday: "),
    ("0 0 * * +1", "`+1` is no weekday: "),
    (
        "0 0 * * ",
        "it has 4 fields: five fields are minute, hour, day of the month, month and weekday; six are written `cron(…)`, with a year",
    ),
    ("0 0 * * * *", "it has 6 fields: "),
    ("", "it has 0 fields: "),
    ("@daily", "it has 1 field: "),
    ("1 2 3 4 5 6 7 8 9 10", "it has too many fields: "),
    (
        "0 0 * * 5-1",
        "the range `5-1` of the weekday ends before it begins: write two ranges with a comma between them",
    ),
    ("0 0 1- * *", "`` is no day of the month: "),
    ("0 0 ,1 * *", "`` is no day of the month: "),
    ("*/0 * * * *", "the step of `*/0` in the minute is a number from 1 to 60"),
    ("*/61 * * * *", "the step of `*/61` in the minute is a number from 1 to 60"),
    ("*/ * * * *", "the step of `*/` in the minute is a number from 1 to 60"),
    ("1/2/3 * * * *", "the step of `1/2/3` in the minute is "),
    (
        "0 0 L * *",
        "`L` is not known in five fields: write six, as `cron(0 8 L * ? *)`, which has a year and counts weekdays from Sunday, 1",
    ),
    ("0 0 15W * *", "`W` is not known in five fields: "),
    ("0 0 ? * MON", "`?` is not known in five fields: "),
    ("0 0 * * 5#2", "`#` is not known in five fields: "),
    ("0 0 * * 5L", "`L` is not known in five fields: "),
    ("0 0 30 2 *", "there is no such day in any of its months and years"),
    ("cron(0 0 31 4,6,9,11 ? *)", "there is no such day in any of its months and years"),
    ("cron(0 0 29 2 ? 2027)", "there is no such day in any of its months and years"),
    (
        "cron(0 8 * * MON *)",
        "one of day of the month and weekday is `?`, and only one (EventBridge has it so)",
    ),
    (
        "cron(0 8 ? * ? *)",
        "one of day of the month and weekday is `?`, and only one (EventBridge has it so)",
    ),
    (
        "cron(0 8 * * ?)",
        "it has 5 fields: `cron(…)` has six: minute, hour, day of the month, month, weekday and year",
    ),
    ("cron(0 8 ? * 0 *)", "`0` is no weekday: numbers from 1 to 7, or SUN to SAT, "),
    (
        "cron(0 8 ? * MON#6 *)",
        "`#` stands between one weekday and a number from 1 to 5, as in `MON#2`",
    ),
    (
        "cron(0 8 ? * MON#1,FRI#2 *)",
        "`#` stands between one weekday and a number from 1 to 5, as in `MON#2`",
    ),
    ("cron(0 8 1,L * ? *)", "`L` is no day of the month: "),
    ("cron(0 8 32W * ? *)", "`32` is no day of the month: "),
    ("cron(0 8 W * ? *)", "`W` is no day of the month: "),
    ("cron(0 8 * * ? 1969)", "`1969` is no year: numbers from 1970 to 2199, "),
    ("cron(0 8 * * ? 2200)", "`2200` is no year: "),
    ("cron(0 8 * * ? *", "with brackets it is `cron(…)`, `rate(…)` or `at(…)`"),
    ("daily(3)", "with brackets it is `cron(…)`, `rate(…)` or `at(…)`"),
    ("rate(5 minute)", "write `rate(5 minutes)`"),
    ("rate(1 hours)", "write `rate(1 hour)`"),
    ("rate(0 minutes)", "a rate is of a second at least, and of 366,000 days at most"),
    ("rate(366001 days)", "a rate is of a second at least, and of 366,000 days at most"),
    (
        "rate(9223372036854775807 days)",
        "a rate is of a second at least, and of 366,000 days at most",
    ),
    (
        "rate(-5 minutes)",
        "a rate is a number and a unit, as `rate(1 hour)` or `rate(5 minutes)`: seconds, minutes, hours, days",
    ),
    ("rate(5minutes)", "a rate is a number and a unit, "),
    ("rate(5 weeks)", "a rate is a number and a unit, "),
    ("rate()", "a rate is a number and a unit, "),
    ("at(2026-01-01)", "a time is written `at(2026-01-01T08:00:00)`, in the schedule's zone"),
    ("at(2026-01-01 08:00:00)", "a time is written "),
    ("at(2026-01-01T08:00:00Z)", "a time is written "),
    ("at(2026-02-30T08:00:00)", "a time is written "),
    (
        "at(2026-03-29T02:30:00)",
        "that time does not exist in Europe/Zurich: clocks go forward there",
    ),
];

#[test]
fn what_is_refused_says_what_to_write() {
    for (text, why) in REFUSED {
        let said = refused(text, "europe/zurich");
        let start = format!("the schedule `{text}`: {why}");
        assert!(said.starts_with(&start), "{text}\n  is {said}\n not {start}");
    }
}

#[test]
fn texts_that_mean_harm_are_refused_soon() {
    let long = "1,".repeat(100_000);
    let texts = [
        format!("{long} * * * *"),
        "* ".repeat(1_000_000),
        format!("cron({} ? * ? *)", "0".repeat(1_000_000)),
        "9".repeat(250),
        "1/1/1/1/1 -- ,, ## LL".to_owned(),
        "0 0 * * \u{202e}MON".to_owned(),
        "0 0 * * MON\0".to_owned(),
        "٣ 0 * * *".to_owned(),
        "cron(".repeat(40),
        "at(99999-01-01T00:00:00)".to_owned(),
        "at(+002026-01-01T08:0)".to_owned(),
        "at(2026-01-01T24:00:00)".to_owned(),
    ];
    for text in texts {
        let error = Schedule::parse(&text, "UTC").unwrap_err().to_string();
        assert!(error.len() < 600, "{error}");
    }
    for zone in [
        "",
        "Mars/Olympus",
        "../../etc/passwd",
        "/etc/localtime",
        "Europe/Zurich\0",
        "posixrules.tab",
    ] {
        let error = Schedule::parse("0 0 * * *", zone).unwrap_err().to_string();
        assert!(error.contains("is no time zone"), "{error}");
    }
}

#[test]
fn the_ends_of_time_are_no_trap() {
    for text in
        ["* * * * *", "0 0 29 2 *", "cron(* * * * ? *)", "rate(366000 days)", "rate(1 second)"]
    {
        for zone in ["UTC", "Pacific/Apia", "America/Santiago"] {
            let schedule = Schedule::parse(text, zone).unwrap();
            assert_eq!(schedule.next(Timestamp::MAX), None, "{text}");
            let _ = schedule.next(Timestamp::MIN);
            assert_eq!(schedule.last(Timestamp::MAX, Timestamp::MAX, 9), []);
            let _ = schedule.last(Timestamp::MIN, Timestamp::MIN, 9);
            let _ = schedule.clone().starting(Timestamp::MIN).next(at("2026-01-01T00:00:00Z"));
            let _ = schedule.starting(Timestamp::MAX).next(at("2026-01-01T00:00:00Z"));
        }
    }
}

#[test]
fn periods_and_points_have_texts() {
    let text =
        |seconds| Schedule::every(Duration::from_secs(seconds)).map(|it| it.text().to_owned());
    assert_eq!(text(1).unwrap(), "rate(1 second)");
    assert_eq!(text(90).unwrap(), "rate(90 seconds)");
    assert_eq!(text(300).unwrap(), "rate(5 minutes)");
    assert_eq!(text(3_600).unwrap(), "rate(1 hour)");
    assert_eq!(text(2 * 86_400).unwrap(), "rate(2 days)");
    assert!(text(0).unwrap_err().to_string().contains("of a second at least"));
    assert!(text(u64::MAX).is_err());
    let half = Schedule::every(Duration::from_millis(1_500)).unwrap_err();
    assert_eq!(half.to_string(), "the schedule `1.5s`: a period has whole seconds");
    let point = Schedule::at(at("2026-01-01T07:59:59.5Z")).unwrap();
    assert_eq!(point.text(), "at(2026-01-01T08:00:00)");
    assert!(Schedule::at(Timestamp::MAX).is_ok());
    let rate = Schedule::cron("rate(1 hour)", "UTC").unwrap_err().to_string();
    assert!(rate.ends_with("it is no cron expression: `Schedule::parse` reads rates and times"));
}
