//! Values of more than 256 KiB: their references go through a workflow, the values through a store.

#![allow(clippy::unwrap_used, reason = "tests")]

use serde_json::{Value, json};
use std::sync::Arc;
use workflow::large::{LargeMemory, MISSING};
use workflow::prelude::*;
use workflow::testing::Test;
use workflow::{Payload, Resources, TaskDefinition, Workflow};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::oracle::{self, Told, What};
use workflow_sqlite::Sqlite;

/// No part of the data of a workflow: serde alone knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Report {
    title: String,
    pages: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Published {
    report: Large<Report>,
    draft: Option<Large<Report>>,
    same: bool,
    pages: Vec<usize>,
}

/// Writes a page of a kilobyte for each number.
#[task]
async fn render(
    large: Res<LargeStore>,
    title: String,
    pages: u32,
) -> Result<Large<Report>, Failure> {
    let pages = (0..pages).map(|page| format!("{page:1000}")).collect();
    large.put(&Report { title, pages }).await
}

#[task]
async fn pages(report: Large<Report>, large: Res<LargeStore>) -> Result<usize, Failure> {
    Ok(large.get(&report).await?.pages.len())
}

/// Turns the pages of a report around.
#[task]
async fn turned(
    report: Large<Report>,
    large: Res<LargeStore>,
) -> Result<Option<Large<Report>>, Failure> {
    let Report { title, mut pages } = large.get(&report).await?;
    pages.reverse();
    Ok(Some(large.put(&Report { title, pages }).await?))
}

#[workflow]
async fn publish(title: String, size: u32) -> Result<Published, Failure> {
    let report = render(title.clone(), size).await?;
    let again = render(title, size).await?;
    let draft = turned(report).await?;
    let same = report == again && draft != Some(again);
    let list = vec![report, again];
    let pages = map(list, async |report| pages(report).await).await?;
    Ok(Published { report, draft, same, pages })
}

fn input() -> (String, u32) {
    ("A year".to_owned(), 1_500)
}

/// The same by the generated machine.
async fn by_machine(store: LargeStore) -> Value {
    let engine = Engine::builder().resource(store).build();
    json!(engine.run::<publish>(input().into()).await.unwrap())
}

/// The same by the document.
async fn by_document(store: LargeStore) -> Value {
    let document = Compiled::new(publish::definition().unwrap(), &publish::tasks()).unwrap();
    let input: <publish as Workflow>::Input = input().into();
    let input = Arc::new(json!(input));
    let engine = Engine::builder().resource(store).build();
    let open =
        |identity: &_| Ok(Interpreted::start(Arc::new(document), input, Context::from(identity)));
    Value::clone(&*engine.drive(open, "publish", None).await.unwrap().json().unwrap())
}

/// The same by the function as it is written.
fn by_function(store: LargeStore) -> Value {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let mut resources = Resources::default();
    resources.insert(store);
    let context = workflow::TaskContext::test(resources);
    let (title, size) = input();
    let mut asked = vec![];
    let told = oracle::run(publish::run(title, size), Told::default(), |wanted| {
        asked.extend(wanted);
        let next = asked.pop()?;
        let What::Task(name, payload) = next.what else { return None };
        let task: TaskDefinition =
            publish::tasks().into_iter().find(|task| task.name == name).unwrap();
        Some(((next.path, next.ordinal), runtime.block_on((task.run)(&context, payload))))
    });
    json!(told.unwrap().unwrap())
}

/// A folder of a test's own.
struct Dir(std::path::PathBuf);

impl Dir {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("large-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Dir(path)
    }
}

