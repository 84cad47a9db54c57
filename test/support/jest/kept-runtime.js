const perfHooks = require('node:perf_hooks');
const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** Scripts by file, compiled once for a worker. */
const scripts = new Map();
/** Texts of modules by file, read once for a worker. */
const texts = new Map();
/** The same as JavaScript, which jest otherwise looks up by the time of the file's last change. */
const transformed = new Map();
/** What test files have left running in the worker, each as the function that ends it. */
const leftRunning = new Set();

/** A timer that may outlive its test file. */
const LONG_MS = 10_000;

keepScripts();
noteObservers();

/**
 * What jest runs the modules of a test file in. Every test file still gets modules of its own, in a context of its own, but
 * their texts are read and compiled once for a worker instead of once for every file: that was a fifth of the CPU time of
 * all tests. And what watches the process ends with the file that began it.
 */
class KeptRuntime extends Runtime {
  constructor(config, environment, resolver, transformer, cacheFS, coverageOptions, testPath, globalConfig) {
    const { watch, watchAll, collectCoverage } = globalConfig;
    const mayChange = watch || watchAll || collectCoverage;
    const files = mayChange ? cacheFS : new KeptTexts(cacheFS);
    const transforming = mayChange ? transformer : keepingTransformed(transformer);
    super(config, environment, resolver, transforming, files, coverageOptions, testPath, globalConfig);
    noteLongTimers(environment.global);
  }

  teardown() {
    super.teardown();
    for (const end of leftRunning) end();
    leftRunning.clear();
  }
}

/** The texts that one test file has read, over those that the worker keeps. */
class KeptTexts extends Map {
  get(file) {
    return super.get(file) ?? texts.get(file);
  }

  set(file, text) {
    // a test file is read once, and while the map is made there is nothing else in it
    if (this.size > 0) texts.set(file, text);
    else super.set(file, text);
    return this;
  }
}

function keepingTransformed(transformer) {
  const transform = (file, options, text) => {
    const known = transformed.get(file) ?? transformer.transform(file, options, text);
    transformed.set(file, known);
    return known;
  };
  return Object.assign(Object.create(transformer), { transform });
}

/** A function of a script is compiled again for every context; a script is bound to the next one with all that it has compiled. */
function keepScripts() {
  const compile = vm.compileFunction;
  vm.compileFunction = (source, parameters = [], options = {}) => {
    const { filename, parsingContext } = options;
    if (filename === undefined || parsingContext === undefined) return compile(source, parameters, options);
    let kept = scripts.get(filename);
    if (kept?.source !== source) {
      const head = `(function (${parameters.join(',')}) {`;
      kept = { source, script: new vm.Script(`${head}${source}\n})`, { filename, columnOffset: -head.length }) };
      scripts.set(filename, kept);
    }
    return kept.script.runInContext(parsingContext);
  };
}

/** The program's metrics observe the process until it ends, and hold the whole program; in a test run the process goes on. */
function noteObservers() {
  const { monitorEventLoopDelay, PerformanceObserver } = perfHooks;
  const { observe } = PerformanceObserver.prototype;
  PerformanceObserver.prototype.observe = function (options) {
    leftRunning.add(() => this.disconnect());
    return observe.call(this, options);
  };
  perfHooks.monitorEventLoopDelay = (options) => {
    const histogram = monitorEventLoopDelay(options);
    leftRunning.add(() => histogram.disable());
    return histogram;
  };
}

/** A timer holds the test that set it, and so all its modules: those of the limits on signing in for a quarter of an hour. */
function noteLongTimers(global) {
  const { setTimeout } = global;
  const noting = (run, delay, ...rest) => {
    const timer = setTimeout(run, delay, ...rest);
    if (delay >= LONG_MS) leftRunning.add(() => clearTimeout(timer));
    return timer;
  };
  // promisify() finds the other form of it there
  global.setTimeout = Object.defineProperties(noting, Object.getOwnPropertyDescriptors(setTimeout));
}

module.exports = { __esModule: true, default: KeptRuntime };
