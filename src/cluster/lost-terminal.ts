import { closeSync, openSync } from 'node:fs';
import { isatty } from 'node:tty';

const hadTerminal = [0, 1, 2].some((descriptor) => isatty(descriptor));

/** Whether the terminal in which this process was started has been closed since. A service, which never had one, lost none. */
export function hasLostTerminal(): boolean {
  if (!hadTerminal) return false;
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return false;
  } catch {
    return true;
  }
}
