//! The page.

use super::workflow::{Item, Section, State};

const STYLE: &str = "body { font: 16px sans-serif; max-width: 40em; margin: 2em auto } \
    td { padding: .2em 1em .2em 0 } .stale { color: #a60 } .unavailable { color: #b00 }";

/// One list of all, the earliest first, below a line for each tracker.
pub fn html(team: &str, at: &str, sections: &[Section], items: &[Item]) -> String {
    let sections: String = sections.iter().map(section).collect();
    let items: String = items.iter().map(item).collect();
    let team = escaped(team);
    format!(
        "<!doctype html><meta charset=utf-8><title>{team}</title><style>{STYLE}</style>\n\
         <h1>{team}</h1>\n<p>As of {at}\n<ul>\n{sections}</ul>\n<table>\n{items}</table>\n"
    )
}

fn section(Section { tracker, state, items }: &Section) -> String {
    let (class, text) = match state {
        State::Fresh => ("fresh", format!("{} to do", items.len())),
        State::Stale { since, why } => {
            ("stale", format!("{} to do; stale, of {since} ({why})", items.len()))
        }
        State::Unavailable { why } => ("unavailable", format!("unavailable ({why})")),
    };
    format!("<li class={class}>{}: {}\n", escaped(tracker), escaped(&text))
}

fn item(Item { due, title, tracker }: &Item) -> String {
    let [due, title, tracker] = [due, title, tracker].map(|text| escaped(text));
    format!("<tr><td>{due}<td>{title}<td>{tracker}\n")
}

/// Text of others stays text here, and is never markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
