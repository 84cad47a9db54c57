import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type DocumentNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';
// graphql-js keeps these to itself; they resolve fragments, directives and type conditions exactly as an execution does
import { collectFields, collectSubfields } from 'graphql/execution/collectFields';

/** What is selected on one type, by response key, in the order of the answer. */
export type Selections = ReadonlyMap<string, readonly FieldNode[]>;

/** Resolves the selections of one operation with its variables. */
export class SelectionCollector {
  private readonly fragments: Record<string, FragmentDefinitionNode>;

  constructor(
    readonly schema: GraphQLSchema,
    fragments: Readonly<Record<string, FragmentDefinitionNode>>,
    private given: Readonly<Record<string, unknown>>,
  ) {
    this.fragments = { ...fragments };
  }

  /** The operation's variables. */
  get variables(): Readonly<Record<string, unknown>> {
    return this.given;
  }

  /** Lets the variables go: a plan that was written with them must not keep them. */
  forgetVariables(): void {
    this.given = {};
  }

  /** What a selection set selects at the root. */
  root(type: GraphQLObjectType, selectionSet: SelectionSetNode): Selections {
    return collectFields(this.schema, this.fragments, { ...this.variables }, type, selectionSet);
  }

  /** What field nodes of one response key select below them, for a concrete type. */
  below(type: GraphQLObjectType, nodes: readonly FieldNode[]): Selections {
    return collectSubfields(this.schema, this.fragments, this.variables, type, [...nodes]);
  }
}

const known = new WeakMap<DocumentNode, Readonly<Record<string, FragmentDefinitionNode>>>();

/** The fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): Readonly<Record<string, FragmentDefinitionNode>> {
  const found = known.get(document);
  if (found !== undefined) return found;
  const fragments = Object.fromEntries(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  known.set(document, fragments);
  return fragments;
}
