-- For wrk: sends the requests of a file in turn, as they are, and prints what came of it as JSON on one line.
-- The file holds, for each request, its length in bytes on a line and then the request.

local requests, turn = {}, -1 -- wrk asks once for a request that it only looks at

function init(arguments)
  local file = assert(io.open(arguments[1], "rb"))
  for length in file:lines() do
    table.insert(requests, file:read(tonumber(length)))
  end
  file:close()
end

function request()
  turn = turn + 1
  return requests[(math.max(turn, 1) - 1) % #requests + 1]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"answers": %d, "seconds": %.6f, "median": %.6f, "late": %.6f, "refused": %d, "broken": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e6, latency:percentile(99) / 1e6,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
