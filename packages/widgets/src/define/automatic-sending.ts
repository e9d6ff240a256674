import { AutomaticSending } from '../automatic-sending/automatic-sending.ts';

AutomaticSending.define();
