package io.slipway.local.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Things in an order in which each comes after those it needs; where they need one another, some
 * needs come late. Things that need nothing of each other keep the order they were given in. Pure.
 *
 * @param things all of them
 * @param late what a thing needs and what comes only after it
 */
record Order<T>(List<T> things, Map<T, Set<T>> late) {

  Order {
    things = List.copyOf(things);
    late = Map.copyOf(late);
  }

  /** What this one needs that comes after it. */
  Set<T> lateFor(T thing) {
    return late.getOrDefault(thing, Set.of());
  }

  /**
   * @param needs of a thing; those that are not among the things are there already
   */
  static <T> Order<T> of(Collection<T> things, Function<T, ? extends Collection<T>> needs) {
    var sorting = new Sorting<T>(Set.copyOf(things), needs);
    things.forEach(sorting::visit);
    return new Order<>(sorting.done, sorting.late);
  }

  private static final class Sorting<T> {
    private final Set<T> all;
    private final Function<T, ? extends Collection<T>> needs;
    private final List<T> done = new ArrayList<>();
    private final Map<T, Set<T>> late = new HashMap<>();
    private final Set<T> seen = new HashSet<>();
    private final Set<T> open = new HashSet<>();

    Sorting(Set<T> all, Function<T, ? extends Collection<T>> needs) {
      this.all = all;
      this.needs = needs;
    }

    void visit(T first) {
      // Not by recursion: a chain may be as long as there are things.
      var path = new ArrayList<Visit<T>>();
      enter(first, path);
      while (!path.isEmpty()) {
        var visit = path.getLast();
        if (visit.next < visit.needs.size()) {
          var need = visit.needs.get(visit.next++);
          if (open.contains(need)) {
            late.computeIfAbsent(visit.thing, _ -> new HashSet<>()).add(need);
          } else {
            enter(need, path);
          }
        } else {
          open.remove(visit.thing);
          done.add(visit.thing);
          path.removeLast();
        }
      }
    }

    private void enter(T thing, List<Visit<T>> path) {
      if (all.contains(thing) && seen.add(thing)) {
        open.add(thing);
        path.add(new Visit<>(thing, List.copyOf(needs.apply(thing))));
      }
    }
  }

  private static final class Visit<T> {
    private final T thing;
    private final List<T> needs;
    private int next;

    Visit(T thing, List<T> needs) {
      this.thing = thing;
      this.needs = needs;
    }
  }
}
