use super::*;

/// 2024-03-05T06:07:08.009Z, a Tuesday.
const TIME: f64 = 1_709_618_828_009.0;

#[test]
fn times_follow_the_picture() {
    for (picture, text) in [
        ("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z]", "2024-03-05T06:07:08.009+00:00"),
        ("[FNn,*-3], [D1o] [MNn] [Yw]", "Tue, 5th March two thousand and twenty-four"),
        (
            "[Y]|[Y,2]|[Y,2-2]|[Y01]|[Y00001]|[YI]|[Y,*-2]|[Y,1]|[Y,3]|[Y,1-1]|[Y,2-4]",
            "2024|24|24|24|02024|MMXXIV|24|2024|024|4|2024",
        ),
        (
            "[YI,2-2]|[Yi,*-3]|[YA,1-1]|[Y,5-6]|[Y0001,2-2]|[Y,2-3-4]|[Y,2,3]",
            "XXIV|xxiv|D|002024|24|024|0,2,4",
        ),
        ("[M]|[MN]|[Mn,2-2]|[M,3]|[MWwo]|[Mno]", "3|MARCH|ma|003|Third|march"),
        ("[F]|[FN]|[F1]|[F01]|[F1o]|[FNnx]", "tuesday|TUESDAY|2|02|2nd|Tuesday"),
        ("[d]|[W]|[w]|[X]|[x]|[xNn]|[d001]", "65|10|1|2024|3|March|065"),
        ("[h]|[h01]|[P]|[PN]|[PNn,1-1]|[P1]", "6|06|am|AM|am|am"),
        ("[m]|[m1]|[s]|[f]|[f01]|[f,4]|[fw]", "07|7|08|9|09|0009|nine"),
        ("[Z]|[Z0]|[Z01:01t]|[z]|[z0]|[C]|[E1]", "+00:00|+0|Z|GMT+00:00|GMT+0|ISO|ISO"),
        ("[Y]]|[[Y[[[Y]]]|a]", "2024]|[Y[2024]|a]"),
        ("[ Y 00\n01 ]|[Y٠٠٠١]|[Y１]", "2024|٢٠٢٤|２０２４"),
        ("", ""),
    ] {
        assert_eq!(from_millis(TIME, Some(picture), None).as_deref(), Ok(text), "{picture}");
    }
}

#[test]
fn zones_move_the_time() {
    for (zone, text) in [
        ("+0530", "2024-03-05T11:37:08.009+05:30 +5:30 +530 GMT+05:30"),
        ("-0800", "2024-03-04T22:07:08.009-08:00 -8 -800 GMT-08:00"),
        ("0200", "2024-03-05T08:07:08.009+02:00 +2 +200 GMT+02:00"),
        // As 2.0.6 has it: the hours are rounded down, and the minutes go the same way.
        ("-0530", "2024-03-04T23:37:08.009-06:30 -6:-30 -630 GMT-06:30"),
    ] {
        let picture = format!("{ISO} [Z0] [Z000] [z]");
        assert_eq!(from_millis(TIME, Some(&picture), Some(zone)).as_deref(), Ok(text));
    }
}

#[test]
fn any_number_is_a_time_or_none() {
    for (millis, text) in [
        (TIME, "2024-03-05T06:07:08.009Z"),
        (TIME + 0.7, "2024-03-05T06:07:08.009Z"),
        (-1.5, "1969-12-31T23:59:59.999Z"),
        (951_782_400_000.0, "2000-02-29T00:00:00.000Z"),
        (-62_135_596_800_000.0, "0001-01-01T00:00:00.000Z"),
        (-62_198_755_200_000.0, "-0001-01-01T00:00:00.000Z"),
        (253_402_300_800_000.0, "0000-01-01T00:00:00.000Z"),
        (8.64e15, "5760-09-13T00:00:00.000Z"),
        (8.64e15 + 1.0, "0NaN-NaN-NaNTNaN:NaN:NaN.NaNZ"),
        (f64::INFINITY, "0NaN-NaN-NaNTNaN:NaN:NaN.NaNZ"),
    ] {
        assert_eq!(from_millis(millis, None, None).as_deref(), Ok(text));
    }
    assert_eq!(
        from_millis(f64::NAN, Some("[MNn] [P] [W]"), None).as_deref(),
        Ok("undefined am NaN")
    );
}

#[test]
fn pictures_that_are_none_are_faults() {
    for (picture, code) in [
        ("[q]", "D3132"),
        ("[]", "D3132"),
        ("[é]", "D3132"),
        ("[YN]", "D3133"),
        ("[Y", "D3135"),
        ("[[[", "D3135"),
        ("[Yx]", "D3130"),
        ("[Y[M]]", "D3130"),
        ("[Y;]", "D3130"),
        ("[M0٠]", "D3131"),
        ("[Z00000]", "D3134"),
        ("[ZN]", "D3134"),
        ("[Zt]", "D3134"),
        ("[zw]", "D3134"),
    ] {
        assert_eq!(
            from_millis(TIME, Some(picture), None).map_err(|fault| fault.code),
            Err(code),
            "{picture}"
        );
    }
    let text = from_millis(TIME, Some("[q]"), None).map_err(|fault| fault.text);
    assert_eq!(
        text,
        Err("Unknown component specifier \"q\" in date/time picture string".to_owned())
    );
}

