//! Workflows made of phrases: each in several places, with no parameter but those that it reads.

use super::phrases::PHRASES;
use workflow::testing::random::Random;

/// Where a phrase may stand: `@` in its place.
const PLACES: &[&str] = &[
    "@",
    "if word.len() > 1 {\n@\n} else {\nnote(\"other\".to_string()).await?;\n}",
    "match what.clone() {\nKind::Sized(n) if n > 2 => {\n@\n}\n_ => {\nnote(\"arm\".to_string()).await?;\n}\n}",
    "for word in names.iter().take(2).cloned().collect::<Vec<_>>() {\nnote(word.clone()).await?;\n@\n}",
    "let mut turn$ = 0;\nwhile turn$ < 2 {\nturn$ += 1;\nnote(\"turn\".to_string()).await?;\n@\n}",
    "map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {\nnote(word.clone()).await?;\n@\nOk(word)\n}).await?;",
    "let (left$, _) = join!(async {\nnote(\"branch\".to_string()).await?;\n@\nOk(1_i64)\n}, number(2)).await?;\nnumber(left$).await?;",
    "let Some(word) = maybe(word.clone()).await? else {\n@\nreturn Ok(3);\n};\nnote(word.clone()).await?;",
    "let value$ = {\n@\nlet inner$ = number(1).await?;\ninner$ % 9\n};\nnumber(value$).await?;",
];

/// How a workflow may end.
const ENDS: &[&str] = &[
    "Ok(1)",
    "number(2).await",
    "return Ok(3);",
    "loop {\nlet last = number(4).await?;\nif last > 2 {\nbreak Ok(last);\n}\nbreak Ok(5);\n}",
    "match number(6).await {\nOk(last) => Ok(last),\nErr(failure) => Err(failure),\n}",
    "doubled(\"last\".to_string(), 2).await",
    "if check(\"last\".to_string()).await? {\nOk(7)\n} else {\nErr(Failure::new(\"Last\", \"8\"))\n}",
];

/// The parameters that a phrase may read.
const PARAMETERS: &[(&str, &str)] = &[
    ("n", "i64"),
    ("flag", "bool"),
    ("word", "String"),
    ("names", "Vec<String>"),
    ("perhaps", "Option<String>"),
    ("what", "Kind"),
    ("held", "Parcel"),
    ("sizes", "BTreeMap<String, i64>"),
    ("here", "my_types::Spot"),
    ("share", "f64"),
    ("ints", "Ints"),
    ("bag", "BTreeSet<String>"),
    ("shelf", "HashMap<String, i64>"),
    ("wide", "u64"),
    ("wides", "Vec<u64>"),
];

/// In how many places each phrase stands, and how many stand in one workflow.
const TIMES: usize = 3;
const TOGETHER: usize = 3;

/// How many workflows there are.
pub const WORKFLOWS: usize = PHRASES.len() * TIMES / TOGETHER;
/// How many of them have each phrase once.
pub const ONCE: usize = PHRASES.len().div_ceil(TOGETHER);

/// The workflow of an index, under a number.
pub fn workflow(seed: u64, index: usize, number: usize) -> String {
    let mut random = Random::new(seed, &[number as u64]);
    let mut lines = vec![];
    for at in 0..TOGETHER {
        let place = index * TOGETHER + at;
        // The first round has every phrase at the top, where values live on to the end.
        let (phrase, round) = (place % PHRASES.len(), place / PHRASES.len());
        // No undo is registered in an item or a branch.
        let fits = |place: &&str| !PHRASES[phrase].contains(".undo(") || !place.contains("async");
        let places: Vec<&str> = PLACES[1..].iter().copied().filter(fits).collect();
        let around = if round == 0 { "@" } else { random.pick(&places) };
        let text = around.replace('@', PHRASES[phrase]).replace('$', &format!("{at}"));
        lines.extend(indented(&text));
    }
    lines.extend(indented(ENDS[index % ENDS.len()]));
    let code = lines.join("\n");
    let known: Vec<_> = PARAMETERS.iter().filter(|(name, _)| reads(&code, name)).collect();
    let names: Vec<_> = known.iter().map(|(name, _)| *name).collect();
    let written: Vec<_> = known.iter().map(|(name, ty)| format!("{name}: {ty}")).collect();
    let steps = if code.contains("doubled(") { "(steps(doubled))" } else { "" };
    format!(
        "\n#[workflow{steps}]\npub async fn w{number:03}({}) -> Result<i64, Failure> {{\n{code}\n}}\n\
         #[test]\nfn w{number:03}_agrees() {{\n    agrees!(w{number:03}({}));\n}}\n",
        written.join(", "),
        names.join(", "),
    )
}

/// Whether a name stands in the code as a word, not as a field.
fn reads(code: &str, name: &str) -> bool {
    let word = |of: char| of.is_alphanumeric() || of == '_';
    code.match_indices(name).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + name.len()..]);
        let field = before.ends_with('.') && !before.ends_with("..");
        let quoted = before.ends_with('"') && after.starts_with('"');
        let longer =
            before.ends_with(word) || after.starts_with(|of| word(of) || of == '(' || of == ':');
        !(field || quoted || longer)
    })
}

fn indented(text: &str) -> Vec<String> {
    let mut depth = 1;
    let lines = text.lines().map(|line| {
        let indent = "    ".repeat(depth - usize::from(line.starts_with('}')));
        depth = depth + line.matches('{').count() - line.matches('}').count();
        format!("{indent}{line}")
    });
    lines.collect()
}
