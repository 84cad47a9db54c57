import { closeSync, openSync } from 'node:fs';

const hadTerminal = hasTerminal();

/**
 * Whether the terminal in which this process was started has been closed since. A service, which never had one, lost
 * none.
 */
export function hasLostTerminal(): boolean {
  return hadTerminal && !hasTerminal();
}

/** Whether there is one that sends signals to this process. */
function hasTerminal(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return true;
  } catch {
    return false;
  }
}
