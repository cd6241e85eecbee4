import type { CheckModule } from '../contract.ts';

export const pathsChecks: CheckModule<'paths'> = {
  kind: 'paths',
  prepare: () => ({}),
};
