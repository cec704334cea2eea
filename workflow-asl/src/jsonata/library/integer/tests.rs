use super::*;

#[test]
fn integers_follow_the_picture() {
    for (number, picture, text) in [
        (
            1_234_567.0,
            "Ww",
            "One Million, Two Hundred and Thirty-Four Thousand, Five Hundred and Sixty-Seven",
        ),
        (12345.0, "w;o", "twelve thousand, three hundred and forty-fifth"),
        (20.0, "W;o", "TWENTIETH"),
        (0.0, "w", "zero"),
        (-5.0, "w;o", "-fifth"),
        (1e15, "w", "one thousand trillion"),
        (1.5e21, "w", "one billion, five hundred million trillion"),
        (1_000_100.0, "w", "one million, one hundred"),
        (1e6, "w;o", "one millionth"),
        (0.0, "I", ""),
        (-4.0, "I", "-IV"),
        (4999.0, "i", "mmmmcmxcix"),
        (703.0, "a", "aaa"),
        (1e21, "A", "OLZYYSELZQOWGEM"),
        (-123.7, "0", "-124"),
        (123.0, "00000", "00123"),
        (1_234_567.0, "#,##0", "1,234,567"),
        (1_234_567.0, "#:##,000", "12:34,567"),
        (1_234_567.0, "0:000", "1:234:567"),
        (111.0, "0;o", "111th"),
        (-1.0, "0;o", "-1st"),
        (22.0, "0;o", "22nd"),
        (12.0, "0;x", "12"),
        (12.0, "0;o;o", "12;oth"),
        (1234.0, "٠,٠٠", "١٢,٣٤"),
        (1234.0, "0,", "1234,"),
        (1234.0, "ab0", "123ab4"),
        (1234.0, "😀0", "1😀2😀3😀4"),
        (12.0, "#:##,000", "012"),
        (1e21, "#,##0", "1e,+21"),
        (f64::NAN, "00000", "00NaN"),
        (f64::INFINITY, "w", "Infinity"),
        (f64::INFINITY, "a", "Infinity"),
    ] {
        assert_eq!(format_integer(number, picture).as_deref(), Ok(text), "{number} {picture}");
    }
}

#[test]
fn pictures_that_are_none_are_faults() {
    for (picture, code) in [
        ("", "D3130"),
        ("#", "D3130"),
        ("wW", "D3130"),
        (";o", "D3130"),
        ("𝟘", "D3130"),
        ("0٠", "D3131"),
    ] {
        assert_eq!(format_integer(1.0, picture).map_err(|fault| fault.code), Err(code));
        assert_eq!(parse_integer("1", picture).map_err(|fault| fault.code), Err(code));
    }
    let text = parse_integer("1", "x").map_err(|fault| fault.text);
    assert!(text.is_err_and(|text| text.contains("starting with \"x\" is")));
}

#[test]
fn what_is_large_ends() {
    assert!(format_integer(199_919_991_999.0, "I").is_err());
    assert!(format_integer(f64::MAX, "w").is_ok_and(|text| text.len() < 1000));
    assert!(format_integer(f64::MAX, "a").is_ok_and(|text| text.len() < 300));
}

#[test]
fn texts_are_read_by_the_picture() {
    for (text, picture, number) in [
        ("XIV", "I", 14.0),
        ("xiv", "i", 14.0),
        ("IIII", "I", 4.0),
        ("VX", "I", 5.0),
        ("", "I", 0.0),
        ("aa", "A", 891.0),
        ("12", "a", -1268.0),
        ("One Hundred And Twenty-Third", "w", 123.0),
        ("twelve thousand, four hundred and seventy-six", "w", 12476.0),
        ("two million and third", "w;o", 2_000_003.0),
        ("one billion trillion", "w", 1e21),
        ("five hundred and sixty-seven thousand, five hundred and sixty-seven", "w", 567_567.0),
        ("hundred", "w", 0.0),
        ("one\\two", "w", 3.0),
        ("1,2,3,4", "#,##0", 1234.0),
        ("1:234", "#:##0", 1.0),
        ("1.234,5", "#.##0,0", 12345.0),
        ("12th", "0;o", 12.0),
        (" 12abc", "0", 12.0),
        ("-12.9", "0", -12.0),
        ("0x1F", "0", 31.0),
        ("٣٤", "٠", 34.0),
        ("12345678901234567890", "0", 12_345_678_901_234_567_000.0),
    ] {
        assert_eq!(parse_integer(text, picture), Ok(number), "{text} {picture}");
    }
    for (text, picture) in [
        ("xiv", "I"),
        ("foo", "w"),
        ("", "w"),
        ("twenty  one", "w"),
        ("one,two", "w"),
        ("12", "0;o"),
        ("", "0"),
        ("abc", "0"),
    ] {
        assert!(parse_integer(text, picture).is_ok_and(f64::is_nan), "{text} {picture}");
    }
    assert_eq!(
        parse_integer("34", "٠").map_err(|fault| fault.text),
        Err("Invalid code point -1533".to_owned())
    );
}
