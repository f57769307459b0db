package io.slipway.orchestrator;

import io.slipway.chassis.jq.Jq;
import io.slipway.chassis.jq.JqLimits;
import io.slipway.chassis.outbound.OutboundHttp;
import io.slipway.chassis.outbound.OutboundSettings;
import io.slipway.chassis.template.Templates;
import io.slipway.chassis.trace.Traces;
import io.slipway.orchestrator.dispatch.CallOutcomes;
import io.slipway.orchestrator.dispatch.CallWorker;
import io.slipway.orchestrator.dispatch.CallsDue;
import io.slipway.orchestrator.dispatch.Carrier;
import io.slipway.orchestrator.dispatch.DueCalls;
import io.slipway.orchestrator.dispatch.OrganizationSecrets;
import io.slipway.orchestrator.dispatch.Rendering;
import io.slipway.orchestrator.run.Runs;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** What templates and calls are built from. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CallProperties.class, OutboundSettings.class})
class CallWiring {

  @Bean
  Jq jq() {
    return new Jq(JqLimits.USUAL);
  }

  @Bean
  Rendering rendering(Jq jq, OrganizationSecrets secrets) {
    return new Rendering(new Templates(jq), secrets);
  }

  @Bean
  OutboundHttp outboundHttp(OutboundSettings settings) {
    return new OutboundHttp(settings);
  }

  @Bean
  CallsDue callsDue() {
    return new CallsDue();
  }

  @Bean
  CallOutcomes callOutcomes(Runs runs, DueCalls due, CallProperties calls, Clock clock) {
    return new CallOutcomes(runs, due, calls.settings(), clock);
  }

  @Bean
  CallWorker callWorker(
      DueCalls due,
      List<Carrier> carriers,
      CallOutcomes outcomes,
      CallsDue signal,
      Traces traces,
      CallProperties calls) {
    return new CallWorker(due, carriers, outcomes, signal, traces, calls.settings());
  }

  /** Calls are made once everything stands. */
  @Configuration(proxyBeanMethods = false)
  static class Beginning {
    private final CallWorker worker;

    Beginning(CallWorker worker) {
      this.worker = worker;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
      worker.start();
    }
  }
}
