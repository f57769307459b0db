package io.slipway.demo.story;

/** Who plays: the organisation's Admin, somebody who asks, and somebody who may say yes or no. */
record Cast(Person admin, Person developer, Person approver) {}
