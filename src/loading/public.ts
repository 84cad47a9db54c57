export { loadFacts } from './load-facts';
export { loadSample } from './sample/load-sample';
export { removeSample } from './sample/remove-sample';
