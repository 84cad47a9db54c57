import { useEffect, useState } from 'react';
import { type DraftPlace, type KeptDraft, readDrafts, watchDrafts } from './draft-store';

/** All drafts of a report on this device, as they are now. */
export function useDrafts({ viewerId, code, period }: DraftPlace): readonly KeptDraft[] {
  const [drafts, setDrafts] = useState<readonly KeptDraft[]>(() => readDrafts({ viewerId, code, period }));
  useEffect(() => {
    const read = () => setDrafts(readDrafts({ viewerId, code, period }));
    read();
    return watchDrafts({ viewerId, code, period }, read);
  }, [viewerId, code, period]);
  return drafts;
}
