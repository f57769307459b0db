package io.slipway.local.apply;

import io.slipway.local.edge.Edge;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a suite as files say it should be: reads all of them, puts each document beside what is
 * there, prints the difference, and then makes it so in the order in which things refer to each
 * other. Done again, it changes nothing.
 */
public final class Apply {
  /** All is as declared, or there is nothing to do. */
  public static final int SAME = 0;

  /** Only looked, and something is not as declared; as {@code diff} and {@code kubectl diff} do. */
  public static final int DIFFERENT = 1;

  /** Something is wrong with a file, or was refused, or nobody answered. */
  public static final int TROUBLE = 2;

  private final Api api;
  private final Output output;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<Change, Integer> counts = new EnumMap<>(Change.class);

  private Apply(Api api, Output output) {
    this.api = api;
    this.output = output;
  }

  /**
   * Where to print.
   *
   * @param differences whether to print each difference, not only how many there are
   */
  public record Output(PrintStream out, PrintStream err, boolean differences) {}

  /**
   * Reads the files, prints the differences and, unless told to only look, makes it so.
   *
   * @param token of whoever may change definitions
   * @return one of the constants above
   */
  public static int run(
      List<Path> files, boolean lookOnly, Edge edge, String token, Output output) {
    var reading = Documents.read(files);
    var apply = new Apply(new Api(edge, token), output);
    apply.faults.addAll(reading.faults());
    apply.faults.addAll(Checks.memberships(reading.documents()));
    if (!apply.faults.isEmpty()) {
      return apply.stop("Nothing was applied");
    }
    try {
      return apply.run(reading.documents(), lookOnly);
    } catch (Api.Refused refused) {
      output.err().println("error: the teams cannot be read: " + refused.getMessage());
      return TROUBLE;
    }
  }

  private int run(List<Document> documents, boolean lookOnly) {
    var now = new Now(api);
    var steps = new ArrayList<Step>();
    for (var kind : Kind.values()) { // blueprints first: entities are read by them
      documents.stream().filter(it -> it.kind() == kind).forEach(it -> look(now, it, steps));
    }
    if (!faults.isEmpty()) {
      return stop("Nothing was applied");
    }
    steps.forEach(this::show);
    output.out().println(summary(Change::due));
    var due = steps.stream().anyMatch(step -> step.change() != Change.NONE);
    if (lookOnly || !due) {
      return due ? DIFFERENT : SAME;
    }
    counts.clear();
    send(Calls.of(steps, now::blueprintOf));
    steps.stream().filter(it -> it.change() == Change.NONE).forEach(it -> count(Change.NONE));
    output.out().println("Applied: " + summary(Change::done));
    return faults.isEmpty() ? SAME : stop("Not everything was applied");
  }

  private void look(Now now, Document document, List<Step> steps) {
    try {
      if (document.kind() == Kind.ENTITY) {
        var wrong = Checks.entity(document, now.blueprintOf(document));
        if (!wrong.isEmpty()) {
          faults.addAll(wrong);
          return;
        }
      }
      steps.add(now.look(document));
    } catch (Api.Refused refused) {
      add(document, refused);
    }
  }

  private void show(Step step) {
    count(step.change());
    if (output.differences() && step.change() != Change.NONE) {
      Difference.lines(step).forEach(output.out()::println);
    }
  }

  /** A step that was refused is not gone on with; the others are. */
  private void send(List<Call> calls) {
    Set<Step> refused = new HashSet<>();
    var open = calls.stream().collect(Collectors.groupingBy(Call::step, Collectors.counting()));
    for (var call : calls) {
      var step = call.step();
      if (refused.contains(step)) {
        continue;
      }
      try {
        for (var warning : api.send(call).path("warnings")) {
          output.err().println("warning: " + step.document().name() + ": " + warning.asString());
        }
        if (open.merge(step, -1L, Long::sum) == 0) {
          count(step.change());
          output.out().println(step.document().name() + " " + step.change().done());
        }
      } catch (Api.Refused no) {
        refused.add(step);
        add(step.document(), no);
      }
    }
  }

  private void add(Document document, Api.Refused refused) {
    for (var reason : refused.reasons()) {
      faults.add(Fault.of(document, reason.path(), reason.message()));
    }
  }

  private void count(Change change) {
    counts.merge(change, 1, Integer::sum);
  }

  private String summary(java.util.function.Function<Change, String> word) {
    return java.util.Arrays.stream(Change.values())
        .map(change -> counts.getOrDefault(change, 0) + " " + word.apply(change))
        .collect(Collectors.joining(", "));
  }

  private int stop(String sentence) {
    faults.forEach(fault -> output.err().println("error: " + fault));
    output
        .err()
        .println(sentence + ": " + faults.size() + (faults.size() == 1 ? " error." : " errors."));
    return TROUBLE;
  }
}
