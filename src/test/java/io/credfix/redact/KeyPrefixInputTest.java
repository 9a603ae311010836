package io.credfix.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPrefixInputTest {
  /// Published examples, cut in two so that no whole id stands here.
  @ParameterizedTest
  @CsvSource({
    "ASIAY34FZKBOK, MUTVV7A, 609629065308",
    "ASIAQNZGKIQY5, 6JQ7WML, 029608264753",
    "ASIAVJ2E6QGR2, WZILJFM, 364679954851",
    "AKIASP2TPHJSQ, H3FJXYZ, 171436882533",
    "ASIAQAAAAAAAG, MKEM7X5, 000000000000",
    "AKIARZPUZDIKG, B2VALC4, 123456789012",
    "AKIA6RVFFB77R, E7OLMKI, 999999999999",
    "AKIAXYZDQCEN4, B6JSJQI, 534261010715"
  })
  void thirteenCharactersTellTheAccount(String prefix, String rest, String account) {
    var whole = accepted(prefix + rest);
    assertEquals(account, whole.prefix().accountId());
    assertEquals(prefix, whole.prefix().prefix());
    assertTrue(whole.cut());
    var thirteen = accepted(prefix);
    assertEquals(account, thirteen.prefix().accountId());
    assertFalse(thirteen.cut());
    var twelve = accepted(prefix.substring(0, 12));
    assertEquals(null, twelve.prefix().accountId());
  }

  @Test
  void oldKeysAndImpossibleAccountsTellNone() {
    assertEquals(null, accepted("AKIAJ34FZKBOK").prefix().accountId());
    assertEquals(null, accepted("AKIA777777777").prefix().accountId());
    assertEquals(null, accepted("AKIAY34FZKB1K").prefix().accountId());
  }

  @ParameterizedTest
  @CsvSource({
    "ASIA, TEMPORARY, ASIA",
    "AKIA, LONG_TERM, AKIA",
    "asia, TEMPORARY, ASIA",
    "AKIA****************, LONG_TERM, AKIA",
    "AKIA************WXYZ, LONG_TERM, AKIA",
    "ASIAXXXXXXXXXXXXXXXX, TEMPORARY, ASIA",
    "ASIAZI2LB466…, TEMPORARY, ASIAZI2LB466",
    "ASIAZI..., TEMPORARY, ASIAZI",
    "'  ASIA  ', TEMPORARY, ASIA",
    "\"\"\"ASIA\"\"\", TEMPORARY, ASIA",
    "LKIA, EMULATOR, LKIA",
    "LSIAQAAAAAAA, EMULATOR, LSIAQAAAAAAA",
    "AKIAIOSFODNN7EXAMPLE, DOCUMENTATION, AKIAIOSFODNN7",
    "AKIAI44QH8DHBEXAMPLE, DOCUMENTATION, AKIAI44QH8DHB",
    "AKIAIOSFODNN7, DOCUMENTATION, AKIAIOSFODNN7",
    "AROA, NOT_A_KEY, AROA",
    "AIDAEXAMPLE, NOT_A_KEY, AIDAEXAMPLE",
    "AGPA, NOT_A_KEY, AGPA",
    "AIPA, NOT_A_KEY, AIPA",
    "ANPA, NOT_A_KEY, ANPA",
    "ANVA, NOT_A_KEY, ANVA",
    "APKA, NOT_A_KEY, APKA",
    "ASCA, NOT_A_KEY, ASCA",
    "ABIA, NOT_A_KEY, ABIA",
    "ACCA, NOT_A_KEY, ACCA"
  })
  void kindsAreToldByFourLetters(String stated, KeyKind kind, String prefix) {
    var accepted = accepted(stated);
    assertEquals(kind, accepted.prefix().kind());
    assertEquals(prefix, accepted.prefix().prefix());
    assertEquals(null, accepted.prefix().accountId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "A",
        "AKI",
        "ASI*",
        "hello",
        "1234",
        "ABCD",
        "AKIA!",
        "AKIA/x",
        "ASIA the key",
        "[access key id]",
        "arn:aws:iam::111122223333:user/alice",
        "\0\0\0\0",
        "ÄKIA"
      })
  void whatCannotBeAPrefixIsRefused(String stated) {
    var refused = (KeyPrefixInput.Refused) KeyPrefixInput.read(stated);
    assertFalse(refused.secret());
    assertFalse(refused.detail().isBlank());
  }

  @Test
  void aSecretIsRefusedAndSaidToBeExposedWithoutRepeatingIt() {
    Random random = new Random(4);
    for (String kind : List.of("sk", "st", "jwt", "hex:64", "ecr", "b64:44")) {
      String secret = Paste.secret(kind, random);
      var refused = (KeyPrefixInput.Refused) KeyPrefixInput.read(secret);
      assertTrue(refused.secret(), kind);
      assertTrue(refused.detail().contains("exposed"));
      assertFalse(refused.detail().contains(secret.substring(0, 8)));
    }
  }

  @Test
  void theExamplesAreThoseOfTheShapes() {
    assertNotNull(SecretShapes.builtIn());
    for (String example : new HashSet<>(SecretShapes.builtIn().list("exampleKeys"))) {
      assertEquals(KeyKind.DOCUMENTATION, accepted(example).prefix().kind());
    }
    for (String letters : SecretShapes.builtIn().list("idLetters")) {
      accepted(letters);
    }
  }

  private static KeyPrefixInput.Accepted accepted(String stated) {
    return (KeyPrefixInput.Accepted) KeyPrefixInput.read(stated);
  }
}
