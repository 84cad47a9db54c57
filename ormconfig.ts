import { openDataSource } from './src/open-data-source';

/** The TypeORM CLI's way in: the database of DATABASE_URL, else the bundled one (started for the command if it is not running). */
export default openDataSource();
