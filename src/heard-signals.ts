import { listenForStop } from './stop-signals';

/**
 * Signals to this process, heard from the moment on at which this module is loaded: an entry of the program imports it
 * first.
 */
export const heardSignals = listenForStop();
