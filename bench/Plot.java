import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Draws the whole answers of JMH's JSON results as an SVG for light and dark pages: median latency
/// over the size of the text, and over the number of rules; all axes are logarithmic. Arguments:
/// results, SVG, a line that says when and where it was measured.
class Plot {
  private static final Pattern RESULT =
      Pattern.compile(
          "WholeBenchmark\\.answer\".*?\"params\" : \\{(.*?)\\}.*?\"50\\.0\" : ([0-9.E+-]+)",
          Pattern.DOTALL);
  private static final int WIDTH = 900;
  private static final int HEIGHT = 420;
  private static final int TOP = 78;
  private static final int BOTTOM = 350;
  private static final String STYLE =
      """
      svg{font-family:system-ui,sans-serif;font-size:13px}
      .paper{fill:#fff}.ink{fill:#1f2328}.soft{fill:#59636e}.grid{stroke:#d1d9e0}
      .a{--c:#0a5fc4}.b{--c:#b3500e}.c{--c:#1f7a34}
      .line{fill:none;stroke:var(--c);stroke-width:2.5}.dot,.label{fill:var(--c)}.label{font-weight:600}
      @media (prefers-color-scheme:dark){
      .paper{fill:#0d1117}.ink{fill:#f0f6fc}.soft{fill:#9198a1}.grid{stroke:#3d444d}
      .a{--c:#79b8ff}.b{--c:#ffab70}.c{--c:#7ee787}}
      """;

  private final StringBuilder out = new StringBuilder();
  private double lowest = Double.MAX_VALUE;
  private double highest;

  public static void main(String[] args) throws Exception {
    Map<Integer, Map<Integer, Double>> byRules = new TreeMap<>();
    Map<Integer, Map<Integer, Double>> bySize = new TreeMap<>();
    Matcher result = RESULT.matcher(Files.readString(Path.of(args[0])));
    var plot = new Plot();
    while (result.find()) {
      int rules = number(result.group(1), "rules");
      int size = number(result.group(1), "size");
      double micros = Double.parseDouble(result.group(2));
      byRules.computeIfAbsent(rules, any -> new TreeMap<>()).put(size, micros);
      bySize.computeIfAbsent(size, any -> new TreeMap<>()).put(rules, micros);
      plot.lowest = Math.min(plot.lowest, micros);
      plot.highest = Math.max(plot.highest, micros);
    }
    if (byRules.isEmpty()) {
      throw new IllegalArgumentException(args[0] + " holds no result of WholeBenchmark.");
    }
    Files.writeString(Path.of(args[1]), plot.draw(byRules, bySize, args.length > 2 ? args[2] : ""));
  }

  private String draw(
      Map<Integer, Map<Integer, Double>> byRules,
      Map<Integer, Map<Integer, Double>> bySize,
      String where) {
    lowest = Math.pow(10, Math.floor(Math.log10(lowest)));
    highest = Math.pow(10, Math.ceil(Math.log10(highest)));
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(WIDTH + " " + HEIGHT + "\" role=\"img\" aria-labelledby=\"t\"><title id=\"t\">")
        .append("Whole answer, median latency, over the size of the text and over the number of")
        .append(" rules</title><style>" + STYLE + "</style>")
        .append("<rect class=\"paper\" width=\"100%\" height=\"100%\" rx=\"6\"/>");
    text(24, 28, "start", "ink", "Whole answer, warm: median latency");
    out.insert(out.lastIndexOf("<text") + 5, " font-size=\"16\" font-weight=\"600\"");
    text(24, 48, "start", "soft", where);
    panel(80, 330, "characters of text", byRules, "× rules");
    panel(510, 760, "times the built-in rules", bySize, " chars");
    return out.append("</svg>\n").toString();
  }

  private void panel(
      int left, int right, String axis, Map<Integer, Map<Integer, Double>> lines, String unit) {
    List<Integer> ticks = new ArrayList<>(lines.values().iterator().next().keySet());
    double first = ticks.getFirst();
    double last = Math.max(ticks.getLast(), first + 1);
    for (double y = lowest; y <= highest * 1.01; y *= 10) {
      out.append(
          format("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", left - 10, y(y), right + 10));
      text(left - 16, y(y) + 4, "end", "soft", y < 1000 ? format("%.0f µs", y) : format("%.0f ms", y / 1000));
    }
    for (int tick : ticks) {
      double x = x(tick, first, last, left, right);
      out.append(format("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x, TOP, BOTTOM));
      text(x, BOTTOM + 20, "middle", "soft", format("%,d", tick));
    }
    text((left + right) / 2.0, BOTTOM + 44, "middle", "ink", axis);
    double taken = Double.MAX_VALUE;
    List<Map.Entry<Integer, Map<Integer, Double>>> lowestFirst = new ArrayList<>(lines.entrySet());
    lowestFirst.sort((a, b) -> Double.compare(end(a.getValue()), end(b.getValue())));
    int number = lowestFirst.size();
    for (Map.Entry<Integer, Map<Integer, Double>> line : lowestFirst) {
      String kind = "abc".substring((number - 1) % 3, (number - 1) % 3 + 1);
      number--;
      var points = new StringBuilder();
      for (Map.Entry<Integer, Double> point : line.getValue().entrySet()) {
        double x = x(point.getKey(), first, last, left, right);
        points.append(format("%.1f,%.1f ", x, y(point.getValue())));
        out.append(
            format(
                "<circle class=\"dot %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"><title>%s</title></circle>",
                kind, x, y(point.getValue()), format("%,.0f µs", point.getValue())));
      }
      out.append(
          format(
              "<polyline class=\"line %s\" points=\"%s\"/>", kind, points.toString().strip()));
      // Labels stand beside the lines' ends, from below upwards, and never on each other.
      taken = Math.min(y(end(line.getValue())) + 4, taken - 16);
      text(right + 16, taken, "start", "label " + kind, format("%,d", line.getKey()) + unit);
    }
  }

  private static double end(Map<Integer, Double> line) {
    return new ArrayList<>(line.values()).getLast();
  }

  private void text(double x, double y, String anchor, String kind, String words) {
    out.append(
        format(
            "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
            kind, x, y, anchor, words.replace("&", "&amp;").replace("<", "&lt;")));
  }

  private static double x(double value, double first, double last, int left, int right) {
    return left + (right - left) * Math.log(value / first) / Math.log(last / first);
  }

  private double y(double micros) {
    return BOTTOM - (BOTTOM - TOP) * Math.log10(micros / lowest) / Math.log10(highest / lowest);
  }

  private static int number(String parameters, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\" : \"(\\d+)\"").matcher(parameters);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
