package io.credfix.redact;

import java.util.Arrays;

/// Where in a text each character of its view came from. Most characters follow the one before
/// them, in the view and in the text; only the others are written down.
final class Origins {
  private static final int FIELDS = 4;

  // Of each: its place in the view, where it begins and ends in the text, backslashes before it.
  private int[] marks = new int[16 * FIELDS];
  private int count;
  private int near = -1;

  void add(int place, int from, int to, int depth) {
    if (count * FIELDS == marks.length) {
      marks = Arrays.copyOf(marks, marks.length * 2);
    }
    int at = count * FIELDS;
    marks[at] = place;
    marks[at + 1] = from;
    marks[at + 2] = to;
    marks[at + 3] = depth;
    count++;
  }

  /// Forgets the last character of the view.
  ///
  /// @return where in the text it began
  int pop(int place) {
    int from = from(place);
    if (count > 0 && marks[(count - 1) * FIELDS] == place) {
      count--;
      near = -1;
    }
    return from;
  }

  int from(int place) {
    int mark = before(place);
    if (mark < 0) {
      return place;
    }
    int at = mark * FIELDS;
    return marks[at] == place ? marks[at + 1] : marks[at + 2] + place - marks[at] - 1;
  }

  int to(int place) {
    int mark = before(place);
    if (mark < 0) {
      return place + 1;
    }
    return marks[mark * FIELDS + 2] + place - marks[mark * FIELDS];
  }

  int depth(int place) {
    int mark = before(place);
    return mark >= 0 && marks[mark * FIELDS] == place ? marks[mark * FIELDS + 3] : 0;
  }

  /// The last mark at or before a place; -1: none. Questions come close to each other.
  private int before(int place) {
    if (holds(near, place)) {
      return near;
    }
    if (near + 1 < count && holds(near + 1, place)) {
      return ++near;
    }
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (marks[middle * FIELDS] <= place) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    near = high;
    return high;
  }

  private boolean holds(int mark, int place) {
    return (mark < 0 || marks[mark * FIELDS] <= place)
        && (mark + 1 >= count || marks[(mark + 1) * FIELDS] > place);
  }
}
