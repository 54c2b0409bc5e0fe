export type { Desk, OpenStore } from './desk.ts';
export { answerHttp, speakOver } from './transports.ts';
