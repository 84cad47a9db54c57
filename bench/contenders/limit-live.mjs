// The limit of live deliveries: ws, and nothing else. Sockets are of a room, by their path; what a room gets is made once, as bytes, and sent to each.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { INSERT_REPORT, insertValues, PLAIN_TABLE } from '../workloads/insert-report.mjs';
import { LIVE } from '../workloads/index.mjs';
import './with-parent.mjs';
import { openPool } from './peer-queries.mjs';

const [port, databaseUrl] = process.argv.slice(2);
const pool = openPool(databaseUrl);
const statements = new Map(LIVE.map(({ name, limit }) => [name, { name, text: limit.statement(PLAIN_TABLE) }]));
const MARK = '"summary":"#';
const rooms = new Map();
const ready = new Map();

const POSTS = {
  /** Inserts a report, reads what it looks like by one statement, and sends it. */
  async '/write'({ room, workload, key, input }) {
    const { rows } = await pool.query({ name: 'insert', text: INSERT_REPORT, values: insertValues(input) });
    sendTo(room, await read(workload, key ?? rows[0].id));
    return rows[0].id;
  },

  /** Sends reports that are written: from memory, or each read by one statement. */
  async '/announce'({ workload, reads, reports }) {
    if (!reads) for (const { room, id } of reports) sendTo(room, ready.get(id) ?? (await remember(workload, id)));
    else await Promise.all(reports.map(async ({ room, id }) => sendTo(room, await read(workload, id))));
  },

  /** Sends what was read once, with the serial of its newest report set; or what is read now. */
  async '/alter'({ room, workload, key, serial, reads }) {
    if (reads) return sendTo(room, await read(workload, key));
    const bytes = Buffer.from(ready.get(key) ?? (await remember(workload, key)));
    bytes.write(serial, bytes.indexOf(MARK) + MARK.length);
    sendTo(room, bytes);
  },
};

async function read(workload, key) {
  const { rows } = await pool.query({ ...statements.get(workload), values: [key] });
  return Buffer.from(`{"id":"1","type":"next","payload":{"data":${rows[0].text}}}`);
}

async function remember(workload, key) {
  const bytes = await read(workload, key);
  ready.set(key, bytes);
  return bytes;
}

function sendTo(room, bytes) {
  for (const socket of rooms.get(room) ?? []) socket.send(bytes, { binary: false });
}

const server = createServer(async (request, response) => {
  if (!Object.hasOwn(POSTS, request.url)) return response.writeHead(404).end();
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) body += chunk;
  const answer = await POSTS[request.url](JSON.parse(body)).catch((error) => ({ error: error.message }));
  response.end(JSON.stringify({ data: answer ?? null }));
});

new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket, { url }) => {
  if (!rooms.has(url)) rooms.set(url, new Set());
  rooms.get(url).add(socket);
  socket.on('error', () => undefined);
  socket.on('close', () => rooms.get(url).delete(socket));
});
server.listen(Number(port), '127.0.0.1');
