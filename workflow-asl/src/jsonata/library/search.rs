//! `$match`, `$contains`, `$split` and `$replace`.

use super::regex::{Match, Regex, STEPS, Subject};
use super::{LENGTH, too_long};
use crate::jsonata::fault::Fault;

/// A place at which a regular expression matches a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What stands there.
    pub text: String,
    /// Where it begins, in UTF-16 units as JavaScript counts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What each group matches, if it took part.
    pub groups: Vec<Option<String>>,
}

/// The places at which a regular expression matches a text, one after the other.
pub struct Matches<'a> {
    regex: &'a Regex,
    subject: Subject,
    steps: u64,
    begun: bool,
    /// Where the last place ends, in code points and in UTF-16 units.
    last: (usize, usize),
}

impl<'a> Matches<'a> {
    /// Begins to search a text.
    pub fn new(regex: &'a Regex, text: &str) -> Self {
        Matches { regex, subject: Subject::new(text), steps: STEPS, begun: false, last: (0, 0) }
    }

    /// Finds the next place, with its position in code points.
    fn place(&mut self) -> Result<Option<Match>, Fault> {
        if self.begun && self.last.0 >= self.subject.len() {
            return Ok(None);
        }
        let found = self.regex.find_at(&self.subject, self.last.0, &mut self.steps)?;
        if self.begun && found.as_ref().is_some_and(|found| found.start == found.end) {
            // The search would find it again and again.
            return Err(Fault::new("D1004", "Regular expression matches zero length string"));
        }
        self.begun = true;
        Ok(found)
    }

    /// Finds the next place.
    ///
    /// # Errors
    ///
    /// D1004 if nothing stands there and it is not the first place; a fault when the search takes too many steps.
    pub fn find(&mut self) -> Result<Option<Found>, Fault> {
        Ok(self.find_place()?.map(|(found, _)| found))
    }

    fn find_place(&mut self) -> Result<Option<(Found, Match)>, Fault> {
        let Some(place) = self.place()? else { return Ok(None) };
        let start = self.subject.units(self.last, place.start);
        let end = self.subject.units((place.start, start), place.end);
        self.last = (place.end, end);
        let slice = |(start, end)| self.subject.slice(start, end);
        let groups = place.groups.iter().map(|group| group.map(slice)).collect();
        Ok(Some((Found { text: slice((place.start, place.end)), start, end, groups }, place)))
    }

