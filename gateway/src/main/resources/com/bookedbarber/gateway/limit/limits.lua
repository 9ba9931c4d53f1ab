-- Decides several requests, one after the other, each against all its policies at once. Gcra.java explains the rule.
--
-- KEYS      one per request and policy
-- ARGV      how many requests; how many policies each has; then limit and window (microseconds) of each key
-- returns   allowed (0 or 1), remaining, milliseconds until the window ends, milliseconds to wait; for each key
--
-- Time is the server's, so that gateways with different clocks agree. A request that one policy refuses is counted by none.
-- Each key is read and written once, however many of the requests it is about: who asks most is cheapest to count.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local answer = {}
local kept, changed = {}, {}

local function read(key)
    local cell = kept[key]
    if not cell then
        local stored = redis.call('GET', key)
        cell = { now, now, 0 }
        if stored then
            cell[1], cell[2], cell[3] = struct.unpack('ddd', stored)
        end
        kept[key] = cell
    end
    return cell
end

local function decide(first, last, settings)
    local cells, all = {}, true
    for i = first, last do
        local limit, window = tonumber(ARGV[settings + 2 * i - 1]), tonumber(ARGV[settings + 2 * i])
        local interval = window / limit
        local cell = read(KEYS[i])
        local arrival, started, count = cell[1], cell[2], cell[3]
        if now - started >= window then
            started, count = now, 0
        end
        if arrival < now then
            arrival = now
        end
        local ahead = arrival - now + interval
        local paced, counted = ahead <= window + 0.5, count < limit
        local wait, remaining = 0, 0
        if paced and counted then
            remaining = math.min(limit - count, math.floor((window - ahead + 0.5) / interval) + 1) - 1
        else
            all = false
            wait = math.max(paced and 0 or ahead - window, counted and 0 or started + window - now)
        end
        cells[i] = { arrival + interval, started, count + 1, window }
        answer[4 * i - 3] = (paced and counted) and 1 or 0
        answer[4 * i - 2] = remaining
        answer[4 * i - 1] = math.ceil((started + window - now) / 1000)
        answer[4 * i] = math.ceil(wait / 1000)
    end
    if all then
        for i = first, last do
            kept[KEYS[i]], changed[KEYS[i]] = cells[i], true
        end
    end
end

local requests, first = tonumber(ARGV[1]), 1
for request = 1, requests do
    local last = first + tonumber(ARGV[1 + request]) - 1
    decide(first, last, 1 + requests)
    first = last + 1
end
for key in pairs(changed) do
    local cell = kept[key]
    local keep = math.max(cell[1], cell[2] + cell[4]) - now
    redis.call('SET', key, struct.pack('ddd', cell[1], cell[2], cell[3]), 'PX', math.ceil(keep / 1000))
end
return answer
