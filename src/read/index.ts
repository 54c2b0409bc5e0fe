export { createReader, type Layer, type Reader, type ReadInput } from './reader.ts';
