import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Prints JMH's JSON results as a Markdown table: median and fastest call in microseconds, by size
/// of the text.
class Table {
  private static final Pattern RESULT =
      Pattern.compile(
          "\"benchmark\" : \"[^\"]*?(\\w+)\\.(\\w+)\".*?\"params\" : \\{(.*?)\\}.*?"
              + "\"0\\.0\" : ([0-9.E+-]+).*?\"50\\.0\" : ([0-9.E+-]+)",
          Pattern.DOTALL);
  private static final Pattern PARAMETER = Pattern.compile("\"(\\w+)\" : \"(\\w+)\"");

  public static void main(String[] args) throws Exception {
    Map<String, Map<Integer, String>> rows = new TreeMap<>();
    Matcher result = RESULT.matcher(Files.readString(Path.of(args[0])));
    while (result.find()) {
      int size = 0;
      String name = result.group(1).replace("Benchmark", "") + " " + result.group(2);
      Matcher parameter = PARAMETER.matcher(result.group(3));
      while (parameter.find()) {
        if (parameter.group(1).equals("size")) {
          size = Integer.parseInt(parameter.group(2));
        } else {
          name += ", " + parameter.group(1) + " " + parameter.group(2);
        }
      }
      rows.computeIfAbsent(name, any -> new TreeMap<>())
          .put(size, number(result.group(5)) + " (" + number(result.group(4)) + ")");
    }
    System.out.println("Median (fastest) in µs, by characters of text:\n");
    System.out.println("| | 300 | 4,096 | 65,536 |\n|---|--:|--:|--:|");
    rows.forEach(
        (name, by) ->
            System.out.printf(
                "| %s | %s | %s | %s |%n",
                name,
                by.getOrDefault(300, ""),
                by.getOrDefault(4096, ""),
                by.getOrDefault(65536, "")));
  }

  private static String number(String text) {
    double value = Double.parseDouble(text);
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
  }
}
