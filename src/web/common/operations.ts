import signInText from '../../../schema/operations/sign-in.graphql?raw';
import signOutText from '../../../schema/operations/sign-out.graphql?raw';
import viewerText from '../../../schema/operations/viewer.graphql?raw';
import { operation } from '../feed/public';
import type * as Types from '../generated/operations';

export const viewer = operation<Types.ViewerQuery, Types.ViewerQueryVariables>(viewerText);
export const signIn = operation<Types.SignInMutation, Types.SignInMutationVariables>(signInText);
export const signOut = operation<Types.SignOutMutation, Types.SignOutMutationVariables>(signOutText);
