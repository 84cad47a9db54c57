export { loadFacts } from './load-facts';
export { loadSample } from './load-sample';
export { removeSample } from './remove-sample';
