import { useLanguage } from '../../common/language-context';
import { RowBoundary } from '../../common/ui/row-boundary';
import type { ChangeMarks } from '../model/change-marks';
import { type Item, itemKey } from '../model/figure';
import { ItemTile } from './item-tile';
import styles from './tile-board.module.css';

/** The 32 items in 8 x 4 places that stay the same for five years: a room learns where each one is. */
export function TileBoard({ items, marked }: { items: readonly Item[]; marked: ChangeMarks['marked'] }) {
  const { texts } = useLanguage<'screen'>();
  return (
    <ul className={styles.board} aria-label={texts.screen.items}>
      {items.map((item) => (
        <RowBoundary key={item.code} of={item} name={item.code} as="li">
          <ItemTile item={item} isMarked={marked.has(itemKey(item.code))} />
        </RowBoundary>
      ))}
    </ul>
  );
}
