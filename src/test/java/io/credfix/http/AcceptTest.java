package io.credfix.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {
  private static final List<MediaType> OFFERED =
      List.of(MediaType.MARKDOWN, MediaType.HTML, MediaType.JSON);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "absent",
      value = {
        "absent | text/markdown",
        "'' | text/markdown",
        "*/* | text/markdown",
        "text/* | text/markdown",
        "application/* | application/json",
        "application/json | application/json",
        "Application/JSON | application/json",
        "text/html | text/html",
        "text/html, application/json;q=0.9 | text/html",
        "application/json;q=0.9, text/html;q=0.8 | application/json",
        // a browser
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8 | text/html",
        // an HTTP client of the JavaScript world
        "'application/json, text/plain, */*' | application/json",
        "text/markdown;q=0, */* | text/html",
        "text/*;q=0.1, application/json;q=0.2 | application/json",
        "text/*;q=0.5, text/html;q=0 | text/markdown",
        "*/*;q=0.1, text/*;q=0 | application/json",
        "text/markdown;charset=utf-8 | text/markdown",
        "text/markdown;charset=\"UTF-8\" | text/markdown",
        "text/html;level=1;q=0.4, application/json;q=0.5 | application/json",
        "text/html ; q=1.000 | text/html",
        "\"a,b\", text/html | text/html",
        "garbage, text/html | text/html",
        "image/png | none",
        "application/problem+json | none",
        "text/plain | none",
        "*/*;q=0 | none",
        "text/html;q=0 | none",
        "text/html;charset=iso-8859-1 | none",
        "*/html | none",
        "garbage | none",
        "text/html;q=2 | none",
        "text/html;q=0.1234 | none",
        "text/html;q=x | none",
      })
  void choosesAsRfc9110Says(String field, String expected) {
    assertEquals(
        expected, Accept.parse(field).best(OFFERED).map(MediaType::essence).orElse("none"));
  }
}
