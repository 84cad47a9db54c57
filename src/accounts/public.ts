export { Account } from './account.entity';
export { AccountRole } from './account-role.entity';
export { isHeldForUnitSql, isHeldSql } from './roles/role-holders.sql';
export { DISPLAY_DAYS, issueToken, revokeTokens } from './tokens';
