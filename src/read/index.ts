export { createReader, type Reader, type ReadInput } from './reader.ts';
