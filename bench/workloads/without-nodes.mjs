/** An answer with plain arrays where it has connections of nothing but `nodes`. */
export function withoutNodes(value) {
  if (Array.isArray(value)) return value.map(withoutNodes);
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === 'nodes') return value.nodes.map(withoutNodes);
  return Object.fromEntries(keys.map((key) => [key, withoutNodes(value[key])]));
}
