//! Lists of files: the inventory of a bucket, and what Athena has written.

use super::failed;
use super::parts::Location;
use crate::failure::Failure;
use crate::machine::distributed::ObjectForm;
use serde::Deserialize;
use workflow_asl::document::{CsvHeaders, Delimiter};

/// `manifest.json` of an inventory (S3 User Guide, "Inventory manifest").
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Inventory {
    destination_bucket: String,
    file_format: String,
    file_schema: String,
    files: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    key: String,
}

/// The files of an inventory, whose columns the manifest names.
pub(super) fn inventory(manifest: &[u8]) -> Result<(Vec<Location>, ObjectForm), Failure> {
    let manifest: Inventory = serde_json::from_slice(manifest)
        .map_err(|error| failed(format!("no manifest of an S3 inventory: {error}")))?;
    if manifest.file_format != "CSV" {
        let format = manifest.file_format;
        return Err(failed(format!("the inventory has the format {format}: only CSV can be read")));
    }
    let bucket = manifest.destination_bucket;
    let bucket = bucket.strip_prefix("arn:aws:s3:::").unwrap_or(&bucket);
    let columns = manifest.file_schema.split(',').map(|name| name.trim().to_owned()).collect();
    let here = |entry: Entry| Location { bucket: bucket.to_owned(), key: entry.key };
    let form = ObjectForm::Csv(Delimiter::Comma, CsvHeaders::Given(columns));
    Ok((manifest.files.into_iter().map(here).collect(), form))
}

/// The files that an `UNLOAD` of Athena names: an address a line.
pub(super) fn unloaded(manifest: &[u8]) -> Result<Vec<Location>, Failure> {
    let text = std::str::from_utf8(manifest).map_err(|_| failed("the manifest is no text"))?;
    let lines = text.lines().map(|line| line.trim().trim_matches('"'));
    lines.filter(|line| !line.is_empty()).map(address).collect()
}

fn address(line: &str) -> Result<Location, Failure> {
    let parts = line.strip_prefix("s3://").and_then(|rest| rest.split_once('/'));
    let (bucket, key) = parts.ok_or_else(|| {
        failed(format!("the manifest has `{line}` where `s3://BUCKET/KEY` is expected"))
    })?;
    Ok(Location { bucket: bucket.to_owned(), key: key.to_owned() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
    use super::*;
    use serde_json::json;

    #[test]
    fn an_inventory_names_its_files_and_columns() {
        let manifest = json!({
            "sourceBucket": "from",
            "destinationBucket": "arn:aws:s3:::lists",
            "version": "2016-11-30",
            "creationTimestamp": "1514944800000",
            "fileFormat": "CSV",
            "fileSchema": "Bucket, Key, Size",
            "files": [{ "key": "data/1.csv", "size": 1, "MD5checksum": "f1" }],
        });
        let (files, form) = inventory(manifest.to_string().as_bytes()).unwrap();
        let columns = ["Bucket", "Key", "Size"].map(str::to_owned).to_vec();
        assert_eq!(form, ObjectForm::Csv(Delimiter::Comma, CsvHeaders::Given(columns)));
        assert_eq!(files, [Location { bucket: "lists".to_owned(), key: "data/1.csv".to_owned() }]);
        let orc = manifest.to_string().replace("CSV", "ORC");
        let cause = inventory(orc.as_bytes()).unwrap_err().reported();
        assert_eq!(cause, "the inventory has the format ORC: only CSV can be read");
        assert!(inventory(b"{}").unwrap_err().reported().starts_with("no manifest"));
    }

    #[test]
    fn athena_names_its_files_by_address() {
        let files = unloaded(b"s3://b/x/1\n\"s3://c/2\"\n\n").unwrap();
        let location =
            |bucket: &str, key: &str| Location { bucket: bucket.into(), key: key.into() };
        assert_eq!(files, [location("b", "x/1"), location("c", "2")]);
        assert!(unloaded(b"b/x\n").unwrap_err().reported().contains("`b/x`"));
    }
}
