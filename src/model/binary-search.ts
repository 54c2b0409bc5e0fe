/** Of `count` items in order, the index of the first that is not `before` what is sought; `count` where all are. */
export const partitionPoint = (count: number, before: (index: number) => boolean): number => {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};
