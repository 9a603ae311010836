package io.credfix.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {
  @ParameterizedTest
  @CsvSource({
    "af-south-1, opt-in, aws",
    "eu-north-1, default, aws",
    "us-east-1a, zone, aws",
    "cn-north-1, china, aws-cn",
    "us-gov-west-1, govcloud, aws-us-gov",
    "us-iso-east-1, iso, aws-iso",
    "eu-west-9, unknown, aws",
    "useast1, unknown, aws"
  })
  void tellsClassAndPartition(String region, String kind, String partition) {
    assertEquals(kind, Regions.classOf(region));
    assertEquals(partition, Regions.partition(region));
  }
}
