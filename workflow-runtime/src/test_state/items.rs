//! The responses of DynamoDB. From AWS's public API models.

use super::shapes::Kind::{
    Any, Between, Blob, Flag, List, Number, Object, OneOf, Sized, Table, Text, Time,
};
use super::shapes::{ANY, Kind, Response, Shape, may, must};

macro_rules! value {
    ($inner:expr) => {
        &[
            may("S", Text),
            may("N", Text),
            may("B", Blob(0, usize::MAX)),
            may("SS", List(&Text)),
            may("NS", List(&Text)),
            may("BS", List(&Blob(0, usize::MAX))),
            may("M", Table(&$inner)),
            may("L", List(&$inner)),
            may("NULL", Flag),
            may("BOOL", Flag),
        ]
    };
}

pub(super) const RESPONSES: &[Response] = &[
    ("dynamodb", "putItem", CHANGE_ITEM),
    ("dynamodb", "updateItem", CHANGE_ITEM),
    ("dynamodb", "deleteItem", CHANGE_ITEM),
    ("dynamodb", "getItem", GET_ITEM),
    ("dynamodb", "query", QUERY),
    ("dynamodb", "scan", QUERY),
    ("dynamodb", "batchGetItem", BATCH_GET_ITEM),
    ("dynamodb", "batchWriteItem", BATCH_WRITE_ITEM),
    ("dynamodb", "describeTable", DESCRIBE_TABLE),
];

const WARM_THROUGHPUT: Kind = Object(&[
    may("ReadUnitsPerSecond", Between(1.0, ANY)),
    may("WriteUnitsPerSecond", Between(1.0, ANY)),
    may("Status", TABLE_STATUS),
]);
const PROVISIONED_THROUGHPUT: Kind = Object(&[
    may("LastIncreaseDateTime", Time),
    may("LastDecreaseDateTime", Time),
    may("NumberOfDecreasesToday", Between(1.0, ANY)),
    may("ReadCapacityUnits", Between(0.0, ANY)),
    may("WriteCapacityUnits", Between(0.0, ANY)),
]);
const WARM_INDEX: Kind = Object(&[
    may("ReadUnitsPerSecond", Between(1.0, ANY)),
    may("WriteUnitsPerSecond", Between(1.0, ANY)),
    may("Status", OneOf(&["CREATING", "UPDATING", "DELETING", "ACTIVE"])),
]);
const TABLE_STATUS: Kind = OneOf(&[
    "CREATING",
    "UPDATING",
    "DELETING",
    "ACTIVE",
    "INACCESSIBLE_ENCRYPTION_CREDENTIALS",
    "ARCHIVING",
    "ARCHIVED",
    "REPLICATION_NOT_AUTHORIZED",
]);
const PROJECTION: Kind = Object(&[
    may("ProjectionType", OneOf(&["ALL", "KEYS_ONLY", "INCLUDE"])),
    may("NonKeyAttributes", List(&Sized(1, 255))),
]);
const UNIT: Kind = Object(&[
    may("ReadCapacityUnits", Number),
    may("WriteCapacityUnits", Number),
    may("CapacityUnits", Number),
]);
const UNITS: Kind = Table(&UNIT);
const TABLE_CLASS: Kind = Object(&[
    may("TableClass", OneOf(&["STANDARD", "STANDARD_INFREQUENT_ACCESS"])),
    may("LastUpdateDateTime", Time),
]);
const KEY_SCHEMA: Kind = List(&Object(&[
    must("AttributeName", Sized(1, 255)),
    must("KeyType", OneOf(&["HASH", "RANGE"])),
]));
const ON_DEMAND_THROUGHPUT: Kind =
    Object(&[may("MaxReadRequestUnits", Number), may("MaxWriteRequestUnits", Number)]);

/// A value of an attribute, which may hold others; they are looked at three deep.
const VALUE: Kind = Object(value!(INNER));
const INNER: Kind = Object(value!(INMOST));
const INMOST: Kind = Object(value!(Any));
const CAPACITY: Kind = Object(&[
    may("TableName", Sized(1, 1024)),
    may("CapacityUnits", Number),
    may("ReadCapacityUnits", Number),
    may("WriteCapacityUnits", Number),
    may("Table", UNIT),
    may("LocalSecondaryIndexes", UNITS),
    may("GlobalSecondaryIndexes", UNITS),
    may(
        "VectorIndexes",
        Table(&Object(&[
            may("VectorSearchRequestBytes", Number),
            may("VectorWriteRequestBytes", Number),
        ])),
    ),
]);

