/** What people paste, with what they know of the key. */
export const EXAMPLES = [
  {
    label: "InvalidClientTokenId",
    error: "An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.",
    keyPrefix: "ASIA",
  },
  {
    label: "Denied by an SCP",
    error: "An error occurred (AccessDenied) when calling the CreateBucket operation: User: arn:aws:sts::111122223333:assumed-role/DevOps/alice is not authorized to perform: s3:CreateBucket on resource: \"arn:aws:s3:::reports\" with an explicit deny in a service control policy",
    keyPrefix: "",
  },
  {
    label: "Expired sign-in",
    error: "Error when retrieving token from sso: Token has expired and refresh failed",
    keyPrefix: "",
  },
  {
    label: "With a secret",
    error: "$ export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n$ export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n$ aws s3 ls\n\nAn error occurred (SignatureDoesNotMatch) when calling the ListBuckets operation: The request signature we calculated does not match the signature you provided. Check your key and signing method.",
    keyPrefix: "",
  },
];
