import type { CheckModule } from '../contract.ts';

export const configChecks: CheckModule<'config'> = {
  kind: 'config',
  prepare: () => ({}),
};
