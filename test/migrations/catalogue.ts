import type { DataSource } from 'typeorm';

/** The names that a migration run itself leaves. */
const OWN = `'migration', 'migration_id_seq', 'PK_3043fc6b8af7c99b8b98830094f'`;

const CATALOGUE = `
  select format('%s %s', case relkind when 'i' then 'index' when 'S' then 'sequence' when 'v' then 'view' else 'table' end, relname) as line
    from pg_class where relnamespace = 'public'::regnamespace and relname not in (${OWN})
  union all
  select format('column %s.%s %s%s default %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end, pg_get_expr(d.adbin, d.adrelid))
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and c.relname not in (${OWN})
      and a.attnum > 0 and not a.attisdropped
  union all
  select format('index %s', indexdef) from pg_indexes where schemaname = 'public' and indexname not in (${OWN})
  union all
  select format('constraint %s on %s %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
    from pg_constraint where connamespace = 'public'::regnamespace and conname not in (${OWN})
      and conrelid::regclass::text not in (${OWN})
  union all
  select format('function %s', case when prokind = 'a' then oid::regprocedure::text else pg_get_functiondef(oid) end)
    from pg_proc where pronamespace = 'public'::regnamespace
  union all
  select format('trigger %s', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
  union all
  select format('type %s', typname) from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
  union all
  select format('collation %s', collname) from pg_collation where collnamespace = 'public'::regnamespace
  union all
  select format('extension %s', extname) from pg_extension
  order by 1`;

/** Everything that migrations made in a database, one line each. */
export async function catalogueOf(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ line: string }[]>(CATALOGUE);
  return rows.map(({ line }) => line);
}
