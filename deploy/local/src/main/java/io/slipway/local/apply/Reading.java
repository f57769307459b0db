package io.slipway.local.apply;

import java.util.List;

/** What files say, and what is wrong with them. */
record Reading(List<Document> documents, List<Fault> faults) {

  Reading {
    documents = List.copyOf(documents);
    faults = List.copyOf(faults);
  }
}
