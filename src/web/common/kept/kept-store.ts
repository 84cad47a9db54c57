/** What the browser did not let us store. */
const memory = new Map<string, string>();
const listeners = new Set<(key: string) => void>();
const PREFIX = 'tiendo.kept.';
/** So long something typed and never sent is kept. */
const KEPT_MS = 60 * 86_400_000;

interface Entry {
  at: number;
  value: unknown;
}

/** What is kept under a name; undefined when there is nothing that can be read. */
export function readKept<T>(name: string): { value: T; at: number } | undefined {
  try {
    const text = storageText(PREFIX + name);
    return text === null ? undefined : (JSON.parse(text) as { value: T; at: number });
  } catch {
    return undefined;
  }
}

/** Keeps a value. Full or forbidden storage must not stop anybody from working: then this window alone remembers it. */
export function writeKept(name: string, value: unknown): void {
  const text = JSON.stringify({ at: Date.now(), value } satisfies Entry);
  try {
    window.localStorage.setItem(PREFIX + name, text);
    memory.delete(PREFIX + name);
  } catch {
    memory.set(PREFIX + name, text);
  }
  tell(PREFIX + name);
}

/** Forgets what is kept under a name. */
export function forgetKept(name: string): void {
  memory.delete(PREFIX + name);
  try {
    window.localStorage.removeItem(PREFIX + name);
  } catch {
    // nothing was kept there
  }
  tell(PREFIX + name);
}

/** Names under which something is kept that begin so. What nobody has touched for long is forgotten on the way. */
export function keptNames(beginning: string): string[] {
  const keys = new Set([...memory.keys(), ...storageKeys()]);
  const names = [...keys].filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  const old = names.filter((name) => (readKept(name)?.at ?? 0) < Date.now() - KEPT_MS);
  old.forEach(forgetKept);
  return names.filter((name) => name.startsWith(beginning) && !old.includes(name));
}

/** Calls back whenever this or another window of this browser keeps or forgets something whose name begins so; gives the way to stop. */
export function watchKept(beginning: string, changed: () => void): () => void {
  const listen = (key: string | null) => {
    if (key === null || key.startsWith(PREFIX + beginning)) changed();
  };
  const listenElsewhere = ({ key }: StorageEvent) => listen(key);
  listeners.add(listen);
  window.addEventListener('storage', listenElsewhere);
  return () => {
    listeners.delete(listen);
    window.removeEventListener('storage', listenElsewhere);
  };
}

function tell(key: string): void {
  listeners.forEach((listen) => listen(key));
}

function storageText(key: string): string | null {
  return memory.get(key) ?? window.localStorage.getItem(key);
}

function storageKeys(): string[] {
  try {
    return Object.keys(window.localStorage);
  } catch {
    return [];
  }
}
