import type { EntityManager } from 'typeorm';
import { getRow } from '../platform/commands/rows';
import { refuse } from '../platform/lib/domain-error';
import { Document } from './document.entity';
import { DocumentState } from './document.state';

const PATH = ['input', 'implementsId'];

/** The document of that id, which another is to carry out; refuses one that leads back to it, naming the way round. */
export async function assertImplements(
  manager: EntityManager,
  document: Pick<Document, 'id' | 'code'> | null,
  globalId: string | null,
): Promise<Document | null> {
  if (globalId === null) return null;
  const implemented = await getRow(manager, Document, globalId);
  if (implemented === null)
    throw refuse(
      'NOT_FOUND',
      PATH,
      'Không có văn bản này. Hãy kiểm tra lại mã định danh.',
      'There is no such document. Check the id.',
    );
  if (implemented.state === DocumentState.WITHDRAWN) {
    throw refuse(
      'INVALID',
      PATH,
      `Văn bản ${implemented.code} đã rút, không thể triển khai thực hiện. Hãy chọn văn bản khác.`,
      `The document ${implemented.code} was withdrawn: there is nothing to carry out. Choose another one.`,
    );
  }
  if (document !== null) await assertNoCycle(manager, document, implemented);
  return implemented;
}

/**
 * Lets one transaction at a time join chains: two that are joined at the same moment could close a circle that neither sees. To be called before
 * a document is locked, or the two would wait for each other.
 */
export async function lockChains(manager: EntityManager): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('document.implements'))`);
}

async function assertNoCycle(
  manager: EntityManager,
  document: Pick<Document, 'id' | 'code'>,
  implemented: Document,
): Promise<void> {
  const chain = await manager.query<{ id: string; code: string }[]>(
    `with recursive chain as (
       select id, code, implements_id, 1 as place from document where id = $1
       union all
       select d.id, d.code, d.implements_id, place + 1 from document d join chain on d.id = chain.implements_id where chain.id <> $2
     ) select id, code from chain order by place`,
    [implemented.id, document.id],
  );
  if (!chain.some(({ id }) => id === document.id)) return;
  const way = [document.code, ...chain.map(({ code }) => code)].join(' → ');
  throw refuse(
    'INVALID',
    PATH,
    `Văn bản sẽ tự triển khai chính nó: ${way}. Hãy chọn văn bản cấp trên khác.`,
    `The document would carry out itself: ${way}. Choose another one to carry out.`,
  );
}
