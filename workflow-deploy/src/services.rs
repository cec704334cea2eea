//! The names that IAM has for services, where the SDK has others.

/// The name that IAM has for a service of the SDK: `states` for `sfn`.
pub(crate) fn prefix(service: &str) -> &str {
    let plain = service.to_ascii_lowercase();
    match PREFIXES.binary_search_by_key(&plain.as_str(), |(name, _)| name) {
        Ok(index) => PREFIXES[index].1,
        Err(_) => service,
    }
}

/// Services of the SDK whose actions have another prefix, in order (Service Authorization Reference).
#[rustfmt::skip]
const PREFIXES: &[(&str, &str)] = &[
    ("accessanalyzer", "access-analyzer"), ("accountaccess", "account-access"),
    ("accountaccessruntime", "account-access"), ("acmpca", "acm-pca"), ("agentregistry", "agent-registry"),
    ("agentregistrycontrol", "agent-registry"), ("amp", "aps"), ("apigatewaymanagementapi", "execute-api"),
    ("apigatewayv2", "apigateway"), ("appconfigdata", "appconfig"), ("appintegrations", "app-integrations"),
    ("applicationautoscaling", "application-autoscaling"), ("applicationdiscoveryservice", "discovery"),
    ("applicationsignals", "application-signals"), ("arcregionswitch", "arc-region-switch"),
    ("arczonalshift", "arc-zonal-shift"), ("autoscalingplans", "autoscaling-plans"),
    ("backupgateway", "backup-gateway"), ("backupsearch", "backup-search"), ("bcmdashboards", "bcm-dashboards"),
    ("bcmdataexports", "bcm-data-exports"), ("bcmpricingcalculator", "bcm-pricing-calculator"),
    ("bcmrecommendedactions", "bcm-recommended-actions"), ("bedrockagent", "bedrock"),
    ("bedrockagentcore", "bedrock-agentcore"), ("bedrockagentcorecontrol", "bedrock-agentcore"),
    ("bedrockagentruntime", "bedrock"), ("bedrockdataautomation", "bedrock"),
    ("bedrockdataautomationruntime", "bedrock"), ("bedrockruntime", "bedrock"), ("chimesdkidentity", "chime"),
    ("chimesdkmediapipelines", "chime"), ("chimesdkmeetings", "chime"), ("chimesdkmessaging", "chime"),
    ("chimesdkvoice", "chime"), ("cleanroomsml", "cleanrooms-ml"),
    ("cloudfrontkeyvaluestore", "cloudfront-keyvaluestore"), ("cloudhsmv2", "cloudhsm"),
    ("cloudsearchdomain", "cloudsearch"), ("cloudtraildata", "cloudtrail-data"), ("cloudwatchlogs", "logs"),
    ("cloudwatchomni", "cloudwatch"), ("codeguruprofiler", "codeguru-profiler"),
    ("codegurureviewer", "codeguru-reviewer"), ("codegurusecurity", "codeguru-security"),
    ("codestarconnections", "codestar-connections"), ("codestarnotifications", "codestar-notifications"),
    ("cognitoidentity", "cognito-identity"), ("cognitoidentityprovider", "cognito-idp"),
    ("cognitosync", "cognito-sync"), ("computeoptimizer", "compute-optimizer"),
    ("computeoptimizerautomation", "aco-automation"), ("configservice", "config"),
    ("connectcampaigns", "connect-campaigns"), ("connectcampaignsv2", "connect-campaigns"),
    ("connectcases", "cases"), ("connectcontactlens", "connect"), ("connecthealth", "health-agent"),
    ("connectparticipant", "execute-api"), ("connectscheduling", "connect"), ("costandusagereportservice", "cur"),
    ("costexplorer", "ce"), ("costoptimizationhub", "cost-optimization-hub"), ("customerprofiles", "profile"),
    ("databasemigrationservice", "dms"), ("devopsagent", "aidevops"), ("devopsguru", "devops-guru"),
    ("directoryservice", "ds"), ("directoryservicedata", "ds-data"), ("docdb", "rds"),
    ("docdbelastic", "docdb-elastic"), ("dynamodbstreams", "dynamodb"),
    ("ec2instanceconnect", "ec2-instance-connect"), ("ecrpublic", "ecr-public"), ("efs", "elasticfilesystem"),
    ("eksauth", "eks-auth"), ("elasticloadbalancingv2", "elasticloadbalancing"), ("elasticsearchservice", "es"),
    ("elementalinference", "elemental-inference"), ("emr", "elasticmapreduce"), ("emrcontainers", "emr-containers"),
    ("emrserverless", "emr-serverless"), ("endusermessaging", "end-user-messaging"), ("eventbridge", "events"),
    ("eventbridgev2", "events"), ("forecastquery", "forecast"), ("geomaps", "geo-maps"),
    ("geoplaces", "geo-places"), ("georoutes", "geo-routes"), ("greengrassv2", "greengrass"), ("iamtoolbox", "iam"),
    ("inspectorscan", "inspector-scan"), ("iotdataplane", "iot"), ("iotjobsdataplane", "iotjobsdata"),
    ("ivsrealtime", "ivs"), ("kendraranking", "kendra-ranking"), ("keyspaces", "cassandra"),
    ("keyspacesstreams", "cassandra"), ("kinesisanalyticsv2", "kinesisanalytics"),
    ("kinesisvideoarchivedmedia", "kinesisvideo"), ("kinesisvideomedia", "kinesisvideo"),
    ("kinesisvideosignaling", "kinesisvideo"), ("kinesisvideowebrtcstorage", "kinesisvideo"),
    ("lambdacore", "lambda"), ("lambdamicrovms", "lambda"), ("lambdaweb", "lambda"),
    ("lexmodelbuildingservice", "lex"), ("lexmodelsv2", "lex"), ("lexruntimeservice", "lex"),
    ("lexruntimev2", "lex"), ("licensemanager", "license-manager"),
    ("licensemanagerlinuxsubscriptions", "license-manager-linux-subscriptions"),
    ("licensemanagerusersubscriptions", "license-manager-user-subscriptions"), ("location", "geo"),
    ("mailmanager", "ses"), ("managedblockchainquery", "managedblockchain-query"),
    ("marketplaceagreement", "aws-marketplace"), ("marketplacecatalog", "aws-marketplace"),
    ("marketplacedeployment", "aws-marketplace"), ("marketplacediscovery", "aws-marketplace"),
    ("marketplaceentitlementservice", "aws-marketplace"), ("marketplacemetering", "aws-marketplace"),
    ("marketplacereporting", "aws-marketplace"), ("mediapackagevod", "mediapackage-vod"),
    ("mediastoredata", "mediastore"), ("medicalimaging", "medical-imaging"), ("migrationhub", "mgh"),
    ("migrationhubconfig", "mgh"), ("migrationhuborchestrator", "migrationhub-orchestrator"),
    ("migrationhubrefactorspaces", "refactor-spaces"), ("migrationhubstrategy", "migrationhub-strategy"),
    ("mturk", "mechanicalturk"), ("mwaa", "airflow"), ("mwaaserverless", "airflow-serverless"), ("neptune", "rds"),
    ("neptunedata", "neptune-db"), ("neptunegraph", "neptune-graph"), ("networkfirewall", "network-firewall"),
    ("networksecuritymanager", "network-security-manager"), ("notificationscontacts", "notifications-contacts"),
    ("novaact", "nova-act"), ("opensearch", "es"), ("opensearchserverless", "aoss"),
    ("partnercentralrevenuemeasurement", "partnercentral"), ("paymentcryptography", "payment-cryptography"),
    ("paymentcryptographydata", "payment-cryptography"), ("pcaconnectorad", "pca-connector-ad"),
    ("pcaconnectorscep", "pca-connector-scep"), ("personalizeevents", "personalize"),
    ("personalizeruntime", "personalize"), ("pinpoint", "mobiletargeting"), ("pinpointemail", "ses"),
    ("pinpointsmsvoice", "sms-voice"), ("pinpointsmsvoicev2", "sms-voice"), ("qconnect", "wisdom"),
    ("rdsdata", "rds-data"), ("redshiftdata", "redshift-data"), ("redshiftserverless", "redshift-serverless"),
    ("resiliencehubv2", "resiliencehub"), ("resourceexplorer2", "resource-explorer-2"),
    ("resourcegroups", "resource-groups"), ("resourcegroupstaggingapi", "tag"),
    ("route53recoverycluster", "route53-recovery-cluster"),
    ("route53recoverycontrolconfig", "route53-recovery-control-config"),
    ("route53recoveryreadiness", "route53-recovery-readiness"), ("s3control", "s3"), ("s3outposts", "s3-outposts"),
    ("sagemakera2iruntime", "sagemaker"), ("sagemakeredge", "sagemaker"),
    ("sagemakerfeaturestoreruntime", "sagemaker"), ("sagemakergatewayruntime", "sagemaker"),
    ("sagemakergeospatial", "sagemaker-geospatial"), ("sagemakerinferencerouterruntime", "sagemaker"),
    ("sagemakerjobruntime", "sagemaker"), ("sagemakermetrics", "sagemaker"), ("sagemakerruntime", "sagemaker"),
    ("sagemakertrainingsessionruntime", "sagemaker"), ("securityir", "security-ir"),
    ("serverlessapplicationrepository", "serverlessrepo"), ("servicecatalogappregistry", "servicecatalog"),
    ("sesv2", "ses"), ("sfn", "states"), ("signerdata", "signer"), ("simpledb", "sdb"), ("simpledbv2", "sdb"),
    ("snowdevicemanagement", "snow-device-management"), ("socialmessaging", "social-messaging"),
    ("ssmcontacts", "ssm-contacts"), ("ssmguiconnect", "ssm-guiconnect"), ("ssmincidents", "ssm-incidents"),
    ("ssmquicksetup", "ssm-quicksetup"), ("ssmsap", "ssm-sap"), ("ssoadmin", "sso"), ("ssooidc", "sso-oauth"),
    ("supplychain", "scn"), ("taxsettings", "tax"), ("timestreaminfluxdb", "timestream-influxdb"),
    ("timestreamquery", "timestream"), ("timestreamwrite", "timestream"), ("vpclattice", "vpc-lattice"),
    ("wafregional", "waf-regional"), ("workspacesinstances", "workspaces-instances"),
    ("workspacesthinclient", "thinclient"), ("workspacesweb", "workspaces-web"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services_have_prefixes() {
        assert!(PREFIXES.is_sorted());
        for (service, expected) in [
            ("sfn", "states"),
            ("s3", "s3"),
            ("emrServerless", "emr-serverless"),
            ("efs", "elasticfilesystem"),
        ] {
            assert_eq!(prefix(service), expected);
        }
    }
}
