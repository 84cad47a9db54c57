import { ServerProcess } from './processes.mjs';

/** Starts the servers of the contenders, one after the other. */
export async function startServers(belongings, databaseUrl, contenders) {
  const servers = new Map();
  for (const name of new Set(contenders.map(({ server }) => server))) {
    servers.set(name, await belongings.keep(ServerProcess.start(name, databaseUrl)));
  }
  return servers;
}
