/**
 * The environment that initdb and postgres get: none of the program's own, whose PG* variables and secrets are no
 * business of theirs, and messages in English, which the start reads. (Windows adds what it needs by itself.)
 */
export function serverEnvironment(): Record<string, string> {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', LC_MESSAGES: 'C' };
}
