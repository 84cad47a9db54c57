import { RowBoundary } from '../../common/ui/row-boundary';
import type { Item } from '../model/rows';
import { ItemRow } from './item-row';
import styles from './item-row.module.css';

/** Work items, each opening to what else is known of it. */
export function ItemList({ items }: { items: readonly Item[] }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <RowBoundary key={item.code} of={item} name={item.code} as="li">
          <ItemRow item={item} />
        </RowBoundary>
      ))}
    </ul>
  );
}
