/** Where this page asks. A room's screen has an address of its own, below which its cookie counts: people's sessions in the same browser are another matter. */
export function graphqlPath(): string {
  return window.location.pathname.startsWith('/screen') ? '/screen/graphql' : '/graphql';
}
