import { isPostmaster } from './is-postmaster';
import { readPostmasterFile, type PostmasterFile } from './postmaster-file';

/** The living server on a data directory by its `postmaster.pid`. */
export async function findPostmaster(dataFolder: string): Promise<PostmasterFile | undefined> {
  const found = await readPostmasterFile(dataFolder);
  return found && (await isPostmaster(found.pid, dataFolder)) ? found : undefined;
}
