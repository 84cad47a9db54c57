import type { EntityManager } from 'typeorm';
import { refuse } from '../platform/lib/domain-error';
import type { Document } from './document.entity';

const SAME = `select code, title from document
  where id <> $1 and state = 'ISSUED' and replace(same_text(number), ' ', '') = replace(same_text($2), ' ', '') and year = $3
    and (programme_id = $4 or same_text(issuer) = same_text($5) or (coalesce(programme_id::text, issuer) is null and coalesce($4::text, $5) is null)) order by code limit 1`;

/**
 * Refuses a number that another paper of the same issuer, or of the same programme, bears in the same year, however it is spaced. Of papers with neither, all count as one issuer’s. One number is given out at a time, so that two
 * papers that are issued at the same moment do not both get it.
 */
export async function assertNumberIsFree(manager: EntityManager, document: Document): Promise<void> {
  const { id, number, year, programmeId, issuer } = document;
  await manager.query(`select pg_advisory_xact_lock(hashtext('document.number'))`);
  const values = [id, number, year, programmeId, issuer];
  const [other] = await manager.query<{ code: string; title: string }[]>(SAME, values);
  if (other === undefined) return;
  throw refuse(
    'CONFLICT',
    ['input', 'number'],
    `Số ${number} năm ${year} là của văn bản ${other.code} “${other.title}”. Hãy kiểm tra lại số trên văn bản.`,
    `The number ${number} of ${year} is that of the document ${other.code} “${other.title}”. Check the number on the paper.`,
  );
}
