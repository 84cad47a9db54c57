/** Applies decorators to a class and its members, as TypeScript would write them above each: nearest first. */
export function decorate(target, onClass, onMembers) {
  for (const [member, decorators] of Object.entries(onMembers)) {
    for (const decorator of [...decorators].reverse()) decorator(target.prototype, member);
  }
  for (const decorator of [...onClass].reverse()) decorator(target);
}

/** A decorator of a method's parameter, as a decorator of the method. */
export function parameter(index, decorator) {
  return (prototype, member) => decorator(prototype, member, index);
}
