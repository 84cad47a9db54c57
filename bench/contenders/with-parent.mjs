import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** A contender never outlives the run that started it, however that ends. */
process.on('disconnect', () => process.exit(1));

/** It tells what it holds when it is asked, garbage aside. */
process.on('message', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  collect();
  // what was freed by finalizers
  setImmediate(() => {
    collect();
    process.send(process.memoryUsage());
  });
});