impl Drop for Dir {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[tokio::test]
async fn a_megabyte_goes_through_function_machine_and_document_alike() {
    let dir = Dir::new("alike");
    let folder = || LargeStore::folder(&dir.0);
    let machine = by_machine(folder()).await;
    assert_eq!(machine, by_document(LargeStore::memory()).await);
    let function = std::thread::spawn(|| by_function(LargeStore::memory())).join().unwrap();
    assert_eq!(machine, function);
    assert_eq!((&machine["same"], &machine["pages"]), (&json!(true), &json!([1500, 1500])));
    let report: Large<Report> = serde_json::from_value(machine["report"].clone()).unwrap();
    assert!(report.bytes() > 1_500_000, "{report}");
    assert_eq!(folder().get(&report).await.unwrap().title, "A year");
    // The report and its draft: what was made twice is one file.
    let names = std::fs::read_dir(&dir.0).unwrap().map(|it| it.unwrap().file_name());
    assert_eq!(names.filter(|it| it.to_string_lossy().ends_with(".json")).count(), 2);
}

#[task]
async fn whole(size: u32) -> Result<String, Failure> {
    Ok("x".repeat(size as usize))
}

#[workflow]
async fn at_once(size: u32) -> Result<String, Failure> {
    whole(size).await
}

#[tokio::test]
async fn without_a_reference_there_is_a_limit() {
    let engine = Engine::builder().build();
    let failure = engine.run::<at_once>(1_500_000).await.unwrap_err();
    assert_eq!(failure.error(), "States.DataLimitExceeded");
}

#[test]
fn bodies_run_in_tests_without_a_store_of_their_own() {
    let test = Test::of::<publish>().runs_all().check_same().crash_everywhere();
    let published = test.run(input()).output();
    assert_eq!((published.same, published.pages), (true, vec![1500, 1500]));
}

#[test]
fn a_mock_answers_with_a_large_value() {
    let report = Report { title: "Mocked".to_owned(), pages: vec!["one".to_owned()] };
    let reference = LargeMemory::default().insert(&report).unwrap();
    let test = Test::of::<publish>()
        .mock::<render>(|call| call.returns_large(&report))
        .mock::<turned>(|call| call.returns(None))
        .runs::<pages>();
    let published = test.check_same().run(input()).output();
    assert_eq!(published.pages, [1, 1]);
    assert_eq!(published.report, reference);
}

#[test]
fn a_value_of_a_mock_is_found_in_the_memory_that_a_test_is_given() {
    let memory = LargeMemory::default();
    let report = Report { title: "Mocked".to_owned(), pages: vec!["one".to_owned(); 3] };
    let reference = memory.insert(&report).unwrap();
    let test = Test::of::<publish>()
        .resource(LargeStore::new(memory.clone()))
        .mock::<render>(|call| call.returns(reference));
    let published = test.check_same().run(input()).output();
    assert_eq!(published.pages, [3, 3]);
    assert_eq!(memory.value(&published.draft.unwrap()).unwrap(), report);
}

#[test]
#[should_panic(expected = "put the value there, and write `.returns(reference)`")]
fn a_mock_does_not_put_values_where_nobody_looks() {
    let report = Report { title: String::new(), pages: vec![] };
    let test = Test::of::<publish>()
        .resource(LargeStore::memory())
        .mock::<render>(|call| call.returns_large(&report));
    let _ = test.run(input());
}

#[test]
#[should_panic(expected = "pages")]
fn a_body_is_not_run_unasked() {
    let report = Report { title: String::new(), pages: vec![] };
    let test = Test::of::<publish>().mock::<render>(|call| call.returns_large(&report));
    let _ = test.mock::<turned>(|call| call.returns(None)).run(input());
}

#[tokio::test]
async fn beside_a_file_there_is_a_folder_once_it_is_needed() {
    let dir = Dir::new("beside");
    let (file, folder) = (dir.0.join("orders.db"), dir.0.join("orders.db-large"));
    let engine = Engine::builder().store(Sqlite::open(&file).unwrap()).build();
    assert!(!folder.exists());
    let published = engine.run::<publish>(input().into()).await.unwrap();
    assert_eq!(LargeStore::folder(folder).get(&published.report).await.unwrap().pages.len(), 1500);
}

#[tokio::test]
async fn a_store_that_does_not_last_is_not_guessed() {
    let engine = Engine::builder().store(Sqlite::in_memory().unwrap()).build();
    let failure = engine.run::<publish>(input().into()).await.unwrap_err();
    assert!(failure.cause().contains("LargeStore` (needed by render, turned, pages)"), "{failure}");
}

/// Reads what another store has.
#[workflow]
async fn lost(report: Large<Report>) -> Result<usize, Failure> {
    match pages(report).await {
        Ok(pages) => Ok(pages),
        Err(failure) => Err(Failure::new("Lost", failure.error().to_owned())),
    }
}

#[tokio::test]
async fn what_is_missing_is_caught_by_its_name() {
    let report = Report { title: String::new(), pages: vec![] };
    let large = LargeMemory::default().insert(&report).unwrap();
    let engine = Engine::builder().build();
    let failure = engine.run::<lost>(large).await.unwrap_err();
    assert_eq!((failure.error(), &*failure.cause()), ("Lost", MISSING));
}

/// The reference and its quotes.
#[workflow(max_payload = 82)]
async fn counted(report: Large<Report>) -> Result<usize, Failure> {
    pages(report).await
}
#[workflow(max_payload = 81)]
async fn counted_in_less(report: Large<Report>) -> Result<usize, Failure> {
    pages(report).await
}

#[test]
fn a_reference_has_a_known_size_in_the_document() {
    assert!(counted::definition().is_ok());
    let error = counted_in_less::definition().unwrap_err().to_string();
    assert!(error.contains("may have 82 bytes, more than `max_payload` 81"), "{error}");
    let encoded = Payload::live(LargeMemory::default().insert(&vec![0; 9]).unwrap());
    assert_eq!(encoded.text().unwrap().len(), "\"sha256::19\"".len() + 64);
}
