import pulseText from '../../../schema/operations/pulse.graphql?raw';
import screenOverviewText from '../../../schema/operations/screen-overview.graphql?raw';
import { operation } from '../feed/public';
import type * as Types from '../generated/operations';

export const pulse = operation<Types.PulseQuery, Types.PulseQueryVariables>(pulseText);
export const screenOverview = operation<Types.ScreenOverviewQuery, Types.ScreenOverviewQueryVariables>(
  screenOverviewText,
);
