/** tiendo's groups of reports in the words of the limit. */
export function groupsOfTiendo(data, { unitCodes }) {
  const { groupedAggregates } = data.progressReports;
  return canonicalGroups(
    (groupedAggregates.nodes ?? groupedAggregates).map(({ keys: [unit, month], count, percentComplete }) => ({
      // an id has its type's prefix before the key
      unit: unitCodes.get(unit.value.replace(/^[a-z]+_/, '')) ?? unit.value,
      month: month.value,
      count,
      average: percentComplete.avg,
    })),
  );
}

/** Groups in the order and the words of the limit: months as `2023-11`, whatever moment stands for them. */
export function canonicalGroups(groups) {
  const rows = groups
    .filter(({ count }) => count > 0)
    .map((group) => ({ ...group, month: group.month.slice(0, 7) }))
    .sort((one, other) => compare(one.unit, other.unit) || compare(one.month, other.month));
  return { reportsByUnitAndMonth: rows };
}

function compare(one, other) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