    /// Calls a function with each place, until so many are found, and with the text between them.
    fn each(
        mut self,
        limit: Option<f64>,
        mut call: impl FnMut(&str, Option<&Found>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let (mut count, mut from) = (0.0, 0);
        let mut next = self.find_place()?;
        while let Some((found, place)) = &next
            && limit.is_none_or(|limit| count < limit)
        {
            call(&self.subject.slice(from, place.start), Some(found))?;
            from = place.end;
            count += 1.0;
            next = self.find_place()?;
        }
        call(&self.subject.slice(from, self.subject.len()), None)
    }
}

/// A limit that is not negative.
fn checked(limit: Option<f64>, code: &'static str, text: &str) -> Result<Option<f64>, Fault> {
    match limit {
        Some(limit) if limit < 0.0 => Err(Fault::new(code, text)),
        limit => Ok(limit),
    }
}

/// `$match`: the places at which a regular expression matches, at most so many.
///
/// # Errors
///
/// D3040 for a negative limit, and those of [`Matches::find`].
pub fn match_all(text: &str, regex: &Regex, limit: Option<f64>) -> Result<Vec<Found>, Fault> {
    let limit = checked(
        limit,
        "D3040",
        "Third argument of match function must evaluate to a positive number",
    )?;
    let mut places = vec![];
    Matches::new(regex, text).each(limit, |_, found| {
        places.extend(found.cloned());
        Ok(())
    })?;
    Ok(places)
}

/// `$contains`: true if a regular expression matches somewhere.
///
/// # Errors
///
/// A fault when the search takes too many steps.
pub fn contains(text: &str, regex: &Regex) -> Result<bool, Fault> {
    Ok(Matches::new(regex, text).find()?.is_some())
}

/// `$split` by a text: the parts between its places, at most so many; without a text, the characters.
///
/// # Errors
///
/// D3020 for a negative limit.
pub fn split(text: &str, separator: &str, limit: Option<f64>) -> Result<Vec<String>, Fault> {
    let limit = split_limit(limit)?.map_or(usize::MAX, |limit| limit as usize);
    Ok(if separator.is_empty() {
        text.chars().map(String::from).take(limit).collect()
    } else {
        text.split(separator).map(str::to_owned).take(limit).collect()
    })
}

fn split_limit(limit: Option<f64>) -> Result<Option<f64>, Fault> {
    checked(limit, "D3020", "Third argument of split function must evaluate to a positive number")
}

/// `$split` by a regular expression.
///
/// # Errors
///
/// D3020 for a negative limit, and those of [`Matches::find`].
pub fn split_by(text: &str, regex: &Regex, limit: Option<f64>) -> Result<Vec<String>, Fault> {
    let limit = split_limit(limit)?;
    let mut parts = vec![];
    Matches::new(regex, text).each(limit, |part, _| {
        if limit.is_none_or(|limit| (parts.len() as f64) < limit) {
            parts.push(part.to_owned());
        }
        Ok(())
    })?;
    Ok(parts)
}

fn replace_limit(limit: Option<f64>) -> Result<Option<f64>, Fault> {
    checked(
        limit,
        "D3011",
        "Fourth argument of replace function must evaluate to a positive number",
    )
}

/// `$replace` of a text by another.
///
/// # Errors
///
/// D3010 for an empty pattern, D3011 for a negative limit, a text longer than [`LENGTH`].
pub fn replace(
    text: &str,
    pattern: &str,
    replacement: &str,
    limit: Option<f64>,
) -> Result<String, Fault> {
    replace_calling(text, pattern, limit, |_| Ok(replacement.to_owned()))
}

/// `$replace` of a text by what a function makes of it.
///
/// # Errors
///
/// Those of [`replace`] and of the function.
pub fn replace_calling<E: From<Fault>>(
    text: &str,
    pattern: &str,
    limit: Option<f64>,
    mut call: impl FnMut(&str) -> Result<String, E>,
) -> Result<String, E> {
    if pattern.is_empty() {
        return Err(Fault::new(
            "D3010",
            "Second argument of replace function cannot be an empty string",
        )
        .into());
    }
    let limit = replace_limit(limit)?;
    let (mut replaced, mut rest, mut count) = (String::new(), text, 0.0);
    while let Some(at) = rest.find(pattern).filter(|_| limit.is_none_or(|limit| count < limit)) {
        append(&mut replaced, &rest[..at])?;
        append(&mut replaced, &call(pattern)?)?;
        rest = &rest[at + pattern.len()..];
        count += 1.0;
    }
    append(&mut replaced, rest)?;
    Ok(replaced)
}

/// `$replace` of what a regular expression matches by what a function makes of it; [`expand`] is the function of a
/// text.
///
/// # Errors
///
/// D3011 for a negative limit, a text longer than [`LENGTH`], those of [`Matches::find`] and of the function.
pub fn replace_by<E: From<Fault>>(
    text: &str,
    regex: &Regex,
    limit: Option<f64>,
    mut call: impl FnMut(&Found) -> Result<String, E>,
) -> Result<String, E> {
    let limit = replace_limit(limit)?;
    let mut replaced = String::new();
    if limit == Some(0.0) {
        return Ok(text.to_owned());
    }
    let mut fault = None;
    Matches::new(regex, text)
        .each(limit, |part, found| {
            append(&mut replaced, part)?;
            let Some(found) = found else { return Ok(()) };
            match call(found) {
                Ok(text) => append(&mut replaced, &text),
                Err(error) => {
                    fault = Some(error);
                    Err(too_long())
                }
            }
        })
        .map_err(|other| fault.take().unwrap_or_else(|| other.into()))?;
    Ok(replaced)
}

fn append(text: &mut String, part: &str) -> Result<(), Fault> {
    if text.len() + part.len() > LENGTH {
        return Err(too_long());
    }
    text.push_str(part);
    Ok(())
}

/// The replacement of a place: `$0` is all of it, `$1` the first group, `$$` a dollar. Of several digits, so many
/// count as there are in the number of groups, and one less if there is no such group.
pub fn expand(replacement: &str, found: &Found) -> String {
    let most = found.groups.len().max(1).to_string().len();
    let mut text = String::new();
    let mut rest = replacement;
    while let Some((before, after)) = rest.split_once('$') {
        text.push_str(before);
        let digits = after.bytes().take(most).take_while(u8::is_ascii_digit).count();
        let number = |count: usize| after[..count].parse::<usize>().ok();
        rest = if let Some(after) = after.strip_prefix('$') {
            text.push('$');
            after
        } else if let Some(after) = after.strip_prefix('0') {
            text.push_str(&found.text);
            after
        } else if digits > 0 {
            let beyond = most > 1
                && digits == most
                && number(digits).is_some_and(|number| number > found.groups.len());
            let count = digits - usize::from(beyond);
            let group = number(count).and_then(|number| found.groups.get(number - 1)?.as_deref());
            text.push_str(group.unwrap_or_default());
            &after[count..]
        } else {
            text.push('$');
            after
        };
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn regex(pattern: &str) -> Regex {
        Regex::compile(pattern, "").unwrap_or_else(|fault| panic!("{}", fault.text))
    }

    #[test]
    fn places_count_utf_16() {
        let found = match_all("a😀b😀c", &regex("b(x)?"), None);
        let place = Found { text: "b".to_owned(), start: 3, end: 4, groups: vec![None] };
        assert_eq!(found, Ok(vec![place]));
        assert_eq!(match_all("abab", &regex("b"), Some(0.5)).map(|found| found.len()), Ok(1));
        assert_eq!(
            match_all("abab", &regex("b"), Some(-1.0)).map_err(|fault| fault.code),
            Err("D3040")
        );
    }

    #[test]
    fn a_second_empty_place_is_a_fault() {
        for (text, pattern, empty) in [
            ("abc", "x*", true),
            ("abc", "$", false),
            ("", "", false),
            ("cabc", "c*", true),
            ("abc", "b|$", true),
        ] {
            let found = match_all(text, &regex(pattern), Some(1.0));
            assert_eq!(found.is_err_and(|fault| fault.code == "D1004"), empty, "{pattern}");
        }
    }

    #[test]
    fn texts_are_split() {
        let split_by = |text, pattern, limit| {
            split_by(text, &regex(pattern), limit).map(|parts| parts.join("|"))
        };
        assert_eq!(split_by("a1b2c", "\\d", Some(1.5)).as_deref(), Ok("a|b"));
        assert_eq!(split_by("abcb", "b", None).as_deref(), Ok("a|c|"));
        assert_eq!(split_by("abc", "b", Some(0.0)).as_deref(), Ok(""));
        assert_eq!(split_by("abc", "$", None).as_deref(), Ok("abc|"));
        assert_eq!(split("a,b,c", ",", Some(1.5)), Ok(vec!["a".to_owned()]));
        assert_eq!(split("", "", None), Ok(vec![]));
        assert_eq!(split("", ",", None), Ok(vec![String::new()]));
        assert!(split("", ",", Some(-1.0)).is_err_and(|fault| fault.code == "D3020"));
    }

    #[test]
    fn groups_stand_in_replacements() {
        for (text, pattern, replacement, result) in [
            ("abcabc", "(b)(c)", "[$2$1$0$3$$$x$]", "a[cbbc$$x$]a[cbbc$$x$]"),
            ("abc", "(b)(c)", "$12", "ab2"),
            ("abc", "b", "$5$1", "ac"),
            ("abc", "b", "$00", "ab0c"),
            ("abc", "(b)(x)?", "[$2]", "a[]c"),
            (
                "abcdefghijkl",
                "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)",
                "$11-$10-$12-$01-$110-$1x",
                "k-j-a2-abcdefghijk1-k0-axl",
            ),
        ] {
            let replaced = replace_by(text, &regex(pattern), None, |found| {
                Ok::<_, Fault>(expand(replacement, found))
            });
            assert_eq!(replaced.as_deref(), Ok(result));
        }
    }

    #[test]
    fn replacing_has_bounds() {
        assert_eq!(replace("aaa", "a", "$0", Some(1.5)).as_deref(), Ok("$0$0a"));
        assert!(replace("a", "", "b", Some(-1.0)).is_err_and(|fault| fault.code == "D3010"));
        assert!(replace("a", "a", "b", Some(-1.0)).is_err_and(|fault| fault.code == "D3011"));
        assert!(replace(&"a".repeat(10_000), "a", &"b".repeat(10_000), None).is_err());
        let long = |_: &Found| Ok::<_, Fault>("b".repeat(10_000));
        assert!(replace_by(&"a".repeat(10_000), &regex("a"), None, long).is_err());
    }
}
