package io.slipway.demo.story;

import io.slipway.demo.agent.SlipwayApi;

/**
 * Somebody of the story, who speaks to Slipway with a token of their own.
 *
 * @param id what Slipway calls them where it keeps who did what
 */
record Person(String email, String id, SlipwayApi api) {

  @Override
  public String toString() {
    return email;
  }
}
