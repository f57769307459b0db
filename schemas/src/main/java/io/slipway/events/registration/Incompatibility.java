package io.slipway.events.registration;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** Something that one of two schemas cannot read of the other, and where. */
public record Incompatibility(String direction, String what, String where) {

  /** All of it, both ways. */
  public static List<Incompatibility> between(Schema before, Schema after) {
    return Stream.concat(
            found("today's readers cannot read what it wrote", after, before),
            found("its readers cannot read what is written today", before, after))
        .toList();
  }

  private static Stream<Incompatibility> found(String direction, Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(
            clash ->
                new Incompatibility(
                    direction, clash.getType() + " " + clash.getMessage(), clash.getLocation()));
  }

  @Override
  public String toString() {
    return direction + " (" + what + " at " + where + ")";
  }
}
