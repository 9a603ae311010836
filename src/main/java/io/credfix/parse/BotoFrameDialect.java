package io.credfix.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was called, as the stack frames of two libraries for AWS show it that have no operation in
/// their errors: Python's boto 2, `boto/ec2/connection.py", line 2969, in get_all_security_groups`
/// and `self.get_list('DescribeSubnets', …`, and Ruby's fog, `fog/aws/requests/storage/put_object`.
final class BotoFrameDialect implements Dialect {
  /// boto's own way to send a request; the operation stands in its first argument.
  private static final List<String> SENDERS =
      List.of(
          "self.get_list('",
          "self.get_object('",
          "self.get_status('",
          "self.make_request('",
          "self._make_request('");

  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("get_all_instances", "DescribeInstances"),
          Map.entry("get_all_reservations", "DescribeInstances"),
          Map.entry("get_only_instances", "DescribeInstances"),
          Map.entry("get_all_instance_status", "DescribeInstanceStatus"),
          Map.entry("get_all_regions", "DescribeRegions"),
          Map.entry("get_all_zones", "DescribeAvailabilityZones"),
          Map.entry("get_all_security_groups", "DescribeSecurityGroups"),
          Map.entry("get_all_key_pairs", "DescribeKeyPairs"),
          Map.entry("get_all_images", "DescribeImages"),
          Map.entry("get_all_volumes", "DescribeVolumes"),
          Map.entry("get_all_snapshots", "DescribeSnapshots"),
          Map.entry("get_all_addresses", "DescribeAddresses"),
          Map.entry("get_all_tags", "DescribeTags"),
          Map.entry("get_all_vpcs", "DescribeVpcs"),
          Map.entry("get_all_subnets", "DescribeSubnets"),
          Map.entry("get_all_users", "ListUsers"),
          Map.entry("get_account_alias", "ListAccountAliases"),
          Map.entry("get_all_access_keys", "ListAccessKeys"),
          Map.entry("get_all_mfa_devices", "ListMFADevices"),
          Map.entry("get_user", "GetUser"),
          Map.entry("get_role", "GetRole"),
          Map.entry("get_session_token", "GetSessionToken"),
          Map.entry("get_federation_token", "GetFederationToken"),
          Map.entry("get_all_hosted_zones", "ListHostedZones"),
          Map.entry("get_all_rrsets", "ListResourceRecordSets"),
          Map.entry("get_all_queues", "ListQueues"),
          Map.entry("get_all_topics", "ListTopics"),
          Map.entry("get_all_buckets", "ListBuckets"),
          Map.entry("get_all_keys", "ListObjects"),
          Map.entry("_get_all", "ListObjects"),
          Map.entry("_get_key_internal", "HeadObject"),
          Map.entry("send_file", "PutObject"),
          Map.entry("initiate_multipart_upload", "CreateMultipartUpload"),
          Map.entry("upload_part_from_file", "UploadPart"),
          Map.entry("get_location", "GetBucketLocation"));

  private static final List<String> VERBS =
      List.of(
          "create_",
          "delete_",
          "describe_",
          "list_",
          "head_",
          "run_",
          "start_",
          "stop_",
          "put_",
          "assume_",
          "terminate_",
          "authorize_");

  private static final String BOTO = "boto/";
  private static final String FOG = "/requests/";

  @Override
  public List<Finding> find(ReadableText text) {
    List<Finding> findings = new ArrayList<>();
    for (String sender : SENDERS) {
      int at = text.findDense(sender);
      while (at >= 0) {
        String operation = text.denseUntil(at + sender.length(), "'", 80);
        if (KnownCodes.isCompound(operation)) {
          add(text, at, operation, findings);
        }
        at = text.findDense(sender, at + sender.length());
      }
    }
    frames(text, findings);
    fog(text, findings);
    return findings;
  }

  private static void frames(ReadableText text, List<Finding> findings) {
    int at = text.findDense(BOTO);
    while (at >= 0) {
      String path = text.denseUntil(at, ",", 60);
      int behind = at + path.length();
      int in = behind + 1 + "line".length();
      if (path.replace("\"", "").endsWith(".py") && text.dense().startsWith("line", behind + 1)) {
        while (in < text.dense().length() && Characters.isDigit(text.dense().charAt(in))) {
          in++;
        }
        int number = text.wordAt(text.inText(in + 3));
        if (text.dense().startsWith(",in", in) && number < text.words().size()) {
          add(text, at, operation(text.words().get(number).text()), findings);
        }
      }
      at = text.findDense(BOTO, at + BOTO.length());
    }
  }

  private static @Nullable String operation(String method) {
    @Nullable String known = METHODS.get(method);
    if (known != null || VERBS.stream().noneMatch(method::startsWith)) {
      return known;
    }
    return Operations.named(FrameDialect.camel(method));
  }

  /// `lib/fog/aws/requests/storage/put_object.rb:43`, in old versions
  /// `lib/fog/storage/requests/aws/put_object.rb:43`.
  private static void fog(ReadableText text, List<Finding> findings) {
    int at = text.findDense(FOG);
    while (at >= 0) {
      String path = text.denseUntil(at + FOG.length(), ".", 60);
      int slash = path.indexOf('/');
      boolean fog = text.dense().substring(Math.max(0, at - 20), at).contains("fog");
      if (fog && slash > 0 && text.dense().startsWith(".rb", at + FOG.length() + path.length())) {
        add(text, at, Operations.spelled(path.substring(slash + 1)), findings);
      }
      at = text.findDense(FOG, at + FOG.length());
    }
  }

  private static void add(
      ReadableText text, int at, @Nullable String operation, List<Finding> findings) {
    if (Operations.isOperation(operation)) {
      findings.add(
          new Finding(text.inText(at), Strength.DETAIL)
              .operation(operation)
              .service(Operations.service(operation)));
    }
  }
}
