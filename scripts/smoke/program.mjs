// The built program in a process of its own.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const START_MS = 60_000;

/** Starts it with some node and waits for the address that it prints. `stop` gives its exit code. */
export async function startProgram({ node = process.execPath, root, environment }) {
  const child = spawn(node, ['--enable-source-maps', 'dist/src/main.js'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const patience = setTimeout(() => child.kill('SIGKILL'), START_MS);
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^tiendo: (http:\/\/\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    clearTimeout(patience);
    child.stdout.resume();
    return { url, stop: () => stop(child), kill: () => child.exitCode === null && child.kill('SIGKILL') };
  }
  throw new Error('The program ended without an address.');
}

function stop(child) {
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  child.kill('SIGTERM');
  return ended;
}
