import { createLogger } from './logger';

/** What a logger writes of an error. */
function lineOf(error: Error): Record<string, Record<string, unknown>> {
  const lines: string[] = [];
  createLogger('info', { write: (line) => void lines.push(line) }).error({ err: error }, 'broken');
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0]!) as Record<string, Record<string, unknown>>;
}

test('an error of the database is logged with its code and without the connection on which it came', () => {
  const client = { connectionParameters: { password: 'mat-khau', host: 'db' }, queue: [] };
  const error = Object.assign(new Error('terminating connection'), { code: '57P01', client });
  const { err } = lineOf(error);
  expect(err).toMatchObject({ type: 'Error', message: 'terminating connection', code: '57P01' });
  expect(JSON.stringify(err)).not.toMatch(/client|mat-khau|connectionParameters/);
});

test('what is no error is logged as it is', () => {
  expect(lineOf('only words' as unknown as Error).err).toBe('only words');
});
