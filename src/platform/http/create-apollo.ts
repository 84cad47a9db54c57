import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { type GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { writeCursor } from '../event-log/log-cursor';
import { answerOperation } from '../graphql/answer-operation';
import { explainInvalid } from '../graphql/explain-invalid';
import { countedAs, ownerOf } from '../graphql/limits/rates';
import { maskError, publicCodeOf } from '../graphql/mask-error';
import type { OperationContext } from '../graphql/operation-context';
import type { Services } from '../graphql/services';
import { ReadError } from '../reader/read-error';
import { admitOperation, EXTRA_RULES, PARSE_OPTIONS } from '../graphql/validate-operation';
import { toGraphQLError } from '../graphql/to-graphql-error';
import { describeAnswer } from './describe-answer';
import { PersistedQueries } from './persisted-queries';
import { stringifyResult, textResult } from './text-result';

/** Apollo Server over the schema, with the limits and the masking that WebSocket operations have too. */
export function createApollo(schema: GraphQLSchema, services: Services): ApolloServer<OperationContext> {
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
    persistedQueries: { cache: new PersistedQueries() },
    // what is refused before there is an operation (a batch, no JSON object, another site's form) never reaches the plugin
    formatError: (formatted) => ({
      ...formatted,
      extensions: { code: publicCodeOf(formatted.extensions?.code) ?? 'INTERNAL' },
    }),
    stringifyResult,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      operationPlugin(schema, services),
    ],
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message: unknown) => services.logger.warn(String(message)),
      error: (message: unknown) => services.logger.error(String(message)),
    },
  });
}

function operationPlugin(schema: GraphQLSchema, services: Services): ApolloServerPlugin<OperationContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: async ({ document, operation, request, contextValue, metrics }) => {
          // Apollo keeps a query under its hash after this: not for strangers, who could push out what others keep
          if (contextValue.caller.actor === null) metrics.persistedQueryRegister = false;
          const asking = { actor: contextValue.caller.actor, mayIntrospect: services.config.introspection };
          try {
            if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw webSocketOnly();
            if (operation !== undefined) {
              const { caller, origin, countedAs: guessed } = contextValue;
              const owner = ownerOf(caller.actor?.accountId ?? null, origin.address);
              await services.rates.correct(guessed, countedAs(operation), owner);
              admitOperation(schema, { document, operation }, request.variables ?? {}, asking);
              if (request.query !== undefined) {
                services.documents.add(request.query, request.operationName, { document, operation });
              }
            }
          } catch (error) {
            throw toGraphQLError(error);
          }
        },
        responseForOperation: async ({ document, operation, request, contextValue }) => {
          // an ambiguous name leaves none, whatever its type says; Apollo then says so itself
          if ((operation as typeof operation | undefined)?.operation !== OperationTypeNode.QUERY) return null;
          const answer = await answerOperation(schema, document, operation, request.variables ?? {}, contextValue);
          if (answer === null) return null;
          return { body: { kind: 'single', singleResult: textResult(answer) }, http: { headers: new HeaderMap() } };
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
          describeAnswer(response.http, singleResult, request, operation, contextValue.answered);
          singleResult.extensions = { cursor: writeCursor(services.log.feed.head), ...singleResult.extensions };
          return Promise.resolve();
        },
      }),
  };
}

// executed like a query it would answer once and look as if it worked
function webSocketOnly(): ReadError {
  return new ReadError('BAD_USER_INPUT', {
    vi: 'Đăng ký nhận dữ liệu (subscription) chỉ dùng qua WebSocket.',
    en: 'Subscriptions are for WebSocket alone.',
  });
}
