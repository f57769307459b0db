package io.slipway.orchestrator;

import io.micrometer.core.instrument.MeterRegistry;
import io.slipway.chassis.trace.Traces;
import io.slipway.events.Topics;
import io.slipway.events.wiring.EventsWiring;
import io.slipway.orchestrator.dispatch.Backends;
import io.slipway.orchestrator.dispatch.Dispatcher;
import io.slipway.orchestrator.dispatch.DueDispatches;
import io.slipway.orchestrator.dispatch.Rendering;
import io.slipway.orchestrator.dispatch.SigningKeys;
import io.slipway.orchestrator.log.RunLog;
import io.slipway.orchestrator.log.WriteLog;
import io.slipway.orchestrator.run.BeginRun;
import io.slipway.orchestrator.run.DecideRun;
import io.slipway.orchestrator.run.Departures;
import io.slipway.orchestrator.run.FindRun;
import io.slipway.orchestrator.run.Invocations;
import io.slipway.orchestrator.run.ReportRun;
import io.slipway.orchestrator.run.Runs;
import io.slipway.orchestrator.stream.RunStreams;
import io.slipway.orchestrator.stream.SaidSource;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** The map of the service: everything that wears no annotation, and what it is built from. */
@Configuration(proxyBeanMethods = false)
@Import({EventsWiring.class, CallWiring.class})
class Wiring {

  @Bean
  RunMeters runMeters(MeterRegistry registry, Clock clock) {
    return new RunMeters(registry, clock);
  }

  @Bean
  Departures departures(Rendering rendering, SigningKeys keys, CallProperties calls, Clock clock) {
    return new Backends(rendering, keys, Topics::runs, calls.patience(), clock);
  }

  @Bean
  BeginRun beginRun(Runs runs, Departures departures) {
    return new BeginRun(runs, departures);
  }

  @Bean
  FindRun findRun(Runs runs, Invocations invocations, BeginRun beginRun) {
    return new FindRun(runs, invocations, beginRun);
  }

  @Bean
  DecideRun decideRun(Runs runs, FindRun findRun, Departures departures, Clock clock) {
    return new DecideRun(runs, findRun, departures, clock);
  }

  @Bean
  ReportRun reportRun(Runs runs, FindRun findRun, Clock clock) {
    return new ReportRun(runs, findRun, clock);
  }

  @Bean
  WriteLog writeLog(RunLog runLog, ReportRun reportRun, Clock clock) {
    return new WriteLog(runLog, reportRun, clock);
  }

  @Bean
  RunStreams runStreams(
      SaidSource source,
      @Value("${slipway.streams.tick:200ms}") Duration tick,
      @Value("${slipway.streams.linger:30s}") Duration linger) {
    return new RunStreams(source, tick, linger);
  }

  @Bean
  Dispatcher dispatcher(
      DueDispatches due, Runs runs, Departures departures, Traces traces, Clock clock) {
    return new Dispatcher(due, runs, departures, traces, clock);
  }

  /** What is due is looked for once everything stands. */
  @Configuration(proxyBeanMethods = false)
  static class Beginning {
    private final Dispatcher dispatcher;
    private final Duration every;

    Beginning(Dispatcher dispatcher, @Value("${slipway.dispatcher.look:1s}") Duration every) {
      this.dispatcher = dispatcher;
      this.every = every;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
      dispatcher.start(every);
    }
  }
}
