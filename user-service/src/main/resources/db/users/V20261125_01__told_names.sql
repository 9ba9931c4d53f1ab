-- Whose name or address an event tells: an erasure takes them out of what was told before.
CREATE INDEX outbox_user ON outbox ((data ->> 'userId'));
