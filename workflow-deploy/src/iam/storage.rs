//! Objects in S3: what distributed Maps read and write, and what calls name.

use super::Permissions;
use crate::call::{Argument, State, argument};
use crate::text::{Part, Text};
use serde_json::Value;

/// A bucket.
pub(super) fn bucket(name: &Text) -> Text {
    if name.is_arn() { name.clone() } else { Text::arn_in("s3", false, false, name) }
}

/// Objects of a bucket, or of an access point to one.
pub(super) fn objects(name: &Text, key: &Text) -> Text {
    let point = |part: &Part| matches!(part, Part::Plain(text) if text.contains(":accesspoint/"));
    let between = if name.is_arn() && name.0.iter().any(point) { "/object/" } else { "/" };
    bucket(name).with(between).then(&spelled(key))
}

/// A key as policies can have it: their letters end at `ÿ` (IAM API Reference, `PutRolePolicy`), and others are anything.
pub(super) fn spelled(key: &Text) -> Text {
    let letter = |c: char| if c.is_control() || c > 'ÿ' { '*' } else { c };
    let part = |part: &Part| match part {
        Part::Plain(text) => Part::Plain(text.chars().map(letter).collect()),
        other => other.clone(),
    };
    Text(key.0.iter().map(part).collect())
}

/// `Arguments` or `Parameters` of a reader or a writer.
fn arguments(holder: &Value) -> &Value {
    holder.get("Arguments").or_else(|| holder.get("Parameters")).unwrap_or(&Value::Null)
}

/// Allows what an `ItemReader` reads.
pub(super) fn reader(state: &State<'_>, permissions: &mut Permissions) {
    let Some(reader) = state.json.get("ItemReader") else { return };
    let arguments = arguments(reader);
    let lists = reader["Resource"].as_str().is_some_and(|it| it.ends_with(":listObjectsV2"));
    let config = &reader["ReaderConfig"];
    let loads = config["Transformation"] == "LOAD_AND_FLATTEN";
    let manifest = config["InputType"] == "MANIFEST" || config.get("ManifestType").is_some();
    if manifest {
        let note = "s3:GetObject in the bucket of its manifest: where that names objects of others, give them in `permissions`";
        permissions.tell(state.name, note);
    }
    let name = match argument(arguments, "Bucket") {
        Argument::Known(name) => name,
        _ => {
            let actions: &[&str] = match (lists, loads) {
                (true, true) => &["s3:GetObject", "s3:ListBucket"],
                (true, false) => &["s3:ListBucket"],
                (false, _) => &["s3:GetObject"],
            };
            permissions.note(state.name, actions, "its bucket is computed");
            return permissions.allow(actions, vec![Text::any()]);
        }
    };
    if lists {
        permissions.allow(&["s3:ListBucket"], vec![bucket(&name)]);
    }
    // The objects that a manifest or a list names may be anywhere in the bucket.
    let all = lists || manifest;
    let key = match argument(arguments, "Key") {
        Argument::Known(key) if !all => key,
        _ => match argument(arguments, "Prefix") {
            Argument::Known(prefix) if lists => prefix.with("*"),
            _ => Text::any(),
        },
    };
    if !lists || loads {
        permissions.allow(&["s3:GetObject"], vec![objects(&name, &key)]);
    }
}

/// Allows what a `ResultWriter` writes, and what reads it back.
pub(super) fn writer(state: &State<'_>, permissions: &mut Permissions) {
    const ACTIONS: &[&str] =
        &["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"];
    let Some(writer) = state.json.get("ResultWriter") else { return };
    if writer.get("Resource").is_none() {
        return;
    }
    let arguments = arguments(writer);
    let Argument::Known(name) = argument(arguments, "Bucket") else {
        permissions.note(state.name, ACTIONS, "the bucket of its results is computed");
        return permissions.allow(ACTIONS, vec![Text::any()]);
    };
    let key = match argument(arguments, "Prefix") {
        Argument::Known(prefix) if prefix.as_plain() != Some("") => prefix.with("*"),
        _ => Text::any(),
    };
    permissions.allow(ACTIONS, vec![objects(&name, &key)]);
}
