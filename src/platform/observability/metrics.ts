import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** Numbers that only the running parts know, read when somebody asks. */
export interface MetricSources {
  readonly sockets: () => number;
  readonly liveGroups: () => number;
  readonly logPosition: () => number;
}

/** The program's metrics in Prometheus' text form. */
export function createMetrics(sources: MetricSources): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  gauge(registry, 'tiendo_sockets', 'Open WebSocket connections', sources.sockets);
  gauge(registry, 'tiendo_live_groups', 'Distinct live queries', sources.liveGroups);
  gauge(registry, 'tiendo_log_position', 'Last log position seen by this process', sources.logPosition);
  return registry;
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}
