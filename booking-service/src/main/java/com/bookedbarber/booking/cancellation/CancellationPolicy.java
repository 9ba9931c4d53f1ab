package com.bookedbarber.booking.cancellation;

import com.bookedbarber.booking.cancellation.CancellationOutcome.Ground;
import com.bookedbarber.booking.money.Percent;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * What cancelling late or not coming costs. Data, kept with each appointment: the policy in force when it was booked is
 * the one that counts.
 *
 * <p>The refund is the tier's percentage of what was paid, rounded half up to a minor unit, less the tier's fee, and
 * never below zero: {@code max(0, paid × percent − fee)}. Fees come out of what was paid; nothing is charged beyond it.
 *
 * @param tiers longest notice first; the last one is for zero hours, so that every cancellation has a tier
 * @param noShowFee takes the place of the last tier's fee when the client did not come, in minor units
 * @param firstVisitGrace whether a client's first visit can be cancelled for nothing until it starts
 */
public record CancellationPolicy(List<CancellationTier> tiers, long noShowFee, boolean firstVisitGrace) {

    /** A policy that has an answer for every notice. */
    public CancellationPolicy {
        tiers = tiers.stream()
                .sorted(Comparator.comparingInt(CancellationTier::hoursBefore).reversed())
                .toList();
        if (tiers.isEmpty() || tiers.getLast().hoursBefore() != 0) {
            throw new IllegalArgumentException("a policy needs a tier for zero hours");
        }
        if (tiers.stream().map(CancellationTier::hoursBefore).distinct().count() != tiers.size()) {
            throw new IllegalArgumentException("two tiers of a policy have the same hours");
        }
        if (noShowFee < 0) {
            throw new IllegalArgumentException("a no-show fee is not negative");
        }
    }

    /** From 48 h all, from 24 h half less 10, then nothing and a fee of 25; no-show 50 (units of the currency). */
    public static CancellationPolicy standard(Currency currency) {
        long unit = minorUnits(currency);
        return new CancellationPolicy(
                List.of(
                        new CancellationTier(48, 100, 0),
                        new CancellationTier(24, 50, 10 * unit),
                        new CancellationTier(0, 0, 25 * unit)),
                50 * unit,
                false);
    }

    /** From 24 h all, from 12 h three quarters, then half; no-show 25 (units of the currency). */
    public static CancellationPolicy lenient(Currency currency) {
        long unit = minorUnits(currency);
        return new CancellationPolicy(
                List.of(
                        new CancellationTier(24, 100, 0),
                        new CancellationTier(12, 75, 0),
                        new CancellationTier(0, 50, 0)),
                25 * unit,
                false);
    }

    /** From 72 h three quarters less 10, from 48 h a quarter less 25, then nothing and a fee of 50; no-show 100. */
    public static CancellationPolicy strict(Currency currency) {
        long unit = minorUnits(currency);
        return new CancellationPolicy(
                List.of(
                        new CancellationTier(72, 75, 10 * unit),
                        new CancellationTier(48, 25, 25 * unit),
                        new CancellationTier(0, 0, 50 * unit)),
                100 * unit,
                false);
    }

    /** What a cancellation gives back and costs; the preview and the act both ask here. */
    public CancellationOutcome refundFor(Cancellation cancellation) {
        CancellationTier tier = tierFor(cancellation);
        if (cancellation.emergency()) {
            return CancellationOutcome.inFull(cancellation.paid(), Ground.EMERGENCY, tier);
        }
        boolean started = cancellation.notice().isNegative();
        if (firstVisitGrace && cancellation.firstVisit() && !started) {
            return CancellationOutcome.inFull(cancellation.paid(), Ground.FIRST_VISIT_GRACE, tier);
        }
        return outcome(cancellation.paid(), tier, tier.fee(), Ground.TIER);
    }

    /**
     * What not coming gives back and costs: the last tier's percentage less the no-show fee, so that staying away without
     * a word never pays more than cancelling late for the same fee.
     *
     * @param paid what was paid and not refunded yet, in minor units
     */
    public CancellationOutcome refundForNoShow(long paid) {
        return outcome(paid, tiers.getLast(), noShowFee, Ground.NO_SHOW);
    }

    private CancellationTier tierFor(Cancellation cancellation) {
        return tiers.stream()
                .filter(tier -> cancellation.notice().toSeconds() >= tier.hoursBefore() * 3_600L)
                .findFirst()
                .orElse(tiers.getLast());
    }

    private static CancellationOutcome outcome(long paid, CancellationTier tier, long fee, Ground ground) {
        long refund = Math.max(0, new Percent(tier.refundPercent()).of(paid) - fee);
        long kept = paid - refund;
        return new CancellationOutcome(refund, Math.min(fee, kept), kept, ground, tier);
    }

    private static long minorUnits(Currency currency) {
        long units = 1;
        for (int digit = 0; digit < currency.getDefaultFractionDigits(); digit++) {
            units *= 10;
        }
        return units;
    }
}
