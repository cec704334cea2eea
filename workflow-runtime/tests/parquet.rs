//! Distributed Maps over the rows of Parquet files.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use parquet::basic::{Compression, GzipLevel};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, FloatType, Int32Type, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;
use serde_json::{Value, json};
use std::sync::Arc;
use workflow_asl::Definition;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::connector::MemoryObjects;
use workflow_runtime::engine::{Identity, Limits, Start};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;
use workflow_runtime::{Engine, Failure};

type Group<'a> = SerializedRowGroupWriter<'a, Vec<u8>>;

/// The result of a distributed Map that passes the rows of the object `t`.
async fn items(objects: &MemoryObjects, config: Value) -> Result<Value, Failure> {
    let definition = json!({ "QueryLanguage": "JSONata", "StartAt": "M", "States": { "M": {
        "Type": "Map",
        "Label": "L",
        "ItemReader": {
            "Resource": "arn:aws:states:::s3:getObject",
            "ReaderConfig": config,
            "Arguments": { "Bucket": "b", "Key": "t" },
        },
        "ItemProcessor": {
            "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
            "StartAt": "P",
            "States": { "P": { "Type": "Pass", "End": true } },
        },
        "End": true,
    } } });
    let program = Compiled::connected(Definition::from_value(definition).unwrap()).unwrap();
    let open = |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        let input = Arc::new(json!({}));
        Ok(Interpreted::start(Arc::new(program), input, Context::from(identity)))
    };
    let engine = Engine::builder().clock(VirtualClock::default()).objects(objects.clone());
    let engine = engine.limits(Limits::Off).build();
    let output = engine.start_with(open, Start { machine: "m", ..Start::default() }).await?;
    Ok((*output.json()?).clone())
}

async fn rows(file: Vec<u8>) -> Result<Value, Failure> {
    let objects = MemoryObjects::default();
    objects.insert("b", "t", file);
    items(&objects, json!({ "InputType": "PARQUET" })).await
}

/// A file of as many row groups.
fn file(
    schema: &str,
    compression: Compression,
    groups: usize,
    mut write: impl FnMut(usize, &mut Group<'_>),
) -> Vec<u8> {
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let properties = WriterProperties::builder().set_compression(compression).build();
    let mut writer = SerializedFileWriter::new(vec![], schema, Arc::new(properties)).unwrap();
    for at in 0..groups {
        let mut group = writer.next_row_group().unwrap();
        write(at, &mut group);
        group.close().unwrap();
    }
    writer.into_inner().unwrap()
}

/// A column of the next field: its values, and at which level each is there (definition, repetition).
macro_rules! column {
    ($group:expr, $ty:ty, $values:expr) => {
        column!($group, $ty, $values, None, None)
    };
    ($group:expr, $ty:ty, $values:expr, $there:expr, $again:expr) => {{
        let mut column = $group.next_column().unwrap().unwrap();
        column.typed::<$ty>().write_batch(&$values, $there, $again).unwrap();
        column.close().unwrap();
    }};
}

fn bytes(of: &[u8]) -> ByteArray {
    of.to_vec().into()
}

#[tokio::test]
async fn rows_of_all_groups_are_items() {
    let schema = "message t { required int64 id; optional binary name (UTF8); }";
    let gzip = Compression::GZIP(GzipLevel::default());
    for compression in [Compression::UNCOMPRESSED, Compression::SNAPPY, gzip] {
        let write = |at: usize, group: &mut Group<'_>| {
            let ids: Vec<_> = (0..100).map(|id| id + 100 * i64::try_from(at).unwrap()).collect();
            column!(group, Int64Type, ids);
            let names: Vec<_> = (0..50).map(|_| bytes("ä".as_bytes())).collect();
            let there: Vec<_> = (0..100).map(|id| id % 2).collect();
            column!(group, ByteArrayType, names, Some(&there), None);
        };
        let name = |id: usize| if id % 2 == 1 { json!("ä") } else { Value::Null };
        let expected: Vec<_> = (0..300).map(|id| json!({ "id": id, "name": name(id) })).collect();
        assert_eq!(rows(file(schema, compression, 3, write)).await, Ok(json!(expected)));
    }
    let none = file(schema, Compression::SNAPPY, 0, |_, _| {});
    assert_eq!(rows(none).await, Ok(json!([])));
}

