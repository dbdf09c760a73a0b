/**
 * What Redis does in one step each. All keys of a store begin with a prefix that every script is handed first: the
 * state of a sandbox in `<prefix>s:<name>`, its counts in `…:q:<quota>` and `…:a`, its journal in `…:j`, its credentials
 * in `…:c` and `<prefix>b:<credential>`; when it was used last in `<prefix>used`.
 */
const common = `
  local prefix, name = ARGV[1], ARGV[2]
  local state = prefix .. 's:' .. name
  local function mark()
    local time = redis.call('TIME')
    redis.call('ZADD', prefix .. 'used', time[1] * 1000000 + time[2], name)
  end
  -- What holds at a version: the world only where it is another than the one that is known already.
  local function told(known)
    local fields = redis.call('HMGET', state, 'version', 'worldVersion', 'clock', 'scenario')
    if not fields[1] then return { 0 } end
    local world = ''
    if fields[2] ~= known then world = redis.call('HGET', state, 'world') end
    return { tonumber(fields[1]), fields[2], fields[3], fields[4], world }
  end
  local function forgetUsage(of)
    for _, quota in ipairs(redis.call('SMEMBERS', of .. ':quotas')) do redis.call('DEL', of .. ':q:' .. quota) end
    redis.call('DEL', of .. ':quotas', of .. ':a')
  end
  local function remove(which)
    local of = prefix .. 's:' .. which
    for _, credential in ipairs(redis.call('SMEMBERS', of .. ':c')) do
      local key = prefix .. 'b:' .. credential
      if redis.call('GET', key) == which then redis.call('DEL', key) end
    end
    forgetUsage(of)
    redis.call('DEL', of, of .. ':j', of .. ':c')
    redis.call('ZREM', prefix .. 'used', which)
  end
`

/** prefix, name, version of the world that is known or 0 → [version, version of the world, clock, scenario, world], [0] where there is none */
const read = `
  return told(ARGV[3])
`

/**
 * A version is higher than any before, also than those that a Redis gave out which has lost what it kept: whoever still
 * has a state of that time in hand must not take it for the one that holds.
 *
 * prefix, name, expected, scenario, clock, version of the world that stays or 0, else the world, sandboxes, forget the
 * journal, forget the usage, arrivals to forget… → the version it has now, 0 where it is another's turn
 */
const change = `
  local expected = tonumber(ARGV[3])
  local version = tonumber(redis.call('HGET', state, 'version') or 0)
  if version ~= expected then return 0 end
  local stays = ARGV[6] ~= '0'
  if stays and redis.call('HGET', state, 'worldVersion') ~= ARGV[6] then return 0 end
  local time = redis.call('TIME')
  local latest = math.max(tonumber(redis.call('GET', prefix .. 'latest') or 0) + 1, time[1] * 1000000 + time[2])
  redis.call('SET', prefix .. 'latest', string.format('%.0f', latest))
  redis.call('HSET', state, 'version', string.format('%.0f', latest), 'scenario', ARGV[4], 'clock', ARGV[5])
  if not stays then redis.call('HSET', state, 'world', ARGV[7], 'worldVersion', string.format('%.0f', latest)) end
  mark()
  if version == 0 then
    if redis.call('ZCARD', prefix .. 'used') > tonumber(ARGV[8]) then
      for _, oldest in ipairs(redis.call('ZRANGE', prefix .. 'used', 0, 1)) do
        if oldest ~= 'default' then remove(oldest) break end
      end
    end
  end
  if ARGV[9] == '1' then redis.call('DEL', state .. ':j') end
  if ARGV[10] == '1' then forgetUsage(state) end
  for i = 11, #ARGV do redis.call('HDEL', state .. ':a', ARGV[i]) end
  return latest
`

/**
 * prefix, name, expected, version of the world that is known or 0, credential or nothing, now, number of quotas, [key, limit,
 * window]…, arrivals… → [version, quotas…, [arrivals]]; where another version holds, what `read` answers; [0] where the
 * credential leads elsewhere. Of a quota it is told how many requests count, and of a spent one when the first of them
 * were.
 */
const touch = `
  local version = tonumber(redis.call('HGET', state, 'version') or 0)
  if ARGV[5] ~= '' and redis.call('GET', prefix .. 'b:' .. ARGV[5]) ~= name then return { 0 } end
  if version ~= tonumber(ARGV[3]) then return told(ARGV[4]) end
  local now, quotas = ARGV[6], tonumber(ARGV[7])
  local reply = { version }
  for i = 1, quotas do
    local at = 8 + (i - 1) * 3
    local key, limit, window = state .. ':q:' .. ARGV[at], tonumber(ARGV[at + 1]), ARGV[at + 2]
    local since = '(' .. string.format('%.0f', tonumber(now) - tonumber(window))
    local used = redis.call('ZCOUNT', key, since, now)
    local told = { used }
    if used < limit then
      redis.call('SADD', state .. ':quotas', ARGV[at])
      redis.call('ZADD', key, now, redis.call('INCR', prefix .. 'accepted'))
      redis.call('ZREMRANGEBYRANK', key, 0, -20001)
    else
      -- When there is room again is told by those that have to leave first; where the clock was turned back, by those
      -- as well that were accepted later than now.
      local all = redis.call('ZCOUNT', key, since, '+inf')
      local first = used - limit + 1
      if all > used then first = all end
      told[1] = all
      local found = redis.call('ZRANGE', key, since, '+inf', 'BYSCORE', 'LIMIT', 0, first, 'WITHSCORES')
      for j = 2, #found, 2 do told[#told + 1] = found[j] end
    end
    reply[#reply + 1] = told
  end
  local arrivals = {}
  for i = 8 + quotas * 3, #ARGV do
    arrivals[#arrivals + 1] = redis.call('HINCRBY', state .. ':a', ARGV[i], 1) - 1
  end
  reply[#reply + 1] = arrivals
  mark()
  return reply
`

/** prefix, name → everything counted: [[quota, [instants]]…], [arrival, count, …] */
const usage = `
  local quotas = {}
  for _, quota in ipairs(redis.call('SMEMBERS', state .. ':quotas')) do
    local found = redis.call('ZRANGE', state .. ':q:' .. quota, 0, -1, 'WITHSCORES')
    local instants = {}
    for j = 2, #found, 2 do instants[#instants + 1] = found[j] end
    quotas[#quotas + 1] = { quota, instants }
  end
  return { quotas, redis.call('HGETALL', state .. ':a') }
`

/** prefix, name, entry, most entries → the number it got, 0 where there is no such sandbox */
const append = `
  if redis.call('EXISTS', state) == 0 then return 0 end
  local seq = redis.call('HINCRBY', state, 'seq', 1)
  redis.call('XADD', state .. ':j', 'MAXLEN', '~', ARGV[4], seq .. '-0', 'e', ARGV[3])
  redis.call('PUBLISH', prefix .. 'w:' .. name, seq .. ' ' .. ARGV[3])
  return seq
`

/** prefix, name, credential */
const bind = `
  redis.call('SET', prefix .. 'b:' .. ARGV[3], name)
  redis.call('SADD', state .. ':c', ARGV[3])
  return 1
`

const remove = `
  remove(name)
  return 1
`

const all = { read, change, touch, usage, append, bind, remove }

/** The scripts by name, as Redis takes them. */
export const scripts = Object.fromEntries(
  Object.entries(all).map(([name, body]) => [name, common + body]),
) as Readonly<Record<keyof typeof all, string>>
