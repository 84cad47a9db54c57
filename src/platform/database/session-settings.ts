/**
 * What every connection of the program sets for itself, whatever the server, the database or the role has been told: all that changes the text of values, what
 * a statement means or when it is cut off. Values are written without spaces, as the option `-c` wants them. (Those that only a superuser may set are checked
 * at the start: see migrate.ts.)
 */
const SETTINGS: Readonly<Record<string, string>> = {
  // text forms
  timezone: 'UTC',
  datestyle: 'ISO,YMD',
  intervalstyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  xmlbinary: 'base64',
  xmloption: 'content',
  lc_monetary: 'C',
  lc_numeric: 'C',
  lc_time: 'C',
  // meaning of statements
  search_path: 'public',
  standard_conforming_strings: 'on',
  backslash_quote: 'safe_encoding',
  array_nulls: 'on',
  transform_null_equals: 'off',
  quote_all_identifiers: 'off',
  row_security: 'on',
  gin_fuzzy_search_limit: '0',
  default_text_search_config: 'pg_catalog.simple',
  // isolation: what a command reads after it has waited for a lock is what stands then
  default_transaction_isolation: 'read\\ committed',
  default_transaction_read_only: 'off',
  default_transaction_deferrable: 'off',
  exit_on_error: 'off',
  // time: pools that want a limit state their own behind these
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  idle_session_timeout: '0',
  // what is said
  client_min_messages: 'warning',
  log_parameter_max_length_on_error: '0',
};

/** The same as options of a connection. */
export const SESSION_OPTIONS = Object.entries(SETTINGS)
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ');
