// PostGraphile as it is put into production: `node server.mjs <port> <connection as JSON> <checks|open>`.
import { createServer } from "node:http";
import { grafserv } from "postgraphile/grafserv/node";
import { postgraphile } from "postgraphile";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { makePgService } from "postgraphile/adaptors/pg";

const [port, connection, mode] = process.argv.slice(2);

// With `checks`, whoever asks is told by headers, as a proxy that has authenticated the caller would do it.
const settingsOf = ({ headers }) => ({
  role: `bench_${headers["x-role"]}`,
  "bench.unit": headers["x-unit"],
  "bench.staff": headers["x-staff"],
  "bench.account": headers["x-account"],
  "bench.today": headers["x-today"],
});

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ poolConfig: { ...JSON.parse(connection), min: 2, max: 8 }, schemas: ["public"] })],
  grafserv: { port: Number(port), graphiql: false, watch: false, websockets: false, graphqlPath: "/graphql" },
  grafast: {
    explain: false,
    context: ({ node }) => (mode === "checks" ? { pgSettings: settingsOf(node.req) } : {}),
  },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(Number(port), "127.0.0.1");
