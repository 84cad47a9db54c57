/** What fails while something else is waited for is not lost: it fails when its turn comes. */
export function quietly(promise) {
  promise.catch(() => undefined);
  return promise;
}
