package io.slipway.catalog.entity;

/** The ways to write an entity, which differ in what must exist and what omitted keys mean. */
public enum WriteMode {
  /** It must not exist. */
  CREATE,
  /** Created, or overwritten: what is omitted goes. */
  UPSERT,
  /** Created, or changed: what is omitted stays. */
  UPSERT_MERGE,
  /** It must exist, and is overwritten. */
  REPLACE,
  /** It must exist, and is changed. */
  PATCH;

  /** True when what is omitted of an existing entity stays. */
  boolean keepsOmitted() {
    return this == UPSERT_MERGE || this == PATCH;
  }

  /** True when the entity must be there already. */
  boolean needsExisting() {
    return this == REPLACE || this == PATCH;
  }
}
