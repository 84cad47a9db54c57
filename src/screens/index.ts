import { revokeDisplay } from './revoke-display';
import type { Domain } from '../platform/domain';
import { Display } from './display.entity';
import { readableDisplays } from './display.policy';
import { DisplaySighting } from './display-sighting.entity';
import { DisplayResolver } from './display.resolver';
import { lastSeenAt } from './last-seen-at.fact';

/** Meeting-room screens. */
export const screens: Domain = {
  name: 'screens',
  entities: [Display, DisplaySighting],
  commands: [revokeDisplay],
  resolvers: [DisplayResolver],
  facts: [lastSeenAt],
  policies: [{ of: Display, readable: readableDisplays }],
};
