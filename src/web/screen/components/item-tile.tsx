import { type CSSProperties, memo } from 'react';
import { useLanguage } from '../../common/language-context';
import { StatusShape } from '../../common/status-shape';
import type { Item } from '../model/figure';
import styles from './item-tile.module.css';

const COLUMNS = 8;

/** One item of the plan at its fixed place: number and shape. */
export const ItemTile = memo(function ItemTile({ item, isMarked }: { item: Item; isMarked: boolean }) {
  const { texts } = useLanguage();
  const place: CSSProperties = {
    gridColumn: ((item.number - 1) % COLUMNS) + 1,
    gridRow: Math.floor((item.number - 1) / COLUMNS) + 1,
  };
  return (
    <li className={styles.tile} style={place} data-item={item.code} data-changed={isMarked} data-sample={item.isSample}>
      {item.number}
      <span className={styles.shape}>
        <StatusShape health={item.health} label={texts.healths[item.health]} />
      </span>
    </li>
  );
});
