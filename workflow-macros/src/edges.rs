//! The edges of what the macros accept: beside each mistake, the neighbour that is none.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Item;

/// The messages of an item, in order.
fn messages(item: &str) -> Vec<String> {
    let mut text = String::new();
    let tokens = expanded(item);
    collect(tokens, &mut text);
    text.lines().map(str::to_owned).collect()
}

fn collect(tokens: TokenStream, into: &mut String) {
    let mut told = false;
    for token in tokens {
        match token {
            proc_macro2::TokenTree::Ident(ident) if ident == "compile_error" => told = true,
            proc_macro2::TokenTree::Group(group) if told => {
                told = false;
                *into += &format!("{}\n", group.stream());
            }
            proc_macro2::TokenTree::Group(group) => collect(group.stream(), into),
            _ => {}
        }
    }
}

/// The expansion of an item with one of the attributes or derives.
fn expanded(item: &str) -> TokenStream {
    let mut item: Item = syn::parse_str(item).unwrap_or_else(|error| panic!("{item}: {error}"));
    let attributes = match &mut item {
        Item::Fn(item) => &mut item.attrs,
        Item::Struct(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        _ => panic!("no case"),
    };
    let attribute = attributes.remove(0);
    let options = match &attribute.meta {
        syn::Meta::List(list) => list.tokens.clone(),
        _ => TokenStream::new(),
    };
    let name = attribute.path().get_ident().map(ToString::to_string).unwrap_or_default();
    let input = || syn::parse2(item.to_token_stream()).unwrap();
    match &*name {
        "task" => crate::task::expand(options, item.to_token_stream()),
        "workflow" => crate::workflow::expand(options, item.to_token_stream()),
        "pure" => crate::workflow::pure(options, item.to_token_stream()),
        "data" => crate::data::expand(&input()),
        _ => crate::task_error::expand(&input()),
    }
}

/// Each item with a part of each of its messages.
pub(crate) fn check(cases: &[(&str, &[&str])]) {
    for (item, expected) in cases {
        let found = messages(item);
        let told = |(found, part): (&String, &&str)| found.contains(*part);
        assert!(
            found.len() == expected.len() && found.iter().zip(*expected).all(told),
            "{item}: {found:#?}"
        );
    }
}

#[test]
fn arguments_of_tasks() {
    check(&[
        (
            "#[task] async fn t(a: A, b: A, c: A, d: A, e: A, f: A, g: A, h: A) -> Result<(), E> {}",
            &[],
        ),
        (
            "#[task] async fn t(a: A, b: A, c: A, d: A, e: A, f: A, g: A, h: A, x: Res<A>) -> Result<(), E> {}",
            &[],
        ),
        (
            "#[task] async fn t(a: A, b: A, c: A, d: A, e: A, f: A, g: A, h: A, i: A) -> Result<(), E> {}",
            &["at most 8 arguments"],
        ),
        ("#[task] async fn t(valueOf: A) -> Result<(), E> {}", &[]),
        ("#[task] async fn t(valueOf: A, x: Res<A>) -> Result<(), E> {}", &[]),
        (
            "#[task] async fn t(valueOf: A, b: A) -> Result<(), E> {}",
            &["`valueOf` is a name that every"],
        ),
        ("#[task] async fn t(a: &str) -> Result<(), E> {}", &["write `String`"]),
        ("#[task] async fn t(a: &[u8]) -> Result<(), E> {}", &["write `Vec<..>`"]),
        ("#[task] async fn t(a: &A) -> Result<(), E> {}", &["write the type without `&`"]),
        ("#[task] async fn t(a: &TaskContext) -> Result<(), E> {}", &["by value"]),
        ("#[task] async fn t(a: Res<&'static str>) -> Result<(), E> {}", &[]),
        (
            "#[task] async fn t(a: Res<dyn Bank>) -> Result<(), E> {}",
            &["write `Res<Box<dyn Bank>>`"],
        ),
        ("#[task] async fn t(a: Res<Box<dyn Bank>>) -> Result<(), E> {}", &[]),
        ("#[task] async fn t(a: Vec<&str>) -> Result<(), E> {}", &["write `String`"]),
        ("#[task] async fn t(a: impl Bank) -> Result<(), E> {}", &["write the type out"]),
        ("#[task] async fn t(mut a: A) -> Result<(), E> {}", &[]),
        ("#[task] async fn t(ref a: A) -> Result<(), E> {}", &["needs a name"]),
        ("#[task] async fn t(a @ _: A) -> Result<(), E> {}", &["needs a name"]),
        ("#[task] async fn t(self) -> Result<(), E> {}", &["not a method"]),
    ]);
}

#[test]
fn signatures_of_tasks() {
    let (long, longer) = ("t".repeat(64), "t".repeat(65));
    let named = |name: &str| format!("#[task] async fn {name}() -> Result<(), E> {{}}");
    check(&[
        (&named(&long), &[]),
        (&named(&longer), &["choose another name"]),
        (&named("größe"), &["choose another name"]),
        (&named("u32"), &["would hide the type `u32`"]),
        ("#[task] fn t() -> Result<(), E> {}", &[]),
        ("#[task] async fn t() {}", &["write `-> Result<(), Failure>`"]),
        ("#[task] async fn t() -> u32 {}", &["write `Result<u32, Failure>`"]),
        ("#[task] async fn t() -> Result<u32> {}", &[]),
        ("#[task] async fn t() -> io::Result<u32> {}", &[]),
        ("#[task] async fn t() -> ShopResult {}", &[]),
        ("#[task] async fn t() -> std::result::Result<u32, E> {}", &[]),
        ("#[task] async fn t() -> Option<u32> {}", &["a task returns a `Result`"]),
        ("#[task] async fn t() -> impl Future {}", &["with the type written out"]),
        ("#[task] const fn t() -> Result<(), E> {}", &["remove `const`"]),
        ("#[task] async unsafe fn t() -> Result<(), E> {}", &["remove `unsafe`"]),
        ("#[task] extern \"C\" fn t() -> Result<(), E> {}", &["remove `extern`"]),
        ("#[task] async fn t<A>(a: A) -> Result<(), E> {}", &["write the types out"]),
        ("#[task] async fn t<A>(a: A) -> Result<(), E> where A: B {}", &["write the types out"]),
        ("#[task] async fn t<'a>(a: A) -> Result<(), E> {}", &["take owned types"]),
        ("#[task] async fn t() -> Result<(), E> where A: B {}", &["remove the `where` clause"]),
    ]);
}

#[test]
fn options_of_tasks() {
    check(&[
        ("#[task(timeout = \"5s\", heartbeat = \"4s\")] async fn t() -> Result<(), E> {}", &[]),
        (
            "#[task(timeout = \"5s\", heartbeat = \"5s\")] async fn t() -> Result<(), E> {}",
            &["never matters"],
        ),
        (
            "#[task(heartbeat = \"6s\", timeout = \"5s\")] async fn t() -> Result<(), E> {}",
            &["never matters"],
        ),
        (
            "#[task(heartbeat = \"6s\", timeout = \"5s\", timeout = \"4s\")] async fn t() -> Result<(), E> {}",
            &["never matters", "written twice"],
        ),
        (
            "#[task(timeout = \"5s\", timeout = \"6s\")] async fn t() -> Result<(), E> {}",
            &["`timeout` is written twice"],
        ),
        (
            "#[task(timeout)] async fn t() -> Result<(), E> {}",
            &["has no option `timeout` without a value"],
        ),
        ("#[task(timeout(5))] async fn t() -> Result<(), E> {}", &["followed by `=`"]),
        ("#[task(timeout = LONG)] async fn t() -> Result<(), E> {}", &["must be a literal"]),
        ("#[task(retry = GENTLY)] async fn t() -> Result<(), E> {}", &[]),
        ("#[task(retry = [A, B])] async fn t() -> Result<(), E> {}", &[]),
        (
            "#[task(retry = [A, 3])] async fn t() -> Result<(), E> {}",
            &["a retrier must be a constant"],
        ),
        ("#[task(retry(max_attempts = 3, jitter))] async fn t() -> Result<(), E> {}", &[]),
        ("#[task(retry(jitter, jitter))] async fn t() -> Result<(), E> {}", &["written twice"]),
        (
            "#[task(retry(jitter = 3))] async fn t() -> Result<(), E> {}",
            &["no option `jitter` in this form"],
        ),
        ("#[task(retry(interval = \"1ms\"))] async fn t() -> Result<(), E> {}", &["whole seconds"]),
        ("#[task(retry(interval = LONG))] async fn t() -> Result<(), E> {}", &[]),
        ("#[task(aws_retry = false)] async fn t() -> Result<(), E> {}", &[]),
        (
            "#[task(aws_retry = \"no\")] async fn t() -> Result<(), E> {}",
            &["write `aws_retry = false`"],
        ),
        ("#[task(speed = 3)] async fn t() -> Result<(), E> {}", &["no option `speed`"]),
        ("#[task(resource = ARN)] async fn t() -> Result<(), E> {}", &["a string literal"]),
        ("#[task(callback)] async fn t() -> Result<Pending<u32>, E> {}", &[]),
        ("#[task(callback)] async fn t() -> Result<(), E> {}", &[]),
        (
            "#[task(callback)] async fn t() -> Result<u32, E> {}",
            &["a callback task returns `Pending`"],
        ),
        ("#[task] async fn t() -> Result<Pending<u32>, E> {}", &["result of a callback task"]),
        (
            "#[task(token = \"A\")] async fn t() -> Result<(), E> {}",
            &["`token` is an option of tasks"],
        ),
        (
            "#[task(name = \"A\")] async fn t() -> Result<(), E> {}",
            &["`name` is an option of tasks"],
        ),
        (
            "#[task(resource = \"arn:aws:states:::sqs:sendMessage\")] async fn t() -> Result<(), E> {}",
            &["has no body"],
        ),
    ]);
}

#[test]
fn errors_of_tasks() {
    check(&[
        ("#[error] enum E { A, B { b: u32 }, C(u32) }", &[]),
        ("#[error] enum E {}", &["an enum of errors needs a variant"]),
        ("#[error] struct E;", &["an error of a task is an enum"]),
        ("#[error] enum E<T> { A(T) }", &["has no parameters"]),
        ("#[error] enum E { A, #[other] Rest(Failure) }", &[]),
        ("#[error] enum E { A, #[other] Rest(workflow::Failure) }", &[]),
        ("#[error] enum E { A, #[other] Rest(String) }", &["write `Rest(Failure)`"]),
        ("#[error] enum E { A, #[other] Rest { of: Failure } }", &["write `Rest(Failure)`"]),
        ("#[error] enum E { A, #[other] Rest(Failure, Failure) }", &["write `Rest(Failure)`"]),
        ("#[error] enum E { #[other] A(Failure), #[other] B(Failure) }", &["a second `#[other]`"]),
        (
            "#[error] enum E { #[error_name(\"x\")] #[other] A(Failure) }",
            &["remove one of the two"],
        ),
        ("#[error] enum E { #[error_name(3)] A }", &["an error name is a text"]),
        (
            "#[error] enum E { #[error_name(\"B\")] A, B }",
            &["the error name `B` is taken by the variant `A`"],
        ),
        ("#[error] enum E { #[error_name(\"C\")] A, B }", &[]),
        ("#[error] enum E { #[error_name(\"States.Timeout\")] A, B }", &[]),
        ("#[error] enum E { #[error_name(\"States.HeartbeatTimeout\")] A, B }", &[]),
        (
            "#[error] enum E { #[error_name(\"States.Timeout\")] A, #[error_name(\"States.HeartbeatTimeout\")] B }",
            &["also takes missed heartbeats"],
        ),
        ("#[error] enum E { #[error_name(\"Race.A\")] A }", &["belong to `race!`"]),
        ("#[error] #[serde(tag = \"t\")] enum E { A }", &["an error needs no tag"]),
    ]);
}

#[test]
fn types_of_data() {
    check(&[
        ("#[data] struct A { a: Option<u32>, b: Option<Vec<Option<u32>>> }", &[]),
        ("#[data] struct A { a: Option<Option<u32>> }", &["an enum with a variant"]),
        ("#[data] struct A { a: Option<()> }", &["write `bool`"]),
        ("#[data] struct A { a: Option<(u32,)> }", &[]),
        ("#[data] struct A { a: Vec<Option<Option<u32>>> }", &["an enum with a variant"]),
        ("#[data] struct A { #[data(opaque)] a: Option<Option<u32>> }", &[]),
        ("#[data] struct A { a: HashSet<u32> }", &["write `BTreeSet<..>`"]),
        ("#[data] struct A { #[data(opaque)] a: HashSet<u32> }", &[]),
        ("#[data] #[data(opaque)] struct A { a: HashSet<u32> }", &[]),
        ("#[data] struct A { #[data(clear)] a: u32 }", &["`data` knows only `opaque`"]),
        ("#[data] enum A { B() }", &["write `B` without parentheses"]),
        ("#[data] enum A { B(u32), C(u32, u32), D {} }", &[]),
    ]);
}

#[test]
fn attributes_of_data() {
    check(&[
        ("#[data] struct A { #[serde(default)] a: u32 }", &[]),
        ("#[data] struct A(u32, #[serde(default)] u32);", &["a field without a name"]),
        ("#[data] #[serde(default)] struct A(u32, u32);", &["a field without a name"]),
        ("#[data] enum A { B(u32, #[serde(default)] u32) }", &["a field without a name"]),
        ("#[data] enum A { B { #[serde(default)] b: u32 } }", &[]),
        (
            "#[data] struct A { #[serde(rename = \"valueOf\")] a: u32 }",
            &["`valueOf` is a name that every"],
        ),
        ("#[data] #[serde(tag = \"valueOf\")] enum A { B {} }", &["choose another tag"]),
        (
            "#[data] #[serde(tag = \"t\", content = \"valueOf\")] enum A { B(u32) }",
            &["choose another content"],
        ),
        (
            "#[data] struct A { #[serde(rename(serialize = \"b\", deserialize = \"c\"))] a: u32 }",
            &["written `b` and read `c`"],
        ),
        (
            "#[data] struct A { #[serde(skip_serializing_if = \"Option::is_none\")] a: Option<u32> }",
            &[],
        ),
        (
            "#[data] struct A { #[serde(skip_serializing_if = \"own\")] a: Vec<u32> }",
            &["cannot evaluate this function"],
        ),
        (
            "#[data] struct A { #[serde(default, skip_serializing_if = \"Vec::is_empty\")] a: Own }",
            &["cannot evaluate this function"],
        ),
        (
            "#[data] struct A { #[serde(skip_serializing_if = \"Vec::is_empty\")] a: Vec<u32> }",
            &["must be read as the same empty value"],
        ),
        (
            "#[data] struct A { #[serde(default = \"own\", skip_serializing_if = \"Vec::is_empty\")] a: Vec<u32> }",
            &["must be read as the same empty value"],
        ),
        (
            "#[data] struct A { #[serde(default, skip_serializing_if = \"Vec::is_empty\")] a: Vec<u32> }",
            &[],
        ),
        ("#[data] struct A { #[serde(with = \"w\")] #[data(opaque)] a: u32 }", &[]),
        ("#[data] struct A { #[serde(with = \"w\")] a: u32 }", &["`with`: the JSON is made by"]),
        (
            "#[data] struct A { #[serde(flatten)] #[data(opaque)] a: B }",
            &["`flatten`: a flattened field"],
        ),
        ("#[data] #[data(opaque)] struct A { #[serde(flatten)] a: B }", &[]),
    ]);
}

#[test]
fn attributes_that_make_their_own_json() {
    check(&[
        (
            "#[data] #[serde(remote = \"B\")] struct A { a: u32 }",
            &["`remote`: this describes the JSON"],
        ),
        (
            "#[data] #[serde(remote = \"B\")] struct A { #[serde(getter = \"g\")] a: u32 }",
            &["`remote`: this describes the JSON", "`getter`: the value comes from a function"],
        ),
        ("#[data] #[serde(field_identifier)] enum A { B }", &["a field identifier is not data"]),
        (
            "#[data] #[serde(variant_identifier)] enum A { B }",
            &["a variant identifier is not data"],
        ),
        ("#[data] enum A { #[serde(with = \"w\")] B(u32) }", &["write `with` on its field"]),
        (
            "#[data] enum A { #[serde(serialize_with = \"w\")] B(u32) }",
            &["write `serialize_with` on its field"],
        ),
        (
            "#[data] enum A { #[serde(deserialize_with = \"w\")] B(u32) }",
            &["write `deserialize_with` on its field"],
        ),
        (
            "#[data] struct A { #[serde(with = \"w\", default)] #[data(opaque)] a: u32 }",
            &["made by a function of your own"],
        ),
        (
            "#[data] struct A { #[serde(with = \"w\", default)] #[data(opaque)] a: Option<u32> }",
            &[],
        ),
        (
            "#[data] struct A { #[serde(with = \"w\", default = \"f\")] #[data(opaque)] a: Option<u32> }",
            &["made by a function of your own"],
        ),
    ]);
}

#[test]
fn signatures_of_workflows() {
    let eight = "a: A, b: A, c: A, d: A, e: A, f: A, g: A, h: A";
    check(&[
        (&format!("#[workflow] async fn w({eight}) -> Result<(), Failure> {{ Ok(()) }}"), &[]),
        (
            &format!("#[workflow] async fn w({eight}, i: A) -> Result<(), Failure> {{ Ok(()) }}"),
            &["at most 8 inputs"],
        ),
        ("#[workflow] fn w() -> Result<(), Failure> { Ok(()) }", &["write `async fn`"]),
        (
            "#[workflow] async fn w<T>(a: T) -> Result<(), Failure> { Ok(()) }",
            &["cannot be generic"],
        ),
        (
            "#[workflow] async unsafe fn w() -> Result<(), Failure> { Ok(()) }",
            &["cannot be `unsafe`"],
        ),
        (
            "#[workflow] async fn w(a: &str) -> Result<(), Failure> { Ok(()) }",
            &["take the text: `String`"],
        ),
        (
            "#[workflow] async fn w(a: &[u32]) -> Result<(), Failure> { Ok(()) }",
            &["take the list: `Vec<u32>`"],
        ),
        ("#[workflow] async fn w(a: &A) -> Result<(), Failure> { Ok(()) }", &["remove the `&`"]),
        ("#[workflow] async fn w() { }", &["returns a `Result`"]),
        ("#[workflow] async fn w() -> u32 { 1 }", &["write `-> Result<u32, Failure>`"]),
        ("#[workflow] async fn w() -> Result<u32, String> { Ok(1) }", &["`String` has no name"]),
        (
            "#[workflow] async fn w() -> Result<u32, Box<dyn Error>> { Ok(1) }",
            &["an error of any type"],
        ),
        (
            "#[workflow] async fn w() -> Result<u32, anyhow::Error> { Ok(1) }",
            &["an error of any type"],
        ),
        ("#[workflow] async fn w() -> io::Result<u32> { Ok(1) }", &["this error has no name"]),
        ("#[workflow] async fn w() -> own::Result<u32> { Ok(1) }", &[]),
        ("#[workflow] async fn w() -> Result<u32> { Ok(1) }", &[]),
        ("#[workflow] async fn w() -> Result<u32, Own> { Ok(1) }", &[]),
        ("#[workflow] async fn w() -> Outcome { Ok(1) }", &[]),
    ]);
}
