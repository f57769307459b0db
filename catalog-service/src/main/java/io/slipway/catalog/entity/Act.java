package io.slipway.catalog.entity;

import io.slipway.catalog.access.Rights;
import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.change.Doing;

/**
 * One write as it is carried out.
 *
 * @param rights of whoever writes
 * @param blueprint held, so that it stays as it is
 */
record Act(WriteEntity.Request request, Doing doing, Rights rights, Blueprint blueprint) {}
