import { ServerProcess } from './processes.mjs';

/** Starts the servers of the contenders, one after the other. */
export async function startServers(belongings, database, contenders) {
  const servers = new Map();
  for (const name of new Set(contenders.map(({ server }) => server))) {
    servers.set(name, await belongings.keep(ServerProcess.start(name, await database.urlFor(name))));
  }
  return servers;
}
