export { Account } from './account.entity';
