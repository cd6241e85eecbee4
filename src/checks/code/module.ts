import type { CheckModule } from '../contract.ts';

export const codeChecks: CheckModule<'code'> = {
  kind: 'code',
  prepare: () => ({}),
};
