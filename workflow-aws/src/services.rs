//! The services that are called, as one list.

/// A service of the SDK, and its protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Service {
    /// Its id: `Secrets Manager`.
    id: &'static str,
    /// Its name in errors, if not the id without spaces: `DynamoDb`.
    title: &'static str,
    /// Its host begins with this.
    pub(crate) host: &'static str,
    /// Its name in signatures.
    pub(crate) signing: &'static str,
    pub(crate) protocol: Protocol,
    /// Names of members begin with a small letter. These members hold keys of the user's, which are left as they are.
    pub(crate) small: Option<&'static [&'static str]>,
}

/// The form of calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Protocol {
    /// JSON, with the action in a header.
    Json {
        /// `10` or `11`.
        version: u8,
        /// The text before the action in its header.
        target: &'static str,
    },
    /// Forms, and XML in return.
    Query {
        /// The version of the API.
        version: &'static str,
    },
    /// Objects in buckets.
    S3,
    /// Paths of Lambda.
    Lambda,
    /// `/v1/submitjob`.
    Batch,
}

impl Service {
    /// The same service, whose members keep the names that its own API has.
    pub(crate) fn unchanged(self) -> Self {
        Service { small: None, ..self }
    }

    /// Its name in resources: `secretsmanager` of `arn:aws:states:::aws-sdk:secretsmanager:listSecrets`.
    pub(crate) fn name(&self) -> String {
        self.plain().to_ascii_lowercase()
    }

    /// Its name in errors: `SecretsManager`.
    pub(crate) fn title(&self) -> String {
        if self.title.is_empty() { self.plain() } else { self.title.to_owned() }
    }

    /// The variable of the environment that has its address: `AWS_ENDPOINT_URL_SECRETS_MANAGER`.
    pub(crate) fn variable(&self) -> String {
        format!("AWS_ENDPOINT_URL_{}", self.id.to_ascii_uppercase().replace([' ', '-'], "_"))
    }

    fn plain(&self) -> String {
        self.id.chars().filter(char::is_ascii_alphanumeric).collect()
    }
}

/// The service of a name in resources.
pub(crate) fn find(name: &str) -> Option<Service> {
    let own = OWN.iter().copied().find(|it| it.name() == name);
    own.or_else(|| JSON.iter().map(row).find(|it| it.name() == name))
}

/// The service of a name, also one that only commands call.
pub(crate) fn find_for_commands(name: &str) -> Option<Service> {
    find(name).or_else(|| OF_COMMANDS.iter().copied().find(|it| it.name() == name))
}

/// The names of all services.
#[cfg(test)]
fn names() -> impl Iterator<Item = String> {
    OWN.iter().copied().chain(JSON.iter().map(row)).map(|it| it.name())
}

fn row(&(id, title, host, signing, target, version, small): &Row) -> Service {
    let signing = if signing.is_empty() { host } else { signing };
    let protocol = Protocol::Json { version, target };
    Service { id, title, host, signing, protocol, small }
}

const fn own(
    id: &'static str,
    title: &'static str,
    host: &'static str,
    protocol: Protocol,
) -> Service {
    Service { id, title, host, signing: host, protocol, small: None }
}

/// Services that commands call, and documents do not: numbers and truth values of their answers are texts here.
const OF_COMMANDS: &[Service] =
    &[own("CloudFormation", "", "cloudformation", Protocol::Query { version: "2010-05-15" })];

/// Services with a protocol of their own.
const OWN: &[Service] = &[
    Service {
        small: Some(&["parameters", "tags", "options"]),
        ..own("Batch", "", "batch", Protocol::Batch)
    },
    own("Lambda", "", "lambda", Protocol::Lambda),
    own("S3", "", "s3", Protocol::S3),
    own("SNS", "Sns", "sns", Protocol::Query { version: "2010-03-31" }),
];

type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    u8,
    Option<&'static [&'static str]>,
);

