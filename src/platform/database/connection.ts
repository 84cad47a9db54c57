/** How to reach a database: an address, or the parts of one. */
export type ConnectionTarget =
  | { readonly url: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
      readonly password?: string;
    };

/** Connections that a process opens at most: to read, for dear questions, to write, to listen, and while it migrates. */
export const POOL_SIZES = { readers: 10, analysts: 3, writers: 10, listeners: 1, migrators: 1 } as const;

/** All of them. */
export const CONNECTIONS_OF_PROCESS = Object.values<number>(POOL_SIZES).reduce((sum, size) => sum + size);

/** The same target as node-postgres wants it. Sessions run in UTC, so that no text form depends on the machine. */
export function clientOptions(target: ConnectionTarget, applicationName: string): Record<string, unknown> {
  const address = 'url' in target ? { connectionString: target.url } : { ...target };
  return { ...address, application_name: applicationName, options: '-c timezone=UTC -c client_min_messages=warning' };
}
