package io.slipway.approvals;

import io.micrometer.core.instrument.MeterRegistry;
import io.slipway.approvals.approval.Approvals;
import io.slipway.approvals.approval.CastVote;
import io.slipway.approvals.approval.CloseApproval;
import io.slipway.approvals.approval.FindApproval;
import io.slipway.approvals.approval.ListApprovers;
import io.slipway.approvals.approval.OpenApproval;
import io.slipway.approvals.approval.Orchestrator;
import io.slipway.approvals.approval.Questions;
import io.slipway.approvals.approval.RecountApprovals;
import io.slipway.approvals.approver.ApproverDirectory;
import io.slipway.events.wiring.EventsWiring;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The map of the service: everything that wears no annotation. */
@Configuration(proxyBeanMethods = false)
@Import(EventsWiring.class)
class Wiring {

  @Bean
  ApprovalMeters approvalMeters(MeterRegistry registry) {
    return new ApprovalMeters(registry);
  }

  @Bean
  OpenApproval openApproval(ApproverDirectory directory, Approvals approvals) {
    return new OpenApproval(directory, approvals);
  }

  @Bean
  FindApproval findApproval(
      Approvals approvals, Orchestrator orchestrator, Questions questions, OpenApproval open) {
    return new FindApproval(approvals, orchestrator, questions, open);
  }

  @Bean
  CloseApproval closeApproval(Approvals approvals) {
    return new CloseApproval(approvals);
  }

  @Bean
  CastVote castVote(
      FindApproval find,
      Approvals approvals,
      ApproverDirectory directory,
      Orchestrator orchestrator,
      Clock clock) {
    return new CastVote(find, approvals, directory, orchestrator, clock);
  }

  @Bean
  RecountApprovals recountApprovals(Approvals approvals, ApproverDirectory directory, Clock clock) {
    return new RecountApprovals(approvals, directory, clock);
  }

  @Bean
  ListApprovers listApprovers(
      FindApproval find, ApproverDirectory directory, Orchestrator orchestrator) {
    return new ListApprovers(find, directory, orchestrator);
  }
}
