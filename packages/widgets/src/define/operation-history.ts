import { OperationHistory } from '../operation-history/operation-history.ts';

OperationHistory.define();
