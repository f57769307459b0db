package io.slipway.approvals.approval.postgres;

import io.slipway.approvals.approval.Approval;
import io.slipway.approvals.approval.RunRef;
import io.slipway.approvals.approval.Vote;
import io.slipway.chassis.rows.Rows;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables {@code approval} and {@code vote}; nothing else knows their columns. */
@Component
class ApprovalRows {
  private static final String OF_RUN =
      "select * from approval where organization = :organization and run_id = :run";
  private static final String OPEN =
      "select * from approval where organization = :organization and state = 'OPEN' order by id";
  private static final String VOTES =
      "select * from vote where approval_id = :approval order by position";
  private static final String INSERT =
      """
      insert into approval (id, organization, run_id, quorum, state, version, may_vote, asked, briefing, created_at)
      select :id, :organization, :run, :quorum, 'OPEN', :version, :may_vote, :asked, :briefing, :at
      where not exists (select 1 from organization where id = :organization and erased_at is not null)
      on conflict do nothing
      """;
  private static final String UPDATE =
      """
      update approval set state = :state, version = :version, asked = :asked, settled_at = :settled
      where id = :id
      """;
  private static final String COUNT =
      """
      insert into vote (approval_id, voter, position, voter_id, voter_email, voter_kind, verdict, description, at)
      values (:approval, :voter, :position, :voter_id, :voter_email, :voter_kind, :verdict, :description, :at)
      """;

  private static final String ERASED =
      "select erased_at is not null as erased from organization where id = :organization";

  private final DatabaseClient database;

  ApprovalRows(DatabaseClient database) {
    this.database = database;
  }

  Mono<Approval> find(RunRef run) {
    return bind(OF_RUN, run).map(ApprovalRow::approval).one().flatMap(this::withVotes);
  }

  /** The approval, locked until the transaction ends. */
  Mono<Approval> lock(RunRef run) {
    return bind(OF_RUN + " for update", run)
        .map(ApprovalRow::approval)
        .one()
        .flatMap(this::withVotes);
  }

  Flux<Approval> open(String organization) {
    return database
        .sql(OPEN)
        .bind("organization", organization)
        .map(ApprovalRow::approval)
        .all()
        .collectList()
        .flatMapIterable(found -> found)
        .concatMap(this::withVotes);
  }

  /** False when the run has an approval, or its organisation was erased. */
  Mono<Boolean> insert(Approval approval) {
    var question = approval.question();
    return bind(INSERT, question.run())
        .bind("id", approval.id())
        .bind("quorum", question.quorum().name())
        .bind("version", approval.version())
        .bind("may_vote", ApprovalTexts.of(question.mayVote()))
        .bind("asked", ApprovalTexts.of(approval.asked()))
        .bind("briefing", ApprovalTexts.of(question.briefing()))
        .bind("at", question.at().atOffset(ZoneOffset.UTC))
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  Mono<Boolean> isErased(String organization) {
    return database
        .sql(ERASED)
        .bind("organization", organization)
        .map(row -> Rows.required(row, "erased", Boolean.class))
        .one()
        .defaultIfEmpty(false);
  }

  Mono<Void> update(Approval approval) {
    var statement =
        database
            .sql(UPDATE)
            .bind("id", approval.id())
            .bind("state", ApprovalRow.name(approval.state()))
            .bind("version", approval.version())
            .bind("asked", ApprovalTexts.of(approval.asked()));
    var settled = ApprovalRow.settledAt(approval.state());
    return (settled == null
            ? statement.bindNull("settled", OffsetDateTime.class)
            : statement.bind("settled", settled.atOffset(ZoneOffset.UTC)))
        .then();
  }

  Mono<Void> count(Approval approval, Vote vote) {
    var voter = vote.voter();
    var statement =
        database
            .sql(COUNT)
            .bind("approval", approval.id())
            .bind("voter", voter.key())
            .bind("position", approval.votes().size())
            .bind("voter_id", voter.id())
            .bind("voter_kind", voter.kind().name())
            .bind("verdict", vote.verdict().name())
            .bind("at", vote.at().atOffset(ZoneOffset.UTC));
    statement = bindText(statement, "voter_email", voter.email());
    return bindText(statement, "description", vote.description()).then();
  }

  private GenericExecuteSpec bind(String sql, RunRef run) {
    return database.sql(sql).bind("organization", run.organization()).bind("run", run.runId());
  }

  private static GenericExecuteSpec bindText(
      GenericExecuteSpec statement, String name, @Nullable String text) {
    return text == null ? statement.bindNull(name, String.class) : statement.bind(name, text);
  }

  private Mono<Approval> withVotes(Approval approval) {
    return database
        .sql(VOTES)
        .bind("approval", approval.id())
        .map(ApprovalRow::vote)
        .all()
        .collectList()
        .map(
            votes ->
                new Approval(
                    approval.id(),
                    approval.question(),
                    approval.asked(),
                    votes,
                    approval.state(),
                    approval.version()));
  }
}
