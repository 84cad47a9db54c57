import type { Domain } from '../platform/domain';
import { Display } from './display.entity';
import { readableDisplays } from './display.policy';
import { DisplayResolver } from './display.resolver';

/** Meeting-room screens. */
export const screens: Domain = {
  name: 'screens',
  entities: [Display],
  resolvers: [DisplayResolver],
  policies: [{ of: Display, readable: readableDisplays }],
};
