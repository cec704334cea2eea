//! The services of AWS's SDKs, by their names in resources: `arn:aws:states:::aws-sdk:SERVICE:action`.

/// The service ids of the SDKs without blanks, in small letters and in order. The list is that of a day: what is not in
/// it may be new, and is a hint alone.
#[rustfmt::skip]
const SERVICES: &str = "\
    accessanalyzer account accountaccess accountaccessruntime acm acmpca agentregistry agentregistrycontrol aiops \
    amp amplify amplifybackend amplifyuibuilder apigateway apigatewaymanagementapi apigatewayv2 appconfig \
    appconfigdata appfabric appflow appintegrations applicationautoscaling applicationcostprofiler \
    applicationdiscoveryservice applicationinsights applicationsignals appmesh apprunner appstream appsync \
    arcregionswitch arczonalshift artifact athena auditmanager autoscaling autoscalingplans b2bi backup \
    backupgateway backupsearch batch bcmdashboards bcmdataexports bcmpricingcalculator bcmrecommendedactions \
    bedrock bedrockagent bedrockagentcore bedrockagentcorecontrol bedrockagentruntime bedrockdataautomation \
    bedrockdataautomationruntime bedrockruntime billing billingconductor braket budgets chatbot chime \
    chimesdkidentity chimesdkmediapipelines chimesdkmeetings chimesdkmessaging chimesdkvoice cleanrooms \
    cleanroomsml cloud9 cloudcontrol clouddirectory cloudformation cloudfront cloudfrontkeyvaluestore cloudhsm \
    cloudhsmv2 cloudsearch cloudsearchdomain cloudtrail cloudtraildata cloudwatch cloudwatchlogs cloudwatchomni \
    codeartifact codebuild codecatalyst codecommit codeconnections codedeploy codeguruprofiler codegurureviewer \
    codegurusecurity codepipeline codestarconnections codestarnotifications cognitoidentity \
    cognitoidentityprovider cognitosync comprehend comprehendmedical computeoptimizer computeoptimizerautomation \
    configservice connect connectcampaigns connectcampaignsv2 connectcases connectcontactlens connecthealth \
    connectparticipant connectscheduling controlcatalog controltower costandusagereportservice costexplorer \
    costoptimizationhub customerprofiles databasemigrationservice databrew dataexchange datapipeline datasync \
    datazone dax deadline detective devicefarm devopsagent devopsguru directconnect directoryservice \
    directoryservicedata dlm docdb docdbelastic drs dsql dynamodb dynamodbstreams ebs ec2 ec2instanceconnect ecr \
    ecrpublic ecs efs eks eksauth elasticache elasticbeanstalk elasticloadbalancing elasticloadbalancingv2 \
    elasticsearchservice elementalinference emr emrcontainers emrserverless endusermessaging entityresolution \
    eventbridge eventbridgev2 evs finspace finspacedata firehose fis fms forecast forecastquery frauddetector \
    freetier fsx gamelift gameliftstreams geomaps geoplaces georoutes glacier globalaccelerator glue grafana \
    greengrass greengrassv2 groundstation guardduty health healthlake iam iamtoolbox identitystore imagebuilder \
    importexport inspector inspector2 inspectorscan interconnect internetmonitor invoicing iot iotdataplane \
    iotdeviceadvisor iotevents ioteventsdata iotfleetwise iotjobsdataplane iotmanagedintegrations \
    iotsecuretunneling iotsitewise iotthingsgraph iottwinmaker iotwireless ivs ivschat ivsrealtime kafka \
    kafkaconnect kendra kendraranking keyspaces keyspacesstreams kinesis kinesisanalytics kinesisanalyticsv2 \
    kinesisvideo kinesisvideoarchivedmedia kinesisvideomedia kinesisvideosignaling kinesisvideowebrtcstorage kms \
    lakeformation lambda lambdacore lambdamicrovms lambdaweb launchwizard lexmodelbuildingservice lexmodelsv2 \
    lexruntimeservice lexruntimev2 licensemanager licensemanagerlinuxsubscriptions licensemanagerusersubscriptions \
    lightsail location lookoutequipment m2 machinelearning macie2 mailmanager managedblockchain \
    managedblockchainquery marketplaceagreement marketplacecatalog marketplacecommerceanalytics \
    marketplacedeployment marketplacediscovery marketplaceentitlementservice marketplacemetering \
    marketplacereporting mediaconnect mediaconvert medialive mediapackage mediapackagev2 mediapackagevod \
    mediastore mediastoredata mediatailor medicalimaging memorydb mgn migrationhub migrationhubconfig \
    migrationhuborchestrator migrationhubrefactorspaces migrationhubstrategy mpa mq mturk mwaa mwaaserverless \
    neptune neptunedata neptunegraph networkfirewall networkflowmonitor networkmanager networkmonitor \
    networksecuritymanager notifications notificationscontacts novaact oam observabilityadmin odb omics opensearch \
    opensearchserverless organizations osis outposts panorama partnercentralaccount partnercentralbenefits \
    partnercentralchannel partnercentralrevenuemeasurement partnercentralselling paymentcryptography \
    paymentcryptographydata pcaconnectorad pcaconnectorscep pcs personalize personalizeevents personalizeruntime \
    pi pinpoint pinpointemail pinpointsmsvoice pinpointsmsvoicev2 pipes polly pricing proton qapps qbusiness \
    qconnect quicksight ram rbin rds rdsdata redshift redshiftdata redshiftserverless rekognition repostspace \
    resiliencehub resiliencehubv2 resourceexplorer2 resourcegroups resourcegroupstaggingapi rolesanywhere route53 \
    route53domains route53globalresolver route53profiles route53recoverycluster route53recoverycontrolconfig \
    route53recoveryreadiness route53resolver rtbfabric rum s3 s3control s3files s3outposts s3tables s3vectors \
    sagemaker sagemakera2iruntime sagemakeredge sagemakerfeaturestoreruntime sagemakergatewayruntime \
    sagemakergeospatial sagemakerinferencerouterruntime sagemakerjobruntime sagemakermetrics sagemakerruntime \
    sagemakertrainingsessionruntime savingsplans scheduler schemas secretsmanager securityagent securityhub \
    securityir securitylake serverlessapplicationrepository servicecatalog servicecatalogappregistry \
    servicediscovery servicequotas ses sesv2 sfn shield signer signerdata signin simpledb simpledbv2 \
    simspaceweaver snowball snowdevicemanagement sns socialmessaging sqs ssm ssmcontacts ssmguiconnect \
    ssmincidents ssmquicksetup ssmsap sso ssoadmin ssooidc storagegateway sts supplychain support supportapp \
    sustainability swf synthetics taxsettings textract timestreaminfluxdb timestreamquery timestreamwrite tnb \
    transcribe transfer translate trustedadvisor uxc verifiedpermissions voiceid vpclattice waf wafregional wafv2 \
    wellarchitected wickr wisdom workdocs workmail workmailmessageflow workspaces workspacesinstances \
    workspacesthinclient workspacesweb xray";

/// True if a service has this name. Some names lack the word at their end: `config` is "Config Service".
pub(super) fn is_known(name: &str) -> bool {
    let long = format!("{name}service");
    SERVICES.split(' ').any(|known| known == name || known == long)
}

/// The service whose name is like this one.
pub(super) fn like(name: &str) -> Option<&'static str> {
    crate::nearest::near(name, SERVICES.split(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services_have_names() {
        for name in ["dynamodb", "sfn", "config", "directory", "eventbridge", "cloudwatchlogs"] {
            assert!(is_known(name), "{name}");
        }
        assert!(!is_known("nope") && !is_known(""));
        assert_eq!(like("dynamdb"), Some("dynamodb"));
        assert!(SERVICES.split(' ').all(|name| name.bytes().all(|it| it.is_ascii_alphanumeric())));
        assert!(SERVICES.split(' ').is_sorted());
    }
}
