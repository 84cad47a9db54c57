import { createDisplay } from './create-display';
import { revokeDisplay } from './revoke-display';
import type { Domain } from '../platform/domain';
import { Display } from './display.entity';
import { readableDisplays } from './display.policy';
import { DisplaySighting } from './display-sighting.entity';
import { lastSeenAt } from './last-seen-at.fact';
import { displayEvents } from './display.events';

/** Meeting-room screens. */
export const screens: Domain = {
  name: 'screens',
  entities: [Display, DisplaySighting],
  commands: [createDisplay, revokeDisplay],
  events: [displayEvents],
  facts: [lastSeenAt],
  policies: [{ of: Display, readable: readableDisplays }],
};
