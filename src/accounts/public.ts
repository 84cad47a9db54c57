export { Account } from './account.entity';
export { AccountRole } from './account-role.entity';
export { isHeldForUnitSql, isHeldSql } from './role-holders.sql';
export { DISPLAY_DAYS, issueToken, revokeTokens } from './tokens';
