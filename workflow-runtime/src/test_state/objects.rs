//! The responses of S3. From AWS's public API models.

use super::shapes::Kind::{Any, Flag, List, Number, Object, OneOf, Sized, Table, Text, Time};
use super::shapes::{Kind, Response, Shape, may};

/// These members, and the checksums of an object.
macro_rules! checked {
    ($($more:expr),* $(,)?) => {
        &[
            may("ChecksumCRC32", Text),
            may("ChecksumCRC32C", Text),
            may("ChecksumCRC64NVME", Text),
            may("ChecksumSHA1", Text),
            may("ChecksumSHA256", Text),
            may("ChecksumSHA512", Text),
            may("ChecksumMD5", Text),
            may("ChecksumXXHASH64", Text),
            may("ChecksumXXHASH3", Text),
            may("ChecksumXXHASH128", Text),
            may("ChecksumType", OneOf(&["COMPOSITE", "FULL_OBJECT"])),
            $($more),*
        ]
    };
}

/// These members, and what is told of an object that is there.
macro_rules! found {
    ($($more:expr),* $(,)?) => {
        checked![
            may("DeleteMarker", Flag),
            may("AcceptRanges", Text),
            may("Expiration", Text),
            may("Restore", Text),
            may("LastModified", Time),
            may("ContentLength", Number),
            may("ETag", Text),
            may("MissingMeta", Number),
            may("VersionId", Text),
            may("CacheControl", Text),
            may("ContentDisposition", Text),
            may("ContentEncoding", Text),
            may("ContentLanguage", Text),
            may("ContentRange", Text),
            may("ContentType", Text),
            may("Expires", Text),
            may("WebsiteRedirectLocation", Text),
            may("ServerSideEncryption", ENCRYPTION),
            may("Metadata", Table(&Text)),
            may("SSECustomerAlgorithm", Text),
            may("SSECustomerKeyMD5", Text),
            may("SSEKMSKeyId", Text),
            may("BucketKeyEnabled", Flag),
            may("StorageClass", STORAGE),
            may("RequestCharged", OneOf(&["requester"])),
            may("ReplicationStatus", REPLICATION_STATUS),
            may("PartsCount", Number),
            may("TagCount", Number),
            may("ObjectLockMode", OneOf(&["GOVERNANCE", "COMPLIANCE"])),
            may("ObjectLockRetainUntilDate", Time),
            may("ObjectLockLegalHoldStatus", OneOf(&["ON", "OFF"])),
            may("ObjectLockEventHold", OneOf(&["ON", "OFF"])),
            may("ObjectLockEventHoldDurationDays", Number),
            may("ObjectLockEventHoldDurationYears", Number),
            $($more),*
        ]
    };
}

pub(super) const RESPONSES: &[Response] = &[
    ("s3", "getObject", GET_OBJECT),
    ("s3", "putObject", PUT_OBJECT),
    ("s3", "headObject", HEAD_OBJECT),
    ("s3", "deleteObject", DELETE_OBJECT),
    ("s3", "copyObject", COPY_OBJECT),
    ("s3", "listObjectsV2", LIST_OBJECTS_V2),
    ("s3", "listBuckets", LIST_BUCKETS),
];

const REPLICATION_STATUS: Kind = OneOf(&["COMPLETE", "PENDING", "FAILED", "REPLICA", "COMPLETED"]);

const STORAGE: Kind = OneOf(&[
    "STANDARD",
    "REDUCED_REDUNDANCY",
    "STANDARD_IA",
    "ONEZONE_IA",
    "INTELLIGENT_TIERING",
    "GLACIER",
    "DEEP_ARCHIVE",
    "OUTPOSTS",
    "GLACIER_IR",
    "SNOW",
    "EXPRESS_ONEZONE",
    "FSX_OPENZFS",
    "FSX_ONTAP",
    "AWS_BACKUP_WARM",
    "AWS_BACKUP_LOW_COST_WARM",
]);
const ENCRYPTION: Kind = OneOf(&["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"]);