/// Services whose calls are JSON with the action in a header (AWS's public models): id, title, host, signing name if it is
/// another one, target, version, and of those with small letters the members that hold keys of the user's.
#[rustfmt::skip]
const JSON: &[Row] = &[
    ("ACM", "Acm", "acm", "", "CertificateManager", 11, None),
    ("ACM PCA", "AcmPca", "acm-pca", "", "ACMPrivateCA", 11, None),
    ("Application Auto Scaling", "", "application-autoscaling", "", "AnyScaleFrontendService", 11, None),
    ("Application Discovery Service", "", "discovery", "", "AWSPoseidonService_V2015_11_01", 11, Some(&["schemaStorageConfig"])),
    ("Application Insights", "", "applicationinsights", "", "EC2WindowsBarleyService", 11, None),
    ("AppRunner", "", "apprunner", "", "AppRunner", 10, None),
    ("AppStream", "", "appstream2", "appstream", "PhotonAdminProxyService", 11, None),
    ("ARC Region switch", "ArcRegionSwitch", "arc-region-switch", "", "ArcRegionSwitch", 10, Some(&["associatedAlarms", "dbInstanceArnMap", "instanceArns", "parameters", "regionAndRoutingControls", "regionDatabaseClusterArns", "regionDocuments", "regionEventSourceMappings", "resourceTags", "tags"])),
    ("Athena", "", "athena", "", "AmazonAthena", 11, None),
    ("Auto Scaling Plans", "", "autoscaling-plans", "", "AnyScaleScalingPlannerFrontendService", 11, None),
    ("b2bi", "B2Bi", "b2bi", "", "B2BI", 10, Some(&[])),
    ("Backup Gateway", "", "backup-gateway", "", "BackupOnPremises_v20210101", 10, None),
    ("BCM Dashboards", "BcmDashboards", "bcm-dashboards", "", "AWSBCMDashboardsService", 10, Some(&["graph"])),
    ("BCM Data Exports", "BcmDataExports", "bcm-data-exports", "", "AWSBillingAndCostManagementDataExports", 11, None),
    ("BCM Pricing Calculator", "BcmPricingCalculator", "bcm-pricing-calculator", "", "AWSBCMPricingCalculator", 10, Some(&["serviceCostDifferences", "tags"])),
    ("BCM Recommended Actions", "BcmRecommendedActions", "bcm-recommended-actions", "", "AWSBillingAndCostManagementRecommendedActions", 10, Some(&["context"])),
    ("Bedrock Data Automation Runtime", "", "bedrock-data-automation-runtime", "bedrock", "AmazonBedrockKeystoneRuntimeService", 11, Some(&["kmsEncryptionContext"])),
    ("Billing", "", "billing", "", "AWSBilling", 10, Some(&[])),
    ("Budgets", "", "budgets", "", "AWSBudgetServiceGateway", 11, None),
    ("Cloud9", "", "cloud9", "", "AWSCloud9WorkspaceManagementService", 11, Some(&[])),
    ("CloudControl", "", "cloudcontrolapi", "", "CloudApiService", 10, None),
    ("CloudHSM", "CloudHsm", "cloudhsm", "", "CloudHsmFrontendService", 11, None),
    ("CloudHSM V2", "CloudHsmV2", "cloudhsmv2", "cloudhsm", "BaldrApiService", 11, None),
    ("CloudTrail", "", "cloudtrail", "", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101", 11, None),
    ("CloudWatch", "", "monitoring", "", "GraniteServiceVersion20100801", 10, None),
    ("CloudWatch Logs", "", "logs", "", "Logs_20140328", 11, Some(&["attributes", "deliverySourceConfiguration", "dimensions", "enumerations", "extractedValues", "histogram", "keyAttributes", "logRecord", "tags"])),
    ("CodeBuild", "", "codebuild", "", "CodeBuild_20161006", 11, Some(&["statusCounts"])),
    ("CodeCommit", "", "codecommit", "", "CodeCommit_20150413", 11, Some(&["reactionCounts", "tags"])),
    ("CodeConnections", "", "codeconnections", "", "com.amazonaws.codeconnections.CodeConnections_20231201", 10, None),
    ("CodeDeploy", "", "codedeploy", "", "CodeDeploy_20141006", 11, Some(&["targetFilters"])),
    ("CodePipeline", "", "codepipeline", "", "CodePipeline_20150709", 11, Some(&["artifactStores", "configuration", "outputVariables", "queryParam", "resolvedConfiguration"])),
    ("CodeStar connections", "CodeStarConnections", "codestar-connections", "", "com.amazonaws.codestar.connections.CodeStar_connections_20191201", 10, None),
    ("Cognito Identity", "", "cognito-identity", "", "AWSCognitoIdentityService", 11, None),
    ("Cognito Identity Provider", "", "cognito-idp", "", "AWSCognitoIdentityProviderService", 11, None),
    ("Comprehend", "", "comprehend", "", "Comprehend_20171127", 11, None),
    ("ComprehendMedical", "", "comprehendmedical", "", "ComprehendMedical_20181030", 11, None),
    ("Compute Optimizer", "", "compute-optimizer", "", "ComputeOptimizerService", 10, Some(&[])),
    ("Compute Optimizer Automation", "", "aco-automation", "", "ComputeOptimizerAutomationService", 10, Some(&[])),
    ("Config Service", "", "config", "", "StarlingDoveService", 11, None),
    ("Cost and Usage Report Service", "CostAndUsageReportService", "cur", "", "AWSOrigamiServiceGatewayService", 11, None),
    ("Cost Explorer", "", "ce", "", "AWSInsightsIndexService", 11, None),
    ("Cost Optimization Hub", "", "cost-optimization-hub", "", "CostOptimizationHubService", 10, Some(&[])),
    ("Database Migration Service", "", "dms", "", "AmazonDMSv20160101", 11, None),
    ("Data Pipeline", "", "datapipeline", "", "DataPipeline", 11, Some(&["objects"])),
    ("DataSync", "", "datasync", "", "FmrsService", 11, None), ("DAX", "Dax", "dax", "", "AmazonDAXV3", 11, None),
    ("Device Farm", "", "devicefarm", "", "DeviceFarm_20150623", 11, Some(&["current", "maxSlots", "nextPeriod", "parameters", "uniqueProblems", "unmeteredDevices", "unmeteredRemoteAccessDevices"])),
    ("Direct Connect", "", "directconnect", "", "OvertureService", 11, Some(&[])),
    ("Directory Service", "", "ds", "", "DirectoryService_20150416", 11, None),
    ("DynamoDB", "DynamoDb", "dynamodb", "", "DynamoDB_20120810", 10, None),
    ("DynamoDB Streams", "DynamoDbStreams", "streams.dynamodb", "dynamodb", "DynamoDBStreams_20120810", 10, None),
    ("EC2 Instance Connect", "Ec2InstanceConnect", "ec2-instance-connect", "", "AWSEC2InstanceConnectService", 11, None),
    ("ECR", "Ecr", "api.ecr", "ecr", "AmazonEC2ContainerRegistry_V20150921", 11, Some(&["annotations", "findingSeverityCounts", "tags"])),
    ("ECR PUBLIC", "EcrPublic", "api.ecr-public", "ecr-public", "SpencerFrontendService", 11, Some(&[])),
    ("ECS", "Ecs", "ecs", "", "AmazonEC2ContainerServiceV20141113", 11, Some(&["dockerLabels", "driverOpts", "labels", "options"])),
    ("EMR", "Emr", "elasticmapreduce", "", "ElasticMapReduce", 11, None),
    ("EventBridge", "", "events", "", "AWSEvents", 11, None),
    ("evs", "Evs", "evs", "", "AmazonElasticVMwareService", 10, Some(&["tags"])),
    ("Firehose", "", "firehose", "", "Firehose_20150804", 11, None),
    ("FMS", "Fms", "fms", "", "AWSFMS_20180101", 11, None),
    ("forecast", "Forecast", "forecast", "", "AmazonForecast", 11, None),
    ("forecastquery", "Forecastquery", "forecastquery", "forecast", "AmazonForecastRuntime", 11, None),
    ("FraudDetector", "", "frauddetector", "", "AWSHawksNestServiceFacade", 11, Some(&["csvIndexToVariableMap", "eventVariables", "externalModelEndpointDataBlobs", "inputVariables", "jsonKeyToVariableMap", "labelMapper", "outputVariables", "outputs", "scores"])),
    ("FreeTier", "", "freetier", "", "AWSFreeTierService", 10, Some(&[])),
    ("FSx", "", "fsx", "", "AWSSimbaAPIService_v20180301", 11, None),
    ("GameLift", "", "gamelift", "", "GameLift", 11, None),
    ("Global Accelerator", "", "globalaccelerator", "", "GlobalAccelerator_V20180706", 11, None),
    ("Glue", "", "glue", "", "AWSGlue", 11, None),
    ("Health", "", "health", "", "AWSHealth_20160804", 11, Some(&["accountTags", "entityMetadata", "eventMetadata", "resourceTags", "statuses", "tags"])),
    ("HealthLake", "", "healthlake", "", "HealthLake", 10, None),
    ("identitystore", "Identitystore", "identitystore", "", "AWSIdentityStore", 11, None),
    ("Inspector", "", "inspector", "", "InspectorService", 11, Some(&["exclusions", "failedItems", "findingCounts"])),
    ("Interconnect", "", "interconnect", "", "Interconnect", 10, Some(&["tags"])),
    ("Invoicing", "", "invoicing", "", "Invoicing", 10, None),
    ("IoTFleetWise", "", "iotfleetwise", "", "IoTAutobahnControlPlane", 10, Some(&["attributes", "signalsMap"])),
    ("IoTSecureTunneling", "", "api.tunneling.iot", "IoTSecuredTunneling", "IoTSecuredTunneling", 11, Some(&[])),
    ("IoTThingsGraph", "", "iotthingsgraph", "", "IotThingsGraphFrontEndService", 11, Some(&[])),
    ("kendra", "Kendra", "kendra", "", "AWSKendraFrontendService", 11, None),
    ("Kendra Ranking", "", "kendra-ranking", "", "AWSKendraRerankingFrontendService", 10, None),
    ("Keyspaces", "", "cassandra", "", "KeyspacesService", 10, Some(&[])),
    ("KeyspacesStreams", "", "cassandra-streams", "cassandra", "KeyspacesStreams", 10, Some(&["clusteringKeys", "partitionKeys", "staticCells", "udtT", "valueCells"])),
    ("Kinesis", "", "kinesis", "", "Kinesis_20131202", 11, None),
    ("Kinesis Analytics", "", "kinesisanalytics", "", "KinesisAnalytics_20150814", 11, None),
    ("Kinesis Analytics V2", "", "kinesisanalytics", "", "KinesisAnalytics_20180523", 11, None),
    ("KMS", "Kms", "kms", "", "TrentService", 11, None),
    ("License Manager", "", "license-manager", "", "AWSLicenseManager", 11, None),
    ("Lightsail", "", "lightsail", "", "Lightsail_20161128", 11, Some(&["attachedDiskMapping", "configurationOptions", "containers", "environment", "options", "ports", "publicDomainNames"])),
    ("LookoutEquipment", "", "lookoutequipment", "", "AWSLookoutEquipmentFrontendService", 10, None),
    ("Machine Learning", "", "machinelearning", "", "AmazonML_20141212", 11, None),
    ("MailManager", "", "mail-manager", "ses", "MailManagerSvc", 10, None),
    ("Marketplace Agreement", "", "agreement-marketplace", "aws-marketplace", "AWSMPCommerceService_v20200301", 10, Some(&[])),
    ("Marketplace Commerce Analytics", "", "marketplacecommerceanalytics", "", "MarketplaceCommerceAnalytics20150701", 11, Some(&["customerDefinedValues"])),
    ("Marketplace Entitlement Service", "", "entitlement.marketplace", "aws-marketplace", "AWSMPEntitlementService", 11, None),
    ("Marketplace Metering", "", "metering.marketplace", "aws-marketplace", "AWSMPMeteringService", 11, None),
    ("MediaStore", "", "mediastore", "", "MediaStore_20170901", 11, None),
    ("MemoryDB", "MemoryDb", "memory-db", "memorydb", "AmazonMemoryDB", 11, None),
    ("Migration Hub", "", "mgh", "", "AWSMigrationHub", 11, None),
    ("MigrationHub Config", "", "migrationhub-config", "mgh", "AWSMigrationHubMultiAccountService", 11, None),
    ("MTurk", "", "mturk-requester", "", "MTurkRequesterServiceV20170117", 11, None),
    ("MWAA Serverless", "MwaaServerless", "airflow-serverless", "", "AmazonMWAAServerless", 10, None),
    ("Network Firewall", "", "network-firewall", "", "NetworkFirewall_20201112", 10, None),
    ("odb", "Odb", "odb", "", "Odb", 10, Some(&["allConnectionStrings", "tags"])),
    ("OpenSearchMemory", "", "osm", "", "OpenSearchMemory", 10, Some(&["metadata", "metadataFilters"])),
    ("OpenSearchServerless", "", "aoss", "", "OpenSearchServerless", 10, Some(&[])),
    ("Organizations", "", "organizations", "", "AWSOrganizationsV20161128", 11, None),
    ("PartnerCentral Account", "", "partnercentral-account", "", "PartnerCentralAccount", 10, None),
    ("PartnerCentral Benefits", "", "partnercentral-benefits", "", "PartnerCentralBenefitsService", 10, None),
    ("PartnerCentral Channel", "", "partnercentral-channel", "", "PartnerCentralChannel", 10, Some(&[])),
    ("PartnerCentral Selling", "", "partnercentral-selling", "", "AWSPartnerCentralSelling", 10, None),
    ("Payment Cryptography", "", "controlplane.payment-cryptography", "payment-cryptography", "PaymentCryptographyControlPlane", 10, None),
    ("Payments", "", "payments", "", "AWSPayments", 10, Some(&[])),
    ("PCS", "Pcs", "pcs", "", "AWSParallelComputingService", 10, Some(&["tags"])),
    ("Personalize", "", "personalize", "", "AmazonPersonalize", 11, Some(&["algorithmHyperParameters", "defaultHyperParameters", "defaultParameters", "defaultResourceConfig", "excludedDatasetColumns", "featureTransformationParameters", "includedDatasetColumns", "itemExplorationConfig", "metrics", "modelMetrics", "rankingInfluence"])),
    ("PI", "Pi", "pi", "", "PerformanceInsightsv20180227", 11, None),
    ("Pinpoint SMS Voice V2", "PinpointSmsVoiceV2", "sms-voice", "", "PinpointSMSVoiceV2", 10, None),
    ("Pricing", "", "api.pricing", "pricing", "AWSPriceListService", 11, None),
    ("Proton", "", "proton", "", "AwsProton20200720", 10, Some(&[])),
    ("Redshift Data", "", "redshift-data", "", "RedshiftData", 11, None),
    ("Redshift Serverless", "", "redshift-serverless", "", "RedshiftServerless", 11, Some(&["lastIngestionTimes"])),
    ("Rekognition", "", "rekognition", "", "RekognitionService", 11, None),
    ("Resource Groups Tagging API", "ResourceGroupsTaggingApi", "tagging", "", "ResourceGroupsTaggingAPI_20170126", 11, None),
    ("Route 53 Domains", "", "route53domains", "", "Route53Domains_v20140515", 11, None),
    ("Route53 Recovery Cluster", "", "route53-recovery-cluster", "", "ToggleCustomerAPI", 10, None),
    ("Route53Resolver", "", "route53resolver", "", "Route53Resolver", 11, None),
    ("SageMaker", "", "api.sagemaker", "sagemaker", "SageMaker", 11, None),
    ("Secrets Manager", "", "secretsmanager", "", "secretsmanager", 11, None),
    ("Service Catalog", "", "servicecatalog", "", "AWS242ServiceCatalogService", 11, None),
    ("ServiceDiscovery", "", "servicediscovery", "", "Route53AutoNaming_v20170314", 11, None),
    ("Service Quotas", "", "servicequotas", "", "ServiceQuotasV20190624", 11, None),
    ("SFN", "Sfn", "states", "", "AWSStepFunctions", 10, Some(&["assignedVariables", "variableReferences"])),
    ("Shield", "", "shield", "", "AWSShield_20160616", 11, None),
    ("Snowball", "", "snowball", "", "AWSIESnowballJobManagementService", 11, None),
    ("SQS", "Sqs", "sqs", "", "AmazonSQS", 10, None), ("SSM", "Ssm", "ssm", "", "AmazonSSM", 11, None),
    ("SSM Contacts", "SsmContacts", "ssm-contacts", "", "SSMContacts", 11, None),
    ("SSO Admin", "SsoAdmin", "sso", "", "SWBExternalService", 11, None),
    ("Storage Gateway", "", "storagegateway", "", "StorageGateway_20130630", 11, None),
    ("Support", "", "support", "", "AWSSupport_20130415", 11, Some(&[])),
    ("SWF", "Swf", "swf", "", "SimpleWorkflowService", 10, Some(&[])),
    ("Textract", "", "textract", "", "Textract", 11, None),
    ("Timestream InfluxDB", "TimestreamInfluxDb", "timestream-influxdb", "", "AmazonTimestreamInfluxDB", 10, Some(&["tags"])),
    ("Timestream Query", "", "query.timestream", "timestream", "Timestream_20181101", 10, None),
    ("Timestream Write", "", "ingest.timestream", "timestream", "Timestream_20181101", 10, None),
    ("Transcribe", "", "transcribe", "", "Transcribe", 11, None),
    ("Transfer", "", "transfer", "", "TransferService", 11, None),
    ("Translate", "", "translate", "", "AWSShineFrontendService_20170701", 11, None),
    ("VerifiedPermissions", "", "verifiedpermissions", "", "VerifiedPermissions", 10, Some(&["attributes", "contextMap", "encryptionContext", "record", "tags"])),
    ("Voice ID", "VoiceId", "voiceid", "", "VoiceID", 10, None),
    ("WAF", "Waf", "waf", "", "AWSWAF_20150824", 11, None),
    ("WAF Regional", "WafRegional", "waf-regional", "", "AWSWAF_Regional_20161128", 11, None),
    ("WAFV2", "Wafv2", "wafv2", "", "AWSWAF_20190729", 11, None),
    ("WorkMail", "", "workmail", "", "WorkMailService", 11, None),
    ("WorkSpaces", "", "workspaces", "", "WorkspacesService", 11, None),
    ("Workspaces Instances", "", "workspaces-instances", "", "EUCMIFrontendAPIService", 10, None),
];

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn services_are_found_by_the_names_of_resources() {
        for (name, title, variable) in [
            ("dynamodb", "DynamoDb", "AWS_ENDPOINT_URL_DYNAMODB"),
            ("secretsmanager", "SecretsManager", "AWS_ENDPOINT_URL_SECRETS_MANAGER"),
            ("sfn", "Sfn", "AWS_ENDPOINT_URL_SFN"),
            ("sns", "Sns", "AWS_ENDPOINT_URL_SNS"),
            ("s3", "S3", "AWS_ENDPOINT_URL_S3"),
        ] {
            let found = find(name).unwrap();
            assert_eq!((found.title(), found.variable()), (title.into(), variable.into()));
        }
        assert_eq!((find("nothing"), find("cloudformation")), (None, None));
        let known = |name| find_for_commands(name).map(|it| it.host);
        let hosts = (known("cloudformation"), known("sqs"), known("nothing"));
        assert_eq!(hosts, (Some("cloudformation"), Some("sqs"), None));
    }

    #[test]
    fn each_stands_once() {
        let mut all: Vec<String> = names().collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
