package io.credfix.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AuthorizationReaderTest {
  private static final String DOCUMENT =
      """
      {"allowed":false,"explicitDeny":true,
       "matchedStatements":{"items":[{"statementId":"NoLargeInstances","effect":"DENY",
         "principals":{"items":[{"value":"AROAEXAMPLEEXAMPLEEX1"}]},"principalGroups":{"items":[]},
         "actions":{"items":[{"value":"ec2:RunInstances"}]},"resources":{"items":[{"value":"*"}]},
         "conditions":{"items":[{"key":"ec2:InstanceType","values":{"items":[{"value":"p5.48xlarge"}]}}]}}]},
       "failures":{"items":[]},
       "context":{"principal":{"id":"AROAEXAMPLEEXAMPLEEX1:web",
           "arn":"arn:aws:sts::111122223333:assumed-role/app/web"},
         "action":"ec2:RunInstances","resource":"arn:aws:ec2:eu-north-1:111122223333:instance/*",
         "conditions":{"items":[{"key":"aws:RequestedRegion","values":{"items":[{"value":"eu-north-1"}]}}]}}}
      """;

  @Test
  void readsADecodedMessage() {
    Facts facts = Fixture.parse(DOCUMENT).facts();
    AuthorizationDocument document = facts.authorizationDocument().orElseThrow();
    assertFalse(document.allowed());
    assertTrue(document.explicitDeny());
    assertEquals("ec2:RunInstances", document.action());
    assertEquals("arn:aws:sts::111122223333:assumed-role/app/web", document.principal());
    assertEquals("NoLargeInstances", document.statements().getFirst().id());
    assertEquals("DENY", document.statements().getFirst().effect());
    assertEquals(
        "ec2:InstanceType", document.statements().getFirst().conditions().getFirst().key());
    assertEquals("eu-north-1", document.conditions().getFirst().values().getFirst());
    assertEquals("authorization", facts.first(Fact.DOCUMENT).orElse(""));
  }

  @Test
  void readsItAsTheStringThatTheCliPrints() {
    String inner = DOCUMENT.replace("\n", "").replace("\"", "\\\"");
    Facts facts = Fixture.parse("{\n    \"DecodedMessage\": \"" + inner + "\"\n}").facts();
    assertEquals(
        "ec2:RunInstances",
        facts.authorizationDocument().map(AuthorizationDocument::action).orElse(""));
  }

  @Test
  void aCutDocumentIsNone() {
    String cut = DOCUMENT.substring(0, 300);
    assertTrue(Fixture.parse(cut).facts().authorizationDocument().isEmpty());
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "{\"allowed\":false,\"explicitDeny\":false,\"context\":" + "[".repeat(5000);
    assertTrue(Fixture.parse(deep).facts().authorizationDocument().isEmpty());
  }
}
