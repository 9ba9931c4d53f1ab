package com.bookedbarber.booking.policy;

import com.bookedbarber.platform.money.Money;

import java.util.List;
import java.util.UUID;

/** A policy as clients see it. */
record PolicyView(
        UUID shopId,
        int minNoticeMinutes,
        int horizonDays,
        int slotStepMinutes,
        int holdMinutes,
        List<Integer> reminderHours,
        QuietHours quietHours,
        List<Tier> cancellationTiers,
        Money noShowFee,
        boolean firstVisitGrace,
        long version) {

    record Tier(int hoursBefore, int refundPercent, Money fee) {}

    static PolicyView of(UUID shopId, BookingPolicy policy, String currency, long version) {
        return new PolicyView(
                shopId,
                policy.minNoticeMinutes(),
                policy.horizonDays(),
                policy.slotStepMinutes(),
                policy.holdMinutes(),
                policy.reminderHours(),
                policy.quietHours(),
                policy.cancellation().tiers().stream()
                        .map(tier -> new Tier(tier.hoursBefore(), tier.refundPercent(), Money.of(tier.fee(), currency)))
                        .toList(),
                Money.of(policy.cancellation().noShowFee(), currency),
                policy.cancellation().firstVisitGrace(),
                version);
    }
}
