import type { Domain } from '../platform/domain';
import { visibleToAll } from '../platform/reader/visible-to-all';
import { says } from '../platform/lib/says';
import { Programme } from '../programme/public';
import { Appendix } from './appendix.entity';
import { Document } from './document.entity';

/** Papers, and the lists that hang on them. */
export const documents: Domain = {
  name: 'documents',
  entities: [Document, Appendix],
  policies: [Document, Appendix].map(visibleToAll),
  collections: [
    {
      on: Programme,
      field: 'documents',
      of: Document,
      by: 'programmeId',
      as: 'connection',
      description: says('Văn bản của chương trình.', 'Documents of the programme.'),
    },
    {
      on: Document,
      field: 'appendices',
      of: Appendix,
      by: 'documentId',
      as: 'list',
      description: says('Phụ lục của văn bản.', 'Its appendices.'),
    },
  ],
};
