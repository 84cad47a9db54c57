import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each version of a document holds the titles that the document had in it; what was written before gets those that the document has. */
export class TitlesOfVersions1700000000260 implements MigrationInterface {
  name = 'TitlesOfVersions1700000000260';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table document_version add title text not null default '', add title_en text not null default ''`,
    );
    await runner.query(`select keep_history('document_version')`);
    // the past knows them as well as the present does: nobody kept another title
    for (const table of ['document_version_history', 'document_version']) {
      await runner.query(
        `update ${table} v set title = d.title, title_en = d.title_en from document d where d.id = v.document_id`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table document_version drop column title, drop column title_en;
       alter table document_version_history drop column title, drop column title_en`,
    );
    await runner.query(`select keep_history('document_version')`);
  }
}
