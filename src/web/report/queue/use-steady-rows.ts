import { useMemo, useRef, useState } from 'react';
import { keepPlaces, type Row } from './keep-places';

/** The rows of a live list with places that do not change under a pointer, and the way to put them in order. `list` must be the same while nothing changed; null while it is not known. */
export function useSteadyRows<T extends { id: string }>(
  list: readonly T[] | null,
): [rows: readonly Row<T>[], tidy: () => void] {
  const shown = useRef<readonly Row<T>[]>([]);
  const tidied = useRef(0);
  const [tidying, setTidying] = useState(0);
  const rows = useMemo(() => {
    if (list !== null) shown.current = keepPlaces(shown.current, list, tidying !== tidied.current);
    tidied.current = tidying;
    return shown.current;
  }, [list, tidying]);
  return [rows, () => setTidying((count) => count + 1)];
}
