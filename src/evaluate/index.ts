export { type Evaluated, type EvaluateOptions, evaluate } from './evaluate.ts';
export {
  type Evaluation,
  layersTogether,
  type MeasuredLayer,
  type MeasuredReader,
  measuredLayers,
  type NotMeasured,
  type Row,
} from './result.ts';