const CHANGE_ITEM: Shape = &[
    may("Attributes", Table(&VALUE)),
    may("ConsumedCapacity", CAPACITY),
    may(
        "ItemCollectionMetrics",
        Object(&[
            may("ItemCollectionKey", Table(&VALUE)),
            may("SizeEstimateRangeGB", List(&Number)),
        ]),
    ),
];

const GET_ITEM: Shape = &[may("Item", Table(&VALUE)), may("ConsumedCapacity", CAPACITY)];

const QUERY: Shape = &[
    may("Items", List(&Table(&VALUE))),
    may("Count", Number),
    may("ScannedCount", Number),
    may("LastEvaluatedKey", Table(&VALUE)),
    may("ConsumedCapacity", CAPACITY),
];

const BATCH_GET_ITEM: Shape = &[
    may("Responses", Table(&List(&Table(&VALUE)))),
    may(
        "UnprocessedKeys",
        Table(&Object(&[
            must("Keys", List(&Table(&VALUE))),
            may("AttributesToGet", List(&Sized(0, 65535))),
            may("ConsistentRead", Flag),
            may("ProjectionExpression", Text),
            may("ExpressionAttributeNames", Table(&Sized(0, 65535))),
        ])),
    ),
    may("ConsumedCapacity", List(&CAPACITY)),
];

const BATCH_WRITE_ITEM: Shape = &[
    may(
        "UnprocessedItems",
        Table(&List(&Object(&[
            may("PutRequest", Object(&[must("Item", Table(&VALUE))])),
            may("DeleteRequest", Object(&[must("Key", Table(&VALUE))])),
        ]))),
    ),
    may(
        "ItemCollectionMetrics",
        Table(&List(&Object(&[
            may("ItemCollectionKey", Table(&VALUE)),
            may("SizeEstimateRangeGB", List(&Number)),
        ]))),
    ),
    may("ConsumedCapacity", List(&CAPACITY)),
];

