package io.credfix.diagnose;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/// A list of integers that are kept as such: conditions ask for their phrases by the thousand.
/// Immutable.
final class Numbers extends AbstractList<Integer> implements RandomAccess {
  private static final Numbers NONE = new Numbers(new int[0]);

  private final int[] values;

  private Numbers(int[] values) {
    this.values = values;
  }

  /// @param values kept, not copied
  static Numbers of(int[] values) {
    return values.length == 0 ? NONE : new Numbers(values);
  }

  static Numbers copyOf(List<Integer> list) {
    return list instanceof Numbers numbers
        ? numbers
        : of(list.stream().mapToInt(Integer::intValue).toArray());
  }

  /// True when a number is in a list that is sorted, as those of conditions are.
  boolean has(int number) {
    return Arrays.binarySearch(values, number) >= 0;
  }

  int at(int index) {
    return values[index];
  }

  @Override
  public Integer get(int index) {
    return values[index];
  }

  @Override
  public int size() {
    return values.length;
  }
}
