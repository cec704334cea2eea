//! Names of Rust, made of names of documents.

use std::collections::BTreeSet;

/// Words of Rust.
const RUST: &str = "abstract as async await become box break const continue crate do dyn else enum extern false final fn \
    for gen if impl in let loop macro match mod move mut override priv pub ref return self Self static struct super trait \
    true try type typeof unsafe unsized use virtual where while yield";

/// Names that a module has already.
const TAKEN: &str = "\
    join map race sleep sleep_until uuid now random execution batches list_objects read_csv read_json read_jsonl continue_as workflow task \
    steps pure item Some None Ok Err Vec String Option Result Box Data Json Failure Retry Duration Engine Pending Raced Res \
    Serialize Deserialize TaskContext TaskError Written std core serde serde_json commit vec format main \
    Test Coverage Definition Payload Workflow Task Execution Default Clone Debug From Into Iterator";

/// The longest name.
const LONGEST: usize = 40;

/// A name in Rust's form: `order_id` for `orderId`, `Order-ID` and `Order Id`.
#[must_use]
pub fn snake(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (at, letter) in letters.iter().enumerate() {
        if !letter.is_ascii_alphanumeric() {
            if !out.ends_with('_') && !out.is_empty() {
                out.push('_');
            }
            continue;
        }
        let before = at.checked_sub(1).map(|at| letters[at]);
        let lower =
            |it: Option<char>| it.is_some_and(|it| it.is_ascii_lowercase() || it.is_ascii_digit());
        let ends = before.is_some_and(|it| it.is_ascii_uppercase())
            && letters.get(at + 1).is_some_and(char::is_ascii_lowercase);
        if letter.is_ascii_uppercase() && (lower(before) || ends) && !out.ends_with('_') {
            out.push('_');
        }
        out.push(letter.to_ascii_lowercase());
    }
    let out = out.trim_matches('_');
    let out = match out.char_indices().nth(LONGEST) {
        Some((end, _)) => out[..end].trim_end_matches('_'),
        None => out,
    };
    match out.chars().next() {
        None => "x".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("n{out}"),
        Some(_) => out.to_owned(),
    }
}

/// `OrderId`
pub(crate) fn pascal(name: &str) -> String {
    let capital = |part: &str| {
        let mut letters = part.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    };
    snake(name).split('_').map(capital).collect()
}

/// Names that are given once.
#[derive(Debug, Default)]
pub(crate) struct Names(BTreeSet<String>);

impl Names {
    /// The name, or with a number where it is taken.
    pub fn take(&mut self, wish: &str) -> String {
        self.free(wish, &[RUST, TAKEN])
    }

    /// The same, for a field of a struct.
    pub fn field(&mut self, wish: &str) -> String {
        self.free(wish, &[RUST])
    }

    fn free(&mut self, wish: &str, taken: &[&str]) -> String {
        let is_taken =
            |name: &str| taken.iter().any(|all| all.split_whitespace().any(|it| it == name));
        let is_free = |name: &str| !self.0.contains(name) && !is_taken(name);
        let snake = wish.starts_with(|it: char| it.is_ascii_lowercase());
        let more = (2..).map(|n| if snake { format!("{wish}_{n}") } else { format!("{wish}{n}") });
        let name =
            std::iter::once(wish.to_owned()).chain(more).find(|it| is_free(it)).unwrap_or_default();
        self.0.insert(name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, pascal, snake};

    #[test]
    fn names_of_rust() {
        let cases = [
            ("Get Job Status", "get_job_status"),
            ("orderId", "order_id"),
            ("S3Key", "s3_key"),
            ("AWSAccountID", "aws_account_id"),
            ("is it \u{e4}?", "is_it"),
            ("9 lives", "n9_lives"),
            ("---", "x"),
        ];
        for (name, expected) in cases {
            assert_eq!(snake(name), expected, "{name}");
        }
        assert_eq!(pascal("Get-Job status"), "GetJobStatus");
    }

    #[test]
    fn names_are_given_once() {
        let mut names = Names::default();
        assert_eq!([names.take("a"), names.take("a"), names.take("type")], ["a", "a_2", "type_2"]);
        assert_eq!([names.take("A"), names.take("A")], ["A", "A2"]);
    }
}
