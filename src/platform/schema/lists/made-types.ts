/** Types by name, each made once: whatever refers to a type must refer to the same object. */
export class MadeTypes<Type> {
  private readonly known = new Map<string, Type>();

  /** The type of that name; `make` is called the first time only. A type that refers to itself takes its fields from a thunk. */
  of(name: string, make: (name: string) => Type): Type {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const made = make(name);
    this.known.set(name, made);
    return made;
  }
}

/** Capitalised, as the name of a field stands inside the name of a type. */
export function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
