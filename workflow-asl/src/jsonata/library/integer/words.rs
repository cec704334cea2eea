//! Integers in English words.

/// From zero on: as one, two, and as first, second.
const FEW: [(&str, &str); 20] = [
    ("Zero", "Zeroth"),
    ("One", "First"),
    ("Two", "Second"),
    ("Three", "Third"),
    ("Four", "Fourth"),
    ("Five", "Fifth"),
    ("Six", "Sixth"),
    ("Seven", "Seventh"),
    ("Eight", "Eighth"),
    ("Nine", "Ninth"),
    ("Ten", "Tenth"),
    ("Eleven", "Eleventh"),
    ("Twelve", "Twelfth"),
    ("Thirteen", "Thirteenth"),
    ("Fourteen", "Fourteenth"),
    ("Fifteen", "Fifteenth"),
    ("Sixteen", "Sixteenth"),
    ("Seventeen", "Seventeenth"),
    ("Eighteen", "Eighteenth"),
    ("Nineteen", "Nineteenth"),
];
/// From twenty on.
const TENS: [(&str, &str); 8] = [
    ("Twenty", "Twentieth"),
    ("Thirty", "Thirtieth"),
    ("Forty", "Fortieth"),
    ("Fifty", "Fiftieth"),
    ("Sixty", "Sixtieth"),
    ("Seventy", "Seventieth"),
    ("Eighty", "Eightieth"),
    ("Ninety", "Ninetieth"),
];
/// Powers of a thousand; what is greater is counted in trillions.
const POWERS: [(f64, &str); 4] =
    [(1e12, "Trillion"), (1e9, "Billion"), (1e6, "Million"), (1e3, "Thousand")];

/// An integer that is finite and not negative, with a capital letter at each word but `and`.
pub fn format(number: f64, ordinal: bool) -> String {
    let mut text = String::new();
    write(&mut text, number, ordinal);
    text
}

/// Writes a number, behind another one if the text is not empty.
fn write(text: &mut String, number: f64, ordinal: bool) {
    let pick = |(cardinal, ordinal_): (&'static str, &'static str)| {
        if ordinal { ordinal_ } else { cardinal }
    };
    let behind = !text.is_empty();
    if number < 100.0 {
        text.push_str(if behind { " and " } else { "" });
        let number = number as usize;
        match (number / 10, number % 10) {
            (0 | 1, _) => text.push_str(pick(FEW[number])),
            (tens, 0) => text.push_str(pick(TENS[tens - 2])),
            (tens, ones) => {
                text.push_str(TENS[tens - 2].0);
                text.push('-');
                text.push_str(pick(FEW[ones]));
            }
        }
        return;
    }
    text.push_str(if behind { ", " } else { "" });
    let (unit, name) =
        POWERS.into_iter().find(|(unit, _)| number >= *unit).unwrap_or((100.0, "Hundred"));
    let count = (number / unit).floor();
    text.push_str(&format(count, false));
    text.push(' ');
    text.push_str(name);
    let rest = number - count * unit;
    if rest > 0.0 {
        write(text, rest, ordinal);
    } else if ordinal {
        text.push_str("th");
    }
}

/// The integer that words are; NaN if one of them is unknown.
pub fn parse(text: &str) -> f64 {
    let mut sums: Vec<f64> = vec![0.0];
    for word in split(&text.to_lowercase()) {
        let Some(value) = value(word) else { return f64::NAN };
        let last = sums.pop().unwrap_or(0.0);
        if value >= 100.0 {
            sums.push(last * value);
        } else if last >= 1000.0 {
            sums.extend([last, value]);
        } else {
            sums.push(last + value);
        }
    }
    sums.into_iter().sum()
}

/// The words of a text, between which there is a comma and a blank, an `and`, or one blank, backslash or hyphen.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let cut = text.char_indices().find_map(|(at, _)| Some((at, separator(&text[at..])?)));
        rest = cut.map(|(at, length)| &text[at + length..]);
        Some(cut.map_or(text, |(at, _)| &text[..at]))
    })
}

/// Returns how long the separator is that a text begins with.
fn separator(text: &str) -> Option<usize> {
    let blank = |at: usize| {
        text.get(at..)?.chars().next().filter(|letter| letter.is_whitespace()).map(char::len_utf8)
    };
    if let Some(length) = text.strip_prefix(',').and_then(|_| blank(1)) {
        return Some(1 + length);
    }
    let first = blank(0);
    if let Some(length) = first
        && text[length..].starts_with("and")
        && let Some(last) = blank(length + 3)
    {
        return Some(length + 3 + last);
    }
    first.or_else(|| text.starts_with(['\\', '-']).then_some(1))
}

/// Returns what a word in lower case stands for.
fn value(word: &str) -> Option<f64> {
    let names = |names: &[(&str, &str)]| {
        names.iter().position(|(cardinal, ordinal)| {
            word.eq_ignore_ascii_case(cardinal) || word.eq_ignore_ascii_case(ordinal)
        })
    };
    if let Some(number) = names(&FEW) {
        return Some(number as f64);
    }
    if let Some(tens) = names(&TENS) {
        return Some(20.0 + 10.0 * tens as f64);
    }
    let stem = word.strip_suffix("th").unwrap_or(word);
    let mut powers = POWERS.into_iter().chain([(100.0, "Hundred")]);
    powers.find(|(_, name)| stem.eq_ignore_ascii_case(name)).map(|(power, _)| power)
}

/// All words that a number can have.
pub fn all() -> impl Iterator<Item = String> {
    let names = FEW
        .into_iter()
        .chain(TENS)
        .flat_map(|(cardinal, ordinal)| [cardinal.to_lowercase(), ordinal.to_lowercase()]);
    let powers = POWERS.into_iter().map(|(_, name)| name).chain(["Hundred"]);
    names.chain(powers.flat_map(|name| [name.to_lowercase(), format!("{}th", name.to_lowercase())]))
}
