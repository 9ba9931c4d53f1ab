-- Which part of a refund gives back the tip: it may go back while a part of the price stays with the shop.
ALTER TABLE refund ADD COLUMN tip bigint NOT NULL DEFAULT 0 CHECK (tip BETWEEN 0 AND amount);
ALTER TABLE payment ADD COLUMN tip_claimed bigint NOT NULL DEFAULT 0 CHECK (tip_claimed BETWEEN 0 AND tip);

-- Until now a tip was given back last.
UPDATE payment SET tip_claimed = refund_claimed - amount WHERE refund_claimed > amount;
UPDATE refund SET tip = least(claimed.amount, claimed.so_far - claimed.for_the_visit)
FROM (SELECT refund.id, refund.amount, payment.amount AS for_the_visit,
             sum(refund.amount) OVER (PARTITION BY payment_id ORDER BY refund.created_at, refund.id) AS so_far
      FROM refund JOIN payment ON payment.id = payment_id
      WHERE refund.status <> 'failed') claimed
WHERE claimed.id = refund.id AND claimed.so_far > claimed.for_the_visit;
