package io.credfix.parse;

import java.util.Map;

/// The API operations behind cmdlets of AWS Tools for PowerShell. Source: the cmdlet reference.
final class Cmdlets {
  static final Map<String, String> OPERATIONS =
      Map.ofEntries(
          Map.entry("Get-STSCallerIdentity", "GetCallerIdentity"),
          Map.entry("Use-STSRole", "AssumeRole"),
          Map.entry("Use-STSWebIdentityRole", "AssumeRoleWithWebIdentity"),
          Map.entry("Get-STSSessionToken", "GetSessionToken"),
          Map.entry("Get-STSFederationToken", "GetFederationToken"),
          Map.entry("Get-S3Bucket", "ListBuckets"),
          Map.entry("New-S3Bucket", "PutBucket"),
          Map.entry("Get-S3BucketLocation", "GetBucketLocation"),
          Map.entry("Get-S3Object", "ListObjects"),
          Map.entry("Get-S3ObjectV2", "ListObjectsV2"),
          Map.entry("Read-S3Object", "GetObject"),
          Map.entry("Write-S3Object", "PutObject"),
          Map.entry("Copy-S3Object", "CopyObject"),
          Map.entry("Remove-S3Object", "DeleteObject"),
          Map.entry("Get-EC2Instance", "DescribeInstances"),
          Map.entry("New-EC2Instance", "RunInstances"),
          Map.entry("Start-EC2Instance", "StartInstances"),
          Map.entry("Stop-EC2Instance", "StopInstances"),
          Map.entry("Get-EC2Image", "DescribeImages"),
          Map.entry("Get-EC2Region", "DescribeRegions"),
          Map.entry("Get-EC2Vpc", "DescribeVpcs"),
          Map.entry("Get-EC2Subnet", "DescribeSubnets"),
          Map.entry("Get-EC2SecurityGroup", "DescribeSecurityGroups"),
          Map.entry("Get-EC2Volume", "DescribeVolumes"),
          Map.entry("Get-EC2Snapshot", "DescribeSnapshots"),
          Map.entry("Get-EC2Tag", "DescribeTags"),
          Map.entry("New-EC2Tag", "CreateTags"),
          Map.entry("Get-EC2PasswordData", "GetPasswordData"),
          Map.entry("Get-IAMUser", "GetUser"),
          Map.entry("Get-IAMUserList", "ListUsers"),
          Map.entry("Get-IAMRole", "GetRole"),
          Map.entry("Get-IAMRoleList", "ListRoles"),
          Map.entry("Get-IAMAccountAlias", "ListAccountAliases"),
          Map.entry("Get-SSMParameter", "GetParameter"),
          Map.entry("Get-SSMParameterValue", "GetParameters"),
          Map.entry("Get-SSMParametersByPath", "GetParametersByPath"),
          Map.entry("Send-SSMCommand", "SendCommand"),
          Map.entry("Get-SECSecretValue", "GetSecretValue"),
          Map.entry("Get-LMFunctionList", "ListFunctions"),
          Map.entry("Invoke-LMFunction", "Invoke"),
          Map.entry("Get-CFNStack", "DescribeStacks"),
          Map.entry("Get-ECRLoginCommand", "GetAuthorizationToken"),
          Map.entry("Get-ECRAuthorizationToken", "GetAuthorizationToken"),
          Map.entry("Get-ORGAccountList", "ListAccounts"),
          Map.entry("Get-SSOAccountList", "ListAccounts"),
          Map.entry("Get-SSORoleCredential", "GetRoleCredentials"),
          Map.entry("Publish-SNSMessage", "Publish"),
          Map.entry("Send-SQSMessage", "SendMessage"),
          Map.entry("Receive-SQSMessage", "ReceiveMessage"),
          Map.entry("Get-CWLLogGroup", "DescribeLogGroups"),
          Map.entry("Invoke-KMSDecrypt", "Decrypt"));

  private Cmdlets() {}
}
