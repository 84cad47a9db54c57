import { once } from 'node:events';
import { request } from 'node:http';

/** One request over a connection of its own (a kept one may be closed by the server at any moment); gives the status and the answer's text. */
export async function send({ port, path, method = 'POST', headers = {}, body }) {
  const sending = request({ host: '127.0.0.1', port, path, method, headers, agent: false });
  sending.end(body);
  const [response] = await once(sending, 'response');
  const chunks = await response.toArray();
  return { status: response.statusCode, text: Buffer.concat(chunks).toString('utf8') };
}

/** One request with a JSON body; gives the status and the parts of the JSON that answers it. */
export async function ask(order) {
  const { status, text } = await send(order);
  try {
    return { status, ...JSON.parse(text) };
  } catch {
    throw new Error(`An answer of port ${order.port} is no JSON (${status}): ${text.slice(0, 500)}`);
  }
}
