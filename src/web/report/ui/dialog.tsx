import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { focusHeading } from '../../common/focus-heading';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A modal question. Escape closes it, the browser keeps the focus inside, and closing gives it back to what opened the dialog. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // before the element leaves the page: a dialog that is gone gives back no focus
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      if (document.activeElement === null || document.activeElement === document.body) focusHeading();
    };
  }, []);
  return (
    <dialog className={styles.dialog} ref={dialog} onCancel={onClose} onClose={onClose} aria-labelledby="dialog-title">
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}
