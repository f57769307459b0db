package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.template.TemplateFault;
import io.slipway.chassis.template.Templates;
import io.slipway.orchestrator.run.Invocation;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Fills the templates of an invocation method from what was asked and from secrets. */
public final class Rendering {
  private final Templates templates;
  private final OrganizationSecrets secrets;

  public Rendering(Templates templates, OrganizationSecrets secrets) {
    this.templates = templates;
    this.secrets = secrets;
  }

  /**
   * A method whose templates are filled.
   *
   * @param masking hides the secrets that went into it
   */
  record Rendered(JsonNode method, Masking masking) {
    /** As a run shows it. */
    JsonNode shown() {
      return masking.node(method);
    }
  }

  /** Fails with a {@link TemplateFault} for good, and with anything else for now. */
  Mono<Rendered> of(Invocation asked) {
    return Mono.fromCallable(() -> SecretNames.in(Templates.programs(asked.method())))
        .flatMap(
            names ->
                Flux.fromIterable(names)
                    .flatMap(
                        name ->
                            secrets
                                .value(asked.organization(), name)
                                .map(value -> Map.entry(name, value)))
                    .collectMap(Map.Entry::getKey, Map.Entry::getValue))
        .flatMap(
            values ->
                templates
                    .filled(asked.method(), new TriggerData(asked, values))
                    .map(method -> new Rendered(method, Masking.of(values.values()))));
  }
}
