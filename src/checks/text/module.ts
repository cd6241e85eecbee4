import type { CheckModule } from '../contract.ts';

export const textChecks: CheckModule<'text'> = {
  kind: 'text',
  prepare: () => ({}),
};