#[tokio::test]
async fn what_is_no_json_becomes_a_text_or_null() {
    let schema = "message t {
        required float f; required double d; required int32 day (DATE);
        required int64 at (TIMESTAMP_MILLIS); required int32 price (DECIMAL(5, 2)); required binary raw;
    }";
    let write = |_, group: &mut Group<'_>| {
        column!(group, FloatType, [0.1]);
        column!(group, DoubleType, [f64::NAN]);
        column!(group, Int32Type, [1]);
        column!(group, Int64Type, [1500]);
        column!(group, Int32Type, [-1205]);
        column!(group, ByteArrayType, [bytes(&[0, 255])]);
    };
    let expected = json!([{
        "f": 0.1, "d": null, "day": "1970-01-02", "at": "1970-01-01T00:00:01.5Z",
        "price": "-12.05", "raw": "AP8=",
    }]);
    assert_eq!(rows(file(schema, Compression::SNAPPY, 1, write)).await, Ok(expected));
}

#[tokio::test]
async fn groups_lists_and_maps_are_nested() {
    let schema = "message t {
        required group g { required int32 a; }
        optional group l (LIST) { repeated group list { optional int32 element; } }
        optional group m (MAP) { repeated group key_value { required binary key (UTF8); optional int32 value; } }
    }";
    let write = |_, group: &mut Group<'_>| {
        column!(group, Int32Type, [1, 2]);
        // [1, null] and none.
        column!(group, Int32Type, [1], Some(&[3, 2, 0]), Some(&[0, 1, 0]));
        // {x: 5, y: null} and {}.
        let (keys, again) = ([bytes(b"x"), bytes(b"y")], [0, 1, 0]);
        column!(group, ByteArrayType, keys, Some(&[2, 2, 1]), Some(&again));
        column!(group, Int32Type, [5], Some(&[3, 2, 1]), Some(&again));
    };
    let expected = json!([
        { "g": { "a": 1 }, "l": [1, null], "m": { "x": 5, "y": null } },
        { "g": { "a": 2 }, "l": null, "m": {} },
    ]);
    assert_eq!(rows(file(schema, Compression::SNAPPY, 1, write)).await, Ok(expected));
}

#[tokio::test]
async fn what_athena_has_written_can_be_parquet() {
    let table = |id: i64| {
        let write = |_, group: &mut Group<'_>| column!(group, Int64Type, [id]);
        file("message t { required int64 id; }", Compression::SNAPPY, 1, write)
    };
    let objects = MemoryObjects::default();
    objects.insert("b", "t", "s3://b/1\ns3://b/2\n");
    objects.insert("b", "1", table(1));
    objects.insert("b", "2", table(2));
    let config = json!({ "InputType": "PARQUET", "ManifestType": "ATHENA_DATA" });
    let expected = json!([{ "id": 1 }, { "id": 2 }]);
    assert_eq!(items(&objects, config).await, Ok(expected));
}

#[tokio::test]
async fn a_broken_file_is_a_failure_of_the_reader() {
    let schema = "message t { required int64 id; }";
    let write = |_, group: &mut Group<'_>| column!(group, Int64Type, [1, 2, 3]);
    let whole = file(schema, Compression::SNAPPY, 1, write);
    let place = "`t` in the bucket `b` ";
    for (bytes, cause) in [
        (&b"PAR1"[..], "is no Parquet file: it is too short"),
        (b"id\n1\n2\n3\n", "is no Parquet file: it does not end with `PAR1`"),
        (b"12345678\xFF\xFF\xFF\x7FPAR1", "cannot be read as a Parquet file: metadata of "),
        (&whole[..whole.len() - 1], "is no Parquet file: it does not end with `PAR1`"),
    ] {
        let failure = rows(bytes.to_vec()).await.unwrap_err();
        assert_eq!(failure.error(), "States.ItemReaderFailed");
        assert!(failure.cause().starts_with(&format!("{place}{cause}")), "{failure}");
    }
    // Whatever else is broken: rows, which may be other ones, or a failure.
    std::panic::set_hook(Box::new(|_| {}));
    let mut refused = 0;
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        let failure = rows(bytes).await.err();
        refused += usize::from(failure.is_some_and(|it| it.error() == "States.ItemReaderFailed"));
    }
    assert!(refused > whole.len() / 4, "{refused} of {}", whole.len());
}
