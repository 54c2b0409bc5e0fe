import { agreements, tryAgreements } from './testing.ts';

tryAgreements(agreements);
