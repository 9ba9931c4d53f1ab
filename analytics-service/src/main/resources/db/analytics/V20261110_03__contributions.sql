-- What every visit adds to the rollups, computed from the facts. A change of a visit takes its old contributions away
-- and adds the new ones; a recount adds up those of a whole shop. Both read these views, and so they cannot disagree
-- about what is counted.

-- The part of an amount that falls to a weight; the parts of all weights add up to the amount exactly.
CREATE FUNCTION part_of(amount bigint, weight_before bigint, weight bigint, weight_of_all bigint) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (div(amount::numeric * (weight_before + weight), weight_of_all)
            - div(amount::numeric * weight_before, weight_of_all))::bigint;

-- Appointments count on the day they start, money on the day it moves.
CREATE VIEW visit_contribution AS
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
SELECT r.visit_id, r.shop_id, r.day, a.barber_id, 0, 0, 0, 0, 0, 0, r.amount, 0
FROM refund_fact r LEFT JOIN appointment_fact a ON a.appointment_id = r.visit_id;

-- The same, shared out among the services of the visit.
CREATE VIEW service_contribution AS
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
       part_of(r.amount, s.weight_before, s.weight, s.weight_of_all), 0
FROM refund_fact r JOIN appointment_service_fact s ON s.appointment_id = r.visit_id;

-- Who came, or is to come. A cancelled or missed appointment is no visit.
CREATE VIEW client_contribution AS
SELECT appointment_id AS visit_id, shop_id, client_ref, day, 1 AS visits
FROM appointment_fact
WHERE counts AND client_ref IS NOT NULL AND status NOT IN ('cancelled', 'no-show');
