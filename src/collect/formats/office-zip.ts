import { fromBufferPromise } from 'yauzl';
import { parseHTML, DOMParser } from 'linkedom';
