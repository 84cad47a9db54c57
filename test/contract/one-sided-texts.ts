import ts from 'typescript';

/** Functions that take a text in Vietnamese and the same in English as their last arguments. */
const SAYING = new Set(['says', 'refuse', 'both', 'invalid', 'conflict']);
/** Letters that Vietnamese has and English has not. */
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
/** Vietnamese that has none of them. */
const WITHOUT_MARKS = new Set(['Cao']);
/** What stands in quotation marks or is code may be in any language. */
const QUOTED = /“[^”]*”|`[^`]*`/g;
/** What English has no word for: the currency, and the letter itself. */
const BORROWED = /đồng|(?<!\p{L})đ(?!\p{L})/gu;

/** Texts of a source that people get in one language alone, each with its place: no English, no Vietnamese, or the same twice. */
export function oneSidedTexts(file: string, source: string): string[] {
  const root = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const judge = (node: ts.Node, vi: ts.Expression | undefined, en: ts.Expression | undefined): void => {
    const wrong = complaint(vi, en);
    if (wrong === null) return;
    const { line } = root.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1} ${wrong}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && SAYING.has(node.expression.text)) {
      judge(node, node.arguments.at(-2), node.arguments.at(-1));
    }
    if (ts.isObjectLiteralExpression(node) && !explainsWord(node)) {
      const [vi, en] = ['vi', 'en'].map((name) => valueOf(node, name));
      if (vi !== undefined || en !== undefined) judge(node, vi, en);
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** Whether it completes the words of an enum's value, which one language may need and the other not. */
function explainsWord({ parent }: ts.ObjectLiteralExpression): boolean {
  return ts.isPropertyAssignment(parent) && parent.name.getText() === 'explained';
}

/** What an object literal holds under a name; undefined where it has none, or it is no expression of its own. */
function valueOf(literal: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const property = literal.properties.find((one) => one.name?.getText() === name);
  if (property === undefined) return undefined;
  return ts.isPropertyAssignment(property) ? property.initializer : (property.name as ts.Identifier);
}

function complaint(vi: ts.Expression | undefined, en: ts.Expression | undefined): string | null {
  if (vi === undefined || en === undefined) return `has no ${vi === undefined ? 'Vietnamese' : 'English'}`;
  const [said, meant] = [wordsOf(vi), wordsOf(en)];
  // made elsewhere, or nothing at all
  if (said === null || meant === null || said + meant === '') return null;
  if (said.trim() === '' || meant.trim() === '')
    return `says nothing in ${said.trim() === '' ? 'Vietnamese' : 'English'}: “${said}${meant}”`;
  if (!VIETNAMESE.test(said) && !WITHOUT_MARKS.has(said)) return `is not in Vietnamese: “${said}”`;
  return VIETNAMESE.test(meant.replace(QUOTED, '').replace(BORROWED, '')) ? `is not in English: “${meant}”` : null;
}

/** The words that an expression certainly says; null where all of them are made elsewhere. */
function wordsOf(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isParenthesizedExpression(node)) return wordsOf(node.expression);
  if (ts.isConditionalExpression(node)) return joined([node.whenTrue, node.whenFalse].map(wordsOf));
  if (ts.isBinaryExpression(node)) return joined([node.left, node.right].map(wordsOf));
  if (ts.isTemplateExpression(node)) {
    const text = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
    return /\p{L}{2}/u.test(text.replace(QUOTED, '')) ? text : null;
  }
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return wordsOf(node.body);
  return null;
}

function joined(parts: readonly (string | null)[]): string | null {
  return parts.some((part) => part === null) ? null : parts.join(' ');
}
