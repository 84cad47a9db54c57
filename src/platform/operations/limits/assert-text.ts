import { Lexer, Source, TokenKind } from 'graphql';
import { LIMITS } from './limits';
import { tooLarge } from './too-large';

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Looks at the text of a document before it is parsed: the parser calls itself for every bracket, and 3,900 of them end its stack. Throws BAD_USER_INPUT for brackets nested
 * too deeply, QUERY_TOO_COMPLEX for too many tokens; every other mistake is the parser's to report.
 */
export function assertText(text: string): void {
  const lexer = new Lexer(new Source(text));
  let depth = 0;
  for (let tokens = 0; tokens <= LIMITS.tokens; tokens += 1) {
    const kind = nextKind(lexer);
    if (kind === TokenKind.EOF) return;
    if (OPENING.has(kind)) depth += 1;
    else if (CLOSING.has(kind)) depth -= 1;
    if (depth <= LIMITS.nesting) continue;
    throw tooLarge('BAD_USER_INPUT', {
      name: { vi: 'số dấu ngoặc lồng nhau trong truy vấn', en: 'the nesting of brackets in the document' },
      limit: LIMITS.nesting,
      asked: LIMITS.nesting,
      isMore: true,
      wayOut: {
        vi: 'Hãy viết danh sách và bộ lọc phẳng hơn, hoặc chia nhỏ truy vấn.',
        en: 'Write lists and filters flatter, or split the document.',
      },
    });
  }
  throw tooLarge('QUERY_TOO_COMPLEX', {
    name: { vi: 'số từ và dấu (token) của truy vấn', en: 'the number of tokens of the document' },
    limit: LIMITS.tokens,
    asked: LIMITS.tokens,
    isMore: true,
    wayOut: {
      vi: 'Hãy đưa các giá trị dài vào biến (variables), hoặc chia nhỏ truy vấn.',
      en: 'Give long values as variables, or split the document.',
    },
  });
}

function nextKind(lexer: Lexer): TokenKind {
  try {
    return lexer.advance().kind;
  } catch {
    return TokenKind.EOF;
  }
}
