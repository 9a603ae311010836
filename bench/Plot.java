import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Draws the whole answers of JMH's JSON results as an SVG: median latency over the size of the
/// text and, a line each, over the number of rules; both axes logarithmic.
class Plot {
  private static final Pattern RESULT =
      Pattern.compile(
          "WholeBenchmark\\.answer\".*?\"params\" : \\{(.*?)\\}.*?\"50\\.0\" : ([0-9.E+-]+)",
          Pattern.DOTALL);
  private static final String[] COLOURS = {"#1b6ac9", "#c9621b", "#2c8a3d"};

  public static void main(String[] args) throws Exception {
    Map<Integer, Map<Integer, Double>> lines = new TreeMap<>();
    Matcher result = RESULT.matcher(Files.readString(Path.of(args[0])));
    while (result.find()) {
      lines
          .computeIfAbsent(number(result.group(1), "rules"), any -> new TreeMap<>())
          .put(number(result.group(1), "size"), Double.parseDouble(result.group(2)));
    }
    var out = new StringBuilder();
    out.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 400\" font-family=\"sans-serif\""
            + " font-size=\"13\" role=\"img\"><title>Whole answer, median, over size of the text and"
            + " number of rules</title><rect width=\"640\" height=\"400\" fill=\"#fff\"/>");
    for (double y = 10; y <= 100_000; y *= 10) {
      out.append(
          format(
              "<path d=\"M70 %.1fH560\" stroke=\"#ddd\"/><text x=\"62\" y=\"%.1f\""
                  + " text-anchor=\"end\">%s</text>",
              y(y), y(y) + 4, y < 1000 ? format("%.0f µs", y) : format("%.0f ms", y / 1000)));
    }
    for (int x : new int[] {300, 4096, 65536}) {
      out.append(
          format(
              "<path d=\"M%.1f 30V350\" stroke=\"#ddd\"/><text x=\"%.1f\" y=\"370\""
                  + " text-anchor=\"middle\">%,d</text>",
              x(x), x(x), x));
    }
    out.append("<text x=\"315\" y=\"392\" text-anchor=\"middle\">characters of text</text>");
    int number = 0;
    for (Map.Entry<Integer, Map<Integer, Double>> line : lines.entrySet()) {
      String colour = COLOURS[number % COLOURS.length];
      var points = new StringBuilder();
      double last = 0;
      for (Map.Entry<Integer, Double> point : line.getValue().entrySet()) {
        points.append(format("%.1f,%.1f ", x(point.getKey()), y(point.getValue())));
        out.append(
            format(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>",
                x(point.getKey()), y(point.getValue()), colour));
        last = point.getValue();
      }
      out.append(
          format(
              "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>"
                  + "<text x=\"568\" y=\"%.1f\" fill=\"%s\">%d× rules</text>",
              points.toString().strip(),
              colour,
              y(last) + 4 + 15 * (number - 1),
              colour,
              line.getKey()));
      number++;
    }
    Files.writeString(Path.of(args[1]), out.append("</svg>\n"));
  }

  private static double x(double size) {
    return 90 + 450 * Math.log(size / 300) / Math.log(65536 / 300.0);
  }

  private static double y(double micros) {
    return 350 - 320 * Math.log10(micros / 10) / 4;
  }

  private static int number(String parameters, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\" : \"(\\d+)\"").matcher(parameters);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
