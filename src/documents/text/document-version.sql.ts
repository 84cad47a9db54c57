import type { AskedFact } from '../../platform/reader/model/declarations';

/** The texts and, where there is one to compare with, the titles of a version and of the one that it is compared with (by default the one just before), by the kind of section. Others are not read. */
export const comparedTexts: AskedFact = {
  property: 'compared',
  argument: 'since',
  sqlType: 'integer',
  sql: (row, { table }, since) => {
    const texts = (from: string) => `(select coalesce(json_object_agg(s.kind, s.text), '{}') from ${from})`;
    const sections = table('document_section');
    const own = `${sections} s where s.version_id = ${row}.id`;
    const other = `${table('document_version')} v join ${sections} s on s.version_id = v.id
      where v.document_id = ${row}.document_id and v.number = coalesce(${since}, ${row}.number - 1)`;
    const titles = (of: string) => `'TITLE', ${of}.title, 'TITLE_EN', ${of}.title_en`;
    const renamed = `(select json_build_object('before', json_build_object(${titles('o')}), 'after', json_build_object(${titles(row)}))
      from ${table('document_version')} o where o.document_id = ${row}.document_id and o.number = coalesce(${since}, ${row}.number - 1))`;
    return `json_build_object('before', ${texts(other)}, 'after', ${texts(own)}, 'titles', ${renamed})`;
  },
};
