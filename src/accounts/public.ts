export { Account } from './account.entity';
export { AccountRole } from './account-role.entity';
export { DISPLAY_DAYS, issueToken, revokeTokens } from './tokens';
