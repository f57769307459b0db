package io.slipway.chassis.jq;

import io.slipway.chassis.jq.JqResult.Failed;
import io.slipway.chassis.jq.JqResult.Runaway;
import io.slipway.chassis.jq.JqResult.Values;
import io.slipway.chassis.jq.Programs.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/**
 * Runs JQ programs that somebody else wrote. Whatever a program does, {@link #evaluate} returns
 * within the limits; it works on the thread that calls, so call it on {@link #threads}.
 */
public final class Jq implements AutoCloseable {
  private static final int REMEMBERED = 1_000;
  private static final int THREADS = 2;
  private static final long STACK = 1 << 20;

  /** Users write {@code 'text'} where the quotes stand at the edges of words. */
  private static final Pattern SINGLE_QUOTE =
      Pattern.compile("(^|\\s)'(?!\\s|\")|(?<!\\s|\")'(\\s|$)");

  /** Uses what programs use, so that no program pays for the loading of classes. */
  private static final String WARM_UP =
      """
      [("a1b"|test("[0-9]+")),("x"|sub("x";"y")),("a-b"|capture("(?<l>.)-")),(0|todate),
       ("1970-01-01T00:00:00Z"|fromdate),(try error("x") catch .),([3,1]|sort),({"a":1}|to_entries),
       (reduce range(3) as $i (0; .+$i)),@base64 "\\(1)",("a,b"|split(",")|join("-"))]
      """;

  private final JqLimits limits;
  private final Programs programs;
  private final Scheduler threads;
  private final Map<String, Compiled> compiled =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Compiled> eldest) {
          return size() > REMEMBERED;
        }
      };

  private sealed interface Compiled {
    record Good(Program program, Breaker breaker) implements Compiled {}

    record Bad(JqResult why) implements Compiled {}
  }

  public Jq(JqLimits limits) {
    this.limits = limits;
    this.programs = load();
    var count = new AtomicInteger();
    this.threads =
        Schedulers.fromExecutorService(
            Executors.newFixedThreadPool(
                THREADS,
                work ->
                    Thread.ofPlatform()
                        .name("jq-" + count.incrementAndGet())
                        .daemon()
                        .stackSize(STACK)
                        .unstarted(work)));
    programs.compile(WARM_UP).run(Nodes.old(Nodes.NULL), value -> {});
  }

  private static Programs load() {
    try {
      return (Programs)
          new MeteredClasses(Jq.class.getClassLoader())
              .loadClass("io.slipway.chassis.jq.engine.JacksonPrograms")
              .getConstructor()
              .newInstance();
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException("the JQ library cannot be loaded", broken);
    }
  }

  /** The program as it is compiled: quotes that users may write otherwise are what JQ wants. */
  public static String normalized(String program) {
    return SINGLE_QUOTE.matcher(program).replaceAll("$1\"$2");
  }

  /** Where programs should run: few threads, so that they cannot crowd out anything else. */
  public Scheduler threads() {
    return threads;
  }

  /** Runs a program to its end and answers all that it put out. */
  public JqResult evaluate(String program, JsonNode input) {
    return switch (compiled(program)) {
      case Compiled.Bad bad -> bad.why();
      case Compiled.Good good -> guarded(good, input);
    };
  }

  private JqResult guarded(Compiled.Good good, JsonNode input) {
    if (good.breaker().isOpen()) {
      return new Runaway("it ran away several times, and rests for a moment");
    }
    var result = run(good.program(), input);
    good.breaker().note(result);
    return result;
  }

  private JqResult run(Program program, JsonNode input) {
    return bounded(
        () -> {
          var nodes = Nodes.within(limits);
          var values = new ArrayList<JsonNode>();
          program.run(Nodes.old(input), value -> values.add(nodes.ours(value)));
          return new Values(values);
        });
  }

  private Compiled compiled(String program) {
    synchronized (compiled) {
      var known = compiled.get(program);
      if (known != null) {
        return known;
      }
    }
    var made = compile(program);
    synchronized (compiled) {
      compiled.put(program, made);
    }
    return made;
  }

  private Compiled compile(String program) {
    if (program.length() > limits.program()) {
      return new Compiled.Bad(new Failed("it is longer than " + limits.program() + " characters"));
    }
    var holder = new Program[1];
    var outcome =
        bounded(
            () -> {
              holder[0] = programs.compile(normalized(program));
              return new Values(java.util.List.of());
            });
    return holder[0] == null
        ? new Compiled.Bad(outcome)
        : new Compiled.Good(holder[0], new Breaker());
  }

  private JqResult bounded(java.util.function.Supplier<JqResult> work) {
    try {
      return Meter.metered(limits, work);
    } catch (Meter.UsedUp usedUp) {
      return new Runaway(String.valueOf(usedUp.getMessage()));
    } catch (StackOverflowError tooDeep) {
      return new Runaway("it called itself too deep");
    } catch (OutOfMemoryError tooMuch) {
      return new Runaway("it needed too much memory");
    } catch (RuntimeException fault) {
      return new Failed(String.valueOf(fault.getMessage()));
    }
  }

  @Override
  public void close() {
    threads.dispose();
  }
}
