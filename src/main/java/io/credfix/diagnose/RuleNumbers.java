package io.credfix.diagnose;

import java.util.Arrays;

/// Numbers of the rules that one paste can bring up: of thousands of rules a few, so they are kept
/// as such, and nothing grows with the rulebook.
final class RuleNumbers {
  private static final int[] NONE = {};

  // Of the many suppositions that are tried, few bring up a rule.
  private int[] numbers = NONE;
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(32, size * 2));
    }
    numbers[size++] = number;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void addAll(int[] from, int start, int end) {
    for (int i = start; i < end; i++) {
      add(from[i]);
    }
  }

  /// Everything that was added, each once, in order.
  int[] sorted() {
    Arrays.sort(numbers, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || numbers[i] != numbers[i - 1]) {
        numbers[distinct++] = numbers[i];
      }
    }
    size = distinct;
    return Arrays.copyOf(numbers, distinct);
  }
}
