export { words } from '../../src/messages/index.ts';