const GET_OBJECT: Shape = found![may("Body", Any)];

const PUT_OBJECT: Shape = checked![
    may("Expiration", Text),
    may("ETag", Text),
    may("ServerSideEncryption", ENCRYPTION),
    may("VersionId", Text),
    may("SSECustomerAlgorithm", Text),
    may("SSECustomerKeyMD5", Text),
    may("SSEKMSKeyId", Text),
    may("SSEKMSEncryptionContext", Text),
    may("BucketKeyEnabled", Flag),
    may("Size", Number),
    may("RequestCharged", OneOf(&["requester"]))
];

const HEAD_OBJECT: Shape =
    found![may("ArchiveStatus", OneOf(&["ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS"]))];

const DELETE_OBJECT: Shape = &[
    may("DeleteMarker", Flag),
    may("VersionId", Text),
    may("RequestCharged", OneOf(&["requester"])),
];

const COPY_OBJECT: Shape = &[
    may("CopyObjectResult", Object(checked![may("ETag", Text), may("LastModified", Time)])),
    may("Expiration", Text),
    may("CopySourceVersionId", Text),
    may("VersionId", Text),
    may("ServerSideEncryption", ENCRYPTION),
    may("SSECustomerAlgorithm", Text),
    may("SSECustomerKeyMD5", Text),
    may("SSEKMSKeyId", Text),
    may("SSEKMSEncryptionContext", Text),
    may("BucketKeyEnabled", Flag),
    may("RequestCharged", OneOf(&["requester"])),
];

const LIST_OBJECTS_V2: Shape = &[
    may("IsTruncated", Flag),
    may(
        "Contents",
        List(&Object(&[
            may("Key", Sized(1, usize::MAX)),
            may("LastModified", Time),
            may("ETag", Text),
            may(
                "ChecksumAlgorithm",
                List(&OneOf(&[
                    "CRC32",
                    "CRC32C",
                    "SHA1",
                    "SHA256",
                    "CRC64NVME",
                    "SHA512",
                    "MD5",
                    "XXHASH64",
                    "XXHASH3",
                    "XXHASH128",
                ])),
            ),
            may("ChecksumType", OneOf(&["COMPOSITE", "FULL_OBJECT"])),
            may("Size", Number),
            may(
                "StorageClass",
                OneOf(&[
                    "STANDARD",
                    "REDUCED_REDUNDANCY",
                    "GLACIER",
                    "STANDARD_IA",
                    "ONEZONE_IA",
                    "INTELLIGENT_TIERING",
                    "DEEP_ARCHIVE",
                    "OUTPOSTS",
                    "GLACIER_IR",
                    "SNOW",
                    "EXPRESS_ONEZONE",
                    "FSX_OPENZFS",
                    "FSX_ONTAP",
                    "AWS_BACKUP_WARM",
                    "AWS_BACKUP_LOW_COST_WARM",
                ]),
            ),
            may("Owner", Object(&[may("DisplayName", Text), may("ID", Text)])),
            may(
                "RestoreStatus",
                Object(&[may("IsRestoreInProgress", Flag), may("RestoreExpiryDate", Time)]),
            ),
        ])),
    ),
    may("Name", Text),
    may("Prefix", Text),
    may("Delimiter", Text),
    may("MaxKeys", Number),
    may("CommonPrefixes", List(&Object(&[may("Prefix", Text)]))),
    may("EncodingType", OneOf(&["url"])),
    may("KeyCount", Number),
    may("ContinuationToken", Text),
    may("NextContinuationToken", Text),
    may("StartAfter", Text),
    may("RequestCharged", OneOf(&["requester"])),
];

const LIST_BUCKETS: Shape = &[
    may(
        "Buckets",
        List(&Object(&[
            may("Name", Text),
            may("CreationDate", Time),
            may("BucketRegion", Text),
            may("BucketArn", Sized(1, 128)),
        ])),
    ),
    may("Owner", Object(&[may("DisplayName", Text), may("ID", Text)])),
    may("ContinuationToken", Text),
    may("Prefix", Text),
];
