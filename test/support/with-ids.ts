/** The same input with `$name` replaced by the id of that name. */
export function withIds(input: object, ids: Readonly<Record<string, string>>): object {
  const text = JSON.stringify(input).replace(/"\$([^"]+)"/g, (_all, name: string) => {
    if (ids[name] === undefined) throw new Error(`No id is known for ${name}.`);
    return JSON.stringify(ids[name]);
  });
  return JSON.parse(text) as object;
}
