// The limit: node:http and pg, and nothing else. One prepared statement makes the JSON text of the whole answer, which is sent as it comes.
import { createServer } from 'node:http';
import { WORKLOADS } from '../workloads/index.mjs';
import './with-parent.mjs';
import { openPool } from './peer-queries.mjs';

const [port, databaseUrl] = process.argv.slice(2);
const pool = openPool(databaseUrl);
const limits = new Map(WORKLOADS.map(({ name, limit }) => [`/${name}`, { name, ...limit }]));

async function answer(request, response) {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) body += chunk;
  const { name, statement, values } = limits.get(request.url);
  const { rows } = await pool.query({ name, text: statement, values: values(JSON.parse(body).variables) });
  const text = Buffer.from(`{"data":${rows[0].text}}`);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': text.length });
  response.end(text);
}

createServer((request, response) => {
  if (!limits.has(request.url)) return response.writeHead(404).end();
  return answer(request, response).catch((error) => response.writeHead(500).end(error.message));
}).listen(Number(port), '127.0.0.1');
