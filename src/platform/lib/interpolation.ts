/**
 * SQL that reads a broken line at a point. `points` is a sub-select with columns x and y (ascending in x where the line is a
 * function); `at` is the place to read. Before the first point it gives null, after the last one the last y.
 */
export function interpolateSql(points: string, at: string): string {
  return `(select case
      when earlier.x is null then null
      when later.x is null then earlier.y
      else earlier.y + (later.y - earlier.y) * (${at} - earlier.x)::numeric / (later.x - earlier.x)::numeric
    end
    from (select 1) as one
    left join lateral (select p.x, p.y from ${points} as p where p.x <= ${at} order by p.x desc, p.y desc limit 1) as earlier on true
    left join lateral (select p.x, p.y from ${points} as p where p.x > ${at} order by p.x, p.y limit 1) as later on true)`;
}
