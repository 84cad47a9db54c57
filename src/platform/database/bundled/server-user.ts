import { readFile } from 'node:fs/promises';
import { BundledPostgresError } from './bundled-postgres-error';

/** The operating-system user that PostgreSQL runs as and that owns its data. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
  /** true: the user of this program, so nothing has to be handed over */
  readonly isSelf: boolean;
}

/**
 * PostgreSQL refuses to run as root. A program run by root therefore runs it as the owner of the existing data, else as
 * `nobody`; every other program runs it as itself. Throws BundledPostgresError where the data belongs to somebody else.
 */
export async function chooseServerUser(owner: { uid: number; gid: number } | undefined): Promise<ServerUser> {
  const uid = process.geteuid?.();
  const gid = process.getegid?.();
  if (uid === undefined || gid === undefined) return { uid: -1, gid: -1, isSelf: true };
  if (uid === 0) return owner && owner.uid !== 0 ? { ...owner, isSelf: false } : await findNobody();
  if (owner && owner.uid !== uid) {
    throw new BundledPostgresError(
      `The bundled database belongs to the user with id ${owner.uid}, but this program runs as user ${uid}: ` +
        'start it as that user, or set DATABASE_URL to use another PostgreSQL.',
    );
  }
  return { uid, gid, isSelf: true };
}

/** What child_process.spawn needs to run a program as this user. macOS lists nobody as -2, hence the signed form. */
export function spawnIdentity(user: ServerUser): { uid?: number; gid?: number } {
  return user.isSelf ? {} : { uid: user.uid | 0, gid: user.gid | 0 };
}

async function findNobody(): Promise<ServerUser> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  const fields = lines.find((line) => line.startsWith('nobody:'))?.split(':');
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
  if (!fields || !Number.isInteger(uid) || !Number.isInteger(gid) || uid === 0) {
    throw new BundledPostgresError(
      'PostgreSQL refuses to run as root and there is no user "nobody" to run it as: ' +
        'start this program as an ordinary user, or set DATABASE_URL to use another PostgreSQL.',
    );
  }
  return { uid: uid >>> 0, gid: gid >>> 0, isSelf: false };
}
