package io.slipway.chassis.rows;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/** Reads columns of an R2DBC row, saying once which of them may be null. */
public final class Rows {
  private Rows() {}

  /**
   * The value of a column that is never null.
   *
   * @throws IllegalStateException when it is null all the same, naming the column
   */
  public static <T> T required(Readable row, String column, Class<T> type) {
    var value = row.get(column, type);
    if (value == null) {
      throw new IllegalStateException("column " + column + " is null");
    }
    return value;
  }

  /** The value of a column that may be null. */
  public static <T> @Nullable T optional(Readable row, String column, Class<T> type) {
    return row.get(column, type);
  }
}
