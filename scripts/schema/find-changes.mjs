// What has changed between two schemas, as a client sees it: descriptions and costs are no contract.
import { diff } from '@graphql-inspector/core';
import {
  buildASTSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  print,
  visit,
} from 'graphql';

const NO_CONTRACT = new Set(['cost', 'listSize']);
// those that are told by their parent, or by what they deprecate
const TOLD_ELSEWHERE = /^DIRECTIVE_USAGE_|DEPRECATION/;

/** An SDL without descriptions and costs: what is kept of a release. */
export function contractOf(sdl) {
  const bare = visit(parse(sdl), {
    Directive: (node) => (NO_CONTRACT.has(node.name.value) ? null : undefined),
    enter: (node) =>
      'description' in node && node.description !== undefined ? { ...node, description: undefined } : undefined,
  });
  return `${print(bare)}\n`;
}

/**
 * The changes from one contract to another: `breaking` and `careful` (what may surprise a client, such as a new enum
 * value) as { path, message, isRemoval }, `deprecated` as { path, reason }, `added` as names by the type that has them.
 */
export async function findChanges(before, after) {
  const [old, now] = [before, after].map((sdl) => buildASTSchema(parse(contractOf(sdl))));
  const found = { breaking: [], careful: [], deprecated: [], added: new Map() };
  for (const { type, path, message, criticality, meta } of await diff(old, now)) {
    if (TOLD_ELSEWHERE.test(type) || meta?.addedToNewType) continue;
    const change = {
      path,
      message: message.replace(/\s+/g, ' ').replaceAll("'", '`'),
      isRemoval: type.endsWith('_REMOVED'),
    };
    if (criticality.level === 'BREAKING') found.breaking.push(change);
    else if (type.endsWith('_ADDED') && type !== 'FIELD_ARGUMENT_ADDED') add(found.added, path);
    else if (criticality.level === 'DANGEROUS') found.careful.push(change);
    else add(found.added, path);
  }
  const known = deprecationsOf(old);
  for (const [path, reason] of deprecationsOf(now)) if (!known.has(path)) found.deprecated.push({ path, reason });
  for (const list of [found.breaking, found.careful, found.deprecated])
    list.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.message < b.message ? -1 : 1));
  return found;
}

function add(added, path) {
  const dot = path.indexOf('.');
  const [parent, name] = dot < 0 ? ['', path] : [path.slice(0, dot), path.slice(dot + 1)];
  added.set(parent, [...new Set([...(added.get(parent) ?? []), name])].sort());
}

/** Every deprecated field, argument, input field and enum value, with its reason. */
function deprecationsOf(schema) {
  const found = new Map();
  const note = (path, { deprecationReason }) => deprecationReason != null && found.set(path, deprecationReason);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type)) for (const value of type.getValues()) note(`${type.name}.${value.name}`, value);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      note(`${type.name}.${field.name}`, field);
      for (const argument of field.args ?? []) note(`${type.name}.${field.name}.${argument.name}`, argument);
    }
  }
  return found;
}