#[test]
fn texts_of_iso_8601_are_times() {
    for (text, time) in [
        ("2017", 1_483_228_800_000.0),
        ("2017-05", 1_493_596_800_000.0),
        ("2017-05-06", 1_494_028_800_000.0),
        ("2017-12-01", 1_512_086_400_000.0),
        ("2017-05-06Z", 1_494_028_800_000.0),
        ("2017T07:08:09Z", 1_483_254_489_000.0),
        ("2017-05-06T07:08:09", 1_494_054_489_000.0),
        ("2017-05-06T07:08:09.1Z", 1_494_054_489_100.0),
        ("2017-05-06T07:08:09.99999Z", 1_494_054_489_999.0),
        ("2017-05-06T07:08:09-01:30", 1_494_059_889_000.0),
        ("2017-05-06T07:08:09.5+0100", 1_494_050_889_500.0),
        ("2017-05-06T24:00:00Z", 1_494_115_200_000.0),
        ("2017-02-30", 1_488_412_800_000.0),
        ("0000-01-01T00:00:00Z", -62_167_219_200_000.0),
    ] {
        assert_eq!(to_millis(text, None, 0.0), Ok(Some(time)), "{text}");
    }
    for text in [
        "2017-05-06T24:00:01Z",
        "2017-13-06",
        "2017-00-06",
        "2017-02-32",
        "2017-05-00",
        "2017-05-06+01:00",
        "2017-05-05-06",
        "2017-0100",
        "2017-05-06T07:08:09+24:00",
    ] {
        assert!(
            to_millis(text, None, 0.0).is_ok_and(|time| time.is_some_and(f64::is_nan)),
            "{text}"
        );
    }
    for text in [
        "",
        "foo",
        "20170506",
        "2017-1-1",
        "2017-05-06T07:08Z",
        "2017-05-06T07:08:60Z",
        "2017-05-06 07:08:09",
        "2017-05-06T07:08:09.",
        " 2017",
        "2017\n",
    ] {
        assert_eq!(to_millis(text, None, 0.0).map_err(|fault| fault.code), Err("D3110"), "{text}");
    }
}

#[test]
fn texts_are_read_by_the_picture() {
    for (text, picture, time) in [
        ("2018-05-22", "[Y]-[M]-[D]", 1_526_947_200_000.0),
        ("18-5-2", "[Y01]-[M]-[D]", -1_630_540_800_000.0),
        ("20180522", "[Y0001][M01][D01]", 1_526_947_200_000.0),
        (
            "2018-05-22T10:11:12.345z",
            "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001]Z",
            1_526_983_872_345.0,
        ),
        ("2018-05-22 -05:30", "[Y0001]-[M01]-[D01] [Z01:01]", 1_526_963_400_000.0),
        ("2018-05-22 +530", "[Y0001]-[M01]-[D01] [Z000]", 1_526_756_400_000.0),
        ("2018-05-22 gmt+5", "[Y0001]-[M01]-[D01] [z0]", 1_526_929_200_000.0),
        ("Sep 22, 2018", "[MNn,3-3] [D], [Y]", 1_537_574_400_000.0),
        ("Foo, 22nd of May MMXVIII", "[FNn], [D1o] of [MNn] [YI]", 1_526_947_200_000.0),
        (
            "Twenty-Second of May, two thousand and eighteen",
            "[DWwo] of [MNn], [Yw]",
            1_526_947_200_000.0,
        ),
        ("5/22/2018 12:04:05 am", "[M]/[D]/[Y] [h]:[m]:[s] [P]", 1_526_947_445_000.0),
        ("5/22/2018 13:04:05 PM", "[M]/[D]/[Y] [h]:[m]:[s] [PN]", 1_527_037_445_000.0),
        ("2018-142", "[Y]-[d]", 1_526_947_200_000.0),
        ("2018-400", "[Y]-[d]", 1_517_702_400_000.0),
        ("2018-02-30", "[Y]-[M]-[D]", 1_519_948_800_000.0),
        ("2018(5)*+.", "[Y]([M])*+.", 1_525_132_800_000.0),
        // The rest is as now: 2024-03-05T06:07:08.009Z.
        ("10:11", "[H]:[m]", 1_709_633_460_000.0),
        ("11:12", "[m]:[s]", 1_709_619_072_000.0),
        ("22 10", "[D] [H]", 1_711_101_600_000.0),
        ("5", "[M]", 1_714_521_600_000.0),
        ("1 pm", "[h] [P]", 1_709_643_600_000.0),
        ("Monday", "[F]", TIME),
    ] {
        assert_eq!(to_millis(text, Some(picture), TIME), Ok(Some(time)), "{text} {picture}");
    }
}

#[test]
fn texts_that_do_not_fit_are_nothing_and_gaps_are_faults() {
    for (text, picture) in [
        ("2018-5-2", "[Y0001]-[M01]-[D01]"),
        ("x", ""),
        ("", "[Y]"),
        ("2018x5", "[Y].[M]"),
        ("2018 ", "[Y]"),
        ("22 of May", "[D1o] of [MNn]"),
    ] {
        assert_eq!(to_millis(text, Some(picture), TIME), Ok(None), "{text} {picture}");
    }
    for (text, picture, code) in [
        ("2018 22", "[Y] [D]", "D3136"),
        ("2018-05-22 11", "[Y]-[M]-[D] [m]", "D3136"),
        ("2018-05-22 10", "[Y]-[M]-[D] [h]", "D3136"),
        ("MAY 22, 2018", "[MNn] [D], [Y]", "D3136"),
        ("2018-W21-2", "[X]-W[W]-[F1]", "D3136"),
        ("2018-142 10:11", "[Y]-[d] [H]:[m]", "D3136"),
        ("2018 ISO", "[Y] [C]", "D3133"),
        ("2018", "[Dx]", "D3130"),
        ("2018", "[Y", "D3135"),
    ] {
        assert_eq!(
            to_millis(text, Some(picture), TIME).map_err(|fault| fault.code),
            Err(code),
            "{text} {picture}"
        );
    }
}
