package io.slipway.demo.story;

import io.slipway.demo.agent.SlipwayApi;

/** Somebody of the story, who speaks to Slipway with a token of their own. */
record Person(String email, SlipwayApi api) {

  @Override
  public String toString() {
    return email;
  }
}
