import {
  ApolloServer,
  type ApolloServerPlugin,
  type DocumentStore,
  type GraphQLRequestContextDidResolveOperation,
  HeaderMap,
  type PersistedQueryOptions,
} from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { type GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { executedExtensions } from '../operations/answer-extensions';
import { answerOperation } from '../operations/answer-operation';
import { explainInvalid } from '../operations/explain-invalid';
import { TooExpensive } from '../operations/cost/too-expensive';
import { countedAs, ownerOf } from '../operations/limits/rates';
import { maskError, publicCodeOf } from '../operations/mask-error';
import type { OperationContext } from '../schema/operation-context';
import { PersistedTexts } from '../operations/persisted-texts';
import type { OperationServices } from '../operations/operation-services';
import { ReadError } from '../reader/read-error';
import { admitOperation, EXTRA_RULES, PARSE_OPTIONS } from '../operations/validate-operation';
import { toGraphQLError } from '../operations/to-graphql-error';
import { describeAnswer } from './describe-answer';
import { stringifyResult, textResult } from './bodies/text-result';

/** Apollo Server over the schema, with the limits and the masking that WebSocket operations have too. */
export function createApollo(schema: GraphQLSchema, services: OperationServices): ApolloServer<OperationContext> {
  const texts = new PersistedTexts();
  return new ApolloServer<OperationContext>({
    schema,
    // who may introspect is decided per caller, in the plugin below
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    parseOptions: PARSE_OPTIONS,
    validationRules: [...EXTRA_RULES],
    documentStore: storeOf(services),
    persistedQueries: { cache: textsOf(texts) },
    // what is refused before there is an operation (a batch, no JSON object, another site's form) never reaches the plugin
    formatError: (formatted) => ({
      ...formatted,
      extensions: { code: publicCodeOf(formatted.extensions?.code) ?? 'INTERNAL' },
    }),
    stringifyResult,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      operationPlugin(schema, services, texts),
    ],
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message: unknown) => services.logger.warn(String(message)),
      error: (message: unknown) => services.logger.error(String(message)),
    },
  });
}

/** Documents that were admitted before are not parsed and validated again; Apollo's own store counted their text, not what is parsed. */
function storeOf({ documents }: OperationServices): DocumentStore {
  return {
    get: (key) => Promise.resolve(documents.ofHash(key.slice(-HASH_LENGTH))),
    // kept once it is known who asks
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  };
}

const HASH_LENGTH = 64;
const PERSISTED_PREFIX = 'apq:';

function textsOf(texts: PersistedTexts): NonNullable<PersistedQueryOptions['cache']> {
  return {
    get: (key) => Promise.resolve(texts.get(key.slice(PERSISTED_PREFIX.length))),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  };
}

type Resolved = GraphQLRequestContextDidResolveOperation<OperationContext>;

/** Counts and admits a resolved operation, and keeps its text and document for whoever is signed in. Throws what refuses it. */
function admit(schema: GraphQLSchema, services: OperationServices, texts: PersistedTexts, resolved: Resolved): void {
  const { contextValue, document, metrics, queryHash, request, source } = resolved;
  const operation = resolved.operation;
  const { caller, countedAs: guessed, origin, wantsEstimate: isEstimate } = contextValue;
  const accountId = caller.actor?.accountId ?? null;
  // strangers could push out what others keep
  if (accountId === null) metrics.persistedQueryRegister = false;
  // Apollo says by itself that there is none of that name
  if (operation === undefined) return;
  if (operation.operation === OperationTypeNode.SUBSCRIPTION && !isEstimate) throw webSocketOnly();
  services.rates.correct(guessed, countedAs(operation), ownerOf(accountId, origin.address));
  const asking = { actor: caller.actor, isEstimate, mayIntrospect: services.config.introspection };
  contextValue.cost = admitOperation(schema, { document, operation }, request.variables ?? {}, asking);
  services.documents.add(source, request.operationName, { document, operation }, accountId);
  services.documents.addHash(queryHash, document, accountId);
  if (metrics.persistedQueryRegister === true) texts.add(queryHash, source, accountId);
}

function operationPlugin(
  schema: GraphQLSchema,
  services: OperationServices,
  texts: PersistedTexts,
): ApolloServerPlugin<OperationContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: (resolved) => {
          try {
            admit(schema, services, texts, resolved);
            return Promise.resolve();
          } catch (error) {
            if (error instanceof TooExpensive) resolved.contextValue.cost = error.cost;
            throw toGraphQLError(error);
          }
        },
        responseForOperation: async ({ document, operation, request, contextValue }) => {
          if (contextValue.wantsEstimate)
            return { body: { kind: 'single', singleResult: { data: null } }, http: plain() };
          // an ambiguous name leaves none, whatever its type says; Apollo then says so itself
          if ((operation as typeof operation | undefined)?.operation !== OperationTypeNode.QUERY) return null;
          const answer = await answerOperation(schema, document, operation, request.variables ?? {}, contextValue);
          if (answer === null) return null;
          return { body: { kind: 'single', singleResult: textResult(answer) }, http: plain() };
        },
        willSendResponse: ({ response, request, contextValue, errors, operation }) => {
          if (response.body.kind !== 'single') return Promise.resolve();
          const { singleResult } = response.body;
          if (errors !== undefined && errors.length > 0) {
            singleResult.errors = errors.map((error: GraphQLError) =>
              maskError(error, contextValue.language, services.logger, (invalid) =>
                explainInvalid(invalid, schema, {
                  language: contextValue.language,
                  isKnown: contextValue.caller.actor !== null,
                }),
              ),
            );
          }
          const isRun = singleResult.data != null;
          describeAnswer(response.http, singleResult, request, operation, contextValue);
          singleResult.extensions = { ...executedExtensions(contextValue, isRun), ...singleResult.extensions };
          return Promise.resolve();
        },
      }),
  };
}

function plain(): { headers: HeaderMap } {
  return { headers: new HeaderMap() };
}

// executed like a query it would answer once and look as if it worked
function webSocketOnly(): ReadError {
  return new ReadError('BAD_USER_INPUT', {
    vi: 'Đăng ký nhận dữ liệu (subscription) chỉ dùng qua WebSocket.',
    en: 'Subscriptions are for WebSocket alone.',
  });
}
