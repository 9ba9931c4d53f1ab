-- Decides several requests, one after the other, each against all its policies at once. Gcra.java explains the rule.
--
-- KEYS      one per kind of request and policy; requests of one kind have the same keys
-- ARGV      how many kinds; how many policies and how many requests each has; then limit and window (microseconds) of
--           each key
-- returns   for each key: how many requests there was room for, milliseconds until the window ends, milliseconds until
--           there is room again. What the smallest room of a kind has allowed is counted, by all its keys.
--
-- Time is the server's, so that gateways with different clocks agree. A request that one policy refuses is counted by none.
-- Each key is read and written once, however many of the requests it is about: who asks most is cheapest to count.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local answer = {}
local kept, changed = {}, {}

local function read(key, window)
    local cell = kept[key]
    if not cell then
        local stored = redis.call('GET', key)
        cell = { now, now, 0, window }
        if stored then
            cell[1], cell[2], cell[3] = struct.unpack('ddd', stored)
        end
        kept[key] = cell
    end
    cell[4] = window
    if cell[1] < now then
        cell[1] = now
    end
    if now - cell[2] >= window then
        cell[2], cell[3] = now, 0
    end
    return cell
end

local function decide(first, last, requests, settings)
    local granted = requests
    for i = first, last do
        local limit, window = tonumber(ARGV[settings + 2 * i - 1]), tonumber(ARGV[settings + 2 * i])
        local cell = read(KEYS[i], window)
        local room = math.min(limit - cell[3], math.floor((window + 0.5 - cell[1] + now) / (window / limit)))
        answer[3 * i - 2] = math.max(0, room)
        granted = math.min(granted, answer[3 * i - 2])
    end
    for i = first, last do
        local limit, cell = tonumber(ARGV[settings + 2 * i - 1]), kept[KEYS[i]]
        local window = cell[4]
        if granted > 0 then
            cell[1], cell[3] = cell[1] + granted * window / limit, cell[3] + granted
            changed[KEYS[i]] = true
        end
        local left = cell[2] + window - now
        local paced = cell[1] - now + window / limit - window
        answer[3 * i - 1] = math.ceil(left / 1000)
        answer[3 * i] = math.ceil(math.max(paced > 0.5 and paced or 0, cell[3] < limit and 0 or left) / 1000)
    end
end

local kinds, first = tonumber(ARGV[1]), 1
for kind = 1, kinds do
    local last = first + tonumber(ARGV[2 * kind]) - 1
    decide(first, last, tonumber(ARGV[2 * kind + 1]), 1 + 2 * kinds)
    first = last + 1
end
for key in pairs(changed) do
    local cell = kept[key]
    local keep = math.max(cell[1], cell[2] + cell[4]) - now
    redis.call('SET', key, struct.pack('ddd', cell[1], cell[2], cell[3]), 'PX', math.ceil(keep / 1000))
end
return answer
