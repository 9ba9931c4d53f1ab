-- Passwords for a laptop, as everywhere in the local stack.
ALTER ROLE user_service PASSWORD 'local';
ALTER ROLE booking_service PASSWORD 'local';
ALTER ROLE payment_service PASSWORD 'local';
ALTER ROLE analytics_service PASSWORD 'local';
