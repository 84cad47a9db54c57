import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Actor } from '../access/actor';
import type { Identify } from '../access/remembered-identities';
import { displayCookie } from '../access/session-cookie';
import type { Logger } from '../observability/logger';
import { FixedBody } from './bodies/fixed-body';
import type { HttpEndpoint } from './http-endpoint';
import { mayReadMetrics } from './may-read-metrics';
import { SCREEN_GRAPHQL_PATH, type Site } from './request-identity';
import { setSafeHeaders } from './safe-headers';
import { responsesTakenWithin } from './taken-response';
import type { StaticHandler } from './static-pages';
import type { WebSocketEndpoint } from './sockets/websocket-endpoint';

const GRAPHQL_PATHS = ['/graphql', SCREEN_GRAPHQL_PATH];
/** How long requests under way may take once nothing new is accepted. */
const LONGEST_REQUEST_MS = 5_000;
const SWEEP_MS = 100;

/** How often Node looks for requests that are too slow; its own 30 s would be added to every limit. */
const LOOK_MS = 1_000;
/** A connection without a request is kept so long for the next one. */
const KEEP_ALIVE_MS = 5_000;
const OPEN_SCREEN = /^\/screen\/open\/([\w-]{20,100})$/;

/** What the server serves; made by the composition. */
export interface HttpServerParts {
  readonly graphql: HttpEndpoint;
  readonly webSocket: WebSocketEndpoint;
  readonly pages: StaticHandler;
  /** Prints the schema, when it is first asked for: a fifth of a start's work. */
  readonly sdl: () => string;
  readonly metrics: () => Promise<string>;
  /** What strangers may know: whether the clock is shifted and rows are sample. Every page says so, before signing in too. */
  readonly installation: () => Promise<object>;
  /** Where a screen's link leads; null for whoever is no screen. */
  readonly screenPath: (actor: Actor) => Promise<string | null>;
  /** Whether operations can be served: database, migrations, log. */
  readonly isReady: () => Promise<boolean>;
  readonly authenticate: Identify;
  readonly site: Site;
  readonly logger: Logger;
  readonly limits: HttpLimits;
}

/** How long clients may take, and who may read the program's numbers. */
export interface HttpLimits {
  /** A request, headers and body, must have come in this time; an answer must go on being taken. */
  readonly requestMs: number;
  /** Nothing at all happens on a connection for so long only when nobody is there: longer than any answer takes. */
  readonly silentMs: number;
  readonly metricsToken: string | null;
}

/** HTTP and WebSocket on one port. */
export class HttpServer {
  private readonly server: Server;
  private isDraining = false;
  private isReadyElsewhere = false;
  private readonly sdl: FixedBody;

  constructor(private readonly parts: HttpServerParts) {
    this.sdl = new FixedBody(parts.sdl, 'text/plain; charset=utf-8');
    const { requestMs, silentMs } = parts.limits;
    const options = {
      headersTimeout: requestMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: LOOK_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      ServerResponse: responsesTakenWithin(requestMs),
    };
    this.server = createServer(options, (request, response) => {
      this.route(request, response).catch((error: unknown) => this.fail(error, response));
    });
    this.server.setTimeout(silentMs);
    this.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy());
      if (GRAPHQL_PATHS.includes(pathOf(request))) this.parts.webSocket.handleUpgrade(request, socket, head);
      else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
    });
  }

  /** Listens; resolves with the address. Rejects when the port is taken. */
  listen(port: number, host: string): Promise<{ port: number; address: string }> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        this.server.off('error', reject);
        const address = this.server.address();
        if (address === null || typeof address === 'string') return reject(new Error('The server has no port.'));
        resolve({ port: address.port, address: address.address });
      });
    });
  }

  /**
   * Stops taking work: not ready, WebSocket clients sent away within the window, requests under way finished, then closed. Where others listen on the same port,
   * newcomers are theirs from the beginning; alone, it goes on to say that it is not ready.
   */
  async drain(windowMs: number, othersListen: boolean): Promise<void> {
    this.isDraining = true;
    this.isReadyElsewhere = othersListen;
    if (othersListen) this.server.close();
    await this.parts.webSocket.drain(windowMs);
    // connections that fall idle meanwhile would be kept for their next request; those that never finish one are cut
    const sweep = setInterval(() => this.server.closeIdleConnections(), SWEEP_MS);
    const patience = setTimeout(() => this.server.closeAllConnections(), LONGEST_REQUEST_MS);
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeIdleConnections();
    });
    clearInterval(sweep);
    clearTimeout(patience);
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.isDraining) response.setHeader('connection', 'close');
    const path = pathOf(request);
    if (GRAPHQL_PATHS.includes(path)) return this.parts.graphql.handle(request, response);
    setSafeHeaders(response);
    if (path === '/healthz') return plain(response, 200, 'ok\n');
    if (path === '/readyz') return this.ready(response);
    if (path === '/metrics') return this.metrics(request, response);
    if (path === '/installation.json') return json(response, await this.parts.installation());
    if (path === '/schema.graphql') return this.sdl.answer(request, response);
    const link = OPEN_SCREEN.exec(path);
    if (link !== null) return this.openScreen(link[1]!, response);
    this.parts.pages(request, response, () => plain(response, 404, 'Không có trang này. / There is no such page.\n'));
  }

  private async metrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { metrics, limits } = this.parts;
    if (mayReadMetrics(request, limits.metricsToken)) return plain(response, 200, await metrics());
    if (limits.metricsToken === null) return plain(response, 403, LOCAL_ONLY);
    response.setHeader('www-authenticate', 'Bearer');
    plain(response, 401, TOKEN_ONLY);
  }

  private async ready(response: ServerResponse): Promise<void> {
    const isReady = (!this.isDraining || this.isReadyElsewhere) && (await this.parts.isReady().catch(() => false));
    plain(response, isReady ? 200 : 503, isReady ? 'ready\n' : 'not ready\n');
  }

  /** A screen's link: keeps its token in the cookie, so that the address bar shows nothing worth copying. */
  private async openScreen(token: string, response: ServerResponse): Promise<void> {
    const found = await this.parts.authenticate(token);
    const path = found.is === 'valid' ? await this.parts.screenPath(found.actor) : null;
    if (found.is === 'valid' && path !== null) {
      response.setHeader('set-cookie', displayCookie(token, found.actor.tokenExpiresAt, this.parts.site));
    }
    response.writeHead(303, { location: path ?? '/screen', 'cache-control': 'no-store' });
    response.end();
  }

  private fail(error: unknown, response: ServerResponse): void {
    this.parts.logger.error({ err: error }, 'request failed');
    if (!response.headersSent) setSafeHeaders(response).writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('Lỗi nội bộ. / Internal error.\n');
  }
}

const LOCAL_ONLY =
  'Chỉ đọc được từ chính máy chủ; đặt METRICS_TOKEN để đọc từ nơi khác. / Read on the machine itself alone; set METRICS_TOKEN to read it from elsewhere.\n';
const TOKEN_ONLY =
  'Cần mã trong METRICS_TOKEN (Authorization: Bearer). / It takes the token of METRICS_TOKEN (Authorization: Bearer).\n';

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0]!;
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}

function json(response: ServerResponse, value: object): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}
