/** One request with a JSON body; gives status and parsed answer. */
export async function ask({ port, path, headers, body }) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body });
  const text = await response.text();
  try {
    return { status: response.status, ...JSON.parse(text) };
  } catch {
    throw new Error(`An answer of port ${port} is no JSON (${response.status}): ${text.slice(0, 500)}`);
  }
}