const DESCRIBE_TABLE: Shape = &[may(
    "Table",
    Object(&[
        may(
            "AttributeDefinitions",
            List(&Object(&[
                must("AttributeName", Sized(1, 255)),
                must("AttributeType", OneOf(&["S", "N", "B"])),
            ])),
        ),
        may("TableName", Sized(3, 255)),
        may("KeySchema", KEY_SCHEMA),
        may("TableStatus", TABLE_STATUS),
        may("CreationDateTime", Time),
        may("ProvisionedThroughput", PROVISIONED_THROUGHPUT),
        may("TableSizeBytes", Number),
        may("ItemCount", Number),
        may("TableArn", Text),
        may("TableId", Text),
        may(
            "BillingModeSummary",
            Object(&[
                may("BillingMode", OneOf(&["PROVISIONED", "PAY_PER_REQUEST"])),
                may("LastUpdateToPayPerRequestDateTime", Time),
            ]),
        ),
        may(
            "LocalSecondaryIndexes",
            List(&Object(&[
                may("IndexName", Sized(3, 255)),
                may("KeySchema", KEY_SCHEMA),
                may("Projection", PROJECTION),
                may("IndexSizeBytes", Number),
                may("ItemCount", Number),
                may("IndexArn", Text),
            ])),
        ),
        may(
            "GlobalSecondaryIndexes",
            List(&Object(&[
                may("IndexName", Sized(3, 255)),
                may("KeySchema", KEY_SCHEMA),
                may("Projection", PROJECTION),
                may("IndexStatus", OneOf(&["CREATING", "UPDATING", "DELETING", "ACTIVE"])),
                may("Backfilling", Flag),
                may("ProvisionedThroughput", PROVISIONED_THROUGHPUT),
                may("IndexSizeBytes", Number),
                may("ItemCount", Number),
                may("IndexArn", Text),
                may("OnDemandThroughput", ON_DEMAND_THROUGHPUT),
                may("WarmThroughput", WARM_INDEX),
            ])),
        ),
        may(
            "StreamSpecification",
            Object(&[
                must("StreamEnabled", Flag),
                may(
                    "StreamViewType",
                    OneOf(&["NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"]),
                ),
            ]),
        ),
        may("LatestStreamLabel", Text),
        may("LatestStreamArn", Sized(37, 1024)),
        may("GlobalTableVersion", Text),
        may(
            "Replicas",
            List(&Object(&[
                may("RegionName", Text),
                may(
                    "ReplicaStatus",
                    OneOf(&[
                        "CREATING",
                        "CREATION_FAILED",
                        "UPDATING",
                        "DELETING",
                        "ACTIVE",
                        "REGION_DISABLED",
                        "INACCESSIBLE_ENCRYPTION_CREDENTIALS",
                        "ARCHIVING",
                        "ARCHIVED",
                        "REPLICATION_NOT_AUTHORIZED",
                    ]),
                ),
                may("ReplicaArn", Text),
                may("ReplicaStatusDescription", Text),
                may("ReplicaStatusPercentProgress", Text),
                may("KMSMasterKeyId", Text),
                may(
                    "ProvisionedThroughputOverride",
                    Object(&[may("ReadCapacityUnits", Between(1.0, ANY))]),
                ),
                may("OnDemandThroughputOverride", Object(&[may("MaxReadRequestUnits", Number)])),
                may("WarmThroughput", WARM_THROUGHPUT),
                may(
                    "GlobalSecondaryIndexes",
                    List(&Object(&[
                        may("IndexName", Sized(3, 255)),
                        may(
                            "ProvisionedThroughputOverride",
                            Object(&[may("ReadCapacityUnits", Between(1.0, ANY))]),
                        ),
                        may(
                            "OnDemandThroughputOverride",
                            Object(&[may("MaxReadRequestUnits", Number)]),
                        ),
                        may("WarmThroughput", WARM_INDEX),
                    ])),
                ),
                may("ReplicaInaccessibleDateTime", Time),
                may("ReplicaTableClassSummary", TABLE_CLASS),
                may(
                    "GlobalTableSettingsReplicationMode",
                    OneOf(&["ENABLED", "DISABLED", "ENABLED_WITH_OVERRIDES"]),
                ),
            ])),
        ),
        may(
            "GlobalTableWitnesses",
            List(&Object(&[
                may("RegionName", Text),
                may("WitnessStatus", OneOf(&["CREATING", "DELETING", "ACTIVE"])),
            ])),
        ),
        may(
            "GlobalTableSettingsReplicationMode",
            OneOf(&["ENABLED", "DISABLED", "ENABLED_WITH_OVERRIDES"]),
        ),
        may(
            "RestoreSummary",
            Object(&[
                may("SourceBackupArn", Sized(37, 1024)),
                may("SourceTableArn", Sized(1, 1024)),
                must("RestoreDateTime", Time),
                must("RestoreInProgress", Flag),
            ]),
        ),
        may(
            "SSEDescription",
            Object(&[
                may("Status", OneOf(&["ENABLING", "ENABLED", "DISABLING", "DISABLED", "UPDATING"])),
                may("SSEType", OneOf(&["AES256", "KMS"])),
                may("KMSMasterKeyArn", Text),
                may("InaccessibleEncryptionDateTime", Time),
            ]),
        ),
        may(
            "ArchivalSummary",
            Object(&[
                may("ArchivalDateTime", Time),
                may("ArchivalReason", Text),
                may("ArchivalBackupArn", Sized(37, 1024)),
            ]),
        ),
        may("TableClassSummary", TABLE_CLASS),
        may("DeletionProtectionEnabled", Flag),
        may("DisassociationProtectionEnabled", Flag),
        may("OnDemandThroughput", ON_DEMAND_THROUGHPUT),
        may("WarmThroughput", WARM_THROUGHPUT),
        may("MultiRegionConsistency", OneOf(&["EVENTUAL", "STRONG"])),
        may(
            "VectorIndexes",
            List(&Object(&[
                may("IndexName", Sized(3, 255)),
                may(
                    "SearchSchema",
                    List(&Object(&[
                        must("AttributeName", Sized(0, 65535)),
                        must("SearchSchemaElementType", OneOf(&["HASH", "INLINE_FILTER"])),
                    ])),
                ),
                may("Projection", PROJECTION),
                may("VectorAttribute", Object(&[must("AttributeName", Sized(1, 255))])),
                may("Dimensions", Between(1.0, ANY)),
                may("DistanceFunction", OneOf(&["COSINE", "DOT_PRODUCT", "EUCLIDEAN"])),
                may("IndexStatus", OneOf(&["CREATING", "UPDATING", "DELETING", "ACTIVE"])),
                may("Backfilling", Flag),
                may("IndexSizeBytes", Number),
                may("ItemCount", Number),
                may("IndexArn", Text),
            ])),
        ),
    ]),
)];
