import type { ScreenOverviewQuery } from '../../generated/operations';

/** When the newest figure of a snapshot became official (ISO 8601); null when there is none. */
export function newestFigureAt({ programme, progressReports }: ScreenOverviewQuery): string | null {
  const moments = [
    ...progressReports.nodes.map(({ changedAt }) => changedAt),
    ...(programme?.targets.nodes.flatMap(({ latestMeasurement }) => latestMeasurement?.recordedAt ?? []) ?? []),
  ];
  return moments.reduce<string | null>(
    (newest, each) => (newest === null || Date.parse(each) > Date.parse(newest) ? each : newest),
    null,
  );
}
