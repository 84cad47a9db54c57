/** What operators call a group by. */
export interface GroupName {
  /** Equal for subscriptions that may share everything: document, variables, rights, language. */
  readonly key: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
