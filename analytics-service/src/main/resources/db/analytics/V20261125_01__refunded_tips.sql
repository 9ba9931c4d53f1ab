-- Which part of what was paid back was the tip: it is taken from the tips and not from the revenue.
ALTER TABLE refund_fact ADD COLUMN tip bigint NOT NULL DEFAULT 0 CHECK (tip BETWEEN 0 AND amount);

-- A day on which more tips went back than came in is below zero.
ALTER TABLE day_rollup DROP CONSTRAINT day_rollup_tips_check;
ALTER TABLE barber_day_rollup DROP CONSTRAINT barber_day_rollup_tips_check;
ALTER TABLE service_day_rollup DROP CONSTRAINT service_day_rollup_tips_check;

-- As before, but for the tips of refunds. What was told until now has none, so that all sums stay right.
CREATE OR REPLACE VIEW visit_contribution AS
SELECT appointment_id AS visit_id, shop_id, day, barber_id,
       1 AS booked,
       (status = 'completed')::int AS completed,
       (status = 'cancelled')::int AS cancelled,
       (status = 'no-show')::int AS no_show,
       -- A client who does not come leaves the chair as taken as one who does.
       CASE WHEN status = 'cancelled' THEN 0 ELSE minutes END AS booked_minutes,
       0::bigint AS gross, 0::bigint AS refunds, 0::bigint AS tips
FROM appointment_fact
WHERE counts
UNION ALL
SELECT p.visit_id, p.shop_id, p.day, a.barber_id, 0, 0, 0, 0, 0, p.amount, 0, p.tip
FROM payment_fact p LEFT JOIN appointment_fact a ON a.appointment_id = p.visit_id
UNION ALL
SELECT r.visit_id, r.shop_id, r.day, a.barber_id, 0, 0, 0, 0, 0, 0, r.amount - r.tip, -r.tip
FROM refund_fact r LEFT JOIN appointment_fact a ON a.appointment_id = r.visit_id;

CREATE OR REPLACE VIEW service_contribution AS
SELECT a.appointment_id AS visit_id, a.shop_id, a.day, s.service_id,
       1 AS booked,
       (a.status = 'completed')::int AS completed,
       (a.status = 'cancelled')::int AS cancelled,
       (a.status = 'no-show')::int AS no_show,
       CASE WHEN a.status = 'cancelled' THEN 0 ELSE s.minutes END AS booked_minutes,
       0::bigint AS gross, 0::bigint AS refunds, 0::bigint AS tips
FROM appointment_fact a JOIN appointment_service_fact s USING (appointment_id)
WHERE a.counts
UNION ALL
SELECT p.visit_id, p.shop_id, p.day, s.service_id, 0, 0, 0, 0, 0,
       part_of(p.amount, s.weight_before, s.weight, s.weight_of_all), 0,
       part_of(p.tip, s.weight_before, s.weight, s.weight_of_all)
FROM payment_fact p JOIN appointment_service_fact s ON s.appointment_id = p.visit_id
UNION ALL
SELECT r.visit_id, r.shop_id, r.day, s.service_id, 0, 0, 0, 0, 0, 0,
       part_of(r.amount - r.tip, s.weight_before, s.weight, s.weight_of_all),
       -part_of(r.tip, s.weight_before, s.weight, s.weight_of_all)
FROM refund_fact r JOIN appointment_service_fact s ON s.appointment_id = r.visit_id;
