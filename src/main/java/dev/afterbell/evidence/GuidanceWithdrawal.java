package dev.afterbell.evidence;

import java.util.Optional;

/**
 * Guidance that the issuer takes back or suspends without putting figures in its place.
 *
 * @param metric about what, where the sentence says; absent for all guidance
 * @param basis by which rules
 * @param period expected for, where the sentence says
 * @param passage the sentence
 */
public record GuidanceWithdrawal(
    Optional<Metric> metric, Basis basis, Optional<FactPeriod> period, Passage passage) {}
