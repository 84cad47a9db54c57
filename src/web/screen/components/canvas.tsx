import type { CSSProperties, ReactNode } from 'react';
import { burnInShift } from '../model/burn-in-shift';
import styles from './canvas.module.css';

/** The 1920 x 1080 canvas in the middle of the panel, moved a little every ten minutes. */
export function Canvas({ now, dulled = false, children }: { now: number; dulled?: boolean; children: ReactNode }) {
  const { x, y } = burnInShift(now);
  const shift = { '--shift-x': x, '--shift-y': y } as CSSProperties;
  return (
    <div className={styles.canvas} style={shift} data-dulled={dulled} data-canvas>
      {children}
    </div>
  );
}
