package io.slipway.orchestrator.run.postgres;

import io.slipway.chassis.outbox.OutboxEntries;

/**
 * The statements about runs. A change is one statement: the run, its numbered sayings, its audit,
 * its dispatch, what is said of it and the memory of its cause stand or fall together and cost one
 * trip.
 */
final class RunSql {
  private RunSql() {}

  private static final String COLUMNS =
      """
      select r.*, i.snapshot from run r join invocation i on i.run_id = r.id
      """;

  /** $1 organization, $2 run. */
  static final String READ = COLUMNS + "where r.organization = $1 and r.id = $2";

  /** $1 organization, $2 all, $3 principal, $4 email: the rows that somebody may see. */
  private static final String SEEN =
      """
      where r.organization = $1
        and ($2 or r.open_to_all or r.created_by = $3 or $4 = any (r.approvers))
      """;

  static final String FIND = COLUMNS + SEEN + "and r.id = $5";

  static final String LIST =
      COLUMNS
          + SEEN
          + """
            and ($5::text is null or r.action = $5)
            and ($6::text is null or r.blueprint = $6)
            and ($7::text is null or r.entity = $7)
            and (not $8 or r.ended_at is null)
            and ($9::text is null or r.created_by = $9)
            and ($10::text is null or r.created_by_email = $10)
            and ($11::text is null or r.external_run_id = $11)
            and (cardinality($12) = 0 or r.source = any ($12))
          order by r.created_at desc, r.id desc
          limit $13
          """;

  static final String SEEN_MESSAGE = "select 1 from inbox where message_id = $1";

  static final String APPROVERS =
      "update run set approvers = $3 where organization = $1 and id = $2";

  private static final int OF_EVERY_CHANGE = 32;
  private static final int OF_BEGIN = OF_EVERY_CHANGE + 9;
  private static final int OF_CHANGE = OF_EVERY_CHANGE + 2;
  private static final int OF_CHANGE_ONCE = OF_CHANGE + 1;

  /** $1 … $12 as {@link RunRow#bind} has them, $13 … $32 as {@link Change#bind}; then its own. */
  static String begin(OutboxEntries said) {
    return """
        with moved as (
          insert into run (id, organization, version, said, status, outcome, external_run_id,
                           updated_by, updated_at, dispatched_at, ended_at, told,
                           action, blueprint, entity, source, open_to_all,
                           created_by, created_by_email, created_at)
          select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
                 $33, $34, $35, $36, $37, $38, $39, $40
          where not exists (select 1 from erased_organization e where e.id = $2)
          on conflict do nothing
          returning id),
        asked as (
          insert into invocation (run_id, snapshot) select id, $41 from moved),
        """
        + withIt(said, OF_BEGIN)
        + "select 1::bigint as found, count(*) as moved from moved";
  }

  /** $33 and $34 are the version and the number of sayings that the change was decided upon. */
  static String change(OutboxEntries said) {
    return "with "
        + FOUND
        + "moved as ("
        + update("exists (select 1 from found)")
        + "),"
        + withIt(said, OF_CHANGE)
        + MOVED;
  }

  /** The same for a message, $35, that is the reason only the first time. */
  static String changeOnce(OutboxEntries said) {
    return "with "
        + FOUND
        + """
          first_sight as (
            insert into inbox (message_id) select $35 from found on conflict do nothing returning 1),
          moved as (
          """
        + update("exists (select 1 from first_sight)")
        + "),"
        + withIt(said, OF_CHANGE_ONCE)
        + MOVED;
  }

  /** Nothing is written, and no message remembered, if the run went on meanwhile. */
  private static final String FOUND =
      """
      found as (
        select 1 from run
        where id = $1 and organization = $2 and version = $33 and said = $34 for update),
      """;

  private static final String MOVED =
      "select (select count(*) from found) as found, (select count(*) from moved) as moved";

  private static String update(String condition) {
    return """
           update run set version = $3, said = $4, status = $5, outcome = $6, external_run_id = $7,
                          updated_by = $8, updated_at = $9, dispatched_at = coalesce($10, dispatched_at),
                          ended_at = $11,
                          told = $12
           where id = $1 and organization = $2 and %s
           returning id
           """
        .formatted(condition);
  }

  /** What is written with a run, if the run was. */
  private static String withIt(OutboxEntries said, int bound) {
    return """
           sayings as (
             insert into run_said (run_id, seq, kind, body)
             select m.id, $4 - cardinality($13) + s.n, s.kind, s.body
             from moved m, unnest($13::text[], $14::text[]) with ordinality s (kind, body, n)),
           audited as (
             insert into audit (id, organization, at, action, resource_type, status,
                                blueprint, entity, run_id, trigger, context, diff, message)
             select a.id, $2, $9, a.action, 'run', 'SUCCESS', $15, $16, $1, a.trigger, $17, a.diff, ''
             from moved m,
                  unnest($18::text[], $19::text[], $20::text[], $21::text[])
                    a (id, action, trigger, diff)),
           left_for_backend as (
             insert into dispatch (run_id, organization, state, reason,
                                   dispatch_id, method, target, sha256, payload, sent_at, traceparent)
             select m.id, $2, $22, $23, $24, $25, $26, $27, $28, $29, $30
             from moved m where $22 <> ''
             on conflict (run_id) do update
               set state = excluded.state, reason = excluded.reason,
                   dispatch_id = excluded.dispatch_id, method = excluded.method,
                   target = excluded.target, sha256 = excluded.sha256,
                   payload = excluded.payload, sent_at = excluded.sent_at,
                   due_at = excluded.due_at, tries = excluded.tries),
           asked_for as (
             insert into question (run_id, event_id, record)
             select m.id, $31, $32 from moved m where $31::text is not null
             on conflict do nothing)
           """
        + (said.isEmpty() ? "" : ", told_others as (" + said.insert(bound + 1, "moved") + ")")
        + " ";
  }
}
