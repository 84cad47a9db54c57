export { Health } from './health';
export { Programme } from './programme.entity';
