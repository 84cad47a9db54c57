import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');

/** What the compiler says of sources that stand, for this once, as `src/work/<name>.ts`; by their names. */
export function compilePlanted(sources: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const texts = new Map(Object.entries(sources).map(([name, text]) => [join(ROOT, 'src', 'work', `${name}.ts`), text]));
  const host = ts.createCompilerHost({ ...options, noEmit: true });
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.getSourceFile = (path, target, ...rest) => {
    const text = texts.get(path);
    return text === undefined ? getSourceFile(path, target, ...rest) : ts.createSourceFile(path, text, target);
  };
  const program = ts.createProgram([...texts.keys()], { ...options, noEmit: true }, host);
  return Object.fromEntries(
    Object.keys(sources).map((name) => {
      const found = program.getSemanticDiagnostics(program.getSourceFile(join(ROOT, 'src', 'work', `${name}.ts`)));
      return [name, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')).join('\n')];
    }),
  );
}
