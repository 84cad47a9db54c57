import type { DerivedSql } from '../platform/reader/declarations';

/** The texts of a version and of all before it, by the kind of section. */
export const textsUpToSql: DerivedSql = (row, { table }) => `(
    select json_agg(json_build_object('number', v.number, 'sections', coalesce((
      select json_object_agg(s.kind, s.text order by s.ordinal) from ${table('document_section')} s where s.version_id = v.id), '{}')) order by v.number)
    from ${table('document_version')} v where v.document_id = ${row}.document_id and v.number <= ${row}.number)`;
